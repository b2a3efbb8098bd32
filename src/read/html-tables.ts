import type { Span } from '../source/span.ts'
import type { Tag } from './html-tags.ts'

/** What is needed of a node of the parser's tree. */
export interface PageNode {
  readonly name?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly startIndex: number | null
  readonly endIndex: number | null
  readonly children?: readonly PageNode[]
}

/** One cell: its span has the tags, its content hasn't. */
export interface HtmlCell {
  readonly span: Span
  readonly content: Span
  readonly columns: number
  readonly rows: number
}

export interface HtmlTable {
  readonly span: Span
  readonly rows: readonly (readonly HtmlCell[])[]
}

/**
 * The tables of a page that hold data, in order, none in another. Tables that only arrange the page are
 * passed through: those of one column, and those made of other tables.
 */
export const findTables = (root: PageNode, tags: readonly Tag[], length: number): readonly HtmlTable[] =>
  tablesIn(root, new TagIndex(tags, length))

const tablesIn = (node: PageNode, tags: TagIndex): HtmlTable[] =>
  (node.children ?? []).flatMap((child) => {
    if (child.name === 'dl') {
      const list = readPairs(child, tags)
      return list === undefined ? tablesIn(child, tags) : [list]
    }
    if (child.name !== 'table') return tablesIn(child, tags)
    const table = readTable(child, tags)
    return holdsData(table) ? [table] : tablesIn(child, tags)
  })

/** A list of terms, each with one description, as a form prints labels with their values. */
const readPairs = ({ children = [], ...node }: PageNode, tags: TagIndex): HtmlTable | undefined => {
  const items = children.filter(({ name }) => name === 'dt' || name === 'dd')
  const isPaired = items.every(({ name }, i) => name === (i % 2 === 0 ? 'dt' : 'dd'))
  if (items.length < FEWEST_ITEMS || items.length % 2 > 0 || !isPaired || items.some(holdsCells))
    return undefined
  const cells = items.map((item) => readCell(item, tags))
  const rows = cells.flatMap((_, i) => (i % 2 === 0 ? [cells.slice(i, i + 2)] : []))
  return { span: tags.extentOf(node).span, rows: endedByNext(rows) }
}

const FEWEST_ITEMS = 6

const holdsCells = ({ children = [] }: PageNode): boolean =>
  children.some((child) => child.name !== undefined || holdsCells(child))

interface FullTable extends HtmlTable {
  /** Tables right in its cells. */
  readonly inner: readonly Span[]
}

const readTable = (node: PageNode, tags: TagIndex): FullTable => {
  const rows: HtmlCell[][] = []
  const inner: Span[] = []
  const visit = (parent: PageNode, row: HtmlCell[] | undefined): void => {
    let current = row
    for (const child of parent.children ?? []) {
      if (child.name === 'table') inner.push(tags.extentOf(child).span)
      else if (child.name === 'tr') {
        current = undefined
        const cells: HtmlCell[] = []
        rows.push(cells)
        visit(child, cells)
      } else if (child.name === 'td' || child.name === 'th') {
        if (current === undefined) {
          current = []
          rows.push(current)
        }
        current.push(readCell(child, tags))
        visit(child, current)
      }
    }
  }
  visit(node, undefined)
  return { span: tags.extentOf(node).span, rows: endedByNext(rows), inner }
}

const readCell = (node: PageNode, tags: TagIndex): HtmlCell => ({
  columns: countOf(node.attribs?.['colspan'], 1),
  // `rowspan=0` goes to the end of the table.
  rows: countOf(node.attribs?.['rowspan'], Number.MAX_SAFE_INTEGER),
  ...tags.extentOf(node),
})

/** The number that an attribute begins with; 1 where it begins with none. */
const countOf = (printed: string | undefined, zero: number): number => {
  const match = /^\s*\+?(\d{1,9})/.exec(printed ?? '')
  return match === null ? 1 : Number(match[1]) || zero
}

/** The parser leaves a `th` in a `td` that was not closed: there the `td` ends. */
const endedByNext = (rows: readonly (readonly HtmlCell[])[]): HtmlCell[][] =>
  rows.map((row) =>
    row.map((cell, i) => {
      const end = row[i + 1]?.span.start ?? Number.POSITIVE_INFINITY
      if (cell.span.end <= end) return cell
      const content = { start: cell.content.start, end: Math.min(cell.content.end, end) }
      return { ...cell, span: { start: cell.span.start, end }, content }
    }),
  )

const holdsData = ({ span, rows, inner }: FullTable): boolean => {
  if (rows.every((row) => row.length < 2)) return false
  if (inner.length === 0) return true
  // A page is arranged by few rows, and most of it stands in one of the cells; a table of data that has
  // small ones in its cells goes on alike.
  const isMostly = inner.some(({ start, end }) => (end - start) * 2 > span.end - span.start)
  const widths = rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0))
  const wide = widths.filter((width) => width >= 3)
  return new Set(wide).size < wide.length && !isMostly
}

/** The table tags of a page by their place: the parser says where elements end only roughly. */
class TagIndex {
  readonly #tags: readonly Tag[]
  readonly #length: number

  constructor(tags: readonly Tag[], length: number) {
    this.#tags = tags
    this.#length = length
  }

  /** Where an element stands, with its tags and without. */
  extentOf(node: PageNode): Extent {
    let first = this.#firstEndingAfter(node.startIndex ?? 0)
    // Behind `</td >` the parser is a blank too early.
    while (this.#tags[first]?.kind === 'close') first += 1
    const open = this.#tags[first] as Tag
    // The tag that ends it: its own, or another that can't stand inside it.
    const last = this.#tags[this.#firstEndingAfter(node.endIndex ?? 0)]
    const end = last?.start ?? this.#length
    const isClosed = last !== undefined && last.kind === 'close' && last.name === node.name
    return {
      span: { start: open.start, end: isClosed ? last.end : end },
      content: { start: open.end, end },
    }
  }

  #firstEndingAfter(offset: number): number {
    let low = 0
    let high = this.#tags.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#tags[middle] as Tag).end > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

interface Extent {
  readonly span: Span
  readonly content: Span
}
