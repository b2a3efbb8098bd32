import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { type Annotated, annotate } from '../../src/annotate/annotate.ts'
import type { Language } from '../../src/model/finding.ts'
import type { CheckedRecord, RecordedFinding } from '../../src/model/record.ts'
import { listArchive, readArchive } from '../../src/read/archive.ts'
import { openFile } from '../../src/read/open.ts'
import { packedBytes, readDirectory } from '../../src/read/zip-directory.ts'
import { checkContent } from '../../src/records/check-content.ts'
import { core } from '../../src/records/core.ts'
import { DEFAULT_LIMITS } from '../../src/records/limits.ts'
import type { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { makeZip } from '../read/zip-maker.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

const READING = { isUtf8: (bytes: Uint8Array): boolean => isUtf8(bytes) }

/** The record of a file, as a check makes it. */
export const checked = async (bytes: Uint8Array): Promise<CheckedRecord> => {
  const order = { path: 'a', isSearched: false, content: { bytes: bytes.slice() }, settings: {} }
  const terms = { ...DEFAULT_LIMITS, encoding: undefined }
  const [record] = await checkContent({ ...order, isCompared: false }, terms, { core, ...READING, hash })
  if (record?.kind !== 'checked') throw new Error(`not checked: ${JSON.stringify(record)}`)
  return record
}

export const annotated = (
  bytes: Uint8Array,
  record: CheckedRecord,
  language: Language = 'zh',
): Promise<Annotated> => annotate(bytes, record, { ...READING, level: 'info', language })

/** The copy of a file; what else becomes of it fails the test. */
export const copyOf = async (bytes: Uint8Array, record: CheckedRecord): Promise<Uint8Array> => {
  const before = bytes.slice()
  const result = await annotated(bytes, record)
  if (result.kind !== 'copy') throw new Error(result.reason.zh)
  expect(bytes).toEqual(before)
  return result.content
}

/** The text of a file as it is read. */
export const sourceOf = async (
  bytes: Uint8Array,
): Promise<{ source: Source; format: CheckedRecord['format'] }> => {
  const [opened] = await openFile(bytes.slice(), READING)
  if (opened?.kind !== 'document') throw new Error(`not read: ${JSON.stringify(opened)}`)
  return { source: opened.document.source, format: opened.document.format }
}

/** A made-up finding: words of the file, the first ones of theirs, or a place with nothing in it. */
export interface About {
  readonly words: string
  readonly says?: string
  readonly others?: readonly string[]
  /** Behind the words, where nothing stands. */
  readonly behind?: boolean
}

/** A record of a file with made-up findings. */
export const recordAbout = async (bytes: Uint8Array, ...abouts: readonly About[]): Promise<CheckedRecord> => {
  const { source, format } = await sourceOf(bytes)
  const placeOf = (words: string, behind = false): RecordedFinding['at'] => {
    const first = source.text.indexOf(words)
    if (first < 0) throw new Error(`not in the text: ${words}`)
    const end = first + words.length
    return placeIn(source, { start: behind ? end : first, end })
  }
  const findings = abouts.map(({ words, says = `“${words}”有误`, others = [], behind = false }, i) => ({
    ...findingAt(placeOf(words, behind), says, i),
    ...(others.length === 0
      ? {}
      : { related: others.map((other) => ({ at: placeOf(other), note: both('另一处') })) }),
  }))
  return recordWith(source, format, findings)
}

/** A record with a finding at each place. */
export const recordAt = async (bytes: Uint8Array, spans: readonly Span[]): Promise<CheckedRecord> => {
  const { source, format } = await sourceOf(bytes)
  const findings = spans.map((span, i) => findingAt(placeIn(source, span), `第${i}处`, i))
  return recordWith(source, format, findings)
}

const both = (words: string) => ({ zh: words, en: `${words} (en)` })

const placeIn = (source: Source, { start, end }: Span): RecordedFinding['at'] => {
  const address = source.address({ start, end })
  return {
    start,
    end,
    from: source.position(start),
    to: source.position(end),
    ...(address === undefined ? {} : { address }),
  }
}

const findingAt = (at: RecordedFinding['at'], says: string, number: number): RecordedFinding => ({
  rule: 'missing-unit',
  category: 'wording',
  severity: 'error',
  message: both(says),
  at,
  fix: both('改正。'),
  path: [],
  fingerprint: `${number}`,
})

const recordWith = (
  source: Source,
  format: CheckedRecord['format'],
  findings: readonly RecordedFinding[],
): CheckedRecord => ({
  kind: 'checked',
  path: 'a',
  format,
  hasLines: source.addresses.length === 0,
  layouts: [],
  confidence: 1,
  scheme: { source: 'found' },
  notes: [],
  size: { projects: 0, goals: 0, indicators: 0 },
  agencies: [],
  projects: [],
  isComplete: true,
  counts: { error: findings.length, warning: 0, info: 0 },
  findings,
})

/** The parts of a package as text. */
export const partsOf = async (bytes: Uint8Array): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await readArchive(bytes)).map(({ name, bytes: part }) => [name, new TextDecoder().decode(part)]),
  )

/** A package with some of its parts changed or added. */
export const edited = async (
  bytes: Uint8Array,
  edits: Readonly<Record<string, string | ((part: string) => string)>>,
): Promise<Uint8Array> => {
  const parts = new Map((await readArchive(bytes)).map(({ name, bytes: part }) => [name, part]))
  for (const [name, edit] of Object.entries(edits)) {
    const old = new TextDecoder().decode(parts.get(name))
    parts.set(name, new TextEncoder().encode(typeof edit === 'string' ? edit : edit(old)))
  }
  return makeZip([...parts].map(([name, data]) => ({ name, data })))
}

/** The names of parts of a package that are not in another as they are, packed byte for byte. */
export const changedParts = async (copy: Uint8Array, original: Uint8Array): Promise<string[]> => {
  const packed = async (bytes: Uint8Array): Promise<Map<string, string>> => {
    const names = (await listArchive(bytes)).map(({ name }) => name)
    const entries = [...readDirectory(bytes).entries()].filter(({ rawName }) => rawName.at(-1) !== 0x2f)
    return new Map(
      entries.map((entry, i) => [names[i] as string, Buffer.from(packedBytes(bytes, entry)).toString('hex')]),
    )
  }
  const [a, b] = [await packed(original), await packed(copy)]
  for (const name of a.keys()) expect(b.has(name), name).toBe(true)
  return [...b].filter(([name, bytes]) => a.get(name) !== bytes).map(([name]) => name)
}
