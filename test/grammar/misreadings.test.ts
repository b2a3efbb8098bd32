import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const FORM = [
  '| 项目名称 | 湖面清漂 | | | |',
  '| 资金总额（万元） | 8 | | | |',
  '| 年度目标 | 清理湖面25次。 | | | |',
]
const HEADER = '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |'
const GOOD = [
  '| 产出指标 | 数量指标 | 清漂次数 | ≥25次 | 30 |',
  '| | 质量指标 | 水面清洁率 | ≥96% | 30 |',
  '| 效益指标 | 生态效益指标 | 湖区水质 | 改善 | 20 |',
  '| 满意度指标 | 服务对象满意度指标 | 湖畔居民满意度 | ≥90% | 10 |',
]

const markdown = (...rows: readonly string[]): string => {
  const [first, ...others] = [...FORM, HEADER, ...rows]
  return [first, '|---|---|---|---|---|', ...others].join('\n')
}
const disclosureOf = (text: string) => parse(new Source(text)).disclosure
const doubtsIn = (text: string): readonly string[] =>
  disclosureOf(text).misreadings.flatMap(({ contradictions }) =>
    contradictions.map((one) => `${one.text.meaning} as ${one.role}`),
  )
const rulesOf = (text: string): readonly string[] => check(disclosureOf(text)).map(({ rule }) => rule)

describe('a table that contradicts itself', () => {
  test('is not seen where all is what it should be', () => {
    expect(doubtsIn(markdown(...GOOD))).toEqual([])
    expect(rulesOf(markdown(...GOOD))).toEqual([])
  })

  test('a name that is a value makes its row doubtful, and the others are checked', () => {
    const [first = '', , ...others] = GOOD
    const text = markdown(
      first.replace('≥25次', '≥20次'),
      '| | 质量指标 | ≥96% | 水面清洁率 | 30 |',
      ...others,
    )
    expect(doubtsIn(text)).toEqual(['≥96% as indicator'])
    expect(rulesOf(text)).toEqual(['goal-indicator-mismatch', 'unsure-reading'])
  })

  test('a value that is printed again for its name is what the filing says', () => {
    const [first = '', , ...others] = GOOD
    expect(doubtsIn(markdown(first, '| | 时效指标 | 2024年 | 2024年 | 30 |', ...others))).toEqual([])
  })

  test('where many rows are doubtful, nothing is said of the table or of what it may lack', () => {
    const text = markdown(
      '| 产出指标 | = | 25 | 次 | 合理 |',
      '| 水面清洁率 | ≥ | 96 | % | 合理 |',
      '| 效益指标 | 湖区水质 | 改善 | 明显 | 合理 |',
    )
    expect(doubtsIn(text)).toEqual(expect.arrayContaining(['= as level-two', '25 as indicator']))
    expect(rulesOf(text)).toEqual(['unsure-reading'])
  })

  test('bare values that are all the points of their rows are no values', () => {
    const row = (name: string) => `| | | ${name} | 10 | 10 |`
    const names = ['水草打捞及时', '垃圾全部清运', '船只按期检修']
    const text = markdown(...GOOD.slice(0, 1), ...names.map(row))
    expect(doubtsIn(text)).toEqual(['10 as target', '10 as target', '10 as target'])
    const [one = ''] = names.map(row)
    expect(doubtsIn(markdown(...GOOD, one))).toEqual([])
  })

  test('money whose columns are shifted is not reckoned with', () => {
    const money = (head: string, row: string) =>
      [
        '| 项目名称 | 湖面清漂 | | | | | |',
        '|---|---|---|---|---|---|---|',
        head,
        row,
        '| 年度目标 | 清理湖面25次。 | | | | | |',
        '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 |',
        '| 产出指标 | 数量指标 | 清漂次数 | ≥25次 | 25次 | 90 | 90 |',
      ].join('\n')
    const head = '| 资金情况（万元） | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |'
    expect(doubtsIn(money(head, '| | 年度资金总额 | 8.4 | 8.4 | 10 | 100.00% | 10 |'))).toEqual([])
    expect(doubtsIn(money(head, '| | 年度资金总额 | 8.4 | 8.82 | - | 105.00% | - |'))).toEqual([])
    const shifted = money(head, '| | 年度资金总额 | 8.4 | 8.4 | 8.4 | 10 | 100.00% |')
    expect(doubtsIn(shifted)).toEqual(['100.00% as score'])
    expect(rulesOf(shifted)).not.toContain('score-above-points')
  })

  test('projects that are named like what measures them are none', () => {
    const text = [
      '项目名称\t金额（万元）\t绩效目标\t绩效指标',
      '湖面清漂\t8.00\t清理湖面。\t产出指标 数量指标 1.清漂次数 ≥25次',
      '【产出指标-质量指标】\t\t\t',
      '指标1:清洁率(≥96%)\t\t\t',
    ].join('\n')
    expect(doubtsIn(text)).toEqual(['【产出指标-质量指标】 as name', '指标1:清洁率(≥96%) as name'])
    expect(rulesOf(text)).toEqual(['unsure-reading'])
  })
})
