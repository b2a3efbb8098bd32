import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMeasures } from '../../../src/grammar/quantity/index.ts'
import { formatMeasure, intervalInBase } from '../../../src/model/interval.ts'
import type { Measure, Quantity } from '../../../src/model/measure.ts'
import { sampleSize } from '../../support/sample.ts'

const WORDS = [
  ...'0123456789.,%()-~/万亿千百十一二三两半几多余年月日号分之又点零约每第元人名户个项次天左右以上下内前后至到较比上年同不低于超过',
  '个月',
  '工作日',
  '百分之',
  '提高',
  '下降到',
  '2022年',
  '实际值',
  '(≥**株)',
  '≥',
  '≤',
  ' ',
  '\n',
  '，',
  'A',
  '文',
]
const filingText = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(''))
const anyText = fc.oneof(filingText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

const checkSpans = (text: string, quantities: readonly Quantity[]): void => {
  let end = 0
  for (const quantity of quantities) {
    expect(quantity.span.start).toBeGreaterThanOrEqual(end)
    expect(quantity.span.end).toBeGreaterThan(quantity.span.start)
    expect(text.slice(quantity.span.start, quantity.span.end)).toBe(quantity.text.text)
    end = quantity.span.end
  }
}

test('reads any text without throwing, in order, each span its own text', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), fc.boolean(), (text, money, anyNumber) => {
      checkSpans(text, parseMeasures(text, { money, anyNumber }))
    }),
    { numRuns: sampleSize(5000), examples: [['3亿/一', true, true]] },
  )
})

test('numbers, units and comparators lie in their measure', () => {
  fc.assert(
    fc.property(filingText, (text) => {
      for (const quantity of parseMeasures(text)) {
        if (quantity.kind !== 'measure') continue
        const { span, numeral, upperNumeral, unitText, comparator } = quantity
        for (const part of [numeral.text, upperNumeral?.text, unitText, comparator?.text]) {
          if (part === undefined) continue
          expect(part.span.start).toBeGreaterThanOrEqual(span.start)
          expect(part.span.end).toBeLessThanOrEqual(span.end)
        }
      }
    }),
    { numRuns: sampleSize(3000) },
  )
})

const number = fc.oneof(
  fc.integer({ min: 0, max: 99999 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
)
const unit = fc.constantFrom(
  ...[
    '人',
    '名',
    '户',
    '个',
    '项',
    '台',
    '人次',
    '万人次',
    '元',
    '万元',
    '元/位',
    '元/人·月',
    '%',
    '‰',
    '亩',
    '公里',
    '平方米',
  ],
  ...[
    '小时',
    '天',
    '个工作日',
    '个月',
    '周',
    '分',
    '百分点',
    '吨',
    '场次',
    '册',
    '元/月/人',
    '亿元',
    '成',
    '倍',
    '℃',
  ],
)
const lead = fc.constantFrom(
  '',
  '≥',
  '≤',
  '>',
  '<',
  '=',
  '不低于',
  '不超过',
  '约',
  '控制在',
  '提高',
  '下降',
  '达到',
)
const tail = fc.constantFrom('', '以上', '以下', '以内', '左右')

const measureOf = (text: string): Measure | undefined => {
  const [first] = parseMeasures(text)
  return first?.kind === 'measure' ? first : undefined
}

test('what formatMeasure prints reads as the same measure', () => {
  fc.assert(
    fc.property(lead, number, fc.option(number), unit, tail, (before, low, high, counter, after) => {
      const text = `${before}${low}${high === null ? '' : `～${high}`}${counter}${after}`
      const measure = measureOf(text)
      if (measure === undefined) return
      const printed = formatMeasure(measure)
      const again = measureOf(printed)
      expect(again, printed).toBeDefined()
      if (again === undefined) return
      expect(intervalInBase(again)).toEqual(intervalInBase(measure))
      expect(again.unit?.base).toBe(measure.unit?.base)
      expect(again.change).toBe(measure.change)
    }),
    { numRuns: sampleSize(3000) },
  )
})
