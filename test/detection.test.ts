import { describe, expect, test } from 'vitest'
import { checkClean, checkLayouts, detect, detectInEvaluations } from './support/detection.ts'
import { EVALUATION_FAULTS } from './support/evaluation-faults.ts'
import { FAULTS } from './support/faults.ts'

/**
 * A small part of what `npm run bench:detection` measures, so that no change loses a kind of fault
 * unseen. Some places are ambiguous by nature (a heading without number that is misspelt), so not
 * every single one has to be found.
 */
describe('faults in made-up filings', () => {
  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s is found', (_name, fault) => {
    const { made, found } = detect(fault, 12)
    expect(made).toBeGreaterThan(5)
    expect(found / made).toBeGreaterThanOrEqual(0.9)
  })
})

describe('faults in made-up self-evaluations', () => {
  test.each(EVALUATION_FAULTS.map((fault) => [fault.name, fault] as const))(
    '%s is found',
    async (_name, fault) => {
      const { made, found } = await detectInEvaluations(fault, 12)
      expect(made).toBeGreaterThan(5)
      expect(found / made).toBeGreaterThanOrEqual(0.9)
    },
  )
})

test('clean filings have no error and no warning, and their trees are read exactly', () => {
  const { filings, withFalseFindings, exactTrees } = checkClean(150)
  expect(withFalseFindings).toBe(0)
  expect(exactTrees).toBe(filings)
})

test.each(checkLayouts(25).map((run) => [run.layout, run] as const))(
  'clean filings of the layout “%s” that are read exactly have no error and no warning',
  (_layout, { falseFindings }) => {
    expect(falseFindings).toEqual([])
  },
)
