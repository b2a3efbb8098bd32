import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableJson } from '../../src/report/printable.ts'

test.each([
  ['\t\n\r', '\\t\\n\\r'],
  ['\x1b[31m\0\x7f\x9b', '\\x1b[31m\\x00\\x7f\\x9b'],
  ['\u200b\u202e\u2066\u2028\ufeff\u00ad', '\\u200b\\u202e\\u2066\\u2028\\ufeff\\xad'],
  ['\ud800甲', '\\ud800甲'],
  ['\u{e0041}', '\\u{e0041}'],
  ['“三支一扶”　≥90个 😀 ①㎡', '“三支一扶”　≥90个 😀 ①㎡'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('no text acts on the terminal any more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }),
  )
})

test('escaped JSON means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = printableJson(JSON.stringify(value, undefined, 2))
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }),
  )
})
