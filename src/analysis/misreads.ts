import { Decimal } from '../model/decimal.ts'
import type { Disclosure, Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import { DAMAGED_SIGNS } from '../vocabulary/comparators.ts'
import { COMPLETION_OVER_PLAN, MAY_EXCEED_WHOLE } from '../vocabulary/directions.ts'
import { matchGoals } from './matching.ts'
import { surveyOf } from './survey.ts'
import { unitRelation } from './unit-relation.ts'

/** A value that reads like damage of scanning, with what it most likely was. */
export interface Misread {
  readonly indicator: Indicator
  readonly printed: string
  readonly likely: string
}

/** Digits that printed comparators turn into. */
const LOOKS_LIKE: readonly (readonly [string, string])[] = [
  ['2', '≥'],
  ['3', '≥'],
  ['5', '≤'],
]

/**
 * Values that look like a comparator taken for a digit (`≥92%` printed as `292%`) or letters taken
 * for digits (`l2.50`). A digit is only suspected where the value makes no sense with it and most
 * values beside it have comparators.
 */
export const misreadsOf = (project: Project, disclosure: Disclosure): readonly Misread[] =>
  surveyOf(disclosure).comparatorsAreUsual ? besideSigns(project) : amongBareValues(project)

/** The indicators whose values are misread: that is their problem, and no other rule's. */
export const misreadIndicatorsOf = (project: Project, disclosure: Disclosure): readonly Indicator[] =>
  misreadsOf(project, disclosure).map(({ indicator }) => indicator)

const findIn = (project: Project, comparatorsAreUsual: boolean): readonly Misread[] =>
  indicatorsOf(project).flatMap(({ indicator }) => misreadOf(indicator, project, comparatorsAreUsual) ?? [])

const besideSigns = rememberForProject((project) => findIn(project, true))
const amongBareValues = rememberForProject((project) => findIn(project, false))

const misreadOf = (
  indicator: Indicator,
  project: Project,
  comparatorsAreUsual: boolean,
): Misread | undefined => {
  const { target } = indicator
  const printed = target.text.meaning
  if (target.kind === 'unparsed') {
    const likely = lettersAsDigits(printed)
    return likely === undefined ? undefined : { indicator, printed, likely }
  }
  if (target.kind !== 'measured') return undefined
  const sign = /^[%工^二]/.test(printed)
    ? DAMAGED_SIGNS.find(([damage]) => printed.startsWith(damage))
    : undefined
  if (sign !== undefined) return { indicator, printed, likely: printed.replace(...sign) }
  if (!comparatorsAreUsual || target.printedComparator !== undefined) return undefined
  const likely = digitAsComparator(indicator, target) ?? digitBeforePromise(indicator, target, project)
  return likely === undefined ? undefined : { indicator, printed, likely }
}

const lettersAsDigits = (printed: string): string | undefined => {
  const repaired = printed
    .replace(/[lI|](?=[\d.OolI])|(?<=\d)[lI|]/g, '1')
    .replace(/[Oo](?=[\d.])|(?<=[\d.])[Oo]/g, '0')
    .replace(/[gq](?=\d)/g, '9')
    .replace(/S(?=\d|%)/g, '5')
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
  if (MAY_EXCEED_WHOLE.test(name) || COMPLETION_OVER_PLAN.test(name)) return undefined
  const sign = LOOKS_LIKE.find(([digit]) => digits.startsWith(digit))?.[1]
  const rest = digits.slice(1)
  if (sign === undefined || !/^\d{2,3}(?:\.\d+)?$/.test(rest) || rest.startsWith('0')) return undefined
  const value = new Decimal(rest)
  return value.gt(50) && value.lte(100) ? `${sign}${rest}${measure.unit.printed}` : undefined
}

/** `2280次` where the goal promises 280次, and nothing promises 2280次. */
const digitBeforePromise = (
  indicator: Indicator,
  { measure }: MeasuredTarget,
  project: Project,
): string | undefined => {
  const { unit, numeral, upperNumeral } = measure
  const digits = digitsOf(measure)
  const sign = LOOKS_LIKE.find(([digit]) => digits.startsWith(digit))?.[1]
  const rest = digits.slice(1)
  if (unit === undefined || upperNumeral !== undefined || sign === undefined) return undefined
  if (!/^[1-9]\d*(?:\.\d+)?$/.test(rest)) return undefined
  const promised = project.goals
    .flatMap(({ quantities }) => quantities)
    .filter((quantity) => quantity.kind === 'measure')
    .filter((quantity) => unitRelation(quantity.unit, unit) !== 'different')
  if (promised.some((quantity) => digitsOf(quantity) === digits)) return undefined
  // One digit is left by chance, unless the words say that it is promised here.
  const isPromised =
    rest.length > 1
      ? promised.some((quantity) => digitsOf(quantity) === rest)
      : matchGoals(project).matches.some(
          ({ candidate, promise }) => candidate.indicator === indicator && digitsOf(promise.measure) === rest,
        )
  const printed = numeral.text.folded.slice(numeral.text.folded.startsWith(digits[0] ?? '') ? 1 : 0)
  return isPromised ? `${sign}${printed.replace(/^,/, '')}${unit.printed}` : undefined
}

/** The digits of a number, without the commas of thousands and the 万 behind it. */
const digitsOf = ({ numeral }: Measure): string =>
  (/\d[\d,.]*/.exec(numeral.text.folded)?.[0] ?? '').replaceAll(',', '')
