import { describe, expect, test } from 'vitest'
import { headerAt } from '../../src/layout/text/columns.ts'
import { FormText } from '../../src/layout/text/glued-labels.ts'
import { readGluedRows } from '../../src/layout/text/glued-rows.ts'
import { moneyRowsFrom } from '../../src/layout/text/money-table.ts'
import { runTogether } from '../../src/layout/text/run-together.ts'
import { Lexer } from '../../src/lexicon/lexer.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'
import { printTree } from '../support/print-tree.ts'

const spanned = (text: string): SpannedText => SpannedText.ofSource(text, { start: 0, end: text.length })
const treeOf = (text: string): string[] => printTree(parse(new Source(text)).disclosure)

/** The indicators of a text and their targets, without results. */
const targetsOf = (text: string): (string | undefined)[] =>
  treeOf(text).flatMap((line) => (line.includes(' | ') ? [line.trim().split(' →')[0]] : []))

const HEADER = '一级指标二级指标三级指标指标值'

const GLUED = `项目名称清淤工程
主管部门某县水利局实施单位某乡
年度总体目标清淤沟渠38公里，方便灌溉。
${HEADER}
产出指标数量指标清淤沟渠长度≥38公里
效益指标社会效益指标灌溉条件改善`
const READ = ['清淤沟渠长度 | ≥ 38 公里', '灌溉条件 | “改善”']

test.each([
  ['附件', '附件\n某乡绩效自评表'],
  [
    'a report',
    '某局2021年度部门决算公开报告\n一、概况\n（一）职责。负责水利工作。\n二、绩效情况\n（一）自评工作开展情况。对7个项目开展绩效自评。',
  ],
  ['a title of the words of a header', '某局2025年部门预算项目支出绩效目标'],
])('a glued form below %s', (_, front) => {
  expect(targetsOf(`${front}\n${GLUED}`)).toEqual(READ)
})

test('a year behind the label of what was spent begins the next label', () => {
  const text = `项目名称办公楼保洁依据2020年实际执行数2021年实际执行数合计99绩效目标保持整洁。${HEADER}产出指标数量指标保洁次数≥300次`
  const { projects } = parse(new Source(text)).disclosure
  expect(projects[0]?.money.map(({ amount }) => amount.text.text)).not.toContain('2021')
  expect(targetsOf(text)).toEqual(['保洁次数 | ≥ 300 次'])
})

test('numbers below 序号 are no part of names', () => {
  const text =
    '项目名称宣传经费\n年度目标开展宣传。\n序号三级指标年度指标值\n1专题节目24期\n2内部刊物12期\n3宣传覆盖面拓宽'
  expect(targetsOf(text)).toEqual([
    '专题节目 | (=) 24 期 (annual)',
    '内部刊物 | (=) 12 期 (annual)',
    '宣传覆盖面 | “拓宽” (annual)',
  ])
})

test('what is compared with an earlier year is a value, and a number that a line end broke is one', () => {
  const text = `项目名称旅游宣传\n年度目标开展宣传。\n${HEADER}实际完成值\n产出指标数量指标接待游客3500万人次3577. 95万人次\n效益指标经济效益指标门票销售量同比2022年销量显著提高显著提高`
  expect(targetsOf(text)).toEqual(['接待游客 | (=) 3500 万人次', '门票销售量 | “同比2022年销量显著提高”'])
  expect(treeOf(text).some((line) => line.includes('“3577. 95万人次”'))).toBe(true)
})

test('titles name the projects of the forms below them', () => {
  const formOf = (name: string, goal: string, row: string): string =>
    `${name}绩效目标\n(一)中长期绩效目标\n${goal}\n(二)中长期绩效指标\n分数量、质量等类，具体如下：\n一级指标\n二级指标\n指标名称\n指标值\n产出指标\n数量指标\n${row}`
  const [roads, lamps] = [
    formOf('农村公路提升改造项目', '三年内改造公路90公里，方便出行。', '改造里程\n≥90公里'),
    formOf('路灯维护补助项目', '全年维护路灯200盏，保障照明。', '维护路灯\n≥200盏'),
  ]
  const { disclosure } = parse(new Source(`2023年某市重大项目绩效目标情况\n${roads}\n${lamps}`))
  expect(
    projectsOf(disclosure).map(({ name, goals }) => [name.text, ...goals.map(({ text }) => text.text)]),
  ).toEqual([
    ['农村公路提升改造项目', '三年内改造公路90公里，方便出行。'],
    ['路灯维护补助项目', '全年维护路灯200盏，保障照明。'],
  ])
  expect(targetsOf(`${roads}\n${lamps}`)).toEqual(['改造里程 | ≥ 90 公里', '维护路灯 | ≥ 200 盏'])
})

test('产出成本 is a heading beside 产出数量, and the name behind it begins with 成本', () => {
  const form = `项目名称森林防火主管部门某局年度目标做好防火。${HEADER}`
  expect(
    treeOf(`${form}产出指标产出数量巡查次数≥12次\n产出成本成本控制数≤63万元`)
      .map((line) => line.trim())
      .filter((line) => /^L|\|/.test(line)),
  ).toEqual([
    'L1 产出指标 [output]',
    'L2 产出数量 [quantity]',
    '巡查次数 | ≥ 12 次',
    'L2 产出成本 [cost]',
    '成本控制数 | ≤ 63 万元',
  ])
})

test('money of districts in one line is the first number, where the others come to it', () => {
  const formOf = (money: string): string =>
    `项目名称应急救助项目主管部门某县农业农村局\n资金情况(万元)合计甲镇乙镇丙镇丁镇\n补助资金${money}\n总体目标对13户农户实施救助。\n${HEADER}\n产出指标数量指标救助户数≥13户`
  expect(treeOf(formOf('13.26 0.2 1 8.06 4'))).toContain('  project 应急救助项目 13.26')
  expect(treeOf(formOf('13.26 0.2 1 8.06 5'))).toContain('  project 应急救助项目 -')
})

test('points right behind a glued heading are of it, and of no name', () => {
  expect(
    targetsOf(
      '项目名称急救中心主管部门某市卫健委年度目标建成急救中心。一级指标二级指标三级指标年初指标值年终完成值自评分产出指标40分数量指标15分派车次数15000次17180次15质量指标12分上岗培训率100%100%12效益指标30分社会效益指标15分平均反应时间15分钟14分钟15满意度指标10分服务对象满意度指标10分群众满意度90%96%10',
    ),
  ).toEqual([
    '派车次数 | (=) 15000 次',
    '上岗培训率 | (=) 100 %',
    '平均反应时间 | (=) 15 分钟',
    '群众满意度 | (=) 90 %',
  ])
})

