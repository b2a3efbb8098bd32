import { describe, expect, test } from 'vitest'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const indicatorsOf = (text: string): string[] =>
  printTree(parse(new Source(text)).disclosure).flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))

const HEADER = '一级指标二级指标三级指标指标值指标值内容评(扣分标准) 度量单位指标值类型备注'
const ROWS = `产出指标数量指标巡河人员120反映巡河人员数量到岗得10分,每减少1%,扣1分-定量
质量指标补助发放率95%以上实际发放巡河补助金额/2024年应发补助金额95%得10分,每减少1%扣1分-定量
河道清洁率90%以上清洁河道长度/河道总长度90%得10分,每减少1%扣1分-定量
生态效益指标


-定性
满意度指标服务对象满意度指标沿河居民满意度90%以上居民对河道的满意程度90%以上得10分,每降低1%扣1分-定性`
const READ = ['巡河人员 | (=) 120', '补助发放率 | ≥ 95 %', '河道清洁率 | ≥ 90 %', '沿河居民满意度 | ≥ 90 %']

describe('rows that an explanation, the way points are given and the kind of the value close', () => {
  test('have the words in front of the first value for a name', () => {
    const text = `项目绩效目标表\n项目名称巡河补助\n主管部门某局\n年度目标保持河道清洁。\n${HEADER}\n${ROWS}`
    expect(indicatorsOf(text)).toEqual(READ)
  })

  test('below the name of their only project and the sum of its agency, under a header of two lines', () => {
    const text = `2024年项目支出绩效目标表\n部门:301_某县水利局金额单位:万元\n单位代码单位(专项)名称资金总额实施期绩效目标绩效指标\n${HEADER}\n301002某县河道管理站26.50\n\n\n  301002  巡河补助26.50\n${ROWS}`
    const { disclosure } = parse(new Source(text))
    expect(indicatorsOf(text)).toEqual(READ)
    expect(projectsOf(disclosure).map(({ name, amount }) => [name.meaning, amount.text.meaning])).toEqual([
      ['巡河补助', '26.50'],
    ])
    // The column of goals is there, and blank.
    expect(disclosure.headings.map(({ role }) => role)).toContain('goal')
  })
})

describe('a text that is cut', () => {
  const form = (name: string): string => `项目绩效目标表
项目名称${name}主管部门某县水利局预算申报数20万元年度绩效目标保持河道清洁。一级指标二级指标三级指标指标值产出指标数量指标巡河次数≥52次效益指标社会效益指标河道面貌改善满意度指标服务对象满意度居民满意度≥90%`
  const truncated = (text: string): boolean => parse(new Source(text)).disclosure.truncated

  test('in the head of its last form is unfinished', () => {
    expect(
      truncated(`${form('巡河')}\n项目绩效目标表\n项目名称清淤主管部门某县水利局预算申报数36.5万元其他资`),
    ).toBe(true)
  })

  test.each([
    ['all forms are whole', `${form('巡河')}\n${form('清淤')}`],
    [
      'the last one has a blank goal and no rows',
      `${form('巡河')}\n项目绩效目标表\n项目名称清淤主管部门某县水利局预算申报数36.5万元年度绩效目标\n一级指标二级指标三级指标指标值\n填报人:王某`,
    ],
  ])('is not said to be so where %s', (_, text) => {
    expect(truncated(text)).toBe(false)
  })
})
