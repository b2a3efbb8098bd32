import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import type { Finding, Severity } from '../../src/model/finding.ts'
import type { FileResult } from '../../src/report/report.ts'
import { runPbo } from '../support/run.ts'
import { checkedFile, plainFinding, SAMPLE_TEXT } from '../support/samples.ts'

const finding = (severity: Severity): Finding => plainFinding('176人', { severity })
const failed: FileResult = { kind: 'failed', path: 'x', error: { zh: '坏', en: 'bad' } }
const codeOf = (
  findings: readonly Finding[],
  thresholds: Partial<Parameters<typeof exitCodeOf>[1]> = {},
  more: readonly FileResult[] = [],
) =>
  exitCodeOf(
    { toolVersion: '0', files: [checkedFile(findings), ...more] },
    { failOn: 'error', maxWarnings: undefined, ...thresholds },
  )

describe('the exit code', () => {
  test.each([
    ['error', 'error', 1],
    ['error', 'warning', 0],
    ['error', 'info', 0],
    ['warning', 'error', 1],
    ['warning', 'warning', 1],
    ['warning', 'info', 0],
    ['info', 'info', 1],
    ['never', 'error', 0],
  ] as const)('--fail-on %s with one finding of level %s is %i', (failOn, severity, code) => {
    expect(codeOf([finding(severity)], { failOn })).toBe(code)
  })

  test('is 0 without findings, whatever the threshold', () => {
    expect(codeOf([], { failOn: 'info', maxWarnings: 0 })).toBe(0)
  })

  test('counts warnings against --max-warnings, also with --fail-on never', () => {
    const two = [finding('warning'), finding('warning')]
    expect(codeOf(two, { maxWarnings: 2 })).toBe(0)
    expect(codeOf(two, { maxWarnings: 1 })).toBe(1)
    expect(codeOf(two, { maxWarnings: 1, failOn: 'never' })).toBe(1)
    expect(codeOf([finding('info'), finding('info')], { maxWarnings: 0 })).toBe(0)
  })

  test('is 2 for a file that could not be checked, and for a crashed rule, before all else', () => {
    expect(codeOf([finding('error')], {}, [failed])).toBe(2)
    expect(
      codeOf([plainFinding('176人', { rule: 'rule-crash', severity: 'error' })], { failOn: 'never' }),
    ).toBe(2)
  })
})

test.each(['pretty', 'compact', 'json'])('does not depend on the format %s', async (format) => {
  expect((await runPbo(`check sample.txt --format ${format}`, {}, [finding('error')])).code).toBe(1)
  expect((await runPbo(`check sample.txt --format ${format}`, {}, [finding('warning')])).code).toBe(0)
  expect((await runPbo(`check sample.txt gone.txt --format ${format}`)).code).toBe(2)
})

test('is 2 when the output cannot be written, and says why', async () => {
  const { code, err } = await runPbo('check sample.txt', { outputFailure: 'ENOSPC: no space left' })
  expect(code).toBe(2)
  expect(err).toContain('无法写出结果: ENOSPC: no space left')
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('is that of %s, after printing what is done', async (signal, code) => {
  const outcome = await runPbo(
    'check a.txt b.txt --format compact',
    {
      files: { 'a.txt': SAMPLE_TEXT, 'b.txt': SAMPLE_TEXT },
      interruptAfter: { turns: 1, signal },
    },
    [finding('error')],
  )
  expect(outcome.code).toBe(code)
  expect(outcome.out).toContain('a.txt')
  expect(outcome.out).toMatch(/^b\.txt: error 运行被中断，本文件没有处理完/m)
})
