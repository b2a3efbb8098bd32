import type { Source } from '../source/source.ts'
import { blockOf, type Dialect, readLine } from './delimited.ts'
import type { Block, Grid } from './grid.ts'

const COMMA = 44
/** Where the comma is taken by decimals. */
const SEMICOLON = 59

const DIALECTS: readonly Dialect[] = [
  { delimiter: COMMA, quotesFreely: true },
  { delimiter: SEMICOLON, quotesFreely: true },
]

/**
 * Whether the text is comma- or semicolon-separated: several lines of the same three columns or more, the first of them
 * short as headers are, or nothing but lines of two. Prose has commas too, but not the same number in each line.
 */
export const looksLikeCsv = (text: string): boolean => dialectOf(text) !== undefined

/** Comma- or semicolon-separated text (RFC 4180), read line by line as tab-separated text is. */
export const readCsv = (source: Source): Grid => {
  const { text } = source
  const dialect = dialectOf(text) ?? (DIALECTS[0] as Dialect)
  const blocks: Block[] = []
  let at = 0
  while (at < text.length) {
    const line = readLine(text, at, dialect)
    at = line.next
    blocks.push(blockOf(text, line, dialect))
  }
  return { blocks }
}

/** Of a long file, this much of its beginning tells. */
const SAMPLE = 65_536

const dialectOf = (text: string): Dialect | undefined => {
  const sample = text.slice(0, SAMPLE)
  return sample.includes('\t') ? undefined : DIALECTS.find((dialect) => fits(sample, dialect))
}

const fits = (sample: string, dialect: Dialect): boolean => {
  const lines = linesOf(sample, dialect)
  const tabular = lines.filter((cells) => cells.length > 1)
  const header = tabular.find((cells) => cells.length >= 3)
  if (header === undefined) return isPaired(lines)
  const alike = tabular.filter((cells) => cells.length === header.length).length
  const isOne = alike >= 2 && alike * 4 >= tabular.length * 3
  return (
    (isOne || isSeveral(tabular)) &&
    tabular.length * 2 >= lines.length &&
    header.every((cell) => cell.length <= 60) &&
    !isProse(tabular) &&
    !(dialect.delimiter === SEMICOLON && header.some((cell) => INDICATOR.test(cell)))
  )
}

/** Whether each line is a label or a name with its value: two columns, the first of short texts. */
const isPaired = (lines: readonly (readonly string[])[]): boolean =>
  lines.length >= 6 &&
  lines.every(({ length }) => length === 2) &&
  lines.every(([first = '']) => SHORT.test(first)) &&
  !isProse(lines)

/** 预算数(万元), and no sentence. */
const SHORT = /^[^。；;：:]{0,30}$/

/** Whether nearly every line has as many cells as one beside it: tables of different widths, one after another. */
const isSeveral = (lines: readonly (readonly string[])[]): boolean => {
  const alike = lines.filter(({ length }, i) =>
    [lines[i - 1], lines[i + 1]].some((beside) => length >= 3 && beside?.length === length),
  )
  return lines.length >= 8 && alike.length * 10 >= lines.length * 9
}

/** Indicators in one line have semicolons between: `数量指标:培训≥3期;质量指标:…`. */
const INDICATOR = /[:：≥≤。]/

/** A blank follows the comma in prose of western punctuation, and seldom in a table. */
const isProse = (lines: readonly (readonly string[])[]): boolean => {
  const behindCommas = lines.flatMap((cells) => cells.slice(1))
  return behindCommas.filter((cell) => /^\s\S/.test(cell)).length * 2 > behindCommas.length
}

/** The lines that have text, as cells. The last may be cut off by the end of the sample. */
const linesOf = (sample: string, dialect: Dialect): string[][] => {
  const lines: string[][] = []
  let at = 0
  while (at < sample.length) {
    const line = readLine(sample, at, dialect)
    at = line.next
    const isCut = line.end === SAMPLE && lines.length > 1
    if (!isCut && sample.slice(line.start, line.end).trim() !== '')
      lines.push(line.cells.map(({ start, end }) => sample.slice(start, end)))
  }
  return lines
}
