import { expect, test } from 'vitest'
import { parseUnit } from '../../src/grammar/quantity/index.ts'
import { Decimal } from '../../src/model/decimal.ts'
import type { Unit } from '../../src/model/measure.ts'
import { comparability, convert, multiply, sameUnit, toBase } from '../../src/model/unit.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const unit = (text: string): Unit => {
  const parsed = parseUnit(SpannedText.ofSource(text, { start: 0, end: text.length }))
  if (parsed === undefined) throw new Error(`no unit: ${text}`)
  return parsed
}

test.each([
  ['人', '名', 'same'],
  ['人', '位', 'same'],
  ['人', '万人', 'same'],
  ['公里', '米', 'same'],
  ['㎡', '平方米', 'same'],
  ['公顷', '亩', 'same'],
  ['元/人·月', '元/月/人', 'same'],
  ['元/位', '万元/人', 'same'],
  ['年', '个月', 'same'],
  ['人', '个', 'compatible'],
  ['户', '个', 'compatible'],
  ['场', '项', 'compatible'],
  ['%', '百分点', 'compatible'],
  ['人', '人次', 'different'],
  ['%', '个', 'different'],
  ['人', '户', 'different'],
  ['元', '元/人', 'different'],
  ['亩', '平方米', 'different'],
  ['工作日', '天', 'different'],
])('%s and %s are %s', (a, b, expected) => {
  expect(comparability(unit(a), unit(b))).toBe(expected)
  expect(comparability(unit(b), unit(a))).toBe(expected)
  expect(sameUnit(unit(a), unit(b))).toBe(expected === 'same')
})

test.each([
  ['人', 'compatible'],
  ['元', 'different'],
] as const)('a missing unit and %s are %s', (a, expected) => {
  expect(comparability(unit(a), undefined)).toBe(expected)
})

test.each([
  ['3.25', '万元', '元', '32500'],
  ['12', '公里', '米', '12000'],
  ['8', '万亩', '亩', '80000'],
  ['2', '年', '个月', '24'],
  ['1200', '元/年', '元/月', '100'],
  ['0.5', '小时', '分钟', '30'],
])('%s %s is %s %s', (value, from, to, expected) => {
  const converted = convert(new Decimal(value), unit(from), unit(to))
  expect(converted?.toDecimalPlaces(30).toFixed()).toBe(expected)
})

test('what does not convert is undefined', () => {
  expect(convert(new Decimal(1), unit('人'), unit('户'))).toBeUndefined()
  expect(toBase(new Decimal('1.2'), unit('亿元')).toFixed()).toBe('120000000')
})

test.each([
  ['元/位', '人', '元', '1'],
  ['元/人·月', '人', '元/月', '1'],
  ['元/亩', '万亩', '元', '10000'],
  ['万元/个', '个', '万元', '1'],
  ['元/人', '个', '元', '1'],
])('%s × %s is in %s', (rate, count, expected, factor) => {
  const product = multiply(unit(rate), unit(count))
  expect(product?.unit.printed).toBe(expected)
  expect(product?.factor.toFixed()).toBe(factor)
})

test('a rate times what it does not count has no product', () => {
  expect(multiply(unit('元/人'), unit('亩'))).toBeUndefined()
  expect(multiply(unit('元'), unit('人'))).toBeUndefined()
})
