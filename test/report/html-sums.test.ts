import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { rowSumsOf } from '../../src/report/html/row-sums.ts'
import { Source } from '../../src/source/source.ts'

const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'

/** Each sum as `stated = addends` or `stated ≠ addends (computed)`, in 元. */
const sumsOf = (...rows: string[]): string[] => {
  const { disclosure } = parse(new Source([HEADER, ...rows].join('\n')))
  return [...rowSumsOf(disclosure).values()].map(({ stated, addends, computed, agrees }) => {
    const parts = addends.map(({ amount }) => amount.numeral.text.text).join(' + ')
    return `${stated.numeral.text.text} ${agrees ? '=' : '≠'} ${parts}${agrees ? '' : ` (${computed.toFixed()})`}`
  })
}

const project = (name: string, amount: string): string =>
  `\t${name}\t${amount}\t目标1:供餐。\t一、产出指标 (一)数量指标 1.供餐人次 ≥20人次`

describe('the sums of a filing', () => {
  test.each<[string, string[], string[]]>([
    [
      'a total over projects',
      ['\t合计\t9.00\t\t', project('甲', '4.00'), project('乙', '5.00')],
      ['9.00 = 4.00 + 5.00'],
    ],
    [
      'a total that is wrong',
      ['\t合计\t9.50\t\t', project('甲', '4.00'), project('乙', '5.00')],
      ['9.50 ≠ 4.00 + 5.00 (90000)'],
    ],
    [
      'each level by the next',
      ['\t合计\t9.00\t\t', '501\t某局\t9.00\t\t', '501001\t某局本级\t9.00\t\t', project('甲', '9.00')],
      ['9.00 = 9.00', '9.00 = 9.00', '9.00 = 9.00'],
    ],
    [
      'a row without an amount counts as what it holds',
      ['\t合计\t9.00\t\t', '501\t某局\t\t\t', project('甲', '4.00'), project('乙', '5.00')],
      ['9.00 = 4.00 + 5.00'],
    ],
    [
      'what is no number is left out',
      ['\t合计\t9.00\t\t', project('甲', '4.00'), project('乙', '5.O0')],
      ['9.00 ≠ 4.00 (40000)'],
    ],
    [
      'digits that floating point would lose',
      ['\t合计\t0.3\t\t', project('甲', '0.1'), project('乙', '0.2')],
      ['0.3 = 0.1 + 0.2'],
    ],
    ['nothing to add up', ['\t合计\t9.00\t\t'], []],
    ['no total', [project('甲', '4.00')], []],
  ])('%s', (_name, rows, expected) => {
    expect(sumsOf(...rows)).toEqual(expected)
  })
})
