import type { FilingExtract } from '../corpus/extract.ts'
import { type PiecewiseFormat, piecewiseLoaders } from '../report/index.ts'
import type { CheckedFile, PrintedFile, ReportOptions } from '../report/report.ts'
import { countFindings, type SeverityCounts } from '../report/verdict.ts'
import { type Language, RULE_CRASH, type Severity } from '../rules/rule.ts'
import { Source } from '../source/source.ts'
import { capFile } from './cap-findings.ts'
import type { ExtractedFile } from './corpus-step.ts'
import { disclosureOf } from './outline.ts'
import { createPaint } from './paint.ts'
import type { Io } from './world.ts'

/** How files are printed as soon as they are checked. Plain data: threads print too. */
export interface PrintTerms {
  readonly format: PiecewiseFormat
  readonly language: Language
  readonly level: Severity
  readonly width: number
  readonly ambiguousWidth: 1 | 2
  readonly isColored: boolean
  readonly isWrapped: boolean
  readonly maxFindings: number
}

/** What is left of a file that was printed; plain data. */
export interface Print {
  readonly text: string
  readonly counts: SeverityCounts
  /** What of it the report leaves out. */
  readonly omitted: SeverityCounts | undefined
}

/** Prints a file; undefined where a report has more to say of it than one format prints. */
export type PrintFile = (file: CheckedFile) => Print | undefined

/** How the report that these files will be part of looks. */
const lookOf = async (
  { language, level, width, ambiguousWidth, isColored, isWrapped }: PrintTerms,
  hash: Io['hash'],
): Promise<ReportOptions> => ({
  language,
  level,
  width,
  ambiguousWidth,
  hash,
  paint: await createPaint(isColored),
  wrap: isWrapped ? (await import('../report/wrap.ts')).wrapText : undefined,
})

export const createPrintFile = async (terms: PrintTerms, hash: Io['hash']): Promise<PrintFile> => {
  const reporter = await piecewiseLoaders[terms.format]()
  const options = await lookOf(terms, hash)
  return (file) => {
    // It makes the whole report incomplete.
    if (file.findings.some(({ rule }) => rule === RULE_CRASH)) return undefined
    const capped = capFile(file, terms.maxFindings)
    return {
      text: reporter.file(capped, options),
      counts: countFindings([capped]),
      omitted: 'omitted' in capped ? capped.omitted : undefined,
    }
  }
}

/** A file of which nothing is left but what was printed, and its extract. */
export const printedFile = (
  path: string,
  printed: PrintedFile,
  omitted: SeverityCounts | undefined,
  extract: FilingExtract | undefined,
): ExtractedFile => {
  const file = { ...EMPTY, path, printed, extract }
  return omitted === undefined ? file : Object.assign(file, { omitted })
}

const NOWHERE = { start: 0, end: 0 }

/** Has all properties, so that thousands of files made of it are each one object without appendages. */
const EMPTY: ExtractedFile = {
  kind: 'checked',
  path: '',
  source: new Source(''),
  encoding: undefined,
  encoded: undefined,
  format: 'text',
  layouts: [],
  notes: [],
  size: { projects: 0, goals: 0, indicators: 0 },
  scheme: { name: undefined, source: 'found' },
  findings: [],
  disclosure: disclosureOf({ span: NOWHERE, agencies: [], projects: [] }),
  printed: { text: () => '', counts: { error: 0, warning: 0, info: 0 } },
  extract: undefined,
}
