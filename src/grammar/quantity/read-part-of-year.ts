import { type DateRead, spanOf } from './calendar.ts'
import { isDigit } from './characters.ts'

const ORDER = '一二三四'

/**
 * 上半年, 第一季度, 前三季度 at `at`, and after a year also 首月 and 第三个月; `start` is where the
 * year begins.
 */
export const readPartOfYear = (
  text: string,
  start: number,
  at: number,
  year: number | undefined,
): DateRead | undefined => {
  const c = text[at]
  if (c === '上' || c === '下' || c === '前' || c === '后')
    return (
      readHalf(text, start, at, year) ?? (c === '前' ? readFirstQuarters(text, start, at, year) : undefined)
    )
  if (c === '首' && text[at + 1] === '月' && year !== undefined)
    return spanOf(text, start, at + 2, year, 1, 1, 'month')
  let from = c === '的' && text[at + 1] === '第' ? at + 1 : at
  const ordinal = text[from] === '第'
  if (ordinal) from += 1
  const count = smallNumber(text, from)
  if (count === undefined || count < 1) return undefined
  if (text.startsWith('季度', from + 1) && count <= 4)
    return spanOf(text, start, from + 3, year, count * 3 - 2, count * 3, 'quarter')
  if (ordinal && year !== undefined && text.startsWith('个月', from + 1))
    return spanOf(text, start, from + 3, year, count, count, 'month')
  return undefined
}

const readHalf = (
  text: string,
  start: number,
  at: number,
  year: number | undefined,
): DateRead | undefined => {
  if (!text.startsWith('半年', at + 1)) return undefined
  const first = text[at] === '上' || text[at] === '前'
  return spanOf(text, start, at + 3, year, first ? 1 : 7, first ? 6 : 12, 'half')
}

/** 前三季度, 前两个季度. */
const readFirstQuarters = (
  text: string,
  start: number,
  at: number,
  year: number | undefined,
): DateRead | undefined => {
  const count = smallNumber(text, at + 1)
  if (count === undefined || count < 1 || count > 4) return undefined
  const from = text[at + 2] === '个' ? at + 3 : at + 2
  return text.startsWith('季度', from)
    ? spanOf(text, start, from + 2, year, 1, count * 3, 'quarter')
    : undefined
}

const smallNumber = (text: string, at: number): number | undefined => {
  const c = text[at] ?? ''
  if (c === '两') return 2
  const chinese = ORDER.indexOf(c)
  if (c !== '' && chinese >= 0) return chinese + 1
  return isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1)) ? Number(c) : undefined
}
