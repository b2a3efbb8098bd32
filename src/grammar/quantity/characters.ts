import { COMPARED, EARLIER_YEARS } from '../../vocabulary/dates.ts'
import { NOT_QUANTITIES } from '../../vocabulary/not-quantities.ts'
import { BIG_POWERS, DIGITS, OVER, SMALL_POWERS, SOME, TRADITIONAL } from '../../vocabulary/numerals.ts'

/** What a character is, by its UTF-16 code; `NaN` (past the end) is nothing. */

export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

export const isIdeograph = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** The first position from `at` on that is not blank. */
export const skipBlanks = (text: string, at: number): number => {
  let i = at
  while (isBlank(text.charCodeAt(i))) i += 1
  return i
}

/** `text` without the blanks in it. */
export const withoutBlanks = (text: string): string => {
  for (let i = 0; i < text.length; i += 1)
    if (isBlank(text.charCodeAt(i))) return text.replaceAll(/[\t-\r ]/g, '')
  return text
}

/** The end of what stands before the blanks before `end`. */
export const skipBlanksBack = (text: string, end: number, floor: number): number => {
  let i = end
  while (i > floor && isBlank(text.charCodeAt(i - 1))) i -= 1
  return i
}

/**
 * The length of `folded` without the blanks and the characters of `marks` at its end: a plain loop, because `/[x]*$/` takes
 * quadratic time on a long run of x inside a text.
 */
export const endBefore = (folded: string, marks: string): number => {
  let end = folded.length
  while (end > 0 && (isBlank(folded.charCodeAt(end - 1)) || marks.includes(folded[end - 1] as string)))
    end -= 1
  return end
}

/** What a character could begin, or be part of: one look-up decides whether a reader is worth trying. */
export const Kind = {
  numeral: 1,
  word: 2,
  date: 4,
  code: 8,
  stop: 16,
  /** The letters and words of money that stand before a number. */
  currency: 2048,
  /** A traditional character that has a simple one. */
  traditional: 4096,
  /** What a quantity, or something that is none, may begin with. */
  any: 31 | 2048,
  /** Digits of years, months and days, also in Chinese. */
  calendar: 32,
  /** Chinese digits. */
  digit: 64,
  /** 十 百 千 万 亿. */
  power: 128,
  /** What may stand in a number behind its first character. */
  inNumber: 256,
  /** What a numeral may begin with, signs aside. */
  opensNumeral: 512,
  /** 上年, 同比. */
  earlier: 1024,
} as const

const KINDS = new Uint16Array(0x10000)

const mark = (characters: Iterable<string>, kind: number): void => {
  for (const c of characters) {
    const code = c.charCodeAt(0)
    KINDS[code] = (KINDS[code] ?? 0) | kind
  }
}

mark('0123456789.零〇○一二三四五六七八九十两幺壹贰叁肆伍陆柒捌玖拾百千万亿佰仟几数半负±￥¥$£€', Kind.numeral)
mark('-+点', Kind.numeral)
// 人民币, 新台币, 港币, CNY, RMB, USD, HKD.
mark('人新港CRUH', Kind.currency)
mark(NOT_QUANTITIES, Kind.word)
mark(COMPARED, Kind.date | Kind.earlier)
mark(
  EARLIER_YEARS.map(([word]) => word),
  Kind.date | Kind.earlier,
)
mark('上下前后第首年每一二三四1234', Kind.date)
mark('0123456789零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾廿千', Kind.calendar)
mark(DIGITS.keys(), Kind.digit | Kind.inNumber)
// ○ opens an item of a list.
mark(
  [...DIGITS.keys()].filter((c) => c !== '○'),
  Kind.opensNumeral,
)
mark([...SMALL_POWERS.keys(), ...BIG_POWERS.keys()], Kind.power | Kind.inNumber)
mark('0123456789', Kind.inNumber | Kind.opensNumeral)
mark(`${OVER}几点`, Kind.inNumber)
mark(`十拾百千万${SOME}`, Kind.opensNumeral)
mark('〔【[hw', Kind.code)
mark(',;。:!?', Kind.stop)
// Texts are scanned simplified, and looked at before.
for (const [traditional, simple] of TRADITIONAL)
  mark(traditional, (KINDS[simple.charCodeAt(0)] ?? 0) | Kind.traditional)

/** Whether `code` is of one of `kinds`; `NaN`, past the end of a text, is of none. */
export const isKind = (code: number, kinds: number): boolean =>
  ((KINDS[code & 0xffff] as number) & kinds) !== 0
