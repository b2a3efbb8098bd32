import type { Unit } from '../model/measure.ts'
import { PEOPLE, PERSON, SCHOOLS } from '../vocabulary/price-words.ts'
import { COUNTER_KIN, dimensionOfWord } from '../vocabulary/units.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'
import { isPeriod } from './terms.ts'

/** 每处1200元 and 0.8万元/次 are paid for different things; 每校 and 所, 每人 and 人次 may be one. */
export const areForOthers = ({ kind, eaches, measure }: Promised, candidate: Candidate): boolean => {
  if (kind !== 'price') return false
  const said = sortsOf(measure.unit, eaches)
  const planned = sortsOf(candidate.target.measure.unit, candidate.eaches)
  if (said.length === 0 || planned.length === 0) return false
  const mayBeOne = (a: string, b: string): boolean =>
    a === b || (a === 'any' && !isMeasured(b)) || (b === 'any' && !isMeasured(a))
  return !planned.some((sort) => said.some((one) => mayBeOne(one, sort)))
}

/** What a price is paid for one of, as a key: 每户, 元/户 and 户均 have the same; empty where nothing says it. */
export const basisOf = ({ target, eaches }: Candidate): string => keyOf(target.measure.unit, eaches)

export const basisOfPromise = ({ measure, eaches }: Promised): string => keyOf(measure.unit, eaches)

const keyOf = (unit: Unit | undefined, eaches: readonly string[]): string => {
  const sorts = new Set(sortsOf(unit, eaches))
  return sorts.has('any') ? '' : [...sorts].sort().join('·')
}

const sortsOf = (unit: Unit | undefined, eaches: readonly string[]): readonly string[] =>
  [
    ...eaches.filter((word) => !isPeriod(word)),
    ...(unit?.per ?? []).filter(({ dimension }) => dimension !== 'time').map(({ base }) => base),
  ].map(sortOf)

/** What sort of thing a price is for, by the word of its denominator; `any` where it may be any thing. */
const sortOf = (printed: string): string => {
  // 元/公里·年, 元/人天
  const [word = ''] = printed.split('·')
  if (PEOPLE.includes(word)) return 'people'
  if (SCHOOLS.includes(word)) return 'institution'
  const dimension = dimensionOfWord(word)
  if (dimension === 'people' || dimension === 'attendances' || word.startsWith(PERSON)) return 'people'
  if (dimension !== undefined && OF_ONE_SORT.has(dimension)) return dimension
  // 每案 and 元/件, 单家 and 单户.
  const kin = COUNTER_KIN.find((words) => words.has(word))
  if (kin !== undefined) return [...kin][0] as string
  return dimension === 'things' || dimension === 'households' || dimension === 'other' ? word : 'any'
}

/** 每度 is for no 个. */
const isMeasured = (sort: string): boolean => OF_ONE_SORT.has(sort) || dimensionOfWord(sort) === 'other'

/** Dimensions whose units stand for each other: 亩 and 公顷 of land. */
const OF_ONE_SORT: ReadonlySet<string> = new Set(['times', 'area', 'length', 'mass', 'volume'])
