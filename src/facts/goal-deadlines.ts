import type { Goal, Indicator, Project } from '../model/disclosure.ts'
import type { Period, PlainDate, Quantity } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import {
  ALL_DONE,
  ALL_OF_IT,
  BEFORE_DAY,
  BEFORE_MONTH,
  BEFORE_WHAT,
  IN_ALL_BY_THEN,
  IS_OVER,
  NAMES_ALL,
  OF_BEING_DONE,
  ONLY_DONE,
  SAYS_ALL_OF_IT,
  SAYS_MONTH,
  WHEN_DONE,
} from '../vocabulary/deadlines.ts'
import {
  areOpposed,
  clearlyBest,
  commonStreamOf,
  type Pairs,
  pairKey,
  pairsIn,
  type Stream,
  sharedWords,
  streamOf,
} from './words.ts'

/** A deadline in a goal, and the other one that an indicator sets for the same thing. */
export interface OtherDeadline {
  readonly goal: Goal
  readonly promised: Period
  readonly indicator: Indicator
  readonly planned: Period
  /** Whether the indicator allows more time, or less. */
  readonly isLater: boolean
  /** Words that both have. */
  readonly shared: readonly string[]
}

/** From this share of its name on that stands beside the date, an indicator is for the same thing. */
const LEAST_WORDS = 0.5
/** The same where goal and indicators set but one deadline each, for the same to be done. */
const LEAST_ALONE = 0.25

/**
 * The deadlines of the goals of a project that its indicators set otherwise, each compared with the one that is clearly for the
 * same thing. The words are those of its part of the sentence: 5月底前完成设计 says nothing of when all is done.
 */
export const otherDeadlinesOf = rememberForProject((project: Project): readonly OtherDeadline[] => {
  const planned = indicatorsOf(project).flatMap(({ indicator }) =>
    indicator.target.kind === 'period' && indicator.target.period.until !== undefined
      ? [{ indicator, period: indicator.target.period, name: indicator.name.meaning }]
      : [],
  )
  if (planned.length === 0) return []
  return project.goals.flatMap((goal) => {
    const rivals = planned.filter(
      ({ indicator }) => indicator.term === goal.term || indicator.term === undefined,
    )
    return goal.quantities.flatMap((promised): readonly OtherDeadline[] => {
      if (!isOwnDeadline(promised)) return []
      const around = `${goal.text.meaning}\n${project.name.meaning}`
      const words = wordsBeside(promised, goal)
      const best = clearlyBest(rivals.map((rival) => ({ ...rival, ...saidOf(rival.name, words, around) })))
      const areAlone = rivals.length === 1 && goal.quantities.filter(isOwnDeadline).length === 1
      if (best === undefined || IN_ALL_BY_THEN.test(words.behind)) return []
      if (best.score < (areAlone && best.isDone ? LEAST_ALONE : LEAST_WORDS)) return []
      const { indicator, period, shared } = best
      const order = orderOf(promised, period)
      // 主机10月底前全部安装,辅机12月底前全部安装: the deadline of the other one.
      const isOfAnother = goal.quantities.some(
        (other) =>
          isOwnDeadline(other) &&
          orderOf(other, period) === 0 &&
          saidOf(indicator.name.meaning, wordsBeside(other, goal), around).score >= best.score,
      )
      return order === 0 || isOfAnother
        ? []
        : [{ goal, promised, indicator, planned: period, isLater: order < 0, shared }]
    })
  })
})

/** 10月1日前, and 10月1日 alone: no stretch of time. */
export const isDeadline = ({ from, until }: Period): boolean =>
  from === undefined ||
  (from.day !== undefined &&
    from.day === until?.day &&
    from.month === until.month &&
    from.year === until.year)

const isOwnDeadline = (quantity: Quantity): quantity is Period =>
  quantity.kind === 'period' && isDeadline(quantity)

/** The words of the part of the sentence that a date stands in, and those of them behind it. */
const wordsBeside = ({ text }: Period, goal: Goal): Beside => {
  const { folded } = goal.text
  const start = text.offsetIn(goal.text)
  const told =
    folded
      .slice(0, start)
      .split(/[;。:\n]/)
      .at(-1) ?? ''
  const [previous = '', own = ''] = ['', '', ...told.split(',')].slice(-2)
  const rest = folded.slice(start + text.length)
  const behind = rest.slice(0, rest.search(/[,;。:\n]|$/))
  // 开展检查,于11月10日前完成: what is done may stand before the comma; 7月开工 has a date of its own.
  const isOwn = saysWord(`${own},${behind}`) || SAYS_MONTH.test(previous)
  const before = isOwn ? own : `${previous},${own}`
  return {
    words: meaning(`${before}\n${behind}`),
    behind: meaning(behind),
    isAllBehind: SAYS_ALL_OF_IT.test(own.trim()),
  }
}

/** Whether words name more than that something is done. */
const saysWord = (words: string): boolean => /[\u4e00-\u9fff]{2}/.test(words.replace(ONLY_DONE, ','))

