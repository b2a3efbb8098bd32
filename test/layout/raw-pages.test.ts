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

const FORM_HEAD = ['项目支出绩效自评表', '项目名称 乡村公路养护', '主管部门 县交通局 实施单位 县公路站']

describe('lines whose cells only blanks part', () => {
  test('the label of the table in front of the first row again, and headings broken over lines', () => {
    const lines = [
      '项目支出绩效目标申报表',
      '项目名称 敬老院取暖补助',
      '预算单位 县民政局',
      '年度目标',
      '为全县敬老院发放取暖补助，让老人温暖过冬。',
      '绩效指标 一级指标 二级指标 三级指标 指标值（包含数字及文字描述）',
      '绩效指标 项目完成',
      '指标',
      '数量指标 发放取暖补助的敬老院 14所',
      '质量指标 补助资金足额发放 100%',
      '时效指标 补助发放时间 11月底前',
      '资金到账 10月底到位',
      '成本指标 补助标准控制 严格按照每床每月60元发放补助',
      '项目效益',
      '指标',
      '社会效益',
      '指标',
      '让入住老人安心过冬 100%',
      '可持续影响',
      '指标',
      '保持养老服务稳定 长期',
      '满意度指标 满意度指标 入住老人满意度 ≥92%',
      '家属满意度 95%',
    ]
    expect(read(lines.join('\n'))).toEqual([
      '项目完成指标 数量指标 发放取暖补助的敬老院 14所',
      '项目完成指标 质量指标 补助资金足额发放 100%',
      '项目完成指标 时效指标 补助发放时间 11月底前',
      '项目完成指标 时效指标 资金到账 10月底到位',
      '项目完成指标 成本指标 补助标准控制 严格按照每床每月60元发放补助',
      '项目效益指标 社会效益指标 让入住老人安心过冬 100%',
      '项目效益指标 可持续影响指标 保持养老服务稳定 长期',
      '满意度指标 入住老人满意度 ≥92%',
      '满意度指标 家属满意度 95%',
    ])
  })

  test('a header broken behind 一级指标, with blank lines and the points of a lost heading below it', () => {
    const lines = [
      ...FORM_HEAD,
      '资金情况',
      '（万元）',
      '全年预算数（A） 全年执行数（B） 分值 执行率（B/A） 得分',
      '年度资金总额： 6.35 6.35 10 100.00% 10',
      '年度总体目标 年初设定目标 年度总体目标完成情况综述',
      ' 养护县乡公路，及时修补坑槽。 完成了县乡公路养护。',
      '绩效指标 一级',
      '指标',
      '二级指标 三级指标 分值 年度指标值 全年实际值 得分 未完成原因及拟采取的改进措施',
      '',
      '',
      '(50分)',
      '数量指标 ★修补各类路面面积 15 15',
      '        沥青路面面积 320平方米 320平方米',
      '        水泥路面面积 85平方米 85平方米',
      '★清理各类边沟长度 15 14',
      '        土边沟长度 12公里 12公里',
      '        石边沟长度 4公里 3.5公里',
      '质量指标 ★路面修补合格率 10 9',
      '        坑槽修补及时率 95% 96%',
    ]
    expect(read(lines.join('\n'))).toEqual([
      '数量指标 修补各类路面面积  (15)',
      '数量指标 沥青路面面积 320平方米 → 320平方米',
      '数量指标 水泥路面面积 85平方米 → 85平方米',
      '数量指标 清理各类边沟长度  (15)',
      '数量指标 土边沟长度 12公里 → 12公里',
      '数量指标 石边沟长度 4公里 → 3.5公里',
      '质量指标 路面修补合格率  (10)',
      '质量指标 坑槽修补及时率 95% → 96%',
    ])
    expect(fields(lines.join('\n'))[0]).toMatch(/^乡村公路养护 \| 6\.35 \|/)
  })

  test('指标2 begins a row, though the one above has no value', () => {
    const lines = [
      ...FORM_HEAD,
      '年度目标',
      '目标1:修补县乡公路，保持路面平整。',
      '一级指标 二级指标 三级指标 指标值 完成值',
      '产出指标 数量指标 指标1.修补路面面积 ≥320平方米 350平方米',
      '指标2.清理边沟长度 ≥12公里 12公里',
      '指标3.更换标志牌数量 ≥20块 24块',
      '质量指标 指标1.修补合格率 100% 100%',
      '指标2.返修路段处置率',
      '指标3.养护记录完整率 ≥95% 97%',
      '成本指标 指标1.修补单价 90元/平方米 85元/平方米',
      '指标2.沥青采购平均标准',
      '指标3.水泥采购平均标准',
      '效益指标 社会效益指标 指标1.群众出行便利 有效提升 有效提升',
    ]
    expect(read(lines.join('\n'))).toEqual([
      '产出指标 数量指标 修补路面面积 ≥320平方米 → 350平方米',
      '产出指标 数量指标 清理边沟长度 ≥12公里 → 12公里',
      '产出指标 数量指标 更换标志牌数量 ≥20块 → 24块',
      '产出指标 质量指标 修补合格率 100% → 100%',
      '产出指标 质量指标 返修路段处置率 ',
      '产出指标 质量指标 养护记录完整率 ≥95% → 97%',
      '产出指标 成本指标 修补单价 90元/平方米 → 85元/平方米',
      '产出指标 成本指标 沥青采购平均标准 ',
      '产出指标 成本指标 水泥采购平均标准 ',
      '效益指标 社会效益指标 群众出行便利 有效提升 → 有效提升',
    ])
  })
})

describe('two numbers behind a name', () => {
  const table = (...rows: readonly string[]): string =>
    [...FORM_HEAD, '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分', ...rows].join('\n')

  test('are points and score where all points make 90 then', () => {
    const rows = [
      '产出指标 数量指标 养护公路里程 86公里 86公里 25 25',
      '质量指标 路面平整 25 24',
      '效益指标 社会效益指标 群众出行便利 30 30',
      '满意度指标 服务对象满意度指标 群众满意度 90% 93% 10 10',
    ]
    expect(read(table(...rows))).toEqual([
      '产出指标 数量指标 养护公路里程 86公里 (25) → 86公里',
      '产出指标 质量指标 路面平整  (25)',
      '效益指标 社会效益指标 群众出行便利  (30)',
      '满意度指标 服务对象满意度指标 群众满意度 90% (10) → 93%',
    ])
  })

  test('are target and result where they do not', () => {
    const rows = [
      '产出指标 数量指标 养护公路里程 86 86 50 50',
      '质量指标 新增养护站 2 2',
      '效益指标 社会效益指标 方便出行村庄 31 30 30 29',
      '满意度指标 服务对象满意度指标 群众满意度 90% 93% 10 10',
    ]
    expect(read(table(...rows))[1]).toBe('产出指标 质量指标 新增养护站 2 → 2')
  })
})
