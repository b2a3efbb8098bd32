import type { Leftover } from '../model/disclosure.ts'
import type { Draft, LayoutId } from '../model/draft.ts'
import type { Block, Grid, Row } from '../read/grid.ts'
import { contains } from '../source/span.ts'
import { formPerProject } from './form-per-project.ts'
import { findMoneyUnit, findTitle, findYear } from './front-matter.ts'
import type { Layout, Part } from './layout.ts'
import { narrative } from './narrative.ts'
import { rowPerIndicator } from './row-per-indicator.ts'
import { runTogether } from './run-together.ts'
import { splitSections } from './sections.ts'
import { singleCell } from './single-cell.ts'
import { mergeTables } from './tables.ts'

/** A grid's draft and the names of the layouts that it was recognised as, in the order they begin. */
export interface Recognized {
  readonly layouts: readonly LayoutId[]
  readonly draft: Draft
}

const LAYOUTS: readonly Layout[] = [singleCell, rowPerIndicator, formPerProject, narrative, runTogether]

/** Divides the grid, which came from a text of `length`, by layout, and reads each part its own way. */
export const recognizeLayout = (grid: Grid, length: number): Recognized => {
  const blocks = grid.blocks.map(asLine)
  const parts = splitSections(blocks).map((section) => {
    const layout = bestFor(section)
    return { id: layout.id, ...layout.read(section) }
  })
  return { layouts: [...new Set(parts.map(({ id }) => id))], draft: composeDraft(parts, blocks, length) }
}

const bestFor = (blocks: readonly Block[]): Layout => {
  let best = LAYOUTS[0] as Layout
  let most = 0
  for (const layout of LAYOUTS) {
    const score = layout.score(blocks)
    if (score > most) {
      best = layout
      most = score
    }
  }
  return best
}

/** A row that one merged cell covers is a line of text: a title, a note. */
const asLine = (block: Block): Block => {
  if (block.kind !== 'row' || block.cells.length < 2) return block
  const [own] = ownCells(block)
  const isOne = own !== undefined && block.cells.every((cell) => cell === own || cell.mergedInto === own)
  return isOne ? { kind: 'text', cell: own } : block
}

const ownCells = ({ cells }: Row): Row['cells'] => cells.filter(({ mergedInto }) => mergedInto === undefined)

const composeDraft = (parts: readonly Part[], blocks: readonly Block[], length: number): Draft => {
  const tables = parts.flatMap((part) => part.tables)
  const leftovers: Leftover[] = parts.flatMap((part) => part.leftovers)
  const front = tables[0]?.front ?? []
  const title = findTitle(front)
  const around = leftovers.filter(({ reason }) => reason === 'surrounding').map(({ text }) => text)
  const moneyUnit = findMoneyUnit(tables[0]?.headings ?? [], [...front, ...around])
  return {
    span: { start: 0, end: length },
    title,
    year: findYear([...(title === undefined ? [] : [title]), ...front]),
    moneyUnit,
    headings: tables.flatMap(({ headings }) => headings),
    ...mergeTables(tables, moneyUnit),
    irregularRows: parts.flatMap((part) => part.irregularRows),
    leftovers: [
      ...tables
        .flatMap((table) => table.front)
        .filter((text) => title === undefined || !contains(text.span, title.span))
        .map((text) => ({ text, reason: 'surrounding' as const })),
      ...leftovers,
    ],
    truncated: (parts.at(-1)?.truncated ?? false) || endsOpen(blocks),
  }
}

/** Whether the input ends inside a cell, or says itself that it goes on. */
const endsOpen = (blocks: readonly Block[]): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind === 'text') return last.cell.unclosed || /^(?:…+|\.{3,})$/.test(last.cell.text.folded)
  return last?.cells.at(-1)?.unclosed ?? false
}
