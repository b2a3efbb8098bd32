import { describe, expect, test } from 'vitest'
import { moneyIn, totalIn } from '../../src/layout/text/amounts.ts'
import { beginsOutline, markStyle } from '../../src/layout/text/lines.ts'
import { narrative } from '../../src/layout/text/narrative.ts'
import { dividePieces, type Surroundings } from '../../src/layout/text/pieces.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'
import { isAside } from '../../src/vocabulary/form-words.ts'
import { printTree } from '../support/print-tree.ts'

const spanned = (text: string): SpannedText => SpannedText.ofSource(text, { start: 0, end: text.length })
const scoreOf = (text: string): number => narrative.score(readText(new Source(text)).blocks)
const treeOf = (...lines: string[]): string[] => printTree(parse(new Source(lines.join('\n'))).disclosure)

describe('the labels of a line', () => {
  const piecesOf = (line: string, surroundings: Surroundings = 'fields'): string[] =>
    dividePieces(spanned(line), surroundings).map((piece) =>
      piece.role === undefined ? piece.text.text : `${piece.text.text}[${piece.role}]${piece.value.text}`,
    )

  test.each([
    ['项目名称：路灯维护', ['项目名称：[name]路灯维护']],
    ['（一）预算金额: 12万元', ['（一）预算金额:[amount]12万元']],
    ['项目名称:路灯;预算金额:12万元', ['项目名称:[name]路灯;', '预算金额:[amount]12万元']],
    ['【绩效目标】维修路灯。', ['【绩效目标】[goal]维修路灯。']],
    ['项目预算100万元', ['项目预算[amount]100万元']],
    ['2022年安排资金12.5万元，用于维修', ['2022年安排资金[amount]12.5万元，用于维修']],
    ['四、绩效目标', ['四、绩效目标[goal]']],
    // Words of one's own, units of money and short words are no labels.
    ['单位：万元', ['单位：万元']],
    ['项目', ['项目']],
    ['时间：全天', ['时间：全天']],
    ['本项目的绩效目标是维修路灯', ['本项目的绩效目标是维修路灯']],
    ['', ['']],
  ])('%j', (line, expected) => {
    expect(piecesOf(line)).toEqual(expected)
  })

  test.each([
    // What begins an indicator's name in a list of indicators is a field elsewhere.
    ['起止时间：2022年12月底前', 'indicators', ['起止时间：2022年12月底前']],
    ['财政拨款：≤12万元', 'indicators', ['财政拨款：≤12万元']],
    ['预算金额：≤12万元', 'indicators', ['预算金额：≤12万元']],
    ['项目名称：路灯', 'indicators', ['项目名称：[name]路灯']],
    ['备注：无', 'goal', ['备注：无']],
    ['完成维修。绩效指标：合格率≥95%', 'goal', ['完成维修。', '绩效指标：[indicator]合格率≥95%']],
    ['共2个项目，安排资金12万元', 'front', ['共2个项目，安排资金12万元']],
  ] as const)('%j among %s', (line, surroundings, expected) => {
    expect(piecesOf(line, surroundings)).toEqual(expected)
  })
})

describe('the amount in the value of a field', () => {
  test.each([
    ['120万元', '120万元', [], []],
    ['1,250,000.00', '1,250,000.00', [], []],
    ['120万元。', '120万元', [], ['。']],
    ['2023年预算安排资金38万元', '38万元', [], ['2023年预算安排资金']],
    [
      '50万元，其中：财政拨款30万元，自有资金20万元',
      '50万元',
      ['财政拨款 30万元', '自有资金 20万元'],
      ['，其中：', '，'],
    ],
    ['162万元，其他资金0万元', '162万元', [], ['，其他资金0万元']],
    ['县财政列支179万元(控制价199.69万元)', '179万元', [], ['县财政列支', '(控制价199.69万元)']],
    ['每亩200元(共20万元)', undefined, [], ['每亩200元(共20万元)']],
    // Side by side, none of them is the amount.
    ['省级30万元，县级20万元', undefined, [], ['省级30万元，县级20万元']],
    ['每人200元/月', undefined, [], ['每人200元/月']],
    ['待定', undefined, [], ['待定']],
    ['-', '-', [], []],
  ])('%j', (text, amount, parts, rest) => {
    const found = moneyIn(spanned(text))
    expect(found.amount?.text).toBe(amount)
    expect(found.parts.map(({ label, amount: part }) => `${label.text} ${part.text}`)).toEqual(parts)
    expect(found.rest.map((words) => words.text)).toEqual(rest)
  })
})

describe('what was spent of the money of a field', () => {
  test.each([
    ['预算金额120万元，实际支出118万元，执行率98.3%。', '120万元', ['实际支出 118万元', '执行率 98.3%']],
    ['全年预算数260万元，全年执行数258.4万元', '260万元', ['全年执行数 258.4万元']],
    ['总额100万元，其中：中央60万元，省级40万元；累计支付 90万元。', '100万元', ['累计支付 90万元']],
    ['100万元，实际支出98万元，预算完成率98%', '100万元', ['实际支出 98万元']],
    // What was spent of a part, or is to be spent, is none of the whole.
    ['总额100万元，财政拨款支出60万元', undefined, []],
    ['总额100万元，计划支出60万元', undefined, []],
  ])('%j', (text, amount, spent) => {
    const found = moneyIn(spanned(text))
    expect(found.amount?.text).toBe(amount)
    expect(found.spent.map(({ label, amount: of }) => `${label.text} ${of.text}`)).toEqual(spent)
  })
})

