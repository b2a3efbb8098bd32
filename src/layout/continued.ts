import type { DraftGoals, DraftProject } from '../model/draft.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headingEnd } from '../vocabulary/heading-words.ts'
import { endsAsValue } from '../vocabulary/qualities.ts'
import type { Slots } from './slots.ts'

const OUTLINE_START =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|目标|指标|[①-⑳【])/
const LIST_START = /^(?:一、|目标[1一]|1[.、](?!\d)|①)/

/** Whether a line without tabs looks like an item of an outline, which a cell may go on with. */
export const isOutlineItem = (text: SpannedText): boolean => OUTLINE_START.test(text.folded)

/** Whether a line is the first item of a list. */
export const beginsList = (text: SpannedText): boolean => LIST_START.test(text.folded)

/** Whether a row goes on with the project above instead of beginning one. */
export const goesOn = (
  { code, name, amount, goals, indicators }: Slots,
  previous: DraftProject,
  afterBreak: boolean,
): boolean => {
  if (goals.length === 0 && indicators.length === 0) return false
  if (name.isBlank) return code === undefined && amount.isBlank
  if (!afterBreak || name.meaning !== previous.name.meaning) return false
  if (amount.isBlank) return true
  // A name and amount printed again on the next page: the same project unless its lists start anew.
  const [goal] = goals
  const [indicator] = indicators
  return (
    !beginsLike(goal?.text, previous.goals[0]?.text) &&
    !beginsLike(indicator, previous.indicators[0]) &&
    amount.meaning === previous.amount.meaning
  )
}

/** Whether a cell begins as the one above does: 一、产出指标 again, 目标1 again. */
const beginsLike = (text: SpannedText | undefined, above: SpannedText | undefined): boolean => {
  if (text === undefined || above === undefined) return false
  const start = beginning(text)
  return start === beginning(above) || (LIST_START.test(start) && !opensWithHeading(above.folded))
}

/** Whether a heading stands at the start, behind a marker of a few characters at most. */
const opensWithHeading = (folded: string): boolean =>
  [0, 1, 2, 3, 4, 5].some((at) => headingEnd(folded, at) > 0)

const beginning = (text: SpannedText): string => text.folded.slice(0, 24).replace(/\s/g, '').slice(0, 6)

/** A project with what a later row or line adds to its cells. */
export const extended = (
  project: DraftProject,
  goals: readonly DraftGoals[],
  indicators: readonly SpannedText[],
): DraftProject => {
  const [firstGoals, ...otherGoals] = project.goals
  const [more, ...others] = goals
  const [first, ...rest] = project.indicators
  const [next, ...nextRest] = indicators
  return {
    ...project,
    span: [...goals.map(({ text }) => text), ...indicators].reduce(
      (all, text) => cover(all, text.span),
      project.span,
    ),
    goals:
      firstGoals !== undefined && more !== undefined && otherGoals.length === 0
        ? [{ ...firstGoals, text: goOn(firstGoals.text, more.text) }, ...others]
        : [...project.goals, ...goals],
    indicators:
      first !== undefined && next !== undefined && rest.length === 0
        ? [goOn(first, next), ...nextRest]
        : [...project.indicators, ...indicators],
  }
}

/** Two parts of a cell that a page break has cut: a new paragraph, or in the middle of a sentence. */
const goOn = (before: SpannedText, after: SpannedText): SpannedText => {
  const ending = before.folded.slice(-16)
  const isParagraph = isOutlineItem(after) || /[。;]$/.test(ending) || endsAsValue(ending)
  // The glue stands for nothing in the source: what lies between is a page's end and its header.
  const { end } = before.span
  const glue = SpannedText.of([{ text: isParagraph ? '\n' : ' ', span: { start: end, end } }], end)
  return SpannedText.join([before, glue, after])
}
