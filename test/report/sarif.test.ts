import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { type Finding, RULE_CRASH } from '../../src/model/finding.ts'
import type { FileResult, Report } from '../../src/report/report.ts'
import { artifactOf, linkText, plainText, renderSarif } from '../../src/report/sarif.ts'
import { reportOptions } from '../support/options.ts'
import {
  ADDRESSED,
  FAILED,
  HOSTILE_TEXTS,
  hostileReport,
  REPORT,
  RULES,
  SKIPPED,
} from '../support/report-files.ts'
import { checkedFile, MISMATCH, plainFinding, SAMPLE_TEXT } from '../support/samples.ts'

/** The published schema, in a draft that ajv no longer reads but for its names for itself. */
const validate = (() => {
  const require = createRequire(import.meta.url)
  const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  expect([$schema, id]).toEqual([
    'http://json-schema.org/draft-04/schema#',
    expect.stringContaining('sarif-2.1.0-rtm.5.json'),
  ])
  return addFormats.default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema)
})()

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Location {
  readonly id?: number
  readonly physicalLocation: { readonly artifactLocation: object; readonly region: Region }
  readonly logicalLocations?: readonly { readonly name: string; readonly fullyQualifiedName: string }[]
  readonly message?: { readonly text: string }
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Location[]
  readonly relatedLocations: readonly Location[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, unknown>>
}

interface Notification {
  readonly descriptor: { readonly id: string; readonly index: number }
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations?: readonly { readonly physicalLocation: { readonly artifactLocation: object } }[]
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly { readonly id: string }[]
      readonly notifications: readonly { readonly id: string }[]
    }
  }
  readonly language: string
  readonly columnKind: string
  readonly automationDetails: object
  readonly originalUriBaseIds: object
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly Notification[] },
  ]
  readonly artifacts: readonly object[]
  readonly results: readonly Result[]
}

/** The only run of a log that keeps the published schema. */
const read = (report: Report, options = reportOptions()): Run => {
  const log = JSON.parse(renderSarif(report, options))
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  expect(log.version).toBe('2.1.0')
  expect(log.runs).toHaveLength(1)
  return log.runs[0]
}

const reportOf = (findings: readonly Finding[], part: Partial<Report> = {}): Report => ({
  toolVersion: '1.2.3',
  files: [checkedFile(findings)],
  rules: RULES,
  ...part,
})

/** What a region of the sample encloses, found as an editor finds it. */
const textAt = (location: Location | undefined): string => {
  if (location === undefined) throw new Error('there is no location')
  const { startLine, startColumn, endLine, endColumn } = location.physicalLocation.region
  expect(endLine).toBe(startLine)
  return SAMPLE_TEXT.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1) ?? ''
}

