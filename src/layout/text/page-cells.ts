import { isListedHeader } from '../../lexicon/lexer.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole, isLevelRole } from '../../vocabulary/headers.ts'
import { withoutOfThese } from '../../vocabulary/money-words.ts'
import { isOutlineItem } from '../continued.ts'
import { labelIn } from '../labels.ts'
import { type Fragment, isValueWord } from './page-columns.ts'

/** Fragments of a column that stand below each other and are one cell. */
export interface PageCell {
  readonly column: number
  readonly fragments: readonly Fragment[]
}

/** The cells of a row, by column. */
export type PageRow = readonly PageCell[]

/** The cells of a column. */
export type Column = readonly (readonly Fragment[])[]

/** 1.运营渡口 is an item of a list, whatever its words are. */
const ITEM = /^\d{1,2}[.、](?!\d)/

export const isValue = ({ words }: Fragment): boolean => !ITEM.test(words) && isValueWord(words)

export const textOf = (fragments: readonly Fragment[]): SpannedText =>
  SpannedText.join(fragments.flatMap(({ pieces }) => pieces.map(({ text }) => text)))

export const wordsOf = (fragments: readonly Fragment[]): string =>
  fragments.map(({ words }) => words).join('')

export const isLevelWord = (words: string): boolean =>
  isLevel(cellKind(words)) || isLevelRole(headerRole(words))

const MOST_PARTS = 6
/** Lines further apart are not of one word. */
const FURTHEST = 3
const LONGEST_KNOWN = 24

/** The cells of a column, where fragments that make a known word together, or run on, are one. */
export const wholeCells = (fragments: readonly Fragment[]): Column => {
  const cells: (readonly Fragment[])[] = []
  for (let at = 0; at < fragments.length; ) {
    const count = wholeFrom(fragments, at)
    cells.push(fragments.slice(at, at + count))
    at += count
  }
  return cells
}

const wholeFrom = (fragments: readonly Fragment[], at: number): number => {
  for (let count = Math.min(MOST_PARTS, fragments.length - at); count > 1; count -= 1) {
    const parts = fragments.slice(at, at + count)
    const isNear = parts.every((part, i) => i === 0 || part.y - (parts[i - 1] as Fragment).y <= FURTHEST)
    // What is a word by itself is no rest of one.
    if (isNear && isKnown(parts) && isBroken(parts)) return count
  }
  let count = 1
  while (at + count < fragments.length && runsOn(fragments[at + count - 1], fragments[at + count])) count += 1
  return count
}

/** Whether fragments are parts of the word that they make; 指标 and 部门 are words that may end others. */
const isBroken = (parts: readonly Fragment[]): boolean => {
  const [first, last] = [parts[0], parts.at(-1)] as [Fragment, Fragment]
  if (parts.some((part) => isValue(part) || (part !== last && part.words.endsWith(':')))) return false
  // 服务对象 over 满意度指标.
  return last.words.length < 3 || !isKnown([last]) || (isLevelWord(wordsOf(parts)) && !isKnown([first]))
}

/** Whether fragments make a heading, a header or a label. */
export const isKnown = (fragments: readonly Fragment[]): boolean => {
  const words = wordsOf(fragments)
  if (words.length > LONGEST_KNOWN) return false
  // 合计12 is a label with its money.
  return (
    isLevelWord(words) ||
    headerRole(words) !== undefined ||
    (!/\d/.test(words) && labelIn(textOf(fragments)) !== undefined)
  )
}

/** Whether a fragment goes on with the one above: one character a line, or a text that fills its column. */
const runsOn = (above: Fragment | undefined, below: Fragment | undefined): boolean => {
  if (above === undefined || below === undefined) return false
  // A label whose value has one line is not broken where the next has words of its own beside it.
  if (above.beside === 'value' && below.beside !== undefined) return false
  const gap = below.y - above.y
  if (isCharacter(above) && isCharacter(below)) return gap <= FURTHEST
  return gap === 1 && !isKnown([above]) && !isKnown([below]) && breakInside(above, below) < 0
}

const isCharacter = ({ words }: Fragment): boolean => /^[\u4e00-\u9fff]$/.test(words)

