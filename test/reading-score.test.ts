import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { Source } from '../src/source/source.ts'
import { readCases, type Truth, type TruthIndicator } from './support/reading/case.ts'
import { scoreFindings } from './support/reading/finding-score.ts'
import { findingsOf, readBytes } from './support/reading/read-case.ts'
import { addScore, noScore, scoreReading } from './support/reading/reading-score.ts'
import { sequenceRatio } from './support/reading/sequence-ratio.ts'

const FORM = [
  '项目名称\t路灯维修',
  '年度资金总额(万元)\t5.00',
  '年度目标\t修复城区路灯60盏，保障夜间出行。',
  '一级指标\t二级指标\t三级指标\t指标值',
  '产出指标\t数量指标\t维修路灯数量\t≥60盏',
  '产出指标\t质量指标\t验收合格率\t98%',
].join('\n')

const indicator = (fields: Partial<TruthIndicator>): TruthIndicator => ({
  l1: '产出指标',
  l2: '数量指标',
  name: '维修路灯数量',
  comparator: '≥',
  value: '60',
  unit: '盏',
  kind: 'number',
  ...fields,
})

const SECOND = indicator({
  l2: '质量指标',
  name: '验收合格率',
  comparator: null,
  value: '98',
  unit: '%',
  kind: 'percent',
})

const truth = (fields: Partial<Truth['projects'][number]>): Truth => ({
  layout: 'L3',
  format: 'tsv',
  amountUnit: '万元',
  projects: [
    {
      name: '路灯维修',
      amount: '5.00',
      goals: ['修复城区路灯60盏，保障夜间出行。'],
      indicators: [indicator({}), SECOND],
      ...fields,
    },
  ],
})

const score = (fields: Partial<Truth['projects'][number]>) =>
  scoreReading(truth(fields), parse(new Source(FORM)).disclosure).score

describe('the reading score', () => {
  test('counts a form that is read as it is', () => {
    expect(score({})).toMatchObject({
      whole: 1,
      indicators: 2,
      found: 2,
      exact: 2,
      invented: 0,
      amounts: 1,
      goalsFound: 1,
      goalsInvented: 0,
      projectNames: 1,
    })
  })

  test.each([
    ['value', { value: '61' }],
    ['comparator', { comparator: '≤' }],
    ['unit', { unit: '个' }],
    ['l1', { l1: '效益指标' }],
    ['l2', { l2: '质量指标' }],
    ['name', { name: '维修路灯数目' }],
  ] as const)('tells a wrong %s', (field, fields) => {
    const wrong = score({ indicators: [indicator(fields), SECOND] })
    expect(wrong).toMatchObject({ found: 2, exact: 1, whole: 0 })
    expect(wrong[field]).toBe(1)
  })

  test.each([
    ['another spelling of the unit', { name: '验收合格率', unit: '百分比' }],
    ['a label with points', { l2: '质量指标(20分)' }],
    ['a numbered name', { name: '1、验收合格率' }],
    ['another reading that is as right', { value: '99', also: [{ value: '98' }] }],
  ])('does not mind %s', (_, fields) => {
    expect(score({ indicators: [indicator({}), { ...SECOND, ...fields }] }).exact).toBe(2)
  })

  test('tells what is missing, and what is there and should not be', () => {
    expect(score({ indicators: [indicator({})] })).toMatchObject({ exact: 1, invented: 1 })
    expect(
      score({ indicators: [indicator({}), SECOND, indicator({ name: '更换灯杆', value: '8' })] }).found,
    ).toBe(2)
    expect(score({ amount: '6.00' }).amounts).toBe(0)
    expect(score({ goals: ['修复桥梁。'] })).toMatchObject({ goalsFound: 0, goalsInvented: 1 })
  })

  test('counts a filing in which no table was recognised', () => {
    expect(scoreReading(truth({}), undefined).score).toMatchObject({ notRead: 1, found: 0, indicators: 2 })
  })
})

test.each([
  ['', '', 1],
  ['路灯', '桥梁', 0],
  ['维修路灯数量', '维修路灯数量', 1],
  // As Python's difflib has it: SequenceMatcher(None, a, b).ratio().
  ['abcd', 'bcde', 0.75],
  ['维修路灯数量', '路灯维修数量', 8 / 12],
])('%s and %s are alike by %d', (a, b, ratio) => {
  expect(sequenceRatio(a, b)).toBeCloseTo(ratio)
})

/** What is measured today, rounded down: raise these with the reader. `npm run bench:reading` says where it fails. */
test('as much is read and found in real filings as was before', { timeout: 120_000 }, async () => {
  const all = noScore()
  let placed = 0
  const cases = readCases('fixtures/real')
  for (const one of cases) {
    const disclosure = await readBytes(one.bytes)
    addScore(all, scoreReading(one.truth, disclosure).score)
    placed += scoreFindings(one.truth, findingsOf(disclosure)).placed.length
  }
  const must = cases.reduce((sum, { truth: { mustFind = [] } }) => sum + mustFind.length, 0)
  expect(all.exact / all.indicators).toBeGreaterThanOrEqual(0.95)
  expect(all.goalsFound / all.goals).toBeGreaterThanOrEqual(0.94)
  expect(all.amounts / all.projects).toBeGreaterThanOrEqual(0.92)
  expect(placed / must).toBeGreaterThanOrEqual(0.9)
})
