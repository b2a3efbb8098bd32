import { NUMERALS } from './goal-words.ts'

/** 3, (3), 3., C-3, 三、, 第3条, 指标3. */
const SERIAL = new RegExp(
  `^[([【]?(?:[A-Za-z]{1,2}-?|指标|第)?(?:(\\d{1,4})|([${NUMERALS}]))[条项个]?[)\\]】.、:]?$`,
)

/** The number of a row or a record, where a cell or a line has nothing but that. */
export const serialNumber = (plain: string): number | undefined => {
  const [, digits, numeral] = SERIAL.exec(plain) ?? []
  if (digits !== undefined) return Number(digits)
  return numeral === undefined ? undefined : NUMERALS.indexOf(numeral)
}
