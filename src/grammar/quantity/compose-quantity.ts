import type { Baseline, Measure, Numeral, Period, PrintedComparator } from '../../model/measure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { PeriodRead } from './finish-period.ts'
import type { BaselineRead } from './read-baseline.ts'
import type { MeasureRead } from './read-measure.ts'
import type { ValueRead } from './read-value.ts'
import type { ComparatorRead } from './words-before.ts'

/** The measure that `read` found in `source`. */
export const composeMeasure = (source: SpannedText, read: MeasureRead): Measure => {
  const { range, interval, unit } = read
  const text = source.slice(read.start, read.end)
  const { first, second, upper } = range
  return {
    kind: 'measure',
    text,
    span: text.span,
    comparator: composeComparator(source, read.comparator),
    numeral: composeNumeral(source, first, range.lower),
    upperNumeral: upper === undefined ? undefined : composeNumeral(source, second ?? first, upper),
    unit,
    unitText: unit === undefined ? undefined : source.slice(read.unitStart, read.unitEnd),
    interval,
    approximate: read.approximate,
    change: read.change,
  }
}

/** The period that `read` found in `source`. */
export const composePeriod = (source: SpannedText, read: PeriodRead): Period => {
  const text = source.slice(read.start, read.end)
  const { from, until, fromExcluded, untilExcluded, recurring } = read
  return { kind: 'period', text, span: text.span, from, until, fromExcluded, untilExcluded, recurring }
}

/** The baseline that `read` found in `source`. */
export const composeBaseline = (source: SpannedText, read: BaselineRead): Baseline => {
  const text = source.slice(read.start, read.end)
  return {
    kind: 'baseline',
    text,
    span: text.span,
    comparator: composeComparator(source, read.comparator),
    year: read.year,
    yearsBack: read.yearsBack,
    change: read.change === undefined ? undefined : composeMeasure(source, read.change),
  }
}

const composeComparator = (
  source: SpannedText,
  read: ComparatorRead | undefined,
): PrintedComparator | undefined =>
  read === undefined ? undefined : { sign: read.sign, text: source.slice(read.start, read.end) }

const composeNumeral = (source: SpannedText, read: ValueRead, value: Numeral['value']): Numeral => ({
  text: source.slice(read.numberStart, read.numberEnd),
  value,
  decimals: read.decimals,
})