test('a project reaches as far as the rate of what was spent of its money', () => {
  const text = [
    '2023年度项目支出绩效自评报告',
    '项目名称：农村改厕补助',
    '预算金额：120万元，实际支出118万元，执行率98.3%',
  ].join('\n')
  const { disclosure } = parse(new Source(text))
  expect(projectsOf(disclosure).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    text.slice(text.indexOf('项目名称')),
  ])
})

test('lines of indicators that only the page divides are read as one', () => {
  const lines = [
    '项目名称：烟叶收购',
    '绩效目标：收购烟叶865万公斤。',
    '产出指标',
    '数量指标：收购烟叶≥8',
    '65万公斤，出口',
    '备货量≥50万公斤；',
    '质量指标：合格率≥80%；',
  ]
  const targets = treeOf(...lines).filter((line) => line.includes(' | '))
  expect(targets.map((line) => line.trim())).toEqual([
    '收购烟叶 | ≥ 865 万公斤',
    '出口备货量 | ≥ 50 万公斤',
    '合格率 | ≥ 80 %',
  ])
})

describe('the total of a narrative', () => {
  test.each([
    ['共有3个项目，涉及金额256.5万元。', 3, '涉及金额 256.5万元'],
    ['2023年我单位共2个项目，安排预算资金33万元。', 2, '安排预算资金 33万元'],
    // Only some of the projects are described: their sum is another.
    ['共有5个项目，涉及金额256.5万元。', 3, undefined],
    ['本项目资金33万元。', 1, undefined],
  ])('%j with %i projects', (line, projects, expected) => {
    const total = totalIn([spanned(line)], projects)
    expect(total && `${total.name.text} ${total.amount.text}`).toBe(expected)
  })
})

test.each([
  ['数量指标：维修路灯≥20盏', true],
  ['一、产出指标', true],
  ['【产出指标-数量指标】指标1：机柜（≥77台）', true],
  ['（1）质量指标：合格率≥95%', true],
  ['数量指标完成情况良好', false],
  ['完成路灯维修', false],
])('%j begins indicators: %s', (line, expected) => {
  expect(beginsOutline(spanned(line).folded)).toBe(expected)
})

test.each([
  ['注：本表由单位填报。', true],
  ['评价组组长（签字）：  年  月  日', true],
  ['2022年1月20日', true],
  ['二〇二二年一月二十日', true],
  ['2022年1月20日前完成', false],
  ['36座', false],
])('%j stands aside: %s', (line, expected) => {
  expect(isAside(spanned(line).folded)).toBe(expected)
})

test.each([
  ['一、路灯', '二、公厕', true],
  ['（一）路灯', '（十二）公厕', true],
  ['1.路灯', '12.公厕', true],
  ['1.路灯', '(1)公厕', false],
  ['路灯', '公厕', true],
])('%j and %j are numbered alike: %s', (one, other, expected) => {
  expect(markStyle(spanned(one).folded) === markStyle(spanned(other).folded)).toBe(expected)
})

describe('a text that is no narrative of projects', () => {
  test.each([
    ['news', '某县开展植树活动\n全县计划投入资金300万元，完成绿化造林1.2万亩，绩效目标明确。'],
    ['a call for bids', '采购公告\n项目名称：办公设备采购\n预算金额：50万元\n采购需求：详见附件。'],
    ['a plan of work', '工作计划\n一、总体目标\n提升服务水平。\n二、主要任务\n加强培训。'],
    ['a list of projects', '一、路灯维护项目 12万元\n二、公厕管护项目 8万元'],
    ['a note on a table', '项目支出绩效目标表\n单位：万元'],
    ['nothing', ''],
    ['another language', '# Tool\n\nReads a table: name, amount.\n\n- goal: none'],
  ])('%s', (_name, text) => {
    expect(scoreOf(text)).toBe(0)
    const { projects, agencies, totals } = parse(new Source(text)).disclosure
    expect([...projects, ...agencies, ...totals]).toEqual([])
  })
})