/** Two values are of two rows. */
export const TWO_VALUES = 6
export const APART = 4
/** What speaks for two lines of one cell, and against. */
const BASE = 1
const FULL = 2
export const OPEN = 3
const KNOWN = 4
const BLANK_LINE = 3
const HEADED = 3
/** Longer words are a sentence, which goes on until it has an end. */
const LONG = 20

/** What it costs that two fragments, one below the other, are of one cell: less than nothing where they look like one. */
export const breakInside = (above: Fragment, below: Fragment): number => {
  const [kind, next] = [cellKind(above.words), cellKind(below.words)]
  // 2024年12月 over 31日前.
  if (kind === 'date' && next !== 'date' && cellKind(above.words + below.words) === 'date') return -OPEN
  if (isTyped(kind) && isTyped(next)) return TWO_VALUES
  if (isValue(above) && isValue(below)) return TWO_VALUES / 2 - (above.isFull ? FULL : 0)
  // (万元) or (万元)(20分) below a header says of what it is.
  if (/^(?:\([^()]+\))+$/.test(below.words)) return -OPEN
  if (isWord([above, below]) && !isWord([above])) return -KNOWN
  if (isWord([above]) || (isWord([below]) && !isRest(above, below))) return TWO_VALUES
  let cost = wordsApart(above, below) - wordsTogether(above, below)
  if (below.y - above.y > FURTHEST) cost += APART
  if (below.blanks > above.blanks) cost += BLANK_LINE
  // A number stands below the word that heads it.
  if (isTyped(next)) cost += HEADED
  else if (next !== 'name' && isTyped(cellKind(above.words + below.words))) cost -= OPEN
  return cost
}

/** What goes on below a full line may be a word: 省级资金, with nothing beside it, is no label. */
const isRest = ({ isFull }: Fragment, { words, isAlone }: Fragment): boolean =>
  isFull && (words.length <= LONGEST_REST || isAlone)

const wordsApart = ({ words, isFull }: Fragment, below: Fragment): number => {
  const kind = cellKind(words)
  // Where the column broke it, a text may end as names do.
  const endsName = kind === 'name' && !isFull
  const isNamed = endsName && cellKind(below.words) === 'name'
  return BASE + (/[。!]$/.test(words) || endsName ? FULL : 0) + (isNamed ? FULL : 0)
}

const wordsTogether = ({ words, isFull }: Fragment, below: Fragment): number => {
  const isOngoing = isFull || (words.length > LONG && !/[。;!?]$/.test(words))
  const isCut = /[、,;(~—-]$/.test(words) || /^[、,。;)%·]/.test(below.words) || isOpen(words)
  return (isOngoing ? FULL : 0) + (isCut ? OPEN : 0)
}

/** Whether fragments make a word that a list has: a heading, a header, a label. */
const isWord = (fragments: readonly Fragment[]): boolean => {
  // 其中:当年财 over 政拨款
  const words = withoutOfThese(wordsOf(fragments))
  return words.length <= LONGEST_KNOWN && (isLevel(cellKind(words)) || isListedHeader(words))
}

/** Whether a bracket is open at the end. */
const isOpen = (words: string): boolean => {
  const open = Math.max(words.lastIndexOf('('), words.lastIndexOf('《'), words.lastIndexOf('“'))
  return open >= 0 && !/[)》”]/.test(words.slice(open))
}

export const middleOf = (fragments: readonly Fragment[]): number =>
  ((fragments[0] as Fragment).y + (fragments.at(-1) as Fragment).y) / 2

/** 指标 may be the rest of a word. */
export const LONGEST_REST = 3

/** The words of a cell: an item of a list begins a line of its own, and a line end inside words stands for nothing. */
export const textOfCell = ({ fragments }: PageCell): SpannedText => {
  let whole: SpannedText | undefined
  for (const { pieces } of fragments) {
    const line = SpannedText.join(
      pieces.map(({ text }) => text),
      ' ',
    )
    whole =
      whole === undefined
        ? line
        : SpannedText.join([whole, line], isOutlineItem(line) && line.length > LONGEST_REST ? '\n' : '')
  }
  return whole as SpannedText
}
