import { describe, expect, test } from 'vitest'
import { fieldsIn, indicatorsIn, tabbed } from '../support/said-of-text.ts'

/** A list with one project, whose indicators stand in one cell: `lines` divided by \n. */
const listOf = (cell: string, head = '项目名称|预算金额（万元）|绩效目标|绩效指标'): string =>
  tabbed(
    '某渠管所2025年项目支出绩效目标表',
    head,
    `渠首值守|9.6|渠首全年有人看守，闸门开得动。|${cell.includes('\n') ? `"${cell}"` : cell}`,
    '堤顶除草|3|堤顶道路通畅。|',
  )

describe('headings of an office in one cell', () => {
  test('in front of a colon, between known ones', () => {
    const cell =
      '产出指标：\n活计量：看守渠首=4处；巡堤里程≥60公里\n做工好坏：闸门启闭成功率≥98%\n时效指标：险情上报时间≤30分钟\n效益指标：\n社会效益：断水投诉下降率≥5%'
    expect(indicatorsIn(listOf(cell))).toEqual([
      '产出指标 / 活计量 / 看守渠首 / =4处',
      '产出指标 / 活计量 / 巡堤里程 / ≥60公里',
      '产出指标 / 做工好坏 / 闸门启闭成功率 / ≥98%',
      '产出指标 / 时效指标 / 险情上报时间 / ≤30分钟',
      '效益指标 / 社会效益 / 断水投诉下降率 / ≥5%',
    ])
  })

  test('in brackets over known ones, or right over an item', () => {
    const cell =
      '【出工】\n数量指标：看守渠首≥4处；巡堤里程≥60公里\n质量指标：闸门启闭成功率≥98%\n【受用】\n社会效益：断水投诉下降率≥5%\n【口碑】\n灌区农户满意度≥90%'
    expect(indicatorsIn(listOf(cell))).toEqual([
      '出工 / 数量指标 / 看守渠首 / ≥4处',
      '出工 / 数量指标 / 巡堤里程 / ≥60公里',
      '出工 / 质量指标 / 闸门启闭成功率 / ≥98%',
      '受用 / 社会效益 / 断水投诉下降率 / ≥5%',
      '口碑 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('in brackets with the one above, known or not', () => {
    const cell =
      '【产出指标-活计】\n指标1：看守渠首（≥4处）\n【产出指标-质量指标】\n指标1：闸门启闭成功率（≥98%）\n【乡亲口碑-服务对象满意度】\n指标1：灌区农户满意度（≥90%）\n【乡亲口碑-来信】\n指标1：来信答复率（100%）'
    expect(indicatorsIn(listOf(cell))).toEqual([
      '产出指标 / 活计 / 看守渠首 / ≥4处',
      '产出指标 / 质量指标 / 闸门启闭成功率 / ≥98%',
      '乡亲口碑 / 服务对象满意度 / 灌区农户满意度 / ≥90%',
      '乡亲口碑 / 来信 / 来信答复率 / 100%',
    ])
  })

  test('with the word below in brackets behind it, under a header that no list has', () => {
    const cell =
      '干活（多少）：看守渠首4处；干活（好坏）：闸门启闭成功率≥98%；花费（俭省）：每处看守费≤2.4万元；口碑（农户）：灌区农户满意度≥90%'
    expect(indicatorsIn(listOf(cell, '项目名称|预算金额（万元）|绩效目标|应承'))).toEqual([
      '干活 / 多少 / 看守渠首 / 4处',
      '干活 / 好坏 / 闸门启闭成功率 / ≥98%',
      '花费 / 俭省 / 每处看守费 / ≤2.4万元',
      '口碑 / 农户 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('in a line of its own over numbered headings', () => {
    const cell =
      '产出指标\n1.数量指标：看守渠首≥4处；\n2.质量指标：闸门启闭成功率≥98%；\n乡亲口碑\n1.服务对象满意度：灌区农户满意度≥90%。'
    expect(indicatorsIn(listOf(cell)).at(-1)).toBe('乡亲口碑 / 服务对象满意度 / 灌区农户满意度 / ≥90%')
  })

  test('behind the goal, where no word of the list is known', () => {
    const text = tabbed(
      '某渠管所办事单',
      '办件|备款（万元）|应承',
      '渠首值守|9.6|【所图】渠首全年有人看守，闸门开得动。【活计】看守渠首4处；巡堤里程≥60公里【好坏】闸门启闭成功率≥98%【花费】每处看守费≤2.4万元/处【口碑】灌区农户满意度≥90%',
    )
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual([
      '活计 / 看守渠首 / 4处',
      '活计 / 巡堤里程 / ≥60公里',
      '好坏 / 闸门启闭成功率 / ≥98%',
      '花费 / 每处看守费 / ≤2.4万元/处',
      '口碑 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('printed again with each indicator', () => {
    const text = tabbed(
      '某渠管所办事单',
      '办件|备款（万元）|应承',
      '渠首值守|9.6|"【活计】看守渠首：4处\n【活计】巡堤里程：≥60公里\n【花费】每处看守费：≤2.4万元/处\n【口碑】灌区农户满意度：≥90%"',
    )
    expect(indicatorsIn(text).slice(0, 3)).toEqual([
      '活计 / 看守渠首 / 4处',
      '活计 / 巡堤里程 / ≥60公里',
      '花费 / 每处看守费 / ≤2.4万元/处',
    ])
  })
})

describe('marks of headings in one cell', () => {
  const HEAD = '项目名称|预算金额（万元）|绩效目标|应承'
  const READ = [
    '活计 / 多少 / 看守渠首 / ≥4处',
    '活计 / 多少 / 巡堤里程 / ≥60公里',
    '活计 / 质量 / 闸门启闭成功率 / ≥98%',
    '口碑 / 满意度 / 灌区农户满意度 / ≥90%',
  ]

  test.each([
    [
      'two brackets',
      '〔活计〕〔多少〕看守渠首≥4处\n〔活计〕〔多少〕巡堤里程≥60公里\n〔活计〕〔质量〕闸门启闭成功率≥98%\n〔口碑〕〔满意度〕灌区农户满意度≥90%',
    ],
    [
      'a path',
      '活计>多少：看守渠首≥4处\n活计>多少：巡堤里程≥60公里\n活计>质量：闸门启闭成功率≥98%\n口碑>满意度：灌区农户满意度≥90%',
    ],
    [
      'a path in one bracket over numbered items',
      '【活计·多少】\n1.看守渠首（≥4处）\n2.巡堤里程（≥60公里）\n【活计·质量】\n1.闸门启闭成功率（≥98%）\n【口碑·满意度】\n1.灌区农户满意度（≥90%）',
    ],
    [
      'signs of two lengths',
      '==活计==\n=多少=\n看守渠首：≥4处\n巡堤里程：≥60公里\n=质量=\n闸门启闭成功率：≥98%\n==口碑==\n=满意度=\n灌区农户满意度：≥90%',
    ],
    [
      'two bullets',
      '◆活计\n◇多少\n看守渠首，≥4处\n巡堤里程，≥60公里\n◇质量\n闸门启闭成功率，≥98%\n◆口碑\n◇满意度\n灌区农户满意度，≥90%',
    ],
    [
      'one bracket for both levels',
      '《活计》\n《多少》\n①看守渠首≥4处\n②巡堤里程≥60公里\n《质量》\n①闸门启闭成功率≥98%\n《口碑》\n《满意度》\n①灌区农户满意度≥90%',
    ],
    [
      'numbers over words with colons',
      '（一）活计\n多少：看守渠首≥4处；巡堤里程≥60公里。\n质量：闸门启闭成功率≥98%。\n（二）口碑\n满意度：灌区农户满意度≥90%。',
    ],
  ])('%s', (_name, cell) => {
    expect(indicatorsIn(listOf(cell, HEAD))).toEqual(READ)
  })

  test('a bullet beside known words, over names that dashes part from their values', () => {
    const cell =
      '●数量指标\n·看守渠首——≥4处\n●做工\n·闸门启闭成功率——≥98%\n●可持续影响\n·管水机制——完善\n●服务对象满意度\n·灌区农户满意度——≥90%'
    expect(indicatorsIn(listOf(cell))).toEqual([
      '数量指标 / 看守渠首 / ≥4处',
      '做工 / 闸门启闭成功率 / ≥98%',
      '可持续影响 / 管水机制 / 完善',
      '服务对象满意度 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('and marks that items have as well', () => {
    const cell =
      '·数量指标\n·看守渠首\n·巡堤里程≥60公里\n·质量指标\n·闸门启闭成功率≥98%\n·满意度指标\n·灌区农户满意度≥90%'
    expect(indicatorsIn(listOf(cell)).slice(0, 3)).toEqual([
      '数量指标 / 看守渠首 / ',
      '数量指标 / 巡堤里程 / ≥60公里',
      '质量指标 / 闸门启闭成功率 / ≥98%',
    ])
  })

  test('and brackets around parts of names', () => {
    const cell = '（县级）看守渠首≥4处\n（乡级）巡堤里程≥60公里\n（村级）清淤渠道≥8公里\n灌区农户满意度≥90%'
    const read = indicatorsIn(listOf(`数量指标：\n${cell}`))
    expect(read.map((line) => line.replace(/^数量指标 \/ /, ''))).toEqual([
      '（县级）看守渠首 / ≥4处',
      '（乡级）巡堤里程 / ≥60公里',
      '（村级）清淤渠道 / ≥8公里',
      '灌区农户满意度 / ≥90%',
    ])
  })

  test('and values in words behind a dash', () => {
    const cell =
      '【效益指标-经济效益指标】\n指标1：带动农户增收-成效明显\n【效益指标-社会效益指标】\n指标1：断水投诉（正面支撑）\n【满意度指标-服务对象满意度指标】\n指标1：灌区农户满意度（≥90%）'
    expect(indicatorsIn(listOf(cell)).map((line) => line.split(' / ').slice(0, 2).join(' / '))).toEqual([
      '效益指标 / 经济效益指标',
      '效益指标 / 社会效益指标',
      '满意度指标 / 服务对象满意度指标',
    ])
  })

  test('and goals in numbered prose', () => {
    const goal =
      '（一）加强值守\n1.渠首全年有人看守，看守渠首4处。\n2.每月巡堤60公里。\n（二）改善用水\n1.闸门启闭成功率达到98%。\n2.农户用水有保障。'
    const text = tabbed(
      '某渠管所2025年项目支出绩效目标表',
      '项目名称|预算金额（万元）|绩效目标|绩效指标',
      `渠首值守|9.6|"${goal}"|数量指标：看守渠首≥4处`,
      '堤顶除草|3|堤顶道路通畅。|',
    )
    expect(indicatorsIn(text)).toEqual(['数量指标 / 看守渠首 / ≥4处'])
  })
})

describe('words in one cell that head nothing', () => {
  test('names with their values behind a colon', () => {
    const cell =
      '数量指标：看守渠首≥4处\n时效指标：险情上报时间≤30分钟\n灌区农户满意度：≥90%\n放水频次：每月2次\n断水事故：不超过1起'
    expect(indicatorsIn(listOf(cell)).slice(2)).toEqual([
      '时效指标 / 灌区农户满意度 / ≥90%',
      '时效指标 / 放水频次 / 每月2次',
      '时效指标 / 断水事故 / 不超过1起',
    ])
  })

  test('labels of goals, remarks and parts', () => {
    const cell =
      '数量指标：看守渠首≥4处，其中：夜间看守≥2处\n时效指标：险情上报时间≤30分钟\n备注：看守人员4名'
    expect(indicatorsIn(listOf(cell)).every((line) => /^(?:数量|时效)指标/.test(line))).toBe(true)
  })

  test('facts without limits, and explanations of words', () => {
    const list = (cell: string): string =>
      tabbed('某渠管所概况', '灌区|面积（万亩）|情形', `上灌区|9.6|"${cell}"`, `下灌区|7.2|"${cell}"`)
    const facts = '渠道：干渠长度18公里；闸门：现有闸门46扇；人员：在岗职工31人；泵站：装机容量600千瓦'
    const words = '【干渠】从渠首引水的渠道。【支渠】从干渠分水的渠道。【斗渠】从支渠分水的渠道。'
    expect(indicatorsIn(list(facts))).toEqual([])
    expect(indicatorsIn(list(words))).toEqual([])
  })
})

describe('headings of an office in lines without borders', () => {
  const formOf = (...rows: readonly string[]): string =>
    [
      '2025年项目支出绩效目标申报表',
      '项目名称 渠首值守',
      '资金总额(万元) 9.6',
      '年度目标 渠首全年有人看守，闸门开得动。',
      '一级指标 二级指标 三级指标 指标值',
      ...rows,
      '时效指标 险情上报时间 ≤30分钟',
      '效益指标 社会效益指标 断水投诉下降率 ≥5%',
      '满意度指标 服务对象满意度指标 灌区农户满意度 ≥90%',
    ].join('\n')

  test('in a line with a word in every column', () => {
    expect(indicatorsIn(formOf('产出指标 活计 看守渠首 4处', '巡堤里程 ≥60公里')).slice(0, 3)).toEqual([
      '产出指标 / 活计 / 看守渠首 / 4处',
      '产出指标 / 活计 / 巡堤里程 / ≥60公里',
      '产出指标 / 时效指标 / 险情上报时间 / ≤30分钟',
    ])
  })

  test('and not the first part of a name that a blank breaks', () => {
    const text = formOf('产出指标 数量指标 看守渠首 4处', '巡堤 里程 ≥60公里')
    expect(indicatorsIn(text)[1]).toMatch(/^产出指标 \/ 数量指标 \/ 巡堤\s?里程 \/ ≥60公里$/)
  })
})

test('指标目标 behind 三级指标 heads the targets alone', () => {
  const text = tabbed(
    '项目名称|渠首值守',
    '资金总额（万元）|9.6',
    '年度目标|渠首全年有人看守，闸门开得动。',
    '一级指标|二级指标|三级指标|指标目标|说明',
    '产出指标|数量指标|看守渠首|4处|',
    '|活计好坏|闸门启闭成功率|≥98%|',
    '效益指标|社会效益指标|断水投诉下降率|≥5%|',
  )
  expect(indicatorsIn(text)[1]).toBe('产出指标 / 活计好坏 / 闸门启闭成功率 / ≥98%')
})

describe('lines with one bar over rows with several', () => {
  const ROWS = [
    '一级指标|二级指标|观测点|指标值|备注',
    '产出指标|数量指标|看守渠首|4处|按岗',
    '产出指标|质量指标|闸门启闭成功率|≥98%|按次',
    '产出指标|时效指标|险情上报时间|≤30分钟|值班记录',
    '效益指标|社会效益指标|断水投诉下降率|≥5%|台账',
    '满意度指标|服务对象满意度指标|灌区农户满意度|≥90%|问卷',
  ]

  test('are labels with their values, and no broken row', () => {
    const head = [
      '项目名称|渠首值守',
      '实施单位|某渠管所',
      '资金总额|9.6万元',
      '年度目标|渠首全年有人看守，闸门开得动。',
    ]
    const text = ['某渠管所项目支出绩效目标申报表', ...head, ...ROWS].join('\n')
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6万元 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toHaveLength(5)
  })

  test('stay broken rows where a bar ends the line', () => {
    const broken = ROWS.map((row) => row.replace(/^([^|]+)\|([^|]+)\|/, '$1|\n$2|\n'))
    const text = ['项目名称|渠首值守|||', '年度目标|渠首全年有人看守。|||', ...broken].join('\n')
    expect(indicatorsIn(text)[1]).toBe('产出指标 / 质量指标 / 闸门启闭成功率 / ≥98%')
  })
})

describe('headings of an office in running text', () => {
  const READ = [
    '活计 / 看守渠首 / 4处',
    '活计 / 巡堤里程 / ≥60公里',
    '花费 / 每处看守费 / ≤2.4万元/处',
    '口碑 / 灌区农户满意度 / ≥90%',
  ]

  test('numbered, in front of a dash, behind a label', () => {
    const text =
      '某渠管所2025年办事说明\n办件：渠首值守，备款9.6万元。\n年度目标：渠首全年有人看守，闸门开得动。\n应承：（1）活计——看守渠首4处，巡堤里程≥60公里；（2）花费——每处看守费≤2.4万元/处；（3）口碑——灌区农户满意度≥90%。'
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6万元 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual(READ)
  })

  test('each in a line, in front of a colon', () => {
    const text =
      '某渠管所2025年办事说明\n办件：渠首值守\n备款：96000元\n所图：渠首全年有人看守，闸门开得动。\n1. 活计：看守渠首4处；巡堤里程≥60公里。\n2. 花费：每处看守费≤2.4万元/处。\n3. 口碑：灌区农户满意度≥90%。'
    expect(fieldsIn(text)).toEqual(['渠首值守 | 96000元 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual(READ)
  })

  test('over words with colons, in lines under numbered ones', () => {
    const text =
      '某渠管所项目绩效目标申报书\n一、基本情况\n项目名称：渠首值守\n申报单位：某县渠管所\n用度：9.6万元\n二、预期达到的目标\n渠首全年有人看守，闸门开得动。\n三、绩效指标\n（一）活计\n数量方面：看守渠首=4处；巡堤里程≥60公里。\n花费方面：每处看守费≤2.4万元/处。\n（二）口碑\n农户评价：灌区农户满意度≥90%。'
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6万元 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual([
      '活计 / 数量方面 / 看守渠首 / =4处',
      '活计 / 数量方面 / 巡堤里程 / ≥60公里',
      '活计 / 花费方面 / 每处看守费 / ≤2.4万元/处',
      '口碑 / 农户评价 / 灌区农户满意度 / ≥90%',
    ])
  })

  test('in one paragraph, behind a label that speaks of the goal', () => {
    const text =
      '某渠管所渠首值守情况\n项目名称：渠首值守。安排经费：9.6万元。\n全年目标任务：看守渠首4处，闸门开得动。\n具体指标如下。活计：看守渠首不少于4处，巡堤里程不少于60公里；花费：每处看守费不超过2.4万元/处；口碑：灌区农户满意度不低于90%。'
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6万元 | 看守渠首4处，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual([
      '活计 / 看守渠首 / 不少于4处',
      '活计 / 巡堤里程 / 不少于60公里',
      '花费 / 每处看守费 / 不超过2.4万元/处',
      '口碑 / 灌区农户满意度 / 不低于90%',
    ])
  })

  test('and lists of facts without limits, and rules without a project, are none', () => {
    const facts =
      '某渠管所概况\n全称：某县渠首管理所\n经费：96000元\n情形：渠所设在上湾村，管水多年。\n1. 渠道：干渠长度18公里。\n2. 闸门：现有闸门46扇。\n3. 人员：在岗职工31人。'
    const rules =
      '某渠管所用水须知\n1. 用水：每亩用水量≤300立方米。\n2. 巡渠：巡渠人数≥2人。\n3. 报险：报险时间≤30分钟。'
    expect(indicatorsIn(facts)).toEqual([])
    expect(indicatorsIn(rules)).toEqual([])
  })
})

describe('a list with dashes, as converters print one', () => {
  const head = (name: string, goal: string): string =>
    `# 某渠管所2025年度重点支出绩效公开\n\n**支出事项：** ${name}\n\n**安排额度：** 9.60万元\n\n**想要达到的目的：** ${goal}\n\n`

  test('with headings of an office over its items, and one over an item without any', () => {
    const text = `${head('渠首值守', '渠首全年有人看守，闸门开得动。')}## 用什么来衡量\n\n### 产出类\n\n- 数量：看守渠首4处；巡堤12次\n- 时间：险情上报时间≤30分钟\n\n### 效果类\n\n- 长远：值守办法逐步健全\n\n### 评价类\n\n- 农户满意度≥90%\n`
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.60万元 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual([
      '产出类 / 数量 / 看守渠首 / 4处',
      '产出类 / 数量 / 巡堤 / 12次',
      '产出类 / 时间 / 险情上报时间 / ≤30分钟',
      '效果类 / 长远 / 值守办法 / 逐步健全',
      '评价类 / 农户满意度 / ≥90%',
    ])
  })

  test('with known headings in bold', () => {
    const text = `${head('渠首值守', '渠首有人看守。')}**绩效指标**\n\n- **数量指标：** 看守渠首4处\n- **质量指标**：闸门启闭成功率≥98%\n- **满意度指标**：农户满意度≥90%\n`
    expect(indicatorsIn(text)).toEqual([
      '数量指标 / 看守渠首 / 4处',
      '质量指标 / 闸门启闭成功率 / ≥98%',
      '满意度指标 / 农户满意度 / ≥90%',
    ])
  })
})
