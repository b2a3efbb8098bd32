import { expect, test } from 'vitest'
import { cellsOf } from '../../src/read/grid.ts'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'

const CELLS = [
  '项目名称',
  '路灯维修',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '产出指标',
  '数量指标',
  '维修路灯数量',
  '≥60盏',
  '质量指标',
  '验收合格率',
  '≥98%',
]

const textsIn = (text: string): readonly string[] =>
  readGrid(new Source(text)).grid.blocks.flatMap((block) => cellsOf(block).map((cell) => cell.text.text))

test.each(['|', '│', '┃', '║'])('cells in lines of their own are told by the bar behind each: %s', (bar) => {
  expect(textsIn(CELLS.map((cell) => `${cell}${bar}\n`).join(''))).toEqual(CELLS)
})

test('a bar behind a backslash is of the text, as in a table with bars', () => {
  const cells = CELLS.map((cell) => (cell === '维修路灯数量' ? '维修路灯\\|灯杆数量' : cell))
  expect(textsIn(cells.map((cell) => `${cell}|\n`).join(''))).toEqual(
    CELLS.map((cell) => (cell === '维修路灯数量' ? '维修路灯|灯杆数量' : cell)),
  )
})
