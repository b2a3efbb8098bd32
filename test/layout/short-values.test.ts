import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { tabbed } from '../support/said-of-text.ts'

/** Name, amount and goals of each project, behind → what became of them, with how many indicators it has. */
const fields = (text: string): readonly string[] =>
  projectsOf(parse(new Source(text)).disclosure).map((project) => {
    const { name, amount, goals, results } = project
    const said = [name.text, amount.text.text, ...goals.map((goal) => goal.text.text)].join(' | ')
    const count = indicatorsOf(project).length
    return `${[said, ...results.map((result) => result.text.text)].join(' → ')} (${count})`
  })

const INDICATORS = [
  '产出指标|数量指标|疏浚沟渠|≥7公里',
  '效益指标|社会效益指标|灌溉用水|有保障',
  '满意度指标|满意度指标|农户满意度|≥88%',
] as const

describe('a goal of a few words', () => {
  const HEADER = '一级指标|二级指标|三级指标|指标值'

  test.each(['修沟渠', '沟渠畅通', '疏浚沟渠7公里', '完成年度目标', '实现预期的总体目标'])(
    'stands over the header of the indicators, and is none of it: %s',
    (goal) => {
      const text = tabbed(
        '项目支出绩效目标表',
        '项目名称|沟渠疏浚',
        '主管部门|某县水利局',
        '资金总额（万元）|45',
        `年度总体目标|${goal}`,
        HEADER,
        ...INDICATORS,
      )
      expect(fields(text)).toEqual([`沟渠疏浚 | 45 | ${goal} (3)`])
    },
  )

  test('stands beside what became of it', () => {
    const text = tabbed(
      '项目支出绩效自评表',
      '项目名称|沟渠疏浚',
      '资金总额（万元）|45',
      '年度目标|沟渠畅通|完成情况|已经畅通',
      HEADER,
      ...INDICATORS,
    )
    expect(fields(text)).toEqual(['沟渠疏浚 | 45 | 沟渠畅通 → 已经畅通 (3)'])
  })

  test('is told by a label that no list has, if it speaks of goals alone', () => {
    const text = tabbed(
      '单位整体绩效表',
      '项目名称|沟渠疏浚',
      '资金总额（万元）|45',
      '灌区履约目标|沟渠畅通',
      HEADER,
      ...INDICATORS,
    )
    expect(fields(text)).toEqual(['沟渠疏浚 | 45 | 沟渠畅通 (3)'])
  })

  test('stands over the columns of districts', () => {
    const text = tabbed(
      '区域绩效目标表',
      '项目名称|||沟渠疏浚||',
      '主管部门|||某县水利局||',
      '资金总额（万元）|||45||',
      '总体目标|||沟渠畅通||',
      '一级指标|二级指标|三级指标|全县|东乡|西乡',
      '产出指标|数量指标|疏浚沟渠（公里）|7|3|4',
      '满意度指标|满意度指标|农户满意度|≥88%|≥88%|≥88%',
    )
    expect(fields(text)).toEqual(['沟渠疏浚 | 45 | 沟渠畅通 (6)'])
  })
})

describe('a project that is called as a label is', () => {
  const form = (...head: readonly string[]): string =>
    tabbed(
      '项目支出绩效目标表',
      ...head,
      '主管部门|某县水利局|实施单位|某灌区管理所',
      '资金总额（万元）|45',
      '年度目标|疏浚沟渠7公里，让下游也用上水。',
      '一级指标|二级指标|三级指标|指标值',
      ...INDICATORS,
    )
  const GOAL = '45 | 疏浚沟渠7公里，让下游也用上水。 (3)'

  test.each(['人员经费', '项目支出', '专项债券', '项目总投资', '建设内容'])('%s', (name) => {
    expect(fields(form(`项目名称|${name}`))).toEqual([`${name} | ${GOAL}`])
  })

  test('has its code, or a label that nobody knows, beside it', () => {
    expect(fields(form('项目名称|人员经费|项目编码|8807'))).toEqual([`人员经费 | ${GOAL}`])
    expect(fields(form('项目名称|人员经费|经办人及手机|'))).toEqual([`人员经费 | ${GOAL}`])
  })

  test('is none where the name is left blank, or where a list has its header', () => {
    expect(fields(form('项目名称||财政拨款|45'))).toEqual([` | ${GOAL}`])
    const list = tabbed(
      '项目绩效目标表',
      '项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值',
      '人员经费|45|疏浚沟渠7公里，让下游也用上水。|产出指标|数量指标|疏浚沟渠|≥7公里',
    )
    expect(fields(list)).toEqual(['人员经费 | 45 | 疏浚沟渠7公里，让下游也用上水。 (1)'])
  })
})
