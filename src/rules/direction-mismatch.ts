import { matchGoals } from '../facts/matching.ts'
import { sideOf } from '../model/comparator.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import { toBase } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { levelOneOf } from '../vocabulary/categories.ts'
import { COUNTERACTED, HIGHER_IS_BETTER, LASTING, LOWER_IS_BETTER } from '../vocabulary/directions.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const against = (name: string, target: MeasuredTarget, why: Message): Problem => {
  const shown = target.text.meaning
  return {
    message: {
      zh: `指标${quoted(name)}的值“${shown}”方向可能相反：${why.zh}`,
      en: `the value “${shown}” of the indicator ${quoted(name)} may point the wrong way: ${why.en}`,
    },
    at: target.span,
    because: {
      zh: '≥、>、= 用于越高越好的指标，≤、< 用于越低越好的指标。',
      en: '≥, > and = go with indicators where higher is better, ≤ and < where lower is.',
    },
    data: { comparator: target.comparator },
  }
}

const HIGHER: Message = { zh: '该指标越高越好', en: 'higher is better' }
const LOWER: Message = { zh: '该指标越低越好', en: 'lower is better' }
const POSITIVE: Message = { zh: '该行标明为正向指标', en: 'the row says that higher is better' }
const NEGATIVE: Message = { zh: '该行标明为反向指标', en: 'the row says that lower is better' }
const SPENDING: Message = { zh: '支出应以此为上限', en: 'spending is limited from above' }
const ALL_OF_IT: Message = {
  zh: '等于项目金额，用“<”则无法足额支出',
  en: 'it equals the amount of the project, which “<” would never let be spent',
}

export const directionMismatch: Rule = {
  id: 'direction-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '计算符号应与指标方向一致。',
      en: 'The comparator agrees with the direction of the indicator.',
    },
    finds: {
      zh: '越高越好的指标用了“≤”，越低越好的指标用了“≥”，正向指标用“≤”或反向指标用“≥”。',
      en: 'An indicator of which more is better with ≤, one of which less is better with ≥, or a direction printed beside the opposite comparator.',
    },
    why: {
      zh: '满意度“≤95%”、差错率“≥5%”、成本“≥10万元”都会使越差的结果越合格。只检查名称方向明确且印有计算符号的指标。',
      en: 'Satisfaction ≤95 %, an error rate ≥5 % or a cost ≥10万元 make worse results pass. Only names with a clear direction and printed comparators are checked.',
    },
    fix: { zh: '核对计算符号。', en: 'Check the comparator.' },
    basis: {
      zh: '正向指标用 =、≥、>，反向指标用 ≤、<（SYS）。',
      en: 'Positive indicators take =, ≥ or >, negative ones ≤ or < (SYS).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)成本指标 1.路灯维修成本 ≥5万元${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.投诉处理率 ≥98% (三)成本指标 1.路灯维修成本 ≤5万元${REST}`,
    ),
  },

  *checkProject(project) {
    for (const placed of indicatorsOf(project)) {
      const { target, name } = placed.indicator
      // What a bare value means was taken from the category; it can't contradict it.
      if (target.kind !== 'measured' || target.printedComparator === undefined) continue
      const why = contradictionOf(placed, target, project)
      if (why !== undefined) yield against(name.meaning, target, why)
    }
  },
}

const COST = new Set(['cost', 'economic-cost', 'social-cost', 'ecological-cost'])

const contradictionOf = (
  placed: PlacedIndicator,
  target: MeasuredTarget,
  project: Project,
): Message | undefined => {
  const { direction } = placed.indicator
  if (direction !== undefined) {
    const side = sideOf(target.comparator)
    const isHigher = direction.better === 'higher'
    // 正向 with ≥ is what the row says itself, whatever the name sounds like.
    return side === 0 || isHigher === side > 0 ? undefined : isHigher ? POSITIVE : NEGATIVE
  }
  switch (target.comparator) {
    case '≥':
    case '>':
      return againstAtLeast(placed, target, project)
    case '≤':
    case '<':
      return againstAtMost(placed, target, project)
    default:
      return undefined
  }
}

/** What speaks against ≥. */
const againstAtLeast = (
  placed: PlacedIndicator,
  target: MeasuredTarget,
  project: Project,
): Message | undefined => {
  const name = placed.indicator.name.meaning
  if (isSpending(placed, target, name, project)) return SPENDING
  if (isTimeLimit(target, name)) return LOWER
  if (target.measure.change === 'decrease') return undefined
  const isLowerBetter = LOWER_IS_BETTER.test(name) && !COUNTERACTED.test(name)
  return isLowerBetter && !HIGHER_IS_BETTER.test(name) ? LOWER : undefined
}

/** What speaks against ≤. */
const againstAtMost = (
  placed: PlacedIndicator,
  target: MeasuredTarget,
  project: Project,
): Message | undefined => {
  const name = placed.indicator.name.meaning
  const isHigherBetter = HIGHER_IS_BETTER.test(name) || isSatisfaction(placed, target)
  if (isHigherBetter && !LOWER_IS_BETTER.test(name) && target.measure.change === undefined) return HIGHER
  return target.comparator === '<' && isWholeAmount(project, target) ? ALL_OF_IT : undefined
}

/** Money under 成本, or all the money of the project under another output category or none. */
const isSpending = (
  { categories, categoryId, indicator }: PlacedIndicator,
  target: MeasuredTarget,
  name: string,
  project: Project,
): boolean => {
  if (target.measure.unit?.dimension !== 'money' || EARNED_OR_SAVED.test(name)) return false
  if (COST.has(categoryId ?? '')) return !isPromisedFloor(indicator, project)
  // A table without categories has spending among the rest.
  return (categories.length === 0 || categories[0]?.is === 'output') && isWholeAmount(project, target)
}

/** 人均补助标准 ≥94元, where the goal says 不低于: what people are to get, not what may be spent. */
const isPromisedFloor = (indicator: Indicator, project: Project): boolean =>
  matchGoals(project).matches.some(
    ({ promise, candidate }) =>
      candidate.indicator === indicator && sideOf(promise.measure.comparator?.sign) > 0,
  )

/** 资金发放时限 ≥15个工作日: later would be better. */
const isTimeLimit = ({ measure: { unit } }: MeasuredTarget, name: string): boolean =>
  unit?.dimension === 'time' && name.endsWith('时限') && !LASTING.test(name)

/** A share or a mark under 满意度, whatever it is called: 普查对象配合度. */
const isSatisfaction = ({ categoryId }: PlacedIndicator, { measure: { unit } }: MeasuredTarget): boolean =>
  categoryId !== undefined &&
  levelOneOf(categoryId) === 'satisfaction' &&
  (unit?.dimension === 'share' || unit?.dimension === 'points')

const isWholeAmount = ({ amount }: Project, { measure: { numeral, unit } }: MeasuredTarget): boolean =>
  unit?.dimension === 'money' &&
  unit.per.length === 0 &&
  amount.kind === 'amount' &&
  toBase(numeral.value, unit).eq(amount.money)

const EARNED_OR_SAVED = /节约|节省|结余|收入|创收|减少|降低|压减/