test('words with points in front of all rows are no indicator', () => {
  const rows =
    '项目绩效80分产出指标40分数量指标15分派车次数15000次效益指标30分社会效益指标30分平均反应时间15分钟'
  expect(targetsOf(`项目名称急救中心主管部门某市卫健委年度目标建成急救中心。${HEADER}${rows}`)).toEqual([
    '派车次数 | (=) 15000 次',
    '平均反应时间 | (=) 15 分钟',
  ])
})

test('a header ends with its line, and years behind it head a column each', () => {
  const form = '项目名称监测主管部门某局项目期2023年—2025年\n年度目标监测河流。'
  const flat = [
    '绩效指标指标名称指标权重计量单位指标性质指标值',
    '工业增加值增幅8%≥2',
    '监测面积8万亩=0.07',
    '监测点数6个12',
    '合格率8%≥10',
  ]
  expect(targetsOf([form, ...flat].join('\n'))).toEqual([
    '工业增加值增幅 | ≥ 2 % | 8',
    '监测面积 | = 0.07 万亩 | 8',
    '监测点数 | (=) 12 个 | 6',
    '合格率 | ≥ 10 % | 8',
  ])
  const years =
    '一级指标二级指标三级指标2023年2025年产出指标数量指标监测点数≥20个≥35个效益指标社会效益指标死亡率≤5.0‰≤4.5‰'
  const tree = treeOf(`${form}\n${years}`)
  expect(tree.filter((line) => line.includes(' | ')).map((line) => line.trim())).toEqual([
    '监测点数 | ≥ 20 个 | 2023年',
    '监测点数 | ≥ 35 个 | 2025年',
    '死亡率 | ≤ 5 ‰ | 2023年',
    '死亡率 | ≤ 4.5 ‰ | 2025年',
  ])
})

test('damage of scanning in labels and signs is no part of goals and names', () => {
  const text =
    '项日名称监测主管部门某局\n总体日标监测河流12条以上。\n一级指标二级指标三级指标日标值\n产出指标数量指标监测点数≥lO处\n质量指标合格率》95%\n编印《手册》500册\n成本指标监测成本≤ll2万元'
  expect(treeOf(text).map((line) => line.trim())).toEqual([
    'agency 某局 -',
    'project 监测 -',
    'goal 监测河流12条以上。',
    'L1 产出指标 [output]',
    'L2 数量指标 [quantity]',
    '监测点数 | ? ≥lO处',
    'L2 质量指标 [quality]',
    '合格率 | > 95 %',
    '编印《手册》 | (=) 500 册',
    'L2 成本指标 [cost]',
    '监测成本 | ? ≤ll2万元',
  ])
})

test('line ends that divide headings and values alike are of the page', () => {
  const lines = [
    '项目名称监测主管部门某局年度目标监测河流',
    '12条，全年不断。一级指标二级指标三级指标指',
    '标值产出指标数量指标监测点数≥20个质量指',
    '标合格率100%时效指标完成时间2021年12',
    '月底前效益指标社会效益指标受益人数≥5000',
    '人满意度指标服务对象满意度指标教练员',
    '满意度≥85%',
  ]
  expect(treeOf(lines.join('\n')).map((line) => line.trim())).toEqual([
    'agency 某局 -',
    'project 监测 -',
    'goal (annual) 监测河流12条,全年不断。',
    'L1 产出指标 [output]',
    'L2 数量指标 [quantity]',
    '监测点数 | ≥ 20 个',
    'L2 质量指标 [quality]',
    '合格率 | (=) 100 %',
    'L2 时效指标 [timeliness]',
    '完成时间 | period 2021年12月底前',
    'L1 效益指标 [benefit]',
    'L2 社会效益指标 [social]',
    '受益人数 | ≥ 5000 人',
    'L1 满意度指标 [satisfaction]',
    'L2 服务对象满意度指标 [recipient-satisfaction]',
    '教练员满意度 | ≥ 85 %',
  ])
})

test('headings with nothing below them leave the foot of the table, another heading and 备注 alone', () => {
  const form = `项目名称监测主管部门某局年度目标监测河流。${HEADER}产出指标数量指标监测点数≥20个`
  const one = ['监测点数 | ≥ 20 个']
  expect(targetsOf(`${form}\n满意度指标服务对象满意度指标\n总分99.6\n偏差大或目标未完成原因分析`)).toEqual(
    one,
  )
  expect(targetsOf(`${form}效益指标社会效益指标满意度指标服务对象满意度指标`)).toEqual(one)
  expect(targetsOf(`${form}质量指标合格率100%备注资金须在年内支出完毕`)).toEqual([
    ...one,
    '合格率 | (=) 100 %',
  ])
})

test.each(['', '\n'])(
  '具体指标 under 满意度指标 is a heading, and the label of reasons no indicator (%j)',
  (mark) => {
    const rows = [
      '产出指标',
      '数量指标',
      '维修教室',
      '≥12间',
      '≥12间',
      '满意度指标',
      '具体指标',
      '教师满意度',
      '≥95%',
      '≥96%',
    ]
    const more = ['具体指标', '学生满意度', '≥95%', '≥97%', '偏差大或', '目标未完成', '原因分析']
    const tree = treeOf(
      [
        '项目支出自评表\n项目名称\n校舍维修\n主管部门\n某市教育局\n年度目标\n维修教室12间。',
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', ...rows, ...more].join(mark),
      ].join('\n'),
    )
    const first = tree.findIndex((line) => line.includes('L1'))
    expect(tree.slice(first, first + 7).map((line) => line.trim().replace(' (annual)', ''))).toEqual([
      'L1 产出指标 [output]',
      'L2 数量指标 [quantity]',
      '维修教室 | ≥ 12 间 → ≥ 12 间',
      'L1 满意度指标 [satisfaction]',
      'L2 具体指标 [recipient-satisfaction]',
      '教师满意度 | ≥ 95 % → ≥ 96 %',
      '学生满意度 | ≥ 95 % → ≥ 97 %',
    ])
    expect(tree.slice(first + 7).filter((line) => line.includes(' | '))).toEqual([])
  },
)

