import type { ColumnRole, Disclosure } from '../model/disclosure.ts'
import { rememberFor } from '../remember.ts'
import { NAMES_GOALS } from '../vocabulary/headers.ts'

/** Whether the table has a header, and no column for `role` in it. */
export const lacksColumn = (disclosure: Disclosure, role: ColumnRole): boolean =>
  disclosure.headings.length > 0 && !rolesOf(disclosure).has(role)

const rolesOf = rememberFor(
  ({ headings }: Disclosure): ReadonlySet<ColumnRole | undefined> =>
    new Set(headings.map(({ role }) => role)),
)

/** Whether the table prints 绩效目标 over its indicators, and no goals (FORM). */
export const namesIndicatorsGoals = ({ headings }: Disclosure): boolean =>
  headings.some(({ role, text }) => role === 'indicator' && NAMES_GOALS.test(text.meaning))
