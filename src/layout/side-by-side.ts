import type { Block, Row } from '../read/grid.ts'
import { labelOfCell } from './labels.ts'
import { rolesOf } from './row-roles.ts'

/**
 * Forms printed beside each other on one sheet, put one under the other: they are parted by a column that is
 * blank in all rows, and each begins with the name of its project.
 */
export const stackForms = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => block.kind === 'row' && namesOf(block).length > 1)) return blocks
  const stacked: Block[] = []
  let start = 0
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at]
    if (block !== undefined && !(block.kind === 'gap' && block.endsTable === true)) continue
    for (const one of stackTable(blocks.slice(start, at))) stacked.push(one)
    if (block !== undefined) stacked.push(block)
    start = at + 1
  }
  return stacked
}

/** The columns with the label of a project's name and its value beside it. */
const namesOf = (row: Row): readonly number[] => {
  const { roles } = rolesOf(row)
  const names: number[] = []
  for (let at = roles.indexOf('name'); at >= 0; at = roles.indexOf('name', at + 1)) {
    const next = row.cells.find(({ mergedInto }, i) => i > at && mergedInto !== row.cells[at])
    if (next?.text.isBlank === false && labelOfCell(next) === undefined) names.push(at)
  }
  return names
}

const stackTable = (blocks: readonly Block[]): readonly Block[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  const [, second] = rows.map(namesOf).find((names) => names.length === 2) ?? []
  if (second === undefined) return blocks
  const isParted = (at: number): boolean =>
    rows.every(
      ({ cells }) =>
        cells[at] === undefined || (cells[at].text.isBlank && cells[at].mergedInto === undefined),
    )
  const gap = Array.from({ length: second }, (_, i) => i).findLast(isParted)
  if (gap === undefined || gap === 0) return blocks
  const sideOf = (from: number, to: number): readonly Block[] =>
    blocks.flatMap((block): readonly Block[] => {
      if (block.kind !== 'row') return from === 0 ? [block] : []
      const cells = block.cells.slice(from, to)
      return cells.length === 0 ? [] : [{ ...block, cells }]
    })
  return [...sideOf(0, gap), ...sideOf(gap + 1, Number.POSITIVE_INFINITY)]
}
