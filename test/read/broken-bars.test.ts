import { describe, expect, test } from 'vitest'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值']
const ROWS = [
  ['产出指标', '数量指标', '栽种月季', '600株', ''],
  ['施肥', '4次', '', '', ''],
  ['质量指标', '成活率', '≥93%', '', ''],
  ['满意度指标', '游客满意度', '≥88%', '', ''],
]
const TABLE = [['公园花坛养护绩效目标', '', '', '', ''], [...HEADER, ''], ...ROWS]

const rowsIn = (text: string): readonly (readonly string[])[] =>
  readGrid(new Source(text)).grid.blocks.flatMap((block) =>
    block.kind === 'row' ? [block.cells.map((cell) => cell.text.text)] : [],
  )

/** Each cell in a line of its own, blank ones at the end of a row behind each other. */
const inLines = (row: readonly string[]): string =>
  row.map((text, i) => (text === '' ? '|' : `${i === 0 ? '' : '\n'}${text} |`)).join('')

const inRow = (row: readonly string[]): string => row.map((text) => `${text} |`).join(' ')

describe('rows that line ends inside their cells have broken', () => {
  test('a line for each cell', () => {
    const rows = rowsIn(`第一行是说明\n${TABLE.map(inLines).join('\n')}\n最后一行也是说明\n`)
    expect(rows.map((row) => row.filter((text) => text !== ''))).toEqual(
      TABLE.map((row) => row.filter((text) => text !== '')),
    )
  })

  test('a few cells of several lines', () => {
    const broken = TABLE.map(inRow)
      .join('\n')
      .replace('二级指标 |', '二级\n指标 |\n')
      .replace('质量指标 |', '质量 |\n')
    const rows = rowsIn(broken)
    expect(rows).toHaveLength(TABLE.length)
    expect(rows[1]?.slice(0, 4)).toEqual(['一级指标', '二级\n指标', '三级指标', '指标值'])
    expect(rows[4]?.slice(0, 3)).toEqual(['质量', '成活率', '≥93%'])
  })

  test('rows that each have a line of their own are no pieces of longer ones', () => {
    const form = [
      '项目名称 | 花坛养护 | ||||',
      '预算数 | 20.00 | 其中:财政资金 | 20.00 | 其他资金 | |',
      '绩效目标 | 一年四季有花 |',
    ]
    const table = TABLE.slice(1).map(inRow)
    const rows = rowsIn([...form, ...table, ...form, ...table].join('\n'))
    expect(rows).toHaveLength(2 * (form.length + table.length))
  })

  test('labels with their values over a table are no pieces of one row', () => {
    const form = ['项目名称|花坛养护', '实施单位|某园林处', '预算数|20万元', '绩效目标|一年四季有花']
    const table = [HEADER, ...ROWS.map((row) => row.slice(0, 4))].map((row) => row.join('|'))
    const rows = rowsIn(['绩效目标表', ...form, ...table].join('\n'))
    expect(rows).toEqual([...form, ...table].map((row) => row.split('|')))
  })

  test('each row begun in front of its line, and all other bars in lines of their own', () => {
    const spread = ([first = '', ...others]: readonly string[]): string =>
      [`|   ${first}`, ...others.flatMap((text) => ['   |', `   ${text}`]), '  ||'].join('\n')
    const rows = rowsIn(['绩效目标表', ...TABLE.slice(1).map(spread)].join('\n'))
    expect(rows.map((row) => row.filter((text) => text !== ''))).toEqual(
      TABLE.slice(1).map((row) => row.filter((text) => text !== '')),
    )
  })

  test('two tables of different widths, with text between them', () => {
    const narrow = TABLE.slice(1).map((row) => inLines(row.slice(1)))
    const text = [...TABLE.map(inLines), '一句话。', '又一句话。', '再一句话。', ...narrow].join('\n')
    expect(rowsIn(text).map((row) => row.length)).toEqual([
      ...TABLE.map(() => 5),
      ...TABLE.slice(1).map(() => 4),
    ])
  })

  test('lines whose bars come to no number of rows stay lines', () => {
    expect(rowsIn('首页 |\n公开 |\n政策 |\n服务 | 互动 |\n一句话。\n又一句话。\n再一句话。\n')).toEqual([])
  })
})
