import { expect, test } from 'vitest'
import { FORMS, makeMadeUp } from './support/made-up/make-filing.ts'
import { TOPICS } from './support/made-up/topics.ts'
import { readBytes } from './support/reading/read-case.ts'
import { scoreReading } from './support/reading/reading-score.ts'

/** Filings that are read in this test; `npm run bench:reading` reads more, and says what fails where. */
const FILINGS = 150

const filings = Array.from({ length: FILINGS }, (_, i) => makeMadeUp(i + 1))

test('the generator makes the same filing of a seed each time, and every form', () => {
  expect(makeMadeUp(7)).toEqual(makeMadeUp(7))
  expect(new Set(filings.map(({ form }) => form))).toEqual(new Set(FORMS))
})

test('its topics and names are many', () => {
  expect(TOPICS.length).toBeGreaterThanOrEqual(60)
  const names = new Set(TOPICS.flatMap(({ counts }) => counts.map(({ name }) => name)))
  expect(names.size).toBeGreaterThanOrEqual(250)
  expect(new Set(TOPICS.map(({ bureau }) => bureau)).size).toBeGreaterThanOrEqual(30)
})

test('a third of the filings has words of its own', () => {
  const own = filings.filter(({ hasOwnWords }) => hasOwnWords).length
  expect(own / FILINGS).toBeGreaterThan(0.25)
  expect(own / FILINGS).toBeLessThan(0.42)
})

test('every value that a filing is said to have is printed in it', () => {
  for (const { text, truth } of filings) {
    const plain = text.replace(/<\/?[a-z][^>]*>|\s|,/g, '').replaceAll('&lt;', '<')
    for (const { goals = [], indicators } of truth.projects) {
      for (const goal of goals) expect(plain).toContain(typeof goal === 'string' ? goal : goal.text)
      for (const { name, value, actual } of indicators) {
        expect(plain).toContain(name)
        expect(plain).toContain(value)
        if (actual) expect(plain).toContain(actual)
      }
    }
  }
})

/**
 * The shares of trees that are read exactly are those of today, rounded down: raise them with the reader.
 */
test('as many trees are read exactly as were before', async () => {
  const exact = { usual: 0, own: 0 }
  const all = { usual: 0, own: 0 }
  for (const { hasOwnWords, text, truth } of filings) {
    const words = hasOwnWords ? 'own' : 'usual'
    const { score } = scoreReading(truth, await readBytes(new TextEncoder().encode(text)))
    all[words] += 1
    exact[words] += score.whole
  }
  expect(exact.usual / all.usual).toBeGreaterThanOrEqual(0.97)
  expect(exact.own / all.own).toBeGreaterThanOrEqual(0.83)
})
