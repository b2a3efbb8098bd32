import { rememberFor } from '../remember.ts'
import type { Span } from '../source/span.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import type { Agency, Category, Disclosure, Goal, Indicator, Project } from './disclosure.ts'

/**
 * Walks over the tree. Nearly every rule takes them, so what they give is remembered: treat it as
 * part of the model.
 */

/** An indicator with the headings it stands under, outermost first. */
export interface PlacedIndicator {
  readonly indicator: Indicator
  readonly categories: readonly Category[]
  /** The innermost known heading. */
  readonly categoryId: CategoryId | undefined
}

/** Every agency, parents before children. */
export const agenciesOf = rememberFor((disclosure: Disclosure): readonly Agency[] => {
  const all: Agency[] = []
  const visit = (agency: Agency): void => {
    all.push(agency)
    agency.agencies.forEach(visit)
  }
  disclosure.agencies.forEach(visit)
  return all
})

/** Every project, in the order of the agencies that hold them. */
export const projectsOf = rememberFor((disclosure: Disclosure): readonly Project[] => [
  ...disclosure.projects,
  ...agenciesOf(disclosure).flatMap((agency) => agency.projects),
])

/**
 * What is worked out of the goals and indicators of a project: remembered as long as those are, since a large
 * filing drops them and reads them anew when they are asked for.
 */
export const rememberForContent = <Value>(
  compute: (project: Project) => Value,
): ((project: Project) => Value) => rememberFor(compute, ({ goals }) => goals)

/** Every heading of a project, parents before children. */
export const categoriesOf = rememberForContent((project: Project): readonly Category[] => {
  const all: Category[] = []
  const visit = (category: Category): void => {
    all.push(category)
    for (const child of category.children) if (child.kind === 'category') visit(child)
  }
  project.categories.forEach(visit)
  return all
})

/** Every indicator of a project with its headings, in order. */
export const indicatorsOf = rememberForContent((project: Project): readonly PlacedIndicator[] => {
  const all: PlacedIndicator[] = project.indicators.map((indicator) => ({
    indicator,
    categories: [],
    categoryId: undefined,
  }))
  const visit = (category: Category, above: readonly Category[]): void => {
    const categories = [...above, category]
    const categoryId = categories.findLast(({ is }) => is !== undefined)?.is
    for (const child of category.children) {
      if (child.kind === 'category') visit(child, categories)
      else all.push({ indicator: child, categories, categoryId })
    }
  }
  for (const category of project.categories) visit(category, [])
  return all
})

/** How many projects, goals and indicators a disclosure has. */
export const sizeOf = (disclosure: Disclosure): { projects: number; goals: number; indicators: number } => {
  const projects = projectsOf(disclosure)
  return {
    projects: projects.length,
    goals: projects.reduce((count, project) => count + project.goals.length, 0),
    indicators: projects.reduce((count, project) => count + indicatorsOf(project).length, 0),
  }
}

/** The nodes around an offset, outermost first: project, then goal or headings and indicator. */
export const pathTo = (
  disclosure: Disclosure,
  offset: number,
): readonly (Agency | Project | Goal | Category | Indicator)[] => {
  const holds = ({ span }: { span: Span }): boolean => span.start <= offset && offset <= span.end
  const around = projectsAround(disclosure, offset)
  const project = around.findLast((candidate) => isNear(candidate, offset)) ?? around.at(-1)
  if (project === undefined) {
    // The row of an agency, not all the rows under it.
    const agency = agenciesOf(disclosure).findLast(
      ({ name, amount }) => name.span.start <= offset && offset <= amount.span.end,
    )
    return agency === undefined ? [] : [agency]
  }
  const goal = project.goals.find(holds)
  if (goal !== undefined) return [project, goal]
  const placed = indicatorsOf(project).find(({ indicator }) => holds(indicator))
  if (placed !== undefined) return [project, ...placed.categories, placed.indicator]
  const heading = categoriesOf(project).filter(holds)
  return [project, ...heading]
}

/** The projects whose rows an offset lies in or between, in their order. */
const projectsAround = (disclosure: Disclosure, offset: number): readonly Project[] => {
  const { byStart, ends } = placesOf(disclosure)
  let low = 0
  let high = byStart.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byStart[middle] as Place).project.span.start <= offset) low = middle + 1
    else high = middle
  }
  const found: Place[] = []
  for (let i = low - 1; i >= 0 && offset <= (ends[i] as number); i -= 1) {
    const place = byStart[i] as Place
    if (offset <= place.project.span.end) found.push(place)
  }
  return found.sort((a, b) => a.order - b.order).map(({ project }) => project)
}

interface Place {
  readonly project: Project
  /** Its place in `projectsOf`. */
  readonly order: number
}

/** Projects by where they begin; `ends`: how far that one or any before it reaches. */
const placesOf = rememberFor((disclosure: Disclosure) => {
  const byStart = projectsOf(disclosure)
    .map((project, order): Place => ({ project, order }))
    .sort((a, b) => a.project.span.start - b.project.span.start)
  const ends: number[] = []
  let furthest = 0
  for (const { project } of byStart) {
    furthest = Math.max(furthest, project.span.end)
    ends.push(furthest)
  }
  return { byStart, ends }
})

/** Rows that go on after a page break span what stands between; the text itself decides. */
const isNear = (project: Project, offset: number): boolean =>
  project.name.span.start <= offset &&
  (offset <= project.amount.span.end ||
    project.goals.some(({ span }) => span.start <= offset && offset <= span.end) ||
    [...project.categories, ...project.indicators].some(
      ({ span }) => span.start <= offset && offset <= span.end,
    ))
