import type { Agency, Category, Disclosure, Indicator, Project } from '../../src/model/disclosure.ts'
import { meaning } from '../../src/source/fold.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'
import type { TrueCategory, TrueFiling, TrueIndicator, TrueProject } from './filing-tree.ts'

/** What a layout prints of an indicator beside its name and value. */
export interface Extras {
  readonly weight?: string
  /** The header of its target, where a row has several. */
  readonly column?: string
  readonly term?: Term
}

export type Term = 'annual' | 'long-term' | undefined

/** What a header or a label says of the time. */
export const termOf = (words: string): Term =>
  /实施期|长期/.test(words) ? 'long-term' : words.includes('年度') ? 'annual' : undefined

/** One project as a layout prints it, for comparing with what is read. */
export interface Expected {
  readonly project: TrueProject
  readonly agency: string | undefined
  /** `false` where the layout prints no amounts. */
  readonly hasAmount: boolean
  readonly funding: readonly (readonly [name: string, amount: string])[]
  readonly goals: readonly (readonly [text: string, term: Term])[]
  readonly hasHeadings: boolean
  /** The indicators as they are printed for one true one: one, or one for each column. */
  readonly print: (
    indicator: TrueIndicator,
  ) => readonly (readonly [indicator: TrueIndicator, extras: Extras])[]
}

/** The projects of a filing with the agencies they stand under. */
export const projectsWithAgencies = ({
  agencies,
}: TrueFiling): readonly { readonly agency: string; readonly project: TrueProject }[] =>
  agencies.flatMap(({ agencies: parts, projects, name }) => [
    ...projects.map((project) => ({ agency: name, project })),
    ...parts.flatMap((part) => part.projects.map((project) => ({ agency: part.name, project }))),
  ])

/** A project as one line for each thing that it says, whatever layout it is printed in. */
export const expectedLines = (expected: Expected): readonly string[] => {
  const { project, agency, hasAmount, funding, goals, hasHeadings, print } = expected
  const indicators = (
    node: TrueCategory | TrueIndicator,
    path: readonly string[],
    isCost: boolean,
  ): readonly string[] => {
    if ('name' in node)
      return print(node).map(([indicator, extras]) =>
        lineOf(path, flat(indicator.name), printedValue(indicator, isCost && hasHeadings), extras),
      )
    const inside = hasHeadings ? [...path, node.id] : path
    return node.children.flatMap((child) => indicators(child, inside, node.id === 'cost'))
  }
  return [
    `project ${agency === undefined ? '' : `${flat(agency)} › `}${flat(project.name)} ${hasAmount ? project.amount : '-'}`,
    ...funding.map(([name, amount]) => `funding ${name} ${amount}`),
    ...goals.map(([text, term]) => lineOfGoal(text, term)),
    ...project.categories.flatMap((category) => indicators(category, [], false)),
  ]
}

/** The same lines of what was read. */
export const readLines = (disclosure: Disclosure): readonly string[] => [
  ...disclosure.projects.flatMap((project) => linesOfProject(project, undefined)),
  ...disclosure.agencies.flatMap(linesOfAgency),
]

const linesOfAgency = ({ name, role, projects, agencies }: Agency): readonly string[] => [
  ...projects.flatMap((project) => linesOfProject(project, role === 'agency' ? name : undefined)),
  ...agencies.flatMap(linesOfAgency),
]

const linesOfProject = (project: Project, agency: SpannedText | undefined): readonly string[] => {
  const { name, amount, funding, goals, categories, indicators } = project
  const under = agency === undefined ? '' : `${flat(agency.text)} › `
  return [
    `project ${under}${flat(name.text)} ${amount.text.isBlank ? '-' : amount.text.text}`,
    ...funding.map((part) => `funding ${flat(part.name.text)} ${part.amount.text.text}`),
    ...goals.map((goal) => lineOfGoal(goal.text.text, goal.term)),
    ...indicators.map((indicator) => linesOfIndicator(indicator, [])),
    ...categories.flatMap((category) => linesOfCategory(category, [])),
  ]
}

const linesOfCategory = ({ is, name, children }: Category, path: readonly string[]): readonly string[] => {
  const inside = [...path, is ?? `?${flat(name.text)}`]
  return children.flatMap((child) =>
    child.kind === 'category' ? linesOfCategory(child, inside) : [linesOfIndicator(child, inside)],
  )
}

const linesOfIndicator = (
  { name, target, weight, column, term }: Indicator,
  path: readonly string[],
): string => {
  const extras: Extras = {
    ...(weight === undefined ? {} : { weight: weight.numeral.value.toFixed() }),
    ...(column === undefined ? {} : { column: flat(column.text) }),
    ...(term === undefined ? {} : { term }),
  }
  if (target.kind !== 'measured')
    return lineOf(path, flat(name.text), `${target.kind} ${withSign(flat(target.text.text))}`, extras)
  const { comparator, implicit, measure } = target
  const sign = implicit ? `(${comparator})` : comparator
  const value = `${sign} ${measure.numeral.value.toFixed()} ${measure.unit?.printed ?? ''}`
  return lineOf(path, flat(name.text), value, extras)
}

/** Comparators in words as signs. */
const withSign = (text: string): string =>
  text.replace(/^(?:大于等于|>=|≧)/, '≥').replace(/^(?:小于等于|<=|≦)/, '≤')

const lineOfGoal = (text: string, term: Term): string =>
  `goal ${term === undefined ? '' : `(${term}) `}${flat(text)}`

const lineOf = (path: readonly string[], name: string, value: string, extras: Extras): string => {
  const { weight, column, term } = extras
  const tail = [weight === undefined ? '' : `${weight}分`, column ?? '', term ?? ''].filter(
    (part) => part !== '',
  )
  return [[...path, name].join(' › '), value, ...tail].join(' | ')
}

const printedValue = ({ value }: TrueIndicator, isCost: boolean): string => {
  if (value.kind !== 'measured') return `${value.kind} ${flat(value.printed)}`
  return `${value.comparator ?? (isCost ? '(≤)' : '(=)')} ${Number(value.number)} ${value.unit}`
}

const flat = (text: string): string => meaning(text).replace(/\s/g, '')

/** Where two lists of lines part, in words for a failing test; `undefined` where they are the same. */
export const firstDifference = (read: readonly string[], expected: readonly string[]): string | undefined => {
  const at = expected.findIndex((line, i) => read[i] !== line)
  if (at < 0 && read.length === expected.length) return undefined
  const i = at < 0 ? expected.length : at
  return `line ${i}: read “${read[i] ?? '(nothing)'}” where “${expected[i] ?? '(nothing)'}” is printed`
}