test.each(['', '\n'])('the form of a whole department is named after 单位名称 (%j)', (mark) => {
  const fields = [
    '单位名称',
    '某区图书馆',
    '支出预算总量',
    '320万元',
    '当年整体绩效目标',
    '办好阅读活动40场，方便读者借阅。',
  ]
  const rows = ['产出指标', '数量指标', '阅读活动', '≥40场', '满意度指标', '满意度指标', '读者满意度', '≥90%']
  const form = [fields, ['一级指标', '二级指标', '三级指标', '指标值'], rows].map((row) => row.join(mark))
  const tree = treeOf(['某区图书馆2025年整体支出绩效目标表', ...form].join('\n'))
  expect(tree.filter((line) => line.includes('project ')).map((line) => line.trim())).toEqual([
    'project 某区图书馆 320万元',
  ])
})

test('the plan of investments has 产出指标 under one of its two headings, and says who gets the money', () => {
  const tree = treeOf(
    '投资计划绩效目标表专项名称以工代赈专项(某镇水渠)下达单位某县发改委本次下达投资(万元)320总体目标修建水渠4公里，带动群众就近务工。' +
      HEADER +
      '实施效果指标产出指标新建水渠≥4公里效益指标灌溉条件持续改善满意度指标参与群众满意度≥90%' +
      '过程管理指标计划管理指标投资计划分解用时≤20工作日资金管理指标投资支付率≥80%项目管理指标项目开工率≥95%监督检查指标审计指出问题项目比例≤1%',
  )
  expect(tree.slice(2).map((line) => line.trim())).toEqual([
    'agency 某县发改委 -',
    'project 以工代赈专项(某镇水渠) 320',
    'goal 修建水渠4公里,带动群众就近务工。',
    'L1 实施效果指标 [benefit]',
    'L2 产出指标 [output]',
    '新建水渠 | ≥ 4 公里',
    'L2 效益指标 [benefit]',
    '灌溉条件 | “持续改善”',
    'L2 满意度指标 [satisfaction]',
    '参与群众满意度 | ≥ 90 %',
    'L1 过程管理指标 [process]',
    'L2 计划管理指标 [?]',
    '投资计划分解用时 | ≤ 20 工作日',
    'L2 资金管理指标 [?]',
    '投资支付率 | ≥ 80 %',
    'L2 项目管理指标 [process]',
    '项目开工率 | ≥ 95 %',
    'L2 监督检查指标 [?]',
    '审计指出问题项目比例 | ≤ 1 %',
  ])
})

test('purposes glued over the targets are told apart by the goal that names them', () => {
  const tree = treeOf(
    '项目名称2022年交通项目市级补助资金主管部门某县交通局\n资金总额299万元\n总体目标支持农村公路养护、通村组公路建设和交通帮扶，实施项目14个。\n' +
      '一级指标二级指标三级指标公路养护专项通村组公路交通帮扶项目\n产出指标数量指标实施项目数2个11个1个\n' +
      '质量指标验收合格率100%100%100%\n成本指标补助资金≤39万元≤240万元≤20万元',
  )
  expect(tree).toContain('  project 2022年交通项目市级补助资金 299万元')
  expect(tree.flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))).toEqual([
    '实施项目数 | (=) 2 个 | 公路养护专项',
    '实施项目数 | (=) 11 个 | 通村组公路',
    '实施项目数 | (=) 1 个 | 交通帮扶项目',
    '验收合格率 | (=) 100 % | 公路养护专项',
    '验收合格率 | (=) 100 % | 通村组公路',
    '验收合格率 | (=) 100 % | 交通帮扶项目',
    '补助资金 | ≤ 39 万元 | 公路养护专项',
    '补助资金 | ≤ 240 万元 | 通村组公路',
    '补助资金 | ≤ 20 万元 | 交通帮扶项目',
  ])
})

test('a name ends before 省级主管部门 and 县级财政部门, and is no sentence nor a column of a list in front', () => {
  const rows = '产出指标数量指标改造小区数≥20个质量指标验收合格率≥98%'
  const goal = '年度总体目标改造老旧小区20个。'
  const form = `绩效目标表项目名称小区改造补助资金省级主管部门某省住建厅年度资金总额25${goal}${HEADER}${rows}`
  const list = '附件1补助资金安排表单位：万元市县项目名称金额合计25甲市小区改造补助资金25'
  const ofFinance = form.replace('省级主管部门', '县级财政部门某县财政局县级主管部门')
  for (const whole of [
    `一、项目基本情况　小区年久失修，下达补助资金25万元。\n${form}`,
    `${list}\n${form}`,
    ofFinance,
  ])
    expect(treeOf(whole).filter((line) => line.includes('project '))).toEqual([
      '  project 小区改造补助资金 25',
    ])
})

test('a score above its points is no reason behind them', () => {
  const [, row] = treeOf(
    [
      '项目名称路灯维修',
      '年度目标维修路灯60盏。',
      '一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施',
      '产出指标数量指标维修路灯数量≥60盏60盏5050',
      '时效指标维修及时率=100%100%1012',
      '满意度指标服务对象满意度指标居民满意度≥90%93%1010',
    ].join('\n'),
  ).filter((line) => line.includes(' | '))
  expect(row).toContain('| 10 | score 12')
})

test('money in front of a numbered label keeps all of its digits', () => {
  const text = [
    '花坛养护项目绩效目标表',
    '项目名称',
    '公园花坛养护',
    '主管部门',
    '某市园林局',
    '资金总额: 250',
    ' 一、预算资金:240',
    ' 二、自有资金:10',
    '年度目标',
    '四季有花',
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值',
    '产出指标',
    '数量指标',
    '养护花坛',
    '12处',
  ].join('\n')
  const [project] = [...projectsOf(parse(new Source(text)).disclosure)]
  expect(project?.amount.text.text).toBe('250')
  expect(project?.funding.map((part) => part.amount.text.text)).toContain('10')
})

