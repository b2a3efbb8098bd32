import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/source/fold.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const SOURCE = '1.新增岗位 &ge;90个'
const whole = SpannedText.of(
  [
    { text: '1.新增岗位 ', span: { start: 0, end: 7 } },
    { text: '≥', span: { start: 7, end: 11 } },
    { text: '90个', span: { start: 11, end: 14 } },
  ],
  0,
)

describe('a text of several pieces', () => {
  test('maps verbatim pieces one to one and others as blocks', () => {
    expect(whole.text).toBe('1.新增岗位 ≥90个')
    expect(whole.slice(2, 6).span).toEqual({ start: 2, end: 6 })
    expect(whole.slice(7, 8).span).toEqual({ start: 7, end: 11 })
    expect(whole.slice(7).span).toEqual({ start: 7, end: 14 })
    expect(SOURCE.slice(11, 14)).toBe(whole.slice(8).text)
  })

  test('an empty slice is a place', () => {
    expect(whole.slice(0, 0).span).toEqual({ start: 0, end: 0 })
    expect(whole.slice(8, 8).span).toEqual({ start: 11, end: 11 })
    expect(whole.slice(11).span).toEqual({ start: 14, end: 14 })
  })

  test('its ranges are joined where they touch', () => {
    expect(whole.ranges).toEqual([{ start: 0, end: 14 }])
    const apart = SpannedText.of(
      [
        { text: '甲', span: { start: 0, end: 1 } },
        { text: '乙', span: { start: 5, end: 6 } },
      ],
      0,
    )
    expect(apart.ranges).toEqual([
      { start: 0, end: 1 },
      { start: 5, end: 6 },
    ])
    expect(apart.span).toEqual({ start: 0, end: 6 })
  })

  test('is written to JSON with its place', () => {
    expect(JSON.parse(JSON.stringify(whole.slice(8)))).toMatchObject({ text: '90个', start: 11, end: 14 })
  })
})

describe('trim', () => {
  test('takes blanks off both ends, full-width and invisible ones too', () => {
    const text = SpannedText.ofSource('\u3000\u200b 合计\t\u00a0', { start: 0, end: 7 })
    expect(text.trim().text).toBe('合计')
    expect(text.trim().span).toEqual({ start: 3, end: 5 })
  })

  test('of nothing but blanks is an empty place within them', () => {
    const text = SpannedText.ofSource('a   b', { start: 1, end: 4 })
    expect(text.isBlank).toBe(true)
    expect(text.trim().text).toBe('')
    expect(text.trim().span.start).toBeGreaterThanOrEqual(1)
    expect(text.trim().span.end).toBeLessThanOrEqual(4)
  })
})

describe('join', () => {
  test('keeps every place, and the glue stands for what lies between', () => {
    const parts = [
      SpannedText.ofSource('服务工\n作', { start: 0, end: 3 }),
      SpannedText.ofSource('服务工\n作', { start: 4, end: 5 }),
    ]
    const joined = SpannedText.join(parts, ' ')
    expect(joined.text).toBe('服务工 作')
    expect(joined.slice(3, 4).span).toEqual({ start: 3, end: 4 })
    expect(joined.slice(4).span).toEqual({ start: 4, end: 5 })
    expect(SpannedText.join(parts).text).toBe('服务工作')
    expect(SpannedText.join(parts).ranges).toHaveLength(2)
  })

  test('of nothing is a mistake', () => {
    expect(() => SpannedText.join([])).toThrow(RangeError)
  })
})

/** Pieces in order with gaps between; as long as their source or not. */
const anyText = fc
  .array(
    fc.record({
      text: fc.string({ maxLength: 5 }),
      length: fc.nat(6),
      gap: fc.nat(3),
      verbatim: fc.boolean(),
    }),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => {
    let at = 0
    const parts = pieces.map(({ text, length, gap, verbatim }) => {
      const start = at + gap
      at = start + (verbatim ? text.length : length)
      return { text, span: { start, end: at } }
    })
    return SpannedText.of(parts, 0)
  })

