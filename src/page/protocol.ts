import type { Message, Severity } from '../model/finding.ts'
import type { CheckedRecord, FileRecord, SkippedRecord } from '../model/record.ts'
import type { InputName } from '../records/parse-content.ts'
import type { ReportFormat } from '../report/index.ts'
import type { FileResult } from '../report/report.ts'
import type { Settings } from '../settings.ts'

// What the page and its worker say to each other.

/** A file that was chosen or dropped. */
export interface PageFile extends InputName {
  readonly file: Blob
}

/** What came of all files, compared and in order. */
export interface Results {
  readonly files: readonly FileResult[]
  readonly skipped: readonly SkippedRecord[]
}

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

/** A rule as the page names it. */
export interface RuleName {
  readonly id: string
  readonly severity: Severity
  readonly name: Message
}

export type Said =
  | { readonly is: 'ready'; readonly rules: readonly RuleName[] }
  | { readonly is: 'begun'; readonly path: string }
  | { readonly is: 'checked'; readonly path: string; readonly records: readonly FileRecord[] }
  | { readonly is: 'done'; readonly value: unknown }
  | { readonly is: 'failed'; readonly reason: string }
