import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { LIST_COLUMNS, renderWorklist, worklistFiles } from '../../src/handout/worklist.ts'
import { RULE_CRASH } from '../../src/model/finding.ts'
import type { CheckedRecord } from '../../src/model/record.ts'
import { readArchive } from '../../src/read/archive.ts'
import { printable } from '../../src/report/printable.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { FAILED, HOSTILE_TEXTS, hostileReport, REPORT, SKIPPED } from '../support/report-files.ts'
import { checkedFile, MISMATCH, plainFinding } from '../support/samples.ts'
import { filesOf } from './handouts.ts'

const read = async (bytes: Uint8Array) =>
  (await readXlsxFile(Buffer.from(bytes), { trim: false })).map(({ sheet, data }) => ({
    name: sheet,
    rows: data as (string | number | null)[][],
  }))

const partsOf = async (bytes: Uint8Array): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await readArchive(bytes)).map((entry) => [entry.name, new TextDecoder().decode(entry.bytes)]),
  )

const FILED: CheckedRecord = {
  ...checkedFile([MISMATCH, plainFinding('176人'), plainFinding('≥95%', { severity: 'info' })]),
  path: 'data/sample.txt',
}

const report = (...files: readonly CheckedRecord[]): Report => ({ ...REPORT, files })

