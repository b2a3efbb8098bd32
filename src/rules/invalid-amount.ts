import { unreadableParts } from '../facts/printed-sums.ts'
import { type Agency, type Amount, isMoneyStage, type Total } from '../model/disclosure.ts'
import { agenciesOf, projectsOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const notANumber = (name: string, amount: Amount): Problem => {
  const printed = amount.text.shown
  const reading = likelyReading(amount.text)
  return {
    message: {
      zh: `${quoted(name)}的金额“${printed}”不是有效数字`,
      en: `the amount of ${quoted(name)}, “${printed}”, is not a number`,
    },
    at: amount.span,
    ...(reading === undefined ? {} : { because: reading }),
    data: { printed },
  }
}

const negative = (name: string, amount: Amount & { kind: 'amount' }): Problem => ({
  message: {
    zh: `${quoted(name)}的金额 ${amount.numeral.text.text} 为负数`,
    en: `the amount of ${quoted(name)}, ${amount.numeral.text.text}, is negative`,
  },
  at: amount.numeral.text.span,
  data: { printed: amount.numeral.text.text },
})

const blank = (name: string, amount: Amount): Problem => ({
  message: {
    zh: `${quoted(name)}没有金额，但其下列有项目`,
    en: `${quoted(name)} has no amount, though there are projects under it`,
  },
  at: amount.span,
})

const likelyReading = ({ isLettered, meaning }: SpannedText): Message | undefined =>
  isLettered
    ? {
        zh: `可能应为 ${meaning}（数字被误识为字母）。`,
        en: `it may be ${meaning}, with digits misread as letters.`,
      }
    : undefined

export const invalidAmount: Rule = {
  id: 'invalid-amount',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '金额应为非负数字；其下列有项目的行应有金额。',
      en: 'An amount is a non-negative number, and every row with projects under it has an amount.',
    },
    finds: {
      zh: '不是数字的金额、负数，以及其下有项目却空白的金额。',
      en: 'An amount that is not a number, is negative, or is blank in a row with projects under it.',
    },
    why: {
      zh: '无效金额无法参与汇总：该行不计入合计，合计的核对结果会注明。',
      en: 'An invalid amount cannot be added up: its row is left out of the totals, and the check of the totals says so.',
    },
    fix: { zh: '填写正确的金额。', en: 'Enter the correct amount.' },
    basis: {
      zh: '算术；金额列为表格固定格式（FORM）。',
      en: 'Arithmetic; the amount column is part of the printed form (FORM).',
    },
    invalid: example(
      `\t图书采购\t24O.00\t目标1:更新馆藏图书。\t一、产出指标 (一)数量指标 1.采购图书数量 ≥3000册${REST}`,
    ),
    valid: example(
      `\t图书采购\t1,030.70\t目标1:更新馆藏图书。\t一、产出指标 (一)数量指标 1.采购图书数量 ≥3000册${REST}`,
    ),
  },

  *check(disclosure) {
    const hasProjects = projectsOf(disclosure).length > 0
    for (const total of disclosure.totals) yield* problemOf(total, hasProjects)
    for (const agency of agenciesOf(disclosure)) yield* problemOf(agency, agency.hasRow && hasAmounts(agency))
    for (const { name, amount } of unreadableParts(disclosure)) yield notANumber(name.meaning, amount)
  },

  *checkProject({ project }) {
    yield* problemOf(project, false)
    const parts = [...project.funding, ...project.money.filter(({ stage }) => isMoneyStage(stage))]
    for (const part of parts) {
      const { meaning } = part.kind === 'money' ? part.label : part.name
      // Words may say anything there, and what is taken back has a part of its own.
      if (part.amount.kind === 'invalid-amount' && isNumberLike(part.amount.text.folded))
        yield notANumber(meaning.replace(/\s/g, ''), part.amount)
    }
  },
}

/** Digits and signs, and no words or shares. */
const isNumberLike = (folded: string): boolean => /\d/.test(folded) && !/[\u4e00-\u9fff%]/.test(folded)

/** `coversProjects`: a blank above projects leaves their sum unsaid. */
function* problemOf(
  { name, amount }: Pick<Total, 'name' | 'amount'>,
  coversProjects: boolean,
): Generator<Problem> {
  const plain = name.meaning
  if (amount.kind === 'invalid-amount') yield notANumber(plain, amount)
  else if (amount.kind === 'amount' && amount.money.lt(0)) yield negative(plain, amount)
  else if (amount.kind === 'blank-amount' && coversProjects) yield blank(plain, amount)
}

const hasAmounts = (agency: Agency): boolean =>
  agency.projects.some(({ amount }) => amount.kind === 'amount') || agency.agencies.some(hasAmounts)
