import { expect, test } from 'vitest'
import { mayHaveTwoNumbers } from '../../../src/grammar/quantity/index.ts'

test.each([
  ['培训人数≥40人,培训期数≥3期', true],
  ['培训三期,人均补助3.25万元', true],
  ['補助兩期,費用52.1萬元', true],
  ['比上年提高5.5%', true],
  ['半年支出3.25万元', true],
  ['受益数万人,支出3.25万元', true],
  ['百分之百到位,支出3.25万元', true],
  ['1.1.2新增馆藏图书', true],
  ['补助标准1,200元', true],
  ['宣传印刷成本 ≤3.25万元', false],
  ['新增馆藏图书数量 ≥52.1册', false],
  ['验收合格率 100%', false],
  ['40.50', false],
  ['100', false],
  ['机制健全性 健全', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(mayHaveTwoNumbers(text)).toBe(expected)
})
