import type { WrongDirection } from '../facts/direction.ts'
import { sideOf } from '../model/comparator.ts'
import type { MeasuredTarget } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { goalPlace } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

const against = (
  name: string,
  target: MeasuredTarget,
  why: Message,
  promised: Measure | undefined,
): Problem => {
  const shown = target.text.meaning
  return {
    message: {
      zh: `指标${quoted(name)}的值“${shown}”方向可能相反：${why.zh}`,
      en: `the value “${shown}” of the indicator ${quoted(name)} may point the wrong way: ${why.en}`,
    },
    at: target.span,
    ...(promised === undefined ? {} : { related: [goalPlace(promised)] }),
    because: {
      zh: '≥、>、= 用于越高越好的指标，≤、< 用于越低越好的指标。',
      en: '≥, > and = go with indicators where higher is better, ≤ and < where lower is.',
    },
    data: { comparator: target.comparator },
  }
}

/** Whether the goal has the same number with the opposite sign. */
const isOpposite = (promised: Measure | undefined, { measure, comparator }: MeasuredTarget): boolean =>
  promised !== undefined &&
  baseValue(promised).eq(baseValue(measure)) &&
  sideOf(promised.comparator?.sign) * sideOf(comparator) < 0

const WHY: Readonly<Record<WrongDirection, Message>> = {
  higher: { zh: '该指标越高越好', en: 'higher is better' },
  lower: { zh: '该指标越低越好', en: 'lower is better' },
  'said-higher': { zh: '该行标明为正向指标', en: 'the row says that higher is better' },
  'said-lower': { zh: '该行标明为反向指标', en: 'the row says that lower is better' },
  spending: { zh: '支出应以此为上限', en: 'spending is limited from above' },
  'high-share': {
    zh: '以这样高的比率为上限，几乎不起限制作用',
    en: 'so high a share limits nothing as an upper bound',
  },
  'whole-amount': {
    zh: '等于项目金额，用“<”则无法足额支出',
    en: 'it equals the amount of the project, and with “<” that could never be spent in full',
  },
}

export const directionMismatch: Rule = {
  id: 'direction-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '计算符号应与指标方向一致。',
      en: 'The comparator matches the direction of the indicator.',
    },
    finds: {
      zh: '越高越好的指标用了“≤”，越低越好的指标用了“≥”，正向指标用“≤”或反向指标用“≥”；比率的上限高到不起限制作用（扑灭率“≤95%”）。',
      en: 'A higher-is-better indicator with ≤, a lower-is-better indicator with ≥, or a comparator that contradicts the printed direction; an upper limit on a rate so high that it limits nothing (扑灭率 ≤95%).',
    },
    why: {
      zh: '满意度“≤95%”、差错率“≥5%”、成本“≥10万元”都会使越差的结果越合格。只检查名称方向明确且印有计算符号的指标。',
      en: 'With satisfaction ≤95%, an error rate ≥5% or a cost ≥10万元, the worse the result, the more easily it passes. Only indicators with a clear direction in their name and a printed comparator are checked.',
    },
    fix: { zh: '核对计算符号。', en: 'Check the comparator.' },
    basis: {
      zh: '正向指标用 =、≥、>，反向指标用 ≤、<（SYS）。',
      en: 'Positive indicators take =, ≥ or >; negative indicators take ≤ or < (SYS).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)成本指标 1.路灯维修成本 ≥5万元${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.投诉处理率 ≥98% (三)成本指标 1.路灯维修成本 ≤5万元${REST}`,
    ),
  },

  *checkProject(project) {
    for (const facts of project.indicators) {
      const { indicator, name } = facts
      const why = project.wrongDirectionOf(facts)
      if (why === undefined || indicator.target.kind !== 'measured') continue
      const promised = project.promiseOf(indicator)?.measure
      yield against(
        name,
        indicator.target,
        WHY[why],
        isOpposite(promised, indicator.target) ? promised : undefined,
      )
    }
  },
}
