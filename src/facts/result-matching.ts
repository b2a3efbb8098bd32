import { ONE } from '../model/decimal.ts'
import type { Category, Indicator, MeasuredTarget, Project, Target } from '../model/disclosure.ts'
import type { Unit } from '../model/measure.ts'
import { rememberForProject } from '../model/walk.ts'
import { DONE_BY_NOW, PAST } from '../vocabulary/goal-words.ts'
import { type Candidate, type Match, type Matching, matchGoals, matchPromises } from './matching.ts'
import { pairsAround, pairsNamed } from './own-pairs.ts'
import { type Promised, promisesOf } from './promises.ts'
import { unitOfBoth } from './result-unit.ts'
import { commonRuns } from './words.ts'

/** The results of a project's goals compared with what its indicators came to. */
export interface ResultMatching {
  readonly matching: Matching
  /** The indicator as printed, whose actual value stood in for its target. */
  readonly indicatorOf: (match: Match) => Indicator | undefined
  /** Whether the only number in the unit of a result is planned of the same indicator, the only one in that unit. */
  readonly isAsPlanned: (match: Pick<Match, 'promise' | 'candidate'>) => boolean
}

/**
 * Finds the indicators that say the numbers of 实际完成情况, as those that measure a goal are found: what was reached is written like
 * what is planned, so it is matched as if it were. `undefined` where one of both is not printed.
 */
export const matchResults = rememberForProject((project: Project): ResultMatching | undefined => {
  const { results } = project
  if (!results.some(({ quantities }) => quantities.length > 0)) return undefined
  const originals = new Map<Indicator, Indicator>()
  const reached = (indicator: Indicator): readonly Indicator[] => {
    const { actual, target } = indicator
    if (actual === undefined) return []
    const unit = target.kind === 'measured' ? (unitOfBoth(target) ?? countOf(target)) : undefined
    const changed: Indicator = { ...indicator, target: unit === undefined ? actual : withUnit(actual, unit) }
    originals.set(changed, indicator)
    return [changed]
  }
  const reachedIn = (category: Category): Category => ({
    ...category,
    children: category.children.flatMap((child): readonly (Category | Indicator)[] =>
      child.kind === 'category' ? [reachedIn(child)] : reached(child),
    ),
  })
  const asPlan: Project = {
    kind: 'project',
    span: project.span,
    code: project.code,
    name: project.name,
    amount: project.amount,
    funding: project.funding,
    money: project.money,
    period: project.period,
    goals: [...results],
    results: [],
    categories: project.categories.map(reachedIn),
    indicators: project.indicators.flatMap(reached),
    totalScore: undefined,
  }
  if (originals.size === 0) return undefined
  const found = matchPromises(asPlan, promisesOf(asPlan).map(asReached))
  const indicatorOf = ({ candidate }: Pick<Match, 'candidate'>): Indicator | undefined =>
    originals.get(candidate.indicator)
  const isAsPlanned = asPlanned(matchGoals(project), found, indicatorOf)
  const free = new Set(found.freeCandidates)
  const lone = aloneIn(found.candidates, unitOfTarget)
  const left = found.freePromises.flatMap((promise): readonly Match[] => {
    const candidate = lone.get(unitOf(promise))
    if (candidate == null || !free.has(candidate) || !isAsPlanned({ promise, candidate })) return []
    const said = pairsAround(promise)
    if (![...pairsNamed(candidate)].some((pair) => said.has(pair))) return []
    return [{ promise, candidate, score: SURE, shared: commonRuns(candidate.name, promise.phrase) }]
  })
  const matching = left.length === 0 ? found : withMatches(found, left)
  return { matching, indicatorOf, isAsPlanned }
})

/** From this score on a pair is sure enough: results tell of more than the indicators do. */
export const SURE = 0.5

const asPlanned = (
  plan: Matching,
  found: Matching,
  indicatorOf: (match: Pick<Match, 'candidate'>) => Indicator | undefined,
): ResultMatching['isAsPlanned'] => {
  const stated = aloneIn(plan.promises, unitOf)
  const said = aloneIn(found.promises, unitOf)
  const reached = aloneIn(found.candidates, unitOfTarget)
  const measured = aloneIn(plan.matches, ({ promise }) => unitOf(promise))
  return ({ promise, candidate }) => {
    const { kind, standing, horizon } = promise
    const unit = unitOf(promise)
    if (kind !== 'count' || standing !== 'planned' || horizon !== undefined) return false
    if (said.get(unit) !== promise || reached.get(unit) !== candidate || stated.get(unit) == null)
      return false
    const planned = measured.get(unit)
    return (
      planned != null && planned.score >= SURE && planned.candidate.indicator === indicatorOf({ candidate })
    )
  }
}

/** By the unit that it is in, what is alone in that, and `null` where several are. */
const aloneIn = <Item>(
  items: readonly Item[],
  unitIn: (item: Item) => string | undefined,
): ReadonlyMap<string | undefined, Item | null> => {
  const alone = new Map<string | undefined, Item | null>()
  for (const item of items) {
    const unit = unitIn(item)
    if (unit !== undefined) alone.set(unit, alone.has(unit) ? null : item)
  }
  return alone
}

const unitOf = ({ measure: { unit } }: Promised): string | undefined => unit?.base
const unitOfTarget = ({ target }: Candidate): string | undefined => target.measure.unit?.base

const withMatches = (matching: Matching, more: readonly Match[]): Matching => {
  const [promises, candidates] = [more.map(({ promise }) => promise), more.map(({ candidate }) => candidate)]
  return {
    ...matching,
    matches: [...matching.matches, ...more],
    freePromises: matching.freePromises.filter((one) => !promises.includes(one)),
    freeCandidates: matching.freeCandidates.filter((one) => !candidates.includes(one)),
  }
}

/** 已完成3个养老机构改造: what a goal says was done before is what a result says was done this year. */
const asReached = (promise: Promised): Promised => {
  const { goal, statement, measure, standing } = promise
  const before = goal.text.folded.slice(statement.from, measure.numeral.text.offsetIn(goal.text))
  const isDone =
    standing === 'past' && DONE_BY_NOW.test(before) && !PAST.test(before.replace(DONE_BY_NOW, ''))
  return isDone ? { ...promise, standing: 'planned' } : promise
}

/** ≥50000人次 beside 110406: nobody counts them in anything else. */
const countOf = ({ measure: { unit } }: MeasuredTarget): Unit | undefined =>
  unit !== undefined && unit.per.length === 0 && unit.scale.eq(ONE) && PERSONS.has(unit.dimension)
    ? unit
    : undefined

const PERSONS: ReadonlySet<string> = new Set(['people', 'attendances', 'households'])

const withUnit = (actual: Target, unit: Unit): Target =>
  actual.kind === 'measured' && actual.measure.unit === undefined
    ? { ...actual, measure: { ...actual.measure, unit } }
    : actual
