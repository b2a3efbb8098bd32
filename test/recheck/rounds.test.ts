import { describe, expect, test } from 'vitest'
import { recheck } from '../../src/recheck/recheck.ts'
import { makeRound } from '../support/rounds/make-round.ts'
import { account, checkRound, scoreRound } from '../support/rounds/score-round.ts'

/** A small part of what `node bench/recheck.mjs` measures. */
describe('made-up rounds', () => {
  test('are the same of a seed each time, and hold every way of handing in', () => {
    expect(makeRound(5, 6)).toEqual(makeRound(5, 6))
    const names = [1, 2]
      .flatMap((seed) => makeRound(seed).new)
      .map(({ name }) => name.slice(name.lastIndexOf('.') + 1))
    expect(new Set(names)).toEqual(new Set(['txt', 'csv', 'html', 'xlsx', 'xls', 'ods', 'docx', 'pdf']))
  })

  test('get the right status of nearly every finding; none is lost or counted twice', async () => {
    const scores = [await scoreRound(makeRound(101)), await scoreRound(makeRound(102))]
    const sum = (of: 'findings' | 'right' | 'lost' | 'twice'): number =>
      scores.reduce((total, score) => total + score[of], 0)
    expect(sum('findings')).toBeGreaterThan(200)
    expect(
      sum('right') / sum('findings'),
      scores.flatMap(({ mistakes }) => mistakes).join('\n'),
    ).toBeGreaterThanOrEqual(0.99)
    expect([sum('lost'), sum('twice')]).toEqual([0, 0])
    const told = scores.flatMap(({ byStatus }) => [...byStatus.keys()])
    expect(new Set(told)).toEqual(new Set(['mended', 'remaining', 'added', 'unknown']))
  }, 120_000)

  test('compared with themselves have nothing mended and nothing new', async () => {
    const { old, new: now } = makeRound(103, 24)
    for (const files of [old, now]) {
      const [before, after] = [await checkRound(files), await checkRound(files.toReversed())]
      const result = recheck(before, after)
      expect(result.counts).toMatchObject({ mended: 0, added: 0, unknown: 0 })
      expect(account(result, before, after)).toEqual({ lost: 0, twice: 0 })
    }
  })
})