describe('a narrative', () => {
  test('beside a table is a part of its own', () => {
    expect(
      treeOf(
        '某县2022年项目支出绩效目标情况说明',
        '项目名称：路灯维护',
        '预算金额：12万元',
        '绩效目标：维修路灯20盏。',
        '绩效指标：数量指标：维修路灯数量≥20盏。满意度指标：群众满意度≥90%',
        '附件：某县2022年项目支出绩效目标表',
        '项目名称\t金额\t绩效目标\t绩效指标',
        '绿化养护\t5.00\t目标1:养护绿地。\t一、产出指标 (一)数量指标 1.养护绿地面积 ≥3亩',
      ),
    ).toEqual([
      'title 某县2022年项目支出绩效目标情况说明 [2022]',
      'project 路灯维护 12万元',
      '  goal 维修路灯20盏。',
      '  L2 数量指标 [quantity]',
      '    维修路灯数量 | ≥ 20 盏',
      '  L2 满意度指标 [satisfaction]',
      '    群众满意度 | ≥ 90 %',
      'project 绿化养护 5.00',
      '  goal 目标1: 养护绿地。',
      '  L1 一、 产出指标 [output]',
      '    L2 (一) 数量指标 [quantity]',
      '      1. 养护绿地面积 | ≥ 3 亩',
      'left surrounding: 附件:某县2022年项目支出绩效目标表',
    ])
  })

  test('takes the goals that end a list for goals, not for projects', () => {
    expect(
      treeOf(
        '预算金额：12万元',
        '绩效目标：',
        '1.维修路灯20盏',
        '2.保障夜间照明',
        '绩效指标：',
        '数量指标：维修路灯数量20盏',
      ),
    ).toEqual([
      'project  12万元',
      '  goal 1. 维修路灯20盏',
      '  goal 2. 保障夜间照明',
      '  L2 数量指标 [quantity]',
      '    维修路灯数量 | (=) 20 盏',
    ])
  })

  test('keeps a heading over the label of the name as a repetition', () => {
    expect(
      treeOf(
        '一、路灯维护',
        '项目名称：路灯维护',
        '绩效目标：维修。',
        '数量指标：维修数量20盏',
        '二、公厕管护',
        '项目名称：公厕管护',
        '绩效目标：管护。',
        '数量指标：管护数量3座',
      ),
    ).toEqual([
      'project 路灯维护 -',
      '  goal 维修。',
      '  L2 数量指标 [quantity]',
      '    维修数量 | (=) 20 盏',
      'project 公厕管护 -',
      '  goal 管护。',
      '  L2 数量指标 [quantity]',
      '    管护数量 | (=) 3 座',
      'left label: 一、',
      'left label: 路灯维护',
      'left label: 二、',
      'left label: 公厕管护',
    ])
  })
})

