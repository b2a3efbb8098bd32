import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { renderFilingTable } from '../../src/report/html/filing-table.ts'
import { INDICATORS } from '../../src/report/long/indicators.ts'
import type { LongTable } from '../../src/report/long/long-table.ts'
import { MONEY, PROJECTS } from '../../src/report/long/projects.ts'
import { openCsv, openJsonLines, openMarkdown } from '../../src/report/long/write-text.ts'
import { renderTable } from '../../src/report/table.ts'
import { renderTree } from '../../src/report/tree.ts'
import { textsOf } from '../support/coverage.ts'
import { EVALUATION, evaluate, fileOf } from '../support/evaluation.ts'
import { reportOptions } from '../support/options.ts'
import { checkedFile, SAMPLE_FILE } from '../support/samples.ts'
import { tableText } from '../support/tables.ts'

const exhibit = { toolVersion: '0', files: [fileOf(EVALUATION)] }

describe('a self-evaluation', () => {
  test('as a table', () => {
    expect(renderTable(exhibit, reportOptions({ width: 80 }))).toMatchInlineSnapshot(`
      "某县2023年度项目支出绩效自评表
      2023 · 1 个项目，1 个绩效目标，3 个指标 · 文本，一项目一表

      ┌──────────┬────────────┬──────────────────┬──────────────┬────────────┬───────┐
      │ 一级指标 │ 二级指标   │ 三级指标         │ 指标值       │ 实际完成值 │ 得分  │
      ├──────────┴────────────┴──────────────────┴──────────────┴────────────┴───────┤
      │ 路灯维护                                                           4.00 万元 │
      ├──────────────────────────────────────────────────────────────────────────────┤
      │ 年度资金总额  年初预算数 5.00 万元，全年执行数 3.80 万元，执行率 95%，分值   │
      │               10，得分 9.5分                                                 │
      │ 其中:财政拨款  全年执行数 3.80 万元                                          │
      ├──────────────────────────────────────────────────────────────────────────────┤
      │ 目标 1  维护路灯200盏。                                                      │
      │ 完成情况  维护路灯198盏,基本完成年度目标。                                   │
      ├──────────┬────────────┬──────────────────┬──────────────┬────────────┬───────┤
      │ 产出     │ 数量       │ 维护路灯数       │   ≥ 200盏    │ 198盏      │ 45/50 │
      │          │            │   偏差原因 两盏  │              │            │       │
      │          │            │   待更换,已列入  │              │            │       │
      │          │            │   下年计划。     │              │            │       │
      │          │            │   说明 全县范围  │              │            │       │
      │          │            │   内的路灯       │              │            │       │
      │          ├────────────┼──────────────────┼──────────────┼────────────┼───────┤
      │          │ 质量       │ 合格率           │   ≥ 95%      │ 96%        │ 30/30 │
      ├──────────┼────────────┼──────────────────┼──────────────┼────────────┼───────┤
      │ 满意度   │ 服务对象满 │ 群众满意度       │   ≥ 90%      │ 91%        │ 10/10 │
      │          │ 意度       │                  │              │            │       │
      └──────────┴────────────┴──────────────────┴──────────────┴────────────┴───────┘
      "
    `)
  })

  test('as a tree', () => {
    expect(renderTree(exhibit, reportOptions({ width: 80, language: 'en' }))).toMatchInlineSnapshot(`
      "某县2023年度项目支出绩效自评表
      2023 · 1 project, 1 goal, 3 indicators · text, form-per-project

      └─ 路灯维护  4.00 万元
         ├─ 年度资金总额  年初预算数 5.00 万元, 全年执行数 3.80 万元, 执行率 95%,
         │                分值 10, 得分 9.5分
         ├─ 其中:财政拨款  全年执行数 3.80 万元
         ├─ Goal 1  维护路灯200盏。
         ├─ Result  维护路灯198盏,基本完成年度目标。
         ├─ 产出
         │  ├─ 数量
         │  │  └─ 维护路灯数  ≥ 200盏
         │  │     ├─ Actual  198盏
         │  │     ├─ Score  45/50
         │  │     ├─ Reason  两盏待更换,已列入下年计划。
         │  │     └─ Note  全县范围内的路灯
         │  └─ 质量
         │     └─ 合格率  ≥ 95%
         │        ├─ Actual  96%
         │        └─ Score  30/30
         └─ 满意度
            └─ 服务对象满意度
               └─ 群众满意度  ≥ 90%
                  ├─ Actual  91%
                  └─ Score  10/10
      "
    `)
  })

  const rowsOf = (table: LongTable): Record<string, unknown>[] =>
    tableText(table, [fileOf(EVALUATION)], openJsonLines)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  test('as rows of indicators', () => {
    const [first, second] = rowsOf(INDICATORS)
    expect(first).toMatchObject({
      target: '≥200盏',
      actual: '198盏',
      actual_value: '198',
      actual_unit: '盏',
      score: '45',
      reason: '两盏待更换,已列入下年计划。',
      notes: '全县范围内的路灯',
    })
    expect(second).toMatchObject({ actual_value: '96', score: '30', reason: null, notes: null })
  })

  test('as rows of projects and money', () => {
    expect(rowsOf(PROJECTS)).toMatchObject([
      { goals: 1, results: '维护路灯198盏,基本完成年度目标。', amount_yuan: '40000' },
    ])
    const amounts = rowsOf(MONEY).map((row) =>
      ['item', 'name', 'stage', 'stage_label', 'amount_yuan', 'amount', 'number'].map(
        (column) => row[column],
      ),
    )
    expect(amounts).toEqual([
      ['project', '路灯维护', null, null, '40000', '4.00', null],
      ['money', '年度资金总额', 'initial', '年初预算数', '50000', '5.00', null],
      ['money', '年度资金总额', 'executed', '全年执行数', '38000', '3.80', null],
      ['money', '年度资金总额', 'rate', '执行率', null, '95%', '95'],
      ['money', '年度资金总额', 'weight', '分值', null, '10', '10'],
      ['money', '年度资金总额', 'score', '得分', null, '9.5分', '9.5'],
      ['money', '其中:财政拨款', 'executed', '全年执行数', '38000', '3.80', null],
    ])
  })

  test('runs nothing in a spreadsheet', () => {
    const row = { category: '产出/数量', name: '路灯', target: '≥2盏', actual: '=1+1', notes: ['@sum(A1)'] }
    const evaluated = evaluate({ results: '=cmd()', rows: [{ ...row, reason: '-2+3' }] })
    const cells = [INDICATORS, PROJECTS].flatMap((table) => {
      const text = tableText(table, [fileOf(evaluated)], openCsv, { isForPeople: true })
      return (parseCsv(text, { bom: true }) as string[][]).flat()
    })
    expect(cells).toContain("'=1+1")
    expect(cells.filter((cell) => /^[=+\-@]./.test(cell))).toEqual([])
  })
})

