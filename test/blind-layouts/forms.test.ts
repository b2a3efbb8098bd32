import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const INDICATORS = `一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t维护路灯\t300盏
效益指标\t社会效益指标\t夜间出行\t更安全
满意度指标\t服务对象满意度指标\t居民满意度\t≥90%`

const read = (text: string) => {
  const source = new Source(text)
  const { disclosure, layouts } = parse(source)
  expect(uncovered(source)).toEqual([])
  return { disclosure, layout: layouts.join('+'), lines: printTree(disclosure) }
}

/** The lines of a tree down to its goals. */
const headOf = (text: string): readonly string[] =>
  read(text).lines.filter((line) => /^\s*(?:title|unit|agency|project|funding|goal)\b/.test(line))

describe('the head of a form', () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      'in lines over the table',
      `项目名称：路灯维护\n实施单位：某县城管局  主管部门：某县住建局\n资金总额：20万元  其中：财政拨款：15万元  其他资金：5万元\n年度绩效目标\n维护路灯300盏。\n${INDICATORS}`,
      [
        'agency 某县城管局 -',
        '  project 路灯维护 20万元',
        '    funding 其中:财政拨款 15万元',
        '    funding 其他资金 5万元',
        '    goal (annual) 维护路灯300盏。',
      ],
    ],
    [
      'with money and its label in one cell',
      `项目名称\t路灯维护\t\t\n项目资金\t合计 20\t财政拨款 15\t其他资金 5\n年度目标\t维护路灯300盏。\n${INDICATORS}`,
      [
        'project 路灯维护 20',
        '  funding 财政拨款 15',
        '  funding 其他资金 5',
        '  goal (annual) 维护路灯300盏。',
      ],
    ],
    [
      'with the money unit in a cell',
      `项目名称\t路灯维护\t单位：元\t\n资金总额\t200000\n年度目标\t维护路灯300盏。\n${INDICATORS}`,
      ['unit 元', 'project 路灯维护 200000', '  goal (annual) 维护路灯300盏。'],
    ],
    [
      'with the money of two terms',
      `项目名称\t路灯维护\t项目期\t2022-2024年\n资金\t中期资金总额：\t60\t年度资金总额：\t20\n\t其中：财政拨款\t45\t其中：财政拨款\t15\n\t其他资金\t15\t其他资金\t5\n总体目标\t中期目标\t\t年度目标\t\n\t维护路灯900盏。\t\t维护路灯300盏。\n${INDICATORS}`,
      [
        'project 路灯维护 20',
        '  funding 其中:财政拨款 15',
        '  funding 其他资金 5',
        '  goal (long-term) 维护路灯900盏。',
        '  goal (annual) 维护路灯300盏。',
      ],
    ],
    [
      'with a whole whose first part is called like one',
      `项目名称\t路灯维护\n申报计划\t资金总额\t20\n\t申请县财政资金\t12\n\t单位自筹\t5\n\t其他\t3\n年度目标\t维护路灯300盏。\n${INDICATORS}`,
      [
        'project 路灯维护 20',
        '  funding 申请县财政资金 12',
        '  funding 单位自筹 5',
        '  funding 其他 3',
        '  goal (annual) 维护路灯300盏。',
      ],
    ],
    [
      'with a goal that a page breaks at a comma',
      `项目名称\t路灯维护\n资金总额\t20\n年度目标\t维护路灯300盏，\n\t亮灯率达到98%。\n${INDICATORS}`,
      ['project 路灯维护 20', '  goal (annual) 维护路灯300盏,亮灯率达到98%。'],
    ],
  ])('%s', (_, text, expected) => {
    expect(headOf(text)).toEqual(expected)
    expect(read(text).layout).toBe('form-per-project')
  })
})

