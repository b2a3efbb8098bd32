import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConfigFault } from '../../src/config/config-faults.ts'
import { ConfigError, readConfig } from '../../src/config/read-config.ts'
import { rules } from '../../src/rules/index.ts'
import { planCheck } from '../../src/settings.ts'

const VOCABULARY = { rules, formats: ['pretty', 'json', 'sarif'] }

const faultsIn = (text: string, key?: string): ConfigError['faults'] => {
  try {
    readConfig(text, VOCABULARY, key)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  throw new Error('nothing is wrong with it')
}

const FULL = {
  lang: 'en',
  scheme: 'new',
  level: 'info',
  failOn: 'warning',
  maxWarnings: 3,
  format: 'json',
  output: { sarif: 'out/pbo.sarif' },
  rules: {
    'missing-unit': 'off',
    'total-mismatch': { severity: 'warning' },
    'satisfaction-below-floor': { severity: 'info', options: { floor: 85.5 } },
    'missing-category': { options: { cost: true } },
  },
  ignore: ['草稿/', '*.bak.txt'],
  overrides: [{ files: ['2021/**'], scheme: 'old', rules: { 'stale-baseline': 'error' } }],
  baseline: 'pbo-baseline.json',
}

describe('readConfig', () => {
  test('takes everything there is, without $schema', () => {
    expect(readConfig(JSON.stringify({ $schema: 'x', ...FULL }), VOCABULARY)).toEqual(FULL)
    expect(readConfig('{}', VOCABULARY)).toEqual({})
  })

  test('takes the part under a key', () => {
    expect(readConfig('{"name": "x", "pbo": {"lang": "zh"}}', VOCABULARY, 'pbo')).toEqual({ lang: 'zh' })
  })

  test.each<[string, ConfigFault]>([
    ['{"lang": ⟦fr}', { kind: 'no-json', path: [] }],
    ['⟦', { kind: 'no-json', path: [] }],
    ['{"lang": "zh", ⟦"lang": "en"}', { kind: 'double-key', path: [], key: 'lang' }],
    ['⟦[]', { kind: 'wrong-type', path: [], expected: 'object', value: [] }],
    ['⟦null', { kind: 'wrong-type', path: [], expected: 'object', value: null }],
    ['{"lang": ⟦"fr"}', { kind: 'unknown-word', path: ['lang'], word: 'fr', known: ['zh', 'en'] }],
    ['{"lang": ⟦1}', { kind: 'wrong-type', path: ['lang'], expected: 'string', value: 1 }],
    [
      '{"format": ⟦"jsno"}',
      { kind: 'unknown-word', path: ['format'], word: 'jsno', known: ['pretty', 'json', 'sarif'] },
    ],
    ['{"maxWarnings": ⟦-1}', { kind: 'out-of-range', path: ['maxWarnings'], least: 0, value: -1 }],
    ['{"maxWarnings": ⟦1.5}', { kind: 'wrong-type', path: ['maxWarnings'], expected: 'int', value: 1.5 }],
    ['{"maxWarnings": ⟦"3"}', { kind: 'wrong-type', path: ['maxWarnings'], expected: 'number', value: '3' }],
    ['{"ignore": ⟦"a"}', { kind: 'wrong-type', path: ['ignore'], expected: 'array', value: 'a' }],
    ['{"ignore": [⟦1]}', { kind: 'wrong-type', path: ['ignore', 0], expected: 'string', value: 1 }],
    ['{"ignore": ["a", ⟦""]}', { kind: 'wrong-length', path: ['ignore', 1], least: 1 }],
    ['{"ignore": [⟦"*a*a*a*a*a"]}', { kind: 'pattern', path: ['ignore', 0], value: '*a*a*a*a*a' }],
    ['{"baseline": ⟦"../b.json"}', { kind: 'path', path: ['baseline'], value: '../b.json' }],
    ['{"baseline": ⟦"/etc/b.json"}', { kind: 'path', path: ['baseline'], value: '/etc/b.json' }],
    [String.raw`{"baseline": ⟦"a\\..\\b"}`, { kind: 'path', path: ['baseline'], value: 'a\\..\\b' }],
    ['{"output": {"json": ⟦"C:x"}}', { kind: 'path', path: ['output', 'json'], value: 'C:x' }],
    [
      '{"output": {⟦"jsn": "x"}}',
      { kind: 'unknown-key', path: ['output'], key: 'jsn', known: ['pretty', 'json', 'sarif'] },
    ],
    ['{"overrides": [⟦{}]}', { kind: 'missing-key', path: ['overrides', 0], key: 'files' }],
    ['{"overrides": [{"files": ⟦[]}]}', { kind: 'wrong-length', path: ['overrides', 0, 'files'], least: 1 }],
    [
      '{"overrides": [{"files": ["a"], ⟦"rule": {}}]}',
      { kind: 'unknown-key', path: ['overrides', 0], key: 'rule', known: ['files', 'scheme', 'rules'] },
    ],
    [
      '{"rules": {"missing-unit": ⟦"of"}}',
      {
        kind: 'unknown-word',
        path: ['rules', 'missing-unit'],
        word: 'of',
        known: ['off', 'info', 'warning', 'error'],
      },
    ],
    [
      '{"rules": {"missing-unit": ⟦2}}',
      { kind: 'wrong-type', path: ['rules', 'missing-unit'], expected: 'level', value: 2 },
    ],
    [
      '{"rules": {"missing-unit": {"severity": ⟦"eror"}}}',
      {
        kind: 'unknown-word',
        path: ['rules', 'missing-unit', 'severity'],
        word: 'eror',
        known: ['off', 'info', 'warning', 'error'],
      },
    ],
    [
      '{"rules": {"missing-unit": {⟦"options": {}}}}',
      { kind: 'unknown-key', path: ['rules', 'missing-unit'], key: 'options', known: ['severity'] },
    ],
    [
      '{"rules": {"satisfaction-below-floor": {⟦"floor": 3}}}',
      {
        kind: 'unknown-key',
        path: ['rules', 'satisfaction-below-floor'],
        key: 'floor',
        known: ['severity', 'options'],
      },
    ],
    [
      '{"rules": {"satisfaction-below-floor": {"options": {⟦"flor": 3}}}}',
      {
        kind: 'unknown-key',
        path: ['rules', 'satisfaction-below-floor', 'options'],
        key: 'flor',
        known: ['floor'],
      },
    ],
    [
      '{"rules": {"satisfaction-below-floor": {"options": {"floor": ⟦120}}}}',
      {
        kind: 'out-of-range',
        path: ['rules', 'satisfaction-below-floor', 'options', 'floor'],
        most: 100,
        value: 120,
      },
    ],
    [
      '{"rules": {"satisfaction-below-floor": {"options": {"floor": ⟦1e-7}}}}',
      { kind: 'digits', path: ['rules', 'satisfaction-below-floor', 'options', 'floor'], value: 1e-7 },
    ],
  ])('%s', (marked, fault) => {
    const before = marked.slice(0, marked.indexOf('⟦'))
    expect(faultsIn(marked.replace('⟦', ''))).toEqual([{ fault, at: { line: 1, column: before.length + 1 } }])
  })

  test('knows the rules, and says which there are', () => {
    const [placed] = faultsIn('{\n  "rules": {\n    "total-mismtach": "off"\n  }\n}')
    expect(placed?.at).toEqual({ line: 3, column: 5 })
    expect(placed?.fault).toMatchObject({ kind: 'unknown-key', key: 'total-mismtach' })
    expect(placed?.fault).toHaveProperty(
      'known',
      rules.map(({ id }) => id),
    )
  })

  test('says all that is wrong, and where it stands in a file of more', () => {
    const faults = faultsIn(
      '{"name": "x", "lang": 1, "pbo": {"lang": 1, "level": "x", "a": 1, "b": 2}}',
      'pbo',
    )
    expect(faults.map(({ fault, at }) => [fault.kind, at?.column])).toEqual([
      ['wrong-type', 42],
      ['unknown-word', 54],
      ['unknown-key', 59],
      ['unknown-key', 67],
    ])
  })

  test('keys that JavaScript knows are keys like others', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(faultsIn(`{"${key}": {}}`)[0]?.fault).toMatchObject({ kind: 'unknown-key', key })
      expect(faultsIn(`{"rules": {"${key}": "off"}}`)[0]?.fault).toMatchObject({ kind: 'unknown-key', key })
    }
  })

  test('anything else is a fault, never another error', () => {
    const key = fc.constantFrom('rules', 'ignore', 'overrides', 'output', 'lang', 'baseline', 'missing-unit')
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('off', 'zh', 1, -1, true, null, ''),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    })).value
    fc.assert(
      fc.property(json, (value) => {
        try {
          readConfig(JSON.stringify(value), VOCABULARY)
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError)
          expect((error as ConfigError).faults.every(({ at }) => at !== undefined)).toBe(true)
          expect((error as ConfigError).faults.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })
})

