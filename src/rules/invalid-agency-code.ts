import type { Agency } from '../model/disclosure.ts'
import { agenciesOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const problem = (
  name: string,
  code: SpannedText,
  what: Message,
  related: readonly Related[] = [],
): Problem => ({
  message: {
    zh: `${quoted(name)}的单位编码 ${code.meaning} ${what.zh}`,
    en: `the code ${code.meaning} of ${quoted(name)} ${what.en}`,
  },
  at: code.span,
  related,
})

export const invalidAgencyCode: Rule = {
  id: 'invalid-agency-code',
  category: 'structure',
  severity: 'warning',
  reads: 'text',
  docs: {
    summary: {
      zh: '单位编码应以主管部门编码开头，且不重复。',
      en: "An agency's code starts with the code of its department and is unique.",
    },
    finds: {
      zh: '不以上级编码开头、缺少上级、或被两个单位共用的编码。',
      en: 'A code that does not start with the code of its parent, has no parent, or is shared by two agencies.',
    },
    why: {
      zh: '编码决定汇总关系：下级编码以上级编码开头（通常部门 3 位，单位 6 位）。编码有误，金额就汇总到别处。',
      en: "Codes determine what adds up to what: a child's code starts with the code of its parent (usually 3 digits for a department and 6 for an agency). With a wrong code, the amount ends up in the wrong total.",
    },
    fix: { zh: '核对单位编码。', en: 'Check the agency code.' },
    basis: { zh: '编码规则见各地表样（FORM）。', en: 'Local forms print the codes (FORM).' },
    invalid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
310\t县水务局\t6.00\t\t
310001\t县水务局(本级)\t6.00\t\t
\t河道清淤\t6.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里${REST}
320001\t县水库管理所\t5.00\t\t
\t水库巡查\t5.00\t目标1:巡查水库大坝。\t一、产出指标 (一)数量指标 1.巡查次数 ≥48次${REST}`,
    valid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
310\t县水务局\t11.00\t\t
310001\t县水务局(本级)\t6.00\t\t
\t河道清淤\t6.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里${REST}
310002\t县水库管理所\t5.00\t\t
\t水库巡查\t5.00\t目标1:巡查水库大坝。\t一、产出指标 (一)数量指标 1.巡查次数 ≥48次${REST}`,
  },

  *check(disclosure) {
    const coded = agenciesOf(disclosure).flatMap((agency) =>
      agency.code === undefined || agency.role !== 'agency' ? [] : [{ agency, code: agency.code }],
    )
    const codes = coded.map(({ code }) => code.meaning)
    const known = new Set(codes)
    const shortest = codes.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY)
    const seen = new Map<string, Agency>()
    for (const [i, { agency, code }] of coded.entries()) {
      const printed = codes[i] as string
      const name = agency.name.meaning
      const first = seen.get(printed)
      seen.set(printed, first ?? agency)
      if (!/^\d+$/.test(printed)) yield problem(name, code, NO_DIGITS)
      else if (first !== undefined && first.name.meaning !== name) {
        yield problem(
          name,
          code,
          SHARED,
          first.code === undefined
            ? []
            : [{ at: first.code.span, note: { zh: first.name.meaning, en: first.name.meaning } }],
        )
      } else if (lacksParent(printed, known, shortest)) {
        yield problem(name, code, NO_PARENT)
      }
    }
  },
}

/** Whether the table has codes of a higher level and this one extends none of them. */
const lacksParent = (code: string, known: ReadonlySet<string>, shortest: number): boolean => {
  if (shortest >= code.length) return false
  for (let length = shortest; length < code.length; length += 1)
    if (known.has(code.slice(0, length))) return false
  return true
}

const NO_DIGITS: Message = { zh: '不全是数字', en: 'has characters that are not digits' }
const SHARED: Message = { zh: '与另一单位相同', en: 'is also that of another agency' }
const NO_PARENT: Message = { zh: '没有对应的主管部门', en: 'belongs to no department in the table' }
