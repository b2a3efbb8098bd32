import { mapped } from '../collect.ts'
import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { AGENCY_NAME, isLevelRole, PROJECT_CATEGORY_NAME } from '../vocabulary/headers.ts'
import { isSumName } from '../vocabulary/money-words.ts'
import { endsAsName, isQuality, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'

/** What each column of a table holds, left to right; `undefined` for a column that isn't known. */
export type Columns = readonly (ColumnRole | undefined)[]

/**
 * The cells of a row under the columns of its table. Converters leave out the places that merged cells cover, and editors
 * blank cells at the end: a row with too few cells is put where each of them fits, in their order. In one with too
 * many, the neighbours that fit best are one cell that a tab has split.
 */
export const alignRow = (row: Row, columns: Columns): readonly SpannedText[] => {
  const texts = mapped(row.cells.slice(0, countIn(row, columns)), ({ text }) => text)
  if (texts.length === columns.length) return texts
  if (texts.length > columns.length) return merged(texts, columns)
  const [first] = texts
  // The input breaks off here: what is missing is the end.
  const isCut = row.cells.at(-1)?.unclosed === true && columns.some(isLevelRole)
  // A blank in front stands for a covered place, 合计 for the row, and 产出指标 is in its own: none has been left out but at the end.
  const isFront =
    first?.isBlank !== false ||
    namesRow(first.meaning) ||
    (isLevelRole(columns[0]) && fitness(first, columns, 0) > 0)
  const isWhole = isFront && texts.every((text, i) => fitness(text, columns, i) >= 0)
  return isCut || isWhole || columns.length > WIDEST ? padded(texts, columns.length) : placed(texts, columns)
}

/**
 * How many cells a row has, without the blank ones of trailing tabs: those behind the last column, and those that make up for a cell
 * which is missing in front.
 */
export const countIn = ({ cells }: Row, columns: Columns): number => {
  let count = cells.length
  while (count > columns.length && cells[count - 1]?.text.isBlank === true) count -= 1
  // Where headings have columns, blank ones stand in most rows.
  if (columns.some(isLevelRole) || count !== columns.length) return count
  if (cells[count - 1]?.text.isBlank !== true) return count
  const texts = mapped(cells.slice(0, count), ({ text }) => text)
  const own = totalFitness(texts, columns)
  if (own >= 0) return count
  const filled = texts.slice(0, texts.findLastIndex(({ isBlank }) => !isBlank) + 1)
  if (filled.length === 0) return count
  return totalFitness(placed(filled, columns), columns) >= own + CLEARLY_BETTER ? filled.length : count
}

/** How much better another place must fit before cells are moved that are as many as the columns. */
const CLEARLY_BETTER = 6

export const totalFitness = (texts: readonly SpannedText[], columns: Columns): number =>
  texts.reduce((sum, text, i) => sum + fitness(text, columns, i), 0)

/** Tables wider than this are none that cells could be told apart in. */
const WIDEST = 40

const padded = (texts: readonly SpannedText[], width: number): readonly SpannedText[] => {
  const at = texts.at(-1)?.span.end ?? 0
  return Array.from({ length: width }, (_, i) => texts[i] ?? SpannedText.of([], at))
}

/** More candidates than this tell no more, and rows of thousands of cells are no table. */
const CANDIDATES = 64

const merged = (texts: readonly SpannedText[], columns: Columns): readonly SpannedText[] => {
  const count = texts.length - columns.length
  let best = texts
  let most = Number.NEGATIVE_INFINITY
  const last = columns.length - 1
  for (let at = last; at >= Math.max(0, last - CANDIDATES); at -= 1) {
    const run = texts.slice(at, at + count + 1)
    const filled = run.filter((text) => !text.isBlank)
    const one = filled.length > 0 ? SpannedText.join(filled, '\t') : (run[0] as SpannedText)
    const cells = [...texts.slice(0, at), one, ...texts.slice(at + count + 1)]
    const total = totalFitness(cells, columns)
    if (total <= most) continue
    best = cells
    most = total
  }
  return best
}

/** What a row loses that has nothing in a column; merged cells are missing in most rows. */
const ABSENCE: Partial<Readonly<Record<ColumnRole, number>>> = { indicator: 2, target: 1 }

/** The best places for the cells in their order: the longest path through a table of cells and columns. */
const placed = (texts: readonly SpannedText[], columns: Columns): readonly SpannedText[] => {
  const spare = columns.length - texts.length
  // A row of sums has neither an indicator nor a target.
  // 举办招聘会 beside ≥2场 names an indicator, not an agency.
  const hasSign = texts.some(({ folded }) => /^[≥≤<>=]/.test(folded))
  const names = hasSign ? isSum : namesRow
  // 5 | ② goes on with the points of the indicator above.
  const isOfPoints = texts.every(({ folded }) => /^(?:[\d.]+|[①-⑳])?$/.test(folded.trim()))
  const hasIndicator =
    !isOfPoints && !texts.some((text) => text.length <= LONGEST_NAME && names(text.meaning))
  const absences = columns.map((role) => (hasIndicator && role !== undefined ? (ABSENCE[role] ?? 0) : 0))
  // best[cell][skipped]: cells from this one on, with as many columns already passed over.
  const best: number[][] = Array.from({ length: texts.length + 1 }, () => [])
  for (let cell = texts.length; cell >= 0; cell -= 1) {
    for (let skipped = spare; skipped >= 0; skipped -= 1) {
      const at = cell + skipped
      const skip =
        skipped < spare ? (best[cell]?.[skipped + 1] ?? 0) - (absences[at] ?? 0) : Number.NEGATIVE_INFINITY
      const take =
        cell < texts.length
          ? (best[cell + 1]?.[skipped] ?? 0) + fitness(texts[cell], columns, at, names)
          : Number.NEGATIVE_INFINITY
      const row = best[cell] as number[]
      row[skipped] = cell === texts.length && skipped === spare ? 0 : Math.max(skip, take)
    }
  }
  return along(best, texts, absences)
}

/** The cells along the best path; where two are as good, the cells stand further right: merged ones are on the left. */
const along = (
  best: readonly (readonly number[])[],
  texts: readonly SpannedText[],
  absences: readonly number[],
): readonly SpannedText[] => {
  const spare = absences.length - texts.length
  const cells: SpannedText[] = []
  let cell = 0
  let skipped = 0
  while (cells.length < absences.length) {
    const here = best[cell]?.[skipped] ?? 0
    const skip = (best[cell]?.[skipped + 1] ?? Number.NEGATIVE_INFINITY) - (absences[cells.length] ?? 0)
    if (skipped < spare && (cell === texts.length || skip >= here)) {
      const at = texts[cell]?.span.start ?? texts.at(-1)?.span.end ?? 0
      cells.push(SpannedText.of([], at))
      skipped += 1
    } else {
      cells.push(texts[cell] as SpannedText)
      cell += 1
    }
  }
  return cells
}

const LONGEST_NAME = 60
const NUMBER = /^-?[\d,.]+(?:万?元|万)?$/
const OUTLINE = /(?:产出|效益|数量|质量|时效|满意度)指标/
const OUTLINE_START =
  /^[^\u4e00-\u9fff]{0,4}(?:[一二三四五六]、|[(]一[)])?(?:项目)?(?:产出|成本|数量|完成)指标/

/** How well a text fits the column `at`: positive if it looks like it, negative if it can't be; `names`: what stands for a row of sums. */
export const fitness = (
  text: SpannedText | undefined,
  columns: Columns,
  at: number,
  names: (plain: string) => boolean = namesRow,
): number => {
  const role = columns[at]
  if (text === undefined || role === undefined || text.isBlank) return 0
  const plain = meaning(text.text.slice(0, 400)).replace(/\s/g, '')
  // Printed where there is nothing, in any column.
  if (NOT_APPLICABLE.test(plain)) return 0
  // ②: the number of a reason that nobody gave.
  if (/^[①-⑳]$/.test(plain)) return role === 'note' || role === 'other' || role === 'reason' ? 0 : -3
  // Without columns of headings it may hold all indicators of a project.
  if (role === 'indicator' && OUTLINE.test(plain) && !columns.some(isLevelRole))
    return OUTLINE_START.test(plain) ? 4 : 3
  return FITNESS[role]?.(plain, names) ?? 0
}

type Fitness = (plain: string, names: (plain: string) => boolean) => number

const isNumber = (plain: string): boolean => NUMBER.test(plain)

const moneyFitness: Fitness = (plain) => (isNumber(plain) ? 3 : plain.length > 20 ? -3 : -1)

const pointsFitness: Fitness = (plain) => (isNumber(plain) || /^[\d.]+%$/.test(plain) ? 2 : -2)

const bodyFitness: Fitness = (plain, names) => {
  if (isHeading(plain) || isNumber(plain)) return -2
  return names(plain) ? 5 : plain.length <= LONGEST_NAME && !/[≥≤]/.test(plain) ? 1 : -1
}

const headingFitness = (plain: string, level: 1 | 2): number => {
  const entries = plain.length > 24 ? [] : categoriesNamed(plain.replace(/\([^()]*\)$/, ''))
  if (entries.some((entry) => entry.level === level || entry.level === 'either')) return 4
  return entries.length > 0 ? -3 : /[\d≥≤]/.test(plain) || plain.length > 16 ? -3 : -1
}

const nameFitness = (plain: string): number => {
  if (isHeading(plain) || isSum(plain) || /^[-+≥≤<>=\d.,%/]+$/.test(plain)) return -3
  if (endsAsName(plain)) return 3
  return plain.length <= LONGEST_NAME && !/\d(?:%|[^\d]{1,3})$/.test(plain) ? 2 : 0
}

const targetFitness = (plain: string): number => {
  if (isHeading(plain)) return -3
  if (/^[≥≤<>=]|^\d[\d.,]*[^\d.,]|^不[少低高超]/.test(plain) || isQuality(plain)) return 4
  return /\d/.test(plain) ? 2 : plain.length > 30 ? -1 : 0
}

const COMPARATOR = /^(?:[≥≤<>=≧≦＝]{1,2}|大于等于|小于等于|等于|大于|小于|定性|定量|不[高低少多]于|不超过)$/

/** 万亩, 元/人次. */
const unitFitness = (plain: string): number => {
  const words = plain.replace(/^[十百千万亿]+(?=.)/, '').split('/')
  if (words.every((word) => dimensionOfWord(word) !== undefined)) return 3
  return /\d/.test(plain) || plain.length > 8 ? -2 : 1
}

const FITNESS: Partial<Readonly<Record<ColumnRole, Fitness>>> = {
  code: (plain, names) => (/^\d{3,24}$/.test(plain) ? 2 : names(plain) ? 1 : -2),
  amount: moneyFitness,
  funding: moneyFitness,
  executed: moneyFitness,
  weight: pointsFitness,
  score: pointsFitness,
  rate: pointsFitness,
  name: bodyFitness,
  agency: bodyFitness,
  goal: (plain) =>
    isNumber(plain) || OUTLINE.test(plain)
      ? -2
      : (plain.includes('目标') ? 1 : 0) + (plain.length > 15 ? 1 : 0),
  'level-one': (plain) => headingFitness(plain, 1),
  // 社会公众或服务对象满意度指标 stands more often at level 1.
  'level-two': (plain) =>
    headingFitness(plain, 2) - (headingFitness(plain, 1) > 0 && plain.includes('满意') ? 1 : 0),
  indicator: nameFitness,
  comparator: (plain) => (COMPARATOR.test(plain) ? 3 : -3),
  target: targetFitness,
  actual: targetFitness,
  unit: unitFitness,
  reason: (plain) => (isNumber(plain) ? -2 : 0),
  other: (plain) => (/^\d{1,3}$/.test(plain) ? 1 : 0),
}

/** 合计, 小计, 某县教育局: what a row of sums stands for. */
const namesRow = (plain: string): boolean => isSum(plain) || AGENCY_NAME.test(plain)

/** 举办招聘会 and 覆盖卫生院 end as agencies do, and may be indicators. */
const isSum = (plain: string): boolean => isSumName(plain) || PROJECT_CATEGORY_NAME.test(plain)

const isHeading = (plain: string): boolean =>
  plain.length <= 24 && categoriesNamed(plain.replace(/\([^()]*\)$/, '')).length > 0
