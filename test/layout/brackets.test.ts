import { expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

/** The indicators of a text with targets, points and results. */
const rowsOf = (text: string): string[] =>
  printTree(parse(new Source(text)).disclosure).flatMap((line) => (line.includes(' | ') ? [line.trim()] : []))

const FRONT = '项目名称道路养护\n年度目标养护道路320公里。\n一级指标二级指标三级指标'

const GLUED: readonly (readonly [what: string, text: string])[] = [
  [
    'behind a word',
    `指标值
产出指标数量指标养护里程≥320公里（完成325公里）
数量指标新增标牌40块（已完成40块）
时效指标完工时间2021年11月底前（实际2021年11月）
效益指标社会效益指标出行条件明显改善（实绩明显改善）
公示人：某县公路局`,
  ],
  [
    'where the header says so',
    '目标值（实际值）产出指标数量指标养护里程≥320公里（325公里）数量指标新增标牌40块（40块）时效指标完工时间2021年11月底前（2021年11月）效益指标社会效益指标出行条件明显改善（明显改善）',
  ],
]
test.each(GLUED)('results in brackets %s in glued text', (_, text) => {
  expect(rowsOf(FRONT + text)).toEqual([
    '养护里程 | ≥ 320 公里 → (=) 325 公里',
    '新增标牌 | (=) 40 块 → (=) 40 块',
    '完工时间 | period 2021年11月底前 → period 2021年11月',
    '出行条件 | “明显改善” → “明显改善”',
  ])
})

test('results in brackets in a grid, and brackets that hold none', () => {
  expect(
    rowsOf(`项目名称,道路养护,,
年度目标,养护道路320公里。,,
一级指标,二级指标,三级指标,指标值（括号内为完成数）
产出指标,数量指标,养护里程,≥320公里（325公里）
产出指标,时效指标,完工时间,11月底前（已完成）
效益指标,社会效益指标,出行条件,明显改善（明显改善）`),
  ).toMatchInlineSnapshot(`
    [
      "养护里程 | ≥ 320 公里 → (=) 325 公里",
      "完工时间 | period 11月底前 → “已完成”",
      "出行条件 | “明显改善” → “明显改善”",
    ]
  `)
  expect(
    rowsOf(`项目名称,道路养护,,
年度目标,养护道路320公里。,,
一级指标,二级指标,三级指标,指标值
产出指标,数量指标,养护里程,≥320公里（县道）
产出指标,时效指标,完工时间,11月底前（完成80%）
产出指标,质量指标,合格率,≥95%（实际合格数/应检数）
产出指标,成本指标,养护成本,≤150万元（完成149万元）`),
  ).toMatchInlineSnapshot(`
    [
      "养护里程 | ≥ 320 公里",
      "完工时间 | period 11月底前(完成80%)",
      "合格率 | ≥ 95 %",
      "养护成本 | ≤ 150 万元 → (=) 149 万元",
    ]
  `)
})

test('points in brackets between name and value, the score glued behind', () => {
  expect(
    rowsOf(`${FRONT}分值指标值考核得分
产出指标(50分)
数量指标
改造农村小学（25分）3所25
质量指标
工程验收合格率（25分）100%25
效益指标(40分)
社会效益指标
办学条件（40）持续改善38`),
  ).toMatchInlineSnapshot(`
    [
      "改造农村小学 | (=) 3 所 | 25 分 | score 25",
      "工程验收合格率 | (=) 100 % | 25 分 | score 25",
      "办学条件 | “持续改善” | 40 | score 38",
    ]
  `)
})

test('points that a name or a value ends with', () => {
  expect(
    rowsOf(
      `${FRONT}指标值（完成值）自评得分产出指标数量指标购置消防车（10分）2辆（2辆）10质量指标验收合格率（10分）100%（100%）10`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "购置消防车 | (=) 2 辆 → (=) 2 辆 | 10 分 | score 10",
      "验收合格率 | (=) 100 % → (=) 100 % | 10 分 | score 10",
    ]
  `)
})

test('points in front of names, where their header stands there', () => {
  const rows = ['建设围栏 | (=) 60 公里 | 15 | score 15', '补播草原 | (=) 2000 亩 | 25 | score 20']
  const front =
    '项目名称围栏建设\n年度目标建设围栏60公里。\n一级指标二级指标分值三级指标指标值得分\n产出指标数量指标'
  expect(rowsOf(`${front}\n（15）建设围栏60公里15\n（25）补播草原2000亩20`)).toEqual(rows)
  expect(rowsOf(`${front}15建设围栏60公里15\n25补播草原2000亩20`)).toEqual(rows)
})

test('points in front of headings, and behind values', () => {
  const text = `${FRONT}指标值分值自评得分
（50分）产出指标（20分）数量指标更新设备48台（10分）10覆盖卫生室12个（10分）10（30分）质量指标验收合格率100%（30分）30（30分）效益指标（30分）社会效益指标就医条件明显改善（30分）28`
  expect(printTree(parse(new Source(text)).disclosure).slice(-8)).toMatchInlineSnapshot(`
    [
      "    L2 数量指标 [quantity]",
      "      更新设备 | (=) 48 台 | 10 分 | score 10",
      "      覆盖卫生室 | (=) 12 个 | 10 分 | score 10",
      "    L2 质量指标 [quality]",
      "      验收合格率 | (=) 100 % | 30 分 | score 30",
      "  L1 效益指标 [benefit]",
      "    L2 社会效益指标 [social]",
      "      就医条件 | “明显改善” | 30 分 | score 28",
    ]
  `)
})
