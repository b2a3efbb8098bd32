import type { Format } from '../source/format.ts'
import type { Encoding, PlaceName, Position } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { LayoutId } from './draft.ts'
import type { FilingExtract } from './filing-extract.ts'
import { type Finding, type Message, RULE_CRASH, type Severity } from './finding.ts'

/**
 * What is known of one file once it was checked, as one plain JSON value: what the cache keeps, what threads
 * send, what is put away until the report is written, and what all reports are made of. `record-schema.ts` is its
 * schema.
 */
export type FileRecord = CheckedRecord | FailedRecord | SkippedRecord

/** Grows by one when a record changes its shape or its meaning. */
export const RECORD_VERSION = 3

/** One file that was read and checked. */
export interface CheckedRecord {
  readonly kind: 'checked'
  /** As given on the command line or found in a folder, with `/`. */
  readonly path: string
  /** Of its text; missing for formats that are none. */
  readonly encoding?: Encoding
  /** The input format: `text`, `xlsx` … */
  readonly format: Format
  /** Whether its lines are the file's own; if not, its places have addresses. */
  readonly hasLines: boolean
  /** The table layouts, in the order they begin. */
  readonly layouts: readonly LayoutId[]
  /** How sure the least sure reading of its tables is: from 0 to 1. */
  readonly confidence: number
  readonly scheme: SchemeInForce
  /** What was assumed while reading (another encoding than UTF-8, no money unit printed), and what is not listed. */
  readonly notes: readonly Message[]
  readonly size: TreeSize
  /** Whose it is: those that rows or labels name, then the issuer where only the title tells. */
  readonly agencies: readonly FiledAgency[]
  readonly projects: readonly FiledProject[]
  /** Whether every rule ran to its end. */
  readonly isComplete: boolean
  /** The findings below without those that a baseline knows. */
  readonly counts: SeverityCounts
  /** Sorted by position, then rule; no doubles. */
  readonly findings: readonly RecordedFinding[]
  /** How many more were found than are among the findings. */
  readonly omitted?: SeverityCounts
  /** What it is compared with others by. */
  readonly extract?: FilingExtract
}

/** An agency that filed. */
export interface FiledAgency {
  readonly code?: string
  /** As printed, without blanks. */
  readonly name: string
  /** The smallest place that its name, or else the filing's title, names; may be empty. */
  readonly region: string
}

/** A project of a filing. */
export interface FiledProject {
  readonly name: string
  /** Its number among the agencies; -1 where nothing tells whose it is. */
  readonly agency: number
  /** It may have been read wrongly or was cut off: that a rule is silent about it says nothing. */
  readonly isUnsure?: true
}

/** What a place belongs to, by its number among the agencies or projects of the filing. */
export type Owner = { readonly project: number } | { readonly agency: number }

/** One file that could not be checked. */
export interface FailedRecord {
  readonly kind: 'failed'
  readonly path: string
  /** What is wrong, what was expected and what to do. */
  readonly error: Message
  /** pbo itself failed: another time it may not, so that nothing remembers it. */
  readonly isFault?: true
}

/** One file of a folder or an archive that is no filing: it holds no performance-goal table, or is of no format that does. */
export interface SkippedRecord {
  readonly kind: 'skipped'
  readonly path: string
  readonly reason: Message
  /** Nobody looked into it: its name says that it is no filing, or a pattern leaves it out. */
  readonly isUnread?: true
}

/** 新旧两种指标框架. `old`: cost stands under output; `new` (since 2021): cost is a level-1 category. */
export type Scheme = 'old' | 'new'

/** The scheme that a file was checked by, and whether the table says so or the user. */
export interface SchemeInForce {
  /** Missing where nothing tells: rules then ask only for what both schemes ask. */
  readonly name?: Scheme | undefined
  readonly source: 'found' | 'set'
}

/** How much a disclosure holds. */
export interface TreeSize {
  readonly projects: number
  readonly goals: number
  readonly indicators: number
}

export type SeverityCounts = Readonly<Record<Severity, number>>

/** A finding with all that is to be said of its places without the text. */
export interface RecordedFinding extends Finding<Place> {
  /** Tells it from all others of the file, and stays the same while other parts of the file change. */
  readonly fingerprint: string
  /** A baseline knows it: it is not reported again. */
  readonly suppressed?: Suppressed
}

/** Why a finding is not reported again. */
export interface Suppressed {
  /** Why it may stay; empty where nobody said. */
  readonly reason: string
  /** The last day that it is not reported, as `2026-12-31`. */
  readonly expires?: string
}

/** A span of the text, and where that is in the file. */
export interface Place extends Span {
  readonly from: Position
  readonly to: Position
  /** The bytes of the file, where its text is the file decoded. */
  readonly bytes?: Span
  /** In formats without lines. */
  readonly address?: PlaceName
  /** Whose it is; missing where it belongs to the filing as a whole. */
  readonly owner?: Owner
  /** The text around it, where a report may show it. */
  readonly quote?: Quote
}

/** The sentence, line or cell that a place stands in, as it is in the file. */
export interface Quote {
  readonly before: string
  /** The first line of the place, or as much of it as any report shows. */
  readonly marked: string
  readonly after: string
  /** The place has more than is marked. */
  readonly goesOn: boolean
}

/** The findings that are reported: those that no baseline knows. */
export const reportedFindings = ({
  findings,
}: Pick<CheckedRecord, 'findings'>): readonly RecordedFinding[] =>
  findings.every(isReported) ? findings : findings.filter(isReported)

const isReported = ({ suppressed }: RecordedFinding): boolean => suppressed === undefined

/** How many of some findings each severity has. */
export const countBySeverity = (findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** A record with other findings, counted anew. */
export const withFindings = (record: CheckedRecord, findings: readonly RecordedFinding[]): CheckedRecord => ({
  ...record,
  findings,
  counts: countBySeverity(reportedFindings({ findings })),
  isComplete: findings.every(({ rule }) => rule !== RULE_CRASH),
})
