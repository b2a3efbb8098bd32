import { groupBy } from '../collect.ts'
import {
  type Agency,
  type Amount,
  type Category,
  type Disclosure,
  type Goal,
  type Indicator,
  isMoneyStage,
  type MoneyCell,
  type Project,
  type Target,
} from '../model/disclosure.ts'
import type { Language, Message } from '../model/finding.ts'
import type { Measure } from '../model/measure.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { printable } from './printable.ts'
import { enumerate, say } from './words.ts'

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
  // 百分之百 says its unit itself.
  const own = measure.unitText?.span.end === numeral.text.span.end ? '' : (unit?.printed ?? '')
  return `${approximate ? '约' : ''}${sign}${clean(numeral.text)}${upper}${printable(own)}`
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

/** Names of what a self-evaluation prints beside the plan. */
export const RESULT_WORDS = {
  actual: { zh: '实际完成值', en: 'Actual' },
  score: { zh: '得分', en: 'Score' },
  reason: { zh: '偏差原因', en: 'Reason' },
  note: { zh: '说明', en: 'Note' },
  results: { zh: '完成情况', en: 'Result' },
  money: { zh: '资金执行', en: 'Money' },
  totalScore: { zh: '总分', en: 'Total score' },
} as const satisfies Record<string, Message>

/** What was reached; a comparator only where one is printed. Empty where nothing is. */
export const describeActual = ({ actual }: Indicator): string => {
  if (actual === undefined) return ''
  const { sign, value } = describeTarget(actual)
  return (actual.kind === 'measured' && actual.implicit ? value : `${sign} ${value}`).trim()
}

/** `45/50`: points and the most that there are. Empty where no points were given. */
export const describeScore = ({ score, weight }: Pick<Indicator, 'score' | 'weight'>): string => {
  if (score === undefined) return ''
  const most =
    weight === undefined || weight.upperNumeral !== undefined ? '' : `/${clean(weight.numeral.text)}`
  return clean(score.numeral.text) + most
}

/** What a result of the goals is called: its number, or its place among several. */
export const resultLabel = ({ marker }: Goal, index: number, count: number, language: Language): string => {
  const number = marker?.ordinal ?? (count > 1 ? index + 1 : undefined)
  const word = say(RESULT_WORDS.results, language)
  return number === undefined ? word : `${word} ${number}`
}

/** One line of a money table: a source, and what is printed of it. */
export interface MoneyLine {
  readonly source: MoneyCell['source']
  readonly cells: readonly MoneyCell[]
}

/** The cells of a money table by their sources, in the order printed. */
export const moneyLinesOf = ({ money }: Pick<Project, 'money'>): readonly MoneyLine[] =>
  [...groupBy(money, ({ source }) => source?.span.start).values()].map((cells) => ({
    source: cells[0].source,
    cells,
  }))

/** `年初预算数 5.00 万元，全年执行数 3.80 万元，执行率 95%`. */
export const describeMoneyLine = ({ cells }: MoneyLine, disclosure: Disclosure, language: Language): string =>
  enumerate(
    cells.map((cell) => `${clean(cell.label)} ${describeMoneyCell(cell, disclosure)}`),
    language,
  )

const describeMoneyCell = ({ stage, amount }: MoneyCell, disclosure: Disclosure): string =>
  isMoneyStage(stage) || amount.kind !== 'amount' ? describeAmount(amount, disclosure) : clean(amount.text)
