import { collectAll } from '../collect.ts'
import type { Draft } from '../model/draft.ts'
import { cellsOf, type Grid } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'

/**
 * The stretches of a grid's texts, blanks aside, that no text of the draft holds, whatever layout read them: nothing
 * of the input may be dropped silently. `source` is the whole text that the grid was made of.
 */
export const unclaimedIn = (grid: Grid, draft: Draft, source: string): readonly SpannedText[] => {
  const claimed = new Uint8Array(source.length)
  const { title, year, moneyUnit, headings, totals, leftovers, agencies, projects } = draft
  // What only points at texts, sums and readings, claims none.
  textsIn([title, year?.text, moneyUnit.text, headings, totals, leftovers, agencies, projects], (text) => {
    for (const { start, end } of text.ranges) claimed.fill(1, start, end)
  })
  return collectAll(grid.blocks, (block) =>
    collectAll(cellsOf(block), ({ text }) => {
      const isWhole = text.ranges.every(({ start, end }) => isClaimed(claimed, source, start, end))
      return isWhole ? [] : unclaimedOf(text, claimed)
    }),
  )
}

/** False for a blank that is printed as an entity, too. */
const isClaimed = (claimed: Uint8Array, source: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1)
    if (claimed[at] === 0 && source.charAt(at).trim() !== '') return false
  return true
}

/** Character by character, for the few texts that aren't claimed as wholes. */
const unclaimedOf = (text: SpannedText, claimed: Uint8Array): readonly SpannedText[] => {
  const stretches: SpannedText[] = []
  let from = -1
  for (let at = 0; at <= text.length; at += 1) {
    const isOver = at < text.length && claimed[text.slice(at, at + 1).span.start] === 0
    if (isOver && from < 0) from = at
    if (isOver || from < 0) continue
    const stretch = text.slice(from, at).trim()
    if (!stretch.isBlank) stretches.push(stretch)
    from = -1
  }
  return stretches
}

/** Hands on every text in a part of a draft, wherever it stands. */
const textsIn = (part: unknown, take: (text: SpannedText) => void): void => {
  if (part instanceof SpannedText) take(part)
  else if (Array.isArray(part)) for (const one of part) textsIn(one, take)
  else if (typeof part === 'object' && part !== null)
    for (const key in part) textsIn(part[key as keyof typeof part], take)
}
