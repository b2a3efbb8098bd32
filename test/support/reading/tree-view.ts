import type {
  Agency,
  Category,
  Disclosure,
  Indicator,
  Measure,
  Project,
  SpannedText,
  Target,
} from '../../../src/index.ts'
import { signOf } from './amounts.ts'
import { squeeze } from './plain-text.ts'

/** What the reading score compares of an indicator. */
export interface ReadIndicator {
  readonly name: string
  readonly text: string
  /** `3`, `5-10`; undefined for a target that is no number. */
  readonly number: string | undefined
  readonly unit: string | undefined
  /** All words for the unit: in the value, in its own column. */
  readonly units: readonly string[]
  /** Only what is printed. */
  readonly comparator: string | undefined
  readonly kind: string
  /** The label as printed and its name alone. */
  readonly l1: readonly string[]
  readonly l2: readonly string[]
  readonly weight: string | undefined
  readonly column: string
  readonly term: string | undefined
  readonly project: number
  readonly actual: string
  readonly score: string | undefined
  readonly reason: string
}

/** All projects in reading order. */
export const projectsIn = ({ projects, agencies }: Disclosure): readonly Project[] => {
  const under = (agency: Agency): readonly Project[] => [
    ...agency.projects,
    ...agency.agencies.flatMap((inner) => under(inner)),
  ]
  return [...projects, ...agencies.flatMap(under)]
}

/** All indicators of a project in reading order, with the labels over them. */
export const indicatorsIn = (project: Project, order: number): readonly ReadIndicator[] => [
  ...project.indicators.map((indicator) => viewOf(indicator, [], [], order)),
  ...project.categories.flatMap((category) => underCategory(category, [], order)),
]

const underCategory = (category: Category, over: readonly string[], order: number): ReadIndicator[] => {
  const labels = [textOf(category.heading), textOf(category.name)]
  const [l1, l2] = category.level === 1 ? [labels, []] : [over, labels]
  return category.children.flatMap((child) =>
    child.kind === 'indicator' ? [viewOf(child, l1, l2, order)] : underCategory(child, l1, order),
  )
}

export const textOf = (text: SpannedText | undefined): string => text?.text ?? ''

const viewOf = (
  indicator: Indicator,
  l1: readonly string[],
  l2: readonly string[],
  project: number,
): ReadIndicator => {
  const { target } = indicator
  const measure = target.kind === 'measured' ? target.measure : undefined
  const units = [
    textOf(measure?.unitText),
    measure?.unit?.printed ?? '',
    textOf(indicator.printedUnit?.text),
  ].filter((unit) => unit !== '' && !['-', '—', '/', '无'].includes(squeeze(unit)))
  return {
    name: textOf(indicator.name),
    text: textOf(target.text),
    number: measure === undefined ? undefined : numberOf(measure),
    unit: units[0],
    units,
    comparator: comparatorOf(target),
    kind: measure === undefined ? target.kind : kindOf(measure),
    l1,
    l2,
    weight: indicator.weight?.numeral.value.toFixed(),
    column: textOf(indicator.column),
    term: indicator.term,
    project,
    actual: textOf(indicator.actual?.text),
    score: indicator.score?.numeral.value.toFixed(),
    reason: textOf(indicator.reason),
  }
}

const numberOf = ({ numeral, upperNumeral }: Measure): string =>
  upperNumeral === undefined
    ? numeral.value.toFixed()
    : `${numeral.value.toFixed()}-${upperNumeral.value.toFixed()}`

const kindOf = ({ upperNumeral, unit }: Measure): string => {
  if (upperNumeral !== undefined) return 'range'
  if (unit === undefined) return 'number'
  if (unit.per.length > 0) return 'rate'
  return unit.dimension === 'money' ? 'money' : unit.dimension === 'share' ? 'percent' : 'number'
}

const comparatorOf = (target: Target): string | undefined => {
  if (target.kind === 'baseline') return target.baseline.comparator?.sign
  if (target.kind !== 'measured' || target.printedComparator === undefined) return undefined
  return target.printedComparator.sign ?? signOf(target.printedComparator.text.text)
}
