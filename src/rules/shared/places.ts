import type { Cost } from '../../facts/costs.ts'
import type { ValidAmount } from '../../model/disclosure.ts'
import type { Related } from '../rule.ts'

/** The amount of the project that costs are compared with. */
export const amountPlace = (amount: ValidAmount): Related => ({
  at: amount.numeral.text.span,
  note: { zh: '项目金额', en: 'amount of the project' },
})

/** Another cost limit that takes part in a sum. */
export const costPlace = ({ name, target }: Cost): Related => ({
  at: target.span,
  note: { zh: name, en: name },
})
