import { createHash } from 'node:crypto'
import { digestOf, filingsIn, type KeptFamily, outcomeOf } from '../../test/support/digest.ts'

export { unpacked } from '../../test/support/digest.ts'

/** Reads and checks all filings of `fixtures/` below `root` and 2,000 made-up ones: what is kept of each family. */
export const digestAll = async (root: string): Promise<Readonly<Record<string, KeptFamily>>> => {
  const families = new Map<string, FamilyDigest>()
  for (const filing of filingsIn(root)) {
    const outcome = await outcomeOf(filing)
    if (outcome === undefined) continue
    const known = families.get(filing.family) ?? { names: [], findings: [], trees: [], rules: {} }
    families.set(filing.family, known)
    const [findings, tree] = digestOf(outcome)
    known.names.push(filing.name)
    known.findings.push(findings)
    known.trees.push(tree)
    for (const { rule, severity } of outcome.findings) {
      const key = `${rule} ${severity}`
      known.rules[key] = (known.rules[key] ?? 0) + 1
    }
  }
  return Object.fromEntries([...families].map(([family, digest]) => [family, packed(digest)]))
}

/** The findings of one filing and its tree, as lines; `undefined` where there is none of that name. */
export const printFiling = async (root: string, wanted: string): Promise<readonly string[] | undefined> => {
  const found = filingsIn(root).find(({ family, name }) => `${family} ${name}` === wanted || name === wanted)
  const outcome = found === undefined ? undefined : await outcomeOf(found)
  return outcome === undefined ? undefined : [...outcome.lines, '', ...outcome.tree]
}

/** What became of the filings of one family, in the order of their names. */
interface FamilyDigest {
  readonly names: string[]
  readonly findings: string[]
  readonly trees: string[]
  /** Findings by rule and severity. */
  readonly rules: Record<string, number>
}

const packed = ({ names, findings, trees, rules }: FamilyDigest): KeptFamily => ({
  filings: names.length,
  all: createHash('sha256')
    .update([...findings, ...trees].join())
    .digest('hex')
    .slice(0, 16),
  rules: Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))),
  // Names of seeds in a row need not be kept in full.
  names: names.map((name) => name.replace(/^seed /, '')).join(' '),
  findings: findings.join(''),
  trees: trees.join(''),
})
