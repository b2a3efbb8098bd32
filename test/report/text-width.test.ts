import fc from 'fast-check'
import fastStringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { padEnd, padStart, textWidth } from '../../src/report/text-width.ts'

test.each([
  ['合计 264.79', 11, 11],
  ['“三支一扶”', 10, 12],
  ['≥90个', 5, 6],
  ['①②', 2, 4],
  ['ＡＢ、。', 8, 8],
  ['👨‍👩‍👧', 2, 2],
  ['e\u0301', 1, 1],
  ['\x1b[31m错误\x1b[39m', 4, 4],
  ['', 0, 0],
])('%j takes %i columns, or %i where ambiguous characters take two', (text, narrow, wide) => {
  expect(textWidth(text, 1)).toBe(narrow)
  expect(textWidth(text, 2)).toBe(wide)
})

test('the quick way agrees with the library on every character it takes', () => {
  // Between two letters, so that marks have something to stand on.
  const others = Array.from({ length: 0xd800 - 0x20 }, (_, i) => `a${String.fromCharCode(0x20 + i)}a`).filter(
    (text) => textWidth(text, 1) !== fastStringWidth(text),
  )
  expect(others).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textWidth(text, 1)).toBe(fastStringWidth(text))
    }),
  )
})

test('padding fills columns, not characters', () => {
  expect(padEnd('合计', 6, 1)).toBe('合计  ')
  expect(padStart('合计', 6, 1)).toBe('  合计')
  expect(padEnd('“', 3, 2)).toBe('“ ')
  expect(padEnd('合计', 3, 1)).toBe('合计')
})
