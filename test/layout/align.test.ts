import { describe, expect, test } from 'vitest'
import { alignCells, type Columns } from '../../src/layout/align.ts'
import { recognizeHeader } from '../../src/layout/columns.ts'
import type { Row } from '../../src/read/grid.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

const rowOf = (text: string): Row => {
  const [row] = readText(new Source(text)).blocks
  if (row?.kind !== 'row') throw new Error(`no row: ${text}`)
  return row
}

const COLUMNS: Columns = ['code', 'name', 'amount', 'goal', 'indicator']
const OUTLINE = '一、产出指标 (一)数量指标 1.清淤长度 ≥3公里'

describe('alignCells', () => {
  test.each([
    [
      'as many cells as columns',
      `301\t甲\t4.00\t目标1:清淤\t${OUTLINE}`,
      ['301', '甲', '4.00', '目标1:清淤', OUTLINE],
    ],
    [
      'no code cell',
      `河道清淤\t4.00\t目标1:清淤\t${OUTLINE}`,
      ['', '河道清淤', '4.00', '目标1:清淤', OUTLINE],
    ],
    ['no amount cell', `\t河道清淤\t目标1:清淤\t${OUTLINE}`, ['', '河道清淤', '', '目标1:清淤', OUTLINE]],
    ['no goal cell', `\t河道清淤\t4.00\t${OUTLINE}`, ['', '河道清淤', '4.00', '', OUTLINE]],
    ['nothing behind the amount', '301\t某县水务局\t4.00', ['301', '某县水务局', '4.00', '', '']],
    [
      'a name split by a tab',
      `\t河道\t清淤\t4.00\t目标1:清淤\t${OUTLINE}`,
      ['', '河道\t清淤', '4.00', '目标1:清淤', OUTLINE],
    ],
    [
      'a goal split by a tab',
      `\t清淤\t4.00\t目标1:清\t淤3公里\t${OUTLINE}`,
      ['', '清淤', '4.00', '目标1:清\t淤3公里', OUTLINE],
    ],
  ])('puts a row with %s under its columns', (_name, text, cells) => {
    expect(alignCells(rowOf(text), COLUMNS).cells.map((cell) => cell.text)).toEqual(cells)
  })
})

describe('recognizeHeader', () => {
  test.each([
    ['单位编码\t单位及项目名称\t金额 (万元)\t绩效目标\t绩效指标', COLUMNS],
    ['项目名称\t2023年预算数（万元）\t年度绩效目标\t三级指标', ['name', 'amount', 'goal', 'indicator']],
    [
      '序号\t单位名称\t项目名称\t金额\t绩效目标\t绩效指标\t备注',
      ['other', 'agency', 'name', 'amount', 'goal', 'indicator', 'note'],
    ],
    ['单位名称\t金额\t绩效目标\t绩效指标', ['name', 'amount', 'goal', 'indicator']],
    ['项目名称\t金额\t中长期目标\t年度目标\t绩效指标', ['name', 'amount', 'goal', 'goal', 'indicator']],
    ['项目名称\t投入\t绩效目标\t绩效指标\t\t', ['name', undefined, 'goal', 'indicator']],
    ['*项目名称\t金 额\t绩效 目标\t绩效指标：', ['name', 'amount', 'goal', 'indicator']],
  ])('reads %j', (text, columns) => {
    expect(recognizeHeader(rowOf(text))).toEqual(columns)
  })

  test.each(['\t合计\t4.00\t\t', '河道清淤\t4.00\t目标1:清淤\t数量指标', '序号\t备注', '项目\t项目', 'a\tb'])(
    'takes %j for no header',
    (text) => {
      expect(recognizeHeader(rowOf(text))).toBeUndefined()
    },
  )
})