describe('the SARIF log', () => {
  test('is read by a schema that tells right from wrong', () => {
    const log = JSON.parse(renderSarif(REPORT, reportOptions()))
    expect(validate({ ...log, version: '2.0.0' })).toBe(false)
    expect(validate({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] })).toBe(false)
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ ruleId: 'x' }] }] })).toBe(false)
  })

  test('says what it is of', () => {
    const run = read(REPORT)
    expect(run).toMatchObject({
      tool: { driver: { name: 'pbo', version: '1.2.3', semanticVersion: '1.2.3' } },
      language: 'zh-CN',
      columnKind: 'utf16CodeUnits',
      automationDetails: { id: 'pbo/' },
      artifacts: [
        { location: { uri: 'data/gone.txt', uriBaseId: '%SRCROOT%' } },
        { location: { uri: 'data/sample.txt', uriBaseId: '%SRCROOT%' }, encoding: 'UTF-8' },
      ],
    })
    expect(Object.keys(run.originalUriBaseIds)).toEqual(['%SRCROOT%'])
    expect(read(REPORT, reportOptions({ language: 'en' })).language).toBe('en-US')
    expect(read({ ...REPORT, toolVersion: 'dev' }).tool.driver).not.toHaveProperty('semanticVersion')
  })

  test('describes its rules as code scanning asks', () => {
    const { rules } = read(REPORT, reportOptions({ language: 'en' })).tool.driver
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
    expect(rules[1]).toEqual({
      id: 'missing-unit',
      shortDescription: { text: 'What missing-unit asks.' },
      fullDescription: { text: 'What missing-unit asks. What.' },
      help: {
        text: 'What missing-unit asks.\n\nWhat it finds\nWhat.\n\nWhy\nWhy.\n\nWhat to do\nFix.\n\nBasis\nBasis.',
        markdown:
          'What missing-unit asks.\n\n**What it finds**\n\nWhat.\n\n**Why**\n\nWhy.\n\n**What to do**\n\nFix.\n\n**Basis**\n\nBasis.',
      },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['budget', 'wording'], precision: 'medium', 'problem.severity': 'warning' },
    })
    expect(rules[2]).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { precision: 'very-high', 'problem.severity': 'error' },
    })
  })

  test('says all of a finding', () => {
    const [result, ...others] = read(REPORT).results
    expect(others).toHaveLength(1)
    expect(result).toMatchObject({
      ruleId: 'goal-indicator-mismatch',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: [
          '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个（[数量指标 2](1)）',
          '80 < 90',
          '依据：两处都说“三支一扶”岗位',
          '建议：使目标与指标一致，或说明差异',
        ].join('\n'),
      },
      properties: { category: 'consistency', data: { goal: '80', indicator: '90' } },
    })
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'data/sample.txt', uriBaseId: '%SRCROOT%' },
          region: { startLine: 5, startColumn: 71, endLine: 5, endColumn: 76 },
        },
        logicalLocations: [
          { name: '绩效目标 1', fullyQualifiedName: '“三支一扶”补贴 › 绩效目标 1', kind: 'element' },
        ],
      },
    ])
    expect(textAt(result?.locations[0])).toBe('80人以上')
    expect(result?.relatedLocations).toMatchObject([{ id: 1, message: { text: '数量指标 2' } }])
    expect(textAt(result?.relatedLocations[0])).toBe('≥90个')
  })

  test('links every related place from the message, in both languages', () => {
    const related = ['≥90个', '176人', '≥95%'].map((words) => ({
      at: plainFinding(words).at,
      note: { zh: `见[${words}]`, en: `see [${words}]` },
    }))
    const report = reportOf([{ ...MISMATCH, related }])
    for (const [language, start] of [
      ['zh', '（[见\\[≥90个\\]](1)、[见\\[176人\\]](2)、[见\\[≥95%\\]](3)）'],
      ['en', ' ([see \\[≥90个\\]](1), [see \\[176人\\]](2), [see \\[≥95%\\]](3))'],
    ] as const) {
      const [result] = read(report, reportOptions({ language })).results
      expect(result?.message.text.split('\n')[0]).toBe(MISMATCH.message[language] + start)
      expect(result?.relatedLocations.map(({ id }) => id)).toEqual([1, 2, 3])
    }
  })

  test('has both fingerprints, with twins told apart', () => {
    const { results } = read(reportOf([plainFinding('176人'), plainFinding('176人')]))
    const [first, second] = results.map(({ partialFingerprints }) => partialFingerprints)
    const print = first?.['pbo/v1']
    expect(print).toMatch(/^[0-9a-f]{16}$/)
    expect(first).toEqual({ 'pbo/v1': print, primaryLocationLineHash: `${print}:1` })
    expect(second).toEqual({ 'pbo/v1': `${print}:2`, primaryLocationLineHash: `${print}:2` })
  })

  test('levels: info is a note, and rules that only findings know are described too', () => {
    const info = plainFinding('176人', { severity: 'info', rule: 'other' })
    const { results, tool } = read(reportOf([info]), reportOptions({ level: 'info' }))
    expect(results).toMatchObject([{ ruleId: 'other', ruleIndex: 3, level: 'note' }])
    expect(tool.driver.rules[3]).toEqual({
      id: 'other',
      defaultConfiguration: { level: 'note' },
      properties: { tags: ['budget', 'wording'], precision: 'medium', 'problem.severity': 'recommendation' },
    })
    const bare = read({ toolVersion: '0', files: [checkedFile([MISMATCH, plainFinding('176人')])] })
    expect(bare.tool.driver.rules.map(({ id }) => id)).toEqual(['goal-indicator-mismatch', 'missing-unit'])
    expect(bare.results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1])
  })

  test('without findings has an empty list of results', () => {
    const run = read(reportOf([]))
    expect(run.results).toEqual([])
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
  })

  test('notifies of unreadable files, assumptions and crashes, and opens no alert for them', () => {
    const crash = plainFinding('合计', { rule: RULE_CRASH, severity: 'error' })
    const notes = [{ zh: '按 GB18030 读取', en: 'read as GB18030' }]
    const run = read({
      toolVersion: '0',
      files: [FAILED, checkedFile([crash], { notes })],
      skipped: [SKIPPED],
    })
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations
    expect(executionSuccessful).toBe(false)
    expect(run.results).toEqual([])
    expect(run.tool.driver.rules).toEqual([])
    expect(
      toolExecutionNotifications.map(({ descriptor, level, message, locations }) => [
        run.tool.driver.notifications[descriptor.index]?.id === descriptor.id && descriptor.id,
        level,
        message.text,
        locations?.[0]?.physicalLocation.artifactLocation,
      ]),
    ).toEqual([
      ['unreadable-file', 'error', '文件不存在', artifactOf('data/gone.txt')],
      ['reading-note', 'note', '按 GB18030 读取', artifactOf('data/sample.txt')],
      ['rule-crash', 'error', '合计 没有单位', artifactOf('data/sample.txt')],
      ['skipped-file', 'note', '没有表格', artifactOf('data/notes.txt')],
    ])
  })

  test('in formats without lines has the address, and no line but that of the file as a whole', () => {
    const { results, artifacts } = read({ toolVersion: '0', files: [ADDRESSED] })
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }
    expect(results[0]?.message.text).toMatch(/^Sheet1!D5：.*（\[合计\]\(1\)）\n/)
    expect(results[0]?.properties['address']).toBe('Sheet1!D5')
    expect(results[0]?.locations).toMatchObject([
      { physicalLocation: { region }, logicalLocations: [{ fullyQualifiedName: 'Sheet1!D5' }] },
    ])
    expect(results[0]?.relatedLocations).toMatchObject([
      { physicalLocation: { region }, logicalLocations: [{ fullyQualifiedName: 'Sheet1!C5' }] },
    ])
    expect(artifacts).toEqual([{ location: artifactOf('data/table.xlsx') }])
  })

  test('keeps the worst 25,000 results in their order and says how many it dropped', () => {
    const infos = Array.from({ length: 20_000 }, () => plainFinding('176人', { severity: 'info' }))
    const errors = Array.from({ length: 5_003 }, () => plainFinding('≥95%', { severity: 'error' }))
    const files: readonly FileResult[] = [
      checkedFile(infos, { path: 'a.txt' }),
      checkedFile(errors, { path: 'b.txt' }),
    ]
    const log = JSON.parse(
      renderSarif(
        { toolVersion: '0', files },
        reportOptions({ level: 'info', language: 'en', hash: (text) => text.slice(0, 8) }),
      ),
    )
    const { results, invocations } = log.runs[0] as Run
    expect(results).toHaveLength(25_000)
    const levels = results.map(({ level }) => level)
    expect(levels.indexOf('error')).toBe(19_997)
    expect(levels.filter((level) => level === 'error')).toHaveLength(5_003)
    expect(invocations[0].toolExecutionNotifications).toEqual([
      {
        descriptor: { id: 'results-dropped', index: 4 },
        level: 'warning',
        message: { text: 'More than 25000 results: the gravest are kept, and 3 left out.' },
      },
    ])
  })

  test.each(HOSTILE_TEXTS)(
    'keeps the schema, shows what is unseen, makes no link: hostile text %#',
    (words) => {
      const text = renderSarif(hostileReport(words), reportOptions())
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      const run = read(hostileReport(words))
      expect(run.results).toHaveLength(1)
      for (const { message, relatedLocations } of run.results) {
        expect(message.text.split('\n')).toHaveLength(4)
        const links = message.text.match(/(?<!\\)\[(?:[^[\]\\]|\\.)*\]\([^)]*\)/g) ?? []
        expect(links.map((link) => /\(([^)]*)\)$/.exec(link)?.[1])).toEqual(['1'])
        expect(message.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(relatedLocations).toHaveLength(1)
      }
      expect(run.artifacts).toHaveLength(2)
    },
  )
})

