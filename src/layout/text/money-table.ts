import { isBlank, type Lexer } from '../../lexicon/lexer.ts'
import type { MoneyStage } from '../../model/disclosure.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import type { Place } from './columns.ts'

/** A column of a table of money: 全年预算数, 全年执行数, 中央资金. */
export interface MoneyColumn extends Place {
  readonly stage: MoneyStage
}

/** A row of it: 年度资金总额, 其中:财政拨款, with a number for each column that has one. */
export interface MoneyRow {
  readonly label: Place
  readonly numbers: readonly Place[]
}

const LABEL =
  /\s{0,6}((?:其中\s?[:,、]?\s?)?[\u4e00-\u9fff、()“”]{2,24}(?:\s[\u4e00-\u9fff]{1,6})?\s?:?)[^\S\n]{0,3}/y
const NUMBERS =
  /(?:[-—/](?![\d])|\d[\d,.]{0,40}%?)(?:[^\S\n]{1,3}(?:[-—/](?!\d)|\d[\d,.]{0,40}%?)){0,11}(?![\d.]*[\u4e00-\u9fff]{1,2}[,。;、])/y
/** What a row of money is called, where no list has it. */
const IS_MONEY =
  /(?:资金|拨款|总额|合计|小计|总计|收入|结转|结余|补助|预算|经费|其他|其它|部分|扶助|专项|基金|贷款|债券)\s?:?$/

/** The rows of a table of money that begins at a place, as far as they go. */
export const moneyRowsFrom = (
  lexer: Lexer,
  from: number,
  limit: number,
  columns: number,
): readonly MoneyRow[] => {
  const { folded } = lexer
  const rows: MoneyRow[] = []
  let at = from
  while (at < limit && rows.length < 40) {
    LABEL.lastIndex = at
    const label = LABEL.exec(folded)
    if (label === null) break
    const words = label[1] as string
    const start = at + label[0].indexOf(words)
    if (!isMoneyLabel(words)) break
    NUMBERS.lastIndex = LABEL.lastIndex
    const numbers = NUMBERS.exec(folded)
    if (numbers === null) break
    const end = NUMBERS.lastIndex
    if (end > limit || /^[\u4e00-\u9fff]{0,2}[粒亩户名个公人万]/.test(folded.slice(end, end + 2))) break
    rows.push({
      label: { start, end: start + words.trimEnd().length },
      numbers: numbersIn(folded, LABEL.lastIndex, end, columns),
    })
    at = end
  }
  return rows
}

/** The numbers of money that a value begins with, at most so many. */
export const numbersFrom = (folded: string, most: number): readonly Place[] => {
  NUMBERS.lastIndex = 0
  if (!NUMBERS.test(folded)) return []
  // 2020 is one amount: only decimals tell that there are several.
  const isGlued = folded.slice(0, NUMBERS.lastIndex).split('.').length > 2
  return numbersIn(folded, 0, NUMBERS.lastIndex, isGlued ? most : 1)
}

const isMoneyLabel = (words: string): boolean => {
  const name = words.replace(/[\s:]/g, '').replace(/^其中[,、]?/, '')
  const role = headerRole(name)
  return role === 'amount' || role === 'funding' || IS_MONEY.test(name)
}

/** The numbers in a run of digits, which may be glued: `20.0020.0020.00100.00%`. */
const numbersIn = (folded: string, from: number, to: number, columns: number): readonly Place[] => {
  const cells: Place[] = []
  let at = from
  while (at < to) {
    while (at < to && isBlank(folded.charCodeAt(at))) at += 1
    let end = at
    while (end < to && !isBlank(folded.charCodeAt(end))) end += 1
    if (end > at) cells.push({ start: at, end })
    at = end
  }
  const [only] = cells
  const room = columns - cells.length + 1
  if (cells.length !== 1 || only === undefined || room < 2) return cells
  return divide(folded.slice(only.start, only.end), room).reduce<Place[]>((places, part) => {
    const start = places.at(-1)?.end ?? only.start
    places.push({ start, end: start + part.length })
    return places
  }, [])
}

const MOST_TRIES = 6000

/**
 * Glued numbers of one row: those that are printed alike, repeat each other, add up to the first or give the rate
 * behind them explain the digits best.
 */
export const divide = (digits: string, most: number): readonly string[] => {
  let best: readonly string[] = [digits]
  let least = costOf(best)
  let tries = 0
  const visit = (from: number, parts: readonly string[]): void => {
    tries += 1
    if (tries > MOST_TRIES) return
    if (from === digits.length) {
      const cost = costOf(parts)
      if (cost < least) {
        least = cost
        best = parts
      }
      return
    }
    if (parts.length >= most) return
    for (const part of partsFrom(digits, from)) visit(from + part.length, [...parts, part])
  }
  visit(0, [])
  return best
}

const PART = /^(?:0|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,8})(?:\.\d{1,6})?%?$/

const partsFrom = (digits: string, from: number): readonly string[] => {
  const parts: string[] = []
  for (let end = from + 1; end <= Math.min(digits.length, from + 17); end += 1) {
    const part = digits.slice(from, end)
    if (
      /[\d%]/.test(digits[end - 1] as string) &&
      digits[end] !== '.' &&
      digits[end] !== ',' &&
      digits[end] !== '%' &&
      PART.test(part)
    )
      parts.push(part)
  }
  // Money is printed with two decimals, or without any.
  return parts.sort((a, b) => unlikeness(a) - unlikeness(b) || b.length - a.length)
}

const unlikeness = (part: string): number => [1, 1.5, 0, 2, 2, 2, 2][decimalsOf(part)] ?? 2

const decimalsOf = (part: string): number =>
  part.includes('.') ? part.replace('%', '').length - part.indexOf('.') - 1 : 0
const worth = (part: string): number => Number(part.replace(/[,%]/g, ''))

const costOf = (parts: readonly string[]): number => {
  const money = parts.filter((part) => !part.endsWith('%'))
  let cost = parts.length * 1.2
  for (let i = 1; i < money.length; i += 1) {
    const part = money[i] as string
    if (part === money[i - 1]) cost -= Math.min(3, part.length * 0.9)
    else if (decimalsOf(part) !== decimalsOf(money[0] as string)) cost += 1.5
    if (part.length > 9) cost += 1
  }
  if (money.some((part) => decimalsOf(part) > 2)) cost += 1.5
  if (money.some((part) => part.replace(/\D/g, '').length > 8)) cost += 3
  const [first, ...others] = money
  if (first !== undefined && others.length > 1) {
    const sum = others.reduce((total, part) => total + worth(part), 0)
    if (Math.abs(sum - worth(first)) < 0.005) cost -= 4
  }
  const rate = parts.find((part) => part.endsWith('%'))
  if (rate !== undefined) {
    const [planned, executed] = money.slice(-2).map(worth)
    const is =
      planned !== undefined && executed !== undefined && planned > 0 ? (executed / planned) * 100 : undefined
    if (is !== undefined && Math.abs(is - worth(rate)) < 0.6) cost -= 4
    else if (worth(rate) > 100) cost += 3
  }
  return cost
}
