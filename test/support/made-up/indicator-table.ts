import type { Random } from '../random.ts'
import type { TruthIndicator, TruthKind } from '../reading/case.ts'
import type { MadeUpIndicator, MadeUpValue } from './content.ts'
import type { LabelName } from './labels.ts'
import { cell, type SheetCell, type SheetRow } from './sheet.ts'
import type { Style } from './style.ts'

/** The columns that a table of indicators may have. */
export type IndicatorColumn =
  | 'levelOne'
  | 'levelTwo'
  | 'name'
  | 'explanation'
  | 'comparator'
  | 'target'
  | 'unit'
  | 'actual'
  | 'points'
  | 'score'
  | 'reason'
  | 'standard'

/** The columns of a filing's style, in the order of the official forms; `results` are those of a self-evaluation. */
export const columnsOf = (
  style: Style,
  { levels = true, results = false } = {},
): readonly IndicatorColumn[] => [
  ...(levels ? (['levelOne', 'levelTwo'] as const) : []),
  'name',
  ...(style.explanation === 'before the value' ? (['explanation'] as const) : []),
  ...(style.comparator === 'column' ? (['comparator'] as const) : []),
  'target',
  ...(style.unit === 'column' ? (['unit'] as const) : []),
  ...(results
    ? (['actual', 'points', 'score', 'reason'] as const)
    : style.points
      ? (['points'] as const)
      : []),
  ...(style.standard ? (['standard'] as const) : []),
  ...(style.explanation === 'at the end' ? (['explanation'] as const) : []),
]

const LABEL_OF = {
  levelOne: 'levelOne',
  levelTwo: 'levelTwo',
  name: 'name',
  explanation: 'explanation',
  comparator: 'comparator',
  target: 'target',
  unit: 'unit',
  actual: 'actual',
  points: 'points',
  score: 'score',
  reason: 'reason',
  standard: 'standard',
} as const satisfies Record<IndicatorColumn, LabelName>

export const headerOf = (columns: readonly IndicatorColumn[], { labels, marksLabels }: Style): SheetRow =>
  columns.map((column) => {
    const label = labels.of(LABEL_OF[column])
    return cell(marksLabels && column === 'target' ? `*${label}` : label)
  })

/** One row for each indicator; the categories are merged over theirs. */
export const rowsOf = (
  indicators: readonly MadeUpIndicator[],
  columns: readonly IndicatorColumn[],
  style: Style,
): readonly SheetRow[] =>
  indicators.map((indicator, i) =>
    columns.flatMap((column): SheetCell[] => {
      if (column === 'name') {
        return [cell(numberOf(indicators, i, style) + printedName(indicator, style))]
      }
      if (column !== 'levelOne' && column !== 'levelTwo') return [cell(textIn(column, indicator, style))]
      const isSame = (other: MadeUpIndicator | undefined): boolean =>
        other !== undefined &&
        other.l1 === indicator.l1 &&
        (column === 'levelOne' || other.l2 === indicator.l2)
      if (isSame(indicators[i - 1])) return []
      let height = 1
      while (isSame(indicators[i + height])) height += 1
      const label =
        column === 'levelOne' ? levelOne(indicators, indicator.l1, style) : style.categories[indicator.l2]
      return [cell(label, 1, height)]
    }),
  )

/** The list number of an indicator under its category. */
const numberOf = (indicators: readonly MadeUpIndicator[], at: number, { numbering }: Style): string => {
  if (numbering === 'none') return ''
  const { l1, l2 } = indicators[at] as MadeUpIndicator
  const ordinal = indicators.slice(0, at + 1).filter((other) => other.l1 === l1 && other.l2 === l2).length
  return numbering === '指标' ? `指标${ordinal}：` : `${ordinal}.`
}

const levelOne = (
  indicators: readonly MadeUpIndicator[],
  l1: MadeUpIndicator['l1'],
  { categories, categoryPoints }: Style,
): string => {
  if (!categoryPoints) return categories[l1]
  const points = indicators.reduce((sum, other) => sum + (other.l1 === l1 ? other.points : 0), 0)
  return `${categories[l1]}（${points}分）`
}

