import { type Decimal, ONE, sum } from '../model/decimal.ts'
import type { Category, Indicator, Project } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'

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
  const { weight, name } = category
  if (inner.length > 0 || weight === undefined || weight.unit?.dimension === 'share') return inner
  const indicators = indicatorsIn(category)
  const scores = indicators.flatMap(({ score }) => score ?? [])
  const total = sum(scores.map(pointsOf))
  const isTooMuch = indicators.every((one) => one.weight === undefined) && total.gt(pointsOf(weight))
  return isTooMuch ? [{ name: name.meaning, weight, scores, total }] : []
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
