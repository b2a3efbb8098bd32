import { missingIndicator } from '../../src/rules/missing-indicator.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

testRule(missingIndicator, {
  valid: [
    {
      name: 'goals without the column of indicators',
      table:
        '单位及项目名称\t金额(万元)\t绩效目标\n甲\t6.00\t目标1:维修路灯60盏。\n乙\t3.00\t目标1:管护公厕8座。',
    },
    {
      name: 'a table without the column, which is another problem',
      table: '单位及项目名称\t金额(万元)\t备注\n甲\t6.00\t无\n乙\t3.00\t无',
    },
    { name: 'indicators under headings', table: filing(projectRow({})) },
    { name: 'indicators without headings', table: filing(projectRow({ indicators: '1.推广品种 ≥3种' })) },
    {
      name: 'a project that the end of the input may have cut',
      table: filing(projectRow({}), '\t乙\t2.00\t目标1:推广'),
    },
  ],
  invalid: [
    {
      name: 'words that there is none',
      table: filing(projectRow({ name: '⟦路灯维修⟧', indicators: '无' }), projectRow({})),
      problems: ['项目“路灯维修”没有绩效指标'],
    },
    {
      name: 'an empty cell',
      table: filing(projectRow({ name: '⟦路灯维修⟧', indicators: '' }), projectRow({})),
      problems: ['项目“路灯维修”没有绩效指标'],
    },
    {
      name: 'goals and indicators in one column',
      table: [
        '单位编码\t单位及项目名称\t金额(万元)\t绩效目标',
        '\t农技推广\t6.00\t【总体目标】 推广农业技术。 【产出指标-数量指标】 指标1:推广品种(≥3种)',
        '\t⟦路灯维修⟧\t5.00\t【总体目标】 修复损坏的路灯。',
      ].join('\n'),
      problems: ['项目“路灯维修”没有绩效指标'],
    },
    {
      name: 'headings alone, in two projects',
      table: filing(
        projectRow({ name: '⟦甲⟧', indicators: '一、产出指标 (一)数量指标' }),
        projectRow({ name: '⟦乙⟧', indicators: '' }),
        projectRow({}),
      ),
      problems: ['项目“甲”没有绩效指标', '项目“乙”没有绩效指标'],
    },
  ],
})
