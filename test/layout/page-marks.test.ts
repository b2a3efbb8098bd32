import { describe, expect, test } from 'vitest'
import { withoutPageMarks } from '../../src/layout/page-marks.ts'
import { type Block, cellsOf } from '../../src/read/grid.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'

/** The lines that are left, and those that were taken out. */
const split = (text: string): readonly [left: readonly string[], marks: readonly string[]] => {
  const { blocks, marks } = withoutPageMarks(readText(new Source(text)).blocks, text)
  const wordsOf = (of: readonly Block[]): readonly string[] =>
    of.flatMap(cellsOf).map((cell) => cell.text.text)
  return [wordsOf(blocks), wordsOf(marks)]
}

const HEADER = '一级指标    二级指标    三级指标        指标值'

describe('withoutPageMarks', () => {
  test.each(['第 1 页 共 2 页', '- 1 -', '— 1 —', '第1页', '1/2'])('takes out %s', (number) => {
    const text = `产出指标    数量指标    清淤沟渠长度    38公里\n\n     ${number}\n效益指标    社会效益    受益户数        60户`
    expect(split(text)[1]).toEqual([number])
    expect(uncovered(new Source(text))).toEqual([])
  })

  test('takes out the numbers of columns', () => {
    const text = `${HEADER}\n1    2    3    4\n产出指标    数量指标    清淤沟渠长度    38公里`
    expect(split(text)[1]).toEqual(['1    2    3    4'])
    expect(split(text.replace('1    2    3    4', '1    2    3    5'))[1]).toEqual([])
  })

  test('takes out the buttons of a page', () => {
    expect(split('满意度指标    群众满意度    ≥90%\n打印 关闭')[1]).toEqual(['打印 关闭'])
  })

  test.each(['12', '-1', '3个', '第1页起'])('leaves %s', (words) => {
    expect(split(`清淤沟渠长度\n${words}\n38公里`)[1]).toEqual([])
  })

  test.each(['- 1 -\n', '\f'])(
    'takes out the title and the header that the next page prints again, behind %j',
    (end) => {
      const [left, marks] = split(
        `沟渠清淤绩效自评表\n项目名称    沟渠清淤\n${HEADER}\n产出指标    数量指标    清淤沟渠长度    38公里\n${end}沟渠清淤绩效自评表\n${HEADER}\n效益指标    社会效益    受益户数        60户`,
      )
      expect(left).toEqual([
        '沟渠清淤绩效自评表',
        '项目名称    沟渠清淤',
        HEADER,
        '产出指标    数量指标    清淤沟渠长度    38公里',
        '效益指标    社会效益    受益户数        60户',
      ])
      expect(marks.slice(-2)).toEqual(['沟渠清淤绩效自评表', HEADER])
    },
  )

  test('takes out bare numbers that count the pages, and a head that prints the title beside other words', () => {
    const title = '沟渠清淤绩效自评表'
    const [left, marks] = split(
      `${title}\n项目名称    沟渠清淤\n${HEADER}\n产出指标    数量指标    清淤沟渠长度    38公里\n\n${' '.repeat(20)}1\n某市公开    ${title}\n${HEADER}\n效益指标    社会效益    受益户数        60户\n\n${' '.repeat(20)}2\n`,
    )
    expect(marks).toEqual(['1', '2', `某市公开    ${title}`, HEADER])
    expect(left).toHaveLength(5)
  })

  test('takes out the head that one page prints above the header of the page before, but no title', () => {
    const row = '产出指标    数量指标    清淤沟渠长度    38公里'
    const page = (head: string): readonly string[] =>
      split(`沟渠清淤绩效自评表\n${HEADER}\n${row}\n- 1 -\n${head}\n${HEADER}\n${row}2`)[1]
    const head = '某镇2023年项目    公告公示附件'
    expect(page(head)).toEqual(['- 1 -', head, HEADER])
    expect(page('道路养护绩效自评表')).toEqual(['- 1 -'])
  })

  test('takes out the agency that each page prints above the header', () => {
    const head = '沟渠清淤绩效目标表\n单位名称：某局'
    const row = '产出指标    数量指标    清淤沟渠长度    38公里'
    const [, marks] = split(`${head}\n公开表\n${HEADER}\n${row}\n- 1 -\n${head}\n${HEADER}\n${row}2`)
    expect(marks).toEqual(['- 1 -', ...head.split('\n'), HEADER])
  })

  test('leaves the title of another form', () => {
    const form = (name: string): string =>
      `项目支出绩效目标表\n（2024年度）\n项目名称    ${name}\n${HEADER}\n`
    expect(split(`${form('沟渠清淤')}- 1 -\n${form('护岸修补')}- 2 -`)[1]).toEqual(['- 1 -', '- 2 -'])
  })

  const pageOne = `1、巡河补助绩效自评表项目名称巡河补助主管部门某县水利局实施单位某乡${'绩效指标一级指标二级指标三级指标年度指标值产出指标数量指标巡查河道52条'.repeat(4)}质量指标岸坡、`

  test('takes out the numbers of pages that the text runs through', () => {
    const text = `${pageOne}\n2、护栏完好率95%满意度指标居民满意度90%`
    const [left, marks] = split(text)
    expect(marks).toEqual(['1、', '2、'])
    expect(left).toEqual([`${pageOne.slice(2)}护栏完好率95%满意度指标居民满意度90%`])
    expect(uncovered(new Source(text))).toEqual([])
  })

  test.each([
    ['paragraphs', `${pageOne}完好。\n2、护栏完好率95%`],
    ['numbers that leave one out', `${pageOne}\n3、护栏完好率95%`],
    ['a short line', '1、巡河补助绩效指标岸坡、\n2、护栏完好率95%'],
  ])('leaves the numbers of %s', (_, text) => {
    expect(split(text)[1]).toEqual([])
  })
})