describe('总分 below glued rows', () => {
  const ROWS =
    '产出指标数量指标维修路灯数量≥60盏60盏5050效益指标社会效益指标夜间出行安全改善改善3030满意度指标服务对象满意度指标居民满意度≥90%93%1010'
  const totalOf = (numbers: string, header = '分值得分'): (string | undefined)[] => {
    const { disclosure } = parse(
      new Source(
        `项目名称路灯维修主管部门某县城管局年度目标维修路灯60盏。一级指标二级指标三级指标年度指标值实际完成值${header}${ROWS}${numbers}`,
      ),
    )
    const [project] = projectsOf(disclosure)
    return [project?.totalScore?.weight?.text.meaning, project?.totalScore?.score?.text.meaning]
  }

  test('is divided where one number would be more than all points', () => {
    expect(totalOf('总分10098.92')).toEqual(['100', '98.92'])
    expect(totalOf('总分100 90')).toEqual(['100', '90'])
    expect(totalOf('合计:9088.5说明无')).toEqual(['90', '88.5'])
  })

  test('is left where its numbers are not those of the columns', () => {
    expect(totalOf('总分98')).toEqual([undefined, undefined])
    expect(totalOf('总分10098%')).toEqual([undefined, undefined])
    expect(totalOf('总分9598')).toEqual([undefined, undefined])
  })
})

describe('a form with a cell in each line', () => {
  const ROWS = '一级指标\n二级指标\n三级指标\n年度指标值\n产出指标\n数量指标\n维修路灯数量\n≥60盏'

  test('has a goal and its result under the words for both, and the term of the header', () => {
    const tree = treeOf(
      `项目名称\n\n路灯维护\n\n年度总体目标\n\n预期目标\n\n实际完成情况\n\n维修路灯60盏。\n\n已维修路灯并投入使用。\n\n${ROWS}`,
    )
    expect(tree.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'goal 维修路灯60盏。',
        'result 已维修路灯并投入使用。',
        '维修路灯数量 | ≥ 60 盏 (annual)',
      ]),
    )
  })

  test('has a goal for each of the terms that stand above each other, where blank lines part all cells', () => {
    const goalsUnder = (parts: readonly string[]): readonly string[] =>
      treeOf(`项目名称\n\n路灯维护\n\n长期目标\n\n年度目标\n\n${parts.join('')}\n\n${ROWS}`)
        .map((line) => line.trim())
        .filter((line) => line.startsWith('goal'))
    expect(goalsUnder(['城区照明不断改善\n\n', '今年维修路灯60盏,照明不断改善'])).toHaveLength(2)
    expect(goalsUnder(['城区照明不断改善,\n', '今年维修路灯60盏'])).toHaveLength(1)
  })

  test('has rows under headers that nobody knows, which end with 类, and 满意度 beside other benefits', () => {
    const rows =
      '考核类\n考核方面\n考核事项\n拟达到数值\n产出类\n数量\n拓宽道路长度\n0.42公里\n效果类\n社会效益\n出行便利程度\n明显改善\n影响力类\n满意度\n沿线群众满意度\n≥85%\n备案意见\n经办人：'
    const tree = treeOf(`项目名称\n道路拓宽\n项目拟达到的效果\n拓宽道路0.42公里，改善出行。\n${rows}`)
    expect(tree.filter((line) => !line.startsWith('left '))).toEqual([
      'project 道路拓宽 -',
      '  goal 拓宽道路0.42公里,改善出行。',
      '  L1 产出类 [output]',
      '    L2 数量 [quantity]',
      '      拓宽道路长度 | (=) 0.42 公里',
      '  L1 效果类 [benefit]',
      '    L2 社会效益 [social]',
      '      出行便利程度 | “明显改善”',
      '  L1 影响力类 [benefit]',
      '    L2 满意度 [satisfaction]',
      '      沿线群众满意度 | ≥ 85 %',
    ])
  })

  test('has no money in the numbers that 行次 heads', () => {
    const money =
      '行次\n全年预算数\n（A）\n年度资金总额（万元）：\n1\n52.8\n50\n其中：中央财政资金（万元）\n2\n52.8\n50'
    const tree = treeOf(`项目名称\n路灯维修\n主管部门\n某局\n${money}\n年度目标\n维修路灯60盏。\n${ROWS}`)
    expect(tree.filter((line) => line.includes('52.8'))).toHaveLength(2)
  })

  test('has money in 万 without 元 under its stages', () => {
    const tree = treeOf(
      `项目名称\n古籍修复\n主管部门\n某馆\n预算执行情况(万元)\n预算数(A)\n执行数(B)\n执行率(B/A)\n得分(20分*执行率)\n财政资金总额\n35万\n28万\n80%\n16\n年度目标\n修复古籍120册。\n${ROWS}`,
    )
    expect(tree.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'project 古籍修复 35万',
        'money executed 财政资金总额 执行数(B) 28万',
        'money rate 财政资金总额 执行率(B/A) 80%',
      ]),
    )
  })

  test('has a goal that goes on in the next line in one piece', () => {
    const tree = treeOf(`项目名称\n技能培训\n年度目标\n培训学员200人，\n帮助就业120人。\n${ROWS}`)
    expect(tree.map((line) => line.trim())).toContain('goal (annual) 培训学员200人, 帮助就业120人。')
  })

  test('has rows of money under its stages, whatever they are called', () => {
    const tree = treeOf(
      `项目名称\n土壤治理\n资金情况\n全年预算数\n全年执行数\n执行率\n年度资金总额\n100.5万元\n90万元\n89.55%\n第一批\n60\n50\n83.33%\n年度目标\n治理地块3个。\n${ROWS}`,
    )
    expect(tree.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'project 土壤治理 100.5万元',
        'funding 第一批 60',
        'money executed 第一批 全年执行数 50',
      ]),
    )
  })

  test('has 无 for a reason, a target that its result negates as well, and a name that begins as a heading', () => {
    expect(
      targetsOf(
        '项目名称\n疫苗采购\n一级指标\n二级指标\n三级指标\n指标值\n全年实际完成值\n未完成原因和改进措施\n产出指标\n数量指标\n疫苗数量\n≥12万毫升\n13万毫升\n无\n病死猪处理数量\n≥3万头\n3.4万头\n无\n成本指标\n项目成本控制\n≤80元\n80元\n无\n效益指标\n社会效益指标\n区域性疫情\n不发生\n未发生\n无\n可持续影响指标\n安全水平\n提高\n提高\n无\n',
      ),
    ).toEqual([
      '疫苗数量 | ≥ 12 万毫升',
      '病死猪处理数量 | ≥ 3 万头',
      '项目成本控制 | ≤ 80 元',
      '区域性疫情 | “不发生”',
      '安全水平 | “提高”',
    ])
  })

  test('has the next name below a value, and no rest of it', () => {
    const tree = treeOf(
      '项目名称\n水利维修\n一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n修补渠道\n≥60处\n年灌溉农田亩次\n≥8万亩次\n清淤长度\n≥12公里\n以上\n时效指标\n完成时间\n2022年12月\n底前\n效益指标\n社会效益指标\n灌溉投诉\n≤4件\n',
    )
    expect(tree.flatMap((line) => (line.includes(' | ') ? [line.trim().split(' | ')[0]] : []))).toEqual([
      '修补渠道',
      '年灌溉农田亩次',
      '清淤长度',
      '完成时间',
      '灌溉投诉',
    ])
  })

  test('is not named by a list of who gets how much in front of it', () => {
    const tree = treeOf(
      `附件1\n补助资金安排表\n序号\n镇街\n项目\n名称\n功能类\n科目\n1\n某镇\n723.74\n路灯维护\n附件2\n绩效目标表\n项目名称\n路灯维护\n年度目标\n维修路灯60盏。\n${ROWS}`,
    )
    expect(tree.filter((line) => line.includes('project '))).toEqual(['project 路灯维护 -'])
  })
})

