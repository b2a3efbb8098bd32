import { missingGoal } from '../../src/rules/missing-goal.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

testRule(missingGoal, {
  valid: [
    {
      name: 'a table without the column, which is another problem',
      table: '单位及项目名称\t金额(万元)\t备注\n甲\t6.00\t无\n乙\t3.00\t无',
    },
    { name: 'numbered goals', table: filing(projectRow({})) },
    { name: 'a goal without a number', table: filing(projectRow({ goal: '推广农业技术。' })) },
    { name: 'a project that the end of the input may have cut', table: filing(projectRow({}), '\t乙\t2.00') },
    {
      name: 'totals and agencies',
      table: filing('\t合计\t6.00', '501001\t某局(本级)\t6.00', projectRow({})),
    },
  ],
  invalid: [
    {
      name: 'a label with nothing behind it',
      table: filing(projectRow({ name: '⟦路灯维修⟧', goal: '目标1：' })),
      problems: ['项目“路灯维修”没有绩效目标'],
    },
    {
      name: 'words that there is none',
      table: filing(
        projectRow({ name: '⟦路灯维修⟧', goal: '无' }),
        projectRow({ name: '⟦道路养护⟧', goal: '-' }),
      ),
      problems: [/“路灯维修”/, /“道路养护”/],
    },
    {
      name: 'an empty cell',
      table: filing(projectRow({ name: '⟦路灯维修⟧', goal: '' })),
      problems: ['项目“路灯维修”没有绩效目标'],
    },
    {
      name: 'the only project of a list that ends with it, and has all its cells',
      table: '项目名称\t金额(万元)\t绩效目标\t绩效指标\n⟦路灯维护⟧\t4.00\t\t\n',
      problems: ['项目“路灯维护”没有绩效目标'],
    },
    {
      name: 'two projects',
      table: filing(
        projectRow({ name: '⟦甲⟧', goal: ' ' }),
        projectRow({ name: '⟦“三支一扶”经费⟧', goal: '' }),
      ),
      problems: ['项目“甲”没有绩效目标', '项目「“三支一扶”经费」没有绩效目标'],
    },
  ],
})
