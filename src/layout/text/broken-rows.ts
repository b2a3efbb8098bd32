import { isListed } from '../../lexicon/lexer.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { PLAN_HEADERS, RESULT_OF_GOAL } from '../../vocabulary/form-words.ts'
import { headerRole, isLevelRole, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { withoutOfThese } from '../../vocabulary/money-words.ts'
import { isTitle } from '../front-matter.ts'
import { labelIn } from '../labels.ts'
import { BrokenCells, type PlacedCell } from './broken-cells.ts'
import { CellRows, isTooLarge, type ListColumn } from './cell-rows.ts'
import {
  type Cells,
  isFooter,
  type Line,
  lineOfToken,
  type RestoredTable,
  rowOf,
  type Token,
  withoutRemark,
} from './tokens.ts'

/**
 * Tables as `pdftotext` prints narrow ones: blanks between cells, and a cell that is too long for its column broken over lines,
 * the last of which ends behind it. The header says what the columns hold; which lines are one cell, and which cells one row,
 * is decided over all of them at once. None where a table of indicators is not read so, or has no broken cell.
 */
export const brokenTables = (lines: readonly Line[]): readonly RestoredTable[] => {
  const parts = partsOf(lines)
  const headers = headersIn(parts)
  if (!headers.some(({ of }) => of === 'indicators')) return []
  const tables: RestoredTable[] = []
  for (const [i, header] of headers.entries()) {
    const next = headers[i + 1]?.start ?? parts.length
    const table = tableBelow(parts, header, next)
    if (table !== undefined) tables.push(table)
    else if (header.of === 'indicators') return []
  }
  return tables
}

/** Words that blanks or line ends set off, and the index of their line. */
interface Part extends PlacedCell {
  readonly at: number
}

interface BrokenHeader {
  readonly of: 'indicators' | 'money' | 'goals'
  /** The index of its first part, and that behind its last one. */
  readonly start: number
  readonly end: number
  readonly cells: Cells
  /** How many of these the rows have nothing under: 绩效指标 in front of 一级指标. */
  readonly labels: number
  readonly columns: readonly ListColumn[]
}

/** The lines around tables, those of one row and their broken cells together. */
export const brokenHeads = (lines: readonly Line[]): readonly Line[] => {
  const whole: Line[] = []
  let open: Line[] = []
  const close = (): void => {
    whole.push(...(labelLines(open) ?? open))
    open = []
  }
  for (const line of lines) {
    const { block, tokens } = line
    if (block.kind === 'text' && tokens.length > 0 && !isTitle(block.cell.text)) open.push(line)
    else {
      close()
      whole.push(line)
    }
  }
  close()
  return whole
}

/** `undefined` where lines are no labels and values. */
const labelLines = (lines: readonly Line[]): readonly Line[] | undefined => {
  const parts = partsOf(lines)
  const width = Math.max(0, ...lines.map(({ tokens }) => tokens.length)) + MORE
  const columns = Array.from(
    { length: width },
    (_, i): ListColumn => ({ holds: i === 0 ? 'label' : 'anything' }),
  )
  if (parts.length === 0 || width > MOST_COLUMNS || isTooLarge(parts, columns)) return undefined
  const { rows, end, cost } = new CellRows(parts, columns, new BrokenCells(parts)).run()
  if (end < parts.length || cost > DEAREST * end) return undefined
  return rows.map((row): Line => {
    const tokens = row.flatMap((cell): readonly Token[] => (cell.length === 0 ? [] : [tokenOf(cell)]))
    const text = SpannedText.join(
      tokens.map((token) => token.text),
      ' ',
    )
    return {
      block: lineOfToken({ text, line: row[0]?.[0]?.line }),
      tokens,
      kinds: tokens.map((token) => cellKind(token.text.meaning)),
    }
  })
}

/** So many more cells than in the longest line are in a row with broken ones. */
const MORE = 2

const tokenOf = (cell: readonly Token[]): Token => ({
  text: rowOf([cell]).cells[0]?.text as SpannedText,
  line: cell[0]?.line,
})

const partsOf = (lines: readonly Line[]): readonly Part[] =>
  lines.flatMap(({ tokens, kinds }, at) =>
    tokens.map((token, i): Part => ({ ...token, kind: kinds[i] as Part['kind'], at })),
  )

const headersIn = (parts: readonly Part[]): readonly BrokenHeader[] => {
  const found: BrokenHeader[] = []
  for (let at = 0; at < parts.length; at += 1) {
    if (parts[at]?.line === undefined) continue
    const header = headerAt(parts, at)
    if (header === undefined) continue
    found.push(header)
    at = header.end - 1
  }
  return found
}

/** A cell of a header. */
interface Head {
  readonly end: number
  readonly holds: ListColumn['holds']
}

const MOST_COLUMNS = 24
const MOST_LINES = 6
const LONGEST_HEAD = 16
/** 一级 指标. */
const LONGEST_SPACED = 2

/** The header that begins with a line: words that are known, each in a line or broken over several, and few others beside them. */
const headerAt = (parts: readonly Part[], start: number): BrokenHeader | undefined => {
  const heads: Head[] = []
  let at = start
  let known = 0
  while (heads.length < MOST_COLUMNS && at < parts.length) {
    const head = headAt(parts, at)
    const isOther = head === undefined && mayHead(parts[at] as Part)
    const isAlone =
      isOther && parts[at]?.line !== undefined && (at > start || parts[at + 1]?.line !== undefined)
    // A line of the header ends with its last cell.
    if (head === undefined && (!isOther || isAlone)) break
    if (head !== undefined && (beginsMoney(parts, at, head) || isFirstAgain(parts, start, at, heads, head)))
      break
    heads.push(head ?? { end: at + 1, holds: 'other' })
    at = (heads.at(-1) as Head).end
    if (head !== undefined || parts[at]?.line !== undefined) known = heads.length
  }
  const own = withOwners(parts, heads.slice(0, known))
  const end = own.at(-1)?.end ?? start
  if (parts[end] !== undefined && parts[end]?.line === undefined) return undefined
  return typed(parts, start, own)
}

/** 绩效指标 stands in front of the header, and again in front of the first row. */
const isFirstAgain = (
  parts: readonly Part[],
  start: number,
  at: number,
  heads: readonly Head[],
  head: Head,
): boolean => heads.length > FEWEST_HEADS && meansSame(parts, [start, heads[0]?.end], [at, head.end])

const FEWEST_HEADS = 2

const wordsOf = (parts: readonly Part[], from: number, to: number): string =>
  parts
    .slice(from, to)
    .map(({ text }) => text.meaning)
    .join('')

type Stretch = readonly [from: number, to: number | undefined]

const meansSame = (parts: readonly Part[], [from, to]: Stretch, [start, end]: Stretch): boolean =>
  to !== undefined && end !== undefined && wordsOf(parts, from, to) === wordsOf(parts, start, end)

/** 年度资金总额 in front of its money begins the first row. */
const beginsMoney = (parts: readonly Part[], at: number, { holds, end }: Head): boolean =>
  parts[at]?.line !== undefined && MONEY.has(holds) && isTyped(parts[end]?.kind ?? 'none')

/** The header of a table with a target for each of several districts, whose names nobody knows, as far as the first heading of a row. */
const withOwners = (parts: readonly Part[], heads: readonly Head[]): readonly Head[] => {
  const name = heads.findIndex(({ holds }) => holds === 'indicator')
  if (name < 1 || heads.some(({ holds }) => holds === 'target' || holds === 'weight')) return heads
  const own = [...heads]
  for (let at = (heads.at(-1) as Head).end; at < parts.length && own.length < MOST_COLUMNS; at += 1) {
    const [part, before] = [parts[at], parts[at - 1]] as [Part, Part]
    if (isLevel(part.kind)) break
    if (!mayHead(part) || own.length === MOST_COLUMNS - 1) return heads
    const [first, full] = [own.at(-2)?.end ?? at, before.text.length]
    // All lines of a cell but the last are as long.
    const isFull = first === at - 1 || parts[at - 2]?.text.length === full
    if (part.line !== undefined && isFull && part.text.length <= full) own.pop()
    own.push({ end: at + 1, holds: 'other' })
  }
  const owners = own.slice(name + 1).filter(({ holds }) => holds === 'other')
  return owners.length < 2
    ? heads
    : own.map((head) => (owners.includes(head) ? { ...head, holds: 'target' } : head))
}

const headAt = (parts: readonly Part[], at: number): Head | undefined => {
  for (let count = MOST_LINES; count > 0; count -= 1) {
    const own = parts.slice(at, at + count)
    const words = own.map(({ text }) => text.meaning).join('')
    const isSpaced = own.some(({ line }, i) => i > 0 && line === undefined)
    if (own.length < count || (isSpaced && own.some(({ text }) => text.length > LONGEST_SPACED))) continue
    const holds = headedBy(words)
    if (holds !== undefined && !areTwo(own)) return { end: at + count, holds }
  }
  return undefined
}

/** Whether words that head columns stand in front of others: 项目资金(万元) over 年初预算数. */
const areTwo = (parts: readonly Part[]): boolean =>
  parts.some((_, i) => {
    const [front, behind] = [parts.slice(0, i), parts.slice(i)].map((some) =>
      some.map(({ text }) => text.meaning).join(''),
    ) as [string, string]
    return behind.length > 3 && headedBy(front) !== undefined && MONEY.has(headedBy(behind) as 'amount')
  })

const headedBy = (printed: string): ListColumn['holds'] | undefined => {
  const words = withoutOfThese(printed)
  if (words.length > LONGEST_HEAD * 2) return undefined
  if (NUMBERS_LINES.test(words)) return 'number'
  if (PLAN_HEADERS.includes(words)) return 'goal'
  if (RESULT_OF_GOAL.includes(words)) return 'result'
  const bare = withoutRemark(words)
  return (
    headerRole(words) ?? (isListed(bare, 'stage') ? 'amount' : isListed(bare, 'result') ? 'other' : undefined)
  )
}

const mayHead = ({ kind, text }: Part): boolean =>
  !isTyped(kind) &&
  !isLevel(kind) &&
  kind !== 'sentence' &&
  text.length <= LONGEST_HEAD &&
  !text.folded.includes(':')

const MONEY: ReadonlySet<ListColumn['holds']> = new Set(['amount', 'funding', 'executed'])

const BESIDE_MONEY: ReadonlySet<ListColumn['holds']> = new Set([
  'rate',
  'weight',
  'score',
  'reason',
  'note',
  'other',
])

const typed = (parts: readonly Part[], start: number, heads: readonly Head[]): BrokenHeader | undefined => {
  const end = heads.at(-1)?.end ?? start
  const cells = heads.map((head, i) => parts.slice(heads[i - 1]?.end ?? start, head.end))
  const name = heads.findIndex((head) => head.holds === 'indicator')
  // 单位 behind the names is no agency.
  const holds = heads.map((head, i) =>
    head.holds === 'agency' && name >= 0 && i > name ? 'unit' : head.holds,
  )
  const level = holds.findIndex((one) => isLevelRole(one as 'level-one'))
  const header = (
    of: BrokenHeader['of'],
    columns: readonly ListColumn['holds'][],
    own: Cells = cells,
  ): BrokenHeader => ({
    of,
    start,
    end,
    cells: own,
    labels: own.length - columns.length,
    columns: columns.map((one) => ({ holds: one })),
  })
  if (
    heads.length > 2 &&
    level >= 0 &&
    name >= 0 &&
    holds.some((one) => one === 'target' || one === 'weight')
  )
    return header(
      'indicators',
      holds.slice(level === 1 && holds[0] !== 'name' && holds[0] !== 'number' ? 1 : 0),
    )
  const stages = holds.filter((one, i) => MONEY.has(one) && i > 0).length
  if (stages > 1 && holds.slice(1).every((one) => MONEY.has(one) || BESIDE_MONEY.has(one)))
    return MONEY.has(holds[0] as 'amount') &&
      isStage(cells[0]?.map(({ text }) => text.meaning).join('') ?? '')
      ? header('money', ['name', ...holds], [[], ...cells])
      : header('money', ['name', ...holds.slice(1)])
  if (holds.at(-1) === 'result' && (holds.at(-2) === 'goal' || holds.at(-2) === 'target') && heads.length < 4)
    return header('goals', ['goal', 'result'])
  return undefined
}

const isStage = (words: string): boolean => isListed(withoutRemark(words), 'stage')

/** Cells that cost more than this on the average are in no columns. */
const DEAREST = 0.7

const tableBelow = (
  parts: readonly Part[],
  { of, start, end, cells, columns, labels }: BrokenHeader,
  next: number,
): RestoredTable | undefined => {
  const [label] = cells
  const again = labels === 1 && label !== undefined ? label.length : 0
  const isAgain = again > 0 && meansSame(parts, [start, start + again], [end, end + again])
  const from = isAgain ? end + again : end
  const own = parts.slice(from, endOf(parts, from, next))
  if (isTooLarge(own, columns)) return undefined
  const {
    rows,
    end: taken,
    cost,
  } = new CellRows(own, columns, new BrokenCells(own)).run(of === 'goals' ? ONE_ROW : undefined)
  if (rows.length === 0 || cost > DEAREST * taken) return undefined
  if (of === 'indicators' && !areRows(rows, columns)) return undefined
  const [first, last] = [parts[start] as Part, own[taken - 1] as Part]
  return {
    start: first.at,
    end: last.at + 1,
    rows: [
      rowOf(cells),
      ...rows.map((row, i) =>
        rowOf([
          ...cells.slice(0, labels).map(() => (i === 0 ? parts.slice(end, from) : [])),
          ...filled(row, columns.length),
        ]),
      ),
    ],
  }
}

/** One goal has one result. */
const ONE_ROW = 3

const filled = (row: Cells, width: number): Cells => Array.from({ length: width }, (_, i) => row[i] ?? [])

/** Where another form, or something else begins. */
const endOf = (parts: readonly Part[], from: number, limit: number): number => {
  let lastLevel = limit - 1
  while (lastLevel >= from && !isLevel((parts[lastLevel] as Part).kind)) lastLevel -= 1
  for (let at = from; at < limit; at += 1) {
    const part = parts[at] as Part
    const { text, line } = part
    if (line === undefined) continue
    const next = parts[at + 1]
    const isFoot =
      at > lastLevel && isFooter(part) && !(next?.line === undefined && isTyped(next?.kind ?? 'none'))
    if (isFoot || isTitle(line.cell.text) || labelIn(text)?.role === 'name') return at
  }
  return limit
}

/** Whether most rows have a name and its value, and line ends break cells, which blanks do not. */
const areRows = (rows: readonly Cells[], columns: readonly ListColumn[]): boolean => {
  const has = (row: Cells, role: ListColumn['holds']): boolean =>
    row.some((cell, i) => cell.length > 0 && columns[i]?.holds === role)
  const value = columns.some(({ holds }) => holds === 'target') ? 'target' : 'weight'
  const named = rows.filter((row) => has(row, 'indicator'))
  const valued = named.filter((row) => has(row, value))
  const cells = rows.flat()
  const broken = cells.filter(([_, ...parts]) => parts.length > 0)
  const spaced = broken.filter(([_, ...parts]) => parts.some(({ line }) => line === undefined))
  const beside = cells.filter(([part]) => part !== undefined && part.line === undefined)
  return (
    broken.length > spaced.length * 3 &&
    beside.length * 5 > cells.filter(({ length }) => length > 0).length &&
    valued.length * 3 >= named.length * 2
  )
}
