import type { PrintedUnit, Target } from '../model/disclosure.ts'
import type { DraftTarget } from '../model/draft.ts'
import type { Measure, Quantity } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { COMPARATORS_BEFORE, DAMAGED_SIGNS } from '../vocabulary/comparators.ts'
import { bareNumber } from './bare-number.ts'
import { closingPlace } from './closing-place.ts'
import { findMarkers } from './marker.ts'
import { isNotApplicable } from './not-applicable.ts'
import { type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
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
 * a placeholder in the name (`(≥**%)`) counts where there is no other.
 */
export const parseTargetCell = (cells: DraftTarget, name: SpannedText, isCost: boolean): TargetCell => {
  const { value, unit } = cells
  if (cells.isUnclear === true) {
    const target = { kind: 'unparsed', text: value, span: value.span } as const
    return { target, printedUnit: undefined, weight: undefined, texts: textsOfTarget(cells), rests: [] }
  }
  const comparator = undamaged(cells.comparator)
  const { text, weight } = takeWeight(withoutNumber(value.trimmed(0, endBefore(value.folded, ';。,、'))))
  const unitText = unit?.isBlank === false ? unit.trim() : undefined
  const money = isCost && unitText === undefined
  const own = quantityIn(behindDamage(text), money) ?? bareNumber(text)
  const placeholder = placeholderAtEnd(name)
  const isNumber = own?.kind === 'measure'
  const sign = signFor(own, comparator, placeholder?.comparator)
  const measureUnit = hasUnit(own) ? undefined : (unitText ?? placeholder?.unit)
  const parts = [sign, text, isNumber ? measureUnit : undefined].filter((part) => part !== undefined)
  const whole = text.isBlank ? text : SpannedText.join(parts)
  const quantity = parts.length === 1 || text.isBlank ? own : (quantityIn(whole, money) ?? own)
  const parsed =
    quantity === undefined ? wordsOrUnread(whole, isCost) : parseTarget(asValue(whole, quantity), { isCost })
  return {
    target: parsed,
    printedUnit: unitText === undefined ? undefined : { text: unitText, unit: parseUnit(unitText) },
    weight,
    texts: textsOfTarget(cells),
    rests: around(text, value),
  }
}

/** %=99%, 5=50%: what scanning made of a comparator is no part of the number, and says nothing for sure. */
const behindDamage = (text: SpannedText): SpannedText => {
  const { folded } = text
  const sign = DAMAGED_SIGNS.find(([word]) => folded.startsWith(word) && /\d/.test(folded[word.length] ?? ''))
  return sign === undefined ? text : text.slice(sign[0].length)
}

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
  const isNumber = first.style === 'dotted' || (first.text.folded.endsWith('.') && /^\d/.test(rest.folded))
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
  const words = value.folded.replace(/[^\u4e00-\u9fff]/g, '').length
  const target = parseTarget(asValue(value, undefined), { isCost })
  return target.kind === 'unparsed' && words >= 6 ? qualitativeTarget(target.text) : target
}

/** More words than this around a number make a sentence. */
const MOST_WORDS = 8

const quantityIn = (text: SpannedText, money: boolean): Quantity | undefined => {
  if (text.isBlank) return undefined
  const places = placedQuantities(text, { money })
  const [first] = places
  if (first === undefined) return undefined
  const closing = closingPlace(text.folded, places) ?? (first.start === 0 ? first : undefined)
  const found = closing ?? (places.length === 1 ? first : undefined)
  if (found === undefined || isComparedWith(text, found)) return undefined
  return isMostly(text, found) || (closing !== undefined && hasComparator(found.quantity))
    ? found.quantity
    : undefined
}

/** 同比2022年销量显著提高: a year to compare with, and no time by which anything is done. */
const isComparedWith = (text: SpannedText, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'period' && /[比较]\s?$/.test(text.folded.slice(0, start))

const isMostly = (text: SpannedText, { start, end }: PlacedQuantity): boolean => {
  const around = text.folded.slice(0, start) + text.folded.slice(end).replace(/\([^()]*\)/g, '')
  return around.replace(/[^\u4e00-\u9fff]/g, '').length <= MOST_WORDS
}

const hasComparator = (quantity: Quantity): boolean =>
  'comparator' in quantity && quantity.comparator !== undefined

const hasUnit = (quantity: Quantity | undefined): boolean =>
  quantity?.kind !== 'measure' || quantity.unit !== undefined

/** FORM: how text recognition reads the signs of a column of comparators. */
const MISREAD: Readonly<Record<string, string>> = { 工: '≥', 之: '≥', 三: '≥', 二: '=' }

/** A cell of a comparator as what it stood for before it was misread. */
const undamaged = (comparator: SpannedText | undefined): SpannedText | undefined => {
  const sign = comparator === undefined ? undefined : MISREAD[comparator.folded]
  return comparator === undefined || sign === undefined
    ? comparator
    : SpannedText.of([{ text: sign, span: comparator.span }], comparator.span.start)
}

const COMPARATOR_WORDS: ReadonlySet<string> = new Set(COMPARATORS_BEFORE.map(([word]) => word))

const isComparator = (text: SpannedText | undefined): text is SpannedText =>
  text !== undefined && COMPARATOR_WORDS.has(text.folded.replace(/\s/g, ''))

/** The comparator to put before the value: none where it has its own or is a range or a date. */
const signFor = (
  own: Quantity | undefined,
  column: SpannedText | undefined,
  placeholder: SpannedText | undefined,
): SpannedText | undefined => {
  const mayTake = own === undefined || (own.kind !== 'period' && !hasComparator(own) && !isRange(own))
  if (!mayTake) return undefined
  if (isComparator(column)) return own === undefined ? undefined : column
  return own?.kind === 'measure' && isComparator(placeholder) ? placeholder : undefined
}

const isRange = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' && quantity.upperNumeral !== undefined
