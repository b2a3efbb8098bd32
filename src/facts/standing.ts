import { matchesIn } from '../collect.ts'
import { YEAR_NUMBER } from '../vocabulary/form-words.ts'
import {
  AS_BASE,
  BEGINS_PAST,
  BEGINS_STATE,
  CARES_FOR,
  COUNTS_WHAT_IS,
  DONE_BEFORE,
  IS_PLANNED,
  OF_OTHERS,
  OF_THEM,
  OF_THIS_YEAR,
  OVER_YEARS,
  OWN_PART,
  PAST,
  RECKONED_FROM,
  SAYS_ALL,
  SAYS_THIS_YEAR,
  SAYS_VERB,
  SHOULD_BE,
  STOCK,
  THEN_PAST,
  THERE_ARE,
  THIS_YEAR_NEXT,
  WAS_DONE,
  YEAR_BEFORE,
} from '../vocabulary/goal-words.ts'
import { FOUND, MAKES_OR_BUYS, NAMED_BY_WORK, SAYS_TO_DO } from '../vocabulary/promise-words.ts'
import { streamOf } from './words.ts'

/** Whether a number is planned, of an earlier time or of others, or of what there is already. */
export type Standing = 'planned' | 'past' | 'stock'

/**
 * What a number of a goal is of, told by the words before it in its part of the sentence (`inPart`) and up to the number
 * before it (`preceding`), by those `following` it, and by what the sentence says of this year behind it. A change of what there is
 * (总量下降8%) is planned. `sentence`: all that its sentence says up to the number; `after`: what the goal says behind that.
 */
export const standingOf = (
  inPart: string,
  preceding: string,
  following: string,
  behind: string,
  isChange: boolean,
  sentence: string,
  after: string,
): Standing => {
  const isPast = isOfBefore(inPart)
  if ((isPast ? SAYS_THIS_YEAR : OF_THIS_YEAR).test(preceding)) return 'planned'
  if (
    isPast ||
    OF_OTHERS.test(inPart) ||
    AS_BASE.test(following) ||
    WAS_DONE.test(following) ||
    RECKONED_FROM.test(behind)
  )
    return 'past'
  if (BEGINS_PAST.test(sentence) && !SAYS_THIS_YEAR.test(sentence)) return 'past'
  if (isChange) return 'planned'
  const whole = `${sentence}${preceding}${following}${behind}`
  if (after !== '' && !does(whole) && hasWordsAlone(after)) return 'past'
  if (isState(sentence, behind) || goesOnCounting(sentence) || isBeforeThisYear(whole, after)) return 'stock'
  if (OF_THEM.test(following) || (SHOULD_BE.test(inPart) && THERE_ARE.test(behind))) return 'stock'
  const stock = STOCK.exec(inPart)
  // 音柱更换总量320只 is what is done in all.
  const isDone = stock?.[0].startsWith(SAYS_ALL) === true && streamOf(inPart).actions.includes(1)
  if (stock !== null && !isDone && !CARES_FOR.test(inPart.slice(0, stock.index))) return 'stock'
  return stock === null && OWN_PART.test(behind) && !SAYS_VERB.test(preceding) ? 'stock' : 'planned'
}

/** Whether words speak of earlier years: 历年修复岸线19公里; not 历年档案5万页. */
const isOfBefore = (words: string): boolean =>
  PAST.test(words) || streamOf(OVER_YEARS.exec(words)?.[1] ?? '').actions.includes(1)

/** Whether a sentence does nothing up to a number, and begins with how things are or goes on with what was done before. */
const isState = (sentence: string, behind: string): boolean =>
  (BEGINS_STATE.test(sentence) || THEN_PAST.test(behind)) && !doesSomething(sentence)

/** 展厅2600平方米;今年修复戏服85件: whether a sentence does nothing, or nothing new, and the next begins with this year. */
const isBeforeThisYear = (whole: string, after: string): boolean =>
  THIS_YEAR_NEXT.test(after) && !does(whole.replace(DONE_BEFORE, ''))

/** 现有橡胶林9.2万亩,割胶工1300人: whether a part of the sentence before says what there is, and none since does anything. */
const goesOnCounting = (sentence: string): boolean => {
  const { index = -1 } = matchesIn(sentence, COUNTS_WHAT_IS).at(-1) ?? {}
  return index >= 0 && !does(sentence.slice(index).replace(DONE_BEFORE, ''))
}

/** 管护站14处。续建防火道路: whether a sentence does nothing, so that what another one does without a number is done to some of them. */
const does = (words: string): boolean => {
  const done = words.replace(NAMED_BY_WORK, ',').replace(FOUND, ',')
  return MAKES_OR_BUYS.test(words) || doesSomething(done) || SAYS_TO_DO.test(done)
}

/** Whether one of several sentences has no number. */
const hasWordsAlone = (sentences: string): boolean =>
  sentences
    .replace(YEAR_NUMBER, '')
    .split(/[。;!?\n]/)
    .some((words) => /^[^\d]{5,}$/.test(words))

/** Whether words say that something is done or to be reached. */
export const doesSomething = (words: string): boolean =>
  IS_PLANNED.test(words) || OF_THIS_YEAR.test(words) || streamOf(words).actions.includes(1)

/** The year that the number behind the words is said of. */
export const yearOf = (words: string): number | undefined => {
  const year = matchesIn(words, YEAR_BEFORE).at(-1)?.[1]
  return year === undefined ? undefined : Number(year)
}
