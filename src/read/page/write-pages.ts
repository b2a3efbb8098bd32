import type { PlaceName } from '../../source/source.ts'
import type { DocumentWriter } from '../document-writer.ts'
import { nearestIndex } from './geometry.ts'
import { joinParts, type TablePart } from './join-parts.ts'
import {
  type PageLayout,
  type PageLine,
  type PagePlace,
  type PageTable,
  type PlacedTrace,
  traceOnPage,
} from './lay-out-page.ts'

/** Edges of a table's columns differ by less than this (points) from page to page. */
const SAME_EDGE = 3

/** Page numbers: - 3 -, 第3页 共10页, 3/10, Page 3 of 10. */
const PAGE_NUMBER =
  /^[-—–－·~\s]*第\s*\d+\s*页(?:[\s/，,]*共\s*\d+\s*页)?[-—–－·~\s]*$|^[-—–－·~\s]*\d+(?:\s*[/／]\s*\d+)?[-—–－·~\s]*$|^page\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i

/** Page numbers stand this near (of the page's height) to its upper or lower end. */
const MARGIN = 0.12

/** Running heads stand nearer (points) to it, and are printed no larger than this: titles are. */
const RUNNING_MARGIN = 56
const RUNNING_SIZE = 12

interface NamedLine {
  readonly text: string
  readonly name: PlaceName
  readonly trace: PlacedTrace | undefined
}

interface OpenTable {
  readonly page: number
  /** The edges of the columns of all parts. */
  readonly columnEdges: readonly number[]
  readonly parts: readonly TablePart[]
  /** Page numbers and watermarks that were met since it began: they are written behind it. */
  readonly passed: NamedLine[]
}

/**
 * Writes pages one after another. A table that goes on over a page break, with the same columns and
 * nothing but page numbers, running heads and watermarks between, is written as one.
 */
export const writePages = (pages: readonly PageLayout[], writer: DocumentWriter<PagePlace>): void => {
  const heads = pages.map(runningLines)
  const pageWriter = new PageWriter(writer)
  for (const [i, page] of pages.entries()) {
    const around = new Set([...(heads[i - 1]?.values() ?? []), ...(heads[i + 1]?.values() ?? [])])
    pageWriter.write(page, (line) => around.has(heads[i]?.get(line) ?? ''))
  }
  pageWriter.finish()
}

/** Lines that may be running heads, with what they say on each page: where they stand, and their text without its numbers. */
const runningLines = ({ box, items }: PageLayout): ReadonlyMap<PageLine, string> => {
  const lines = items.filter((item) => item.kind === 'line')
  return new Map(
    lines.flatMap((line) => {
      const isUpper = line.box.bottom < box.top + RUNNING_MARGIN
      const isLower = line.box.top > box.bottom - RUNNING_MARGIN
      if (line.box.bottom - line.box.top > RUNNING_SIZE || !(isUpper || isLower)) return []
      return [[line, `${isUpper ? 'head' : 'foot'} ${line.text.replace(/\d+/g, '#')}`] as const]
    }),
  )
}

class PageWriter {
  readonly #writer: DocumentWriter<PagePlace>
  #page = 0
  #open: OpenTable | undefined

  constructor(writer: DocumentWriter<PagePlace>) {
    this.#writer = writer
  }

  /** `isRunning`: whether a line stands on the page before or behind as well. */
  write({ box, items }: PageLayout, isRunning: (line: PageLine) => boolean): void {
    this.#page += 1
    let rows = 0
    let lines = 0
    for (const item of items) {
      if (item.kind === 'line') {
        lines += 1
        const line = {
          text: item.text,
          name: lineName(this.#page, lines),
          trace: traceOnPage(item.trace, this.#page),
        }
        this.#writeLine(line, isFurniture(item, box) || isRunning(item))
      } else {
        this.#writeTable(item, rows)
        rows += item.rows.length
      }
    }
  }

  finish(): void {
    const open = this.#open
    if (open === undefined) return
    this.#open = undefined
    this.#writer.table(joinParts(open.parts, open.columnEdges))
    for (const { text, name, trace } of open.passed) this.#writer.line(text, name, trace)
  }

  #writeLine(line: NamedLine, isPassed: boolean): void {
    if (this.#open !== undefined && isPassed) {
      this.#open.passed.push(line)
      return
    }
    this.finish()
    this.#writer.line(line.text, line.name, line.trace)
  }

  #writeTable({ columnEdges, rows }: PageTable, rowsBefore: number): void {
    const named = rows.map((row, i) =>
      row.map((cell) => ({
        ...cell,
        name: cellName(this.#page, rowsBefore + i + 1, cell.column + 1),
        trace: traceOnPage(cell.trace, this.#page),
      })),
    )
    const part = { columnEdges, rows: named }
    const open = this.#open
    const isNextPage = rowsBefore === 0 && open?.page === this.#page - 1
    const edges = isNextPage ? joinEdges(open.columnEdges, columnEdges) : undefined
    if (open === undefined || edges === undefined) {
      this.finish()
      this.#open = { page: this.#page, columnEdges, parts: [part], passed: [] }
    } else {
      this.#open = { ...open, page: this.#page, columnEdges: edges, parts: [...open.parts, part] }
    }
  }
}

/** Page numbers, and what lies over everything. */
const isFurniture = ({ text, box, isBehind }: PageLine, page: PageLayout['box']): boolean => {
  const margin = MARGIN * (page.bottom - page.top)
  const isAtEnd = box.bottom < page.top + margin || box.top > page.bottom - margin
  return isBehind === true || (isAtEnd && PAGE_NUMBER.test(text.trim()))
}

const cellName = (page: number, row: number, column: number): PlaceName => ({
  zh: `第${page}页 第${row}行第${column}列`,
  en: `page ${page}, row ${row}, column ${column}`,
})

const lineName = (page: number, line: number): PlaceName => ({
  zh: `第${page}页 第${line}行`,
  en: `page ${page}, line ${line}`,
})

/**
 * The edges of both where they are one table's: the same outer edges, and the inner ones of one among
 * the other's, since merged cells may hide some.
 */
const joinEdges = (a: readonly number[], b: readonly number[]): readonly number[] | undefined => {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const indices = few.map((edge) => nearestIndex(many, edge))
  const isSame =
    indices[0] === 0 &&
    indices.at(-1) === many.length - 1 &&
    few.every((edge, i) => {
      const index = indices[i] as number
      return (
        Math.abs(edge - (many[index] as number)) <= SAME_EDGE && (i === 0 || index > (indices[i - 1] ?? 0))
      )
    })
  return isSame ? many : undefined
}
