import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { ParsedFile } from '../../src/report/report.ts'
import { renderTable } from '../../src/report/table.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { renderTree } from '../../src/report/tree.ts'
import { COLOURED, reportOptions } from '../support/options.ts'
import { SAMPLE, SAMPLE_FILE } from '../support/samples.ts'

const exhibit = (file: ParsedFile = SAMPLE_FILE) => ({ toolVersion: '0', files: [file] })

describe('the table', () => {
  test('in Chinese, 60 columns', () => {
    expect(renderTable(exhibit(), reportOptions({ width: 60 }))).toMatchInlineSnapshot(`
      "门源县人社局2022年部门预算项目支出绩效目标公开表
      2022 · 合计 240.00 万元 · 1 个项目，1 个绩效目标，3 个指标 ·
      文本，一格多指标

      ┌──────────┬──────────┬─────────────────────┬──────────────┐
      │ 一级指标 │ 二级指标 │ 三级指标            │ 指标值       │
      ├──────────┴──────────┴─────────────────────┴──────────────┤
      │ 501001 门源县人社局(本级)                    240.00 万元 │
      ├──────────────────────────────────────────────────────────┤
      │ “三支一扶”补贴                               240.00 万元 │
      ├──────────────────────────────────────────────────────────┤
      │ 目标 1  为促进基层教育、农业、卫生、水利和扶贫等社会事业 │
      │         的发展提供人才支撑,年内新增“三支一扶”岗位80人以  │
      │         上,并按月落实岗位补贴和社会保险补贴。            │
      ├──────────┬──────────┬─────────────────────┬──────────────┤
      │ 产出     │ 数量     │ 1 “三支一扶”补贴发  │ (=) 176人    │
      │          │          │   放人数            │              │
      │          │          │ 2 “三支一扶”新增岗  │   ≥ 90个     │
      │          │          │   位                │              │
      ├──────────┼──────────┼─────────────────────┼──────────────┤
      │ 满意度   │          │ 1 人员满意度        │   ≥ 95%      │
      └──────────┴──────────┴─────────────────────┴──────────────┘
      (=) (≤)：原表未印计算符号，按含义补出
      "
    `)
  })

  test('with frames of ASCII where ambiguous characters take two columns', () => {
    const table = renderTable(exhibit(), reportOptions({ width: 60, ambiguousWidth: 2, language: 'en' }))
    expect(table).toMatchInlineSnapshot(`
      "门源县人社局2022年部门预算项目支出绩效目标公开表
      2022 · total 240.00 万元 · 1 project, 1 goal, 3 indicators
      · text, single-cell

      +----------+----------+---------------------+--------------+
      | Level 1  | Level 2  | Indicator           | Target       |
      +----------+----------+---------------------+--------------+
      | 501001 门源县人社局(本级)                    240.00 万元 |
      +----------------------------------------------------------+
      | “三支一扶”补贴                             240.00 万元 |
      +----------------------------------------------------------+
      | Goal 1  为促进基层教育、农业、卫生、水利和扶贫等社会事业 |
      |         的发展提供人才支撑,年内新增“三支一扶”岗位80人  |
      |         以上,并按月落实岗位补贴和社会保险补贴。          |
      +----------+----------+---------------------+--------------+
      | 产出     | 数量     | 1 “三支一扶”补贴  | (=) 176人    |
      |          |          |   发放人数          |              |
      |          |          | 2 “三支一扶”新增  |  ≥ 90个     |
      |          |          |   岗位              |              |
      +----------+----------+---------------------+--------------+
      | 满意度   |          | 1 人员满意度        |  ≥ 95%      |
      +----------+----------+---------------------+--------------+
      (=) (≤): no comparator printed, supplied by its meaning
      "
    `)
    expect(table).not.toMatch(/[─│┌]/)
  })

  test('has straight borders at any width, coloured or not', () => {
    for (const ambiguousWidth of [1, 2] as const) {
      for (let width = 60; width <= 130; width += 7) {
        const rows = renderTable(exhibit(), reportOptions({ width, ambiguousWidth }))
          .split('\n')
          .filter((line) => /^[│┌├└|+]/.test(line))
        const widths = new Set(rows.map((row) => textWidth(row, ambiguousWidth)))
        expect(widths.size).toBe(1)
        expect([...widths][0]).toBeLessThanOrEqual(width)
        expect([...widths][0]).toBe(Math.min(width, 120))
      }
    }
  })

  test('colour goes around the text, not into its width', () => {
    const bare = renderTable(exhibit(), reportOptions())
    const coloured = renderTable(exhibit(), reportOptions({ paint: COLOURED }))
    expect(coloured).toContain('\x1b[1m指标值\x1b[0m')
    expect(stripVTControlCharacters(coloured)).toBe(bare)
  })

  test('holds every word of goals, indicators and targets', () => {
    const table = renderTable(exhibit(), reportOptions({ width: 60 }))
    const words = table.replace(/[\s│├┤─┼┬┴]/g, '')
    expect(words).toContain('年内新增“三支一扶”岗位80人以上,并按月落实岗位补贴和社会保险补贴。')
    expect(words).toContain('2“三支一扶”新增岗')
    expect(words).toContain('≥90个')
  })

  test('shows amounts that are none', () => {
    const [agency] = SAMPLE.agencies
    if (agency === undefined) throw new Error('the sample has an agency')
    const { text, span } = agency.amount
    const withAmount = (kind: 'invalid-amount' | 'blank-amount'): string =>
      renderTable(
        exhibit({
          ...SAMPLE_FILE,
          disclosure: { ...SAMPLE, agencies: [{ ...agency, amount: { kind, text, span } }] },
        }),
        reportOptions(),
      )
    expect(withAmount('invalid-amount')).toContain('? 240.00 │')
    expect(withAmount('blank-amount')).toContain('— │')
  })
})

test('the tree', () => {
  expect(renderTree(exhibit(), reportOptions({ width: 60 }))).toMatchInlineSnapshot(`
    "门源县人社局2022年部门预算项目支出绩效目标公开表
    2022 · 合计 240.00 万元 · 1 个项目，1 个绩效目标，3 个指标 · 文本，一格多指标

    └─ 501001 门源县人社局(本级)  240.00 万元
       └─ “三支一扶”补贴  240.00 万元
          ├─ 目标 1  为促进基层教育、农业、卫生、水利和扶贫等
          │          社会事业的发展提供人才支撑,年内新增“三支
          │          一扶”岗位80人以上,并按月落实岗位补贴和社
          │          会保险补贴。
          ├─ 产出
          │  └─ 数量
          │     ├─ 1 “三支一扶”补贴发放人数  (=) 176人
          │     └─ 2 “三支一扶”新增岗位  ≥ 90个
          └─ 满意度
             └─ 1 人员满意度  ≥ 95%
    "
  `)
})

test('the tree keeps within the terminal', () => {
  for (const width of [40, 60, 100]) {
    const lines = renderTree(exhibit(), reportOptions({ width })).split('\n').slice(2)
    for (const line of lines) expect(textWidth(line, 1)).toBeLessThanOrEqual(width)
  }
})
