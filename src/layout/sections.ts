import type { Block, Row } from '../read/grid.ts'
import { isRowHeader, recognizeHeader } from './columns.ts'
import { beginsForm } from './form-per-project.ts'
import { isTitle } from './front-matter.ts'
import { isWholeNarrative } from './narrative.ts'
import { recognizeRowHeader } from './row-header.ts'
import { rolesOf } from './row-roles.ts'

/** What kind of table a row begins, if it begins one. */
type Kind = 'cells' | 'rows' | 'form'

/**
 * Divides a grid where the kind of table changes: a form after a list, a list of another layout on the
 * next sheet. Lines and single cells right before a table belong to it.
 */
export const splitSections = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const sections: (readonly Block[])[] = []
  let start = 0
  for (const text of textsAmongTables(blocks)) {
    if (text.start > start) sections.push(...splitTables(blocks.slice(start, text.start)))
    sections.push(blocks.slice(text.start, text.end))
    start = text.end
  }
  if (start < blocks.length || sections.length === 0) sections.push(...splitTables(blocks.slice(start)))
  return sections
}

/** Blocks from one place to another. */
interface Run {
  readonly start: number
  readonly end: number
}

/** Lines before, between and behind tables that describe projects themselves. */
const textsAmongTables = (blocks: readonly Block[]): readonly Run[] => {
  const runs: Run[] = []
  if (!blocks.some(({ kind }) => kind === 'row')) return runs
  for (let start = 0; start < blocks.length; start += 1) {
    if (blocks[start]?.kind !== 'text') continue
    let end = start
    while (end < blocks.length && blocks[end]?.kind !== 'row') end += 1
    const run = { start, end: end < blocks.length ? titleStart(blocks, start, end) : end }
    if (run.end > start && isWholeNarrative(blocks.slice(start, run.end))) runs.push(run)
    start = end
  }
  return runs
}

/** Where the title of the table begins that stands behind the lines; their end where it has none. */
const titleStart = (blocks: readonly Block[], start: number, end: number): number => {
  for (let at = end - 1; at >= start && at >= end - 4; at -= 1) {
    const block = blocks[at]
    if (block?.kind === 'text' && isTitle(block.cell.text)) return at
  }
  return end
}

const splitTables = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const sections: Block[][] = []
  let kind: Kind | undefined
  let start = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const begun = kindAt(blocks, at, kind)
    if (begun === undefined || begun === kind) continue
    if (kind !== undefined) {
      const from = frontOf(blocks, at)
      if (from > start) sections.push(blocks.slice(start, from))
      start = from
    }
    kind = begun
  }
  sections.push(blocks.slice(start))
  return sections
}

const kindAt = (blocks: readonly Block[], at: number, kind: Kind | undefined): Kind | undefined => {
  const block = blocks[at] as Block
  if (block.kind !== 'row') return undefined
  if (!rolesOf(block).hasAny) return beginsForm(block) ? 'form' : undefined
  const columns = recognizeHeader(block)
  const header = mayHaveRows(block) ? recognizeRowHeader(rowsFrom(blocks, at)) : undefined
  if (header !== undefined) {
    // The table of indicators in a form has no column of projects.
    return header.columns.includes('name') || kind !== 'form' ? 'rows' : 'form'
  }
  if (columns !== undefined && !isRowHeader(columns)) return 'cells'
  return beginsForm(block) ? 'form' : undefined
}

/** Headers have short cells only; most rows are done with that. */
const mayHaveRows = ({ cells }: Row): boolean => cells.every(({ text }) => text.length <= 60)

const rowsFrom = (blocks: readonly Block[], at: number): readonly Row[] => {
  const rows: Row[] = []
  for (let i = at; i < blocks.length && rows.length < 12; i += 1) {
    const block = blocks[i]
    if (block?.kind !== 'row') break
    rows.push(block)
  }
  return rows
}

/** Where the lines begin that stand before the table at `at`. */
const frontOf = (blocks: readonly Block[], at: number): number => {
  let from = at
  while (from > 0 && isFront(blocks[from - 1] as Block)) from -= 1
  return from
}

const isFront = (block: Block): boolean =>
  block.kind !== 'row' || block.cells.filter(({ text }) => !text.isBlank).length <= 1
