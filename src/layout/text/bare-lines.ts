import { type Block, type Cell, cellsOf, plainCell, type Row, type TextBlock } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { isTotalScore } from '../../vocabulary/form-words.ts'
import {
  type ColumnRole,
  headerRole,
  isLevelRole,
  MONEY_UNITS,
  NUMBERS_LINES,
} from '../../vocabulary/headers.ts'
import { ownCells } from '../row-cells.ts'
import { type Line, lineOf, lineOfToken, type Token, withoutRemark } from './tokens.ts'

/**
 * The lines of tables without borders, those of one header as one where its narrow cells hold two lines: 年度 and 实际 in the line of
 * 一级指标, 指标值 and 完成值 in the next; 项目资金 over (万元), behind which the first row of money begins.
 */
export const withStackedHeads = (lines: readonly Line[]): readonly Line[] => {
  const whole: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at] as Line, lines[at + 1]]
    const ends = next === undefined ? undefined : (endsOfHeads(line, next) ?? endOfFirst(line, next))
    if (ends === undefined || next === undefined) {
      whole.push(line)
      continue
    }
    whole.push(withEnds(line, ends))
    const rest = next.tokens.slice(ends.length)
    if (rest.length > 0)
      whole.push(
        lineWith(
          next,
          rest.map(({ text }) => text),
        ),
      )
    at += 1
  }
  return whole
}

/** Words of the second line, and the token above that each ends. */
type Ends = readonly { readonly at: number; readonly text: SpannedText }[]

/** 年度, 实际 over 指标值, 完成值 and nothing else: words in a row that are columns only together. */
const endsOfHeads = ({ tokens }: Line, next: Line): Ends | undefined => {
  const words = next.tokens
  const roles = tokens.map(({ text }) => headerRole(text.meaning))
  if (words.length < 2 || next.kinds.some((kind) => isTyped(kind) || isLevel(kind))) return undefined
  if (roles.filter((role) => isLevelRole(role) || role === 'indicator').length < 2) return undefined
  for (let from = 0; from + words.length <= tokens.length; from += 1) {
    const isAll = words.every(({ text }, i) => {
      const above = tokens[from + i] as Token
      const role = headerRole(above.text.meaning + text.meaning)
      return !KNOWN.has(roles[from + i]) && role !== undefined && VALUES.has(role)
    })
    if (isAll) return words.map(({ text }, i) => ({ at: from + i, text }))
  }
  return undefined
}

/** 项目资金 over (万元), in front of a row of money. */
const endOfFirst = ({ tokens }: Line, next: Line): Ends | undefined => {
  const [first, second] = [tokens[0]?.text, next.tokens[0]?.text]
  if (first === undefined || second === undefined || tokens.length < 3 || next.tokens.length < 3)
    return undefined
  const isMoney = headerRole(first.meaning) === 'amount' && inBrackets(second.folded) in MONEY_UNITS
  const areHeads = tokens.every(
    ({ text }) => !isTyped(cellKind(text.meaning)) && headerRole(text.meaning) !== undefined,
  )
  return isMoney && areHeads && next.kinds.some(isTyped) ? [{ at: 0, text: second }] : undefined
}

const inBrackets = (words: string): string => /^\(([^()]*)\)$/.exec(words)?.[1] ?? ''

const KNOWN: ReadonlySet<ColumnRole | undefined> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
])
const VALUES: ReadonlySet<ColumnRole> = new Set(['target', 'actual'])

const withEnds = (line: Line, ends: Ends): Line =>
  lineWith(
    line,
    line.tokens.map(({ text }, i) => {
      const end = ends.find(({ at }) => at === i)
      return end === undefined ? text : SpannedText.join([text, end.text])
    }),
  )

/** A line of other words. */
const lineWith = ({ block }: Line, words: readonly SpannedText[]): Line => {
  const { cell, ...line } = block as TextBlock
  const text = SpannedText.join(words, ' ')
  return lineOf({ ...line, cell: { ...cell, text, span: text.span } })
}

/** A line of a numbered table, and the number that stood in front of it. */
export interface BareLine extends Line {
  readonly number?: Token | undefined
}

/** The lines without 序号 in front of a header and the numbers 1, 2, 3 in front of the rows below it. */
export const withoutNumbers = (
  lines: readonly Line[],
  isHeader: (line: BareLine) => boolean,
): readonly BareLine[] => {
  const bare: BareLine[] = [...lines]
  for (const [head, line] of lines.entries()) {
    if (!NUMBERS_LINES.test(line.tokens[0]?.text.meaning ?? '')) continue
    const header = withoutFirst(line)
    if (!isHeader(header)) continue
    const below = new Map<number, BareLine>()
    for (let at = head + 1; at < lines.length; at += 1) {
      const next = lines[at] as Line
      const isNext = next.tokens[0]?.text.meaning === String(below.size + 1)
      if (isNext && next.tokens.length > 1) below.set(at, withoutFirst(next))
    }
    if (below.size > 1) for (const [at, next] of [[head, header] as const, ...below]) bare[at] = next
  }
  return bare
}

const withoutFirst = (line: Line): BareLine => {
  const { block, tokens, kinds } = line
  const [number, second, ...others] = tokens
  if (block.kind !== 'text' || second === undefined) return line
  const { start } = second.text.span
  const { cell } = block
  const text = cell.text.slice(start - cell.text.span.start)
  const rest: TextBlock = { ...block, cell: { ...cell, text, span: { ...cell.span, start } } }
  return { block: rest, tokens: [{ ...second, line: rest }, ...others], kinds: kinds.slice(1), number }
}

