import { matchesIn } from '../collect.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { rememberFor } from '../remember.ts'
import {
  EXCEPT,
  IS_CAPACITY,
  IS_SITE,
  PAST,
  SAYS_ALL,
  SAYS_CAPACITY,
  SAYS_SITE,
  SOME,
  THE_REST,
} from '../vocabulary/goal-words.ts'
import { SAYS_TOTAL } from '../vocabulary/sum-words.ts'
import { isDoneToThem, isOfOtherSorts } from './done-to-them.ts'
import { isOfRate, isOfWhoBenefits } from './match-score.ts'
import { isGeneric } from './match-values.ts'
import type { Match } from './matching.ts'
import { namedAs } from './named.ts'
import { isNamedBehind, isOfThisYearBehind, ownWords, saysWord } from './named-behind.ts'
import { pairsNamed } from './own-pairs.ts'
import { isStartOf, itemAround, statementOf } from './promises.ts'
import { pairsOf, printedStreamOf, streamOf } from './words.ts'
import { isWorkedOut } from './worked-out.ts'

/**
 * Whether the number of a match is said of something else than its indicator measures. A goal tells what a number is of in the
 * statement of the number or before it; what it names only behind it is another thing, or some of them.
 */
export const isSaidOfOther = rememberFor(
  (match: Match): boolean =>
    isNamedBehind(match) ||
    isOfThisYearBehind(match) ||
    hasOwnSubject(match) ||
    isOfTheRest(match) ||
    isCapacity(match) ||
    isOfSome(match) ||
    isSaidElsewhere(match) ||
    isDoneToThem(match) ||
    isOfOtherSorts(match) ||
    isWorkedOut(match),
)

/** 联席会议每季度1次。开展网评员轮训: whether a number has a subject of its own, and the goal says no word of the name up to it. */
export const isToldOnlyBehind = (match: Match): boolean => {
  const { promise, candidate } = match
  if (!hasOwnSubject(match)) return false
  const told = pairsOf(promise.goal.text.folded.slice(0, promise.statement.to))
  return ![...pairsNamed(candidate)].some((pair) => told.has(pair))
}

/** 为传承人建立档案25份: whether the statement of a number has words of its own, and no character of the name. */
const hasOwnSubject = ({ promise, candidate }: Match): boolean => {
  const { unit } = promise.measure
  const isNeeded = promise.reckoned !== undefined && promise.needs !== undefined
  if (unit?.dimension === 'money' || isNeeded) return false
  if (isOfRate(promise, candidate) || isOfWhoBenefits(promise, candidate)) return false
  // 技能班2期,每期培训12天: the words of what it is for each of are its own.
  const { goal, each } = promise
  const of = each === undefined || each !== candidate.each ? undefined : promise.counts.get(each)
  const own = `${of === undefined ? '' : itemAround(goal, of)},${ownWords(promise)}`
  // 扫描8.6万页 is of 档案页数, 7.8万农村人口 of 农村人口.
  const counted = unit !== undefined && (unit.dimension === 'things' || unit.printed.length > 1)
  const said = counted ? `${own} ${unit.printed}` : own
  const characters = printedStreamOf(candidate.name).codes
  // 补助天数 has nothing but common words to be told by.
  const isTold = !namedAs(candidate.name).isCommon
  // 参赛工种14个 and 举办竞赛6场: a character that both have tells nothing where anything may be counted in 个.
  const mayBeAny = unit !== undefined && isGeneric(unit) && unit.base !== candidate.target.measure.unit?.base
  if (
    !mayBeAny &&
    printedStreamOf(said, isTold).codes.some((code) => code !== 0 && characters.includes(code))
  )
    return false
  const pairs = pairsNamed(candidate)
  return saysWord(streamOf(own)) && ![...pairsOf(said)].some((pair) => pairs.has(pair))
}

/** 其余年级监测学生: whether the name is of the rest, and the number not said of it. */
const isOfTheRest = ({ promise, candidate: { name } }: Match): boolean => {
  const [, excepted] = EXCEPT.exec(name) ?? []
  // 除布病外其他病种, of which the goal tells nothing.
  if (excepted !== undefined && !promise.goal.text.folded.includes(excepted)) return false
  return THE_REST.test(name) && !THE_REST.test(statementOf(promise))
}

/** 短视频课程260个、音频课程若干: whether the goal says words of the name that the number doesn't have of something without a number. */
const isOfSome = ({ promise: { goal, measure }, candidate }: Match): boolean => {
  const some = matchesIn(goal.text.folded, SOME)
  if (some.length === 0) return false
  const own = pairsOf(itemAround(goal, measure))
  return some.some(([, words = '']) => {
    const said = pairsOf(words)
    return [...pairsNamed(candidate)].some((pair) => said.has(pair) && !own.has(pair))
  })
}

/** 日接种能力400人次 is what can be done, and not what will be; 占地60亩 is how much room there is. */
export const isCapacity = ({ promise: { preceding }, candidate: { name } }: Match): boolean =>
  (IS_CAPACITY.test(preceding) && !SAYS_CAPACITY.test(name)) ||
  (IS_SITE.test(preceding) && !SAYS_SITE.test(name))

/**
 * 上年任务6万亩、当年任务3.5万亩: whether the goal has the very number of the indicator as well, in words that say as much of the name;
 * any of them will do where that number has its unit, and the compared one another. The number of another year is none
 * of this year's.
 */
const isSaidElsewhere = ({ promise, candidate }: Match): boolean => {
  const { goal, measure, rate = '' } = promise
  const target = candidate.target.measure
  const others = goal.quantities.filter(
    (other): other is Measure =>
      other.kind === 'measure' &&
      other.numeral !== measure.numeral &&
      !isStartOf(goal, other, measure) &&
      other.unit?.base === target.unit?.base &&
      baseValue(other).eq(baseValue(target)),
  )
  if (others.length === 0) return false
  const named = [...pairsNamed(candidate)]
  const saidOf = (words: string): number => {
    const pairs = pairsOf(words)
    return named.filter((pair) => pairs.has(pair)).length
  }
  const ofRate = isOfRate(promise, candidate)
  const least = measure.unit?.base === target.unit?.base ? saidOf(itemAround(goal, measure)) : 0
  return others.some((other) => {
    const words = itemAround(goal, other)
    const isOfOtherRate = ofRate && !words.includes(rate)
    // 合计120名 is what a 总数 of 120 is of, and no sum of other numbers.
    if (promise.needs === SAYS_ALL && SAYS_TOTAL.test(words)) return true
    return (
      !isOfOtherRate && saidOf(words) >= Math.max(1, least) && saysWhen(words) === saysWhen(candidate.name)
    )
  })
}

/** 2024 of 2024年, or that it was before. */
const saysWhen = (words: string): string => /20\d\d/.exec(words)?.[0] ?? (PAST.test(words) ? 'past' : '')
