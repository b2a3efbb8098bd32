import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { indicatorsOf, pathTo, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const read = (text: string): readonly string[] => {
  const source = new Source(text)
  expect(uncovered(source)).toEqual([])
  return printTree(parse(source).disclosure).filter((line) => !line.startsWith('left '))
}

describe('a list', () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      'with codes of agencies and of projects',
      '单位编码\t单位名称\t项目编码\t项目名称\t金额\t绩效目标\t三级指标\t指标值\n405001\t某县城管局\tX0001\t路灯维护\t20\t维护路灯\t维护路灯数\t300盏\n\t\tX0002\t桥梁检测\t12\t检测桥梁\t检测桥梁数\t8座',
      [
        'agency 405001 某县城管局 -',
        '  project X0001 路灯维护 20',
        '    goal 维护路灯',
        '    维护路灯数 | (=) 300 盏',
        '  project X0002 桥梁检测 12',
        '    goal 检测桥梁',
        '    检测桥梁数 | (=) 8 座',
      ],
    ],
    [
      'with 指标类型 over words for none of the categories, beside 一级指标',
      '项目名称\t金额\t绩效目标\t指标类型\t一级指标\t二级指标\t考核内容\t指标值\n路灯维护\t20\t维护路灯\t通用指标\t产出\t时效\t完工时间\t10月底前\n\t\t\t专用指标\t产出\t数量\t维护路灯数\t300盏',
      [
        'project 路灯维护 20',
        '  goal 维护路灯',
        '  L1 产出 [output]',
        '    L2 时效 [timeliness]',
        '      完工时间 | period 10月底前',
        '        note 通用指标',
        '    L2 数量 [quantity]',
        '      维护路灯数 | (=) 300 盏',
        '        note 专用指标',
      ],
    ],
    [
      'with 目标 beside 值',
      '项目\t预算\t目标\t一级\t二级\t三级\t值\n路灯维护\t20\t维护路灯\t产出指标\t数量\t维护路灯数\t300盏',
      [
        'project 路灯维护 20',
        '  goal 维护路灯',
        '  L1 产出指标 [output]',
        '    L2 数量 [quantity]',
        '      维护路灯数 | (=) 300 盏',
      ],
    ],
    [
      'with 类别 and 名称 under 指标',
      '项目\t预算\t年度目标\t指标\t\t目标值\n\t\t\t类别\t名称\t\n路灯维护\t20\t维护路灯\t数量指标\t维护路灯数\t300盏\n\t\t\t质量指标\t亮灯率\t≥98%',
      [
        'project 路灯维护 20',
        '  goal (annual) 维护路灯',
        '  L2 数量指标 [quantity]',
        '    维护路灯数 | (=) 300 盏',
        '  L2 质量指标 [quality]',
        '    亮灯率 | ≥ 98 %',
      ],
    ],
    [
      'with headings among the names of indicators',
      '项目名称\t金额\t绩效目标\t指标名称\t指标值\n路灯维护\t20\t维护路灯\t产出指标\t\n\t\t\t数量指标\t\n\t\t\t维护路灯数\t300盏\n\t\t\t满意度指标\t\n\t\t\t居民满意度\t≥90%',
      [
        'project 路灯维护 20',
        '  goal 维护路灯',
        '  L1 产出指标 [output]',
        '    L2 数量指标 [quantity]',
        '      维护路灯数 | (=) 300 盏',
        '  L1 满意度指标 [satisfaction]',
        '    居民满意度 | ≥ 90 %',
      ],
    ],
    [
      'with signs under 指标值类型',
      '项目名称\t金额\t指标名称\t指标值类型\t指标值\t度量单位\n路灯维护\t20\t维护路灯数\t＝\t300\t盏\n\t\t亮灯率\t≥\t98\t%\n\t\t出行\t定性\t更安全\t',
      ['project 路灯维护 20', '  维护路灯数 | = 300 盏', '  亮灯率 | ≥ 98 %', '  出行 | “更安全”'],
    ],
    [
      'with a header of two rows and its indicators in one cell',
      '项目名称\t预算金额\t\t\t绩效目标\t绩效指标\n\t合计\t财政拨款\t单位资金\t\t\n路灯维护\t20\t15\t5\t维护路灯\t数量指标：维护路灯数 ≥300盏',
      [
        'project 路灯维护 20',
        '  funding 财政拨款 15',
        '  funding 单位资金 5',
        '  goal 维护路灯',
        '  L2 数量指标 [quantity]',
        '    维护路灯数 | ≥ 300 盏',
      ],
    ],
    [
      'with signs, values and units under 指标值',
      '项目名称\t金额\t绩效目标\t指标名称\t\t\t指标值\t\t\n\t\t\t一级\t二级\t三级\t符号\t值\t单位\n路灯维护\t20\t维护路灯\t产出指标\t数量指标\t维护路灯数\t＝\t300\t盏',
      [
        'project 路灯维护 20',
        '  goal 维护路灯',
        '  L1 产出指标 [output]',
        '    L2 数量指标 [quantity]',
        '      维护路灯数 | = 300 盏',
      ],
    ],
    [
      'with a matrix of which the last page has one short row',
      '一级指标\t二级指标\t三级指标\t指标值\n甲县\t乙县\t丙县\n产出指标\t数量指标\t造林面积\t≥3亩\t≥2亩\t≥1亩\n\n一级指标\t二级指标\t三级指标\t指标值\n甲县\t乙县\t丙县\n抚育面积\t≥6亩\t≥5亩\t≥4亩',
      [
        'project  -',
        '  L1 产出指标 [output]',
        '    L2 数量指标 [quantity]',
        '      造林面积 | ≥ 3 亩 | 甲县',
        '      造林面积 | ≥ 2 亩 | 乙县',
        '      造林面积 | ≥ 1 亩 | 丙县',
        '      抚育面积 | ≥ 6 亩 | 甲县',
        '      抚育面积 | ≥ 5 亩 | 乙县',
        '      抚育面积 | ≥ 4 亩 | 丙县',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('several lists', () => {
  const HEAD = '项目名称\t金额\t绩效目标\t一级指标\t三级指标\t指标值'
  const row = (name: string, amount: string): string =>
    `${name}\t${amount}\t维护路灯300盏。\t产出指标\t维护路灯数\t300盏`
  const FRONT = '2024年项目支出绩效目标表\t\t\t\t\t\n编制单位：某县城管局\t\t\t\t\t单位：万元'
  const list = (name: string, amount: string, total: string, isTop: boolean): string => {
    const rows = [row(name, amount), row(`${name}二期`, '12')]
    const sum = `合计\t${total}\t\t\t\t`
    return [FRONT, HEAD, ...(isTop ? [sum, ...rows] : [...rows, sum])].join('\n')
  }
  const wrongIn = (text: string): readonly string[] =>
    check(parse(new Source(text)).disclosure).flatMap(({ severity, rule }) =>
      severity === 'error' ? [rule] : [],
    )

  test.each([
    ['at the end', false],
    ['at the top', true],
  ])('under one title, with a total of its own each %s', (_, isTop) => {
    const right = `${list('路灯维护', '20', '32', isTop)}\n${list('桥梁检测', '30', '42', isTop)}`
    expect(read(right).filter((line) => line.includes('project'))).toEqual([
      '  project 路灯维护 20',
      '  project 路灯维护二期 12',
      '  project 桥梁检测 30',
      '  project 桥梁检测二期 12',
    ])
    expect(wrongIn(right)).toEqual([])
    const wrong = `${list('路灯维护', '20', '32', isTop)}\n${list('桥梁检测', '30', '52', isTop)}`
    expect(wrongIn(wrong)).toEqual(['subtotal-mismatch'])
  })

  test('of which one total is repeated on every page', () => {
    const page = (name: string): string => `${HEAD}\n合计\t40\t\t\t\t\n${row(name, '20')}`
    const text = `${page('路灯维护')}\n\n${page('桥梁检测')}`
    expect(wrongIn(text)).toEqual([])
  })

  test('with the agency in a column that goes on', () => {
    const rows = (name: string, amount: string): string => `某县城管局\t${row(name, amount)}`
    const text = `单位名称\t${HEAD}\n${rows('路灯维护', '20')}\n合计\t\t20\t\t\t\t\n${rows('桥梁检测', '12')}\n合计\t\t12\t\t\t\t`
    expect(read(text).filter((line) => /agency|project|total/.test(line))).toEqual([
      'subtotal 合计 20',
      '  agency 某县城管局 -',
      '    project 路灯维护 20',
      'subtotal 合计 12',
      '  agency 某县城管局 -',
      '    project 桥梁检测 12',
    ])
  })
})

describe('goals in one table and indicators in another', () => {
  const GOALS = '项目名称\t金额\t绩效目标\n路灯维护\t20\t维护路灯300盏。\n桥梁检测\t12\t检测桥梁8座。'
  const indicators = (name: string): string =>
    `附：项目绩效指标表\n项目名称\t一级指标\t三级指标\t指标值\n路灯维护\t产出指标\t维护路灯数\t300盏\n${name}\t产出指标\t检测桥梁数\t8座`

  test('are put together by the names of projects', () => {
    expect(read(`${GOALS}\n\n${indicators('桥梁检测')}`)).toEqual([
      'project 路灯维护 20',
      '  goal 维护路灯300盏。',
      '  L1 产出指标 [output]',
      '    维护路灯数 | (=) 300 盏',
      'project 桥梁检测 12',
      '  goal 检测桥梁8座。',
      '  L1 产出指标 [output]',
      '    检测桥梁数 | (=) 8 座',
    ])
  })

  test('stay apart where a name is in one of them only', () => {
    const projects = read(`${GOALS}\n\n${indicators('隧道检测')}`).filter((line) =>
      line.startsWith('project'),
    )
    expect(projects).toHaveLength(4)
  })
})

test('a code is parted from a name that begins with a number', () => {
  const text = (name: string): string =>
    `项目名称\t金额\t绩效目标\t三级指标\t指标值\n${name}\t20\t维护路灯\t维护路灯数\t300盏`
  const projectIn = (name: string): string | undefined =>
    read(text(name)).find((line) => line.startsWith('project'))
  expect(projectIn('20240203-120急救')).toBe('project 20240203 120急救 20')
  expect(projectIn('2024-2026年急救')).toBe('project 2024-2026年急救 20')
  expect(projectIn('202401-202412月急救')).toBe('project 202401-202412月急救 20')
})

describe('a column for each project', () => {
  const expected = [
    'project 路灯维护 20',
    '  goal 维护路灯300盏。',
    '  L1 产出指标 [output]',
    '    L2 数量指标 [quantity]',
    '      维护路灯数 | (=) 300 盏',
    '    L2 质量指标 [quality]',
    '      亮灯率 | ≥ 98 %',
    '  L1 满意度指标 [satisfaction]',
    '    居民满意度 | ≥ 90 %',
    'project 桥梁检测 12',
    '  goal 检测桥梁8座。',
    '  L1 产出指标 [output]',
    '    L2 数量指标 [quantity]',
    '      检测桥梁数 | (=) 8 座',
  ]
  test.each<[string, readonly string[]]>([
    [
      'with a row for each category',
      [
        '项目名称\t\t路灯维护\t桥梁检测',
        '预算金额\t\t20\t12',
        '绩效目标\t\t维护路灯300盏。\t检测桥梁8座。',
        '产出指标\t数量指标\t维护路灯数300盏\t检测桥梁数8座',
        '\t质量指标\t亮灯率≥98%',
        '满意度指标\t\t居民满意度≥90%',
      ],
    ],
    [
      'with all indicators in one row',
      [
        '项目名称\t路灯维护\t桥梁检测',
        '预算金额\t20\t12',
        '绩效目标\t维护路灯300盏。\t检测桥梁8座。',
        '绩效指标\t产出指标 数量指标：维护路灯数300盏 质量指标：亮灯率≥98% 满意度指标：居民满意度≥90%\t产出指标 数量指标：检测桥梁数8座',
      ],
    ],
  ])('%s', (_, rows) => {
    expect(read(rows.join('\n'))).toEqual(expected)
  })

  test('with each place in its own project', () => {
    const rows = [
      '项目名称\t路灯维护\t桥梁检测',
      '预算金额\t20\t12',
      '绩效目标\t维护路灯300盏。\t检测桥梁8座。',
      '绩效指标\t产出指标 数量指标：维护路灯数300盏 质量指标：亮灯率≥98%\t产出指标 数量指标：检测桥梁数8座',
    ]
    const { disclosure } = parse(new Source(rows.join('\n')))
    const found = [...projectsOf(disclosure)].flatMap((project) =>
      [project, ...project.goals, ...indicatorsOf(project).map(({ indicator }) => indicator)].map((node) => [
        project,
        pathTo(disclosure, 'goals' in node ? node.name.span.start : node.span.start)[0],
      ]),
    )
    for (const [project, first] of found) expect(first).toBe(project)
  })
})
