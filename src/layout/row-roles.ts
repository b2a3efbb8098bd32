import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { rememberFor } from '../remember.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
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
    const role = name === '' ? undefined : headIn(text)
    names.push(name)
    roles.push(role)
    hasAny ||= role !== undefined
  }
  // What labels above say is not said again in the header of indicators: 合计 beside the districts.
  if (roles.some(isLevelRole)) return { names, roles, hasAny }
  for (const [i, name] of names.entries()) {
    if (name === '' || roles[i] !== undefined) continue
    roles[i] = (cells[i] as ToldCell).told?.role
    hasAny ||= roles[i] !== undefined
  }
  return { names, roles, hasAny }
})
