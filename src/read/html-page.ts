import { LINE_TAGS, type Tag } from './html-tags.ts'
import { BLOCK_TAGS, INLINE_TAGS } from './tags.ts'

/**
 * The page as cells are written: of the same length, every character of text in its place. Line ends
 * are blanks, as HTML has it; tags have no attributes; tags that no cell has, comments and scripts are
 * plain tags as long as they.
 */
export const simplifyPage = (text: string, tags: readonly Tag[]): string => {
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

const TABLE_TAGS: ReadonlySet<string> = new Set(['table', 'tr', 'td', 'th'])

/** The tags that make tables. */
export const tableTagsOf = (tags: readonly Tag[]): readonly Tag[] => {
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
export const skeletonOf = (text: string, tableTags: readonly Tag[]): string => {
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
