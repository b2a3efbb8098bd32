import type {
  Agency,
  Amount,
  Category,
  Disclosure,
  Goal,
  Indicator,
  Leftover,
  Marker,
  Project,
  Target,
} from '../../src/model/disclosure.ts'
import type { Measure } from '../../src/model/measure.ts'
import { meaning } from '../../src/source/fold.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'

/**
 * A tree as short lines, one for each node, indented under its parent. Tests state what they expect
 * in this form, and the fixtures keep it.
 *
 * @example 1. 监考老师人数 | ≥ 40 人
 */
export const printTree = (disclosure: Disclosure): string[] => {
  const { title, year, moneyUnit, totals, agencies, projects, irregularRows, leftovers, truncated } =
    disclosure
  return [
    ...(title === undefined ? [] : [`title ${plain(title)}${year === undefined ? '' : ` [${year.value}]`}`]),
    ...(title === undefined && year !== undefined ? [`year ${year.value}`] : []),
    ...(moneyUnit.text === undefined ? [] : [`unit ${moneyUnit.name}`]),
    ...totals.map((total) => `total ${plain(total.name)} ${printAmount(total.amount)}`),
    ...projects.flatMap(printProject),
    ...agencies.flatMap(printAgency),
    ...irregularRows.map(({ cells, expected }) => `irregular ${cells}/${expected}`),
    ...printLeftovers(leftovers),
    ...(truncated ? ['truncated'] : []),
  ]
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const printAgency = ({ role, code, name, amount, agencies, projects }: Agency): string[] => [
  `${role} ${code === undefined ? '' : `${plain(code)} `}${plain(name)} ${printAmount(amount)}`,
  ...indent([...projects.flatMap(printProject), ...agencies.flatMap(printAgency)]),
]

/** A project with all that stands in its cells. */
const printProject = (project: Project): string[] => {
  const { code, name, amount, funding, goals, indicators, categories } = project
  return [
    `project ${code === undefined ? '' : `${plain(code)} `}${plain(name)} ${printAmount(amount)}`,
    ...indent([
      ...funding.map(
        (part) => `${part.level === 1 ? '' : '  '}funding ${plain(part.name)} ${printAmount(part.amount)}`,
      ),
      ...goals.map(printGoal),
      ...[...indicators, ...categories].flatMap(printChild),
    ]),
  ]
}

export const printGoal = ({ marker, text, term }: Goal): string =>
  `goal ${term === undefined ? '' : `(${term}) `}${printMarker(marker)}${plain(text)}`

/** A heading with what stands under it, or an indicator. */
export const printChild = (node: Category | Indicator): string[] =>
  node.kind === 'indicator'
    ? [printIndicator(node)]
    : [
        `L${node.level} ${printMarker(node.marker)}${plain(node.name)} [${node.is ?? '?'}]`,
        ...indent(node.children.flatMap(printChild)),
      ]

const printIndicator = ({ marker, name, target, weight, column, term }: Indicator): string => {
  const points = weight === undefined ? '' : ` | ${printMeasure(weight)}`
  const where = column === undefined ? '' : ` | ${plain(column)}`
  const when = term === undefined ? '' : ` (${term})`
  return `${printMarker(marker)}${plain(name)} | ${printTarget(target)}${points}${where}${when}`
}

/** `≥ 40 人`, `(=) 100 %` for a bare value, words in quotes, `?` for what could not be read. */
const printTarget = (target: Target): string => {
  switch (target.kind) {
    case 'measured':
      return `${target.implicit ? `(${target.comparator})` : target.comparator} ${printMeasure(target.measure)}`
    case 'qualitative':
      return `“${plain(target.text)}”`
    case 'blank':
      return target.text.isBlank ? '-' : `- ${plain(target.text)}`
    case 'unparsed':
      return `? ${plain(target.text)}`
    default:
      return `${target.kind} ${plain(target.text)}`
  }
}

const printMeasure = ({ numeral, upperNumeral, unit, approximate, change }: Measure): string =>
  [
    approximate ? '约' : '',
    change === undefined ? '' : change === 'increase' ? '+' : '-',
    numeral.value.toFixed(),
    upperNumeral === undefined ? '' : `~${upperNumeral.value.toFixed()}`,
    unit === undefined ? '' : ` ${unit.printed}`,
  ].join('')

const printAmount = (amount: Amount): string =>
  amount.kind === 'amount'
    ? plain(amount.text)
    : amount.kind === 'blank-amount'
      ? '-'
      : `? ${plain(amount.text)}`

export const printLeftovers = (leftovers: readonly Leftover[]): string[] =>
  leftovers.map(({ reason, text }) => `left ${reason}: ${plain(text)}`)

const printMarker = (marker: Marker | undefined): string =>
  marker === undefined ? '' : `${plain(marker.text)} `

const plain = (text: SpannedText): string =>
  meaning(text.text)
    .replace(/[\t\r\n ]+/g, ' ')
    .trim()
