import { describe, expect, test } from 'vitest'
import { indicatorsOf, pathTo } from '../../src/model/walk.ts'
import { uncoveredBy } from '../support/coverage.ts'
import { EVALUATION, type Evaluated, evaluate, type RowPart } from '../support/evaluation.ts'
import { brokenLaws } from '../support/laws.ts'

const indicators = ({ disclosure }: Evaluated) =>
  disclosure.projects.flatMap((project) => indicatorsOf(project).map(({ indicator }) => indicator))

const one = (row: Partial<RowPart>): Evaluated =>
  evaluate({ rows: [{ category: '产出/数量', name: '维护路灯数', target: '≥200盏', ...row }] })

describe('a self-evaluation', () => {
  test('keeps plan and result apart', () => {
    const [first] = indicators(EVALUATION)
    expect(first?.target.text.text).toBe('≥200盏')
    expect(first?.actual).toMatchObject({ kind: 'measured', comparator: '=', implicit: true })
    expect(first?.actual?.text.text).toBe('198盏')
    expect(first?.score?.numeral.value.toFixed()).toBe('45')
    expect(first?.reason?.text).toBe('两盏待更换,已列入下年计划。')
    expect(first?.notes.map(({ text }) => text)).toEqual(['全县范围内的路灯'])
    const [project] = EVALUATION.disclosure.projects
    expect(project?.goals.map(({ text }) => text.text)).toEqual(['维护路灯200盏。'])
    expect(project?.results.map(({ text }) => text.text)).toEqual(['维护路灯198盏,基本完成年度目标。'])
    expect(project?.money.map(({ stage, amount }) => [stage, amount.text.text])).toEqual([
      ['initial', '5.00'],
      ['executed', '3.80'],
      ['rate', '95%'],
      ['weight', '10'],
      ['score', '9.5分'],
      ['executed', '3.80'],
    ])
  })

  test.each<[string, Evaluated]>([
    ['with everything', EVALUATION],
    ['with a result that is a sentence', one({ actual: '1.基本完成198盏。' })],
    ['with points behind the result', one({ actual: '198盏(10分)', weight: '10' })],
    ['with brackets around a score', one({ actual: '198盏', score: '(9分)' })],
    ['with a score that is no number', one({ actual: '198盏', score: '优' })],
    ['with a result and no target', one({ target: '', actual: '198盏' })],
    ['with a result and a target that says none', one({ target: '无', actual: '198盏', notes: ['全县'] })],
    [
      'with a row that has a result alone',
      one({ name: '', target: '', actual: '198盏', score: '9', reason: '略' }),
    ],
    [
      'with lists in its cells',
      one({ name: '1.维护路灯 2.更换路灯', target: '1.≥200盏 2.≥5盏', actual: '1.198盏 2.5盏' }),
    ],
    [
      'with a list beside one result',
      one({ name: '1.维护路灯 2.更换路灯', target: '1.≥200盏 2.≥5盏', actual: '198盏' }),
    ],
    ['with names alone', one({ name: '1.维护路灯 2.更换路灯', target: '', actual: '198盏', score: '9' })],
    ['with a unit column', one({ target: '200', unit: '盏', actual: '198' })],
  ])('%s loses nothing and keeps the laws', (_, evaluated) => {
    expect(uncoveredBy(evaluated.disclosure, evaluated.text)).toEqual([])
    expect(brokenLaws(evaluated.disclosure, evaluated.text.length)).toEqual([])
  })

  test('divides lists of results and scores as it divides those of targets', () => {
    const lists = { name: '1.维护路灯 2.更换路灯', target: '1.≥200盏 2.≥5盏' }
    for (const actual of ['①198盏 ②4盏', '1.198盏\n2.4盏']) {
      const evaluated = one({ ...lists, actual, score: '9\n10' })
      expect(indicators(evaluated).map((each) => each.actual?.text.text)).toEqual(['198盏', '4盏'])
      expect(indicators(evaluated).map(({ score }) => score?.text.text)).toEqual(['9', '10'])
      expect(uncoveredBy(evaluated.disclosure, evaluated.text)).toEqual([])
    }
  })

  test.each([
    ['the comparator of a placeholder', { name: '路灯完好率(≥**%)', target: '85', actual: '80' }, '=', '%'],
    [
      'what a bare cost means',
      { category: '产出/成本', name: '维护成本', target: '4万元', actual: '3.8万元' },
      '=',
      '万元',
    ],
    ['a unit column', { target: '200', unit: '盏', actual: '198' }, '=', '盏'],
    ['its own comparator', { actual: '≥198盏' }, '≥', '盏'],
  ])('of a result is right about %s', (_, row, comparator, unit) => {
    const [first] = indicators(one(row))
    expect(first?.actual).toMatchObject({
      kind: 'measured',
      comparator,
      measure: { unit: { printed: unit } },
    })
  })

  test.each(['198盏', '45', '两盏待更换', '全县范围内'])('%s leads to its indicator', (words) => {
    const { disclosure, text } = EVALUATION
    const node = pathTo(disclosure, text.lastIndexOf(words) + 1).at(-1)
    expect(node?.kind === 'indicator' && node.name.text).toBe('维护路灯数')
  })

  test('leads from results and money to the project', () => {
    const { disclosure, text } = EVALUATION
    for (const words of ['基本完成', '执行率', '9.5分']) {
      expect(pathTo(disclosure, text.indexOf(words) + 1).map(({ kind }) => kind)).toEqual(['project'])
    }
  })
})
