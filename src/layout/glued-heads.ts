import { isListedHeader } from '../lexicon/lexer.ts'
import { type Block, joinedCell, type Row } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { bare } from './words-of.ts'

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
  return (
    words.some(areNameAndValue) &&
    !words.some((word) => headerRole(word) === 'target' && !areNameAndValue(word))
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
