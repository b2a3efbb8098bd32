import type { Measure } from '../model/measure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { BARE_POINTS } from '../vocabulary/categories.ts'
import { scanQuantities } from './quantity/index.ts'

/** A text without the points behind it, and the points. */
export interface Weighted {
  readonly text: SpannedText
  readonly weight: Measure | undefined
}

/** A number, or a range of which any value may be given. */
const POINTS = String.raw`\d+(?:\.\d+)?(?:\s*[-~至]\s*\d+(?:\.\d+)?)?`
/** `(20分)`, `(0-20分)`; a range also as `(0-20)分`, but `(90)分` may be a value. */
const BRACKETED = new RegExp(
  String.raw`\(\s*${POINTS}\s*分\s*\)$|\(\s*\d+(?:\.\d+)?\s*[-~至]\s*\d+(?:\.\d+)?\s*\)\s*分$`,
)
const BEHIND_VALUE = new RegExp(
  String.raw`[\d%‰A-Za-z\u3007\u3400-\u9fff\uf900-\ufaff)]\s+(?<points>${POINTS}分)$`,
)
const LONGEST = 24
/** What a cell of 分值 or 权重 holds: points, a share of the whole, or a bare number. */
const CELL = new RegExp(String.raw`^\(?\s*${POINTS}\s*(?:[分%]\s*)?(?:\)\s*)?分?$`)

/** `(10)` */
const BARE_IN_BRACKETS = /^\([\d.]+\)$/

/** 分值 behind a value: `≥40人(10分)`, `3期 40分`. */
export const takeWeight = (text: SpannedText): Weighted => {
  const bracketed = takeNameWeight(text)
  if (bracketed.weight !== undefined || !text.folded.endsWith('分')) return bracketed
  const tail = text.folded.slice(-LONGEST)
  const points = BEHIND_VALUE.exec(tail)?.groups?.['points']
  if (points === undefined) return bracketed
  const at = text.length - points.length
  const value = text.trimmed(0, at)
  // 满意度 90分 is a value; only behind another value are points a weight.
  const last = scanQuantities(value).at(-1)
  if (last === undefined || last.text.endIn(value) !== value.length) return bracketed
  return weighted(text, value, at)
}

/** 分值 in brackets at the end of a name or a value: `培训期数(5分)`. */
export const takeNameWeight = (text: SpannedText): Weighted => {
  const { folded } = text
  const last = folded[folded.length - 1]
  if (last !== ')' && last !== '分') return { text, weight: undefined }
  const match = BRACKETED.exec(folded.slice(-LONGEST))
  if (match === null) return { text, weight: undefined }
  const at = text.length - match[0].length
  return at === 0 ? { text, weight: undefined } : weighted(text, text.trimmed(0, at), at)
}

/** 分值 behind the name of a heading, with brackets or without: `数量指标(20分)`, `产出指标40分`. */
export const takeHeadingWeight = (text: SpannedText): Weighted => {
  const bracketed = takeNameWeight(text)
  const points = bracketed.weight === undefined ? BARE_POINTS.exec(text.folded.slice(-LONGEST)) : null
  // A bare number behind a heading is hardly sure enough to be added up.
  if (points === null || !points[0].endsWith('分')) return bracketed
  const at = text.length - points[0].length
  return weighted(text, text.trimmed(0, at), at)
}

/** A cell of a column 分值 or 权重: `10`, `10分`, `20%`, `0-20`; `undefined` for anything else. */
export const parseWeightCell = (text: SpannedText): Measure | undefined => {
  const cell = text.trim()
  if (cell.length > LONGEST || !CELL.test(cell.folded)) return undefined
  const [points, ...more] = scanQuantities(
    BARE_IN_BRACKETS.test(cell.folded) ? cell.slice(1, cell.length - 1) : cell,
  )
  return points?.kind === 'measure' && more.length === 0 ? points : undefined
}

const weighted = (text: SpannedText, before: SpannedText, at: number): Weighted => {
  const [points] = scanQuantities(text.slice(at))
  return points?.kind === 'measure' && !before.isBlank
    ? { text: before, weight: points }
    : { text, weight: undefined }
}
