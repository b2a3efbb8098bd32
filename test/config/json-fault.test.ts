import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findJsonFault } from '../../src/config/json-fault.ts'
import { sampleSize } from '../support/sample.ts'

test.each([
  ['{}', undefined],
  [' [1, -2.5e+3, "a\\u00e9\\n", true, false, null, {"a": []}] ', undefined],
  ['', 0],
  ['  ', 2],
  ['{"a":}', 5],
  ['{"a":1,}', 7],
  ['[1,]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['{"a": 1', 7],
  ['{"a": 1]', 7],
  ['[1}', 2],
  ['// no comments\n{}', 0],
  ['{"a": "x\ny"}', 6],
  ['{"a": "\\x"}', 6],
  ['{} {}', 3],
  ['01', 1],
  ['nul', 0],
  ['1,2', 1],
  [']', 0],
  ['\ufeff{}', 0],
])('%j', (text, at) => {
  expect(findJsonFault(text)).toBe(at)
})

describe('it is the same as JSON.parse', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }

  test('for JSON, with and without a part', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(200),
        fc.nat(5),
        fc.string({ maxLength: 2 }),
        (json, from, length, put) => {
          expect(findJsonFault(json)).toBeUndefined()
          const changed = json.slice(0, from) + put + json.slice(from + length)
          expect(findJsonFault(changed) === undefined).toBe(isJson(changed))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('for signs in any order', () => {
    const sign = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.',
      'true',
      ' ',
      '\\',
    )
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text))
      }),
      { numRuns: sampleSize(5000) },
    )
  })
})

test('depth is no trouble', () => {
  expect(findJsonFault('['.repeat(500_000))).toBe(500_000)
})
