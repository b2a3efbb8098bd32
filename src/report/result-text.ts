import { groupBy } from '../collect.ts'
import {
  type Disclosure,
  type Goal,
  type Indicator,
  isMoneyStage,
  type MoneyCell,
  type Project,
} from '../model/disclosure.ts'
import type { Language, Message } from '../model/finding.ts'
import { clean, describeAmount, describeTarget } from './target-text.ts'
import { enumerate, say } from './words.ts'

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
