import { type Decimal, sum } from '../model/decimal.ts'
import type { Disclosure, Project, Target } from '../model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import type { Span } from '../source/span.ts'
import { tableOf } from './columns.ts'
import { costsOf, wholeLimit } from './costs.ts'
import { type MissingValue, type ValueCount, valuesOf } from './missing-values.ts'
import { rateProductsOf } from './rate-products.ts'
import { type Residue, residueAround, residueOf } from './residue.ts'
import { type Scheme, schemeSigns } from './scheme.ts'

/** What is to be known of all projects before one is looked at: small facts, no part of the tree. */
export interface Survey {
  readonly hasIndicators: boolean
  /** The scheme that most projects follow; `undefined` where none has costs, or as many do either. */
  readonly scheme: Scheme | undefined
  /** Whether so many measured values are printed with a sign that one without it is odd. */
  readonly comparators: 'usual' | 'some' | 'none'
  /** The base year that more than half of the baselines have. */
  readonly baselineYear: number | undefined
  /** Where each base year is printed first. */
  readonly baselines: ReadonlyMap<number, Span>
  /** What the cost indicators of a project come to, of the projects that have any. */
  readonly spending: ReadonlyMap<Project, Decimal>
  /** Text of the form that was left in, in no order. */
  readonly residue: readonly Residue[]
  /** The values that are missing, by the number of their table, where there are any. */
  readonly values: ReadonlyMap<number, ValueCount>
}

/** Takes the facts in one walk over the projects, so that each is read once for all of them. */
export const surveyOf = rememberFor((disclosure: Disclosure): Survey => {
  const votes = { old: 0, new: 0 }
  const targets = new TargetCount()
  const spending = new Map<Project, Decimal>()
  const residue: Residue[] = [...residueAround(disclosure)]
  const values = new Map<number, TableValues>()
  for (const project of projectsOf(disclosure)) {
    for (const { scheme } of schemeSigns(project.categories)) votes[scheme] += 1
    for (const { indicator } of indicatorsOf(project)) targets.add(indicator.target)
    const spent = spendingOf(project)
    if (spent !== undefined) spending.set(project, spent)
    for (const one of residueOf(project)) residue.push(one)
    addValues(values, tableOf(disclosure, project.span.start), valuesOf(project, disclosure))
  }
  const { hasAny, comparators, baselineYear, baselines } = targets
  return {
    hasIndicators: hasAny,
    scheme: votes.old === votes.new ? undefined : votes.old > votes.new ? 'old' : 'new',
    comparators,
    baselineYear,
    baselines,
    spending,
    residue,
    values,
  }
})

interface TableValues extends ValueCount {
  readonly missing: MissingValue[]
  filled: number
}

const addValues = (values: Map<number, TableValues>, table: number, more: ValueCount): void => {
  const known = values.get(table) ?? { missing: [], filled: 0 }
  values.set(table, known)
  for (const one of more.missing) known.missing.push(one)
  known.filled += more.filled
}

class TargetCount {
  hasAny = false
  #measured = 0
  #signed = 0
  #baselines = 0
  readonly #years = new Map<number, number>()
  readonly baselines = new Map<number, Span>()

  add(target: Target): void {
    this.hasAny = true
    if (target.kind === 'measured') {
      this.#measured += 1
      if (target.printedComparator !== undefined) this.#signed += 1
    } else if (target.kind === 'baseline' && target.baseline.year !== undefined) {
      const { year } = target.baseline
      this.#baselines += 1
      this.#years.set(year, (this.#years.get(year) ?? 0) + 1)
      if (!this.baselines.has(year)) this.baselines.set(year, target.baseline.span)
    }
  }

  get comparators(): Survey['comparators'] {
    if (this.#signed === 0) return 'none'
    return this.#signed >= 2 && this.#signed * 4 >= this.#measured ? 'usual' : 'some'
  }

  get baselineYear(): number | undefined {
    return [...this.#years].find(([, count]) => count * 2 > this.#baselines)?.[0]
  }
}

/** What the cost indicators come to: limits, and prices times their counts. */
const spendingOf = (project: Project): Decimal | undefined => {
  const costs = costsOf(project)
  const { products } = rateProductsOf(project)
  const limit = wholeLimit(costs)
  if (costs.totals.length > 0 || products.length === 0) return limit
  return sum([...products.map(({ money }) => money), ...(limit === undefined ? [] : [limit])])
}
