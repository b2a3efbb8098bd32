import type { SpannedText } from '../source/spanned-text.ts'
import { asSign, signOfWords } from './column-sign.ts'
import { parseUnit } from './quantity/index.ts'

/** What a name still says of its value: `(≥**%)` and `(件以内)` have a comparator and a unit, and no number. */
export interface Placeholder {
  /** A sign, in the place of what it is printed as. */
  readonly comparator: SpannedText | undefined
  readonly unit: SpannedText | undefined
}

const SIGN = '[≥≤<>=]{1,2}|不[\\u4e00-\\u9fff]{1,3}|[大小高低多少等]于(?:或?等于)?|至少|最[多高低长]'
const UNIT = '[^\\s()\\[\\],、≥≤<>=*\\d]{1,6}'
const [OPEN, CLOSE] = ['[([]\\s?', '\\s?[)\\]]']

/** The blanks of forms, of which the last has been lost: (≥**%), (≥台). */
const BLANKS: readonly RegExp[] = [
  /(?:[([]|(?<!\s))\s*(?:(?<sign>≥|≤|>=|<=|>|<|=|不低于|不少于|不高于|不超过)\s*)?(?:(?<!\*)\*{2,}|(?<![×xX])[×xX]{2,}|(?<!_)_{2,})\s*(?:(?<unit>[^\s()*\d]{1,6})\s*)?[)\]]?$/,
  /\((?<sign>≥|≤|>=|<=)(?<unit>[\u4e00-\u9fff%]{1,4})\)$/,
]
/** 持证率(≥), 办结时限(不超过,天); 持证率(%,≥); 信访投诉(件以内); 满意度(%)≥; 满意度≥, 满意度≥(%), 培训人次≥人次. */
const SAID: readonly RegExp[] = [
  `${OPEN}(?<sign>${SIGN})[,、\\s]?(?<unit>${UNIT})?${CLOSE}$`,
  `${OPEN}(?<unit>${UNIT})[,、\\s]\\s?(?<sign>${SIGN})${CLOSE}$`,
  `${OPEN}(?<unit>${UNIT}?)(?<sign>(?:[及或]?以)[上下内]|之?内)${CLOSE}$`,
  `${OPEN}(?<unit>${UNIT})${CLOSE}\\s?(?<sign>${SIGN})$`,
  `(?<=[\\u4e00-\\u9fff])(?<sign>${SIGN})\\s?(?:${OPEN}(?<unit>${UNIT})${CLOSE})?$`,
  `(?<=[\\u4e00-\\u9fff])(?<sign>[≥≤])(?<unit>${UNIT})$`,
].map((pattern) => new RegExp(pattern))
const LONGEST = 40
const MAY_END = /[*×xX_)\]≥≤<>=于过少超多高低长]/

/** What the end of a name says of its value (FORM: `成活率(≥**%)`, left in front of the filled value; 满意度≥). */
export const placeholderAtEnd = (name: SpannedText): Placeholder | undefined => {
  const { folded } = name
  const end = folded.slice(-LONGEST)
  if (/[*×xX_)]/.test(folded)) {
    const blank = firstMatch(BLANKS, end)
    if (blank !== undefined) return placeholderOf(name, blank)
  }
  const said = MAY_END.test(end.slice(-1)) || /[≥≤]/.test(end) ? firstMatch(SAID, end) : undefined
  const found = said === undefined ? undefined : placeholderOf(name, said)
  // 控制成本(不超过预算) is a remark.
  const isUnit = found?.unit === undefined || parseUnit(found.unit) !== undefined
  return found?.comparator === undefined || !isUnit ? undefined : found
}

const firstMatch = (patterns: readonly RegExp[], end: string): RegExpExecArray | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(end)
    if (match !== null) return match
  }
  return undefined
}

const placeholderOf = (name: SpannedText, match: RegExpExecArray): Placeholder => {
  const start = Math.max(0, name.length - LONGEST) + match.index
  const part = (word: string | undefined): SpannedText | undefined => {
    if (word === undefined) return undefined
    const at = start + match[0].lastIndexOf(word)
    return name.slice(at, at + word.length)
  }
  const sign = part(match.groups?.['sign'])
  const comparator = sign === undefined ? undefined : asSign(sign, signOfWords(sign.folded))
  return { comparator, unit: part(match.groups?.['unit']) }
}