test('what it takes, the engine takes', () => {
  const options = rules.flatMap(({ id, options: all = [] }) => all.map((option) => ({ id, option })))
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean())
  fc.assert(
    fc.property(fc.constantFrom(...options), value, ({ id, option }, given) => {
      const text = JSON.stringify({ rules: { [id]: { options: { [option.name]: given } } } })
      const accepts = (run: () => unknown): boolean => {
        try {
          run()
          return true
        } catch {
          return false
        }
      }
      const isTaken = accepts(() => readConfig(text, VOCABULARY))
      expect(isTaken).toBe(accepts(() => planCheck(JSON.parse(text), rules)))
    }),
    { numRuns: 150 },
  )
})

test('the published schema says the same', async () => {
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'))
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect(validate({ $schema: './x.json', ...FULL })).toBe(true)
  expect(schema.$defs.rules.properties['total-mismatch'].description).toContain('合计')
  for (const wrong of [
    { lang: 'fr' },
    { langs: 'zh' },
    { rules: { 'total-mismtach': 'off' } },
    { rules: { 'satisfaction-below-floor': { options: { floor: 101 } } } },
    { overrides: [{ rules: {} }] },
    { maxWarnings: 1.5 },
  ]) {
    expect(validate(wrong)).toBe(false)
  }
})
