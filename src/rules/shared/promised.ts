import { inAllOf } from '../../facts/in-all.ts'
import type { Match, Matching } from '../../facts/matching.ts'
import { yearOfParts } from '../../facts/parts-of-year.ts'
import type { Promised, Reckoning } from '../../facts/promises.ts'
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
  if (promise.reckoned !== undefined) return followed(promise, promise.reckoned, target)
  const all = inAllOf(promise, candidate)
  const year = all === undefined ? yearOfParts(match, matching) : undefined
  const stated = year?.promises.map(({ measure }) => measure.text.meaning) ?? [text.meaning]
  const shown = stated.map((one) => `“${one}”`)
  const value = all?.value ?? year?.value
  // A third of a time a month says nothing.
  if (value === undefined || all?.times.lt(1) === true)
    return { message: { zh: shown.join(''), en: shown.join('') }, working: [`${text.meaning} ≠ ${target}`] }
  const whole = unit === undefined ? value.toFixed() : `${fromBase(value, unit).toFixed()}${unit.printed}`
  const terms = all === undefined ? stated.join(' + ') : `${text.meaning} × ${all.times.toFixed()}`
  const inWhat =
    all === undefined || all.isExact ? IN_WHAT[all?.each === undefined ? 'all' : 'term'] : IN_WHAT.year
  return {
    message: {
      zh: `${shown.join('')}（${inWhat.zh}${whole}）`,
      en: `${shown.join(' and ')} (${whole} ${inWhat.en})`,
    },
    working: [`${terms} = ${whole}`, `${whole} ≠ ${target}`],
  }
}

const IN_WHAT = {
  all: { zh: '合计', en: 'in all' },
  year: { zh: '一年合', en: 'a year' },
  /** 每月1次 and 每季度1次: in the longer of the two times. */
  term: { zh: '同期合', en: 'in the same time' },
}

/** “增长15%”（即230万件）. */
const followed = (
  { measure: { numeral, unit, text } }: Promised,
  { terms }: Reckoning,
  target: string,
): PromisedInAll => {
  const whole = `${numeral.value.toFixed()}${unit?.printed ?? ''}`
  const shown = `“${text.meaning}”`
  return {
    message: { zh: `${shown}（即${whole}）`, en: `${shown} (${whole})` },
    working: [`${terms} = ${whole}`, `${whole} ≠ ${target}`],
  }
}
