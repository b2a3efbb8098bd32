import type { Category, MeasuredTarget, Target } from '../../model/disclosure.ts'
import type { Language } from '../../model/finding.ts'
import type { Measure, PlainDate, Unit } from '../../model/measure.ts'
import { toBase } from '../../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../../model/walk.ts'
import type { ParsedFile } from '../report.ts'
import {
  type ColumnOf,
  type LongTable,
  type OwnedProject,
  optional,
  ownedProjects,
  plain,
  plainAll,
  tableOf,
} from './long-table.ts'
import { OWNER_COLUMNS, placeColumns, yuanColumns } from './shared-columns.ts'

type IndicatorRow = OwnedProject & PlacedIndicator

/** One row per indicator. */
export const indicatorTable = (files: readonly ParsedFile[], language: Language): LongTable => {
  const rows = ownedProjects(files).flatMap((owned) =>
    indicatorsOf(owned.project).map((placed): IndicatorRow => ({ ...owned, ...placed })),
  )
  return tableOf(rows, [
    ...OWNER_COLUMNS,
    ...yuanColumns<IndicatorRow>('project_amount', ({ project }) => project.amount),
    ...CATEGORY_COLUMNS,
    ...NAME_COLUMNS,
    ...TARGET_COLUMNS,
    ...optional(RESULT_COLUMNS),
    ...placeColumns<IndicatorRow>(({ indicator }) => indicator.span, language),
  ])
}

const atLevel = ({ categories }: PlacedIndicator, level: Category['level']): Category | undefined =>
  categories.findLast((category) => category.level === level)

const CATEGORY_COLUMNS: readonly ColumnOf<IndicatorRow>[] = ([1, 2] as const).flatMap((level) => [
  { name: `level${level}_id`, type: 'text' as const, of: (row: IndicatorRow) => atLevel(row, level)?.is },
  {
    name: `level${level}`,
    type: 'text' as const,
    of: (row: IndicatorRow) => plain(atLevel(row, level)?.name),
  },
])

const NAME_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  { name: 'ordinal', type: 'integer', of: ({ indicator }) => indicator.marker?.ordinal },
  { name: 'name', type: 'text', of: ({ indicator }) => plain(indicator.name) },
  { name: 'term', type: 'text', of: ({ indicator }) => indicator.term },
  { name: 'target_column', type: 'text', of: ({ indicator }) => plain(indicator.column) },
  { name: 'weight', type: 'text', of: ({ indicator }) => indicator.weight?.numeral.value.toFixed() },
  {
    name: 'weight_number',
    type: 'number',
    of: ({ indicator }) => indicator.weight?.numeral.value.toNumber(),
  },
]

const measured = <Value>(
  { indicator: { target } }: IndicatorRow,
  of: (target: MeasuredTarget) => Value,
): Value | undefined => (target.kind === 'measured' ? of(target) : undefined)

/** A number of the measure: its own, or the upper end of a range. */
type End = 'numeral' | 'upperNumeral'

const valueIn = (row: IndicatorRow, end: End) => measured(row, ({ measure }) => measure[end]?.value)

const baseIn = (row: IndicatorRow, end: End) =>
  measured(row, ({ measure }) => {
    const value = measure[end]?.value
    return value === undefined || measure.unit === undefined ? value : toBase(value, measure.unit)
  })

