import { isUtf8 } from 'node:buffer'
import { check } from '../../src/check.ts'
import type { Finding } from '../../src/model/finding.ts'
import { parse, parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { meaning } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { type EvaluationFault, makeFaultyEvaluation } from './evaluation-faults.ts'
import { type Fault, type FaultyFiling, makeFaulty } from './fault.ts'
import { makeFiling } from './filing.ts'
import { LAYOUTS, type LaidOut, makeLaidOut } from './filing-layouts.ts'
import { printTree } from './print-tree.ts'
import { compareTrees, noTrees, type TreeAccuracy } from './tree-accuracy.ts'

/** How many faulty filings of a kind were made, and in how many the fault was found in its place. */
export interface Detection {
  readonly fault: string
  readonly rule: string
  readonly made: number
  readonly found: number
  /** Errors and warnings beside the expected ones, by rule: consequences of the fault, or false. */
  readonly others: ReadonlyMap<string, number>
  /** Of the filings whose print still says what their tree says. */
  readonly trees: TreeAccuracy
}

/** Puts a fault into `count` filings of different seeds, and looks for it. */
export const detect = (fault: Fault, count: number): Detection => {
  const others = new Map<string, number>()
  const trees = noTrees()
  let made = 0
  let found = 0
  let rule = ''
  for (let seed = 1; made < count && seed <= count * 8; seed += 1) {
    const filing = makeFaulty(fault, seed)
    if (filing === undefined) continue
    made += 1
    rule = filing.expected.rule
    const source = new Source(filing.text)
    const { disclosure } = parse(source)
    const findings = check(disclosure, filing.expected.settings ?? {})
    if (findings.some((finding) => isExpected(finding, filing, source))) found += 1
    for (const finding of findings) {
      if (finding.severity === 'info' || isExpected(finding, filing, source)) continue
      others.set(finding.rule, (others.get(finding.rule) ?? 0) + 1)
    }
    if (fault.change !== undefined) compareTrees(printTree(disclosure), filing.lines, trees)
  }
  return { fault: fault.name, rule, made, found, others, trees }
}

/** Puts a fault into `count` made-up self-evaluations of different seeds, and looks for it. */
export const detectInEvaluations = async (fault: EvaluationFault, count: number): Promise<Detection> => {
  const others = new Map<string, number>()
  let made = 0
  let found = 0
  for (let seed = 1; made < count && seed <= count * 8; seed += 1) {
    const filing = makeFaultyEvaluation(fault, seed)
    if (filing === undefined) continue
    made += 1
    const [opened] = await openFile(new TextEncoder().encode(filing.text), { isUtf8 })
    if (opened?.kind !== 'document') continue
    const { document } = opened
    const findings = check(parseDocument(document).disclosure)
    if (findings.some((finding) => isExpected(finding, filing, document.source))) found += 1
    for (const finding of findings) {
      if (finding.severity === 'info' || isExpected(finding, filing, document.source)) continue
      others.set(finding.rule, (others.get(finding.rule) ?? 0) + 1)
    }
  }
  return { fault: fault.name, rule: fault.rule, made, found, others, trees: noTrees() }
}

const isExpected = (
  { rule, path, at, related = [] }: Finding,
  { expected }: Pick<FaultyFiling, 'expected'>,
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

/** What clean filings of the seeds 1 to `count` give: false findings, notices, and how their trees are read. */
export interface CleanRun {
  readonly filings: number
  readonly withFalseFindings: number
  readonly falseByRule: ReadonlyMap<string, number>
  /** Notices (info) by rule; some of them are right. */
  readonly noticesByRule: ReadonlyMap<string, number>
  readonly exactTrees: number
  readonly trees: TreeAccuracy
}

export const checkClean = (count: number): CleanRun => {
  const falseByRule = new Map<string, number>()
  const noticesByRule = new Map<string, number>()
  const trees = noTrees()
  let withFalseFindings = 0
  let exactTrees = 0
  for (let seed = 1; seed <= count; seed += 1) {
    const filing = makeFiling(seed)
    const { disclosure } = parse(new Source(filing.text))
    const findings = check(disclosure)
    if (findings.some(({ severity }) => severity !== 'info')) withFalseFindings += 1
    for (const { rule, severity } of findings) {
      const counts = severity === 'info' ? noticesByRule : falseByRule
      counts.set(rule, (counts.get(rule) ?? 0) + 1)
    }
    const lines = printTree(disclosure)
    if (isSameTree(lines, filing.lines)) exactTrees += 1
    compareTrees(lines, filing.lines, trees)
  }
  return { filings: count, withFalseFindings, falseByRule, noticesByRule, exactTrees, trees }
}

const isSameTree = (read: readonly string[], expected: readonly string[]): boolean =>
  [...read].sort().join('\n') === [...expected].sort().join('\n')

/** What clean filings of another layout give. */
export interface LayoutRun {
  readonly layout: LaidOut['layout']
  readonly filings: number
  readonly withFalseFindings: number
  /** Errors and warnings of filings that are read exactly, `rule: message`: the rules' own mistakes. */
  readonly falseFindings: readonly string[]
  readonly exactTrees: number
}

/** Checks clean filings of the seeds 1 to `count` in each layout beside the single-cell one. */
export const checkLayouts = (count: number): readonly LayoutRun[] =>
  LAYOUTS.map((layout) => {
    const falseFindings: string[] = []
    let withFalseFindings = 0
    let exactTrees = 0
    for (let seed = 1; seed <= count; seed += 1) {
      const filing = makeLaidOut(layout, seed)
      const disclosure = filing.read()
      const wrong = check(disclosure).filter(({ severity }) => severity !== 'info')
      if (wrong.length > 0) withFalseFindings += 1
      if (filing.difference(disclosure) !== undefined) continue
      exactTrees += 1
      falseFindings.push(...wrong.map(({ rule, message }) => `${rule}: ${message.zh}`))
    }
    return { layout, filings: count, withFalseFindings, falseFindings, exactTrees }
  })

/** How well one rule does over all runs. */
export interface RuleScore {
  readonly rule: string
  readonly kinds: number
  readonly made: number
  readonly found: number
  /** Errors and warnings of the rule where no fault of it is: consequences of other faults, or false. */
  readonly unexpected: number
  readonly notices: number
}

/**
 * Adds the runs up by rule; rules that no fault is for come last.
 *
 * @public called by bench/detection.mjs
 */
export const scoreRules = (
  rules: readonly string[],
  detections: readonly Detection[],
  clean: CleanRun,
): readonly RuleScore[] =>
  rules.map((rule) => {
    const own = detections.filter((detection) => detection.rule === rule)
    const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
    return {
      rule,
      kinds: own.length,
      made: total(own.map(({ made }) => made)),
      found: total(own.map(({ found }) => found)),
      unexpected:
        total(detections.map(({ others }) => others.get(rule) ?? 0)) + (clean.falseByRule.get(rule) ?? 0),
      notices: clean.noticesByRule.get(rule) ?? 0,
    }
  })
