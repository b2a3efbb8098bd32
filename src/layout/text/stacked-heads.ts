import type { TextBlock } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { type ColumnRole, headerRole, isLevelRole, MONEY_UNITS } from '../../vocabulary/headers.ts'
import { type Line, lineOf, type Token } from './tokens.ts'

/**
 * The lines of tables without borders, those of one header as one where its narrow cells hold two lines: 年度 and 实际 in the line of
 * 一级指标, 指标值 and 完成值 in the next; 项目资金 over (万元), behind which the first row of money begins.
 */
export const withStackedHeads = (lines: readonly Line[]): readonly Line[] => {
  const whole: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at] as Line, lines[at + 1]]
    const ends = next === undefined ? undefined : (endsOfHeads(line, next) ?? endOfFirst(line, next))
    if (ends === undefined || next === undefined) {
      whole.push(line)
      continue
    }
    whole.push(withEnds(line, ends))
    const rest = next.tokens.slice(ends.length)
    if (rest.length > 0)
      whole.push(
        lineWith(
          next,
          rest.map(({ text }) => text),
        ),
      )
    at += 1
  }
  return whole
}

/** Words of the second line, and the token above that each ends. */
type Ends = readonly { readonly at: number; readonly text: SpannedText }[]

/** 年度, 实际 over 指标值, 完成值 and nothing else: words in a row that are columns only together. */
const endsOfHeads = ({ tokens }: Line, next: Line): Ends | undefined => {
  const words = next.tokens
  const roles = tokens.map(({ text }) => headerRole(text.meaning))
  if (words.length < 2 || next.kinds.some((kind) => isTyped(kind) || isLevel(kind))) return undefined
  if (roles.filter((role) => isLevelRole(role) || role === 'indicator').length < 2) return undefined
  for (let from = 0; from + words.length <= tokens.length; from += 1) {
    const isAll = words.every(({ text }, i) => {
      const above = tokens[from + i] as Token
      const role = headerRole(above.text.meaning + text.meaning)
      return !KNOWN.has(roles[from + i]) && role !== undefined && VALUES.has(role)
    })
    if (isAll) return words.map(({ text }, i) => ({ at: from + i, text }))
  }
  return undefined
}

/** 项目资金 over (万元), in front of a row of money. */
const endOfFirst = ({ tokens }: Line, next: Line): Ends | undefined => {
  const [first, second] = [tokens[0]?.text, next.tokens[0]?.text]
  if (first === undefined || second === undefined || tokens.length < 3 || next.tokens.length < 3)
    return undefined
  const isMoney = headerRole(first.meaning) === 'amount' && inBrackets(second.folded) in MONEY_UNITS
  const areHeads = tokens.every(
    ({ text }) => !isTyped(cellKind(text.meaning)) && headerRole(text.meaning) !== undefined,
  )
  return isMoney && areHeads && next.kinds.some(isTyped) ? [{ at: 0, text: second }] : undefined
}

const inBrackets = (words: string): string => /^\(([^()]*)\)$/.exec(words)?.[1] ?? ''

const KNOWN: ReadonlySet<ColumnRole | undefined> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
])
const VALUES: ReadonlySet<ColumnRole> = new Set(['target', 'actual'])

const withEnds = (line: Line, ends: Ends): Line =>
  lineWith(
    line,
    line.tokens.map(({ text }, i) => {
      const end = ends.find(({ at }) => at === i)
      return end === undefined ? text : SpannedText.join([text, end.text])
    }),
  )

/** A line of other words. */
const lineWith = ({ block }: Line, words: readonly SpannedText[]): Line => {
  const { cell, ...line } = block as TextBlock
  const text = SpannedText.join(words, ' ')
  return lineOf({ ...line, cell: { ...cell, text, span: text.span } })
}
