import type { PrintedUnit, Target } from '../model/disclosure.ts'
import type { DraftTarget } from '../model/draft.ts'
import type { Measure, Period, Quantity } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { damagedSign } from '../vocabulary/comparators.ts'
import { isUnfilled } from '../vocabulary/template-words.ts'
import { bounded, hasComparator, quantityIn } from './cell-quantity.ts'
import { columnSign, signOfWords } from './column-sign.ts'
import { findMarkers } from './marker.ts'
import { normalizedCell } from './normalized-cell.ts'
import { bareNumber, placedQuantities } from './placed-quantities.ts'
import { placeholderAtEnd } from './placeholder.ts'
import { endBefore } from './quantity/characters.ts'
import { parseUnit } from './quantity/index.ts'
import { isNotApplicable, parseTarget, qualitativeTarget } from './target.ts'
import { takeWeight } from './weight.ts'

/** The target of an indicator whose comparator, value and unit have cells of their own. */
export interface TargetCell {
  readonly target: Target
  readonly printedUnit: PrintedUnit | undefined
  /** Points printed behind the value. */
  readonly weight: Measure | undefined
  /** The cells that have text. */
  readonly texts: readonly SpannedText[]
  /** What of the value's cell is not in the target: its number in a list, points, a full stop. */
  readonly rests: readonly SpannedText[]
}

/**
 * Reads the cells of one target. A comparator or unit inside the value counts before that of a cell;
 * a placeholder in the name (`(≥**%)`) counts where there is no other. `said` is what says whether a value is a time.
 */
export const parseTargetCell = (
  cells: DraftTarget,
  name: SpannedText,
  isCost: boolean,
  said = name,
): TargetCell => {
  const { value, unit } = cells
  if (cells.isUnclear === true) {
    const target = { kind: 'unparsed', text: value, span: value.span } as const
    return { target, printedUnit: undefined, weight: undefined, texts: textsOfTarget(cells), rests: [] }
  }
  const own = takeWeight(withoutNumber(value.trimmed(0, endBefore(value.folded, ';。,、'))))
  const { weight } = own
  const rests = around(own.text, value)
  const unitText = unit?.isBlank === false ? unit.trim() : undefined
  const column = columnSign(cells.comparator)
  const printedUnit = unitText === undefined ? undefined : withoutOne(unitText)
  const text = withRestOfUnit(normalizedCell(own.text, printedUnit?.folded), printedUnit)
  if (isUnfilled(text.folded)) {
    const blank = SpannedText.join([column, text, printedUnit].filter((part) => part !== undefined))
    return cellOf(cells, { kind: 'unparsed', text: blank, span: blank.span }, unitText, weight, rests)
  }
  // ≤25 and 万 in the column of units, of what something costs.
  const money = isCost && (unitText === undefined || /^[万亿]$/.test(unitText.folded))
  const read =
    monthsAsDate(text, said) ??
    quantityIn(behindDamage(text), money) ??
    bareNumber(text) ??
    ratioOf(text, name)
  if (read === 'several') return cellOf(cells, qualitativeTarget(text), unitText, weight, rests)
  const placeholder = placeholderAtEnd(name)
  const isNumber = read?.kind === 'measure' || read?.kind === 'baseline' || ENDS_AS_NUMBER.test(text.folded)
  const measureUnit = read !== undefined && hasUnit(read) ? undefined : (printedUnit ?? placeholder?.unit)
  const sign = signFor(read, column, placeholder?.comparator, isNumber && measureUnit !== undefined)
  const whole = together(sign, text, isNumber ? measureUnit : undefined)
  const quantity = whole === text ? read : joinedOr(read, whole, money)
  const result = sign === undefined || quantity === undefined ? quantity : boundBy(quantity, sign)
  const parsed =
    result === undefined ? wordsOrUnread(whole, isCost) : parseTarget(asValue(whole, result), { isCost })
  return cellOf(cells, parsed, unitText, weight, rests)
}

/** What the cells say together; a date says no more with a sign in front of it. */
const joinedOr = (read: Quantity | undefined, whole: SpannedText, money: boolean): Quantity | undefined => {
  const joined = read?.kind === 'period' ? undefined : quantityIn(whole, money)
  return joined === undefined || joined === 'several' ? read : joined
}

