import {
  ALL_OF_THEM,
  CHOSEN,
  IS_CAPACITY,
  IS_CARED_FOR,
  IS_CHOICE,
  IS_FINISHED,
  IS_PLANNED,
  NO_SUBJECT,
  OF_EACH_BEFORE,
  OF_THIS_YEAR,
  OF_WHICH,
  REACHING,
  SAYS_CAPACITY,
  SAYS_NUMBER,
  THE_REST,
  THIS_TIME,
} from '../vocabulary/goal-words.ts'
import type { Match } from './matching.ts'
import { namedAs, withoutCounter } from './named.ts'
import { pairsNamed } from './own-pairs.ts'
import { FAR, type Promised, statementOf } from './promises.ts'
import { pairKey, pairsOf, streamOf } from './words.ts'
import { isWorkedOut } from './worked-out.ts'

/** Whether the number of a match is said of something else than its indicator measures, as its sentences tell. */
export const isSaidOfOther = (match: Match): boolean =>
  isDescribed(match) ||
  isOfAnotherStatement(match) ||
  isNotOfThisTime(match) ||
  isWorkedOut(match) ||
  isOfAnotherStep(match) ||
  isBeforeChoice(match) ||
  hasOwnSubject(match) ||
  isOfItsFellow(match) ||
  isOfTheRest(match) ||
  isTailElsewhere(match) ||
  isCapacity(match)

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
const isOfAnotherStatement = (match: Match): boolean => {
  const { promise, candidate } = match
  const { goal, sentence, statement } = promise
  const named = [...pairsNamed(candidate)]
  if (named.length === 0) return false
  const shareIn = (words: string): number => {
    const said = pairsOf(words)
    return named.filter((pair) => said.has(pair)).length / named.length
  }
  const own = shareIn(ownWords(promise))
  if (own > 1 - MUCH_MORE) return false
  const told = goal.text.folded.slice(sentence.from, statement.to)
  return statementsBehind(promise).some((words) => {
    // 销售额6亿元,其中直播带货份额扩大
    if (OF_WHICH.test(words) && !SAYS_NUMBER.test(words) && isNamedOnlyIn(words, told, match)) return true
    const share = shareIn(words)
    return share - own >= MUCH_MORE && (share >= NEARLY_ALL || own <= HARDLY_ANY)
  })
}

/** The statement of a number, and those before it in the sentence where it begins with 每件 and is of what they say. */
const ownWords = (promise: Promised): string => {
  const { goal, sentence, statement } = promise
  const said = statementOf(promise)
  return OF_EACH_BEFORE.test(said) ? goal.text.folded.slice(sentence.from, statement.to) : said
}

const NEARLY_ALL = 0.75
const MUCH_MORE = 0.38
const HARDLY_ANY = 0.2

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
  const { unit } = promise.measure
  if (named.size === 0 || unit?.dimension === 'money') return false
  if (unit?.dimension === 'things' && unit.base === candidate.target.measure.unit?.base) return false
  const said = pairsOf(statementOf(promise))
  if ([...named].some((pair) => said.has(pair))) return false
  return ownThings(promise).length > 0
}

/** What stands right before a number, pair by pair, without what is done. */
const ownThings = ({ preceding }: Promised): readonly number[] =>
  thingsIn(preceding.replace(REACHING, '').replace(NO_SUBJECT, ''))

const thingsIn = (words: string): readonly number[] => {
  const { codes, actions } = streamOf(words)
  const pairs: number[] = []
  for (let i = 1; i < codes.length; i += 1) {
    const [first, second] = [codes[i - 1] as number, codes[i] as number]
    if (first !== 0 && second !== 0 && actions[i - 1] === 0 && actions[i] === 0)
      pairs.push(pairKey(first, second))
  }
  return pairs
}

/**
 * 河东镇污水站日处理800吨;河西镇污水站本年建设: whether the goal says what the name says of the same sort of thing as the number is of, but
 * elsewhere: 西镇污 and not 东镇污.
 */
const isOfItsFellow = ({ promise, candidate }: Match): boolean => {
  const { goal, sentence, statement } = promise
  const { folded } = goal.text
  const name = streamOf(candidate.name)
  const said = streamOf(folded.slice(sentence.from, statement.to))
  const own = pairsOf(statementOf(promise))
  const others = pairsOf(folded.slice(0, sentence.from) + folded.slice(statement.to))
  return name.codes.some((mark, i) => {
    const [first = 0, second = 0] = [name.codes[i + 1], name.codes[i + 2]]
    if (mark === 0 || first === 0 || second === 0 || name.actions[i] === 1) return false
    const pair = pairKey(mark, first)
    if (own.has(pair) || !others.has(pair)) return false
    const at = said.codes.findLastIndex((code, k) => code === first && said.codes[k + 1] === second)
    const other = said.codes[at - 1] ?? 0
    // 集中式供水 is 集中供水.
    if (other === 0 || said.actions[at - 1] === 1 || said.codes.slice(Math.max(0, at - 3), at).includes(mark))
      return false
    return !pairsNamed(candidate).has(pairKey(other, first))
  })
}

/** 其余年级监测学生: whether the name is of the rest, and the number not said of it. */
const isOfTheRest = ({ promise, candidate }: Match): boolean =>
  THE_REST.test(candidate.name) && !THE_REST.test(statementOf(promise))

/**
 * 执业医师数达到3.2人,注册护士数持续增长: whether what a name is about is told behind the statement of the number and not in it, which has a
 * thing of its own.
 */
const isTailElsewhere = ({ promise, candidate }: Match): boolean => {
  const named = namedAs(withoutCounter(candidate.name, candidate.target.measure.unit?.printed ?? ''))
  if (named.isCommon) return false
  const tail = named.tail.map((i) => named.pairs[i]?.key ?? 0)
  const said = pairsOf(ownWords(promise))
  if (tail.some((pair) => said.has(pair))) return false
  const behind = statementsBehind(promise).map(pairsOf)
  if (!behind.some((words) => tail.every((pair) => words.has(pair)))) return false
  return ownThings(promise).some((pair) => !pairsNamed(candidate).has(pair))
}

/** 日接种能力400人次 is what can be done, and not what will be. */
const isCapacity = ({ promise, candidate }: Match): boolean =>
  IS_CAPACITY.test(promise.preceding) && !SAYS_CAPACITY.test(candidate.name)

/** 260名报名,遴选后组织研培: whether some are chosen behind the number, and the name is of those, or of what is done then. */
const isBeforeChoice = (match: Match): boolean => {
  const { promise, candidate } = match
  const behind = statementsBehind(promise)
  const choice = behind.findIndex((words) => IS_CHOICE.test(words))
  if (choice < 0 || CHOSEN.test(statementOf(promise))) return false
  const told = promise.goal.text.folded.slice(0, promise.statement.to)
  return CHOSEN.test(candidate.name) || isNamedOnlyIn(behind.slice(choice).join(), told, match)
}

/** Whether some of the name is said in one part of a goal, and not in another. */
const isNamedOnlyIn = (words: string, others: string, { candidate }: Match): boolean => {
  const [here, there] = [pairsOf(words), pairsOf(others)]
  return [...pairsNamed(candidate)].some((pair) => here.has(pair) && !there.has(pair))
}

/** What the goal says behind the statement of a number, from comma to comma. */
const statementsBehind = ({ goal, statement }: Promised): readonly string[] =>
  goal.text.folded.slice(statement.to, statement.to + FAR).split(/[,;。\n]/)
