import { type Block, type Cell, cellsOf, type Row, type TextBlock } from '../../read/grid.ts'
import { NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { type Line, lineOfToken, type Token } from './tokens.ts'

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
