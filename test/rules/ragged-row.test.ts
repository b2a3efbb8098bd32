import { raggedRow } from '../../src/rules/ragged-row.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const cells = '5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏'

const FORM = [
  '项目名称\t路灯维修\t\t\t\t',
  '一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t备注',
  '产出指标\t数量指标\t维修路灯数量\t≥60盏\t60盏\t',
  '\t质量指标\t亮灯率\t≥95%\t96%\t',
  '\t时效指标\t完成时间\t11月底前\t11月\t',
  '\t成本指标\t维修成本\t≤5万元\t5万元\t',
  '效益指标\t社会效益指标\t夜间出行安全\t改善\t改善\t',
  '满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t93%\t',
]
const form = (row: string): string => [...FORM.slice(0, 3), row, ...FORM.slice(4)].join('\n')

testRule(raggedRow, {
  valid: [
    { name: 'rows of a form as wide as its header', table: FORM.join('\n') },
    { name: 'a row of a form that ends with its last value', table: form('\t质量指标\t亮灯率\t≥95%\t96%') },
    {
      name: 'a form in which many rows are short',
      table: FORM.map((row, i) => (i % 2 === 0 ? row.replace(/\t[^\t]*\t$/, '\t') : row)).join('\n'),
    },
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
      name: 'a cell too many in a form',
      table: form('\t质量指标\t⟦亮灯率⟧\t≥95%\t合格\t96%\t正常'),
      problems: ['“亮灯率”行有 7 个单元格，表头有 6 个'],
    },
    {
      name: 'a cell that is missing in a form',
      table: form('\t质量指标\t⟦亮灯率⟧\t96%\t'),
      problems: ['“亮灯率”行有 5 个单元格，表头有 6 个'],
    },
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
