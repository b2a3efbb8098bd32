import { describe, expect, test } from 'vitest'
import { diffFilings } from '../../src/diff/diff-filings.ts'
import { renderDiff } from '../../src/report/diff-pretty.ts'
import { type Evaluation, evaluate, fileOf } from '../support/evaluation.ts'
import { reportOptions } from '../support/options.ts'

const row = { category: '产出/数量', name: '维护路灯数', target: '≥200盏', actual: '198盏', score: '45' }
const base: Evaluation = {
  results: '维护路灯198盏。',
  money: [
    { source: '年度资金总额', label: '全年执行数', stage: 'executed', text: '3.80' },
    { source: '年度资金总额', label: '执行率', stage: 'rate', text: '95%' },
  ],
  rows: [row],
}

const between = (before: Evaluation, after: Evaluation): string =>
  renderDiff(
    diffFilings([fileOf(evaluate(before))], [fileOf(evaluate(after))]),
    reportOptions({ width: 100, language: 'zh' }),
  )

const SAME = '✓ 没有差别\n'

describe('two self-evaluations', () => {
  test.each<[string, Evaluation, string]>([
    ['an actual value', { rows: [{ ...row, actual: '188盏' }] }, '      实际完成值 198盏 → 188盏\n'],
    ['an actual value that is gone', { rows: [{ ...row, actual: '' }] }, '      实际完成值 198盏 → 无\n'],
    ['a score', { rows: [{ ...row, score: '44' }] }, '      得分 45 → 44\n'],
    [
      'a result',
      { results: '维护路灯188盏。' },
      '  - 完成情况 维护路灯198盏。\n  + 完成情况 维护路灯188盏。\n',
    ],
    [
      'money spent',
      { money: [{ source: '年度资金总额', label: '全年执行数', stage: 'executed', text: '3.70' }] },
      '  ~ 年度资金总额 全年执行数 3.8万元 → 3.7万元（-0.1万元，-2.6%）\n',
    ],
    [
      'a rate',
      { money: [{ source: '年度资金总额', label: '执行率', stage: 'rate', text: '92.5%' }] },
      '  ~ 年度资金总额 执行率 95% → 92.5%\n',
    ],
  ])('differ in %s', (_, change, words) => {
    expect(between(base, { ...base, ...change })).toContain(words)
  })

  test.each<[string, Evaluation]>([
    ['as they are', {}],
    ['in other words', { rows: [{ ...row, actual: '198 盏', score: '45.0' }] }],
  ])('are the same %s', (_, change) => {
    expect(between(base, { ...base, ...change })).toBe(SAME)
  })

  test('a plan and its evaluation differ in nothing that was planned', () => {
    const { actual: _, score: __, ...planned } = row
    expect(between({ rows: [planned] }, base)).toBe(SAME)
  })
})
