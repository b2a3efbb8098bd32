import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/read/grid.ts'
import { placeCells, type SpanningCell } from '../../src/read/place-cells.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

/** `name×columns×rows@column`, in a row as many as there are words. */
const readRows = (...lines: string[]): SpanningCell[][] => {
  const source = lines.join('\n')
  let lineStart = 0
  return lines.map((line) => {
    const cells = Array.from(line.matchAll(/([^\s×@]+)(?:×(\d+)×(\d+))?(?:@(\d+))?/g), (match) => {
      const start = lineStart + match.index
      const span = { start, end: start + (match[1] as string).length }
      const cell: Cell = { text: SpannedText.ofSource(source, span), span, markup: [], unclosed: false }
      return {
        cell,
        columns: Number(match[2] ?? 1),
        rows: Number(match[3] ?? 1),
        ...(match[4] === undefined ? {} : { column: Number(match[4]) }),
      }
    })
    lineStart += line.length + 1
    return cells
  })
}

/** The cell's name, `^name` where a merged cell covers the place, `.` for a hole. */
const print = (rows: readonly (readonly SpanningCell[])[]): string[] =>
  placeCells(rows).map(({ cells }) =>
    cells
      .map((cell) => (cell.mergedInto ? `^${cell.mergedInto.text.text}` : cell.text.text || '.'))
      .join(' '),
  )

describe('placeCells', () => {
  test.each<[string, string[], string[]]>([
    ['no rows', [], []],
    ['plain cells', ['a b', 'c'], ['a b', 'c']],
    ['columns', ['a×2×1 b', 'c d e'], ['a ^a b', 'c d e']],
    ['rows', ['a×1×2 b', 'c', 'd e'], ['a b', '^a c', 'd e']],
    ['a block', ['a×2×2 b', 'c', 'd e f'], ['a ^a b', '^a ^a c', 'd e f']],
    [
      'merged cells in the middle',
      ['a b×1×3 c', 'd e', 'f g', 'h i j'],
      ['a b c', 'd ^b e', 'f ^b g', 'h i j'],
    ],
    ['rows beyond the end', ['a×1×9 b', 'c'], ['a b', '^a c']],
    ['rows without cells of their own', ['a×2×3', '', 'b'], ['a ^a', '^a ^a', '^a ^a b']],
    ['an overlap, where the earlier one stays', ['a b×1×2', 'c×3×1 d'], ['a b', 'c ^b d']],
    [
      'a cell behind a merged one that it would overlap',
      ['a b×1×2 c', 'd×1×2', 'e f'],
      ['a b c', 'd ^b', '^d e f'],
    ],
    ['given columns', ['a@1 b@4', 'c'], ['. a . . b', 'c']],
    ['a given column that is taken', ['a×3×1@0 b@1'], ['a ^a ^a b']],
    ['zero and less', ['a×0×0 b'], ['a b']],
  ])('%s', (_name, rows, placed) => {
    expect(print(readRows(...rows))).toEqual(placed)
  })

  test('keeps the spans of cells and rows', () => {
    const [first, second] = placeCells(readRows('a×1×2 b@3', 'c'))
    expect(first?.span).toEqual({ start: 0, end: 7 })
    expect(first?.cells.map(({ span }) => span)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 1 },
      { start: 1, end: 1 },
      { start: 6, end: 7 },
    ])
    expect(second?.span).toEqual({ start: 10, end: 11 })
    expect(second?.cells[0]?.mergedInto).toBe(first?.cells[0])
  })

  test('a table is at most 1024 columns wide by what it says of itself', () => {
    const [row] = placeCells(readRows('a×5000×1 b'))
    expect(row?.cells.length).toBeLessThanOrEqual(1025)
    expect(row?.cells.filter((cell) => cell.text.text === 'b')).toHaveLength(1)
    expect(placeCells(readRows('a@999999999 b@999999999'))[0]?.cells).toHaveLength(1026)
  })

  test.each([
    ['columns', 'a×1000×1'],
    ['rows', 'a×1000×1000000000'],
  ])('merged %s take no more than their share', (_name, first) => {
    const rows = readRows(first, ...Array.from({ length: 20_000 }, () => ''), 'b c')
    const placed = placeCells(rows)
    const places = placed.reduce((sum, { cells }) => sum + cells.length, 0)
    expect(placed).toHaveLength(20_002)
    expect(places).toBeLessThan(2000)
    expect(placed.at(-1)?.cells.map((cell) => cell.text.text)).toEqual(['b', 'c'])
  })

  test('a table that goes down as far as it says is whole', () => {
    const rows = readRows('a×1×1000000000 b', ...Array.from({ length: 500 }, () => 'c'))
    expect(print(rows).slice(1)).toEqual(Array.from({ length: 500 }, () => '^a c'))
  })

  const spanning = fc.record({
    columns: fc.nat({ max: 4 }),
    rows: fc.nat({ max: 4 }),
    column: fc.option(fc.nat({ max: 8 }), { nil: undefined }),
  })

  test('each cell is placed once, in order, and covers only what it says', () => {
    fc.assert(
      fc.property(fc.array(fc.array(spanning, { maxLength: 5 }), { maxLength: 6 }), (shapes) => {
        const lines = shapes.map((row, r) =>
          row
            .map(
              ({ columns, rows, column }, c) =>
                `${r}-${c}×${columns}×${rows}${column === undefined ? '' : `@${column}`}`,
            )
            .join(' '),
        )
        const rows = readRows(...lines)
        const placed = placeCells(rows)
        expect(placed).toHaveLength(rows.length)
        for (const [r, { cells }] of placed.entries()) {
          expect(cells.filter((cell) => cell.text.text !== '')).toEqual(rows[r]?.map(({ cell }) => cell))
          for (const [column, { mergedInto }] of cells.entries()) {
            if (mergedInto === undefined) continue
            const top = rows.findIndex((row) => row.some(({ cell }) => cell === mergedInto))
            const owner = rows[top]?.find(({ cell }) => cell === mergedInto)
            const left = placed[top]?.cells.indexOf(mergedInto) ?? -1
            expect(r - top).toBeLessThan(Math.max(1, owner?.rows ?? 0))
            expect(column - left).toBeLessThan(Math.max(1, owner?.columns ?? 0))
            expect(column).toBeGreaterThanOrEqual(left)
          }
        }
      }),
    )
  })
})
