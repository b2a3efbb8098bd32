import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardFormula, renderCsv } from '../../src/report/csv.ts'
import { COLUMNS } from '../../src/report/finding-rows.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'

const rowsOf = (report: Report, options = reportOptions()): Record<string, string>[] =>
  parse(renderCsv(report, options), { bom: true, columns: true, record_delimiter: '\r\n' })

describe('the CSV report', () => {
  test('begins with a byte-order mark and its columns, and ends rows with CRLF', () => {
    const text = renderCsv(REPORT, reportOptions())
    expect(text.startsWith(`\ufeff${COLUMNS.join(',')}\r\n`)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  test('has a row per listed finding and per file that could not be checked', () => {
    const rows = rowsOf(REPORT)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      path: 'data/gone.txt',
      severity: 'error',
      rule: '',
      message: '文件不存在',
    })
    expect(rows[1]).toEqual({
      path: 'data/sample.txt',
      line: '5',
      column: '71',
      endLine: '5',
      endColumn: '76',
      address: '',
      severity: 'error',
      rule: 'goal-indicator-mismatch',
      category: 'consistency',
      where: '“三支一扶”补贴 › 绩效目标 1',
      message: '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个',
      related: '另见 5:171 数量指标 2',
      working: '80 < 90',
      because: '两处都说“三支一扶”岗位',
      fix: '使目标与指标一致，或说明差异',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    expect(rows[2]).toMatchObject({ rule: 'missing-unit', severity: 'warning', because: '' })
    expect(rowsOf(REPORT, reportOptions({ language: 'en', level: 'info' })).at(-1)).toMatchObject({
      severity: 'info',
      message: '≥95% has no unit',
    })
  })

  test('has addresses and no lines where the format has none', () => {
    const [row] = rowsOf({ toolVersion: '0', files: [ADDRESSED] })
    expect(row).toMatchObject({
      line: '',
      column: '',
      endLine: '',
      endColumn: '',
      address: 'Sheet1!D5',
      related: '另见 Sheet1!C5 合计',
    })
  })

  test.each([
    ['=cmd()', "'=cmd()"],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['-', "'-"],
    ['-5', '-5'],
    ['+5.00', '+5.00'],
    ['-1,234,567.50', '-1,234,567.50'],
    ['-1,23', "'-1,23"],
    ['-5%', "'-5%"],
    ['-5\n=1', "'-5\n=1"],
    ['5-3', '5-3'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('guards %j as %j', (cell, guarded) => {
    expect(guardFormula(cell)).toBe(guarded)
  })

  test.each(HOSTILE_TEXTS)('no cell is a formula and nothing unseen is left: hostile text %#', (words) => {
    const text = renderCsv(hostileReport(words), reportOptions())
    expect(text.slice(1).replaceAll('\r\n', '').replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u,
    )
    const rows = rowsOf(hostileReport(words))
    expect(rows).toHaveLength(2)
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      if (!/^[+-]?\d+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }
  })

  test('a CSV reader gives back what was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a,";\n\r\t=\'＝| '), maxLength: 8 }), (words) => {
        const [, row] = rowsOf(hostileReport(words))
        const shown = words.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
        expect(row?.['message']).toBe(guardFormula(shown))
      }),
      { numRuns: 200 },
    )
  })
})