/** The rows of a form with one more, of a category that nobody filled in, behind the last of its level 1. */
export const withUnusedRow = (
  rows: readonly SheetRow[],
  columns: readonly IndicatorColumn[],
  { unusedRow, categories, labels }: Style,
): readonly SheetRow[] => {
  const unusedText = (column: IndicatorColumn): string => {
    if (column === 'levelOne') return categories.benefit
    if (column === 'levelTwo') return `其他${labels.isOwn ? '成效' : '指标'}`
    return column === 'name' && unusedRow === 'residue' ? '……' : ''
  }
  if (unusedRow === 'none' || !columns.includes('levelOne')) return rows
  return [...rows, columns.map((column) => cell(unusedText(column)))]
}

const textIn = (
  column: Exclude<IndicatorColumn, 'levelOne' | 'levelTwo' | 'name'>,
  indicator: MadeUpIndicator,
  style: Style,
): string => {
  const { value } = indicator
  switch (column) {
    case 'comparator':
      if (value.kind === 'number') return signText(value.sign, style).join('')
      return style.marksQualitative && value.kind === 'qualitative' ? '定性' : ''
    case 'unit':
      return value.kind === 'number' ? value.unit : ''
    case 'target':
      return printTarget(value, style)
    case 'actual':
      return printActual(indicator.actual, style)
    case 'points':
      return String(indicator.points)
    case 'score':
      return String(indicator.score)
    default:
      return indicator[column]
  }
}

const signText = (sign: '≥' | '≤' | '=' | '', { signs, printsEquals }: Style): readonly [string, string] =>
  sign === '' || (sign === '=' && !printsEquals) ? ['', ''] : signs[sign]

export const printedName = ({ name, value }: MadeUpIndicator, { unit }: Style): string =>
  unit === 'in the name' && value.kind === 'number' ? `${name}（${value.unit}）` : name

/** A value with what its style leaves in the cell. */
export const printTarget = (value: MadeUpValue, style: Style): string => {
  if (value.kind !== 'number') return value.text
  const [before, behind] = style.comparator === 'in the value' ? signText(value.sign, style) : ['', '']
  return `${before}${value.number}${style.unit === 'in the value' ? value.unit : ''}${behind}`
}

/** What was reached: number and unit, without a comparator. */
export const printActual = (value: MadeUpValue, style: Style): string =>
  value.kind === 'number' ? `${value.number}${style.unit === 'in the value' ? value.unit : ''}` : value.text

/** What a row of the table says. */
export const truthOf = (
  indicator: MadeUpIndicator,
  columns: readonly IndicatorColumn[],
  style: Style,
): TruthIndicator => {
  const { value, points, actual, score, reason, l1, l2 } = indicator
  const hasLevels = columns.includes('levelOne')
  const results = columns.includes('actual')
  return {
    l1: hasLevels ? style.categories[l1] : null,
    l2: hasLevels ? style.categories[l2] : null,
    name: printedName(indicator, style),
    ...trueValue(value, style),
    weight: columns.includes('points') ? String(points) : null,
    ...(results
      ? { actual: printActual(actual, style), score: String(score), reason: reason === '' ? null : reason }
      : {}),
  }
}

const trueValue = (
  value: MadeUpValue,
  style: Style,
): Pick<TruthIndicator, 'comparator' | 'value' | 'unit' | 'kind' | 'also'> & {
  readonly unitFrom?: string
} => {
  if (value.kind !== 'number') {
    // A comparator in words may be read as such or left in the value.
    const also = value.text.startsWith('不低于') ? { also: [{ comparator: '≥' }] } : {}
    return { comparator: null, value: value.text, unit: null, kind: value.kind, ...also }
  }
  const { sign, number, unit } = value
  const isPrinted = style.comparator !== 'none' && signText(sign, style).join('') !== ''
  return {
    comparator: isPrinted && sign !== '' ? sign : null,
    value: number,
    unit,
    kind: number.includes('-') ? 'range' : kindOf(unit),
    ...(style.unit === 'in the name' ? { unitFrom: 'name' } : {}),
  }
}

const kindOf = (unit: string): TruthKind =>
  unit === '%' ? 'percent' : unit.includes('/') ? 'rate' : /元$/.test(unit) ? 'money' : 'number'

/** Indicators in the order of a table that is sorted by its categories, or not at all. */
export const inSomeOrder = (
  indicators: readonly MadeUpIndicator[],
  random: Random,
): readonly MadeUpIndicator[] =>
  random.chance(0.1) ? random.sample(indicators, indicators.length) : indicators
