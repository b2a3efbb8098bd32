import { isListed, Lexer } from '../../lexicon/lexer.ts'
import type { Block, TextBlock } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'
import type { PlacedCell } from './broken-cells.ts'
import { CellRows, isTooLarge, type ListColumn } from './cell-rows.ts'
import { type Cells, rowOf, withoutRemark } from './tokens.ts'

/**
 * Lists of projects as pages on the web are copied: each cell in a line of its own, and nothing for a blank or a merged one. The
 * header says what the columns hold; each cell goes into the next column that may hold it, the cheapest way over all rows.
 * `undefined` where no list of several projects is found so.
 */
export const cellLines = (blocks: readonly Block[]): readonly Block[] | undefined => {
  const cells = blocks.flatMap((block): readonly LineCell[] => (block.kind === 'text' ? cellsOf(block) : []))
  const found: Block[] = []
  let at = 0
  let projects = 0
  for (let from = 0; from < cells.length; from += 1) {
    const columns = columnsAt(cells, from)
    if (columns === undefined || isTooLarge(cells, columns)) continue
    const start = from + columns.length
    const { rows, end, cost } = new CellRows(cells.slice(start, nextHeader(cells, start)), columns).run()
    const held = rows.filter((row) => isProject(row, columns)).length
    if (held === 0 || cost > DEAREST * end) continue
    projects += held
    found.push(...linesIn(cells, at, from), rowOf(cells.slice(from, start).map((cell) => [cell])))
    found.push(...rows.map(rowOf))
    at = start + end
    from = at - 1
  }
  return projects > 1 ? [...found, ...linesIn(cells, at, cells.length)] : undefined
}

/** Cells that cost more than this on the average are in no columns. */
const DEAREST = 0.6

/** A line, which is one cell. */
interface LineCell extends PlacedCell {
  readonly line: TextBlock
}

const cellsOf = (block: TextBlock): readonly LineCell[] => {
  const { text } = block.cell
  if (text.isBlank) return []
  return [{ text, line: block, kind: cellKind(text.meaning) }]
}

const linesIn = (cells: readonly LineCell[], from: number, to: number): readonly Block[] =>
  cells.slice(from, to).map(({ line }) => line)

/** The columns of the list whose header begins with a cell; `undefined` where none does. */
const columnsAt = (cells: readonly LineCell[], from: number): readonly ListColumn[] | undefined => {
  const columns: ListColumn[] = []
  let known = 0
  for (const cell of cells.slice(from, from + MOST_COLUMNS)) {
    const holds = headedBy(cell)
    if (holds !== undefined) {
      columns.push({ holds })
      known = columns.length
    } else {
      const mayHead = columns.length > 0 && columns.length === known && !isTyped(cell.kind)
      if (!mayHead || cell.kind === 'sentence' || cell.text.length > LONGEST_HEAD) break
      columns.push({ holds: 'other' })
    }
  }
  const headed = columns.slice(0, known)
  const roles = new Set(headed.map(({ holds }) => holds))
  const areProjects = roles.has('name') && roles.has('amount')
  const arePlanned = roles.has('goal') || roles.has('indicator') || roles.has('measured')
  return known > 3 && areProjects && arePlanned ? headed : undefined
}

const MOST_COLUMNS = 24
const LONGEST_HEAD = 10

const headedBy = ({ text, kind }: LineCell): ListColumn['holds'] | undefined => {
  const word = withoutRemark(text.meaning)
  if (NUMBERS_LINES.test(word)) return 'number'
  return (
    headerRole(word) ?? (isLevel(kind) ? 'measured' : isListed(word, 'result', 'stage') ? 'other' : undefined)
  )
}

const nextHeader = (cells: readonly LineCell[], from: number): number => {
  for (let at = from; at < cells.length; at += 1) if (columnsAt(cells, at) !== undefined) return at
  return cells.length
}

const isProject = (row: Cells, columns: readonly ListColumn[]): boolean =>
  (['name', 'amount'] as const).every((role) =>
    row.some((cell, i) => cell.length > 0 && columns[i]?.holds === role),
  ) && row.filter((cell) => cell.length > 0).length > 3

/**
 * The lines of a form as one text; without the line ends that only the width of the page made, where it divides headings, and
 * rows begin wherever the one before ends.
 */
export const joinLines = (lines: readonly SpannedText[]): SpannedText => {
  const text = SpannedText.join(lines, '\n')
  if (lines.length < FEWEST_LINES || !isDividedByPage(text.folded)) return text
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  const paragraphs: SpannedText[][] = []
  let isOpen = false
  for (const line of lines) {
    if (isOpen) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
    isOpen = line.length >= longest * FULL
  }
  return SpannedText.join(
    paragraphs.map((paragraph) => SpannedText.join(paragraph)),
    '\n',
  )
}

const FEWEST_LINES = 6
/** Digits are narrower than words, and a page has more of them in a line. */
const FULL = 0.6

/** Whether a line end stands inside a heading, and more headings stand behind values than at the start of lines. */
const isDividedByPage = (folded: string): boolean => {
  const lexer = new Lexer(folded)
  if (!dividesHeading(lexer)) return false
  let behindValue = 0
  let first = 0
  for (let at = 0; at < folded.length; at += 1) {
    const heading = lexer.categories(at).find(({ isFull, isDamaged }) => isFull && !isDamaged)
    if (heading === undefined) continue
    if (folded[at - 1] === '\n') first += 1
    else if (endsAsValue(folded.slice(Math.max(0, at - LONGEST_VALUE), at))) behindValue += 1
    at = heading.end - 1
  }
  return behindValue >= FEW && behindValue > first
}

const FEW = 3
const LONGEST_VALUE = 24
const LONGEST_HEADING = 10

const dividesHeading = (lexer: Lexer): boolean => {
  const { folded } = lexer
  for (let end = folded.indexOf('\n'); end >= 0; end = folded.indexOf('\n', end + 1))
    for (let at = Math.max(0, end - LONGEST_HEADING); at < end; at += 1)
      if (
        lexer.categories(at).some((heading) => heading.isFull && !heading.isDamaged && heading.end > end + 1)
      )
        return true
  return false
}
