import type { MeasuredTarget, Project } from '../model/disclosure.ts'
import { rememberFor } from '../model/remember.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import { assign } from './assignment.ts'
import { Scorer } from './match-score.ts'
import { kindOf, type MeasureKind, type Promised, promisesOf } from './promises.ts'
import { eachOf } from './terms.ts'
import { pairsOf } from './words.ts'

/** An indicator with a number, as a candidate for what a goal promises. */
export interface Candidate extends PlacedIndicator {
  readonly target: MeasuredTarget
  /** Folded, without the blanks inside words. */
  readonly name: string
  readonly kind: MeasureKind
  /** 每月…次数: what it is the number for one of. */
  readonly each: string | undefined
}

/** A promised number and the indicator that measures it. */
export interface Match {
  readonly promise: Promised
  readonly candidate: Candidate
  /** 0 to 1; how sure it is that both speak of the same thing. */
  readonly score: number
  /** Words that both have, the reason for the match. */
  readonly shared: readonly string[]
}

/** The goals of a project held against its indicators. */
export interface Matching {
  readonly promises: readonly Promised[]
  readonly candidates: readonly Candidate[]
  readonly matches: readonly Match[]
}

/** From this score on a pair is taken to speak of the same thing. */
const MATCH_THRESHOLD = 0.26

/**
 * Finds for each number that the goals of a project promise the indicator that measures it: by the
 * words around it, rare ones counting most, by unit and kind, one to one over the whole project.
 * Never by the number alone: an equal value only adds to what the words say.
 */
export const matchGoals = rememberFor((project: Project): Matching => {
  const promises = promisesOf(project)
  const placed = indicatorsOf(project)
  const candidates = placed.flatMap(candidateOf)
  const scorer = new Scorer(
    promises,
    candidates,
    placed.map(({ indicator }) => pairsOf(indicator.name.text)),
  )
  const scores = promises.map((promise) => candidates.map((candidate) => scorer.score(promise, candidate)))
  const chosen = assign(scores.map((row) => row.map((score) => (score >= MATCH_THRESHOLD ? score : 0))))
  const matches = promises.flatMap((promise, i): Match[] => {
    const j = chosen[i] ?? -1
    const candidate = candidates[j]
    if (candidate === undefined) return []
    const shared = scorer.sharedWords(promise, candidate)
    return [{ promise, candidate, score: scores[i]?.[j] ?? 0, shared }]
  })
  return { promises, candidates, matches }
})

const candidateOf = (placed: PlacedIndicator): readonly Candidate[] => {
  const { target } = placed.indicator
  if (target.kind !== 'measured') return []
  const name = meaning(placed.indicator.name.text)
  const each = eachOf(`${name} ${target.text.folded}`)
  return [{ ...placed, target, name, kind: kindOf(target.measure), each }]
}
