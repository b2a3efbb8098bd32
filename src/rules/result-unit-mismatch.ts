import { type OtherUnit, otherUnitOf } from '../facts/result-unit.ts'
import type { Message, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const resultUnitMismatch: Rule = {
  id: 'result-unit-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '实际完成值的计量单位应与指标值一致。',
      en: 'The actual value of an indicator is in the same unit as its target.',
    },
    finds: {
      zh: '与指标值不是同一种量的实际完成值（指标值为 %，完成值为件数），以及与指标值正好相差 10,000 倍、疑似多写或漏写“万”的，以及数字相同而单位相差悬殊的（m 与 km）；金额未写单位而显然按“元”填写、指标值为“万元”的。其他未写单位的、个与人次之类通用量词、分与 % 之间不报告。',
      en: 'An actual value that measures a different kind of quantity from its target (a target in %, a result in items); one exactly 10,000 times too large or too small, where 万 was probably added or left out; one with the same number in a far larger or smaller unit (m and km); an amount without a unit that was clearly entered in 元 for a target in 万元. Not reported: other actual values without a unit, interchangeable counters such as 个 and 人次, and points (分) against %.',
    },
    why: {
      zh: '单位不同就无法判断是否完成，得分也没有依据。',
      en: 'If the units differ, there is no way to judge whether the target was met, and the score has no basis.',
    },
    fix: { zh: '按指标值的单位填写实际完成值。', en: 'Enter the actual value in the unit of its target.' },
    basis: {
      zh: '自评表中年度指标值（A）与实际完成值（B）并列，按 B/A 记分（FORM）。',
      en: 'Self-evaluation forms print the annual target (A) next to the actual value (B) and score by B/A (FORM).',
    },
    invalid: evaluationExample({ row: ['路灯完好率', '≥95%', '1200盏', '50', '50', ''] }),
    valid: evaluationExample({ row: ['维修路灯数量', '≥60盏', '62个', '50', '50', ''] }),
  },

  *checkProject(facts) {
    for (const { indicator, name } of facts.indicators) {
      const { target, actual } = indicator
      const how = otherUnitOf(indicator)
      if (how === undefined || actual === undefined) continue
      if (facts.isMisread(indicator) || facts.misfits.has(indicator)) continue
      const words = wordsOf(how)
      const [planned, done] = [target.text.meaning, actual.text.meaning]
      yield {
        message: {
          zh: `指标${quoted(name)}的指标值为“${planned}”，实际完成值为“${done}”，${words.zh}`,
          en: `the target of ${quoted(name)} is “${planned}”, its actual value “${done}”: ${words.en}`,
        },
        at: actual.span,
        related: [{ at: target.span, note: { zh: '指标值', en: 'target' } }],
        data: { target: planned, actual: done },
      }
    }
  },
}

const wordsOf = (how: OtherUnit): Message => {
  switch (how.kind) {
    case 'unit':
      return { zh: '两者单位不同，无法比较', en: 'the units differ, so they cannot be compared' }
    case 'scale':
      return {
        zh: '正好相差 10,000 倍，可能多写或漏写“万”',
        en: 'exactly 10,000 times apart, so a 万 may be missing or one too many',
      }
    case 'bare':
      return {
        zh: `未写单位，按指标值的“${how.planned.printed}”相差悬殊，似按“元”填写`,
        en: `without a unit, and far too much in the ${how.planned.printed} of the target, so it seems to be in yuan`,
      }
    case 'number':
      return {
        zh: `数字${how.isSame ? '相同' : '相近'}而单位相差 ${how.times.toFixed()} 倍，单位可能写错`,
        en: `${how.isSame ? 'the same number' : 'nearly the same number'} in units ${how.times.toFixed()} times apart, so one of them may be wrong`,
      }
  }
}