describe('in any text', () => {
  test('a slice of a slice is the slice, and its span lies in the span of the whole', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), fc.nat(30), (text, a, b, c) => {
        const start = Math.min(a, text.length)
        const end = Math.min(start + b, text.length)
        const slice = text.slice(start, end)
        expect(slice.text).toBe(text.text.slice(start, end))
        expect(slice.folded).toBe(text.folded.slice(start, end))
        expect(slice.span.start).toBeLessThanOrEqual(slice.span.end)
        if (slice.length > 0) {
          expect(slice.span.start).toBeGreaterThanOrEqual(text.span.start)
          expect(slice.span.end).toBeLessThanOrEqual(text.span.end)
        }
        const inner = Math.min(c, slice.length)
        expect(slice.slice(inner).span).toEqual(text.slice(start + inner, end).span)
        expect(slice.slice(inner).text).toBe(text.slice(start + inner, end).text)
      }),
    )
  })

  test('a verbatim slice is its piece of the source', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(30), fc.nat(30), (source, a, b) => {
        const start = Math.min(a, source.length)
        const text = SpannedText.ofSource(source, { start, end: Math.min(start + b, source.length) })
        for (const part of [text, text.trim(), text.slice(0, 1)]) {
          expect(source.slice(part.span.start, part.span.end)).toBe(part.text)
        }
      }),
    )
  })

  test('the ranges are in order, apart, and cover exactly the span', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ranges, span } = text
        if (text.length === 0) return
        expect(ranges[0]?.start).toBe(span.start)
        expect(ranges.at(-1)?.end).toBe(span.end)
        for (const [i, range] of ranges.entries()) {
          if (i > 0) expect(range.start).toBeGreaterThan((ranges[i - 1] as { end: number }).end)
        }
      }),
    )
  })

  test('joining the pieces of a cut text gives it back', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, wish) => {
        const at = Math.min(wish, text.length)
        if (at === 0 || at === text.length) return
        const joined = SpannedText.join([text.slice(0, at), text.slice(at)])
        expect(joined.text).toBe(text.text)
        expect(joined.span).toEqual(text.span)
      }),
    )
  })
})

describe('many texts', () => {
  test('keep their places, however many share a table and whatever is folded between', () => {
    const source = '，（甲）、乙：１２３ '.repeat(40_000)
    const texts = Array.from({ length: 1000 }, (_, i) =>
      SpannedText.ofSource(source, { start: i * 400, end: i * 400 + 4000 - i }),
    )
    const folded = texts.map((text) => text.folded)
    for (const [i, text] of texts.entries()) {
      const { start, end } = text.slice(i % 7).span
      expect(source.slice(start, end)).toBe(text.text.slice(i % 7))
      expect(text.folded).toBe(folded[i])
      expect(text.folded.slice(0, 4)).toBe(fold(text.text.slice(0, 4)))
    }
  })

  test('a part is cut and trimmed in one step', () => {
    const text = SpannedText.ofSource('1.　新增 岗位 \n', { start: 0, end: 10 })
    for (let start = 0; start <= text.length; start += 1)
      for (let end = start; end <= text.length; end += 1)
        expect(text.trimmed(start, end).toJSON()).toEqual(text.slice(start, end).trim().toJSON())
    expect(text.trimmed(2)).toEqual(text.slice(2).trim())
  })

  test('one of more pieces than a table holds', () => {
    const parts = Array.from({ length: 9000 }, (_, i) => ({
      text: 'ab',
      span: { start: 3 * i, end: 3 * i + 2 },
    }))
    const text = SpannedText.of(parts, 0)
    expect(text.slice(17_999).span).toEqual({ start: 26_998, end: 26_999 })
    expect(text.ranges).toHaveLength(9000)
  })
})
