import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Amount, Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse, parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { Source } from '../../src/source/source.ts'

/** A cell, or one that is merged over columns and rows. */
type Cell = string | readonly [text: string, columns: number, rows?: number]

const tableOf = (rows: readonly (readonly Cell[])[]): string =>
  `<table>${rows
    .map(
      (cells) =>
        `<tr>${cells
          .map((cell) => {
            const [text, columns, lines = 1] = typeof cell === 'string' ? [cell, 1] : cell
            return `<td colspan="${columns}" rowspan="${lines}">${text}</td>`
          })
          .join('')}</tr>`,
    )
    .join('')}</table>`

const read = async (...parts: readonly string[]): Promise<Disclosure> => {
  const page = `<html><body>${parts.map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`)).join('\n')}</body></html>`
  const [opened] = await openFile(new TextEncoder().encode(page), { isUtf8 })
  if (opened?.kind !== 'document') throw new Error('no document')
  return parseDocument(opened.document).disclosure
}

const moneyOf = (amount: Amount): string =>
  amount.kind === 'amount' ? amount.numeral.text.text : amount.kind

/** What a person would copy out of each project first. */
const projectsIn = (disclosure: Disclosure) =>
  [...projectsOf(disclosure)].map((project) => ({
    name: project.name.text,
    amount: moneyOf(project.amount),
    goals: project.goals.map(({ text }) => text.text),
    indicators: indicatorsOf(project).length,
  }))

const rulesOf = (disclosure: Disclosure): readonly string[] =>
  check(disclosure)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule)

const INDICATORS: readonly (readonly Cell[])[] = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '加固水库数量', '3座'],
  ['效益指标', '经济效益指标', '改善灌溉面积', '≥5000亩'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
]

describe('forms of whole departments', () => {
  const TITLE = '部门整体支出绩效目标申报表(2024年度)'
  const GOAL: readonly Cell[] = ['整体绩效目标', ['加固3座水库，改善灌溉面积5000亩。', 7]]
  const wide = INDICATORS.map((cells) => cells.map((cell) => [cell as string, 2] as const))

  test('money by income and by spending in one row is divided twice, not short of a half', async () => {
    const disclosure = await read(
      TITLE,
      tableOf([
        ['部门名称', ['某县水利局', 7]],
        [
          ['年度预算申请(万元)', 1, 3],
          ['资金总额', 1, 2],
          ['按收入性质分', 3],
          ['按支出性质分', 3],
        ],
        ['一般公共预算拨款', '政府性基金拨款', '单位资金', '基本支出', '项目支出', '其他'],
        ['1216.30', '1016.30', '200.00', '0.00', '616.30', '600.00', '0.00'],
        GOAL,
        ...wide,
      ]),
    )
    expect(projectsIn(disclosure)).toEqual([
      {
        name: '某县水利局',
        amount: '1216.30',
        goals: ['加固3座水库，改善灌溉面积5000亩。'],
        indicators: 3,
      },
    ])
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('numbers in front of the sources are no part of their words', async () => {
    const disclosure = await read(
      TITLE,
      tableOf([
        ['部门名称', ['某县水利局', 7]],
        [
          ['预算情况', 1, 5],
          ['部门预算总额(万元)', 3],
          ['1888.31', 4],
        ],
        [
          ['1、资金来源：（1）财政性资金', 3],
          ['1800.31', 4],
        ],
        [
          ['（2）其他资金', 3],
          ['88.00', 4],
        ],
        [
          ['2、资金结构：（1）基本支出', 3],
          ['400.00', 4],
        ],
        [
          ['（2）项目支出', 3],
          ['1488.31', 4],
        ],
        GOAL,
        ...wide,
      ]),
    )
    const [project] = projectsOf(disclosure)
    expect(project?.funding.map(({ amount }) => moneyOf(amount))).toEqual(['1800.31', '88.00'])
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('tasks with their money are none of its goals', async () => {
    const disclosure = await read(
      '2024年度部门整体支出绩效自评表',
      tableOf([
        ['部门名称', ['某州数据中心', 7]],
        ['年度预算(万元)', ['720.50', 7]],
        [
          ['部门年度目标', 1, 2],
          ['年初设定目标', 4],
          ['目标完成情况', 3],
        ],
        [
          ['接待参观120批次以上。', 4],
          ['接待参观136批次。', 3],
        ],
        [['年度重点任务', 1, 3], ['任务名称', 3], ['主要内容', 2], '预算数', '支出数'],
        [['展厅运维', 3], ['保障展厅运转', 2], '120.50', '86.00'],
        [['数据治理', 3], ['归集政务数据', 2], '600.00', '590.00'],
        ...wide,
      ]),
    )
    expect(projectsIn(disclosure)[0]?.goals).toEqual(['接待参观120批次以上。'])
  })
})

describe('money of whole departments', () => {
  const wide = INDICATORS.map((cells) => cells.map((cell) => [cell as string, 2] as const))

  test('income and spending of one year in one table are its sources, and no tasks', async () => {
    const disclosure = await read(
      '2024年度部门整体支出绩效自评表',
      tableOf([
        [
          ['部门名称', 2],
          ['某县水利局', 6],
        ],
        [['预算情况(万元)', 1, 6], ['项目', 2], '年初预算数', '全年预算数', '全年执行数', '分值', '执行率'],
        [['年度资金总额', 2], '57.28', '90.37', '76.36', '10', '84.50%'],
        [['按收入性质分', 1, 3], '一般公共预算', '57.28', '69.06', '', '', ''],
        ['政府性基金', '0', '0', '', '', ''],
        ['其他资金', '0', '21.31', '', '', ''],
        [['按支出性质分', 1], '基本支出', '57.28', '90.37', '76.36', '', ''],
        ...wide,
      ]),
    )
    expect(projectsIn(disclosure)[0]).toMatchObject({ name: '某县水利局', amount: '90.37', indicators: 3 })
    expect(projectsOf(disclosure)[0]?.funding.map(({ name }) => name.text)).toEqual([
      '一般公共预算',
      '政府性基金',
      '其他资金',
    ])
  })

  test.each([
    ['500.50', []],
    ['505.00', ['funding-mismatch']],
  ])('what is numbered below 一、基本支出 is a part of that, %s', async (spent, rules) => {
    const disclosure = await read(
      '2024年度部门整体支出绩效目标表',
      tableOf([
        [
          ['部门名称', 2],
          ['某县水利局', 6],
        ],
        [
          ['年度支出(万元)', 2, 8],
          ['支出项目', 3],
          ['金额', 3],
        ],
        ...[
          ['支出总计', spent === '500.50' ? '1110.75' : '1115.25'],
          ['一、基本支出', spent],
          ['1.工资福利支出', '400.25'],
          ['2.商品和服务支出', '100.25'],
          ['二、项目支出', '610.25'],
          ['1.水库加固', '600.00'],
          ['2.预算执行', '10.25'],
        ].map(([name, money]): readonly Cell[] => [
          [name as string, 3],
          [money as string, 3],
        ]),
        [
          ['年度总体目标', 2],
          ['加固3座水库，改善灌溉面积5000亩。', 6],
        ],
        ...wide,
      ]),
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe(spent === '500.50' ? '1110.75' : '1115.25')
    expect(rulesOf(disclosure)).toEqual(rules)
  })

  test('a whole of 0 that nobody worked out is what the only source gives', async () => {
    const disclosure = await read(
      '部门整体支出绩效目标表',
      '(2024年度)',
      '部门名称：某县水利局',
      tableOf([
        [
          ['任务名称', 1, 2],
          ['主要内容', 1, 2],
          ['预算金额(万元)', 3],
        ],
        ['小计', '财政拨款', '其他资金'],
        ['人员经费', '在职人员', '400', '', ''],
        ['水库加固', '加固水库', '600', '', ''],
        ['金额合计', '*', '0', '1000', '0'],
      ]),
      '年度总体目标：加固3座水库。',
      tableOf(INDICATORS),
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('1000')
    expect(rulesOf(disclosure)).toContain('total-mismatch')
  })

  test('lines between the tables are labels of the form', async () => {
    const disclosure = await read(
      '部门整体支出绩效目标表',
      '(2024年度)',
      '部门名称：某县水利局&#12288;&#12288;&#12288;单位：万元',
      tableOf([
        [
          ['任务名称', 1, 2],
          ['主要内容', 1, 2],
          ['预算金额(万元)', 3],
        ],
        ['总额', '财政拨款', '其他资金'],
        ['人员经费', '在职人员', '400', '400', '0'],
        ['水库加固', '加固水库', '600', '500', '100'],
        ['合计', '', '1000', '900', '100'],
      ]),
      '年度总体目标：加固3座水库，改善灌溉面',
      '积5000亩。',
      tableOf(INDICATORS),
    )
    expect(projectsIn(disclosure)).toEqual([
      {
        name: '某县水利局',
        amount: '1000',
        goals: ['加固3座水库，改善灌溉面积5000亩。'],
        indicators: 3,
      },
    ])
  })
})

test('a 小计 above agencies that are only named stands over their projects', async () => {
  const row = (no: string, name: string, body: string, money: string): readonly Cell[] => [
    no,
    name,
    body,
    money,
    '加固3座水库。',
    '产出指标',
    '数量指标',
    '加固水库数量',
    '3座',
  ]
  const sum = (name: string, money: string): readonly Cell[] => [[name, 3], money, '', '', '', '', '']
  const disclosure = await read(
    '2024年水利项目计划及绩效目标表',
    '单位：万元',
    tableOf([
      ['序号', '项目名称', '实施单位', '金额', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
      sum('合计', '100'),
      sum('一、水库类小计', '70'),
      row('1', '甲水库加固', '甲镇人民政府', '40'),
      row('2', '乙水库加固', '乙镇人民政府', '30'),
      sum('二、灌区类小计', '30'),
      row('3', '丙灌区配套', '甲镇人民政府', '30'),
    ]),
  )
  expect(
    disclosure.agencies.map(({ name, projects, agencies }) => [name.text, projects.length, agencies.length]),
  ).toEqual([
    ['一、水库类小计', 0, 2],
    ['二、灌区类小计', 0, 1],
  ])
  expect(rulesOf(disclosure)).not.toContain('total-mismatch')
})

test('a row of a list with money alone, to which the projects below come, heads them', async () => {
  const list = (second: string, name = '二、灌区'): string => {
    const group = (name: string, money: string): readonly Cell[] => [[name, 2], money, '', '', '', '', '']
    const row = (no: string, name: string, money: string): readonly Cell[] => [
      no,
      name,
      money,
      '加固3座水库。',
      '产出指标',
      '数量指标',
      '加固水库数量',
      '3座',
    ]
    return tableOf([
      ['序号', '项目名称', '金额', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
      group('一、水库', '70'),
      row('1', '甲水库加固', '40'),
      row('2', '乙水库加固', '30'),
      group(name, second),
      row('3', '丙灌区配套', '30'),
      group('合计', '100'),
    ])
  }
  const right = await read('2024年水利项目绩效目标表', '单位：万元', list('30'))
  expect(right.agencies.map(({ name, projects }) => [name.text, projects.length])).toEqual([
    ['一、水库', 2],
    ['二、灌区', 1],
  ])
  expect(rulesOf(right)).not.toContain('missing-goal')
  const wrong = await read('2024年水利项目绩效目标表', '单位：万元', list('50'))
  expect(wrong.agencies.map(({ name }) => name.text)).toEqual(['一、水库', '二、灌区'])
  expect(rulesOf(wrong)).not.toContain('missing-goal')
  const unnumbered = await read('2024年水利项目绩效目标表', '单位：万元', list('50', '灌区'))
  expect(projectsOf(unnumbered).map(({ name }) => name.text)).toContain('灌区')
})

test('a label beside all rows of a table without categories is none of its columns', async () => {
  const disclosure = await read(
    '2024年部门整体绩效目标表',
    tableOf([
      ['部门(单位)名称', ['某区文旅委', 2], '部门支出预算数', ['5821.47万元', 2]],
      ['当年整体绩效目标', ['举办文化活动80场。', 5]],
      [['绩效指标', 1, 4], '指标名称', '指标权重', '计量单位', '指标性质', '指标值'],
      ['文化活动场次', '40', '场', '≥', '80'],
      ['新增藏书', '30', '万册', '≥', '2'],
      ['群众满意度', '20', '%', '≥', '90'],
    ]),
  )
  expect(projectsIn(disclosure)).toEqual([
    { name: '某区文旅委', amount: '5821.47', goals: ['举办文化活动80场。'], indicators: 3 },
  ])
})

test('what is spent on comes to all income, of which the sources of this year are a part', async () => {
  const disclosure = await read(
    '单位整体支出绩效目标表(2025年度)',
    tableOf([
      ['单位名称', ['某镇政府', 5]],
      [['年度预算', 1, 4], '收入合计', ['281.75', 4]],
      ['', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算收入', '小计'],
      ['本年收入', '147.92', '0.74', '0', '148.66'],
      ['上年结转', '52.2', '80.89', '0', '133.09'],
      [['支出合计 281.75', 1, 3], '支出功能', '金额', '支出功能', '金额'],
      ['一般公共服务', '77.2', '公共安全', '1.45'],
      ['教育', '80.1', '城乡社区', '123'],
      ['年度绩效目标', ['加固水库,全年收入281.8万元,其中本年收入148.7万元、上年结转133万元。', 5]],
      ...INDICATORS,
    ]),
  )
  expect(projectsIn(disclosure)[0]?.amount).toBe('281.75')
  expect(rulesOf(disclosure)).toEqual([])
})

test('what a department is to do is its goal where the form has no other', async () => {
  const disclosure = await read(
    '2018年度部门整体支出绩效目标申报表',
    tableOf([
      ['部门(单位)名称', ['某县水利局', 3]],
      ['年度预算', ['120.5', 3]],
      ['年度主要工作内容', ['1.加固水库。<br>2.维修渠道。', 3]],
      ...INDICATORS,
    ]),
  )
  expect(projectsIn(disclosure)[0]?.goals).toEqual(['加固水库。', '维修渠道。'])
})

describe('self-evaluations whose cells only blanks part', () => {
  const SELF_EVALUATION = [
    '部门整体支出绩效自评表',
    '(2021年度)',
    '单位名称:某镇卫生院',
    '资金情况(元)年初预算数 全年预算数 全年执行数 分值 执行率 得分',
    '年度资金总额25,754.39 25,754.39 25,754.39 10 100% 10',
    '其中:财政拨款11,122.04 11,122.04 11,122.04',
    '事业收入14,632.35 14,632.35 14,632.35',
    '年度总体目标',
    '预期目标:保障卫生院运转。',
    '实际完成情况:全部完成',
    '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分',
    '产出指标数量指标门急诊服务人次 ≥26000人次 27310人次 20 20',
    '质量指标处方合格率 ≥95% 96% 10 10',
    '成本指标人员经费 ≤11122.04元 11122.04元 10 10',
    '公用经费 ≤14632.35元 14632.35元 10 10',
    '效益指标社会效益指标基层诊疗水平 有所提升 有所提升 30 30',
    '满意度指标服务对象满意度指标患者满意度 ≥90% 92% 10 10',
  ]

  test('a source lacks the points of the whole behind its money, and nothing in front', async () => {
    const disclosure = await read(...SELF_EVALUATION)
    const [project] = projectsOf(disclosure)
    expect(disclosure.moneyUnit.name).toBe('元')
    expect(project?.funding.map(({ name, amount }) => [name.text, moneyOf(amount)])).toEqual([
      ['其中:财政拨款', '11,122.04'],
      ['事业收入', '14,632.35'],
    ])
    expect(project?.money.map(({ label, amount }) => `${label?.text} ${amount.text.text}`)).toEqual([
      '年初预算数 25,754.39',
      '全年执行数 25,754.39',
      '分值 10',
      '执行率 100%',
      '得分 10',
      '年初预算数 11,122.04',
      '全年执行数 11,122.04',
      '年初预算数 14,632.35',
      '全年执行数 14,632.35',
    ])
    expect(rulesOf(disclosure)).toEqual([])
  })

  test('公用经费 with a limit of its own is an indicator below the others', async () => {
    const [project] = projectsOf(await read(...SELF_EVALUATION))
    expect(project && indicatorsOf(project).map(({ indicator }) => indicator.name.text)).toContain('公用经费')
  })
})

test('全部完成 beside a goal is its result, though no words stand over both', async () => {
  const disclosure = await read(
    '项目支出绩效自评表(2021年度)',
    tableOf([
      ['项目名称', ['水库加固', 3]],
      ['年度总体目标', ['加固3座水库。', 2], '全部完成'],
      ...INDICATORS,
    ]),
  )
  const [project] = projectsOf(disclosure)
  expect(project?.goals.map(({ text }) => text.text)).toEqual(['加固3座水库。'])
  expect(project?.results.map(({ text }) => text.text)).toEqual(['全部完成'])
})

describe('notices', () => {
  const FORM: readonly (readonly Cell[])[] = [
    ['项目名称', ['水库除险加固', 3]],
    [['资金情况(万元)', 1, 3], '资金总额', ['40', 2]],
    ['其中:财政拨款', ['10', 2]],
    ['其他资金', ['30', 2]],
    ['总体目标', ['加固3座水库，改善灌溉面积5000亩。', 3]],
    ...INDICATORS,
  ]

  test.each([
    [
      'a list of villages',
      [
        ['序号', '镇、村', '项目名称', '项目内容', '补助金额(万元)'],
        ['1', '甲镇', '水库加固', '坝体防渗', '10'],
        [['合计', 4], '10'],
      ],
    ],
    [
      'a list of counties without names of projects',
      [
        ['县(市、区)', '水库数', '补助资金'],
        ['甲县', '2', '6'],
        ['乙县', '1', '4'],
        ['合计', '3', '10'],
      ],
    ],
  ] satisfies [string, Cell[][]][])('%s in front of the form is none of its money', async (_, list) => {
    const disclosure = await read(
      '关于下达2024年水利资金的通知',
      '现下达资金10万元。',
      '附件1 资金分配表',
      tableOf(list),
      '附件2 项目绩效目标表',
      tableOf(FORM),
    )
    expect(projectsIn(disclosure)).toEqual([
      {
        name: '水库除险加固',
        amount: '40',
        goals: ['加固3座水库，改善灌溉面积5000亩。'],
        indicators: 3,
      },
    ])
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('the day of a report is not its year', async () => {
    const disclosure = await read('项目支出绩效目标表', '2020年10月20日', tableOf(FORM))
    expect(disclosure.year).toBeUndefined()
  })
})

describe('covers', () => {
  test('the name on the cover, set off by blanks, and that in the form are one', async () => {
    const disclosure = await read(
      '财政支出项目绩效自评报告',
      '项目名称    优抚补助',
      '项目单位    某区民政局',
      '一、基本情况',
      tableOf([
        ['项目名称', ['优抚补助', 3]],
        ['项目资金(万元)', '170', '实际支出(万元)', '160'],
      ]),
      '二、支出明细',
      tableOf([
        ['支出内容', '实际支出数', '备注'],
        ['春节慰问', '100', ''],
        ['定期补助', '60', ''],
      ]),
      '三、绩效情况',
      tableOf([
        [['绩效目标', 1, 2], '预期目标', ['实际完成', 3]],
        ['落实优抚政策。', ['已落实。', 3]],
        ['', ...(INDICATORS[0] as Cell[])],
        ...INDICATORS.slice(1).map((cells) => ['', ...cells]),
      ]),
    )
    expect(projectsIn(disclosure)).toEqual([
      { name: '优抚补助', amount: '170', goals: ['落实优抚政策。'], indicators: 3 },
    ])
  })

  test('the name of the group above is no project', () => {
    const rows = [
      '二级项目名称\t镇区校舍维修\t二级项目代码\t',
      '一级项目名称\t校舍安全保障\t项目类别\t本级项目',
      '年度目标\t维修校舍3座。\t\t',
      ...INDICATORS.map((cells) => cells.join('\t')),
    ]
    const { disclosure } = parse(new Source(`${rows.join('\n')}\n`))
    expect(projectsIn(disclosure).map(({ name }) => name)).toEqual(['镇区校舍维修'])
  })
})

describe('money of districts', () => {
  const REGION = (third: string): string =>
    tableOf([
      ['项目名称', ['林业改革资金', 6]],
      [['资金情况(万元)', 1, 4], ['区域', 2], '合计', '甲市', '乙市', '丙市'],
      [['年度金额', 2], '60', '30', '20', third],
      [['其中:中央补助', 2], '60', '30', '20', '10'],
      [['地方资金', 2], '0', '0', '0', '0'],
      ['年度目标', ['造林3万亩。', 6]],
      ['一级指标', '二级指标', '三级指标', '合计', '甲市', '乙市', '丙市'],
      ['产出指标', '数量指标', '造林面积(万亩)', '3', '1.5', '1', '0.5'],
      ['效益指标', '生态效益指标', '森林覆盖率', '提升', '提升', '提升', '提升'],
      ['满意度指标', '服务对象满意度指标', '林农满意度', '≥85%', '≥85%', '≥85%', '≥85%'],
    ])

  test('each district has its own, and the sum its targets', async () => {
    const disclosure = await read('2024年区域绩效目标表', REGION('10'))
    const [project] = projectsOf(disclosure)
    expect(projectsIn(disclosure)[0]).toMatchObject({ amount: '60', indicators: 12 })
    expect(project?.funding.map(({ amount }) => moneyOf(amount))).toEqual(['60', '0'])
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('stands between the header of the indicators and their rows', async () => {
    const rows = (name: string, sum: string): string =>
      tableOf([
        ['项目名称', ['应急救助', 5]],
        ['一级指标', '二级指标', '三级指标', sum, '甲镇', '乙镇'],
        [name, '', '', '23.8', '20', '3.8'],
        ['产出指标', '数量指标', '救助对象(户)', '≥14', '≥10', '≥4'],
        ['满意度指标', '服务对象满意度指标', '对象满意度', '≥95%', '≥95%', '≥95%'],
      ])
    const amountOf = async (name: string, sum: string) =>
      projectsIn(await read('补助资金绩效目标表', rows(name, sum)))[0]
    expect(await amountOf('补助资金(万元)', '合计')).toMatchObject({ amount: '23.8', indicators: 6 })
    // No word says that the first column is that of all.
    expect((await amountOf('补助资金(万元)', '丙镇'))?.amount).not.toBe('23.8')
  })

  test('the one whose sources come to something else is told', async () => {
    const disclosure = await read('2024年区域绩效目标表', REGION('11'))
    const found = check(disclosure).filter(({ rule }) => rule === 'funding-mismatch')
    expect(found.map(({ message }) => message.zh)).toEqual([expect.stringMatching(/“丙市” 11万元.*10万元/)])
  })
})

test('what is said in front of a table is said of its rows: 长期绩效指标', async () => {
  const rowsOf = (label: string, target: string): readonly (readonly Cell[])[] => [
    [[label, 1, 3], '一级指标', '二级指标', '指标名称', '指标值'],
    ['产出指标', '数量指标', '组织常务会议次数', target],
    ['满意度指标', '服务对象满意度指标', '服务单位满意度', '≥95%'],
  ]
  const disclosure = await read(
    '部门整体支出绩效目标申报表',
    tableOf([
      ['部门(单位)名称', ['某县政府办公室', 4]],
      ['年度目标', ['组织常务会议24次。', 4]],
      ...rowsOf('长期绩效指标', '≥24次'),
      ...rowsOf('年度绩效指标', '24次'),
    ]),
  )
  const [project] = projectsOf(disclosure)
  const terms = project === undefined ? [] : indicatorsOf(project).map(({ indicator: { term } }) => term)
  expect(terms.toSorted()).toEqual(['long-term', 'long-term', undefined, undefined])
  expect(rulesOf(disclosure)).not.toContain('duplicate-indicator')
})

test('what is told apart below what a department spends is a part of that', async () => {
  const disclosure = await read(
    '部门整体支出绩效目标申报表',
    tableOf([
      ['部门(单位)名称', ['某市监督指挥中心', 4]],
      [['年度预算申请(万元)', 1, 4], '资金总额', '612.35', ['按支出性质分', 2]],
      ['公共财政拨款', '612.35', '基本支出', '286.15'],
      ['政府性基金拨款', '0', '项目支出', '326.20'],
      ['其他资金', '0', '其中:信息采集服务费', '298.00'],
      ['年度目标', ['采集问题20万件。', 4]],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
      ['', '产出指标', '数量指标', '采集问题数量', '≥20万件'],
      ['', '满意度指标', '社会公众满意度指标', '市民满意度', '≥85%'],
    ]),
  )
  expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
})

test('a sheet of one column beside the forms holds lines, and none of their rows', async () => {
  const disclosure = await read(
    tableOf([
      ['项目名称', ['造林补助', 3]],
      ['年度目标', ['造林3万亩。', 3]],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '造林面积', '≥3万亩'],
      ['满意度指标', '服务对象满意度指标', '林农满意度(%)', '≥80'],
    ]),
    tableOf([['一、年度金额填写资金总额,保留两位小数。'], ['二、指标值应尽量量化,100字以内。']]),
  )
  const names = [...projectsOf(disclosure)].flatMap(indicatorsOf).map(({ indicator }) => indicator.name.text)
  expect(names).toEqual(['造林面积', '林农满意度(%)'])
})

test('a list of who gets how much is none of the project, though who is merged over several rows', async () => {
  const disclosure = await read(
    '2025年就业补助资金分配表',
    tableOf([
      ['序号', '单位', '金额(万元)', '科目'],
      ['1', '省人社厅', '40', '2080701-就业服务'],
      [['2', 1, 2], ['省人才开发局', 1, 2], '2274', '2080713-创业补贴'],
      ['200', '2080701-信息网络'],
      ['合计', '', '2514', ''],
    ]),
    '2025年就业补助资金绩效目标表',
    tableOf([
      ['专项名称', ['就业补助资金', 3]],
      [['资金情况(万元)', 1, 3], '年度金额:', ['2514', 2]],
      ['其中:中央补助', ['2514', 2]],
      ['地方资金', ['0', 2]],
      ['总体目标', ['发放创业补贴。', 3]],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '享受补贴人数', '≥15160人'],
      ['满意度指标', '服务对象满意度指标', '补贴对象满意度', '≥90%'],
    ]),
  )
  expect(projectsIn(disclosure)).toMatchObject([{ name: '就业补助资金', amount: '2514' }])
  expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
})

test('小计 beside the projects of a district, merged over their rows, is their sum', async () => {
  const filing = (sum: string) =>
    read(
      '项目安排表',
      tableOf([
        ['序号', '属地', '项目名称', '金额', '小计'],
        ['1', '甲区', '甲区排口整治', '20', '20'],
        ['2', '乙区', '乙区排口整治', '60', '60'],
        ['3', ['丙区', 1, 2], '丙区排口整治', '24', [sum, 1, 2]],
        ['4', '丙区流域治理', '221'],
      ]),
      '项目绩效目标表',
      tableOf([
        ['项目名称', ['排口整治', 3]],
        ['年度资金总额(万元)', ['325', 3]],
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '整治排口', '≥3个'],
      ]),
    )
  const problems = async (sum: string) =>
    check(await filing(sum))
      .filter(({ rule }) => rule === 'total-mismatch')
      .map(({ message }) => message.zh)
  expect(await problems('245')).toEqual([])
  expect(await problems('254')).toEqual(['“丙区”一行的“小计” 254与所含各项之和 245不一致，多 9'])
})

test('the details of one part, in a table of their own below the parts, are no parts of the whole', async () => {
  const disclosure = await read(
    '项目绩效目标表',
    tableOf([
      ['项目名称', ['科技支出', 3]],
      ['项目资金(万元)', '年度资金总额', ['2437.5', 2]],
      ['', '其中:部门预算项目支出', ['87.5', 2]],
      ['', '专项预算支出', ['2350', 2]],
      ['部门预算项目支出明细', '项目', ['金额', 2]],
      ['', '科技活动', ['40', 2]],
      ['', '项目评审', ['47.5', 2]],
      ['年度目标', ['支持科技项目85项。', 3]],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '支持科技项目', '≥85项'],
      ['满意度指标', '服务对象满意度指标', '企业满意度', '≥90%'],
    ]),
  )
  expect(projectsIn(disclosure)).toMatchObject([{ amount: '2437.5' }])
  expect([...projectsOf(disclosure)].map(({ funding }) => funding.map(({ name }) => name.text))).toEqual([
    ['其中:部门预算项目支出', '专项预算支出'],
  ])
  expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
})

test('numbers under 行次 are no money of rows that have none', async () => {
  const disclosure = await read(
    '项目绩效评价表',
    tableOf([
      ['资金情况', '', '行次', '全年预算数', '全年执行数'],
      ['', '年度资金总额', '1', '52.8', '30.8'],
      ['', '其中:中央资金', '2', '52.8', '30.8'],
      ['', '地方资金', '3', '', ''],
      ['一级指标', '二级指标', '三级指标', ['指标值', 2]],
      ['产出指标', '数量指标', '森林抚育面积', ['≥1200亩', 2]],
    ]),
  )
  const [project] = projectsOf(disclosure)
  expect(project?.funding.map(({ name, amount }) => [name.text, moneyOf(amount)])).toEqual([
    ['其中:中央资金', '52.8'],
  ])
})

describe('money whose table no word divides', () => {
  const formOf = async (...money: readonly (readonly Cell[])[]): Promise<Disclosure> =>
    read(
      '项目支出绩效目标表(2024年度)',
      tableOf([
        ['项目名称', ['水库加固', 3]],
        ...money,
        ['年度目标', ['加固3座水库，改善灌溉面积5000亩。', 3]],
        ...INDICATORS,
      ]),
    )

  test('the budget is what the printed rate is of, under whatever words', async () => {
    const disclosure = await formOf(
      ['资金（万元）', '预算安排数', '全年核定数', '实际列支', '列支比例'],
      ['年度资金总额', '200', '210', '207.9', '99%'],
      ['其中：财政拨款', '200', '210', '207.9', '99%'],
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('210')
    expect(rulesOf(disclosure)).not.toContain('execution-rate-mismatch')
  })

  test('a last row that those above add up to is the whole', async () => {
    const disclosure = await formOf(
      [['资金下达情况（万元）', 1, 4], '批次', '资金合计', '直补资金', '项目资金'],
      ['第一批（提前下达）', '17.5', '4.5', '13'],
      ['第二批（本次下达）', '8', '1', '7'],
      ['全年累计', '25.5', '5.5', '20'],
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('25.5')
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('counts beside the money of each town are none, and what one household gets is no part', async () => {
    const disclosure = await formOf(
      ['资金分配（万元）', '乡镇', '户数（户）', '户均标准', '金额'],
      ['', '合计', '200', '0.5', '100'],
      ['', '东关镇', '120', '0.5', '60'],
      ['', '西关镇', '80', '0.5', '40'],
    )
    const [project] = projectsOf(disclosure)
    expect(projectsIn(disclosure)[0]?.amount).toBe('100')
    expect(project?.funding.map(({ amount }) => moneyOf(amount))).toEqual(['60', '40'])
    expect(project?.money.map(({ stage }) => stage)).toEqual(['other', 'other', 'other'])
    expect(disclosure.leftovers.map(({ text }) => text.text)).toEqual(
      expect.arrayContaining(['200', '120', '80']),
    )
  })

  test('a count beside the row of another is money where the words over it say so', async () => {
    const disclosure = await formOf(
      ['资金下达情况', '合计（万元）', '直补资金（万元）'],
      ['扶持户数', '17.5', '4.5'],
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('17.5')
  })

  test('years over columns are words, and 总计 below the sources is the whole', async () => {
    const disclosure = await formOf(
      ['投资来源（万元）', '合计', '2023年安排', '2024年安排'],
      ['地方政府专项债券', '38', '15', '23'],
      ['中央预算内投资', '8', '3', '5'],
      ['总计', '46', '18', '28'],
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('46')
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })

  test('the number of a subject below the name of a source is no money', async () => {
    const disclosure = await formOf(
      ['下达金额（万元）', '20', '资金来源', '中央财政'],
      ['用款单位', '某县水利局', '支出科目', '2130199'],
    )
    expect(projectsIn(disclosure)[0]?.amount).toBe('20')
    expect(rulesOf(disclosure)).not.toContain('funding-mismatch')
  })
})

describe('what stands around the table', () => {
  test('words in front of the money below a goal are none of the goal', async () => {
    const disclosure = await read(
      '项目支出绩效目标审批表',
      tableOf([
        ['项目名称', '水库加固', '项目分类', '产业发展类'],
        ['年度主要目标和成果', ['加固3座水库，改善灌溉面积5000亩。', 3]],
        [['项目资金<br>预算执行<br>10分', 1, 2], '项目总预算', '710', '资金分类'],
        ['当年年度预算', '710', ''],
        ...INDICATORS,
      ]),
    )
    expect(projectsIn(disclosure)).toMatchObject([{ goals: ['加固3座水库，改善灌溉面积5000亩。'] }])
  })

  test('a report says the name and the goal of the project in front of its indicators', async () => {
    const disclosure = await read(
      '某区水利局水库加固补助资金2023年度绩效自评报告',
      '一、基本情况',
      '(一)资金安排情况。下达资金710万元。',
      '(二)水库加固补助资金整体绩效目标情况。',
      '加固3座水库，改善灌溉面积5000亩。',
      '截至2023年12月31日，收到资金710万元，完成了加固工程。',
      '二、绩效指标',
      tableOf(INDICATORS),
    )
    expect(projectsIn(disclosure)).toEqual([
      {
        name: '水库加固补助资金',
        amount: '710',
        goals: ['加固3座水库，改善灌溉面积5000亩。'],
        indicators: 3,
      },
    ])
  })

  test('tasks with their money are no indicators, whatever heads them', async () => {
    const disclosure = await read(
      '部门整体支出绩效目标表',
      tableOf([
        ['部门名称', ['某区科学技术协会', 3]],
        ['部门总体目标', '根据部门职责归纳的总体绩效目标', ['三年内提高科学素质。', 2]],
        ['一级指标', '部门年度重点工作任务', '总额', '财政拨款', '其他资金'],
        ['重点工作', '机构运转', '2,888,654.00', '2,888,654.00', ''],
        ['重点工作', '科普活动', '326,195.00', '326,195.00', ''],
        ...INDICATORS,
      ]),
    )
    expect(projectsIn(disclosure)).toMatchObject([{ goals: ['三年内提高科学素质。'], indicators: 3 }])
  })

  test('a list of who gets how much may stand in front of a form, on the same sheet', async () => {
    const list = [
      ['附件1', '', '', ''],
      ['补助经费分配表', '', '', ''],
      ['序号', '项目名称', '内容', '合计'],
      ['合计', '', '', '126.44'],
      ['(一)公用经费小计', '', '', '124.91'],
      ['1', '公用经费', '某小学', '71.91'],
      ['2', '公用经费', '某初级中学', '53.00'],
      ['(二)困难学生补助小计', '', '', '1.53'],
      ['3', '困难生补助', '某教育局', '1.53'],
      ['附件2', '', '', ''],
      ['绩效目标表', '', '', ''],
      ['项目名称', '补助经费', '', ''],
      ['年度资金总额', '126.44', '', ''],
      ['年度目标', '保障学校运转。', '', ''],
      ...INDICATORS.map((cells) => cells as readonly string[]),
    ]
    const csv = list.map((cells) => cells.join(',')).join('\n')
    const [opened] = await openFile(new TextEncoder().encode(csv), { isUtf8 })
    if (opened?.kind !== 'document') throw new Error('no document')
    const { disclosure } = parseDocument(opened.document)
    expect(projectsIn(disclosure)).toEqual([
      { name: '补助经费', amount: '126.44', goals: ['保障学校运转。'], indicators: 3 },
    ])
    expect(rulesOf(disclosure)).not.toContain('total-mismatch')
  })
})