test('each form has the money unit that it prints', () => {
  const form = (name: string, unit: string, amount: string): string =>
    `项目支出绩效目标表\n项目名称\t${name}\n资金总额（${unit}）\t${amount}\n其中：财政拨款\t${amount}\n年度目标\t维护路灯300盏。\n${INDICATORS}\n\n`
  const { disclosure } = read(form('路灯维护', '万元', '20') + form('路面维修', '元', '350000'))
  const amounts = [...projectsOf(disclosure)].map(({ amount, funding }) =>
    [amount, ...funding.map((part) => part.amount)].map((one) =>
      one.kind === 'amount' ? one.money.toFixed() : one.kind,
    ),
  )
  expect(amounts).toEqual([
    ['200000', '200000'],
    ['350000', '350000'],
  ])
  expect(check(disclosure).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('forms beside each other are read one after the other', () => {
  const left = `项目名称\t路灯维护\t\t\n资金总额\t20\t\t\n年度目标\t维护路灯300盏。\t\t\n${INDICATORS}`
  const right = `项目名称\t桥梁检测\t\t\n资金总额\t12\t\t\n年度目标\t检测桥梁8座。\t\t\n${INDICATORS.replace('维护路灯\t300盏', '检测桥梁\t8座')}`
  const rows = right.split('\n')
  const text = left
    .split('\n')
    .map((line, i) => `${line}\t\t${rows[i]}`)
    .join('\n')
  expect(headOf(text)).toEqual([
    'project 路灯维护 20',
    '  goal (annual) 维护路灯300盏。',
    'project 桥梁检测 12',
    '  goal (annual) 检测桥梁8座。',
  ])
})

test('the form of a whole department is named after that, and its tasks are no sums', () => {
  const formOf = (tasks: string): string =>
    `部门整体支出绩效目标表\n部门名称\t某县城管局\t\t\n年度主要任务\t任务名称\t主要内容\t预算金额\n${tasks}\n年度总体目标\t维护路灯300盏。\n${INDICATORS}`
  const headed = (amount: string): readonly string[] => [
    'title 部门整体支出绩效目标表',
    `project 某县城管局 ${amount}`,
    '  goal (annual) 维护路灯300盏。',
  ]
  expect(headOf(formOf('\t照明\t维护路灯\t20\n\t桥梁\t检测桥梁\t12\n\t金额合计\t\t32'))).toEqual(headed('32'))
  // Tasks called as the labels of a form are.
  expect(headOf(formOf('\t基本支出\t保障运转\t20\n\t项目支出\t维护路灯\t12'))).toEqual(headed('-'))
  const repeated = '年度主要任务\t项目支出\t维护路灯\t12\n年度主要任务\t金额合计\t\t12'
  expect(headOf(formOf(repeated))).toEqual(headed('12'))
})

test('lines over each table name the next project with its money', () => {
  const form = (name: string, amount: string, goal: string): string =>
    `项目名称：${name}    预算金额：${amount}万元\n绩效目标：${goal}\n${INDICATORS}`
  expect(
    headOf(`${form('路灯维护', '20', '维护路灯300盏。')}\n${form('桥梁检测', '12', '检测桥梁8座。')}`),
  ).toEqual([
    'project 路灯维护 20万元',
    '  goal 维护路灯300盏。',
    'project 桥梁检测 12万元',
    '  goal 检测桥梁8座。',
  ])
})

test('a row may print two indicators beside each other', () => {
  const rows = [
    '一级指标\t二级指标\t三级指标\t指标值\t一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t维护路灯\t300盏\t产出指标\t质量指标\t亮灯率\t≥98%',
    '\t\t检测桥梁\t8座\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%',
  ]
  const { lines } = read(`项目名称\t路灯维护\n资金总额\t20\n年度目标\t维护路灯300盏。\n${rows.join('\n')}`)
  expect(lines.slice(2).filter((line) => !line.startsWith('left '))).toEqual([
    '  L1 产出指标 [output]',
    '    L2 数量指标 [quantity]',
    '      维护路灯 | (=) 300 盏',
    '      检测桥梁 | (=) 8 座',
    '    L2 质量指标 [quality]',
    '      亮灯率 | ≥ 98 %',
    '  L1 满意度指标 [satisfaction]',
    '    L2 服务对象满意度指标 [recipient-satisfaction]',
    '      居民满意度 | ≥ 90 %',
  ])
})

describe('a heading that forms print at level 2, alone in the column of level 1', () => {
  const levelsIn = (rows: readonly string[]): readonly string[] => {
    const { lines } = read(`项目名称\t路灯维护\n资金总额\t20\n年度目标\t维护路灯300盏。\n${rows.join('\n')}`)
    return lines.map((line) => line.trim()).filter((line) => /^L\d/.test(line))
  }

  test('is of level 1 where few others there are of level 2', () => {
    const rows = [
      '一级指标\t二级指标\t三级指标\t指标值',
      '产出目标\t数量目标\t维护路灯\t300盏',
      '效益目标\t社会效益目标\t夜间事故\t≤2起',
      '服务对象满意度目标\t\t居民满意度\t≥90%',
    ]
    expect(levelsIn(rows).at(-1)).toBe('L1 服务对象满意度目标 [recipient-satisfaction]')
  })

  test('keeps its level where most are, and below the one that it belongs under', () => {
    const rows = [
      '指标类别\t指标名称\t指标值',
      '数量指标\t维护路灯\t300盏',
      '质量指标\t亮灯率\t≥98%',
      '满意度指标\t居民满意度\t≥90%',
    ]
    expect(levelsIn(rows).slice(0, 2)).toEqual(['L2 数量指标 [quantity]', 'L2 质量指标 [quality]'])
  })
})

test('two sides are those of two terms where the goals are', () => {
  const rows = [
    '一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t维护路灯总数\t900盏\t数量指标\t当年维护路灯\t300盏',
  ]
  const goals = '总体目标\t中期目标\t年度目标\n\t维护路灯900盏。\t维护路灯300盏。'
  const { disclosure } = read(`项目名称\t路灯维护\n资金总额\t20\n${goals}\n${rows.join('\n')}`)
  const terms = projectsOf(disclosure)
    .flatMap(indicatorsOf)
    .map(({ indicator }) => indicator.term)
  expect(terms).toEqual(['long-term', 'annual'])
})
