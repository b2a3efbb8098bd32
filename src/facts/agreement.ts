import { matchesIn } from '../collect.ts'
import { sideOf } from '../model/comparator.ts'
import { type Decimal, halfOfPlace } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue, toBase } from '../model/unit.ts'
import {
  BEFORE_THE_END,
  BEGINS_LIST,
  BY_MONTH,
  CONTRACT_TERM,
  CUMULATIVE,
  IS_PLANNED,
  LEVEL,
  NEW_ONES,
  OF_EACH_ONE,
  OF_THE_WHOLE,
  OF_THE_YEAR,
  OF_THESE,
  OF_THIS_YEAR,
  SATISFIED,
  SAYS_NEW,
  SEVERAL_EACH,
} from '../vocabulary/goal-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { MONTH, PEOPLE } from '../vocabulary/price-words.ts'
import { sinceNumber } from './done-to-them.ts'
import { inAllOf, isOfEachPerson, sortOfEach } from './in-all.ts'
import { isOfRate } from './match-score.ts'
import { sureFrom } from './match-values.ts'
import type { Candidate, Match, Matching } from './matching.ts'
import { namedAs, withoutCounter } from './named.ts'
import { ownWords } from './named-behind.ts'
import { isJoint } from './other-thing.ts'
import { pairsNamed } from './own-pairs.ts'
import { yearOfParts } from './parts-of-year.ts'
import { type Promised, statementOf } from './promises.ts'
import { isCapacity, isSaidOfOther, isToldOnlyBehind } from './said-of-other.ts'
import { doesSomething } from './standing.ts'
import { partsOf, type SumOfParts, sumOfParts } from './sum-of-parts.ts'
import { areLongTerm, isPeriod, partsOfYear } from './terms.ts'
import { pairsOf, streamOf } from './words.ts'

/** How an indicator disagrees with the goal it measures. */
export type Disagreement = 'weaker' | 'stricter' | 'contradictory'

/** What the numbers of a match are to each other. */
export type Agreement =
  | { readonly kind: 'equal' | 'within-range' | 'about' | 'rounded' }
  | { readonly kind: 'sum'; readonly parts: SumOfParts }
  /** The match is not sure enough to call the difference a contradiction. */
  | { readonly kind: 'unsure' }
  /** Not of the same thing: of one time and of the whole year, of this year and of several, a change and a level. */
  | { readonly kind: 'other-term' }
  | { readonly kind: Disagreement }

/** What the indicator of a match is to the promise of the goal, in a table of `year`. */
export const agreementOf = (match: Match, matching: Matching, year?: number): Agreement => {
  const { promise, candidate } = match
  if (!isOfSameTerm(match, matching, year))
    return {
      kind: disagreementInAll(match, matching, year) ?? disagreementInYear(match, matching) ?? 'other-term',
    }
  const goal = baseValue(promise.measure)
  const indicator = baseValue(candidate.target.measure)
  const [goalSide, side] = [sideOf(promise.measure.comparator?.sign), sideOf(candidate.target.comparator)]
  if (isEqual(promise.measure, candidate.target.measure) && goalSide * side >= 0) return { kind: 'equal' }
  // 现有护林员150名 is no plan for 20.
  if (isOfOtherStanding(match, matching) || isToldOfPast(match, matching)) return { kind: 'other-term' }
  if (isSaidOfOther(match)) {
    const parts = sumOfParts(match, matching)
    return parts === undefined ? { kind: 'other-term' } : { kind: 'sum', parts }
  }
  // 有低保户430户: something may be done for some of them; 档案数量 is what there is.
  if (indicator.lt(goal) && isOfPart(match)) return { kind: 'other-term' }
  if (!isSure(match, matching)) return { kind: 'unsure' }
  if (goal.eq(indicator)) return { kind: 'contradictory' }
  if (isWithinRange(match, goal, indicator)) return { kind: 'within-range' }
  // What districts come to is of no other unit than theirs: 4992次 are no 5667个.
  const areOfOtherUnit = promise.measure.unit?.base !== candidate.target.measure.unit?.base
  if (candidate.columns !== undefined && areOfOtherUnit) return { kind: 'other-term' }
  // 40台 is promised of each district, or of one.
  if (candidate.columns?.some((one) => one.eq(goal))) return { kind: 'within-range' }
  const near = nearnessOf(match, goalSide * side < 0)
  if (near !== undefined) return { kind: near }
  const parts = sumOfParts(match, matching)
  if (parts !== undefined) return { kind: 'sum', parts }
  return { kind: disagreementIn(match, goalSide, side) }
}

