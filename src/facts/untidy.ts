import type { Project } from '../model/disclosure.ts'
import { type Edit, editOf } from '../model/finding.ts'
import type { Quantity } from '../model/measure.ts'
import { indicatorsOf } from '../model/walk.ts'
import { fold } from '../source/fold.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/** What in a text is printed wider than it need be, and how it would be tidy. */
export interface Untidy {
  readonly edits: readonly Edit[]
  /** The first place as it is printed. */
  readonly printed: string
}

/**
 * Full-width digits and letters, signs of numbers in full width, and blanks in a row, in names, goals and values of a
 * project. Punctuation is wide in Chinese, and money is left as it is.
 */
export const untidyTextsOf = (project: Project): readonly Untidy[] =>
  [
    tidying(project.name, []),
    ...project.goals.map(({ text, quantities }) => tidying(text, quantities)),
    ...indicatorsOf(project).flatMap(({ indicator: { name, nameQuantities, target } }) => [
      tidying(name, nameQuantities),
      target.kind === 'measured' ? tidying(target.text, [target.measure]) : undefined,
    ]),
  ].filter((untidy) => untidy !== undefined)

/** A sign is one of a number between or behind its digits; an equals sign in front of all would make a formula of a cell. */
const WIDE =
  /(?:[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])(?:％|[．－／](?=[0-9０-９]))|(?<=[^\s])＝(?=[0-9０-９]))+|[ \u00a0\u3000]{2,}/g

const tidying = (text: SpannedText, quantities: readonly Quantity[]): Untidy | undefined => {
  const found: { readonly printed: string; readonly edit: Edit }[] = []
  for (const { 0: printed, index } of text.text.matchAll(WIDE)) {
    const isBlank = /^[ \u00a0\u3000]/.test(printed)
    if (isBlank && (index === 0 || index + printed.length === text.length)) continue
    const edit = editOf(text.slice(index, index + printed.length), isBlank ? ' ' : fold(printed))
    if (edit !== undefined && !quantities.some((one) => isMoneyAt(one, edit.at)))
      found.push({ printed, edit })
  }
  const [first] = found
  return first && { printed: first.printed, edits: found.map(({ edit }) => edit) }
}

const isMoneyAt = (quantity: Quantity, at: Span): boolean =>
  quantity.kind === 'measure' &&
  quantity.unit?.dimension === 'money' &&
  at.start < quantity.span.end &&
  quantity.span.start < at.end
