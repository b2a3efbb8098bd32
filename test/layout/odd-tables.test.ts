import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse, parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { brokenLaws } from '../support/laws.ts'

const HEAD = ['项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值']
const ROWS = [
  ['河道清淤', '4.00', '清淤3公里。', '产出指标', '数量指标', '清淤长度', '≥3公里'],
  ['', '', '', '', '质量指标', '验收合格率', '≥95%'],
  ['', '', '', '效益指标', '社会效益指标', '防洪能力', '提升'],
  ['', '', '', '满意度指标', '服务对象满意度指标', '居民满意度', '≥90%'],
]
const many = (count: number, cell: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => cell(i))
const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

const read = (text: string): Disclosure => {
  const source = new Source(text)
  const { disclosure } = parse(source)
  expect(uncovered(source)).toEqual([])
  expect(brokenLaws(disclosure, source.text.length)).toEqual([])
  return disclosure
}

const namesIn = (disclosure: Disclosure): string[] =>
  projectsOf(disclosure).flatMap((project) =>
    indicatorsOf(project).map(({ indicator }) => indicator.name.text),
  )

const NAMES = ROWS.map((row) => row[5] as string)

test('a form whose labels stand behind its values is read as others are', () => {
  const head = [
    ['河道清淤', '项目名称'],
    ['某县水务局', '主管部门'],
    ['4', '资金总额(万元)'],
    ['', '其他资金'],
    ['清淤3公里,保证行洪。', '年度目标'],
  ]
  const disclosure = read(table([...head, ...[HEAD, ...ROWS].map((row) => row.slice(3))]))
  const [project] = projectsOf(disclosure)
  expect(project?.name.text).toBe('河道清淤')
  expect(project?.amount.text.text).toBe('4')
  expect(project?.goals.map(({ text }) => text.text)).toEqual(['清淤3公里,保证行洪。'])
  expect(namesIn(disclosure)).toEqual(NAMES)
  // A list of what is published names no project.
  expect(projectsOf(read(table(head.map(([, label = ''], i) => [`${i + 1}`, label]))))).toEqual([])
})

test('a heading of a part in front of words over columns is no goal', () => {
  const form = [
    ['项目名称', '河道清淤', '', ''],
    ['资金总额(万元)', '4', '', ''],
    ['六、项目绩效目标', '清淤3公里,保证行洪。', '', ''],
    ['七、项目支出预算明细', '项目用途', '数量', '测算依据'],
    ['', '1、机械', '', '按台班'],
    ...[HEAD, ...ROWS].map((row) => row.slice(3)),
  ]
  const disclosure = read(table(form))
  expect(projectsOf(disclosure)[0]?.goals.map(({ text }) => text.text)).toEqual(['清淤3公里,保证行洪。'])
  expect(namesIn(disclosure)).toEqual(NAMES)
})

test('numbered headings over a table label the lines below them', () => {
  const lines = [
    '2025年科普经费支出部门项目',
    '一、项目名称',
    '科普经费',
    '二、立项依据',
    '上级关于加强科普工作的文件。',
    '本级有关文件。',
    '三、年度预算安排',
    '2025年一般公共预算安排40万元。',
    '四、绩效目标和指标',
  ]
  const rows = [['总体目标', '清淤3公里,保证行洪。'], ...[HEAD, ...ROWS].map((row) => row.slice(3))]
  const disclosure = read(`${lines.join('\n')}\n${table(rows)}`)
  const [project] = projectsOf(disclosure)
  expect(project?.name.text).toBe('科普经费')
  expect(project?.amount.text.text).toBe('40万元')
  expect(project?.goals.map(({ text }) => text.text)).toEqual(['清淤3公里,保证行洪。'])
  expect(namesIn(disclosure)).toEqual(NAMES)
})

test('a choice below the indicators is none of them, and 前 goes on with the date above', () => {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
    ['产出指标', '数量指标', '清淤长度', '≥3公里', '图纸'],
    ['', '时效指标', '完成时间', '2026年9月底', '合同'],
    ['', '', '', '前', ''],
    ['最近年度绩效评价情况', '优秀□ 良好☑', '主要问题', '无', ''],
  ]
  const disclosure = read(table([['项目名称', '河道清淤', '', '', ''], ...rows]))
  const indicators = projectsOf(disclosure).flatMap(indicatorsOf)
  expect(indicators.map(({ indicator }) => [indicator.name.text, indicator.target.text.text])).toEqual([
    ['清淤长度', '≥3公里'],
    ['完成时间', '2026年9月底前'],
  ])
})

