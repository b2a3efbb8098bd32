import { ONE } from '../model/decimal.ts'
import type { Category, Indicator, MeasuredTarget, Project, Target } from '../model/disclosure.ts'
import type { Unit } from '../model/measure.ts'
import { rememberForProject } from '../model/walk.ts'
import { DONE_BY_NOW, PAST } from '../vocabulary/goal-words.ts'
import { type Match, type Matching, matchPromises } from './matching.ts'
import { type Promised, promisesOf } from './promises.ts'
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
  const matching = matchPromises(asPlan, promisesOf(asPlan).map(asReached))
  return { matching, indicatorOf: ({ candidate }) => originals.get(candidate.indicator) }
})

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
