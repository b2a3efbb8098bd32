import type { Message } from '../rules/rule.ts'
import { SCHEMA_VERSION } from './json.ts'
import { countsLine } from './jsonl.ts'
import type { SeverityCounts } from './verdict.ts'

/** Why reports can't be merged; `line` is counted from 1 over all of them. */
export class MergeError extends Error {
  readonly reason: Message
  readonly line: number

  constructor(reason: Message, line: number) {
    super(`line ${line}: ${reason.en}`)
    this.name = 'MergeError'
    this.reason = reason
    this.line = line
  }
}

const REASONS = {
  noEnd: { zh: '报告不完整，缺少最后一行', en: 'the report ends before its last line' },
  noHead: { zh: '此行之前没有报告的首行', en: 'no head of a report stands before this line' },
  schema: { zh: '不认识的 schemaVersion', en: 'an unknown schemaVersion' },
  tool: {
    zh: '与前面的报告不是同一版本的工具、同一配置、同一语言所作',
    en: 'made by another version of the tool, by another configuration or in another language than the reports before',
  },
  shape: { zh: '不是 pbo 的 jsonl 报告中的一行', en: "not a line of pbo's jsonl report" },
} as const satisfies Record<string, Message>

/**
 * One report of several, each whole: what a run over all their files would have written, byte for
 * byte. The files are sorted by path, and their lines are kept as they are.
 *
 * @throws MergeError where a line isn't of such a report, a report was cut short, or two disagree on
 *   the tool or its settings
 */
export const mergeJsonLines = (reports: string): string => {
  const merged: Merged = {
    head: undefined,
    files: [],
    counts: { error: 0, warning: 0, info: 0 },
    rules: undefined,
    open: false,
  }
  const lines = reports.split(/\r?\n/)
  for (const [i, line] of lines.entries()) {
    if (line !== '') takeLine(merged, line, i + 1)
  }
  if (merged.head === undefined || merged.open) {
    throw new MergeError(REASONS.noEnd, lines.length)
  }
  const sorted = merged.files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const skipped = sorted.filter(({ status }) => status === 'skipped')
  const files = sorted.filter(({ status }) => status !== 'skipped')
  const failed = files.filter(({ status }) => status === 'failed').length
  return [
    `${merged.head}\n`,
    ...[...files, ...skipped].map(({ line }) => `${line}\n`),
    countsLine({
      counts: merged.counts,
      files: files.length,
      failed,
      skipped: skipped.length,
      rules: merged.rules && [...merged.rules].sort(),
    }),
  ].join('')
}

interface Merged {
  head: string | undefined
  readonly files: { readonly path: string; readonly status: string; readonly line: string }[]
  readonly counts: { error: number; warning: number; info: number }
  /** Those that ran in any of them. */
  rules: ReadonlySet<string> | undefined
  /** Between a head and its counts. */
  open: boolean
}

const takeLine = (merged: Merged, line: string, number: number): void => {
  const value = readObject(line, number)
  if ('schemaVersion' in value) {
    if (merged.open) throw new MergeError(REASONS.noEnd, number)
    if (value['schemaVersion'] !== SCHEMA_VERSION) throw new MergeError(REASONS.schema, number)
    if (merged.head !== undefined && merged.head !== line) throw new MergeError(REASONS.tool, number)
    merged.head = line
    merged.open = true
  } else if (!merged.open) {
    throw new MergeError(REASONS.noHead, number)
  } else if (typeof value['status'] === 'string' && typeof value['path'] === 'string') {
    merged.files.push({ path: value['path'], status: value['status'], line })
  } else if (isCounts(value['counts'])) {
    for (const severity of ['error', 'warning', 'info'] as const) {
      merged.counts[severity] += value['counts'][severity]
    }
    if (Array.isArray(value['rules'])) merged.rules = new Set([...(merged.rules ?? []), ...value['rules']])
    merged.open = false
  } else {
    throw new MergeError(REASONS.shape, number)
  }
}

const readObject = (line: string, number: number): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Not JSON is one more way of not being an object.
  }
  throw new MergeError(REASONS.shape, number)
}

const isCounts = (value: unknown): value is SeverityCounts =>
  typeof value === 'object' &&
  value !== null &&
  (['error', 'warning', 'info'] as const).every(
    (severity) => typeof (value as Record<string, unknown>)[severity] === 'number',
  )
