import { readFileSync } from 'node:fs'
import { check } from '../../src/check.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Span } from '../../src/source/span.ts'
import { parseFrozen, readMarks } from '../../src/test-rule.ts'
import { projectFiling } from './test-rule.ts'

/** One project: its goal, and its indicators as an outline cell, in one line; `⟦…⟧` and `⟨…⟩` mark what contradicts what. */
export interface Pair {
  readonly group: string
  readonly line: string
}

/** Lines of `goal | category: indicator; indicator | …`, under headings that begin with `#`. */
export const readPairs = (file: URL): readonly Pair[] => {
  let group = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Pair[] => {
      if (line.startsWith('# ')) group = line.slice(2)
      return group === '' || !line.includes(' | ') ? [] : [{ group, line }]
    })
}

/** The rules that compare goals and costs with indicators. */
const RULES = new Set([
  'goal-indicator-mismatch',
  'goal-cost-mismatch',
  'cost-exceeds-amount',
  'cost-rate-exceeds-amount',
])

/** Slips of an indicator that explain why it disagrees with the goal, which is then named beside them. */
const SLIPS: ReadonlySet<string> = new Set(['unit-mismatch', 'name-target-mismatch', 'direction-mismatch'])

/** What these rules report of one pair as error or warning, and the places that are marked in it. */
export interface CheckedPair {
  readonly text: string
  readonly places: readonly Span[]
  readonly related: readonly Span[]
  readonly findings: readonly Finding[]
  /** These and the notices, also of what no indicator measures. */
  readonly all: readonly Finding[]
}

export const checkPair = ({ line }: Pair): CheckedPair => {
  const [goal = '', ...parts] = line.split(' | ')
  const columns = new Map(
    parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1).trim()]),
  )
  const amount = columns.get('金额') ?? '9000.00'
  columns.delete('金额')
  const satisfaction = columns.get('满意度')
  if (satisfaction !== undefined) {
    columns.delete('满意度')
    columns.set('服务对象满意度', satisfaction)
  }
  const indicators = Object.fromEntries([...columns].map(([stem, list]) => [stem, list.split('; ')]))
  const table = projectFiling({ goal: `目标1:${goal}`, amount, indicators })
  const { text, places, related } = readMarks(table)
  const all = check(parseFrozen(text)).filter(
    ({ rule, related = [] }) =>
      RULES.has(rule) ||
      rule === 'goal-not-covered' ||
      (SLIPS.has(rule) && related.some(({ at }) => places.some((place) => touches(at, place)))),
  )
  const findings = all.filter(({ severity }) => severity !== 'info')
  return { text, places, related, findings, all }
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether a finding is at a marked number and names a marked value, or the other way round; 控制在5%以内 is marked by its number. */
export const isPlaced = ({ at, related = [] }: Finding, { places, related: values }: CheckedPair): boolean =>
  (places.some((place) => touches(at, place)) &&
    related.some((other) => values.some((value) => holds(other.at, value)))) ||
  (values.some((value) => holds(at, value)) &&
    related.some((other) => places.some((place) => touches(other.at, place))))
