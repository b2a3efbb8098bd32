import { isKind, Kind } from './character-kinds.ts'
import { isDigit } from './characters.ts'

/**
 * Whether a folded text may have two numbers in digits, with something behind the first: told from its characters
 * alone, since most indicators have one. The point of 3.25 could part two, but not where that number is all
 * that can be read in the text.
 */
export const mayHaveTwoNumbers = (folded: string): boolean => {
  let numbers = 0
  let points = 0
  let goesOn = false
  let hasWords = false
  let wasDigit = false
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    const digit = isDigit(code)
    if (digit && !wasDigit) {
      if (numbers === 1 && points === 0 && isPointAt(folded, at - 1)) points = 1
      else numbers += 1
    }
    wasDigit = digit
    goesOn ||= numbers > 0 && !digit && code !== POINT && code !== COMMA
    hasWords ||= code === HALF || (code > 0x7f && isKind(code, Kind.digit | Kind.power | Kind.date))
  }
  return goesOn && (numbers > 1 || (points > 0 && hasWords))
}

const COMMA = 44
const POINT = 46
const HALF = '半'.charCodeAt(0)

const isPointAt = (folded: string, at: number): boolean =>
  folded.charCodeAt(at) === POINT && isDigit(folded.charCodeAt(at - 1))
