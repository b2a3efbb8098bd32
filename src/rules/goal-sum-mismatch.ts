import type { WrongProduct } from '../facts/goal-products.ts'
import type { WrongSum } from '../facts/goal-sums.ts'
import type { Decimal } from '../model/decimal.ts'
import { fromBase, toBase } from '../model/unit.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'

const mismatch = ({ total, parts, stated, computed, unit }: WrongSum): Problem => {
  const shown = total.text.meaning
  const inUnit = (value: Decimal): string => fromBase(value, unit).toFixed()
  const terms = parts.map((part) => inUnit(toBase(part.numeral.value, part.unit ?? unit)))
  const sum = inUnit(computed)
  return {
    message: {
      zh: `目标中总数“${shown}”与各部分之和 ${sum}${unit.printed}不一致`,
      en: `the total “${shown}” in the goal is not the sum of its parts, ${sum}${unit.printed}`,
    },
    at: total.span,
    related: parts.map((part) => ({ at: part.span, note: { zh: '分项', en: 'part' } })),
    working: [`${terms.join(' + ')} = ${sum} ≠ ${inUnit(stated)}`],
    data: { stated: stated.toFixed(), computed: computed.toFixed() },
  }
}

const wrongProduct = ({ price, count, total, stated, computed }: WrongProduct): Problem => {
  const shown = total.text.meaning
  const factors = `${count.text.meaning} × ${price.text.meaning}`
  return {
    message: {
      zh: `目标中“${shown}”与单价乘以数量 ${factors} = ${computed.toFixed()}元不一致`,
      en: `“${shown}” in the goal is not its price times its count, ${factors} = ${computed.toFixed()}元`,
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

export const goalSumMismatch: Rule = {
  id: 'goal-sum-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '目标中写明的总数应等于其各部分之和。',
      en: 'A total stated in a goal equals the sum of its parts.',
    },
    finds: {
      zh: '目标中“共计……，其中……”一类的总数与分项之和不等；同一句中紧挨着写出的数量、单价与金额不符。',
      en: 'A total in a goal (共计 …, 其中 …) that its parts do not come to; money that is not the count times the price right before it.',
    },
    why: {
      zh: '总数与分项不符，至少有一个数是错的。分项只列举一部分（“等”“主要包括”）、只有一个分项、带有单价或约数、人群可能互相重叠（“其中女性”）时不检查。',
      en: 'When total and parts disagree, at least one number is wrong. A list that gives only some parts (等, 主要), a single part, parts with prices or about so many, and groups that may overlap (其中女性) are not checked.',
    },
    fix: { zh: '核对总数与各分项。', en: 'Check the total and its parts.' },
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

  *checkProject({ wrongSums, wrongProducts }) {
    for (const wrong of wrongSums) yield mismatch(wrong)
    for (const wrong of wrongProducts) yield wrongProduct(wrong)
  },
}