test('reads rows whose labels and header nobody knows, and names no project after the agency', () => {
  const text =
    '项目支出绩效目标申报表\n任务称谓水质检测\n部门名称某县水利局\n产出指标数量指标水质检测49批次\n质量指标合规率85%\n效益指标社会效益指标受益人口300人\n满意度指标服务对象满意度指标满意度93%'
  const tree = treeOf(text)
  expect(tree.filter((line) => line.includes(' | '))).toHaveLength(4)
  expect(tree.map((line) => line.trim())).toContain('project  -')
})

describe('the labels of a text without separators', () => {
  test.each([
    ['项目名称路灯维护主管部门某局', '项目名称 主管部门'],
    // The label of the standard form wins over a longer one that would take the end of the name.
    ['项目名称路灯维护项目主管部门某局', '项目名称 主管部门'],
    ['项目名称\n路灯维护\n项目主管部门\n某局', '项目名称 项目主管部门'],
    ['项目名称路灯年度资金总额10其中：财政拨款10其他资金0', '项目名称 年度资金总额 其中:财政拨款 其他资金'],
    ['项目名称路灯项目资金\n（万元）年度资金总额10', '项目名称 项目资金(万元) 年度资金总额'],
    ['支出政策或项目名称：路灯\n主管部门某局', '支出政策或项目名称: 主管部门'],
    // Labels inside a name: no number follows the money, nothing ends before the goal.
    ['项目名称财政资金绩效目标管理主管部门某局', '项目名称 主管部门'],
    ['项目名称路灯主管部门某局年度\n目标维修', '项目名称 主管部门 年度目标'],
    [
      `项目名称路灯主管部门某局年度目标实现总体目标绩效指标${HEADER}`,
      '项目名称 主管部门 年度目标 绩效指标 一级指标二级指标三级指标指标值',
    ],
    // 绩效指标 inside a goal heads nothing.
    ['项目名称路灯主管部门某局年度目标完善绩效指标体系', '项目名称 主管部门 年度目标'],
    ['没有任何项目的文字，绩效目标明确', ''],
  ])('%j', (text, expected) => {
    const { labels, lexer } = new FormText(spanned(text))
    const words = labels.map(({ start, end }) => lexer.folded.slice(start, end).replace(/\s/g, ''))
    expect(words.join(' ')).toBe(expected)
  })
})

describe('a header without separators', () => {
  const headOf = (text: string): readonly string[] | undefined => {
    const header = headerAt(new Lexer(spanned(text).folded), 0)
    return header?.columns.map(({ kind, header: own }) =>
      own === undefined ? kind : `${kind} ${text.slice(own.start, own.end)}`,
    )
  }
  const LEVELS = ['level-one 一级指标', 'level-two 二级指标', 'name 三级指标']

  test.each([
    ['指标值全省甲市、乙市及两县某集团其他地区', ['全省', '甲市、乙市及两县', '某集团', '其他地区']],
    ['合计指标值甲县指标值乙县指标值', ['合计指标值', '甲县指标值', '乙县指标值']],
    ['指标值(合计)指标值(甲村)指标值(乙社区)', ['指标值(合计)', '指标值(甲村)', '指标值(乙社区)']],
    ['指标值2019年2020年2021年', ['2019年', '2020年', '2021年']],
    ['指标值(实施期)指标值(2022年度)', ['指标值(实施期)', '指标值(2022年度)']],
  ])('has a column for each whose targets stand beside each other: %s', (targets, expected) => {
    expect(headOf(`一级指标二级指标三级指标${targets}产出指标数量指标`)).toEqual([
      ...LEVELS,
      ...expected.map((target) => `target ${target}`),
    ])
  })

  test('has columns of monitoring, whatever their words are composed of, and a second row', () => {
    const watched =
      '年度指标值1-8月执行情况全年预计完成情况偏差原因分析完成目标可能性\n确定能有可能完全不可能\n'
    const text = `一级指标二级指标三级指标${watched}产出指标数量指标`
    expect(headOf(text)).toEqual([
      ...LEVELS,
      'target 年度指标值',
      'actual 1-8月执行情况',
      'note 全年预计完成情况',
      'reason 偏差原因分析',
      'note 完成目标可能性',
    ])
    expect(headerAt(new Lexer(spanned(text).folded), 0)?.end).toBe(text.indexOf('产出指标'))
  })
})

