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
  [...IN_CHINESE, ...IN_WORDS],
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

/** Whether a number may begin with this character. */
export const mayBeginNumber = (code: number): boolean => FORM_AT[code] !== 0

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
  const single = SINGLES.find(([first, last]) => first <= code && code <= last)
  if (single !== undefined) return code - single[0] + 1
  return code < 0x80 ? Number(printed) : chineseValue(printed)
}

/** 一 to 九十九: 十二 is 12, 二十 is 20. */
const chineseValue = (printed: string): number => {
  const ten = printed.indexOf('十')
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : CHINESE.indexOf(character) + 1
  if (ten < 0) return digit(printed[0])
  return (ten === 0 ? 1 : digit(printed[0])) * 10 + digit(printed[ten + 1])
}
