import type { Row } from '../read/grid.ts'
import { recognizeHeader } from './columns.ts'
import { FormReader, ownCells } from './form-reader.ts'
import { findNextTitle } from './front-matter.ts'
import { labelIn } from './labels.ts'
import type { Layout, Part } from './layout.ts'
import { rolesOf } from './row-roles.ts'

/**
 * L3: a form for each project: labels with their values (项目名称, 资金总额, 年度目标 …), then a table of
 * indicators without a column of projects. Several forms may follow one another.
 */
export const formPerProject: Layout = {
  id: 'form-per-project',

  score: (blocks) => {
    return blocks.some((block) => block.kind === 'row' && beginsForm(block)) ? 0.95 : 0
  },

  read: (blocks): Part => {
    const reader = new FormReader()
    reader.read(blocks)
    return {
      tables: [
        {
          title: findNextTitle(reader.front),
          front: reader.front,
          headings: reader.builder.headings,
          entries: reader.builder.entries,
        },
      ],
      leftovers: reader.builder.leftovers,
      irregularRows: [],
      truncated: false,
    }
  },
}

/** Whether the row holds the label of a project's name with the name beside it. */
export const beginsForm = (row: Row): boolean => {
  if (!mayName(row) || recognizeHeader(row) !== undefined) return false
  const own = ownCells(row)
  return own.some(({ text }, i) => {
    const label = labelIn(text)
    if (label?.role !== 'name') return false
    const next = own[i + 1]
    return !label.value.isBlank || (next !== undefined && labelIn(next.text) === undefined)
  })
}

/** Whether a cell is the label of a name, or begins with a label. */
const mayName = (row: Row): boolean =>
  rolesOf(row).roles.includes('name') ||
  row.cells.some(({ text }) => /^[^:：]{0,40}名[^:：]{0,20}[:：]/.test(text.text.slice(0, 64)))
