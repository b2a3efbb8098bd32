import { describe, expect, test } from 'vitest'
import { alignRow, type Columns } from '../../src/layout/align.ts'
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

describe('alignRow, of projects', () => {
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
    expect(alignRow(rowOf(text), COLUMNS).map((cell) => cell.text)).toEqual(cells)
  })
})

const WHOLE: Columns = [
  'name',
  'amount',
  'goal',
  'level-one',
  'level-two',
  'indicator',
  'target',
  'weight',
  'other',
]
const PARTS: Columns = ['other', 'level-one', 'level-two', 'indicator', 'comparator', 'target', 'unit']

describe('alignRow, of indicators', () => {
  test.each([
    [
      'as many cells as columns',
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
      WHOLE,
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
    ],
    [
      'trailing blanks too many',
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10||||',
      WHOLE,
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
    ],
    [
      'a sum under its column, and nothing behind it',
      '合计|||1,640.00',
      ['code', 'agency', 'name', 'amount', 'goal', 'level-one', 'indicator', 'target'] as Columns,
      '合计|||1,640.00||||',
    ],
    ['blanks at the end left out', '|||||合格率|≥95%', WHOLE, '|||||合格率|≥95%||'],
    ['merged cells left out', '质量指标|合格率|≥95%|10|', WHOLE, '||||质量指标|合格率|≥95%|10|'],
    ['both', '合格率|≥95%|10', WHOLE, '|||||合格率|≥95%|10|'],
    ['a name and words', '机制健全性|健全', WHOLE, '|||||机制健全性|健全||'],
    ['a heading of level 1', '满意度指标|群众满意度|≥90%', WHOLE, '|||满意度指标||群众满意度|≥90%||'],
    ['a total alone', '合计|264.79', WHOLE, '合计|264.79|||||||'],
    ['an agency alone', '某县教育局|264.79', WHOLE, '某县教育局|264.79|||||||'],
    ['a bare number with its unit', '培训人数|40|人', PARTS, '|||培训人数||40|人'],
    ['a comparator in words', '质量指标|合格率|大于等于|95|%', PARTS, '||质量指标|合格率|大于等于|95|%'],
    ['nothing', '|', PARTS, '||||||'],
  ])('puts a row with %s under its columns', (_name, text, columns, cells) => {
    expect(alignRow(rowOf(text.replaceAll('|', '\t')), columns).map((cell) => cell.text)).toEqual(
      cells.split('|'),
    )
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
