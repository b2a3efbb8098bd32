import { isListed, isListedHeader } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import type { Block, Row } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole, INDICATOR_COLUMNS, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { isTitle } from '../front-matter.ts'
import { LONGEST_HEADER } from '../header-rows.ts'
import { labelIn } from '../labels.ts'
import { alignTokens, type Cells, type Token } from './align-tokens.ts'
import { isFooter, type Line, lineOfToken, rowOf } from './tokens.ts'

/**
 * The rows of a form whose cells stand in a line of their own each, or all in one line: nothing but the header tells how
 * many make a row. `undefined` where no known header does.
 */
export const streamRows = (lines: readonly Line[]): readonly Block[] | undefined => {
  const filled = lines.filter(({ block }) => block.kind !== 'gap')
  const single = filled.filter((line) => line.tokens.length === 1)
  const isStream = single.length * 4 >= filled.length * 3 || filled.length < FEW_LINES
  // A text of several paragraphs is no cell, and would be lost among them.
  if (!isStream || filled.some((line) => line.tokens.length === 0)) return undefined
  const tokens = mended(filled.flatMap((line) => line.tokens))
  if (tokens.length > MOST_TOKENS) return undefined
  const blocks: Block[] = []
  let at = 0
  for (let from = 0; from < tokens.length; from += 1) {
    const header = tableHeaderAt(tokens, from)
    if (header === 0) continue
    const body = from + header
    const end = tableEnd(tokens, body)
    const heads = tokens.slice(from, body)
    const aligned = alignTokens(tokens.slice(body, end), header, heads, { hasLines: false, isAligned: false })
    if (aligned.cost > DEAREST) return undefined
    blocks.push(
      ...fieldRows(tokens.slice(at, from)),
      rowOf(heads.map((head) => [head])),
      ...aligned.rows.map(rowOf),
    )
    at = end
    from = end - 1
  }
  return at === 0 ? undefined : [...blocks, ...fieldRows(tokens.slice(at))]
}

const MOST_TOKENS = 20_000
/** All on one line, with a title above it and a note below. */
const FEW_LINES = 5
/** An alignment dearer than this explains nothing. */
const DEAREST = 2

/** Words that narrow cells broke over several lines, put together where a list has them. */
const mended = (tokens: readonly Token[]): readonly Token[] => {
  const whole: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const count = brokenAt(tokens, at)
    whole.push(count === 1 ? (tokens[at] as Token) : joinedToken(tokens.slice(at, at + count)))
    at += count
  }
  return whole
}

const MOST_PARTS = 4

/** How many tokens from `at` on are one word; 1 where it stands for itself. */
const brokenAt = (tokens: readonly Token[], at: number): number => {
  if ((tokens[at] as Token).text.length > LONGEST_WORD) return 1
  const own = meaningOf(tokens.slice(at, at + 1))
  for (let count = MOST_PARTS; count > 1; count -= 1) {
    const parts = tokens.slice(at, at + count)
    if (parts.length < count || parts.slice(1).some(({ line }) => line === undefined)) continue
    const words = meaningOf(parts)
    if (words.length > LONGEST_WORD || !/^[\u4e00-\u9fff]/.test(words)) continue
    if (isListedHeader(words) || (isLevel(cellKind(words)) && !isListedHeader(own))) return count
    if (headerRole(own) === undefined && headerRole(words.replace(/\([^()]*\)$/, '')) !== undefined)
      return count
  }
  return 1
}

const LONGEST_WORD = 16

const meaningOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text.meaning).join('')

const joinedToken = (tokens: readonly Token[]): Token => ({
  ...(tokens[0] as Token),
  text: SpannedText.join(tokens.map(({ text }) => text)),
})

/** 全年预算数(A): the words without what stands in brackets behind them. */
const withoutRemark = ({ text }: Token): string => text.meaning.replace(/\([^()]*\)$/, '')

const roleOf = (token: Token): ColumnRole | undefined => headerRole(withoutRemark(token))

/** How many tokens from `from` on head the columns of indicators; 0 where none do. */
export const tableHeaderAt = (tokens: readonly Token[], from: number): number => {
  const first = tokens[from]
  const begins = first === undefined ? undefined : roleOf(first)
  if (begins === undefined || !BEGIN.has(begins)) return 0
  const roles = new Set<ColumnRole>()
  let last = 0
  for (let count = 0; count < MOST_COLUMNS; count += 1) {
    const token = tokens[from + count]
    if (token === undefined || token.text.length > LONGEST_HEADER) break
    const role = roleOf(token)
    const isPart = role !== undefined && role !== 'note' && INDICATOR_COLUMNS.has(role)
    const isHead = isPart || isListed(withoutRemark(token), 'result', 'stage')
    const kind = cellKind(token.text.meaning)
    if (isHead) last = count + 1
    // Words that nobody knows in front of the first heading are a column as well.
    else if (isLevel(kind)) return endOfHeader(roles, count)
    else if (kind !== 'words' && kind !== 'name' && kind !== 'unit') break
    if (role !== undefined) roles.add(role)
  }
  return endOfHeader(roles, last)
}

const endOfHeader = (roles: ReadonlySet<ColumnRole>, count: number): number =>
  count > 2 && roles.has('target') && [...BEGIN].some((role) => roles.has(role)) ? count : 0

