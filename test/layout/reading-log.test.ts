import { expect, test } from 'vitest'
import { withStrayTargets } from '../../src/layout/reading-log.ts'
import type { Leftover, Reading } from '../../src/model/disclosure.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const TEXT = '指标甲 ≥60场 ≥8万人次 100% 第3页 指标乙 ≤5件'

const left = (words: string, reason: Leftover['reason'] = 'column'): Leftover => {
  const start = TEXT.indexOf(words)
  return { text: SpannedText.ofSource(TEXT, { start, end: start + words.length }), reason }
}

const wordsOf = (readings: readonly Reading[]): readonly (readonly string[])[] =>
  readings.map(({ leftovers }) => leftovers.map(({ text }) => text))

test('targets that no indicator has are told, whatever table they stand in, and nothing else', () => {
  const strays = [left('≥8万人次'), left('≤5件', 'unplaced')]
  const others = [
    left('100%'),
    left('第3页', 'label'),
    left('≥60场', 'surrounding'),
    left('≥60场', 'template'),
  ]
  expect(withStrayTargets([], others)).toEqual([])
  expect(wordsOf(withStrayTargets([], [...strays, ...others]))).toEqual([['≥8万人次', '≤5件']])
})

test('a table that has a reading tells its own', () => {
  const known: Reading = {
    span: { start: 0, end: TEXT.indexOf('指标乙') },
    confidence: 0.9,
    inferred: [],
    leftovers: [left('≥60场').text],
  }
  const strays = [left('≥60场'), left('≥8万人次'), left('≤5件')]
  expect(wordsOf(withStrayTargets([known], strays))).toEqual([['≥60场', '≥8万人次'], ['≤5件']])
})
