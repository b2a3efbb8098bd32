import type { Quantity, Unit } from '../../model/measure.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { isDigit, isKind, Kind, skipBlanks } from './characters.ts'
import { countedUnit } from './meant-unit.ts'
import { prepareText } from './prepare-text.ts'
import { readUnit } from './read-unit.ts'
import { type ScanOptions, scanQuantities } from './scan-quantities.ts'

export { intervalOf } from './read-measure.ts'
export { type ScanOptions, scanQuantities } from './scan-quantities.ts'

/**
 * All quantities in `text`: measures, periods and baselines, in order and not overlapping.
 *
 * @example parseMeasures('年内新增岗位80人以上') → one measure, [80, ∞) 人
 */
export const parseMeasures = (text: string, options?: ScanOptions): readonly Quantity[] =>
  scanQuantities(SpannedText.ofSource(text, { start: 0, end: text.length }), options)

/** Whether a table holds the unit that is printed so: 盏, and not 基. */
export const isListedUnit = (printed: string): boolean => readUnit(printed, 0)?.end === printed.length

/** The unit that `text` consists of (a cell of a 计量单位 column); `undefined` for anything else. */
export const parseUnit = (text: SpannedText): Unit | undefined => {
  const folded = prepareText(text.text)
  const read = readUnit(folded, 0)
  return read !== undefined && skipBlanks(folded, read.end) === folded.length
    ? countedUnit(read.unit)
    : undefined
}

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
