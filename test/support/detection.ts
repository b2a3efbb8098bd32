import { check } from '../../src/check.ts'
import { parse } from '../../src/parse.ts'
import { meaning } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { type Fault, type FaultyFiling, makeFaulty } from './faults.ts'
import { makeFiling } from './filing.ts'
import { printTree } from './print-tree.ts'

/** How many faulty filings of a kind were made, and in how many the fault was found in its place. */
export interface Detection {
  readonly fault: string
  readonly rule: string
  readonly made: number
  readonly found: number
  /** Errors and warnings of other rules, by rule: consequences of the fault, or false. */
  readonly others: ReadonlyMap<string, number>
}

/** Puts a fault into `count` filings of different seeds, and looks for it. */
export const detect = (fault: Fault, count: number): Detection => {
  const others = new Map<string, number>()
  let made = 0
  let found = 0
  let rule = ''
  for (let seed = 1; made < count && seed <= count * 8; seed += 1) {
    const filing = makeFaulty(fault, seed)
    if (filing === undefined) continue
    made += 1
    rule = filing.expected.rule
    const source = new Source(filing.text)
    const findings = check(parse(source).disclosure)
    if (findings.some((finding) => isExpected(finding, filing, source))) found += 1
    for (const finding of findings) {
      if (finding.rule === rule || finding.severity === 'info') continue
      others.set(finding.rule, (others.get(finding.rule) ?? 0) + 1)
    }
  }
  return { fault: fault.name, rule, made, found, others }
}

const isExpected = (
  { rule, path, at, related = [] }: ReturnType<typeof check>[number],
  { expected }: FaultyFiling,
  source: Source,
): boolean => {
  if (rule !== expected.rule) return false
  if (expected.project !== undefined && flat(path[0]?.zh ?? '') !== flat(expected.project)) return false
  const wanted = flat(expected.at)
  const covers = (span: Span): boolean => {
    const text = flat(source.text.slice(span.start, span.end))
    return text !== '' && (text.includes(wanted) || wanted.includes(text))
  }
  return [at, ...related.map((other) => other.at)].some(covers)
}

const flat = (text: string): string => meaning(text).replace(/\s/g, '')

/** What clean filings of the seeds 1 to `count` give: false findings, and trees read exactly. */
export interface CleanRun {
  readonly filings: number
  readonly withFalseFindings: number
  readonly falseByRule: ReadonlyMap<string, number>
  readonly exactTrees: number
}

export const checkClean = (count: number): CleanRun => {
  const falseByRule = new Map<string, number>()
  let withFalseFindings = 0
  let exactTrees = 0
  for (let seed = 1; seed <= count; seed += 1) {
    const filing = makeFiling(seed)
    const { disclosure } = parse(new Source(filing.text))
    const wrong = check(disclosure).filter(({ severity }) => severity !== 'info')
    if (wrong.length > 0) withFalseFindings += 1
    for (const { rule } of wrong) falseByRule.set(rule, (falseByRule.get(rule) ?? 0) + 1)
    if (isSameTree(printTree(disclosure), filing.lines)) exactTrees += 1
  }
  return { filings: count, withFalseFindings, falseByRule, exactTrees }
}

const isSameTree = (read: readonly string[], expected: readonly string[]): boolean =>
  [...read].sort().join('\n') === [...expected].sort().join('\n')
