import type { WrongEquation } from '../facts/equations.ts'
import type { WrongSum } from '../facts/goal-sums.ts'
import type { WrongProduct } from '../facts/wrong-numbers.ts'
import { type WrongNumbers, wrongNumbersAround } from '../facts/wrong-numbers.ts'
import type { Decimal } from '../model/decimal.ts'
import { fromBase, toBase } from '../model/unit.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const IN_GOAL = { zh: '目标中', en: 'in the goal' }
const IN_TEXT = { zh: '文中', en: 'in the text' }

/** `what`: the total in words. */
const mismatch = ({ total, parts, stated, computed, unit }: WrongSum, what: Message): Problem => {
  const inUnit = (value: Decimal): string => fromBase(value, unit).toFixed()
  const terms = parts.map((part) => inUnit(toBase(part.numeral.value, part.unit ?? unit)))
  const sum = inUnit(computed)
  return {
    message: {
      zh: `${what.zh}与各部分之和 ${sum}${unit.printed}不一致`,
      en: `${what.en} is not the sum of its parts, ${sum}${unit.printed}`,
    },
    at: total.span,
    related: parts.map((part) => ({ at: part.span, note: { zh: '分项', en: 'part' } })),
    working: [`${terms.join(' + ')} = ${sum} ≠ ${inUnit(stated)}`],
    data: { stated: stated.toFixed(), computed: computed.toFixed() },
  }
}

const wrongProduct = ({ price, count, total, stated, computed }: WrongProduct, where: Message): Problem => {
  const shown = total.text.meaning
  const factors = `${count.text.meaning} × ${price.text.meaning}`
  return {
    message: {
      zh: `${where.zh}“${shown}”与单价乘以数量 ${factors} = ${computed.toFixed()}元不一致`,
      en: `“${shown}” ${where.en} is not its price times its count, ${factors} = ${computed.toFixed()}元`,
    },
    at: total.span,
    related: [
      { at: price.span, note: { zh: '单价', en: 'price' } },
      { at: count.span, note: { zh: '数量', en: 'count' } },
    ],
    working: [`${factors} = ${computed.toFixed()}元 ≠ ${stated.toFixed()}元`],
    data: { stated: stated.toFixed(), computed: computed.toFixed() },
  }
}

const wrongEquation = (
  { total, shown, terms, printed, stated, computed }: WrongEquation,
  where: Message,
): Problem => {
  const made = `${printed.meaning} = ${computed.toFixed()}${total.unit?.printed ?? ''}`
  return {
    message: {
      zh: `${where.zh}“${shown.meaning}”与算式 ${made}不一致`,
      en: `“${shown.meaning}” ${where.en} is not what its terms come to, ${made}`,
    },
    at: shown.span,
    related: terms.map(({ span }) => ({ at: span, note: { zh: '算式中的数', en: 'term' } })),
    working: [`${made} ≠ ${shown.meaning}`],
    data: { stated: stated.toFixed(), computed: computed.toFixed() },
  }
}

const totalIn = ({ total }: WrongSum, { zh, en }: Message): Message => {
  const shown = quoted(total.text.meaning)
  return { zh: `${zh}总数${shown}`, en: `the total ${shown} ${en}` }
}

/** What a list of amounts should come to: the money of its project. */
const moneyOf = ({ total, stated, unit }: WrongSum): Message => {
  const [shown, value] = [quoted(total.text.meaning), `${fromBase(stated, unit).toFixed()}${unit.printed}`]
  return { zh: `项目资金${shown}（${value}）`, en: `the project's money, ${shown} (${value}),` }
}

function* problemsOf({ sums, products, equations, lists }: WrongNumbers, where: Message): Generator<Problem> {
  for (const wrong of sums) yield mismatch(wrong, totalIn(wrong, where))
  for (const wrong of lists) yield mismatch(wrong, moneyOf(wrong))
  for (const wrong of products) yield wrongProduct(wrong, where)
  for (const wrong of equations) yield wrongEquation(wrong, where)
}

export const goalSumMismatch: Rule = {
  id: 'goal-sum-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '目标和其他文字中写明的总数应等于其各部分之和。',
      en: 'A total stated in a goal or other text equals the sum of its parts.',
    },
    finds: {
      zh: '“共计……，其中……”“……，分配到3个县：……”一类的总数与分项之和不等；写出的算式（单价×数量＝金额，金额后括号中的算式）不成立；同一句中紧挨着写出的数量、单价与金额不符；支出明细一类只列金额的文字，合计与项目资金只差一个数字或两个数字颠倒。除绩效目标外，也检查测算依据、实施计划、备注、通知和自评报告等文字。',
      en: 'A total that its parts do not add up to (共计 …, 其中 …; …, 分配到3个县: …); a written calculation that does not work out (unit price × quantity = amount, or a calculation in brackets after the amount); an amount that is not the quantity times the unit price given right next to it in the same sentence; a text that only lists amounts and comes to the money of the project but for one digit or two that are swapped. Besides goals, the rule checks the basis of the estimate, implementation plans, remarks, notices and self-evaluation reports.',
    },
    why: {
      zh: '总数与分项不符，至少有一个数是错的。分项只列举一部分（“等”“主要包括”）、只有一个分项、带有单价或约数、人群可能互相重叠（“其中女性”）、只是介绍现状（“共有……，其中……”）时不检查；四舍五入可解释的差额不提示。',
      en: 'If a total and its parts disagree, at least one number is wrong. Not checked: lists that name only some of the parts (等, 主要包括), a single part, parts with unit prices or approximate numbers, groups that may overlap (其中女性), and descriptions of the current situation (共有 …, 其中 …). Differences that rounding can explain are not reported.',
    },
    fix: { zh: '核对总数与各分项。', en: 'Check the total and each of its parts.' },
    basis: { zh: '算术。', en: 'Arithmetic.' },
    invalid: example(
      projectRow(
        '村级补助',
        '目标1:安排资金共计90000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。',
        '一、产出指标 (一)数量指标 1.补助村数 ≥6个',
      ),
    ),
    valid: example(
      projectRow(
        '村级补助',
        '目标1:安排资金共计80000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。',
        '一、产出指标 (一)数量指标 1.补助村数 ≥6个',
      ),
    ),
  },

  *checkProject({ wrongNumbers }) {
    yield* problemsOf(wrongNumbers, IN_GOAL)
  },

  *check(disclosure) {
    yield* problemsOf(wrongNumbersAround(disclosure), IN_TEXT)
  },
}
