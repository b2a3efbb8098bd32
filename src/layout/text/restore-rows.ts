import { isListed } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import type { Block, Cell, Row, TextBlock } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { PLAN_HEADERS, RESULT_OF_GOAL } from '../../vocabulary/form-words.ts'
import { headerRole, INDICATOR_COLUMNS, isLevelRole } from '../../vocabulary/headers.ts'
import { isOutlineItem } from '../continued.ts'
import { isTitle } from '../front-matter.ts'
import { LONGEST_HEADER } from '../header-rows.ts'
import { labelIn } from '../labels.ts'
import { type Alignment, alignTokens, type Cells, cellsOf, type Token } from './align-tokens.ts'
import { pageGrid } from './page-grid.ts'
import { isFooter, type Line, lineOf, rowOf, withoutRemark } from './tokens.ts'

/**
 * Puts rows in place of lines whose cells only blanks set off, so that tables without borders are read as those with
 * borders are. A blank cell leaves nothing in its line: which one it was is told by what stands in the columns of the
 * other lines. Where the lines fit no columns, they are left as they are.
 */
export const restoreRows = (blocks: readonly Block[]): readonly Block[] | undefined => {
  const lines = blocks.map(lineOf)
  const end = lines.findLastIndex((line) => line.tokens.length > 0 && !areButtons(line)) + 1
  const restored = restore(lines.slice(0, end))
  return restored === undefined ? undefined : [...restored, ...blocks.slice(end)]
}

/** 【打印】 【关闭】: what a page on the web prints below its text. */
const areButtons = ({ tokens, kinds }: Line): boolean =>
  !kinds.some(isLevel) && tokens.every(({ text }) => /^【[^【】\d]{1,8}】$/.test(text.folded))

const restore = (lines: readonly Line[]): readonly Block[] | undefined => {
  if (areGlued(lines)) return undefined
  const page = pageGrid(lines)
  if (page !== undefined) return page
  const tables = tablesAmong(lines)
  if (tables.length === 0) return undefined
  const restored: Block[] = []
  let at = 0
  for (const table of tables) {
    restored.push(...headRows(lines.slice(at, table.start)))
    restored.push(...table.rows)
    at = table.end
  }
  restored.push(...headRows(lines.slice(at)))
  return restored
}

/** Whether values of several columns are glued in most rows: ≥2000件2150件20. Blanks set off only some of the cells then. */
const areGlued = (lines: readonly Line[]): boolean => {
  const valued = lines.filter(({ tokens }) => tokens.some(({ text }) => SIGNED.test(text.folded)))
  const glued = valued.filter(({ tokens }) => tokens.some(({ text }) => GLUED.test(text.folded)))
  return glued.length * 2 > valued.length
}

const SIGNED = /[≥≤%]/
const GLUED = /[≥≤]\s?[\d.]{1,12}(?:[%‰]|(?!年)[\u4e00-\u9fff]{1,3})\d|%\d/

interface RestoredTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly Row[]
}

const tablesAmong = (lines: readonly Line[]): readonly RestoredTable[] => {
  const tables: RestoredTable[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1], lines[at] as Line]
    const isKnown = before !== undefined && isKnownHeader(before) && line.tokens.length > 1
    if (!isKnown && !isHeaded(line)) continue
    const end = tableEnd(lines, at)
    const hasHeader = isKnown || (before !== undefined && isHeader(before))
    const start = hasHeader ? at - 1 : at
    const rows = rowsOf(lines.slice(at, end), hasHeader ? before : undefined)
    if (rows === undefined) return []
    tables.push({ start, end, rows })
    at = end - 1
  }
  return tables
}

/** Whether a line of several cells begins with the heading of a category. */
const isHeaded = ({ kinds }: Line): boolean => kinds.length > 2 && kinds.slice(0, 2).some(isLevel)

/** Whether a line is nothing but a header that is known. */
const isKnownHeader = ({ tokens }: Line): boolean =>
  tokens.length > 2 && headerLength(tokens) === tokens.length

const roleOf = (token: Token): ColumnRole | undefined => headerRole(withoutRemark(token.text.meaning))