describe('what a report says of the indicators of a category', () => {
  const REPORT = [
    '某市图书馆2022年度项目支出绩效自评报告(2022年公共文化馆(站)免费开放经费)',
    '一、自评结论',
    '(一)自评得分',
    '100分。',
    '(二)绩效目标完成情况',
    '1.产出指标完成情况',
    '数量指标:阅读活动数量4次,指标完成率100%,数字资源补充50000册,指标完成率100%。',
    '质量指标:馆藏完好率提升,随进度把控;',
    '2.效益指标完成情况',
    '综合阅读率80%,已完成。',
    '3.满意度指标完成情况',
    '读者满意度90%,指标完成率99%。',
  ]

  test('is a target where it says how much of that was reached, and under the heading of the category', () => {
    const tree = printTree(parse(new Source(REPORT.join('\n'))).disclosure).map((line) => line.trim())
    expect(tree).toContain('project 2022年公共文化馆(站)免费开放经费 -')
    expect(tree.filter((line) => line.startsWith('L1 '))).toHaveLength(3)
    expect(tree.filter((line) => line.includes(' | '))).toEqual([
      '阅读活动数量 | (=) 4 次',
      '数字资源补充 | (=) 50000 册',
      '综合阅读率 | (=) 80 %',
      '读者满意度 | (=) 90 %',
    ])
  })

  const targetsOf = (lines: readonly string[]): readonly string[] =>
    printTree(parse(new Source(lines.join('\n'))).disclosure)
      .map((line) => line.trim())
      .filter((line) => line.includes(' | '))

  test('is the target where nothing else says what was planned, and nothing that it was missed', () => {
    const lines = REPORT.map((line) => line.replace(/,(?:指标完成率\d+%|已完成)/g, ''))
    expect(targetsOf(lines)).toEqual([
      '阅读活动数量 | (=) 4 次',
      '数字资源补充 | (=) 50000 册',
      '馆藏完好率提升 | -',
      '读者满意度 | (=) 90 %',
    ])
    expect(targetsOf([...lines, '项目暂未完工。'])).toEqual([])
  })

  test('is planned and reached where some items say both', () => {
    const lines = [
      '2022年文化下乡经费绩效自评报告',
      '一、绩效目标分解下达情况',
      '县财政下达文化下乡经费30万元,用于乡村戏台修缮项目。',
      '二、绩效目标完成情况分析',
      '1.产出指标完成情况分析',
      '(1)数量指标:修缮戏台≥3座,实际完成3座;下乡演出≥40场,实际完成42场。',
      '(2)时效指标:2022年10月底前完成修缮,正在进行。',
      '(3)质量指标:戏台面貌有所改善,实际完成有所改善。',
      '2.效益指标完成情况分析',
      '(1)经济效益指标:以免费演出为主,无直接经济效益。',
      '(2)可持续影响指标:留住地方戏种,作用明显。',
      '三、偏离绩效目标的原因',
    ]
    const tree = printTree(parse(new Source(lines.join('\n'))).disclosure).map((line) => line.trim())
    expect(tree).toContain('project 乡村戏台修缮项目 30万元')
    expect(targetsOf(lines)).toEqual([
      '修缮戏台 | ≥ 3 座 → (=) 3 座',
      '下乡演出 | ≥ 40 场 → (=) 42 场',
      '完成修缮 | period 2022年10月底前',
      '戏台面貌 | “有所改善” → “有所改善”',
      '留住地方戏种 | “作用明显”',
    ])
  })

  test('is of no project whose uses alone have money', () => {
    const lines = [
      '残疾人事业发展补助资金项目绩效自评报告',
      '一、项目概况',
      '资金用于残疾人评定补贴1.065万元,文化进家庭2.1万元,资助大学新生1.8万元。',
      '二、绩效目标',
      '资助残疾人大学新生。',
    ]
    const [project] = [...projectsOf(parse(new Source(lines.join('\n'))).disclosure)]
    expect(project?.amount.kind).not.toBe('amount')
  })

  test('is parted from its target by what that is called', () => {
    const lines = [
      '某区残联残疾人事业补助资金2023年度绩效自评报告',
      '一、绩效目标分解下达情况',
      '2023年下达残疾人事业补助资金29.6万元,用于托养服务。',
      '二、绩效指标完成情况分析',
      '1、产出数量指标:第一,康复服务比例年初指标值为不低于85%,全年实际完成值100%。第二,接受托养人次数年初指标值为不低于105人,全年实际完成值116人。',
      '2、产出时效指标:项目完成时间年初指标值为2023年12月底,实际在规定时间内完成。',
    ]
    expect(targetsOf(lines)).toEqual([
      '康复服务比例 | ≥ 85 % → (=) 100 %',
      '接受托养人次数 | ≥ 105 人 → (=) 116 人',
      '项目完成时间 | period 2023年12月底 → “在规定时间内完成”',
    ])
  })

  test('ends with what is said again to be reached', () => {
    const lines = [
      '某市文化馆2018年度项目支出绩效报告',
      '一、项目名称:群众文化活动经费',
      '二、绩效目标:举办群众文化活动120场。',
      '三、绩效指标及完成情况',
      '(一)效益指标。社会效益指标:受益群众36万人次,实际38.5万人次;文化志愿服务队伍稳定,实际稳定;文化素养有效提升,实际提升。',
    ]
    expect(targetsOf(lines)).toEqual([
      '受益群众 | (=) 36 万人次 → (=) 38.5 万人次',
      '文化志愿服务队伍 | “稳定” → “稳定”',
      '文化素养 | “有效提升” → “提升”',
    ])
  })

  test('ends with what is said of all of them, and with what was found', () => {
    const lines = [
      '冷藏库建设项目绩效自评报告',
      '一、绩效目标设定情况',
      '项目名称:冷藏库建设项目。',
      '项目资金:801万元。',
      '年度绩效目标:新建冷藏库2个,方便农户储存。',
      '本项目共编制绩效指标4个,其中一级指标2个、二级指标2个、三级指标4个。',
      '二、绩效指标完成情况',
      '(一)产出指标',
      '数量指标:新建冷藏库2个,冷藏库容积约500立方米,配套道路不少于800米,以上均已建成。',
      '(二)满意度指标',
      '服务对象满意度指标:农户满意度95%以上,抽查结果为97%。',
    ]
    expect(targetsOf(lines)).toEqual([
      '新建冷藏库 | (=) 2 个',
      '冷藏库容积 | (=) 约500 立方米',
      '配套道路 | ≥ 800 米',
      '农户满意度 | ≥ 95 % → (=) 97 %',
    ])
  })

  test('ends where a sentence is numbered as the parts are', () => {
    const lines = [
      '某市文化馆2018年度项目支出绩效报告',
      '一、项目名称:群众文化活动经费',
      '二、预算金额:705.19万元',
      '三、绩效目标:举办群众文化活动120场。',
      '四、绩效指标及完成情况',
      '(一)产出指标。数量指标:群众文化活动120场,实际131场。',
      '(二)满意度指标。服务对象满意度指标:群众满意度90%,实际95.3%。',
      '五、副高职称8名,中级职称16名;全年实际收入1699.12万元,其中财政拨款收入1435.22万元。',
    ]
    const tree = printTree(parse(new Source(lines.join('\n'))).disclosure).map((line) => line.trim())
    expect(tree).toContain('project 群众文化活动经费 705.19万元')
    expect(targetsOf(lines)).toEqual([
      '群众文化活动 | (=) 120 场 → (=) 131 场',
      '群众满意度 | (=) 90 % → (=) 95.3 %',
    ])
  })

  test.each([
    ['(四)成本指标。1.经济成本指标:', 'L1 成本指标 [cost]'],
    ['(四)成本指标。1.经济成本指标为', 'L1 成本指标 [cost]'],
    ['(四)成本指标\n1.经济成本指标:', 'L1 成本指标 [cost]'],
    ['4.成本指标:(1)经济成本指标:', 'L1 成本指标 [cost]'],
    // What begins like a category is none.
    ['(3)成本指标:经济成本控制率≤100%。', 'L2 成本指标 [cost]'],
  ])('stands under 成本指标 as what follows tells its level: %s', (heading, expected) => {
    const lines = [
      '渠道清淤项目绩效自评报告',
      '项目名称:渠道清淤。年度资金36万元,执行率100%。',
      '二、绩效目标完成情况分析',
      '(三)满意度指标。1.服务对象满意度指标:用水户满意度≥90%。',
      `${heading}每条费用≤3万元。`,
      '三、偏离绩效目标的原因',
    ]
    const tree = printTree(parse(new Source(lines.join('\n'))).disclosure).map((line) => line.trim())
    expect(tree.filter((line) => line.includes('成本指标'))[0]).toBe(expected)
  })

  test('stands under headings that a full stop ends, or that say what was reached', () => {
    const lines = [
      '乡镇供水站改造项目绩效自评报告',
      '一、项目基本情况(自评得分100分)',
      '项目名称:供水站改造项目。年度资金52.6万元,执行率100%。',
      '二、绩效目标及指标完成情况',
      '(一)完成绩效产出指标(自评得分50分)',
      '(1)数量指标。',
      '改造供水站6座;更换水表310块。',
      '(2)质量指标(自评得分10分):100%更换老旧水管。其中5公里为铸铁管。',
    ]
    const tree = printTree(parse(new Source(lines.join('\n'))).disclosure).map((line) => line.trim())
    expect(tree.find((line) => line.startsWith('project'))).toMatch(/^project 供水站改造项目。? 52.6万元$/)
    expect(tree).toContain('L1 产出指标 [output]')
    expect(targetsOf(lines)).toEqual([
      '改造供水站 | (=) 6 座',
      '更换水表 | (=) 310 块',
      '更换老旧水管 | (=) 100 %',
    ])
  })
})

