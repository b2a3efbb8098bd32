import type { Decimal } from '../model/decimal.ts'
import type { Disclosure, Heading, MoneyUnit, Project, ValidAmount } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { indexAtOrBefore } from '../source/source.ts'
import { MONEY_UNITS } from '../vocabulary/headers.ts'
import { surveyOf } from './survey.ts'
import { unitMisfitsOf } from './unit-misfit.ts'

/** Projects of one table whose cost limits say that their amounts are in another unit. */
export interface AmountScale {
  /** `10000` or `0.0001`. */
  readonly factor: string
  /** The unit of the table, which may not be that of the first one. */
  readonly unit: MoneyUnit
  readonly examples: readonly Example[]
}

interface Example {
  readonly project: Project
  readonly amount: ValidAmount
  readonly cap: Decimal
}

/** For each table whose amounts are in another unit: exactly 10,000 (or its inverse) everywhere. */
export const amountScales = rememberFor((disclosure: Disclosure): readonly AmountScale[] =>
  [...tablesOf(disclosure)].flatMap(([heading, examples]) => findScale(heading, examples, disclosure) ?? []),
)

/** Whether the amount of a project seems to be in another unit than its table says. */
export const isInOtherUnit = (project: Project, disclosure: Disclosure): boolean =>
  scaledProjectsOf(disclosure).has(project)

const scaledProjectsOf = rememberFor(
  (disclosure: Disclosure): ReadonlySet<Project> =>
    new Set(amountScales(disclosure).flatMap(({ examples }) => examples.map(({ project }) => project))),
)

/** Projects with limits, by the words that head the column of their amounts; pages repeat them. */
const tablesOf = (disclosure: Disclosure): ReadonlyMap<Heading | undefined, readonly Example[]> => {
  const { spending } = surveyOf(disclosure)
  const headings = disclosure.headings
    .filter(({ role }) => role === 'amount')
    .sort((a, b) => a.text.span.start - b.text.span.start)
  const firstOf = new Map<string, Heading>()
  for (const heading of headings)
    if (!firstOf.has(heading.text.meaning)) firstOf.set(heading.text.meaning, heading)
  const tables = new Map<Heading | undefined, Example[]>()
  for (const project of projectsOf(disclosure)) {
    const above = headings[indexAtOrBefore(headings, project.span.start, ({ text }) => text.span.start)]
    const heading = above === undefined ? undefined : firstOf.get(above.text.meaning)
    const examples = tables.get(heading) ?? []
    examples.push(...exampleOf(project, spending.get(project)))
    tables.set(heading, examples)
  }
  return tables
}

const exampleOf = (project: Project, cap: Decimal | undefined): readonly Example[] => {
  const { amount } = project
  if (amount.kind !== 'amount' || amount.money.lte(0) || cap === undefined || cap.lte(0)) return []
  // What prints its own unit is in no other.
  return amount.text.length > amount.numeral.text.length ? [] : [{ project, amount, cap }]
}

/**
 * How small a part of the amount, read in the other unit, the costs may be. In a unit too small they
 * are many times the amount, which nothing else explains; in one too large they could be few by right.
 */
const LEAST_PART = { '10000': '0.02', '0.0001': '0.2' } as const

const findScale = (
  heading: Heading | undefined,
  known: readonly Example[],
  disclosure: Disclosure,
): AmountScale | undefined => {
  const parts = known.map(({ amount, cap }) => cap.div(amount.money))
  const factor = (['10000', '0.0001'] as const).find((factor) => {
    // Costs may leave a part of the amount open; none fits the printed unit better.
    const fits = (part: Decimal): boolean => {
      const ratio = part.div(factor)
      return ratio.gte(LEAST_PART[factor]) && ratio.lte('1.1')
    }
    return parts.every(fits) && (parts.length > 1 || parts.some((part) => part.div(factor).eq(1)))
  })
  if (factor === undefined) return undefined
  // ≤500元 of what the goal says is 500万元, or the result, as the amount does: the unit of the limit is wrong.
  const examples = known.filter(({ project }) => !isOfOtherLimit(project))
  return examples.length === 0 ? undefined : { factor, unit: unitOf(heading, known, disclosure), examples }
}

const isOfOtherLimit = (project: Project): boolean =>
  [...unitMisfitsOf(project).values()].some(({ why, scale }) => why !== 'elsewhere' && scale !== undefined)

/** The unit that a table's amounts were read in, and where it says so. */
const unitOf = (
  heading: Heading | undefined,
  [first]: readonly Example[],
  { moneyUnit }: Disclosure,
): MoneyUnit => {
  const yuan = first?.amount.yuanPerUnit ?? moneyUnit.yuan
  if (yuan.eq(moneyUnit.yuan)) return moneyUnit
  const names = Object.keys(MONEY_UNITS) as (keyof typeof MONEY_UNITS)[]
  const name = names.find((unit) => yuan.eq(MONEY_UNITS[unit])) ?? moneyUnit.name
  const at = heading?.text.folded.lastIndexOf(name) ?? -1
  return { name, yuan, text: at < 0 ? undefined : heading?.text.slice(at, at + name.length) }
}
