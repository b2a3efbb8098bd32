import type { PrintedUnit, Target } from '../model/disclosure.ts'
import type { DraftTarget } from '../model/draft.ts'
import type { Measure, Quantity } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { DAMAGED_SIGNS } from '../vocabulary/comparators.ts'
import { isUnfilled } from '../vocabulary/template-words.ts'
import { bareNumber } from './bare-number.ts'
import { bounded, hasComparator, quantityIn } from './cell-quantity.ts'
import { columnSign, signOfWords } from './column-sign.ts'
import { findMarkers } from './marker.ts'
import { monthsAsDate } from './months-as-date.ts'
import { normalizedCell } from './normalized-cell.ts'
import { isNotApplicable } from './not-applicable.ts'
import { placedQuantities } from './placed-quantities.ts'
import { placeholderAtEnd } from './placeholder.ts'
import { parseUnit } from './quantity/index.ts'
import { parseTarget, qualitativeTarget } from './target.ts'
import { endBefore } from './text-ends.ts'
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
  const money = isCost && unitText === undefined
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
  const joined = whole === text ? undefined : quantityIn(whole, money)
  const quantity = joined === undefined || joined === 'several' ? read : joined
  const result = sign === undefined || quantity === undefined ? quantity : boundBy(quantity, sign)
  const parsed =
    result === undefined ? wordsOrUnread(whole, isCost) : parseTarget(asValue(whole, result), { isCost })
  return cellOf(cells, parsed, unitText, weight, rests)
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
  const { folded } = text
  const sign = DAMAGED_SIGNS.find(([word]) => folded.startsWith(word) && /\d/.test(folded[word.length] ?? ''))
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

/** The comparator to put before the value: none where it has its own or is a range or a date. */
const signFor = (
  own: Quantity | undefined,
  column: SpannedText | undefined,
  placeholder: SpannedText | undefined,
  isNumber: boolean,
): SpannedText | undefined => {
  const mayTake = own === undefined || (own.kind !== 'period' && !hasComparator(own) && !isRange(own))
  if (!mayTake) return undefined
  if (column !== undefined) return own === undefined && !isNumber ? undefined : column
  return own?.kind === 'measure' || isNumber ? placeholder : undefined
}

const isRange = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' && quantity.upperNumeral !== undefined
