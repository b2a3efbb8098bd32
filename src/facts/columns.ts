import type { ColumnRole, Disclosure } from '../model/disclosure.ts'
import { Places } from '../model/places.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { contains } from '../source/span.ts'
import { NAMES_GOALS } from '../vocabulary/headers.ts'

/** Whether the table has a header, and no column for `role` in it. */
export const lacksColumn = (disclosure: Disclosure, role: ColumnRole): boolean =>
  disclosure.headings.length > 0 && !rolesOf(disclosure).has(role)

const rolesOf = rememberFor(
  ({ headings }: Disclosure): ReadonlySet<ColumnRole | undefined> =>
    new Set(headings.map(({ role }) => role)),
)

/** Whether all headings are the labels of forms: nothing stands in columns under them, for a list has its header above its rows. */
export const hasOnlyLabels = rememberFor((disclosure: Disclosure): boolean => {
  const forms = new Places(projectsOf(disclosure), ({ span }) => span)
  return disclosure.headings.every(({ text }) =>
    forms.around(text.span.start).some((span) => contains(span.span, text.span)),
  )
})

/** Whether the table prints 绩效目标 over its indicators, and no goals (FORM). */
export const namesIndicatorsGoals = ({ headings }: Disclosure): boolean =>
  headings.some(({ role, text }) => role === 'indicator' && NAMES_GOALS.test(text.meaning))
