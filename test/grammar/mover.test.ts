import { expect, test } from 'vitest'
import { rememberPlaced } from '../../src/grammar/mover.ts'
import { scanQuantities } from '../../src/grammar/quantity/index.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

test.each([
  '培训期数 ≥3期',
  '补助标准 500-800元/人·月',
  '满意度较上年提高5%以上',
  '不低于2021年实际值',
  '2022年12月底前完成',
])('what was read in %s stands wherever the text does', (line) => {
  let reads = 0
  const read = (text: SpannedText) => {
    reads += 1
    return scanQuantities(text, { once: true })
  }
  const remembered = rememberPlaced(read, (found, mover) => found.map((each) => mover.quantity(each)))
  const source = `${line}\n`.repeat(4)
  for (let k = 0; k < 4; k += 1) {
    const start = k * (line.length + 1)
    const text = SpannedText.ofSource(source, { start, end: start + line.length })
    expect(remembered(text)).toEqual(scanQuantities(text))
    expect(JSON.stringify(remembered(text))).toBe(JSON.stringify(scanQuantities(text)))
  }
  expect(reads).toBe(2)
})