test('rows below a merged label in front of a flat list are none of it', async () => {
  const html = [
    '<table>',
    '<tr><td>部门名称</td><td colspan="4">某县水务局</td></tr>',
    '<tr><td>年度总体目标</td><td colspan="4">清淤3公里,维修堤防2处。</td></tr>',
    '<tr><td rowspan="3">绩效指标</td><td>指标名称</td><td>指标权重</td><td>计量单位</td><td>指标值</td></tr>',
    '<tr><td>清淤长度</td><td>50</td><td>公里</td><td>3</td></tr>',
    '<tr><td>维修堤防</td><td>50</td><td>处</td><td>2</td></tr>',
    '<tr><td>其他说明</td><td colspan="4">本表由财务科填报。</td></tr>',
    '</table>',
  ].join('')
  const [first] = await openFile(new TextEncoder().encode(html), { isUtf8 })
  if (first?.kind !== 'document') throw new Error('not read')
  expect(namesIn(parseDocument(first.document).disclosure)).toEqual(['清淤长度', '维修堤防'])
})

test('a note alone in its row is no project of a list', () => {
  const list = table([HEAD, ...ROWS, ['说明:本表为各项目的绩效目标。', '', '', '', '', '', '']])
  expect(projectsOf(read(list)).map(({ name }) => name.text)).toEqual(['河道清淤'])
})

test('what was planned is the amount, not the sum of what was spent', () => {
  const head = [
    ['项目名称', '河道清淤', '', ''],
    ['计划安排资金(万元)', '55', '实际支出(万元)', '55'],
    ['支出合计', '550000', '', ''],
    ['年度目标', '清淤3公里。', '', ''],
    HEAD.slice(3),
  ]
  const [project] = projectsOf(read(table([...head, ...ROWS.map((row) => row.slice(3))])))
  expect(project?.amount.text.text).toBe('55')
})

test('what a cell beside a goal says of itself is no goal', () => {
  const form = (...goals: readonly string[]): readonly string[] => {
    const [project] = projectsOf(
      read(
        table([
          ['项目名称', '河道清淤', ''],
          ['年度资金总额(万元)', '4.00', ''],
          ['年度总体目标', ...goals],
          HEAD.slice(3),
          ...ROWS.map((row) => row.slice(3)),
        ]),
      ),
    )
    return [...(project?.goals ?? []), { text: { text: '|' } }, ...(project?.results ?? [])].map(
      ({ text: { text } }) => text,
    )
  }
  expect(form('预期目标:清淤3公里。', '实际完成:清淤3.2公里。')).toEqual([
    '清淤3公里。',
    '|',
    '清淤3.2公里。',
  ])
  expect(form('清淤3公里。', '已清淤3.2公里。')).toEqual(['清淤3公里。', '|', '已清淤3.2公里。'])
  expect(form('清淤3公里。', '疏通2处。')).toEqual(['清淤3公里。', '疏通2处。', '|'])
})

test.each(['（续）', '（续表）', '（续表1）', ''])(
  'a title goes on with the form above where it says so: %j',
  (mark) => {
    const header = HEAD.slice(3)
    const [first, ...others] = ROWS.map((row) => row.slice(3)) as [string[], ...string[][]]
    const form = [
      ['项目支出绩效目标表'],
      ['项目名称', '河道清淤'],
      ['年度目标', '清淤3公里。'],
      header,
      first,
    ]
    const disclosure = read(`${table([...form, [`项目支出绩效目标表${mark}`], header, ...others])}\n`)
    expect(projectsOf(disclosure)).toHaveLength(mark === '' ? 2 : 1)
  },
)

test('headings with their money below a table are of another one', () => {
  const rows = [HEAD, ...ROWS, [''], ['一、一般公共预算拨款收入', '34.10', '八、社会保障支出', '33.20']]
  expect(namesIn(read(`${table(rows)}\n`))).toEqual(NAMES)
})

