import { Lexer } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import { type Block, cellsOf, plainCell, type Row, type TextBlock } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { areWords, cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { PLAN_HEADERS, RESULT_OF_GOAL } from '../../vocabulary/form-words.ts'
import { headerRole, isLevelRole, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { asItem } from '../../vocabulary/heading-leads.ts'
import { isOutlineItem } from '../continued.ts'
import { isTitle } from '../front-matter.ts'
import { LONGEST_HEADER } from '../header-rows.ts'
import { inferColumns } from '../infer-columns.ts'
import { labelIn } from '../labels.ts'
import { kindOf } from '../words-of.ts'
import {
  type BareLine,
  withNumbers,
  withoutNumbers,
  withPointsAtEnd,
  withStackedHeads,
} from './bare-lines.ts'
import { brokenHeads, brokenTables } from './broken-rows.ts'
import { type Column, type ColumnKind, headerOf, type Place, type TableHeader } from './columns.ts'
import { behindRemark } from './glued-labels.ts'
import { readPieces } from './glued-rows.ts'
import { pageGrid } from './page-grid.ts'
import type { Piece } from './row-search.ts'
import {
  isFooter,
  type Line,
  lineOf,
  lineOfToken,
  type RestoredTable,
  rowOfTokens,
  type Token,
  withoutRemark,
} from './tokens.ts'

/**
 * Puts rows in place of lines whose cells only blanks set off, so that tables without borders are read as those with
 * borders are. A blank cell leaves nothing in its line: which one it was is told by what stands in the columns of the
 * other lines. Where the lines fit no columns, they are left as they are.
 */
export const restoreRows = (blocks: readonly Block[]): readonly Block[] | undefined => {
  const lines = blocks.map(lineOf)
  const end = lines.findLastIndex((line) => line.tokens.length > 0 && !areButtons(line)) + 1
  const restored = restore(lines.slice(0, end))
  return restored === undefined ? undefined : [...withPointsAtEnd(restored), ...blocks.slice(end)]
}

/** 【打印】 【关闭】: what a page on the web prints below its text. */
const areButtons = ({ tokens, kinds }: Line): boolean =>
  !kinds.some(isLevel) && tokens.every(({ text }) => /^【[^【】\d]{1,8}】$/.test(text.folded))

const restore = (lines: readonly Line[]): readonly Block[] | undefined => {
  const page = pageGrid(lines)
  if (page !== undefined) return page
  const stacked = withStackedHeads(lines)
  if (areGlued(stacked.filter(({ kinds }) => isLevel(kinds[0] ?? 'none')))) return undefined
  const broken = restoreBroken(stacked)
  if (broken !== undefined) return broken
  const whole = withWholeWords(stacked)
  const rows = restoreLines(whole.filter((line) => !isOfLostHeading(line)))
  return rows && [...rows, ...whole.filter(isOfLostHeading).map(({ block }) => block)]
}

/** (50分) alone in its line: the points of a heading that was lost. */
const isOfLostHeading = ({ tokens }: Line): boolean =>
  tokens.length === 1 && LOST_HEADING.test(tokens[0]?.text.meaning ?? '')

const LOST_HEADING = /^\(\d{1,3}分\)$/

/** The tables whose narrow cells are broken over lines, between the other lines; `undefined` without any of indicators. */
const restoreBroken = (lines: readonly Line[]): readonly Block[] | undefined => {
  const restored: Block[] = []
  let at = 0
  for (const { start, end, rows } of brokenTables(lines)) {
    restored.push(...headRows(brokenHeads(lines.slice(at, start))), ...rows)
    at = end
  }
  return at === 0 ? undefined : [...restored, ...headRows(brokenHeads(lines.slice(at)))]
}

/** The lines whose last word the next one begins with the rest of, 一级 over 指标, 经济效益 over 指标, as one. */
const withWholeWords = (all: readonly Line[]): readonly Line[] => {
  const lines = [...all]
  const whole: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const parts = partsFrom(lines, at)
    if (parts.length === 1) {
      whole.push(...parts)
      at += 1
    } else {
      // In place of the last of them, since it may itself end in the first part of a word.
      at += parts.length - 1
      lines[at] = joined(parts)
    }
  }
  return withWholeHeaders(whole)
}

/** The lines, those together that are one header: 绩效指标 一级指标 over 二级指标 三级指标 分值. */
const withWholeHeaders = (lines: readonly Line[]): readonly Line[] => {
  const whole: Line[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const goesOn =
      last !== undefined &&
      endsInLevelOne(last) &&
      line.tokens[0] !== undefined &&
      roleOf(line.tokens[0]) === 'level-two' &&
      isHeader(line)
    if (goesOn) whole[whole.length - 1] = joined([last, line], ' ')
    else whole.push(line)
  }
  return whole
}

const endsInLevelOne = ({ tokens }: Line): boolean =>
  tokens.at(-1) !== undefined &&
  tokens.every((token) => roleOf(token) !== undefined) &&
  roleOf(tokens.at(-1) as Token) === 'level-one'

const joined = (parts: readonly Line[], joint = ''): Line => {
  const blocks = parts.map(({ block }) => block as TextBlock)
  const [first, last] = [blocks[0], blocks.at(-1)] as [TextBlock, TextBlock]
  const text = SpannedText.join(
    blocks.map(({ cell }) => cell.text),
    joint,
  )
  const span = { start: first.cell.span.start, end: last.cell.span.end }
  return lineOf({ ...first, cell: { ...last.cell, text, span } })
}

const MOST_PARTS = 5
const LONGEST_REST = 3
/** 产出指标 over (50分). */
const POINTS = /\(\d{1,3}分\)$/

/** The lines from a place on that a word runs through, from the end of the first to the start of the last; else just one. */
const partsFrom = (lines: readonly Line[], at: number): readonly Line[] => {
  for (let count = MOST_PARTS; count > 1; count -= 1) {
    const parts = lines.slice(at, at + count)
    const words = parts.map(({ tokens }, i) => (i === 0 ? tokens.at(-1) : tokens[0])?.text.meaning ?? '')
    const rests = words.slice(1)
    if (
      parts.length === count &&
      !words.includes('') &&
      !parts[0]?.kinds.some(isTyped) &&
      parts.slice(1, -1).every(({ tokens }) => tokens.length === 1) &&
      rests.every((word) => word.replace(POINTS, '').length <= LONGEST_REST && !isLevel(cellKind(word))) &&
      (isKnownWord(words.join('')) || (count === 2 && isCutName(parts as [Line, Line]))) &&
      (count === 2 || words.slice(0, -1).every((word) => word.length === 1))
    )
      return parts
  }
  return lines.slice(at, at + 1)
}

/** 农田增加面 over 积 公顷 ≥20: the last character of a name, which is none by itself. */
const isCutName = ([
  above,
  {
    tokens: [first],
    kinds,
  },
]: readonly [Line, Line]): boolean =>
  above.tokens.length === 1 &&
  areWords(above.kinds[0]) &&
  kinds.length > 2 &&
  kinds[0] === 'words' &&
  kinds.some(isTyped) &&
  first?.text.length === 1

const isKnownWord = (word: string): boolean => isLevel(cellKind(word)) || headerRole(word) !== undefined

const restoreLines = (lines: readonly Line[]): readonly Block[] | undefined => {
  const bare = withoutNumbers(lines, isKnownHeader)
  if (bare.some(isWrapped)) return undefined
  const tables = tablesAmong(bare)
  if (tables.length === 0) return undefined
  const restored: Block[] = []
  let at = 0
  for (const table of tables) {
    restored.push(...headRows(lines.slice(at, table.start)))
    restored.push(...withNumbers(table.rows, bare.slice(table.start, table.end)))
    at = table.end
  }
  restored.push(...headRows(lines.slice(at)))
  return restored
}

/**
 * Whether a heading stands behind a value, and not behind the points of the one above it: the text goes on in the next line
 * wherever one was full.
 */
const isWrapped = ({ kinds }: Line): boolean => {
  const value = kinds.findIndex(
    (kind, i) => isTyped(kind) && !(kind === 'number' && isLevel(kinds[i - 1] ?? 'none')),
  )
  return value >= 0 && kinds.findLastIndex(isLevel) > value
}

const tablesAmong = (lines: readonly BareLine[]): readonly RestoredTable[] => {
  const tables: RestoredTable[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as BareLine
    const above = headerAbove(lines, at)
    const before = lines[above]
    const isKnown = before !== undefined && isKnownHeader(before) && line.tokens.length > 1
    if (!isKnown && !isHeaded(line)) continue
    const end = tableEnd(lines, at)
    const hasHeader = isKnown || (before !== undefined && isHeader(before))
    const start = hasHeader ? above : at
    const rows = rowsOf(lines.slice(at, end), hasHeader ? before : undefined)
    if (rows === undefined) return []
    tables.push({ start, end, rows })
    at = end - 1
  }
  return tables
}

/** The line above, or a known header that only blank lines part from this one. */
const headerAbove = (lines: readonly BareLine[], at: number): number => {
  let above = at - 1
  while (above > 0 && above > at - MOST_BLANK && lines[above]?.tokens.length === 0) above -= 1
  const found = lines[above]
  return found !== undefined && isKnownHeader(found) ? above : at - 1
}

const MOST_BLANK = 8

/** Whether a line of several cells begins with the heading of a category. */
const isHeaded = ({ kinds }: Line): boolean => kinds.length > 2 && kinds.slice(0, 2).some(isLevel)

const roleOf = (token: Token): ColumnRole | undefined => headerRole(withoutRemark(token.text.meaning))

/** Whether a line is nothing but a header that is known. */
const isKnownHeader = (line: BareLine): boolean => {
  const roles = line.tokens.map(roleOf)
  return isHeader(line) && roles.includes('target') && BEGIN.has(roles[0])
}

const BEGIN: ReadonlySet<ColumnRole | undefined> = new Set(['level-one', 'level-two', 'indicator'])

/** Whether the cells of a line are short words, and none is a value. */
const isHeader = ({ tokens, kinds, number }: Line & Partial<BareLine>): boolean =>
  tokens.length > (number === undefined ? 2 : 1) &&
  tokens.every(({ text }) => text.length <= LONGEST_HEADER) &&
  kinds.every(
    (kind, i) =>
      kind === 'words' ||
      kind === 'name' ||
      kind === 'unit' ||
      kind === 'organisation' ||
      isLevel(kind) ||
      roleOf(tokens[i] as Token) !== undefined,
  ) &&
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
    (tokens.length > 2 && NUMBERS_LINES.test(first.text.meaning)) ||
    isTitle(block.cell.text) ||
    (tokens.length < 2 && !isOutlineItem(block.cell.text)) ||
    labelIn(first.text)?.role === 'name' ||
    (isFooter(first) && !kinds.slice(1).some(isTyped))
  )
}

