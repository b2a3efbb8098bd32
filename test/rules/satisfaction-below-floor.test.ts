import { expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { satisfactionBelowFloor } from '../../src/rules/satisfaction-below-floor.ts'
import { parseFrozen } from '../../src/test-rule.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const satisfaction = (...indicators: string[]): string =>
  projectFiling({ indicators: { 服务对象满意度: indicators } })

testRule(satisfactionBelowFloor, {
  valid: [
    { name: 'the floor itself', table: satisfaction('居民满意度 ≥90%', '职工满意度 95%') },
    { name: 'a range from the floor', table: satisfaction('居民满意度 90～95%') },
    { name: 'the other way round, which is another problem', table: satisfaction('居民满意度 ≤80%') },
    { name: 'points', table: satisfaction('居民满意度 ≥85分') },
    { name: 'a change', table: satisfaction('居民满意度 提高5%') },
    { name: 'words', table: satisfaction('居民满意度 满意') },
    { name: 'what less is better of', table: satisfaction('居民投诉率 5%', '不满意率 3%') },
    {
      name: 'another rate',
      table: projectFiling({ indicators: { 质量: ['合格率 ≥80%'], 服务对象满意度: ['居民满意度 ≥90%'] } }),
    },
  ],
  invalid: [
    {
      name: 'what is below, with and without comparator',
      table: satisfaction('居民满意度 ⟦≥85%⟧', '职工满意度 ⟦80%⟧'),
      problems: [
        { message: '满意度指标“居民满意度”的值“≥85%”低于下限 90%', severity: 'info' },
        '满意度指标“职工满意度”的值“80%”低于下限 90%',
      ],
    },
    {
      name: 'a range that begins below',
      table: satisfaction('居民满意度 ⟦85～95%⟧'),
      problems: [/“85~95%”低于下限/],
    },
    {
      name: 'satisfaction under another heading',
      table: projectFiling({ indicators: { 社会效益: ['群众满意率 ⟦≥70%⟧'] } }),
      problems: [/“群众满意率”/],
    },
  ],
})

const LOW = parseFrozen(satisfaction('居民满意度 ≥85%'))
const found = (settings: Parameters<typeof check>[1]): readonly string[] =>
  check(LOW, settings)
    .filter(({ rule }) => rule === satisfactionBelowFloor.id)
    .map(({ severity, message }) => `${severity}: ${message.zh}`)

test('is off unless somebody names it', () => {
  expect(found({})).toEqual([])
  expect(found({ rules: { 'satisfaction-below-floor': { options: { floor: 95 } } } })).toEqual([])
})

test('has the floor and the severity that were set', () => {
  const at = (floor: string) =>
    found({ rules: { 'satisfaction-below-floor': { severity: 'warning', options: { floor } } } })
  expect(at('85')).toEqual([])
  expect(at('85.5')).toEqual(['warning: 满意度指标“居民满意度”的值“≥85%”低于下限 85.5%'])
})
