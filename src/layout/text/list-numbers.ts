import type { ColumnRole } from '../../vocabulary/headers.ts'
import type { Place } from './columns.ts'

/** Columns of money and of shares of it. */
export const numberedColumns: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'executed', 'rate'])

interface NumberColumn {
  readonly role: ColumnRole
}

/** A number of a row, as it stands among the others. */
interface Part extends Place {
  readonly value: number
  readonly isShare: boolean
}

/**
 * Divides glued numbers into the cells of their columns: `50012024.00%` are 500, 120 and the share that 120 is of 500. More
 * than one way, or none, that adds up leaves all of them.
 */
export const splitNumbers = (
  digits: string,
  columns: readonly NumberColumn[],
): readonly (readonly [column: number, place: Place])[] => {
  const numbered = columns.flatMap(({ role }, i) => (numberedColumns.has(role) ? [i] : []))
  const roles = numbered.map((i) => (columns[i] as NumberColumn).role)
  const ways = waysToSplit(digits, roles).filter((parts) => addsUp(parts, roles))
  // 0.00% rather than 0%: shares are printed to the same place.
  const most = Math.max(...ways.map((parts) => shareDecimals(digits, parts)))
  const likely = ways.filter((parts) => shareDecimals(digits, parts) === most)
  const exact = likely.length === 1 ? likely : likely.filter((parts) => arePrintedAlike(digits, parts))
  if (exact.length !== 1) return []
  return (exact[0] as readonly Part[]).map((part, i) => [numbered[i] as number, part] as const)
}

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d{1,6})?%?$/
const MOST_WAYS = 2000
const MOST_DIGITS = 60

const waysToSplit = (digits: string, roles: readonly ColumnRole[]): readonly (readonly Part[])[] => {
  const ways: (readonly Part[])[] = []
  if (digits.length > MOST_DIGITS) return ways
  const go = (start: number, parts: readonly Part[]): void => {
    if (ways.length > MOST_WAYS) return
    if (parts.length === roles.length) {
      if (start === digits.length) ways.push(parts)
      return
    }
    const role = roles[parts.length]
    const isLast = parts.length === roles.length - 1
    for (let end = isLast ? digits.length : start + 1; end <= digits.length; end += 1) {
      const words = digits.slice(start, end)
      if (!NUMBER.test(words) || words.endsWith('%') !== (role === 'rate')) continue
      const value = Number(words.replace(/[,%]/g, ''))
      go(end, [...parts, { start, end, value, isShare: role === 'rate' }])
    }
  }
  go(0, [])
  return ways
}

/** Whether parts make their whole, and a share is what it says; a row of fewer columns has nothing that could. */
const addsUp = (parts: readonly Part[], roles: readonly ColumnRole[]): boolean => {
  const valuesOf = (role: ColumnRole): readonly number[] =>
    parts.flatMap(({ value }, i) => (roles[i] === role ? [value] : []))
  const [amount = 0] = valuesOf('amount')
  const [executed] = valuesOf('executed')
  const [rate] = valuesOf('rate')
  const funding = valuesOf('funding')
  const sum = funding.reduce((all, one) => all + one, 0)
  if (funding.length > 0 && Math.abs(sum - amount) > amount * 1e-6 + 0.005) return false
  return (
    executed === undefined ||
    rate === undefined ||
    amount === 0 ||
    Math.abs((executed / amount) * 100 - rate) <= 0.0051
  )
}

const decimalsOf = (digits: string, { start, end }: Place): number =>
  /\.(\d+)%?$/.exec(digits.slice(start, end))?.[1]?.length ?? 0

const shareDecimals = (digits: string, parts: readonly Part[]): number => {
  const share = parts.find(({ isShare }) => isShare)
  return share === undefined ? 0 : decimalsOf(digits, share)
}

/** Whether all sums have as many digits behind the point. */
const arePrintedAlike = (digits: string, parts: readonly Part[]): boolean =>
  new Set(parts.filter(({ isShare }) => !isShare).map((part) => decimalsOf(digits, part))).size === 1
