import { expect, test } from 'vitest'
import { findYear } from '../../src/layout/front-matter.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

test.each([
  ['某县2021年部门预算项目支出绩效目标公开表', 2021],
  ['二〇二一年度绩效目标表', 2021],
  ['转移支付区域(项目)绩效目标自评表 (2021)', 2021],
  ['项目绩效目标表（2021）', 2021],
  ['财预(2021)10号', undefined],
  ['关于下达绩效目标的通知(2021)10号', undefined],
  ['2021年10月20日', undefined],
])('%s is of the year %s', (line, year) => {
  expect(findYear([SpannedText.ofSource(line, { start: 0, end: line.length })])?.value).toBe(year)
})

test('the year that money is called by is not that of its table, where a later one is over', () => {
  const yearIn = (...lines: readonly string[]): number | undefined =>
    findYear(lines.map((line) => SpannedText.ofSource(line, { start: 0, end: line.length })))?.value
  const notice = '关于下达2020年养老服务补助资金的通知'
  expect(yearIn(notice, '某街道：2021年结算时收回补助结余资金，现下达补助资金91万元。')).toBeUndefined()
  expect(yearIn(notice, '某街道：2019年结余资金已收回，到2025年建成10处。')).toBe(2020)
})
