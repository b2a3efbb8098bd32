import type { Disclosure } from '../model/disclosure.ts'
import type { LayoutId } from '../model/draft.ts'
import type {
  Language,
  Message,
  Problem,
  Rule,
  RuleCategory,
  SchemeInForce,
  Severity,
} from '../rules/rule.ts'
import type { EncodedText } from '../source/byte-offset.ts'
import type { Format } from '../source/format.ts'
import type { Encoding, PlaceName, Position, Source } from '../source/source.ts'

/** A problem with the rule that found it and its place in the tree. */
export interface Finding extends Problem {
  readonly rule: string
  readonly category: RuleCategory
  readonly severity: Severity
  /** What to do: the problem's own advice, else the rule's. */
  readonly fix: Message
  /** From the outside in: project, goal or category, indicator. */
  readonly path: readonly Message[]
  /** Related places in other files. */
  readonly elsewhere?: readonly OtherPlace[]
}

/** A place in another file, which need not be part of the report: all that there is to say of it. */
export interface OtherPlace {
  /** Its path, as files of a report are called. */
  readonly file: string
  readonly start: OtherPosition
  readonly end: OtherPosition
  /** In formats without lines. */
  readonly address?: PlaceName
  readonly note: Message
}

/** A position with its offset, in UTF-16 code units of the other file's text. */
export interface OtherPosition extends Position {
  readonly offset: number
}

/** What is known of one input once it has been read. */
interface KnownFile {
  /** As given on the command line or found in a folder, with `/`. */
  readonly path: string
  readonly source: Source
  /** Of its text; undefined for formats that are none. */
  readonly encoding: Encoding | undefined
  /** How the file was encoded, where `source` is its plain text: tells byte offsets. */
  readonly encoded: EncodedText | undefined
  /** The input format: `text`, `xlsx` … */
  readonly format: Format
  /** The table layouts, in the order they begin. */
  readonly layouts: readonly LayoutId[]
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
  readonly scheme: SchemeInForce
  /** Sorted by position, then rule; no doubles. */
  readonly findings: readonly Finding[]
  /** Findings that a baseline knows, in the same order; they are counted by themselves. */
  readonly suppressed?: readonly SuppressedFinding[]
  /** The names of all findings, suppressed or not, where they are known already. */
  readonly fingerprints?: ReadonlyMap<Finding, string>
  /** Its part of the report, where that was printed before: then nothing else of it is left. */
  readonly printed?: PrintedFile
}

/** What is left of a file that was printed as soon as it was checked. */
export interface PrintedFile {
  readonly text: () => string
  /** How many findings of each severity it has, listed or not. */
  readonly counts: Readonly<Record<Severity, number>>
}

/** A finding that is known and isn't reported again. */
export interface SuppressedFinding {
  readonly finding: Finding
  /** Why it may stay; empty where nobody said. */
  readonly reason: string
  /** The last day that it is not reported, as `2026-12-31`. */
  readonly expires: string | undefined
}

/** One input that could not be checked. */
export interface FailedFile {
  readonly kind: 'failed'
  readonly path: string
  /** What is wrong, what was expected and what to do. */
  readonly error: Message
}

/** One file of a folder or an archive that is no filing: it holds no performance-goal table. */
export interface SkippedFile {
  readonly kind: 'skipped'
  readonly path: string
  readonly reason: Message
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
  /** A digest of the settings that the files were checked by; few reports have it, and to hash takes a while to load. */
  readonly configHash?: () => string
  /** Sorted by path. */
  readonly files: readonly FileResult[]
  /** Files that a search found and that are no filings, sorted by path. */
  readonly skipped?: readonly SkippedFile[]
  /** The rules that ran; where it is missing, a report knows only of those that found something. */
  readonly rules?: readonly Rule[]
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
