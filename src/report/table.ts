import type { Agency, Category, Disclosure, Indicator, Project } from '../model/disclosure.ts'
import type { Language, Message } from '../model/finding.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { COLUMN_EXTRA, type DrawnCell, drawTable, MOST_LINES, spread } from './draw-table.ts'
import type { Exhibit, ParsedFile, ShowOptions } from './report.ts'
import { summaryLines } from './summary.ts'
import {
  clean,
  DOUBT_MARK,
  describeActual,
  describeAgency,
  describeAmount,
  describeCategory,
  describeIndicator,
  describeMoneyLine,
  describeScore,
  describeTarget,
  doubtIn,
  goalLabel,
  moneyLinesOf,
  RESULT_WORDS,
  resultLabel,
  type TargetText,
} from './target-text.ts'
import { padEnd, padStart, textWidth } from './text-width.ts'
import { say } from './words.ts'
import { wrapText } from './wrap.ts'

/**
 * The disclosures as one table in normal form: a band for each agency and project, its goals, and
 * a row for each category with its indicators and their targets.
 */
export const renderTable = (exhibit: Exhibit, options: ShowOptions): string =>
  exhibit.files
    .filter((file) => file.kind === 'parsed')
    .map((file) => renderFile(file, options))
    .join('\n')

const HEADER = {
  zh: ['一级指标', '二级指标', '三级指标'],
  en: ['Level 1', 'Level 2', 'Indicator'],
} as const satisfies Record<Language, readonly string[]>

/**
 * Lines in one row. cli-table3's time grows with the cube of the lines of a cell; no printed table
 * has as many, so only hostile or damaged files are shown in pieces.
 */
const MOST_LINES_IN_ROW = 120

/** Characters of one text; what a table holds beyond that is counted, and `--as json` has it all. */
const LONGEST_TEXT = 3000

type Row = readonly DrawnCell[]

interface Frame extends ShowOptions {
  readonly disclosure: Disclosure
  readonly values: readonly ValueColumn[]
  readonly widths: Widths
  /** Columns of text of a cell across all. */
  readonly across: number
}

const renderFile = (file: ParsedFile, options: ShowOptions): string => {
  const { disclosure } = file
  const values = valueColumnsOf(disclosure)
  const widths = measureColumns(disclosure, values, options)
  const across = widths.reduce((total, width) => total + width + COLUMN_EXTRA, -COLUMN_EXTRA)
  const frame: Frame = { ...options, disclosure, values, widths, across }
  const header = [
    ...HEADER[options.language],
    ...values.map((column) => say(column.header, options.language)),
  ]
  const headerRow = header.map((name, i) => ({
    lines: wrapText(name, widths[i] as number, options.ambiguousWidth).map(options.paint.strong),
  }))
  const groups = groupsOf(disclosure, frame)
  const tables = packGroups(groups).map((rows) => drawTable([headerRow, ...rows], frame))
  const doubt =
    doubtIn(disclosure, disclosure.span) === '' ? [] : [options.paint.faint(doubtLegendOf(options))]
  const legend = hasImplicit(disclosure) ? [options.paint.faint(legendOf(options))] : []
  return [
    ...summaryLines(file, options).flatMap((line) => wrapText(line, options.width, options.ambiguousWidth)),
    '',
    ...tables,
    ...legend,
    ...doubt,
    '',
  ].join('\n')
}

const legendOf = ({ language }: ShowOptions): string =>
  language === 'zh'
    ? '(=) (≤)：原表未印计算符号，按含义补出'
    : '(=) (≤): no comparator printed, supplied by its meaning'

const doubtLegendOf = ({ language }: ShowOptions): string =>
  language === 'zh'
    ? `${DOUBT_MARK}：由扫描识别，没有把握，请核对原件`
    : `${DOUBT_MARK}: read from a scan and not surely, compare with the paper`

/** Tables that hold no more lines than one can; nearly always one. */
const packGroups = (groups: readonly (readonly Row[])[]): Row[][] => {
  const packs: Row[][] = [[]]
  let lines = 0
  for (const group of groups) {
    const size = group.flat().reduce((total, cell) => total + cell.lines.length, 0)
    if (lines > 0 && lines + size > MOST_LINES / 4) {
      packs.push([])
      lines = 0
    }
    lines += size
    packs.at(-1)?.push(...group)
  }
  return packs
}

const groupsOf = (owner: Pick<Agency, 'agencies' | 'projects'>, frame: Frame): Row[][] => [
  ...owner.projects.map((project) => rowsOfProject(project, frame)),
  ...owner.agencies.flatMap((agency) => [
    [[band(describeAgency(agency), describeAmount(agency.amount, frame.disclosure), frame)]],
    ...groupsOf(agency, frame),
  ]),
]

