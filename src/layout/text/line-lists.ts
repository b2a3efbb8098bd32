import type { Block } from '../../read/grid.ts'
import { isSumName } from '../../vocabulary/money-words.ts'
import { numberIn } from '../money-table.ts'
import { lineOf, rowOfTokens, type Token } from './tokens.ts'

/**
 * The lists among lines whose cells blanks part, as rows: a header, lines with a word for each, and 合计 with as many numbers as
 * they end with.
 */
export const listsAmongLines = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block, end) => (namesSum(block) ? listAbove(blocks, end) : []))

/** Whether a line begins with 合计: few do, and only they are looked at. */
const namesSum = (block: Block): boolean =>
  block.kind === 'text' && isSumName(/^\S{1,8}(?=\s)/.exec(block.cell.text.folded)?.[0] ?? '')

const listAbove = (blocks: readonly Block[], end: number): readonly Block[] => {
  const tokensAt = (at: number): readonly Token[] => {
    const block = blocks[at]
    return block === undefined ? [] : lineOf(block).tokens
  }
  const [name, ...numbers] = tokensAt(end)
  const width = tokensAt(end - 1).length
  if (numbers.length === 0 || width <= numbers.length || !numbers.every(isNumber)) return []
  const rows: (readonly Token[])[] = []
  let above = tokensAt(end - 1)
  while (above.length === width && endsWithNumbers(above, numbers.length)) {
    rows.unshift(above)
    above = tokensAt(end - 1 - rows.length)
  }
  if (rows.length < 2 || above.length !== width || above.some(isNumber)) return []
  const beside = Array.from({ length: width - numbers.length - 1 }, () => undefined)
  return [END_OF_TABLE, ...[above, ...rows, [name, ...beside, ...numbers]].map(rowOfTokens)]
}

/** Whether so many numbers stand at the end of a line, and no more. */
const endsWithNumbers = (tokens: readonly Token[], count: number): boolean =>
  tokens.slice(-count).every(isNumber) && !isNumber(tokens[tokens.length - count - 1])

const END_OF_TABLE: Block = { kind: 'gap', markup: [], endsTable: true }
const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && numberIn(token.text) !== undefined
