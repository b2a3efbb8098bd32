import { describe, expect, test } from 'vitest'
import { withoutPadding } from '../../src/layout/padded-rows.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

const HEADER = ['一级指标', '二级指标', '三级指标', '指标性质', '目标值', '计量单位', '备注']

const FULL = [
  ['产出指标', '数量指标', '修剪行道树', '≥', '320', '株'],
  ['', '', '补种灌木', '≥', '45', '平方米'],
  ['', '质量指标', '成活率', '≥', '92', '%'],
  ['效益指标', '生态效益指标', '绿地覆盖率', '≥', '38', '%', '与上年持平'],
  ['满意度指标', '服务对象满意度指标', '市民满意度', '≥', '85', '%'],
]

const MOVED = FULL.map((row) => row.slice(row.findIndex((text) => text !== '')))

const WIDTH = 8

const print = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${[...row, ...Array<string>(WIDTH - row.length).fill('')].join('\t')}\n`).join('')

const widths = (text: string): readonly number[] =>
  withoutPadding(readText(new Source(text)).blocks).map((block) =>
    block.kind === 'row' ? block.cells.length : 0,
  )

describe('withoutPadding', () => {
  test('rows that lost covered cells end with their last one', () => {
    expect(widths(print([HEADER, ...MOVED]))).toEqual([7, 6, 4, 5, 7, 6])
  })

  test('a label of the header, absent below, makes no difference', () => {
    expect(widths(print([['绩效指标', ...HEADER], ...MOVED]))).toEqual([8, 6, 4, 5, 7, 6])
  })

  test('the last row may be cut off', () => {
    expect(widths(`${print([HEADER, ...MOVED])}成本指标\t养护单价\t≤`)).toEqual([7, 6, 4, 5, 7, 6, 3])
  })

  test('two of six rows are short, as where each value has its own second level', () => {
    const rows = [
      ['一级指标', '二级指标', '三级指标', '描述', '指标值'],
      ['产出指标', '数量指标', '补种灌木', '补种面积', '≥45平方米'],
      ['质量指标', '成活率', '成活比例', '≥92%'],
      ['时效指标', '完成率', '完成比例', '100%'],
      ['效益指标', '生态效益指标', '绿地覆盖', '覆盖程度', '≥38%'],
      ['满意度指标', '服务对象满意度指标', '市民满意度', '满意比例', '≥85%'],
    ].map((row) => [...row, ...Array<string>(5 - row.length).fill('')])
    expect(widths(`${rows.map((row) => row.join('\t')).join('\n')}\n`)).toEqual([5, 5, 4, 4, 5, 5])
  })

  test.each([
    ['covered places are printed', FULL],
    [
      'all headings are printed',
      FULL.map((row, i) => [...(FULL[i === 1 ? 0 : i] ?? []).slice(0, 2), ...row.slice(2)]),
    ],
    ['a single row is short', [...FULL.slice(3), ['成本指标', '养护单价', '≤', '12', '元']]],
  ])('tables stay as they are where %s', (_, rows) => {
    expect(widths(print([HEADER, ...rows]))).toEqual(Array<number>(rows.length + 1).fill(WIDTH))
  })
})

test('money whose last cells are blank stands under its words, though the row is short', () => {
  const head = [
    ['项目名称', '公园花坛养护'],
    ['项目资金(万元)', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '61.2', '60', '57', '10', '95%'],
    ['年度目标', '养护花坛12处。'],
  ]
  const { disclosure } = parse(new Source(print([...head, HEADER, ...MOVED])))
  const [project] = projectsOf(disclosure)
  expect(project?.amount.text.text).toBe('60')
})
