import { collect } from '../collect.ts'
import { type Decimal, HUNDRED } from '../model/decimal.ts'
import type { Disclosure, Goal } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { agenciesOf, projectsOf } from '../model/walk.ts'
import { contains } from '../source/span.ts'
import { BARE_MONEY, SAYS_RATE, SAYS_SPENDING } from '../vocabulary/money-words.ts'
import { isPrintedFor } from './execution.ts'

/** A rate of execution in running text that the money beside it does not make: 资金共2179万元,已拨付2113.63万元,执行率79%. */
export interface WrongSaidRate {
  readonly rate: Measure
  readonly spent: Measure
  readonly planned: Measure
  /** In per cent. */
  readonly computed: Decimal
}

/** Those of goals, their results and the texts around them. A rate may be of any money that the filing names, and is right with each. */
export const wrongSaidRates = (disclosure: Disclosure): readonly WrongSaidRate[] => {
  const goals = projectsOf(disclosure).flatMap((project) => [...project.goals, ...project.results])
  const texts = [...disclosure.statements, ...goals]
  const rates = texts.filter(({ text }) => SAYS_RATE.test(text.folded))
  if (rates.length === 0) return []
  const wrong = rates.flatMap(ratesIn).filter(({ rate }) => !isInTable(disclosure, rate))
  if (wrong.length === 0) return []
  const amounts = amountsIn(disclosure)
  const said = texts.flatMap(moneyIn)
  return wrong.filter(({ rate, spent }) => {
    const others = said.filter((money) => money !== spent).map(baseValue)
    return ![...amounts, ...others].some((money) => isOf(rate, baseValue(spent), money))
  })
}

/** Whether a rate is printed for so much of a whole. */
const isOf = ({ numeral: { value, decimals } }: Measure, spent: Decimal, whole: Decimal): boolean =>
  whole.gt(0) && isPrintedFor({ percent: value, decimals }, spent.times(HUNDRED).div(whole))

/** The rate of a money table is compared there. */
const isInTable = (disclosure: Disclosure, { span }: Measure): boolean =>
  projectsOf(disclosure).some(({ money }) => money.some(({ amount }) => contains(amount.span, span)))

const amountsIn = (disclosure: Disclosure): readonly Decimal[] => {
  const projects = projectsOf(disclosure)
  const amounts = [
    ...[...disclosure.totals, ...agenciesOf(disclosure), ...projects].map(({ amount }) => amount),
    ...projects.flatMap(({ funding, money }) => [...funding, ...money].map(({ amount }) => amount)),
  ]
  return collect(amounts, (amount) => (amount.kind === 'amount' ? amount.money : undefined))
}

const moneyIn = ({ quantities }: Goal): readonly Measure[] =>
  collect(quantities, (one) => (one.kind === 'measure' && isMoney(one) ? one : undefined))

/** Of 资金29.6万 the unit is left out. */
const isMoney = (measure: Measure): boolean =>
  isExact(measure) &&
  (measure.unit === undefined
    ? BARE_MONEY.test(measure.text.folded)
    : measure.unit.dimension === 'money' && measure.unit.per.length === 0)

/** The rates of a text behind what was spent, which stands behind the whole in the same sentence. */
const ratesIn = (statement: Goal): readonly WrongSaidRate[] => {
  const { text, quantities } = statement
  const wordsBefore = ({ text: own }: Measure): string => {
    const start = own.offsetIn(text)
    return text.folded.slice(Math.max(0, start - REACH), start)
  }
  return quantities.flatMap((rate, i) => {
    if (rate.kind !== 'measure' || rate.unit?.dimension !== 'share' || !SAYS_RATE.test(wordsBefore(rate)))
      return []
    const start = text.folded.lastIndexOf('。', rate.text.offsetIn(text))
    const money = moneyIn({ ...statement, quantities: quantities.slice(0, i) })
    const [planned, ...others] = money.filter((one) => one.text.offsetIn(text) > start)
    const spent = others.at(-1)
    if (planned === undefined || spent === undefined || !SAYS_SPENDING.test(wordsBefore(spent))) return []
    const whole = baseValue(planned)
    if (whole.lte(0)) return []
    return [{ rate, spent, planned, computed: baseValue(spent).times(HUNDRED).div(whole) }]
  })
}

const REACH = 16
