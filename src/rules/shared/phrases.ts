import type { Cost } from '../../facts/costs.ts'
import type { Match } from '../../facts/matching.ts'
import type { Shortfall } from '../../facts/shortfall.ts'
import type { ColumnRole, ValidAmount } from '../../model/disclosure.ts'
import type { Measure } from '../../model/measure.ts'
import type { Message, Problem, Related } from '../rule.ts'

/** Why a goal and an indicator are taken to speak of the same thing. */
export const sameThing = ({ shared }: Match): Message => {
  const words = listed(shared)
  if (words === '') return { zh: '目标与指标的单位相容。', en: 'goal and indicator have compatible units.' }
  return {
    zh: `目标与指标都提到${words}，单位相容。`,
    en: `goal and indicator both speak of ${words}, in compatible units.`,
  }
}

/** A score in per cent; nothing is certain. */
export const percent = (score: number): number => Math.round(Math.min(score, 0.99) * 100)

/** The words that goal and indicator share, as the only reason; nothing where they share none. */
export const sharedWords = (words: readonly string[]): Pick<Problem, 'because'> =>
  words.length === 0
    ? {}
    : {
        because: {
          zh: `目标与指标都提到${listed(words)}。`,
          en: `goal and indicator both speak of ${listed(words)}.`,
        },
      }

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('')

const HOW: Readonly<Record<Shortfall['how'], Message>> = {
  below: { zh: '低于指标值', en: 'below its target' },
  above: { zh: '高于指标值', en: 'above its target' },
  late: { zh: '晚于指标值', en: 'later than its target' },
  unmet: { zh: '未达到指标值', en: 'short of its target' },
}

/** `实际完成“48盏”，低于指标值“≥60盏”`, to be said of an indicator. */
export const missedWords = ({ how, target, actual }: Shortfall): Message => {
  const [planned, done] = [target.text.meaning, actual.text.meaning]
  return {
    zh: `实际完成“${done}”，${HOW[how].zh}“${planned}”`,
    en: `came to “${done}”, ${HOW[how].en} of “${planned}”`,
  }
}

/** The amount of the project that costs are compared with. */
export const amountPlace = (amount: ValidAmount): Related => ({
  at: amount.numeral.text.span,
  note: { zh: '项目金额', en: 'amount of the project' },
})

/** Another cost limit that takes part in a sum. */
export const costPlace = ({ name, target }: Cost): Related => ({
  at: target.span,
  note: { zh: name, en: name },
})

/** The number of a goal that speaks against a value, too. */
export const goalPlace = ({ span, text }: Measure): Related => ({
  at: span,
  note: { zh: `绩效目标为“${text.meaning}”`, en: `the goal says “${text.meaning}”` },
})

/** What a column or a label of each role is called on forms. */
export const ROLE_WORDS: Readonly<Record<ColumnRole, Message>> = {
  code: { zh: '单位编码', en: 'agency codes' },
  agency: { zh: '单位名称', en: 'agencies' },
  name: { zh: '项目名称', en: 'project names' },
  amount: { zh: '金额', en: 'amounts' },
  funding: { zh: '资金构成', en: 'parts of the money' },
  period: { zh: '项目期限', en: 'periods' },
  goal: { zh: '绩效目标', en: 'goals' },
  'level-one': { zh: '一级指标', en: 'level-1 categories' },
  'level-two': { zh: '二级指标', en: 'level-2 categories' },
  indicator: { zh: '三级指标', en: 'indicators' },
  comparator: { zh: '计算符号', en: 'comparators' },
  target: { zh: '指标值', en: 'targets' },
  unit: { zh: '计量单位', en: 'units' },
  weight: { zh: '分值', en: 'points' },
  direction: { zh: '指标方向', en: 'directions' },
  actual: { zh: '实际完成值', en: 'actual values' },
  score: { zh: '得分', en: 'scores' },
  reason: { zh: '偏差原因', en: 'reasons' },
  note: { zh: '说明', en: 'notes' },
  result: { zh: '实际完成情况', en: 'results of the goals' },
  executed: { zh: '全年执行数', en: 'money spent' },
  rate: { zh: '执行率', en: 'rates of execution' },
  other: { zh: '其他内容', en: 'something else' },
}

/** What is said of the first indicator, and of how many more: 另有 3 项指标也没有. `lacking` is what has none. */
export const andOthers = ({ zh, en }: Message, count: number, lacking = '指标'): Message =>
  count === 0
    ? { zh, en }
    : {
        zh: `${zh}；另有 ${count} 项${lacking}也没有`,
        en: `${en}; ${count} more ${count === 1 ? 'has' : 'have'} none either`,
      }