describe('indicators one after another', () => {
  const itemsOf = (items: string, columns = '三级指标指标值'): string[] => {
    const header = `一级指标二级指标${columns}`
    const text = spanned(`${header}产出指标数量指标${items}`)
    const lexer = new Lexer(text.folded)
    const place = { start: header.length, end: text.length }
    const { rows, left } = readGluedRows(text, lexer, place, headerAt(lexer, 0))
    const read = rows.map(({ name, targets, weight }) => {
      const values = targets.map(({ value, isUnclear }) => `${isUnclear === true ? '?' : '+'}${value.text}`)
      return `${name.text}${values.join('')}${weight === undefined ? '' : `[${weight.text}]`}`
    })
    return [...read, ...left.map((words) => `left ${words.text}`)]
  }

  test.each([
    ['培训人数≥200人培训期数≥4期', ['培训人数+≥200人', '培训期数+≥4期']],
    ['培训人数200人培训合格率95%', ['培训人数+200人', '培训合格率+95%']],
    ['完成时间2022年12月底前支付及时率100%', ['完成时间+2022年12月底前', '支付及时率+100%']],
    ['人均成本≤6000元/人受益人数≥3.5万人次', ['人均成本+≤6000元/人', '受益人数+≥3.5万人次']],
    ['培训人数不少于200人以上培训率≥95%', ['培训人数+不少于200人以上', '培训率+≥95%']],
    ['响应时间5-10天合格率≥95%', ['响应时间+5-10天', '合格率+≥95%']],
    ['指标1：培训人数≥200人指标2：培训期数≥4期', ['指标1：培训人数+≥200人', '指标2：培训期数+≥4期']],
    ['培训人数≥200人服务能力明显提升', ['培训人数+≥200人', '服务能力+明显提升']],
    // Numbers that belong to names.
    ['20个乡镇覆盖率≥95%', ['20个乡镇覆盖率+≥95%']],
    ['新建学校3所', ['新建学校+3所']],
    ['覆盖20个乡镇的合格率≥95%', ['覆盖20个乡镇的合格率+≥95%']],
    ['新建学校3所维修学校5所', ['新建学校+3所', '维修学校+5所']],
    ['健全', ['健全']],
    // The row of a form that is not used.
    ['', ['']],
  ])('%j', (text, expected) => {
    expect(itemsOf(text)).toEqual(expected)
  })

  test.each([
    ['培训人数≥40人10培训期数≥3期5', ['培训人数+≥40人[10]', '培训期数+≥3期[5]']],
    ['合格率100%10完成时间2022年12月底前5', ['合格率+100%[10]', '完成时间+2022年12月底前[5]']],
    ['传承人培训40人次10举办展演5场10', ['传承人培训+40人次[10]', '举办展演+5场[10]']],
    ['慰问金发放时间春节前14', ['慰问金发放时间+春节前[14]']],
    ['支出一定程度节约10', ['支出一定程度+节约[10]']],
    ['活动时间2023年第四季度10', ['活动时间+2023年第四季度[10]']],
    ['报告时限15个工作日内12', ['报告时限+15个工作日内[12]']],
    ['机制健全性健全10满意度≥90%10', ['机制健全性+健全[10]', '满意度+≥90%[10]']],
    ['培训人数≥40人', ['培训人数+≥40人']],
    ['培训人数9510', ['培训人数?9510']],
    ['合格率≥95%2.培训期数≥3期', ['合格率+≥95%', '2.培训期数+≥3期']],
  ])('%j with points behind the values', (text, expected) => {
    expect(itemsOf(text, '三级指标指标值分值')).toEqual(expected)
  })

  test.each([
    ['培训人数10≥40人培训期数5≥3期', ['培训人数+≥40人[10]', '培训期数+≥3期[5]']],
    // No number begins with 0.
    ['合格率10100%', ['合格率+100%[10]']],
    ['合格率 10 100%', ['合格率+100%[10]']],
    ['合格率8250%', ['合格率?8250%']],
    ['合格率15100%', ['合格率+100%[15]']],
    ['培训人数≥40人', ['培训人数+≥40人']],
  ])('%j with points before the values', (text, expected) => {
    expect(itemsOf(text, '三级指标分值指标值')).toEqual(expected)
  })

  test.each([
    // 91|12 and 9|112; the points make 90 with those of the others in one way only.
    [
      '值班播出（小时）≥776719\n审校率（%）≥9112\n施工时限2019年6月12\n播出单价（元/小时）≤67212\n完好率（%）≥9312\n出行便利程度明显改善11\n农户满意度（%）≥8612',
      [
        '值班播出（小时）+≥7767[19]',
        '审校率（%）+≥91[12]',
        '施工时限+2019年6月[12]',
        '播出单价（元/小时）+≤672[12]',
        '完好率（%）+≥93[12]',
        '出行便利程度+明显改善[11]',
        '农户满意度（%）+≥86[12]',
      ],
    ],
    // 41|35 and 413|5 make no total with the rest, nor anything sure.
    [
      '培训人数（人）4135\n培训期数（期）35\n合格率≥95%10',
      ['培训人数（人）?4135', '培训期数（期）?35', '合格率+≥95%[10]'],
    ],
    // One of two may have 30 points and the other 10.
    [
      '培训人数（人）130\n培训期数（期）130\n合格率≥95%40\n农户满意度≥95%20',
      ['培训人数（人）?130', '培训期数（期）?130', '合格率+≥95%[40]', '农户满意度+≥95%[20]'],
    ],
  ])('%j with points that make a total', (text, expected) => {
    expect(itemsOf(text, '三级指标指标值分值')).toEqual(expected)
  })

  test.each([
    ['修复文物依据台账逐项核对得出≥250件', ['修复文物+≥250件']],
    ['更换标识牌考察实施质量是否合乎规定≥725块', ['更换标识牌+≥725块']],
    ['能力提升反映问题办理是否见效稳步增强', ['能力提升+稳步增强']],
  ])('%j with words of what they show', (text, expected) => {
    expect(itemsOf(text, '三级指标指标说明指标值')).toEqual(expected)
    expect(itemsOf(text, '三级指标备注指标值')).toEqual(expected)
  })

  test.each([
    [
      '活动101场8反映资金花得是否节约\n机制延续性长期坚持9考察实施质量',
      ['活动+101场[8]', '机制延续性+长期坚持[9]'],
    ],
    [
      '达标天数比例较2019年提高2%10\n资料留存完整可查9',
      ['达标天数比例+较2019年提高2%[10]', '资料留存+完整可查[9]'],
    ],
  ])('%j with notes behind', (text, expected) => {
    expect(itemsOf(text, '三级指标指标值分值备注')).toEqual(expected)
  })

  test.each([
    ['人次', [2, 1]],
    ['人培训', [1]],
    ['万元', [2, 1]],
    ['元/人', [3]],
    ['元/次数', [3]],
    ['培训', []],
    ['', []],
  ])('%j begins with units that end at %j', (text, ends) => {
    expect(new Lexer(text).unitEnds(0)).toEqual(ends)
  })
})