/** The cells of one target as one text; the unit stands behind its number, and a remark in brackets behind both. */
const together = (
  sign: SpannedText | undefined,
  text: SpannedText,
  unit: SpannedText | undefined,
): SpannedText => {
  if (text.isBlank) return text
  const at = unit === undefined ? text.length : text.length - (REMARK.exec(text.folded)?.[0].length ?? 0)
  const parts = [sign, text.slice(0, at), unit, at === text.length ? undefined : text.slice(at)]
  const printed = parts.filter((part) => part !== undefined)
  return printed.length === 1 ? text : SpannedText.join(printed)
}

/** 46.5(含税) and its unit in the next cell. */
const REMARK = /(?<=[\d万亿])\s?\([^()]*\)$/

/** 受理后45个 beside 工作日: half of the unit stands in the cell of the number. */
const withRestOfUnit = (text: SpannedText, unit: SpannedText | undefined): SpannedText => {
  if (unit === undefined || !/\d个$/.test(text.folded)) return text
  const both = SpannedText.join([text, unit])
  return parseUnit(both.slice(text.length - 1))?.dimension === 'time' ? both : text
}

/** The quantity with the sign of another cell, which words in front of its number keep apart: ≥ beside 受理后45天. */
const boundBy = (quantity: Quantity, sign: SpannedText): Quantity => {
  if (quantity.kind !== 'measure' || hasComparator(quantity)) return quantity
  return bounded(quantity, sign, signOfWords(sign.folded) ?? '=')
}

const cellOf = (
  cells: DraftTarget,
  target: Target,
  unitText: SpannedText | undefined,
  weight: Measure | undefined,
  rests: readonly SpannedText[],
): TargetCell => ({
  target,
  printedUnit: unitText === undefined ? undefined : { text: unitText, unit: parseUnit(unitText) },
  weight,
  texts: textsOfTarget(cells),
  rests,
})

/** %=99%, 5=50%: what scanning made of a comparator is no part of the number, and says nothing for sure. */
const behindDamage = (text: SpannedText): SpannedText => {
  const sign = damagedSign(text.folded)
  return sign === undefined ? text : text.slice(sign[0].length)
}

/** (95) or 占GDP2.1, and the unit in the next cell. */
const ENDS_AS_NUMBER = /^\(\d[\d.,]*\)$|[A-Za-z]\d[\d.]*$/

