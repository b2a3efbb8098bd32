import { cellKind, isTyped } from './cell-kinds.ts'

/** Results in brackets right behind what was planned: ≥12场次(完成12场次) (FORM: 完成情况公示, 自评). */

/** 指标值(括号内为完成数), 目标值(实际值): the header of targets whose results stand in brackets. */
export const HEADS_BRACKETED =
  /\((?:(?:括[号弧][内中里]?)?(?:的?数[字值])?[为是系]?)(?:全年|年度|本年|年末|年底|自评|指标)?(?:实际|实绩|完成|实现|达成){1,2}(?:指标)?(?:值|数|情况|结果)?\)/

/** 完成, 实际完成, 已发放, 实绩: in front of a result. */
const LEAD =
  /^(?:全年|年度|年末|年底|累计|均|全部){0,2}(?:已|实际|实绩|完成){1,2}(?:完成|实现|达成|达到|达|发放|支付|支出|建成){0,2}(?:值|数|情况|时间|日期)?[为于:]?\s?/

const LAST_BRACKET = /\(([^()\n]{1,40})\)$/
/** The longest bracket, with its signs. */
export const LONGEST_BRACKET = 42

/** Where a text is divided that holds a target and its result. */
export interface BracketedResult {
  /** The bracket. */
  readonly open: number
  /** The result in it. */
  readonly start: number
  readonly end: number
}

/**
 * The result in the brackets that a value ends with: behind a word for it and alike to the value, or whatever stands there where the
 * header says that it is (`isSaid`).
 */
export const bracketedResult = (folded: string, isSaid: boolean): BracketedResult | undefined => {
  const match = folded.endsWith(')') ? LAST_BRACKET.exec(folded.slice(-LONGEST_BRACKET)) : null
  const [bracket = '', inside = ''] = match ?? []
  const open = folded.length - bracket.length
  const value = folded.slice(0, open).trim()
  const lead = LEAD.exec(inside)?.[0].length ?? 0
  if (value === '' || bracket === '' || (lead === 0 && !isSaid)) return undefined
  const result = inside.slice(lead)
  // (已完成)
  const from = result === '' ? 0 : lead
  if (isSaid ? !isTyped(cellKind(value)) || /\d/.test(inside) || lead > 0 : isAlike(value, result))
    return { open, start: open + 1 + from, end: folded.length - 1 }
  return undefined
}

/** Whether a target and what is said to be done are of one kind, with one unit, or say the same in words. */
const isAlike = (value: string, result: string): boolean => {
  const [planned, reached] = [cellKind(value), cellKind(result)]
  if (planned === 'date' || reached === 'date') return planned === reached
  if (/\d/.test(value)) return isTyped(reached) && [unitOf(value), ''].includes(unitOf(result))
  return value.length > 1 && result.endsWith(value.slice(-2))
}

/** What stands behind the last digit. */
const unitOf = (value: string): string =>
  value
    .replace(/(?:以上|以内|左右)$/, '')
    .split(/[\d\s]/)
    .at(-1) ?? ''
