import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairUp, similarity } from '../../src/diff/pair-up.ts'

test.each([
  ['培训人数', '培训人数', 1],
  ['培训人数', '人数', 0.5],
  ['购置图书', '档案整理', 0],
  ['甲', '甲', 1],
  ['甲', '乙', 0],
  ['', '', 1],
  ['aaaa', 'aa', 0.5],
])('%s and %s are %d alike', (a, b, score) => {
  expect(similarity(a, b)).toBe(score)
})

test('likeness is between 0 and 1, and the same both ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const score = similarity(a, b)
      expect(score).toBe(similarity(b, a))
      expect(score >= 0 && score <= 1).toBe(true)
    }),
  )
})

interface Named {
  readonly name: string
  readonly code: string
}

const identity = {
  keys: [({ code, name }: Named) => `${code}\n${name}`, ({ name }: Named) => name],
  group: ({ code }: Named) => code,
  name: ({ name }: Named) => name,
}

const of = (...names: string[]): Named[] =>
  names.map((text) => {
    const [code = '', name = ''] = text.split('/')
    return { code, name }
  })

describe('pairUp', () => {
  const pair = (before: string[], after: string[]) => {
    const show = ({ code, name }: Named): string => `${code}/${name}`
    const { pairs, removed, added } = pairUp(of(...before), of(...after), identity)
    return {
      pairs: pairs.map(({ old, new: now }) => `${show(old)} = ${show(now)}`),
      removed: removed.map(show),
      added: added.map(show),
    }
  }

  test('exact keys come before looser ones', () => {
    expect(pair(['1/甲', '2/甲'], ['2/甲', '3/甲'])).toEqual({
      pairs: ['2/甲 = 2/甲', '1/甲 = 3/甲'],
      removed: [],
      added: [],
    })
  })

  test('twins pair in order', () => {
    expect(pair(['1/甲', '1/甲'], ['1/甲'])).toEqual({ pairs: ['1/甲 = 1/甲'], removed: ['1/甲'], added: [] })
  })

  test('like names pair within a group only, the most alike first', () => {
    expect(pair(['1/农业技术推广'], ['1/农业技术推广费', '1/农业技术推广经费'])).toEqual({
      pairs: ['1/农业技术推广 = 1/农业技术推广费'],
      removed: [],
      added: ['1/农业技术推广经费'],
    })
    expect(pair(['1/农业技术推广'], ['2/农业技术推广费'])).toEqual({
      pairs: [],
      removed: ['1/农业技术推广'],
      added: ['2/农业技术推广费'],
    })
    expect(pair(['1/购置图书'], ['1/整理档案'])).toEqual({
      pairs: [],
      removed: ['1/购置图书'],
      added: ['1/整理档案'],
    })
  })

  const items = fc.array(
    fc.record({
      code: fc.constantFrom('1', '2'),
      name: fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 4 }),
    }),
    { maxLength: 12 },
  )

  test('every item is in one pair or alone', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { pairs, removed, added } = pairUp(before, after, identity)
        expect(new Set([...pairs.map(({ old }) => old), ...removed])).toEqual(new Set(before))
        expect(pairs.length + removed.length).toBe(before.length)
        expect(new Set([...pairs.map((one) => one.new), ...added])).toEqual(new Set(after))
        expect(pairs.length + added.length).toBe(after.length)
      }),
    )
  })

  test('a side has no differences from itself', () => {
    fc.assert(
      fc.property(items, (all) => {
        const { pairs, removed, added } = pairUp(
          all,
          all.map((item) => ({ ...item })),
          identity,
        )
        expect([removed, added]).toEqual([[], []])
        for (const { old, new: now } of pairs) expect(old).toEqual(now)
      }),
    )
  })
})
