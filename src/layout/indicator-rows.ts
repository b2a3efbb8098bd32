import type { ColumnRole, Leftover } from '../model/disclosure.ts'
import type { DraftHeading, DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import type { Cell, Row } from '../read/grid.ts'
import { coverAll } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { HEADS_BRACKETED } from '../vocabulary/bracketed-results.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { nameStart } from '../vocabulary/heading-words.ts'
import type { RowHeader, Side, TargetColumn } from './sides.ts'
import { markLength } from './text/lines.ts'

/** The cells of one row under the columns of its header. */
export interface HeadedRow {
  readonly row: Row
  /** The cell in a column; blank where a merged one covers it. */
  readonly cells: readonly SpannedText[]
}

/**
 * Reads the rows of one project after another, carrying merged headings down: a blank cell of 一级指标
 * or 二级指标 means the one above it.
 */
export class IndicatorRowReader {
  /** Cells that say nothing new. */
  readonly leftovers: Leftover[] = []
  readonly #header: RowHeader
  /** The columns of targets whose header says that brackets hold their results. */
  readonly #bracketed: ReadonlySet<number>
  #open: Open[]

  constructor(header: RowHeader) {
    this.#header = header
    const isBracketed = (label: SpannedText | undefined): boolean => HEADS_BRACKETED.test(label?.folded ?? '')
    this.#bracketed = new Set(header.labels.flatMap((label, i) => (isBracketed(label) ? [i] : [])))
    this.#open = header.sides.map(openUnder)
  }

  /** Reads on under the header of the next page, the headings above still open where it has the same columns. */
  under(header: RowHeader): IndicatorRowReader {
    const next = new IndicatorRowReader(header)
    if (header.columns.join() === this.#header.columns.join()) next.#open = this.#open
    return next
  }

  /** Forgets the headings of the project before. */
  begin(): void {
    this.#open = this.#header.sides.map(openUnder)
  }

  /** Whether a row has a heading. */
  hasHeading({ cells }: HeadedRow): boolean {
    return this.#header.sides.some(({ levelOne, levelTwo }) =>
      [levelOne, levelTwo].some((at) => at !== undefined && cells[at]?.isBlank === false),
    )
  }

  /** Whether a row has anything in the columns that make up indicators, or points alone where the headings have theirs, too. */
  hasContent({ cells }: HeadedRow): boolean {
    const { columns, sides } = this.#header
    const isFilled = (at: number | undefined): boolean => at !== undefined && cells[at]?.isBlank === false
    return (
      columns.some((role, i) => role !== undefined && PARTS.has(role) && isFilled(i)) ||
      sides.some(
        ({ weight, pointsOfLevels }) => isFilled(weight) && pointsOfLevels.some((at) => at !== undefined),
      )
    )
  }

  /** What stands beside the indicators of other rows, in a row that has none: points of a total. */
  asideOf({ cells }: HeadedRow): readonly SpannedText[] {
    return cells.filter((text, i) => {
      const role = this.#header.columns[i]
      return !text.isBlank && role !== undefined && INDICATOR_COLUMNS.has(role)
    })
  }

  /** The indicators in a row: one for each side that has any. */
  read(headed: HeadedRow): readonly DraftIndicatorRow[] {
    return this.#header.sides.flatMap((side, i) => {
      const row = this.#readSide(headed, side, i)
      return row === undefined ? [] : [row]
    })
  }

  /** Takes the heading cells of a row; a blank one goes on with the one above it. */
  #openHeadings(
    side: number,
    one: SpannedText | undefined,
    two: SpannedText | undefined,
    [ofOne, ofTwo]: readonly [SpannedText | undefined, SpannedText | undefined],
    isMerged: boolean,
  ): void {
    const open = this.#open[side] as Open
    if (one !== undefined) {
      const isAgain = open.one !== undefined && open.one.text.meaning === one.meaning
      open.one = { text: one, level: 1, points: ofOne }
      if (!isAgain) open.two = undefined
    } else if (ofOne !== undefined) this.leftovers.push({ text: ofOne, reason: 'column' })
    if (two === undefined && ofTwo !== undefined) this.leftovers.push({ text: ofTwo, reason: 'column' })
    if (two === undefined) {
      if (isMerged) open.two = undefined
    } else if (one !== undefined && bareName(one) === bareName(two) && !isOfLevelTwo(two)) {
      // A heading over both columns, printed in each; 服务对象满意度 is one of level 2 in any case.
      for (const text of [two, ofTwo]) if (text !== undefined) this.leftovers.push({ text, reason: 'label' })
      open.two = undefined
    } else open.two = { text: two, level: 2, points: ofTwo }
  }

  /** A heading of level 1 in a line across a table that has no column for these, such as 第一部分 产出; whether it is one. */
  openSection(line: SpannedText): boolean {
    const [side, ...others] = this.#header.sides
    if (side === undefined || side.levelOne !== undefined || others.length > 0 || !isLevelOneLine(line))
      return false
    this.#open = [{ one: { text: line, level: 1 }, two: undefined }]
    return true
  }

  /** A heading with a row of its own, in a table without columns for headings; whether it is one. */
  #openOwnRow(name: SpannedText, { levelOne, levelTwo }: Side, open: Open): boolean {
    if (levelOne !== undefined || levelTwo !== undefined || name.length > LONGEST_HEADING) return false
    const entries = categoriesNamed(bareName(name).replace(/^[\d一二三四五六七八九十()]{1,4}[.、)]/, ''))
    if (entries.length === 0) return false
    const isOne = entries.some(({ level }) => level === 1 || (level === 'either' && open.one === undefined))
    if (isOne) {
      open.one = { text: name, level: 1 }
      open.two = undefined
    } else open.two = { text: name, level: 2 }
    return true
  }

  /** The cells that make up a name; one that says the same again is left. */
  #namesIn(printed: readonly SpannedText[]): readonly SpannedText[] {
    const [first, ...others] = printed
    const again = others.filter((name) => first?.meansSameAs(name))
    for (const text of again) this.leftovers.push({ text, reason: 'column' })
    return printed.filter((name) => !again.includes(name))
  }

  /** What makes up the name of a row, without the headings that stand in front of the only one. */
  #namesOf(side: Side, at: (column: number) => SpannedText | undefined, hasTarget: boolean): Names {
    const printed = this.#namesIn(side.names.map(at).filter((name) => name !== undefined))
    const [name] = printed
    const isAlone = name !== undefined && printed.length === 1 && side.levelTwo === undefined
    const start = isAlone && hasTarget ? nameStart(name.folded) : 0
    if (start === 0 || name === undefined) return { printed, heading: [], names: printed }
    const front = name.slice(0, start).trim()
    const end = front.length - 1
    this.leftovers.push({ text: front.slice(end), reason: 'label' })
    return { printed, heading: [{ text: front.slice(0, end), level: 2 }], names: [name.slice(start)] }
  }

  #targetOf(column: TargetColumn, index: number, side: Side, cells: readonly SpannedText[]): DraftTarget {
    const target = targetOf(column, index, side, cells)
    return this.#bracketed.has(column.at) ? { ...target, isResultInBrackets: true } : target
  }

  #readSide({ row, cells }: HeadedRow, side: Side, i: number): DraftIndicatorRow | undefined {
    const at = (column: number | undefined): SpannedText | undefined =>
      column === undefined || cells[column]?.isBlank !== false ? undefined : cells[column]
    const [left] = this.#header.sides
    const isShared =
      i > 0 &&
      side.headings.length === 0 &&
      side.levelOne === left?.levelOne &&
      side.levelTwo === left?.levelTwo
    const one = at(side.levelOne)
    const two = at(side.levelTwo)
    const [ofOne, ofTwo] = side.pointsOfLevels
    const points = [at(ofOne), at(ofTwo)] as const
    if (!isShared) this.#openHeadings(i, one, two, points, isMergedAcross(row.cells, side))
    const open = this.#open[isShared ? 0 : i] as Open
    // One column of level 1 for both sides: its heading is one and the same.
    if (i > 0 && !isShared && side.levelOne !== undefined && side.levelOne === left?.levelOne)
      open.one = this.#open[0]?.one
    const hasTarget = side.targets.some((column) => at(column.at) ?? at(column.initial))
    const { printed, heading, names } = this.#namesOf(side, at, hasTarget)
    const [name, ...furtherNames] = names
    if (name !== undefined && furtherNames.length === 0 && !hasTarget && this.#openOwnRow(name, side, open)) {
      const headings = headingsOf(open)
      const none = name.slice(0, 0)
      return { span: name.span, headings, name: none, targets: [], weight: undefined, direction: undefined }
    }
    const targets = side.targets.map((column, k) => this.#targetOf(column, k, side, cells))
    const weight = at(side.weight)
    const direction = at(side.direction)
    const score = at(side.score)
    const ownReason = at(side.reason)
    const notes = [
      ...side.targets.map((column) => (at(column.at) === undefined ? undefined : at(column.initial))),
      ...side.notes.map(at),
    ].filter((note) => note !== undefined)
    const texts: (SpannedText | undefined)[] = [one, two, ...points, ...printed]
    const others = [score, ownReason, ...notes]
    for (const { comparator, value, unit, actual } of targets) {
      texts.push(comparator, value, unit)
      others.push(actual)
    }
    texts.push(weight, direction)
    if (!texts.some(isFilled)) {
      for (const text of others) if (isFilled(text)) this.leftovers.push({ text, reason: 'column' })
      return undefined
    }
    const spans = [...texts, ...others].filter(isFilled).map(({ span }) => span)
    return {
      span: coverAll(spans, row.span),
      headings: [...headingsOf(open), ...heading],
      name:
        name === undefined
          ? SpannedText.of([], spans[0]?.start ?? row.span.start)
          : furtherNames.length === 0
            ? name
            : SpannedText.join(names, ' '),
      targets,
      weight,
      direction,
      score,
      reason: ownReason ?? (side.reason === undefined ? undefined : reasonAbove(row.cells, side.reason)),
      notes,
    }
  }
}