/** How many tokens of a line, from the first on, head the columns of indicators; 0 where none do. */
const headerLength = (tokens: readonly Token[]): number => {
  const [first] = tokens
  const begins = first === undefined ? undefined : roleOf(first)
  if (begins === undefined || !BEGIN.has(begins)) return 0
  const roles = new Set<ColumnRole>()
  let last = 0
  for (const [count, token] of tokens.entries()) {
    if (token.text.length > LONGEST_HEADER) break
    const role = roleOf(token)
    const isPart = role !== undefined && role !== 'note' && INDICATOR_COLUMNS.has(role)
    const isHead = isPart || isListed(withoutRemark(token.text.meaning), 'result', 'stage')
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

/** Whether the cells of a line are short words, and none is a value. */
const isHeader = ({ tokens, kinds }: Line): boolean =>
  tokens.length > 2 &&
  tokens.every(({ text }) => text.length <= LONGEST_HEADER) &&
  kinds.every((kind) => kind === 'words' || kind === 'name' || kind === 'unit' || isLevel(kind)) &&
  kinds.filter(isLevel).length < 2

const hasValue = ({ kinds }: Line): boolean =>
  kinds.length > 1 && kinds.some((kind) => isTyped(kind) || kind === 'quality')

/** Where the rows end: before a line that is none, if none comes soon. */
const tableEnd = (lines: readonly Line[], from: number): number => {
  let end = from + 1
  for (let at = end; at < lines.length && at < end + AHEAD; at += 1) {
    const line = lines[at] as Line
    if (endsTable(line)) break
    if (isLevel(line.kinds[0] ?? 'none') || hasValue(line) || isSum(line)) end = at + 1
  }
  return end
}

const AHEAD = 4

/** 合计 90: the points of all rows. */
const isSum = ({ tokens, kinds }: Line): boolean =>
  tokens.length > 1 && kinds.slice(1).every(isTyped) && isFooter(tokens[0] as Token)

const endsTable = (line: Line): boolean => {
  const { block, tokens, kinds } = line
  const [first] = tokens
  return (
    block.kind !== 'text' ||
    first === undefined ||
    isKnownHeader(line) ||
    isTitle(block.cell.text) ||
    (tokens.length < 2 && !isOutlineItem(block.cell.text)) ||
    labelIn(first.text)?.role === 'name' ||
    (isFooter(first) && !kinds.slice(1).some(isTyped))
  )
}

const MOST_COLUMNS = 30
const MOST_TOKENS = 20_000
/** An alignment dearer than this explains nothing. */
const DEAREST = 1.6

const rowsOf = (all: readonly Line[], header: Line | undefined): readonly Row[] | undefined => {
  const lines = all.filter((line) => !isSum(line))
  const longest = Math.max(...lines.map(({ tokens }) => tokens.length))
  const width = Math.max(header?.tokens.length ?? 0, header === undefined ? longest : 0)
  const count = lines.reduce((sum, { tokens }) => sum + tokens.length, 0)
  if (width < 3 || width > MOST_COLUMNS || count > MOST_TOKENS) return undefined
  const alignment = bestAlignment(lines, width, header?.tokens)
  if (alignment.cost > DEAREST || !haveValues(alignment.rows)) return undefined
  const sums = all.filter(isSum).map(({ tokens }) => rowOf(tokens.map((token) => [token])))
  const body = [...alignment.rows.map(rowOf), ...sums].sort((a, b) => a.span.start - b.span.start)
  return header === undefined ? body : [rowOf(header.tokens.map((token) => [token])), ...body]
}

/** Whether most rows have a value: lines that hold parts of cells only are to be put together first. */
const haveValues = (rows: readonly Cells[]): boolean => {
  const used = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 2)
  return used.filter((row) => row.some(isValue)).length * 3 >= used.length * 2
}

const isValue = (cell: readonly Token[]): boolean => {
  const kind = cellKind(cell.map(({ text }) => text.meaning).join(''))
  return isTyped(kind) || kind === 'quality'
}

/** With the label of the table in front of the header, which the rows have nothing under, or without. */
const bestAlignment = (
  lines: readonly Line[],
  width: number,
  header: readonly Token[] | undefined,
): Alignment => {
  const tokens = lines.flatMap((line) => line.tokens)
  const isAligned = isWide(lines)
  const cells = cellsOf(tokens)
  const whole = alignTokens(tokens, width, header, isAligned, cells)
  const [first] = header ?? []
  if (header === undefined || first === undefined || width < 4 || isOverLevels(first.text)) return whole
  const behind = alignTokens(tokens, width - 1, header.slice(1), isAligned, cells)
  if (behind.cost >= whole.cost) return whole
  return { cost: behind.cost, rows: behind.rows.map((row) => [[], ...row]) }
}

const isOverLevels = ({ meaning }: SpannedText): boolean => isLevelRole(headerRole(meaning))

/** Whether most lines part their cells by wide blanks. */
const isWide = (lines: readonly Line[]): boolean =>
  lines.filter(({ block }) => block.kind === 'text' && /\S\s{2,}\S/.test(block.cell.text.folded)).length * 2 >
  lines.length

/** Lines of a form above its table: labels with their values. */
const headRows = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const { block, tokens } = lines[at] as Line
    const last = blocks.at(-1)
    const below = last?.kind === 'row' ? textsBelow(last, lines.slice(at)) : []
    if (block.kind !== 'text' || isTitle(block.cell.text)) blocks.push(block)
    else if (last?.kind === 'row' && below.length > 0) {
      blocks.push(rowUnder(last, below))
      at += below.length - 1
    } else if (last?.kind === 'row' && goesOnBelow(last, lines[at] as Line, block.cell.text))
      blocks.push(joinedBelow(blocks.pop() as Row, block))
    else if (tokens.length > 1) blocks.push(rowOf(tokens.map((token) => [token])))
    else blocks.push(block)
  }
  return blocks
}

