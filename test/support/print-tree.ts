import {
  type Agency,
  type Amount,
  type Category,
  type Disclosure,
  type Goal,
  type Indicator,
  type Leftover,
  type Marker,
  type Project,
  type Reading,
  SURE_READING,
  type Target,
  type TotalScore,
} from '../../src/model/disclosure.ts'
import type { Measure } from '../../src/model/measure.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'

/**
 * A tree as short lines, one for each node, indented under its parent. Tests state what they expect
 * in this form, and the fixtures keep it.
 *
 * @example 1. 监考老师人数 | ≥ 40 人
 */
export const printTree = (disclosure: Disclosure): string[] => {
  const {
    title,
    year,
    moneyUnit,
    totals,
    agencies,
    projects,
    irregularRows,
    readings,
    leftovers,
    truncated,
  } = disclosure
  return [
    ...(title === undefined ? [] : [`title ${plain(title)}${year === undefined ? '' : ` [${year.value}]`}`]),
    ...(title === undefined && year !== undefined ? [`year ${year.value}`] : []),
    ...(moneyUnit.text === undefined ? [] : [`unit ${moneyUnit.name}`]),
    ...totals.map((total) => `total ${plain(total.name)} ${printAmount(total.amount)}`),
    ...projects.flatMap(printProject),
    ...agencies.flatMap(printAgency),
    ...irregularRows.map(({ cells, expected }) => `irregular ${cells}/${expected}`),
    ...readings.filter(isTold).map(printReading),
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
  const { code, name, amount, funding, money, goals, results, indicators, categories, totalScore } = project
  return [
    `project ${code === undefined ? '' : `${plain(code)} `}${plain(name)} ${printAmount(amount)}`,
    ...indent([
      ...funding.map(
        (part) => `${part.level === 1 ? '' : '  '}funding ${plain(part.name)} ${printAmount(part.amount)}`,
      ),
      ...money.map(
        ({ source, label, stage, amount: cell }) =>
          `money ${stage} ${source === undefined ? '' : `${plain(source)} `}${plain(label)} ${printAmount(cell)}`,
      ),
      ...goals.map(printGoal),
      ...results.map((result) => printGoal(result).replace('goal', 'result')),
      ...[...indicators, ...categories].flatMap(printChild),
      ...(totalScore === undefined ? [] : [printTotalScore(totalScore)]),
    ]),
  ]
}

const printTotalScore = ({ name, weight, score }: TotalScore): string =>
  `total score ${[plain(name), weight && printMeasure(weight), score && `score ${printMeasure(score)}`].filter(Boolean).join(' | ')}`

export const printGoal = ({ marker, text, term }: Goal): string =>
  `goal ${term === undefined ? '' : `(${term}) `}${printMarker(marker)}${plain(text)}`

/** A heading with what stands under it, or an indicator. */
export const printChild = (node: Category | Indicator): string[] =>
  node.kind === 'indicator'
    ? printIndicator(node)
    : [
        `L${node.level} ${printMarker(node.marker)}${plain(node.name)} [${node.is ?? '?'}]`,
        ...indent(node.children.flatMap(printChild)),
      ]

/** A line, with what was reached behind `→`; reason and notes below it. */
const printIndicator = (indicator: Indicator): string[] => {
  const { marker, name, target, weight, column, term, actual, score, reason, notes } = indicator
  const points = weight === undefined ? '' : ` | ${printMeasure(weight)}`
  const where = column === undefined ? '' : ` | ${plain(column)}`
  const when = term === undefined ? '' : ` (${term})`
  const reached = actual === undefined ? '' : ` → ${printTarget(actual)}`
  const given = score === undefined ? '' : ` | score ${printMeasure(score)}`
  return [
    `${printMarker(marker)}${plain(name)} | ${printTarget(target)}${reached}${points}${given}${where}${when}`,
    ...(reason === undefined ? [] : [`  reason ${plain(reason)}`]),
    ...notes.map((note) => `  note ${plain(note)}`),
  ]
}

const isTold = ({ confidence, leftovers }: Reading): boolean =>
  confidence < SURE_READING || leftovers.length > 0

const printReading = ({ confidence, inferred, leftovers }: Reading): string =>
  [
    `reading ${confidence < SURE_READING ? 'unsure' : 'sure'}`,
    ...inferred.map(({ text, role }) => `${plain(text)} = ${role ?? '?'}`),
    ...leftovers.map((text) => `? ${plain(text)}`),
  ].join(' | ')

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

const plain = (text: SpannedText): string => text.shown.replace(/[\t\r\n ]+/g, ' ').trim()
