import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { AGENCY_NAME, PROJECT_CATEGORY_NAME, SUBTOTAL_NAME, TOTAL_NAME } from '../vocabulary/headers.ts'
import { endsAsName, isQuality, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { alignCells, type Columns, fitness } from './align.ts'

/**
 * The cells of a row that has an indicator, under the columns of its table. Converters leave out the places
 * that merged cells cover, and editors blank cells at the end: a row with too few cells is put where each
 * of them fits, in their order.
 */
export const alignRow = (row: Row, columns: Columns): readonly SpannedText[] => {
  const texts = row.cells.map(({ text }) => text)
  let end = texts.length
  while (end > columns.length && texts[end - 1]?.isBlank === true) end -= 1
  if (end === columns.length) return texts.slice(0, end)
  if (end > columns.length) return alignCells({ ...row, cells: row.cells.slice(0, end) }, columns).cells
  if (end === 0 || columns.length > WIDEST) return padded(texts, columns.length)
  // The input breaks off here: what is missing is the end.
  if (row.cells.at(-1)?.unclosed === true) return padded(texts, columns.length)
  // A blank in front stands for a covered place, so none has been left out.
  if (texts[0]?.isBlank === true && texts.every((text, i) => fitnessInRow(text, columns[i]) >= 0))
    return padded(texts, columns.length)
  return isSumInPlace(texts, columns) ? padded(texts, columns.length) : placed(texts, columns)
}

/** 合计, blanks and then a number under 金额: only the blank end of the row is left out. */
const isSumInPlace = (texts: readonly SpannedText[], columns: Columns): boolean => {
  const filled = texts.flatMap((text, i) => (text.isBlank ? [] : [{ text, role: columns[i] }]))
  const [first, ...numbers] = filled
  return (
    first !== undefined &&
    numbers.length > 0 &&
    first.text.length <= LONGEST_NAME &&
    namesRow(first.text.meaning.replace(/\s/g, '')) &&
    numbers.every(({ text, role }) => role !== undefined && MONEY.has(role) && fitness(text, role) > 0)
  )
}

const MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'funding'])

/** Tables wider than this are none that cells could be told apart in. */
const WIDEST = 40

const padded = (texts: readonly SpannedText[], width: number): readonly SpannedText[] => {
  const at = texts.at(-1)?.span.end ?? 0
  return Array.from({ length: width }, (_, i) => texts[i] ?? SpannedText.of([], at))
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
  const hasIndicator = !texts.some((text) => text.length <= LONGEST_NAME && names(text.meaning))
  const absence = (role: ColumnRole | undefined): number =>
    hasIndicator && role !== undefined ? (ABSENCE[role] ?? 0) : 0
  // best[cell][skipped]: cells from this one on, with as many columns already passed over.
  const best: number[][] = Array.from({ length: texts.length + 1 }, () => [])
  for (let cell = texts.length; cell >= 0; cell -= 1) {
    for (let skipped = spare; skipped >= 0; skipped -= 1) {
      const role = columns[cell + skipped]
      const skip =
        skipped < spare ? (best[cell]?.[skipped + 1] ?? 0) - absence(role) : Number.NEGATIVE_INFINITY
      const take =
        cell < texts.length
          ? (best[cell + 1]?.[skipped] ?? 0) + fitnessInRow(texts[cell] as SpannedText, role, names)
          : Number.NEGATIVE_INFINITY
      const row = best[cell] as number[]
      row[skipped] = cell === texts.length && skipped === spare ? 0 : Math.max(skip, take)
    }
  }
  return along(best, texts, columns.map(absence))
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

/** How well a cell fits a column of a table in which each indicator has a row. */
const fitnessInRow = (
  text: SpannedText,
  role: ColumnRole | undefined,
  names: (plain: string) => boolean = namesRow,
): number => {
  if (role === undefined || text.isBlank) return 0
  const plain = meaning(text.text.slice(0, 400)).replace(/\s/g, '')
  // Printed where there is nothing, in any column.
  if (NOT_APPLICABLE.test(plain)) return 0
  switch (role) {
    case 'level-two':
      // 社会公众或服务对象满意度指标 stands more often at level 1.
      return fitness(text, role) - (fitness(text, 'level-one') > 0 && plain.includes('满意') ? 1 : 0)
    case 'indicator':
      return nameFitness(plain)
    case 'target':
      return targetFitness(plain)
    case 'unit':
      return unitFitness(plain)
    case 'other':
      return /^\d{1,3}$/.test(plain) ? 1 : 0
    case 'name':
    case 'agency':
      return isHeading(plain) ? -3 : names(plain) ? 5 : fitness(text, role)
    default:
      return fitness(text, role)
  }
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

/** 万亩, 元/人次. */
const unitFitness = (plain: string): number => {
  const words = plain.replace(/^[十百千万亿]+(?=.)/, '').split('/')
  if (words.every((word) => dimensionOfWord(word) !== undefined)) return 3
  return /\d/.test(plain) || plain.length > 8 ? -2 : 1
}

/** 合计, 小计, 某县教育局: what a row of sums stands for. */
const namesRow = (plain: string): boolean => isSum(plain) || AGENCY_NAME.test(plain)

/** 举办招聘会 and 覆盖卫生院 end as agencies do, and may be indicators. */
const isSum = (plain: string): boolean =>
  TOTAL_NAME.test(plain) || SUBTOTAL_NAME.test(plain) || PROJECT_CATEGORY_NAME.test(plain)

const isHeading = (plain: string): boolean =>
  plain.length <= 24 && categoriesNamed(plain.replace(/\([^()]*\)$/, '')).length > 0
