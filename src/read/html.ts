import type { Source } from '../source/source.ts'
import { BLOCK_TAGS, INLINE_TAGS } from './fragment-builder.ts'
import type { Block, Grid } from './grid.ts'
import { HtmlBlocks } from './html-blocks.ts'
import { findTables } from './html-tables.ts'
import { LINE_TAGS, readTags, type Tag } from './html-tags.ts'

/** A page begins with these, comments aside. */
const PAGE_START =
  /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|style|h[1-6]|dl|ul|ol|div|section)\b/i
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

/**
 * The page as cells are written: of the same length, every character of text in its place. Line ends
 * are blanks, as HTML has it; tags have no attributes; tags that no cell has, comments and scripts are
 * plain tags as long as they.
 */
const simplifyPage = (text: string, tags: readonly Tag[]): string => {
  const parts: string[] = []
  let at = 0
  let openPre = 0
  for (const tag of tags) {
    parts.push(simplifiedText(text.slice(at, tag.start), openPre > 0), simplifiedTag(tag))
    if (tag.name === 'pre' || tag.name === 'xmp')
      openPre = tag.kind === 'open' ? openPre + 1 : Math.max(0, openPre - 1)
    at = tag.end
  }
  parts.push(simplifiedText(text.slice(at), openPre > 0))
  return parts.join('')
}

/**
 * What begins like a tag, is none, and would take tags behind it with it: it isn't closed before the next
 * one, or what follows such a tag is raw. Written wide, as it is folded later, it is text to any parser.
 */
const UNENDED = /<(?=[a-z/!?])(?!(?!(?:script|style|title|textarea|xmp)\b)[^<>"'=]*>)/gi

const simplifiedText = (text: string, isPreformatted: boolean): string => {
  const unbroken = isPreformatted ? text : text.replace(/[\t\n\f\r]/g, ' ')
  return unbroken.includes('<') ? unbroken.replace(UNENDED, '＜') : unbroken
}

const simplifiedTag = ({ kind, name, start, end }: Tag): string => {
  const slash = kind === 'close' ? '/' : ''
  const isOfCells = BLOCK_TAGS.has(name) || INLINE_TAGS.has(name)
  const tag = LINE_TAGS.has(name) ? '<br' : `<${slash}${isOfCells ? name : 'i'}`
  return `${tag.padEnd(end - start - 1)}>`
}

/** Tables deeper in each other than this are no tables of a filing: their text is that of the cell. */
const DEEPEST = 64

const TABLE_TAGS: ReadonlySet<string> = new Set(['table', 'tr', 'td', 'th', 'dl', 'dt', 'dd'])

/** The tags that make tables. */
const tableTagsOf = (tags: readonly Tag[]): readonly Tag[] => {
  let depth = 0
  return tags.filter(({ kind, name }) => {
    if (!TABLE_TAGS.has(name)) return false
    if (name === 'table' && kind === 'open') depth += 1
    const isTooDeep = depth > DEEPEST
    if (name === 'table' && kind === 'close') depth = Math.max(0, depth - 1)
    return !isTooDeep
  })
}

/**
 * The page with nothing but its table tags left, each in its place. A parser of HTML can't go wrong on
 * the paragraphs that are never closed in cells, nor is its stack of open tags quadratic on nested ones.
 */
const skeletonOf = (text: string, tableTags: readonly Tag[]): string => {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of tableTags) {
    parts.push(' '.repeat(start - at), text.slice(start, end))
    at = end
  }
  // Behind the last tag stands something: so the parser gives the ends of open elements right.
  parts.push(' '.repeat(text.length - at + 1))
  return parts.join('')
}
