import type { WrongExecutionScore } from '../../facts/execution.ts'
import type { WrongSaidRate } from '../../facts/said-rates.ts'
import type { ValidAmount } from '../../model/disclosure.ts'
import type { Message, Problem } from '../rule.ts'

/** Tells a score for the execution that its points and the rate don't make. */
export const wrongScore = ({ score, rate, points, at, computed }: WrongExecutionScore): Problem => {
  const [given, due, most] = [score.numeral.value, computed, points].map((value) => value.toFixed())
  return {
    message: {
      zh: `预算执行得 ${given} 分，按分值 ${most} 分×执行率 ${printed(rate)}应为 ${due} 分`,
      en: `the execution of the budget scores ${given}, but ${most} points × the rate ${printed(rate)} is ${due}`,
    },
    at: score.numeral.text.span,
    related: [
      { at: rate.numeral.text.span, note: { zh: '执行率', en: 'execution rate' } },
      { at, note: { zh: '分值', en: 'points' } },
    ],
    working: [`${most} × ${printed(rate)} = ${due} ≠ ${given}`],
    fix: { zh: '核对执行率、分值和得分。', en: 'Check the rate, its points and the score.' },
    data: { score: `${given}`, computed: `${due}` },
  }
}

/** Tells a rate in running text that the money beside it doesn't make. */
export const wrongInText = ({ rate, spent, planned, computed }: WrongSaidRate): Problem => {
  const [given, paid, budget] = [rate, spent, planned].map(({ text }) => text.meaning)
  const due = `${computed.toDecimalPlaces(Math.max(rate.numeral.decimals, 2)).toFixed()}%`
  return {
    message: {
      zh: `文中执行率为“${given}”，按支出 ${paid}÷预算 ${budget}计算应为 ${due}`,
      en: `the text gives the execution rate as “${given}”, but ${paid} spent of ${budget} is ${due}`,
    },
    at: rate.span,
    related: [
      { at: spent.span, note: { zh: '执行数', en: 'spent' } },
      { at: planned.span, note: PLANNED },
    ],
    working: [`${paid} ÷ ${budget} = ${due} ≠ ${given}`],
  }
}

/** The budget that a rate is of. */
export const PLANNED: Message = { zh: '预算数', en: 'the budget' }
export const OPENING: Message = { zh: '年初预算数', en: 'the opening budget' }

/** A rate as it stands in the table. */
export const printed = (rate: ValidAmount): string => rate.text.meaning
