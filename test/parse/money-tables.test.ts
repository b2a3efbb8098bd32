import { expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

// The money of forms in the tables that they print it in, and what is found wrong in it.

const INDICATORS = ['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|清淤长度|≥3公里']

const formOf = (...money: readonly string[]): Source =>
  new Source(
    ['项目支出绩效目标表', '项目名称|清淤', ...money, '年度目标|清淤3公里', ...INDICATORS]
      .join('\n')
      .replaceAll('|', '\t'),
  )

const moneyIn = (source: Source): readonly string[] => {
  expect(uncovered(source)).toEqual([])
  return printTree(parse(source).disclosure)
    .map((line) => line.trim())
    .filter((line) => /^(?:project|funding|money)/.test(line))
}

const wrongIn = (source: Source): readonly string[] =>
  check(parse(source).disclosure)
    .filter(({ rule }) => rule === 'funding-mismatch')
    .map(({ at, working = [] }) => `${source.text.slice(at.start, at.end)}: ${working.join()}`)

const BY_SOURCE = ['资金情况(万元)|合计|中央资金|市级资金', '资金总额|84.25|68|16.25']

test('sources in columns, and in rows what they pay for', () => {
  const source = formOf(...BY_SOURCE, '其中:河道|63|52|11', '水渠|21.25|16|5.25')
  expect(moneyIn(source)).toEqual([
    'project 清淤 84.25',
    'funding 中央资金 68',
    'funding 市级资金 16.25',
    'money other 其中:河道 合计 63',
    'money other 其中:河道 中央资金 52',
    'money other 其中:河道 市级资金 11',
    'money other 水渠 合计 21.25',
    'money other 水渠 中央资金 16',
    'money other 水渠 市级资金 5.25',
  ])
  expect(wrongIn(source)).toEqual([])
})

test('a row of such a table that its sources don’t come to, by less than rounding of its coarsest number', () => {
  expect(wrongIn(formOf(...BY_SOURCE, '其中:河道|63|52|11', '水渠|20.85|16|5.25'))).toEqual([
    '20.85: 16.00 + 5.25 = 21.25 ≠ 20.85',
  ])
})

test('the whole term beside the year, each with its sources', () => {
  const source = formOf(
    '项目资金|资金总额|936|当年资金总额|936',
    '|其中:财政拨款|930|其中:当年财政拨款|930',
    '|其他资金|6|当年其他资金|6',
  )
  expect(moneyIn(source).slice(0, 3)).toEqual([
    'project 清淤 936',
    'funding 其中:当年财政拨款 930',
    'funding 当年其他资金 6',
  ])
  expect(wrongIn(source)).toEqual([])
})

test('what was spent, and the rate, of each project of a list', () => {
  const header =
    '项目名称|预算数|1-6月执行数|执行率|年度目标|一级指标|二级指标|三级指标|年度指标值|1-6月完成值'
  const source = new Source(
    [
      '项目支出绩效运行监控表',
      header,
      '清淤|200|82.44|42.12%|清淤3公里。|产出指标|数量指标|清淤长度|≥3公里|1公里',
      '||||产出指标|质量指标|验收合格率|≥95%|96%',
      '植树|500|120|24%|植树3万株。|产出指标|数量指标|植树株数|≥3万株|1万株',
      '||||产出指标|质量指标|苗木成活率|≥85%|90%',
    ]
      .join('\n')
      .replaceAll('|', '\t'),
  )
  expect(moneyIn(source)).toEqual([
    'project 清淤 200',
    'money executed 1-6月执行数 82.44',
    'money rate 执行率 42.12%',
    'project 植树 500',
    'money executed 1-6月执行数 120',
    'money rate 执行率 24%',
  ])
  const wrong = check(parse(source).disclosure).filter(({ rule }) => rule === 'execution-rate-mismatch')
  expect(wrong.map(({ at }) => source.text.slice(at.start, at.end))).toEqual(['42.12'])
})

test('years over the money of each are no amounts', () => {
  const source = formOf(
    '资金情况|当年金额|占比|近两年收支金额|',
    '||| 2021年|2022年',
    '财政拨款|80|80%|70|75',
    '其他资金|20|20%|5|5',
    '合计|100|100%|75|80',
  )
  expect(moneyIn(source)[0]).toBe('project 清淤 100')
})

test('the only source that gives anything', () => {
  expect(moneyIn(formOf('资金情况|省级补助|1763|县级配套|', '|其他||| ')).slice(0, 2)).toEqual([
    'project 清淤 1763',
    'funding 省级补助 1763',
  ])
  expect(moneyIn(formOf('资金情况|省级补助|1763|县级配套|20'))[0]).toBe('project 清淤 -')
})

test('words over words: kinds of spending that are divided by source, in the form of a department', () => {
  const source = new Source(
    [
      '部门整体支出绩效目标申报表',
      '预算部门:某县文化局',
      '预算支出总额|基本支出||项目支出|',
      '|合计|财政拨款|合计|财政拨款',
      '95.55|78.75|70|16.80|16.80',
      '年度总体目标|组织送戏下乡。',
      ...INDICATORS,
    ]
      .join('\n')
      .replaceAll('|', '\t'),
  )
  const [project] = projectsOf(parse(source).disclosure)
  expect(project?.name.text).toBe('某县文化局')
  expect(moneyIn(source).slice(0, 3)).toEqual([
    'project 某县文化局 95.55',
    'funding 基本支出 78.75',
    'funding 项目支出 16.80',
  ])
  expect(wrongIn(source)).toEqual([])
})

test('a part of a part in the row of another source, as both sums tell', () => {
  const rows = ['资金来源|资金总额|185|上年安排|170', '|其中:本级财政|65|上年支出|168.4']
  expect(wrongIn(formOf(...rows, '|上级资金|120|其中:省级|80', '|其他资金|0|中央|40'))).toEqual([])
  expect(wrongIn(formOf(...rows, '|上级资金|110|其中:省级|80', '|其他资金|0|中央|30'))).toHaveLength(1)
})

test('goals with their numbers in cells of their own', () => {
  const source = formOf('年度绩效目标|目标1|新建分馆5个,每个补助20万元。', '|目标2|开展阅读活动不少于40场。')
  expect(projectsOf(parse(source).disclosure)[0]?.goals.slice(0, 2)).toMatchObject([
    { marker: { ordinal: 1 }, text: { text: '新建分馆5个,每个补助20万元。' } },
    { marker: { ordinal: 2 }, text: { text: '开展阅读活动不少于40场。' } },
  ])
})

test('a goal under a label with a long remark, and a period in two fields', () => {
  const source = formOf(
    '起始时间|2024年1月|终止时间|2025年6月',
    '总体目标(含概况、设立依据、必要性及预期目标)|清淤。',
  )
  const project = projectsOf(parse(source).disclosure)[0]
  expect(project?.goals.map(({ text }) => text.text)).toContain('清淤。')
  expect(project?.period).toMatchObject({ from: { year: 2024, month: 1 }, until: { year: 2025, month: 6 } })
})

test('names without codes under the name whose money they are part of', () => {
  const source = new Source(
    [
      '单位及项目名称|金额(万元)|绩效目标|绩效指标',
      '某区城管局|120.5||',
      '某区城管局(本级)|110.5||',
      '路灯维护|110.5|维护路灯|数量指标:维护路灯 ≥3200盏',
      '某区公园管理所|10||',
      '绿化养护|10|养护绿地|数量指标:养护面积 ≥15万平方米',
      '某区供水局|30||',
      '管网改造|30|改造管网|数量指标:改造长度 ≥5公里',
    ]
      .join('\n')
      .replaceAll('|', '\t'),
  )
  expect(printTree(parse(source).disclosure).filter((line) => line.includes('agency'))).toEqual([
    'agency 某区城管局 120.5',
    '  agency 某区城管局(本级) 110.5',
    '  agency 某区公园管理所 10',
    'agency 某区供水局 30',
  ])
  expect(check(parse(source).disclosure).map(({ rule }) => rule)).not.toContain('subtotal-mismatch')
})
