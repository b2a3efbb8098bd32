import { isUtf8 } from 'node:buffer'
import { type CheerioAPI, load } from 'cheerio/slim'
import { parse as parseCsv } from 'csv-parse/sync'
import { cell, type SheetPart, type SheetRow } from '../../../test/support/made-up/sheet.ts'
import type { Case } from '../../../test/support/reading/case.ts'

/** A cell of a table; a merged one stands at all places that it covers. */
export interface GridCell {
  text: string
}

/** A table with the lines before and behind it. Changed in place. */
export interface CellGrid {
  readonly before: readonly string[]
  readonly rows: GridCell[][]
  readonly after: readonly string[]
}

/** The tables of a case that has any: HTML with its merged cells, CSV, TSV and Markdown with empty ones. */
export const gridsOf = ({ bytes, truth }: Case): readonly CellGrid[] => {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)
  switch (truth.format) {
    case 'html':
      return ofHtml(load(text))
    case 'md':
      return [ofMarkdown(text)]
    case 'csv':
    case 'tsv': {
      const rows: string[][] = parseCsv(text, {
        bom: true,
        delimiter: truth.format === 'csv' ? ',' : '\t',
        relax_column_count: true,
        relax_quotes: true,
      })
      return [{ before: [], rows: asCells(rows), after: [] }]
    }
    default:
      return []
  }
}

const asCells = (rows: readonly (readonly string[])[]): GridCell[][] => {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return rows.map((row) => Array.from({ length: width }, (_, i) => ({ text: (row[i] ?? '').trim() })))
}

const ofMarkdown = (text: string): CellGrid => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const last = lines.findLastIndex((line) => line.startsWith('|'))
  const rows = lines
    .slice(first, last + 1)
    .filter((line) => line.startsWith('|') && !/^[|\s:-]*-[|\s:-]*$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((text) => text.replace(/<br\s*\/?>/g, '\n')),
    )
  return { before: lines.slice(0, first), rows: asCells(rows), after: lines.slice(last + 1) }
}

const ofHtml = ($: CheerioAPI): readonly CellGrid[] => {
  // Tables inside the frame of a page have no common grid that could be changed.
  if ($('table table').length > 0) return []
  const grids: CellGrid[] = []
  let lines: string[] = []
  for (const child of $('body').children().toArray()) {
    if ($(child).is('table')) {
      grids.push({ before: lines, rows: tableOf($, child), after: [] })
      lines = []
    } else lines.push($(child).text().trim())
  }
  const last = grids.at(-1)
  if (last !== undefined) grids[grids.length - 1] = { ...last, after: lines }
  return grids
}

const tableOf = ($: CheerioAPI, table: Parameters<CheerioAPI>[0]): GridCell[][] => {
  const lines = $(table).find('tr').toArray()
  const rows: GridCell[][] = lines.map(() => [])
  for (const [r, line] of lines.entries()) {
    let c = 0
    for (const element of $(line).children('td,th').toArray()) {
      while (rows[r]?.[c] !== undefined) c += 1
      const [cols, height] = ['colspan', 'rowspan'].map((name) => Number($(element).attr(name) ?? 1)) as [
        number,
        number,
      ]
      const one = { text: textOf($, element) }
      for (const row of rows.slice(r, r + height)) for (let i = 0; i < cols; i += 1) row[c + i] = one
      c += cols
    }
  }
  return rows
}

/** Paragraphs and line ends inside a cell are lines. */
const textOf = ($: CheerioAPI, element: Parameters<CheerioAPI>[0]): string => {
  const copy = $(element).clone()
  copy.find('br').replaceWith('\n')
  copy.find('p').append('\n')
  return copy.text().trim()
}

/** A copy whose cells can be changed without changing the original; what is merged stays so. */
export const copyGrid = ({ before, rows, after }: CellGrid): CellGrid => {
  const copies = new Map<GridCell, GridCell>()
  const copyOf = (one: GridCell): GridCell => {
    const known = copies.get(one) ?? { ...one }
    copies.set(one, known)
    return known
  }
  return { before, rows: rows.map((row) => row.map(copyOf)), after }
}

/** As sheets that can be printed: the rectangles of each cell. */
export const toPart = ({ before, rows, after }: CellGrid): SheetPart => ({
  before,
  rows: rows.map(
    (row, r): SheetRow =>
      row.flatMap((one, c) => {
        if (row[c - 1] === one || rows[r - 1]?.[c] === one) return []
        let cols = 1
        while (row[c + cols] === one) cols += 1
        let height = 1
        while (rows[r + height]?.[c] === one) height += 1
        return [cell(one.text, cols, height)]
      }),
  ),
  after,
})
