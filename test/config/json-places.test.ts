import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDoubleKey, type JsonStep, placeInJson } from '../../src/config/json-places.ts'

/** The text without the marks, and where they stood: `‹` before the key, `⟦` before the value. */
const readMarks = (marked: string) => ({
  text: marked.replace(/[‹⟦]/g, ''),
  key: marked.includes('‹') ? marked.replaceAll('⟦', '').indexOf('‹') : undefined,
  value: marked.replaceAll('‹', '').indexOf('⟦'),
})

describe('placeInJson', () => {
  test.each<[readonly JsonStep[], string]>([
    [[], ' ⟦{"a": 1}'],
    [['a'], '{‹"a": ⟦1}'],
    [['b', 1, 'c'], '{"a": [1, {"c": 1}], "b": [{"c": 2}, {"x": "}", ‹"c":⟦{"d": 1}}]}'],
    [['b', 0], '{"b": [⟦[3], 4]}'],
    [['a "q"'], String.raw`{"a": 0, ‹"a \"q\"": ⟦"\\"}`],
    [['目标'], '{"指标": "目标", ‹"目标": ⟦true}'],
    [['a'], '{"a": 1, ‹"a": ⟦2}'],
    [['a', 'a'], '{"a": {‹"a": ⟦{"a": {}}}}'],
  ])('%j in %s', (path, marked) => {
    const { text, key, value } = readMarks(marked)
    expect(placeInJson(text, path)).toEqual({ key, value })
  })

  test.each<[readonly JsonStep[]]>([[['x']], [['a', 0]], [['a', 'b', 'c']]])('%j leads nowhere', (path) => {
    expect(placeInJson('{"a": {"b": 1}}', path)).toBeUndefined()
  })

  test('what stands there is the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (object, indent) => {
        const text = JSON.stringify(object, undefined, indent)
        for (const [key, value] of Object.entries(JSON.parse(text) as object)) {
          const place = placeInJson(text, [key])
          expect(text.slice(place?.key)).toMatch(/^"/)
          expect(text.startsWith(JSON.stringify(key), place?.key)).toBe(true)
          expect(text.startsWith(JSON.stringify(value, undefined, indent).slice(0, 1), place?.value)).toBe(
            true,
          )
        }
      }),
    )
  })
})

describe('findDoubleKey', () => {
  test.each([
    ['{"a": 1, ‹"a": 2}', 'a'],
    ['{"a": {"b": 1}, "c": [{"b": 1, ‹"b": 2}]}', 'b'],
    [String.raw`{"a": 1, ‹"\u0061": 2, "a": 3}`, 'a'],
    ['{"__proto__": 1, ‹"__proto__": 2}', '__proto__'],
  ])('%s', (marked, key) => {
    expect(findDoubleKey(marked.replace('‹', ''))).toEqual({ key, at: marked.indexOf('‹') })
  })

  test.each([
    '{"a": {"a": 1}, "b": {"a": 1}}',
    '["a", "a"]',
    '{"a": "a", "b": "a"}',
    '{"0": 1, "a": [1, 2]}',
  ])('%s has none', (text) => {
    expect(findDoubleKey(text)).toBeUndefined()
  })
})

test('depth is no trouble', () => {
  const deep = `${'['.repeat(200_000)}1${']'.repeat(200_000)}`
  expect(findDoubleKey(`{"a": ${deep}}`)).toBeUndefined()
  expect(placeInJson(`{"a": ${deep}, "b": 1}`, ['b'])).toEqual({ key: 400_009, value: 400_014 })
})
