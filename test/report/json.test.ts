import { describe, expect, test } from 'vitest'
import type { FileResult, ReportOptions } from '../../src/report/report.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { renderTreeJson } from '../../src/report/tree-json.ts'
import { Source } from '../../src/source/source.ts'
import { reportOptions } from '../support/options.ts'
import { renderJson } from '../support/render.ts'
import {
  checkedFile,
  fileOfText,
  MISMATCH,
  plainFinding,
  SAMPLE_FILE,
  SAMPLE_TEXT,
  spanOf,
} from '../support/samples.ts'

const failed: FileResult = { kind: 'failed', path: 'gone.txt', error: { zh: '没有', en: 'gone' } }
const info = plainFinding('≥95%', { severity: 'info' })

const report = (files: readonly FileResult[], options: Partial<ReportOptions> = {}) => {
  const text = renderJson({ toolVersion: '1.2.3', files }, reportOptions(options))
  return reportSchema.parse(JSON.parse(text))
}

describe('the JSON report', () => {
  test('keeps to its schema and says everything about a finding', () => {
    const { files, ...head } = report([checkedFile([MISMATCH, info]), failed], { language: 'en' })
    expect(head).toEqual({
      schemaVersion: 1,
      tool: { name: 'pbo', version: '1.2.3' },
      language: 'en',
      complete: false,
      counts: { error: 1, warning: 0, info: 1 },
      skipped: [],
    })
    expect(files[1]).toEqual({
      path: 'gone.txt',
      status: 'failed',
      error: 'gone',
      errors: { zh: '没有', en: 'gone' },
    })
    expect(files[0]).toMatchObject({
      path: 'data/sample.txt',
      status: 'checked',
      size: { projects: 1, goals: 1, indicators: 3 },
      findings: [
        {
          rule: 'goal-indicator-mismatch',
          severity: 'error',
          category: 'consistency',
          message: MISMATCH.message.en,
          messages: MISMATCH.message,
          data: { goal: '80', indicator: '90' },
          path: ['“三支一扶”补贴', 'goal 1'],
          working: ['80 < 90'],
          because: 'both speak of 三支一扶 posts',
          fix: 'make goal and indicator agree, or explain the difference',
        },
      ],
    })
  })

  test('has places in lines, code units and bytes that all mean the same', () => {
    const [file] = report([checkedFile([MISMATCH])]).files
    if (file?.status !== 'checked') throw new Error('the file is checked')
    const [finding] = file.findings
    if (finding === undefined) throw new Error('there is a finding')
    const bytes = new TextEncoder().encode(SAMPLE_TEXT)
    for (const [{ start, end }, words] of [
      [finding, '80人以上'],
      [finding.related[0] ?? finding, '≥90个'],
    ] as const) {
      expect(SAMPLE_TEXT.slice(start.offset, end.offset)).toBe(words)
      expect(SAMPLE_TEXT.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1)).toBe(words)
      expect(new TextDecoder().decode(bytes.subarray(start.byte, end.byte))).toBe(words)
    }
  })

  test('lists by level, counts all, and fingerprints do not depend on it', () => {
    const files = [checkedFile([info, plainFinding('≥95%', { severity: 'error' })])]
    const [all] = report(files, { level: 'info' }).files
    const [errors] = report(files, { level: 'error' }).files
    if (all?.status !== 'checked' || errors?.status !== 'checked') throw new Error('the files are checked')
    expect(all.findings.map(({ severity }) => severity)).toEqual(['info', 'error'])
    expect(errors.findings).toEqual(all.findings.slice(1))
    expect(errors.counts).toEqual({ error: 1, warning: 0, info: 1 })
    expect(all.findings[1]?.fingerprint).toBe(`${all.findings[0]?.fingerprint}:2`)
  })

  test('has addresses and no bytes where the text is not the file', () => {
    const source = new Source('264.79', [
      { span: { start: 0, end: 6 }, name: { zh: 'Sheet1!C5', en: 'Sheet1!C5' } },
    ])
    const finding = plainFinding('', { at: { start: 0, end: 6 } })
    const [file] = report([fileOfText('264.79', [finding], { source, encoded: undefined })]).files
    expect(file).toMatchObject({ findings: [{ address: 'Sheet1!C5', start: { offset: 0 } }] })
    expect(JSON.stringify(file)).not.toContain('byte')
  })

  test('holds no character that acts on a terminal, and still means the same', () => {
    const message = { zh: '\u202e\x1b', en: 'x' }
    const text = renderJson(
      { toolVersion: '0', files: [checkedFile([{ ...info, message }])] },
      reportOptions({ level: 'info' }),
    )
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(JSON.parse(text).files[0].findings[0].message).toBe(message.zh)
  })
})

test('the JSON tree: texts with their places, numbers as strings, nothing undefined', () => {
  const text = renderTreeJson({ toolVersion: '0', files: [SAMPLE_FILE, failed] }, reportOptions())
  const { schemaVersion, files } = JSON.parse(text)
  expect(schemaVersion).toBe(1)
  expect(files[1]).toMatchObject({ path: 'gone.txt', status: 'failed', error: '没有' })
  const [agency] = files[0].disclosure.agencies
  expect(agency.name).toEqual({ text: '门源县人社局(本级)', ...spanOf('门源县人社局(本级)'), line: 4 })
  const [, indicator] = agency.projects[0].categories[0].children[0].children
  expect(indicator.target).toMatchObject({
    kind: 'measured',
    comparator: '≥',
    implicit: false,
    measure: { numeral: { value: '90', decimals: 0 }, unit: { printed: '个', scale: '1', per: [] } },
  })
  expect(agency.projects[0].amount).toMatchObject({ money: '2400000', yuanPerUnit: '10000' })
})
