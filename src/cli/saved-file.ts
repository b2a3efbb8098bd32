import type { FindingWords } from '../report/finding-words.ts'
import type { CheckedFile, Finding, OtherPosition, SuppressedFinding } from '../report/report.ts'
import type { SeverityCounts } from '../report/verdict.ts'
import type { Language, Message } from '../rules/rule.ts'
import type { Source } from '../source/source.ts'
import type { Json } from './saved-report.ts'

/** What a saved report holds, as `--format json` and `jsonl` write it. */

/** Where a saved finding or its related text stands. */
export interface SavedPlace {
  readonly start: OtherPosition
  readonly end: OtherPosition
  readonly address?: string
}

export interface SavedNote extends SavedPlace {
  readonly message: string
}

/** What stands beside the words of a report in the other language, where it differs. */
type Translated = Partial<FindingWords>

export interface SavedFinding
  extends SavedPlace,
    Pick<Finding, 'rule' | 'category' | 'severity' | 'data' | 'working'> {
  readonly messages: Message
  readonly path: readonly string[]
  readonly related: readonly SavedNote[]
  readonly elsewhere?: readonly (SavedNote & { readonly file: string })[]
  readonly because?: string
  readonly fix: string
  readonly translated?: Translated
  readonly fingerprint: string
  /** Why it isn't reported, where a baseline knows it. */
  readonly suppressed?: Omit<SuppressedFinding, 'finding'>
}

/** One file of a saved report. */
export interface SavedFile extends Pick<CheckedFile, 'path' | 'encoding' | 'format' | 'layouts' | 'size'> {
  readonly status: 'checked' | 'failed' | 'skipped'
  readonly errors: Message
  readonly reasons: Message
  readonly scheme: { readonly name: 'old' | 'new' | 'unknown'; readonly source: 'found' | 'set' }
  readonly notes: readonly string[]
  readonly translated?: { readonly notes?: readonly string[] }
  readonly counts: SeverityCounts
  /** Where it was checked. */
  readonly findings: readonly SavedFinding[]
}

/** Of the tool that made the report: its head stands first. */
export const versionOf = ([head]: readonly Json[]): string => {
  const tool = head?.['tool'] as { readonly version?: unknown } | undefined
  return String(tool?.version ?? '')
}

/** The language of its messages. */
export const languageOf = ([head]: readonly Json[]): Language => (head?.['language'] === 'en' ? 'en' : 'zh')

/** The ids of the rules that ran: the counts stand last. */
export const ranIn = (lines: readonly Json[]): ReadonlySet<string> => {
  const rules = lines.at(-1)?.['rules']
  return new Set(Array.isArray(rules) ? rules : [])
}

/** The paths of the files that were checked. */
export const checkedPaths = (lines: readonly Json[]): readonly string[] =>
  savedFiles(lines).flatMap(({ status, path }) => (status === 'checked' ? [path] : []))

/** Whether every saved place is on the same line and in the same column in `source`. */
export const fits = (source: Source, path: string, lines: readonly Json[]): boolean => {
  const isThere = ({ line, column, offset }: OtherPosition): boolean => {
    const found = source.position(offset)
    return offset <= source.text.length && found.line === line && found.column === column
  }
  return savedFiles(lines).every(
    (file) => file.path !== path || placesIn(file).every(({ start, end }) => isThere(start) && isThere(end)),
  )
}

/** All files of a report. */
export const savedFiles = (lines: readonly Json[]): readonly SavedFile[] =>
  lines.filter((line) => typeof line['status'] === 'string') as unknown as readonly SavedFile[]

/** All places in a file's own text, with their addresses in the other language. */
export const placesIn = ({
  findings,
}: SavedFile): readonly (SavedPlace & { readonly otherAddress: string | undefined })[] =>
  findings.flatMap((finding) => {
    const { related, translated = {} } = finding
    return [
      { ...finding, otherAddress: translated.address },
      ...related.map((place, i) => ({ ...place, otherAddress: translated.related?.[i]?.address })),
    ]
  })
