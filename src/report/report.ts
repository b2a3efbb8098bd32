import type { Language, Message, Problem, RuleCategory, Severity } from '../rules/rule.ts'
import type { Encoding, Source } from '../source/source.ts'

/** A problem with the rule that found it and its place in the tree. */
export interface Finding extends Problem {
  readonly rule: string
  readonly category: RuleCategory
  readonly severity: Severity
  /** What to do: the problem's own advice, else the rule's. */
  readonly fix: Message
  /** From the outside in: project, goal or category, indicator. */
  readonly path: readonly Message[]
}

/** One input that was read and checked. */
export interface CheckedFile {
  readonly kind: 'checked'
  /** As given on the command line or found in a folder, with `/`. */
  readonly path: string
  readonly source: Source
  readonly encoding: Encoding
  readonly format: string
  readonly layout: string
  /** What was assumed while reading (another encoding than UTF-8, no money unit printed). */
  readonly notes: readonly Message[]
  /** Sorted by position, then rule; no doubles. */
  readonly findings: readonly Finding[]
  /** Counts of the tree, for the verdict line. */
  readonly size: { readonly projects: number; readonly goals: number; readonly indicators: number }
}

/** One input that could not be checked. */
export interface FailedFile {
  readonly kind: 'failed'
  readonly path: string
  /** What is wrong, what was expected and what to do. */
  readonly error: Message
}

export type FileResult = CheckedFile | FailedFile

/** Everything a reporter may print. Reporters are pure: (Report, options) → string. */
export interface Report {
  readonly toolVersion: string
  /** Sorted by path. */
  readonly files: readonly FileResult[]
}

export interface ReportOptions {
  readonly language: Language
  /** The lowest severity that is listed; all are counted. */
  readonly level: Severity
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: Paint
}

/** Colour, passed in so that reporters never look at the terminal. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly info: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
}
