import { describe, expect, test } from 'vitest'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'

const CELLS = [
  '项目名称',
  '公园花坛养护',
  '实施单位',
  '',
  '项目资金\n(万元)',
  '年度资金总额',
  '36',
  '总体目标',
  '1.补栽花苗。\n2.按月修剪。',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '产出指标',
  '数量指标',
  '栽种\n月季',
  '600株',
]

const linesOf = (text: string): readonly string[] =>
  readGrid(new Source(text)).grid.blocks.flatMap((block) =>
    block.kind === 'text' ? [block.cell.text.text] : [],
  )

const READ = CELLS.filter((cell) => cell !== '').map((cell) =>
  cell.startsWith('1.') ? cell : cell.replace('\n', ''),
)

describe('cells that bars end, without a sign of where rows do', () => {
  test.each([
    ['behind each cell', CELLS.map((cell) => `${cell} |`).join('\n')],
    ['on a line of its own', CELLS.map((cell) => `${cell}\n|`).join('\n')],
    ['in front of each cell', CELLS.map((cell) => `| ${cell}`).join('\n')],
  ])('the bar stands %s', (_, text) => {
    expect(linesOf(text)).toEqual(READ)
  })

  test('lines in front of the table and behind it stay lines', () => {
    const text = `某某中心\n预算公开\n绩效目标表 |\n${CELLS.map((cell) => `${cell} |`).join('\n')}\n附注一\n附注二\n`
    expect(linesOf(text)).toEqual(['某某中心', '预算公开', '绩效目标表', ...READ, '附注一', '附注二'])
  })

  test('every character is in a cell, in its markup or blank', () => {
    const text = `说明\n${CELLS.map((cell) => `${cell} |`).join('\n')}\n`
    const kept = new Set<number>()
    for (const block of readGrid(new Source(text)).grid.blocks) {
      const spans = block.kind === 'text' ? [block.cell.span] : block.kind === 'gap' ? [...block.markup] : []
      for (const { start, end } of spans) for (let at = start; at < end; at += 1) kept.add(at)
    }
    expect([...text].filter((character, at) => character.trim() !== '' && !kept.has(at))).toEqual([])
  })

  test('rows between bars are no cells of their own', () => {
    const rows = CELLS.map((cell) => `${cell.replace('\n', '')} | 甲 | 乙 |`).join('\n')
    expect(linesOf(rows)).toEqual([])
  })
})