/** Which way two numbers differ, from the sides that their comparators leave open. */
const disagreementIn = ({ promise, candidate }: Match, goalSide: number, side: number): Disagreement => {
  const areBothPlain = promise.measure.comparator === undefined && candidate.target.comparator === '='
  if (goalSide * side < 0 || areBothPlain) return 'contradictory'
  const isLess = baseValue(candidate.target.measure).lt(baseValue(promise.measure))
  const isCap = goalSide < 0 || side < 0
  return isLess === isCap ? 'stricter' : 'weaker'
}

/** How the indicator of a match disagrees with its goal; `undefined` where it doesn't, or nobody can tell. */
export const disagreementOf = (match: Match, matching: Matching, year?: number): Disagreement | undefined => {
  const { kind } = agreementOf(match, matching, year)
  return kind === 'weaker' || kind === 'stricter' || kind === 'contradictory' ? kind : undefined
}

const isSure = (match: Match, matching: Matching): boolean =>
  match.score >= sureFrom(match.promise.kind) && !isNumberOfAnother(match, matching)

/**
 * Whether the number is that of an indicator in the same unit that nothing else in the goals is said of: 8个村 and 整治村数. Many
 * rates are 100%, and that of 回访率 is none of 及时率; nor is any of 满意度 where the goal says nothing of that.
 */
const isNumberOfAnother = ({ promise, candidate }: Match, { freeCandidates }: Matching): boolean =>
  promise.measure.unit !== undefined &&
  promise.measure.unit.base === candidate.target.measure.unit?.base &&
  freeCandidates.some(
    (other) =>
      other.kind === promise.kind &&
      !(isOfRate(promise, candidate) && !isOfRate(promise, other)) &&
      !(isNamed(other.name, 'about-satisfaction') && !promise.phrase.includes(SATISFIED)) &&
      other.target.measure.unit?.base === promise.measure.unit?.base &&
      baseValue(other.target.measure).eq(baseValue(promise.measure)),
  )

/** 每季度3场 make 12场 a year, 38所中学每校1间 make 38间: how the indicator of all of it disagrees with that. */
const disagreementInAll = (match: Match, matching: Matching, year?: number): Disagreement | undefined => {
  const { promise, candidate } = match
  const { comparator } = promise.measure
  if (promise.horizon !== undefined || promise.standing !== 'planned' || isOfOtherYear(promise, year))
    return undefined
  if (isCapacity(match) || isToldOnlyBehind(match)) return undefined
  if (sideOf(comparator?.sign) < 0 || sideOf(candidate.target.comparator) < 0) return undefined
  const whole = inAllOf(promise, candidate)
  if (whole === undefined) return undefined
  const planned = baseValue(candidate.target.measure)
  // Once a month, 1次: that one is for the month too may go without saying.
  const isOfYear =
    whole.each !== undefined || OF_THE_YEAR.test(`${candidate.name} ${candidate.target.text.folded}`)
  if (planned.eq(baseValue(promise.measure)) && !isOfYear) return undefined
  const isLess = planned.lt(whole.least)
  const isMore = (whole.isExact || whole.isOfOne) && comparator === undefined && planned.gt(whole.value)
  if (!isLess && !isMore) return undefined
  // 250户和50家,每户(家)1套 make 300套.
  const counts = matching.promises.filter(
    (other) => other.goal === promise.goal && other.kind === 'count' && other.eaches.length === 0,
  )
  const each = baseValue(promise.measure)
  if (!each.isZero() && partsOf(counts, ({ measure }) => baseValue(measure), planned.div(each)) !== undefined)
    return undefined
  if (!isSure(match, matching) || sumOfParts(match, matching) !== undefined) return undefined
  return isLess ? 'weaker' : 'stricter'
}

