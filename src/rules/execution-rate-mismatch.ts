import { type Execution, type RateFit, rateFit } from '../facts/execution.ts'
import { formatMoney } from '../facts/money.ts'
import { wrongSaidRates } from '../facts/said-rates.ts'
import type { Disclosure, ValidAmount } from '../model/disclosure.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { OPENING, PLANNED, printed, wrongInText, wrongScore } from './shared/execution-elsewhere.ts'
import { quoted } from './shared/quoted.ts'

export const executionRateMismatch: Rule = {
  id: 'execution-rate-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '执行率应等于全年执行数除以全年预算数，其得分应等于分值乘以执行率。',
      en: 'The execution rate is the amount spent divided by the budget for the year, and its score is its points times the rate.',
    },
    finds: {
      zh: '与执行数、预算数对不上的执行率。预算数取全年（调整后）预算数，表中没有的取年初预算数。按印出的小数位四舍五入或舍去尾数的、超过 100% 按 100% 填的、预算数为 0 的不报告；按年初预算数计算的报告为警告，不足一个百分点的取整和只有一位小数的比值仅作提示。一张表只报告一次。另报告：表头印有“得分（20分*执行率）”而得分与之不符的，或得分与分值×执行率数字相同、次序不同的（6.7 与 7.6）。',
      en: 'An execution rate that does not match the amount spent and the budget. The budget is the (adjusted) full-year budget or, in tables without one, the opening budget. Not reported: rates rounded or truncated to the printed decimals, rates above 100% entered as 100%, and budgets of 0. If the rate is calculated on the opening budget, the finding is a warning; rounding by less than one percentage point and shares with one decimal (0.1) are only notices. Each table is reported once. Also: a score for the execution that is not what its header says, 得分（20分*执行率）, or that has the digits of points × rate in another order (6.7 for 7.6).',
    },
    why: {
      zh: '执行率决定预算执行的得分；率与金额不符，必有一处填错。',
      en: 'The score for budget execution depends on the rate. If the rate and the amounts disagree, one of them is wrong.',
    },
    fix: {
      zh: '核对执行数和预算数，重新计算执行率及其得分。',
      en: 'Check the amount spent and the budget, then recalculate the rate and its score.',
    },
    basis: {
      zh: '自评表印明：执行率＝全年执行数（B）÷全年预算数（A）（FORM）。',
      en: 'Self-evaluation forms print the formula: execution rate = amount spent (B) ÷ budget for the year (A) (FORM).',
    },
    invalid: evaluationExample({
      money: ['5.00', '5.00', '4.25', '10', '95%', '9.5'],
      total: ['100', '99.5'],
    }),
    valid: evaluationExample({ money: ['6.00', '5.00', '4.75', '10', '95%', '9.5'], total: ['100', '99.5'] }),
  },

  *checkProject({ disclosure, executions, wrongExecutionScore: score }) {
    const wrong = executions.flatMap((row) => wrongRate(row) ?? [])
    const [first, ...others] = wrong
    if (first !== undefined) yield problemOf(first, others, disclosure)
    if (score !== undefined) yield wrongScore(score)
  },

  *check(disclosure) {
    for (const wrong of wrongSaidRates(disclosure)) yield wrongInText(wrong)
  },
}

interface WrongRate {
  readonly row: Execution
  readonly rate: ValidAmount
  readonly spent: ValidAmount
  readonly fit: RateFit
  /** It is that of the opening budget. */
  readonly isOfOpening: boolean
}

const wrongRate = (row: Execution): WrongRate | undefined => {
  const { rate, spent, planned, opening, ofParts } = row
  const last = spent.at(-1)
  if (rate === undefined || last === undefined) return undefined
  const fits = spent.map((amount) => rateFit(rate, amount, planned))
  if (fits.some(({ kind }) => kind === 'right' || kind === 'unknown')) return undefined
  // The whole is printed wrongly, which is told as that.
  if (ofParts !== undefined && rateFit(rate, last, ofParts).kind === 'right') return undefined
  const isOfOpening = opening !== undefined && rateFit(rate, last, opening).kind === 'right'
  return { row, rate, spent: last, fit: fits.at(-1) as RateFit, isOfOpening }
}

const problemOf = (first: WrongRate, others: readonly WrongRate[], disclosure: Disclosure): Problem => {
  const { row, rate, spent, fit, isOfOpening } = first
  const isRounded = [first, ...others].every((one) => one.fit.kind === 'rounded')
  const computed = shown(fit)
  const [paid, budget] = [spent, row.planned].map((amount) => moneyOf(amount, disclosure))
  const label = row.isOpening ? OPENING : PLANNED
  const whose =
    row.source === ''
      ? { zh: '', en: '' }
      : { zh: `${quoted(row.source)}的`, en: ` of ${quoted(row.source)}` }
  return {
    message: {
      zh: `${whose.zh}执行率填为 ${printed(rate)}，按执行数 ${paid}÷${label.zh} ${budget}计算应为 ${computed}${moreZh(others)}`,
      en: `the execution rate${whose.en} is given as ${printed(rate)}, but ${paid} spent of ${label.en} ${budget} is ${computed}${moreEn(others)}`,
    },
    at: rate.numeral.text.span,
    related: [
      { at: spent.span, note: { zh: '执行数', en: 'spent' } },
      { at: row.planned.span, note: label },
      ...others.map((other) => ({ at: other.rate.numeral.text.span, note: alsoWrong(other) })),
    ],
    working: [first, ...others].map((one) => workingOf(one, disclosure)),
    ...(isOfOpening ? { because: OF_OPENING } : {}),
    ...(isRounded ? { severity: 'info' } : isOfOpening ? { severity: 'warning' } : {}),
    data: { rate: rate.numeral.value.toFixed(), computed: fit.computed.toFixed(4) },
  }
}

const OF_OPENING: Message = {
  zh: '此率是按年初预算数计算的，应按全年（调整后）预算数计算。',
  en: 'this is the rate of the opening budget; it should be that of the adjusted one.',
}

const moreZh = ({ length }: readonly WrongRate[]): string =>
  length === 0 ? '' : `；另有 ${length} 处执行率也不符`
const moreEn = ({ length }: readonly WrongRate[]): string =>
  length === 0 ? '' : `; ${length} more ${length === 1 ? 'rate is' : 'rates are'} wrong too`

const alsoWrong = ({ row, fit }: WrongRate): Message => ({
  zh: `${quoted(row.source)}应为 ${shown(fit)}`,
  en: `${quoted(row.source)} should be ${shown(fit)}`,
})

const shown = ({ computed, decimals }: RateFit): string => `${computed.toDecimalPlaces(decimals).toFixed()}%`

const moneyOf = ({ money, numeral }: ValidAmount, { moneyUnit }: Disclosure): string =>
  formatMoney(money, moneyUnit, numeral.decimals)

const workingOf = ({ row, rate, spent, fit }: WrongRate, disclosure: Disclosure): string =>
  `${moneyOf(spent, disclosure)} ÷ ${moneyOf(row.planned, disclosure)} = ${shown(fit)} ≠ ${printed(rate)}`
