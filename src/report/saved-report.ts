import type { RollCall } from '../corpus/roll-call.ts'
import type { LayoutId } from '../model/draft.ts'
import { byPath, type Language, type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding, SeverityCounts, SkippedRecord } from '../model/record.ts'
import type { Round } from '../recheck/round.ts'
import { SCHEMA_VERSION } from './json.ts'
import type { FileResult } from './report.ts'
import {
  checkedFileSchema,
  endSchema,
  failedFileSchema,
  headSchema,
  reportSchema,
  type SavedFile,
  skippedFileSchema,
} from './report-schema.ts'
import { headOf, tallyOf } from './verdict.ts'
import { SEVERITIES } from './words.ts'

/** What was saved with `--format json` or `jsonl`, of one run or of several. */
export interface SavedReport {
  readonly toolVersion: string
  readonly configHash: string | undefined
  readonly language: Language
  /** Sorted by path. */
  readonly files: readonly FileResult[]
  readonly skipped: readonly SkippedRecord[]
  /** The ids of the rules that ran in any of them. */
  readonly ran: readonly string[] | undefined
  /** Of one report alone: the roll calls of shards say nothing together. */
  readonly rollCall?: RollCall
}

/** Reports of a hundred thousand files are larger than any of them. */
export const MAX_SAVED_BYTES: number = 480 * 1024 ** 2

/** Why something can't be read as a report. */
export class SavedReportError extends Error {
  readonly reason: Message
  /** Counted from 1; undefined in a report that is one document. */
  readonly line: number | undefined

  constructor(reason: Message, line?: number) {
    super(reason.en)
    this.name = 'SavedReportError'
    this.reason = reason
    this.line = line
  }
}

const REASONS = {
  noEnd: { zh: '报告不完整，缺少最后一行', en: 'the report ends before its last line' },
  noHead: { zh: '此行之前没有报告的首行', en: 'this line has no report header before it' },
  schema: { zh: '不认识的 schemaVersion', en: 'an unknown schemaVersion' },
  tool: {
    zh: '与前面的报告不是同一版本的工具、同一配置、同一语言所作',
    en: 'made by another version of the tool, by another configuration or in another language than the reports before',
  },
  counts: {
    zh: '问题总数与各文件的问题数不符，报告可能已损坏',
    en: 'the counts are not the sum of those of the files; the report may be damaged',
  },
  line: { zh: '不是 pbo 的 jsonl 报告中的一行', en: "not a line of pbo's jsonl report" },
  document: { zh: '不是 pbo 的 json 报告', en: "not a report in pbo's json" },
} as const satisfies Record<string, Message>

type Json = Readonly<Record<string, unknown>>

/** Puts saved reports together, each whole, to what a run over all their files would have reported. */
export class SavedReportReader {
  #head: ReturnType<typeof headSchema.parse> | undefined
  #files: FileResult[] = []
  readonly #skipped: SkippedRecord[] = []
  #ran: ReadonlySet<string> | undefined
  readonly #rollCalls: (RollCall | undefined)[] = []
  /** How many files are of reports that came to their end. */
  #ended = 0
  /** Between a head and its counts. */
  #isOpen = false

  /**
   * Takes a text of one or several reports.
   *
   * @throws SavedReportError where it isn't whole reports of this version, or disagrees with those before
   */
  read(text: string): void {
    const plain = withoutWrapping(text)
    if (isDocument(text)) {
      this.#takeDocument(plain)
      return
    }
    const lines = plain.split(/\r?\n/)
    for (const [i, line] of lines.entries()) {
      if (line === '') continue
      try {
        this.#takeLine(parseObject(line, REASONS.line))
      } catch (error) {
        throw error instanceof SavedReportError ? new SavedReportError(error.reason, i + 1) : error
      }
    }
    if (this.#head === undefined || this.#isOpen) throw new SavedReportError(REASONS.noEnd, lines.length)
  }

  /** What all reports come to. */
  get report(): SavedReport {
    const head = this.#head
    if (head === undefined) throw new SavedReportError(REASONS.noEnd)
    const [rollCall, ...others] = this.#rollCalls
    return {
      toolVersion: head.tool.version,
      configHash: head.configHash,
      language: head.language,
      files: this.#files.sort(byPath),
      skipped: this.#skipped.sort(byPath),
      ran: this.#ran && [...this.#ran].sort(),
      ...(rollCall === undefined || others.length > 0 ? {} : { rollCall }),
    }
  }

  #takeLine(value: Json): void {
    if ('schemaVersion' in value) {
      if (this.#isOpen) throw new SavedReportError(REASONS.noEnd)
      this.#takeHead(value)
      this.#isOpen = true
    } else if (!this.#isOpen) {
      throw new SavedReportError(REASONS.noHead)
    } else if (value['status'] === 'skipped') {
      const { status: _, ...file } = value
      this.#takeSkipped(file)
    } else if ('status' in value) {
      this.#takeFile(value)
    } else if ('counts' in value) {
      this.#takeEnd(valid(endSchema, value))
      this.#isOpen = false
    } else throw new SavedReportError(REASONS.line)
  }

  #takeDocument(text: string): void {
    const value = parseObject(text, REASONS.document)
    const { files, skipped, complete: _, counts, rules, rollCall, ...head } = value
    if (!Array.isArray(files) || !Array.isArray(skipped)) throw new SavedReportError(REASONS.document)
    this.#takeHead(head)
    for (const [i, file] of files.entries()) inPart(`files[${i}]`, () => this.#takeFile(file))
    for (const [i, file] of skipped.entries()) inPart(`skipped[${i}]`, () => this.#takeSkipped(file))
    this.#takeEnd({
      counts: valid(reportSchema.shape.counts, counts),
      rules: valid(reportSchema.shape.rules, rules),
      rollCall: valid(reportSchema.shape.rollCall, rollCall),
    })
  }

