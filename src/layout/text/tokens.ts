import type { Block, Cell, Row, TextBlock } from '../../read/grid.ts'
import { isBlank } from '../../source/fold.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { type CellKind, cellKind } from '../../vocabulary/cell-kinds.ts'
import { FOOTERS } from '../../vocabulary/form-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'

/** Words that blanks set off in a line. */
export interface Token {
  readonly text: SpannedText
  /** The line that it begins, if it begins one. */
  readonly line: TextBlock | undefined
}

/** The tokens of each cell of a row. */
export type Cells = readonly (readonly Token[])[]

/** A line with what blanks set off in it; a gap has nothing. */
export interface Line {
  readonly block: Block
  readonly tokens: readonly Token[]
  readonly kinds: readonly CellKind[]
}

/** The rows that stand in place of some lines. */
export interface RestoredTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly Block[]
}

/** Divides a line at its blanks; what stands in brackets stays together. */
export const lineOf = (block: Block): Line => {
  if (block.kind !== 'text' || block.cell.text.text.includes('\n')) return { block, tokens: [], kinds: [] }
  const tokens = withSpacedWords(tokensOf(block))
  return { block, tokens, kinds: tokens.map(({ text }) => cellKind(text.meaning)) }
}

/** A token, and where it begins on the page: double-width characters count twice. */
interface PlacedToken extends Token {
  readonly left: number
}

const tokensOf = (block: TextBlock): readonly PlacedToken[] => {
  const { cell } = block
  const { text } = cell
  const { folded } = text
  const tokens: PlacedToken[] = []
  // The line begins where its blanks do.
  let left = text.span.start - cell.span.start
  let start = -1
  let depth = 0
  for (let at = 0; at <= folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    const isEnd = at === folded.length || (isBlank(code) && depth <= 0)
    if (isEnd && start >= 0) {
      const token = text.slice(start, at)
      tokens.push({
        text: token,
        left: left - widthOf(token.text),
        line: tokens.length === 0 ? block : undefined,
      })
      start = -1
    } else if (!isEnd && start < 0) start = at
    depth += depthBy(folded, at)
    if (at < folded.length) left += widthOf(text.text[at] as string)
  }
  return tokens
}

/** The tokens with 名  称 and 邮  编, which blanks stretch to the width of other labels, as one. */
const withSpacedWords = (tokens: readonly PlacedToken[]): readonly Token[] => {
  const whole: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] as PlacedToken
    let end = at + 1
    while (goesOn(tokens[end - 1] as PlacedToken, tokens[end])) end += 1
    const word = SpannedText.join(tokens.slice(at, end).map(({ text }) => text))
    const isWord = end > at + 1 && headerRole(word.meaning) !== undefined
    whole.push(isWord ? { ...first, text: word } : first)
    at = isWord ? end : at + 1
  }
  return whole
}

/** Columns one character wide stand further apart, and a single blank parts words that a narrow cell broke. */
const goesOn = ({ text, left }: PlacedToken, next: PlacedToken | undefined): boolean => {
  if (text.length > 1 || next === undefined || next.text.length > 1) return false
  const step = next.left - left
  return step > 3 && step < 7
}

/** An opening bracket counts where another closes it soon. */
const depthBy = (folded: string, at: number): number =>
  folded[at] === ')' ? -1 : folded[at] === '(' && folded.slice(at, at + LONGEST_BRACKET).includes(')') ? 1 : 0

const LONGEST_BRACKET = 60

/** How wide words stand on a page: double-width characters, those from `wideFrom` on, count twice. */
export const widthOf = (words: string, wideFrom = 0x2e80): number => {
  let width = words.length
  for (let at = 0; at < words.length; at += 1) if (words.charCodeAt(at) >= wideFrom) width += 1
  return width
}

/** 全年预算数(A), 167(少数民族发展资金): the words without what stands in brackets behind them. */
export const withoutRemark = (words: string): string => words.replace(/\([^()]*\)$/, '')

/** Whether a table ends with a token: 总分, 填报人, 注. */
export const isFooter = ({ text }: Token): boolean => FOOTERS.some((word) => text.meaning.startsWith(word))

/** The row whose cells are put together from tokens. */
export const rowOf = (row: Cells): Row => {
  const tokens = row.flat()
  const lines = tokens.flatMap(({ line }) => line ?? [])
  const [first, last] = [tokens[0], tokens.at(-1)] as [Token, Token]
  const span = { start: first.text.span.start, end: last.text.span.end }
  let at = span.start
  const cells = row.map((cell, i): Cell => {
    const text = cell.length === 0 ? first.text.slice(0, 0) : joined(cell)
    const own = cell.length === 0 ? { start: at, end: at } : text.span
    at = own.end
    return {
      text,
      span: own,
      markup: i === 0 ? lines.flatMap(({ cell: { markup } }) => [...markup]) : [],
      unclosed: i === row.length - 1 && lines.at(-1)?.cell.unclosed === true,
    }
  })
  return { kind: 'row', span, cells }
}

/** The row with these cells, some of which may be blank. */
export const rowOfTokens = (tokens: readonly (Token | undefined)[]): Row =>
  rowOf(tokens.map((token) => (token === undefined ? [] : [token])))

/** A token that is no cell of a table. */
export const lineOfToken = ({ text, line }: Token): TextBlock => ({
  kind: 'text',
  cell: { text, span: text.span, markup: line?.cell.markup ?? [], unclosed: line?.cell.unclosed ?? false },
})

/** A line end inside a cell stands for nothing; a blank may have been printed. */
const joined = (cell: readonly Token[]): SpannedText => {
  let [{ text }] = cell as [Token]
  for (const next of cell.slice(1))
    text = SpannedText.join([text, next.text], next.line === undefined ? ' ' : '')
  return text
}
