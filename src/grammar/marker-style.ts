import type { MarkerStyle } from '../model/disclosure.ts'
import { isDigit } from './quantity/characters.ts'

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
export interface Form {
  readonly style: MarkerStyle
  readonly pattern: RegExp
}

const CHINESE = '一二三四五六七八九十'
const NUMBER = `(\\d{1,2}|[${CHINESE}]{1,3})`
const WITH_TARGET: Form = {
  style: 'goal',
  pattern: new RegExp(
    `(?:绩效|总体|年度)?目标\\s*(?:\\(\\s*${NUMBER}\\s*\\)|${NUMBER}|([①-⑳]))\\s*(?:[:、.,]\\s*)?`,
    'y',
  ),
}
/** 任务2: in front of a goal; 任务2项 counts them. */
const WITH_TASK: Form = {
  style: 'goal',
  pattern: new RegExp(`任务\\s*(?:${NUMBER}|([①-⑳]))\\s*:\\s*`, 'y'),
}
const WITH_INDICATOR: Form = {
  style: 'indicator',
  pattern: new RegExp(`指标\\s*(?:\\(\\s*${NUMBER}\\s*\\)|${NUMBER}|([①-⑳]))\\s*(?:[:、.,]\\s*)?`, 'y'),
}
/** 第一部分 产出. */
const PART: Form = { style: 'chinese', pattern: new RegExp(`第([${CHINESE}]{1,3})部分[\\s:、]*`, 'y') }
/** 一、二等奖 and 第一、二产业 name things, they number nothing. */
const IN_CHINESE: Form = {
  style: 'chinese',
  pattern: new RegExp(
    `(?:第([${CHINESE}]{1,3})\\s*[、.](?![${CHINESE}])|([${CHINESE}]{1,3})\\s*[、.](?![${CHINESE}]{1,3}(?:[、等级类]|$)))\\s*`,
    'y',
  ),
}
/** 一是产出指标: numbers a list in a sentence; a marker only where a heading follows. */
const IN_WORDS: Form = { style: 'chinese', pattern: new RegExp(`([${CHINESE}]{1,3})是\\s*`, 'y') }
const CHINESE_IN_BRACKETS: Form = {
  style: 'bracketed-chinese',
  pattern: new RegExp(`[(〔【]\\s*([${CHINESE}]{1,3})\\s*[)〕】]\\s*(?:[、.]\\s*)?`, 'y'),
}
const DIGITS_IN_BRACKETS: Form = {
  style: 'bracketed-decimal',
  pattern: /\(\s*(\d{1,2})\s*\)\s*(?:[、.]\s*)?/y,
}
const DOTTED: Form = {
  style: 'dotted',
  pattern: /(\d{1,2}(?:\.\d{1,2}){1,2})(?=[、\s\u4e00-\u9fff“])[、]?\s*/y,
}
const IN_DIGITS: Form = { style: 'decimal', pattern: /(\d{1,2})\s*[.、)](?!\d)\s*/y }
const CIRCLED: Form = { style: 'circled', pattern: /([①-⑳❶-❿])\s*(?:[、.]\s*)?/y }
const SINGLE_BRACKETED: Form = { style: 'bracketed-decimal', pattern: /([⑴-⒇])\s*(?:[、.]\s*)?/y }
const SINGLE_DOTTED: Form = { style: 'decimal', pattern: /([⒈-⒛])\s*/y }
const SINGLE_CHINESE: Form = { style: 'bracketed-chinese', pattern: /([㈠-㈩])\s*(?:[、.]\s*)?/y }
const BULLET: Form = { style: 'bullet', pattern: /([★☆●○■□◆◇▲△※•·]|\*(?!\*))\s*/y }
/** The dash of a list: `- 数量指标:…`. */
const DASH: Form = { style: 'bullet', pattern: /([-+])[^\S\n]{1,4}(?=[\u4e00-\u9fff【[(“])/y }

/** By its first character and the mark behind it, the one form that the text at `at` may have. */
type FormFinder = (folded: string, at: number) => Form | undefined

const FORMS: readonly (readonly [firsts: string, find: FormFinder])[] = [
  ['目', (folded, at) => (isNumberBehind(folded, at, '目标') ? WITH_TARGET : undefined)],
  ['绩总年', (folded, at) => (isNumberBehind(folded, at + 2, '目标') ? WITH_TARGET : undefined)],
  ['任', (folded, at) => (isNumberBehind(folded, at, '任务') ? WITH_TASK : undefined)],
  ['指', (folded, at) => (isNumberBehind(folded, at, '指标') ? WITH_INDICATOR : undefined)],
  [`第${CHINESE}`, (folded, at) => chineseForm(folded, at)],
  ['(〔【', (folded, at) => bracketedForm(folded, at)],
  ['0123456789', (folded, at) => digitForm(folded, at)],
  [rangeOf('①', '⑳') + rangeOf('❶', '❿'), () => CIRCLED],
  [rangeOf('⑴', '⒇'), () => SINGLE_BRACKETED],
  [rangeOf('⒈', '⒛'), () => SINGLE_DOTTED],
  [rangeOf('㈠', '㈩'), () => SINGLE_CHINESE],
  ['★☆●○■□◆◇▲△※•·*', () => BULLET],
  ['-+', () => DASH],
]

/** For each character, 1 + the index of the forms that may begin with it: a look-up for every character. */
const FORM_AT: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  for (const [i, [firsts]] of FORMS.entries()) {
    for (const character of firsts) table[character.charCodeAt(0)] = i + 1
  }
  return table
})()

