import { costBelowAmount } from '../../src/rules/cost-below-amount.ts'
import { filing, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const costs = (amount: string, ...indicators: readonly string[]): string =>
  projectFiling({ amount, indicators: { 成本: indicators } })

testRule(costBelowAmount, {
  valid: [
    {
      name: 'limits that come to the amount',
      table: costs('4.00', '机械成本 ≤2.5万元', '人工成本 ≤1.5万元'),
    },
    { name: 'a total limit beside its parts', table: costs('4.00', '总成本 ≤4万元', '机械成本 ≤2万元') },
    { name: 'a rounded limit', table: costs('202.64', '项目成本 ≤202.6万元') },
    { name: 'prices', table: costs('4.00', '机械成本 ≤2万元', '人工成本 ≤200元/人') },
    { name: 'a cost in words', table: costs('4.00', '机械成本 ≤2万元', '成本控制 合理') },
    { name: 'no cost indicators', table: projectFiling({ amount: '4.00' }) },
    { name: 'limits above the amount', table: costs('4.00', '机械成本 ≤5万元') },
    { name: 'no amount', table: costs('', '机械成本 ≤5万元') },
  ],
  invalid: [
    {
      name: 'two limits',
      table: costs('⟨4.00⟩', '机械成本 ⟦≤2万元⟧', '人工成本 ⟨≤1.5万元⟩'),
      problems: [
        {
          message: '成本指标合计 3.5万元，小于项目金额 4.00万元',
          severity: 'info',
          working: ['2万元 + 1.5万元 = 3.5万元 < 4.00万元'],
        },
      ],
    },
    {
      name: 'a total limit',
      table: costs('4.00', '总成本 ⟦≤3万元⟧', '机械成本 ≤2万元'),
      problems: [/^成本指标合计 3万元/],
    },
    {
      name: 'two projects',
      table: filing(
        projectRow({ name: '甲', amount: '4.00', indicators: { 成本: ['机械成本 ⟦≤20000元⟧'] } }),
        projectRow({ name: '乙', amount: '5.00', indicators: { 成本: ['机械成本 ⟦≤4万元⟧'] } }),
      ),
      problems: [/2万元，小于项目金额 4.00万元$/, /4万元，小于项目金额 5.00万元$/],
    },
  ],
})
