import { mapped } from '../collect.ts'
import type { ColumnRole } from '../model/disclosure.ts'
import type { Cell, Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { isQuality } from '../vocabulary/qualities.ts'

/** What each column of a table holds, left to right; `undefined` for a column that isn't known. */
export type Columns = readonly (ColumnRole | undefined)[]

/** The cells of a row under their columns. */
export interface Aligned {
  readonly cells: readonly SpannedText[]
  /** How many cells the row has, blank ones that a trailing tab made up for a missing one left out. */
  readonly count: number
}

/**
 * Puts the cells of a row under the columns. A row with too few cells has blank ones where they fit
 * best; in one with too many, the neighbours that fit best are one cell that a tab has split.
 */
export const alignCells = (row: Row, columns: Columns): Aligned => {
  const texts = mapped(row.cells, (cell) => cell.text)
  const count = texts.length
  const missing = columns.length - count
  if (missing === 0) return shifted(row, texts, columns) ?? { cells: texts, count }
  const candidates = missing > 0 ? withBlanks(row.cells, missing) : withMerges(texts, -missing)
  return { cells: bestOf(candidates, columns), count }
}

const totalFitness = (cells: readonly SpannedText[], columns: Columns): number =>
  columns.reduce((sum, role, i) => sum + fitness(cells[i], role), 0)

const bestOf = (
  candidates: readonly (readonly SpannedText[])[],
  columns: Columns,
): readonly SpannedText[] => {
  let best = candidates[0] as readonly SpannedText[]
  let bestFitness = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const total = totalFitness(candidate, columns)
    if (total > bestFitness) {
      best = candidate
      bestFitness = total
    }
  }
  return best
}

/** How much better another place must fit before cells are moved that are as many as the columns. */
const CLEARLY_BETTER = 6

/** A row that lacks a cell and has a trailing tab: as many cells as columns, most in the wrong one. */
const shifted = (row: Row, texts: readonly SpannedText[], columns: Columns): Aligned | undefined => {
  if (!texts.at(-1)?.isBlank) return undefined
  const own = totalFitness(texts, columns)
  if (own >= 0) return undefined
  const filled = row.cells.slice(0, texts.findLastIndex((text) => !text.isBlank) + 1)
  if (filled.length === 0) return undefined
  const best = bestOf(withBlanks(filled, columns.length - filled.length), columns)
  return totalFitness(best, columns) >= own + CLEARLY_BETTER
    ? { cells: best, count: filled.length }
    : undefined
}

/** More candidates than this tell no more, and rows of thousands of cells are no table. */
const CANDIDATES = 64

/** The last position first: cells are most often missing at the end. */
const withBlanks = (cells: readonly Cell[], count: number): (readonly SpannedText[])[] => {
  const texts = mapped(cells, (cell) => cell.text)
  const candidates: (readonly SpannedText[])[] = []
  for (let at = cells.length; at >= 0 && candidates.length < CANDIDATES; at -= 1) {
    const place = at < cells.length ? (cells[at] as Cell).span.start : (cells.at(-1) as Cell).span.end
    const blanks = Array.from({ length: count }, () => SpannedText.of([], place))
    candidates.push([...texts.slice(0, at), ...blanks, ...texts.slice(at)])
  }
  return candidates
}

const withMerges = (texts: readonly SpannedText[], count: number): (readonly SpannedText[])[] => {
  const candidates: (readonly SpannedText[])[] = []
  const last = texts.length - count - 1
  for (let at = last; at >= Math.max(0, last - CANDIDATES); at -= 1) {
    const run = texts.slice(at, at + count + 1)
    const filled = run.filter((text) => !text.isBlank)
    const merged = filled.length > 0 ? SpannedText.join(filled, '\t') : (run[0] as SpannedText)
    candidates.push([...texts.slice(0, at), merged, ...texts.slice(at + count + 1)])
  }
  return candidates
}

const NUMBER = /^-?[\d,.]+(?:万?元|万)?$/
const OUTLINE = /(?:产出|效益|数量|质量|时效|满意度)指标/
const OUTLINE_START =
  /^[^\u4e00-\u9fff]{0,4}(?:[一二三四五六]、|[(]一[)])?\s*(?:项目)?(?:产出|成本|数量|完成)指标/

/** How well a text fits a column: positive if it looks like it, negative if it can't be. */
export const fitness = (text: SpannedText | undefined, role: ColumnRole | undefined): number => {
  const plain = text === undefined || role === undefined ? '' : meaning(text.text.slice(0, 400))
  if (plain === '' || role === undefined) return 0
  return FITNESS[role](plain, NUMBER.test(plain))
}

const nameFitness = (text: string, isNumber: boolean): number =>
  isNumber ? -2 : text.length <= 60 && !/[≥≤]/.test(text) ? 1 : -1

const FITNESS: Readonly<Record<ColumnRole, (text: string, isNumber: boolean) => number>> = {
  code: (text) => (/^\d{3,24}$/.test(text) ? 2 : -2),
  amount: (text, isNumber) => (isNumber ? 3 : text.length > 20 ? -3 : -1),
  name: nameFitness,
  agency: nameFitness,
  goal: (text, isNumber) =>
    isNumber
      ? -2
      : (text.includes('目标') ? 1 : 0) + (text.length > 15 ? 1 : 0) - (OUTLINE.test(text) ? 2 : 0),
  indicator: (text, isNumber) => {
    if (isNumber) return -2
    if (OUTLINE.test(text)) return OUTLINE_START.test(text) ? 4 : 3
    return /[≥≤]/.test(text) ? 2 : text.length > 15 ? 0 : -1
  },
  'level-one': (text) => headingFitness(text, 1),
  'level-two': (text) => headingFitness(text, 2),
  comparator: (text) => (COMPARATOR.test(text) ? 3 : -3),
  target: (text, isNumber) =>
    isNumber || /[\d≥≤<>=]/.test(text) || isQuality(text) ? 2 : text.length > 30 ? -1 : 0,
  unit: (text, isNumber) => (isNumber || text.length > 8 || /[≥≤]/.test(text) ? -2 : 1),
  weight: (_text, isNumber) => (isNumber ? 2 : -2),
  direction: (text) => (/[正反负逆]向/.test(text) ? 3 : -2),
  funding: (_text, isNumber) => (isNumber ? 3 : -2),
  executed: (_text, isNumber) => (isNumber ? 3 : -2),
  rate: (text, isNumber) => (isNumber || /^[\d.]+%$/.test(text) ? 2 : -2),
  actual: (text, isNumber) =>
    isNumber || /[\d≥≤<>=]/.test(text) || isQuality(text) ? 2 : text.length > 30 ? -1 : 0,
  score: (_text, isNumber) => (isNumber ? 2 : -2),
  reason: (_text, isNumber) => (isNumber ? -2 : 0),
  note: () => 0,
  result: () => 0,
  period: () => 0,
  other: () => 0,
}

const COMPARATOR = /^(?:[≥≤<>=≧≦＝]{1,2}|大于等于|小于等于|等于|大于|小于|定性|定量|不[高低少多]于|不超过)$/

const headingFitness = (text: string, level: 1 | 2): number => {
  const entries = text.length > 24 ? [] : categoriesNamed(text.replace(/\([^()]*\)$/, ''))
  if (entries.some((entry) => entry.level === level || entry.level === 'either')) return 4
  return entries.length > 0 ? -3 : /[\d≥≤]/.test(text) || text.length > 16 ? -3 : -1
}
