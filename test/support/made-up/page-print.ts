import type { SheetRow } from './sheet.ts'

/** How cells stand in their boxes: at the top left, or in the middle. */
export type CellAlignment = 'top' | 'middle'

interface Box {
  readonly text: string
  readonly column: number
  readonly cols: number
  readonly row: number
  readonly rows: number
}

const WIDEST_COLUMN = 40
const NARROWEST_COLUMN = 8
const GAP = 2

/** The lines of a table as a page of text shows it: columns aligned by blanks, long cells wrapped, merged ones in their boxes. */
export const printPage = (rows: readonly SheetRow[], alignment: CellAlignment): readonly string[] => {
  const boxes = boxesOf(rows)
  const widths = columnWidths(boxes)
  const lefts = widths.map((_, c) => widths.slice(0, c).reduce((sum, width) => sum + width + GAP, 0))
  const laid = boxes.map((box) => {
    const last = box.column + box.cols - 1
    const width = (lefts[last] as number) + (widths[last] as number) - (lefts[box.column] as number)
    return { ...box, left: lefts[box.column] as number, width, lines: wrap(box.text, width) }
  })
  const heights = rowHeights(laid, rows.length)
  const tops = heights.map((_, r) => heights.slice(0, r).reduce((sum, height) => sum + height, 0))
  const page = Array.from(
    { length: heights.reduce((sum, height) => sum + height, 0) },
    (): [number, string][] => [],
  )
  for (const { row, rows: span, left, width, lines } of laid) {
    const height = heights.slice(row, row + span).reduce((sum, one) => sum + one, 0)
    const down = alignment === 'top' ? 0 : Math.floor((height - lines.length) / 2)
    for (const [i, line] of lines.entries()) {
      const right = alignment === 'top' ? 0 : Math.floor((width - widthOf(line)) / 2)
      if (line !== '') page[(tops[row] as number) + down + i]?.push([left + right, line])
    }
  }
  return page.map(lineOf)
}

/** What a line of a page has room for. */
const PAGE_WIDTH = 84

/**
 * The lines of a table as `pdftotext` prints a narrow one: cell by cell, with a blank between two; one that is broken over several
 * lines ends the last of them.
 */
export const printCells = (rows: readonly SheetRow[]): readonly string[] => {
  const boxes = boxesOf(rows)
  const widths = narrowed(columnWidths(boxes))
  const lines = rows.map((): string[][] => [[]])
  const filled = boxes.filter((box) => box.text !== '')
  for (const [i, { text, column, row }] of filled.entries()) {
    // Where merges are lost, a cell reaches over the blank ones behind it.
    const next = filled[i + 1]
    const end = next?.row === row ? next.column : undefined
    const width = widths.slice(column, end).reduce((sum, one) => sum + one, 0)
    const [first = '', ...others] = wrap(text, width, UNBROKEN).filter((line) => line !== '')
    const own = lines[row] as string[][]
    own.at(-1)?.push(first)
    own.push(...others.map((line) => [line]))
    if (others.length > 0) own.push([])
  }
  return lines.flat().flatMap((line) => (line.length === 0 ? [] : [line.join(' ')]))
}

/** The widest columns as narrow as the page needs. */
const narrowed = (widths: readonly number[]): readonly number[] => {
  let most = WIDEST_COLUMN
  const cut = (): readonly number[] => widths.map((width) => Math.min(width, most))
  while (most > NARROWEST_COLUMN && cut().reduce((sum, one) => sum + one, 0) > PAGE_WIDTH) most -= 1
  return cut()
}

const boxesOf = (rows: readonly SheetRow[]): readonly Box[] => {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map(({ text, cols, rows: span }): Box => {
      while (taken[row]?.has(column)) column += 1
      const box = { text, column, cols, row, rows: Math.min(span, rows.length - row) }
      for (let r = row; r < row + box.rows; r += 1)
        for (let c = 0; c < cols; c += 1) taken[r]?.add(column + c)
      column += cols
      return box
    })
  })
}

const columnWidths = (boxes: readonly Box[]): readonly number[] => {
  const count = Math.max(...boxes.map(({ column, cols }) => column + cols))
  return Array.from({ length: count }, (_, c) => {
    const own = boxes.filter(({ column, cols }) => column === c && cols === 1)
    const widest = Math.max(0, ...own.flatMap(({ text }) => text.split('\n').map(widthOf)))
    return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, widest))
  })
}

const rowHeights = (
  boxes: readonly (Box & { readonly lines: readonly string[] })[],
  count: number,
): readonly number[] => {
  const heights = Array<number>(count).fill(1)
  for (const { row, rows, lines } of boxes.toSorted((a, b) => a.rows - b.rows)) {
    const height = heights.slice(row, row + rows).reduce((sum, one) => sum + one, 0)
    if (lines.length > height)
      heights[row + rows - 1] = (heights[row + rows - 1] as number) + lines.length - height
  }
  return heights
}

const NUMBERS_AND_WORDS = /[\d.,]+|[A-Za-z]+|./gu
/** No line begins with a stop, nor ends with what opens a bracket or compares. */
const UNBROKEN = /[（(“《≥≤<>=]*(?:[\d.,]+|[A-Za-z]+|.)[）)”》，。；：、！,;:!%％]*/gu

/** Lines no wider than a column, broken anywhere but inside a part such as a number. */
const wrap = (text: string, width: number, parts = NUMBERS_AND_WORDS): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const lines = ['']
    for (const part of line.match(parts) ?? []) {
      const last = lines.at(-1) as string
      if (last !== '' && widthOf(last + part) > width) lines.push(part.trimStart())
      else lines[lines.length - 1] = last + part
    }
    return lines
  })

const lineOf = (pieces: readonly (readonly [left: number, text: string])[]): string => {
  let line = ''
  for (const [left, text] of pieces.toSorted(([a], [b]) => a - b))
    line += ' '.repeat(Math.max(line === '' ? 0 : 1, left - widthOf(line))) + text
  return line
}

/** Columns of a fixed-width print: two for what is not ASCII. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u007f' ? 2 : 1), 0)
