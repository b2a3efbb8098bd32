import { isListedHeader } from '../lexicon/lexer.ts'
import { type Block, type Cell, joinedCell, plainCell, type Row, type TextBlock } from '../read/grid.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { isAside } from '../vocabulary/form-words.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { type Label, labelIn, labelOfCell } from './labels.ts'
import { rowsAt } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import { markLength, markStyle } from './text/lines.ts'
import { bare, kindOf } from './words-of.ts'

/**
 * The parts of a form that stand over its table, each under a numbered heading (一、项目名称, 二、项目概述 …), made rows of labels
 * with their values. Others are left as they are.
 */
export const rowsOfHeadedLines = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => block.kind === 'text' && headingIn(block)?.label?.role === 'name'))
    return blocks
  const changed: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const parts = partsAt(blocks, at)
    const isForm = parts.some(isNamed) && parts.length >= FEWEST && isOverTable(blocks, at, parts)
    if (!isForm) changed.push(blocks[at] as Block)
    else for (const part of parts) changed.push(part.values.length === 0 ? part.heading : rowOf(part))
    at += isForm ? sizeOf(parts) : 1
  }
  return changed
}

/** So many parts at least make a form. */
const FEWEST = 4

/** A heading and the lines under it. */
interface FormPart {
  readonly heading: TextBlock
  readonly label: Label | undefined
  readonly values: readonly TextBlock[]
}

const isNamed = ({ label, values }: FormPart): boolean => label?.role === 'name' && values.length === 1

const sizeOf = (parts: readonly FormPart[]): number =>
  parts.reduce((size, { values }) => size + 1 + values.length, 0)

/** Whether a table right behind the parts names no project itself. */
const isOverTable = (blocks: readonly Block[], at: number, parts: readonly FormPart[]): boolean => {
  const rows = rowsAt(blocks, at + sizeOf(parts), MOST_ROWS)
  return (
    rows.length > 1 && !rows.some(({ cells }) => cells.some((cell) => labelOfCell(cell)?.role === 'name'))
  )
}

const MOST_ROWS = 60

/** No form says more in front of its table. */
const MOST_LINES = 100

/** The parts that begin at a place, all numbered as the first is. */
const partsAt = (blocks: readonly Block[], at: number): readonly FormPart[] => {
  const parts: (FormPart & { readonly values: TextBlock[] })[] = []
  let style: string | undefined
  for (let i = at; i < at + MOST_LINES; i += 1) {
    const block = blocks[i]
    if (block?.kind !== 'text') break
    const found = headingIn(block)
    const isHeading = found !== undefined && (style === undefined || found.style === style)
    if (isHeading) {
      style = found.style
      parts.push({ heading: block, label: found.label, values: [] })
    } else if (style === undefined) break
    else parts.at(-1)?.values.push(block)
  }
  return parts
}

const LONGEST_HEADING = 20

/** 一、项目名称: a number and a few words, in which nothing ends. */
const headingIn = ({
  cell: { text },
}: TextBlock): { readonly style: string; readonly label: Label | undefined } | undefined => {
  const { folded } = text
  if (folded.length > LONGEST_HEADING) return undefined
  const mark = markLength(folded)
  if (mark === 0 || mark === folded.length || /[,。;:\d]/.test(folded.slice(mark))) return undefined
  return { style: markStyle(folded), label: labelIn(text) }
}

/**
 * 产出指标 in a line over the header of its table, as it would stand between that and its rows. Headers that have a column for such headings
 * are left as they are.
 */
export const headingsBelowHeaders = (blocks: readonly Block[]): readonly Block[] => {
  const changed: Block[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    const next = isCategoryLine(block) ? behindGaps(blocks, at + 1) : blocks.length
    const header = next < blocks.length ? rowHeaderAt(blocks, next) : undefined
    if (header === undefined || header.columns.includes('level-one')) {
      changed.push(block)
      continue
    }
    const end = next + header.height
    changed.push(...blocks.slice(at + 1, end), block)
    at = end - 1
  }
  return changed
}

const behindGaps = (blocks: readonly Block[], from: number): number => {
  let at = from
  while (blocks[at]?.kind === 'gap') at += 1
  return at
}

