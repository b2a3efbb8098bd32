import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const raggedRow: Rule = {
  id: 'ragged-row',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '每一行的单元格数应与表头一致。',
      en: 'Every row has as many cells as the header.',
    },
    finds: {
      zh: '单元格比表头多或少，且不能用合并单元格解释的行。',
      en: 'A row with more or fewer cells than the header, where merged cells do not explain the difference.',
    },
    why: {
      zh: '单元格缺失或多余时，后面的内容会错列；pbo 按内容推断各单元格所属的列，请核对。合计、单位行末尾省略的空单元格不报告。',
      en: 'A missing or extra cell shifts everything after it into the wrong column. pbo infers the column of each cell from its content, so please check the row. Blank cells omitted at the end of total and agency rows are not reported.',
    },
    fix: {
      zh: '补齐或合并该行的单元格。',
      en: 'Add the missing cells to the row, or merge those that belong together.',
    },
    basis: { zh: '表格固定格式（FORM）。', en: 'The columns are part of the printed form (FORM).' },
    invalid: example(
      `路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
    valid: example(`\t合计\t5.00
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`),
  },

  *check({ irregularRows }) {
    for (const { span, cells, expected, name } of irregularRows) {
      const which =
        name === undefined
          ? { zh: '该行', en: 'this row' }
          : { zh: `${quoted(name.meaning)}行`, en: `the row ${quoted(name.meaning)}` }
      yield {
        message: {
          zh: `${which.zh}有 ${cells} 个单元格，表头有 ${expected} 个`,
          en: `${which.en} has ${cells} cells, its header ${expected}`,
        },
        at: name?.span ?? span,
        data: { cells: String(cells), expected: String(expected) },
      }
    }
  },
}
