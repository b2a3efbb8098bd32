import { BEHIND_NUMBER, OF_THESE } from '../vocabulary/goal-words.ts'
import { COMES_TO_BE, HAS_THEM } from '../vocabulary/promise-words.ts'
import type { Match } from './matching.ts'
import { saysWord } from './named-behind.ts'
import { type Promised, promisesOf } from './promises.ts'
import { doesSomething } from './standing.ts'
import { pairKey, pairsIn, printedStreamOf, streamOf } from './words.ts'

/**
 * 火化炉5台 and 更换火化炉耐火砖: a part of a sentence with nothing but what is counted tells how many there are. What a name says
 * behind that, and the goal nowhere, is done to them, or is of something else that they have; what it says in front of it may be
 * done to some of them.
 */
export const isDoneToThem = ({ promise, candidate: { name, target } }: Match): boolean => {
  const thing = thingCounted(promise, name)
  if (thing === undefined) return false
  const at = name.indexOf(thing)
  const isNew = (words: string): boolean => saysUnsaid(words.replace(COMES_TO_BE, ','), promise)
  if (isNew(name.slice(at + thing.length))) return true
  return target.measure.numeral.value.lt(promise.measure.numeral.value) && isNew(name.slice(0, at))
}

/** 一类幼儿园9所,普惠幼儿园31所: whether a name has the thing of which a goal counts two sorts, and says neither. */
export const isOfOtherSorts = ({ promise, candidate: { name } }: Match): boolean => {
  const { kind, standing, horizon, reckoned, goal, measure, project, sentence } = promise
  // 困难职工180户,其中深度困难职工40户 are one sort and a part of it.
  const tellsParts = goal.text.folded.slice(sentence.from, sentence.to).includes(OF_THESE)
  if (kind !== 'count' || reckoned !== undefined || tellsParts) return false
  const own = promise.preceding.trim()
  return promisesOf(project).some((other) => {
    if (other === promise || other.goal !== goal || other.measure.unit?.base !== measure.unit?.base)
      return false
    if (other.standing !== standing || other.horizon !== horizon) return false
    const its = other.preceding.trim()
    const length = endOfBoth(own, its)
    if (length < 2 || length === own.length || length === its.length) return false
    const sorts = `${own.slice(0, -length)}${its.slice(0, -length)}`
    return name.includes(own.slice(-length)) && ![...sorts].some((character) => name.includes(character))
  })
}

/** How many characters two texts end with that are the same. */
const endOfBoth = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

/** The thing of which a part of a sentence tells only how many there are, if a name says it; whose they are may stand in front. */
const thingCounted = (promise: Promised, name: string): string | undefined => {
  const { kind, standing, each, reckoned, measure, goal, statement } = promise
  if (kind !== 'count' || standing !== 'planned' || each !== undefined || reckoned !== undefined)
    return undefined
  const start = measure.text.offsetIn(goal.text)
  const words = goal.text.folded.slice(statement.from, start).trim()
  if (measure.comparator !== undefined || start + measure.text.length < statement.to) return undefined
  for (let from = Math.max(0, words.length - name.length); from + 1 < words.length; from += 1) {
    if (!name.includes(words.slice(from))) continue
    const isOnlyThere = HAS_THEM.test(words.slice(0, from)) && !doesSomething(sinceNumber(promise))
    return isOnlyThere && saysWord(streamOf(words.slice(from))) ? words.slice(from) : undefined
  }
  return undefined
}

/** What the sentence of a number says since the number before it: 完成路段划线,热熔标线. */
export const sinceNumber = ({ goal: { text }, measure, sentence }: Promised): string => {
  const said = text.folded.slice(sentence.from, measure.text.offsetIn(text))
  return BEHIND_NUMBER.exec(said)?.[0] ?? ''
}

/** Whether words have two characters beside each other that the goal doesn't, and one of them nowhere. */
const saysUnsaid = (words: string, { goal: { text } }: Promised): boolean => {
  const said = printedStreamOf(text.folded)
  const pairs = pairsIn(said)
  const { codes } = printedStreamOf(words)
  return codes.some((code, i) => {
    const next = codes[i + 1] ?? 0
    if (code === 0 || next === 0 || pairs.has(pairKey(code, next))) return false
    return !said.codes.includes(code) || !said.codes.includes(next)
  })
}
