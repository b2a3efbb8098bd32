import { describe, expect, test } from 'vitest'
import { check, schemeInForce } from '../src/check.ts'
import { Decimal } from '../src/model/decimal.ts'
import type { Problem, Severity } from '../src/model/finding.ts'
import type { FlagOption, NumberOption, Rule } from '../src/rules/rule.ts'
import { planCheck, type Settings, SettingsError, type SettingsFault } from '../src/settings.ts'
import { parseFrozen } from '../src/test-rule.ts'
import { filing, projectRow } from './support/test-rule.ts'

const words = { zh: '有误', en: 'wrong' }
const docs = { summary: words, finds: words, why: words, fix: words, basis: words, invalid: '', valid: '' }

const FLOOR: NumberOption = {
  kind: 'number',
  name: 'floor',
  initial: new Decimal(90),
  least: new Decimal(0),
  most: new Decimal(100),
  unit: '%',
  docs: words,
}
const STRICT: FlagOption = { kind: 'flag', name: 'strict', initial: false, docs: words }

/** Reports one problem that says what it runs by. */
const ruleOf = (id: string, part: Partial<Rule> = {}, own?: Severity): Rule => ({
  id,
  category: 'structure',
  severity: 'warning',
  options: [FLOOR, STRICT],
  docs,
  check: ({ span }, { scheme, settingOf }): Problem[] => [
    {
      message: { zh: '有误', en: `${settingOf(FLOOR)} ${settingOf(STRICT)} ${scheme.name} ${scheme.source}` },
      at: { start: span.start, end: span.start },
      ...(own === undefined ? {} : { severity: own }),
    },
  ],
  ...part,
})

const table = parseFrozen(filing(projectRow({})))
const run = (settings: Settings, ...rules: Rule[]): readonly string[] =>
  check(table, settings, rules).map(({ rule, severity, message }) => `${severity} ${rule}: ${message.en}`)

describe('the severity of a rule', () => {
  test.each<[Severity | 'off', readonly string[]]>([
    ['off', []],
    ['info', ['info a: 90 false undefined found']],
    ['error', ['error a: 90 false undefined found']],
  ])('can be set to %s', (level, expected) => {
    expect(run({ rules: { a: level } }, ruleOf('a'))).toEqual(expected)
    expect(run({ rules: { a: { severity: level } } }, ruleOf('a'))).toEqual(expected)
  })

  test.each<[string, Severity, Severity | undefined, Severity, Severity]>([
    ['a milder case stays milder where the rule is made graver', 'warning', 'info', 'error', 'info'],
    ['a milder case stays milder where the rule is made milder', 'error', 'info', 'warning', 'info'],
    ['no case is above what was asked for', 'error', 'error', 'info', 'info'],
    ['a graver case stays graver where nothing was made milder', 'warning', 'error', 'warning', 'error'],
    ['a plain case has what was asked for', 'info', undefined, 'error', 'error'],
  ])('%s', (_, severity, own, asked, expected) => {
    const [line] = run({ rules: { a: asked } }, ruleOf('a', { severity }, own))
    expect(line).toMatch(new RegExp(`^${expected} `))
  })
})

describe('options', () => {
  test.each<[Record<string, number | string | boolean>, string]>([
    [{}, '90 false'],
    [{ floor: 85 }, '85 false'],
    [{ floor: '85.5', strict: true }, '85.5 true'],
    [{ floor: '0', strict: 'true' }, '0 true'],
    [{ floor: '100', strict: 'false' }, '100 false'],
  ])('%o', (options, expected) => {
    expect(run({ rules: { a: { options } } }, ruleOf('a'))).toEqual([
      `warning a: ${expected} undefined found`,
    ])
  })
})

test('a rule that is off by default runs when it is named', () => {
  const quiet = ruleOf('a', { offByDefault: true })
  expect(run({}, quiet)).toEqual([])
  expect(run({ rules: { a: { options: { floor: 80 } } } }, quiet)).toEqual([])
  expect(run({ only: ['a'] }, quiet)).toHaveLength(1)
  expect(run({ rules: { a: 'warning' } }, quiet)).toHaveLength(1)
})

test('only some rules can be asked for; what is off stays off', () => {
  const rules = [ruleOf('a'), ruleOf('b'), ruleOf('c')]
  expect(run({ only: ['c', 'a'], rules: { a: 'off' } }, ...rules)).toHaveLength(1)
  expect(run({ only: [] }, ...rules)).toEqual([])
})

