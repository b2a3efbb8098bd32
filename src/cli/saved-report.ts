import { toJson } from '../report/json.ts'
import { countsLine, type LineCounts } from '../report/jsonl.ts'
import { MergeError, mergeJsonLines } from '../report/merge-json-lines.ts'
import { printableJson } from '../report/printable.ts'
import { UsageError } from './usage-error.ts'

/** An object of a saved report. */
export type Json = Readonly<Record<string, unknown>>

/**
 * One report of several as the lines that `--format jsonl` writes, whatever each was written as.
 *
 * @throws UsageError where one isn't a whole report of this version
 */
export const mergeReports = (texts: readonly string[]): string => {
  try {
    return mergeJsonLines(texts.map(toLines).join('\n'))
  } catch (error) {
    if (!(error instanceof MergeError)) throw error
    throw new UsageError({
      zh: `报告第 ${error.line} 行：${error.reason.zh}`,
      en: `line ${error.line} of the report: ${error.reason.en}`,
    })
  }
}

/** Whether a report is one document: its first line is a brace alone. */
export const isDocument = (text: string): boolean => /^\{\s*\n/.test(withoutWrapping(text))

/** What stands around a report: a byte-order mark, and the lines that keep GitHub from obeying it. */
const withoutWrapping = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/^::.*\n/gm, '')
    .trim()

/** A report in lines as the one document that `--format json` writes. */
export const documentOf = (lines: string): string => {
  const [head, ...rest] = parseLines(lines)
  const last = rest.at(-1)
  const files = rest.filter(({ status }) => status === 'checked' || status === 'failed')
  const skipped = rest.filter(({ status }) => status === 'skipped')
  return toJson({
    ...head,
    counts: last?.['counts'],
    rules: last?.['rules'],
    files,
    skipped: skipped.map(({ status: _, ...file }) => file),
  })
}

/** The objects in the lines of a report. */
export const parseLines = (lines: string): readonly Json[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Json)

/** A report in lines is left as it is; a document's files become lines. */
const toLines = (text: string): string => {
  if (!isDocument(text)) return withoutWrapping(text)
  const { files, skipped, counts, rules, ...head } = parseDocument(withoutWrapping(text))
  const checked = listOf(files)
  const others = listOf(skipped)
  return [
    toLine(head),
    ...checked.map(toLine),
    ...others.map(({ path, ...file }) => toLine({ path, status: 'skipped', ...file })),
    countsLine({
      counts: counts as LineCounts['counts'],
      files: checked.length,
      failed: checked.filter(({ status }) => status === 'failed').length,
      skipped: others.length,
      rules: rules as LineCounts['rules'],
    }),
  ].join('')
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])

const toLine = (value: object): string => `${printableJson(JSON.stringify(value))}\n`

const parseDocument = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && 'files' in value) return value as Json
  } catch {
    // Not JSON is one more way of not being a report.
  }
  throw new UsageError({ zh: '不是 pbo 的 json 报告', en: "not a report in pbo's json" })
}
