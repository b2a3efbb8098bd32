import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeySet, recurring } from '../../src/corpus/key-set.ts'

const keys = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 50 })

test('a key that was added is known', () => {
  fc.assert(
    fc.property(keys, (added) => {
      const set = new KeySet()
      for (const key of added) set.add(key)
      expect(added.filter((key) => !set.has(key))).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('a key that comes more than once is among those that do', () => {
  fc.assert(
    fc.property(keys, (once) => {
      const twice = recurring([...once, ...once])
      expect(once.filter((key) => !twice.has(key))).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('of a hundred thousand keys that come once few are mistaken for others', () => {
  const digests = Array.from({ length: 100_000 }, (_, i) => `${(i * 2654435761) % 2 ** 32}.${i.toString(36)}`)
  const again = recurring(digests)
  expect(digests.filter((key) => again.has(key)).length).toBeLessThan(3000)
})
