import type { MarkerStyle } from '../model/disclosure.ts'

/** A number at a place, in one of the ways of printing it; whether it is a marker is another question. */
export interface NumberForm {
  readonly style: MarkerStyle
  /** `undefined` for bullets. */
  readonly ordinal: number | undefined
  /** The number itself as printed: `1.2`, `十二`. */
  readonly printed: string
  /** Behind the number, its punctuation and the blanks after it. */
  readonly end: number
}

/** A way of printing a number; the pattern is sticky and reads folded text. */
interface Form {
  readonly style: MarkerStyle
  readonly pattern: RegExp
}

const CHINESE = '一二三四五六七八九十'
const NUMBER = `(\\d{1,2}|[${CHINESE}]{1,3})`
const WITH_TARGET: readonly Form[] = [
  {
    style: 'goal',
    pattern: new RegExp(
      `(?:绩效|总体|年度)?目标\\s*(?:\\(\\s*${NUMBER}\\s*\\)|${NUMBER}|([①-⑳]))\\s*(?:[:、.,]\\s*)?`,
      'y',
    ),
  },
]
const WITH_INDICATOR: readonly Form[] = [
  {
    style: 'indicator',
    pattern: new RegExp(`指标\\s*(?:\\(\\s*${NUMBER}\\s*\\)|${NUMBER}|([①-⑳]))\\s*(?:[:、.,]\\s*)?`, 'y'),
  },
]
const IN_CHINESE: readonly Form[] = [
  // 一、二等奖 and 第一、二产业 name things, they number nothing.
  {
    style: 'chinese',
    pattern: new RegExp(
      `(?:第([${CHINESE}]{1,3})\\s*[、.](?![${CHINESE}])|([${CHINESE}]{1,3})\\s*[、.](?![${CHINESE}]{1,3}(?:[、等级类]|$)))\\s*`,
      'y',
    ),
  },
]
/** 一是产出指标: numbers a list in a sentence; a marker only where a heading follows. */
const IN_WORDS: readonly Form[] = [
  { style: 'chinese', pattern: new RegExp(`([${CHINESE}]{1,3})是\\s*`, 'y') },
]
const CHINESE_FORMS = [...IN_CHINESE, ...IN_WORDS]
const IN_BRACKETS: readonly Form[] = [
  {
    style: 'bracketed-chinese',
    pattern: new RegExp(`[(〔【]\\s*([${CHINESE}]{1,3})\\s*[)〕】]\\s*[、.]?\\s*`, 'y'),
  },
  { style: 'bracketed-decimal', pattern: /\(\s*(\d{1,2})\s*\)\s*[、.]?\s*/y },
]
const IN_DIGITS: readonly Form[] = [
  { style: 'dotted', pattern: /(\d{1,2}(?:\.\d{1,2}){1,2})(?=[、\s\u4e00-\u9fff“])[、]?\s*/y },
  { style: 'decimal', pattern: /(\d{1,2})\s*[.、)](?!\d)\s*/y },
]
const CIRCLED: readonly Form[] = [{ style: 'circled', pattern: /([①-⑳❶-❿])\s*[、.]?\s*/y }]
const SINGLE_BRACKETED: readonly Form[] = [{ style: 'bracketed-decimal', pattern: /([⑴-⒇])\s*[、.]?\s*/y }]
const SINGLE_DOTTED: readonly Form[] = [{ style: 'decimal', pattern: /([⒈-⒛])\s*/y }]
const SINGLE_CHINESE: readonly Form[] = [{ style: 'bracketed-chinese', pattern: /([㈠-㈩])\s*[、.]?\s*/y }]
const BULLET: readonly Form[] = [{ style: 'bullet', pattern: /([★☆●○■□◆◇▲△※•·]|\*(?!\*))\s*/y }]

const FORMS: readonly (readonly Form[])[] = [
  WITH_TARGET,
  WITH_INDICATOR,
  CHINESE_FORMS,
  IN_BRACKETS,
  IN_DIGITS,
  CIRCLED,
  SINGLE_BRACKETED,
  SINGLE_DOTTED,
  SINGLE_CHINESE,
  BULLET,
]