const GOAL_HEADS: ReadonlySet<string> = new Set([...PLAN_HEADERS, ...RESULT_OF_GOAL])

/** The goal and what became of it, each in a line of its own below 预期目标 and 实际完成情况. */
const textsBelow = ({ cells }: Row, lines: readonly Line[]): readonly TextBlock[] => {
  const heads = cells.slice(-2).filter(({ text }) => GOAL_HEADS.has(text.meaning))
  const below = lines
    .slice(0, 2)
    .flatMap(({ block, kinds }) => (block.kind === 'text' && kinds.at(-1) === 'sentence' ? [block] : []))
  return heads.length === 2 && below.length === 2 ? below : []
}

const rowUnder = ({ cells }: Row, texts: readonly TextBlock[]): Row => {
  const [first, last] = [texts[0], texts.at(-1)] as [TextBlock, TextBlock]
  const span = { start: first.cell.span.start, end: last.cell.span.end }
  const front = cells.slice(0, -texts.length).map(
    (): Cell => ({
      text: first.cell.text.slice(0, 0),
      span: { start: span.start, end: span.start },
      markup: [],
      unclosed: false,
    }),
  )
  return { kind: 'row', span, cells: [...front, ...texts.map(({ cell }) => cell)] }
}

/** Whether a line goes on with the last cell of the row above: an item of its list, or the rest of its sentence. */
const goesOnBelow = ({ cells }: Row, { tokens }: Line, line: SpannedText): boolean => {
  const text = cells.at(-1)?.text
  const [first, second] = tokens
  if (first !== undefined && second !== undefined && labelIn(first.text) !== undefined) return false
  if (text === undefined || cellKind(text.meaning) !== 'sentence') return false
  return isOutlineItem(line) || (cellKind(line.meaning) === 'sentence' && labelIn(line) === undefined)
}

const joinedBelow = (row: Row, { cell }: TextBlock): Row => {
  const last = row.cells.at(-1) as Cell
  const joined: Cell = {
    text: SpannedText.join([last.text, cell.text], '\n'),
    span: { start: last.span.start, end: cell.span.end },
    markup: [...last.markup, ...cell.markup],
    unclosed: cell.unclosed,
  }
  return {
    ...row,
    span: { start: row.span.start, end: cell.span.end },
    cells: [...row.cells.slice(0, -1), joined],
  }
}
