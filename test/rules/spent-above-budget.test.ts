import { evaluationExample } from '../../src/rules/shared/example.ts'
import { spentAboveBudget } from '../../src/rules/spent-above-budget.ts'
import { testRule } from '../support/test-rule.ts'

const money = (opening: string, planned: string, spent: string): string =>
  evaluationExample({ money: [opening, planned, spent, '10', '100%', '10'] })

testRule(spentAboveBudget, {
  valid: [
    { name: 'less than planned', table: money('5.00', '5.00', '4.60') },
    { name: 'more than the opening budget, which was raised', table: money('5.00', '6.00', '5.60') },
    { name: 'what rounding explains', table: money('5.00', '5.00', '5.01') },
    {
      name: 'a reason in the table of money',
      table: money('5.00', '5.00', '5.60')
        .replace('100%\t10\n', '100%\t10\t年中追加应急抢修经费\n')
        .replace('得分\n', '得分\t原因\n'),
    },
    {
      name: 'a reason beside a cost',
      table: evaluationExample({
        money: ['5.00', '5.00', '5.60', '10', '100%', '10'],
        category: ['产出', '成本'],
        row: ['维修成本', '≤5万元', '5.6万元', '50', '45', '灯具涨价'],
      }),
    },
  ],
  invalid: [
    {
      name: 'more than the budget of the year',
      table: money('4.00', '⟨5.00⟩', '⟦5.60⟧'),
      problems: [
        {
          message: '项目“路灯维修”执行数 5.60万元，超过预算数 5.00万元，多 0.6万元，未说明原因',
          severity: 'warning',
          working: ['5.60万元 - 5.00万元 = 0.6万元'],
        },
      ],
    },
    {
      name: 'more than the opening budget, the only one',
      table: money('⟨5.00⟩', '', '⟦5.60⟧').replace('全年预算数', '备注'),
      problems: [{ message: /超过年初预算数/, severity: 'info' }],
    },
    {
      name: 'an instruction of the form in place of a reason',
      table: money('5.00', '5.00', '⟦5.60⟧')
        .replace('100%\t10\n', '100%\t10\t执行率未达到90%的需说明原因(100字以内)\n')
        .replace('得分\n', '得分\t原因\n'),
      problems: [/多 0.6万元/],
    },
    {
      name: 'in two forms',
      table: `${money('5.00', '5.00', '⟦5.60⟧')}\n${money('7.00', '7.00', '⟦9.00⟧').replace('路灯维修', '路灯更换')}`,
      problems: [/多 0.6万元/, /多 2万元/],
    },
  ],
})
