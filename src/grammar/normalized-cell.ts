import { parseDecimal, tenTo } from '../model/decimal.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { signOfWords } from './column-sign.ts'
import { endBefore } from './quantity/characters.ts'

/**
 * The text of a value's cell with its number and its sign as the grammar reads them: thousands without blanks (12 000),
 * powers and products worked out (10³, 60×2人·天), a sign out of its brackets (不低于(≥)85%) and in front of its
 * number (95%≥). Each piece keeps its place.
 * `unit` is that of the next cell.
 */
export const normalizedCell = (text: SpannedText, unit = ''): SpannedText => {
  const { folded } = text
  const plain = ODD_NUMBER.test(folded) ? withPlainNumbers(text, unit) : text
  return ODD_SIGN.test(folded) ? withSignInFront(plain) : plain
}

/** What most cells have nothing of. */
const ODD_NUMBER = /\d[ .] ?\d|\d \.\d|[\d)]\s?[×xX*^]\s?\d|\d[⁰¹²³⁴-⁹]/
const ODD_SIGN = /[≥≤<>=↑↓][)\]】”]*$|[([【“]|于\)|于】/

/** A stretch of the cell, and what it is read as. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const withPlainNumbers = (text: SpannedText, unit: string): SpannedText =>
  edited(
    text,
    NUMBERS.flatMap(({ pattern, read }) => {
      const match = pattern.exec(text.folded + unit)
      const number = match === null ? undefined : read(match)
      if (match === null || number === undefined) return []
      const start = match.index + (match[1] ?? '').length
      return [{ start, end: match.index + match[0].length, text: number }]
    }).slice(0, 1),
  )

const withoutBlanks = (match: RegExpExecArray): string =>
  match[0].slice((match[1] ?? '').length).replaceAll(' ', '')

/** What a number stands behind: nothing, a sign or a word. */
const LEAD = '((?:^|[≥≤<>=\\u4e00-\\u9fff:]) ?)'

/** How numbers are printed that are none of digits alone. */
const NUMBERS: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => string | undefined
}[] = [
  {
    // 12 000 m: of shares and points there are no thousands.
    pattern: new RegExp(`${LEAD}[1-9]\\d{0,2}(?: \\d{3})+(?:\\.\\d+)?(?= ?[\\u4e00-\\u9fffA-Za-z㎡])(?!分)`),
    read: withoutBlanks,
  },
  {
    // ≥ 3 2 0 户: every digit set apart.
    pattern:
      /^((?:[≥≤<>=]|不[低少高大小多]于|不超过|至少)? ?)\d(?: \d){2,}(?: ?\. ?\d(?: \d){0,3})?(?= ?[\u4e00-\u9fffA-Za-z㎡%])/,
    read: withoutBlanks,
  },
  {
    // ≥9 5%, 1 00%, 98. 5%: what the breaking of a line left of one number.
    pattern: /^(?:([≥≤<>=] ?)\d \d(?:\.\d+)?|1 0 ?0|10 0|[≥≤<>=]?\d{1,2}(?:\. | \.)\d{1,2})(?= ?%)/,
    read: withoutBlanks,
  },
  {
    // 1.5×10⁴, 10^6: a raised mark behind another number is that of a footnote.
    pattern: new RegExp(
      `${LEAD}(?:(\\d{1,9}(?:\\.\\d{1,9})?)\\s?[×xX*]\\s?)?10(?:\\^(\\d{1,2})|([²³⁴-⁹]))(?!\\d)`,
    ),
    read: ([, , factor, plain, raised]) => {
      const power = plain === undefined ? RAISED.indexOf(raised ?? '') : Number(plain)
      return power < 0 || power > MOST_POWER
        ? undefined
        : parseDecimal(factor ?? '1')
            .times(tenTo(power))
            .toFixed()
    },
  },
  {
    // 60×2人·天; 7×24小时 is round the clock, and 3×4米 a size.
    pattern:
      /^([≥≤<>=]? ?)(\d{1,6}) ?[×xX*] ?(\d{1,6})(?= ?[\u4e00-\u9fff])(?! ?(?:[毫厘分千公]?[米里寸尺]|小时|[尺寸见]))/,
    read: ([, , a, b]) =>
      parseDecimal(a as string)
        .times(parseDecimal(b as string))
        .toFixed(),
  },
]

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const MOST_POWER = 12

const withSignInFront = (text: SpannedText): SpannedText =>
  behindToFront(edited(text, bracketsOfSigns(text.folded)))

/** 不低于(≥)85%, ≥(不低于)85%, 【≥】85%: the brackets around nothing but a sign, before a number. */
const bracketsOfSigns = (folded: string): readonly Edit[] => {
  const match = SIGN_IN_BRACKETS.exec(folded)
  const sign = match?.[1]
  if (match === null || sign === undefined || signOfWords(sign) === undefined) return []
  const open = match.index
  const close = open + match[0].lastIndexOf(sign) + sign.length
  return [
    { start: open, end: close - sign.length, text: '' },
    { start: close, end: open + match[0].length, text: '' },
  ]
}

const SIGN_IN_BRACKETS = /[([【“]\s?([^()[\]【】“”\d\s]{1,6})\s?[)\]】”](?=\s?\d)/

/** 95%≥, 12场(不少于), 99.9%↑: the sign that stands behind the only number, in front of it. */
const behindToFront = (text: SpannedText): SpannedText => {
  const match = BEHIND.exec(text.folded)
  const printed = match?.[2] ?? match?.[3]
  if (match === null || printed === undefined) return text
  const at = (match[1] as string).length
  const end = match.index + match[0].lastIndexOf(printed)
  const value = text.trimmed(at, endBefore(text.folded.slice(0, end), '([【'))
  const arrow = ARROWS[printed]
  if (arrow !== undefined) {
    const sign = text.slice(end, end + printed.length)
    return SpannedText.join([text.slice(0, at), SpannedText.standingFor(sign, arrow), value])
  }
  if (signOfWords(printed) === undefined) return text
  const parts = [text.slice(0, at), text.slice(end, end + printed.length), value]
  return SpannedText.join(parts.filter(({ length }) => length > 0))
}

/** One number, its unit, and a sign, or a sign or a word in brackets. */
const BEHIND = /^([^\d≥≤<>=]{0,8})\d[\d.,]*[^\d≥≤<>=()↑↓]{0,6}(?:([≥≤↑↓])|[([【]\s?([^\d()]{1,6})\s?[)\]】])$/
const ARROWS: Readonly<Record<string, string>> = { '↑': '≥', '↓': '≤' }

const edited = (text: SpannedText, edits: readonly Edit[]): SpannedText => {
  if (edits.length === 0) return text
  const parts: SpannedText[] = []
  let kept = 0
  for (const { start, end, text: number } of edits) {
    parts.push(text.slice(kept, start))
    if (number !== '') parts.push(SpannedText.standingFor(text.slice(start, end), number))
    kept = end
  }
  parts.push(text.slice(kept))
  return SpannedText.join(parts.filter(({ length }) => length > 0))
}
