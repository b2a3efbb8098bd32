import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const read = (text: string): readonly string[] => {
  const source = new Source(text)
  expect(uncovered(source)).toEqual([])
  const { disclosure } = parse(source)
  // The marks between the parts are told by no rule, unless they might be signs.
  const unplaced = disclosure.leftovers.filter(({ reason }) => reason === 'unplaced')
  expect(unplaced.filter(({ text }) => !/^[=问答]:?$/.test(text.folded))).toEqual([])
  return printTree(disclosure).filter((line) => !/^(?:left|title) /.test(line))
}

const countIn = (text: string): number =>
  projectsOf(parse(new Source(text)).disclosure)
    .map((project) => [...indicatorsOf(project)].length)
    .reduce((sum, count) => sum + count, 0)

const TREE = [
  'project 桥梁检测 12万元',
  '  goal 检测桥梁,保障通行安全',
  '  L2 数量指标 [quantity]',
  '    检测桥梁 | (=) 8 座',
  '  L2 质量指标 [quality]',
  '    报告合格率 | ≥ 95 %',
  '  L2 满意度指标 [satisfaction]',
  '    司机满意度 | ≥ 90 %',
]

describe('lines that say one thing each', () => {
  test.each<[name: string, text: string]>([
    [
      'with colons and dashes',
      '项目: 桥梁检测\n经费: 12万元\n目标: 检测桥梁,保障通行安全\n数量指标 - 检测桥梁 - 8座\n质量指标 - 报告合格率 - ≥95%\n满意度指标 - 司机满意度 - ≥90%',
    ],
    [
      'with bars, and a title with the money',
      '桥梁检测|2025年|预算 12万元\n目标:检测桥梁,保障通行安全\n数量指标|检测桥梁|8座\n质量指标|报告合格率|≥95%\n满意度指标|司机满意度|≥90%',
    ],
    [
      'with leader dots and an agency in the title',
      '某县公路局 桥梁检测 2025年(12万元)\n目标......检测桥梁,保障通行安全\n数量指标 检测桥梁...... 8座\n质量指标 报告合格率...... ≥95%\n满意度指标 司机满意度...... ≥90%',
    ],
    [
      'with the value in front of the name, and the heading in brackets behind',
      '项目:桥梁检测\n经费:12万元\n目标:检测桥梁,保障通行安全\n8座--检测桥梁(数量指标)\n≥95%--报告合格率(质量指标)\n≥90%--司机满意度(满意度指标)',
    ],
    [
      'with several in one line',
      '二、桥梁检测(资金总额:12万元)\n绩效总目标:检测桥梁,保障通行安全\n数量指标:检测桥梁8座;质量指标:报告合格率≥95%;满意度指标:司机满意度≥90%',
    ],
    [
      'as answers to questions',
      '问:是什么项目?\n答:项目名称:桥梁检测\n问:花多少钱?\n答:资金总额:12万元\n问:要做成什么?\n答:年度目标:检测桥梁,保障通行安全\n答:数量指标:检测桥梁8座;质量指标:报告合格率≥95%;满意度指标:司机满意度≥90%',
    ],
    [
      'under sections in brackets',
      '[项目]\n名称=桥梁检测\n预算数=12万元\n年度目标=检测桥梁,保障通行安全\n[指标]\n数量指标.检测桥梁=8座\n质量指标.报告合格率=95%以上\n满意度指标.司机满意度=90%以上',
    ],
  ])('%s', (_, text) => {
    const said = read(text)
    expect(said.map((line) => line.replace('goal (annual)', 'goal').replace('| = ', '| (=) '))).toEqual(TREE)
  })

  test('without categories, where a goal, money and what only indicators have stand together', () => {
    const text =
      '### 桥面修补 考核清单\n资金:62,000元 年度:2025\n目标:修补桥面\n- [ ] 修补桥面 4处\n- [ ] 5月底前完工\n- [ ] 更换护栏 120米\n- [ ] 居民满意度 90%以上'
    expect(read(text)).toEqual([
      'project 桥面修补 62,000元',
      '  goal 修补桥面',
      '  修补桥面 | (=) 4 处',
      '  完工 | period 5月底前',
      '  更换护栏 | (=) 120 米',
      '  居民满意度 | ≥ 90 %',
    ])
  })
})

describe('what looks alike and is no filing', () => {
  test.each<[name: string, text: string]>([
    ['a purchase', '项目名称:电脑采购\n预算金额:10万元\n数量:20台\n质量:合格\n交货期:30天\n质保期:3年'],
    ['an event', '活动通知\n目标:强身健体\n经费:5万元\n时间:3月5日\n人数:30人\n队伍:5支\n地点:体育馆'],
    ['numbers in prose', '全县有学校12所,学生3000人。去年投入500万元,今年计划改造3所。\n群众满意度达到90%。'],
  ])('%s', (_, text) => {
    expect(countIn(text)).toBe(0)
  })
})