/** For each character, 1 + the index of the forms that may begin with it: a look-up for every character. */
const FORM_AT: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  const starts = [
    '目绩总年',
    '指',
    `第${CHINESE}`,
    '(〔【',
    '0123456789',
    rangeOf('①', '⑳') + rangeOf('❶', '❿'),
    rangeOf('⑴', '⒇'),
    rangeOf('⒈', '⒛'),
    rangeOf('㈠', '㈩'),
    '★☆●○■□◆◇▲△※•·*',
  ]
  for (const [i, characters] of starts.entries()) {
    for (const character of characters) table[character.charCodeAt(0)] = i + 1
  }
  return table
})()

function rangeOf(first: string, last: string): string {
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i))
}

/** Whether a number may begin at `at` of the folded text, by its first character and the mark behind it. */
export const mayBeginNumber = (folded: string, at: number): boolean => {
  const forms = FORM_AT[folded.charCodeAt(at)] as number
  return forms !== 0 && isNumberLike(folded, at, FORMS[forms - 1])
}

/** Every way to read the folded text at `at` as a number, most likely first. */
export const readNumberForms = (folded: string, at: number): readonly NumberForm[] => {
  const found: NumberForm[] = []
  for (const { style, pattern } of FORMS[(FORM_AT[folded.charCodeAt(at)] as number) - 1] ?? []) {
    pattern.lastIndex = at
    const match = pattern.exec(folded)
    if (match === null) continue
    const printed = match[1] ?? match[2] ?? match[3] ?? ''
    found.push({ style, printed, ordinal: ordinalOf(style, printed), end: at + match[0].length })
  }
  return found
}

/** Whether what stands behind the first character leaves room for one of `forms`; of most digits it does not. */
const isNumberLike = (folded: string, at: number, forms: readonly Form[] | undefined): boolean => {
  switch (forms) {
    case WITH_TARGET:
      return isNumberBehind(folded, folded[at] === '目' ? at : at + 2, '目标')
    case WITH_INDICATOR:
      return isNumberBehind(folded, at, '指标')
    case CHINESE_FORMS:
      return isMarkBehind(folded, at, isChinese, '、.是')
    case IN_DIGITS:
      return isMarkBehind(folded, at, isDigit, '.、)')
    case IN_BRACKETS: {
      const code = folded.charCodeAt(skipSpaces(folded, at + 1))
      return isDigit(code) || isChinese(code)
    }
    default:
      return true
  }
}

const isNumberBehind = (folded: string, at: number, label: string): boolean => {
  if (!folded.startsWith(label, at)) return false
  const code = folded.charCodeAt(skipSpaces(folded, at + label.length))
  return isDigit(code) || code === BRACKET || isChinese(code) || isCircled(code)
}

const isMarkBehind = (
  folded: string,
  at: number,
  isPart: (code: number) => boolean,
  marks: string,
): boolean => {
  let end = at + 1
  while (isPart(folded.charCodeAt(end))) end += 1
  return marks.includes(folded[skipSpaces(folded, end)] ?? ' ')
}

const BRACKET = '('.charCodeAt(0)
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isChinese = (code: number): boolean => CHINESE_CODES.has(code)
const CHINESE_CODES: ReadonlySet<number> = new Set([...CHINESE].map((c) => c.charCodeAt(0)))
const isCircled = (code: number): boolean => code >= 0x2460 && code <= 0x2473

const skipSpaces = (folded: string, at: number): number => {
  let end = at
  while (isSpace(folded.charCodeAt(end))) end += 1
  return end
}

/** As `\s` of the patterns, in folded text. */
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x2028 || code === 0x2029

const SINGLES: readonly [first: number, last: number][] = [
  [0x2460, 0x2473],
  [0x2474, 0x2487],
  [0x2488, 0x249b],
  [0x2776, 0x277f],
  [0x3220, 0x3229],
]

/** The value of a list number; dotted ones (1.2) have that of their last part. */
const ordinalOf = (style: MarkerStyle, printed: string): number | undefined => {
  if (style === 'bullet') return undefined
  if (style === 'dotted') return Number(printed.slice(printed.lastIndexOf('.') + 1))
  const code = printed.charCodeAt(0)
  if (code < 0x80) return Number(printed)
  for (const [first, last] of SINGLES) if (first <= code && code <= last) return code - first + 1
  return chineseValue(printed)
}

/** 一 to 九十九: 十二 is 12, 二十 is 20. */
const chineseValue = (printed: string): number => {
  const ten = printed.indexOf('十')
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : CHINESE.indexOf(character) + 1
  if (ten < 0) return digit(printed[0])
  return (ten === 0 ? 1 : digit(printed[0])) * 10 + digit(printed[ten + 1])
}
