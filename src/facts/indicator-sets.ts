import { mapped } from '../collect.ts'
import type { Category, Disclosure, Project } from '../model/disclosure.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { indexAtOrBefore } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/**
 * Tells whether two indicators of one place in the tree are of one set. Forms print one for the whole term and one for the year, each with
 * all its categories: the second begins anew with 一、产出指标, behind the goal of the other term, or behind a header of its own.
 */
export const setsIn = (
  project: Project,
  disclosure: Disclosure,
): ((one: PlacedIndicator, other: PlacedIndicator) => boolean) => {
  const sets = setsByNumber(project)
  return (one, other) => {
    const [a, b] = [sets.get(one.categories[0]), sets.get(other.categories[0])]
    return a === b && !areApart(one, other, project, disclosure)
  }
}

/** The set that each level-1 heading belongs to, where headings begin anew with the first number. */
const setsByNumber = ({ categories }: Project): ReadonlyMap<Category | undefined, number> => {
  const sets = new Map<Category | undefined, number>()
  const opened = new Set<string>()
  let set = 0
  for (const category of categories) {
    const id = category.is ?? category.name.meaning
    if (opened.has(id) && (category.marker?.ordinal ?? 1) === 1 && opened.size > 1) {
      set += 1
      opened.clear()
    }
    opened.add(id)
    sets.set(category, set)
  }
  return sets
}

/** Whether what stands between two indicators begins another table. */
const areApart = (
  one: PlacedIndicator,
  other: PlacedIndicator,
  project: Project,
  disclosure: Disclosure,
): boolean => {
  const [first, second] = [one.indicator.span, other.indicator.span].sort((a, b) => a.start - b.start)
  if (first === undefined || second === undefined) return false
  const between = project.goals.filter(({ span }) => isBetween(span, first, second))
  const terms = new Set(project.goals.filter(({ span }) => span.end <= first.start).map(({ term }) => term))
  if (terms.size > 0 && between.some(({ term }) => !terms.has(term))) return true
  if (!hasHeaderBetween(first, second, disclosure)) return false
  // Pages repeat the header; behind that the category goes on.
  return between.length > 0 || leavesCategory(one, first, second, project)
}

const isBetween = ({ start, end }: Span, first: Span, second: Span): boolean =>
  start >= first.end && end <= second.start

/** Whether indicators of another level-1 category stand between two of one. */
const leavesCategory = (
  { categories: [own] }: PlacedIndicator,
  first: Span,
  second: Span,
  project: Project,
): boolean =>
  indicatorsOf(project).some(
    ({ indicator: { span }, categories: [levelOne] }) =>
      isBetween(span, first, second) && levelOne !== own && levelOne?.is !== own?.is,
  )

/** Whether a header over names stands between two places. */
const hasHeaderBetween = (first: Span, second: Span, disclosure: Disclosure): boolean => {
  const headers = headersOf(disclosure)
  const last = headers[indexAtOrBefore(headers, second.start, (start) => start)]
  return last !== undefined && last >= first.end
}

const headersOf = rememberFor((disclosure: Disclosure): readonly number[] =>
  mapped(
    disclosure.headings.filter(({ role }) => role === 'indicator'),
    ({ text }) => text.span.start,
  ).toSorted((a, b) => a - b),
)
