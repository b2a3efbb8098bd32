import { sum } from '../model/decimal.ts'
import type { Disclosure, Indicator, Project } from '../model/disclosure.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { levelOneOf } from '../vocabulary/categories.ts'
import { hasOnlyLabels } from './columns.ts'

/** Whether what a project lacks may only have been cut off: the last one of an unfinished input. */
export const isCutOff = (project: Project, disclosure: Disclosure): boolean =>
  disclosure.truncated && isLast(project, disclosure)

/**
 * Whether the input may end before the table of its last project does, between two rows: nothing stands behind its last
 * indicator, and it is a self-evaluation, which ends with a total or remarks (FORM), or lacks a category and the points for
 * it, or is a form, which has all categories printed, and lacks two.
 */
export const mayEndEarly = (project: Project, disclosure: Disclosure): boolean => {
  const all = indicatorsOf(project).map(({ indicator }) => indicator)
  if (!isLast(project, disclosure) || project.totalScore !== undefined) return false
  const end = Math.max(...all.map(({ span }) => span.end))
  if (lastLeftoverOf(disclosure) >= end) return false
  const lacking = lackingAtEnd(project).length
  if (all.some(({ actual }) => actual !== undefined) || (lacking > 0 && lacksPoints(all))) return true
  return lacking > 1 && hasOnlyLabels(disclosure)
}

const LEVEL_ONE = ['output', 'benefit', 'satisfaction'] as const

/** The level-1 categories that stand behind the last one of a project on every form, and that it has none of. */
export const lackingAtEnd = (project: Project): readonly (typeof LEVEL_ONE)[number][] => {
  const known = new Set<string>(
    categoriesOf(project).flatMap(({ is }) => (is === undefined ? [] : [levelOneOf(is)])),
  )
  return LEVEL_ONE.slice(LEVEL_ONE.findLastIndex((id) => known.has(id)) + 1)
}

/** The whole is 90 or 100 points. */
const LEAST_WHOLE = 90

const lacksPoints = (all: readonly Indicator[]): boolean => {
  const points = all.flatMap(({ weight }) => (weight === undefined ? [] : [weight.numeral.value]))
  return points.length > 0 && sum(points).lt(LEAST_WHOLE)
}

const isLast = (project: Project, disclosure: Disclosure): boolean =>
  project.span.start >= lastStartOf(disclosure)

const lastStartOf = rememberFor((disclosure: Disclosure): number => {
  let last = 0
  for (const { span } of projectsOf(disclosure)) last = Math.max(last, span.start)
  return last
})

/** Where the last text begins that belongs to nothing; a label with nothing behind it, or 指标2:, begins a row that is cut off. */
const lastLeftoverOf = rememberFor(({ leftovers }: Disclosure): number =>
  leftovers.reduce(
    (last, { text, reason }) =>
      reason === 'label' || reason === 'template' ? last : Math.max(last, text.span.start),
    -1,
  ),
)
