import { inAllOf } from '../../facts/in-all.ts'
import type { Match, Matching } from '../../facts/matching.ts'
import { yearOfParts } from '../../facts/parts-of-year.ts'
import { fromBase } from '../../model/unit.ts'
import type { Message } from '../rule.ts'

/** What a goal promises of a match in all, as a message says it, and how it is reckoned. */
export interface PromisedInAll {
  readonly message: Message
  readonly working: readonly string[]
}

/** “24所”“32所”（合计56所）, “每月2场”（一年合24场）, or the number alone. */
export const promisedInAll = (match: Match, matching: Matching): PromisedInAll => {
  const { promise, candidate } = match
  const { unit, text } = promise.measure
  const target = candidate.target.text.meaning
  const all = inAllOf(promise, candidate)
  const year = all === undefined ? yearOfParts(match, matching) : undefined
  const stated = year?.promises.map(({ measure }) => measure.text.meaning) ?? [text.meaning]
  const shown = stated.map((one) => `“${one}”`)
  const value = all?.value ?? year?.value
  if (value === undefined)
    return { message: { zh: shown.join(''), en: shown.join('') }, working: [`${text.meaning} ≠ ${target}`] }
  const whole = unit === undefined ? value.toFixed() : `${fromBase(value, unit).toFixed()}${unit.printed}`
  const terms = all === undefined ? stated.join(' + ') : `${text.meaning} × ${all.times.toFixed()}`
  const isOfCalendar = all !== undefined && !all.isExact
  return {
    message: {
      zh: `${shown.join('')}（${isOfCalendar ? '一年合' : '合计'}${whole}）`,
      en: `${shown.join(' and ')} (${whole} ${isOfCalendar ? 'a year' : 'in all'})`,
    },
    working: [`${terms} = ${whole}`, `${whole} ≠ ${target}`],
  }
}
