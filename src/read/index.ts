import type { Format } from '../source/format.ts'
import type { Source } from '../source/source.ts'
import { looksLikeBarredCells, readBarredCells } from './barred-cells.ts'
import { looksLikeCsv, readCsv } from './csv.ts'
import type { Document } from './document.ts'
import type { Grid } from './grid.ts'
import { looksLikeHtml, readHtml } from './html.ts'
import { looksLikeMarkdownTable, readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** Reads text by its format; a page of HTML is read as the text that it is, since its reader is loaded only when needed. */
export const readGrid = (source: Source): { readonly format: Format; readonly grid: Grid } => {
  const { text } = source
  // Tabs are what nearly all text filings have, and none of the others.
  const isTabbed = text.slice(0, TABS_WITHIN).includes('\t')
  if (!isTabbed && looksLikeBarredCells(text)) return { format: 'text', grid: readBarredCells(source) }
  if (!isTabbed && looksLikeMarkdownTable(text)) return { format: 'markdown', grid: readMarkdown(source) }
  if (!isTabbed && looksLikeCsv(text)) return { format: 'csv', grid: readCsv(source) }
  return { format: 'text', grid: readText(source) }
}

const TABS_WITHIN = 4096

/** Reads any text, pages of HTML among them. */
export const readSource = async (source: Source): Promise<Document> => {
  if (looksLikeHtml(source.text)) return { format: 'html', source, grid: await readHtml(source), notes: [] }
  const { format, grid } = readGrid(source)
  return { format, source, grid, notes: [] }
}
