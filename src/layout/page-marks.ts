import type { Block } from '../read/grid.ts'
import { cellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { isPageNumber } from '../vocabulary/form-words.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { PAGE_FURNITURE } from '../vocabulary/page-words.ts'
import { labelIn } from './labels.ts'
import { lineOf } from './text/tokens.ts'

/** Blocks in the order of the file, and what pages print around their part of them. */
export interface Unmarked {
  readonly blocks: readonly Block[]
  readonly marks: readonly Block[]
}

/**
 * Takes what a page on the web prints below its text, page numbers, and the head that each page prints again, out of the text of a
 * file: what a page break divides goes on behind it.
 */
export const withoutPageMarks = (all: readonly Block[], source: string): Unmarked => {
  const foot = footStart(all)
  const blocks = all.slice(0, foot)
  const marks = new Set<Block>()
  const filled: Block[] = []
  const pages: number[] = []
  let isFirst = true
  for (const block of blocks) {
    if (block.kind === 'gap') continue
    if (block.kind === 'text' && isPageNumber(block.cell.text.folded)) {
      marks.add(block)
      isFirst = true
      continue
    }
    if (isFirst || followsFeed(block, source)) pages.push(filled.length)
    filled.push(block)
    isFirst = false
  }
  for (const [i, start] of pages.entries())
    for (const block of i === 0 ? [] : headAt(filled, start, pages[i - 1] as number)) marks.add(block)
  return {
    blocks: marks.size === 0 ? blocks : blocks.filter((block) => !marks.has(block)),
    marks: [...all.slice(foot), ...marks],
  }
}

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
  return isLevel(kind) || (isTyped(kind) && kind !== 'date')
}

const followsFeed = (block: Block, source: string): boolean =>
  block.kind === 'text' && source.slice(block.cell.span.start, block.cell.text.span.start).includes('\f')

/** The lines at the start of a page that begin the first or the last one as well, and the header of columns above. */
const headAt = (lines: readonly Block[], start: number, last: number): readonly Block[] => {
  const title = Math.max(sameFrom(lines, start, 0), sameFrom(lines, start, last))
  if (beginsForm(lines, start, title)) return []
  const at = start + title
  const header = lines[at]
  const above = lines.findIndex(
    (line, i) => i >= last && i < at && header !== undefined && isSame(line, header),
  )
  const isHeader = header !== undefined && above >= 0 && headsColumns(header)
  return lines.slice(start, at + (isHeader ? sameFrom(lines, at, above) : 0))
}

/** How many lines are the same from two places on. */
const sameFrom = (lines: readonly Block[], at: number, above: number): number => {
  let count = 0
  while (above + count < at && isSame(lines[above + count], lines[at + count])) count += 1
  return count
}

/** Words that stand at the same places. */
const isSame = (one: Block | undefined, other: Block | undefined): boolean =>
  one?.kind === 'text' && other?.kind === 'text' && one.cell.text.text === other.cell.text.text

const headsColumns = (line: Block): boolean => {
  const { tokens, kinds } = lineOf(line)
  const known = tokens.filter(({ text }) => headerRole(text.meaning) !== undefined)
  return tokens.length > 2 && known.length > 1 && !kinds.some(isTyped)
}

/** A head may have a title, a year and an agency in front of the name. */
const LONGEST_HEAD = 3

/** Whether the name of a project or of an agency stands behind a title: the form is another. */
const beginsForm = (lines: readonly Block[], start: number, count: number): boolean =>
  lines.slice(Math.max(start, start + count - 1), start + count + LONGEST_HEAD).some((line) => {
    const [first, , third] = lineOf(line).tokens
    const role = first === undefined || third !== undefined ? undefined : labelIn(first.text)?.role
    return role === 'name' || role === 'agency'
  })
