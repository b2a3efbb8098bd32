import type { Format } from '../source/format.ts'
import type { Encoding, PlaceName, Position } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { LayoutId } from './draft.ts'
import type { FilingExtract } from './filing-extract.ts'
import { type Finding, type Message, RULE_CRASH, type Severity } from './finding.ts'

/**
 * Everything known about one file after it was checked, as one plain JSON value: the cache keeps it, threads send it,
 * it is stored until the report is written, and all reports are made from it. `record-schema.ts` is its schema.
 */
export type FileRecord = CheckedRecord | FailedRecord | SkippedRecord

/** Incremented whenever the shape or the meaning of a record changes. */
export const RECORD_VERSION = 3

/** One file that was read and checked. */
export interface CheckedRecord {
  readonly kind: 'checked'
  /** As given on the command line or found in a folder, with `/`. */
  readonly path: string
  /** The encoding of its text; missing for formats that are not text. */
  readonly encoding?: Encoding
  /** The input format: `text`, `xlsx` … */
  readonly format: Format
  /** Whether its lines are lines of the file; if not, its places have addresses. */
  readonly hasLines: boolean
  /** The table layouts, in the order in which they first occur. */
  readonly layouts: readonly LayoutId[]
  /** The confidence of the least certain reading among its tables, from 0 to 1. */
  readonly confidence: number
  readonly scheme: SchemeInForce
  /** What was assumed while reading (another encoding than UTF-8, no money unit printed), and what is not listed. */
  readonly notes: readonly Message[]
  readonly size: TreeSize
  /** The agencies it belongs to: those named in rows or labels or, if only the title names one, the issuer. */
  readonly agencies: readonly FiledAgency[]
  readonly projects: readonly FiledProject[]
  /** Whether every rule ran to completion. */
  readonly isComplete: boolean
  /** Counts of the findings below, without those in a baseline. */
  readonly counts: SeverityCounts
  /** Sorted by position, then rule; no duplicates. */
  readonly findings: readonly RecordedFinding[]
  /** How many more findings there were than are listed in `findings`. */
  readonly omitted?: SeverityCounts
  /** The data by which it is compared with other filings. */
  readonly extract?: FilingExtract
}

/** An agency that filed. */
export interface FiledAgency {
  readonly code?: string
  /** As printed, without spaces. */
  readonly name: string
  /** The smallest place named in its name or, failing that, in the filing's title; may be empty. */
  readonly region: string
}

/** A project of a filing. */
export interface FiledProject {
  readonly name: string
  /** The index of its agency in `agencies`; -1 if nothing shows which agency it belongs to. */
  readonly agency: number
  /** It may have been misread or cut off: the absence of findings on it means nothing. */
  readonly isUnsure?: true
}

/** The project or agency that a place belongs to, by its index in the filing. */
export type Owner = { readonly project: number } | { readonly agency: number }

/** One file that could not be checked. */
export interface FailedRecord {
  readonly kind: 'failed'
  readonly path: string
  /** What is wrong, what was expected and what to do. */
  readonly error: Message
  /** pbo itself failed. The next run may succeed, so this is never cached. */
  readonly isFault?: true
}

/** One file of a folder or an archive that is not a filing: it has no performance-goal table, or its format cannot hold one. */
export interface SkippedRecord {
  readonly kind: 'skipped'
  readonly path: string
  readonly reason: Message
  /** It was not opened: its name shows that it is not a filing, or a pattern excludes it. */
  readonly isUnread?: true
}

/** 新旧两种指标框架. `old`: cost is a level-2 category under output; `new` (since 2021): cost is a level-1 category. */
export type Scheme = 'old' | 'new'

/** The scheme that a file was checked against, and whether it was found in the table or set by the user. */
export interface SchemeInForce {
  /** Missing if nothing shows the scheme: rules then require only what both schemes require. */
  readonly name?: Scheme | undefined
  readonly source: 'found' | 'set'
}

/** The size of a disclosure. */
export interface TreeSize {
  readonly projects: number
  readonly goals: number
  readonly indicators: number
}

export type SeverityCounts = Readonly<Record<Severity, number>>

/** A finding with everything needed to describe its places without the text. */
export interface RecordedFinding extends Finding<Place> {
  /** Identifies the finding within the file, and stays the same while other parts of the file change. */
  readonly fingerprint: string
  /** Set if the finding is in a baseline and so not reported again. */
  readonly suppressed?: Suppressed
}

/** Why a finding is not reported again. */
export interface Suppressed {
  /** Why the problem may stay; empty if no reason was given. */
  readonly reason: string
  /** The last day on which it is not reported, in the form `2026-12-31`. */
  readonly expires?: string
}

/** A span of the text and its position in the file. */
export interface Place extends Span {
  readonly from: Position
  readonly to: Position
  /** The byte range in the file, if the text is the decoded file. */
  readonly bytes?: Span
  /** In formats without lines. */
  readonly address?: PlaceName
  /** The project or agency it belongs to; missing if it belongs to the filing as a whole. */
  readonly owner?: Owner
  /** The text around it, where a report may show it. */
  readonly quote?: Quote
}

/** The sentence, line or cell around a place, verbatim. */
export interface Quote {
  readonly before: string
  /** The first line of the place, or as much of that line as any report shows. */
  readonly marked: string
  readonly after: string
  /** Whether the place continues beyond `marked`. */
  readonly goesOn: boolean
}

/** The findings that are reported: those not in a baseline. */
export const reportedFindings = ({
  findings,
}: Pick<CheckedRecord, 'findings'>): readonly RecordedFinding[] =>
  findings.every(isReported) ? findings : findings.filter(isReported)

const isReported = ({ suppressed }: RecordedFinding): boolean => suppressed === undefined

/** The number of findings of each severity. */
export const countBySeverity = (findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The record with other findings, and its counts updated. */
export const withFindings = (record: CheckedRecord, findings: readonly RecordedFinding[]): CheckedRecord => ({
  ...record,
  findings,
  counts: countBySeverity(reportedFindings({ findings })),
  isComplete: findings.every(({ rule }) => rule !== RULE_CRASH),
})
