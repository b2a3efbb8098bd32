import type { Message } from '../../model/finding.ts'
import type { LongColumn, LongRow } from './long-table.ts'

/** Writes a table row by row into something that takes it away: nothing of a large one is held for long. */
export interface TableWriter {
  readonly write: (row: LongRow) => void
  /** Ends it; what is to be said of what could not be written. */
  readonly finish: () => readonly Message[]
}

export interface WriterOptions {
  /** Takes what is done. */
  readonly take: (content: string | Uint8Array) => void
  readonly columns: readonly LongColumn[]
  /** The name of the sheet. */
  readonly title: string
  /** Headers for people, in Chinese, instead of the names of the columns. */
  readonly isForPeople: boolean
  readonly toolVersion: string
}

/** The first row of a table. */
export const headersOf = ({ columns, isForPeople }: WriterOptions): readonly string[] =>
  columns.map(({ name, title }) => (isForPeople ? title.zh : name))
