import type { Decimal } from '../model/decimal.ts'
import type { Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import {
  COUNTER_OF_TIME,
  OF_A_SEASON,
  OF_SCHOOLS,
  PEOPLE,
  PERIOD,
  PERSON,
  SCHOOL_TIMES,
  TIMES_A_YEAR,
  WORKING_TIMES,
} from '../vocabulary/price-words.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'
import { isPeriod } from './terms.ts'

/** 3场/季度 as 3场: the stretch of time that a count is for, and the count alone. */
export const withoutPeriod = (
  measure: Measure,
): { readonly measure: Measure; readonly period: string | undefined } => {
  const { unit } = measure
  const [per, ...others] = unit?.per ?? []
  if (unit === undefined || per?.dimension !== 'time' || others.length > 0 || unit.dimension === 'money')
    return { measure, period: undefined }
  const [printed = ''] = unit.printed.split('/')
  const word = per.printed.replace(COUNTER_OF_TIME, '')
  return {
    measure: { ...measure, unit: { ...unit, printed, per: [] } },
    period: PERIOD.get(word) ?? PERIOD.get(word.slice(0, 1)),
  }
}

/** What a number for each stretch of time makes in a year. */
export interface Yearly {
  readonly times: number
  /** What it makes if none is done in the holidays. */
  readonly least: Decimal
  readonly value: Decimal
}

/**
 * What the number of a goal makes in a year, where it is for each month and the indicator for the year, and both are of one
 * person or of all; `undefined` where only a part of the year may be meant.
 */
export const yearlyOf = (promise: Promised, candidate: Candidate): Yearly | undefined => {
  const periods = promise.eaches.filter(isPeriod)
  const [period = ''] = periods
  const times = TIMES_A_YEAR.get(period)
  if (times === undefined || periods.length > 1 || candidate.eaches.some(isPeriod)) return undefined
  const units = [promise.measure.unit, candidate.target.measure.unit]
  if (!units.every((unit) => unit !== undefined && DONE_AGAIN.has(unit.dimension))) return undefined
  if (eachOf(promise) !== eachOf(candidate)) return undefined
  const words = `${promise.phrase} ${promise.clause} ${candidate.name} ${promise.project.name.meaning}`
  if (promise.part !== candidate.part || OF_A_SEASON.test(words) || !isOfWholeYear(promise.project))
    return undefined
  const least = (OF_SCHOOLS.test(words) ? SCHOOL_TIMES : WORKING_TIMES).get(period) ?? times
  const value = baseValue(promise.measure)
  return { times, least: value.times(least), value: value.times(times) }
}

/** What is counted anew each time; the same people, lamps and roads may be cared for every month. */
const DONE_AGAIN: ReadonlySet<string> = new Set(['times', 'attendances'])

/** What a number is for one of, apart from time. */
const eachOf = ({ eaches }: Promised | Candidate): string =>
  [
    ...new Set(
      eaches.filter((each) => !isPeriod(each)).map((each) => (PEOPLE.includes(each) ? PERSON : each)),
    ),
  ]
    .sort()
    .join()

/** Whether the project doesn't say that it runs for a part of the year. */
const isOfWholeYear = ({ period }: Project): boolean => {
  const [from, until] = [period?.from, period?.until]
  if (from?.month === undefined || until?.month === undefined) return true
  if (from.year === undefined || until.year === undefined) return from.month === 1 && until.month === 12
  return (until.year - from.year) * 12 + until.month - from.month + 1 >= 12
}