describe('numbers of money one behind another', () => {
  test('that do not fit the rate are divided as they are printed', () => {
    const row = '年度资金总额58.6061.2060.031078.09%9.81'
    const stages = ['initial', 'planned', 'executed', 'weight', 'rate', 'score'] as const
    const [{ numbers } = { numbers: [] }] = moneyRowsFrom(new Lexer(row), 0, row.length, stages)
    expect(numbers.map(({ start, end }) => row.slice(start, end)).join(' ')).toBe(
      '58.60 61.20 60.03 10 78.09% 9.81',
    )
  })

  test('are those that make the sums of the rows below', () => {
    const text = '年度资金总额:1484631.00%其中:中央资金10200%地方资金4646100%'
    const stages = ['planned', 'executed', 'rate'] as const
    const rows = moneyRowsFrom(new Lexer(text), 0, text.length, stages)
    expect(
      rows.map(({ numbers }) => numbers.map(({ start, end }) => text.slice(start, end)).join(' ')),
    ).toEqual(['148 46 31.00%', '102 0 0%', '46 46 100%'])
  })

  test('are those of the whole where the only source repeats them, with dashes behind', () => {
    const text = '年度资金总额48.648.247.961099.50%9.95其中:财政拨款48.648.247.96——'
    const stages = ['initial', 'planned', 'executed', 'weight', 'rate', 'score'] as const
    const rows = moneyRowsFrom(new Lexer(text), 0, text.length, stages)
    expect(
      rows.map(({ numbers }) => numbers.map(({ start, end }) => text.slice(start, end)).join(' ')),
    ).toEqual(['48.6 48.2 47.96 10 99.50% 9.95', '48.6 48.2 47.96 ——'])
  })

  test('are those that the rate says, also where dashes stand between', () => {
    const text = '年度资金总额454544.61099.11%9.91其中:财政拨款454544.6-99.11%-其他资金000---'
    const stages = ['initial', 'planned', 'executed', 'weight', 'rate', 'score'] as const
    const rows = moneyRowsFrom(new Lexer(text), 0, text.length, stages)
    expect(
      rows.map(({ numbers }) => numbers.map(({ start, end }) => text.slice(start, end)).join(' ')),
    ).toEqual(['45 45 44.6 10 99.11% 9.91', '45 45 44.6 - 99.11% -', '0 0 0 ---'])
  })

  test.each([
    ['194.9194.9100%', 3, '194.9 194.9 100%'],
    ['20.0020.0020.00100.00%', 4, '20.00 20.00 20.00 100.00%'],
    ['1084.25668.00343.0073.25', 4, '1084.25 668.00 343.00 73.25'],
    ['300259.4586.5%', 3, '300 259.45 86.5%'],
    // The rate may be wrong.
    ['303080%', 3, '30 30 80%'],
    ['12', 3, '12'],
    ['000', 3, '0 0 0'],
  ])('%j in at most %i columns', (digits, most, expected) => {
    const row = `财政拨款${digits}`
    const stages = new Array(most).fill(undefined)
    const rows = moneyRowsFrom(new Lexer(row), 0, row.length, stages)
    expect(
      rows.flatMap(({ numbers }) => numbers.map(({ start, end }) => row.slice(start, end))).join(' '),
    ).toBe(expected)
  })
})

