import { isDigit, isIdeograph, skipBlanks, skipBlanksBack } from './characters.ts'
import type { RangeRead } from './read-range.ts'
import { readUnit } from './read-unit.ts'
import type { UnitWord } from './unit-words.ts'

const SIGN = /(?:[≥≤<>=》]|不[低少高大小多短]于|不超过|达到?|至少|约)$/

/** ≥(98)%, 不低于(98%), (120)元/人: a number in the brackets of the form's blank, with what stands around them. */
export const inBrackets = (text: string, range: RangeRead, floor: number): RangeRead => {
  const open = range.start - 1
  if (text[open] !== '(' || text[range.end] !== ')' || open < floor) return range
  const end = range.end + 1
  const lead = skipBlanksBack(text, open, floor)
  const isSigned = SIGN.test(text.slice(Math.max(floor, lead - 3), lead))
  const behind = range.unit === undefined ? unitBehind(text, end) : undefined
  // (1)人 is the first of a list.
  const isBlankFilled = behind !== undefined && lead === 0 && isFilledIn(text, range, behind)
  if (!isBlankFilled && !(isSigned && (behind !== undefined || !isIdeograph(text.charCodeAt(end)))))
    return range
  return behind === undefined ? { ...range, start: open, end } : withUnit({ ...range, start: open }, behind)
}

/** (0-20)分 and (10)分 are points. */
const isFilledIn = (text: string, { first, second }: RangeRead, { unit, end }: UnitWord): boolean =>
  second === undefined &&
  unit.dimension !== 'points' &&
  (first.numberEnd - first.numberStart > 1 || unit.dimension === 'share' || end === text.length)

/** The unit at `at`, also in brackets, where no word goes on behind it. */
export const unitBehind = (text: string, at: number): UnitWord | undefined => {
  const open = skipBlanks(text, at)
  const isBracketed = text[open] === '('
  const found = readUnit(text, isBracketed ? open + 1 : open)
  if (found === undefined || (isBracketed && text[found.end] !== ')')) return undefined
  const end = isBracketed ? found.end + 1 : found.end
  const next = text.charCodeAt(end)
  return isIdeograph(next) || isDigit(next) ? undefined : { ...found, end }
}

/** The range with a unit that stands farther behind it: 75以上%. */
export const withUnit = (range: RangeRead, { unit, start, end }: UnitWord): RangeRead => ({
  ...range,
  end,
  unit,
  unitStart: start,
  unitEnd: end,
})
