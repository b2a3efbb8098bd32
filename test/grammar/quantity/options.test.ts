import { expect, test } from 'vitest'
import { parseUnit } from '../../../src/grammar/quantity/index.ts'
import { SpannedText } from '../../../src/source/spanned-text.ts'
import { renderQuantities } from './render-quantities.ts'

const spanned = (text: string): SpannedText => SpannedText.ofSource(text, { start: 0, end: text.length })

test.each([
  ['250万', '250万 = 250万元'],
  ['控制在50万以内', '控制在50万以内 = (-∞, 50]万元'],
  ['1.2亿', '1.2亿 = 1.2亿元'],
  ['5万-10万', '5万-10万 = [5, 10]万元'],
  ['5-10万', '5-10万 = [5, 10]万元'],
  ['2022.07', '2022.07 = 2022.07'],
])('money: %s', (phrase, expected) => {
  expect(renderQuantities(phrase, { money: true })).toBe(expected)
})

test.each([
  ['五', '五 = 5'],
  ['答案是七', '七 = 7'],
  ['第十二', '十二 = 12'],
  ['大陆', ''],
  ['一切', ''],
])('any number: %s', (phrase, expected) => {
  expect(renderQuantities(phrase, { anyNumber: true })).toBe(expected)
})

test.each([
  ['人', '人'],
  [' 平方米 ', '平方米'],
  ['㎡', '平方米'],
  ['万人次', '人次'],
  ['元/人·月', '元'],
  ['千元', '元'],
  ['百分比', '%'],
  ['健全', undefined],
  ['人员', undefined],
])('unit: %s', (text, base) => {
  expect(parseUnit(spanned(text))?.base).toBe(base)
})

test('positions are those of the source', () => {
  const source = '目标：新增岗位８０人以上。'
  const text = SpannedText.ofSource(source, { start: 3, end: source.length })
  expect(text.span.start).toBe(3)
  expect(renderQuantities(source)).toBe('80人以上 = [80, ∞)人')
})
