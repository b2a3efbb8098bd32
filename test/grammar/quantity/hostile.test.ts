import { expect, test } from 'vitest'
import { parseMeasures } from '../../../src/grammar/quantity/index.ts'

const SEEDS = [
  ...[
    '不低于',
    '1',
    '一',
    '(',
    '1,',
    '百分之',
    '1-',
    '每',
    '1.',
    '一万',
    '1 ',
    '十',
    '年',
    '2022年',
    '一又',
    '1/',
  ],
  ...[
    '≥',
    '较上年',
    '第一',
    '1~',
    '每人',
    '万',
    '元/',
    '1元',
    '(≥**)',
    ')1',
    '约',
    '1 3/5 ',
    '〔2021',
    '上半',
    '12月',
  ],
  ...[
    '1又',
    '分之',
    '负',
    '点一',
    '￥',
    'http',
    '，1',
    '三五',
    '零',
    '1万',
    '1个半',
    '一一',
    '较',
    '提高',
    '1+',
    '〔',
    ' 1',
  ],
]

/** Quadratic reading would take minutes; the ratio itself is measured by the bench. */
test.each(SEEDS)('reads a hundred thousand characters of %j', (seed) => {
  const text = seed.repeat(Math.ceil(100_000 / seed.length))
  const start = performance.now()
  const found = parseMeasures(text)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(found.every(({ span }) => span.end > span.start)).toBe(true)
})