describe('a table below the indicators', () => {
  const RATED = [
    '一级指标|二级指标|三级指标|指标值',
    '产出指标|数量指标|培训人数|≥500名',
    '|质量指标|结业率|≥95%',
  ]
  const LIST = [
    '序号|性质|机构|2021年培训人数|补助标准(元/人)',
    '1|民办|甲学校|300|2600',
    '2|公办|乙学校|200|2600',
  ]
  const bars = (rows: readonly string[]): string => {
    const [head = '', ...others] = rows.map((row) => `| ${row.replaceAll('|', ' | ')} |`)
    return [head, head.replaceAll(/[^|]+/g, '---'), ...others].join('\n')
  }

  test('is another one, with words of its own over other columns', () => {
    const page = ['# 某市2021年护工培训补助资金绩效评价表', bars(RATED), '## 附 机构名单', bars(LIST)].join(
      '\n\n',
    )
    expect(namesIn(read(page))).toEqual(['培训人数', '结业率'])
  })

  test('goes on with them in as many columns', () => {
    const more = ['效益指标|社会效益指标|就业率|≥60%', '满意度指标|服务对象满意度指标|学员满意度|≥95%']
    const page = ['# 护工培训补助资金绩效评价表', bars(RATED), '续表', bars(more)].join('\n\n')
    expect(namesIn(read(page))).toEqual(['培训人数', '结业率', '就业率', '学员满意度'])
  })
})

test('lines over a table say the money and the goal of the project that its title names', () => {
  const lines = [
    '某市2021年护工培训补助资金绩效评价表',
    '资金规模:年度预算50万元,其中市级财政30万元、县级财政20万元。',
    '总体目标:全年培训护工500名。',
    '',
    table([HEAD.slice(3), ...ROWS.map((row) => row.slice(3))]),
  ]
  const [project, ...others] = projectsOf(read(lines.join('\n')))
  expect(others).toEqual([])
  expect(project?.name.text).toBe('2021年护工培训补助资金')
  expect(project?.amount.text.text).toBe('50万元')
  expect(project?.goals.map(({ text }) => text.text)).toEqual(['全年培训护工500名。'])
})

describe('tables of 300 columns', () => {
  test.each([
    ['unknown ones', (i: number) => `栏${i}`, () => 'x'],
    ['blank ones', () => '', () => ''],
    ['remarks', () => '备注', () => '无'],
  ])('%s', (_, head, cell) => {
    const rows = ROWS.map((row) => [...row, ...many(293, cell)])
    expect(namesIn(read(`${table([[...HEAD, ...many(293, head)], ...rows])}\n`))).toEqual(NAMES)
  })

  test('a target for each of 298 districts', () => {
    const rows = [
      ['项目名称', '三级指标', ...many(298, (i) => `${i + 1}县`)],
      ['河道清淤', '清淤长度', ...many(298, () => '≥3公里')],
      ['', '验收合格率', ...many(298, () => '≥95%')],
    ]
    const indicators = projectsOf(read(`${table(rows)}\n`)).flatMap(indicatorsOf)
    expect(indicators).toHaveLength(596)
    expect(indicators[297]?.indicator.column?.text).toBe('298县')
  })
})

test('two projects of one name and amount, in rows apart, are two where their goals differ', () => {
  const rows = [
    ['项目名称', '金额(万元)', '绩效目标', '三级指标', '指标值'],
    ['水果基地', '20.00', '续建水果基地。', '补植果苗', '1200株'],
    ['蔬菜基地', '30.00', '续建大棚。', '大棚', '6座'],
    ['水果基地', '20.00', '新建水果基地。', '新建面积', '30亩'],
  ]
  const disclosure = read(`${table(rows)}\n`)
  expect(projectsOf(disclosure).map((project) => [project.name.text, indicatorsOf(project).length])).toEqual([
    ['水果基地', 1],
    ['蔬菜基地', 1],
    ['水果基地', 1],
  ])
})

