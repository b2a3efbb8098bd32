import type { DraftTotalScore } from '../model/draft.ts'
import type { Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { cellKind } from '../vocabulary/cell-kinds.ts'
import type { Columns } from './align.ts'

/** What a row below the indicators says that begins with 总分 or 合计, and what in it is no part of that. */
export interface TotalScoreRow {
  readonly total: DraftTotalScore | undefined
  readonly rests: readonly SpannedText[]
}

/**
 * Takes 总分 | 100 | 99.6 apart. A number that stands under 分值 alone is the sum of the points; one alone in a row of a table
 * with scores is that of the scores, which converters and merged cells leave anywhere; of two, the first is that of the points.
 */
export const totalScoreIn = (row: Row, own: readonly Cell[], columns: Columns): TotalScoreRow => {
  const [name, ...rest] = own
  const numbers = rest.filter(({ text }) => isPoints(text))
  const rests = rest.filter((cell) => !numbers.includes(cell)).map(({ text }) => text)
  const all = { total: undefined, rests: own.map(({ text }) => text) }
  const [first, second] = numbers
  if (name === undefined || first === undefined || numbers.length > 2) return all
  const [weight, score] = [columns.indexOf('weight'), columns.indexOf('score')]
  const isTwice = [weight, score].some((at) => at >= 0 && columns.lastIndexOf(columns[at]) !== at)
  if (isTwice || (weight < 0 && score < 0)) return all
  if (second !== undefined) {
    if (weight < 0 || score < weight) return all
    return { total: { name: name.text, weight: first.text, score: second.text }, rests }
  }
  const isOfPoints =
    score < 0 || (isUnder(first, weight, row, columns) && !isUnder(first, score, row, columns))
  const only = { weight: isOfPoints ? first.text : undefined, score: isOfPoints ? undefined : first.text }
  return { total: { name: name.text, ...only }, rests }
}

const isPoints = (text: SpannedText): boolean => {
  const plain = text.meaning.replace(/\s/g, '')
  return cellKind(plain.endsWith('分') ? plain.slice(0, -1) : plain) === 'number'
}

/** Whether a cell reaches over a column, in a row with a place for each of them. */
const isUnder = (cell: Cell, column: number, { cells }: Row, columns: Columns): boolean => {
  if (column < 0 || cells.length !== columns.length) return false
  return cells[column] === cell || cells[column]?.mergedInto === cell
}
