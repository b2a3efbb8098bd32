import { describe, expect, test } from 'vitest'
import { readFragment } from '../../src/read/fragment.ts'
import type { Span } from '../../src/source/span.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'

const read = (raw: string) => readFragment(raw, { start: 0, end: raw.length })

describe('readFragment', () => {
  test.each([
    ['plain text', '一、产出指标', '一、产出指标'],
    ['paragraphs', '<p>一</p> <p>二</p>', '一\n二'],
    ['paragraphs that are never closed', '<p>一<p>二', '一\n二'],
    ['line breaks', '一<br>二<br/>三<BR />四', '一\n二\n三\n四'],
    ['bold and fonts', '<b>合计</b><font color="red">甲</font>', '合计甲'],
    ['attributes with > inside', '<p title="a>b">甲</p>', '甲'],
    ['entities', '&ge;40&nbsp;人 &lt;5% A&amp;B &#65; &#x4e00;', '≥40\u00a0人 <5% A&B A 一'],
    ['entities without their semicolon', 'A&B &ge40 &lt5', 'A&B &ge40 <5'],
    ['unknown entities', '&unknown; &', '&unknown; &'],
    ['tags that are text', '<甲级>资质 <O&M>服务 <b>乙</b>', '<甲级>资质 <O&M>服务 乙'],
    ['signs that are no tags', '成本<5万元 且>3', '成本<5万元 且>3'],
    ['comments', '甲<!-- 注 -->乙', '甲乙'],
    ['an empty cell', '', ''],
    ['tags without text', '<p> </p>', ''],
    ['blanks at the ends', ' \u3000<p> 甲 </p>\u200b', '甲'],
    ['a tag inside a word', '服务管理<br>工作', '服务管理\n工作'],
  ])('reads %s', (_name, raw, text) => {
    expect(read(raw).text.text).toBe(text)
  })

  test.each([
    ['<p>甲</p>', false],
    ['<p>甲', true],
    ['<p>甲<p>乙', false],
    ['<p>甲</', true],
    ['甲<b', true],
    ['甲', false],
  ])('%s is cut off: %s', (raw, unclosed) => {
    expect(read(raw).unclosed).toBe(unclosed)
  })

  test('maps what it reads back to its place', () => {
    const raw = '<p>1.培训人数&nbsp;&ge;40人</p> <p>2.期数</p>'
    const { text } = read(raw)
    const at = (words: string): string => {
      const start = text.text.indexOf(words)
      const { span } = text.slice(start, start + words.length)
      return raw.slice(span.start, span.end)
    }
    expect(at('≥40人')).toBe('&ge;40人')
    expect(at('培训人数')).toBe('培训人数')
    expect(at('2.期数')).toBe('2.期数')
  })

  test('a long cell of a large source is the same, read again after many others', () => {
    const source = Array.from({ length: 40 }, (_, i) =>
      `<p>目标${i}：</p><p>培训&ge;${i}人，“满意度”９０％</p>`.repeat(20),
    ).join('\t')
    const cells: Span[] = []
    for (const { 0: cell, index } of source.matchAll(/[^\t]+/g))
      cells.push({ start: index, end: index + cell.length })
    const recent = cells.map((cell) => readFragment(source, cell, false, 0))
    for (const [i, cell] of cells.entries()) {
      const kept = readFragment(source, cell)
      expect(describeText(recent[i]?.text)).toEqual(describeText(kept.text))
      const [long, short] = [recent[i], kept].map((one) => one?.text.slice(3, 250).trim())
      expect(describeText(long)).toEqual(describeText(short))
      expect(describeText(long?.slice(5, 20))).toEqual(describeText(short?.slice(5, 20)))
      expect(long?.slice(5, 20).offsetIn(recent[i]?.text as SpannedText)).toBe(8)
      expect([...(recent[i]?.markup ?? [])]).toEqual([...kept.markup])
    }
  })
})

const describeText = (text: SpannedText | undefined): unknown =>
  text && [text.text, text.length, text.folded, text.meaning, text.span, text.ranges, text.isBlank]
