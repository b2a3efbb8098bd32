import { words } from './words.ts'

/** Characters and words of Chinese numerals: plain, 大写 (as in 正确填写票据的基本规定) and traditional. */

const pairs = (keys: string, values: readonly string[]): readonly (readonly [string, string])[] =>
  [...keys].map((key, i) => [key, values[i] ?? ''] as const)

const TEN = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

export const DIGITS: ReadonlyMap<string, string> = new Map([
  ...pairs('零一二三四五六七八九', TEN),
  ...pairs('〇壹贰叁肆伍陆柒捌玖', TEN),
  ['○', '0'],
  ['两', '2'],
  ['幺', '1'],
])

/** The number that digits or one of 一 to 十 say; NaN for other words. */
export const smallNumber = (said: string): number => Number(DIGITS.get(said) ?? said.replace('十', '10'))

/** 十 百 千: within a section of four digits. */
export const SMALL_POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
])

/** 万 亿 as powers of ten; 兆 is 兆字节 wherever filings print it. */
export const BIG_POWERS: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
])

/** 十几, 几十. */
export const SOME = '几数'

/** 十余, 3万多. */
export const OVER = '余多'

/** Words in which 余 and 多 do not mean "and some more": 余额, 多媒体. */
export const NOT_OVER: readonly string[] = words(
  '余额 余款 余下 余粮 多媒体 多功能 多种 多样 多层 多方 多部门 多渠道 多元化 多少 多点 多发 多数 多式',
)

/** Traditional characters of the words in these tables, for mirror sites in 繁体. */
export const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  pairs(
    '萬億兩點個號圓負參貳陸幾餘鐘鍾時週幣頭畝噸釐區戶場冊間輛臺張條課學雙對項歲禮績較實際減縮於過約達單佔際總條頁處層種類團隊銀鎊韓歐貨數內後滿',
    [
      ...'万亿两点个号圆负叁贰陆几余钟钟时周币头亩吨厘区户场册间辆台张条课学双对项岁礼绩较实际减缩于过约达单占际总条页处层种类团队银镑韩欧货数内后满',
    ],
  ),
)

/** How the numbers of lists are printed (FORM). */

const CHINESE = '一二三四五六七八九'
/** A number in a marker. */
export const LIST_NUMBER = /[0-9０-９]+|[一二三四五六七八九十]+|[①-⑳❶-❿⑴-⒇⒈-⒛㈠-㈩]/g
/** Numbers that are one character, from 1 on. */
const SINGLE = ['①⑳', '❶❿', '⑴⒇', '⒈⒛', '㈠㈩'].map(([first = '', last = '']) => ({ first, last }))

/** What prints numbers as this one is printed; undefined for those that can't be, as ⑳ has no next. */
export const writerLike = (printed: string): ((number: number) => string | undefined) => {
  const single = SINGLE.find(({ first, last }) => printed >= first && printed <= last)
  if (single !== undefined) {
    return (number) => {
      const character = String.fromCharCode(single.first.charCodeAt(0) + number - 1)
      return character <= single.last ? character : undefined
    }
  }
  if (/^[0-9]/.test(printed)) return (number) => String(number).padStart(leastDigits(printed, '0'), '0')
  if (/^[０-９]/.test(printed)) {
    return (number) =>
      [...String(number).padStart(leastDigits(printed, '０'), '0')]
        .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .join('')
  }
  return inChinese
}

const leastDigits = (printed: string, zero: string): number => (printed.startsWith(zero) ? printed.length : 1)

const inChinese = (number: number): string | undefined => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens > 9) return undefined
  const digit = (value: number): string => CHINESE[value - 1] ?? ''
  return tens === 0 ? digit(ones) : `${tens === 1 ? '' : digit(tens)}十${digit(ones)}`
}
