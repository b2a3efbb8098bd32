import type { Agency, Amount, Category, Disclosure, Goal, Indicator, Target } from '../model/disclosure.ts'
import type { Language } from '../model/finding.ts'
import type { Measure } from '../model/measure.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { printable } from './printable.ts'

/** A target in normal form: the comparator apart from the value, both safe to print. */
export interface TargetText {
  /** `≥`; in parentheses where no comparator is printed, empty where none is meant. */
  readonly sign: string
  readonly value: string
}

export const describeTarget = (target: Target): TargetText => {
  switch (target.kind) {
    case 'measured':
      return {
        sign: target.implicit ? `(${target.comparator})` : target.comparator,
        value: describeMeasure(target.measure),
      }
    case 'baseline': {
      const { comparator, text } = target.baseline
      const after = comparator === undefined ? text : withoutComparator(text, comparator.text)
      return { sign: comparator?.sign ?? '', value: clean(after) }
    }
    case 'blank':
      return { sign: '', value: '—' }
    case 'unparsed':
      return { sign: '?', value: clean(target.text) }
    default:
      return { sign: '', value: clean(target.text) }
  }
}

/** `约5～10天`, `4.00万元`, with the unit as it was understood. */
const describeMeasure = (measure: Measure): string => {
  const { numeral, upperNumeral, unit, approximate, change } = measure
  const sign = change === undefined ? '' : change === 'increase' ? '+' : '-'
  const upper = upperNumeral === undefined ? '' : `～${clean(upperNumeral.text)}`
  return `${approximate ? '约' : ''}${sign}${clean(numeral.text)}${upper}${printable(unit?.printed ?? '')}`
}

const withoutComparator = (text: SpannedText, comparator: SpannedText): SpannedText =>
  text.text.startsWith(comparator.text) ? text.slice(comparator.length).trim() : text

/** Behind what was read from a picture, and not surely. */
export const DOUBT_MARK = '[?]'

/** ` [?]` where something in `span` was not read surely. */
export const doubtIn = ({ scan }: Disclosure, span: Span): string =>
  scan !== undefined && scan.doubtfulIn(span).length > 0 ? ` ${DOUBT_MARK}` : ''

/** `4.00 万元`; the text as printed where it is no number. */
export const describeAmount = (amount: Amount, disclosure: Disclosure): string =>
  `${describeMoney(amount, disclosure)}${doubtIn(disclosure, amount.span)}`

const describeMoney = (amount: Amount, { moneyUnit }: Disclosure): string => {
  if (amount.kind === 'blank-amount') return '—'
  if (amount.kind === 'invalid-amount') return `? ${clean(amount.text)}`
  return amount.yuanPerUnit.equals(moneyUnit.yuan)
    ? `${clean(amount.numeral.text)} ${moneyUnit.name}`
    : clean(amount.text)
}

/** A category's name without the 指标 that all of them end in. */
export const describeCategory = ({ name }: Category): string => clean(name).replace(/(?<=.)指标[:：]?$/, '')

/** An indicator's number and name. */
export const describeIndicator = ({ marker, name }: Indicator): string =>
  marker?.ordinal === undefined ? clean(name) : `${marker.ordinal} ${clean(name)}`

/** What a goal is called: its number, or its place among the goals. */
export const goalLabel = ({ marker }: Goal, index: number, language: Language): string =>
  `${language === 'zh' ? '目标' : 'Goal'} ${marker?.ordinal ?? index + 1}`

/** `501001 门源县人社局(本级)`. */
export const describeAgency = ({ code, name }: Agency): string =>
  code === undefined ? clean(name) : `${clean(code)} ${clean(name)}`

/** Text for people: broken words joined, line ends gone, nothing that acts on the terminal. */
export const clean = (text: SpannedText): string => printable(text.shown.replace(/[\t\r\n ]+/g, ' ').trim())
