import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { check, type Document, type Finding, openFile, parseDocument, Source } from '../../src/index.ts'
import { readGrid } from '../../src/read/index.ts'
import { makeFiling } from './filing.ts'
import { LAYOUTS, makeLaidOut } from './filing-layouts.ts'
import { FORMS, makeMadeUp } from './made-up/make-filing.ts'
import { printTree } from './print-tree.ts'

/** One filing to be read and checked: where it belongs, what it is called, and what a reader makes of it. */
export interface Filing {
  readonly family: string
  readonly name: string
  readonly open: () => Promise<Omit<Document, 'notes'> | undefined>
}

/** What becomes of a filing. */
export interface Outcome {
  readonly findings: readonly Finding[]
  readonly lines: readonly string[]
  readonly tree: readonly string[]
}

/** What is kept of the filings of one family. */
export interface KeptFamily {
  readonly filings: number
  readonly all: string
  readonly rules: Readonly<Record<string, number>>
  readonly names: string
  readonly findings: string
  readonly trees: string
}

/** A few digits of a hash of all findings of a filing, and of its tree. */
export type Digest = readonly [findings: string, tree: string]

/** Filings of each made-up form, of the single-cell layout and of each other layout of the older generator. */
const [EACH_FORM, SINGLE_CELL, EACH_LAYOUT] = [100, 400, 50]

/** All filings of `fixtures/` below `root`, and 2,000 made-up ones. */
export const filingsIn = (root: string): readonly Filing[] => [
  ...fixturesIn(path.join(root, 'fixtures')),
  ...seeds(EACH_FORM * FORMS.length).map((seed) => {
    const { form, text } = makeMadeUp(seed)
    return filing(`made up: ${form}`, seed, () => opened(new TextEncoder().encode(text)))
  }),
  ...seeds(SINGLE_CELL).map((seed) =>
    filing('filing', seed, async () => {
      const source = new Source(makeFiling(seed).text)
      return { ...readGrid(source), source }
    }),
  ),
  ...LAYOUTS.flatMap((layout) =>
    seeds(EACH_LAYOUT).map((seed) =>
      filing(`filing: ${layout}`, seed, async () => makeLaidOut(layout, seed).document),
    ),
  ),
]

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

const filing = (family: string, seed: number, open: Filing['open']): Filing => ({
  family,
  name: `seed ${seed}`,
  open,
})

const fixturesIn = (folder: string): readonly Filing[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(
      (name) =>
        /(?:^|\/)input\.\w+$/.test(name) ||
        /^real\/.*\.(?:html|md|csv|tsv|txt|xls|xlsx|ods|docx|pdf)$/.test(name),
    )
    .sort()
    .map((name) => ({
      family: `fixtures/${name.split('/')[0]}`,
      name,
      open: () => opened(new Uint8Array(readFileSync(path.join(folder, name)))),
    }))

const opened = async (bytes: Uint8Array): ReturnType<Filing['open']> => {
  const [first] = await openFile(bytes, { isUtf8 })
  return first?.kind === 'document' ? first.document : undefined
}

/** Reads and checks a filing; `undefined` where there is nothing to read. */
export const outcomeOf = async ({ open }: Filing): Promise<Outcome | undefined> => {
  const document = await open()
  if (document === undefined) return undefined
  const { disclosure } = parseDocument(document)
  const findings = check(disclosure)
  const lines = findings.map(({ rule, severity, at, message }) => {
    const { line, column } = document.source.position(at.start)
    return `${line}:${column} ${at.start}-${at.end} ${severity} ${rule} ${message.zh} / ${message.en}`
  })
  return { findings, lines, tree: printTree(disclosure) }
}

export const digestOf = ({ lines, tree }: Outcome): Digest => [shortHash(lines), shortHash(tree)]

/** Six hexadecimal digits: enough to see a change, and small. */
const shortHash = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 6)

/** The digests that are kept of a family, by the names of its filings. */
export const unpacked = (kept: KeptFamily | undefined): ReadonlyMap<string, Digest> => {
  const names = kept === undefined ? [] : kept.names.split(' ')
  const part = (text: string | undefined, i: number): string => (text ?? '').slice(6 * i, 6 * i + 6)
  return new Map(
    names.map((name, i) => [
      // Names of seeds in a row are kept as their numbers.
      /^\d+$/.test(name) ? `seed ${name}` : name,
      [part(kept?.findings, i), part(kept?.trees, i)],
    ]),
  )
}
