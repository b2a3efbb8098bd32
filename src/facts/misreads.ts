import { collect, mapped } from '../collect.ts'
import { Decimal } from '../model/decimal.ts'
import type { Disclosure, Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { damagedSign, REACHES } from '../vocabulary/comparators.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { unitInBrackets } from '../vocabulary/unit-in-name.ts'
import { dimensionOfUnit } from '../vocabulary/units.ts'
import { matchGoals } from './matching.ts'
import { type Survey, surveyOf } from './survey.ts'
import { unitRelation } from './unit-relation.ts'

/** A value that reads like damage of scanning, with what it most likely was. */
export interface Misread {
  readonly indicator: Indicator
  readonly printed: string
  readonly likely: string
  /** The digit that a comparator was taken for. */
  readonly digit?: string | undefined
}

/** Digits that printed comparators turn into. */
const LOOKS_LIKE: ReadonlyMap<string | undefined, string> = new Map([
  ['2', '≥'],
  ['3', '≥'],
  ['5', '≤'],
])

/**
 * Values that look like a comparator taken for a digit (`≥92%` printed as `292%`) or letters taken for digits (`l2.50`). A
 * digit is only suspected where the value makes no sense with it: as a share of a whole in a table that prints
 * comparators, beside what the goal promises, beside a result that got all its points. Where one comparator is known to
 * have become a digit, the bare numbers beside it that begin with that digit are suspect as well.
 */
export const misreadsOf = (project: Project, disclosure: Disclosure): readonly Misread[] => {
  const { comparators } = surveyOf(disclosure)
  return comparators === 'usual'
    ? besideSigns(project)
    : comparators === 'some'
      ? withSigns(project)
      : bare(project)
}

/** The indicators whose values are misread: that is their problem, and no other rule's. */
export const misreadIndicatorsOf = (project: Project, disclosure: Disclosure): readonly Indicator[] =>
  misreadsOf(project, disclosure).map(({ indicator }) => indicator)

type ComparatorUse = Survey['comparators']

const findIn = (project: Project, comparators: ComparatorUse): readonly Misread[] => {
  const all = mapped(indicatorsOf(project), ({ indicator }) => indicator)
  const found = mapped(all, (indicator) => misreadOf(indicator, project, comparators))
  const digits = new Set(collect(found, (misread) => misread?.digit))
  if (digits.size === 0) return collect(found, (misread) => misread)
  return collect(all.entries(), ([i, indicator]) => found[i] ?? besideDamage(indicator, digits))
}

const besideSigns = rememberForProject((project) => findIn(project, 'usual'))
const withSigns = rememberForProject((project) => findIn(project, 'some'))
const bare = rememberForProject((project) => findIn(project, 'none'))

const misreadOf = (
  indicator: Indicator,
  project: Project,
  comparators: ComparatorUse,
): Misread | undefined => {
  const { target } = indicator
  const printed = target.text.meaning
  if (target.kind === 'unparsed') {
    if (target.text.isLettered) return { indicator, printed: target.text.shown, likely: withSign(printed) }
    const likely = lettersAsDigits(printed)
    return likely === undefined ? undefined : { indicator, printed, likely }
  }
  if (target.kind !== 'measured') return undefined
  const share = isBehindSign(target) ? undefined : digitAsComparator(indicator, target)
  const unit = share === undefined ? otherUnit(indicator, target) : undefined
  if (unit !== undefined) return { indicator, printed, likely: unit }
  const signed = withSign(printed)
  if (signed !== printed) return { indicator, printed, likely: signed }
  if (target.printedComparator !== undefined && share === undefined) return undefined
  const likely =
    share ??
    digitBeforePromise(indicator, target, project, comparators === 'usual') ??
    digitBeforeResult(indicator, target)
  // One share alone says nothing of the bare numbers of a table without comparators.
  const digit = comparators === 'none' && share !== undefined ? undefined : digitsOf(target.measure)[0]
  return likely === undefined ? undefined : { indicator, printed, likely, digit }
}

/** 二121座: with the comparator that was damaged. */
const withSign = (printed: string): string => {
  const sign = damagedSign(printed)
  return sign === undefined ? printed : printed.replace(...sign)
}

/**
 * Whether a comparator stands right before the number: then none was misread. One of a placeholder, (≥**%)295%, and
 * 达 of 达290% don't.
 */
const isBehindSign = ({ printedComparator, measure }: MeasuredTarget): boolean =>
  printedComparator !== undefined &&
  printedComparator.text.span.end >= measure.numeral.text.span.start &&
  !REACHES.test(printedComparator.text.folded)

/** A bare number that begins with a digit that a comparator is known to have become: 2280次 beside 292%. */
const besideDamage = (indicator: Indicator, digits: ReadonlySet<string>): Misread | undefined => {
  const { target } = indicator
  if (target.kind !== 'measured' || target.printedComparator !== undefined) return undefined
  const stripped = withoutDigit(target.measure)
  if (stripped === undefined || !digits.has(digitsOf(target.measure)[0] ?? '')) return undefined
  if (!/^[1-9]\d{2,}$/.test(stripped.rest) || target.measure.unit?.dimension === 'money') return undefined
  return { indicator, printed: target.text.meaning, likely: stripped.likely }
}

interface Stripped {
  readonly sign: string
  /** The digits behind the one that may be a comparator. */
  readonly rest: string
  readonly likely: string
}

/** Whether the first digit of a share above the whole may be a comparator: ≥90% printed as 290%. */
export const mayHoldSign = (measure: Measure): boolean => {
  const rest = withoutDigit(measure)?.rest
  return rest !== undefined && Number(rest) <= 100
}

/** A measure with its first digit read as a comparator. */
const withoutDigit = (measure: Measure): Stripped | undefined => {
  const { unit, numeral, upperNumeral } = measure
  if (unit === undefined || upperNumeral !== undefined) return undefined
  const digits = printedDigits(numeral.text)
  const sign = LOOKS_LIKE.get(digits[0])
  if (sign === undefined) return undefined
  const rest = digits.slice(1)
  if (!/^[1-9]\d*(?:\.\d+)?$/.test(rest)) return undefined
  const printed = numeral.text.folded.slice(numeral.text.folded.startsWith(digits[0] ?? '') ? 1 : 0)
  return { sign, rest, likely: `${sign}${printed.replace(/^,/, '')}${unit.printed}` }
}

/** 26次 that 12次 got all the points for: at least 6次 were planned. */
const digitBeforeResult = (
  { actual, score, weight }: Indicator,
  { measure }: MeasuredTarget,
): string | undefined => {
  const stripped = withoutDigit(measure)
  if (stripped === undefined || actual?.kind !== 'measured') return undefined
  if (score === undefined || weight === undefined || !score.numeral.value.eq(weight.numeral.value))
    return undefined
  if (unitRelation(actual.measure.unit, measure.unit) === 'different') return undefined
  const [reached, stated, rest] = [
    actual.measure.numeral.value,
    measure.numeral.value,
    new Decimal(stripped.rest),
  ]
  const isMissed = stripped.sign === '≥' ? reached.lt(stated) : reached.gt(stated)
  const isMet = stripped.sign === '≥' ? reached.gte(rest) : reached.lte(rest)
  return isMissed && isMet ? stripped.likely : undefined
}

/** 2.6l of what its name or the column of units says is in 万元, or 2.6l万元: 2.61; and 98$. */
const otherUnit = (
  { name, printedUnit }: Indicator,
  { measure: { unit, text: measureText }, text }: MeasuredTarget,
): string | undefined => {
  if (unit?.printed === DOLLAR) return lettersAsDigits(text.meaning)
  if (unit?.printed !== LETTER_L) return undefined
  const behind = text.folded.slice(measureText.endIn(text)).trim()
  const other =
    printedUnit?.unit?.dimension ??
    dimensionOfUnit(behind) ??
    dimensionOfUnit(unitInBrackets(name.folded) ?? '')
  if (other === undefined || other === unit.dimension) return undefined
  return lettersAsDigits(text.meaning)
}

/** The unit of volume that is printed as a one is in many types. */
const LETTER_L = 'l'
/** It stands on the key beside that of %, and looks much like it. */
const DOLLAR = '$'

const lettersAsDigits = (printed: string): string | undefined => {
  const repaired = printed
    .replace(/[lI|](?=[\d.|])|(?<=\d)[lI|]/g, '1')
    .replace(/[Oo](?=\d)|(?<=[\d.])[QD]+/g, (letters) => '0'.repeat(letters.length))
    .replace(/[gq](?=\d)/g, '9')
    .replace(/S(?=\d|%)|(?<=\d\.)S/g, '5')
    // B2 and Z5 are also names of things; behind a sign stands a number.
    .replace(/(?<=[≥≤<>=])B(?=\d)/g, '8')
    .replace(/(?<=[≥≤<>=])Z(?=\d)/g, '2')
    .replace(/(?<=\d)\$$/, '%')
  return repaired !== printed && PRINTED.test(repaired) ? repaired : undefined
}

/** A number as values print it, with a sign or a word in front. */
const PRINTED = /^(?:[≥≤<>=]{0,2}|[\u4e00-\u9fff]{2,5})\d+(?:\.\d+)?(?:[^\d\sA-Za-z$]|$)/

/** `292%` is no share of a whole; `92%` behind a misread ≥ is one. */
const digitAsComparator = (indicator: Indicator, { measure }: MeasuredTarget): string | undefined => {
  const digits = measure.numeral.text.folded
  if (measure.unit?.dimension !== 'share' || measure.numeral.value.lte(100)) return undefined
  const name = indicator.name.meaning
  if (isNamed(name, 'may-exceed-whole') || isNamed(name, 'completion-over-plan')) return undefined
  const sign = LOOKS_LIKE.get(digits[0])
  const rest = digits.slice(1)
  if (sign === undefined || !/^\d{2,3}(?:\.\d+)?$/.test(rest) || rest.startsWith('0')) return undefined
  const value = new Decimal(rest)
  return value.gt(50) && value.lte(100)
    ? `${sign}${rest}${measure.unit.printed.replace(DOLLAR, '%')}`
    : undefined
}

/** `2280次` where the goal promises 280次, and nothing promises 2280次. */
const digitBeforePromise = (
  indicator: Indicator,
  { measure }: MeasuredTarget,
  project: Project,
  comparatorsAreUsual: boolean,
): string | undefined => {
  const stripped = withoutDigit(measure)
  if (stripped === undefined) return undefined
  const { rest, likely } = stripped
  const promised = project.goals
    .flatMap(({ quantities }) => quantities)
    .filter((quantity) => quantity.kind === 'measure')
    .filter((quantity) => unitRelation(quantity.unit, measure.unit) !== 'different')
  if (promised.some((quantity) => digitsOf(quantity) === digitsOf(measure))) return undefined
  // One digit is left by chance, and so is more where no other value has a comparator, unless the words say that it is
  // promised here.
  const isPromised =
    rest.length > 1 && comparatorsAreUsual
      ? promised.some((quantity) => digitsOf(quantity) === rest)
      : matchGoals(project).matches.some(
          ({ candidate, promise }) => candidate.indicator === indicator && digitsOf(promise.measure) === rest,
        )
  return isPromised ? likely : undefined
}

const digitsOf = ({ numeral }: Measure): string => printedDigits(numeral.text)

/** The digits of a number and its point, without the commas of thousands and the 万 behind it. */
export const printedDigits = ({ folded }: SpannedText): string => {
  if (ALL_DIGITS.test(folded)) return folded
  const digits = DIGITS.exec(folded)?.[0] ?? ''
  return digits.includes(',') ? digits.replaceAll(',', '') : digits
}

const ALL_DIGITS = /^\d+$/
const DIGITS = /\d[\d,.]*/
