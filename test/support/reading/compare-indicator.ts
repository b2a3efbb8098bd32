import { decimalOf, isSameAmount, isSameUnit, plainUnit, signOf } from './amounts.ts'
import type { TruthIndicator, TruthKind } from './case.ts'
import { bareLabel, bareName, nfkc, squeeze } from './plain-text.ts'
import type { ReadIndicator } from './tree-view.ts'

export const FIELDS = ['name', 'l1', 'l2', 'comparator', 'value', 'unit', 'kind', 'weight'] as const
/** The fields that make an indicator exact. */
export const EXACT = ['name', 'l1', 'l2', 'comparator', 'value', 'unit'] as const

/** Which fields are right; `weight` is undefined where the truth states none. */
export type Comparison = Record<Exclude<(typeof FIELDS)[number], 'weight'>, boolean> & {
  weight: boolean | undefined
}

interface Reading {
  readonly comparator: string | null
  readonly value: string | null
  readonly unit: string | null
}

/** Compares an indicator with what is printed, under the tolerances of `fixtures/real/README.md`. */
export const compareIndicator = (truth: TruthIndicator, read: ReadIndicator): Comparison => {
  const { comparator, value, unit } = bestReading(truth, read)
  const also = truth.also ?? []
  const names = [truth.name, ...also.flatMap(({ name }) => (name === undefined ? [] : [name]))]
  let l1 = isLabel(truth.l1, read.l1)
  // 满意度指标 | 满意度指标: one label may be read as both.
  const isOneLabel = truth.l1 !== null && truth.l2 !== null && bareLabel(truth.l1) === bareLabel(truth.l2)
  let l2 = isLabel(truth.l2, read.l2) || (isOneLabel && l1 && !read.l2.some((label) => label !== ''))
  for (const other of also) {
    if (!('l1' in other || 'l2' in other)) continue
    l1 ||= isLabel(other.l1 === undefined ? truth.l1 : other.l1, read.l1)
    l2 ||= isLabel(other.l2 === undefined ? truth.l2 : other.l2, read.l2)
  }
  return {
    name: names.some((name) => bareName(name, truth.unit) === bareName(read.name, truth.unit)),
    l1,
    l2,
    comparator,
    value: value && !isInOtherColumn(truth, read),
    unit,
    kind: isKind(truth, read) || also.some((other) => isKind({ ...truth, ...other }, read)),
    weight: isWeight(truth, read),
  }
}

export const isInOtherColumn = ({ column }: TruthIndicator, read: ReadIndicator): boolean =>
  Boolean(column) && read.column !== '' && !squeeze(read.column).includes(squeeze(column))

const isWeight = ({ weight }: TruthIndicator, read: ReadIndicator): boolean | undefined => {
  if (weight === undefined || weight === null) return undefined
  const [wanted, got] = [decimalOf(weight), decimalOf(read.weight)]
  return wanted !== undefined && got !== undefined && wanted.equals(got)
}

const bestReading = (truth: TruthIndicator, read: ReadIndicator) => {
  let best: { comparator: boolean; value: boolean; unit: boolean } | undefined
  let most = -1
  for (const reading of readingsOf(truth)) {
    const result = {
      comparator: isComparator(reading, read),
      value: isValue(reading, truth, read),
      unit: isUnit(reading, truth, read),
    }
    const right = Object.values(result).filter(Boolean).length
    if (right > most) [best, most] = [result, right]
  }
  return best as NonNullable<typeof best>
}

/** What is printed, what it likely was before it was damaged, and other readings that are as right. */
function* readingsOf(truth: TruthIndicator): Generator<Reading> {
  yield truth
  for (const text of [truth.likely, truth.printed, truth.equals]) {
    const [, sign, value, unit] = /^([≥≤=><]?)\s*(\d[\d.,]*)\s*([^\d?]*)$/.exec(squeeze(text)) ?? []
    if (value !== undefined) yield { comparator: sign || null, value, unit: unit || null }
  }
  for (const other of truth.also ?? []) {
    yield {
      comparator: other.comparator === undefined ? truth.comparator : other.comparator,
      value: other.value === undefined ? truth.value : other.value,
      unit: other.unit === undefined ? truth.unit : other.unit,
    }
  }
}

const isComparator = ({ comparator, value }: Reading, read: ReadIndicator): boolean => {
  if (!comparator) return read.comparator === undefined
  const sign = signOf(comparator) as string
  if (read.comparator === sign) return true
  return value === null && nfkc(read.text).replaceAll('≧', '≥').replaceAll('≦', '≤').includes(sign)
}

