import type { ColumnRole } from '../../model/disclosure.ts'
import type { Message } from '../rule.ts'

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
