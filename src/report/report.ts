import type { Disclosure } from '../model/disclosure.ts'
import type { Language, Message, Problem, RuleCategory, Severity } from '../rules/rule.ts'
import type { EncodedText } from '../source/byte-offset.ts'
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

/** What is known of one input once it has been read. */
interface KnownFile {
  /** As given on the command line or found in a folder, with `/`. */
  readonly path: string
  readonly source: Source
  readonly encoding: Encoding
  /** The file's bytes, where `source` is their plain text: tells byte offsets. */
  readonly encoded: EncodedText | undefined
  readonly format: string
  readonly layout: string
  /** What was assumed while reading (another encoding than UTF-8, no money unit printed). */
  readonly notes: readonly Message[]
  readonly disclosure: Disclosure
  /** Counts of the tree, for the verdict line. */
  readonly size: TreeSize
}

/** How much a disclosure holds. */
export interface TreeSize {
  readonly projects: number
  readonly goals: number
  readonly indicators: number
}

/** One input that was read, to be shown. */
export interface ParsedFile extends KnownFile {
  readonly kind: 'parsed'
}

/** One input that was read and checked. */
export interface CheckedFile extends KnownFile {
  readonly kind: 'checked'
  /** Sorted by position, then rule; no doubles. */
  readonly findings: readonly Finding[]
}

/** One input that could not be checked. */
export interface FailedFile {
  readonly kind: 'failed'
  readonly path: string
  /** What is wrong, what was expected and what to do. */
  readonly error: Message
}

export type FileResult = CheckedFile | FailedFile

/** What `pbo show` prints. */
export interface Exhibit {
  readonly toolVersion: string
  /** Sorted by path. */
  readonly files: readonly (ParsedFile | FailedFile)[]
}

/** Everything a reporter may print. Reporters are pure: (Report, options) → string. */
export interface Report {
  readonly toolVersion: string
  /** Sorted by path. */
  readonly files: readonly FileResult[]
}

export interface ReportOptions extends ShowOptions {
  /** The lowest severity that is listed; all are counted. */
  readonly level: Severity
  /** A short digest of a text, the same everywhere and always; for fingerprints. */
  readonly hash: (text: string) => string
  /** Breaks sentences to the terminal; without it they stay whole, as `grep` and files want them. */
  readonly wrap:
    | ((text: string, width: number, ambiguousWidth: AmbiguousWidth) => readonly string[])
    | undefined
}

export interface ShowOptions {
  readonly language: Language
  /** Columns of the terminal. */
  readonly width: number
  /** Columns that `“ ” ≥ ①` take: 1, but 2 in some Chinese terminals and fonts. */
  readonly ambiguousWidth: AmbiguousWidth
  readonly paint: Paint
}

export type AmbiguousWidth = 1 | 2

/** Colour, passed in so that reporters never look at the terminal. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly info: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
}
