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
