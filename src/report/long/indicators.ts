import type { Decimal } from '../../model/decimal.ts'
import type { Category, MeasuredTarget, Target } from '../../model/disclosure.ts'
import type { Measure, Period, Unit } from '../../model/measure.ts'
import { toBase } from '../../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../../model/walk.ts'
import {
  type ColumnOf,
  column,
  DECIMAL_PLACES,
  filingIn,
  type OwnedProject,
  optional,
  ownedIn,
  partOfDay,
  plain,
  plainAll,
  tableOf,
  wholeDay,
} from './long-table.ts'
import { OWNER_COLUMNS, placeColumns, yuanColumn } from './shared-columns.ts'

type IndicatorRow = OwnedProject & PlacedIndicator & { readonly number: number }

const atLevel = ({ categories }: PlacedIndicator, level: Category['level']): Category | undefined =>
  categories.findLast((category) => category.level === level)

const CATEGORY_COLUMNS: readonly ColumnOf<IndicatorRow>[] = (
  [
    [1, '一级指标'],
    [2, '二级指标'],
  ] as const
).flatMap(([level, zh]) => [
  column(`level${level}_id`, 'text', `${zh}类别`, (row: IndicatorRow) => atLevel(row, level)?.is, {
    about: {
      zh: '不论印作什么：output、quantity……；不认识的为空',
      en: 'whatever it is printed as: output, quantity …; empty for a heading that isn’t known',
    },
  }),
  column(`level${level}`, 'text', zh, (row: IndicatorRow) => plain(atLevel(row, level)?.name)),
])

const NAME_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  column('ordinal', 'integer', '指标序号', ({ indicator }) => indicator.marker?.ordinal),
  column('name', 'text', '三级指标', ({ indicator }) => plain(indicator.name)),
  column('term', 'text', '目标期', ({ indicator }) => indicator.term, { words: ['annual', 'long-term'] }),
  column('target_column', 'text', '指标值的表头', ({ indicator }) => plain(indicator.column), {
    about: { zh: '一行有几个指标值时', en: 'where a row has several targets: a district, a half year' },
  }),
  column('weight', 'decimal', '分值', ({ indicator }) => indicator.weight?.numeral.value),
]

const measured = <Value>(
  { indicator: { target } }: IndicatorRow,
  of: (target: MeasuredTarget) => Value,
): Value | undefined => (target.kind === 'measured' ? of(target) : undefined)

/** A number of the measure: its own, or the upper end of a range. */
type End = 'numeral' | 'upperNumeral'

const valueIn = (row: IndicatorRow, end: End) => measured(row, ({ measure }) => measure[end]?.value)

/** Conversions may have no end: what is beyond the places of the column is rounded. */
const inBase = (value: Decimal, unit: Unit | undefined): Decimal =>
  unit === undefined ? value : toBase(value, unit).toDecimalPlaces(DECIMAL_PLACES)

const baseIn = (row: IndicatorRow, end: End) =>
  measured(row, ({ measure }) => {
    const value = measure[end]?.value
    return value === undefined ? undefined : inBase(value, measure.unit)
  })

const TARGET_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  column('target', 'text', '指标值（原文）', ({ indicator }) => plain(indicator.target.text)),
  column('kind', 'text', '指标值类型', ({ indicator }) => indicator.target.kind, {
    words: ['measured', 'period', 'baseline', 'qualitative', 'blank', 'unparsed'],
  }),
  column('comparator', 'text', '计算符号', ({ indicator }) => comparatorOf(indicator.target), {
    words: ['≥', '≤', '=', '>', '<'],
  }),
  column('implicit', 'flag', '符号未印出', (row) => measured(row, ({ implicit }) => implicit), {
    about: {
      zh: '没有印出计算符号，按通常意思理解',
      en: 'no comparator is printed: it is what a bare value means',
    },
  }),
  column('approximate', 'flag', '约数', (row) => measured(row, ({ measure }) => measure.approximate)),
  column('change', 'text', '增减', (row) => measured(row, ({ measure }) => measure.change), {
    words: ['increase', 'decrease'],
    about: { zh: '提高 5% 一类：变化而不是水平', en: 'a change such as 提高5%, not a level' },
  }),
  column('value', 'decimal', '数值', (row) => valueIn(row, 'numeral'), {
    about: { zh: '范围的下限；万、亿已乘入', en: 'the lower end of a range; 万 and 亿 are multiplied out' },
  }),
  column('upper_value', 'decimal', '数值上限', (row) => valueIn(row, 'upperNumeral')),
  column('unit', 'text', '计量单位', (row) => measured(row, ({ measure }) => measure.unit?.printed)),
  column('base_unit', 'text', '基本单位', (row) => measured(row, ({ measure }) => baseOf(measure.unit))),
  column('base_value', 'decimal', '基本单位数值', (row) => baseIn(row, 'numeral'), {
    about: { zh: '换算到 base_unit', en: 'converted to base_unit' },
  }),
  column('base_upper_value', 'decimal', '基本单位数值上限', (row) => baseIn(row, 'upperNumeral')),
  column('dimension', 'text', '量纲', (row) => measured(row, ({ measure }) => measure.unit?.dimension)),
  column('from_date', 'date', '起始日期', ({ indicator }) => dateOf(indicator.target, 'from'), {
    about: { zh: '第一天，含当天', en: 'the first day that counts' },
  }),
  column('until_date', 'date', '截止日期', ({ indicator }) => dateOf(indicator.target, 'until'), {
    about: { zh: '最后一天，含当天', en: 'the last day that counts' },
  }),
  ...optional<IndicatorRow>([
    column('from_part', 'text', '起始（不完整）', ({ indicator }) => partOf(indicator.target, 'from'), {
      about: { zh: '没有印出年份的日期：03-01', en: 'a date without a year: 03-01' },
    }),
    column('until_part', 'text', '截止（不完整）', ({ indicator }) => partOf(indicator.target, 'until'), {
      about: { zh: '没有印出年份的日期：12-31', en: 'a date without a year: 12-31' },
    }),
  ]),
  column('baseline_year', 'integer', '基准年', ({ indicator }) => baselineYear(indicator.target)),
]

