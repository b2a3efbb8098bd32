import type { Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { mayHeadBelow } from '../vocabulary/categories.ts'
import { type CellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { ownCells } from './row-cells.ts'
import { kindOf } from './words-of.ts'

/** What stands in one column. */
export interface Profile {
  readonly filled: number
  readonly rows: number
  readonly distinct: number
  /** How much of the column one text and the next stand for: 0 where every row has its own, towards 1 where few do for many. */
  readonly merged: number
  /** The share of its cells that print money: 12.50, 30万元. */
  readonly money: number
  readonly length: number
  /** Of the cells that are numbers. */
  readonly sum: number
  readonly largest: number
  readonly decimals: number
  readonly texts: readonly (SpannedText | undefined)[]
  /** The kinds of its cells with the share of each. */
  readonly kinds: readonly (readonly [kind: CellKind, share: number])[]
  /** The share of its cells that no list has as a heading and that may be one of level 2. */
  readonly meant: number
  readonly share: (...kinds: readonly CellKind[]) => number
}

/** So many rows tell what stands in the columns. */
const MOST_ROWS = 40

/** What stands in each column of the rows below a header that is `width` columns wide, and those rows. */
export const profilesOf = (
  rows: readonly Row[],
  width: number,
): { readonly body: readonly Row[]; readonly profiles: readonly Profile[] } => {
  const body = fullRows(rows, width)
  return { body, profiles: Array.from({ length: width }, (_, column) => profileOf(body, column)) }
}

/** Whether a cell names a category. */
export const isHeading = (text: SpannedText | undefined): boolean =>
  text !== undefined && !text.isBlank && isLevel(kindOf(text))

/** The rows in which no covered place is left out; where there are none, the cells from the right. */
const fullRows = (rows: readonly Row[], width: number): readonly Row[] => {
  // A cell over the whole width is a note, and no part of an indicator.
  const filled = rows
    .filter(({ cells }) => {
      const own = ownCells({ cells })
      return own.length > (width > 4 && !own.some(({ text }) => isHeading(text)) ? 2 : 1) && !isWide(cells)
    })
    .slice(0, MOST_ROWS)
  const full = filled.filter(({ cells }) => cells.length >= width)
  if (full.length * 3 >= filled.length) return full
  // Where blanks stand for covered places, only the blank end of a row is left out.
  const hasBlanks = filled.some(({ cells }) => cells.length < width && cells[0]?.text.isBlank === true)
  return hasBlanks ? filled : filled.map((row) => fromRight(row, width))
}

/** Whether one cell covers most columns of a row. */
const isWide = (cells: Row['cells']): boolean => {
  const covered = new Map<unknown, number>()
  for (const { mergedInto } of cells) {
    // Cells that reach down from the rows above are not of this row.
    if (mergedInto === undefined || !cells.includes(mergedInto)) continue
    covered.set(mergedInto, (covered.get(mergedInto) ?? 1) + 1)
  }
  return cells.length > 3 && [...covered.values()].some((columns) => columns * 2 > cells.length)
}

const fromRight = (row: Row, width: number): Row => {
  if (row.cells.length >= width) return row
  const cells: (Row['cells'][number] | undefined)[] = Array.from(
    { length: width - row.cells.length },
    () => undefined,
  )
  return { ...row, cells: [...cells, ...row.cells] as Row['cells'] }
}

const MONEY = /^-?[\d,]+(?:\.\d+)?(?:亿|万)?元$|^-?[\d,]+\.\d+$/

const MAY_HEAD: ReadonlySet<CellKind> = new Set(['words', 'name'])

const profileOf = (rows: readonly Row[], column: number): Profile => {
  const texts = rows.map(({ cells }) => {
    const text = cells[column]?.text
    return text === undefined || text.isBlank ? undefined : text
  })
  const counts = new Map<CellKind, number>()
  const seen = new Set<string>()
  let filled = 0
  let runs = 0
  let money = 0
  let last: string | undefined
  let length = 0
  let sum = 0
  let largest = 0
  let decimals = 0
  let meant = 0
  for (const text of texts) {
    if (text === undefined) continue
    const plain = text.meaning
    const kind = kindOf(text)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    seen.add(plain)
    filled += 1
    if (plain !== last) runs += 1
    last = plain
    length += plain.length
    if (MONEY.test(plain)) money += 1
    if (MAY_HEAD.has(kind) && mayHeadBelow(plain)) meant += 1
    const points = /^\d{1,12}(?:,\d{3})*(\.\d+)?(?:分|%)?$/.exec(plain)
    if (points === null) continue
    const value = Number.parseFloat(plain.replaceAll(',', ''))
    sum += value
    largest = Math.max(largest, value)
    if (points[1] !== undefined || plain.includes(',')) decimals += 1
  }
  const kinds = Array.from(counts, ([kind, count]) => [kind, count / filled] as const)
  return {
    filled,
    kinds,
    rows: rows.length,
    distinct: seen.size,
    merged: filled === 0 ? 0 : 1 - runs / rows.length,
    money: filled === 0 ? 0 : money / filled,
    meant: filled === 0 ? 0 : meant / filled,
    length: filled === 0 ? 0 : length / filled,
    sum,
    largest,
    decimals,
    texts,
    share: (...wanted) =>
      kinds.reduce((all, [kind, share]) => (wanted.includes(kind) ? all + share : all), 0),
  }
}

/** How many cells of one column say what the other says, or the same in other signs. */
export const resemblance = (target: Profile, actual: Profile): number => {
  let both = 0
  let alike = 0
  for (const [i, text] of target.texts.entries()) {
    const other = actual.texts[i]
    if (text === undefined || other === undefined) continue
    both += 1
    const bare = (value: SpannedText): string =>
      value.meaning.replace(/[≥≤<>=\s]|大于|小于|等于|不[低少高超][于过]?/g, '')
    if (bare(text) === bare(other)) alike += 1
    else if (isTyped(kindOf(text)) && isTyped(kindOf(other))) alike += 0.3
  }
  return both === 0 ? 0 : alike / both
}
