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

  test.each([
    [
      'an agency with its code in front of the first project, directions behind each indicator',
      [
        '部门预算项目绩效目标申报表(2023年度)',
        '单位名称项目名称预算数年度目标一级指标二级指标三级指标指标性质指标值度量单位权重指标方向性',
        '318-某县司法局部门1,068,000.00',
        '318001-某县司法局普法经费260,000.00全年开展普法48场。',
        '产出指标数量指标开展普法场次≥48场20正向指标产出指标成本指标宣传资料印制成本≤60000元20反向指标',
        '其他村镇服务经费808,000.00聘用14名调解员。',
        '产出指标数量指标聘用调解员=14名30正向指标效益指标社会效益指标化解基层矛盾定性有效化解20正向指标',
      ],
      ['普法经费 260,000.00', '其他村镇服务经费 808,000.00'],
      [
        '开展普法场次 | ≥ 48 场 | 20',
        '宣传资料印制成本 | ≤ 60000 元 | 20',
        '聘用调解员 | = 14 名 | 30',
        '化解基层矛盾 | “有效化解” | 20',
      ],
    ],
    [
      'parts beside the amount, no column behind the values',
      [
        '2024年部门预算项目支出绩效目标公开表',
        '项目名称预算数其中:财政拨款其他资金年度绩效目标一级指标二级指标三级指标指标性质指标值度量单位',
        '合计2,150,000.001,950,000.00200,000.00',
        '疾病预防经费950,000.00750,000.00200,000.00开展水质监测120份。',
        '产出指标数量指标水质监测份数≥120份满意度指标服务对象满意度指标接种对象满意度≥92%',
        '特别扶助资金1,200,000.001,200,000.000.00扶助200人。',
        '产出指标数量指标扶助对象人数=200人效益指标社会效益指标扶助家庭生活水平定性有所提高',
      ],
      ['疾病预防经费 950,000.00', '特别扶助资金 1,200,000.00'],
      [
        '水质监测份数 | ≥ 120 份',
        '接种对象满意度 | ≥ 92 %',
        '扶助对象人数 | = 200 人',
        '扶助家庭生活水平 | “有所提高”',
      ],
    ],
    [
      'numbered, with the money of the year under a word for where it comes from',
      [
        '某镇项目绩效目标表',
        '序号项目名称财政资金年度绩效目标一级指标二级指标三级指标指标值1-6月完成值',
        '1耕地复耕项目56.17复耕624亩。产出指标数量指标复耕面积624亩624亩',
        '满意度指标服务对象满意度指标农户满意度≥85%92%',
        '2农村供水工程38.6新建饮水设施10个。产出指标数量指标新建饮水设施10个10个',
        '合计2个项目94.77',
      ],
      ['耕地复耕项目 56.17', '农村供水工程 38.6'],
      [
        '复耕面积 | (=) 624 亩 → (=) 624 亩',
        '农户满意度 | ≥ 85 % → (=) 92 %',
        '新建饮水设施 | (=) 10 个 → (=) 10 个',
      ],
    ],
  ])('a row for each indicator, all on one line: %s', (_, rows, projects, indicators) => {
    const tree = onOneLine(rows)
    expect(tree.flatMap((line) => /project (.*)$/.exec(line)?.[1] ?? [])).toEqual(projects)
    expect(tree.flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))).toEqual(indicators)
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
