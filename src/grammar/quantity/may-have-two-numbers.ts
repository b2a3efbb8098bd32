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
  }
  return goesOn && (numbers > 1 || (points > 0 && mayHaveWords(folded)))
}

const COMMA = 44
const POINT = 46

const mayHaveWords = (folded: string): boolean => {
  for (let at = 0; at < folded.length; at += 1)
    if (!isDigit(folded.charCodeAt(at)) && mayBeWords(folded, at)) return true
  return false
}

/** Whether a quantity in words may begin at `at`: 三期, 上年, 十人, 百分之百, 数万元; 万 alone begins none. */
const mayBeWords = (folded: string, at: number): boolean => {
  const code = folded.charCodeAt(at)
  if (isKind(code, Kind.digit | Kind.date) || BEGINS_WORDS.includes(folded[at] as string)) return true
  return isKind(code, Kind.opensNumeral) && isKind(folded.charCodeAt(at + 1), Kind.power)
}

const BEGINS_WORDS = '半十拾百佰'

const isPointAt = (folded: string, at: number): boolean =>
  folded.charCodeAt(at) === POINT && isDigit(folded.charCodeAt(at - 1))