const band = (name: string, amount: string, { across, widths, ambiguousWidth, paint }: Frame): DrawnCell => {
  const left = wrapText(shorten(name), across, ambiguousWidth)
  const lines =
    textWidth(amount, ambiguousWidth) > across
      ? [...left, ...wrapText(shorten(amount), across, ambiguousWidth)]
      : spread(left, amount, across, ambiguousWidth)
  return { lines: lines.map(paint.strong), columns: widths.length }
}

const rowsOfProject = (project: Project, frame: Frame): Row[] => {
  const { disclosure, language, widths } = frame
  const { goals, results, indicators, categories } = project
  const money = moneyLinesOf(project).map((line): [string, string] => [
    line.source === undefined ? say(RESULT_WORDS.money, language) : clean(line.source),
    describeMoneyLine(line, disclosure, language),
  ])
  const texts = [
    ...goals.map((goal, i): [string, string] => [goalLabel(goal, i, language), clean(goal.text)]),
    ...results.map((result, i): [string, string] => [
      resultLabel(result, i, results.length, language),
      clean(result.text),
    ]),
  ]
  return [
    [band(clean(project.name), describeAmount(project.amount, disclosure), frame)],
    ...[money, texts].flatMap((lines) =>
      inPieces(lines.flatMap(([label, text]) => hanging(label, text, frame))).map((piece) => [
        { lines: piece, columns: widths.length },
      ]),
    ),
    ...inPieces(indicators).map((piece) => rowOf('', 1, '', piece, frame)),
    ...categories.flatMap((category) => rowsOfCategory(category, frame)),
  ]
}

/** A text behind its label, going on under itself; a long label has half of the room. */
const hanging = (label: string, text: string, { across, ambiguousWidth }: Frame): string[] => {
  const width = textWidth(label, ambiguousWidth)
  if (width > across / 2) {
    return [label, text].flatMap((part) => wrapText(shorten(part), across, ambiguousWidth))
  }
  const hang = width + 2
  return wrapText(shorten(text), across - hang, ambiguousWidth).map(
    (line, k) => padEnd(k === 0 ? label : '', hang, ambiguousWidth) + line,
  )
}

/** One row per level-2 category, beside one cell for level 1. */
const rowsOfCategory = (category: Category, frame: Frame): Row[] => {
  const direct = category.children.filter((child) => child.kind === 'indicator')
  const inner = category.children.filter((child) => child.kind === 'category')
  const parts = [
    ...(direct.length > 0 || inner.length === 0 ? [{ name: '', indicators: direct }] : []),
    ...inner.map((child) => ({ name: describeCategory(child), indicators: indicatorsIn(child) })),
  ].flatMap(({ name, indicators }) =>
    indicators.length === 0
      ? [{ name, indicators }]
      : inPieces(indicators).map((piece) => ({ name, indicators: piece })),
  )
  return parts.map(({ name, indicators }, i) =>
    rowOf(i === 0 ? describeCategory(category) : undefined, parts.length, name, indicators, frame),
  )
}

const inPieces = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / MOST_LINES_IN_ROW) }, (_, i) =>
    items.slice(i * MOST_LINES_IN_ROW, (i + 1) * MOST_LINES_IN_ROW),
  )

