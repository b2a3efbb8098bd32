import type { PrintedUnit, Target } from '../model/disclosure.ts'
import type { DraftTarget } from '../model/draft.ts'
import type { Measure, Quantity } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { COMPARATORS_BEFORE, DAMAGED_SIGNS } from '../vocabulary/comparators.ts'
import { bareNumber } from './bare-number.ts'
import { hasComparator, quantityIn } from './cell-quantity.ts'
import { findMarkers } from './marker.ts'
import { monthsAsDate } from './months-as-date.ts'
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
  const comparator = undamaged(cells.comparator)
  const own = takeWeight(withoutNumber(value.trimmed(0, endBefore(value.folded, ';。,、'))))
  const { weight } = own
  const text = withoutGaps(own.text)
  const rests = around(own.text, value)
  const unitText = unit?.isBlank === false ? unit.trim() : undefined
  const printedUnit = unitText === undefined ? undefined : withoutOne(unitText)
  const money = isCost && unitText === undefined
  const read =
    monthsAsDate(text, said) ??
    quantityIn(behindDamage(text), money) ??
    bareNumber(text) ??
    ratioOf(text, name)
  if (read === 'several') return cellOf(cells, qualitativeTarget(text), unitText, weight, rests)
  const placeholder = placeholderAtEnd(name)
  const isNumber = read?.kind === 'measure' || read?.kind === 'baseline' || IN_BRACKETS.test(text.folded)
  const sign = signFor(read, comparator, placeholder?.comparator)
  const measureUnit = read !== undefined && hasUnit(read) ? undefined : (printedUnit ?? placeholder?.unit)
  const parts = [sign, text, isNumber ? measureUnit : undefined].filter((part) => part !== undefined)
  const whole = text.isBlank ? text : SpannedText.join(parts)
  const joined = parts.length === 1 || text.isBlank ? undefined : quantityIn(whole, money)
  const quantity = joined === undefined || joined === 'several' ? read : joined
  const parsed =
    quantity === undefined ? wordsOrUnread(whole, isCost) : parseTarget(asValue(whole, quantity), { isCost })
  return cellOf(cells, parsed, unitText, weight, rests)
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

/** (95) and its unit in the next cell. */
const IN_BRACKETS = /^\(\d[\d.,]*\)$/

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

/** 1 200户, ≥12 000元: thousands set apart by blanks, as the text without these. Shares and points have none. */
const withoutGaps = (text: SpannedText): SpannedText => {
  const number = THOUSANDS.exec(text.folded)?.[0]
  if (number === undefined) return text
  const parts: SpannedText[] = []
  let start = 0
  for (let at = number.search(/\d/); at < number.length; at += 1) {
    if (text.folded[at] !== ' ') continue
    parts.push(text.slice(start, at))
    start = at + 1
  }
  return SpannedText.join([...parts, text.slice(start)])
}
const THOUSANDS = /^[≥≤<>=]{0,2} ?[1-9]\d{0,2}(?: \d{3})+(?=[\u4e00-\u9fff㎡])(?!分)/

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
