import type { Disclosure, Indicator } from '../model/disclosure.ts'
import { formatInterval, intervalInBase } from '../model/interval.ts'
import type { CheckedRecord, RecordedFinding } from '../model/record.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import type { ParsedFile } from '../report/report.ts'
import type { Settings } from '../settings.ts'
import type { Encoding } from '../source/source.ts'
import { type Checker, type CheckOrder, type CheckTerms, checkFile } from './check-content.ts'
import type { Core } from './core.ts'
import { parseContent } from './parse-content.ts'

/** A file as it would be when what can be mended is mended. */
export interface FixedContent {
  readonly bytes: Uint8Array
  /** As they were. */
  readonly original: Uint8Array
  readonly before: string
  readonly after: string
  /** What was changed. */
  readonly edits: NonNullable<RecordedFinding['edits']>
  /** The rules of the findings that were mended, one for each. */
  readonly rules: readonly string[]
}

/** What fixing looks for beside what is checked: it changes nothing that anyone would have to judge. */
export const TIDYING = 'untidy-text'

/** More trials than these cost more than the fixes are worth. */
const MOST_TRIALS = 60

/**
 * Mends what the findings of a text have edits for, in its own encoding and with all else as it is. The result is read
 * and checked again: a fix after which a rule finds more than before, or the table says something else, is not made.
 *
 * @param known Sets apart what need not be mended: the findings that a baseline knows.
 * @returns Nothing where nothing can be mended.
 */
export const fixContent = async (
  order: CheckOrder,
  terms: CheckTerms,
  checker: Checker,
  known: (record: CheckedRecord) => CheckedRecord = (record) => record,
): Promise<FixedContent | undefined> => {
  const { bytes } = order.content
  const settings = withTidying(order.settings, checker.core)
  const read = async (content: Uint8Array): Promise<Reading | undefined> => {
    const [file, ...others] = await parseContent({ bytes: content }, order, checker, terms)
    if (file?.kind !== 'parsed' || others.length > 0) return undefined
    const record = checkFile(file, { settings, isCompared: false }, checker)
    return record.kind === 'checked' ? { file, record } : undefined
  }
  const before = await read(bytes)
  const encoding = before?.file.encoding
  if (before === undefined || encoding === undefined) return undefined
  const meant = meaningOf(before.file.disclosure)
  let trials = 0
  const isGood = async (fixes: readonly Fix[]): Promise<boolean> => {
    trials += 1
    const after = await read(apply(bytes, fixes, encoding))
    return (
      after?.file.format === before.file.format &&
      !findsMore(before.record, after.record) &&
      meaningOf(after.file.disclosure) === meant
    )
  }
  /** As many of them as go together: all, else those of each half. */
  const select = async (kept: readonly Fix[], fixes: readonly Fix[]): Promise<readonly Fix[]> => {
    const all = [...kept, ...fixes]
    if (fixes.length === 0 || trials >= MOST_TRIALS) return kept
    if (await isGood(all)) return all
    if (fixes.length === 1) return kept
    const half = fixes.length >> 1
    return select(await select(kept, fixes.slice(0, half)), fixes.slice(half))
  }
  const fixes = await select([], fixesOf(known(before.record)))
  if (fixes.length === 0) return undefined
  const fixed = apply(bytes, fixes, encoding)
  const after = await read(fixed)
  return {
    bytes: fixed,
    original: bytes,
    before: before.file.source.text,
    after: after?.file.source.text ?? '',
    edits: fixes.flatMap(({ edits }) => edits),
    rules: fixes.flatMap(({ rules }) => rules),
  }
}

interface Reading {
  readonly file: ParsedFile
  readonly record: CheckedRecord
}

/** Edits that are made together or not at all, and the rules of the findings that they mend. */
interface Fix {
  readonly edits: NonNullable<RecordedFinding['edits']>
  readonly rules: readonly string[]
}

/** The settings with that on, unless they name it or only some rules. */
export const withTidying = (settings: Settings, { rules }: Core): Settings =>
  settings.only !== undefined || !rules.some(({ id }) => id === TIDYING)
    ? settings
    : { ...settings, rules: { [TIDYING]: 'info', ...settings.rules } }

