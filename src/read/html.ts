import type { Source } from '../source/source.ts'
import type { Block, Grid } from './grid.ts'
import { HtmlBlocks } from './html-blocks.ts'
import { simplifyPage, skeletonOf, tableTagsOf } from './html-page.ts'
import { findTables } from './html-tables.ts'
import { readTags, type Tag } from './html-tags.ts'

/** A page begins with these, comments aside. */
const PAGE_START =
  /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|style)\b/i
const TABLE = /<table\b[^<>]{0,2000}>/i
/** A tab between two words: the columns of a text file, whose cells may hold tags. */
const TABBED = /[^\s>]\t+[^\s<]|\t[^\s<][^\t\n]*\t/

/** Whether the text is an HTML page, or a saved part of one that has a table. */
export const looksLikeHtml = (text: string): boolean => {
  if (PAGE_START.test(text.slice(0, 4096))) return true
  const table = TABLE.exec(text)
  if (table === null || TABBED.test(text.slice(0, table.index))) return false
  const inside = text.slice(table.index, table.index + 4096)
  return /<tr\b/i.test(inside) && /<t[dh]\b/i.test(inside)
}

/**
 * HTML: every table of data with its merged cells, and the text around them line by line. Tables that
 * only arrange the page are read as the text that they are.
 *
 * cheerio tells how rows and cells are nested, and nothing else: positions are taken from the page.
 */
export const readHtml = async (source: Source): Promise<Grid> => {
  const { text } = source
  const tags = readTags(text)
  const tableTags = tableTagsOf(tags)
  const { load } = await import('cheerio/slim')
  const page = load(skeletonOf(text, tableTags), {
    xml: { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true },
  })
  const blocks = new HtmlBlocks(simplifyPage(text, tags))
  for (const root of page.root())
    for (const table of findTables(root, tableTags, text.length)) blocks.addTable(table)
  const grid = blocks.finish()
  return endsInTable(text, tableTags) ? withOpenEnd(grid) : grid
}

/** Whether the page was cut off inside a table; pages whose maker forgot to end it have an end themselves. */
const endsInTable = (text: string, tableTags: readonly Tag[]): boolean => {
  if (/<\/(?:html|body)\b/i.test(text.slice(-200))) return false
  const open = tableTags.reduce((depth, { name, kind }) => {
    if (name !== 'table') return depth
    return kind === 'open' ? depth + 1 : Math.max(0, depth - 1)
  }, 0)
  return open > 0
}

/** The last row, or the beginning of a tag behind it, is not closed: so what comes after is known to be missing. */
const withOpenEnd = ({ blocks }: Grid): Grid => {
  const at = blocks.findLastIndex(({ kind }) => kind !== 'gap')
  return { blocks: blocks.map((block, i) => (i === at ? opened(block) : block)) }
}

const opened = (block: Block): Block => {
  if (block.kind === 'gap') return block
  if (block.kind === 'text') return { ...block, cell: { ...block.cell, unclosed: true } }
  const last = block.cells.length - 1
  return { ...block, cells: block.cells.map((cell, i) => (i === last ? { ...cell, unclosed: true } : cell)) }
}