const MOST_COLUMNS = 30

/** The header and the rows of a table whose cells blanks set off; what no value is in has rows of its own. */
const rowsOf = (all: readonly Line[], header: BareLine | undefined): readonly Block[] | undefined => {
  const lines = all.filter((line, at) => !isSum(line) && !isUnfilled(line, all[at + 1]))
  if (lines.length === 0) return undefined
  const longest = longestOf([...lines, ...(header === undefined ? [] : [header])])
  if (longest < (header?.number === undefined ? 3 : 2) || longest > MOST_COLUMNS) return undefined
  const text = SpannedText.join(lines.map(textOf), '\n')
  const place = { start: 0, end: text.length }
  const { columns, pieces } = readPieces(
    new Lexer(text.folded),
    place,
    headerOver(lines, header?.tokens ?? []),
    { areApart: true, ownLevels: haveOwnLevels(lines, header?.tokens ?? []) ? 'in-front' : undefined },
  )
  const table = new TableBuilder(text, lines, columns, header?.tokens ?? [])
  const rows = areSetOff(text, pieces, lines) ? table.read(pieces) : undefined
  if (rows === undefined) return undefined
  const others = all.filter((line) => !lines.includes(line)).map((line) => table.rowOfLine(line))
  return [...table.header, ...[...rows, ...others].sort((a, b) => startOf(a) - startOf(b))]
}

