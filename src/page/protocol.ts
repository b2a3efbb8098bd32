import type { RollCall } from '../corpus/roll-call.ts'
import type { Message, Severity } from '../model/finding.ts'
import type { CheckedRecord, FileRecord, SkippedRecord } from '../model/record.ts'
import type { Recheck } from '../recheck/recheck.ts'
import type { KnownPage } from '../records/known-pages.ts'
import type { InputName } from '../records/parse-content.ts'
import type { ReportFormat } from '../report/index.ts'
import type { FileResult } from '../report/report.ts'
import type { Settings } from '../settings.ts'
import type { EngineFiles } from './built-in.ts'
import type { Slice } from './slices.ts'

// What the page and its worker say to each other.

/** A file that was chosen or dropped. */
export interface PageFile extends InputName {
  readonly file: Blob
}

/** What came of all files, compared and in order. */
export interface Results {
  readonly files: readonly FileResult[]
  readonly skipped: readonly SkippedRecord[]
  /** Who filed, where a list of agencies was given. */
  readonly rollCall?: RollCall
}

/** The formats in which a comparison of two rounds is saved. */
export type RecheckFormat = 'xlsx' | 'html' | 'csv' | 'markdown' | 'json'

/** The round before: reports that were saved of it, or what came of its files. */
export type EarlierRound =
  | { readonly saved: readonly PageFile[] }
  | { readonly records: readonly FileRecord[] }

/** What came of what was given, or what is wrong with it. */
export type Outcome<Value> =
  | { readonly value: Value; readonly fault?: never }
  | { readonly fault: Message; readonly value?: never }

/** What a report is made by. */
export interface ReportTerms {
  readonly settings: Settings
  readonly language: 'zh' | 'en'
  /** The lowest severity that is listed. */
  readonly level: Severity
}

export type Question =
  | {
      readonly ask: 'check'
      readonly files: readonly PageFile[]
      readonly settings: Settings
    }
  | { readonly ask: 'finish'; readonly records: readonly FileRecord[]; readonly settings: Settings }
  | {
      readonly ask: 'view'
      readonly file: PageFile
      readonly record: CheckedRecord
      readonly terms: ReportTerms
    }
  | {
      readonly ask: 'export'
      readonly format: ReportFormat | 'worklist'
      readonly results: Results
      /** For reports that draw the filings. */
      readonly files: readonly PageFile[]
      readonly terms: ReportTerms
    }
  /** Answered by an `Outcome<Recheck>`. */
  | {
      readonly ask: 'recheck'
      readonly earlier: EarlierRound
      readonly records: readonly FileRecord[]
      readonly settings: Settings
    }
  | {
      readonly ask: 'export-recheck'
      readonly format: RecheckFormat
      readonly recheck: Recheck
      readonly terms: ReportTerms
    }
  /** Answered by an `Outcome<RollCall>`. */
  | { readonly ask: 'roll-call'; readonly list: PageFile; readonly results: Results }

/** A rule as the page names it. */
export interface RuleName {
  readonly id: string
  readonly severity: Severity
  readonly name: Message
}

/** A question, or some of what belongs to the next one, or what reading scans needs. */
export type Asked =
  | Question
  | { readonly ask: 'more'; readonly slice: Slice }
  /** A page that another worker has read. */
  | { readonly ask: 'know'; readonly page: KnownPage }
  | { readonly ask: 'engine'; readonly files: EngineFiles<Blob> }

export type Said =
  | { readonly is: 'ready'; readonly rules: readonly RuleName[] }
  | { readonly is: 'begun'; readonly path: string }
  | { readonly is: 'checked'; readonly path: string; readonly records: readonly FileRecord[] }
  /** A page of a scan is being read, which takes as long as many files. */
  | { readonly is: 'scanning'; readonly page: number; readonly pages: number }
  /** What was read of it. */
  | { readonly is: 'scanned'; readonly page: KnownPage }
  /** The first scan has come, and the engine is wanted. */
  | { readonly is: 'unequipped' }
  /** Some of the value that comes. */
  | { readonly is: 'more'; readonly slice: Slice }
  | { readonly is: 'done'; readonly value: unknown }
  | { readonly is: 'failed'; readonly reason: string }
