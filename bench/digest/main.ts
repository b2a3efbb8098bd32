import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { check, type Document, type Finding, openFile, parseDocument, Source } from '../../src/index.ts'
import { readGrid } from '../../src/read/index.ts'
import { makeFiling } from '../../test/support/filing.ts'
import { LAYOUTS, makeLaidOut } from '../../test/support/filing-layouts.ts'
import { FORMS, makeMadeUp } from '../../test/support/made-up/make-filing.ts'
import { printTree } from '../../test/support/print-tree.ts'

/** One filing to be read and checked: where it belongs, what it is called, and what a reader made of it. */
interface Filing {
  readonly family: string
  readonly name: string
  readonly document: Omit<Document, 'notes'>
}

/** What became of the filings of one family. */
export interface FamilyDigest {
  readonly names: string[]
  /** A few digits of a hash of all findings of each filing, in the order of the names. */
  readonly findings: string[]
  /** The same of its tree. */
  readonly trees: string[]
  /** Findings by rule and severity. */
  readonly rules: Record<string, number>
}

/** Filings of each made-up form, of the single-cell layout and of each other layout of the older generator. */
const [EACH_FORM, SINGLE_CELL, EACH_LAYOUT] = [100, 400, 50]

/** Reads and checks all filings of `fixtures/` below `root` and 2,000 made-up ones. */
export const digestAll = async (root: string): Promise<ReadonlyMap<string, FamilyDigest>> => {
  const families = new Map<string, FamilyDigest>()
  for await (const filing of filingsIn(root)) {
    const known = families.get(filing.family) ?? { names: [], findings: [], trees: [], rules: {} }
    families.set(filing.family, known)
    const { findings, lines, tree } = outcomeOf(filing)
    known.names.push(filing.name)
    known.findings.push(shortHash(lines))
    known.trees.push(shortHash(tree))
    for (const { rule, severity } of findings) {
      const key = `${rule} ${severity}`
      known.rules[key] = (known.rules[key] ?? 0) + 1
    }
  }
  return families
}

/** The findings of one filing and its tree, as lines; `undefined` where there is none of that name. */
export const printFiling = async (root: string, wanted: string): Promise<readonly string[] | undefined> => {
  for await (const filing of filingsIn(root)) {
    if (`${filing.family} ${filing.name}` !== wanted && filing.name !== wanted) continue
    const { lines, tree } = outcomeOf(filing)
    return [...lines, '', ...tree]
  }
  return undefined
}

interface Outcome {
  readonly findings: readonly Finding[]
  readonly lines: readonly string[]
  readonly tree: readonly string[]
}

const outcomeOf = ({ document }: Filing): Outcome => {
  const { disclosure } = parseDocument(document)
  const findings = check(disclosure)
  const lines = findings.map(({ rule, severity, at, message }) => {
    const { line, column } = document.source.position(at.start)
    return `${line}:${column} ${at.start}-${at.end} ${severity} ${rule} ${message.zh} / ${message.en}`
  })
  return { findings, lines, tree: printTree(disclosure) }
}

async function* filingsIn(root: string): AsyncGenerator<Filing> {
  yield* fixturesIn(path.join(root, 'fixtures'))
  for (let seed = 1; seed <= EACH_FORM * FORMS.length; seed += 1) {
    const { form, text } = makeMadeUp(seed)
    yield* opened(`made up: ${form}`, `seed ${seed}`, new TextEncoder().encode(text))
  }
  for (let seed = 1; seed <= SINGLE_CELL; seed += 1) {
    yield { family: 'filing', name: `seed ${seed}`, document: inText(makeFiling(seed).text) }
  }
  for (const layout of LAYOUTS) {
    for (let seed = 1; seed <= EACH_LAYOUT; seed += 1) {
      yield {
        family: `filing: ${layout}`,
        name: `seed ${seed}`,
        document: makeLaidOut(layout, seed).document,
      }
    }
  }
}

const inText = (text: string): Filing['document'] => {
  const source = new Source(text)
  return { ...readGrid(source), source }
}

async function* fixturesIn(folder: string): AsyncGenerator<Filing> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(
      (name) =>
        /(?:^|\/)input\.\w+$/.test(name) ||
        /^real\/.*\.(?:html|md|csv|tsv|txt|xls|xlsx|ods|docx|pdf)$/.test(name),
    )
    .sort()
  for (const name of names) {
    const family = `fixtures/${name.split('/')[0]}`
    yield* opened(family, name, new Uint8Array(readFileSync(path.join(folder, name))))
  }
}

async function* opened(family: string, name: string, bytes: Uint8Array): AsyncGenerator<Filing> {
  const [first] = await openFile(bytes, { isUtf8 })
  if (first?.kind === 'document') yield { family, name, document: first.document }
}

/** Six hexadecimal digits: enough to see a change, and small. */
const shortHash = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 6)
