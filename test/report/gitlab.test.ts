import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { renderGitlab } from '../../src/report/gitlab.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'
import { checkedFile, plainFinding } from '../support/samples.ts'

/** What GitLab's documentation asks of a code quality report. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
}

const validate = new Ajv().compile(SCHEMA)

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: object
}

const read = (report: Report, options = reportOptions()): readonly Issue[] => {
  const issues = JSON.parse(renderGitlab(report, options))
  expect(validate(issues), JSON.stringify(validate.errors)).toBe(true)
  return issues
}

describe('the code quality report for GitLab', () => {
  test('has an issue per listed finding and per unreadable file', () => {
    expect(read(REPORT, reportOptions({ language: 'en', level: 'info' }))).toMatchObject([
      {
        description: 'no such file',
        check_name: 'unreadable-file',
        severity: 'blocker',
        location: { path: 'data/gone.txt', lines: { begin: 1 } },
      },
      {
        description: [
          'new posts this year: the goal says 80人以上, the indicator ≥90个',
          '80 < 90',
          'because both speak of 三支一扶 posts',
          'what to do: make goal and indicator agree, or explain the difference',
        ].join('\n'),
        check_name: 'goal-indicator-mismatch',
        severity: 'major',
        location: { path: 'data/sample.txt', lines: { begin: 5 } },
      },
      { check_name: 'missing-unit', severity: 'minor' },
      { check_name: 'missing-unit', severity: 'info' },
    ])
  })

  test('has no fingerprint twice: twins and the same finding in two files are told apart', () => {
    const twins = [plainFinding('176人'), plainFinding('176人')]
    const files = [checkedFile(twins, { path: './a.txt' }), checkedFile(twins, { path: 'b.txt' })]
    const issues = read({ toolVersion: '0', files })
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4)
    expect(issues.map(({ location }) => location)).toMatchObject([
      { path: 'a.txt' },
      { path: 'a.txt' },
      { path: 'b.txt' },
      { path: 'b.txt' },
    ])
  })

  test('has the address in the description where the format has no lines', () => {
    const [issue] = read({ toolVersion: '0', files: [ADDRESSED] })
    expect(issue?.description).toMatch(/^Sheet1!D5：/)
    expect(issue?.location).toEqual({ path: 'data/table.xlsx', lines: { begin: 1 } })
  })

  test.each(HOSTILE_TEXTS)('shows what is unseen and keeps its shape: hostile text %#', (words) => {
    const report = hostileReport(words)
    expect(renderGitlab(report, reportOptions()).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    expect(read(report)).toHaveLength(2)
    const shown = read(report).flatMap(({ description, location }) => [description, JSON.stringify(location)])
    expect(shown.join('').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  })
})
