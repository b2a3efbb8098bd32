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

/** Lines no wider than a column, broken anywhere but inside a number. */
const wrap = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const lines = ['']
    for (const part of line.match(/[\d.,]+|[A-Za-z]+|./gu) ?? []) {
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