/** Overlong text with what is missing said in signs that need no translation. */
const shorten = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (+${text.length - LONGEST_TEXT})`

const indicatorsIn = (category: Category): Indicator[] =>
  category.children.flatMap((child) => (child.kind === 'indicator' ? [child] : indicatorsIn(child)))

/** `levelOne` is undefined where the cell above reaches down. */
const rowOf = (
  levelOne: string | undefined,
  height: number,
  levelTwo: string,
  indicators: readonly Indicator[],
  frame: Frame,
): Row => {
  const { widths, values, ambiguousWidth } = frame
  const columns: string[][] = [[], ...values.map(() => [])]
  for (const indicator of indicators) {
    const parts = [
      [...wrapIndicator(indicator, widths[2], ambiguousWidth), ...remarksOn(indicator, frame)],
      ...values.map((column, i) => wrapValue(indicator, column, widths[i + 3] as number, ambiguousWidth)),
    ]
    const lines = Math.max(...parts.map(({ length }) => length))
    for (const [i, part] of parts.entries()) {
      for (let k = 0; k < lines; k += 1) columns[i]?.push(part[k] ?? '')
    }
  }
  return [
    ...(levelOne === undefined
      ? []
      : [{ lines: wrapText(shorten(levelOne), widths[0], ambiguousWidth), rows: height }]),
    { lines: wrapText(shorten(levelTwo), widths[1], ambiguousWidth) },
    ...columns.map((lines) => ({ lines })),
  ]
}

const wrapValue = (
  indicator: Indicator,
  { of, signWidth }: ValueColumn,
  width: number,
  ambiguousWidth: ShowOptions['ambiguousWidth'],
): string[] => {
  const { sign, value } = of(indicator)
  const lines = wrapText(shorten(value), width - signWidth, ambiguousWidth)
  return signWidth === 0
    ? lines
    : lines.map((line, i) => `${padStart(i === 0 ? sign : '', signWidth - 1, ambiguousWidth)} ${line}`)
}

/** Why it was missed and what else is said of an indicator, fainter below its name. */
const remarksOn = (
  { reason, notes }: Indicator,
  { widths, language, ambiguousWidth, paint }: Frame,
): string[] =>
  [
    ...(reason === undefined ? [] : [{ word: RESULT_WORDS.reason, text: reason }]),
    ...notes.map((text) => ({ word: RESULT_WORDS.note, text })),
  ].flatMap(({ word, text }) =>
    wrapText(shorten(`${say(word, language)} ${clean(text)}`), widths[2] - 2, ambiguousWidth).map(
      (line) => `  ${paint.faint(line)}`,
    ),
  )

/** The name goes on under itself, not under its number. */
const wrapIndicator = (
  indicator: Indicator,
  width: number,
  ambiguousWidth: ShowOptions['ambiguousWidth'],
) => {
  const whole = describeIndicator(indicator)
  const name = clean(indicator.name)
  const number = whole.slice(0, whole.length - name.length)
  return wrapText(shorten(name), width - number.length, ambiguousWidth).map(
    (line, i) => (i === 0 ? number : ' '.repeat(number.length)) + line,
  )
}

const hasImplicit = (disclosure: Disclosure): boolean =>
  allIndicators(disclosure).some(({ target }) => target.kind === 'measured' && target.implicit)

/** A column behind the names of indicators. */
interface ValueColumn {
  readonly header: Message
  readonly of: (indicator: Indicator) => TargetText
  /** Columns for `(≥) `. */
  readonly signWidth: number
  /** Of the room behind the categories, at most so much. */
  readonly share: number
}

const TARGET = { header: { zh: '指标值', en: 'Target' }, signWidth: 4 }

/** What was reached and how it was scored stand behind the target where a filing prints them. */
const valueColumnsOf = (disclosure: Disclosure): readonly ValueColumn[] => {
  const describe = ({ target: planned }: Indicator): TargetText => {
    const { sign, value } = describeTarget(planned)
    return { sign, value: `${value}${doubtIn(disclosure, planned.span)}` }
  }
  const target: ValueColumn = { ...TARGET, of: describe, share: 0.45 }
  const results = [
    { header: RESULT_WORDS.actual, describe: describeActual, share: 0.25 },
    { header: RESULT_WORDS.score, describe: describeScore, share: 0.15 },
  ].flatMap(({ describe, ...column }): ValueColumn[] =>
    allIndicators(disclosure).some((indicator) => describe(indicator) !== '')
      ? [{ ...column, of: (indicator) => ({ sign: '', value: describe(indicator) }), signWidth: 0 }]
      : [],
  )
  return results.length === 0 ? [target] : [{ ...target, share: 0.3 }, ...results]
}

/** Columns of text of the categories, the names and the values. */
type Widths = readonly [number, number, number, ...number[]]

/** More columns don't make it more readable. */
const WIDEST = 120

/** With columns for results, a table needs at least so much room. */
const LEAST_WITH_RESULTS = 72

/** Categories get what they need within bounds; values up to their share of the rest; names what is left. */
const measureColumns = (
  disclosure: Disclosure,
  values: readonly ValueColumn[],
  options: ShowOptions,
): Widths => {
  const { ambiguousWidth, language } = options
  const measure = (text: string): number => textWidth(text, ambiguousWidth)
  const needed: [number, number] = [8, 8]
  for (const category of projectsOf(disclosure).flatMap(categoriesOf)) {
    const column = category.level === 1 ? 0 : 1
    needed[column] = Math.max(needed[column], measure(describeCategory(category)))
  }
  const indicators = allIndicators(disclosure)
  const neededBy = ({ of, signWidth, header }: ValueColumn): number =>
    indicators.reduce(
      (most, indicator) => Math.max(most, measure(of(indicator).value) + signWidth),
      signWidth === 0 ? measure(say(header, language)) : 8 + signWidth,
    )
  const least = values.length === 1 ? 40 : LEAST_WITH_RESULTS
  const room = Math.max(least, Math.min(options.width, WIDEST)) - (values.length + 3) * COLUMN_EXTRA - 1
  const first = Math.min(needed[0], room < 70 ? 8 : 12)
  const second = Math.min(needed[1], room < 70 ? 10 : 16)
  const rest = room - first - second
  const others = values.map((column) => Math.min(neededBy(column), Math.floor(rest * column.share)))
  return [first, second, others.reduce((left, width) => left - width, rest), ...others]
}

/** All indicators of a filing. */
const allIndicators = (disclosure: Disclosure): Indicator[] =>
  projectsOf(disclosure).flatMap((project) => indicatorsOf(project).map(({ indicator }) => indicator))