  #takeHead(value: Json): void {
    if (value['schemaVersion'] !== SCHEMA_VERSION) throw new SavedReportError(REASONS.schema)
    const head = valid(headSchema, value)
    if (this.#head !== undefined && JSON.stringify(this.#head) !== JSON.stringify(head)) {
      throw new SavedReportError(REASONS.tool)
    }
    this.#head = head
  }

  #takeFile(value: Json): void {
    if (value?.['status'] === 'failed') {
      const { path, errors } = valid(failedFileSchema, value)
      this.#files.push({ kind: 'failed', path, error: errors })
    } else {
      const language = this.#head?.language ?? 'zh'
      this.#files.push(recordOfSaved(valid(checkedFileSchema, value), language))
    }
  }

  #takeSkipped(value: Json): void {
    const { path, reasons, unread } = valid(skippedFileSchema, value)
    this.#skipped.push({ kind: 'skipped', path, reason: reasons, ...(unread ? { isUnread: true } : {}) })
  }

  /** @param counts Of all files since the last head. */
  #takeEnd({ counts, rules, rollCall }: SavedEnd): void {
    const own = tallyOf(this.#files.slice(this.#ended).map(headOf)).counts
    if (SEVERITIES.some((severity) => own[severity] !== counts[severity])) {
      throw new SavedReportError(REASONS.counts)
    }
    this.#ended = this.#files.length
    this.#rollCalls.push(rollCall && rollCallOf(rollCall))
    if (rules !== undefined) this.#ran = new Set([...(this.#ran ?? []), ...rules])
  }
}

interface SavedEnd {
  readonly counts: SeverityCounts
  readonly rules?: readonly string[] | undefined
  readonly rollCall?: (typeof endSchema)['_output']['rollCall']
}

const rollCallOf = ({ agencies, strangers }: NonNullable<SavedEnd['rollCall']>): RollCall => ({
  agencies: agencies.map(({ code = '', name = '', status, files }) => ({ code, name, is: status, files })),
  strangers,
})

/** Whether a report is one document: its first line is a brace alone. */
export const isDocument = (text: string): boolean => /^\{\s*\n/.test(withoutWrapping(text))

/** What stands around a report: a byte-order mark, and the lines that keep GitHub from obeying it. */
const withoutWrapping = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/^::.*\n/gm, '')
    .trim()

const parseObject = (text: string, reason: Message): Json => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch {
    // Not JSON is one more way of not being an object.
  }
  throw new SavedReportError(reason)
}

const valid = <Value>(schema: Schema<Value>, value: unknown): Value => {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data as Value
  const where = nameOfPath(error?.issues[0]?.path ?? [])
  throw new SavedReportError(
    where === ''
      ? REASONS.line
      : {
          zh: `“${where}”缺失或无效，报告可能已损坏`,
          en: `'${where}' is missing or not valid; the report may be damaged`,
        },
  )
}

/** What is needed of a schema. */
interface Schema<Value> {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean
    readonly data?: Value
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }
  }
}

const nameOfPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

/** Says in which part of a document something is wrong. */
const inPart = (part: string, run: () => void): void => {
  try {
    run()
  } catch (error) {
    if (!(error instanceof SavedReportError)) throw error
    const { zh, en } = error.reason
    throw new SavedReportError({ zh: `${part}：${zh}`, en: `${part}: ${en}` })
  }
}

/**
 * A report that was saved with `--format json` or `jsonl`, as a round to compare with.
 *
 * @throws SavedReportError where it doesn't say whose the filings are
 */