test('a part of the text that is numbered as the indicators are is none of them', () => {
  const tree = treeOf(
    '项目名称：委员履职',
    '预算金额：8万元',
    '二、绩效目标',
    '组织调研12次。',
    '三、绩效指标',
    '1.产出指标。数量指标有：①组织调研12次；②办理提案160件以上。',
    '四、存在问题',
    '预算编制不够细，下年编制完成率力争达到98%。',
  )
  expect(tree.filter((line) => line.includes(' | '))).toHaveLength(2)
  expect(tree).toContain('left surrounding: 四、存在问题')
})

test('what announces the indicators is none of the goal', () => {
  const tree = treeOf(
    '项目名称:绿地养护经费。预算安排:545万元。年度绩效目标:养护绿地,提升环境。为实现上述目标,设定以下绩效指标。产出指标方面,数量指标:养护绿地面积不少于86万平方米,修剪不少于4次;满意度指标方面,服务对象满意度指标:市民满意度不低于90%。',
  )
  expect(tree.find((line) => line.includes('goal'))).toMatch(/ 养护绿地,提升环境。$/)
})

test('lines of items that the page divides nearly always in the middle go on behind a value as well', () => {
  const tree = treeOf(
    '项目名称:图书馆建设项目',
    '项目资金:179万元',
    '项目绩效指标:',
    '1.产出指标。数量指标:建成分馆5个、每个分馆新增藏书≥3000册、配备自助借还设备',
    '≥5台、开展管理员培训≥2期,质量指标:设备验收合',
    '格率100%、图书编目准确率≥99%,时效指标:2020年10月底前',
    '完成分馆建设、通借通还响应时间≤3天,成本指标:分馆建设成本',
    '≤35.8万元。',
    '2.满意度指标。服务对象满意度指标:读者满意度≥92%。',
  )
  expect(tree.map((line) => line.trim()).filter((line) => line.includes(' | '))).toEqual([
    '建成分馆 | (=) 5 个',
    '每个分馆新增藏书 | ≥ 3000 册',
    '配备自助借还设备 | ≥ 5 台',
    '开展管理员培训 | ≥ 2 期',
    '设备验收合格率 | (=) 100 %',
    '图书编目准确率 | ≥ 99 %',
    '完成分馆建设 | period 2020年10月底前',
    '通借通还响应时间 | ≤ 3 天',
    '分馆建设成本 | ≤ 35.8 万元',
    '读者满意度 | ≥ 92 %',
  ])
})

test('goals that a sentence announces as a list', () => {
  const tree = treeOf(
    '社会福利资金绩效自评报告',
    '一、绩效目标分解下达情况',
    '2024年下达资金300万元。',
    '年度绩效目标主要包括以下两个方面:',
    '(1)改造养老设施12处。',
    '(2)资助孤儿210人以上。',
    '(二)资金安排情况',
    '300万元已全部下达。',
    '二、绩效目标完成情况分析',
    '(1)数量指标。改造养老设施≥12处,实际完成13处。',
  ).join('\n')
  expect(tree).toMatch(/goal.*改造养老设施12处/)
  expect(tree).toMatch(/goal.*资助孤儿210人以上/)
})

