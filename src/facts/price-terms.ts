import { Decimal } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { OF_THE_YEAR } from '../vocabulary/goal-words.ts'
import { DAY, EACH_YEAR, MONTH, MONTHS_OF, SCHOOL_TERM, timesAYear, YEAR } from '../vocabulary/price-words.ts'
import { baseCount, periodNamed } from './in-all.ts'
import type { Candidate } from './matching.ts'
import { type Promised, statementOf } from './promises.ts'
import { isPeriod } from './terms.ts'

/** In 元; a price stays one for each of its denominators as printed. */
export const moneyOf = ({ numeral, unit }: Measure): Decimal => numeral.value.times(unit?.scale ?? 1)

/** The stretch of time that money is paid for, if something says so: 月, 学期, 年. */
const periodOf = ({ unit }: Measure, eaches: readonly string[], saysYear: boolean): string | undefined => {
  const per = unit?.per.find(({ dimension }) => dimension === 'time')
  if (per?.base === MONTH) return [...MONTHS_OF].find(([, months]) => per.scale.eq(months))?.[0]
  return (per && periodNamed(per.printed)) ?? eaches.find(isPeriod) ?? (saysYear ? YEAR : undefined)
}

const periodOfPromise = (promise: Promised): string | undefined =>
  periodOf(promise.measure, promise.eaches, EACH_YEAR.test(statementOf(promise)))

/** How often a price of a goal is paid in the year, and whether the goal says so itself. */
export interface TimesPaid {
  readonly times: Decimal
  readonly period: string | undefined
  readonly isStated: boolean
}

/** 12 times of 每月, or as often as the goal says; `undefined` where nobody can tell. */
export const timesPaid = (price: Promised): TimesPaid | undefined => {
  const period = periodOfPromise(price)
  if (period === undefined || period === YEAR)
    return { times: new Decimal(1), period: undefined, isStated: true }
  const stated = price.counts.get(period)
  if (stated !== undefined) return { times: baseCount(stated), period, isStated: true }
  const times = monthlyTimes(period)
  return times && { times, period, isStated: false }
}

/** How often a stretch of whole months comes in a year. */
const monthlyTimes = (period: string): Decimal | undefined =>
  period === SCHOOL_TERM || MONTHS_OF.has(period) ? new Decimal(timesAYear(period) ?? 1) : undefined

/**
 * What a price of a goal may be in the terms of an indicator: 每月50元 is 600元 a year, or 500元 where it is paid for ten months, 每天15元
 * is 450元 a month. Where one of them doesn't say for how long, it is so for the year as well; empty where nobody can tell.
 */
export const inTermsOf = (promise: Promised, { target, eaches, name }: Candidate): readonly Decimal[] => {
  const own = moneyOf(promise.measure)
  const [from, to] = [periodOfPromise(promise), periodOf(target.measure, eaches, OF_THE_YEAR.test(name))]
  if (from === to) return [own]
  const paid = timesPaid(promise)
  const a = from === undefined ? undefined : monthlyTimes(from)
  const b = to === undefined ? undefined : monthlyTimes(to)
  const inYear = [
    ...(a === undefined ? [] : [own.times(a)]),
    ...(paid?.isStated === true ? [own.times(paid.times)] : []),
  ]
  if (to === undefined) return inYear.length === 0 ? [] : [own, ...inYear]
  if (from === undefined) return b === undefined ? [own] : [own, own.div(b)]
  if (from === DAY && to === MONTH) return DAYS_OF_A_MONTH.map((days) => own.times(days))
  if (from === SCHOOL_TERM || to === SCHOOL_TERM) return to === YEAR ? inYear : []
  return b === undefined ? [] : inYear.map((money) => money.div(b))
}

/** Work is done on 20 or more of them. */
const DAYS_OF_A_MONTH = Array.from({ length: 12 }, (_, i) => i + 20)
