import { Decimal, HUNDRED, halfOfPlace, sum, ZERO } from '../model/decimal.ts'
import type { Project, TotalScore } from '../model/disclosure.ts'
import type { Measure, Numeral } from '../model/measure.ts'
import type { Span } from '../source/span.ts'
import { executionPoints } from './execution.ts'
import { type Scored, scoresOf } from './scores.ts'

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
