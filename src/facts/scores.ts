import { Decimal, HUNDRED, halfOfPlace, ONE, sum, ZERO } from '../model/decimal.ts'
import type { Category, Indicator, Project, TotalScore } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure, Numeral } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import type { Span } from '../source/span.ts'
import { executionPoints } from './execution.ts'

/** An indicator with its points and its score, either of which may not be printed. */
export interface Scored {
  readonly name: string
  readonly weight: Measure | undefined
  readonly score: Measure | undefined
}

/**
 * The indicators of a project with their points and scores; several targets of one row have them once. Empty where no score is
 * printed, and where scores and points are not of one scale: shares of 1 beside scores, or marks out of 100 for each indicator.
 */
export const scoresOf = rememberForProject((project: Project): readonly Scored[] => {
  const placed = indicatorsOf(project)
  if (!placed.some(({ indicator }) => indicator.score !== undefined)) return []
  const seen = new Set<number>()
  const all = placed.flatMap(({ indicator }): Scored[] => {
    const { name, weight, score } = indicator
    const at = (score ?? weight)?.span.start
    if (at === undefined ? isUnused(indicator) : seen.has(at)) return []
    if (at !== undefined) seen.add(at)
    return [{ name: name.meaning, weight, score }]
  })
  return areOfOneScale(all) ? all : []
})

/** A category with points that its indicators, which have none of their own, score more than together. */
export interface OverScored {
  readonly name: string
  readonly weight: Measure
  readonly scores: readonly Measure[]
  readonly total: Decimal
}

/** The innermost of such categories, where scores are of the scale of the points. */
export const overScoredOf = (project: Project): readonly OverScored[] =>
  scoresOf(project).length === 0 ? [] : project.categories.flatMap(overScoredIn)

const overScoredIn = (category: Category): readonly OverScored[] => {
  const inner = category.children.flatMap((child) => (child.kind === 'category' ? overScoredIn(child) : []))
  const scored = scoredIn(category)
  return inner.length === 0 && scored?.total.gt(pointsOf(scored.weight)) === true ? [scored] : inner
}

/** What the indicators of a category with points score together, where they have none of their own. */
const scoredIn = (category: Category): OverScored | undefined => {
  const { weight, name } = category
  const indicators = indicatorsIn(category)
  const hasThem = weight !== undefined && weight.unit?.dimension !== 'share'
  if (!hasThem || indicators.some((one) => one.weight !== undefined)) return undefined
  const scores = indicators.flatMap(({ score }) => score ?? [])
  return { name: name.meaning, weight, scores, total: sum(scores.map(pointsOf)) }
}

/** Whether the innermost category that has points has all of them, by the scores of its indicators. */
export const hasAllOfCategory = (categories: readonly Category[]): boolean => {
  const category = categories.findLast(({ weight }) => weight !== undefined)
  const scored = category && scoredIn(category)
  return scored?.total.eq(pointsOf(scored.weight)) === true
}

const indicatorsIn = ({ children }: Category): readonly Indicator[] =>
  children.flatMap((child) => (child.kind === 'category' ? indicatorsIn(child) : [child]))

/** A row that nobody filled in, or that doesn't apply. */
const isUnused = ({ target, actual }: Indicator): boolean =>
  target.kind === 'blank' && (actual === undefined || actual.kind === 'blank')

/** The points or the score in number; of a range of points its upper end, as any value in it may be given. */
export const pointsOf = (points: Measure): Decimal => highest(points).value

const areOfOneScale = (all: readonly Scored[]): boolean => {
  const both = all.flatMap(({ weight, score }) =>
    weight && score ? [{ points: pointsOf(weight), score: pointsOf(score) }] : [],
  )
  if (both.length === 0) return true
  if (both.every(({ points }) => points.lte(ONE))) return false
  const above = both.filter(({ points, score }) => score.gt(points))
  return above.length < 2 || above.length * 2 <= both.length
}

/** A printed total of scores or points that is not the sum of its parts. */
export interface WrongTotal {
  readonly of: 'weight' | 'score'
  readonly name: string
  readonly stated: Measure
  /** What the execution of the budget got, then the indicators. */
  readonly parts: readonly TotalPart[]
  readonly computed: Decimal
  /** Whether rounding of the printed numbers can explain the difference. */
  readonly isRounding: boolean
}

/** A part of a total of scores or points. */
export interface TotalPart {
  /** `undefined` for the execution of the budget. */
  readonly name: string | undefined
  readonly value: Decimal
  readonly at: Span
  /** Half of its last printed place; nothing for a whole number, which nobody takes for a rounded one. */
  readonly rounding: Decimal
}

/** What the total of a project says wrongly; nothing where a part may not have been read. */
export const wrongTotalsOf = (project: Project): readonly WrongTotal[] => {
  const { totalScore } = project
  if (totalScore === undefined) return []
  const all = scoresOf(project)
  return [...wrongPoints(project, totalScore, all), ...wrongScore(project, totalScore, all)]
}

type Which = WrongTotal['of']

const partOf = (name: string | undefined, { value, decimals }: Numeral, at: Span): TotalPart => ({
  name,
  value,
  at,
  rounding: decimals === 0 ? ZERO : halfOfPlace(decimals),
})

/** The points or scores of the indicators; nothing where one has none, or a range of which any value may be meant. */
const partsOf = (all: readonly Scored[], which: Which): readonly TotalPart[] => {
  const parts = all.flatMap((one) => {
    const measure = one[which]
    return measure === undefined || measure.upperNumeral !== undefined
      ? []
      : [partOf(one.name, measure.numeral, measure.span)]
  })
  return parts.length === all.length ? parts : []
}

