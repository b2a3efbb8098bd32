import type { Rule } from './rule.ts'
import { REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const unknownColumn: Rule = {
  id: 'unknown-column',
  category: 'structure',
  severity: 'info',
  docs: {
    summary: { zh: '表头各列应为已知的列。', en: 'Every column in the header is a known one.' },
    finds: {
      zh: '词表中没有的列名。',
      en: 'A column header that is not in the vocabulary.',
    },
    why: {
      zh: '不认识的列不参与任何检查。',
      en: 'An unknown column is left out of all checks.',
    },
    fix: {
      zh: '核对列名；确属新列名的，请告知 pbo 的维护者。',
      en: 'Check the column header. If it is a new one, tell the maintainers of pbo.',
    },
    basis: { zh: '表格固定格式（FORM）。', en: 'The columns are part of the printed form (FORM).' },
    invalid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\t经办记录
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}\t已核`,
    valid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\t备注
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}\t已核`,
  },

  *check({ headings }) {
    const reported = new Set<string>()
    for (const { text, role } of headings) {
      const name = text.meaning
      // Pages repeat the header; one notice is enough.
      if (role !== undefined || reported.has(name)) continue
      reported.add(name)
      yield {
        message: {
          zh: `无法识别${quoted(name)}列，其内容未检查`,
          en: `unknown column ${quoted(name)}: its contents were not checked`,
        },
        at: text.span,
      }
    }
  },
}
