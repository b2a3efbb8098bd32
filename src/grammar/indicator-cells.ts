import type { DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { endsAsValue } from '../vocabulary/qualities.ts'
import { findMarkers } from './marker.ts'

/** One indicator of a row whose cells hold several. */
export interface CellsPart extends DraftIndicatorRow {
  readonly target: DraftTarget
  /** The numbers of the value and of what was reached in their lists. */
  readonly rests: readonly SpannedText[]
}

/**
 * The indicators of a row whose cells hold lists: as many names as values, one below the other
 * (1.培训人数 2.培训期数 beside 1.≥40人 2.≥3期). None where the cells hold one indicator, whose lines
 * are only wrapped.
 */
export const divideCells = (row: DraftIndicatorRow, target: DraftTarget): readonly CellsPart[] => {
  const lines = linesOf(target.value)
  const values = withoutOrdinals(lines)
  const names = linesOf(row.name)
  if (values.length < 2 || names.length !== values.length) return []
  const areItems = isNumbered(row.name) || (values.every(isValue) && names.every(({ length }) => length >= 3))
  if (!areItems) return []
  const comparators = each(target.comparator, names.length, true)
  const units = each(target.unit, names.length, true)
  const weights = each(row.weight, names.length)
  const directions = each(row.direction, names.length)
  const actuals = each(target.actual, names.length)
  const scores = each(row.score, names.length)
  if (comparators === undefined || units === undefined || weights === undefined || directions === undefined)
    return []
  if (actuals === undefined || scores === undefined) return []
  const reached = actuals.every((line) => line !== undefined) ? withoutOrdinals(actuals) : actuals
  return names.map((name, i) => {
    const value = values[i] as SpannedText
    const own: DraftTarget = {
      ...target,
      comparator: comparators[i],
      value,
      unit: units[i],
      actual: reached[i],
    }
    const rests = [...ordinalOf(lines[i], value), ...ordinalOf(actuals[i], reached[i])]
    const points = { weight: weights[i], score: scores[i] }
    return { ...row, name, targets: [own], target: own, rests, ...points, direction: directions[i] }
  })
}

/** The number in front of an item, where it was taken off. */
const ordinalOf = (line: SpannedText | undefined, item: SpannedText | undefined): readonly SpannedText[] =>
  line === undefined || item === undefined || line.length === item.length
    ? []
    : [line.trimmed(0, line.length - item.length)]

/** 1.3公里 and 2.12次 below each other are the items 3公里 and 12次. */
const withoutOrdinals = (lines: readonly SpannedText[]): readonly SpannedText[] => {
  const ends = lines.map(({ folded }, i) => (folded.startsWith(`${i + 1}.`) ? `${i + 1}.`.length : 0))
  return lines.length < 2 || ends.includes(0) ? lines : lines.map((line, i) => line.trimmed(ends[i] ?? 0))
}

/** The lines of a cell, or the items of its numbered list. */
const linesOf = (text: SpannedText): readonly SpannedText[] => {
  const starts = isNumbered(text) ? numbersOf(text) : lineStarts(text.folded)
  return starts
    .map((start, i) => text.trimmed(start, starts[i + 1] ?? text.length))
    .filter((line) => !line.isBlank)
}

const lineStarts = (folded: string): readonly number[] => {
  const starts = [0]
  for (let at = folded.indexOf('\n'); at >= 0; at = folded.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const numbersOf = (text: SpannedText): readonly number[] => {
  const markers = findMarkers(text)
  return markers.filter(({ style }) => style === markers[0]?.style).map(({ start }) => start)
}

const isNumbered = (text: SpannedText): boolean => {
  const starts = numbersOf(text)
  return starts.length > 1 && starts[0] === 0
}

const isValue = ({ folded }: SpannedText): boolean => endsAsValue(folded.slice(-16))

/** One text for each of `count` indicators; a single one may be meant for all. */
const each = (
  text: SpannedText | undefined,
  count: number,
  mayBeShared = false,
): readonly (SpannedText | undefined)[] | undefined => {
  const lines = text === undefined ? [] : linesOf(text)
  if (lines.length === count) return lines
  if (lines.length === 0) return Array.from({ length: count }, () => undefined)
  return lines.length === 1 && mayBeShared ? Array.from({ length: count }, () => lines[0]) : undefined
}
