import type { Message } from '../model/finding.ts'
import type { OpenOptions } from '../read/open.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import type { FileNames } from './file-names.ts'
import type { Template } from './template.ts'

/** What is handed out of a check: files of a folder, for the agencies and for those who review them. */

/** One of the files. */
export interface HandoutFile {
  /** As `FileNames` gave it: its folders, if any, stand in front of it with `/`. */
  readonly name: string
  readonly content: Uint8Array
}

/** The files that were checked, for copies of them. */
export interface CheckedFiles {
  /** The bytes of a file by its path, one in an archive as well; undefined where it can't be read any more. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** How they were read when they were checked. */
  readonly options: OpenOptions
}

/** What the files are made of. */
export interface HandoutTerms {
  readonly report: Report
  readonly options: ReportOptions
  /** All names of the folder come from here. */
  readonly names: FileNames
  readonly files: CheckedFiles
  /** Says what the user should know of the files. */
  readonly tell?: (message: Message) => void
  /** Documents of the bureau's own, in place of ours. */
  readonly templates?: Templates | undefined
}

export type Templates = Readonly<Partial<Record<'notice' | 'review', Template>>>

/** Makes the files one after the other. */
export type Handout = (terms: HandoutTerms) => AsyncIterable<HandoutFile>
