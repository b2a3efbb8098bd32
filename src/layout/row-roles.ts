import type { ColumnRole } from '../model/disclosure.ts'
import type { DraftAgency } from '../model/draft.ts'
import type { Row } from '../read/grid.ts'
import { rememberFor } from '../remember.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { AGENCY_NAME, isLevelRole, PROJECT_CATEGORY_NAME } from '../vocabulary/headers.ts'
import { isSubtotalName, isTotalName } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { labelIn, type ToldCell } from './labels.ts'
import { ownCells } from './row-cells.ts'
import type { Slots } from './slots.ts'
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
    const { text, isValue }: ToldCell = cell
    const name = text.length > LONGEST ? '' : text.meaning
    const role = name === '' || isValue === true ? undefined : headIn(text)
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

/** The cell that says 合计, if the row is one of totals; how many projects it sums may stand in the cell of their names. */
export const totalName = ({ row, code, name, agency }: Slots): SpannedText | undefined => {
  if (isTotal(name)) return name
  const first = row.cells.find(({ text }) => !text.isBlank)?.text
  if (first !== undefined && isTotal(first)) return first
  if (!name.isBlank) return undefined
  return [code, agency].find((text) => text !== undefined && isTotal(text))
}

const isTotal = (text: SpannedText): boolean => text.length <= 24 && isTotalName(squeezed(text))

/**
 * What a row without goals and indicators stands for; `undefined` for a project that has none. Where the
 * table prints amounts, one without an amount is rather a project that lacks it.
 */
export const agencyRole = (
  { code, name, amount }: Slots,
  columns: Columns,
): DraftAgency['role'] | undefined => {
  const plain = squeezed(name)
  if (isSubtotalName(plain)) return 'subtotal'
  if (PROJECT_CATEGORY_NAME.test(plain)) return 'project-category'
  if (code !== undefined && /^\d{3,9}$/.test(code.meaning)) return 'agency'
  // 某县教育局合计 is the row of the 教育局.
  const body = plain.replace(/(?:合计|总计)$/, '')
  return AGENCY_NAME.test(body) && (!amount.isBlank || !columns.includes('amount')) ? 'agency' : undefined
}

/** 填报人:, 负责人: below a list: one cell with a label that is none of a project. */
export const isSignatureRow = (row: Row): boolean => {
  const own = ownCells(row)
  return (
    own.length > 0 && own.every(({ text }) => text.folded.includes(':') && labelIn(text)?.role === 'other')
  )
}

/** Names of rows are set with blanks: 合 计. */
const squeezed = (text: SpannedText): string => text.folded.replace(/\s/g, '')
