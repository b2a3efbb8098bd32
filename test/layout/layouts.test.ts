import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { markupOf, uncoveredBy } from '../support/coverage.ts'
import { LAYOUTS, makeLaidOut } from '../support/filing-layouts.ts'
import { brokenLaws } from '../support/laws.ts'
import { sampleOf } from '../support/sample.ts'

const SEEDS = sampleOf(Array.from({ length: 240 }, (_, i) => i + 1))

/** A table may do without a column of amounts; the rules say that sums can't be checked then. */
const EXPECTED = new Set(['missing-column'])

/**
 * The same made-up filings in every layout: as text in which the places under merged cells are blank, printed
 * again or left out, and as cells with real merges.
 */
describe.each(LAYOUTS.map((layout) => [layout] as const))('made-up filings in “%s”', (layout) => {
  const all = SEEDS.map((seed) => {
    const filing = makeLaidOut(layout, seed)
    return { seed, ...filing, disclosure: filing.read() }
  })

  test('are read as what they say', () => {
    for (const { seed, print, disclosure, difference } of all)
      expect(difference(disclosure), `seed ${seed}, ${print}`).toBeUndefined()
  })

  test('give no error and no warning', () => {
    for (const { seed, print, disclosure } of all) {
      const findings = check(disclosure).filter(
        ({ rule, severity }) => severity !== 'info' && !EXPECTED.has(rule),
      )
      expect(
        findings.map(({ rule, message }) => `${rule} ${message.zh}`),
        `seed ${seed}, ${print}`,
      ).toEqual([])
    }
  })

  test('are accounted for to the last character', () => {
    for (const { seed, print, source, document, disclosure } of all)
      expect(uncoveredBy(disclosure, source.text, markupOf(document.grid)), `seed ${seed}, ${print}`).toEqual(
        [],
      )
  })

  test('have nodes inside their parents and in order', () => {
    for (const { seed, print, source, disclosure } of all)
      expect(brokenLaws(disclosure, source.text.length), `seed ${seed}, ${print}`).toEqual([])
  })

  test('leave nothing that the grammar has no place for', () => {
    for (const { seed, print, disclosure } of all) {
      const { leftovers } = disclosure
      expect(
        leftovers.filter(({ reason }) => reason === 'unplaced').map(({ text }) => text.text),
        `seed ${seed}, ${print}`,
      ).toEqual([])
    }
  })
})
