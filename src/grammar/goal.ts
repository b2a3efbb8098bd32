import { matchesIn } from '../collect.ts'
import type { Goal, Leftover } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type FoundMarker, findMarkers } from './marker.ts'
import { formAt, readNumber } from './marker-style.ts'
import { endBefore } from './quantity/characters.ts'
import { scanQuantities } from './quantity/index.ts'
import { isNotApplicable } from './target.ts'

/** The goals of one cell. */
export interface Goals {
  readonly goals: readonly Goal[]
  readonly leftovers: readonly Leftover[]
}

/** A heading over goals that says only what they are, with the term it may name; in brackets, any words in front of them do. */
const LABEL =
  /(?:^|[。;\n])\s{0,8}(^【(?![^】]*目标】)[\u4e00-\u9fff]{2,8}】\s{0,8}:?(?=.)|(?:项目|年度|总体|本年度|实施期|中长期|长期){0,3}(?:绩效)?(?:总体)?目标\s{0,8}(?::|(?=\n)))/g

/**
 * Reads a cell of goals: 目标1:… and the other numbering styles, several in one paragraph too. The
 * style of the first number divides the text; numbers of other styles inside a goal belong to it.
 *
 * @param units Words that are units though no table holds them: those of the targets beside the goals.
 */
export const parseGoals = (text: SpannedText, term: Goal['term'], units?: ReadonlySet<string>): Goals => {
  if (isNotApplicable(text)) return { goals: [], leftovers: [{ text, reason: 'label' }] }
  const goals: Goal[] = []
  const leftovers: Leftover[] = []
  let start = 0
  let termHere = term
  const readUpTo = (end: number): void => {
    const section = readSection(text.trimmed(start, end), termHere, units)
    for (const goal of section.goals) goals.push(goal)
    for (const leftover of section.leftovers) leftovers.push(leftover)
  }
  for (const match of matchesIn(text.folded, LABEL)) {
    const printed = match[1] as string
    const end = match.index + match[0].length
    const label = text.trimmed(end - printed.length, end)
    readUpTo(end - printed.length)
    start = end
    termHere = termOf(label.folded) ?? term
    leftovers.push({ text: label, reason: 'label' })
  }
  readUpTo(text.length)
  return { goals, leftovers }
}

/** The goals under one label. */
const readSection = (
  text: SpannedText,
  term: Goal['term'],
  units: ReadonlySet<string> | undefined,
): Goals => {
  const goalOf = (marker: FoundMarker | undefined, content: SpannedText): Goal =>
    createGoal(marker, content, term, scanQuantities(content, { units }))
  if (text.isBlank) return { goals: [], leftovers: [] }
  const divided = dividingMarkers(text, findMarkers(text))
  const markers = divided.length > 0 ? divided : wordedMarkers(text)
  const [first] = markers
  if (first === undefined)
    return { goals: paragraphs(text).map((part) => goalOf(undefined, part)), leftovers: [] }
  const before = text.trimmed(0, first.start)
  const goals: Goal[] = []
  const leftovers: Leftover[] = []
  // 通过项目实施: only leads to the list; with a number in it, it may promise something.
  const isIntroduction = before.folded.endsWith(':') && !/\d/.test(before.folded)
  if (isIntroduction) leftovers.push({ text: before, reason: 'label' })
  else if (!before.isBlank) goals.push(goalOf(undefined, before))
  for (const [i, marker] of markers.entries()) {
    const content = text.trimmed(marker.end, markers[i + 1]?.start ?? text.length)
    goals.push(goalOf(marker, content))
  }
  return { goals, leftovers }
}

const termOf = (label: string): Goal['term'] =>
  /实施期|长期/.test(label) ? 'long-term' : /年度/.test(label) ? 'annual' : undefined

/** The markers that begin a goal: those of the outermost style, 目标 before any other. */
const dividingMarkers = (text: SpannedText, markers: readonly FoundMarker[]): readonly FoundMarker[] => {
  const goals = markers.filter((marker) => marker.style === 'goal')
  if (goals.length > 0) return goals
  const outermost = markers.filter((marker) => marker.style === markers[0]?.style)
  // A number inside a sentence divides nothing unless a list of them begins there.
  const [first, second] = outermost
  if (first === undefined) return []
  const before = text.folded.slice(0, first.start)
  const opens =
    before === '' || before.endsWith('\n') || /[:;。]$/.test(before.slice(0, endBefore(before, '')))
  return opens && (first.start === 0 || (first.ordinal === 1 && second !== undefined)) ? outermost : []
}

/** Where a part of a sentence may begin that is counted off. */
const WORDED = /(?<=^|[:;。,\n]\s?)(?=[^\s、.]{1,3}是)/g

/** 一是…;二是…: what parts a sentence into several goals, from the first on. */
const wordedMarkers = (text: SpannedText): readonly FoundMarker[] => {
  const found = matchesIn(text.folded, WORDED)
    .flatMap(({ index: start }) => {
      const form = formAt(text.folded, start)
      const number = form === undefined ? undefined : readNumber(form, text.folded, start)
      return number?.style === 'chinese' ? [{ ...number, text: text.trimmed(start, number.end), start }] : []
    })
    .filter(({ ordinal }, i) => ordinal === i + 1)
  return found.length > 1 ? found : []
}

/** Paragraphs that end as sentences are goals of their own; broken lines are one. */
const paragraphs = (text: SpannedText): readonly SpannedText[] => {
  const { folded } = text
  const parts: SpannedText[] = []
  let start = 0
  for (let at = folded.indexOf('\n'); at >= 0; at = folded.indexOf('\n', at + 1)) {
    let end = at
    while (end > start && /\s/.test(folded[end - 1] as string)) end -= 1
    if (end === start || !'。;!'.includes(folded[end - 1] as string)) continue
    parts.push(text.trimmed(start, at))
    start = at + 1
  }
  parts.push(text.trimmed(start))
  return parts.filter((part) => !part.isBlank)
}

/** A text with its numbers, read as a goal. */
export const createGoal = (
  marker: FoundMarker | undefined,
  text: SpannedText,
  term: Goal['term'],
  quantities: Goal['quantities'],
): Goal => ({
  kind: 'goal',
  span:
    marker === undefined
      ? text.span
      : { start: marker.text.span.start, end: Math.max(marker.text.span.end, text.span.end) },
  marker:
    marker === undefined ? undefined : { text: marker.text, style: marker.style, ordinal: marker.ordinal },
  text,
  term,
  quantities,
})
