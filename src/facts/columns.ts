import { mapped } from '../collect.ts'
import type { ColumnRole, Disclosure, Project } from '../model/disclosure.ts'
import { Places } from '../model/places.ts'
import { indicatorsOf, projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { indexAtOrBefore } from '../source/source.ts'
import { contains } from '../source/span.ts'
import { YEAR_NUMBER } from '../vocabulary/form-words.ts'
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

/**
 * Whether the table of a project has a column for reasons beside the results. A place for them below the table is none that each
 * indicator has to fill.
 */
export const asksForReason = (project: Project, { headings }: Disclosure): boolean => {
  const placed = indicatorsOf(project)
  if (placed.some(({ indicator }) => indicator.reason !== undefined)) return true
  const first = placed[0]?.indicator.span.start ?? 0
  const own = headings.filter(({ text }) => contains(project.span, text.span))
  // A list has its header above all projects.
  const header = own.some(({ role }) => role === 'actual') ? own : headings
  return header.some(({ role, text }) => role === 'reason' && text.span.start < first)
}

/** The years that columns of results name: 2021年实际完成值. */
export const reportedYears = rememberFor(
  ({ headings }: Disclosure): ReadonlySet<number> =>
    new Set(
      headings
        .filter(({ role }) => role === 'actual')
        .flatMap(({ text }) => (text.meaning.match(YEAR_NUMBER) ?? []).map(Number)),
    ),
)

/**
 * Which table of a filing a place is in, as a number that only tells tables apart. A project with header cells of its own
 * (the labels of a form) is a table, whatever of it was read as columns; a list begins where its reading does.
 */
export const tableOf = (disclosure: Disclosure, offset: number): number =>
  indexAtOrBefore(startsOf(disclosure), offset, (start) => start)

const startsOf = rememberFor((disclosure: Disclosure): readonly number[] => {
  const { readings, headings } = disclosure
  const headers = mapped(headings, ({ text }) => text.span.start).sort(ascending)
  const forms = mapped(projectsOf(disclosure), ({ span }) => span).filter((span) => {
    const last = headers[indexAtOrBefore(headers, span.end, (start) => start)]
    return last !== undefined && last > span.start
  })
  const places = new Places(forms, (span) => span)
  const lists = readings.filter(({ span }) => places.around(span.start).length === 0)
  return mapped([...forms, ...mapped(lists, ({ span }) => span)], ({ start }) => start).sort(ascending)
})

const ascending = (a: number, b: number): number => a - b
