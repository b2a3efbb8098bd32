import type { RollCall } from '../corpus/roll-call.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { LayoutId } from '../model/draft.ts'
import type { Language, Message, Severity } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord, SeverityCounts, SkippedRecord } from '../model/record.ts'
import type { Recheck } from '../recheck/recheck.ts'
import type { Rule } from '../rules/rule.ts'
import type { EncodedText } from '../source/byte-offset.ts'
import type { Format } from '../source/format.ts'
import type { Encoding, Source } from '../source/source.ts'

/** One input that was read, to be shown. */
export interface ParsedFile {
  readonly kind: 'parsed'
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
}

/** What came of a file that is a filing, or should be one. */
export type FileResult = CheckedRecord | FailedRecord

/** Of thousands of files the results are put away, and looked at one after the other. */
export interface FileResults extends Iterable<FileResult> {
  readonly length: number
  /** What each comes to, in the same order, where that is at hand. */
  readonly heads?: readonly ResultHead[]
}

/** What a file comes to. */
export interface ResultHead {
  readonly path: string
  /** It could not be checked. */
  readonly isFailed: boolean
  /** Findings that are reported, listed or not. */
  readonly counts: SeverityCounts
  /** Findings that were found and are not among the results. */
  readonly omitted: SeverityCounts
  /** How many findings a baseline knows. */
  readonly suppressed: number
  /** It was read, and every rule ran to its end. */
  readonly isComplete: boolean
}

/** A filing as text and tree, for reports that draw it. */
export type Original = Pick<ParsedFile, 'source' | 'disclosure'>

/** What `pbo show` prints. */
export interface Exhibit {
  readonly toolVersion: string
  /** Sorted by path. */
  readonly files: readonly (ParsedFile | FailedRecord)[]
}

/** Everything a reporter may print. Reporters are pure: (Report, options) → string. */
export interface Report {
  readonly toolVersion: string
  /** A digest of the settings that the files were checked by; few reports have it, and to hash takes a while to load. */
  readonly configHash?: () => string
  /** Sorted by path. */
  readonly files: FileResults
  /** The filings themselves by path, where a report draws them. */
  readonly originals?: ReadonlyMap<string, Original>
  /** Files that a search found and that are no filings, sorted by path. */
  readonly skipped?: readonly SkippedRecord[]
  /** Who filed, of those that were expected to. */
  readonly rollCall?: RollCall
  /** What became of the findings of an earlier round. */
  readonly since?: Recheck
  /** The ids of the rules that ran, of which this version may not know all; by default those below. */
  readonly ran?: readonly string[] | undefined
  /** The rules that ran; where it is missing, a report knows only of those that found something. */
  readonly rules?: readonly Rule[]
}

export interface ReportOptions extends ShowOptions {
  /** The lowest severity that is listed; all are counted. */
  readonly level: Severity
  /** A short digest of a text, the same everywhere and always. */
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