test('a project with a row of its own does not go on under the headings of the project above', () => {
  const rows = [
    ['单位名称', '项目名称', '金额(万元)', '一级指标', '二级指标', '三级指标', '指标值'],
    ['林业站', '护林员培训', '4.00', '', '', '', ''],
    ['', '', '', '产出指标', '数量指标', '培训人数', '≥40人'],
    ['水利站', '渠道清淤', '6.00', '', '', '', ''],
    ['', '', '', '', '', '清淤长度', '≥12公里'],
  ]
  const [training, dredging] = projectsOf(read(`${table(rows)}\n`))
  expect(training?.categories.map(({ name }) => name.text)).toEqual(['产出指标'])
  expect(dredging?.categories).toEqual([])
  expect(dredging?.indicators.map(({ name }) => name.text)).toEqual(['清淤长度'])
})

describe('a column that counts whom a project reaches', () => {
  const counted = (columns: readonly number[], head: string): Disclosure => {
    const rows = [[...HEAD, head], ...ROWS.slice(0, 1).map((row) => [...row, '86'])]
    const second = [
      '道路养护',
      '9.00',
      '养护道路5公里。',
      '产出指标',
      '数量指标',
      '养护里程',
      '≥5公里',
      '420',
    ]
    return read(`${table([...rows, second].map((row) => columns.map((i) => row[i] as string)))}\n`)
  }
  const valuesIn = (disclosure: Disclosure) =>
    projectsOf(disclosure).flatMap((project) =>
      indicatorsOf(project).map(({ indicator }) => [indicator.target.text.text, indicator.actual?.text.text]),
    )

  test.each([
    ['受益户数', [0, 1, 2, 5, 6, 7]],
    ['受益人数(人)', [0, 1, 2, 5, 7, 6]],
    ['带动脱贫户数', [0, 7, 1, 2, 5, 6]],
  ])('%s is neither target nor result', (head, columns) => {
    expect(valuesIn(counted(columns, head))).toEqual([
      ['≥3公里', undefined],
      ['≥5公里', undefined],
    ])
  })

  test('without targets beside it, no number of a goal is compared with it', () => {
    expect(check(counted([0, 1, 2, 5, 7], '受益户数')).map(({ rule }) => rule)).not.toContain(
      'goal-indicator-mismatch',
    )
  })
})

