/** A line of a text: where it is, and how many bars it has. */
export interface BarLine {
  readonly start: number
  readonly end: number
  readonly bars: number
  /** One bar with words on both sides: a label and its value, or pieces of two cells. */
  readonly isPair: boolean
  /** Where words stand beside its bars; `front`: they are behind a bar that the line begins with, though there may be none. */
  readonly words: 'front' | 'some' | 'none'
}

/** Rows of fewer bars are no table, and of more none that lines could be counted in. */
const FEWEST_BARS = 3
const MOST_BARS = 40

/** Lines that say nothing are no part of a cell, if there are more of them than this. */
const MOST_WITHOUT_BARS = 2

/**
 * Where rows end that line ends inside their cells have broken, by where they begin: converters put each cell in a line of its own,
 * or break those that had several. All rows of a table have as many bars, so the number is taken that most of its lines add up to.
 */
export const brokenRows = (lines: readonly BarLine[]): ReadonlyMap<number, number> => {
  if (lines.length > MOST_LINES) return new Map()
  return new Map(tablesAmong(lines).flatMap((table) => [...brokenIn(table)]))
}

/** Stretches of lines without more text between them than a cell has. */
const tablesAmong = (lines: readonly BarLine[]): readonly (readonly BarLine[])[] => {
  const tables: BarLine[][] = [[]]
  let without = 0
  for (const line of lines) {
    without = line.bars === 0 ? without + 1 : 0
    if (without > MOST_WITHOUT_BARS) tables.push([])
    else tables.at(-1)?.push(line)
  }
  return tables
}

const brokenIn = (lines: readonly BarLine[]): ReadonlyMap<number, number> => {
  const barred = lines.filter(({ bars }) => bars > 0)
  const widths = new Set(barred.map(({ bars }) => bars))
  let best: Rows = { ends: new Map(), rows: 0, covered: 0 }
  // A table whose rows all have a line is as it should be.
  if (widths.size < 2) return best.ends
  const begun = begunRows(barred)
  if (begun.size > 0) return begun
  for (let width = FEWEST_BARS; width <= MOST_BARS; width += 1) {
    const rows = rowsOf(lines, width)
    if (rows.covered > best.covered) best = rows
  }
  const isTable = best.rows >= FEWEST_ROWS && best.covered * 10 >= barred.length * 9
  return isTable ? best.ends : new Map()
}

const FEWEST_ROWS = 4

/** The rows of converters that begin each in front of its line, and set all other bars in lines of their own. */
const begunRows = (barred: readonly BarLine[]): ReadonlyMap<number, number> => {
  const begins = barred.flatMap(({ words, bars }, i) => (words === 'front' && bars === 1 ? [i] : []))
  const isAll = begins[0] === 0 && begins.length >= FEWEST_ROWS && begins.length < barred.length
  if (!isAll || barred.some(({ words }, i) => words !== 'none' && !begins.includes(i))) return new Map()
  return new Map(
    begins.map((at, i) => [
      (barred[at] as BarLine).start,
      (barred[(begins[i + 1] ?? barred.length) - 1] as BarLine).end,
    ]),
  )
}

/** No form is longer, and each line is looked at for each number of bars. */
const MOST_LINES = 20_000

interface Rows {
  /** Of those that several lines make. */
  readonly ends: ReadonlyMap<number, number>
  readonly rows: number
  /** How many lines with bars are in rows. */
  readonly covered: number
}

/** The rows of so many bars. */
const rowsOf = (lines: readonly BarLine[], width: number): Rows => {
  const ends = new Map<number, number>()
  let rows = 0
  let covered = 0
  for (let at = 0; at < lines.length; at += 1) {
    const last = lastOfRow(lines, at, width)
    if (last === undefined) continue
    const own = lines.slice(at, last + 1)
    if (last > at) ends.set((own[0] as BarLine).start, (own.at(-1) as BarLine).end)
    rows += 1
    covered += own.filter(({ bars }) => bars > 0).length
    at = last
  }
  return { ends, rows, covered }
}

/** Whether a line can't be a row: several that can be are no pieces of one, nor are labels with their values. */
const areBroken = (lines: readonly BarLine[]): boolean =>
  lines.some(({ bars }) => bars < FEWEST_BARS) && !lines.every(({ isPair }) => isPair)

/** The line that makes the row whole which begins at `first`. */
const lastOfRow = (lines: readonly BarLine[], first: number, width: number): number | undefined => {
  let bars = 0
  let without = 0
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at] as BarLine
    bars += line.bars
    without = line.bars === 0 ? without + 1 : 0
    if (bars === width) return at === first || areBroken(lines.slice(first, at + 1)) ? at : undefined
    if (bars === 0 || bars > width || without > MOST_WITHOUT_BARS) return undefined
  }
  return undefined
}
