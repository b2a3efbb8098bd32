import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { RULE_CRASH } from '../../src/model/finding.ts'
import { renderJunit } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, HOSTILE_TEXTS, hostileReport, REPORT, RULES, SKIPPED } from '../support/report-files.ts'
import { checkedFile, plainFinding } from '../support/samples.ts'

interface Verdict {
  readonly message: string
  readonly type: string
  readonly text: string
}

interface Case {
  readonly name: string
  readonly classname: string
  readonly failure?: Verdict
  readonly error?: Verdict
  readonly skipped?: Verdict
}

interface Suite extends Counts {
  readonly name: string
  readonly testcase: readonly Case[]
}

interface Counts {
  readonly tests: string
  readonly failures: string
  readonly errors: string
  readonly skipped: string
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'text',
  trimValues: false,
  parseAttributeValue: false,
  parseTagValue: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
})

const read = (
  report: Report,
  options = reportOptions(),
): Counts & { readonly testsuite: readonly Suite[] } => {
  const xml = renderJunit(report, options)
  expect(XMLValidator.validate(xml)).toBe(true)
  return parser.parse(xml).testsuites
}

describe('the JUnit report', () => {
  test('has a case per rule that ran, passing ones too, and an error per unreadable file', () => {
    const { testsuite, ...counts } = read(REPORT)
    expect(counts).toMatchObject({ name: 'pbo', tests: '4', failures: '2', errors: '1', skipped: '0' })
    expect(testsuite.map(({ name, tests, failures, errors }) => [name, tests, failures, errors])).toEqual([
      ['data/gone.txt', '1', '0', '1'],
      ['data/sample.txt', '3', '2', '0'],
    ])
    expect(testsuite[0]?.testcase).toMatchObject([
      {
        name: 'reading',
        classname: 'data/gone.txt',
        error: { message: '文件不存在', type: 'reading', text: '文件不存在' },
      },
    ])
    expect(testsuite[1]?.testcase.map(({ name, failure }) => [name, failure?.type])).toEqual([
      ['goal-indicator-mismatch', 'error'],
      ['missing-unit', 'warning'],
      ['total-mismatch', undefined],
    ])
  })

  test('skips files that are no filings', () => {
    const { testsuite, ...counts } = read({ ...REPORT, skipped: [SKIPPED] })
    expect(counts).toMatchObject({ tests: '5', failures: '2', errors: '1', skipped: '1' })
    expect(testsuite[2]).toMatchObject({ name: 'data/notes.txt', tests: '1', skipped: '1' })
    expect(testsuite[2]?.testcase[0]).toMatchObject({
      name: 'reading',
      classname: 'data/notes.txt',
      skipped: { message: '没有表格' },
    })
  })

  test('says all of a finding in its failure', () => {
    const [, suite] = read(REPORT, reportOptions({ language: 'en' })).testsuite
    expect(suite?.testcase[0]?.failure).toEqual({
      message: 'new posts this year: the goal says 80人以上, the indicator ≥90个',
      type: 'error',
      text: [
        'data/sample.txt:5:71 error new posts this year: the goal says 80人以上, the indicator ≥90个',
        '  “三支一扶”补贴 › goal 1',
        '  see also 5:171 quantity indicator 2',
        '  80 < 90',
        '  because both speak of 三支一扶 posts',
        '  what to do: make goal and indicator agree, or explain the difference',
      ].join('\n'),
    })
  })

  test('puts several findings of a rule in one failure, with the gravest as its type', () => {
    const file = checkedFile([
      plainFinding('176人'),
      plainFinding('≥95%', { severity: 'error' }),
      plainFinding('≥90个', { severity: 'info' }),
    ])
    const [suite] = read(
      { toolVersion: '0', files: [file], rules: RULES },
      reportOptions({ level: 'info' }),
    ).testsuite
    expect(suite).toMatchObject({ tests: '3', failures: '1' })
    const failure = suite?.testcase[1]?.failure
    expect(failure).toMatchObject({ message: '176人 没有单位（另有 2 处）', type: 'error' })
    expect(failure?.text.match(/^data\/sample\.txt:\d+:\d+ \w+/gm)).toEqual([
      'data/sample.txt:5:146 warning',
      'data/sample.txt:5:206 error',
      'data/sample.txt:5:171 info',
    ])
  })

  test('an unlisted finding fails nothing; rules unknown to the run still have their case', () => {
    const file = checkedFile([plainFinding('176人', { severity: 'info' })])
    expect(read({ toolVersion: '0', files: [file], rules: RULES })).toMatchObject({
      tests: '3',
      failures: '0',
    })
    const [suite] = read({ toolVersion: '0', files: [checkedFile([plainFinding('176人')])] }).testsuite
    expect(suite?.testcase.map(({ name }) => name)).toEqual(['missing-unit'])
  })

  test.each([
    ['its own case, where the finding names it', { rule: 'total-mismatch' }, '3', 'total-mismatch'],
    ['a case of its own, where it does not', {}, '4', RULE_CRASH],
  ])('a rule that crashed is an error in %s', (_, data, tests, name) => {
    const crash = plainFinding('合计', { rule: RULE_CRASH, severity: 'error', data })
    const [suite] = read({ toolVersion: '0', files: [checkedFile([crash])], rules: RULES }).testsuite
    expect(suite).toMatchObject({ tests, errors: '1', failures: '0' })
    expect(suite?.testcase.find(({ error }) => error !== undefined)).toMatchObject({
      name,
      error: { type: RULE_CRASH },
    })
  })

  test('names the address where the format has no lines', () => {
    const [suite] = read({ toolVersion: '0', files: [ADDRESSED] }).testsuite
    const failure = suite?.testcase[0]?.failure
    expect(failure?.message).toMatch(/^Sheet1!D5：/)
    expect(failure?.text).toMatch(/^data\/table\.xlsx:Sheet1!D5 warning /)
    expect(failure?.text).not.toMatch(/:\d+:\d+/)
  })

  test.each(HOSTILE_TEXTS)('is well-formed, shows all and obeys nothing: hostile text %#', (words) => {
    const xml = renderJunit(hostileReport(words), reportOptions())
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u)
    expect(xml).not.toMatch(/<script|<img|\]\]>|^\s*(?:::|##\[)/m)
    const { testsuite } = read(hostileReport(words))
    expect(testsuite.map(({ testcase }) => testcase.length)).toEqual([1, 3, 1])
    for (const { name, testcase } of testsuite) {
      expect(testcase.every(({ classname }) => classname === name && name !== '')).toBe(true)
    }
  })

  test('characters that XML forbids become U+FFFD, others come back as they were', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'<>&"\'a 中]', '\x00', '\x1b', '\ud800', '\uffff', '😀'),
          maxLength: 12,
        }),
        (words) => {
          const [, suite] = read(hostileReport(`x${words}x`)).testsuite
          const shown = `x${words}x`.replace(/\p{Cc}|\p{Cs}|\uffff/gu, '\ufffd')
          expect(suite?.testcase[0]?.failure?.message).toBe(shown)
          expect(suite?.name).toBe(`b/${shown}`)
        },
      ),
      { numRuns: 200 },
    )
  })
})
