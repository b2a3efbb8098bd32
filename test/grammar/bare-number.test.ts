import { expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

test('a number of four digits is read wherever its text comes again', () => {
  const project = (name: string): string =>
    `\t${name}\t2.00\t目标1:发放补贴。\t一、产出指标 (一)数量指标 1.受益户数 1980\n`
  const text = `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n${project('甲项目')}${project('乙项目')}`
  const lines = printTree(parse(new Source(text)).disclosure)
  expect(lines.filter((line) => line.includes('受益户数 | (=) 1980'))).toHaveLength(2)
})
