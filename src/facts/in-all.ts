import { Decimal } from '../model/decimal.ts'
import type { Project } from '../model/disclosure.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import {
  COUNTER_OF_TIME,
  HOURS_OF_LESSONS,
  OF_A_SEASON,
  OF_FREQUENCY,
  OF_SCHOOLS,
  PEOPLE,
  PERSON,
  periodOf,
  SCHOOL,
  SCHOOL_TIMES,
  SCHOOLS,
  TIMES,
  timesAYear,
  WORKING_TIMES,
} from '../vocabulary/price-words.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'
import { isPeriod } from './terms.ts'
import { streamOf } from './words.ts'

/** 3场/季度 as 3场, 2次/人·日 as 2次, 1670株/栋 as 1670株: the count alone, and what it is for each of. */
export const withoutEach = (
  measure: Measure,
): { readonly measure: Measure; readonly period: string | undefined; readonly others: readonly string[] } => {
  const { unit } = measure
  const alone = { measure, period: undefined, others: [] }
  if (unit === undefined || unit.per.length === 0 || unit.dimension === 'money' || unit.dimension === 'share')
    return alone
  const times = unit.per.filter(({ dimension }) => dimension === 'time')
  const others = unit.per.filter(({ dimension }) => dimension !== 'time')
  const areOnes = others.every(({ dimension, scale }) => COUNTED_IN_ONES.has(dimension) && scale.eq(1))
  if (times.length > 1 || !areOnes) return alone
  const [printed = ''] = unit.printed.split('/')
  return {
    measure: { ...measure, unit: { ...unit, printed, per: [] } },
    period: periodNamed(times[0]?.printed ?? ''),
    others: others.map(({ base }) => base),
  }
}

const COUNTED_IN_ONES: ReadonlySet<string> = new Set(['people', 'households', 'things', 'count', 'times'])

/** The stretch of time that a unit names: 季 for 季度, 周 for 个星期. */
export const periodNamed = (unit: string): string | undefined => {
  const word = unit.replace(COUNTER_OF_TIME, '')
  return periodOf(word) ?? periodOf(word.slice(0, 1))
}

/** What a number that is for each of something makes in all. */
export interface InAll {
  /** 4 for each quarter, 38 for each of 38 schools. */
  readonly times: Decimal
  /** What it makes if none is done in the holidays. */
  readonly least: Decimal
  readonly value: Decimal
  /** 季: what it is for each of, where the indicator says so. */
  readonly each: string | undefined
  /** Whether the goal says how many there are of each, and no calendar was asked. */
  readonly isExact: boolean
  /** 巡检频次, 单站巡检次数: whether the indicator is of each one of them, so that several make it no more. */
  readonly isOfOne: boolean
}

/**
 * What the number of a goal makes in all, where it is for each month, school or person and the indicator is for the year and
 * for all of them; `undefined` where nobody can tell how often it is done, or where only a part of the year may be meant.
 */
export const inAllOf = (promise: Promised, candidate: Candidate): InAll | undefined => {
  if (promise.eaches.length === 0 || (promise.kind !== 'count' && promise.kind !== 'time')) return undefined
  const planned = new Set(plannedEaches(promise, candidate))
  const open = promise.eaches.filter(
    (each) => !planned.delete(sortOfEach(each)) && !isOfEachPerson(promise, each),
  )
  const value = baseValue(promise.measure)
  const [own, other] = [open[0], [...planned][0]]
  if (open.length === 1 && planned.size === 1 && own !== undefined && other !== undefined)
    return inEach(value, own, other)
  if (open.length === 0 || planned.size > 0) return undefined
  const factors = factorsOf(open, promise, candidate)
  if (factors === undefined) return undefined
  const { times, least, isExact } = factors
  const isOfOne = least.eq(times) && (OF_FREQUENCY.test(candidate.name) || candidate.eaches.length > 0)
  return { times, least: value.times(least), value: value.times(times), each: undefined, isExact, isOfOne }
}

/** How many there are of all that a number is for each of. */
const factorsOf = (
  eaches: readonly string[],
  promise: Promised,
  candidate: Candidate,
): { readonly times: Decimal; readonly least: Decimal; readonly isExact: boolean } | undefined => {
  let [times, least] = [new Decimal(1), new Decimal(1)]
  let isExact = true
  for (const each of eaches) {
    const counted = promise.counts.get(each)
    const factor = counted === undefined ? undefined : baseCount(counted)
    const yearly = factor === undefined ? timesOfYear(each, promise, candidate) : undefined
    const [most, fewest] = [factor ?? yearly?.most, factor ?? yearly?.fewest]
    if (most === undefined || fewest === undefined || (yearly !== undefined && !isExact)) return undefined
    if (yearly !== undefined) isExact = false
    times = times.times(most)
    least = least.times(fewest)
  }
  return { times, least, isExact }
}

/** 每月巡检1次 is how often each of them is seen to, and so is 单站巡检次数. */
const plannedEaches = ({ measure, eaches }: Promised, { eaches: planned }: Candidate): readonly string[] =>
  (measure.unit?.base === TIMES && eaches.every(isPeriod) ? planned.filter(isPeriod) : planned).map(
    sortOfEach,
  )

