import { type Block, cellsOf, type Gap, joinedCell, type TextBlock } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import {
  ENDS_PARAGRAPH,
  HOLDS_INDICATORS,
  isPageNumber,
  NAMES_INDICATORS,
  PAGE_FURNITURE,
  PAGE_MARK,
} from '../vocabulary/form-words.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { findTitle, isTitle } from './front-matter.ts'
import { labelIn } from './labels.ts'
import { ownCells } from './row-cells.ts'
import { lineOf } from './text/tokens.ts'

/** Blocks in the order of the file, and what pages print around their part of them. */
export interface Unmarked {
  readonly blocks: readonly Block[]
  readonly marks: readonly Block[]
}

/**
 * Takes what a page on the web prints below its text, page numbers, the numbers of columns, and the head that each page prints
 * again, out of the text of a file: what a page break divides goes on behind it.
 */
export const withoutPageMarks = (all: readonly Block[], source: string): Unmarked => {
  const foot = footStart(all)
  const pages = pagesInLines(all.slice(0, foot))
  return pages === undefined
    ? withoutMarksOf(all, foot, source)
    : { blocks: pages.blocks, marks: [...pages.marks, ...all.slice(foot)] }
}

/**
 * The pages of a form as a site that shares documents shows them, each in one long line with its number in front, which the text runs
 * through: as one line. `undefined` where lines are anything else.
 */
const pagesInLines = (blocks: readonly Block[]): Unmarked | undefined => {
  const lines = blocks.filter((block) => block.kind !== 'gap')
  if (lines.length < 2 || (lines[0] as Block).kind !== 'text') return undefined
  const cells = lines.flatMap(cellsOf)
  const [first] = cells
  if (cells.length > lines.length || first === undefined || first.text.length < SHORTEST_PAGE)
    return undefined
  const numbers = cells.map(({ text }) => PAGE_MARK.exec(text.folded))
  const areNumbered = numbers.every((found, i) => (i === 0 && found === null) || Number(found?.[1]) === i + 1)
  const goOn = cells.slice(0, -1).every(({ text }) => !ENDS_PARAGRAPH.test(text.folded))
  const isForm =
    findTitle([first.text]) !== undefined && cells.some(({ text }) => NAMES_INDICATORS.test(text.folded))
  if (!areNumbered || !goOn || !isForm) return undefined
  const lengths = numbers.map((found) => found?.[0].length ?? 0)
  const text = SpannedText.join(cells.map(({ text }, i) => text.slice(lengths[i] as number)))
  const marks = cells.flatMap((one, i): readonly TextBlock[] =>
    lengths[i] === 0 ? [] : [{ kind: 'text', cell: { ...one, text: one.text.slice(0, lengths[i]) } }],
  )
  return { blocks: [{ kind: 'text', cell: joinedCell(cells, text) }], marks }
}

/** No page of a form has fewer characters. */
const SHORTEST_PAGE = 150

const withoutMarksOf = (all: readonly Block[], foot: number, source: string): Unmarked => {
  const blocks = all.slice(0, foot)
  const marks = new Set<Block>([...pageNumbers(blocks), ...blocks.filter(countsColumns)])
  const filled: Block[] = []
  const pages: number[] = []
  let isFirst = true
  for (const block of blocks) {
    if (marks.has(block)) isFirst = true
    if (block.kind === 'gap' || marks.has(block)) continue
    if (isFirst || followsFeed(block, source)) pages.push(filled.length)
    filled.push(block)
    isFirst = false
  }
  const firsts = new Set<Block | undefined>()
  for (const [i, start] of pages.entries()) {
    if (i === 0) continue
    const head = headAt(filled, start, pages[i - 1] as number)
    for (const block of head) marks.add(block)
    firsts.add(filled[start + head.length])
  }
  return {
    blocks:
      marks.size === 0 && firsts.size === 0
        ? blocks
        : blocks.flatMap((block) =>
            firsts.has(block) ? [PAGE_END, block] : marks.has(block) ? [] : [block],
          ),
    marks: [...all.slice(foot), ...marks],
  }
}

const PAGE_END: Gap = { kind: 'gap', markup: [], endsPage: true }

/** Lines that say which page it is; bare digits do where all that stand apart, far from the margin, count up. */
const pageNumbers = (blocks: readonly Block[]): readonly Block[] => {
  const lines = blocks.filter((block) => block.kind === 'text')
  const bare = blocks.filter(
    (block, at): block is TextBlock =>
      isBareNumber(block) &&
      [blocks[at - 1], blocks[at + 1]].some((next) => next === undefined || next.kind === 'gap'),
  )
  const [first] = bare
  const countsUp =
    bare.length > 1 &&
    bare.every(({ cell }, i) => Number(cell.text.folded) === Number(first?.cell.text.folded) + i)
  return [...lines.filter(({ cell }) => isPageNumber(cell.text.folded)), ...(countsUp ? bare : [])]
}

