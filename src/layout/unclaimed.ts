import { collectAll } from '../collect.ts'
import type {
  Draft,
  DraftAgency,
  DraftIndicatorRow,
  DraftMoney,
  DraftProject,
  DraftTarget,
} from '../model/draft.ts'
import { cellsOf, type Grid } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/**
 * The stretches of a grid's texts, blanks aside, that no text of the draft holds, whatever layout read them: nothing
 * of the input may be dropped silently. `source` is the whole text that the grid was made of.
 */
export const unclaimedIn = (grid: Grid, draft: Draft, source: string): readonly SpannedText[] => {
  const claimed = new Uint8Array(source.length)
  for (const text of textsOf(draft)) {
    for (const { start, end } of text?.ranges ?? []) claimed.fill(1, start, end)
  }
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

type Texts = Generator<SpannedText | undefined>

function* textsOf(draft: Draft): Texts {
  yield* [draft.title, draft.year?.text, draft.moneyUnit.text]
  for (const { text } of draft.headings) yield text
  for (const { name, amount } of draft.totals) yield* [name, amount]
  for (const { text } of draft.leftovers) yield text
  for (const agency of draft.agencies) yield* textsOfAgency(agency)
  for (const project of draft.projects) yield* textsOfProject(project)
}

function* textsOfAgency({ code, name, amount, agencies, projects }: DraftAgency): Texts {
  yield* [code, name, amount]
  for (const agency of agencies) yield* textsOfAgency(agency)
  for (const project of projects) yield* textsOfProject(project)
}

function* textsOfProject(project: DraftProject): Texts {
  const { code, name, amount, goals, indicators, rows, funding, money, period, results, totalScore } = project
  yield* [code, name, amount, period, ...indicators, ...results]
  yield* [totalScore?.name, totalScore?.weight, totalScore?.score]
  for (const { text } of goals) yield text
  for (const part of funding) yield* [part.name, part.amount]
  for (const cell of money) yield* textsOfMoney(cell)
  for (const row of rows) yield* textsOfRow(row)
}

const textsOfMoney = ({ source, label, text }: DraftMoney) => [source, label, text]

function* textsOfRow({
  headings,
  name,
  targets,
  weight,
  direction,
  score,
  reason,
  notes,
}: DraftIndicatorRow): Texts {
  yield* [name, weight, direction, score, reason, ...(notes ?? [])]
  for (const { text } of headings) yield text
  for (const target of targets) yield* textsOfTarget(target)
}

const textsOfTarget = ({ comparator, value, unit, actual, column }: DraftTarget) => [
  comparator,
  value,
  unit,
  actual,
  column,
]
