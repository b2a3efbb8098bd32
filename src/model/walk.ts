import { collectAll, mapped } from '../collect.ts'
import { rememberFor, rememberForContent } from '../remember.ts'
import type { Span } from '../source/span.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import type { Agency, Category, Disclosure, Goal, Indicator, Project } from './disclosure.ts'
import { Places } from './places.ts'

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

/** What is worked out of the goals and indicators of a project, remembered as long as those are there. */
export const rememberForProject = <Value>(
  compute: (project: Project) => Value,
): ((project: Project) => Value) => rememberForContent(compute, ({ goals }) => goals)

/** Every heading of a project, parents before children. */
export const categoriesOf = rememberForProject((project: Project): readonly Category[] => {
  const all: Category[] = []
  const visit = (category: Category): void => {
    all.push(category)
    for (const child of category.children) if (child.kind === 'category') visit(child)
  }
  project.categories.forEach(visit)
  return all
})

/** Every indicator of a project with its headings, in order. */
export const indicatorsOf = rememberForProject((project: Project): readonly PlacedIndicator[] => {
  const all: PlacedIndicator[] = mapped(project.indicators, (indicator) => ({
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

/** The project around an offset, or else the agency. */
export const ownerAround = (disclosure: Disclosure, offset: number): Agency | Project | undefined => {
  const around = projectPlaces(disclosure).around(offset)
  if (around.length === 0) return agencyPlaces(disclosure).around(offset).at(-1)
  return around.length === 1
    ? around[0]
    : (around.findLast((candidate) => isIn(candidate, offset)) ??
        around.findLast((candidate) => isNear(candidate, offset)) ??
        around.at(-1))
}

/** The nodes around an offset, outermost first: project, then goal or headings and indicator. */
export const pathTo = (
  disclosure: Disclosure,
  offset: number,
): readonly (Agency | Project | Goal | Category | Indicator)[] => {
  const project = ownerAround(disclosure, offset)
  if (project === undefined) return []
  if (project.kind === 'agency') return [project]
  const [goal] = goalPlaces(project).around(offset)
  if (goal !== undefined) return [project, goal]
  const [piece = indicatorPlaces(project).around(offset)[0]] = piecePlaces(project).around(offset)
  if (piece !== undefined) return [project, ...piece.placed.categories, piece.placed.indicator]
  return [project, ...headingPlaces(project).around(offset)]
}

const projectPlaces = rememberFor(
  (disclosure: Disclosure) => new Places(projectsOf(disclosure), ({ span }) => span),
)

/** By the row of an agency, not all the rows under it. */
const agencyPlaces = rememberFor(
  (disclosure: Disclosure) =>
    new Places(agenciesOf(disclosure), ({ name, amount }) => ({
      start: name.span.start,
      end: amount.span.end,
    })),
)

/** The parts of a project by their places: a filing may have as many findings as it has parts. */
const placesOf = <Node extends { readonly span: Span }>(partsOf: (project: Project) => readonly Node[]) =>
  rememberForProject((project) => new Places(partsOf(project), ({ span }) => span))

const goalPlaces = placesOf(({ goals }) => goals)
/** Several indicators of one row have their names in one cell and their values in another. */
const piecePlaces = placesOf((project) =>
  collectAll(indicatorsOf(project), (placed) =>
    mapped(placed.indicator.text.ranges, (span) => ({ placed, span })),
  ),
)
const indicatorPlaces = placesOf((project) =>
  indicatorsOf(project).map((placed) => ({ placed, span: placed.indicator.span })),
)
const headingPlaces = placesOf(categoriesOf)
const outlinePlaces = placesOf(({ categories, indicators }) => [...categories, ...indicators])

/** Projects beside each other have their rows in common; each has its own cells. */
const isIn = (project: Project, offset: number): boolean => {
  const isAt = ({ span }: { readonly span: Span }): boolean => span.start <= offset && offset <= span.end
  return (
    isAt(project.name) ||
    isAt(project.amount) ||
    goalPlaces(project).around(offset).length > 0 ||
    piecePlaces(project).around(offset).length > 0
  )
}

/** Rows that go on after a page break span what stands between; the text itself decides. */
const isNear = (project: Project, offset: number): boolean => {
  const { name, amount } = project
  if (offset < name.span.start) return false
  if (offset <= amount.span.end) return true
  return goalPlaces(project).around(offset).length > 0 || outlinePlaces(project).around(offset).length > 0
}
