import type { Goal, Indicator, Project } from '../model/disclosure.ts'
import type { Period, PlainDate } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import { areOpposed, clearlyBest, commonStreamOf, pairsIn, sharedWords } from './words.ts'

/** A deadline in a goal, and the other one that an indicator sets for the same thing. */
export interface OtherDeadline {
  readonly goal: Goal
  readonly promised: Period
  readonly indicator: Indicator
  readonly planned: Period
  /** Whether the indicator allows more time, or less. */
  readonly isLater: boolean
  /** Words that both have. */
  readonly shared: readonly string[]
}

/** From this share of its name on that stands beside the date, an indicator is for the same thing. */
const LEAST_WORDS = 0.5

/**
 * The deadlines of the goals of a project that its indicators set otherwise, each compared with the one that is clearly for the
 * same thing. The words are those of its part of the sentence: 5月底前完成设计 says nothing of when all is done.
 */
export const otherDeadlinesOf = rememberForProject((project: Project): readonly OtherDeadline[] => {
  const planned = indicatorsOf(project).flatMap(({ indicator }) =>
    indicator.target.kind === 'period' && indicator.target.period.until !== undefined
      ? [{ indicator, period: indicator.target.period, name: indicator.name.meaning }]
      : [],
  )
  if (planned.length === 0) return []
  return project.goals.flatMap((goal) => {
    const rivals = planned.filter(
      ({ indicator }) => indicator.term === goal.term || indicator.term === undefined,
    )
    return goal.quantities.flatMap((promised): readonly OtherDeadline[] => {
      if (promised.kind !== 'period' || promised.from !== undefined) return []
      const words = wordsBeside(promised, goal)
      const best = clearlyBest(rivals.map((rival) => ({ ...rival, ...saidOf(rival.name, words) })))
      if (best === undefined || best.score < LEAST_WORDS) return []
      const { indicator, period, shared } = best
      const order = orderOf(promised, period)
      return order === 0 ? [] : [{ goal, promised, indicator, planned: period, isLater: order < 0, shared }]
    })
  })
})

/** The words of the part of the sentence that a date stands in. */
const wordsBeside = ({ text }: Period, goal: Goal): string => {
  const { folded } = goal.text
  const start = text.offsetIn(goal.text)
  const before = folded.slice(0, start).replace(/^.*[,;。:\n]/s, '')
  const behind = folded.slice(start + text.length)
  return meaning(`${before}\n${behind.slice(0, behind.search(/[,;。:\n]|$/))}`)
}

/** How much of a name the words say; nothing, where both name things that exclude each other. */
const saidOf = (
  name: string,
  words: string,
): { readonly score: number; readonly shared: readonly string[] } => {
  const said = pairsIn(commonStreamOf(words))
  const stream = commonStreamOf(name)
  const own = [...pairsIn(stream)]
  const score = areOpposed(name, words) ? 0 : own.filter((pair) => said.has(pair)).length / (own.length || 1)
  return { score, shared: sharedWords(name, stream, (pair) => said.has(pair)) }
}

/** Which of two deadlines is earlier: below 0 the first, 0 where they are equal or nobody can tell. */
const orderOf = (a: Period, b: Period): number => {
  if (a.recurring !== b.recurring || a.until === undefined || b.until === undefined) return 0
  const [year, month] = [
    difference(a.until.year, b.until.year),
    difference(monthOf(a.until), monthOf(b.until)),
  ]
  return year || month || difference(a.until.day, b.until.day)
}

/** By the end of a year is by its December. */
const monthOf = ({ year, month }: PlainDate): number | undefined =>
  month ?? (year === undefined ? undefined : 12)

const difference = (a: number | undefined, b: number | undefined): number =>
  a === undefined || b === undefined ? 0 : a - b