describe('labels that are in no list', () => {
  const indicators = '产出指标：数量指标：维修路灯≥80盏。'

  test('tell the name, the money and the goal by what stands behind them', () => {
    const tree = treeOf(
      '本项开支名目：路灯养护项目',
      '年内可用经费：22976700.00元',
      '经费使用愿景：维修损坏的路灯，让居民夜间出行更安全。',
      indicators,
    ).join('\n')
    expect(tree).toContain('路灯养护项目')
    expect(tree).toContain('22976700.00元')
    expect(tree).toMatch(/goal.*维修损坏的路灯/)
  })

  test('begin each project where they come again', () => {
    const form = (name: string, money: string): string[] => [
      `款项用处：${name}`,
      `拟安排款项（万元）：${money}`,
      '绩效目标：做好工作。',
      indicators,
    ]
    const tree = treeOf(...form('储备化肥', '162.10'), ...form('储备农药', '27.40')).join('\n')
    for (const text of ['储备化肥', '162.10', '储备农药', '27.40']) expect(tree).toContain(text)
    expect(tree.match(/^\s*project/gm)).toHaveLength(2)
  })

  test('are no names where the text only speaks of something', () => {
    const tree = treeOf(
      '预算金额：12万元',
      '主要做法：分片包干',
      '绩效目标：维修路灯80盏。',
      indicators,
    ).join('\n')
    expect(tree).not.toMatch(/project.*分片包干/)
  })
})

test('headings whose number stands in a line of its own behind the one above are two', () => {
  const lines = treeOf(
    '2022年文化专项资金绩效自评报告',
    '下达某县文化专项资金20万元,用于地方小戏创作项目。',
    '绩效目标:新创作小戏1部。',
    '绩效指标完成情况',
    '1.产出指标',
    '(1)数量指标:创作小戏1部,实际完成1部;演出场次≥20场,实际完成20场。',
    '2.效益指标',
    '(1)社会效益:观众人次≥1.2万人次,实际完成1.8万人次。',
  )
  expect(lines.filter((line) => /L[12]/.test(line)).map((line) => line.trim())).toEqual([
    'L1 产出指标 [output]',
    'L2 数量指标 [quantity]',
    'L1 效益指标 [benefit]',
    'L2 社会效益 [social]',
  ])
})

test('what was paid is no indicator, and 满意度指标 needs no heading below', () => {
  const lines = treeOf(
    '某小学2023年度教育经费绩效自评报告',
    '一、绩效目标完成情况',
    '1.产出指标',
    '(1)成本指标:项目总投资≤525.39万元,已支付139.43万元。',
    '2.满意度指标:学校满意度≥95%。',
  ).filter((line) => line.includes(' | '))
  expect(lines.map((line) => line.trim().split(' →')[0])).toEqual([
    '项目总投资 | ≤ 525.39 万元',
    '学校满意度 | ≥ 95 %',
  ])
})

test('the score and the reason stand in clauses behind what was reached', () => {
  const lines = treeOf(
    '2021年动物防疫经费绩效自评报告',
    '一、项目概况',
    '项目资金:9.55万元。',
    '二、绩效目标完成情况',
    '(一)产出指标',
    '数量指标:',
    '1.入户免疫,年初目标值≥1150户,实际完成值1163户,自评得分10分;',
    '2.集中免疫,年初目标值2次,实际完成值1次,自评得分4分,原因是秋防推迟,次年补做;',
    '3.布设消毒点,年初目标值≥11个,实际完成值11个;',
  ).filter((line) => line.includes(' | '))
  expect(lines.map((line) => line.trim())).toEqual([
    '1. 入户免疫 | ≥ 1150 户 → (=) 1163 户 | score 10 分',
    '2. 集中免疫 | (=) 2 次 → (=) 1 次 | score 4 分',
    '3. 布设消毒点 | ≥ 11 个 → (=) 11 个',
  ])
})