function rangeOf(first: string, last: string): string {
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i))
}

const isNumberBehind = (folded: string, at: number, label: string): boolean => {
  if (!folded.startsWith(label, at)) return false
  const code = folded.charCodeAt(skipSpaces(folded, at + label.length))
  return isDigit(code) || code === OPENING || isChinese(code) || (code >= 0x2460 && code <= 0x2473)
}

const chineseForm = (folded: string, at: number): Form | undefined => {
  let end = at + 1
  // More of them than the patterns take number nothing.
  while (end <= at + 4 && isChinese(folded.charCodeAt(end))) end += 1
  if (folded[end] === '是') return IN_WORDS
  if (folded.startsWith('部分', end)) return PART
  const mark = folded[skipSpaces(folded, end)]
  return mark === '、' || mark === '.' ? IN_CHINESE : undefined
}

const bracketedForm = (folded: string, at: number): Form | undefined => {
  const code = folded.charCodeAt(skipSpaces(folded, at + 1))
  return isDigit(code) ? DIGITS_IN_BRACKETS : isChinese(code) ? CHINESE_IN_BRACKETS : undefined
}

/** Most digits of a text are told apart here from those that number something. */
const digitForm = (folded: string, at: number): Form | undefined => {
  let end = at + 1
  while (end <= at + 2 && isDigit(folded.charCodeAt(end))) end += 1
  if (end - at > 2) return undefined
  if (folded[end] === '.' && isDigit(folded.charCodeAt(end + 1))) return DOTTED
  const mark = folded[skipSpaces(folded, end)]
  return mark === '.' || mark === '、' || mark === ')' ? IN_DIGITS : undefined
}

const OPENING = '('.charCodeAt(0)
const CHINESE_CODES: ReadonlySet<number> = new Set([...CHINESE].map((c) => c.charCodeAt(0)))
const isChinese = (code: number): boolean => CHINESE_CODES.has(code)

const skipSpaces = (folded: string, at: number): number => {
  let end = at
  while (isSpace(folded.charCodeAt(end))) end += 1
  return end
}

/** As `\\s` of the patterns, in folded text. */
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x2028 || code === 0x2029

/** Whether a number may begin with this character. */
export const mayBeginNumber = (code: number): boolean => FORM_AT[code] !== 0

/** The way in which a number may be printed at `at` of the folded text, before it is read. */
export const formAt: FormFinder = (folded, at) =>
  FORMS[(FORM_AT[folded.charCodeAt(at)] as number) - 1]?.[1](folded, at)

/** The number of that form at `at` of the folded text. */
export const readNumber = ({ style, pattern }: Form, folded: string, at: number): NumberForm | undefined => {
  pattern.lastIndex = at
  const match = pattern.exec(folded)
  if (match === null) return undefined
  const printed = match[1] ?? match[2] ?? match[3] ?? ''
  return { style, printed, ordinal: ordinalOf(style, printed), end: at + match[0].length }
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
