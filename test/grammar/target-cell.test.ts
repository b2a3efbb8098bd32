import { describe, expect, test } from 'vitest'
import { parseTargetCell } from '../../src/grammar/target-cell.ts'
import type { Target } from '../../src/model/disclosure.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

/** Cells one behind the other, as a row of a table has them. */
const cellsOf = (texts: readonly string[]): readonly SpannedText[] => {
  const whole = texts.join('\t')
  let start = 0
  return texts.map((text) => {
    const span = { start, end: start + text.length }
    start = span.end + 1
    return SpannedText.ofSource(whole, span)
  })
}

const printed = (target: Target): string => {
  if (target.kind !== 'measured') return `${target.kind} ${target.text.text}`
  const { numeral, upperNumeral, unit } = target.measure
  const upper = upperNumeral === undefined ? '' : `~${upperNumeral.value.toFixed()}`
  const sign = target.implicit ? `(${target.comparator})` : target.comparator
  return `${sign} ${numeral.value.toFixed()}${upper} ${unit?.printed ?? '-'}`
}

const read = (name: string, comparator: string, value: string, unit: string, isCost = false): string => {
  const [nameText, comparatorText, valueText, unitText] = cellsOf([name, comparator, value, unit]) as [
    SpannedText,
    SpannedText,
    SpannedText,
    SpannedText,
  ]
  const cells = {
    comparator: comparatorText,
    value: valueText,
    unit: unitText,
    column: undefined,
    term: undefined,
  }
  return printed(parseTargetCell(cells, nameText, isCost).target)
}

test.each([
  ['≤', '2023年11月', '', 'period ≤2023年11月'],
  ['=', '11月30日前', '', 'period =11月30日前'],
  ['定性', '2023年11月', '', 'period 2023年11月'],
  ['', '2023年11月', '', 'period 2023年11月'],
])('a date keeps the sign of its column: %s, %s', (comparator, value, unit, expected) => {
  expect(read('成果上报时间', comparator, value, unit)).toBe(expected)
})

describe('parseTargetCell', () => {
  test.each([
    ['培训人数', '≥', '40', '人', '≥ 40 人'],
    ['培训人数', '', '40', '人', '(=) 40 人'],
    ['培训人数', '/', '40', '人', '(=) 40 人'],
    ['培训人数', '≥', '40人', '人', '≥ 40 人'],
    ['培训人数', '≥', '≥40人', '人', '≥ 40 人'],
    ['培训人数', '大于等于', '40', '人', '≥ 40 人'],
    ['培训人数', '不少于', '40', '人', '≥ 40 人'],
    ['培训人数', '工', '40', '人', '≥ 40 人'],
    ['合格率', '二', '100', '%', '= 100 %'],
    ['合格率', '＝', '100', '%', '= 100 %'],
    ['合格率', '定性', '100', '%', '(=) 100 %'],
    ['合格率', '≥', '90%', '%', '≥ 90 %'],
    ['合格率', '≥', '90', '百分比', '≥ 90 百分比'],
    ['合格率(≥**%)', '', '85', '', '≥ 85 %'],
    ['合格率(≥**%)', '', '≤85%', '', '≤ 85 %'],
    ['种植株数(≥**株)', '=', '17600', '', '= 17600 株'],
    ['受益人次', '≥', '6', '万人次', '≥ 6 万人次'],
    ['单位成本', '≤', '1950', '元/立方米', '≤ 1950 元/立方米'],
    ['建成年代', '', '2022', '', '(=) 2022 -'],
    ['面积', '', '59.5', '亩', '(=) 59.5 亩'],
    ['面积', '', '59.5亩', '', '(=) 59.5 亩'],
    ['培训人数', '', '1.≥40人', '', '≥ 40 人'],
    ['培训人数', '', '40人以上', '', '≥ 40 人'],
    ['响应时间', '', '2小时内', '', '≤ 2 小时'],
    ['响应时间', '', '5-10', '天', '= 5~10 天'],
    ['完成时间', '≤', '2022年12月底前', '', 'period ≤2022年12月底前'],
    ['水平', '≥', '2021年实际值', '', 'baseline ≥2021年实际值'],
    ['水平', '', '较上年提高5%', '', 'baseline 较上年提高5%'],
    ['机制', '定性', '健全', '', 'qualitative 健全'],
    ['机制', '', '健全', '/', 'qualitative 健全'],
    ['机制', '', '制定1套办法并按期组织实施到位', '', 'qualitative 制定1套办法并按期组织实施到位'],
    ['机制', '', '', '', 'blank '],
    ['机制', '', '无', '', 'blank 无'],
    ['机制', '≥', '**', '%', 'unparsed ≥**%'],
  ])('reads %j with %j, %j and %j', (name, comparator, value, unit, expected) => {
    expect(read(name, comparator, value, unit)).toBe(expected)
  })

  test.each([
    ['', '250', '', '(≤) 250 -'],
    ['', '250', '万元', '(≤) 250 万元'],
    ['', '250万', '', '(≤) 250 万元'],
    ['', '控制在250万以内', '', '≤ 250 万元'],
    ['≤', '250', '万元', '≤ 250 万元'],
    ['=', '250', '万元', '= 250 万元'],
  ])('reads costs %j, %j and %j as caps', (comparator, value, unit, expected) => {
    expect(read('总成本', comparator, value, unit, true)).toBe(expected)
  })

  test('has texts that are found at their places', () => {
    const [name, comparator, value, unit] = cellsOf(['培训人数', '工', '40', '人']) as readonly [
      SpannedText,
      SpannedText,
      SpannedText,
      SpannedText,
    ]
    const cells = { comparator, value, unit, column: undefined, term: undefined }
    const { target, printedUnit, texts } = parseTargetCell(cells, name, false)
    expect(target.span).toEqual({ start: comparator.span.start, end: unit.span.end })
    expect(printedUnit?.text.span).toEqual(unit.span)
    expect(texts).toEqual([comparator, value, unit])
  })
})