const NO_VALUE = '-—/'
const PUNCTUATION = /[,，.。;；:：、()（）"“”]+/g
const bare = (text: string): string => squeeze(text).replace(PUNCTUATION, '')
const wordsOnly = (text: string): string => squeeze(text).replace(/[^\p{L}\p{N}_]/gu, '')

const isValue = ({ value, unit }: Reading, truth: TruthIndicator, read: ReadIndicator): boolean => {
  if (value === null) return isNoValue(unit, truth, read)
  const { number } = read
  if (number !== undefined && !number.slice(1).includes('-')) {
    if (decimalOf(value) !== undefined) return isSameAmount(value, unit, number, read.unit)
    if (truth.kind === 'qualitative' && !/\d/.test(value)) return false
    return wordsOnly(read.text) === wordsOnly(value)
  }
  if (number !== undefined) return isSameRange(value, number)
  const [wanted, got] = [bare(value), bare(read.text)]
  if (decimalOf(value) !== undefined) {
    // A number that was left as text.
    return got === bare(value + (unit ?? '')) && !['number', 'percent', 'money', 'rate'].includes(truth.kind)
  }
  return wanted !== '' && (wanted === got || got === bare((truth.comparator ?? '') + value + (unit ?? '')))
}

const isNoValue = (unit: string | null, truth: TruthIndicator, read: ReadIndicator): boolean => {
  if (read.number !== undefined) return false
  const text = squeeze(read.text)
  return (
    (Boolean(truth.printed) && squeeze(truth.printed) === text) ||
    NO_VALUE.includes(text) ||
    read.kind === 'blank' ||
    read.kind === 'unparsed' ||
    text === squeeze(unit)
  )
}

const isSameRange = (value: string, number: string): boolean => {
  const wanted = (squeeze(value).match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 2).map(decimalOf)
  const got = number.split('-').map(decimalOf)
  return (
    wanted.length === 2 &&
    got.length === 2 &&
    wanted.every((end, i) => end !== undefined && got[i] !== undefined && end.equals(got[i]))
  )
}

const isUnit = ({ value, unit }: Reading, truth: TruthIndicator, read: ReadIndicator): boolean => {
  if (!unit) {
    return (
      read.unit === undefined ||
      read.number === undefined ||
      (Boolean(truth.unitColumn) && read.unit === truth.unitColumn)
    )
  }
  const wanted = plainUnit(unit).name
  const isLike = (other: string): boolean => plainUnit(other).name === wanted
  if (read.number === undefined && value === null) {
    // A cell that nobody filled in: the unit stands in its text or in a column.
    return squeeze(read.text).toLowerCase().includes(squeeze(unit).toLowerCase()) || read.units.some(isLike)
  }
  if (read.units.some((other) => isSameUnit(other, unit))) return true
  if (
    read.number !== undefined &&
    read.units.some(isLike) &&
    isSameAmount(value ?? '', unit, read.number, read.unit)
  ) {
    return true
  }
  if (wanted === '比例' && read.unit === '%') return true
  return truth.unitFrom === 'placeholder' && read.unit !== undefined && isLike(read.unit)
}

const isLabel = (wanted: string | null, got: readonly string[]): boolean => {
  if (!wanted) return !got.some((label) => label !== '')
  const label = bareLabel(wanted)
  return got
    .filter((text) => text !== '')
    .map(bareLabel)
    .some((other) => other === label || other === `${label}指标` || `${other}指标` === label)
}

const KINDS: Readonly<Record<TruthKind, readonly string[]>> = {
  number: ['number'],
  percent: ['percent'],
  money: ['money'],
  rate: ['rate'],
  range: ['range'],
  date: ['period'],
  baseline: ['baseline'],
  qualitative: ['qualitative'],
  placeholder: ['blank', 'unparsed', 'qualitative'],
  unparsed: ['unparsed', 'qualitative', 'blank'],
}

const isKind = (truth: TruthIndicator, { kind }: ReadIndicator): boolean => {
  const value = truth.value ?? ''
  if (KINDS[truth.kind].includes(kind)) return true
  if (truth.kind === 'qualitative' && truth.value === null && kind === 'blank') return true
  // 按月, 长期: a time in words.
  if (truth.kind === 'date' && kind === 'qualitative' && !/\d/.test(value)) return true
  if (truth.kind === 'placeholder' && truth.value !== null) return kind === 'percent' || kind === 'number'
  if (/^(?:无|\/|-|—|不涉及|不适用)$/.test(squeeze(value))) return kind === 'blank' || kind === 'qualitative'
  return truth.kind === 'percent' && squeeze(truth.unit) === '比例' && kind === 'number'
}
