import type { WrongTotal } from '../facts/scores.ts'
import type { Disclosure, Project } from '../model/disclosure.ts'
import { contains } from '../source/span.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const scoreTotalMismatch: Rule = {
  id: 'score-total-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '自评总分应等于各项得分之和。',
      en: 'The total self-evaluation score is the sum of the individual scores.',
    },
    finds: {
      zh: '总分一行的得分与各指标得分、预算执行得分之和不等，或其分值与各项分值之和不等。总分不含预算执行得分的也算相符；有指标未填得分、表格不完整或有数字无法归位的不核对。',
      en: 'A total score that differs from the sum of the scores of the indicators and of budget execution, or total points that differ from the sum of the points. A total that excludes budget execution is accepted too. Not checked: tables with unscored indicators, incomplete tables, and tables with numbers that could not be placed.',
    },
    why: {
      zh: '总分是评价等次的依据，与各项得分对不上就无法采信。',
      en: 'The total score determines the grade. If it is not the sum of the individual scores, it cannot be relied on.',
    },
    fix: { zh: '重新合计各项得分和分值。', en: 'Add up the scores and the points again.' },
    basis: {
      zh: '算术；自评表末行印有总分（FORM）。',
      en: 'Arithmetic; self-evaluation forms print the total in the last row (FORM).',
    },
    invalid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '58盏', '50', '48', '两盏待更换'],
      total: ['100', '99'],
    }),
    valid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '58盏', '50', '48', '两盏待更换'],
      total: ['100', '98'],
    }),
  },

  *checkProject({ project, disclosure, isCutOff, wrongTotals }) {
    if (isCutOff || hasLeftovers(project, disclosure)) return
    for (const wrong of wrongTotals) yield problemOf(wrong)
  },
}

/** A number that belongs to nothing may be the score of a row that was not read. */
const hasLeftovers = ({ span }: Project, { readings }: Disclosure): boolean =>
  readings.some(({ leftovers }) => leftovers.some((text) => contains(span, text.span)))

const WHAT: Readonly<Record<WrongTotal['of'], Message>> = {
  score: { zh: '得分', en: 'scores' },
  weight: { zh: '分值', en: 'points' },
}
const EXECUTION: Message = { zh: '预算执行', en: 'execution' }
const ROUNDING: Message = {
  zh: '差额在四舍五入可以解释的范围内。',
  en: 'rounding can explain the difference.',
}

const problemOf = ({ of, name, stated, parts, computed, isRounding }: WrongTotal): Problem => {
  const what = WHAT[of]
  const { value } = stated.numeral
  const [total, sum] = [value.toFixed(), computed.toFixed()]
  const gap = value.minus(computed).abs().toFixed()
  const isMore = value.gt(computed)
  return {
    message: {
      zh: `${quoted(name)}一行的${what.zh}为 ${total} 分，各项${what.zh}合计 ${sum} 分，${isMore ? '多' : '少'} ${gap} 分`,
      en: `the total of the ${what.en} is ${total}, but the parts come to ${sum}: ${gap} too ${isMore ? 'high' : 'low'}`,
    },
    at: stated.span,
    related: parts.map((part): Related => {
      const points = part.value.toFixed()
      const whose = part.name === undefined ? EXECUTION : { zh: part.name, en: part.name }
      return { at: part.at, note: { zh: `${whose.zh} ${points} 分`, en: `${whose.en} ${points}` } }
    }),
    working: [`${parts.map((part) => part.value.toFixed()).join(' + ')} = ${sum} ≠ ${total}`],
    ...(isRounding ? { because: ROUNDING, severity: 'info' } : {}),
    data: { stated: total, computed: sum },
  }
}