/** What was reached, in the unit that it is printed in. */
const reached = <Value>(
  { indicator: { actual } }: IndicatorRow,
  of: (measure: Measure) => Value,
): Value | undefined => (actual?.kind === 'measured' ? of(actual.measure) : undefined)

const RESULT_COLUMNS: readonly ColumnOf<IndicatorRow>[] = [
  column('actual', 'text', '实际完成值（原文）', ({ indicator }) => plain(indicator.actual?.text)),
  column('actual_value', 'decimal', '实际完成数值', (row) => reached(row, ({ numeral }) => numeral.value)),
  column('actual_unit', 'text', '实际完成值的单位', (row) => reached(row, ({ unit }) => unit?.printed)),
  column('actual_base_value', 'decimal', '实际完成数值（基本单位）', (row) =>
    reached(row, ({ numeral, unit }) => inBase(numeral.value, unit)),
  ),
  column('score', 'decimal', '得分', ({ indicator }) => indicator.score?.numeral.value),
  column('reason', 'text', '偏差原因', ({ indicator }) => plain(indicator.reason)),
  column('notes', 'text', '说明', ({ indicator }) => plainAll(indicator.notes)),
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

const periodIn = (target: Target): Period | undefined =>
  target.kind === 'period' ? target.period : undefined

const dateOf = (target: Target, end: 'from' | 'until'): string | undefined => {
  const period = periodIn(target)
  if (end === 'from') return wholeDay(period?.from, period?.fromExcluded === true ? 1 : 0)
  return wholeDay(period?.until, period?.untilExcluded === true ? -1 : 0)
}

const partOf = (target: Target, end: 'from' | 'until'): string | undefined =>
  partOfDay(periodIn(target)?.[end])

const baselineYear = (target: Target): number | undefined =>
  target.kind === 'baseline' ? target.baseline.year : undefined

/** One row per indicator, with what is planned and what was reached. */
export const INDICATORS = tableOf<IndicatorRow>(
  {
    name: 'indicators',
    title: { zh: '绩效指标', en: 'Indicators' },
    about: {
      zh: '每行一个指标：指标值和实际完成值',
      en: 'one row per indicator: what is planned and what was reached',
    },
  },
  [
    column('indicator_id', 'text', '指标标识', ({ id, number }) => `${id}.i${number}`),
    ...OWNER_COLUMNS,
    yuanColumn<IndicatorRow>('project_amount_yuan', '项目金额（元）', ({ project }) => project.amount, {
      about: {
        zh: '每个指标行都有，不能直接相加',
        en: 'the same in all rows of a project: not to be added up here',
      },
    }),
    ...CATEGORY_COLUMNS,
    ...NAME_COLUMNS,
    ...TARGET_COLUMNS,
    ...optional(RESULT_COLUMNS),
    ...placeColumns<IndicatorRow>(({ indicator }) => indicator.span),
  ],
  (file) =>
    filingIn(file).flatMap((filing) =>
      ownedIn(filing).projects.flatMap((owned) =>
        indicatorsOf(owned.project).map(
          (placed, i): IndicatorRow => ({ ...owned, ...placed, number: i + 1 }),
        ),
      ),
    ),
)
