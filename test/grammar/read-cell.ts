import { withNamedUnit } from '../../src/grammar/named-unit.ts'
import { parseTargetCell } from '../../src/grammar/target-cell.ts'
import type { Indicator, Target } from '../../src/model/disclosure.ts'
import type { PlainDate, Quantity } from '../../src/model/measure.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const dateOf = (date: PlainDate | undefined): string =>
  date === undefined ? '' : [date.year, date.month, date.day].filter((part) => part !== undefined).join('-')

const quantityOf = (quantity: Quantity): string => {
  if (quantity.kind === 'period') return `${dateOf(quantity.from)}..${dateOf(quantity.until)}`
  if (quantity.kind === 'baseline')
    return `baseline ${quantity.comparator?.sign ?? ''}${quantity.change === undefined ? '' : quantityOf(quantity.change)}`
  const { comparator, numeral, upperNumeral, unit, change, approximate } = quantity
  const upper = upperNumeral === undefined ? '' : `~${upperNumeral.value.toFixed()}`
  const sign = `${comparator?.sign ?? ''}${change === undefined ? '' : change === 'increase' ? '+' : '-'}`
  return `${sign}${approximate ? 'about ' : ''}${numeral.value.toFixed()}${upper}${unit?.printed ?? ''}`
}

const printed = (target: Target): string => {
  switch (target.kind) {
    case 'measured':
      return quantityOf(target.measure)
    case 'period':
      return quantityOf(target.period)
    case 'baseline':
      return quantityOf(target.baseline)
    case 'qualitative':
      return ['words', ...target.quantities.map(quantityOf)].join(' ')
    default:
      return target.kind
  }
}

/** What the cell of a value is read as, with the cells of its unit and comparator, and the name in front. */
export const read = (value: string, unit = '', name = '数量', isCost = false, comparator = ''): string => {
  const cells = [name, comparator, value, unit]
  const whole = cells.join('\t')
  let start = 0
  const [nameText, comparatorText, valueText, unitText] = cells.map((cell) => {
    const span = { start, end: start + cell.length }
    start = span.end + 1
    return SpannedText.ofSource(whole, span)
  }) as [SpannedText, SpannedText, SpannedText, SpannedText]
  const { target } = parseTargetCell(
    { comparator: comparatorText, value: valueText, unit: unitText, column: undefined, term: undefined },
    nameText,
    isCost,
  )
  return printed(withNamedUnit({ name: nameText, target } as Indicator).target)
}