const executionIn = (project: Project, which: Which): readonly TotalPart[] => {
  const printed = executionPoints(project)[which]
  return printed === undefined ? [] : [partOf(undefined, printed.numeral, printed.span)]
}

const sumOf = (parts: readonly TotalPart[]): Decimal => sum(parts.map(({ value }) => value))

/** So many points forms give for the execution (FORM: 10 or 20), where they are printed elsewhere. */
const MOST_FOR_EXECUTION = new Decimal(20)
const WHOLES = [100, 90, 80].map((points) => new Decimal(points))

const wrongScore = (project: Project, total: TotalScore, all: readonly Scored[]): readonly WrongTotal[] => {
  const own = partsOf(all, 'score')
  if (total.score === undefined || own.length === 0 || lacksRows(project, total, all)) return []
  const [most] = executionIn(project, 'weight')
  // A score above its points is another matter: mostly the total, in the wrong row.
  const execution = executionIn(project, 'score').filter(
    ({ value }) => most === undefined || value.lte(most.value),
  )
  const rest = total.score.numeral.value.minus(sumOf(own))
  const left = leftForExecution(total, all)
  if (execution.length === 0 && rest.gte(0) && rest.lte(left?.value ?? MOST_FOR_EXECUTION)) return []
  const isInLeft = execution.length === 0 && rest.gt(0) && left?.value.gt(0) === true
  return mismatch('score', total, total.score, isInLeft ? [left] : execution, own)
}

/** Whether each indicator has all its points, though none are printed: together the scores are all that there are. */
export const hasAllPoints = (project: Project): boolean => {
  const all = scoresOf(project)
  const own = partsOf(all, 'score')
  if (own.length === 0 || all.some(({ weight }) => weight !== undefined)) return false
  const stated = project.totalScore?.score?.numeral.value ?? ZERO
  const points = sumOf(own)
  const withExecution = points.plus(sumOf(executionIn(project, 'score')))
  return (
    [points, withExecution].some((whole) => whole.eq(HUNDRED)) ||
    (stated.eq(HUNDRED) && WHOLES.some((whole) => whole.eq(points)))
  )
}

/** What the points of the indicators leave of the whole, where both are printed: the most that the execution can have got. */
const leftForExecution = ({ weight }: TotalScore, all: readonly Scored[]): TotalPart | undefined => {
  const own = partsOf(all, 'weight')
  if (weight === undefined || own.length === 0) return undefined
  return { name: undefined, value: weight.numeral.value.minus(sumOf(own)), at: weight.span, rounding: ZERO }
}

/** Points that make no whole are those of rows that were not all read, or for another rule. */
const lacksRows = (project: Project, { weight }: TotalScore, all: readonly Scored[]): boolean => {
  const own = partsOf(all, 'weight')
  if (own.length === 0) return false
  const wholes = weight === undefined ? WHOLES : [...WHOLES, weight.numeral.value]
  const points = sumOf(own)
  const withExecution = points.plus(sumOf(executionIn(project, 'weight')))
  return !wholes.some((whole) => whole.eq(points) || whole.eq(withExecution))
}

/** Points of the indicators that make no whole by themselves are for another rule. */
const wrongPoints = (project: Project, total: TotalScore, all: readonly Scored[]): readonly WrongTotal[] => {
  const own = partsOf(all, 'weight')
  // 100 beside what was spent is no part of 100.
  const execution = executionIn(project, 'weight').filter(({ value }) => value.lt(HUNDRED))
  const points = sumOf(own)
  return total.weight === undefined || execution.length === 0 || !(points.eq(100) || points.eq(90))
    ? []
    : mismatch('weight', total, total.weight, execution, own, scoresHoldExecution(project, total, all))
}

/** Whether the total of the scores has that of the execution in it, and comes to something else without: so do its points. */
const scoresHoldExecution = (project: Project, { score }: TotalScore, all: readonly Scored[]): boolean => {
  const own = sumOf(partsOf(all, 'score'))
  const execution = sumOf(executionIn(project, 'score'))
  return score !== undefined && execution.gt(0) && own.gt(0) && score.numeral.value.eq(own.plus(execution))
}

/**
 * Whether the scores of a table whose points have a total, too, show that all rows with points were read: the indicators and the
 * execution of the budget have scored what the total says.
 */
export const hasAllRows = (project: Project): boolean => {
  const { totalScore } = project
  return totalScore?.weight !== undefined && scoresHoldExecution(project, totalScore, scoresOf(project))
}

/** The total may be meant with the execution or without, unless `isWith`. */
const mismatch = (
  of: Which,
  { name }: TotalScore,
  stated: Measure,
  execution: readonly TotalPart[],
  own: readonly TotalPart[],
  isWith = false,
): readonly WrongTotal[] => {
  const parts = [...execution, ...own]
  const computed = sumOf(parts)
  const { value, decimals } = stated.numeral
  if (value.eq(computed) || (!isWith && value.eq(sumOf(own)))) return []
  const rounded = sum(parts.map(({ rounding }) => rounding))
  const most = rounded.gt(0) ? rounded.plus(halfOfPlace(decimals)) : ZERO
  const isRounding = value.minus(computed).abs().lte(most)
  return [{ of, name: name.meaning, stated, parts, computed, isRounding }]
}
