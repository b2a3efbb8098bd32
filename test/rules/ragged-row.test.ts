import { raggedRow } from '../../src/rules/ragged-row.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const cells = '5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏'

testRule(raggedRow, {
  valid: [
    { name: 'rows as wide as the header', table: filing('\t合计\t5.00\t\t', `\t路灯维修\t${cells}`) },
    {
      name: 'blank cells left off the end of a total or agency',
      table: filing('\t合计\t5.00', '501001\t某局(本级)\t5.00', `\t路灯维修\t${cells}`),
    },
    {
      name: 'a cell that a line end has broken',
      table: filing(`\t路灯维修\t${cells.replace('损坏', '损\n坏')}`),
    },
  ],
  invalid: [
    {
      name: 'a missing first cell',
      table: filing(`⟦路灯维修⟧\t${cells}`),
      problems: ['“路灯维修”行有 4 个单元格，表头有 5 个'],
    },
    {
      name: 'an extra cell',
      table: filing(`\t⟦路灯维修⟧\t${cells}\t备注说明文字`),
      problems: [/^“路灯维修”行有 6 个单元格，表头有 5 个$/],
    },
    {
      name: 'two rows',
      table: filing(`⟦路灯维修⟧\t${cells}`, `⟦桥梁维修⟧\t${cells}`, projectRow({})),
      problems: [/^“路灯维修”行/, /^“桥梁维修”行/],
    },
  ],
})