describe('整改清单', () => {
  test('is a workbook for each agency, and one that sums them up', async () => {
    const files = await filesOf(worklistFiles, { ...REPORT, skipped: [SKIPPED] })
    expect(Object.keys(files)).toEqual(['整改清单-门源县人社局(本级).xlsx', '整改清单汇总.xlsx'])
    const [list] = await read(files['整改清单-门源县人社局(本级).xlsx'] as Uint8Array)
    const at = list?.rows.findIndex(([first]) => first === '序号') ?? -1
    expect(list?.rows[0]?.[0]).toBe('门源县人社局(本级)项目支出绩效目标表整改清单')
    expect(list?.rows[at]).toEqual(LIST_COLUMNS)
    expect(list?.rows[at + 1]).toEqual([
      1,
      '门源县人社局(本级)',
      '“三支一扶”补贴',
      '第5行\n绩效目标 1',
      '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个。\n另见第5行：数量指标 2',
      expect.stringContaining('80 < 90'),
      expect.any(String),
      null,
      'data/sample.txt',
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ])
    const [summary] = await read(files['整改清单汇总.xlsx'] as Uint8Array)
    const cells = JSON.stringify(summary?.rows)
    expect(cells).toContain('本清单不完整')
    expect(cells).toContain('未能检查：文件不存在')
    expect(cells).toContain('未检查：没有表格')
    expect(summary?.rows.find(([, name]) => name === '合计')?.slice(3, 7)).toEqual([1, 1, 0, 2])
  })

  test('is in one workbook with a sheet for each', async () => {
    const sheets = await read(await renderWorklist(report(FILED), reportOptions()))
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '门源县人社局(本级)'])
  })

  test('has no row for what a baseline knows or the level leaves out, and says so', async () => {
    const [first, ...rest] = FILED.findings
    const known = { ...FILED, findings: [{ ...first, suppressed: { reason: '' } }, ...rest] } as CheckedRecord
    const [summary, list] = await read(await renderWorklist(report(known), reportOptions()))
    expect(list?.rows.filter(([number]) => typeof number === 'number')).toHaveLength(1)
    expect(JSON.stringify(summary?.rows)).toContain('另有 1 个已知问题')
  })

  test('counts an agency of which nothing was found', async () => {
    const clean = { ...FILED, findings: [], counts: { error: 0, warning: 0, info: 0 } }
    const files = await filesOf(worklistFiles, report(clean))
    expect(Object.keys(files)).toEqual(['整改清单汇总.xlsx'])
    const [summary] = await read(files['整改清单汇总.xlsx'] as Uint8Array)
    expect(JSON.stringify(summary?.rows)).toContain('未发现问题')
  })

  test('puts files of one agency together, and names each', async () => {
    const files = await filesOf(worklistFiles, report(FILED, { ...FILED, path: 'data/later.txt' }))
    const [list] = await read(files['整改清单-门源县人社局(本级).xlsx'] as Uint8Array)
    const places = list?.rows.filter(([number]) => typeof number === 'number').map((row) => row[3])
    expect(places?.map((place) => String(place).split('\n')[0])).toEqual([
      '《sample.txt》',
      '《sample.txt》',
      '《later.txt》',
      '《later.txt》',
    ])
  })

  test('is called by its file where nothing tells whose it is', async () => {
    const files = await filesOf(worklistFiles, report({ ...FILED, agencies: [], projects: [] }))
    expect(Object.keys(files)).toEqual(['整改清单-sample.xlsx', '整改清单汇总.xlsx'])
  })

  test('is printed in landscape, as wide as a page, with its headings on each, and has choices', async () => {
    const parts = await partsOf(await renderWorklist(report(FILED), reportOptions()))
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToHeight="0"/)
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
    expect(sheet).toMatch(
      /<dataValidation [^>]*sqref="H4:H5"[^>]*><formula1>&quot;已整改,未整改,情况说明&quot;<\/formula1>/,
    )
    expect(sheet).toMatch(/<col min="9"[^>]*hidden="1"/)
    expect(sheet).toMatch(/<col min="10"[^>]*hidden="1"/)
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'门源县人社局(本级)'!$1:$3</definedName>`,
    )
    // The order that the standard asks for.
    const order = [
      ...sheet.matchAll(
        /<(sheetPr|sheetViews|cols|sheetData|mergeCells|dataValidations|printOptions|pageMargins|pageSetup|headerFooter)\b/g,
      ),
    ]
    expect(order.map(([, name]) => name)).toEqual(
      'sheetPr sheetViews cols sheetData mergeCells dataValidations printOptions pageMargins pageSetup headerFooter'.split(
        ' ',
      ),
    )
  })

  test('has the same bytes for the same findings', async () => {
    const [first, second] = [
      await renderWorklist(report(FILED), reportOptions()),
      await renderWorklist(report(FILED), reportOptions()),
    ]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })

  test.each(HOSTILE_TEXTS)('computes nothing where a filing says %j', async (words) => {
    const bytes = await renderWorklist(hostileReport(words), reportOptions())
    for (const xml of Object.values(await partsOf(bytes))) {
      expect(xml).not.toMatch(/<f[> ]/)
      expect(xml).not.toMatch(/(?![\n\t\r])\p{Cc}/u)
    }
    const [, list] = await read(bytes)
    const row = list?.rows.find(([first]) => first === 1)
    expect(row?.[4]).toContain(printable(words).replace('\ufffe', '□'))
    expect(row?.slice(0, 7).join('')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })

  test.each([
    ["'[]:*?/\\", '___：＊？／＼'],
    ['History', 'History-2'],
    ['县'.repeat(50), '县'.repeat(31)],
    ['=cmd', '=cmd'],
  ])('has a sheet that may be called so for %s', async (name, sheet) => {
    const named = { ...FILED, agencies: [{ name, code: '1', region: '' }] }
    const [, list] = await read(await renderWorklist(report(named), reportOptions()))
    expect(list?.name).toBe(sheet)
  })

  test('says who has not filed', async () => {
    const rollCall = {
      agencies: [
        { name: '门源县人社局', code: '', is: 'filed', files: ['data/sample.txt'] },
        { name: '门源县教育局', code: '502', is: 'missing', files: [] },
      ],
      strangers: ['data/odd.txt'],
    } as const
    const [summary] = await read(await renderWorklist({ ...REPORT, rollCall }, reportOptions()))
    const rows = summary?.rows.map((row) => row.filter((cell) => cell !== null).join(' '))
    expect(rows).toContain('应报 2 个单位，已报 1 个，未报送 1 个，1 个文件不在名单内。')
    expect(rows?.join('\n')).toMatch(/502 门源县教育局 未报送\n\d+ odd\.txt 不属于名单中的任何单位/)
  })

  test('says nothing of the program to an agency', async () => {
    const odd = plainFinding('176人', {
      fix: { zh: '核对列名；确属新列名的，请告知 pbo 的维护者。', en: '' },
      because: { zh: '单位相容。', en: '' },
    })
    const crash = plainFinding('176人', { rule: RULE_CRASH })
    const failed = {
      kind: 'failed',
      path: 'a.txt',
      error: { zh: '没有认出表。若出现乱码，请用 --encoding 指明编码', en: '' },
    } as const
    const record = { ...checkedFile([odd, crash]), isComplete: false }
    const sheets = await read(await renderWorklist({ ...REPORT, files: [record, failed] }, reportOptions()))
    const [summary = '', list = ''] = sheets.map(({ rows }) => JSON.stringify(rows))
    expect(list).toContain('"核对列名。"')
    expect(list).toContain('单位相容。')
    expect(summary).toContain('未能检查：没有认出表。')
    expect(summary).toContain('检查没有全部做完')
    for (const text of [list, summary]) expect(text).not.toMatch(/--|pbo|crash|（TEXT）|missing-/)
    expect(sheets[1]?.rows.filter(([number]) => typeof number === 'number')).toHaveLength(1)
  })

  test('says which file could not be read', async () => {
    const [summary] = await read(await renderWorklist({ ...REPORT, files: [FAILED] }, reportOptions()))
    expect(JSON.stringify(summary?.rows)).toContain('gone.txt')
  })
})
