import type { SpannedText } from '../../source/spanned-text.ts'
import { isTyped } from '../../vocabulary/cell-kinds.ts'
import { isMoneyCell } from '../../vocabulary/money-words.ts'
import { kindOf } from '../words-of.ts'

/** A line that is a label, and the line behind it that is its value. */
export type LinePair = readonly [label: SpannedText, value: SpannedText]

/**
 * Pairs the lines of a form that prints each cell in a line of its own: 项目全称, its name, 资金安排, 资金总量, its sum.
 * Each value has one label in front of it, and a label may stand over others without a value. The pairs are those that
 * leave the fewest known labels and plain values unexplained; none where lines are left that stand otherwise, as in a
 * table of sums.
 */
export const pairLines = (
  lines: readonly SpannedText[],
  isLabel: (line: SpannedText) => boolean,
): readonly LinePair[] => {
  const kinds = lines.map((line): Kind => (isLabel(line) ? 'label' : isValue(line) ? 'value' : 'words'))
  // From behind: the least cost of the lines from each on, and whether the first two of them are a pair.
  const costs = [...lines.map(() => 0), 0]
  const isPair = lines.map(() => false)
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const [own, next] = [kinds[at] as Kind, kinds[at + 1]]
    const alone = ALONE[own] + (costs[at + 1] ?? 0)
    const both =
      next === undefined ? Number.POSITIVE_INFINITY : AS_LABEL[own] + AS_VALUE[next] + (costs[at + 2] ?? 0)
    isPair[at] = both <= alone
    costs[at] = Math.min(alone, both)
  }
  const pairs: LinePair[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [own, next] = [lines[at] as SpannedText, lines[at + 1]]
    if (isPair[at] === true && next !== undefined) {
      pairs.push([own, next])
      at += 1
    } else if (kinds[at] === 'value') return []
  }
  return pairs.length * 2 >= lines.length * PAIRED ? pairs : []
}

const PAIRED = 0.75

type Kind = 'label' | 'value' | 'words'
const ALONE: Readonly<Record<Kind, number>> = { label: 2, value: 5, words: 3 }
const AS_LABEL: Readonly<Record<Kind, number>> = { label: 0, value: 9, words: 1 }
const AS_VALUE: Readonly<Record<Kind, number>> = { label: 6, value: 0, words: 1 }

/** Whether a line is no label, whatever stands around it; the first line of a sentence ends in a comma. */
const isValue = (line: SpannedText): boolean => {
  const kind = kindOf(line)
  return (
    isTyped(kind) ||
    kind === 'sentence' ||
    kind === 'none' ||
    kind === 'organisation' ||
    isMoneyCell(line.meaning) ||
    /[,;、]$/.test(line.folded)
  )
}
