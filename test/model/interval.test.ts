import { expect, test } from 'vitest'
import { Decimal } from '../../src/model/decimal.ts'
import {
  containsValue,
  equalIntervals,
  formatInterval,
  intersects,
  isWithin,
  multiplyIntervals,
} from '../../src/model/interval.ts'
import type { Interval } from '../../src/model/measure.ts'

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

test('equal, product and print', () => {
  expect(equalIntervals(interval('[1.0,2]'), interval('[1,2.00]'))).toBe(true)
  expect(equalIntervals(interval('[1,2)'), interval('[1,2]'))).toBe(false)
  expect(formatInterval(multiplyIntervals(interval('[2,3]'), interval('[10,)')))).toBe('[20, ∞)')
  expect(formatInterval(interval('(,5]'))).toBe('(-∞, 5]')
  expect(formatInterval(interval('[5,5]'))).toBe('5')
})
