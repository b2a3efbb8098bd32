import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BaselineEntry, isExpired, keyOf, renderBaseline } from '../../src/baseline/baseline.ts'
import { BaselineError, type BaselineFault, isDay, readBaseline } from '../../src/baseline/read-baseline.ts'

const entry = (part: Partial<BaselineEntry> = {}): BaselineEntry => ({
  path: 'a.txt',
  rule: 'missing-unit',
  fingerprint: 'aaaa',
  message: '没有单位',
  reason: '',
  ...part,
})

describe('renderBaseline', () => {
  test('one entry per line, sorted by path, rule and fingerprint', () => {
    const text = renderBaseline([
      entry({ path: 'b.txt' }),
      entry({ rule: 'total-mismatch', fingerprint: '0000', expires: '2026-12-31', reason: '另行说明' }),
      entry({ fingerprint: 'bbbb' }),
      entry(),
    ])
    expect(text).toBe(`{
  "version": 1,
  "entries": [
    {"path":"a.txt","rule":"missing-unit","fingerprint":"aaaa","message":"没有单位","reason":""},
    {"path":"a.txt","rule":"missing-unit","fingerprint":"bbbb","message":"没有单位","reason":""},
    {"path":"a.txt","rule":"total-mismatch","fingerprint":"0000","message":"没有单位","reason":"另行说明","expires":"2026-12-31"},
    {"path":"b.txt","rule":"missing-unit","fingerprint":"aaaa","message":"没有单位","reason":""}
  ]
}
`)
  })

  test('an empty one', () => {
    expect(renderBaseline([])).toBe('{\n  "version": 1,\n  "entries": []\n}\n')
    expect(readBaseline(renderBaseline([]))).toEqual([])
  })

  test('the first of two with one key stays', () => {
    const text = renderBaseline([entry({ reason: 'first' }), entry({ reason: 'second' })])
    expect(readBaseline(text)).toEqual([entry({ reason: 'first' })])
  })

  test('what can not be seen is escaped, and read as it was', () => {
    const hostile = entry({ path: 'a\u202e\x1b[31m\n.txt', message: '\u2028\u{e0001}\x7f', reason: '\ufeff' })
    const text = renderBaseline([hostile])
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u)
    expect(readBaseline(text)).toEqual([hostile])
  })

  test('reads back as it was, in any order the same', () => {
    const one = fc.record({
      path: fc.string({ unit: 'binary' }),
      rule: fc.string(),
      fingerprint: fc.string(),
      message: fc.string(),
      reason: fc.string(),
    })
    const entries = fc.uniqueArray(one, { selector: keyOf })
    fc.assert(
      fc.property(entries, (some) => {
        const text = renderBaseline(some)
        expect(text.split('\n').length - 1).toBe(some.length === 0 ? 4 : some.length + 5)
        expect(renderBaseline(some.toReversed())).toBe(text)
        expect(new Set(readBaseline(text).map((read) => JSON.stringify(read)))).toEqual(
          new Set(some.map((given) => JSON.stringify(given))),
        )
      }),
    )
  })
})

describe('readBaseline', () => {
  const withEntry = (part: object): string =>
    JSON.stringify({ version: 1, entries: [entry(), { ...entry(), ...part }] })

  test.each<[string, BaselineFault]>([
    ['', { kind: 'no-json' }],
    ['{', { kind: 'no-json' }],
    ['[]', { kind: 'no-baseline' }],
    ['null', { kind: 'no-baseline' }],
    ['{}', { kind: 'no-baseline' }],
    ['{"version": 1, "entries": {}}', { kind: 'no-baseline' }],
    ['{"version": 1, "entries": [1]}', { kind: 'no-baseline' }],
    ['{"version": 2, "entries": []}', { kind: 'version', version: 2 }],
    [
      '{"version": 1, "entries": [], "entry": []}',
      { kind: 'unknown-key', entry: 0, key: 'entry', known: ['version', 'entries'] },
    ],
    [
      withEntry({ expire: '2026-12-31' }),
      {
        kind: 'unknown-key',
        entry: 2,
        key: 'expire',
        known: ['path', 'rule', 'fingerprint', 'message', 'reason', 'expires'],
      },
    ],
    [withEntry({ reason: undefined }), { kind: 'not-text', entry: 2, key: 'reason' }],
    [withEntry({ path: 1 }), { kind: 'not-text', entry: 2, key: 'path' }],
    [withEntry({ expires: 20261231 }), { kind: 'not-text', entry: 2, key: 'expires' }],
    [withEntry({ expires: '2026-02-30' }), { kind: 'no-date', entry: 2, value: '2026-02-30' }],
  ])('%s', (text, fault) => {
    const read = (): unknown => readBaseline(text)
    expect(read).toThrow(BaselineError)
    try {
      read()
    } catch (error) {
      expect((error as BaselineError).fault).toEqual(fault)
    }
  })

  test('anything is a baseline or a BaselineError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          readBaseline(text)
        } catch (error) {
          expect(error).toBeInstanceOf(BaselineError)
        }
      }),
    )
  })
})

test.each([
  ['2026-12-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-00-10', false],
  ['2026-13-01', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-12-31T00:00', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test.each([
  [undefined, false],
  ['2026-06-14', true],
  ['2026-06-15', false],
  ['2026-06-16', false],
  ['2025-12-31', true],
])('on 2026-06-15, until %s is past: %s', (expires, past) => {
  expect(isExpired(entry(expires === undefined ? {} : { expires }), '2026-06-15')).toBe(past)
})
