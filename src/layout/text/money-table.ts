import type { Lexer } from '../../lexicon/lexer.ts'
import type { MoneyStage } from '../../model/disclosure.ts'
import { type ColumnRole, headerRole } from '../../vocabulary/headers.ts'
import { withoutOfThese } from '../../vocabulary/money-words.ts'
import { exactIn, isRateOf } from '../money-table.ts'
import type { Place } from './columns.ts'

/** A row of a table of money: 年度资金总额, 其中:财政拨款, with a number for each column that has one. */
export interface MoneyRow {
  readonly label: Place
  readonly numbers: readonly Place[]
}

const LABEL =
  /\s{0,6}((?:其中\s?[:,、]?\s?)?[\u4e00-\u9fff、()“”]{2,24}(?:\s[\u4e00-\u9fff]{1,6})?\s?:?)\s{0,3}/y
const NUMBERS =
  /[\d,.%—/-]{1,60}(?:万?元|万(?![\u4e00-\u9fff]))?(?:\s{1,3}[\d,.%—/-]{1,60}(?:万?元|万(?![\u4e00-\u9fff]))?){0,11}(?![\d,.%])(?!\s?(?![一二三四五六七八九十]{1,2}、)[\u4e00-\u9fff]{1,2}[,。;、])/y
/** What a row of money is called, where no list has it. */
const IS_MONEY =
  /(?:资金|拨款|总额|合计|小计|总计|收入|结转|结余|补助|预算|经费|其他|其它|部分|扶助|专项|基金|贷款|债券)\s?:?$/

/** The rows of a table of money that begins at a place, as far as they go. */
export const moneyRowsFrom = (
  lexer: Lexer,
  from: number,
  limit: number,
  stages: readonly (MoneyStage | undefined)[],
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
    NUMBERS.lastIndex = LABEL.lastIndex
    const numbers = NUMBERS.exec(folded)
    if (numbers === null) break
    const end = NUMBERS.lastIndex
    if (end > limit || /^[\u4e00-\u9fff]{0,2}[粒亩户名个公人万]/.test(folded.slice(end, end + 2))) break
    // 第一批, 第二批: whatever has a number of its own in each column is a row.
    const isFull = numbers[0].split(/\s+/).length === stages.length && stages.length > 2
    if (!isFull && !isMoneyLabel(words)) break
    rows.push({
      label: { start, end: start + words.trimEnd().length },
      numbers:
        sameNumbers(folded, LABEL.lastIndex, end, rows[0]) ?? numbersIn(folded, LABEL.lastIndex, end, stages),
    })
    at = end
  }
  const [first, ...parts] = rows
  return first === undefined || parts.length < 2 ? rows : [asSum(folded, first, parts, stages), ...parts]
}

/** 1484631.00% over 10200% and 4646100%: the first row, whose glued digits only one division makes the sums of those below. */
const asSum = (
  folded: string,
  first: MoneyRow,
  parts: readonly MoneyRow[],
  stages: readonly (MoneyStage | undefined)[],
): MoneyRow => {
  const { start = 0 } = first.numbers[0] ?? {}
  const { end = 0 } = first.numbers.at(-1) ?? {}
  const digits = folded.slice(start, end)
  const said = ({ numbers }: MoneyRow, column: number): bigint => {
    const place = numbers[column]
    return place === undefined ? 0n : worth(folded.slice(place.start, place.end))
  }
  const sums = stages.map((stage, column) =>
    stage !== undefined && IS_SUM.has(stage)
      ? parts.reduce((sum, part) => sum + said(part, column), 0n)
      : undefined,
  )
  const isPart = (part: string, column: number): boolean =>
    sums[column] === undefined || (sums[column] === worth(part) && !part.endsWith('%'))
  const { ways, areAll } = waysToDivide(digits, stages.length, isPart)
  const [way, ...others] = ways.filter(({ length }) => length === stages.length)
  if (way === undefined || others.length > 0 || !areAll) return first
  let at = start
  const numbers = way.map((part) => {
    const place = { start: at, end: at + part.length }
    at += part.length
    return place
  })
  return { ...first, numbers }
}

/** 444 below 4 | 4 | 4 | 10 | 100% | 10: the money of the only source, which repeats that of the whole. */
const sameNumbers = (
  folded: string,
  from: number,
  to: number,
  first: MoneyRow | undefined,
): readonly Place[] | undefined => {
  const places: Place[] = []
  let at = from
  for (const { start, end } of first?.numbers ?? []) {
    const number = folded.slice(start, end)
    if (!folded.startsWith(number, at)) break
    places.push({ start: at, end: at + number.length })
    at += number.length
    // Behind 48.6, 48.2 and 47.96 may be dashes for the rate and the score.
    if (/^[\s—/-]*$/.test(folded.slice(at, to)))
      return places.length > 1 ? [...places, ...numbersIn(folded, at, to, [])] : undefined
  }
  return undefined
}

