import { ONE } from '../model/decimal.ts'
import { baseValue } from '../model/unit.ts'
import {
  ALL_OF_THEM,
  CHOSEN,
  HALVED,
  IS_CARED_FOR,
  IS_CHOICE,
  IS_FINISHED,
  IS_PLANNED,
  NEGATED,
  OF_DIFFERENCE,
  OF_THIS_YEAR,
  RAISED,
  REACHING,
  THE_REST,
  THIS_TIME,
} from '../vocabulary/goal-words.ts'
import { moneyOf } from './goal-costs.ts'
import type { Match } from './matching.ts'
import { pairsNamed } from './own-pairs.ts'
import { FAR, type Promised, statementOf } from './promises.ts'
import { pairsOf, streamOf } from './words.ts'

/** Whether the number of a match is said of something else than its indicator measures, as its sentences tell. */
export const isSaidOfOther = (match: Match): boolean =>
  isDescribed(match) ||
  isOfAnotherStatement(match) ||
  isOfDifference(match) ||
  isNotOfThisTime(match) ||
  isWorkedOut(match) ||
  isOfAnotherStep(match) ||
  isBeforeChoice(match) ||
  hasOwnSubject(match)

/**
 * 辖区企业312家,按风险确定抽查对象: whether a number only says how many there are, since what the name says is done is told behind
 * it, and not said of all of them.
 */
const isDescribed = (match: Match): boolean => {
  const { promise } = match
  const { kind, measure, goal, statement, sentence } = promise
  if (kind !== 'count' || measure.comparator !== undefined) return false
  const { folded } = goal.text
  const behind = folded.slice(statement.to, sentence.to)
  if (ALL_OF_THEM.test(behind)) return false
  const told = folded.slice(sentence.from, statement.to)
  if (streamOf(told).actions.includes(1) || IS_PLANNED.test(told) || IS_CARED_FOR.test(told)) return false
  return isNamedOnlyIn(behind, told, match)
}

/**
 * 退休教师1300人另行安排;在职教师体检由本项目列支: whether a statement behind the number's own, and not that one, says nearly all of
 * the name.
 */
const isOfAnotherStatement = ({ promise, candidate }: Match): boolean => {
  const named = [...pairsNamed(candidate)]
  if (named.length === 0) return false
  const shareIn = (words: string): number => {
    const said = pairsOf(words)
    return named.filter((pair) => said.has(pair)).length / named.length
  }
  const own = shareIn(statementOf(promise))
  if (own > 1 - MUCH_MORE) return false
  return statementsBehind(promise).some((words) => {
    const share = shareIn(words)
    return share - own >= MUCH_MORE && (share >= NEARLY_ALL || own <= HARDLY_ANY)
  })
}

const NEARLY_ALL = 0.75
const MUCH_MORE = 0.38
const HARDLY_ANY = 0.2

/** 更换90个,60个位于山区,其余布在平川; 由30处压减至20处: whether the indicator is the difference of two numbers of the goal. */
export const isOfDifference = ({ promise: { goal, measure }, candidate }: Match): boolean => {
  const { name, target } = candidate
  const isRaised = RAISED.test(goal.text.folded)
  if (!isRaised && !THE_REST.test(goal.text.folded) && !OF_DIFFERENCE.test(name)) return false
  // Of 每吨3.2元 and 3.8元 only one says what it is for.
  const numberOf = measure.unit?.dimension === 'money' ? moneyOf : baseValue
  const [own, planned] = [numberOf(measure), numberOf(target.measure)]
  return goal.quantities.some(
    (other) =>
      other.kind === 'measure' &&
      other.unit?.base === measure.unit?.base &&
      (numberOf(other).minus(own).abs().eq(planned) || (isRaised && numberOf(other).plus(own).eq(planned))),
  )
}

/**
 * 实施全长86公里的绿化,本年安排首段: whether what is done this time is told behind the number, which is not said of that, and the
 * name is of this time, or says what only stands there.
 */