/** 每月1次 make 3次 each quarter; a month has four weeks and some days. */
const inEach = (value: Decimal, own: string, planned: string): InAll | undefined => {
  const [most, fewest] = [timesAYear(own) ?? 0, timesAYear(planned) ?? 0]
  if (most === 0 || fewest === 0 || most === fewest) return undefined
  const times = most > fewest ? new Decimal(Math.floor(most / fewest)) : new Decimal(most).div(fewest)
  const all = value.times(times)
  const isExact = most % fewest === 0 || fewest % most === 0
  return { times, least: all, value: all, each: planned, isExact, isOfOne: true }
}

/** 10 of 10周, and not its seconds. */
export const baseCount = (measure: Measure): Decimal =>
  measure.unit?.dimension === 'time' ? measure.numeral.value : baseValue(measure)

/** How often a stretch of time comes in a year, where what is done in it is done anew each time. */
const timesOfYear = (
  each: string,
  promise: Promised,
  candidate: Candidate,
): { readonly most: number; readonly fewest: number } | undefined => {
  const most = timesAYear(each)
  const units = [promise.measure.unit, candidate.target.measure.unit]
  if (most === undefined) return undefined
  if (!units.every((unit) => unit !== undefined && isDoneAgain(unit)) && !isAddedUp(promise, most))
    return undefined
  const about = `${candidate.name} ${promise.project.name.meaning}`
  const { goal, statement, phrase, clause } = promise
  const own = goal.text.folded.slice(statement.from, statement.to)
  const words = `${phrase} ${clause} ${about}`
  if (promise.part !== candidate.part || OF_A_SEASON.test(words) || !isOfWholeYear(promise.project))
    return undefined
  return {
    most,
    fewest: (OF_SCHOOLS.test(`${own} ${about}`) ? SCHOOL_TIMES : WORKING_TIMES).get(each) ?? most,
  }
}

/** What is counted anew each time; the same people, lamps and roads may be cared for every month. */
const DONE_AGAIN: ReadonlySet<string> = new Set(['times', 'attendances'])
const isDoneAgain = ({ dimension, base }: Unit): boolean => DONE_AGAIN.has(dimension) || base.endsWith(TIMES)

/** 每季度24份,全年96份: whether the goal itself says next what that makes. */
const isAddedUp = ({ goal: { quantities }, measure }: Promised, times: number): boolean => {
  const next = quantities[quantities.indexOf(measure) + 1]
  return (
    next?.kind === 'measure' &&
    next.unit?.base === measure.unit?.base &&
    baseValue(next).eq(baseValue(measure).times(times))
  )
}

/** One word for all that name each of the same: 名 and 生, 校 and 所. */
export const sortOfEach = <Each extends string | undefined>(each: Each): Each | string =>
  each === undefined ? each : PEOPLE.includes(each) ? PERSON : SCHOOLS.includes(each) ? SCHOOL : each

/** Whether a number counts what another one is for each of: 600名 for 每人, 38所 for 每校, 12个行政村 for 每村, 10周 for 每周. */
export const isCountOf = (
  each: string,
  { measure: { unit }, kind, following, preceding }: Promised,
): boolean => {
  if (isPeriod(each)) return kind === 'time' && unit !== undefined && periodNamed(unit.printed) === each
  if (PEOPLE.includes(each)) return unit?.dimension === 'people'
  if (unit === undefined || kind !== 'count') return false
  if (unit.base === each || unit.printed === each || (SCHOOLS.includes(each) && SCHOOLS.includes(unit.base)))
    return true
  const [noun = ''] = /^[\u4e00-\u9fff]{1,8}/.exec(following) ?? []
  if (noun.startsWith(each) || noun.endsWith(each) || withoutWork(noun).endsWith(each)) return true
  // 设置检查站12个 for 每站.
  return noun === '' && unit.dimension === 'count' && preceding.trimEnd().endsWith(each)
}

/** 行政村 of 行政村开展管护. */
const withoutWork = (words: string): string => {
  const { codes, actions, from } = streamOf(words)
  const end = codes.findIndex((code, i) => code === 0 || actions[i] === 1)
  return words.slice(0, from[end])
}

/** Whether a number is told to each person and yet is that of all: lessons and days of one course. */
export const isOfEachPerson = ({ kind, measure: { unit } }: Promised, each: string): boolean =>
  PEOPLE.includes(each) && (kind === 'time' || HOURS_OF_LESSONS.has(unit?.base ?? ''))

/** Whether the project doesn't say that it runs for a part of the year. */
const isOfWholeYear = ({ period }: Project): boolean => {
  const [from, until] = [period?.from, period?.until]
  if (from?.month === undefined || until?.month === undefined) return true
  if (from.year === undefined || until.year === undefined) return from.month === 1 && until.month === 12
  return (until.year - from.year) * 12 + until.month - from.month + 1 >= 12
}
