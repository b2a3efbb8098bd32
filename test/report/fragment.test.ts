import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caretLine, fitQuote } from '../../src/report/fragment.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { quoteAt } from '../../src/source/quote.ts'
import { spanOf } from '../support/samples.ts'

const show = (text: string, words: string, width = 60, ambiguousWidth: 1 | 2 = 1): [string, string] => {
  const fragment = fitQuote(quoteAt(text, spanOf(words, text)), width, ambiguousWidth)
  return [fragment.before + fragment.marked + fragment.after, caretLine(fragment, ambiguousWidth)]
}

describe('a fragment', () => {
  test('is the paragraph, not the line, with carets below double-width characters', () => {
    expect(show('目标\t<p>前一段。</p> <p>年内新增岗位80人以上。</p> <p>后一段</p>', '80人以上')).toEqual([
      '年内新增岗位80人以上。',
      '            ^^^^^^^^',
    ])
  })

  test('ends at cells and line ends', () => {
    expect(show('合计\t264.79\t无\n甲', '264.79')).toEqual(['264.79', '^^^^^^'])
    expect(show('甲\r\n乙 丙\r\n丁', '丙')).toEqual(['乙 丙', '   ^^'])
  })

  test('does not take ≤ or < before a number for a tag', () => {
    expect(show('差错率 <5% 以内', '5%')[0]).toBe('差错率 <5% 以内')
  })

  test('is cut at pauses on both sides, and says so', () => {
    const text = `${'前面的话很长，'.repeat(9)}年内新增岗位80人以上，${'后面的话也很长，'.repeat(9)}`
    const [line, carets] = show(text, '80人以上', 50)
    expect(line).toBe('…年内新增岗位80人以上，后面的话也很长，…')
    expect(carets).toBe('             ^^^^^^^^')
  })

  test('is cut anywhere where there is no pause', () => {
    const [line] = show(`${'甲'.repeat(50)}80${'乙'.repeat(50)}`, '80', 30)
    expect(line).toMatch(/^…甲+80乙+…$/)
    expect(textWidth(line, 1)).toBeLessThanOrEqual(30)
  })

  test('of a place wider than the terminal shows its beginning', () => {
    const [line, carets] = show(`头${'甲'.repeat(50)}`, '甲'.repeat(50), 20)
    expect(line).toBe(`…${'甲'.repeat(9)}…`)
    expect(carets).toBe(` ${'^'.repeat(19)}`)
  })

  test('of several lines shows the first', () => {
    expect(show('甲\t乙\n丙\t丁', '乙\n丙')).toEqual(['乙…', '^^'])
  })

  test('of a row shows where its cells part', () => {
    expect(show('\t项目甲\t4.00\n', '\t项目甲\t4.00')[0]).toBe(' ⇥ 项目甲 ⇥ 4.00')
  })

  test('of an empty place has one caret', () => {
    const fragment = fitQuote(quoteAt('项目甲\t\t无', { start: 4, end: 4 }), 40, 1)
    expect(fragment).toEqual({ before: '', marked: '', after: '' })
    expect(caretLine(fragment, 1)).toBe('^')
  })

  test('shows what can not be seen, and counts it as it is shown', () => {
    expect(show('a\u202e\x1b[31m甲\u200b乙', '乙')).toEqual([
      'a\\u202e\\x1b[31m甲\\u200b乙',
      `${' '.repeat(23)}^^`,
    ])
  })

  test('has its carets right where “ and ≥ take two columns', () => {
    expect(show('“三支一扶”岗位 ≥90个', '≥90个', 60, 2)).toEqual([
      '“三支一扶”岗位 ≥90个',
      `${' '.repeat(17)}^^^^^^`,
    ])
  })

  test('always fits, whatever the text and the place', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', 'a', '，', ' ', '\t', '\n', '<p>', '“', '\u0007', '5'),
      maxLength: 120,
    })
    fc.assert(
      fc.property(
        text,
        fc.nat(300),
        fc.nat(50),
        fc.integer({ min: 20, max: 80 }),
        (sample, at, length, width) => {
          const start = Math.min(at, sample.length)
          const span = { start, end: Math.min(start + length, sample.length) }
          for (const ambiguousWidth of [1, 2] as const) {
            const fragment = fitQuote(quoteAt(sample, span), width, ambiguousWidth)
            const line = fragment.before + fragment.marked + fragment.after
            // An ellipsis is ambiguous itself and may take a column more on either side.
            expect(textWidth(line, ambiguousWidth)).toBeLessThanOrEqual(width + 2 * (ambiguousWidth - 1))
            expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
          }
        },
      ),
    )
  })
})
