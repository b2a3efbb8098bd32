import { describe, expect, test } from 'vitest'
import type { ToldCell } from '../../src/layout/labels.ts'
import { tellLabels } from '../../src/layout/told-labels.ts'
import { isUnsure } from '../../src/model/doubt.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

const INDICATORS = [
  '甲类|乙类|看什么|要到多少',
  '产出指标|数量指标|更换灯具|≥300盏',
  '|质量指标|验收合格率|100%',
  '效益指标|社会效益指标|夜间出行安全|有效提升',
]

const textOf = (rows: readonly string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n')

/** The labels that are told in a form, with what they are. */
const told = (...head: readonly string[]): Readonly<Record<string, string>> => {
  const blocks = tellLabels(readText(new Source(textOf([...head, ...INDICATORS]))).blocks)
  const cells = blocks.flatMap((block): readonly ToldCell[] => (block.kind === 'row' ? block.cells : []))
  return Object.fromEntries(
    cells.flatMap(({ text, told: one }) =>
      one === undefined
        ? []
        : [[text.text, one.term === undefined ? one.role : `${one.role}, ${one.term}`] as const],
    ),
  )
}

describe('labels that no list has', () => {
  test('the sentence of a form in whose labels no word is known is its goal, whatever its label says elsewhere', () => {
    const goal = '定档口径|更换老旧灯具300盏,保障夜间出行安全。|'
    expect(told('办的这件事|路灯更换|', goal)).toMatchObject({ 定档口径: 'goal' })
    expect(told('项目名称|路灯更换|', goal)).not.toHaveProperty('定档口径')
  })

  test('beside a known goal, what says the same with other numbers or stands behind the same label is the goal of the other term', () => {
    const year = '年度目标|更换老旧灯具300盏,保障夜间出行安全。|'
    expect(
      told('项目名称|路灯更换|', '相关情形|三年更换老旧灯具900盏,保障夜间出行安全。|', year),
    ).toMatchObject({
      相关情形: 'goal, long-term',
    })
    expect(
      told('项目名称|路灯更换|', year, '相关情形|由市政公司承担施工,监理全程到场。|'),
    ).not.toHaveProperty('相关情形')
    const both = [
      '总体目标|长期目标|建成全城照明体系,方便市民出行。',
      '|相关情形|更换老旧灯具300盏,保障安全。',
    ]
    expect(told('项目名称|路灯更换|', ...both)).toMatchObject({ 相关情形: 'goal, annual' })
  })

  test('right above the indicators, words with a number say what is to be done', () => {
    expect(told('项目名称|路灯更换|', '相关情形|更换老旧灯具的三成,计300盏|')).toMatchObject({
      相关情形: 'goal',
    })
    expect(told('项目名称|路灯更换|', '相关情形|1、持续性项目 □ 2、新增性项目 □|')).not.toHaveProperty(
      '相关情形',
    )
  })

  test('what numbers behind one label add up to is the amount', () => {
    const head = ['办的这件事|路灯更换|', '从哪里出|一共|3860', '|甲头|3200', '|乙头|410', '|丙头|250']
    expect(told(...head)).toMatchObject({ 一共: 'amount', 甲头: 'funding', 乙头: 'funding', 丙头: 'funding' })
  })

  test('where no label is known, the first and greatest number is taken for the amount, and told to be unsure', () => {
    const head = ['办的这件事|路灯更换|', '从哪里出|一共|3860', '|甲头|3200', '|乙头|410']
    expect(told(...head)).toMatchObject({ 一共: 'amount' })
    expect(told(...head, '|丙头|5210')).not.toHaveProperty('一共')
    expect(told('办的这件事|路灯更换|', '哪一年|2024|')).not.toHaveProperty('哪一年')
    expect(told('办的这件事|路灯更换|', '受益户数|3860|')).not.toHaveProperty('受益户数')
    const { readings } = parse(new Source(textOf([...head, ...INDICATORS]))).disclosure
    expect(
      readings.filter(isUnsure).flatMap(({ inferred }) => inferred.map(({ text }) => text.text)),
    ).toEqual(['一共'])
  })

  test('two sums beside each other, each over its parts, are of the whole term and of the year', () => {
    const head = [
      '办的这件事|路灯更换|||',
      '从哪里出|几年里|360|这一回|120',
      '|甲头|330|乙头|110',
      '|丙头|30|丁头|10',
    ]
    expect(told(...head)).toMatchObject({ 几年里: 'amount, long-term', 这一回: 'amount' })
  })

  test('in a table of numbers, a rate tells what was spent of what was planned', () => {
    const head = [
      '办的这件事|路灯更换||||||',
      '从哪里出||甲项|乙项|丙项|丁项|戊项',
      '|一共|86|92.5|90.13|10|97.44%',
      '|甲头|86|86|83.63||97.24%',
    ]
    expect(told(...head)).toMatchObject({ 乙项: 'amount', 丙项: 'executed', 戊项: 'rate' })
    expect(told(...head)).not.toHaveProperty('甲项')
  })

  test('money behind a label with its unit is the amount, and a part of known money none', () => {
    expect(told('办的这件事|路灯更换|', '从哪里出（万元）|这一回|500')).toMatchObject({ 这一回: 'amount' })
    expect(told('办的这件事|路灯更换|', '从哪里出（万元）|省级补助|1763', '|先给的|1432')).not.toHaveProperty(
      '先给的',
    )
  })

  test('the first short text is the name, a sentence the goal, and what the others add up to the amount', () => {
    expect(
      told(
        '办的这件事|路灯更换',
        '谁来管|某县某局|谁来办|某县某中心',
        '能花多少|12.50',
        '本级出的|10.00',
        '向外筹的|2.50',
        '盼着怎样|更换路灯300盏，让群众夜间出行更安全。',
      ),
    ).toEqual({
      办的这件事: 'name',
      能花多少: 'amount',
      本级出的: 'funding',
      向外筹的: 'funding',
      盼着怎样: 'goal',
    })
  })

  test('below known goals of a form with results, a label of what was completed is theirs', () => {
    const form = [
      '项目名称|路灯更换',
      '年度目标|更换路灯300盏，让群众夜间出行更安全。',
      '目标完成概述|已更换路灯300盏，群众夜间出行更安全。',
      '一级指标|二级指标|三级指标|指标值|实际完成值',
      '产出指标|数量指标|更换灯具|≥300盏|300盏',
      '效益指标|社会效益指标|夜间出行安全|有效提升|有效提升',
    ]
    const [project] = projectsOf(parse(new Source(textOf(form))).disclosure)
    expect(project?.goals.map(({ text }) => text.text)).toEqual(['更换路灯300盏，让群众夜间出行更安全。'])
  })

  test('what known labels say is not told again', () => {
    expect(
      told('项目名称|路灯更换', '用途备注词|道路', '年度目标|更换路灯300盏，让群众夜间出行更安全。'),
    ).toEqual({})
  })

  test('a number below a part is another one if it brings the parts nearer to the whole', () => {
    const money = (...parts: readonly string[]) => told('项目名称|造林', '资金总额(万元)|158.18', ...parts)
    expect(money('其中:天然林保护|143.18', '支撑体系建设|24')).toMatchObject({ 支撑体系建设: 'funding' })
    expect(money('其中:天然林保护|143.18', '支撑体系建设|240')).not.toHaveProperty('支撑体系建设')
    expect(money('其中:天然林保护|143.18', '支撑体系执行率|12')).not.toHaveProperty('支撑体系执行率')
  })

  test('a number that no word and no sum tells as money is none', () => {
    expect(told('项目名称|路灯更换', '办结年份|2024', '名额|12')).toEqual({})
  })

  test('money and goals of the whole term stand beside those of the year', () => {
    expect(
      told(
        '项目名称|路灯更换||',
        '花费|多年经费合计|37.50|今年经费|12.50',
        '盼着|多年盼着的|今年盼着的|',
        '|三年更换路灯900盏，消除全部暗区。|更换路灯300盏，让群众夜间出行更安全。|',
      ),
    ).toMatchObject({
      多年经费合计: 'amount, long-term',
      今年经费: 'amount',
      多年盼着的: 'goal',
      今年盼着的: 'goal',
    })
  })

  test('a form is read by them as by known labels', () => {
    const form = [
      '办的这件事|路灯更换',
      '能花经费|12.50万元',
      '盼着怎样|更换路灯300盏，让群众夜间出行更安全。',
    ]
    const { disclosure } = parse(new Source(textOf([...form, ...INDICATORS])))
    const [project] = [...projectsOf(disclosure)]
    expect(project?.name.text).toBe('路灯更换')
    expect(project?.goals.map(({ text }) => text.text)).toEqual(['更换路灯300盏，让群众夜间出行更安全。'])
    expect(project?.amount).toMatchObject({ kind: 'amount' })
  })
})

test('in a list whose header nobody knows, what stands in front of the categories is no target and no row number money', () => {
  const rows = [
    '甲|乙|丙|丁|戊|己|庚|辛',
    '1|路灯更换项目|500|更换老旧灯具300盏,保障城区道路夜间照明和出行安全。|产出指标|数量指标|更换灯具|≥300盏',
    '|||||质量指标|验收合格率|100%',
    '2|沟渠清淤项目|1740|清淤沟渠30公里,恢复灌溉面积1200亩,方便群众用水。|产出指标|数量指标|清淤沟渠|≥30公里',
    '||||效益指标|社会效益指标|灌溉保障|有效提升',
  ]
  const projects = [...projectsOf(parse(new Source(textOf(rows))).disclosure)]
  expect(projects.map(({ name, amount, goals }) => [name.text, amount.text.text, goals.length])).toEqual([
    ['路灯更换项目', '500', 1],
    ['沟渠清淤项目', '1740', 1],
  ])
})