/** 上半年24所,下半年32所: how the indicator of the year disagrees with what its parts come to. */
const disagreementInYear = (match: Match, matching: Matching): Disagreement | undefined => {
  const { promises, value } = yearOfParts(match, matching) ?? {}
  if (promises === undefined || value === undefined || !isSure(match, matching)) return undefined
  const { target } = match.candidate
  const [side, planned] = [sideOf(target.comparator), baseValue(target.measure)]
  // 下半年改造32所 may be what an indicator of 32所 is of.
  const isOfOne = promises.some(({ measure }) => baseValue(measure).eq(planned))
  if (side < 0 || isOfOne || planned.eq(value)) return undefined
  if (planned.lt(value)) return 'weaker'
  return promises.every(({ measure }) => measure.comparator === undefined) ? 'stricter' : undefined
}

/** Whether both are of the same term, and of just the same one of many. */
const isOfSameTerm = (
  { promise, candidate }: Match,
  matching: Matching,
  year: number | undefined,
): boolean => {
  const isLong = areLongTerm(promise.goal, candidate.indicator)
  // What was built before 2015 is worked on now.
  const isBefore = typeof promise.horizon === 'number' && year !== undefined && promise.horizon < year
  if (promise.horizon !== undefined && promise.horizon !== year && !isLong && !isBefore) return false
  if (isOfOtherYear(promise, year)) return false
  if (areOfTwoMonths(promise.phrase, candidate.name)) return false
  if (promise.part !== candidate.part && isOneOfTwoParts(promise, candidate, matching)) return false
  // How long each one works is said with and without 每人.
  return (
    sortOfEach(promise.each) === sortOfEach(candidate.each) ||
    (candidate.each === undefined && isOfEachPerson(promise, promise.each ?? ' ')) ||
    isForEachOfAny(promise, candidate) ||
    // 单体面积均在800平方米以上 is of each of whatever they are.
    (promise.each === undefined && !isPeriod(candidate.each ?? '') && OF_EACH_ONE.test(promise.preceding))
  )
}

/** 每家5万元 and 4万元/个: a price for each of whatever is counted. */
const isForEachOfAny = ({ kind, each = '' }: Promised, { target }: Candidate): boolean =>
  kind === 'price' &&
  each !== '' &&
  !isPeriod(each) &&
  !PEOPLE.includes(each) &&
  target.measure.unit?.per.length === 1 &&
  target.measure.unit.per[0]?.dimension === 'count'

/** Whether a number is said of another year than that of the table. */
export const isOfOtherYear = ({ year, latestYear }: Promised, ofTable: number | undefined): boolean =>
  year !== undefined && year !== (ofTable ?? latestYear)

/** 6月底前完成60% says nothing of what is done 12月底前. */
const areOfTwoMonths = (phrase: string, name: string): boolean => {
  const [one, other] = [BY_MONTH.exec(phrase)?.[1], BY_MONTH.exec(name)?.[1]]
  return one !== undefined && other !== undefined && one !== other
}

/** 上半年迁改管线,下半年铺设9.6公里 is all that is laid, unless the goal or an indicator tells as much of another part of the year. */
const isOneOfTwoParts = (
  { goal, part, measure, preceding }: Promised,
  { name }: Candidate,
  { promises, candidates }: Matching,
): boolean => {
  if (part === undefined || BEFORE_THE_END.test(part) || SEVERAL_EACH.test(preceding)) return true
  if (partsOfYear(goal.text.folded).length < 2 || candidates.some((other) => other.part !== undefined))
    return true
  const alike = promises.filter(
    (other) => other.goal === goal && other.measure.unit?.base === measure.unit?.base,
  )
  // 上半年招聘110名,下半年再补充若干: 全年 is more.
  return alike.some((other) => other.part !== part) || (alike.length === 1 && OF_THE_WHOLE.test(name))
}

