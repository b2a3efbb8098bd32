import { type Agreement, agreementOf } from '../../facts/agreement.ts'
import { isSpendingCategory } from '../../facts/costs.ts'
import { agreesInMoney } from '../../facts/goal-costs.ts'
import { sureFrom } from '../../facts/match-values.ts'
import {
  type Alone,
  type Candidate,
  MATCH_THRESHOLD,
  type Match,
  type Matching,
  matchGoals,
  whyCandidateIsAlone,
  whyPromiseIsAlone,
} from '../../facts/matching.ts'
import type { MeasureKind, Promised } from '../../facts/promises.ts'
import { isWorkedOut } from '../../facts/worked-out.ts'
import type { Disclosure, Goal, Indicator, Project } from '../../model/disclosure.ts'
import { indicatorsOf } from '../../model/walk.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { Message } from '../rule.ts'
import { percent, sameThing } from './phrases.ts'

/** How the goals of a project and its indicators were compared with each other, in words. */
export interface Pairing {
  readonly project: Project
  readonly pairs: readonly GoalPair[]
  readonly alonePromises: readonly AlonePromise[]
  readonly aloneIndicators: readonly AloneIndicator[]
  /** Indicators that have no number and so are not compared with any. */
  readonly withoutNumber: number
}

export interface GoalPair {
  readonly goal: Goal
  readonly promise: SpannedText
  readonly indicator: Indicator
  /** 0 to 1. */
  readonly score: number
  readonly shared: readonly string[]
  readonly reason: Message
  /** What the two numbers are to each other. */
  readonly agreement: Message
}

export interface AlonePromise {
  readonly goal: Goal
  readonly promise: SpannedText
  readonly reason: Message
}

export interface AloneIndicator {
  readonly indicator: Indicator
  readonly reason: Message
}

/** Explains the matching of one project. */
export const explainMatching = (project: Project, { year }: Disclosure): Pairing => {
  const matching = matchGoals(project)
  return {
    project,
    pairs: matching.matches.map((match) => pairOf(match, matching, year?.value)),
    alonePromises: matching.freePromises.map((promise) => ({
      goal: promise.goal,
      promise: promise.measure.text,
      reason: whyAlone(whyPromiseIsAlone(promise, matching), ({ name }) => name, INDICATORS),
    })),
    aloneIndicators: matching.freeCandidates.map((candidate) => ({
      indicator: candidate.indicator,
      reason: whyAlone(whyCandidateIsAlone(candidate, matching), printed, NUMBERS),
    })),
    withoutNumber: indicatorsOf(project).length - matching.candidates.length,
  }
}

const pairOf = (match: Match, matching: Matching, year: number | undefined): GoalPair => {
  const { promise, candidate, score, shared } = match
  return {
    goal: promise.goal,
    promise: promise.measure.text,
    indicator: candidate.indicator,
    score: Math.min(score, 1),
    shared,
    reason: sameThing(match),
    agreement: isOfCost(match) ? moneyAgreement(match) : agreementWords(match, matching, year),
  }
}

/** Prices, and money that is spent, are compared with cost indicators. */
const isOfCost = ({ promise, candidate }: Match): boolean =>
  (promise.kind === 'price' || promise.kind === 'money') && isSpendingCategory(candidate.categoryId)

const moneyAgreement = (match: Match): Message =>
  agreesInMoney(match)
    ? WORDS.equal
    : isWorkedOut(match)
      ? WORDS['other-term']
      : { zh: '金额不同。', en: 'the money differs.' }

const WORDS: Readonly<Record<Exclude<Agreement['kind'], 'sum' | 'unsure'>, Message>> = {
  equal: { zh: '数值一致。', en: 'the numbers agree.' },
  'within-range': { zh: '数值在范围之内。', en: 'one number lies in the range of the other.' },
  about: { zh: '与约数相差不到一成。', en: 'within a tenth of what the goal calls about so many.' },
  rounded: { zh: '仅小数位数不同，差异可忽略。', en: 'the same but for rounding.' },
  'other-term': {
    zh: '期限或口径不同（每次与全年、本年与多年、增幅与水平），不比较。',
    en: 'of another term (each time and the year, one year and several, a change and a level): not compared.',
  },
  weaker: { zh: '指标低于目标。', en: 'the indicator is weaker than the goal.' },
  stricter: { zh: '指标高于目标。', en: 'the indicator is stricter than the goal.' },
  contradictory: { zh: '两者互相矛盾。', en: 'they contradict each other.' },
}

const agreementWords = (match: Match, matching: Matching, year: number | undefined): Message => {
  const agreement = agreementOf(match, matching, year)
  if (agreement.kind === 'unsure') {
    const needed = percent(sureFrom(match.promise.kind))
    return {
      zh: `数值不同，但匹配度不足 ${needed}%，不报告。`,
      en: `the numbers differ, but the match is below ${needed}%: not reported.`,
    }
  }
  if (agreement.kind !== 'sum') return WORDS[agreement.kind]
  const { promises, candidates } = agreement.parts
  const parts = [...promises.map(printed), ...candidates.map(({ target }) => target.text.meaning)]
  const sum = parts.join(' + ')
  return promises.length > 0
    ? {
        zh: `目标中的 ${sum} 合计与指标一致。`,
        en: `${sum} of the goal together are what the indicator says.`,
      }
    : { zh: `指标 ${sum} 合计与目标一致。`, en: `the indicators ${sum} together are what the goal says.` }
}

const printed = ({ measure }: Promised): string => measure.text.meaning

/** The other side as a whole, and one of it. */
interface OtherSide {
  readonly whole: Message
  readonly one: Message
}

const INDICATORS: OtherSide = {
  whole: { zh: '指标', en: 'the indicators have' },
  one: { zh: '指标', en: 'indicator' },
}
const NUMBERS: OtherSide = {
  whole: { zh: '目标', en: 'the goals have' },
  one: { zh: '目标数字', en: 'number of the goals' },
}

const KINDS: Readonly<Record<MeasureKind, Message>> = {
  price: { zh: '单价', en: 'price' },
  money: { zh: '金额', en: 'sum of money' },
  share: { zh: '比率', en: 'share' },
  time: { zh: '时间', en: 'time' },
  count: { zh: '数量', en: 'count' },
}

const whyAlone = <Item extends Promised | Candidate, Other>(
  { item, why, nearest }: Alone<Item, Other>,
  nameOf: (other: Other) => string,
  { whole, one }: OtherSide,
): Message => {
  if (nearest === undefined) {
    const kind = KINDS[item.kind]
    return why === 'other-kind'
      ? { zh: `${whole.zh}中没有${kind.zh}。`, en: `${whole.en} no ${kind.en}.` }
      : {
          zh: `没有词语相近、单位相容的${one.zh}。`,
          en: `no ${one.en} shares words and a compatible unit with it.`,
        }
  }
  const name = `“${nameOf(nearest.item)}”`
  const score = `${percent(nearest.score)}%`
  return why === 'doubtful'
    ? {
        zh: `最接近的是${name}，匹配度 ${score}，不足 ${percent(MATCH_THRESHOLD)}%。`,
        en: `${name} comes nearest, but the match, ${score}, is below ${percent(MATCH_THRESHOLD)}%.`,
      }
    : {
        zh: `最接近的是${name}（匹配度 ${score}），但它与别处更相配。`,
        en: `${name} comes nearest (match ${score}), but belongs to something else.`,
      }
}
