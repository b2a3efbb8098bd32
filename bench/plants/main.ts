import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  check,
  type Disclosure,
  type Finding,
  openFile,
  parseDocument,
  type Source,
} from '../../src/index.ts'
import { Random } from '../../test/support/random.ts'
import type { Fault, FaultKind } from './fault.ts'
import { KINDS } from './kinds.ts'

/** What became of the faults of one kind. */
export interface KindResult {
  readonly kind: string
  readonly rules: readonly string[]
  readonly planted: number
  /** Told by one of its rules at its place, or elsewhere. */
  readonly placed: number
  readonly elsewhere: number
  /** Beside which a rule spoke that has nothing to do with them. */
  readonly besides: number
  /** One line for each fault that was not placed, or that another rule spoke beside. */
  readonly mistakes: readonly string[]
}

interface Checked {
  readonly disclosure: Disclosure
  readonly findings: readonly Finding[]
  readonly source: Source
}

/** Puts faults of every kind into the filings of `fixtures/real` that are text, at most one of a kind into each and `most` in all. */
export const plantAll = async (root: string, most: number): Promise<readonly KindResult[]> => {
  const filings = await filingsIn(path.join(root, 'fixtures/real'))
  const results: KindResult[] = []
  for (const kind of KINDS) results.push(await plantKind(kind, filings, most))
  return results
}

interface ReadFiling extends Checked {
  readonly name: string
}

const filingsIn = async (folder: string): Promise<readonly ReadFiling[]> => {
  const filings: ReadFiling[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:html|md|csv|tsv|txt)$/.test(name) || name === 'README.md') continue
    const bytes = readFileSync(path.join(folder, name))
    const checked = isUtf8(bytes) ? await checkText(bytes.toString('utf8')) : undefined
    if (checked !== undefined) filings.push({ name, ...checked })
  }
  return filings
}

const checkText = async (text: string): Promise<Checked | undefined> => {
  const [first] = await openFile(new TextEncoder().encode(text), { isUtf8 })
  if (first?.kind !== 'document') return undefined
  const { disclosure } = parseDocument(first.document)
  return { disclosure, findings: check(disclosure), source: first.document.source }
}

const plantKind = async (
  kind: FaultKind,
  filings: readonly ReadFiling[],
  most: number,
): Promise<KindResult> => {
  const random = new Random(7)
  const faults = filings.flatMap((filing): readonly (readonly [ReadFiling, Fault])[] => {
    const places = [...kind.places({ disclosure: filing.disclosure, text: filing.source.text })]
    return places.length === 0 ? [] : [[filing, random.pick(places)]]
  })
  const sample = random.sample(faults, most)
  const counts = { placed: 0, elsewhere: 0, missed: 0 }
  const mistakes: string[] = []
  let besides = 0
  for (const [filing, fault] of sample) {
    const { outcome, others } = await plant(kind, filing, fault)
    counts[outcome] += 1
    if (others.length > 0) besides += 1
    if (outcome === 'placed' && others.length === 0) continue
    const [{ at, text } = { at: fault.near, text: '' }] = fault.changes
    const { line } = filing.source.position(at.start)
    const was = filing.source.text.slice(at.start, at.end)
    mistakes.push(
      [`${outcome}: ${kind.name} · ${filing.name}:${line} ${was} → ${text}`, ...others].join('\n    '),
    )
  }
  const { placed, elsewhere } = counts
  return { kind: kind.name, rules: kind.rules, planted: sample.length, placed, elsewhere, besides, mistakes }
}

interface Planted {
  readonly outcome: 'placed' | 'elsewhere' | 'missed'
  /** What rules said that have nothing to do with it. */
  readonly others: readonly string[]
}

const plant = async (kind: FaultKind, filing: ReadFiling, { changes, near }: Fault): Promise<Planted> => {
  let { text } = filing.source
  for (const { at, text: by } of changes.toSorted((a, b) => b.at.start - a.at.start))
    text = `${text.slice(0, at.start)}${by}${text.slice(at.end)}`
  const checked = await checkText(text)
  if (checked === undefined) return { outcome: 'missed', others: [] }
  const before = new Set(filing.findings.map(wordsOf))
  const said = checked.findings.filter((finding) => !before.has(wordsOf(finding)))
  const own = said.filter(({ rule }) => kind.rules.includes(rule))
  const end = near.end + Math.max(0, text.length - filing.source.text.length) + 1
  const isNear = ({ at, related = [] }: Finding): boolean =>
    [at, ...related.map((place) => place.at)].some((place) => place.start <= end && place.end >= near.start)
  const others = said.filter(
    ({ rule, severity }) =>
      severity !== 'info' && !kind.rules.includes(rule) && kind.besides?.includes(rule) !== true,
  )
  return {
    outcome: own.some(isNear) ? 'placed' : own.length > 0 ? 'elsewhere' : 'missed',
    others: others.map(({ rule, message }) => `${rule}: ${message.en}`),
  }
}

const wordsOf = ({ rule, message }: Finding): string => `${rule} ${message.en}`
