import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../src/report/finding-rows.ts'
import type { Report } from '../../src/report/report.ts'
import { renderXlsx } from '../../src/report/xlsx.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, HOSTILE_TEXTS, hostileReport, REPORT, SKIPPED } from '../support/report-files.ts'
import { checkedFile, plainFinding } from '../support/samples.ts'

type Cells = (string | number | boolean | Date | null)[][]

const read = async (bytes: Uint8Array): Promise<{ names: string[]; sheets: Cells[] }> => {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false })
  return {
    names: sheets.map(({ sheet }) => sheet),
    sheets: sheets.map(({ data }) => data as Cells),
  }
}

/** The parts of a workbook, one after the other. */
const xmlOf = async (bytes: Uint8Array): Promise<string> => {
  const { CFB } = await import('@e965/xlsx')
  const { FileIndex }: { FileIndex: { name: string; content: Uint8Array }[] } = CFB.read(bytes, {
    type: 'array',
  })
  return FileIndex.filter(({ name }) => name.endsWith('.xml'))
    .map(({ content }) => new TextDecoder().decode(Uint8Array.from(content)))
    .join('')
}

describe('the workbook', () => {
  test('has the same bytes whatever was read before', async () => {
    const before = await renderXlsx(REPORT, reportOptions())
    const { read: readBook } = await import('@e965/xlsx')
    readBook(readFileSync('fixtures/office/menyuan-2022.xls'))
    expect(Buffer.from(await renderXlsx(REPORT, reportOptions())).equals(before)).toBe(true)
  })

  test('has a sheet of findings and a sheet of files', async () => {
    const { names, sheets } = await read(await renderXlsx(REPORT, reportOptions()))
    expect(names).toEqual(['问题', '汇总'])
    const [findings = [], files = []] = sheets
    expect(findings).toHaveLength(4)
    expect(findings[0]?.slice(0, 4)).toEqual(['文件', '行', '列', '止行'])
    expect(findings[1]?.[COLUMNS.indexOf('message')]).toBe('文件不存在')
    expect(findings[2]?.slice(0, 15)).toEqual([
      'data/sample.txt',
      5,
      71,
      5,
      76,
      null,
      'error',
      'goal-indicator-mismatch',
      'consistency',
      '“三支一扶”补贴 › 绩效目标 1',
      '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个',
      '另见 5:171 数量指标 2',
      '80 < 90',
      '两处都说“三支一扶”岗位',
      '使目标与指标一致，或说明差异',
    ])
    expect(files).toEqual([
      ['文件', '状态', '错误', '警告', '提示', '项目', '绩效目标', '绩效指标', '说明'],
      ['data/gone.txt', '未能检查', null, null, null, null, null, null, '文件不存在'],
      ['data/sample.txt', '已检查', 1, 1, 1, 1, 1, 3, '按 GB18030 读取'],
      ['合计', null, 1, 1, 1, null, null, null, null],
      ['pbo 1.2.3', null, null, null, null, null, null, null, null],
    ])
  })

  test('speaks English', async () => {
    const { names, sheets } = await read(await renderXlsx(REPORT, reportOptions({ language: 'en' })))
    expect(names).toEqual(['Findings', 'Summary'])
    expect(sheets[0]?.[3]?.[COLUMNS.indexOf('message')]).toBe('176人 has no unit')
    expect(sheets[1]?.[1]?.[1]).toBe('could not be checked')
  })

  test('names files that are no filings', async () => {
    const { sheets } = await read(await renderXlsx({ ...REPORT, skipped: [SKIPPED] }, reportOptions()))
    expect(sheets[1]?.[3]).toEqual([
      'data/notes.txt',
      '不含绩效目标表',
      ...[null, null, null, null, null, null],
      '没有表格',
    ])
  })

  test('has addresses and no lines where the format has none', async () => {
    const { sheets } = await read(await renderXlsx({ toolVersion: '0', files: [ADDRESSED] }, reportOptions()))
    expect(sheets[0]?.[1]?.slice(0, 6)).toEqual(['data/table.xlsx', null, null, null, null, 'Sheet1!D5'])
  })

  test('is the same bytes for the same report', async () => {
    expect(await renderXlsx(REPORT, reportOptions())).toEqual(await renderXlsx(REPORT, reportOptions()))
  })

  test('says how many findings a full sheet leaves out', async () => {
    const files = [checkedFile([plainFinding('176人'), plainFinding('≥95%'), plainFinding('≥90个')])]
    const { sheets } = await read(await renderXlsx({ toolVersion: '0', files }, reportOptions(), 2))
    expect(sheets[0]).toHaveLength(3)
    expect(sheets[1]?.slice(-2).map((row) => row.slice(0, 3))).toEqual([
      ['超出工作表行数、未列出的问题', null, 1],
      ['pbo 0', null, null],
    ])
  })

  test('cuts what no cell can hold, between whole characters', async () => {
    const long = `${'字'.repeat(32_765)}😀😀`
    const report: Report = {
      toolVersion: '0',
      files: [checkedFile([plainFinding('176人', { working: [long] })])],
    }
    const { sheets } = await read(await renderXlsx(report, reportOptions()))
    expect(sheets[0]?.[1]?.[COLUMNS.indexOf('working')]).toBe(`${'字'.repeat(32_765)}…`)
  })

  test.each(HOSTILE_TEXTS)('holds text only, as it was written: hostile text %#', async (words) => {
    const bytes = await renderXlsx(hostileReport(words), reportOptions())
    const xml = await xmlOf(bytes)
    expect(xml).toContain('<sheetData>')
    expect(xml).not.toMatch(/<f[ >]|t="(?:str|e|b)"|<hyperlink/)
    const { sheets } = await read(bytes)
    expect(sheets.map((rows) => rows.length)).toEqual([3, 6])
    const cell = sheets[0]?.[2]?.[COLUMNS.indexOf('message')]
    expect(cell).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    const shown = /[\p{Cc}\p{Cf}\p{Cs}]/u.test(words) ? undefined : words
    if (shown !== undefined) expect(cell).toBe(shown)
  })
})