describe('a text that is no form', () => {
  test.each([
    ['a narrative', '项目名称：路灯维护\n绩效目标：维修路灯。\n数量指标：维修数量≥20盏'],
    ['sentences', '本项目的绩效目标是维修路灯，预算金额12万元，一级指标为产出指标。'],
    ['a table', '项目名称\t一级指标\t二级指标\t指标值\n路灯\t产出指标\t数量指标\t≥20盏'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(runTogether.score(readText(new Source(text)).blocks)).toBe(0)
  })
})

describe('a form without borders', () => {
  test('ends where the title of the next begins', () => {
    expect(
      treeOf(
        `项目名称路灯主管部门某局年度资金总额10年度目标维修。绩效指标${HEADER}产出指标数量指标维修数量≥20盏项目支出绩效目标表（2022年度）项目名称公厕主管部门某局年度资金总额8年度目标管护。绩效指标${HEADER}产出指标数量指标管护数量≥3座`,
      ),
    ).toEqual([
      'agency 某局 -',
      '  project 路灯 10',
      '    goal (annual) 维修。',
      '    L1 产出指标 [output]',
      '      L2 数量指标 [quantity]',
      '        维修数量 | ≥ 20 盏',
      '  project 公厕 8',
      '    goal (annual) 管护。',
      '    L1 产出指标 [output]',
      '      L2 数量指标 [quantity]',
      '        管护数量 | ≥ 3 座',
      'left surrounding: 项目支出绩效目标表(2022年度)',
      'left column: 某局',
    ])
  })

  test('divides indicators behind each number', () => {
    expect(
      treeOf(
        `项目名称学校主管部门某局年度资金总额10年度目标建校。绩效指标${HEADER}产出指标数量指标新建学校3所维修学校5所质量指标合格率≥95%`,
      ),
    ).toEqual([
      'agency 某局 -',
      '  project 学校 10',
      '    goal (annual) 建校。',
      '    L1 产出指标 [output]',
      '      L2 数量指标 [quantity]',
      '        新建学校 | (=) 3 所',
      '        维修学校 | (=) 5 所',
      '      L2 质量指标 [quality]',
      '        合格率 | ≥ 95 %',
    ])
  })
})

describe('labels of a glued form that are in no list', () => {
  const form = (name: string, money: readonly string[], goal: string): string =>
    [
      '项目支出绩效目标申报表',
      '（2023年度）',
      `要办事项名称${name}`,
      `拟用钱数${money[0]}`,
      `其中：本级出${money[1]}`,
      `他处凑${money[2]}`,
      `预期成效${goal}`,
      '大类小类看什么多少算好',
      '产出指标数量指标补种行道树≥120棵',
      '质量指标苗木成活率≥90%',
      '效益指标社会效益指标受益居民≥300人',
    ].join('\n')
  const GOAL = '补种缺失的行道树，让街道夏天更凉快。'

  test('are told by a word for names, by money that adds up, and by a sentence', () => {
    const tree = treeOf(form('街道绿化补植', ['36.50', '20.00', '16.50'], GOAL)).map((line) => line.trim())
    expect(tree).toContain('project 街道绿化补植 36.50')
    expect(tree.filter((line) => line.startsWith('funding'))).toHaveLength(2)
    expect(tree).toContain(`goal ${GOAL.replace('，', ',')}`)
    expect(tree.filter((line) => line.includes(' | '))).toHaveLength(3)
  })

  test('end before a year or a code, and where further forms go on otherwise', () => {
    const text = [
      form('2023年口袋公园', ['9', '5', '4'], GOAL).replace('要办事项名称', '拿去干啥'),
      form('2023年树池铺装', ['7', '5', '2'], GOAL.replace('补种', '修剪')).replace(
        '要办事项名称',
        '拿去干啥',
      ),
    ].join('\n')
    const tree = treeOf(text).map((line) => line.trim())
    expect(tree.filter((line) => line.startsWith('project'))).toEqual([
      'project 2023年口袋公园 9',
      'project 2023年树池铺装 7',
    ])
  })

  test('all on one line, with money under stages that its rate and parts prove', () => {
    const tree = treeOf(
      '某县转移支付区域绩效目标自评表（2023年度）转移支付（项目）名称草原防火补助中央主管部门国家林草局资金使用单位某县草原站全年预算数（A）全年执行数（B）预算执行率（B/A×100%）年度资金总额：2506325.20%其中：中央财政资金1804525.00%地方资金701825.71%总体目标做好草原防火，减少火情。绩效指标一级指标二级指标三级指标指标值全年实际完成值产出指标数量指标巡护草原面积≥20万亩22万亩质量指标火情处置率≥95%96%效益指标社会效益指标重大火情发生情况不发生未发生',
    ).map((line) => line.trim())
    expect(tree).toContain('project 草原防火补助 250')
    expect(tree).toContain('funding 其中:中央财政资金 180')
    expect(tree).toContain('重大火情发生情况 | “不发生” → “未发生”')
  })

  test('two goals under labels beside each other, the whole of money glued to its parts', () => {
    const tree = printTree(
      parse(
        new Source(
          [
            '项目支出绩效目标表',
            '项目名称沟渠清淤护岸专项',
            '资金总额（万元）18189600061896000',
            '总体目标中期目标（2018年—2020年）年度目标',
            '三年清淤沟渠380公里，排水问题全部解决。当年清淤沟渠120公里，汛前完成。',
            '一级指标二级指标三级指标指标值',
            '产出指标数量指标清淤沟渠长度≥120公里',
            '质量指标护岸验收合格率≥98%',
          ].join('\n'),
        ),
      ).disclosure,
    )
    expect(tree.some((line) => line.includes('project 沟渠清淤护岸专项 18189'))).toBe(true)
    expect(tree.filter((line) => line.includes('goal ')).map((line) => line.trim())).toEqual([
      'goal (long-term) 三年清淤沟渠380公里,排水问题全部解决。',
      'goal (annual) 当年清淤沟渠120公里,汛前完成。',
    ])
  })
})

describe('headings with a range of points behind them', () => {
  test('are headings with all that stands there', () => {
    const text = `项目名称产品推广项目
年度主要目标和成果参加展会3次。
绩效指标(90分)一级指标二级指标三级指标指标值分值
产出指标(40-50)分数量指标参加展会次数≥3次15宣传片数量≥2部10
满意度指标(10)分服务对象满意度指标企业满意度≥95%10`
    expect(treeOf(text)).toEqual([
      'project 产品推广项目 -',
      '  goal (annual) 参加展会3次。',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      参加展会次数 | ≥ 3 次 | 15',
      '      宣传片数量 | ≥ 2 部 | 10',
      '  L1 满意度指标 [satisfaction]',
      '    L2 服务对象满意度指标 [recipient-satisfaction]',
      '      企业满意度 | ≥ 95 % | 10',
    ])
  })
})

describe('a column for each term', () => {
  test('parts the halves of a line where the name stands again', () => {
    const text = `项目名称燃气管道改造
总体目标实施期目标年度目标
改造管道450公里。改造管道270公里。
一级指标二级指标三级指标指标值一级指标二级指标三级指标指标值
产出指标数量指标新建管道3.3公里产出指标数量指标新建管道2.1公里
新建计量撬1座新建计量撬1座`
    expect(targetsOf(text)).toEqual([
      '新建管道 | (=) 3.3 公里 (long-term)',
      '新建管道 | (=) 2.1 公里 (annual)',
      '新建计量撬 | (=) 1 座 (long-term)',
      '新建计量撬 | (=) 1 座 (annual)',
    ])
  })
})

describe('several targets in a row', () => {
  const form = (header: string, ...rows: string[]): string =>
    `项目名称卫生补助主管部门某市卫健委资金总额300万元总体目标支持3家单位防控疾病。一级指标二级指标三级指标${header}${rows.join('')}`
  const READ = [
    '防控任务 | ≥ 9 项',
    '防控任务 | ≥ 3 项',
    '防控任务 | ≥ 6 项',
    '检测人数(人) | (=) 430 人',
    '检测人数(人) | (=) 0 人',
    '检测人数(人) | (=) 430 人',
    '居民满意度 | ≥ 85 %',
    '居民满意度 | ≥ 85 %',
    '居民满意度 | ≥ 85 %',
  ]

  test('are told by the values that are printed alike, whatever the words over them', () => {
    const rows = [
      '产出指标数量指标防控任务≥9项≥3项≥6项',
      '检测人数(人)4300430',
      '满意度指标服务对象满意度指标居民满意度≥85%≥85%≥85%',
    ]
    expect(targetsOf(form('单位总数中心医院第一中医院', ...rows))).toEqual(READ)
  })

  test('behind the column of units', () => {
    const rows = [
      '产出指标数量指标检测人数人4300430',
      '质量指标检测准确率%100100100',
      '满意度指标服务对象满意度指标居民满意度%909090',
    ]
    const read = targetsOf(form('计量单位全市市本级某甲区', ...rows))
    expect(read.slice(0, 4)).toEqual([
      '检测人数 | (=) 430 人 | 全市',
      '检测人数 | (=) 0 人 | 市本级',
      '检测人数 | (=) 430 人 | 某甲区',
      '检测准确率 | (=) 100 % | 全市',
    ])
  })
})