const isNotOfThisTime = (match: Match): boolean => {
  const { promise, candidate } = match
  const { goal, sentence, statement } = promise
  const told = goal.text.folded.slice(sentence.from, statement.to)
  if (OF_THIS_YEAR.test(told)) return false
  const behind = statementsBehind(promise).filter((words) => THIS_TIME.test(words))
  if (behind.length === 0 || behind.some((words) => ALL_OF_THEM.test(words) || IS_FINISHED.test(words)))
    return false
  return OF_THIS_YEAR.test(candidate.name) || isNamedOnlyIn(behind.join(), told, match)
}

/** 收样后10个工作日内出报告,经费按季拨付: whether the step that a name sets a time for is only told behind the time of another one. */
const isOfAnotherStep = ({ promise, candidate }: Match): boolean => {
  const step = [...pairsNamed(candidate)].at(-1)
  if (promise.kind !== 'time' || step === undefined || pairsOf(statementOf(promise)).has(step)) return false
  return statementsBehind(promise).some((words) => pairsOf(words).has(step))
}

/** 投诉举报案件结案率不低于98%: whether right before the number stands what it is of, and its statement has no word of the name. */
const hasOwnSubject = ({ promise, candidate }: Match): boolean => {
  const named = pairsNamed(candidate)
  const dimension = promise.measure.unit?.dimension
  if (named.size === 0 || dimension === 'people' || dimension === 'money') return false
  const said = pairsOf(statementOf(promise))
  if ([...named].some((pair) => said.has(pair))) return false
  const { codes, actions } = streamOf(promise.preceding.replace(REACHING, ''))
  return codes.some(
    (code, i) => code !== 0 && (codes[i + 1] ?? 0) !== 0 && actions[i] === 0 && actions[i + 1] === 0,
  )
}

/** 260名报名,遴选后组织研培: whether some are chosen behind the number, and the name is of those, or of what is done then. */
const isBeforeChoice = (match: Match): boolean => {
  const { promise, candidate } = match
  const behind = statementsBehind(promise)
  const choice = behind.findIndex((words) => IS_CHOICE.test(words))
  if (choice < 0 || CHOSEN.test(statementOf(promise))) return false
  const told = promise.goal.text.folded.slice(0, promise.statement.to)
  return CHOSEN.test(candidate.name) || isNamedOnlyIn(behind.slice(choice).join(), told, match)
}

/**
 * 800名,优秀不超过20%: 160名; 2.0万吨减少5%: 1.9万吨; 16天缩短一半: 8天: whether the indicator is what another number of the goal makes
 * of this one.
 */
const isWorkedOut = ({ promise: { goal, measure, kind, phrase }, candidate }: Match): boolean => {
  const planned = baseValue(candidate.target.measure)
  const own = baseValue(measure)
  if (planned.eq(own)) return false
  // 70%上网,其余自用; 持证率100%, 无证率0%
  if (kind === 'share' && planned.plus(own).eq(WHOLE))
    return THE_REST.test(goal.text.folded) || NEGATED.test(candidate.name) !== NEGATED.test(phrase)
  if (HALVED.test(goal.text.folded) && planned.times(2).eq(own)) return true
  return goal.quantities.some((other) => {
    const share = other.kind === 'baseline' ? other.change : other.kind === 'measure' ? other : undefined
    if (share?.unit?.base !== '%') return false
    const part = baseValue(share).div(WHOLE)
    const of = own.times(
      share.change === undefined ? part : share.change === 'increase' ? part.plus(1) : ONE.minus(part),
    )
    return of.eq(planned)
  })
}

const WHOLE = 100

/** Whether some of the name is said in one part of a goal, and not in another. */
const isNamedOnlyIn = (words: string, others: string, { candidate }: Match): boolean => {
  const [here, there] = [pairsOf(words), pairsOf(others)]
  return [...pairsNamed(candidate)].some((pair) => here.has(pair) && !there.has(pair))
}

/** What the goal says behind the statement of a number, from comma to comma. */
const statementsBehind = ({ goal, statement }: Promised): readonly string[] =>
  goal.text.folded.slice(statement.to, statement.to + FAR).split(/[,;。\n]/)
