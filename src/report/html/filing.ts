import { groupBy } from '../../collect.ts'
import type { Message } from '../../model/finding.ts'
import type { CheckedRecord } from '../../model/record.ts'
import { printable } from '../printable.ts'
import type { Original, ReportOptions } from '../report.ts'
import { clean } from '../target-text.ts'
import { listedFindings } from '../verdict.ts'
import { type NumberedFinding, numberFindings } from './mark-painter.ts'
import { PAGE_WORDS } from './page-words.ts'

/** A checked file with its text and tree. */
export type DrawnFile = CheckedRecord & Original

/** A checked file with what the page lists of it. */
export interface Filing {
  /** Begins the ids of everything in it. */
  readonly id: string
  readonly file: DrawnFile
  readonly findings: readonly NumberedFinding[]
}

export const filingOf = (file: DrawnFile, index: number, { level }: ReportOptions): Filing => {
  const id = `f${index + 1}`
  return { id, file, findings: numberFindings(listedFindings(file, level), id) }
}

/** The name a filing goes by: its title, and where it has none its path. */
export const filingName = ({ path, disclosure }: DrawnFile): string =>
  disclosure.title === undefined ? printable(path) : clean(disclosure.title)

/** Findings of one project, or of one row above the projects. */
interface FindingGroup {
  readonly name: Message
  readonly members: readonly NumberedFinding[]
}

/** Findings by the project or row they stand in, in the order of the text. */
export const groupsOf = ({ findings }: Filing): readonly FindingGroup[] => {
  const nameOf = ({ finding }: NumberedFinding): Message => finding.path[0] ?? PAGE_WORDS.wholeTable
  return [...groupBy(findings, (numbered) => nameOf(numbered).zh).values()].map((members) => ({
    name: nameOf(members[0]),
    members,
  }))
}