/** Those of findings that share edits are one; of two that change the same place, the first. */
const fixesOf = ({ findings }: CheckedRecord): readonly Fix[] => {
  const fixes = new Map<string, Fix>()
  for (const { rule, edits = [], suppressed } of findings) {
    if (edits.length === 0 || suppressed !== undefined) continue
    const key = JSON.stringify(edits.map(({ at: { start, end }, text }) => [start, end, text]))
    fixes.set(key, { edits, rules: [...(fixes.get(key)?.rules ?? []), rule] })
  }
  const taken: { readonly start: number; readonly end: number }[] = []
  return [...fixes.values()].filter(({ edits }) => {
    const isFree = edits.every(({ at }) =>
      taken.every(({ start, end }) => at.end <= start || end <= at.start),
    )
    if (isFree) taken.push(...edits.map(({ at }) => at))
    return isFree
  })
}

const findsMore = (before: CheckedRecord, after: CheckedRecord): boolean => {
  const count = ({ findings }: CheckedRecord, wanted: string): number =>
    findings.filter(({ rule }) => rule === wanted).length
  return [...new Set(after.findings.map(({ rule }) => rule))].some(
    (rule) => count(after, rule) > count(before, rule),
  )
}

const apply = (bytes: Uint8Array, fixes: readonly Fix[], encoding: Encoding): Uint8Array => {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.at.start - b.at.start)
  const pieces: Uint8Array[] = []
  let done = 0
  for (const { at, text } of edits) {
    const { start, end } = at.bytes ?? { start: done, end: done }
    pieces.push(bytes.subarray(done, start), encode(text, encoding))
    done = end
  }
  pieces.push(bytes.subarray(done))
  const fixed = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    fixed.set(piece, at)
    at += piece.length
  }
  return fixed
}

const encode = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'gb18030') return Uint8Array.from([...text].flatMap(inGb18030))
  const isLittle = encoding === 'utf-16le'
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  )
}

/** What edits write beside ASCII are numbers of lists: of two bytes, or of four (❶). */
const inGb18030 = (character: string): readonly number[] => {
  if (character < '\x80') return [character.charCodeAt(0)]
  const decoder = new TextDecoder('gb18030')
  for (const bytes of sequencesOfGb18030()) {
    if (decoder.decode(Uint8Array.from(bytes)) === character) return bytes
  }
  throw new RangeError(`${character} is none of the basic plane`)
}

function* sequencesOfGb18030(): Generator<readonly number[]> {
  for (const first of range(0x81, 0xfe)) for (const second of range(0x40, 0xfe)) yield [first, second]
  for (const first of range(0x81, 0x84))
    for (const second of range(0x30, 0x39))
      for (const third of range(0x81, 0xfe))
        for (const fourth of range(0x30, 0x39)) yield [first, second, third, fourth]
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** What a table says, but for the numbers of its lists, widths, blanks in a row, and whether a whole may be exceeded. */
const meaningOf = (disclosure: Disclosure): string =>
  JSON.stringify([
    agenciesOf(disclosure).map(({ code, name, amount }) => [
      code?.meaning,
      plain(name.meaning),
      moneyOf(amount),
    ]),
    projectsOf(disclosure).map((project) => [
      plain(project.name.meaning),
      moneyOf(project.amount),
      [...project.funding, ...project.money].map(({ amount }) => moneyOf(amount)),
      project.goals.map(({ text, term }) => [plain(text.meaning), term]),
      indicatorsOf(project).map(({ indicator, categoryId }) => [categoryId, ...saidBy(indicator)]),
    ]),
    disclosure.totals.map(({ amount }) => moneyOf(amount)),
  ])

const saidBy = ({ name, target, actual, weight, score, term }: Indicator): readonly unknown[] => [
  plain(name.meaning),
  targetOf(target),
  actual && targetOf(actual),
  weight && formatInterval(weight.interval),
  score && formatInterval(score.interval),
  term,
]

const targetOf = (target: Indicator['target']): readonly unknown[] => {
  if (target.kind !== 'measured') return [target.kind, plain(target.text.meaning)]
  const { measure, comparator } = target
  const interval = formatInterval(intervalInBase(measure))
  const isWhole = measure.unit?.dimension === 'share' && /^(?:100|\[100, ∞\))$/.test(interval)
  return isWhole ? ['100'] : [interval, comparator, measure.unit?.base, measure.unit?.dimension]
}

const moneyOf = ({ kind, text, ...amount }: Disclosure['totals'][number]['amount']): readonly unknown[] => [
  kind,
  text.meaning,
  'money' in amount ? amount.money.toFixed() : '',
]

const plain = (meaning: string): string => meaning.replace(/\s+/g, ' ')
