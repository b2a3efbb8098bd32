import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { extractFiling } from '../../src/corpus/extract.ts'
import type { Category, Disclosure, Indicator, Project } from '../../src/model/disclosure.ts'
import { rules } from '../../src/rules/index.ts'
import type { Settings } from '../../src/settings.ts'
import { type Evaluation, evaluate, fileOf, type RowPart } from '../support/evaluation.ts'

/** The rules that compare results with what was planned. */
const OF_RESULTS: ReadonlySet<string> = new Set([
  'execution-rate-mismatch',
  'full-score-for-shortfall',
  'goal-result-mismatch',
  'missing-deviation-reason',
  'result-unit-mismatch',
  'score-above-points',
  'score-total-mismatch',
  'spent-above-budget',
])

/** Every other rule, also those that are off by default. */
const OF_PLANS = rules.filter(({ id }) => !OF_RESULTS.has(id))
const ALL: Settings = { rules: Object.fromEntries(OF_PLANS.map(({ id, severity }) => [id, severity])) }

const withoutResults = (disclosure: Disclosure): Disclosure => ({
  ...disclosure,
  projects: disclosure.projects.map(
    (project): Project => ({
      ...project,
      // What is known of a project is remembered by its goals.
      goals: [...project.goals],
      money: [],
      results: [],
      totalScore: undefined,
      indicators: project.indicators.map(planned),
      categories: project.categories.map(plannedIn),
    }),
  ),
})

const planned = (indicator: Indicator): Indicator => ({
  ...indicator,
  actual: undefined,
  score: undefined,
  reason: undefined,
  notes: [],
})

const plannedIn = (category: Category): Category => ({
  ...category,
  children: category.children.map((child) => (child.kind === 'category' ? plannedIn(child) : planned(child))),
})

const row = (name: string, target: string, part: Partial<RowPart> = {}): RowPart => ({
  category: '产出/数量',
  name,
  target,
  weight: '50',
  ...part,
})

const QUALITY = { category: '产出/质量' }

/** What would be a finding if it stood where the plan does, and what stands there without being one. */
const CASES: readonly (readonly [string, Evaluation])[] = [
  ['a misread value', { rows: [row('路灯完好率', '≥95%', { ...QUALITY, actual: '工96%' })] }],
  ['a value in another unit', { rows: [row('维护路灯数', '≥200盏', { actual: '96%' })] }],
  ['a value without a unit', { rows: [row('维护路灯', '≥200盏', { actual: '198' })] }],
  ['a value that says less than the goal', { rows: [row('维护路灯数', '≥200盏', { actual: '150盏' })] }],
  [
    'a date of the next year',
    { rows: [row('完成时间', '2023年12月底前', { category: '产出/时效', actual: '2024年3月' })] },
  ],
  ['an old baseline', { rows: [row('投诉次数', '≤5次', { actual: '≥2019年实际值' })] }],
  ['text that can not be read', { rows: [row('维护路灯数', '≥200盏', { actual: '≥3#7b盏' })] }],
  [
    'a cost above the amount',
    { rows: [row('维护成本', '≤4万元', { category: '产出/成本', actual: '9万元' })] },
  ],
  [
    'the same result twice',
    { rows: [row('维护路灯数', '≥200盏', { actual: '5盏' }), row('更换路灯数', '≥8盏', { actual: '5盏' })] },
  ],
  ['a placeholder in the notes', { rows: [row('维护路灯数', '≥200盏', { notes: ['≥**盏', '应达标'] })] }],
  ['scores that are no points', { rows: [row('维护路灯数', '≥200盏', { actual: '198盏', score: '77' })] }],
  ['numbers and prices in the results', { results: '目标1:更换灯具300套,每套2万元,共计900万元。' }],
  ['numbers out of order in the results', { results: '1.维护路灯。3.更换灯具。' }],
  [
    'a sum that does not add up in the results',
    { results: '共检修路灯100盏,其中东城60盏、西城30盏。', rows: [row('维护路灯数', '≥200盏')] },
  ],
  [
    'money of other stages',
    {
      money: [
        { source: '年度资金总额', label: '年初预算数', stage: 'initial', text: '9.00' },
        { source: '其中:财政拨款', label: '全年执行数', stage: 'executed', text: '待定' },
        { source: '其中:其他资金', label: '全年执行数', stage: 'executed', text: '-3.00' },
        { source: '年度资金总额', label: '分值', stage: 'weight', text: '10' },
        { source: '年度资金总额', label: '执行率', stage: 'rate', text: '395%' },
      ],
    },
  ],
]

describe('no rule takes for a plan', () => {
  test.each(CASES)('%s', (_, evaluation) => {
    const { disclosure } = evaluate(evaluation)
    expect(withoutResults(disclosure)).not.toEqual(disclosure)
    expect(check(disclosure, ALL, OF_PLANS)).toEqual(check(withoutResults(disclosure), ALL, OF_PLANS))
  })

  test('and what stands in the results would be found in the plan', () => {
    for (const [name, { rows = [] }] of CASES.slice(0, 9)) {
      const asPlan = rows.map((part) => ({ ...part, target: part.actual ?? part.target }))
      const found = (parts: readonly RowPart[]) =>
        check(evaluate({ rows: parts }).disclosure, ALL, OF_PLANS).map(
          ({ rule, message }) => `${rule} ${message.en}`,
        )
      expect(found(asPlan), name).not.toEqual(found(rows))
    }
  })

  test('what filings are compared by, except to tell whether they are the same', () => {
    for (const [name, evaluation] of CASES) {
      const file = fileOf(evaluate(evaluation))
      const { content, ...plan } = extractFiling(file)
      const { content: other, ...rest } = extractFiling({
        ...file,
        disclosure: withoutResults(file.disclosure),
      })
      expect(rest, name).toEqual(plan)
      expect(other, name).not.toEqual(content)
    }
  })
})