/** 1/10万 in the cell of a unit: the 1 is no digit of the number that stands before. */
const withoutOne = (unit: SpannedText): SpannedText => (/^1\s?\//.test(unit.folded) ? unit.slice(1) : unit)

/** 师生比, 1:15: a ratio where the name says that it is one, and a time of day elsewhere. */
const ratioOf = (text: SpannedText, name: SpannedText): Measure | undefined => {
  if (!RATIO.test(text.folded) || name.isBlank) return undefined
  const last = placedQuantities(SpannedText.join([name, text])).at(-1)
  return last?.quantity.kind === 'measure' &&
    last.start >= name.length &&
    last.end === name.length + text.length
    ? last.quantity
    : undefined
}
const RATIO = /^[≥≤<>=]?\s?\d+:\d+$/

/** What stands before and behind a part of a cell. */
export const around = (part: SpannedText, cell: SpannedText): readonly SpannedText[] => {
  if (part.length === cell.length) return []
  const start = part.offsetIn(cell)
  return [cell.trimmed(0, start), cell.trimmed(start + part.length)].filter((rest) => !rest.isBlank)
}

/** 1.≥40人: the number of the item in its list. */
const withoutNumber = (text: SpannedText): SpannedText => {
  const [first] = findMarkers(text)
  if (first === undefined || first.start !== 0 || first.style === 'bullet') return text
  const rest = text.trimmed(first.end)
  // 59.5件 and 1.5万元 are numbers.
  const isNumber =
    first.style === 'dotted' ||
    (first.text.folded.endsWith('.') && /^\d/.test(rest.folded)) ||
    // (95)%
    (first.text.folded.startsWith('(') && parseUnit(rest) !== undefined)
  return rest.isBlank || isNumber ? text : rest
}

/** Whether anything is printed that could be a target: 无 and / are not. */
export const hasContent = ({ value }: DraftTarget): boolean => !value.isBlank && !isNotApplicable(value)

/** The cells of a target that have text. */
export const textsOfTarget = ({ comparator, value, unit }: DraftTarget): readonly SpannedText[] =>
  [comparator, value, unit].filter((cell): cell is SpannedText => cell?.isBlank === false)

const asValue = (value: SpannedText, quantity: Quantity | undefined) => ({
  name: value.slice(0, 0),
  value,
  quantity,
  nameQuantities: [],
  weight: undefined,
})

/** Sentences that speak of a number are words: what they count is not what is to be reached. */
const wordsOrUnread = (value: SpannedText, isCost: boolean): Target => {
  const words = countIdeographs(value.folded)
  const target = parseTarget(asValue(value, undefined), { isCost })
  return target.kind === 'unparsed' && words >= 6 ? qualitativeTarget(target.text) : target
}

const hasUnit = (quantity: Quantity | undefined): boolean => {
  const measure = quantity?.kind === 'baseline' ? quantity.change : quantity
  return measure?.kind !== 'measure' || measure.unit !== undefined
}

/** The comparator to put before the value: none where it has its own or is a range; a date takes one only from its column. */
const signFor = (
  own: Quantity | undefined,
  column: SpannedText | undefined,
  placeholder: SpannedText | undefined,
  isNumber: boolean,
): SpannedText | undefined => {
  if (own?.kind === 'period') return column
  if (own !== undefined && (hasComparator(own) || isRange(own))) return undefined
  if (column !== undefined) return own === undefined && !isNumber ? undefined : column
  return own?.kind === 'measure' || isNumber ? placeholder : undefined
}

const isRange = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' && quantity.upperNumeral !== undefined

const SAYS_TIME = /时间|时限|日期|期限/
/** 2021.4, 202301-202312, 2023.1-12月: years and months without their words. */
const MONTHS =
  /^(?:19|20)\d\d(?:[/-]\d{1,2}(?:月?底?前)?$|(?:\.\d{1,2}|\d\d)(?:\s?(?:-{1,3}|~|至|到)\s?(?:(?:(?:19|20)\d\d\.?)?\d{1,2}))?(?:月?[前底末]|月?底前)?$)/
const MONTH = /((?:19|20)\d\d)[./-]?(\d{1,2})|(\d{1,2})/g

/**
 * The time that a cell names with points or digits alone where its name says that it is one: elsewhere 2021.4 is a
 * number, and 202301 a code.
 */
const monthsAsDate = (value: SpannedText, name: SpannedText): Period | undefined => {
  const { folded } = value
  const quarter = QUARTER.exec(folded)
  if (quarter !== null) return quarterOf(value, quarter)
  if (!MONTHS.test(folded) || !SAYS_TIME.test(name.folded)) return undefined
  const parts: SpannedText[] = []
  let kept = 0
  for (const match of folded.matchAll(MONTH)) {
    const at = match.index
    const [all, year, month, alone] = match
    const end = at + all.length
    parts.push(value.slice(kept, at))
    if (year !== undefined && month !== undefined)
      parts.push(value.slice(at, at + year.length), word(value, at + year.length, '年'))
    parts.push(value.slice(end - (month ?? alone ?? '').length, end))
    if (value.folded[end] !== '月') parts.push(word(value, end, '月'))
    kept = end
  }
  parts.push(value.slice(kept))
  return periodOf(value, parts)
}

const QUARTER = /^(20\d\d)年?[\s/-]?[Qq]([1-4])(?=[前末底内]{0,2}$)/

/** 2024Q3 */
const quarterOf = (value: SpannedText, [all, year, quarter]: RegExpExecArray): Period | undefined => {
  const end = all.length
  const from = (year as string).length
  const number = value.slice(end - (quarter as string).length, end)
  return periodOf(value, [
    value.slice(0, from),
    word(value, from, '年第'),
    number,
    word(value, end, '季度'),
    value.slice(end),
  ])
}

const periodOf = (value: SpannedText, parts: readonly SpannedText[]): Period | undefined => {
  const [place, ...others] = placedQuantities(SpannedText.join(parts.filter(({ length }) => length > 0)))
  if (place?.quantity.kind !== 'period' || others.length > 0) return undefined
  return { ...place.quantity, text: value, span: value.span }
}

/** A word that isn't printed, at a place of the text. */
const word = (value: SpannedText, at: number, text: string): SpannedText => {
  const { start } = value.slice(at, at).span
  return SpannedText.of([{ text, span: { start, end: start } }], start)
}