/** Whether most lines have the value right behind the name, 质量指标 验收合格率100%: blanks part the other cells alone. */
const areGlued = (lines: readonly Line[]): boolean => {
  const glued = lines.filter(({ tokens }) => {
    const last = tokens.at(-1)?.text.folded ?? ''
    return tokens.length < 4 && /\d/.test(last) && asItem(last) !== ''
  })
  return glued.length >= FEWEST_GLUED && glued.length * 2 > lines.length
}

const FEWEST_GLUED = 3

/**
 * 部门管理(20分) 资金投入 …, 产出指标 工程量 …: whether lines with a word in every column have one that is no known heading under 二级指标: two,
 * or one under a known heading of level 1 where others have known ones of both.
 */
const haveOwnLevels = (lines: readonly Line[], heads: readonly Token[]): boolean => {
  const roles = heads.map(roleOf)
  const first = roles.indexOf('level-one')
  if (first < 0 || roles[first + 1] !== 'level-two') return false
  const full = lines.filter(
    ({ tokens, kinds: [one] }) =>
      tokens.length === heads.length - first && (areWords(one) || one === 'level-one'),
  )
  const own = full.filter(({ kinds: [, two] }) => areWords(two))
  const isBeside = (line: Line): boolean => line.kinds[0] === 'level-one' && line.kinds[1] === 'level-two'
  return own.length >= FEWEST_FULL || (own[0]?.kinds[0] === 'level-one' && full.some(isBeside))
}