const BEGIN: ReadonlySet<ColumnRole> = new Set(['level-one', 'level-two', 'indicator'])

const MOST_COLUMNS = 16

/** Where the rows end: at a footer, a title, the next header or the next form. */
const tableEnd = (tokens: readonly Token[], from: number): number => {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (isFooter(token) || isTitle(token.text)) return at
    if (labelIn(token.text)?.role === 'name' || tableHeaderAt(tokens, at) > 0) return at
  }
  return tokens.length
}

/** Labels with their values: a row begins with each label that is known, and money stands under its stages. */
const fieldRows = (tokens: readonly Token[]): readonly Block[] => {
  const rows: Block[] = []
  let open: Token[] = []
  const close = (): void => {
    const [label, ...values] = open
    open = []
    if (label === undefined) return
    // A goal goes on in the lines below.
    const isGoal = values.length > 1 && labelIn(label.text)?.role === 'goal'
    rows.push(rowOf(isGoal ? [[label], values] : [label, ...values].map((token) => [token])))
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const stages = stagesAt(tokens, at)
    if (stages > 1) {
      close()
      const [moneyRows, end] = moneyTable(tokens, at, stages)
      rows.push(...moneyRows)
      at = end - 1
      continue
    }
    const texts = goalAndResultAt(tokens, at)
    if (texts !== undefined) {
      close()
      rows.push(rowOf(tokens.slice(at, at + 2).map((head) => [head])), rowOf(texts))
      at += 1 + texts.flat().length
      continue
    }
    const list = listEnd(tokens, at)
    if (list > at) {
      close()
      rows.push(...tokens.slice(at, list).map(lineOfToken))
      at = list - 1
      continue
    }
    const isLabel = labelIn(token.text) !== undefined
    if (isLabel || isTitle(token.text)) close()
    if (isLabel || open.length > 0) open.push(token)
    else rows.push(lineOfToken(token))
  }
  close()
  return rows
}

/**
 * Where the list of who gets how much ends that 序号 begins, in front of the title of the next table: its 项目名称 heads a
 * column and labels nothing. `at` where none begins.
 */
const listEnd = (tokens: readonly Token[], at: number): number => {
  if (!NUMBERS_LINES.test((tokens[at] as Token).text.meaning)) return at
  const end = tokens.findIndex(({ text }, i) => i > at && isTitle(text))
  return tokens.slice(at, Math.max(at, end)).some(({ text }) => text.meaning === '1') ? end : at
}

/** The lines of the two texts below 预期目标 and 实际完成情况, where they stand there and it is plain where the second begins. */
const goalAndResultAt = (tokens: readonly Token[], at: number): Cells | undefined => {
  const [plan, result] = tokens.slice(at, at + 2).map(({ text }) => labelIn(text)?.role)
  if (plan !== 'goal' || (result !== 'result' && result !== 'actual')) return undefined
  const below = tokens.slice(at + 2, at + 2 + MOST_LINES)
  const end = below.findIndex(({ text }) => labelIn(text) !== undefined)
  const lines = end < 0 ? below : below.slice(0, end)
  const begin = lines.length === 2 ? 1 : beginOfSecond(lines)
  return begin === undefined ? undefined : [lines.slice(0, begin), lines.slice(begin)]
}

const MOST_LINES = 40

/** Where the second of two texts begins: its list at the first number again, or it behind the only line that ends a text. */
const beginOfSecond = (lines: readonly Token[]): number | undefined => {
  const first = lines[0]?.text.folded ?? ''
  const mark = FIRST_MARK.exec(first)?.[0]
  const again = lines.findIndex(({ text }, i) => i > 0 && mark !== undefined && text.folded.startsWith(mark))
  if (again > 0) return again
  const widest = Math.max(0, ...lines.map(({ text }) => text.length))
  const ends = lines.flatMap(({ text }, i) =>
    i + 1 < lines.length && text.length < widest && /[。!]$/.test(text.folded) ? [i + 1] : [],
  )
  return ends.length === 1 ? ends[0] : undefined
}

const FIRST_MARK = /^(?:①|(?:目标)?[(]?[1一][).、:](?!\d))/

const stagesAt = (tokens: readonly Token[], at: number): number => {
  let count = 0
  while (at + count < tokens.length && isListed(withoutRemark(tokens[at + count] as Token), 'stage'))
    count += 1
  return count
}

/** 年初预算数, 全年预算数 … over a label and its numbers in each row; and where that ends. */
const moneyTable = (
  tokens: readonly Token[],
  from: number,
  stages: number,
): readonly [readonly Row[], number] => {
  const heads = tokens.slice(from, from + stages).map((token) => [token])
  const rows = [rowOf([[], ...heads])]
  let at = from + stages
  while (at + 1 < tokens.length) {
    let end = at + 1
    while (end < tokens.length && end <= at + stages && isMoney(tokens[end] as Token)) end += 1
    if (end === at + 1 || isMoney(tokens[at] as Token)) break
    const cells = tokens.slice(at, end).map((token) => [token])
    rows.push(rowOf([...cells, ...Array.from({ length: stages + 1 - cells.length }, () => [])]))
    at = end
  }
  return [rows, at]
}

const isMoney = ({ text }: Token): boolean => {
  const kind = cellKind(text.meaning)
  return isTyped(kind) || kind === 'none'
}
