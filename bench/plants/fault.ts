import type { Amount, Disclosure, Indicator, Project, ValidAmount } from '../../src/model/disclosure.ts'
import type { Measure } from '../../src/model/measure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import type { Span } from '../../src/source/span.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'

/** A change to the text of a filing. */
export interface Change {
  readonly at: Span
  readonly text: string
}

/** A fault put into a filing: what is changed, and between where a finding has to point. */
export interface Fault {
  readonly changes: readonly Change[]
  readonly near: Span
}

/** One kind of fault. */
export interface FaultKind {
  readonly name: string
  /** The rules of which any may tell it. */
  readonly rules: readonly string[]
  /** Other rules that are right to speak of it as well. */
  readonly besides?: readonly string[]
  /** All places of a filing where it can be put. */
  readonly places: (filing: Filing) => Iterable<Fault>
}

/** What kinds look for places in. */
export interface Filing {
  readonly disclosure: Disclosure
  readonly text: string
}

/** A row with a measured target, and the project it is of. */
export interface MeasuredRow {
  readonly project: Project
  readonly indicator: Indicator
  readonly measure: Measure
  readonly name: string
  readonly isCost: boolean
}

/** The rows whose targets are one number that stands in the text as it was read. */
export function* measuredRows({ disclosure }: Filing): Generator<MeasuredRow> {
  for (const project of projectsOf(disclosure)) {
    for (const { indicator, categories } of indicatorsOf(project)) {
      const { target } = indicator
      if (target.kind !== 'measured' || target.measure.upperNumeral !== undefined) continue
      if (!isVerbatim(target.measure.numeral.text)) continue
      const isCost = categories.some(({ is }) => is?.includes('cost'))
      yield { project, indicator, measure: target.measure, name: indicator.name.meaning, isCost }
    }
  }
}

/** Whether a text stands in the source as it was read, so that it can be changed there. */
export const isVerbatim = (text: SpannedText | undefined): text is SpannedText =>
  text !== undefined && text.length > 0 && text.span.end - text.span.start === text.length

/** Whether an amount is a number other than 0 that can be changed. */
export const isChangeable = (amount: Amount): amount is ValidAmount =>
  amount.kind === 'amount' && isVerbatim(amount.numeral.text) && /[1-9]/.test(amount.numeral.text.text)

export const change = ({ span }: SpannedText, text: string): Change => ({ at: span, text })

/** A part of a text, changed. */
export const changePart = (text: SpannedText, start: number, length: number, by: string): Change =>
  change(text.slice(start, start + length), by)

/** A number with another first digit: 312 → 612. */
export const otherNumber = (printed: string): string =>
  printed.replace(/[1-9]/, (digit) => String(((Number(digit) + 2) % 9) + 1))

/** Whether a place is a cell of its own, between tags, tabs, bars or commas. */
export const isCell = (text: string, { start, end }: Span): boolean =>
  /(?:>|\t|[|,])\s*$/.test(text.slice(Math.max(0, start - 60), start)) &&
  /^\s*(?:<|\t|[|,]|\r?\n)/.test(text.slice(end, end + 60))
