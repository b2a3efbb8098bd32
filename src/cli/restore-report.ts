import type { PlaceWords } from '../report/finding-words.ts'
import type {
  CheckedFile,
  FileResult,
  Finding,
  OtherPlace,
  Report,
  SkippedFile,
  SuppressedFinding,
} from '../report/report.ts'
import { SEVERITIES } from '../report/words.ts'
import type { Language, Message, Rule, Severity } from '../rules/rule.ts'
import { type PlaceName, type Position, Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { disclosureOf } from './outline.ts'
import {
  languageOf,
  placesIn,
  ranIn,
  type SavedFile,
  type SavedFinding,
  type SavedNote,
  type SavedPlace,
  savedFiles,
  versionOf,
} from './saved-file.ts'
import type { Json } from './saved-report.ts'

/** A report made of what was saved of one. */
export interface RestoredReport {
  readonly report: Report
  /** The lowest level that all findings were saved of. */
  readonly level: Severity
}

/** A file of the report as it stands today, where it still is what was checked. */
export type Original = Pick<CheckedFile, 'source' | 'disclosure' | 'encoded'>

/**
 * The report whose lines these are. Without its originals a file has no text: places are known by line and
 * column only, and reports which quote or draw the filing can't be made of it.
 *
 * @param rules Those that there are; the report names those of them that ran or found something.
 */
export const restoreReport = (
  lines: readonly Json[],
  rules: readonly Rule[],
  originals: ReadonlyMap<string, Original> = new Map(),
): RestoredReport => {
  const saved = savedFiles(lines)
  const ran = ranIn(lines)
  const both = createBoth(languageOf(lines))
  const files = saved.flatMap((file): FileResult[] => {
    if (file.status === 'failed') return [{ kind: 'failed', path: file.path, error: file.errors }]
    if (file.status === 'skipped') return []
    return [restoreFile(file, originals.get(file.path) ?? withoutText(file, both), both)]
  })
  const skipped = saved
    .filter(({ status }) => status === 'skipped')
    .map(({ path, reasons }): SkippedFile => ({ kind: 'skipped', path, reason: reasons }))
  return {
    report: {
      toolVersion: versionOf(lines),
      files,
      skipped,
      rules: rules.filter(
        ({ id }) => ran.has(id) || saved.some(({ findings }) => findings?.some(({ rule }) => rule === id)),
      ),
    },
    level: savedLevel(saved),
  }
}

const same = (text: string): Message => ({ zh: text, en: text })

/** A message of its text in the language of the report, and of that in the other where it differs. */
type Both = (own: string, other: string | undefined) => Message

const createBoth =
  (language: Language): Both =>
  (own, other = own) =>
    language === 'zh' ? { zh: own, en: other } : { zh: other, en: own }

/** A text that is gone: what is left of it are the lines, columns and addresses of some offsets. */
class LostSource extends Source {
  readonly #positions: ReadonlyMap<number, Position>
  readonly #names: ReadonlyMap<number, PlaceName>

  constructor(places: ReturnType<typeof placesIn>, both: Both) {
    const names = new Map<number, PlaceName>()
    for (const { start, address, otherAddress } of places) {
      if (address !== undefined) names.set(start.offset, both(address, otherAddress))
    }
    super(
      '',
      [...names].map(([start, name]) => ({ span: { start, end: start }, name })),
    )
    this.#names = names
    this.#positions = new Map(
      places.flatMap(({ start, end }) => [start, end].map(({ offset, ...at }) => [offset, at] as const)),
    )
  }

  override position(offset: number): Position {
    return this.#positions.get(offset) ?? { line: 1, column: 1 }
  }

  override address({ start }: Span): PlaceName | undefined {
    return this.#names.get(start)
  }
}

const withoutText = (file: SavedFile, both: Both): Original => ({
  source: new LostSource(placesIn(file), both),
  encoded: undefined,
  disclosure: disclosureOf({ span: { start: 0, end: 0 }, agencies: [], projects: [] }),
})

const restoreFile = (file: SavedFile, original: Original, both: Both): CheckedFile => {
  const fingerprints = new Map<Finding, string>()
  const findings: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const saved of file.findings) {
    const finding = findingOf(saved, both)
    fingerprints.set(finding, saved.fingerprint)
    if (saved.suppressed === undefined) findings.push(finding)
    else suppressed.push({ finding, ...saved.suppressed })
  }
  return {
    ...factsOf(file, both),
    ...original,
    findings: [...findings, ...unlisted(file)],
    ...(suppressed.length === 0 ? {} : { suppressed }),
    fingerprints,
  }
}

const factsOf = (
  { path, encoding, format, layouts, size, scheme, notes, translated = {} }: SavedFile,
  both: Both,
): Omit<CheckedFile, keyof Original | 'findings'> => ({
  kind: 'checked',
  path,
  encoding,
  format,
  layouts,
  size,
  scheme: { name: scheme.name === 'unknown' ? undefined : scheme.name, source: scheme.source },
  notes: notes.map((note, i) => both(note, translated.notes?.[i])),
})

const findingOf = (saved: SavedFinding, both: Both): Finding => {
  const { rule, category, severity, messages, data, working, because, fix, path, related, elsewhere } = saved
  const { translated = {} } = saved
  return {
    rule,
    category,
    severity,
    message: messages,
    at: spanOf(saved),
    related: related.map((place, i) => ({
      at: spanOf(place),
      note: both(place.message, translated.related?.[i]?.message),
    })),
    path: path.map((step, i) => both(step, translated.path?.[i])),
    fix: both(fix, translated.fix),
    ...(data === undefined || Object.keys(data).length === 0 ? {} : { data }),
    ...(working === undefined ? {} : { working }),
    ...(because === undefined ? {} : { because: both(because, translated.because) }),
    ...(elsewhere === undefined
      ? {}
      : {
          elsewhere: elsewhere.map((place, i) => otherPlaceOf(place, translated.elsewhere?.[i], both)),
        }),
  }
}

const spanOf = ({ start, end }: SavedPlace): Span => ({ start: start.offset, end: end.offset })

const otherPlaceOf = (
  { file, start, end, address, message }: SavedNote & { readonly file: string },
  other: Partial<PlaceWords> = {},
  both: Both,
): OtherPlace => ({
  file,
  start,
  end,
  note: both(message, other.message),
  ...(address === undefined ? {} : { address: both(address, other.address) }),
})

/** Findings that were counted and not saved: they count again, and are never listed. */
const unlisted = (file: SavedFile): Finding[] =>
  SEVERITIES.flatMap((severity) =>
    Array.from({ length: Math.max(0, file.counts[severity] - countSaved(file, severity)) }, () => ({
      rule: 'unlisted',
      category: 'structure' as const,
      severity,
      message: same(''),
      fix: same(''),
      at: { start: 0, end: 0 },
      path: [],
    })),
  )

/** Those that a baseline knows are not among the counts. */
const countSaved = ({ findings }: SavedFile, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity && finding.suppressed === undefined).length

const savedLevel = (files: readonly SavedFile[]): Severity => {
  const checked = files.filter(({ status }) => status === 'checked')
  const broken = SEVERITIES.findIndex((severity) =>
    checked.some((file) => countSaved(file, severity) < file.counts[severity]),
  )
  return (broken < 0 ? 'info' : SEVERITIES[broken - 1]) ?? 'error'
}