/** Whether a row counts the columns under their header: 1 2 3 4. */
const countsColumns = (block: Block): boolean => {
  if (block.kind === 'gap') return false
  const words = block.kind === 'row' ? ownCells(block) : lineOf(block).tokens
  return words.length >= FEWEST_COLUMNS && words.every(({ text }, i) => text.folded.trim() === String(i + 1))
}

const FEWEST_COLUMNS = 4

const isBareNumber = (block: Block): boolean =>
  block.kind === 'text' &&
  /^\d{1,3}$/.test(block.cell.text.folded) &&
  block.cell.text.span.start - block.cell.span.start >= NARROWEST_MARGIN

const NARROWEST_MARGIN = 10

/** Where 上一篇, 扫一扫在手机打开当前页 or 分享到 begins, if neither a table nor a value or a category stands below it. */
const footStart = (blocks: readonly Block[]): number => {
  let start = blocks.length
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Block
    if (block.kind === 'gap') continue
    if (block.kind === 'row') break
    const { folded, meaning } = block.cell.text
    if (PAGE_FURNITURE.test(folded.trim())) start = at
    else if (holdsValue(meaning)) break
  }
  return start
}

const holdsValue = (meaning: string): boolean => {
  const kind = cellKind(meaning)
  return isLevel(kind) || (isTyped(kind) && kind !== 'date') || HOLDS_INDICATORS.test(meaning)
}

const followsFeed = (block: Block, source: string): boolean =>
  block.kind === 'text' && source.slice(block.cell.span.start, block.cell.text.span.start).includes('\f')

/**
 * The lines at the start of a page that the first or the last one prints at its start as well, and the header of columns that
 * stands on the last one: nothing above it is of the table that it goes on with.
 */
const headAt = (lines: readonly Block[], start: number, last: number): readonly Block[] => {
  const heads = [0, last].flatMap((from) => lines.slice(from, Math.min(start, from + MOST_IN_HEAD)))
  const isHead = (at: number): boolean =>
    heads.some((above) => isSame(above, lines[at]) || isTitleIn(lines[at], above))
  let at = start
  while (at < start + MOST_IN_HEAD && isHead(at)) at += 1
  if (beginsForm(lines, start, at)) return []
  for (let next = at; next <= at + MOST_OVER_HEADER && next < lines.length; next += 1) {
    const header = lines[next] as Block
    const above = headsColumns(header)
      ? lines.findIndex((line, i) => i >= last && isSame(line, header))
      : next
    if (above < next) return lines.slice(start, next + sameFrom(lines, next, above))
    if (!mayHeadPage(header)) break
  }
  return lines.slice(start, at)
}

/** A page alone may print so many lines above the header of its columns, of as many words. */
const MOST_OVER_HEADER = 2

const mayHeadPage = (line: Block): boolean => {
  const { tokens, kinds } = lineOf(line)
  return (
    line.kind === 'text' &&
    tokens.length <= MOST_OVER_HEADER &&
    !kinds.some(isTyped) &&
    !isTitle(line.cell.text)
  )
}

const MOST_IN_HEAD = 8

/** How many lines are the same from two places on. */
const sameFrom = (lines: readonly Block[], at: number, above: number): number => {
  let count = 0
  while (above + count < at && isSame(lines[above + count], lines[at + count])) count += 1
  return count
}

/** Words that stand at the same places. */
const isSame = (one: Block | undefined, other: Block | undefined): boolean =>
  one?.kind === 'text' && other?.kind === 'text' && one.cell.text.text === other.cell.text.text

/** Whether a line prints the title that a page begins with, beside other words. */
const isTitleIn = (line: Block | undefined, title: Block): boolean =>
  line?.kind === 'text' &&
  title.kind === 'text' &&
  isTitle(title.cell.text) &&
  lineOf(line).tokens.some(({ text }) => text.folded === title.cell.text.folded)

const headsColumns = (line: Block): boolean => {
  const { tokens, kinds } = lineOf(line)
  const known = tokens.filter(({ text }) => headerRole(text.meaning) !== undefined)
  return tokens.length > 2 && known.length > 1 && !kinds.some(isTyped)
}

/** A head may have a title, a year and an agency in front of the name. */
const LONGEST_HEAD = 3

/** Whether the name of a project or of an agency stands behind the title that ends at `end`: the form is another. */
const beginsForm = (lines: readonly Block[], start: number, end: number): boolean =>
  lines.slice(Math.max(start, end - 1), end + LONGEST_HEAD).some((line) => {
    const [first, , third] = lineOf(line).tokens
    const role = first === undefined || third !== undefined ? undefined : labelIn(first.text)?.role
    return role === 'name' || role === 'agency'
  })
