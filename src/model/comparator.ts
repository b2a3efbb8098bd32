import type { Comparator } from './measure.ts'

/** Which side a comparator leaves open: 1 for ≥ and >, -1 for ≤ and <, 0 for = and none. */
export const sideOf = (sign: Comparator | undefined): 1 | -1 | 0 => {
  switch (sign) {
    case '≥':
    case '>':
      return 1
    case '≤':
    case '<':
      return -1
    default:
      return 0
  }
}
