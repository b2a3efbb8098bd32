import { parseMeasures, type ScanOptions } from '../../../src/grammar/quantity/index.ts'
import { formatInterval } from '../../../src/model/interval.ts'
import type { PlainDate, Quantity } from '../../../src/model/measure.ts'

const CHANGES = { increase: '+', decrease: '-' }

const renderDate = (date: PlainDate | undefined): string =>
  date === undefined
    ? ''
    : [date.year ?? '*', date.month, date.day].filter((part) => part !== undefined).join('-')

/** What a quantity means, without its text: `+~[5, ∞)%`, `2022-1-1..2022-12-31`, `≥{2021}`. */
const renderQuantity = (quantity: Quantity): string => {
  switch (quantity.kind) {
    case 'measure': {
      const change = quantity.change === undefined ? '' : CHANGES[quantity.change]
      return `${change}${quantity.approximate ? '~' : ''}${formatInterval(quantity.interval, quantity.unit)}`
    }
    case 'period': {
      const from = `${quantity.fromExcluded ? 'after ' : ''}${renderDate(quantity.from)}`
      const until = `${renderDate(quantity.until)}${quantity.untilExcluded ? ' excluded' : ''}`
      return `${from}..${until}${quantity.recurring ? ' recurring' : ''}`
    }
    case 'baseline': {
      const reference = quantity.year ?? `-${quantity.yearsBack}`
      const change = quantity.change === undefined ? '' : ` ${renderQuantity(quantity.change)}`
      return `${quantity.comparator?.sign ?? ''}{${reference}}${change}`
    }
  }
}

/** All quantities of a phrase: the text each was read from and what it means. */
export const renderQuantities = (phrase: string, options?: ScanOptions): string =>
  parseMeasures(phrase, options)
    .map((quantity) => `${quantity.text.folded} = ${renderQuantity(quantity)}`)
    .join('; ')
