import type { Category, Indicator, Project, Target } from '../model/disclosure.ts'
import type { Unit } from '../model/measure.ts'
import { rememberForProject } from '../model/walk.ts'
import { type Match, type Matching, matchGoals } from './matching.ts'
import { unitOfBoth } from './result-unit.ts'

/** The results of a project's goals compared with what its indicators came to. */
export interface ResultMatching {
  readonly matching: Matching
  /** The indicator as printed, whose actual value stood in for its target. */
  readonly indicatorOf: (match: Match) => Indicator | undefined
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
    const unit = target.kind === 'measured' ? unitOfBoth(target) : undefined
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
  return { matching: matchGoals(asPlan), indicatorOf: ({ candidate }) => originals.get(candidate.indicator) }
})

const withUnit = (actual: Target, unit: Unit): Target =>
  actual.kind === 'measured' && actual.measure.unit === undefined
    ? { ...actual, measure: { ...actual.measure, unit } }
    : actual
