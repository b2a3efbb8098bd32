import { expect, test } from 'vitest'
import { divideRun, timesRepeated } from '../../src/layout/text/number-runs.ts'

const divided = (digits: string, count: number): string | undefined => {
  let at = 0
  return divideRun(digits, count)
    ?.map((length) => {
      at += length
      return digits.slice(at - length, at)
    })
    .join(' ')
}

test.each([
  ['100100100100', 4, '100 100 100 100'],
  ['223211', 6, '2 2 3 2 1 1'],
  ['4300004300', 4, '4300 0 0 4300'],
  ['23.82.9516.11.53.25', 5, '23.8 2.95 16.1 1.5 3.25'],
  ['2,0001,500500', 3, '2,000 1,500 500'],
  ['12151239', 3, undefined],
  ['304070', 3, '30 40 70'],
])('%s in %i columns', (digits, count, said) => {
  expect(divided(digits, count)).toBe(said)
})

test('what may be divided in several ways, or has fewer digits than columns, is left', () => {
  expect(divideRun('1727752100020451160001400025000214462157018000832233573629', 12)).toBeUndefined()
  expect(divideRun('90', 3)).toBeUndefined()
  expect(divideRun('8100', 2)).toBeUndefined()
})

test('how often one number is repeated', () => {
  expect(timesRepeated('135013501350')).toBe(3)
  expect(timesRepeated('111111')).toBe(3)
  expect(timesRepeated('100100')).toBe(0)
})
