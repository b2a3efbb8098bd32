import { expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { filing, projectRow } from '../support/test-rule.ts'

const cost = (amount: string, limit: string): string =>
  projectRow({ amount, indicators: { 成本: [`工程成本 ${limit}`] } })

const priced = (amount: string, goal: string): string => projectRow({ amount, goal })

/** The unit of a table whose header prints none. */
const unitOf = (...rows: readonly string[]): string => {
  const { disclosure } = parse(new Source(filing(...rows).replace('金额(万元)', '金额')))
  return disclosure.moneyUnit.name
}

test.each<[name: string, rows: readonly string[], unit: string]>([
  ['a limit that is the amount in 元', [cost('1681680', '<1681680元')], '元'],
  ['a limit in 万元 that is the amount in 元', [cost('50000', '≤5万元'), cost('600', '≤1万元')], '元'],
  ['money of a goal that is the amount in 元', [priced('30000', '目标1:投入3万元维修路灯。')], '元'],
  ['limits in 万元', [cost('5', '≤5万元')], '万元'],
  ['limits that show both', [cost('50000', '≤5万元'), cost('20', '≤20万元')], '万元'],
  ['a price that happens to be the amount', [priced('100', '目标1:每人补助100元。')], '万元'],
  ['an amount with a unit of its own', [cost('5万元', '≤5万元')], '万元'],
  ['nothing that tells', [priced('30000', '目标1:维修路灯。')], '万元'],
])('%s', (_, rows, unit) => expect(unitOf(...rows)).toBe(unit))

test('a printed unit stays', () => {
  const { disclosure } = parse(new Source(filing(cost('50000', '≤5万元'))))
  expect(disclosure.moneyUnit).toMatchObject({ name: '万元', text: { text: '万元' } })
})