describe('what can not be meant', () => {
  const faultOf = (settings: Settings): SettingsFault => {
    try {
      planCheck(settings, [ruleOf('a')])
    } catch (error) {
      if (error instanceof SettingsError) return error.fault
    }
    throw new Error('no fault')
  }

  test.each<[string, Settings, object]>([
    ['a rule', { rules: { b: 'off' } }, { kind: 'unknown-rule', name: 'b', known: ['a'] }],
    ['a rule alone', { only: ['b'] }, { kind: 'unknown-rule', name: 'b' }],
    ['a name of every object', { only: ['toString'] }, { kind: 'unknown-rule', name: 'toString' }],
    [
      'an option',
      { rules: { a: { options: { flor: 1 } } } },
      { kind: 'unknown-option', rule: 'a', name: 'flor', known: ['floor', 'strict'] },
    ],
    [
      'a number too large',
      { rules: { a: { options: { floor: 101 } } } },
      { kind: 'invalid-value', value: '101' },
    ],
    [
      'a number too small',
      { rules: { a: { options: { floor: -1 } } } },
      { kind: 'invalid-value', value: '-1' },
    ],
    ['no number', { rules: { a: { options: { floor: 'x' } } } }, { kind: 'invalid-value', value: 'x' }],
    ['NaN', { rules: { a: { options: { floor: Number.NaN } } } }, { kind: 'invalid-value', value: 'NaN' }],
    ['an empty number', { rules: { a: { options: { floor: '' } } } }, { kind: 'invalid-value' }],
    ['no flag', { rules: { a: { options: { strict: 1 } } } }, { kind: 'invalid-value', value: '1' }],
    [
      'a level',
      { rules: { a: 'fatal' as Severity } },
      { kind: 'unknown-word', where: 'a', word: 'fatal', known: ['off', 'info', 'warning', 'error'] },
    ],
    ['a scheme', { scheme: 'newest' as 'new' }, { kind: 'unknown-word', where: 'scheme', word: 'newest' }],
  ])('%s', (_, settings, expected) => {
    expect(faultOf(settings)).toMatchObject(expected)
  })
})

describe('the scheme', () => {
  const OLD = '一、产出指标 (一)数量指标 1.路灯 ≥60盏 (二)成本指标 1.维修成本 ≤5万元'
  const NEW = '一、成本指标 (一)经济成本指标 1.维修成本 ≤5万元 二、产出指标 (一)数量指标 1.路灯 ≥60盏'
  const schemeOf = (choice: 'auto' | 'old' | 'new', ...indicators: string[]) =>
    schemeInForce(
      parseFrozen(filing(...indicators.map((text, i) => projectRow({ name: `项目${i}`, indicators: text })))),
      choice,
    )

  test.each([
    ['cost under output', [OLD], 'old'],
    ['cost at level 1', [NEW], 'new'],
    ['most projects', [OLD, NEW, NEW], 'new'],
    ['as many of either', [OLD, NEW], undefined],
    ['no cost at all', ['一、产出指标 (一)数量指标 1.路灯 ≥60盏'], undefined],
  ])('is found from the table: %s', (_, indicators, name) => {
    expect(schemeOf('auto', ...indicators)).toEqual({ name, source: 'found' })
  })

  test('is the one that was set, whatever the table says', () => {
    expect(schemeOf('new', OLD)).toEqual({ name: 'new', source: 'set' })
    expect(run({ scheme: 'old' }, ruleOf('a'))).toEqual(['warning a: 90 false old set'])
  })

  const findings = (indicators: string, settings: Settings): readonly string[] =>
    check(parseFrozen(filing(projectRow({ indicators }))), settings)
      .filter(({ rule }) => ['misplaced-category', 'missing-category'].includes(rule))
      .map(({ rule, message }) => `${rule}: ${message.zh}`)
      .filter((line) => line.includes('成本'))

  test('where it is set, cost elsewhere is misplaced', () => {
    expect(findings(OLD, {})).toEqual([])
    expect(findings(NEW, {})).toEqual([])
    expect(findings(OLD, { scheme: 'old' })).toEqual([])
    expect(findings(NEW, { scheme: 'new' })).toEqual([])
    expect(findings(OLD, { scheme: 'new' })).toEqual([
      'misplaced-category: 成本在产出下，不符合指定的新框架：应为一级指标',
    ])
    expect(findings(NEW, { scheme: 'old' })).toEqual([
      'misplaced-category: 成本为一级指标，不符合指定的旧框架：应在产出指标下',
    ])
  })

  test('says where cost has to be, if cost is asked for', () => {
    const rules = { 'missing-category': { options: { cost: true } } }
    const none = '一、产出指标 (一)数量指标 1.路灯 ≥60盏'
    expect(findings(none, {})).toEqual([])
    expect(findings(none, { rules })).toEqual([
      'missing-category: 项目“农技推广”缺少效益指标、满意度指标、成本指标',
    ])
    expect(findings(OLD, { rules })).toEqual([])
    expect(findings(NEW, { rules })).toEqual([])
    expect(findings(OLD, { rules, scheme: 'new' })).toContain(
      'missing-category: 项目“农技推广”缺少效益指标、满意度指标、成本指标',
    )
  })
})
