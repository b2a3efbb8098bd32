import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/report/text-width.ts'
import { wrapText } from '../../src/report/wrap.ts'

describe('wrapped text', () => {
  test('begins no line with ， or 。 and keeps ≥95% whole', () => {
    expect(wrapText('人员满意度达到 ≥95%，群众满意。', 14, 1)).toEqual([
      '人员满意度达到',
      '≥95%，群众满',
      '意。',
    ])
    expect(wrapText('一二三四，五', 8, 1)).toEqual(['一二三', '四，五'])
  })

  test('that fits is one line, and nothing is one empty line', () => {
    expect(wrapText('合计', 4, 1)).toEqual(['合计'])
    expect(wrapText('', 4, 1)).toEqual([''])
  })

  test('goes on at line ends of its own', () => {
    expect(wrapText('甲\n乙', 10, 1)).toEqual(['甲', '乙'])
  })

  test('is cut where nothing else helps', () => {
    expect(wrapText('abcdefghij', 4, 1)).toEqual(['abcd', 'efgh', 'ij'])
  })

  test('fits, and loses nothing but blanks', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', 'a', '，', ' ', '“', '”', '9', '%', '(', '。'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 2, max: 40 }),
        fc.constantFrom(1 as const, 2 as const),
        (sample, width, ambiguous) => {
          const lines = wrapText(sample, width, ambiguous)
          for (const line of lines) expect(textWidth(line, ambiguous)).toBeLessThanOrEqual(width)
          expect(lines.join('').replaceAll(' ', '')).toBe(sample.replaceAll(' ', ''))
        },
      ),
    )
  })
})