const FEWEST_FULL = 2

/** 效益指标 其他成效 ……: nothing but a heading of level 1 and words is a row that nobody filled in, if it doesn't go on below. */
const isUnfilled = ({ kinds }: Line, next: Line | undefined): boolean => {
  const [first, ...others] = kinds
  const isEnd = next === undefined || isLevel(next.kinds[0] ?? 'none') || isSum(next)
  const areWords =
    others.length > 0 && others.length < 3 && others.every((kind) => kind === 'words' || kind === 'none')
  return first === 'level-one' && areWords && isEnd
}

const longestOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ tokens }) => tokens.length))

const textOf = ({ block }: Line): SpannedText => (block as TextBlock).cell.text

const startOf = (block: Block): number => cellsOf(block)[0]?.text.span.start ?? 0

/** What the columns are, by the words over them and by the lines that leave nothing out. */
const headerOver = (lines: readonly Line[], heads: readonly Token[]): TableHeader | undefined => {
  const roles = heads.map(roleOf)
  const longest = longestOf(lines.filter(({ kinds }) => kinds.slice(0, 2).every(isLevel))) || longestOf(lines)
  // The label of the table in front of the header, or 备注 at its end, which the rows have nothing under.
  const isLabel = heads.length > longest || (roles[0] === 'indicator' && roles.some(isLevelRole))
  const headed = lines.filter(({ kinds: [first] }) => isLevel(first ?? 'none')).length
  const isNamed = roles[0] === 'indicator' && headed * 2 < lines.length
  const isRemarked = isNamed && heads.length === longest + 1 && REMARKS.has(roles.at(-1))
  const isLabelled = isLabel && !isRemarked && !isLevelRole(roles[0])
  const words = heads.slice(isLabelled ? 1 : 0, isRemarked ? -1 : undefined)
  const width = words.length === 0 ? longest : words.length
  const full = lines.flatMap(({ tokens }) => (tokens.length === width ? [rowOfTokens(tokens)] : []))
  const labels = Array.from({ length: width }, (_, i) => words[i]?.text)
  const said = labels.map((_, i) => (words[i] === undefined ? undefined : roleOf(words[i])))
  const told = full.length === 0 ? said : inferColumns({ labels, said }, full).columns
  if (full.length === 0 && words.length === 0) return undefined
  // Places in the file: what tells the words of the header apart.
  return headerOf(
    labels.map((label, i) => ({
      role: told[i],
      head:
        label === undefined
          ? undefined
          : { ...label.span, word: withoutRemark((words[i] as Token).text.meaning) },
    })),
  )
}

