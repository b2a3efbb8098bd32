import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { rememberFor } from '../remember.ts'
import type { ToldCell } from './labels.ts'
import { headIn } from './words-of.ts'

/** What the cells of a row would say as headers or labels. */
export interface RowRoles {
  /** Without the blanks that line ends leave; blank for cells that are too long. */
  readonly names: readonly string[]
  readonly roles: readonly (ColumnRole | undefined)[]
  readonly hasAny: boolean
}

const LONGEST = 60

/**
 * The roles of a row, found once: every row is asked for them by each layout, and most have none and
 * are done with that.
 */
export const rolesOf: (row: Row) => RowRoles = rememberFor(({ cells }: Row): RowRoles => {
  const names: string[] = []
  const roles: (ColumnRole | undefined)[] = []
  let hasAny = false
  for (const cell of cells) {
    const { text } = cell
    const name = text.length > LONGEST ? '' : text.meaning
    const role = name === '' ? undefined : (headIn(text) ?? (cell as ToldCell).told?.role)
    names.push(name)
    roles.push(role)
    hasAny ||= role !== undefined
  }
  return { names, roles, hasAny }
})
