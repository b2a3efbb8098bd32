import { expect, test } from 'vitest'
import { scanQuantities } from '../../../src/grammar/quantity/index.ts'
import { SpannedText } from '../../../src/source/spanned-text.ts'

test.each([
  ['88座·月', '座·月', 'other'],
  ['50批·次', '批次', 'times'],
])('%s is of a unit of its own where no list has the product', (text, base, dimension) => {
  const [found] = scanQuantities(SpannedText.ofSource(text, { start: 0, end: text.length }))
  expect(found).toMatchObject({ kind: 'measure', unit: { base, dimension } })
})
