import { invalidAmount } from '../../src/rules/invalid-amount.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const project = (amount: string, name = '图书采购'): string => projectRow({ name, amount })

testRule(invalidAmount, {
  valid: [
    { name: 'two decimals', table: filing(project('24.00')) },
    { name: 'thousands separators', table: filing(project('1,030,700.00')) },
    { name: 'six decimals', table: filing(project('24.123456')) },
    { name: 'zero', table: filing(project('0')) },
    { name: 'a unit in the cell', table: filing(project('250万')) },
    {
      name: 'what an amount is made up of, behind it in brackets',
      table: filing(project('854万（高标准农田400万元，示范项目454万元）')),
    },
    { name: 'a project without an amount', table: filing(project('')) },
    { name: 'a dash', table: filing(project('-')) },
    {
      name: 'an agency without an amount and without projects',
      table: filing('501001\t某局(本级)\t', '501002\t某中心\t3.00', project('3.00')),
    },
  ],
  invalid: [
    {
      name: 'an amount printed twice in front of what it is made up of',
      table: filing(project('⟦854万854万（高标准农田400万元，示范项目454万元）⟧')),
      problems: [/不是有效数字/],
    },
    {
      name: 'a letter for a digit, with the likely reading',
      table: filing(project('⟦24O.00⟧')),
      problems: [{ message: '“图书采购”的金额“24O.00”不是有效数字', because: /可能应为 240.00/ }],
    },
    {
      name: 'a small L for a one',
      table: filing(project('⟦l2.50⟧')),
      problems: [{ message: /“l2.50”不是有效数字/, because: /可能应为 12.50/ }],
    },
    { name: 'words', table: filing(project('⟦待定⟧')), problems: ['“图书采购”的金额“待定”不是有效数字'] },
    { name: 'two points', table: filing(project('⟦12.3.4⟧')), problems: [/“12.3.4”不是有效数字/] },
    {
      name: 'a negative number',
      table: filing(project('⟦-3.00⟧')),
      problems: ['“图书采购”的金额 -3.00 为负数'],
    },
    {
      name: 'an agency without an amount over projects that have one',
      table: filing('501001\t某局(本级)\t⟦⟧', project('2.00')),
      problems: ['“某局(本级)”没有金额，但其下列有项目'],
    },
    {
      name: 'a total without an amount',
      table: filing('\t合计\t⟦⟧', project('2.00')),
      problems: ['“合计”没有金额，但其下列有项目'],
    },
    {
      name: 'two in one table',
      table: filing(project('⟦待定⟧', '甲'), project('⟦2..5⟧', '乙')),
      problems: [/^“甲”/, /^“乙”/],
    },
  ],
})
