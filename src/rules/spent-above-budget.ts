import { formatMoney } from '../facts/money.ts'
import type { Overspending } from '../facts/overspending.ts'
import type { Shortfall } from '../facts/shortfall.ts'
import type { MoneyUnit, Project } from '../model/disclosure.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { OPENING, PLANNED } from './shared/execution-elsewhere.ts'
import { missedWords } from './shared/phrases.ts'
import { projectWords, quoted } from './shared/quoted.ts'

export const spentAboveBudget: Rule = {
  id: 'spent-above-budget',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '全年执行数超过全年预算数的，应说明原因。',
      en: 'If spending exceeds the budget for the year, the table gives the reason.',
    },
    finds: {
      zh: '资金总额的执行数大于全年（调整后）预算数，或支出明细中某一项的支出大于该项预算数，而资金表和成本指标均未说明原因。表中只有年初预算数的仅作提示：年中可能追加过预算。四舍五入可以解释的差额不报告。没有资金执行数、也不评分、不设偏差原因栏的自评报告，成本指标的实际支出超过指标值而未说明原因的，也予报告。',
      en: 'Total spending above the (adjusted) budget for the year, or spending on an item of a list above the budget of that item, with no reason given in the funding table or for a cost indicator. If only the opening budget is printed, the finding is only a notice, since the budget may have been raised during the year. Differences that rounding can explain are not reported. Also: a cost indicator whose result exceeds its limit, in a report that prints no total spending, no scores and no column for reasons.',
    },
    why: {
      zh: '执行数超过预算数，或是漏填调整后预算数，或是超预算支出，都需要说明。',
      en: 'Either the adjusted budget was not filled in, or the project overspent. Both call for an explanation.',
    },
    fix: {
      zh: '更正预算数或执行数，或说明超出的原因。',
      en: 'Correct the budget or the amount spent, or give the reason for the overspending.',
    },
    basis: {
      zh: '自评表并列全年预算数（A）与全年执行数（B），要求填报偏差原因（FORM）。',
      en: 'Self-evaluation forms print the budget for the year (A) next to the amount spent (B) and ask for deviation reasons (FORM).',
    },
    invalid: evaluationExample({ money: ['5.00', '5.00', '5.60', '10', '100%', '10'] }),
    valid: evaluationExample({
      money: ['5.00', '6.00', '5.60', '10', '93.33%', '9.33'],
      total: ['100', '99.33'],
    }),
  },

  *checkProject({ project, disclosure: { moneyUnit }, overspendings, overspentCosts }) {
    for (const one of overspendings) yield aboveBudget(one, project, moneyUnit)
    if (overspendings.length === 0) for (const cost of overspentCosts) yield aboveLimit(cost)
  },
}

const aboveBudget = (
  { item, planned, isOpening, spent, excess }: Overspending,
  project: Project,
  moneyUnit: MoneyUnit,
): Problem => {
  const [paid, budget] = [spent, planned].map(({ money, numeral }) =>
    formatMoney(money, moneyUnit, numeral.decimals),
  )
  const more = formatMoney(excess, moneyUnit)
  const name =
    item === undefined
      ? projectWords(project.name.meaning)
      : { zh: quoted(item.meaning), en: quoted(item.meaning) }
  const label = isOpening ? OPENING : item === undefined ? PLANNED : OF_ITEM
  return {
    message: {
      zh: `${name.zh}执行数 ${paid}，超过${label.zh} ${budget}，多 ${more}，未说明原因`,
      en: `${paid} was spent for ${name.en}, ${more} more than ${label.en} of ${budget}, and no reason is given`,
    },
    at: spent.numeral.text.span,
    related: [{ at: planned.span, note: label }],
    working: [`${paid} - ${budget} = ${more}`],
    ...(isOpening ? { severity: 'info' } : {}),
    data: { spent: spent.money.toFixed(), planned: planned.money.toFixed() },
  }
}

const OF_ITEM: Message = { zh: '预算数', en: 'its budget' }

const aboveLimit = (cost: Shortfall): Problem => {
  const { indicator, target, actual } = cost
  const missed = missedWords(cost)
  const name = quoted(indicator.name.meaning)
  return {
    message: {
      zh: `成本指标${name}${missed.zh}，未说明原因`,
      en: `the cost ${name} ${missed.en}, and no reason is given`,
    },
    at: actual.span,
    related: [{ at: target.span, note: { zh: '指标值', en: 'target' } }],
    data: { spent: actual.text.meaning, planned: target.text.meaning },
  }
}