/** Whether a number is of the past, or of what there is beside others that are planned. */
const isOfOtherStanding = ({ promise, candidate }: Match, { promises }: Matching): boolean => {
  const { standing, measure } = promise
  const mayBe = (other: Promised): boolean =>
    other.standing === 'planned' && other.measure.unit?.base === measure.unit?.base
  if (standing !== 'stock') return standing === 'past'
  const { actions } = namedAs(candidate.name)
  if (!promises.some(mayBe) && actions.length === 0) return false
  // 扫描馆藏档案115万页: what the name does is done to what there is.
  const own = pairsOf(ownWords(promise))
  return !actions.some((pair) => own.has(pair))
}

/** 覆膜13万亩;上年推广加厚膜2.1万亩: whether the goal tells behind the number what was done before, in more words of the name. */
const isToldOfPast = ({ promise, candidate }: Match, { promises }: Matching): boolean => {
  const { goal, measure, statement } = promise
  if (OF_THIS_YEAR.test(statementOf(promise))) return false
  const named = [...pairsNamed(candidate)]
  const saidBy = (words: string): number => {
    const pairs = pairsOf(words)
    return named.filter((pair) => pairs.has(pair)).length
  }
  return promises.some(
    (other) =>
      other.standing === 'past' &&
      other.goal === goal &&
      other.statement.from >= statement.to &&
      other.measure.unit?.base === measure.unit?.base &&
      saidBy(ownWords(other)) > saidBy(ownWords(promise)),
  )
}

/** Whether the indicator is of some of what there is, of what is new, or of one year of several. */
const isOfPart = (match: Match): boolean =>
  isOfSome(match) ||
  isOfListed(match) ||
  isOfNamedPart(match) ||
  isOfOneLevel(match) ||
  isOfNewOnes(match) ||
  isOfOneYear(match) ||
  isOfThisYear(match)

/** 渡口21处、渡船29艘 are what there is, where the sentence does nothing; 渡船改造 is done to some of them. Behind a colon are parts of what is done. */
const isOfListed = ({ promise: { goal, measure, sentence }, candidate }: Match): boolean => {
  if (goal.text.folded[sentence.from - 1] === ':') return false
  const said = goal.text.folded.slice(sentence.from, measure.text.offsetIn(goal.text))
  return BEGINS_LIST.test(said) && !doesSomething(said) && streamOf(candidate.name).actions.includes(1)
}

/** 国家级2项、市级36项,传承人129名: a name is of one level where the goal tells several apart, and the number is said of none. */
const isOfOneLevel = ({ promise, candidate }: Match): boolean => {
  const [level] = LEVEL.exec(candidate.name) ?? []
  if (level === undefined || LEVEL.test(statementOf(promise))) return false
  const told = new Set(matchesIn(promise.goal.text.folded, new RegExp(LEVEL, 'g')).map(([one]) => one))
  return told.size > 1 && told.has(level)
}

/** 其中村道养护里程 of a number that is said of no part. */
const isOfNamedPart = ({ promise, candidate }: Match): boolean =>
  candidate.name.startsWith(OF_THESE) && !promise.preceding.includes(OF_THESE)

/** 累计修复35公里 and 当年修复岸线长度. */
const isOfThisYear = ({ promise, candidate }: Match): boolean =>
  OF_THIS_YEAR.test(candidate.name) && CUMULATIVE.test(statementOf(promise))

/** Whether the name says what is done for those that there are and the goal doesn't, or which of them: 骨干教师 of all 教师. */
const isOfSome = ({ promise, candidate }: Match): boolean => {
  if (promise.standing !== 'stock') return false
  const named = namedAs(withoutCounter(candidate.name, candidate.target.measure.unit?.printed ?? ''))
  const { goal, sentence, statement, behind, following } = promise
  // 对8年以上的警车予以更新,现有64辆: what is done is done to some of them.
  const { from } = following.trim() === '' ? statement : sentence
  const words = pairsOf(goal.text.folded.slice(from, behind.to))
  const said = Float64Array.from(named.pairs, ({ key }) => (words.has(key) ? 1 : 0))
  return (
    named.actions.some((pair) => !words.has(pair)) ||
    named.pairs.some(({ isEdge }, i) => said[i] === 0 && !isEdge && !isJoint(named, i, said))
  )
}

