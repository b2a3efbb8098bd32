import { expect, test } from 'vitest'
import { parseMeasures } from '../../../src/grammar/quantity/index.ts'
import { HOSTILE_SEEDS } from '../../support/hostile-seeds.ts'

/** Quadratic reading would take minutes; the ratio itself is measured by the bench. */
test.each(HOSTILE_SEEDS)('reads a hundred thousand characters of %j', (seed) => {
  const text = seed.repeat(Math.ceil(100_000 / seed.length))
  const start = performance.now()
  const found = parseMeasures(text)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(found.every(({ span }) => span.end > span.start)).toBe(true)
})