describe('a filing without results', () => {
  test('has no columns for them where people read, and has them where machines do', () => {
    const columns = ['actual', 'score', 'reason', 'notes', 'results', 'stage', 'number']
    for (const table of [INDICATORS, PROJECTS, MONEY]) {
      const names = tableText(table, [SAMPLE_FILE], openMarkdown).split('\n')[0]?.split(' | ')
      expect(columns.filter((name) => names?.includes(name))).toEqual([])
      expect(tableText(table, [SAMPLE_FILE], openCsv)).toMatch(/,(?:actual|results|stage),/)
    }
    expect(tableText(INDICATORS, [fileOf(EVALUATION)], openMarkdown)).toContain('| actual |')
  })
})

describe('the page of a self-evaluation', () => {
  test('has plan and result side by side, and all of the text', async () => {
    const file = checkedFile([], fileOf(EVALUATION))
    const page = renderFilingTable(file, [], new Map(), 'f1').html
    const shown = page.replace(/<[^>]+>/g, '')
    for (const { text } of textsOf(EVALUATION.disclosure)) {
      for (const words of text.split(/\s+/)) expect(shown).toContain(words)
    }
    expect(page.replaceAll('"> ', '">')).toContain(
      '<span class="v">≥200盏 <span class="faint">50</span></span><span class="a">198盏</span>',
    )
    expect(page.match(/年度资金总额/g)).toHaveLength(1)
    expect(page.match(/全年执行数/g)).toHaveLength(1)
    const plain = renderFilingTable(checkedFile([]), [], new Map(), 'f1').html
    expect(plain).not.toMatch(/evaluated|pair|stages|class="a"/)
  })
})

test.each([
  [0.3, ['the table at 2:1 may have been read wrongly']],
  [0.5, []],
])('a reading with a confidence of %d is shown with %j', (confidence, lines) => {
  const { text, disclosure } = EVALUATION
  const start = text.indexOf('\n') + 1
  const readings = [{ span: { start, end: text.length }, confidence, inferred: [], leftovers: [] }]
  const file = fileOf({ text, disclosure: { ...disclosure, readings } })
  const shown = renderTable(
    { toolVersion: '0', files: [file] },
    reportOptions({ width: 100, language: 'en' }),
  )
  expect(shown.split('\n').filter((line) => line.includes('wrongly'))).toEqual(lines)
})
