import { describe, expect, test } from 'vitest'
import { parseWeightCell, takeNameWeight, takeWeight } from '../../src/grammar/weight.ts'
import type { Measure } from '../../src/model/measure.ts'
import { Source } from '../../src/source/source.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const textOf = (text: string): SpannedText =>
  SpannedText.ofSource(new Source(text).text, { start: 0, end: text.length })

const print = (weight: Measure | undefined): string | undefined =>
  weight === undefined
    ? undefined
    : [weight.numeral, weight.upperNumeral].flatMap((end) => end?.value.toFixed() ?? []).join('~') +
      (weight.unit?.printed ?? '')

describe('points behind a name or a value', () => {
  test.each([
    ['培训期数(5分)', '培训期数', '5分'],
    ['培训期数（12.5分）', '培训期数', '12.5分'],
    ['培训期数(0-20分)', '培训期数', '0~20分'],
    ['培训期数（0～20分）', '培训期数', '0~20分'],
    ['培训期数(0-20)分', '培训期数', '0~20'],
    ['培训期数( 0 - 20 )分', '培训期数', '0~20'],
    ['≥40人(10分)', '≥40人', '10分'],
    ['满意度(90)分', '满意度(90)分', undefined],
    ['满意度90分', '满意度90分', undefined],
    ['(5分)', '(5分)', undefined],
    ['提高5-10分', '提高5-10分', undefined],
    ['', '', undefined],
  ])('%s', (text, rest, points) => {
    const taken = takeNameWeight(textOf(text))
    expect([taken.text.text, print(taken.weight)]).toEqual([rest, points])
  })
})

describe('points behind a value and a blank', () => {
  test.each([
    ['3期 40分', '3期', '40分'],
    ['3期 0-20分', '3期', '0~20分'],
    ['满意度 90分', '满意度 90分', undefined],
    ['成绩 5-10分', '成绩 5-10分', undefined],
  ])('%s', (text, rest, points) => {
    const taken = takeWeight(textOf(text))
    expect([taken.text.text, print(taken.weight)]).toEqual([rest, points])
  })
})

describe('a cell of points', () => {
  test.each([
    ['10', '10'],
    [' 10.0 ', '10'],
    ['10分', '10分'],
    ['(10分)', '10分'],
    ['20%', '20%'],
    ['２０％', '20%'],
    ['0.2', '0.2'],
    ['0-20', '0~20'],
    ['0-20分', '0~20分'],
    ['(0-20)分', '0~20'],
    ['十分', undefined],
    ['10人', undefined],
    ['≥10', undefined],
    ['10 20', undefined],
    ['', undefined],
    ['1'.repeat(40), undefined],
  ])('“%s”', (text, points) => {
    expect(print(parseWeightCell(textOf(text)))).toBe(points)
  })
})
