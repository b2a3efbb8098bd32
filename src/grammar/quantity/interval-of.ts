import { type Decimal, ZERO } from '../../model/decimal.ts'
import type { Comparator, Interval } from '../../model/measure.ts'

/** The values that satisfy a number, or a range, with its comparator. 余 and 多 alone mean more than the number printed. */
export const intervalOf = (
  lower: Decimal,
  upper: Decimal | undefined,
  sign: Comparator | undefined,
  isOver = false,
): Interval => {
  const top = upper ?? lower
  switch (sign) {
    case '≥':
      return { lower, upper: undefined, lowerInclusive: true, upperInclusive: false }
    case '>':
      return { lower, upper: undefined, lowerInclusive: false, upperInclusive: false }
    case '≤':
      return { lower: undefined, upper: top, lowerInclusive: false, upperInclusive: true }
    case '<':
      return { lower: undefined, upper: top, lowerInclusive: false, upperInclusive: false }
    default:
      if (isOver && upper === undefined && lower.greaterThan(ZERO))
        return { lower, upper: undefined, lowerInclusive: false, upperInclusive: false }
      return { lower, upper: top, lowerInclusive: true, upperInclusive: true }
  }
}
