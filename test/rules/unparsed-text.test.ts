import { unparsedText } from '../../src/rules/unparsed-text.ts'
import { filing, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

testRule(unparsedText, {
  valid: [
    {
      name: 'values that can be read',
      table: quantity('维修路灯 ≥60盏', '档案管理 规范', '完成时间 12月底前'),
    },
    { name: 'notes around the table', table: `附件3\n${filing(projectRow({}))}\n注:本表由各单位填报。` },
    { name: 'a page number', table: `${filing(projectRow({}))}\n- 3 -` },
    { name: 'a blank value', table: quantity('维修路灯') },
  ],
  invalid: [
    {
      name: 'letters like no digit',
      table: quantity('维修路灯数量 ⟦≥6Z盏⟧'),
      problems: ['指标“维修路灯数量”的值“≥6Z盏”无法识别'],
    },
    {
      name: 'two of them',
      table: quantity('维修路灯数量 ⟦≥6Z盏⟧', '培训人数 ⟦≥X2人⟧'),
      problems: [/“≥6Z盏”/, /“≥X2人”/],
    },
    {
      name: 'goals in a row of totals',
      table: filing('\t合计\t6.00\t⟦目标1:推广。⟧\t', projectRow({})),
      problems: ['表内文字“目标1:推广。”无法识别'],
    },
  ],
})
