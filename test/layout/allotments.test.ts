import { expect, test } from 'vitest'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const disclosureOf = (rows: readonly (readonly string[])[]) =>
  parse(new Source(rows.map((cells) => cells.join('\t')).join('\n'))).disclosure

const projectsIn = (rows: readonly (readonly string[])[]): string[] =>
  [...projectsOf(disclosureOf(rows))].map(
    ({ name, amount }) => `${name.text} ${amount.kind === 'amount' ? amount.text.text : '-'}`,
  )

const HEAD = [
  '序号',
  '项目单位',
  '使用方向',
  '项目类别',
  '支出功能分类科目',
  '支出经济分类科目',
  '此次下达金额',
]
const row = (number: string, body: string, use: string, money: string): string[] => [
  number,
  body,
  use,
  '投资补助',
  '2146901 机场建设',
  '507 对企业补助',
  money,
]
const sum = (name: string, money: string): string[] => ['', name, '', '', '', '', money]
const TITLE = [['2024年机场基金资金分配表'], ['单位:万元']]

test('what each body gets money for are the projects, and a 小计 below is of them', () => {
  const rows = [
    ...TITLE,
    HEAD,
    sum('合计', '2,992'),
    row('1', '甲机场公司', '甲机场扩建项目', '2,036'),
    sum('小计', '2,036'),
    row('2', '乙机场公司', '乙机场跑道工程', '956'),
    sum('小计', '956'),
  ]
  expect(projectsIn(rows)).toEqual(['甲机场扩建项目 2,036', '乙机场跑道工程 956'])
  const tree = printTree(disclosureOf(rows)).map((line) => line.trim())
  expect(tree.filter((line) => line.includes('小计'))).toHaveLength(2)
  expect(tree.filter((line) => line.startsWith('agency '))).not.toContain(expect.stringContaining('小计'))
})

test('uses of which one is no project name none', () => {
  const rows = [
    ...TITLE,
    HEAD,
    row('1', '甲机场公司', '设备采购及培训', '2,036'),
    row('2', '乙机场公司', '乙机场跑道工程', '956'),
  ]
  expect(projectsIn(rows)).toEqual([])
})

test('the last row breaks off inside a word with nothing behind it', () => {
  const whole = [
    ...TITLE,
    HEAD,
    row('1', '甲机场公司', '甲机场扩建项目', '2,036'),
    row('2', '乙机场公司', '乙机场跑道工程', '956'),
    row('3', '丙机场公司', '丙机场候机楼项目', '120'),
  ]
  const cut = [...whole.slice(0, -1), ['3', '丙机场公司', '丙机场候机楼项目', '投', '', '', '']]
  expect(disclosureOf(whole).truncated).toBe(false)
  expect(disclosureOf(cut).truncated).toBe(true)
  // A cell that is whole, or a number, breaks off nowhere.
  for (const last of ['投资补助', '贷款贴息', '5'])
    expect(
      disclosureOf(cut.with(-1, ['3', '丙机场公司', '丙机场候机楼项目', last, '', '', ''])).truncated,
    ).toBe(false)
})

test('投资规模 heads the money of works', () => {
  const rows = [
    ['2018年扶贫资金分配表'],
    ['序号', '项目名称', '建设地点', '建设内容', '投资规模', '责任单位'],
    ['1', '甲村硬化项目', '甲村', '铺设道板砖1136.7平方米。', '20万元', '甲办事处'],
    ['2', '乙村饮水项目', '乙村', '新建主管道2300米,闸阀8个。', '73.5万元', '乙镇'],
  ]
  expect(projectsIn(rows)).toEqual(['甲村硬化项目 20万元', '乙村饮水项目 73.5万元'])
})

test('a header of two lines without borders, and the unit below 项目资金', () => {
  const lines = [
    '文物保护专项经费绩效自评表(2022年度)',
    '项目名称 文物保护专项经费',
    '主管部门 某区文化局   实施单位 某区文化局',
    '项目资金 年初预算数 全年预算数 全年执行数 分值 执行率 得分',
    '(万元) 年度资金总额 29 29 27.8 9 0.958 8',
    '其中:当年财政拨款 29 29 27.8 9 0.958 8',
    '年度总体目标 预期目标 实际完成情况',
    '完成两处宗祠和一处古墓的日常维护,使文物得到更好保护。 基本完成年度目标。',
    '绩效指标 一级指标 二级指标 三级指标 年度 实际 分值 得分 偏差原因分析及改进措施',
    '指标值 完成值',
    '产出指标 数量指标 指标1:修缮面积 6000平方米 6000平方米 7 7',
    '指标2:修缮级别 市级保护单位 市级保护单位 7 7',
    '质量指标 指标1:验收通过率 100% 95% 6 5',
    '指标2:文明施工 ≥95% 97% 6 6',
    '效益指标 社会效益指标 提升知名度 展示文物价值 程度较高 15 15',
  ]
  const treeOf = (all: readonly string[]): string[] =>
    printTree(parse(new Source(all.join('\n'))).disclosure).map((line) => line.trim())
  const targets = treeOf(lines).filter((line) => line.includes(' | '))
  expect(targets).toHaveLength(5)
  expect(targets[0]).toMatch(/修缮面积 \| \(=\) 6000 平方米 → \(=\) 6000 平方米/)
  expect(targets[3]).toMatch(/文明施工 \| ≥ 95 % → \(=\) 97 %/)
  expect(parse(new Source(lines.join('\n'))).disclosure.truncated).toBe(false)
  expect(parse(new Source([...lines, '可'].join('\n'))).disclosure.truncated).toBe(true)
  // 备注 below the header is no rest of it.
  const other = treeOf(lines.with(9, '备注 说明')).filter((line) => line.includes(' | '))
  expect(other.join('\n')).not.toContain('备注')
})
