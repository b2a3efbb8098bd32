import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const FORM = [
  '项目名称,,,水渠清淤,,',
  '年度金额（万元）,,,60,35,25',
  '年度目标,,,清淤水渠90公里。,,',
  '一级指标,二级指标,三级指标,指标值,,',
]

const read = (rows: readonly string[]): Disclosure => parse(new Source(rows.join('\n'))).disclosure

/** Name, value and column of each indicator. */
const valuesIn = (disclosure: Disclosure): readonly string[] =>
  [...projectsOf(disclosure)].flatMap((project) =>
    Array.from(indicatorsOf(project), ({ indicator: { name, target, column } }) =>
      [name.text, target.text.text, column?.text]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    ),
  )

const rulesOf = (disclosure: Disclosure): readonly string[] => check(disclosure).map(({ rule }) => rule)

describe('one word over several columns of values', () => {
  const BODY = [
    '产出指标,数量指标,清淤水渠长度,90公里,50公里,40公里',
    ',质量指标,清淤验收合格率,≥95%,≥95%,≥96%',
    '效益指标,社会效益指标,受益农户,900户,500户,400户',
    '满意度指标,服务对象满意度指标,农户满意度,≥90%,≥90%,≥90%',
  ]

  test('the columns are those of the districts that a row further up names', () => {
    const [name = '', ...others] = FORM
    const disclosure = read([name, '分地区,,,合计,东镇,西镇', ...others, ...BODY])
    expect(valuesIn(disclosure)).toHaveLength(12)
    expect(valuesIn(disclosure).slice(3, 6)).toEqual([
      '清淤验收合格率 ≥95% 合计',
      '清淤验收合格率 ≥95% 东镇',
      '清淤验收合格率 ≥96% 西镇',
    ])
    expect(rulesOf(disclosure)).toEqual([])
  })

  test('sign, number and unit may be apart', () => {
    const disclosure = read([
      ...FORM,
      '产出指标,数量指标,清淤水渠长度,≥,90,公里',
      ',质量指标,清淤验收合格率,≥,95,%',
      '效益指标,社会效益指标,受益农户,≥,900,户',
      '满意度指标,服务对象满意度指标,农户满意度,≥,90,%',
    ])
    expect(valuesIn(disclosure)).toEqual([
      '清淤水渠长度 ≥90公里',
      '清淤验收合格率 ≥95%',
      '受益农户 ≥900户',
      '农户满意度 ≥90%',
    ])
    expect(rulesOf(disclosure)).not.toContain('missing-target')
  })

  test('a number without any word over it says nothing of the value beside it', () => {
    const rows = ['清淤水渠长度,90公里,30,', '清淤验收合格率,≥95%,30,', '受益农户,900户,30,'].map(
      (row) => `产出指标,数量指标,${row}`,
    )
    expect(valuesIn(read([...FORM, ...rows]))).toEqual([
      '清淤水渠长度 90公里',
      '清淤验收合格率 ≥95%',
      '受益农户 900户',
    ])
  })
})

describe('what stands beside the indicators', () => {
  const goalsIn = (disclosure: Disclosure): readonly string[] =>
    [...projectsOf(disclosure)].flatMap(({ goals }) => goals.map(({ text }) => text.text))
  const ROWS = [
    '一级指标,二级指标,三级指标,指标值',
    '产出指标,数量指标,清淤水渠长度,90公里',
    '效益指标,社会效益指标,受益农户,900户',
  ]

  test('a year in brackets inside a label, and the heading of the next part behind the goal', () => {
    const disclosure = read([
      '部门名称,某区水务站,,',
      '部门年度目标,预算年度（2024年）绩效目标,清淤水渠90公里。,',
      '二、年度重点任务,,,',
      ...ROWS,
    ])
    expect(goalsIn(disclosure)).toEqual(['清淤水渠90公里。'])
  })

  test('a heading that goes on with the numbers of the goals is one of them', () => {
    const rows = ['项目名称,水渠清淤,,', '年度目标,一、清淤水渠90公里。,,', '二、管护水渠,,,', ...ROWS]
    expect(goalsIn(read(rows))).toEqual(['清淤水渠90公里。', '管护水渠'])
  })

  test('a label of goals that nobody filled in is one', () => {
    const disclosure = read(['项目名称,水渠清淤,,', '资金总额（万元）,48,,', '拟实现目标,,,', ...ROWS])
    expect(rulesOf(disclosure)).toContain('missing-goal')
  })

  test('money under 投入目标 is no indicator', () => {
    const disclosure = read([
      '项目名称,水渠清淤,,',
      '投入目标（万元）,资金来源,年初安排金额（万元）,',
      ',资金总额,48,',
      ',财政拨款,30,',
      ',其他资金,18,',
      '年度目标,清淤水渠90公里。,,',
      ...ROWS,
    ])
    expect(valuesIn(disclosure)).toEqual(['清淤水渠长度 90公里', '受益农户 900户'])
    const [project] = projectsOf(disclosure)
    expect(project?.amount.kind === 'amount' && project.amount.numeral.text.text).toBe('48')
  })

  test('descriptions behind the values are no names, unless nothing else is', () => {
    const described = (name: string): Disclosure =>
      read([
        '项目名称,水渠清淤,,,',
        '年度目标,清淤水渠90公里。,,,',
        '指标类型,指标子类型,指标名称,指标值,指标描述',
        `产出指标,数量指标,${name},90公里,清淤范围`,
        '产出指标,质量指标,清淤合格率,≥95%,清淤质量',
        '效益指标,社会效益指标,受益农户,900户,农户得益',
      ])
    expect(valuesIn(described('清淤水渠长度'))).toEqual([
      '清淤水渠长度 90公里',
      '清淤合格率 ≥95%',
      '受益农户 900户',
    ])
  })
})
