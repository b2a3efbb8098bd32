import {
  ALL_OF_THEM,
  IS_PURPOSE,
  NO_SUBJECT,
  OF_JUST_THIS_YEAR,
  REACHING,
  SAYS_ALL,
  SAYS_NUMBER,
  START_OF_CHANGE,
  THE_REST,
} from '../vocabulary/goal-words.ts'
import { haveTurnedDigits } from './match-values.ts'
import type { Match } from './matching.ts'
import { namedAs } from './named.ts'
import { pairsNamed } from './own-pairs.ts'
import { FAR, type Promised } from './promises.ts'
import { pairKey, pairsIn, pairsOf, printedStreamOf, type Stream, streamOf } from './words.ts'

/**
 * 排查自建房2.6万栋,鉴定为C级、D级的实施加固: whether the sentence says a word of the name behind the statement of the number, and the
 * goal neither in it nor before it. A word and its synonym are two where the goal says both: 招聘报考900人,择优聘用.
 */
export const isNamedBehind = (match: Pick<Match, 'promise' | 'candidate'>): boolean => {
  const { reckoned, needs } = match.promise
  // 化妆品80批次、医疗器械50批次 are 两类产品, whatever else is one.
  const isSum = reckoned !== undefined && needs === SAYS_ALL
  const behind = isSum ? '' : toldBehind(match.promise)
  return (
    behind !== '' &&
    (isOnlyBehind(match, behind, printedStreamOf) || isOnlyBehind(match, withoutNumbers(behind), streamOf)) &&
    saysWord(streamOf(ownWords(match.promise))) &&
    !isSlip(match) &&
    !isNamedInFront(match) &&
    !isRateNamed(match)
  )
}

/** 专业生产型120人 and 专业生产型学员: a name begins with all that stands in front of the number. */
const isNamedInFront = ({ promise, candidate }: Pick<Match, 'promise' | 'candidate'>): boolean => {
  const words = promise.preceding.trim()
  return words.length >= LEAST_IN_FRONT && candidate.name.startsWith(words)
}

const LEAST_IN_FRONT = 4

/** Without what has numbers of its own: 进村宣讲60场 says nothing of the 宣传手册. */
const withoutNumbers = (behind: string): string =>
  behind
    .split(',')
    .filter((words) => !SAYS_NUMBER.test(words))
    .join()

/** 累计达到62个,本年新认证: whether a name is of this year, and the goal speaks of that only behind the number. */
export const isOfThisYearBehind = ({
  promise: { goal, statement },
  candidate,
}: Pick<Match, 'promise' | 'candidate'>): boolean =>
  OF_JUST_THIS_YEAR.test(candidate.name) &&
  !OF_JUST_THIS_YEAR.test(goal.text.folded.slice(0, statement.to)) &&
  OF_JUST_THIS_YEAR.test(goal.text.folded.slice(statement.to))

/** 教育96场 and 教育场次 69场: the same digits in another order, said of what the name counts and does, whatever else that says. */
const isSlip = ({ promise, candidate }: Pick<Match, 'promise' | 'candidate'>): boolean => {
  if (!haveTurnedDigits(promise.measure, candidate.target.measure)) return false
  const own = pairsOf(ownWords(promise))
  const { actions } = namedAs(candidate.name)
  return actions.every((pair) => own.has(pair)) && [...pairsNamed(candidate)].some((pair) => own.has(pair))
}

/** 畜禽粪污资源化利用率 and 养殖粪污资源化利用率: whether the statement of a rate says nearly all of its name. */
const isRateNamed = ({ promise, candidate }: Pick<Match, 'promise' | 'candidate'>): boolean => {
  if (promise.kind !== 'share') return false
  const own = pairsOf(ownWords(promise))
  const named = [...pairsNamed(candidate)]
  return named.filter((pair) => own.has(pair)).length >= NEARLY_ALL * named.length
}

const NEARLY_ALL = 0.75

/** Whether a name says all the words, but for what only joins what is done to what it is done to. */
const saysOnly = (words: string, name: string): boolean => {
  const named = pairsOf(name)
  const { codes, actions } = streamOf(words)
  return codes.every((code, i) => {
    const next = codes[i + 1] ?? 0
    return code === 0 || next === 0 || actions[i] !== actions[i + 1] || named.has(pairKey(code, next))
  })
}

/** `read`: takes words as they are printed, or as one with their synonyms. */
const isOnlyBehind = (
  { promise, candidate }: Pick<Match, 'promise' | 'candidate'>,
  words: string,
  read: (text: string) => Stream,
): boolean => {
  const behind = pairsIn(read(words))
  if (behind.size === 0) return false
  const { codes, actions } =
    read === printedStreamOf ? printedStreamOf(candidate.name, true) : read(candidate.name)
  const isBehind = (code: number, i: number): boolean => {
    const next = codes[i + 1] ?? 0
    if (code === 0 || next === 0 || actions[i] === 1 || actions[i + 1] === 1) return false
    return behind.has(pairKey(code, next))
  }
  // Most names have nothing of what stands behind.
  if (!codes.some(isBehind)) return false
  const { goal, statement, project } = promise
  const { folded } = goal.text
  // What a project is about needs no telling, where the number has no subject that the name doesn't say.
  const about = saysOnly(ownWords(promise), candidate.name) ? project.name.folded : ''
  const told = pairsIn(read(`${about} ${folded.slice(Math.max(0, statement.from - FAR), statement.to)}`))
  const own = new Set(read(`${about} ${folded.slice(statement.from, statement.to)}`).codes)
  return codes.some((code, i) => {
    if (!isBehind(code, i)) return false
    const next = codes[i + 1] as number
    // 辅具 is said by 辅助器具.
    return !told.has(pairKey(code, next)) && !(own.has(code) && own.has(next))
  })
}

/**
 * What a sentence tells of other things than its number, behind that: 全部实行抽查 is of all that were counted, 提高防灾能力 what they
 * are for, and 减船60艘 tells how often 每船补助5万元 is paid. The next item of a numbered list is about something else.
 */
const toldBehind = ({ goal: { text }, statement, kind }: Promised): string => {
  const [sentence = ''] = text.folded
    .slice(statement.to, statement.to + FAR)
    .split(/[。!?\n]|;(?=\s?\(?\d{1,2}[).、])/, 1)
  return sentence
    .split(/[,;]/)
    .filter((words) => !IS_PURPOSE.test(words))
    .filter((words) => !ALL_OF_THEM.test(words) || THE_REST.test(words))
    .filter((words) => kind !== 'price' || !SAYS_NUMBER.test(words))
    .join()
}

/** What the statement of a number says of it, without its measure and what only says that it is reached. */
export const ownWords = ({ goal: { text }, measure, statement }: Promised): string => {
  const start = measure.text.offsetIn(text)
  const [before, behind] = [
    text.folded.slice(statement.from, start),
    text.folded.slice(start + measure.text.length, statement.to),
  ]
  return `${before.replace(REACHING, '').replace(START_OF_CHANGE, '')},${behind}`.replace(NO_SUBJECT, ',')
}

/** Whether a stream has two characters beside each other. */
export const saysWord = ({ codes }: Stream): boolean =>
  codes.some((code, i) => code !== 0 && (codes[i + 1] ?? 0) !== 0)