export const roundOfSaved = ({ files, ran }: SavedReport): Round => {
  const checked = files.filter((file) => file.kind === 'checked')
  if (checked.some(({ size, projects }) => size.projects > 0 && projects.length === 0)) {
    throw new SavedReportError({
      zh: '由旧版本保存，没有写明单位和项目。请用本版本重新检查并保存',
      en: "saved by an older version, which doesn't say whose the projects are; check again and save with this one",
    })
  }
  const rules = ran === undefined ? undefined : new Set(ran)
  return { files, ranOn: () => rules, level: savedLevel(checked), hasEarlier: true }
}

type SavedFinding = SavedFile['findings'][number]
type SavedPlace = Pick<SavedFinding, 'start' | 'end' | 'address' | 'owner'>

/** A message of its text in the language of the report, and of that in the other where it differs. */
type Both = (own: string, other?: string | undefined) => Message

/** The record that a file was saved of. Its text is gone: places have no quotes. */
const recordOfSaved = (file: SavedFile, language: Language): CheckedRecord => {
  const both: Both = (own, other = own) =>
    language === 'zh' ? { zh: own, en: other } : { zh: other, en: own }
  const { path, encoding, format, layouts, scheme, notes, translated, size, counts } = file
  const { agencies = [], projects = [], omitted } = file
  const findings = file.findings.map((finding) => findingOf(finding, both))
  return {
    kind: 'checked',
    path,
    ...(encoding === undefined ? {} : { encoding }),
    format,
    hasLines: findings.every(({ at, related = [] }) =>
      [at, ...related.map((other) => other.at)].every(({ address }) => address === undefined),
    ),
    layouts: layouts as readonly LayoutId[],
    confidence: 1,
    scheme: { ...(scheme.name === 'unknown' ? {} : { name: scheme.name }), source: scheme.source },
    notes: notes.map((note, i) => both(note, translated?.notes[i])),
    size,
    agencies: agencies as CheckedRecord['agencies'],
    projects: projects.map(({ name, agency = -1, unsure }) => ({
      name,
      agency,
      ...(unsure === undefined ? {} : { isUnsure: unsure }),
    })),
    isComplete: findings.every(({ rule }) => rule !== RULE_CRASH),
    counts,
    findings,
    ...(omitted === undefined ? {} : { omitted }),
  }
}

const findingOf = (saved: SavedFinding, both: Both): RecordedFinding => {
  const { rule, category, severity, messages, data, working, because, fix, path, related, elsewhere } = saved
  const { translated = {}, fingerprint, suppressed, edits } = saved
  return {
    rule,
    category,
    severity,
    message: messages,
    at: placeOf(saved, translated.address, both),
    related: related.map((place, i) => ({
      at: placeOf(place, translated.related?.[i]?.address, both),
      note: both(place.message, translated.related?.[i]?.message),
    })),
    path: path.map((step, i) => both(step, translated.path?.[i])),
    fix: both(fix, translated.fix),
    fingerprint,
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(working.length === 0 ? {} : { working }),
    ...(because === undefined ? {} : { because: both(because, translated.because) }),
    ...(edits === undefined
      ? {}
      : {
          edits: edits.map(({ start, end, text }) => ({
            at: placeOf({ start, end }, undefined, both),
            text,
          })),
        }),
    ...(elsewhere === undefined
      ? {}
      : {
          elsewhere: elsewhere.map(({ file, start, end, address, message }, i) => ({
            file,
            start,
            end,
            ...(address === undefined ? {} : { address: both(address, translated.elsewhere?.[i]?.address) }),
            note: both(message, translated.elsewhere?.[i]?.message),
          })),
        }),
    ...(suppressed === undefined ? {} : { suppressed: suppressed as RecordedFinding['suppressed'] & {} }),
  }
}

const placeOf = (
  { start, end, address, owner }: SavedPlace,
  other: string | undefined,
  both: Both,
): Place => ({
  start: start.offset,
  end: end.offset,
  from: { line: start.line, column: start.column },
  to: { line: end.line, column: end.column },
  ...(start.byte === undefined || end.byte === undefined
    ? {}
    : { bytes: { start: start.byte, end: end.byte } }),
  ...(address === undefined ? {} : { address: both(address, other) }),
  ...(owner === undefined ? {} : { owner }),
})

/** The lowest level that all findings were saved of. */
export const savedLevel = (files: Iterable<Pick<CheckedRecord, 'counts' | 'findings'>>): Severity => {
  const records = [...files]
  const broken = SEVERITIES.findIndex((severity) =>
    records.some(({ counts, findings }) => countReported(findings, severity) < counts[severity]),
  )
  return (broken < 0 ? 'info' : SEVERITIES[broken - 1]) ?? 'error'
}

/** Those that a baseline knows are not among the counts. */
const countReported = (findings: readonly RecordedFinding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity && finding.suppressed === undefined).length
