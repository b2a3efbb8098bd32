import type { Agency, Category, Disclosure, Indicator, Node, Project } from '../../src/model/disclosure.ts'

/** A node with the nodes right under it, in order. */
export interface Family {
  readonly node: Node
  readonly children: readonly Node[]
}

/** Every node that has others under it. */
export const nodesOf = (disclosure: Disclosure): Family[] => [
  { node: disclosure, children: [...disclosure.agencies] },
  { node: disclosure, children: disclosure.projects },
  { node: disclosure, children: disclosure.totals },
  ...disclosure.agencies.flatMap(familiesOfAgency),
  ...disclosure.projects.flatMap(familiesOfProject),
]

const familiesOfAgency = (agency: Agency): Family[] => [
  { node: agency, children: agency.agencies },
  { node: agency, children: agency.projects },
  ...agency.agencies.flatMap(familiesOfAgency),
  ...agency.projects.flatMap(familiesOfProject),
]

const familiesOfProject = (project: Project): Family[] => [
  { node: project, children: project.goals },
  { node: project, children: project.results },
  { node: project, children: project.money },
  { node: project, children: project.indicators },
  { node: project, children: project.categories },
  ...project.categories.flatMap(familiesOfCategory),
]

const familiesOfCategory = (category: Category | Indicator): Family[] =>
  category.kind === 'indicator'
    ? []
    : [{ node: category, children: category.children }, ...category.children.flatMap(familiesOfCategory)]
