import { collectAll } from '../collect.ts'
import type { Disclosure, Goal, Leftover, Project } from '../model/disclosure.ts'
import { agenciesOf, indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  isTemplateCell,
  isTemplateName,
  openChoiceIn,
  PLACEHOLDER,
  requestBehindLabel,
  templateTextIn,
} from '../vocabulary/template-words.ts'

/** Text of the form that was left in. */
export interface Residue {
  readonly at: Span
  /** What of it, as messages show it. */
  readonly shown: string
  /** In place of content; in front of a value that was filled in; the options of a choice that nobody made. */
  readonly kind: 'in-place' | 'in-front' | 'choice'
}

/** What was left in around the goals and indicators: names, and cells that are part of nothing. */
export const residueAround = (disclosure: Disclosure): readonly Residue[] => [
  ...agenciesOf(disclosure).flatMap(({ name }) => wholeCell(name)),
  ...disclosure.leftovers.flatMap(inLeftover),
]

/**
 * Notes and titles around the tables say how to fill them in; a cell inside that says nothing else is left over, and so is what
 * a label asks for in a line around them.
 */
const inLeftover = ({ text, reason }: Leftover): readonly Residue[] => {
  if (reason === 'template') return [residue(text, text.folded)]
  if (reason === 'column' || reason === 'label') return wholeCell(text)
  const asked = reason === 'surrounding' ? requestBehindLabel(text.folded) : undefined
  return asked === undefined ? [] : [residue(text, asked)]
}

/** What was left in by one project. */
export const residueOf = (project: Project): readonly Residue[] => [
  ...wholeCell(project.name),
  ...inGoals(project.goals),
  ...project.results.flatMap(({ text }) => wholeCell(text)),
  ...collectAll(indicatorsOf(project), inIndicator),
]

const inGoals = (goals: readonly Goal[]): readonly Residue[] => {
  // A project whose goals are all empty has none, which is another rule's problem.
  if (goals.every(({ text }) => text.isBlank)) return []
  return goals.flatMap(({ text, marker }) => {
    if (text.isBlank && marker !== undefined) return [residue(marker.text, marker.text.folded)]
    const found = templateTextIn(text.folded)
    return found === undefined ? [] : [residue(text, found)]
  })
}

const inIndicator = ({ indicator }: PlacedIndicator): readonly Residue[] => {
  const { target, text, name, reason, notes, printedUnit } = indicator
  const beside = collectAll(reason === undefined ? notes : [reason, ...notes], wholeCell)
  // 是/否 in the column of units says how to answer: the value beside it does.
  const isAnswered =
    printedUnit !== undefined && openChoiceIn(printedUnit.text.folded)?.includes(target.text.meaning)
  const found =
    (isAnswered === true ? undefined : (templateTextIn(text.folded) ?? templateTextIn(target.text.folded))) ??
    (isTemplateName(name.folded) ? name.folded : undefined)
  if (found === undefined) return beside
  const value = target.text.folded
  const isFilled =
    target.kind === 'measured' ||
    target.kind === 'baseline' ||
    target.kind === 'period' ||
    (/\d/.test(value) && templateTextIn(value) === undefined)
  const own = residue(text, found)
  return [isFilled && PLACEHOLDER.test(found) ? { ...own, kind: 'in-front' } : own, ...beside]
}

const LONGEST_SHOWN = 40

/** A cell that says nothing but what the form does. */
const wholeCell = (text: SpannedText): readonly Residue[] => {
  const whole = text.trim()
  if (!isTemplateCell(whole.folded)) return []
  const { kind } = residue(whole, whole.folded)
  return [{ at: whole.span, shown: whole.meaning.slice(0, LONGEST_SHOWN), kind }]
}

const residue = (text: SpannedText, found: string): Residue => ({
  at: text.span,
  shown: meaning(found),
  kind: openChoiceIn(found) === undefined ? 'in-place' : 'choice',
})
