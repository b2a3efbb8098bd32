import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mark, MarkPainter, numberFindings } from '../../src/report/html/mark-painter.ts'
import { Source } from '../../src/source/source.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'
import { MISMATCH, plainFinding } from '../support/samples.ts'

const mark = (number: number, start: number, end: number, part: Partial<Mark> = {}): Mark => ({
  id: `f1p${number}`,
  number,
  severity: 'error',
  isPrimary: true,
  at: { start, end },
  card: `f1n${number}`,
  next: undefined,
  ...part,
})

const whole = (text: string): SpannedText => SpannedText.ofSource(text, { start: 0, end: text.length })

/** Marks as `[1:words]`, badges as `(1)`, arrows as `→id`, so that expectations can be read. */
const read = (html: string): string =>
  html
    .replace(/<mark class="m [^"]*" data-m="([^"]*)"(?: id="[^"]*")?>(.*?)<\/mark>/gs, '[$1:$2]')
    .replace(/<a class="no [^"]*"[^>]*>(\d+)<\/a>/g, '($1)')
    .replace(/<a class="hop [^"]*" href="#([^"]*)"[^>]*>⇄<\/a>/g, '→$1')
    .replace(/<span class="to">(.*?)<\/span>/g, '$1')
    .replace(/<i id="([^"]*)"><\/i>/g, '{$1}')

const painted = (text: string, ...marks: Mark[]): string =>
  read(new MarkPainter(new Source(text), marks).paint(whole(text)).html)

describe('marks', () => {
  const text = '年内新增80人以上。'

  test.each<[string, Mark[], string]>([
    ['nothing', [], '年内新增80人以上。'],
    ['a word', [mark(1, 4, 9)], '年内新增[1:80人以上](1)。'],
    ['the whole', [mark(1, 0, 10)], '[1:年内新增80人以上。](1)'],
    ['more than the text', [mark(1, 2, 99)], '年内[1:新增80人以上。](1)'],
    ['what only touches the text', [mark(1, 10, 12)], '年内新增80人以上。'],
    [
      'the start of the text, from before',
      [mark(1, 0, 2), mark(2, 8, 10)],
      '[1:年内](1)新增80人以[2:上。](2)',
    ],
    ['two that overlap', [mark(1, 4, 7), mark(2, 6, 9)], '年内新增[1:80][1 2:人](1)[2:以上](2)。'],
    ['one in another', [mark(1, 2, 9), mark(2, 4, 6)], '年内[1:新增][1 2:80](2)[1:人以上](1)。'],
    ['two at one place', [mark(1, 4, 6), mark(2, 4, 6)], '年内新增{f1p2}[1 2:80](1)(2)人以上。'],
    ['a place between', [mark(1, 4, 4)], '年内新增[1:‸](1)80人以上。'],
    ['a place at the end', [mark(1, 10, 10)], '年内新增80人以上。[1:‸](1)'],
    ['two places together', [mark(1, 4, 4), mark(2, 4, 4)], '年内新增[1:‸](1)[2:‸](2)80人以上。'],
    ['the other end', [mark(1, 4, 6, { next: 'f1r1-1' })], '年内新增[1:80](1)→f1r1-1人以上。'],
  ])('%s', (_name, marks, expected) => {
    expect(painted(text, ...marks)).toBe(expected)
  })

  test('the gravest gives the colour', () => {
    const painter = new MarkPainter(new Source(text), [
      mark(1, 4, 6, { severity: 'info' }),
      mark(2, 4, 6, { severity: 'warning', isPrimary: false }),
    ])
    expect(painter.paint(whole(text)).html).toContain('<mark class="m warning end" data-m="1 2"')
  })

  test('stand where the text came from, not where it stands', () => {
    const source = new Source('指标 &ge;90个')
    const parts = SpannedText.of(
      [
        { text: '≥', span: { start: 3, end: 7 } },
        { text: '90个', span: { start: 7, end: 10 } },
      ],
      3,
    )
    const read1 = (at: Mark): string => read(new MarkPainter(source, [at]).paint(parts).html)
    expect(read1(mark(1, 3, 7))).toBe('[1:≥](1)90个')
    expect(read1(mark(1, 7, 9))).toBe('≥[1:90](1)个')
    expect(read1(mark(1, 9, 10))).toBe('≥90[1:个](1)')
  })

  test('follow a text put together in another order than it is printed in', () => {
    const source = new Source('个\t90')
    const value = SpannedText.of(
      [
        { text: '90', span: { start: 2, end: 4 } },
        { text: '个', span: { start: 0, end: 1 } },
      ],
      2,
    )
    expect(read(new MarkPainter(source, [mark(1, 0, 1)]).paint(value).html)).toBe('90[1:个](1)')
  })

  test('a thousand other ends at one place leave the text readable', () => {
    const ends = Array.from({ length: 9 }, (_, i) => mark(i + 1, 4, 6, { isPrimary: false, id: `f1r${i}` }))
    expect(painted(text, ...ends, mark(10, 4, 6))).toMatch(
      /\(1\)\(2\)\(3\)\(4\)\(10\)<span class="faint">\+5<\/span>人/,
    )
  })

  test('a place is marked in one text only, and what no text holds is handed back', () => {
    const point = mark(1, 4, 4)
    const far = mark(2, 50, 52)
    const painter = new MarkPainter(new Source(text), [point, far])
    const [front, back] = [whole(text).slice(0, 4), whole(text).slice(4)]
    expect(read(painter.paint(front).html)).toBe('年内新增[1:‸](1)')
    expect(painter.paint(back).html).toBe('80人以上。')
    expect(painter.unplaced).toEqual([far])
    expect(read(painter.paintAlone(far, '').html)).toBe('[2:‸](2)')
    expect(painter.unplaced).toEqual([])
  })

  test('hostile text stays text inside and around them', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e&amp;\n末'
    const html = new MarkPainter(new Source(hostile), [mark(1, 1, 4)]).paint(whole(hostile)).html
    expect(read(html)).toBe('&lt;[1:img](1) src=x onerror=alert(1)&gt;\\u202e&amp;amp;\n末')
  })
})

test('painting loses no character and moves none', () => {
  const place = fc.tuple(fc.nat(30), fc.nat(30))
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.array(place, { maxLength: 6 }),
      (text, places) => {
        const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>&"'`‸]/gu, '字')
        const marks = places.map(([a, b], i) => mark(i + 1, Math.min(a, b), Math.max(a, b)))
        const html = new MarkPainter(new Source(plain), marks).paint(whole(plain)).html
        const shown = html
          .replace(/<a .*?<\/a>/gs, '')
          .replace(/<[^>]*>/g, '')
          .replaceAll('‸', '')
        expect(shown).toBe(plain)
        for (const { id, at } of marks) {
          const inText = at.start === at.end ? at.start <= plain.length : at.start < plain.length
          expect(html.split(`id="${id}"`).length - 1).toBe(
            inText && (plain !== '' || at.start === at.end) ? 1 : 0,
          )
        }
      },
    ),
  )
})

test('findings are numbered, their ends named and linked to and fro', () => {
  const [mismatch, plain] = numberFindings([MISMATCH, plainFinding('176人')], 'f7')
  expect(mismatch?.marks.map(({ id, card, next }) => [id, card, next])).toEqual([
    ['f7p1', 'f7n1', 'f7r1-1'],
    ['f7r1-1', 'f7n1', 'f7p1'],
  ])
  expect(plain?.marks.map(({ id, next, isPrimary }) => [id, next, isPrimary])).toEqual([
    ['f7p2', undefined, true],
  ])
})