/** The numbers of money that a value begins with, at most so many. */
export const numbersFrom = (folded: string, most: number): readonly Place[] => {
  NUMBERS.lastIndex = 0
  if (!NUMBERS.test(folded) || !/^[\d-]/.test(folded)) return []
  // 2020 is one amount: only decimals tell that there are several.
  const isGlued = folded.slice(0, NUMBERS.lastIndex).split('.').length > 2 || SAME_TWICE.test(folded)
  return numbersIn(folded, 0, NUMBERS.lastIndex, new Array(isGlued ? most : 1).fill(undefined))
}

/** 10001000100%, 303080%: planned, spent, and the rate of both, which may be wrong. */
const SAME_TWICE =
  /^(?:(?<one>\d+(?:\.\d+)?)\k<one>100(?:\.0+)?|(?<two>\d{2,12}(?:\.\d+)?)\k<two>\d{1,2}(?:\.\d+)?)%/

const isMoneyLabel = (words: string): boolean => {
  const name = withoutOfThese(words.replace(/[\s:]/g, ''))
  const role = headerRole(name)
  return role === 'amount' || role === 'funding' || IS_MONEY.test(name)
}

/** The numbers in a run of digits, which may be glued: `20.0020.0020.00100.00%`, `50.00-97.5%-`. */
const numbersIn = (
  folded: string,
  from: number,
  to: number,
  stages: readonly (MoneyStage | undefined)[],
): readonly Place[] => {
  const runs: Place[] = []
  RUN.lastIndex = 0
  for (const match of folded.slice(from, to).matchAll(RUN))
    runs.push({ start: from + match.index, end: from + match.index + match[0].length })
  const places: Place[] = []
  for (const [i, { start, end }] of runs.entries()) {
    const room = Math.max(1, stages.length - places.length - (runs.length - 1 - i))
    let at = start
    const run = folded.slice(start, end)
    // 454544.6-99.11%: the rate may stand behind a dash.
    const rate = runs.slice(i + 1).find((other) => folded[other.end - 1] === '%')
    const share = rate === undefined ? undefined : folded.slice(rate.start, rate.end)
    for (const part of /[万元]$/.test(run) ? [run] : divide(run, room, stages.slice(places.length), share)) {
      places.push({ start: at, end: at + part.length })
      at += part.length
    }
  }
  return places
}

/** A cell without money, or digits in a row. */
const RUN = /[-—/]{1,3}|[\d,.%]+(?:万?元|万(?![\u4e00-\u9fff]))?/g

/**
 * Glued numbers of one row: those that are printed alike, repeat each other, add up to the first or give the rate
 * behind them explain the digits best.
 */
const divide = (
  digits: string,
  most: number,
  stages: readonly (MoneyStage | undefined)[] = [],
  rate?: string,
): readonly string[] => {
  if (!/\d/.test(digits)) return [digits]
  let best: readonly string[] = [digits]
  // What has a second point is no number.
  let least = costOfParts(best, stages, rate) + (digits.split('.').length > 2 ? 3 : 0)
  for (const parts of waysToDivide(digits, most).ways) {
    const cost = costOfParts(parts, stages, rate)
    if (cost >= least) continue
    least = cost
    best = parts
  }
  return best
}

/**
 * Divides the glued money of a row of a list into the cells of its columns, each of which has a number: `50012024.00%` are
 * 500, 120 and the share that 120 is of 500. More than one way, or none, that adds up leaves all of them.
 */
export const splitNumbers = (
  digits: string,
  columns: readonly { readonly role: ColumnRole }[],
): readonly (readonly [column: number, place: Place])[] => {
  const numbered = columns.flatMap(({ role }, column) => (NUMBERED.has(role) ? [{ role, column }] : []))
  const roles = numbered.map(({ role }) => role)
  const isIn = (part: string, i: number): boolean => part.endsWith('%') === (roles[i] === 'rate')
  const { ways: all, areAll } = waysToDivide(digits, roles.length, isIn)
  const ways = all.filter((parts) => parts.length === roles.length && addsUp(parts, roles))
  // 0.00% rather than 0%: shares are printed to the same place.
  const rate = roles.indexOf('rate')
  const shareDecimals = (parts: readonly string[]): number =>
    rate < 0 ? 0 : decimalsOf(parts[rate] as string)
  const most = Math.max(...ways.map(shareDecimals))
  const likely = ways.filter((parts) => shareDecimals(parts) === most)
  const areAlike = (parts: readonly string[]): boolean =>
    new Set(parts.flatMap((part, i) => (i === rate ? [] : [decimalsOf(part)]))).size === 1
  const [parts, ...others] = likely.length === 1 ? likely : likely.filter(areAlike)
  if (parts === undefined || others.length > 0 || !areAll) return []
  let end = 0
  return parts.map((part, i) => {
    const start = end
    end += part.length
    return [numbered[i]?.column as number, { start, end }] as const
  })
}

/** Columns of money and of shares of it. */
export const NUMBERED: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'executed', 'rate'])

