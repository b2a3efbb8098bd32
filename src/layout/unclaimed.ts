import { collectAll } from '../collect.ts'
import type { Draft, DraftAgency, DraftIndicatorRow, DraftProject } from '../model/draft.ts'
import { cellsOf, type Grid } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/**
 * The stretches of a grid's texts, blanks aside, that no text of the draft holds, whatever layout read them: nothing
 * of the input may be dropped silently. `source` is the whole text that the grid was made of.
 */
export const unclaimedIn = (grid: Grid, draft: Draft, source: string): readonly SpannedText[] => {
  const claimed = new Uint8Array(source.length)
  claimDraft(draft, (text) => {
    for (const { start, end } of text?.ranges ?? []) claimed.fill(1, start, end)
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

/** Takes a text of the draft. */
type Claim = (text: SpannedText | undefined) => void

const claimDraft = (draft: Draft, claim: Claim): void => {
  claim(draft.title)
  claim(draft.year?.text)
  claim(draft.moneyUnit.text)
  for (const { text } of draft.headings) claim(text)
  for (const { name, amount } of draft.totals) {
    claim(name)
    claim(amount)
  }
  for (const { text } of draft.leftovers) claim(text)
  for (const agency of draft.agencies) claimAgency(agency, claim)
  for (const project of draft.projects) claimProject(project, claim)
}

const claimAgency = ({ code, name, amount, agencies, projects }: DraftAgency, claim: Claim): void => {
  claim(code)
  claim(name)
  claim(amount)
  for (const agency of agencies) claimAgency(agency, claim)
  for (const project of projects) claimProject(project, claim)
}

const claimProject = (project: DraftProject, claim: Claim): void => {
  const { totalScore } = project
  claim(project.code)
  claim(project.name)
  claim(project.amount)
  claim(project.period)
  project.indicators.forEach(claim)
  project.results.forEach(claim)
  claim(totalScore?.name)
  claim(totalScore?.weight)
  claim(totalScore?.score)
  for (const { text } of project.goals) claim(text)
  for (const { name, amount } of project.funding) {
    claim(name)
    claim(amount)
  }
  for (const { source, label, text } of project.money) {
    claim(source)
    claim(label)
    claim(text)
  }
  for (const row of project.rows) claimRow(row, claim)
}

const claimRow = (row: DraftIndicatorRow, claim: Claim): void => {
  claim(row.name)
  claim(row.weight)
  claim(row.direction)
  claim(row.score)
  claim(row.reason)
  row.notes?.forEach(claim)
  for (const { text } of row.headings) claim(text)
  for (const { comparator, value, unit, actual, column } of row.targets) {
    claim(comparator)
    claim(value)
    claim(unit)
    claim(actual)
    claim(column)
  }
}