const isCategoryLine = (block: Block): boolean => {
  if (block.kind !== 'text' || block.cell.text.length > LONGEST_HEADING) return false
  const kind = kindOf(block.cell.text)
  return kind === 'level-one' || kind === 'either-level'
}

/**
 * Lines of labels right above a table of indicators (项目名：…, 经费额度：…) made rows of it, where no list has one of the labels: as for
 * cells, what stands beside them tells what they say. Others are left as they are.
 */
export const rowsOfLabelledLines = (blocks: readonly Block[]): readonly Block[] => {
  const changed: Block[] = []
  /** The labelled lines since the last line that is none, among `changed`. */
  let lines: { readonly at: number; readonly row: Row; readonly isKnown: boolean }[] = []
  for (const [at, block] of blocks.entries()) {
    const row = block.kind === 'text' ? labelledRow(block) : undefined
    if (row !== undefined) lines.push({ at, row, isKnown: labelOfCell(row.cells[0] as Cell) !== undefined })
    else if (block.kind !== 'gap' || block.endsTable === true) {
      const isForm = lines.length > 1 && lines.some(({ isKnown }) => !isKnown)
      if (isForm && rowHeaderAt(blocks, at) !== undefined)
        for (const line of lines) changed[line.at] = line.row
      lines = []
    }
    changed.push(block)
  }
  return changed
}

/** A label of a few words in front of a colon, without the number in front of it. */
const LABELLED = /^(?!其中|注)[^:;,。、\d≥≤<>=%]{2,12}:(?=\s?\S)/

const labelledRow = ({ cell }: TextBlock): Row | undefined => {
  const { text } = cell
  const mark = markLength(text.folded)
  const colon = LABELLED.exec(text.folded.slice(mark))?.[0].length
  if (colon === undefined || isAside(text.folded)) return undefined
  const [label, value] = [text.trimmed(0, mark + colon), text.trimmed(mark + colon)]
  const cells = [{ ...cell, text: label, span: label.span }, plainCell(value)]
  return { kind: 'row', span: cell.span, cells }
}

const rowOf = ({ heading, values }: FormPart): Row => {
  const { cell } = heading
  const cells = values.map((value) => value.cell)
  const text = SpannedText.join(
    cells.map((line) => line.text),
    '\n',
  )
  const value = joinedCell(cells, text)
  return {
    kind: 'row',
    span: cover(cell.span, value.span),
    cells: [cell, value],
  }
}

/**
 * Tables whose cells a converter has glued here and there, as lines: 三级指标年度指标值 stands over names with their values, and
 * nothing tells where the cells of the rows end.
 */
export const linesUnderGluedHeads = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some((block) => block.kind === 'row' && hasGluedHeads(block))
    ? blocks.map((block) => (block.kind === 'row' ? asLine(block) : block))
    : blocks

/** Whether the words for names and for their values are one cell, and no other cell is over values. */
const hasGluedHeads = ({ cells }: Row): boolean => {
  if (cells.length < 3 || !cells.some(({ text }) => headerRole(text.meaning) === 'level-two')) return false
  const words = cells.map(({ text }) => bare(text))
  // 指标目标 behind 三级指标 is over values alone.
  const areGlued = (word: string, i: number): boolean =>
    areNameAndValue(word) && headerRole(words[i - 1] ?? '') !== 'indicator'
  return (
    words.some(areGlued) && !words.some((word) => headerRole(word) === 'target' && !areNameAndValue(word))
  )
}

const areNameAndValue = (words: string): boolean => {
  for (let at = 2; at < Math.min(words.length - 1, LONGEST); at += 1) {
    const [name, value] = [words.slice(0, at), words.slice(at)]
    const areHeads = headerRole(name) === 'indicator' && headerRole(value) === 'target'
    if (areHeads && isListedHeader(name) && isListedHeader(value)) return !isListedHeader(words)
  }
  return false
}

const LONGEST = 12

const asLine = ({ cells, span }: Row): Block => {
  const text = SpannedText.join(cells.map((cell) => cell.text))
  return { kind: 'text', cell: { ...joinedCell(cells, text), span } }
}
