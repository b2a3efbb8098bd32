import { describe, expect, test } from 'vitest'
import { splitNumbers } from '../../src/layout/text/money-table.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import type { ColumnRole } from '../../src/vocabulary/headers.ts'
import { printTree } from '../support/print-tree.ts'

const treeOf = (text: string): readonly string[] => printTree(parse(new Source(text)).disclosure)
const linesOf = (rows: readonly string[]): readonly string[] => treeOf(rows.join('\n'))
const onOneLine = (rows: readonly string[]): readonly string[] => treeOf(rows.join(''))

const NUMBERED = [
  '直达资金项目及绩效目标清单',
  '序号资金名称主管部门下达金额绩效目标绩效指标',
  '合计2094.27',
  '1优抚对象补助经费退役军人事务局2035.6足额发放抚恤补助。①数量指标:优抚对象人数≥2450人;②质量指标:发放准确率100%',
  '2农田建设补助资金农业农村局48.67建设高标准农田4400亩。①数量指标:建设高标准农田≥4400亩;②质量指标:验收合格率100%',
  '3医疗服务补助资金卫生健康局10培训基层医务人员20人。①数量指标:培训基层医务人员≥20人;②质量指标:考核合格率≥90%',
]

const IN_BRACKETS = [
  '2024年部门预算项目支出绩效目标公开表',
  '单位及项目名称金额(万元)绩效目标绩效指标',
  '合计110.50',
  '某区城市管理局110.50',
  '路灯维护经费86.00目标1:及时更换损坏灯具【产出指标-数量指标】指标1:维护路灯盏数(≥3200盏)\n【产出指标-质量指标】指标1:亮灯率(≥98%)',
  '执法装备购置24.50目标1:购置执法记录仪70台【产出指标-数量指标】指标1:购置执法记录仪(70台)\n【产出指标-质量指标】指标1:验收合格率(100%)',
]

describe('lists of projects whose cells are glued', () => {
  test.each([
    ['numbered', NUMBERED, ['优抚对象补助经费', '农田建设补助资金', '医疗服务补助资金'], 6],
    ['with values in brackets', IN_BRACKETS, ['路灯维护经费', '执法装备购置'], 4],
  ] as const)('%s: the same in lines and on one', (_, rows, names, count) => {
    const tree = linesOf(rows)
    expect(onOneLine(rows)).toEqual(tree)
    for (const name of names) expect(tree.some((line) => line.includes(name))).toBe(true)
    expect(tree.filter((line) => line.includes(' | '))).toHaveLength(count)
  })

  test('with blanks between the cells: name and agency are told apart by them', () => {
    const tree = linesOf([
      '直达资金项目及绩效目标清单',
      '序号 资金名称 主管部门 下达金额 绩效目标 绩效指标',
      '1 农田整治补助经费 河湖事务中心 2035.6 整治农田3900亩。 ①数量指标:整治农田≥3900亩;②质量指标:验收合格率100%',
      '2 基层医疗补助资金 卫生事务中心 48.67 培训医务人员20人。 ①数量指标:培训医务人员≥20人;②质量指标:考核合格率≥90%',
    ])
    expect(tree.some((line) => /project 农田整治补助经费 2035\.6$/.test(line))).toBe(true)
    expect(tree.some((line) => /project 基层医疗补助资金 48\.67$/.test(line))).toBe(true)
  })

  test('with a line for each indicator: projects, sums and numbers that add up', () => {
    const tree = linesOf([
      '项目支出绩效运行监控表',
      '单位名称项目名称预算数1-6月执行数执行进度年度目标一级指标二级指标三级指标年度指标值1-6月完成值',
      '318-某局部门2240555',
      '318001-某局普法经费50012024.00%全年开展宣传48场。产出指标数量指标宣传场次≥48场20场',
      '成本指标项目支出控制数≤500万元120万元',
      '满意度指标服务对象满意度指标群众满意度≥90%92%',
      '基层补贴174043525.00%按月发放补贴。产出指标数量指标发放人数≥14名14名',
      '时效指标发放及时率=100%100%',
    ])
    const text = tree.join('\n')
    for (const part of ['普法经费', '基层补贴', '500', '1740']) expect(text).toContain(part)
    expect(tree.filter((line) => line.includes(' | '))).toHaveLength(5)
  })

  test('a form whose title begins as a header does is none', () => {
    const tree = linesOf([
      '2021年部门预算项目支出绩效目标表',
      '项目名称科技项目支出',
      '年度资金总额2455.5',
      '其中:部门预算项目支出87.5',
      '专项预算支出2350',
      '年度总体目标支持科技计划项目85项。',
      '一级指标二级指标三级指标指标值',
      '产出指标数量指标支持项目数≥85项',
      '质量指标验收合格率≥90%',
    ])
    expect(tree.filter((line) => line.includes(' | '))).toHaveLength(2)
  })
})

describe('glued numbers', () => {
  const split = (digits: string, ...roles: readonly ColumnRole[]): readonly string[] =>
    splitNumbers(
      digits,
      roles.map((role) => ({ role })),
    ).map(([, { start, end }]) => digits.slice(start, end))

  test.each([
    ['50012024.00%', ['amount', 'executed', 'rate'], ['500', '120', '24.00%']],
    ['15.32.415.69%', ['amount', 'executed', 'rate'], ['15.3', '2.4', '15.69%']],
    ['2.900.00%', ['amount', 'executed', 'rate'], ['2.9', '0', '0.00%']],
    [
      '950,000.00750,000.00200,000.00',
      ['amount', 'funding', 'funding'],
      ['950,000.00', '750,000.00', '200,000.00'],
    ],
    // Nothing tells where the first ends.
    ['5010204', ['amount', 'executed'], []],
  ] as const)('%s', (digits, roles, parts) => {
    expect(split(digits, ...roles)).toEqual(parts)
  })
})