/** The one reason that is given for several indicators, in a cell merged over their rows. */
const reasonAbove = (cells: readonly Cell[], column: number): SpannedText | undefined => {
  const whole = cells[column]?.mergedInto
  const isOfRows = cells.every(({ mergedInto }, i) => i === column || mergedInto !== whole)
  return whole !== undefined && isOfRows && !cells.includes(whole) ? whole.text : undefined
}

const isFilled = (text: SpannedText | undefined): text is SpannedText => text?.isBlank === false

/** The cells of names, and what they say: the headings in front, and the name. */
interface Names {
  readonly printed: readonly SpannedText[]
  readonly heading: readonly DraftHeading[]
  readonly names: readonly SpannedText[]
}

/** The headings that the next row of a side stands under. */
interface Open {
  one: DraftHeading | undefined
  two: DraftHeading | undefined
}

/** What a side stands under before any row has a heading of its own. */
const openUnder = ({ headings }: Side): Open => ({
  one: headings.find(({ level }) => level === 1),
  two: headings.find(({ level }) => level === 2),
})

const headingsOf = ({ one, two }: Open): readonly DraftHeading[] =>
  [one, two].filter((heading) => heading !== undefined)

const LONGEST_HEADING = 20

/** Whether a line is a known heading of level 1 and nothing else, with or without its number. */
export const isLevelOneLine = (line: SpannedText): boolean =>
  line.length <= LONGEST_HEADING &&
  categoriesNamed(bareName(line.slice(markLength(line.folded)))).some(({ level }) => level !== 2)

