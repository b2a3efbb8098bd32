import type { ColumnRole } from '../model/disclosure.ts'
import type { Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { CellKind } from '../vocabulary/cell-kinds.ts'
import { NUMBERS_LINES } from '../vocabulary/headers.ts'
import { isMoneyCell, isSumWord, moneyStage } from '../vocabulary/money-words.ts'
import { type Label, labelOf, labelOfCell, levelLabel } from './labels.ts'
import { ownCells } from './row-cells.ts'
import { hintsIn, kindOf } from './words-of.ts'

/** Words over columns, from the first to behind the last. */
export interface Over {
  readonly start: number
  readonly end: number
  readonly label: Label
  /** Wider words above these that name a part, which is divided here: 基本支出 over 合计, 财政拨款. */
  readonly over: Label | undefined
}

/** A cell of a form with what it is by itself. */
export interface Item {
  readonly cell: Cell
  readonly column: number
  readonly end: number
  readonly label: Label | undefined
  readonly plain: string
  readonly kind: CellKind
}

/** Labels of texts: everything else in a table of a form is money. */
export const TEXTS: ReadonlySet<ColumnRole> = new Set(['goal', 'result'])

/** Whether an item is the label of such texts. */
export const isOfText = ({ label }: Item): boolean => label !== undefined && TEXTS.has(label.role)

const OF_MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'executed', 'rate'])

export const isOfMoney = (label: Label | undefined): boolean =>
  label !== undefined && isOfMoneyWord(label, label.text.meaning)

export const isOfMoneyItem = ({ label, plain }: Item): boolean => isOfMoneyWord(label, plain)

/** Whether words are of money; points and scores alone are not. */
const isOfMoneyWord = (label: Label | undefined, plain: string): boolean => {
  if (label !== undefined && OF_MONEY.has(label.role)) return true
  const stage = moneyStage(plain)
  return (stage !== undefined && stage !== 'weight' && stage !== 'score') || isSumWord(plain)
}

/** Whether a cell belongs to the row of the words above, and only reaches down to this one. */
export const isFrontOf = (cell: Cell, front: Row | undefined): boolean => front?.cells.includes(cell) === true

const LONGEST_LABEL = 20

/** Marks a place that has nothing to say: 金额合计 | * | 120. */
export const isFiller = (plain: string): boolean => /^[*/]+$/.test(plain)

/** Whether an item is words that may be a label, and has no value in its own cell. */
export const isWords = ({ kind, plain, label }: Item): boolean =>
  label === undefined
    ? (kind === 'words' || kind === 'name' || kind === 'organisation' || kind === 'standard') &&
      plain.length <= LONGEST_LABEL &&
      !isFiller(plain) &&
      !isMoneyCell(plain)
    : label.value.isBlank

/**
 * Whether a row of words heads columns: the row below has values in them, that no label of their own
 * stands in front of.
 */
export const headsRow = (items: readonly Item[], next: Row | undefined): boolean => {
  if (next === undefined || items.length < 2) return false
  const heads = items.filter(isOfText).length
  const isOfTexts = heads > 0
  // 2022年-2024年 beside 年度目标 heads the goals of the whole term.
  if (!items.every((item) => isWords(item) || (isOfTexts && item.kind === 'date'))) return false
  const below = countBelow(items, next, isOfTexts)
  if (isOfTexts) return below.values > 0 && (below.texts > 1 || heads > 1)
  // 项目类型 beside its value is no row of words, unless nothing but values stands below.
  const isPaired = items.some(({ label }, i) => {
    const beside = items[i + 1]
    const isOpen =
      beside !== undefined && beside.label === undefined && !isOfMoneyWord(undefined, beside.plain)
    return label !== undefined && isPairing(label) && isOpen
  })
  if (isPaired && below.labels > 0) return false
  // Two sentences below two words: 年初承诺成效 and 办成了什么, whatever they are called.
  if (below.texts > 1 && below.isOfTexts) return true
  const isMoney = items.some(({ label, plain }) => label?.role === 'amount' || isOfMoneyWord(label, plain))
  const isKnown = items.every(({ label }) => label !== undefined)
  return (
    isMoney &&
    below.values >= (isKnown || below.isUnderMoney ? 1 : 2) &&
    (below.labels < 2 || below.values >= below.labels)
  )
}

/** What the row below some words holds: values under them, sentences, and words of its own. */
interface Below {
  readonly values: number
  readonly texts: number
  readonly labels: number
  /** Nothing but sentences stands behind the first column. */
  readonly isOfTexts: boolean
  /** A value stands under a word for money. */
  readonly isUnderMoney: boolean
}

const countBelow = (items: readonly Item[], next: Row, mayBeTexts: boolean): Below => {
  let [values, texts, labels, others] = [0, 0, 0, 0]
  let isAfterLabel = false
  let isUnderMoney = false
  for (const cell of ownCells(next)) {
    const plain = cell.text.meaning
    const column = next.cells.indexOf(cell)
    const head = items.find((item) => item.column <= column && column < item.end)
    const isLabel = labelOfCell(cell) !== undefined
    const isText =
      head !== undefined &&
      !isLabel &&
      (TEXTS.has(head.label?.role ?? 'other') || kindOf(cell.text) === 'sentence')
    if (column > 0) {
      if (isText) texts += 1
      else others += 1
    }
    const isValue = (isText && mayBeTexts) || isMoneyCell(plain)
    if (isValue && head !== undefined && (labels < 2 || !isAfterLabel)) {
      values += 1
      isUnderMoney ||= head.label?.role === 'amount' || head.label?.role === 'executed'
    }
    if (!isValue) labels += 1
    isAfterLabel = !isValue
  }
  return { values, texts, labels, isOfTexts: others === 0, isUnderMoney }
}

