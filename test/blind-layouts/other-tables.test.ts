import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { uncoveredIn } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const read = async (page: string) => {
  const [opened] = await openFile(new TextEncoder().encode(page), { isUtf8: () => true })
  if (opened?.kind !== 'document') throw new Error('no document')
  const { disclosure, layouts } = parseDocument(opened.document)
  const lines = printTree(disclosure).filter((line) => !line.startsWith('left '))
  return { disclosure, layouts, lines, missed: uncoveredIn(opened.document) }
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (...rows: readonly string[]): string => `<table>${rows.join('')}</table>`

const FORM = table(
  row('项目名称', '路灯维护'),
  row('预算金额', '20万元'),
  row('年度目标', '维护路灯300盏。'),
  row('一级指标', '二级指标', '三级指标', '指标值'),
  row('产出指标', '数量指标', '维护路灯', '300盏'),
  row('效益指标', '社会效益指标', '夜间出行', '更安全'),
  row('满意度指标', '服务对象满意度指标', '居民满意度', '≥90%'),
)

const FORM_LINES = [
  'project 路灯维护 20万元',
  '  goal (annual) 维护路灯300盏。',
  '  L1 产出指标 [output]',
  '    L2 数量指标 [quantity]',
  '      维护路灯 | (=) 300 盏',
  '  L1 效益指标 [benefit]',
  '    L2 社会效益指标 [social]',
  '      夜间出行 | “更安全”',
  '  L1 满意度指标 [satisfaction]',
  '    L2 服务对象满意度指标 [recipient-satisfaction]',
  '      居民满意度 | ≥ 90 %',
]

/** Tables that a budget prints beside that of its goals (FORM); none of them holds projects with goals. */
const OTHERS: readonly (readonly [name: string, html: string])[] = [
  [
    '收支总表',
    `<p>部门收支总表</p>${table(row('收入', '', '支出', ''), row('项目', '预算数', '项目', '预算数'), row('财政拨款', '20.00', '城乡社区支出', '20.00'), row('收入总计', '20.00', '支出总计', '20.00'))}`,
  ],
  [
    '三公经费表',
    `<p>一般公共预算“三公”经费支出表</p>${table(row('合计', '因公出国（境）费', '公务接待费'), row('3.00', '0.00', '3.00'))}`,
  ],
  [
    '三公经费表 without a title',
    table(row('合计', '因公出国（境）费', '公务接待费'), row('3.00', '0.00', '3.00')),
  ],
  [
    '支出表 by 科目',
    table(
      row('科目编码', '科目名称', '基本支出', '项目支出'),
      row('2120399', '其他城乡社区公共设施支出', '0', '20'),
    ),
  ],
  [
    '项目支出表',
    `<p>项目支出表</p>${table(row('类型', '项目名称', '项目单位', '合计'), row('特定目标类', '路灯维护', '某县城管局', '20.00'), row('合计', '', '', '20.00'))}`,
  ],
  [
    '机关运行经费 under a heading of its own',
    `<p>二、机关运行经费</p>${table(row('年度', '机关运行经费', '增减'), row('2025', '120.5', '-3.2'))}`,
  ],
  [
    '政府采购预算表',
    `<p>政府采购预算表</p>${table(row('采购项目', '采购目录', '数量', '金额'), row('路灯', 'A0206', '300', '20'))}`,
  ],
]

describe.each(OTHERS)('%s', (_, other) => {
  test.each([
    ['before', `${other}<p>项目支出绩效目标表</p>${FORM}`],
    ['behind', `<p>项目支出绩效目标表</p>${FORM}${other}`],
    ['on both sides of', `${other}<p>项目支出绩效目标表</p>${FORM}${other}`],
  ])('%s a form is left over, without findings', async (_, page) => {
    const { disclosure, layouts, lines, missed } = await read(page)
    expect(lines).toEqual(['title 项目支出绩效目标表', ...FORM_LINES])
    expect(layouts).toEqual(['form-per-project'])
    expect(missed).toEqual([])
    expect(check(disclosure).map(({ rule }) => rule)).toEqual([])
  })
})

test('a list of projects without goals is read where a file has nothing else', async () => {
  const { lines } = await read(
    table(row('项目名称', '金额(万元)'), row('路灯维护', '20.00'), row('合计', '20.00')),
  )
  expect(lines).toEqual(['unit 万元', 'total 合计 20.00', 'project 路灯维护 20.00'])
})

test('a glossary of the words of forms is none', async () => {
  const { layouts, lines, disclosure } = await read(
    table(
      row('中文', 'English'),
      row('项目', 'project'),
      row('金额', 'amount'),
      row('绩效目标', 'performance goal'),
      row('指标值、目标值', 'target'),
    ),
  )
  expect(layouts).not.toContain('form-per-project')
  expect(lines).toEqual(['title 绩效目标'])
  expect(check(disclosure).map(({ rule }) => rule)).toEqual(['missing-column'])
})
