import { amountUnitMismatch } from '../../src/rules/amount-unit-mismatch.ts'
import { filing, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const row = (name: string, amount: string, ...costs: readonly string[]): string =>
  projectRow({ name, amount, indicators: { 成本: costs } })

const inYuan = (table: string): string => table.replace('金额(万元)', '金额(元)')

testRule(amountUnitMismatch, {
  valid: [
    { name: 'limits in the unit of the header', table: filing(row('甲', '5.00', '工程成本 ≤5万元')) },
    { name: 'limits in 元 in a table in 万元', table: filing(row('甲', '5.00', '工程成本 ≤50000元')) },
    {
      name: 'one of two limits 10,000 times larger',
      table: filing(row('甲', '5.00', '工程成本 ≤50000万元'), row('乙', '4.00', '工程成本 ≤4万元')),
    },
    { name: 'ten times larger', table: filing(row('甲', '5.00', '工程成本 ≤50万元')) },
    { name: 'one limit only near 10,000 times', table: filing(row('甲', '5.00', '工程成本 ≤40000万元')) },
    { name: 'prices alone', table: inYuan(filing(row('甲', '5.00', '设备单价 ≤5万元/台'))) },
    { name: 'an amount of 0', table: inYuan(filing(row('甲', '0', '工程成本 ≤5万元'))) },
    {
      name: 'no printed unit, and costs that are the amount in 元',
      table: filing(row('甲', '50000', '工程成本 ≤5万元')).replace('金额(万元)', '金额'),
    },
    {
      name: 'no printed unit, and costs that are about the amount in 元',
      table: filing(row('甲', '50000', '工程成本 ≤4.5万元'), row('乙', '30000', '工程成本 ≤2万元')).replace(
        '金额(万元)',
        '金额',
      ),
    },
    { name: 'no costs', table: projectFiling({ amount: '50000' }) },
    { name: 'an amount with its own unit', table: inYuan(filing(row('甲', '5万元', '工程成本 ≤5万元'))) },
  ],
  invalid: [
    {
      name: 'prices times counts and limits of a part, which are thousands of times the amount',
      table: filing(
        projectRow({
          name: '甲',
          amount: '19.30',
          indicators: { 数量: ['演出场次 ≥51场'], 成本: ['演出补助标准 ≤3000元/场', '展览成本 ≤4万元'] },
        }),
        row('乙', '24.60', '活动经费 ≤3万元'),
      ).replace('金额(万元)', '金额(⟦元⟧)'),
      problems: [/^金额单位可能不是元：2 个项目/],
    },
    {
      name: 'amounts in 万元 under a header in 元',
      table: filing(row('甲', '⟨5.00⟩', '工程成本 ≤5万元'), row('乙', '⟨4.00⟩', '工程成本 ≤4万元')).replace(
        '金额(万元)',
        '金额(⟦元⟧)',
      ),
      problems: [
        {
          message: '金额单位可能不是元：2 个项目的成本指标都是金额的 10000 倍，如“甲”',
          severity: 'warning',
          working: ['50000元 ÷ 5.00元 = 10000'],
        },
      ],
    },
    {
      name: 'amounts in 元 under a header in 万元',
      table: filing(row('甲', '50000', '工程成本 ≤5万元'), row('乙', '40000', '工程成本 ≤4万元')).replace(
        '金额(万元)',
        '金额(⟦万元⟧)',
      ),
      problems: ['金额单位可能不是万元：2 个项目的成本指标都是金额的 0.0001 倍，如“甲”'],
    },
    {
      name: 'limits that leave a part of the amounts open',
      table: filing(row('甲', '5.00', '工程成本 ≤4.5万元'), row('乙', '4.00', '工程成本 ≤4万元')).replace(
        '金额(万元)',
        '金额(⟦元⟧)',
      ),
      problems: [/^金额单位可能不是元：2 个项目/],
    },
    {
      name: 'two tables in two units, both wrong',
      table: `甲县2022年项目支出绩效目标公开表\n\n${filing(row('甲', '5.00', '工程成本 ≤5万元')).replace('金额(万元)', '金额(⟦元⟧)')}\n\n乙县2022年项目支出绩效目标公开表\n\n${filing(row('乙', '40000', '工程成本 ≤4万元')).replace('金额(万元)', '金额(⟦万元⟧)')}`,
      problems: [/不是元：项目“甲”的成本指标合计/, /不是万元：项目“乙”的成本指标合计/],
    },
    {
      name: 'one of two tables',
      table: `甲县2022年项目支出绩效目标公开表\n\n${filing(row('甲', '5.00', '工程成本 ≤5万元'))}\n\n乙县2022年项目支出绩效目标公开表\n\n${filing(row('乙', '4.00', '工程成本 ≤4万元')).replace('金额(万元)', '金额(⟦元⟧)')}`,
      problems: [/不是元：项目“乙”的成本指标合计 40000元，是金额 4.00元 的 10000 倍$/],
    },
  ],
})
