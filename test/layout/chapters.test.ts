import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const indicatorsOf = (text: string): string[] =>
  printTree(parse(new Source(text)).disclosure).flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))

const HEAD = '三、项目绩效目标\n项目名称：农村供水管护\n预算金额：60万元\n绩效目标：管护供水站20座。\n'
const OUTLINE = `${HEAD}绩效指标：\n产出指标：\n数量指标：管护供水站20座\n满意度指标：\n服务对象满意度指标：群众满意度≥90%\n`
const GLUED =
  '三、项目绩效目标\n项目名称农村供水管护项目资金60万元年度目标管护供水站20座。\n一级指标二级指标三级指标指标值产出指标数量指标管护供水站20座满意度指标服务对象满意度指标群众满意度≥90%\n'
const READ = ['管护供水站 | (=) 20 座', '群众满意度 | ≥ 90 %']

describe.each([
  ['an outline', OUTLINE],
  ['rows without borders', GLUED],
])('behind %s', (_, rows) => {
  test.each([
    '四、国有资产占用情况\n截至2022年12月31日，共有车辆1辆，比上年增长5%。\n五、名词解释\n财政拨款收入：指本级财政当年拨付的资金。',
    '第四部分 名词解释\n一、财政拨款收入：指本级财政当年拨付的资金。',
    '（二）国有资产占用情况。共有车辆1辆。',
    '一、名词解释\n财政拨款收入：指本级财政当年拨付的资金。',
    '来源：财务科　发布日期：2023-02-17　浏览次数：186',
  ])('the next chapter holds no indicators: %s', (chapter) => {
    expect(indicatorsOf(rows + chapter)).toEqual(READ)
    expect(uncovered(new Source(rows + chapter))).toEqual([])
  })
})

test('numbered rows and categories begin no chapter', () => {
  const rows = '一、产出指标\n数量指标：管护供水站20座\n二、满意度指标\n服务对象满意度指标：群众满意度≥90%\n'
  expect(indicatorsOf(`${HEAD}绩效指标：\n${rows}`)).toEqual(READ)
  const items = '满意度指标服务对象满意度指标\n一、群众满意度≥90%\n二、用水户满意度≥85%'
  expect(indicatorsOf(GLUED.replace(/满意度指标服.*$/s, items))).toEqual([
    '管护供水站 | (=) 20 座',
    '一、 群众满意度 | ≥ 90 %',
    '二、 用水户满意度 | ≥ 85 %',
  ])
})