/** Whether parts make their whole, and a share is what it says; a row of fewer columns has nothing that could. */
const addsUp = (parts: readonly string[], roles: readonly ColumnRole[]): boolean => {
  const valuesOf = (role: ColumnRole): readonly bigint[] =>
    parts.flatMap((part, i) => (roles[i] === role ? [worth(part)] : []))
  const [amount = 0n] = valuesOf('amount')
  const [executed] = valuesOf('executed')
  const funding = valuesOf('funding')
  if (funding.length > 0 && funding.reduce((sum, one) => sum + one) !== amount) return false
  const rate = parts[roles.indexOf('rate')]
  return executed === undefined || rate === undefined || isRateOf(rate, amount, executed) !== false
}

const MOST_TRIES = 6000

/** The ways to divide digits into numbers, at most so many, that `isIn` takes at their place; the likeliest are tried first. */
const waysToDivide = (
  digits: string,
  most: number,
  isIn: (part: string, i: number) => boolean = () => true,
): { readonly ways: readonly (readonly string[])[]; readonly areAll: boolean } => {
  const ways: (readonly string[])[] = []
  let tries = 0
  const visit = (from: number, parts: readonly string[]): void => {
    tries += 1
    if (from === digits.length) ways.push(parts)
    if (from === digits.length || parts.length >= most) return
    for (const part of partsFrom(digits, from)) {
      if (tries > MOST_TRIES) return
      if (isIn(part, parts.length)) visit(from + part.length, [...parts, part])
    }
  }
  visit(0, [])
  return { ways, areAll: tries <= MOST_TRIES }
}

const PART = /^(?:0|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,8})(?:\.\d{1,6})?%?$/

const partsFrom = (digits: string, from: number): readonly string[] => {
  const parts: string[] = []
  for (let end = from + 1; end <= Math.min(digits.length, from + 17); end += 1) {
    const part = digits.slice(from, end)
    if (!'.,%'.includes(digits[end] ?? '0') && PART.test(part)) parts.push(part)
  }
  // Money is printed with two decimals, or without any.
  return parts.sort((a, b) => unlikeness(a) - unlikeness(b) || b.length - a.length)
}

const unlikeness = (part: string): number => [1, 1.5, 0, 2, 2, 2, 2][decimalsOf(part)] ?? 2

const decimalsOf = (part: string): number =>
  part.includes('.') ? part.replace('%', '').length - part.indexOf('.') - 1 : 0

const worth = (part: string): bigint => exactIn(part) ?? 0n

/** How unlikely it is that a row of money has these numbers, at the stages that their columns say, and the `rate` behind them. */
const costOfParts = (
  parts: readonly string[],
  stages: readonly (MoneyStage | undefined)[],
  rateBehind?: string,
): number => {
  const isMoney = (i: number): boolean => {
    const stage = stages[i]
    return stage === undefined ? !(parts[i] as string).endsWith('%') : IS_SUM.has(stage)
  }
  const money = parts.filter((_, i) => isMoney(i))
  let cost = parts.length * 1.2 + alikeCost(money) + sumCost(money)
  for (const [i, part] of parts.entries()) cost += stageCost(part, stages[i])
  const planned = parts[stages.indexOf('planned')] ?? money.at(-2)
  const executed = parts[stages.indexOf('executed')] ?? money.at(-1)
  const rate = parts.find((part, i) => part.endsWith('%') || stages[i] === 'rate') ?? rateBehind
  if (planned === undefined || executed === undefined || executed.endsWith('%')) return cost
  // 0% is the rate of any small part of a large sum, and proves nothing.
  const isNone = rate !== undefined && !/[1-9]/.test(rate) && worth(executed) > 0n
  // 1 is all of it as a share.
  const isRate = isRateOf(rate === '1' ? '100' : rate, worth(planned), worth(executed)) === true
  return isRate && !isNone ? cost - 4 : cost
}

const IS_SUM: ReadonlySet<MoneyStage> = new Set(['initial', 'planned', 'executed', 'other'])

/** What is said by a number of the column that it stands in. */
const stageCost = (part: string, stage: MoneyStage | undefined): number => {
  if (part.endsWith('%'))
    return (stage === undefined || stage === 'rate' ? 0 : 3) + (worth(part) > worth('120') ? 3 : 0)
  if (stage === 'weight') return worth(part) === worth('10') ? -1 : worth(part) > worth('100') ? 4 : 1
  if (stage === 'score') return worth(part) > worth('100') ? 4 : 0
  return 0
}

/** Sums of one row are printed alike, and often equal. */
const alikeCost = (money: readonly string[]): number => {
  let cost = 0
  for (const [i, part] of money.entries()) {
    if (part.replace(/\D/g, '').length > 8) cost += 3
    if (decimalsOf(part) > 2) cost += 1.5
    if (i === 0) continue
    if (part === money[i - 1]) cost -= Math.min(3, part.length * 0.9)
    else if (decimalsOf(part) !== decimalsOf(money[0] as string)) cost += 1.5
  }
  return cost
}

const sumCost = ([first, ...others]: readonly string[]): number => {
  if (first === undefined || others.length < 2) return 0
  const sum = others.reduce((total, part) => total + worth(part), 0n)
  return sum === worth(first) ? -4 : 0
}
