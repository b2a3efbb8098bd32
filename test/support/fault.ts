import type { Settings } from '../../src/settings.ts'
import type { CategoryId } from '../../src/vocabulary/categories.ts'
import { type Filing, makeFiling } from './filing.ts'
import type { TrueCategory, TrueFiling, TrueIndicator, TrueProject, TrueValue } from './filing-tree.ts'
import { Random } from './random.ts'

/** What a fault must make pbo find, and where. */
export interface Expectation {
  readonly rule: string
  /** The project in whose path the finding stands, if it stands in one. */
  readonly project?: string
  /** Text that the finding, or a place related to it, must cover; blanks and widths folded. */
  readonly at: string
  /** Settings under which it is found, where the default ones don't look for it. */
  readonly settings?: Settings
}

export interface FaultyFiling extends Filing {
  readonly fault: string
  readonly expected: Expectation
}

/** A kind of slip: changes a filing's content or its print; `undefined` where it doesn't apply. */
export interface Fault {
  readonly name: string
  readonly change?: (tree: Mutable<TrueFiling>, random: Random) => Expectation | undefined
  readonly misprint?: (
    text: string,
    tree: TrueFiling,
    random: Random,
  ) => { text: string; expected: Expectation } | undefined
}

export type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

/** The filing of a seed with one fault in it, or nothing where the fault has no place in it. */
export const makeFaulty = (fault: Fault, seed: number): FaultyFiling | undefined => {
  const random = new Random(seed + 7_919)
  let expected: Expectation | undefined
  const filing = makeFiling(seed, (tree) => {
    if (fault.change === undefined) return tree
    const changed = structuredClone(tree) as Mutable<TrueFiling>
    expected = fault.change(changed, random)
    return expected === undefined ? tree : (changed as TrueFiling)
  })
  if (fault.misprint !== undefined) {
    const printed = fault.misprint(filing.text, filing.tree, random)
    return printed === undefined ? undefined : { ...filing, ...printed, fault: fault.name }
  }
  return expected === undefined ? undefined : { ...filing, fault: fault.name, expected }
}

type MutableProject = Mutable<TrueProject>
type MutableIndicator = Mutable<TrueIndicator>
type Measured = Mutable<Extract<TrueValue, { kind: 'measured' }>>

export const agencyOf = (
  tree: Mutable<TrueFiling>,
  random: Random,
): Mutable<TrueFiling>['agencies'][number] =>
  random.pick((tree.agencies[0] as Mutable<TrueFiling>['agencies'][number]).agencies)

export const projectsOf = (tree: Mutable<TrueFiling>): MutableProject[] =>
  tree.agencies.flatMap(({ agencies }) => agencies.flatMap(({ projects }) => projects))

export const indicatorsIn = (
  nodes: readonly (Mutable<TrueCategory> | MutableIndicator)[],
): MutableIndicator[] => nodes.flatMap((node) => ('name' in node ? [node] : indicatorsIn(node.children)))

export const categoryIn = (project: MutableProject, id: CategoryId): Mutable<TrueCategory> | undefined => {
  const find = (
    nodes: readonly (Mutable<TrueCategory> | MutableIndicator)[],
  ): Mutable<TrueCategory> | undefined => {
    for (const node of nodes) {
      if ('name' in node) continue
      const found = node.id === id ? node : find(node.children)
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(project.categories)
}

/** A measured indicator under one of the categories, with its project. */
export const measuredIn = (
  tree: Mutable<TrueFiling>,
  random: Random,
  ids: readonly CategoryId[],
  fits: (value: Measured, indicator: MutableIndicator, project: MutableProject) => boolean = () => true,
): { project: MutableProject; indicator: MutableIndicator; value: Measured } | undefined => {
  const found = projectsOf(tree).flatMap((project) =>
    ids.flatMap((id) => {
      const category = categoryIn(project, id)
      return indicatorsIn(category?.children ?? []).flatMap((indicator) => {
        const { value } = indicator
        return value.kind === 'measured' && fits(value, indicator, project)
          ? [{ project, indicator, value }]
          : []
      })
    }),
  )
  return found.length === 0 ? undefined : random.pick(found)
}

export const plus = (amount: string, hundredths: number): string => {
  const sum = Math.round(Number(amount) * 100) + hundredths
  return `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`
}

/** Another number of as many digits, far enough to be no rounding. */
export const otherNumber = (number: string, random: Random): string => {
  const value = Number(number)
  const factor = random.pick([0.5, 0.7, 1.3, 1.5, 2])
  const changed = Math.max(1, Math.round(value * factor))
  return changed === value ? String(value + 3) : String(changed)
}

export const isPromised = (value: Measured, indicator: MutableIndicator, project: MutableProject): boolean =>
  project.goals.some(
    (goal) => goal.includes(`${value.number}${value.unit}`) && goal.includes(indicator.name.slice(0, 4)),
  )

export const onCell = (
  text: string,
  tree: TrueFiling,
  random: Random,
  replace: (line: string, project: TrueProject) => string | undefined,
  expected: (project: TrueProject) => Expectation,
): { text: string; expected: Expectation } | undefined => {
  const project = random.pick(projectsOf(tree as Mutable<TrueFiling>))
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.split('\t').includes(project.name))
  // A quoted cell goes on over the line's end; the line alone isn't the row.
  const isWhole = at >= 0 && !(lines[at] as string).includes('"')
  const changed = isWhole ? replace(lines[at] as string, project) : undefined
  if (changed === undefined || changed === lines[at]) return undefined
  lines[at] = changed
  return { text: lines.join('\n'), expected: expected(project) }
}
