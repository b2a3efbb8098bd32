import { groupBy } from '../collect.ts'
import type { Disclosure, Indicator, Project, Target } from '../model/disclosure.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import type { Span } from '../source/span.ts'
import { type CategoryId, levelOneOf } from '../vocabulary/categories.ts'
import { withoutComparators } from '../vocabulary/comparators.ts'
import { OF_THE_WHOLE } from '../vocabulary/goal-words.ts'
import { endsAsName, isQuality, isUnsaidQuality, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { isTemplateName, templateTextIn } from '../vocabulary/template-words.ts'
import { dimensionOfWord, MULTIPLE } from '../vocabulary/units.ts'
import { isCutOff } from './cut-off.ts'

/** An indicator without a value. */
export interface MissingValue {
  readonly name: string
  /** Where its name stands: once for all columns of a matrix. */
  readonly named: Span
  readonly at: Span
  /** What stands in place of a value: a comparator, a unit, 定性; or nothing. */
  readonly printed: string
  readonly is: 'empty' | 'number-missing' | 'unsaid-quality'
  /** The column of a matrix that has none. */
  readonly column?: string
  /** It has one for the whole term, and none for the year, as all others have. */
  readonly isOfYear?: true
  /** 公路使用年限延长: what is said of an effect may be all there is to reach, in words. */
  readonly isSentence: boolean
}

/** The values that the indicators of a project lack, and how many have one. */
export interface ValueCount {
  readonly missing: readonly MissingValue[]
  readonly filled: number
}

/** Rows marked as not applicable count for neither, nor does what the template left or the end of the input cut. */
export const valuesOf = (project: Project, disclosure: Disclosure): ValueCount => {
  const all = indicatorsOf(project)
  const cutOff = isCutOff(project, disclosure) ? all.at(-1)?.indicator : undefined
  const missing: MissingValue[] = []
  let filled = 0
  for (const { indicator, categoryId } of all) {
    const { target } = indicator
    const is = lackOf(target)
    if (is === undefined) {
      filled += 1
      continue
    }
    const printed = target.text.meaning
    const name = indicator.name.meaning
    if (indicator === cutOff || name === '' || NOT_APPLICABLE.test(printed) || NOT_APPLICABLE.test(name))
      continue
    // Text of the template has a rule of its own.
    if (is === 'empty' && isTemplate(indicator.name.folded)) continue
    missing.push({
      name,
      named: indicator.name.span,
      at: printed === '' ? indicator.name.span : target.span,
      printed,
      is,
      isSentence: is === 'empty' && !isMeasured(indicator) && isSentence(name, categoryId),
    })
  }
  return {
    missing: [...missing, ...emptyCells(all, project, disclosure), ...emptyYears(all, project, disclosure)],
    filled,
  }
}

/** The one indicator that has a value for the whole term and none for the year, where each of the others has both. */
const emptyYears = (
  all: readonly PlacedIndicator[],
  { span: { end } }: Project,
  disclosure: Disclosure,
): readonly MissingValue[] => {
  if (!all.some(({ indicator }) => indicator.term === 'long-term')) return []
  const rows = [...groupBy(all, ({ indicator }) => indicator.name.span.start).values()]
  const [row, ...others] = rows.filter((one) => one.length === 1)
  const only = row?.[0]?.indicator
  if (only?.term !== 'long-term' || others.length > 0 || rows.length <= LEAST_OF_BOTH) return []
  const areOfBoth = rows.every(
    (one) => one === row || (one.length === 2 && one.some(({ indicator }) => indicator.term === 'annual')),
  )
  const next = all.map(({ indicator }) => indicator.name.span.start).find((start) => start > only.span.end)
  if (!areOfBoth || hasMark(disclosure, only.name.span.end, next ?? end)) return []
  return [{ ...emptyBehind(only), isOfYear: true }]
}

/** A value that isn't there, of which only the name of its indicator has a place. */
const emptyBehind = ({ name }: Indicator): MissingValue => ({
  name: name.meaning,
  named: name.span,
  at: name.span,
  printed: '',
  is: 'empty',
  isSentence: false,
})

/** So many others have both. */
const LEAST_OF_BOTH = 5

/**
 * The one cell of a matrix that is empty where all others of its row have the same value, or a share or a price each, and all others of its
 * column are filled. A district that has none of a thing leaves its number empty, and all else of that thing.
 */
const emptyCells = (
  all: readonly PlacedIndicator[],
  { span: { end } }: Project,
  disclosure: Disclosure,
): readonly MissingValue[] => {
  const cells = all.flatMap(({ indicator }) => {
    const { column, target } = indicator
    return column === undefined || target.kind === 'blank' ? [] : [{ indicator, column: column.meaning }]
  })
  const rows = [...groupBy(cells, ({ indicator }) => indicator.name.span.start).values()]
  const columns = new Set(cells.map(({ column }) => column))
  if (columns.size < LEAST_COLUMNS || rows.length < LEAST_ROWS) return []
  const gaps = rows.map((row) => {
    const filled = new Set(row.map(({ column }) => column))
    return [...columns].filter((column) => !filled.has(column))
  })
  return rows.flatMap((row, i): readonly MissingValue[] => {
    const [column, other] = gaps[i] as readonly string[]
    if (column === undefined || other !== undefined || OF_THE_WHOLE.test(column)) return []
    if (gaps.filter((gap) => gap.includes(column)).length > 1 || !isOneForAll(row)) return []
    const { indicator } = row[0] as (typeof row)[number]
    const next = rows[i + 1]?.[0]?.indicator.name.span.start ?? end
    if (hasMark(disclosure, indicator.name.span.end, next)) return []
    return [{ ...emptyBehind(indicator), column }]
  })
}

/** Whether a dash or the like says that there is no value. */
const hasMark = ({ leftovers }: Disclosure, start: number, end: number): boolean =>
  leftovers.some(
    ({ text: { span, meaning } }) => span.start >= start && span.end <= end && NOT_APPLICABLE.test(meaning),
  )

const LEAST_COLUMNS = 3
const LEAST_ROWS = 3

/** Whether the values of a row are no counts of what each column has. */
const isOneForAll = (row: readonly { readonly indicator: Indicator }[]): boolean =>
  new Set(row.map(({ indicator }) => indicator.target.text.meaning)).size === 1 ||
  row.every(({ indicator: { target } }) => {
    const unit = target.kind === 'measured' ? target.measure.unit : undefined
    return unit !== undefined && (unit.dimension === 'share' || unit.per.length > 0)
  })

const lackOf = (target: Target): MissingValue['is'] | undefined => {
  if (target.kind === 'blank') return 'empty'
  if (target.kind === 'qualitative' && isUnsaidQuality(target.text.meaning)) return 'unsaid-quality'
  return hasNoValue(target) ? 'number-missing' : undefined
}

const isTemplate = (name: string): boolean => isTemplateName(name) || templateTextIn(name) !== undefined

const isSentence = (name: string, category: CategoryId | undefined): boolean =>
  (name.length >= 6 || isQuality(name)) &&
  !endsAsName(name) &&
  !EMPTY_BRACKETS.test(name) &&
  category !== undefined &&
  (category === 'timeliness' || ['benefit', 'satisfaction'].includes(levelOneOf(category)))

/** What became of it was counted, so there was something to count. */
const isMeasured = ({ actual }: Indicator): boolean => actual?.kind === 'measured'

/** 大班额比例( ): the place of a value. */
const EMPTY_BRACKETS = /\(\s*\)$/

/** A table of several indicators of which hardly any has a value was not filled in. */
export const isUnfilled = ({ missing, filled }: ValueCount): boolean =>
  missing.length >= 3 && filled * 5 <= missing.length

/** ( )元/人: the form's place for the number. */
const EMPTY_PLACE = /^\(\s*\)\s*/

/** `≥盏`, `根`, `不低于%`: what stands around a number, without it. Graded words (优) are no units. */
export const hasNoValue = ({ kind, text }: Target): boolean => {
  if (kind !== 'unparsed' && kind !== 'qualitative') return false
  const rest = withoutComparators(text.folded.trim()).replace(EMPTY_PLACE, '').trim()
  if (rest === '') return true
  return (
    !isQuality(rest) &&
    rest.split('/').every((word) => dimensionOfWord(word.replace(MULTIPLE, '')) !== undefined)
  )
}
