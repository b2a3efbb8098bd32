import { describe, expect, test } from 'vitest'
import { eachesOf, horizonOf, isStock } from '../../src/facts/terms.ts'

describe('what a number is for one of', () => {
  test.each([
    ['每月开展巡查', '月'],
    ['每个乡镇培训农民', '乡'],
    ['每批次', '批'],
    ['平均每天接待', '日'],
    ['户均增收', '户'],
    ['每年开展', undefined],
    ['全年开展', undefined],
    ['', undefined],
  ])('%s → %s', (words, each) => expect(eachesOf(words).at(-1)).toBe(each))

  test('people who are paid each month are not people a month', () => {
    expect(eachesOf('每月为社区工作者发放补贴', true).at(-1)).toBeUndefined()
    expect(eachesOf('每月接待群众', true).at(-1)).toBe('月')
  })
})

describe('when a number is promised for', () => {
  test.each([
    ['到2025年覆盖率', 2025],
    ['三年内培训', 'long'],
    ['“十四五”期间改造', 'long'],
    ['2022年内培训', undefined],
    ['年内培训', undefined],
  ])('%s → %s', (words, horizon) => expect(horizonOf(words)).toBe(horizon))
})

test('what there is already is no promise', () => {
  expect(isStock('现有护林员')).toBe(true)
  expect(isStock('新增护林员')).toBe(false)
})
