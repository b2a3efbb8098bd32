import type { LayoutId } from '../model/draft.ts'
import { type Language, type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding } from '../model/record.ts'
import type { SavedFile } from './report-schema.ts'
import { SEVERITIES } from './words.ts'

type SavedFinding = SavedFile['findings'][number]
type SavedPlace = Pick<SavedFinding, 'start' | 'end' | 'address' | 'owner'>

/** A message of its text in the language of the report, and of that in the other where it differs. */
type Both = (own: string, other?: string | undefined) => Message

/** The record that a file was saved of. Its text is gone: places have no quotes. */
export const recordOfSaved = (file: SavedFile, language: Language): CheckedRecord => {
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
