import { expect, test } from 'vitest'
import { parseMeasures } from '../../src/grammar/quantity/index.ts'
import { Decimal } from '../../src/model/decimal.ts'
import {
  containsValue,
  equalIntervals,
  formatInterval,
  formatMeasure,
  intersects,
  intervalInBase,
  isWithin,
  multiplyIntervals,
} from '../../src/model/interval.ts'
import type { Interval, Measure } from '../../src/model/measure.ts'

/** `[5,10)`, `(,5]`, `[80,)`. */
const interval = (text: string): Interval => {
  const [lower = '', upper = ''] = text.slice(1, -1).split(',')
  return {
    lower: lower === '' ? undefined : new Decimal(lower),
    upper: upper === '' ? undefined : new Decimal(upper),
    lowerInclusive: text.startsWith('['),
    upperInclusive: text.endsWith(']'),
  }
}

test.each([
  ['[80,)', '80', true],
  ['(80,)', '80', false],
  ['(,5]', '5', true],
  ['(,5)', '5', false],
  ['[5,10]', '7', true],
  ['[5,10]', '11', false],
])('%s holds %s: %s', (text, value, expected) => {
  expect(containsValue(interval(text), new Decimal(value))).toBe(expected)
})

test.each([
  ['[80,)', '[90,)', true, false],
  ['[90,)', '[80,)', true, true],
  ['[1,2]', '[2,3]', true, false],
  ['[1,2)', '[2,3]', false, false],
  ['(80,)', '[80,)', true, true],
  ['[80,)', '(80,)', true, false],
  ['(,5]', '(,5]', true, true],
  ['[5,5]', '(,5]', true, true],
  ['(,5)', '[5,)', false, false],
])('%s and %s: intersect %s, within %s', (a, b, both, within) => {
  expect(intersects(interval(a), interval(b))).toBe(both)
  expect(intersects(interval(b), interval(a))).toBe(both)
  expect(isWithin(interval(a), interval(b))).toBe(within)
})

test('what is said of all intervals with ends of three numbers is what their values say', () => {
  const ENDS = ['', '1', '2', '3']
  const intervals = ENDS.flatMap((lower) =>
    ENDS.flatMap((upper) =>
      ['[', '('].flatMap((open) => [']', ')'].map((close) => `${open}${lower},${upper}${close}`)),
    ),
  ).map((text) => ({ text, is: interval(text) }))
  const values = ['0', '1', '1.5', '2', '2.5', '3', '4'].map((value) => new Decimal(value))
  const notEmpty = intervals
    .map((one) => ({ ...one, holds: values.map((value) => containsValue(one.is, value)) }))
    .filter(({ holds }) => holds.includes(true))
  for (const a of notEmpty) {
    for (const b of notEmpty) {
      const names = `${a.text} ${b.text}`
      const within = a.holds.every((held, i) => !held || b.holds[i])
      expect([names, isWithin(a.is, b.is)]).toEqual([names, within])
      expect([names, equalIntervals(a.is, b.is)]).toEqual([
        names,
        within && b.holds.every((held, i) => !held || a.holds[i]),
      ])
      expect([names, intersects(a.is, b.is)]).toEqual([names, a.holds.some((held, i) => held && b.holds[i])])
    }
  }
})

test('equal, product and print', () => {
  expect(equalIntervals(interval('[1.0,2]'), interval('[1,2.00]'))).toBe(true)
  expect(equalIntervals(interval('[1,2)'), interval('[1,2]'))).toBe(false)
  expect(formatInterval(multiplyIntervals(interval('[2,3]'), interval('[10,)')))).toBe('[20, ∞)')
  expect(formatInterval(interval('(,5]'))).toBe('(-∞, 5]')
  expect(formatInterval(interval('[5,5]'))).toBe('5')
})

test('a product holds the products of all values, and no more', () => {
  const product = (a: string, b: string): string =>
    formatInterval(multiplyIntervals(interval(a), interval(b)))
  expect(product('(2,3]', '[10,20]')).toBe('(20, 60]')
  expect(product('[2,3]', '(10,20)')).toBe('(20, 60)')
  expect(product('[2,3)', '[10,20]')).toBe('[20, 60)')
  for (const [a, b, expected] of [
    ['[2,3]', '[10,)', '[20, ∞)'],
    ['[2,3]', '[,10]', '(-∞, 30]'],
  ] as const) {
    expect(product(a, b)).toBe(expected)
    expect(product(b, a)).toBe(expected)
  }
})

const measureIn = (text: string): Measure => {
  const [measure] = parseMeasures(text)
  if (measure?.kind !== 'measure') throw new Error(`no measure in ${text}`)
  return measure
}

test.each([
  ['80人以上', '≥80人', '[80, ∞)'],
  ['超过80人', '>80人', '(80, ∞)'],
  ['少于3次', '<3次', '(-∞, 3)'],
  ['不超过3.25万元', '≤3.25万元', '(-∞, 32500]'],
  ['3-5次', '3~5次', '[3, 5]'],
  ['2-3万元', '2~3万元', '[20000, 30000]'],
  ['2万元', '2万元', '20000'],
  ['=3次', '=3次', '3'],
  ['约30人', '约30人', '30'],
  ['增长5%以上', '增长≥5%', '[5, ∞)'],
  ['下降5%', '下降5%', '5'],
])('%s is written %s and means %s', (text, written, meant) => {
  const measure = measureIn(text)
  expect(formatMeasure(measure)).toBe(written)
  expect(formatInterval(intervalInBase(measure))).toBe(meant)
})