/** Words that no list has over a column of texts, where others tell that goals and results stand below: 年初设定目标. */
export const headLabel = (text: SpannedText, items: readonly Item[]): Label => {
  const isOfTexts = items.some(isOfText)
  if (!isOfTexts && isSumWord(text.meaning)) return labelOf(text, text.length, 'amount', false)
  const hints = isOfTexts ? hintsIn(text) : undefined
  const [goal, result] = [hints?.get('goal') ?? 0, hints?.get('result') ?? 0]
  if (isOfTexts && kindOf(text) === 'date')
    return { ...labelOf(text, text.length, 'goal', false), term: 'long-term' }
  const role = goal > result ? 'goal' : result > 0 ? 'result' : 'other'
  return labelOf(text, text.length, role, false)
}

/** Words that no list has, as the label that they are printed as. */
export const wordLabel = (text: SpannedText): Label => labelOf(text, text.length, 'other', false)

/** The words over a cell, where any are. */
export const overOf = ({ column }: Item, heads: readonly Over[]): Over | undefined =>
  heads.find(({ start, end }) => start <= column && column < end)

/** Whether a cell is what the words over it are about: a text, or money. */
export const isUnderHead = (item: Item, heads: readonly Over[]): boolean => {
  const head = overOf(item, heads)
  if (head === undefined || NUMBERS_LINES.test(head.label.text.meaning)) return false
  const isSentence = item.kind === 'sentence'
  if (TEXTS.has(head.label.role)) return item.kind !== 'number' && (item.label === undefined || isSentence)
  if (item.label !== undefined) return false
  return (isSentence && item.column > 0) || isMoneyCell(item.plain)
}

/** A label whose value may come next; words that no list has are only taken for one. */
export interface Pending extends Over {
  readonly isKnown: boolean
}

/** The label that an item of a row is, as far as its words, its place and what stands beside it tell. */
export const labelAt = (
  items: readonly Item[],
  i: number,
  said: {
    readonly printed: Label | undefined
    readonly pending: Pending | undefined
    readonly owner: Label | undefined
  },
): Pending | undefined => {
  const item = items[i] as Item
  const next = items[i + 1]
  const { printed, pending, owner } = said
  const { column: start, end, plain } = item
  const { text } = item.cell
  const asSum = labelOf(text, text.length, 'amount', false)
  // 合计 in front of a sum, where the labels beside it are those of parts, and 其中:中央.
  const isBeforeMoney = next !== undefined && isMoneyCell(next.plain)
  const told = isBeforeMoney ? (levelLabel(text) ?? (isSumWord(plain) ? asSum : undefined)) : undefined
  const label = printed ?? told
  if (label !== undefined && !(pending !== undefined && isSaidValue(item, pending, next)))
    return { start, end, label, over: undefined, isKnown: true }
  // 项目资金 in front of 财政拨款小计: the label of a label.
  if (pending !== undefined && isFrontOfLabel(pending.label, item, next)) {
    const isKnown = /(?:小计|合计|总额|总计)$/.test(plain.replace(/[\s:]/g, ''))
    return { start, end, label: isKnown ? asSum : wordLabel(text), over: undefined, isKnown }
  }
  const isFree = pending === undefined && (owner === undefined || owner.role === 'amount')
  return isFree && isLabelLike(item, next, items)
    ? { start, end, label: wordLabel(text), over: undefined, isKnown: false }
    : undefined
}

/** Labels whose value stands beside them in any form. */
const isPairing = ({ role }: Label): boolean =>
  role === 'name' || role === 'agency' || role === 'code' || role === 'period' || role === 'other'

/** Whether a known word is the value of the label in front of it: a goal in a sentence, or 资金来源 | 中央财政 at the end of a row. */
const isSaidValue = ({ label, kind }: Item, pending: Pending, next: Item | undefined): boolean =>
  label !== undefined &&
  ((TEXTS.has(pending.label.role) && kind === 'sentence') ||
    (label.role === 'funding' && pending.isKnown && pending.label.role === 'other' && next === undefined))

/** Whether words behind a label are one themselves: 项目资金 | 财政拨款小计 | 6.30, 实施期目标 | 拟用款 | 38.61万元. */
const isFrontOfLabel = (pending: Label, item: Item, next: Item | undefined): boolean => {
  if (next === undefined || !isWords(item)) return false
  const isMoney = isMoneyCell(next.plain)
  if (isOfMoney(pending)) return isMoney
  return TEXTS.has(pending.role) && (isMoney || (next.kind === 'sentence' && next.label === undefined))
}

/** Whether words that no list has stand where a form prints a label: in front of a value. */
const isLabelLike = (item: Item, next: Item | undefined, items: readonly Item[]): boolean => {
  if (!isWords(item) || next === undefined || next.label !== undefined) return false
  return items.length % 2 === 0 || items.indexOf(item) === 0 || items.length === 3
}