/** 全市A级景区17家 says how many there are, and not that any of them are new; nor do parts of the sentence that have numbers of their own. */
const isOfNewOnes = ({ promise, candidate }: Match): boolean => {
  const { kind, phrase, clause, reckoned } = promise
  if (kind === 'share' || reckoned !== undefined || !NEW_ONES.test(candidate.name)) return false
  const words = `${phrase} ${clause}`
  if (SAYS_NEW.test(words) || IS_PLANNED.test(words) || OF_THIS_YEAR.test(words)) return false
  return !streamOf(`${sinceNumber(promise)} ${phrase}`).actions.includes(1)
}

/** A contract of 36 months is paid for 12 of them in this year. */
const isOfOneYear = ({ promise, candidate }: Match): boolean => {
  const { unit } = promise.measure
  if (unit?.base !== MONTH || candidate.target.measure.unit?.base !== MONTH) return false
  if (baseValue(promise.measure).lte(A_YEAR) || baseValue(candidate.target.measure).gt(A_YEAR)) return false
  return CONTRACT_TERM.test(promise.phrase) || OF_THIS_YEAR.test(candidate.name)
}

const A_YEAR = 12

const isWithinRange = ({ promise, candidate }: Match, goal: Decimal, indicator: Decimal): boolean =>
  holds(promise.measure, indicator) || holds(candidate.target.measure, goal)

/** Whether two values are the same: in other units also but for the places that one is printed with (1000亩, 66.67公顷). */
const isEqual = (one: Measure, other: Measure): boolean => {
  if (baseValue(one).eq(baseValue(other))) return true
  if (one.unit === undefined || other.unit === undefined || one.unit.base !== other.unit.base) return false
  if (one.unit.scale.eq(other.unit.scale)) return false
  const gap = baseValue(one).minus(baseValue(other)).abs()
  // 0.1亿 may be anything from 500万 to 1500万, and is not meant so.
  if (gap.gt(baseValue(one).abs().times('0.03'))) return false
  return [one, other].some(
    ({ numeral, unit }) =>
      unit !== undefined && numeral.decimals > 0 && gap.lte(toBase(halfOfPlace(numeral.decimals), unit)),
  )
}

/** Whether a range holds the value. */
const holds = ({ numeral, upperNumeral, unit }: Measure, value: Decimal): boolean => {
  if (upperNumeral === undefined) return false
  const end = (printed: Decimal): Decimal => (unit === undefined ? printed : toBase(printed, unit))
  return value.gte(end(numeral.value)) && value.lte(end(upperNumeral.value))
}

/** Why two numbers that are not equal are no difference, if they aren't. */
const nearnessOf = ({ promise, candidate }: Match, areOpposite: boolean): 'about' | 'rounded' | undefined => {
  const [goal, indicator] = [promise.measure, candidate.target.measure]
  if (isAbout(goal, baseValue(goal), baseValue(indicator))) return 'about'
  return !areOpposite && isRounded(goal, indicator) ? 'rounded' : undefined
}

/** 约100人 is met by 95: within a tenth. */
const isAbout = ({ approximate }: Measure, goal: Decimal, indicator: Decimal): boolean =>
  approximate && goal.minus(indicator).abs().lte(goal.abs().times('0.1'))

/** 1940公里 of 1940.21公里: the same with fewer decimals, so near that nobody loses by it. Of a share each decimal counts. */
const isRounded = (one: Measure, other: Measure): boolean => {
  const [fine, coarse] = one.numeral.decimals > other.numeral.decimals ? [one, other] : [other, one]
  const { decimals, value } = coarse.numeral
  if (fine.numeral.decimals === decimals || fine.unit?.dimension === 'share') return false
  if (fine.unit?.scale.eq(coarse.unit?.scale ?? 0) !== true) return false
  if (fine.upperNumeral !== undefined || coarse.upperNumeral !== undefined) return false
  const gap = fine.numeral.value.minus(value).abs()
  return gap.lt(halfOfPlace(decimals).times(2)) && gap.lte(fine.numeral.value.abs().times(NO_LOSS))
}

const NO_LOSS = '0.001'
