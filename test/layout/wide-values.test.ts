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
