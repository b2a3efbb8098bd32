import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/parse.ts'
import { INDICATORS } from '../../src/report/long/indicators.ts'
import { PROJECTS } from '../../src/report/long/projects.ts'
import type { ParsedFile } from '../../src/report/report.ts'
import { renderTable } from '../../src/report/table.ts'
import { renderTreeJson } from '../../src/report/tree-json.ts'
import { reportOptions } from '../support/options.ts'
import { SAMPLE_FILE } from '../support/samples.ts'
import { openScan } from '../support/scanned-table.ts'

const scannedFile = async (): Promise<ParsedFile> => {
  const { document } = await openScan([
    ['项目名称', '金额', '一级指标', '二级指标', '三级指标', '指标值'],
    ['道路养护', '1⟦0|8⟧.00万元', '产出指标', '数量指标', '养护里程', '≥1⟦2|7⟧公里'],
    ['', '', '产出指标', '质量指标', '验收合格率', '≥95%'],
  ])
  const { disclosure, format, layouts } = parseDocument(document)
  return { ...SAMPLE_FILE, source: document.source, disclosure, format, layouts }
}

const valuesOf = (
  { columns, rowsOf }: typeof INDICATORS,
  file: ParsedFile,
  name: string,
): readonly unknown[] => {
  const at = columns.findIndex((column) => column.name === name)
  const table = {
    read: file,
    content: undefined,
    record: () => ({ kind: 'skipped', path: '', reason: { zh: '', en: '' } }) as const,
  }
  return [...rowsOf(table, { language: 'zh' })].map((row) => row[at])
}

describe('what was read from a scan', () => {
  test('is marked in the table where it is not sure, and the mark is explained', async () => {
    const file = await scannedFile()
    const table = renderTable({ toolVersion: '0', files: [file] }, reportOptions({ width: 100 }))
    expect(table).toMatch(/10\.00 万元 \[\?\]/)
    expect(table).toMatch(/≥ 12公里 \[\?\]/)
    expect(table).toMatch(/≥ 95% +│/)
    expect(table).toContain('[?]：由扫描识别，没有把握，请核对原件')
  })

  test('has its certainty in JSON and in the tables; other files have none', async () => {
    const file = await scannedFile()
    const json = renderTreeJson({ toolVersion: '0', files: [file] }, reportOptions({}))
    expect(json).toMatch(/"text": ?"≥12公里"[^{}]*"ocrCertainty": ?83/)
    expect(json).not.toContain('"scan"')
    expect(valuesOf(INDICATORS, file, 'ocr_certainty')).toEqual([83, 99])
    expect(valuesOf(PROJECTS, file, 'ocr_certainty')).toEqual([99])
    expect(valuesOf(INDICATORS, SAMPLE_FILE, 'ocr_certainty')).toEqual([undefined, undefined, undefined])
    expect(renderTreeJson({ toolVersion: '0', files: [SAMPLE_FILE] }, reportOptions({}))).not.toContain(
      'ocrCertainty',
    )
  })
})
