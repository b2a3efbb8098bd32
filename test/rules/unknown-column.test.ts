import { unknownColumn } from '../../src/rules/unknown-column.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

const withColumns = (...columns: readonly string[]): string =>
  [`${HEADER}\t${columns.join('\t')}`, `${projectRow({})}\t${columns.map(() => '是').join('\t')}`].join('\n')

testRule(unknownColumn, {
  valid: [
    { name: 'the usual columns', table: filing(projectRow({})) },
    { name: 'known columns that are not read', table: withColumns('备注', '序号', '资金来源') },
    {
      name: 'years, remarks and blanks in a header',
      table: filing(projectRow({}))
        .replace('绩效目标', '2022年度绩效目标')
        .replace('绩效指标', '绩 效 指 标(含指标值)'),
    },
  ],
  invalid: [
    {
      name: 'one column',
      table: withColumns('⟦经办记录⟧'),
      problems: [{ message: '无法识别“经办记录”列，其内容未检查', severity: 'info' }],
    },
    {
      name: 'two columns',
      table: withColumns('⟦经办记录⟧', '备注', '⟦会议次序⟧'),
      problems: [/“经办记录”/, /“会议次序”/],
    },
    {
      name: 'a column of every page, only once',
      table: `${withColumns('⟦经办记录⟧')}\n${withColumns('经办记录').replace('农技推广', '良种补贴')}`,
      problems: [/“经办记录”/],
    },
  ],
})
