/** A list number in one of Word's number formats (ECMA-376-1, 17.18.59); decimal where the format isn't known. */
export const listNumeral = (value: number, format: string): string =>
  FORMATS.get(format)?.(value) ?? `${value}`

const DIGITS = '零一二三四五六七八九'
const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'

/** Up to 9999, which no list reaches. */
const chinese = (value: number, digits: string, units: readonly string[]): string => {
  if (value <= 0 || value > 9_999) return `${value}`
  let words = ''
  let isZeroPending = false
  for (const [i, digit] of [...`${value}`].entries()) {
    const unit = units[`${value}`.length - 1 - i] ?? ''
    if (digit === '0') {
      isZeroPending = words !== ''
      continue
    }
    words += `${isZeroPending ? digits[0] : ''}${digits[Number(digit)]}${unit}`
    isZeroPending = false
  }
  return words
}

const counting = (value: number): string =>
  chinese(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十')

const capitals = (value: number): string => chinese(value, CAPITAL_DIGITS, ['', '拾', '佰', '仟'])

/** `a` … `z`, then `aa`, `bb`, as Word goes on. */
const letters = (value: number, first: number): string =>
  value <= 0 || value > 26 * 30
    ? `${value}`
    : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (value: number): string => {
  if (value <= 0 || value > 3_999) return `${value}`
  let rest = value
  let words = ''
  for (const [size, word] of ROMAN) {
    words += word.repeat(Math.floor(rest / size))
    rest %= size
  }
  return words
}

const circled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : `${value}`

const fullWidth = (value: number): string =>
  `${value}`.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

const stem = (value: number): string => '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? `${value}`

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['ideographDigital', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['chineseLegalSimplified', capitals],
  ['ideographTraditional', stem],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalZero', (value) => `${value}`.padStart(2, '0')],
  ['lowerLetter', (value) => letters(value, 0x61)],
  ['upperLetter', (value) => letters(value, 0x41)],
  ['lowerRoman', roman],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['none', () => ''],
])
