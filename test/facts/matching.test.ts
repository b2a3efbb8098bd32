import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { checkPair, isPlaced, type Pair, readPairs } from '../support/pairs.ts'

const pairsIn = (name: string): readonly Pair[] => readPairs(new URL(`pairs/${name}.txt`, import.meta.url))

const saidBy = ({ severity, message, because }: Finding): string =>
  `${severity}: ${message.zh}${because === undefined ? '' : ` (${because.zh})`}`

const named = (pairs: readonly Pair[]) => pairs.map((pair) => [pair.group, pair.line, pair] as const)

describe.each(['agreeing', 'unrelated'])('%s goals and indicators', (name) => {
  test.each(named(pairsIn(name)))('%s: %s', (_group, _line, pair) => {
    expect(checkPair(pair).findings.map(({ message }) => message.zh)).toEqual([])
  })
})

describe('contradicting goals and indicators', () => {
  test.each(named(pairsIn('contradicting')))('%s: %s', (_group, _line, pair) => {
    const checked = checkPair(pair)
    expect(checked.findings.map(({ message }) => message.zh)).toHaveLength(checked.places.length)
    for (const finding of checked.findings) expect(isPlaced(finding, checked), finding.message.zh).toBe(true)
  })
})

test.each(named(pairsIn('deadlines')))('deadlines, %s: %s', (_group, _line, pair) => {
  const checked = checkPair(pair)
  expect(checked.findings.map(({ message }) => message.zh)).toHaveLength(checked.places.length)
  for (const finding of checked.findings) expect(isPlaced(finding, checked), finding.message.zh).toBe(true)
})

/**
 * Wordings that nobody can all foresee: so many contradictions are found, so few innocent pairs accused. What is said of each is
 * kept, so that a change shows.
 */
test('goals and indicators that word one thing in different ways', async () => {
  const checked = pairsIn('varied').map((pair) => ({ pair, ...checkPair(pair) }))
  const contradictions = checked.filter(({ places }) => places.length > 0)
  const missed = contradictions.filter((one) => !one.findings.some((finding) => isPlaced(finding, one)))
  const accused = checked.filter((one) => one.findings.some((finding) => !isPlaced(finding, one)))
  const shown = [...missed, ...accused].map(({ pair }) => pair.line).join('\n')
  expect(missed.length / contradictions.length, shown).toBeLessThanOrEqual(0.05)
  expect(accused.length / checked.length, shown).toBeLessThanOrEqual(0.01)
  const said = checked
    .filter(({ all }) => all.length > 0)
    .map(({ pair, all }) => [pair.line, ...all.map(saidBy)].join('\n  '))
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(resolve('test/facts/pairs/varied-said.txt'))
}, 300_000)