const isOfLevelTwo = (heading: SpannedText): boolean =>
  categoriesNamed(bareName(heading)).some(({ level }) => level === 2)

/** Without points: 满意度指标(10分). */
const bareName = (heading: SpannedText): string => heading.meaning.replace(/\([^()]*\)$/, '')

const PARTS: ReadonlySet<ColumnRole> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'comparator',
  'target',
  'unit',
])

/** 满意度指标 over both columns of headings: there is none of level 2. */
const isMergedAcross = (cells: readonly Cell[], { levelOne, levelTwo }: Side): boolean => {
  const two = levelTwo === undefined ? undefined : cells[levelTwo]?.mergedInto
  return (
    two !== undefined &&
    levelOne !== undefined &&
    (two === cells[levelOne] || two === cells[levelOne]?.mergedInto)
  )
}

const targetOf = (
  { at, label, term, initial }: TargetColumn,
  index: number,
  { comparators, targets, units, actuals }: Side,
  cells: readonly SpannedText[],
): DraftTarget => {
  const cellOf = (columns: readonly number[]): SpannedText | undefined => {
    const column =
      columns.length === targets.length
        ? columns[index]
        : index === 0 || columns.length === 1
          ? columns[0]
          : undefined
    return column === undefined ? undefined : cells[column]
  }
  const own = initial !== undefined && cells[at]?.isBlank === true ? initial : at
  const value = cells[own] ?? SpannedText.of([], cells.at(-1)?.span.end ?? 0)
  return {
    comparator: cellOf(comparators),
    value,
    unit: cellOf(units),
    actual: cellOf(actuals),
    column: label,
    term,
  }
}