describe('the name that a report says', () => {
  const nameOf = (...lines: string[]): string | undefined => {
    const [project] = [...projectsOf(parse(new Source(lines.join('\n'))).disclosure)]
    return project?.name.text
  }
  const sections = (...told: string[]): string[] => [
    '一、自评结论',
    '(一)绩效目标完成情况',
    '1.执行率情况。',
    '该项目预算数为38万元,执行数为38万元,执行率100%。',
    '2.完成的绩效目标。',
    '维修路灯120盏,更换线路3公里。',
    ...told,
    '二、存在问题和原因',
    '灯具老化。',
  ]

  test.each([
    ['a title in two lines', ['某市公用局2020年度路灯维修类项目', '自评结果'], '2020年度路灯维修类项目'],
    [
      'brackets below the title',
      ['某县第二小学项目支出绩效自评报告', '(校舍维修专项经费)'],
      '校舍维修专项经费',
    ],
    [
      'brackets behind a sort of projects',
      ['某省政府专项债券项目绩效自评报告(某新区污水处理厂)'],
      '某新区污水处理厂',
    ],
  ])('%s', (_, title, name) => {
    expect(nameOf(...title, ...sections())).toBe(name)
  })

  test('brackets behind a sort of projects that name a body or a version', () => {
    for (const remark of ['某市某区水务局', '征求意见公开稿', '2023年第二季度'])
      expect(nameOf(`某省政府专项债券项目绩效自评报告(${remark})`, ...sections())).not.toBe(remark)
  })

  test('a sentence on what it did, where it is the only one', () => {
    const one = '路灯服务中心运转经费项目的实施,保证了居民夜间出行。'
    const other = '道路养护经费项目的实施,保证了道路畅通。'
    expect(nameOf('某县路灯服务中心自评报告', ...sections(one))).toBe('路灯服务中心运转经费项目')
    expect(nameOf('某县路灯服务中心自评报告', ...sections(one, other))).toBe('')
    expect(nameOf('某县路灯服务中心自评报告', ...sections('本项目的实施,保证了居民夜间出行。'))).toBe('')
  })

  test('begins behind the verb of what money is for', () => {
    const lines = [
      '2022年衔接资金绩效自评报告',
      '一、绩效目标分解下达情况',
      '下达衔接资金105万元,用于实施某村蔬菜大棚项目。',
      '二、绩效目标完成情况',
      '已完成。',
      '三、存在问题',
      '无。',
    ]
    expect(nameOf(...lines)).toBe('某村蔬菜大棚项目')
  })
})

describe('goals and targets in sentences of a report', () => {
  test('goals stand in their order, without the colon and what became of them', () => {
    const tree = treeOf(
      '产业园建设项目绩效自评报告',
      '一、项目概况',
      '项目总投资为1580万元。',
      '二、绩效目标和指标设定情况',
      '1.总体目标',
      '建成厂房3栋,总建筑面积约4200平方米。',
      '2023年年度目标是:完成厂房主体结构1栋。',
      '当年年度目标完成情况:截至12月底,主体完成75%。',
      '2.绩效指标设定情况',
      '(1)建设工程量≥1400平方米;',
      '三、资金到位情况',
      '资金已全部到位。',
      '四、绩效目标完成情况',
      '主体结构已封顶。',
    ).map((line) => line.trim())
    expect(tree.filter((line) => line.startsWith('goal '))).toEqual([
      expect.stringContaining('建成厂房3栋'),
      expect.stringMatching(/^goal (?:\(annual\) )?完成厂房主体结构1栋/),
    ])
    expect(tree.filter((line) => line.includes(' | '))).toEqual(['(1) 建设工程量 | ≥ 1400 平方米'])
  })

  test('targets in quotes, and goals that are counted off among results', () => {
    const tree = treeOf(
      '某公园建设项目绩效自评报告',
      '一、绩效目标完成情况分析',
      '(一)资金投入情况分析。',
      '本项目2020年下达资金230万元,均已支付到位。',
      '(二)总体绩效目标完成情况分析。',
      '总体绩效目标一是建成占地2.1万平方米的公园一座。二是按时投入使用。由于工期未满,2020年未能达成。',
      '(三)绩效指标完成情况分析。',
      '配套设施面积:指标值为“约350平方米”,全年实际完成值约420平方米;',
      '设施合格率:指标值为“100%”,材料均为合格产品,完成值为100%;',
      '完工日期:指标值为“2021年4月15日”,全年实际完成值为0,因尚在工期内。',
    ).map((line) => line.trim())
    expect(tree.filter((line) => line.startsWith('goal '))).toEqual([
      'goal 一是 建成占地2.1万平方米的公园一座。',
      'goal 二是 按时投入使用。',
    ])
    expect(tree.filter((line) => line.includes(' | '))).toEqual([
      '配套设施面积 | (=) 约350 平方米 → (=) 约420 平方米',
      '设施合格率 | (=) 100 % → (=) 100 %',
      expect.stringMatching(/^完工日期 \| .*2021年4月15日/),
    ])
  })

  test('a goal of nothing but targets lists indicators, and a goal with anything else none', () => {
    const notice = (goal: string): string[] =>
      treeOf(
        '某区茶园提质示范基地建设项目公示',
        '项目名称:某区茶园提质示范基地建设项目。',
        '资金规模:542万元整。',
        `绩效目标:${goal}`,
        '',
        '受益对象:五个乡镇的茶农,以提高产量带动增收。',
      )
        .map((line) => line.trim())
        .filter((line) => line.includes(' | '))
    expect(notice('茶园面积≥4300亩,科技示范基地1个,群众每年增收500元/亩,群众满意度≥90%。')).toEqual([
      '茶园面积 | ≥ 4300 亩',
      '科技示范基地 | (=) 1 个',
      '群众每年增收 | (=) 500 元/亩',
      '群众满意度 | ≥ 90 %',
    ])
    expect(notice('茶园面积≥4300亩,改善茶农生活,科技示范基地1个,群众满意度≥90%。')).toEqual([])
    expect(notice('改造茶园4300亩,新建科技示范基地1个,群众满意度≥90%。')).toEqual([])
  })

  test('what was done in full is no indicator without a value', () => {
    const lines = treeOf(
      '2022年衔接资金绩效自评报告',
      '一、绩效目标分解下达情况',
      '下达衔接资金105万元,用于实施某村蔬菜大棚项目。',
      '二、绩效目标完成情况',
      '1.产出指标完成情况分析',
      '(1)项目实施进度',
      '某村蔬菜大棚项目已完成竣工验收,完成率100%。',
    )
    expect(lines.filter((line) => line.includes(' | ') || line.includes('竣工验收 '))).toEqual([])
  })
})

