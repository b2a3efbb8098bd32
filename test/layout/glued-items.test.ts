import { describe, expect, test } from 'vitest'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const indicatorsOf = (text: string): string[] =>
  printTree(parse(new Source(text)).disclosure).flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))

const HEAD =
  '巡河补助绩效自评表(2021年度)项目名称巡河补助主管部门某县水利局实施单位某乡年度总体目标巡查全部河道。绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施'

describe('numbered items of a glued table', () => {
  const text = `${HEAD}产出指标数量指标指标1:巡查河道52条52条2020指标2:质量指标指标1:垃圾清理合格率95%95%2020指标2:……时效指标指标1:指标2:成本指标每次补助50元50元2018指标2:效益指标经济效益指标指标1:指标2:社会效益指标指标1:河道面貌改善改善2020指标2:满意度指标服务对象满意度指标居民满意度90%90%1010指标2:总分10098`

  test('that nobody filled in are text of the template', () => {
    const { disclosure } = parse(new Source(text))
    const left = disclosure.leftovers.filter(({ reason }) => reason === 'template')
    expect(left.map(({ text: { folded } }) => folded)).toEqual([
      '指标2:',
      '指标2:……',
      '指标1:',
      '指标2:',
      '指标2:',
      '指标1:',
      '指标2:',
      '指标2:',
      '指标2:',
    ])
    expect(projectsOf(disclosure)[0]?.totalScore?.score?.numeral.value.toString()).toBe('98')
  })

  test('leave the others their cells', () => {
    expect(indicatorsOf(text)).toEqual([
      '指标1: 巡查河道 | (=) 52 条 → (=) 52 条 | 20 | score 20 (annual)',
      '指标1: 垃圾清理合格率 | (=) 95 % → (=) 95 % | 20 | score 20 (annual)',
      '每次补助 | (≤) 50 元 → (=) 50 元 | 20 | score 18 (annual)',
      '指标1: 河道面貌 | “改善” → “改善” | 20 | score 20 (annual)',
      '居民满意度 | (=) 90 % → (=) 90 % | 10 | score 10 (annual)',
      'total score 总分 | 100 | score 98',
    ])
  })

  test('begin rows, also behind one without a value', () => {
    const rows =
      '产出指标 数量指标 指标1:巡查河道 52条 52条 20 20 质量指标 指标1:违规处置率 指标2:垃圾清理合格率 95% 95% 20 20'
    expect(indicatorsOf(`${HEAD}${rows}`).map((line) => line.split(' | ')[0])).toEqual([
      '指标1: 巡查河道',
      '指标1: 违规处置率',
      '指标2: 垃圾清理合格率',
    ])
  })

  test('are no names by themselves where the text is cut behind them', () => {
    const { disclosure } = parse(
      new Source(`${HEAD}产出指标数量指标指标1:巡查河道52条52条2020质量指标指标1:垃`),
    )
    expect(disclosure.leftovers.some(({ reason }) => reason === 'template')).toBe(false)
    expect(disclosure.truncated).toBe(true)
  })
})

test('a year is not divided into points and a value, and a name may say when', () => {
  const header = '一级指标二级指标三级指标分值指标值全年实际值得分未完成原因分析'
  const text = `项目名称巡河补助主管部门某县水利局实施单位某乡年度总体目标巡查全部河道。绩效指标${header}产出指标数量指标巡查河道10100条100条10质量指标垃圾清理率2095%95%20时效指标补助于2022年11月底前发放到户101001009.5效益指标社会效益指标河道面貌20改善改善20`
  expect(indicatorsOf(text)).toContain('补助于2022年11月底前发放到户 | (=) 100 → (=) 100 | 10 | score 9.5')
})
