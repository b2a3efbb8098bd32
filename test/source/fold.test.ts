import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, meaning } from '../../src/source/fold.ts'

describe('fold', () => {
  test.each([
    ['full-width letters, digits and signs', '４０％（ＡＢＣ）：；', '40%(ABC):;'],
    ['blanks of all kinds', 'a\u00a0b\u3000c\u2009d\u200be\ufefff', 'a b c d e f'],
    ['comparators that look alike', '≧90 ≦5 ＞1 ＜2 〉3 〈4', '≥90 ≤5 >1 <2 >3 <4'],
    ['dashes and minus signs', '2023—2024－5−1', '2023-2024-5-1'],
    ['tildes', '5～10天 5〜10', '5~10天 5~10'],
    [
      'letters for digits',
      '2OO盏，l2.50；O.9,3,l68,000.00 62O.82 9O% 98l%',
      '200盏,12.50;0.9,3,168,000.00 620.82 90% 981%',
    ],
    [
      'letters and the round zero for digits beside a sign and a unit',
      '≥lO处 ≤ll2万元 ≥8〇〇O人次 >=1O.〇1万户 二l21座',
      '≥10处 ≤112万元 ≥8000人次 >=10.01万户 二121座',
    ],
    ['Chinese digits', '二〇二〇年 二〇21 2〇二〇 一百〇8', '二〇二〇年 二〇21 2〇二〇 一百〇8'],
    ['names and units', 'PM10 CO2 O3 I5 20l 5l水 H2O A4 4G l', 'PM10 CO2 O3 I5 20l 5l水 H2O A4 4G l'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each(['㎡', '①', 'Ⅲ', '…', '½', '℃', '“三支一扶”', '、，。'.slice(0, 1), '。'])(
    'leaves %s alone',
    (text) => {
      expect(fold(text)).toBe(text)
    },
  )

  test('keeps the length of any text, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text).length).toBe(text.length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  test('every character that has a look-alike in the table is folded', () => {
    // The pattern that finds them and the table that maps them must not drift apart.
    for (let code = 0x80; code < 0xffff; code += 1) {
      const character = String.fromCharCode(code)
      const isFullWidth = code >= 0xff01 && code <= 0xff5e
      if (isFullWidth) expect(fold(character)).toBe(String.fromCharCode(code - 0xfee0))
    }
    for (const [from, to] of [
      ['\u1680', ' '],
      ['\u202f', ' '],
      ['\u205f', ' '],
      ['\u2060', ' '],
      ['\u00ad', ' '],
      ['≧', '≥'],
      ['⩾', '≥'],
      ['﹥', '>'],
      ['〉', '>'],
      ['›', '>'],
      ['≦', '≤'],
      ['⩽', '≤'],
      ['﹤', '<'],
      ['〈', '<'],
      ['‹', '<'],
      ['﹦', '='],
      ['⩵', '='],
      ['﹙', '('],
      ['﹚', ')'],
      ['﹝', '〔'],
      ['﹞', '〕'],
      ['﹕', ':'],
      ['﹔', ';'],
      ['﹐', ','],
      ['﹪', '%'],
      ['‐', '-'],
      ['―', '-'],
      ['−', '-'],
      ['﹣', '-'],
      ['∼', '~'],
      ['〜', '~'],
      ['﹋', '~'],
    ] as const) {
      expect(fold(from), `U+${from.charCodeAt(0).toString(16)}`).toBe(to)
    }
  })
})

describe('meaning', () => {
  test('joins words that a line end broke', () => {
    expect(meaning('岗位管理服务工 作, 年内')).toBe('岗位管理服务工作, 年内')
    expect(meaning('营造\r\n鼓励')).toBe('营造鼓励')
  })

  test('keeps blanks beside numbers and Latin words, where they part things', () => {
    expect(meaning('人数 176人')).toBe('人数 176人')
    expect(meaning('绩????????? 效????目???? 标')).toBe('绩效目标')
    expect(meaning('有没有效果?? 有')).toBe('有没有效果?? 有')
    expect(meaning('PDF 文件')).toBe('PDF 文件')
  })

  test('has no blanks at its ends', () => {
    expect(meaning(' 合计　')).toBe('合计')
  })
})
