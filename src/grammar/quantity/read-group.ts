import { ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import type { UnitWord } from './unit-words.ts'

/** Who is counted in 万 or 余 without a counter; the words before them say which of them. */
const PEOPLE =
  /^[\u4e00-\u9fff]{0,4}?(?:群众|人口|居民|农民|村民|牧民|市民|学生|学子|职工|员工|百姓|老人|老年人|儿童|妇女|党员|游客|读者|观众)/
const HOUSEHOLDS = /^[\u4e00-\u9fff]{0,2}?(?:农户|牧户|住户|用户|家庭)/
const LONGEST = 8

/** 6.8万农村人口, 1200余群众: a number with 万 or 余 counts those whom the words behind it name. */
export const readGroup = (text: string, at: number): UnitWord | undefined => {
  const behind = text.slice(at, at + LONGEST)
  const households = HOUSEHOLDS.exec(behind)?.[0]
  const word = households ?? PEOPLE.exec(behind)?.[0]
  if (word === undefined || JOINS_ANOTHER.test(word)) return undefined
  const [base, dimension] = households === undefined ? PEOPLE_UNIT : HOUSEHOLD_UNIT
  const unit: Unit = { printed: word, base, dimension, scale: ONE, per: [] }
  return { start: at, end: at + word.length, unit }
}

const PEOPLE_UNIT = ['人', 'people'] as const
const HOUSEHOLD_UNIT = ['户', 'households'] as const

/** 5万发给居民, 3万和农民: the number belongs to something else. */
const JOINS_ANOTHER = /[的和与及给为由向对在]/