describe('projects that a report lists with their money', () => {
  const report = (announced: string, ...items: string[]): string[] => [
    '某县平安办2020年度项目支出绩效自评报告',
    '一、项目基本情况',
    announced,
    ...items,
    '二、绩效目标设定情况',
    '各项工作计划全面完成。',
    '三、绩效目标完成情况',
    '1.平安创建:全年排查30次。',
  ]
  const projectsIn = (lines: string[]): string[] =>
    [...projectsOf(parse(new Source(lines.join('\n'))).disclosure)].map(
      ({ name, amount }) => `${name.text} ${amount.kind === 'amount' ? amount.text.text : '-'}`,
    )
  const items = [
    '1.610办专项工作经费30万元,用于宣传与帮扶。',
    '2.平安创建专项经费共39万元,用于创建活动。',
    '3.纪检监察组工作经费7.5万元。',
  ]

  test('are one each where they are as many as is said', () => {
    expect(projectsIn(report('2020年项目支出共3个,项目资金共计76.5万元,其中:', ...items))).toEqual([
      '610办专项工作经费 30万元',
      '平安创建专项经费 39万元',
      '纪检监察组工作经费 7.5万元',
    ])
  })

  test('are none where they are more or fewer, or one is no project', () => {
    for (const lines of [
      report('2020年项目支出共4个,项目资金共计76.5万元,其中:', ...items),
      report('2020年项目支出共2个,项目资金共计69万元,其中:', ...items),
      report('2020年项目支出共3个,其中:', ...items.with(1, '2.全年开展创建活动39万元。')),
    ])
      expect(projectsIn(lines)).toHaveLength(1)
  })
})

test('how many goals there are is no indicator', () => {
  const lines = treeOf(
    '2018年度科普宣传经费项目绩效评价自评报告',
    '一、项目总体情况',
    '科普宣传经费申报金额70万元,预算批复70万元。',
    '二、绩效自评指标完成情况具体分析',
    '本项目共设置绩效目标13个,实际完成9个,具体完成情况如下:',
    '社会满意度目标值≥90%,实际完成92%。',
  )
  expect(lines.join('\n')).not.toMatch(/绩效目标 \|/)
})

describe('an outline of a project', () => {
  const ROWS = ['培训残疾人 | ≥ 150 人次', '专项经费支出总额 | ≤ 63.5 万元', '学员满意度 | ≥ 90 %']
  const HEADINGS = [
    'L1 产出指标 [output]',
    'L2 数量指标 [quantity]',
    'L2 成本指标 [cost]',
    'L1 满意度指标 [satisfaction]',
  ]
  const said = (lines: readonly string[]): string[] =>
    treeOf(...lines).map((line) =>
      line
        .trim()
        .replace(/ \(.*\)$/, '')
        .replace(/^(L\d) [\d.]+ /, '$1 '),
    )

  test('is numbered 1, 1.1 and 1.1.1', () => {
    const tree = said([
      '1 项目基本情况',
      '1.1 项目名称：技能培训',
      '1.2 申报金额：63.5万元',
      '1.3 年度目标：帮助残疾人就业。',
      '2 绩效指标',
      '2.1 产出指标',
      '2.1.1 数量指标',
      '(1) 培训残疾人：≥150人次',
      '2.1.2 成本指标',
      '(1) 专项经费支出总额：≤63.5万元',
      '2.2 满意度指标',
      '(1) 学员满意度：≥90%',
    ])
    expect(tree).toEqual(
      expect.arrayContaining([...HEADINGS, 'project 技能培训 63.5万元', 'goal (annual) 帮助残疾人就业。']),
    )
    expect(
      tree.filter((line) => line.includes(' | ')).map((line) => line.replace(/^\S+ (?=\S+ \|)/, '')),
    ).toEqual(ROWS)
  })

  test('has dashes behind its categories, and a sentence that announces them', () => {
    const tree = said([
      '项目名称：技能培训',
      '项目资金：63.5万元',
      '绩效目标：帮助残疾人就业。',
      '为便于考核，设置绩效指标3项：',
      '产出指标——',
      '数量指标：培训残疾人≥150人次；',
      '成本指标：专项经费支出总额≤63.5万元。',
      '满意度指标——',
      '学员满意度≥90%。',
    ])
    expect(tree).toEqual(expect.arrayContaining([...HEADINGS, 'goal 帮助残疾人就业。']))
    expect(tree.filter((line) => line.includes(' | '))).toEqual(ROWS)
  })
})
