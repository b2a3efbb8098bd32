import type { Measure, Unit } from '../model/measure.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import type { Promised } from './promises.ts'
import { isPeriod } from './terms.ts'

/** 每处1200元 and 0.8万元/次 are paid for different things; 每校 and 所, 每人 and 人次 may be one. */
export const areForOthers = ({ kind, eaches, measure }: Promised, { unit }: Measure): boolean => {
  if (kind !== 'price') return false
  const perOf = (of: Unit | undefined): readonly string[] =>
    (of?.per ?? []).filter(({ dimension }) => dimension !== 'time').map(({ base }) => base)
  const said = [...eaches.filter((word) => !isPeriod(word)), ...perOf(measure.unit)].map(sortOf)
  const planned = perOf(unit).map(sortOf)
  if (said.length === 0 || planned.length === 0) return false
  return ![...said, ...planned].includes('any') && !planned.some((sort) => said.includes(sort))
}

/** What sort of thing a price is for, by the word of its denominator; `any` where it may be any thing. */
const sortOf = (word: string): string => {
  if ('名位生'.includes(word)) return 'people'
  if ('校园所家'.includes(word)) return 'institution'
  const dimension = dimensionOfWord(word)
  if (dimension === 'people' || dimension === 'attendances') return 'people'
  if (dimension === 'things' || dimension === 'households') return word
  return dimension !== undefined && OF_ONE_SORT.has(dimension) ? dimension : 'any'
}

/** Dimensions whose units stand for each other: 亩 and 公顷 of land. */
const OF_ONE_SORT: ReadonlySet<string> = new Set(['times', 'area', 'length', 'mass', 'volume'])
