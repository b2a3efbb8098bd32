import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Finding } from '../../src/report/report.ts'
import type { Span } from '../../src/source/span.ts'
import { parseFrozen, projectFiling, readMarks } from '../support/test-rule.ts'

/** One project of `pairs/`: its goal, and its indicators as an outline cell. */
interface Pair {
  readonly group: string
  readonly line: string
}

/** Lines of `goal | category: indicator; indicator | …`, under headings that begin with `#`. */
const readPairs = (name: string): readonly Pair[] => {
  const text = readFileSync(new URL(`pairs/${name}.txt`, import.meta.url), 'utf8')
  let group = ''
  return text.split('\n').flatMap((line): Pair[] => {
    if (line.startsWith('# ')) group = line.slice(2)
    return group === '' || !line.includes(' | ') ? [] : [{ group, line }]
  })
}

/** The rules that hold goals and costs against indicators. */
const RULES = new Set([
  'goal-indicator-mismatch',
  'goal-cost-mismatch',
  'cost-exceeds-amount',
  'cost-rate-exceeds-amount',
])

const checkPair = ({ line }: Pair) => {
  const [goal = '', ...parts] = line.split(' | ')
  const columns = new Map(
    parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1).trim()]),
  )
  const amount = columns.get('金额') ?? '9000.00'
  columns.delete('金额')
  const indicators = Object.fromEntries([...columns].map(([stem, list]) => [stem, list.split('; ')]))
  const table = projectFiling({ goal: `目标1:${goal}`, amount, indicators })
  const { text, places, related } = readMarks(table)
  const findings = check(parseFrozen(text)).filter(
    ({ rule, severity }) => RULES.has(rule) && severity !== 'info',
  )
  return { places, related, findings }
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const named = (pairs: readonly Pair[]) => pairs.map((pair) => [pair.group, pair.line, pair] as const)

describe.each(['agreeing', 'unrelated'])('%s goals and indicators', (name) => {
  test.each(named(readPairs(name)))('%s: %s', (_group, _line, pair) => {
    expect(checkPair(pair).findings.map(({ message }) => message.zh)).toEqual([])
  })
})

describe('contradicting goals and indicators', () => {
  test.each(named(readPairs('contradicting')))('%s: %s', (_group, _line, pair) => {
    const { places, related, findings } = checkPair(pair)
    expect(findings.map(({ message }) => message.zh)).toHaveLength(places.length)
    for (const [i, place] of places.entries()) {
      const { at, related: others = [], message } = findings[i] as Finding
      // 控制在5%以内 is marked by its number.
      expect(touches(at, place), message.zh).toBe(true)
      expect(
        others.some((other) => related.some((value) => holds(other.at, value))),
        message.zh,
      ).toBe(true)
    }
  })
})
