import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { RULE_CRASH } from '../../src/model/finding.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { contains } from '../../src/source/span.ts'
import { textsOf, uncovered } from '../support/coverage.ts'
import { nodesOf } from '../support/nodes.ts'

/** Pieces of running text and of forms without borders, whole and broken. */
const PIECES = [
  ...'\n|\n\n|\r\n| |\u3000|\u200b|&nbsp;|&ge;|<p>|</p>|<br>|\t'.split('|'),
  ...'：|:|；|;|，|。|、|（|）|(|)|【|】|*|- |# |…|其中：|其中'.split('|'),
  ...'一、|（二）|1.|2、|(1)|①|项目一：|项目2：|●|目标1：|指标1：|第一'.split('|'),
  ...'项目名称|项目名称：|主管部门|实施单位：|项目编码：|起止时间：|项目概况：|立项依据|备注：|注：|单位：万元'.split(
    '|',
  ),
  ...'项目资金（万元）|年度资金总额|预算金额：|预算安排|安排资金|财政拨款|其他资金|项目预算'.split('|'),
  ...'绩效目标|绩效目标：|年度目标|总体目标：|绩效指标|绩效指标：|绩效目标及指标：'.split('|'),
  ...'一级指标|二级指标|三级指标|指标值|分值|度量单位|指标性质'.split('|'),
  ...'产出指标|数量指标|数量指标：|质量指标|成本指标|效益指标|社会效益指标：|满意度指标|服务对象|数量|【产出指标-数量指标】'.split(
    '|',
  ),
  ...'路灯维护项目|某县城管局|（本级）|维修路灯600盏，亮灯率不低于98%。|共有2个项目，涉及金额30万元'.split(
    '|',
  ),
  ...'培训人数|≥200人|合格率|100%|8250%|10|12万元|12.5|2022年12月底前|健全|明显提升|≥|200|人|20个乡镇'.split(
    '|',
  ),
  ...'某县2022年项目支出绩效目标表|（2022年度）|2022年1月20日|- 3 -'.split('|'),
  '项目名称：路灯维护\n绩效目标：维修。\n绩效指标：',
  '项目名称路灯维护主管部门某局年度目标维修绩效指标一级指标二级指标三级指标指标值分值产出指标数量指标',
]
const anyText = fc
  .array(
    fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 50 },
  )
  .map((pieces) => pieces.join(''))
const seeded = { seed: 20_230_101, numRuns: 1200 } as const

describe('any running text', () => {
  test('is accounted for to the last character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(uncovered(new Source(text))).toEqual([])
      }),
      seeded,
    )
  })

  test('gives nodes inside their parents and in order, and no rule fails on it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { disclosure } = parse(new Source(text))
        for (const { span, ranges } of textsOf(disclosure)) {
          expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true)
          expect(ranges.every((range) => contains(span, range))).toBe(true)
        }
        for (const { node, children } of nodesOf(disclosure)) {
          let last = -1
          for (const child of children) {
            expect(contains(node.span, child.span), `${child.kind} in ${node.kind}`).toBe(true)
            expect(child.span.start, `${child.kind} in ${node.kind}`).toBeGreaterThanOrEqual(last)
            last = child.span.start
          }
        }
        expect(check(disclosure).filter(({ rule }) => rule === RULE_CRASH)).toEqual([])
      }),
      seeded,
    )
  })
})

describe('a text of 50 kB', () => {
  const FRONTS = [
    '项目名称：路灯维护\n绩效目标：维修。\n产出指标：\n',
    '项目名称路灯主管部门某局年度资金总额10年度目标维修绩效指标一级指标二级指标三级指标分值指标值产出指标',
  ]
  const UNITS = [
    '项目名称',
    '项目名称：某项目\n',
    '一、某项目\n预算金额：1万元\n',
    '绩效目标：',
    '绩效目标：修\n',
    '一级指标',
    '一级指标二级指标',
    '数量指标',
    '安排资金12万元',
    '其中：财政拨款',
    '培训人数\n≥40人\n',
    '培训人数≥40人',
    '1',
    '：',
  ]
  test.each(UNITS)('of %j alone is read', (unit) => {
    const filler = unit.repeat(Math.ceil(50_000 / unit.length))
    for (const front of FRONTS) expect(parse(new Source(`${front}${filler}`)).disclosure).toBeDefined()
  })
})
