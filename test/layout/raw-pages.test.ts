import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

/** The indicators of a text: headings, name, value, points, and what became of it. */
const read = (text: string): readonly string[] =>
  projectsOf(parse(new Source(text)).disclosure).flatMap((project) =>
    indicatorsOf(project).map(({ indicator: { name, target, weight, actual }, categories }) =>
      [
        ...categories.map((heading) => heading.name.text),
        name.text,
        `${target.text.text}${weight === undefined ? '' : ` (${weight.text.text})`}`,
        ...(actual === undefined ? [] : [`→ ${actual.text.text}`]),
      ].join(' '),
    ),
  )

const fields = (text: string): readonly string[] =>
  projectsOf(parse(new Source(text)).disclosure).map(({ name, amount, goals }) =>
    [name.text, amount.text.text, ...goals.map((goal) => goal.text.text)].join(' | '),
  )

describe('headings that end in 值', () => {
  const lines = (heading: string, ...rows: readonly string[]): string =>
    [
      '项目支出目标申报表',
      '项目名称',
      '中学图书购置',
      '项目主管部门',
      '某县第二中学',
      '项目资金申请（万元）',
      '资金总额：',
      '36.5',
      '其他：',
      '项目总体情况',
      '按每生每年25元购置图书，主要用于充实阅览室和班级书架，方便学生借阅。',
      '一级',
      '二级',
      '三级',
      '年度数值',
      heading,
      ...rows,
      '某县教育局主办  某县信息中心承办',
      '地址：某县某路1号',
    ].join('\n\n')
  const ROWS = ['数量值', '购置图书册数', '≥8000册', '效益值', '社会效益值', '学生借阅条件改善', '有效']

  test('are those of 产出指标 and 数量指标, each in a line of its own', () => {
    expect(read(lines('产出值', ...ROWS))).toEqual([
      '产出值 数量值 购置图书册数 ≥8000册',
      '效益值 社会效益值 学生借阅条件改善 有效',
    ])
  })

  test('the number below a label of money is its amount, not the money in a sentence below', () => {
    expect(fields(lines('产出值', ...ROWS))).toEqual([
      '中学图书购置 | 36.5 | 按每生每年25元购置图书，主要用于充实阅览室和班级书架，方便学生借阅。',
    ])
  })

  test('the value of what is made is a name', () => {
    expect(read(lines('产出指标', '数量指标', '农产品产出值', '≥30万元'))).toEqual([
      '产出指标 数量指标 农产品产出值 ≥30万元',
    ])
  })
})

describe('a glued table whose title names the project', () => {
  const TITLE = '2020年度某县校园食堂改造项目绩效评价指标表'
  const ROWS = [
    '评价指标评价内容指标名称指标说明目标值分值备注',
    '产出数量指标改造食堂间数达到预计值1220',
    '设备到位率达到目标值96%20',
    '质量指标验收合格达标率100%20',
    '师生满意度达到目标值90%以上10',
    '时效指标按期完工率达到目标值100%20',
    '总分90',
  ]

  test('is read, with what explains names apart from them', () => {
    expect(read([TITLE, ...ROWS].join('\n'))).toEqual([
      '产出 数量指标 改造食堂间数 12 (20)',
      '产出 数量指标 设备到位率 96% (20)',
      '产出 质量指标 验收合格达标率 100% (20)',
      '产出 质量指标 师生满意度 90%以上 (10)',
      '产出 时效指标 按期完工率 100% (20)',
    ])
    expect(fields([TITLE, ...ROWS].join('\n'))[0]).toMatch(/^某县校园食堂改造项目 \|/)
  })

  test('is not, where nothing names one', () => {
    expect(read(['2020年度绩效评价指标表', ...ROWS].join('\n'))).toEqual([])
  })
})

describe('a page that begins in the middle of a table', () => {
  const page = (...rows: readonly string[]): string =>
    rows.map((row) => `${row}${' |'.repeat(Math.max(0, 10 - row.split('|').length))}`).join('\n')
  const FIRST = ['护栏损坏修复率 | ≥ | 98 | % | 98 | 6', '成本指标 | 护栏采购单价 | ≤ | 120 | 元 | 118 | 6']
  const ROWS = [
    ...FIRST,
    '油漆采购单价 | ≤ | 35 | 元 | 35 | 6',
    '效益指标 | 社会效益指标 | 桥下通行事故数 | ≤ | 2 | 起 | 1 | 12',
    '可持续影响指标 | 桥梁巡检机制健全性 | 定性 | 优良中差 | | 良 | 10',
    '满意度指标 | 服务对象满意度指标 | 过桥司机满意度 | ≥ | 88 | % | 91 | 10',
  ]
  const FOOT = ['合计 | 100', '评价结论 | 预算执行较好，完成了维修任务。', '项目负责人： | 财务负责人：']

  test('is read without its header, each row in the column that its headings leave', () => {
    const READ = [
      '护栏损坏修复率 ≥98% (6) → 98%',
      '成本指标 护栏采购单价 ≤120元 (6) → 118元',
      '成本指标 油漆采购单价 ≤35元 (6) → 35元',
      '效益指标 社会效益指标 桥下通行事故数 ≤2起 (12) → 1起',
      '效益指标 可持续影响指标 桥梁巡检机制健全性 优良中差 (10) → 良',
      '满意度指标 服务对象满意度指标 过桥司机满意度 ≥88% (10) → 91%',
    ]
    const { disclosure } = parse(new Source(page(...ROWS, ...FOOT)))
    expect(read(page(...ROWS, ...FOOT))).toEqual(READ)
    expect(disclosure.truncated).toBe(true)
  })

  test.each([
    ['only two rows', FIRST],
    [
      'no headings',
      ['桥长 | = | 120 | 米', '桥宽 | = | 8 | 米', '限速 | ≤ | 40 | 公里', '限重 | ≤ | 20 | 吨'],
    ],
  ])('is not, where it has %s', (_, rows) => {
    expect(read(page(...rows))).toEqual([])
  })
})