const TARGET_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  { name: 'target', type: 'text', of: ({ indicator }) => plain(indicator.target.text) },
  { name: 'kind', type: 'text', of: ({ indicator }) => indicator.target.kind },
  { name: 'comparator', type: 'text', of: ({ indicator }) => comparatorOf(indicator.target) },
  { name: 'implicit', type: 'flag', of: (row) => measured(row, ({ implicit }) => implicit) },
  { name: 'approximate', type: 'flag', of: (row) => measured(row, ({ measure }) => measure.approximate) },
  { name: 'change', type: 'text', of: (row) => measured(row, ({ measure }) => measure.change) },
  { name: 'value', type: 'text', of: (row) => valueIn(row, 'numeral')?.toFixed() },
  { name: 'value_number', type: 'number', of: (row) => valueIn(row, 'numeral')?.toNumber() },
  { name: 'upper_value', type: 'text', of: (row) => valueIn(row, 'upperNumeral')?.toFixed() },
  { name: 'upper_value_number', type: 'number', of: (row) => valueIn(row, 'upperNumeral')?.toNumber() },
  { name: 'unit', type: 'text', of: (row) => measured(row, ({ measure }) => measure.unit?.printed) },
  { name: 'base_unit', type: 'text', of: (row) => measured(row, ({ measure }) => baseOf(measure.unit)) },
  { name: 'base_value', type: 'text', of: (row) => baseIn(row, 'numeral')?.toFixed() },
  { name: 'base_value_number', type: 'number', of: (row) => baseIn(row, 'numeral')?.toNumber() },
  { name: 'base_upper_value', type: 'text', of: (row) => baseIn(row, 'upperNumeral')?.toFixed() },
  { name: 'base_upper_value_number', type: 'number', of: (row) => baseIn(row, 'upperNumeral')?.toNumber() },
  { name: 'dimension', type: 'text', of: (row) => measured(row, ({ measure }) => measure.unit?.dimension) },
  { name: 'from', type: 'text', of: ({ indicator }) => dateOf(indicator.target, 'from') },
  { name: 'until', type: 'text', of: ({ indicator }) => dateOf(indicator.target, 'until') },
  { name: 'baseline_year', type: 'integer', of: ({ indicator }) => baselineYear(indicator.target) },
]

/** What was reached, in the unit that it is printed in. */
const reached = <Value>(
  { indicator: { actual } }: IndicatorRow,
  of: (measure: Measure) => Value,
): Value | undefined => (actual?.kind === 'measured' ? of(actual.measure) : undefined)

const RESULT_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  { name: 'actual', type: 'text', of: ({ indicator }) => plain(indicator.actual?.text) },
  { name: 'actual_value', type: 'text', of: (row) => reached(row, ({ numeral }) => numeral.value.toFixed()) },
  {
    name: 'actual_number',
    type: 'number',
    of: (row) => reached(row, ({ numeral }) => numeral.value.toNumber()),
  },
  { name: 'actual_unit', type: 'text', of: (row) => reached(row, ({ unit }) => unit?.printed) },
  { name: 'score', type: 'text', of: ({ indicator }) => indicator.score?.numeral.value.toFixed() },
  { name: 'score_number', type: 'number', of: ({ indicator }) => indicator.score?.numeral.value.toNumber() },
  { name: 'reason', type: 'text', of: ({ indicator }) => plain(indicator.reason) },
  { name: 'notes', type: 'text', of: ({ indicator }) => plainAll(indicator.notes) },
]

const comparatorOf = (target: Target): string | undefined => {
  if (target.kind === 'measured') return target.comparator
  return target.kind === 'baseline' ? target.baseline.comparator?.sign : undefined
}

/** `元/人·月`, in base units. */
const baseOf = (unit: Unit | undefined): string | undefined => {
  if (unit === undefined) return undefined
  return unit.per.length === 0 ? unit.base : `${unit.base}/${unit.per.map(({ base }) => base).join('·')}`
}

const dateOf = (target: Target, end: 'from' | 'until'): string | undefined =>
  target.kind === 'period' ? formatDate(target.period[end]) : undefined

/** `2022-12-31`, `2022-12`; `12-31` where the year is not printed. */
const formatDate = (date: PlainDate | undefined): string | undefined => {
  if (date === undefined) return undefined
  return [date.year, date.month, date.day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-')
}

const baselineYear = (target: Target): number | undefined =>
  target.kind === 'baseline' ? target.baseline.year : undefined
