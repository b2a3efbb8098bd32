import type { RollCall } from '../corpus/roll-call.ts'
import type { Finding, Language, Message, OtherPosition } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding, SkippedRecord } from '../model/record.ts'
import { printableJson } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { headsOf, isAtLeast, isComplete, tallyOf } from './verdict.ts'
import { say } from './words.ts'

/** The version of the shape below; it grows by one when a reader of the old shape would stumble. */
export const SCHEMA_VERSION = 1

/** How each of our JSON documents begins. */
export const madeBy = (version: string) => ({ schemaVersion: SCHEMA_VERSION, tool: { name: 'pbo', version } })

/** For machines: everything there is to say, in a versioned shape (`schema/report.schema.json`). */
export function* jsonPieces(report: Report, options: ReportOptions): Iterable<string> {
  const around = toJson({
    ...headOf(report, options),
    complete: isComplete(report),
    counts: tallyOf(headsOf(report.files)).counts,
    rules: ranIn(report),
    rollCall: report.rollCall && describeRollCall(report.rollCall),
    files: [],
    skipped: (report.skipped ?? []).map((file) => describeSkipped(file, options)),
  })
  if (report.files.length === 0) return yield around
  const at = around.indexOf(NO_FILES) + NO_FILES.length - 1
  yield around.slice(0, at)
  let separator = ''
  for (const file of report.files) {
    yield `${separator}\n    ${toJson(describeFile(file, options)).trimEnd().replaceAll('\n', '\n    ')}`
    separator = ','
  }
  yield `\n  ${around.slice(at)}`
}

const NO_FILES = '\n  "files": []'

/** What stands before all else: the shape, the tool, a digest of its settings, the language of the messages. */
export const headOf = ({ toolVersion, configHash }: Report, { language }: ReportOptions): object => ({
  ...madeBy(toolVersion),
  configHash: configHash?.(),
  language,
})

/** The ids of the rules that ran; reports that name them all can be made of it. */
export const ranIn = ({ ran, rules }: Report): readonly string[] | undefined =>
  ran ?? rules?.map(({ id }) => id).sort()

/** Agencies and files of nobody; what a list doesn't give is left out. */
export const describeRollCall = ({ agencies, strangers }: RollCall): object => ({
  agencies: agencies.map(({ code, name, is, files }) => ({
    ...(code === '' ? {} : { code }),
    ...(name === '' ? {} : { name }),
    status: is,
    files,
  })),
  strangers,
})

/** JSON with an indent of two and a line end, without characters that could act on a terminal. */
export const toJson = (value: unknown): string => `${printableJson(JSON.stringify(value, undefined, 2))}\n`

/** One entry of `skipped`. */
export const describeSkipped = (
  { path, reason, isUnread }: SkippedRecord,
  { language }: Pick<ReportOptions, 'language'>,
): { readonly path: string; readonly reason: string; readonly reasons: Message } => ({
  path,
  reason: say(reason, language),
  reasons: reason,
  ...(isUnread === true ? { unread: true } : {}),
})

/** One entry of `files`: all that is to say about one input. */
export const describeFile = (file: FileResult, options: ReportOptions): object => {
  if (file.kind === 'failed') {
    return {
      path: file.path,
      status: 'failed',
      error: say(file.error, options.language),
      errors: file.error,
    }
  }
  return {
    path: file.path,
    status: 'checked',
    encoding: file.encoding,
    format: file.format,
    layouts: file.layouts,
    scheme: { name: file.scheme.name ?? 'unknown', source: file.scheme.source },
    ...notesOf(file, options.language),
    size: file.size,
    agencies: file.agencies,
    projects: file.projects.map(({ name, agency, isUnsure }) => ({
      name,
      ...(agency < 0 ? {} : { agency }),
      ...(isUnsure === true ? { unsure: true } : {}),
    })),
    counts: file.counts,
    omitted: file.omitted,
    findings: describeFindings(file, options),
  }
}

const notesOf = ({ notes }: CheckedRecord, language: Language): object => {
  const inLanguage = (one: Language): { notes: string[] } => ({ notes: notes.map((note) => say(note, one)) })
  const own = inLanguage(language)
  return { ...own, translated: translationOf(own, inLanguage(otherLanguage(language))) }
}

const describeFindings = ({ findings }: CheckedRecord, { language, level }: ReportOptions): object[] =>
  findings
    .filter(({ severity }) => isAtLeast(severity, level))
    .map((finding) => describeFinding(finding, language))

/** All that there is to say of a finding. */
export const describeFinding = (finding: RecordedFinding, language: Language): object => {
  const words = wordsOf(finding, language)
  const others = wordsOf(finding, otherLanguage(language))
  return {
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    message: say(finding.message, language),
    messages: finding.message,
    data: finding.data ?? {},
    ...endsOf(finding.at),
    address: words.address,
    owner: finding.at.owner,
    path: words.path,
    related: (finding.related ?? []).map(({ at }, i) => ({
      ...endsOf(at),
      owner: at.owner,
      ...words.related[i],
    })),
    elsewhere: finding.elsewhere?.map(({ file, start, end }, i) => ({
      file,
      start: atEnd(start),
      end: atEnd(end),
      ...words.elsewhere?.[i],
    })),
    working: finding.working ?? [],
    because: words.because,
    fix: words.fix,
    translated: translationOf(words, others),
    edits: finding.edits?.map(({ at, text }) => ({ ...endsOf(at), text })),
    fingerprint: finding.fingerprint,
    suppressed: finding.suppressed,
  }
}

const atEnd = ({ line, column, offset }: OtherPosition): OtherPosition => ({ line, column, offset })

/** Both ends of a place as a reader in any language needs them: line, column, code unit, byte. */
const endsOf = ({ start, end, from, to, bytes }: Place): object => ({
  start: { ...from, offset: start, byte: bytes?.start },
  end: { ...to, offset: end, byte: bytes?.end },
})

/** What a finding says in one language, beside its message. */
interface FindingWords {
  readonly path: readonly string[]
  readonly address: string | undefined
  readonly because: string | undefined
  readonly fix: string
  readonly related: readonly PlaceWords[]
  readonly elsewhere: readonly PlaceWords[] | undefined
}

/** What is said of a place. */
interface PlaceWords {
  readonly message: string
  readonly address: string | undefined
}

/** The words of a finding in one language. */
const wordsOf = (finding: Finding<Place>, language: Language): FindingWords => ({
  path: finding.path.map((step) => say(step, language)),
  address: finding.at.address?.[language],
  because: finding.because === undefined ? undefined : say(finding.because, language),
  fix: say(finding.fix, language),
  related: (finding.related ?? []).map(({ at, note }) => ({
    message: say(note, language),
    address: at.address?.[language],
  })),
  elsewhere: finding.elsewhere?.map(({ note, address }) => ({
    message: say(note, language),
    address: address?.[language],
  })),
})

/** Of `words` in another language what differs from `own`; undefined if nothing does. */
const translationOf = <Words extends object>(own: Words, words: Words): Partial<Words> | undefined => {
  const differing = Object.entries(words).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(own[key as keyof Words]),
  )
  return differing.length === 0 ? undefined : (Object.fromEntries(differing) as Partial<Words>)
}

/** The other of the two. */
const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