test.each([
  ['data/a b.txt', { uri: 'data/a%20b.txt', uriBaseId: '%SRCROOT%' }],
  ['./data/../x.txt', { uri: 'data/../x.txt', uriBaseId: '%SRCROOT%' }],
  ['青海/预算(1).txt', { uri: '%E9%9D%92%E6%B5%B7/%E9%A2%84%E7%AE%97%281%29.txt', uriBaseId: '%SRCROOT%' }],
  ['a#b?c%d.txt', { uri: 'a%23b%3Fc%25d.txt', uriBaseId: '%SRCROOT%' }],
  ['c:x.txt', { uri: 'c%3Ax.txt', uriBaseId: '%SRCROOT%' }],
  ['<stdin>', { uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' }],
  ['a\nb\u202e.txt', { uri: 'a%0Ab%E2%80%AE.txt', uriBaseId: '%SRCROOT%' }],
  ['a\ud800.txt', { uri: 'a%EF%BF%BD.txt', uriBaseId: '%SRCROOT%' }],
  ['/home/a b.txt', { uri: 'file:///home/a%20b.txt' }],
  ['C:/data/a.txt', { uri: 'file:///C:/data/a.txt' }],
  ['//server/share/a.txt', { uri: 'file://server/share/a.txt' }],
])('the path %j is %j', (path, location) => {
  expect(artifactOf(path)).toEqual(location)
})

test.each([
  ['[a](1)', '[a] (1)'],
  ['[a] (1)', '[a] (1)'],
  ['a]((b', 'a] ((b'],
  ['a\n::error::', 'a\\n::error::'],
])('plain text %j makes no link: %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test.each([
  ['a]b[c', 'a\\]b\\[c'],
  ['a\\', 'a\\\\'],
])('words of a link %j are closed in: %j', (text, words) => {
  expect(linkText(text)).toBe(words)
})