/** The rows of a table with the numbers of its lines in front of them; that of a line which is no row stands alone. */
export const withNumbers = (blocks: readonly Block[], lines: readonly BareLine[]): readonly Block[] => {
  const numbers = lines.flatMap(({ number }) => number ?? [])
  if (numbers.length === 0) return blocks
  const numbered: Block[] = []
  let next = 0
  for (const block of blocks) {
    const start = cellsOf(block)[0]?.text.span.start ?? 0
    const before: Token[] = []
    for (let number = numbers[next]; number !== undefined && number.text.span.start < start; ) {
      before.push(number)
      next += 1
      number = numbers[next]
    }
    const own = block.kind === 'row' ? before.pop() : undefined
    numbered.push(...before.map(lineOfToken), block.kind === 'row' ? withFront(block, own) : block)
  }
  return [...numbered, ...numbers.slice(next).map(lineOfToken)]
}

const withFront = ({ kind, span, cells }: Row, front: Token | undefined): Row => {
  const { start } = front?.text.span ?? span
  const text = front?.text ?? (cells[0] as Cell).text.slice(0, 0)
  const cell = { text, span: front?.text.span ?? { start, end: start }, markup: [], unclosed: false }
  return { kind, span: { start, end: span.end }, cells: [cell, ...cells] }
}

/**
 * 工程质量合格 10 10 under 三级指标, 指标值, 完成值, 分值 and 得分: where blanks part the cells, the only two numbers of a row may be its
 * target and its result, or its points and its score. They are the points of rows whose values are blank where all points make 90,
 * 100 or the total below then, or where all other targets have units.
 */
export const withPointsAtEnd = (blocks: readonly Block[]): readonly Block[] => {
  const all: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const header = columnsOf(blocks[at])
    let end = at + 1
    while (end < blocks.length && columnsOf(blocks[end]) === undefined) end += 1
    const below = blocks.slice(at + 1, end)
    all.push(blocks[at] as Block, ...(header === undefined ? below : inPlace(below, header)))
    at = end
  }
  return all
}

/** Where the parts of an indicator stand in a row. */
interface Columns {
  readonly name: number
  readonly target: number
  readonly weight: number
  readonly score: number
}

/** The columns of a header that has all of them. */
const columnsOf = (block: Block | undefined): Columns | undefined => {
  if (block?.kind !== 'row') return undefined
  const roles = block.cells.map(({ text }) => headerRole(withoutRemark(text.meaning)))
  const [name, target, weight, score] = (['indicator', 'target', 'weight', 'score'] as const).map((role) =>
    roles.lastIndexOf(role),
  ) as [number, number, number, number]
  return name >= 0 && target > name && weight > name && score > weight
    ? { name, target, weight, score }
    : undefined
}

const inPlace = (blocks: readonly Block[], columns: Columns): readonly Block[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  const bare = rows.filter((row) => onlyNumbers(row, columns) !== undefined)
  return bare.length > 0 && arePoints(rows, bare, columns)
    ? blocks.map((block) => (block.kind === 'row' && bare.includes(block) ? moved(block, columns) : block))
    : blocks
}

/** The two numbers that are all that stands behind the name of a row, if they may be its points and its score. */
const onlyNumbers = (
  { cells }: Row,
  { name, weight, score }: Columns,
): readonly [points: Cell, score: Cell] | undefined => {
  const own = ownCells({ cells: cells.slice(name + 1, score + 1) })
  const [first, second] = own
  if (cells[name]?.text.isBlank !== false || own.length !== 2 || !first || !second) return undefined
  const [points, reached] = [numberIn(first), numberIn(second)]
  if (cells.length <= score) return undefined
  const isInPlace = first === cells[weight] && second === cells[score]
  return !isInPlace && points > 0 && points <= MOST_POINTS && reached <= points ? [first, second] : undefined
}

const MOST_POINTS = 50

/** NaN for what is no plain number. */
const numberIn = (cell: Cell | undefined): number =>
  cell !== undefined && cellKind(cell.text.meaning) === 'number' ? Number(cell.text.meaning) : Number.NaN

const arePoints = (rows: readonly Row[], bare: readonly Row[], columns: Columns): boolean => {
  const { name, target, weight } = columns
  const others = rows.filter((row) => !bare.includes(row) && row.cells[target]?.text.isBlank === false)
  const total = rows.find(({ cells }) => cells.some(({ text }) => isTotalScore(text.meaning)))
  const points = (row: Row): number => numberIn(row.cells[weight]) || 0
  const own = (row: Row): number => numberIn(onlyNumbers(row, columns)?.[0])
  const sum = [
    ...others.filter((row) => row !== total && row.cells[name]?.text.isBlank === false).map(points),
    ...bare.map(own),
  ].reduce((all, one) => all + one, 0)
  if (WHOLES.includes(sum) || (total !== undefined && points(total) === sum)) return true
  const measured = others.filter((row) => Number.isNaN(numberIn(row.cells[target])))
  return bare.length > 1 && measured.length > bare.length && measured.length === others.length
}

const WHOLES: readonly number[] = [90, 100]

const moved = (row: Row, columns: Columns): Row => {
  const [points, score] = onlyNumbers(row, columns) as readonly [Cell, Cell]
  const blank = plainCell(points.text.slice(0, 0))
  return {
    ...row,
    cells: row.cells.map((cell, i) =>
      i === columns.weight
        ? points
        : i === columns.score
          ? score
          : cell === points || cell === score
            ? blank
            : cell,
    ),
  }
}
