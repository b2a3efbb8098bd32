import { COMPARED, EARLIER_YEARS } from '../../vocabulary/dates.ts'
import { NOT_QUANTITIES } from '../../vocabulary/not-quantities.ts'

/** What could begin with a character: one look-up decides whether a position is worth reading. */
export const Kind = {
  numeral: 1,
  word: 2,
  date: 4,
  code: 8,
  stop: 16,
  any: 31,
  /** Digits of years, months and days, also in Chinese. */
  calendar: 32,
} as const

const KINDS = new Uint8Array(0x10000)

const mark = (characters: Iterable<string>, kind: number): void => {
  for (const c of characters) {
    const code = c.charCodeAt(0)
    KINDS[code] = (KINDS[code] ?? 0) | kind
  }
}

mark('0123456789.零〇○一二三四五六七八九十两幺壹贰叁肆伍陆柒捌玖拾百千万亿佰仟几数半负±￥¥$£€', Kind.numeral)
mark('-+点人新港CRUHK每', Kind.numeral)
mark(NOT_QUANTITIES, Kind.word)
mark(COMPARED, Kind.date)
mark(
  EARLIER_YEARS.map(([word]) => word),
  Kind.date,
)
mark('上下前后第首年每一二三四1234', Kind.date)
mark('0123456789零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾廿千', Kind.calendar)
mark('〔【[hw', Kind.code)
mark(',;。:!?', Kind.stop)

/** Whether `code` may begin one of `kinds`. */
export const isKind = (code: number, kinds: number): boolean => ((KINDS[code] ?? 0) & kinds) !== 0
