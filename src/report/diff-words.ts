import type { IndicatorField, Status } from '../diff/filing-diff.ts'
import type { Message } from '../model/finding.ts'

/** The words of a comparison of filings. */

export const STATUS_WORDS: Readonly<Record<Status, Message>> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删去', en: 'removed' },
  renamed: { zh: '改名', en: 'renamed' },
  changed: { zh: '修改', en: 'changed' },
  uncompared: { zh: '未能比较', en: 'not compared' },
}

export const FIELD_WORDS: Readonly<Record<IndicatorField, Message>> = {
  category: { zh: '类别', en: 'category' },
  comparator: { zh: '符号', en: 'comparator' },
  value: { zh: '指标值', en: 'value' },
  unit: { zh: '单位', en: 'unit' },
  weight: { zh: '分值', en: 'weight' },
  actual: { zh: '实际完成值', en: 'actual value' },
  score: { zh: '得分', en: 'score' },
}

export const DIFF_WORDS = {
  same: { zh: '没有差别', en: 'no differences' },
  sameOfRead: { zh: '读到的内容没有差别', en: 'no differences in what was read' },
  unread: {
    zh: '有文件未能读取，其中的内容没有比较；只在另一侧出现的项目以“?”标出',
    en: 'some files could not be read and were not compared; what is on the other side only is marked “?”',
  },
  rows: { zh: '合计与单位', en: 'totals and agencies' },
  amount: { zh: '金额', en: 'amount' },
  goal: { zh: '绩效目标', en: 'goal' },
  result: { zh: '完成情况', en: 'result' },
  indicator: { zh: '指标', en: 'indicator' },
  nothing: { zh: '无', en: 'none' },
} as const satisfies Record<string, Message>

export const MARKS: Readonly<Record<Status, string>> = {
  added: '+',
  removed: '-',
  renamed: '~',
  changed: '~',
  uncompared: '?',
}
