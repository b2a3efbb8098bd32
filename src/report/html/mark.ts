import type { Finding, Severity } from '../../model/finding.ts'
import type { Span } from '../../source/span.ts'

/** One end of a finding, to be marked where it stands. */
export interface Mark {
  /** The id of the mark in the page. */
  readonly id: string
  /** The number of its finding. */
  readonly number: number
  readonly severity: Severity
  readonly isPrimary: boolean
  readonly at: Span
  /** The id of the finding's card. */
  readonly card: string
  /** The id of the end to go on to, where the finding has several. */
  readonly next: string | undefined
}

/** A listed finding with its number in its filing, from 1. */
export interface NumberedFinding {
  readonly finding: Finding
  readonly number: number
  readonly card: string
  /** The place of the finding first, then its related places in order. */
  readonly marks: readonly [Mark, ...Mark[]]
}

/** Numbers the findings of the filing with the id `filing`, and names all their ends. */
export const numberFindings = (findings: readonly Finding[], filing: string): readonly NumberedFinding[] =>
  findings.map((finding, i) => {
    const number = i + 1
    const card = `${filing}n${number}`
    const primary = `${filing}p${number}`
    const related = (finding.related ?? []).map(({ at }, k) => ({ at, id: `${filing}r${number}-${k + 1}` }))
    const shared = { number, severity: finding.severity, card }
    const marks: [Mark, ...Mark[]] = [
      { ...shared, id: primary, isPrimary: true, at: finding.at, next: related[0]?.id },
      // From any other end back to the place that the finding is about.
      ...related.map(({ id, at }) => ({ ...shared, id, isPrimary: false, at, next: primary })),
    ]
    return { finding, number, card, marks }
  })
