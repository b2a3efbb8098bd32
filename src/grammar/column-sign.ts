import type { Comparator } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, TITLE_MARKS } from '../vocabulary/comparators.ts'

const BEFORE: ReadonlyMap<string, Comparator> = new Map(COMPARATORS_BEFORE)
/** 以内, 以上 and 秒内 alone say what they say behind a number. */
const ALONE: ReadonlyMap<string, Comparator> = new Map([
  ...TITLE_MARKS,
  ...COMPARATORS_AFTER,
  ['内', '≤'],
  ...COMPARATORS_BEFORE,
])
/** FORM: how text recognition reads the signs of a column of comparators. */
const MISREAD: Readonly<Record<string, Comparator>> = { 工: '≥', 之: '≥', 三: '≥', 二: '=' }
const LONGEST = 16

/** What the words of a cell of comparators, or of brackets around them, compare: 以上, 大于(等于), 不小于/≥, ≥(大于等于), 004 ≥ (SYS: its code). */
export const signOfWords = (printed: string): Comparator | undefined => {
  const words = printed.replaceAll(/\s/g, '').replace(/^0\d{1,3}(?=[≥≤<>=])/, '')
  const known = ALONE.get(words)
  if (known !== undefined || words.length > LONGEST) return known
  const parts = words.match(PARTS) ?? []
  const signs = new Set(parts.map((part) => ALONE.get(part)))
  const [sign] = signs
  return signs.size === 1 && parts.length > 1 ? sign : undefined
}

const PARTS = /[≥≤<>=≮≯]+|[\u4e00-\u9fff]+(?:\((?:或?等于|含)\))?/g

/** A cell of comparators as its sign; as it is printed where that can stand before a number. */
export const columnSign = (cell: SpannedText | undefined): SpannedText | undefined => {
  if (cell === undefined || cell.isBlank) return undefined
  if (BEFORE.has(cell.folded.replaceAll(/\s/g, ''))) return cell
  return asSign(cell, MISREAD[cell.folded] ?? signOfWords(cell.folded))
}

/** The sign that a text stands for, in its place. */
export const asSign = (text: SpannedText, sign: Comparator | undefined): SpannedText | undefined =>
  sign === undefined ? undefined : SpannedText.standingFor(text, sign)