interface Beside {
  readonly words: string
  readonly behind: string
  /** Whether nothing stands before the date in its part that names anything but the project. */
  readonly isAllBehind: boolean
}

/** What a word of a name tells that the goal or the name of the project says elsewhere. */
const ELSEWHERE = 0.5

/**
 * How much of a name the words say; nothing, where both name things that exclude each other. What is to be done has to stand
 * beside the date, what it is done to may be said before: 采购蒸箱,8月底前安装调试完毕 is of 设备安装调试, and 安装样机 is not.
 */
const saidOf = (name: string, beside: Beside, around: string): SaidOfName => {
  const done = beside.behind
    .replace(BEFORE_WHAT, '')
    .replace(ALL_DONE, '')
    .replace(WHEN_DONE, '')
    .trimEnd()
    .replace(IS_OVER, '')
  const subject = name.replace(OF_BEING_DONE, '')
  const read = saidOfSubject(name, subject, done, beside, around)
  // 疏浚航道,6月底前完工: of the 疏浚工程, which is all of the 疏浚.
  const bare = subject.replace(ALL_OF_IT, '')
  if (done !== '' || bare === subject) return read
  const other = saidOfSubject(name, bare, done, beside, around)
  return other.score > read.score ? other : read
}

const saidOfSubject = (
  name: string,
  subject: string,
  done: string,
  { words, behind, isAllBehind }: Beside,
  around: string,
): SaidOfName => {
  const said = pairsIn(commonStreamOf(words))
  const stream = commonStreamOf(subject)
  const own = pairsIn(stream)
  const last = [...own].at(-1)
  const isOfName = namesOnly(streamOf(done), own)
  // 10月底前全部完工通车 is of the 工程 as a whole, whatever that is, and 完工时限 of whatever is done.
  const isWhole = subject === '' || (NAMES_ALL.test(subject) && ALL_DONE.test(behind))
  if (done === '' && isAllBehind && isWhole) return { score: 1, isDone: true, shared: [] }
  // 6月1日汛期前全部完工: all that was told before; so is 全部发完, of what is 发放.
  const isOfAll = isOfName && isAllBehind && [...done].every((character) => subject.includes(character))
  const isDone = isOfName && last !== undefined && said.has(last)
  const elsewhere = isDone || isOfAll ? pairsIn(commonStreamOf(around)) : NONE
  const level = (pair: number): number => (said.has(pair) ? 1 : elsewhere.has(pair) ? ELSEWHERE : 0)
  const score = areOpposed(name, words) ? 0 : shareOf([...own].map(level))
  return { score, isDone, shared: sharedWords(name, stream, (pair) => said.has(pair)) }
}

interface SaidOfName {
  readonly score: number
  readonly isDone: boolean
  readonly shared: readonly string[]
}

const NONE: Pairs = new Set()

/** Whether a stream names nothing but what `own` has, apart from what is done: 发放到校 of 校服到校. */
const namesOnly = ({ codes, actions }: Stream, own: Pairs): boolean =>
  codes.every((code, i) => {
    const next = codes[i + 1] ?? 0
    const isOfAction = actions[i] === 1 || actions[i + 1] === 1
    return code === 0 || next === 0 || isOfAction || own.has(pairKey(code, next))
  })

/** What share of a name is said; a pair between two that are only joins them: 容腾 of 仓容腾并. */
const shareOf = (levels: readonly number[]): number => {
  const isJoint = (i: number): boolean =>
    levels[i] === 0 && (levels[i - 1] ?? 0) > 0 && (levels[i + 1] ?? 0) > 0
  const counted = levels.filter((_, i) => !isJoint(i))
  return counted.reduce((sum, level) => sum + level, 0) / (counted.length || 1)
}

/** Which of two deadlines is earlier: below 0 the first, 0 where they are equal or nobody can tell. */
export const orderOf = (a: Period, b: Period): number => {
  if (a.recurring !== b.recurring || a.until === undefined || b.until === undefined) return 0
  if (isRightBehind(a, b) || isRightBehind(b, a)) return 0
  const [year, month] = [
    difference(a.until.year, b.until.year),
    difference(monthOf(a.until), monthOf(b.until)),
  ]
  return year || month || difference(a.until.day, b.until.day)
}

/** 10月1日前 and 10月前 are by 9月底, or 9月30日. */
const isRightBehind = ({ until, text }: Period, { until: other }: Period): boolean =>
  until !== undefined &&
  (BEFORE_MONTH.test(text.folded) || (until.day === 1 && BEFORE_DAY.test(text.folded))) &&
  difference(until.year, other?.year) === 0 &&
  difference(until.month, other?.month) === 1 &&
  (other?.day ?? LATE_IN_MONTH) >= LATE_IN_MONTH

/** The last day of the shortest month. */
const LATE_IN_MONTH = 28

/** By the end of a year is by its December. */
const monthOf = ({ year, month }: PlainDate): number | undefined =>
  month ?? (year === undefined ? undefined : 12)

const difference = (a: number | undefined, b: number | undefined): number =>
  a === undefined || b === undefined ? 0 : a - b