const REMARKS: ReadonlySet<ColumnRole | undefined> = new Set(['note', 'other', 'reason', undefined])

/** Whether blanks stand where the cells of rows end, and hardly anywhere else. */
const areSetOff = (text: SpannedText, pieces: readonly Piece[], lines: readonly Line[]): boolean => {
  const begun = new Set(lines.flatMap(({ tokens }) => tokens.map((token) => token.text.span.start)))
  const own = pieces.filter(({ kind }) => kind !== 'end')
  const apart = own.filter(({ start, end }) => begun.has(text.trimmed(start, end).span.start)).length
  return apart * 4 >= Math.max(own.length, begun.size) * 3
}

/** Puts what was read of the rows under the words over them; columns without any stand beside the levels, or last. */
class TableBuilder {
  readonly header: readonly Row[]
  readonly #text: SpannedText
  /** The index of a column by its place in a row. */
  readonly #places: readonly (number | undefined)[]
  readonly #kinds: readonly (ColumnKind | undefined)[]
  readonly #begun: ReadonlyMap<number, TextBlock>

  constructor(
    text: SpannedText,
    lines: readonly Line[],
    columns: readonly Column[],
    heads: readonly Token[],
  ) {
    this.#text = text
    this.#begun = new Map(
      lines.map(({ block, tokens }) => [tokens[0]?.text.span.start ?? -1, block as TextBlock]),
    )
    const unheaded = columns.flatMap(({ header }, i) => (header === undefined ? [i] : []))
    const isFront = (i: number): boolean =>
      columns[i]?.kind === 'level-one' || columns[i]?.kind === 'level-two'
    const [front, behind] = [unheaded.filter(isFront), unheaded.filter((i) => !isFront(i))]
    const headed = heads.map(({ text: { span } }) => {
      const at = columns.findIndex(({ header }) => header?.start === span.start)
      return at < 0 ? undefined : at
    })
    this.#places = [...front, ...headed, ...behind]
    this.#kinds = this.#places.map((at) => columns[at ?? -1]?.kind)
    const blanks = (some: readonly number[]): readonly undefined[] => some.map(() => undefined)
    this.header = heads.length === 0 ? [] : [rowOfTokens([...blanks(front), ...heads, ...blanks(behind)])]
  }

  /** `undefined` where few rows have a value, or digits could be divided in more than one way. */
  read(pieces: readonly Piece[]): readonly Block[] | undefined {
    const blocks: Block[] = []
    let [rows, values] = [0, 0]
    let row: Piece[] = []
    for (const piece of pieces) {
      if (piece.isUnclear === true) return undefined
      if (piece.kind !== 'end') row.push(piece)
      if (piece.kind !== 'end' && piece !== pieces.at(-1)) continue
      blocks.push(...this.#blocksOf(row))
      if (row.some(({ kind }) => !OUTSIDE.has(kind))) rows += 1
      if (row.some(({ kind }) => kind === 'target')) values += 1
      row = []
    }
    return values * 3 >= rows * 2 ? blocks : undefined
  }

  /** The row of a line that holds no indicator: 合计 with its points, or what stands behind a heading of level 1. */
  rowOfLine(line: Line): Row {
    if (isSum(line)) return rowOfTokens(this.#underPoints(line.tokens))
    const front = this.#places.indexOf(0)
    return rowOfTokens(this.#places.map((_, at) => line.tokens[at - front]))
  }

  /** 总分 90 79: as many numbers as columns of points and scores stand under these. */
  #underPoints([first, ...numbers]: readonly Token[]): readonly (Token | undefined)[] {
    const points = this.#kinds.flatMap((kind, at) => (kind === 'weight' || kind === 'score' ? [at] : []))
    if (numbers.length !== points.length || points[0] === 0) return [first, ...numbers]
    return this.#kinds.map((_, at) => (at === 0 ? first : numbers[points.indexOf(at)]))
  }

  #blocksOf(pieces: readonly Piece[]): readonly Block[] {
    const cells = this.#places.map((column) =>
      pieces.find((piece) => piece.column === column && !OUTSIDE.has(piece.kind)),
    )
    const others = pieces
      .filter((piece) => !cells.includes(piece))
      .map((piece) => lineOfToken(this.#tokenAt(piece)))
    if (cells.every((cell) => cell === undefined)) return others
    return [
      rowOfTokens(cells.map((cell) => (cell === undefined ? undefined : this.#tokenAt(cell)))),
      ...others,
    ]
  }

  #tokenAt({ start, end }: Place): Token {
    const text = this.#text.trimmed(start, end)
    return { text, line: this.#begun.get(text.span.start) }
  }
}

/** What is no part of a row. */
const OUTSIDE: ReadonlySet<Piece['kind']> = new Set(['left', 'label', 'end'])

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
    } else if (isGoal(tokens)) blocks.push(rowOfTokens(withoutBlanks(tokens, block)))
    else if (tokens.length > 1)
      blocks.push(rowOfTokens([...(lacksCorner(tokens, lines[at + 1]) ? [undefined] : []), ...apart(tokens)]))
    else blocks.push(block)
  }
  return blocks
}

/** 年度目标 采购疫苗 150 万毫升,免疫密度保持在 90 % 以上。: a goal in which blanks stand around numbers. */
const isGoal = ([label, ...others]: readonly Token[]): boolean =>
  label !== undefined &&
  others.length > 1 &&
  roleOf(label) === 'goal' &&
  /[。;]$/.test(others.at(-1)?.text.folded ?? '') &&
  others.every((other) => roleOf(other) === undefined)

const withoutBlanks = ([label, first]: readonly Token[], { cell }: TextBlock): readonly Token[] => {
  const start = (first as Token).text.span.start - cell.text.span.start
  return [label as Token, { text: cell.text.trimmed(start, cell.text.length), line: undefined }]
}

/** Whether a line heads the numbers of the next, whose label has nothing over it: what stands there is in a line above. */
const lacksCorner = (heads: readonly Token[], below: Line | undefined): boolean => {
  const [label, ...numbers] = below?.kinds ?? []
  return (
    numbers.length === heads.length &&
    heads.length > 2 &&
    label !== undefined &&
    !isTyped(label) &&
    numbers.every((kind) => isTyped(kind) || kind === 'none') &&
    heads.every((head) => OF_MONEY.has(roleOf(head)))
  )
}

const OF_MONEY: ReadonlySet<ColumnRole | undefined> = new Set([
  'amount',
  'funding',
  'executed',
  'rate',
  'weight',
  'score',
])

/** 资金情况(元)年初预算数 in front of 全年预算数, 年度资金总额203.68 in front of other numbers: two cells that no blank divides. */
const apart = (tokens: readonly Token[]): readonly Token[] => {
  const [first, ...others] = tokens
  if (first === undefined || others.length < 2) return tokens
  const { text, line } = first
  const at = endOfLabel(text.folded, others)
  if (at === 0) return tokens
  return [
    { text: text.trimmed(0, at), line },
    { text: text.trimmed(at, text.length), line: undefined },
    ...others,
  ]
}

/** Where the label ends that stands in front of a number or of a stage of money in one cell; 0 for none. */
const endOfLabel = (folded: string, others: readonly Token[]): number => {
  const areNumbers = others.slice(0, 2).every((other) => isTyped(kindOf(other.text)))
  if (areNumbers) return BEFORE_NUMBER.exec(folded)?.[0].length ?? 0
  const lexer = new Lexer(folded)
  const label = lexer
    .words('label', 0)
    .find(({ end }) => lexer.word('stage', behindRemark(folded, end))?.end === folded.length)
  return label === undefined ? 0 : behindRemark(folded, label.end)
}

const BEFORE_NUMBER = /^(?:其中\s?[:,、]?\s?)?[\u4e00-\u9fff()]{2,16}:?(?=\d[\d,]*(?:\.\d+)?$)/

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
  const front = cells.slice(0, -texts.length).map(() => plainCell(first.cell.text.slice(0, 0)))
  return { kind: 'row', span, cells: [...front, ...texts.map(({ cell }) => cell)] }
}
