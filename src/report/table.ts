import type { Agency, Category, Disclosure, Indicator, Project } from '../model/disclosure.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { COLUMN_EXTRA, type DrawnCell, drawTable, MOST_LINES, spread } from './draw-table.ts'
import type { Exhibit, ParsedFile, ShowOptions } from './report.ts'
import { summaryLines } from './summary.ts'
import {
  clean,
  describeAgency,
  describeAmount,
  describeCategory,
  describeIndicator,
  describeTarget,
  goalLabel,
} from './target-text.ts'
import { padEnd, padStart, textWidth } from './text-width.ts'
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

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'] as const
const ENGLISH_HEADER = ['Level 1', 'Level 2', 'Indicator', 'Target'] as const

/** More columns don't make it more readable. */
const WIDEST = 120

/**
 * Lines in one row. cli-table3's time grows with the cube of the lines of a cell; no printed table
 * has as many, so only hostile or damaged files are shown in pieces.
 */
const MOST_LINES_IN_ROW = 120

/** Characters of one text; what a table holds beyond that is counted, and `--as json` has it all. */
const LONGEST_TEXT = 3000

/** Columns for `(≥) `. */
const SIGN_WIDTH = 4

type Row = readonly DrawnCell[]

interface Frame extends ShowOptions {
  readonly disclosure: Disclosure
  /** Columns of text of the four columns. */
  readonly widths: readonly [number, number, number, number]
  /** Columns of text of a cell across all four. */
  readonly across: number
}

const renderFile = (file: ParsedFile, options: ShowOptions): string => {
  const { disclosure } = file
  const widths = measureColumns(disclosure, options)
  const across = widths.reduce((total, width) => total + width + COLUMN_EXTRA, -COLUMN_EXTRA)
  const frame: Frame = { ...options, disclosure, widths, across }
  const header = options.language === 'zh' ? HEADER : ENGLISH_HEADER
  const headerRow = header.map((name, i) => ({
    lines: wrapText(name, widths[i] as number, options.ambiguousWidth).map(options.paint.strong),
  }))
  const groups = groupsOf(disclosure, frame)
  const tables = packGroups(groups).map((rows) => drawTable([headerRow, ...rows], frame))
  const legend = hasImplicit(disclosure) ? [options.paint.faint(legendOf(options))] : []
  return [
    ...summaryLines(file, options).flatMap((line) => wrapText(line, options.width, options.ambiguousWidth)),
    '',
    ...tables,
    ...legend,
    '',
  ].join('\n')
}

const legendOf = ({ language }: ShowOptions): string =>
  language === 'zh'
    ? '(=) (≤)：原表未印计算符号，按含义补出'
    : '(=) (≤): no comparator printed, supplied by its meaning'

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

const band = (name: string, amount: string, { across, ambiguousWidth, paint }: Frame): DrawnCell => {
  const left = wrapText(shorten(name), across, ambiguousWidth)
  const lines =
    textWidth(amount, ambiguousWidth) > across
      ? [...left, ...wrapText(shorten(amount), across, ambiguousWidth)]
      : spread(left, amount, across, ambiguousWidth)
  return { lines: lines.map(paint.strong), columns: 4 }
}

const rowsOfProject = (project: Project, frame: Frame): Row[] => {
  const { disclosure, ambiguousWidth, across } = frame
  const goals = project.goals.flatMap((goal, i) => {
    const label = goalLabel(goal, i, frame.language)
    const hang = textWidth(label, ambiguousWidth) + 2
    return wrapText(shorten(clean(goal.text)), across - hang, ambiguousWidth).map(
      (line, k) => padEnd(k === 0 ? label : '', hang, ambiguousWidth) + line,
    )
  })
  return [
    [band(clean(project.name), describeAmount(project.amount, disclosure), frame)],
    ...inPieces(goals).map((lines) => [{ lines, columns: 4 }]),
    ...inPieces(project.indicators).map((indicators) => rowOf('', 1, '', indicators, frame)),
    ...project.categories.flatMap((category) => rowsOfCategory(category, frame)),
  ]
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
  { widths, ambiguousWidth }: Frame,
): Row => {
  const names: string[] = []
  const values: string[] = []
  for (const indicator of indicators) {
    const { sign, value } = describeTarget(indicator.target)
    const name = wrapIndicator(indicator, widths[2], ambiguousWidth)
    const target = wrapText(shorten(value), widths[3] - SIGN_WIDTH, ambiguousWidth).map(
      (line, i) => `${padStart(i === 0 ? sign : '', SIGN_WIDTH - 1, ambiguousWidth)} ${line}`,
    )
    const lines = Math.max(name.length, target.length)
    for (let i = 0; i < lines; i += 1) {
      names.push(name[i] ?? '')
      values.push(target[i] ?? '')
    }
  }
  return [
    ...(levelOne === undefined
      ? []
      : [{ lines: wrapText(shorten(levelOne), widths[0], ambiguousWidth), rows: height }]),
    { lines: wrapText(shorten(levelTwo), widths[1], ambiguousWidth) },
    { lines: names },
    { lines: values },
  ]
}

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

/** Categories get what they need within bounds; values up to two fifths of the rest; names what is left. */
const measureColumns = (disclosure: Disclosure, options: ShowOptions): [number, number, number, number] => {
  const { ambiguousWidth } = options
  const measure = (text: string): number => textWidth(text, ambiguousWidth)
  const needed: [number, number, number, number] = [8, 8, 8, 8 + SIGN_WIDTH]
  const widen = (column: 0 | 1 | 2 | 3, width: number): void => {
    needed[column] = Math.max(needed[column], width)
  }
  for (const category of projectsOf(disclosure).flatMap(categoriesOf)) {
    widen(category.level === 1 ? 0 : 1, measure(describeCategory(category)))
  }
  for (const indicator of allIndicators(disclosure)) {
    widen(2, measure(describeIndicator(indicator)))
    widen(3, measure(describeTarget(indicator.target).value) + SIGN_WIDTH)
  }
  const room = Math.max(40, Math.min(options.width, WIDEST)) - 4 * COLUMN_EXTRA - 1
  const first = Math.min(needed[0], room < 70 ? 8 : 12)
  const second = Math.min(needed[1], room < 70 ? 10 : 16)
  const fourth = Math.min(needed[3], Math.floor((room - first - second) * 0.45))
  return [first, second, room - first - second - fourth, fourth]
}

const allIndicators = (disclosure: Disclosure): Indicator[] =>
  projectsOf(disclosure).flatMap((project) => indicatorsOf(project).map(({ indicator }) => indicator))

const hasImplicit = (disclosure: Disclosure): boolean =>
  allIndicators(disclosure).some(({ target }) => target.kind === 'measured' && target.implicit)
