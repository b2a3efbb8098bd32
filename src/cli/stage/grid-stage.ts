import type { Language } from '../../model/finding.ts'
import type { Block, Cell, Grid, Row } from '../../read/grid.ts'
import { spanName } from '../../report/place.ts'
import { printable } from '../../report/printable.ts'
import type { Source } from '../../source/source.ts'
import type { Span } from '../../source/span.ts'

/** Rows with their cells and merges, and the text around them, one line each; a cell says where it stands. */
export const renderGrid = ({ blocks }: Grid, source: Source, language: Language): string => {
  const names = namesOf(blocks)
  const at = (span: Span): string => printable(spanName(source, span, language))
  const describe = (cell: Cell): string => {
    const text = printable(cell.text.text)
    const merged = cell.mergedInto === undefined ? '' : ` ⇐ ${names.get(cell.mergedInto) ?? '?'}`
    return `${text === '' ? '—' : text}${merged}${cell.unclosed ? ' (unclosed)' : ''}`
  }
  let rows = 0
  return blocks
    .map((block) => {
      if (block.kind === 'gap') return block.endsTable === true ? '══\n' : '\n'
      if (block.kind === 'text') return `text ${at(block.cell.span)}\n    ${describe(block.cell)}\n`
      rows += 1
      const cells = block.cells.map(
        (cell, i) => `    [${rows},${i + 1}] ${at(cell.span)}  ${describe(cell)}\n`,
      )
      return `row ${rows} ${at(block.span)}\n${cells.join('')}`
    })
    .join('')
}

/** `[3,1]` for each cell: its row and column among all rows. */
const namesOf = (blocks: readonly Block[]): ReadonlyMap<Cell, string> =>
  new Map(
    blocks
      .filter((block): block is Row => block.kind === 'row')
      .flatMap(({ cells }, row) => cells.map((cell, i) => [cell, `[${row + 1},${i + 1}]`] as const)),
  )