describe('input that ends inside a row', () => {
  test.each([
    ['of a list', table([HEAD, ...ROWS.slice(0, 3), ['', '', '', '满意度指标', '服务对象满意']])],
    [
      'of a form',
      table([
        ['项目名称', '河道清淤', '', ''],
        ['资金总额(万元)', '4.00', '', ''],
        ['年度目标', '清淤3公里。', '', ''],
        HEAD.slice(3),
        (ROWS[0] as string[]).slice(3),
        ['效益指标', '社会效'],
      ]),
    ],
  ])('%s says nothing of what may only have been cut off', (_, text) => {
    const disclosure = read(text)
    expect(disclosure.truncated).toBe(true)
    expect(check(disclosure).filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(namesIn(disclosure)).not.toContain('社会效')
  })

  test('a signature under the table cuts nothing off', () => {
    const text = table([HEAD, ...ROWS.slice(0, 3), ['填报人', '某某']])
    expect(read(text).truncated).toBe(false)
  })
})

test('rows of a heading that came apart stand under it once', () => {
  const [length, rate, ...others] = ROWS as [string[], string[], string[], string[]]
  const again = ['', '', '', '产出指标', '质量指标', '验收合格率', '≥95%']
  const { projects } = read(`${table([HEAD, length, ...others, again])}\n`)
  expect(rate[5]).toBe(again[5])
  expect(projects[0]?.categories.map(({ name, children }) => [name.text, children.length])).toEqual([
    ['产出指标', 2],
    ['效益指标', 1],
    ['满意度指标', 1],
  ])
})

test('merged cells that overlap or reach too far lose nothing', async () => {
  const page =
    '<table><tr><td>项目名称</td><td>金额</td><td>绩效目标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>' +
    '<tr><td rowspan=9>河道清淤</td><td rowspan=65000>4</td><td rowspan=2>清淤3公里</td><td rowspan=2 colspan=2>数量指标</td><td>清淤长度</td><td>≥3公里</td></tr>' +
    '<tr><td rowspan=3 colspan=2>验收合格率 ≥95%</td></tr><tr><td colspan=1000>备注</td></tr></table>'
  const [opened] = await openFile(new TextEncoder().encode(page), { isUtf8 })
  if (opened?.kind !== 'document') throw new Error('no document')
  const { disclosure } = parseDocument(opened.document)
  expect(namesIn(disclosure)).toEqual(['清淤长度', '验收合格率'])
})

test('a name that elsewhere labels a field is an indicator behind the blank cells of its categories', () => {
  const text = table([
    ['项目名称', '河道清淤', '', ''],
    ['资金总额(万元)', '4.00', '', ''],
    ['年度目标', '清淤3公里。', '', ''],
    HEAD.slice(3),
    ['产出指标', '数量指标', '清淤长度', '≥3公里'],
    ['', '时效指标', '开工时间', '3月'],
    ['', '', '项目起止时间', '202301-202312'],
    ['效益指标', '社会效益指标', '通行条件', '改善'],
  ])
  expect(namesIn(read(`${text}\n`))).toEqual(['清淤长度', '开工时间', '项目起止时间', '通行条件'])
})

test('a name that elsewhere labels a field is an indicator in front of its categories', () => {
  const text = table([
    ['项目名称', '河道清淤', '', ''],
    ['资金总额(万元)', '4.00', '', ''],
    ['年度目标', '清淤3公里。', '', ''],
    ['指标名称', '一级指标', '二级指标', '指标值'],
    ['清淤长度', '产出指标', '数量指标', '≥3公里'],
    ['项目支出金额', '产出指标', '成本指标', '≤4.00万元'],
    ['通行条件', '效益指标', '社会效益指标', '改善'],
  ])
  expect(namesIn(read(`${text}\n`))).toEqual(['清淤长度', '项目支出金额', '通行条件'])
})

describe('sheets and lists in forms', () => {
  const form = [
    '项目支出绩效目标表',
    '项目名称\t气象服务经费\t\t\t',
    '资金总额\t60.00\t\t\t',
    '年度目标\t维护区域站62个。\t\t\t',
    '一级指标\t二级指标\t三级指标\t指标性质\t指标值',
    '产出\t数量\t维护区域站\t004 >=\t62个',
    '满意度\t服务对象\t公众满意度\t004 >=\t85%',
  ].join('\n')

  test('a sheet in front of a form with its name and money is of that form', () => {
    const disclosure = read(
      `部门项目情况表\n\n项目名称\t气象服务经费\n项目周期\t1年\n支出内容\t本年预算\n信息网\t40.00\n合计\t60.00\n\n${form}\n`,
    )
    expect(projectsOf(disclosure).map(({ name, goals }) => [name.text, goals.length])).toEqual([
      ['气象服务经费', 1],
    ])
  })

  test('a sign stands behind the code that the system prints, and 服务对象 under 满意度 is a category', () => {
    const disclosure = read(`${form}\n`)
    const [first, last] = projectsOf(disclosure).flatMap(indicatorsOf)
    expect(first?.indicator.target).toMatchObject({ kind: 'measured', comparator: '≥', implicit: false })
    expect(last?.categories.map(({ is }) => is)).toEqual(['satisfaction', 'recipient-satisfaction'])
  })

  test('the projects that a form of a whole department lists are none of its own', () => {
    const whole = [
      '部门整体支出绩效目标申报表',
      '部门名称\t某县气象局\t\t\t',
      '资金总额\t960.00\t\t\t',
      '项目支出情况\t项目名称\t支出项目类别\t项目总预算\t主要用途',
      '\t值守经费\t常年性\t168.96\t值班补助',
      '\t督办经费\t常年性\t75.00\t督办调研',
      '整体目标\t开展调研8次。\t\t\t',
      '一级指标\t二级指标\t三级指标\t\t指标值',
      '产出指标\t数量指标\t组织调研\t\t≥8次',
    ].join('\n')
    expect(projectsOf(read(`${whole}\n`)).map(({ name }) => name.text)).toEqual(['某县气象局'])
  })
})

test('the halves of a form for the whole term and the year, copied cell by cell', () => {
  const cells = [
    ...[
      '项目支出绩效目标表',
      '项目名称',
      '展馆物业费',
      '本年度申请市财政预算资金（万元）',
      '282.92',
      '总体目标',
    ],
    ...['实施周期总目标（2022年—2024年）', '年度目标', '三年接待观众60万人次。', '全年接待观众20万人次。'],
    ...[
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '实施周期指标值',
      '二级指标',
      '三级指标',
      '当年度指标值',
    ],
    ...['产出指标', '成本指标', '物业费支出', '≤848.76万元', '成本指标', '物业费支出', '≤282.92万元'],
    ...['质量指标', '物业考核合格率', '100%', '质量指标', '物业考核合格率', '100%', '维修验收合格率', '100%'],
  ]
  const [project] = projectsOf(read(`${cells.join('\n')}\n`))
  expect(project?.name.text).toBe('展馆物业费')
  expect(project?.amount.text.text).toBe('282.92')
  expect(project?.goals.map(({ text }) => text.text)).toEqual([
    '三年接待观众60万人次。',
    '全年接待观众20万人次。',
  ])
  expect(
    project === undefined
      ? []
      : indicatorsOf(project).map(({ indicator }) => [indicator.name.text, indicator.term]),
  ).toEqual([
    ['物业费支出', 'long-term'],
    ['物业费支出', 'annual'],
    ['物业考核合格率', 'long-term'],
    ['物业考核合格率', 'annual'],
    ['维修验收合格率', 'annual'],
  ])
})

test('lines that name and describe each project, with its goal at the top of the table', () => {
  const part = (name: string, amount: string, goal: string, indicator: string): string =>
    [
      `${name}项目`,
      '（1）项目概述：整治环境。',
      `（2）年度预算安排：${amount}万元。`,
      '（3）绩效目标和指标：',
      `年度目标\t${goal}\t\t`,
      '一级指标\t二级指标\t三级指标\t指标值',
      `产出指标\t数量指标\t${indicator}`,
    ].join('\n')
  const disclosure = read(
    `${part('1、“水源地保护”', '500', '打捞120次。', '打捞次数\t≥120次')}\n${part('2、“人居环境”', '120', '改厕80座。', '改厕\t≥80座')}\n`,
  )
  expect(
    projectsOf(disclosure).map(({ name, amount, goals }) => [
      name.text,
      amount.text.text,
      goals[0]?.text.text,
    ]),
  ).toEqual([
    ['水源地保护', '500万元', '打捞120次。'],
    ['人居环境', '120万元', '改厕80座。'],
  ])
})

test('projects under a word that mostly heads nothing, with the categories in two rows beside them', () => {
  const rows = [
    ['资金用途(项目)', '安排金额', '要达到的目标', '产出指标', '', '效益指标', '满意度指标'],
    ['', '', '', '数量指标', '成本指标', '社会效益指标', '服务对象满意度指标'],
    [
      '群众比赛活动',
      '136',
      '举办比赛28项,丰富健身生活。',
      '比赛≥28项',
      '费用≤136万元',
      '习惯:养成',
      '满意度≥90%',
    ],
    [
      '场地设施援建',
      '603',
      '新建球场12片,采购器材。',
      '球场=12片',
      '费用≤603万元',
      '管护:健全',
      '满意度≥90%',
    ],
  ]
  expect(
    projectsOf(read(`${table(rows)}\n`)).map(({ name, amount }) => [name.text, amount.text.text]),
  ).toEqual([
    ['群众比赛活动', '136'],
    ['场地设施援建', '603'],
  ])
})

test('the points and scores of all rows of a list are the total of its project, and 合计 of its money is none', () => {
  const head = [...HEAD, '实际完成值', '分值', '得分']
  const points = [
    ['3.2公里', '40', '40'],
    ['96%', '20', '20'],
    ['提升', '20', '18'],
    ['93%', '10', '10'],
  ]
  const rows = ROWS.map((row, i) => [...row, ...(points[i] as string[])])
  const totalsOf = (last: readonly string[]): (readonly (string | undefined)[])[] =>
    projectsOf(read(`${table([head, ...rows, last])}\n`)).map(({ totalScore }) => [
      totalScore?.weight?.text.text,
      totalScore?.score?.text.text,
    ])
  const blank = ['', '', '', '', '', '', '']
  expect(totalsOf(['总分', ...blank, '90', '88'])).toEqual([['90', '88']])
  expect(totalsOf(['合计', '4.00', ...blank.slice(1), '', ''])).toEqual([[undefined, undefined]])
})
