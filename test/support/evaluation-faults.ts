import type { Expectation } from './fault.ts'
import type { MadeUpIndicator, MadeUpValue } from './made-up/content.ts'
import type { Figures, MoneyFigures } from './made-up/forms/self-evaluation.ts'
import { rateOf } from './made-up/forms/self-evaluation.ts'
import { printActual } from './made-up/indicator-table.ts'
import { makeEvaluation } from './made-up/make-filing.ts'
import { printMoney, type Style } from './made-up/style.ts'
import { Random } from './random.ts'

/** A kind of slip in what a self-evaluation says of the year; `undefined` where it doesn't apply. */
export interface EvaluationFault {
  readonly name: string
  readonly rule: string
  readonly change: (figures: Figures, style: Style, random: Random) => Changed | undefined
}

interface Changed {
  readonly figures: Figures
  /** Text that the finding must cover. */
  readonly at: string
}

/**
 * The self-evaluation of a seed with one fault in its first project; nothing where the fault has no place in it, and none with words of
 * its own: what is read of those is measured by the bench of reading.
 */
export const makeFaultyEvaluation = (
  { rule, change }: EvaluationFault,
  seed: number,
): { readonly text: string; readonly expected: Expectation } | undefined => {
  const random = new Random(seed + 7_919)
  let expected: Expectation | undefined
  const { text, hasOwnWords } = makeEvaluation(seed, (figures, style) => {
    const changed = change(figures, style, random)
    if (changed === undefined) return figures
    // A code in front of the name may be read as a part of it.
    expected = { rule, at: changed.at, ...(style.gluedCode ? {} : { project: figures.project.name }) }
    return changed.figures
  })
  return expected === undefined || hasOwnWords ? undefined : { text, expected }
}

type NumberValue = Extract<MadeUpValue, { readonly kind: 'number' }>
type Counted = MadeUpIndicator & { readonly value: NumberValue }

const isNumber = (indicator: MadeUpIndicator): indicator is Counted =>
  indicator.value.kind === 'number' && indicator.value.sign !== ''

/** An indicator that is to reach a whole number, at least or just so; one that may be read as damage (≥60 as 260) is none. */
const isCount = (indicator: MadeUpIndicator): indicator is Counted =>
  isNumber(indicator) && indicator.l2 === 'quantity' && /^[146-9]\d+$/.test(indicator.value.number)

const pickOf = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items.length === 0 ? undefined : random.pick(items)

/** The figures with one indicator replaced, and its score in the total. */
const withIndicator = (figures: Figures, old: MadeUpIndicator, changed: MadeUpIndicator): Figures => ({
  ...figures,
  indicators: figures.indicators.map((one) => (one === old ? changed : one)),
  total: figures.total - old.score + changed.score,
})

const withMoney = (figures: Figures, old: MoneyFigures, changed: Partial<MoneyFigures>): Figures => ({
  ...figures,
  money: figures.money.map((one) => (one === old ? { ...one, ...changed } : one)),
})

const shareOf = (number: string, share: number): string => String(Math.floor(Number(number) * share))

/** Far less than planned, with what it scores and why. */
const short = (indicator: Counted, score: number, reason: string): MadeUpIndicator => ({
  ...indicator,
  actual: { ...indicator.value, number: shareOf(indicator.value.number, 0.7) },
  score,
  reason,
})

const wholeMoney = ({ money }: Figures): MoneyFigures | undefined =>
  money.find(({ name }) => name === 'amount')

export const EVALUATION_FAULTS: readonly EvaluationFault[] = [
  {
    name: 'rate of another amount',
    rule: 'execution-rate-mismatch',
    change: (figures, _, random) => {
      const whole = wholeMoney(figures)
      if (whole === undefined) return undefined
      const rate = `${(Number.parseFloat(whole.rate) - random.pick([2, 7.5, 20])).toFixed(2)}%`
      return { figures: withMoney(figures, whole, { rate }), at: rate }
    },
  },
  {
    name: 'rate of a source with two digits swapped',
    rule: 'execution-rate-mismatch',
    change: (figures) => {
      const source = figures.money.find(({ name, rate }) => name === 'fiscal' && /^[89]\d\./.test(rate))
      const rate = source?.rate.replace(/^(\d)(\d)/, '$2$1')
      if (source === undefined || rate === undefined || rate === source.rate) return undefined
      return { figures: withMoney(figures, source, { rate }), at: rate }
    },
  },
  {
    name: 'spent more than the budget',
    rule: 'spent-above-budget',
    change: (figures, style, random) => {
      const whole = wholeMoney(figures)
      const isExplained = figures.indicators.some(
        ({ l2, reason }) => (l2 === 'expense' || l2 === 'economic-cost') && reason !== '',
      )
      if (whole === undefined || isExplained) return undefined
      const spent = whole.planned + random.pick([120, 5000]) + Math.floor(whole.planned / 10)
      const changed = { spent, rate: rateOf(spent, whole.planned) }
      return { figures: withMoney(figures, whole, changed), at: printMoney(spent, style) }
    },
  },
  {
    name: 'score above its points',
    rule: 'score-above-points',
    change: (figures, _, random) => {
      const indicator = random.pick(figures.indicators)
      const score = indicator.points + random.integer(1, 5)
      return { figures: withIndicator(figures, indicator, { ...indicator, score }), at: String(score) }
    },
  },
  {
    name: 'execution scores more than its points',
    rule: 'score-above-points',
    change: (figures) => {
      const whole = wholeMoney(figures)
      if (whole === undefined) return undefined
      const changed = withMoney(figures, whole, { score: 12 })
      return { figures: { ...changed, total: figures.total + 2 }, at: '12' }
    },
  },
  {
    name: 'total score is not the sum',
    rule: 'score-total-mismatch',
    change: (figures, _, random) => {
      const total = figures.total + random.pick([-3, -1, 1, 2])
      return { figures: { ...figures, total }, at: String(total) }
    },
  },
  {
    name: 'score changed and not the total',
    rule: 'score-total-mismatch',
    change: (figures, _, random) => {
      const indicator = random.pick(figures.indicators)
      const changed = withIndicator(figures, indicator, { ...indicator, score: indicator.score - 1 })
      return { figures: { ...changed, total: figures.total }, at: String(figures.total) }
    },
  },
  {
    name: 'all the points for a part of the count',
    rule: 'full-score-for-shortfall',
    change: (figures, style, random) => {
      const indicator = pickOf(figures.indicators.filter(isCount), random)
      if (indicator === undefined) return undefined
      const changed = short(indicator, indicator.points, '')
      return { figures: withIndicator(figures, indicator, changed), at: printActual(changed.actual, style) }
    },
  },
  {
    name: 'all the points for too low a satisfaction',
    rule: 'full-score-for-shortfall',
    change: (figures, style, random) => {
      const indicator = pickOf(
        figures.indicators.filter((one): one is Counted => isNumber(one) && one.l1 === 'satisfaction'),
        random,
      )
      if (indicator === undefined) return undefined
      const changed = short(indicator, indicator.points, '统计口径调整')
      return { figures: withIndicator(figures, indicator, changed), at: printActual(changed.actual, style) }
    },
  },
  {
    name: 'all the points for costs above their limit',
    rule: 'full-score-for-shortfall',
    change: (figures, style, random) => {
      const costs = figures.indicators.filter(
        (one): one is Counted => isNumber(one) && one.value.unit === '万元' && one.value.sign === '≤',
      )
      const indicator = pickOf(costs, random)
      if (indicator === undefined) return undefined
      const { value, points } = indicator
      const actual: MadeUpValue = { ...value, number: (Number(value.number) * 1.2 + 1).toFixed(2) }
      const changed = { ...indicator, actual, score: points, reason: '' }
      return { figures: withIndicator(figures, indicator, changed), at: printActual(actual, style) }
    },
  },
  {
    name: 'all the points for what was reached in part',
    rule: 'full-score-for-shortfall',
    change: (figures, _, random) => {
      const worded = figures.indicators.filter(({ value }) => value.kind === 'qualitative')
      const indicator = pickOf(worded, random)
      if (indicator === undefined) return undefined
      const text = '部分达成预期指标并具有一定效果'
      const changed: MadeUpIndicator = {
        ...indicator,
        actual: { kind: 'qualitative', text },
        score: indicator.points,
        reason: '',
      }
      return { figures: withIndicator(figures, indicator, changed), at: text }
    },
  },
  ...['', '无', '/'].map(
    (reason): EvaluationFault => ({
      name: `no reason for a shortfall: ${reason === '' ? 'blank' : reason}`,
      rule: 'missing-deviation-reason',
      change: (figures, style, random) => {
        const indicator = pickOf(figures.indicators.filter(isCount), random)
        if (indicator === undefined) return undefined
        const changed = short(indicator, Math.floor(indicator.points * 0.7), reason)
        return { figures: withIndicator(figures, indicator, changed), at: printActual(changed.actual, style) }
      },
    }),
  ),
  {
    name: 'things for a share',
    rule: 'result-unit-mismatch',
    change: (figures, _, random) => {
      const rates = figures.indicators.filter(
        (one): one is Counted => isNumber(one) && one.value.unit === '%',
      )
      const indicator = pickOf(rates, random)
      if (indicator === undefined) return undefined
      const text = `${random.integer(120, 900)}件`
      const changed: MadeUpIndicator = { ...indicator, actual: { kind: 'qualitative', text } }
      return { figures: withIndicator(figures, indicator, changed), at: text }
    },
  },
  {
    name: 'money that is 10,000 times as much',
    rule: 'result-unit-mismatch',
    change: (figures, _, random) => {
      const costs = figures.indicators.filter(
        (one): one is Counted => isNumber(one) && one.value.unit === '万元',
      )
      const indicator = pickOf(costs, random)
      if (indicator === undefined) return undefined
      const text = `${Math.round(Number(indicator.value.number) * 10_000)}万元`
      const changed: MadeUpIndicator = { ...indicator, actual: { kind: 'qualitative', text } }
      return { figures: withIndicator(figures, indicator, changed), at: text }
    },
  },
  {
    name: 'another number in the result of the goals',
    rule: 'goal-result-mismatch',
    change: (figures, _, random) => {
      const counts = figures.indicators.filter((one) => isCount(one) && one.actual.kind === 'number')
      const indicator = pickOf(counts, random)
      if (indicator?.actual.kind !== 'number') return undefined
      const { number, unit } = indicator.actual
      const said = `${Math.round(Number(number) * random.pick([0.5, 1.4, 2])) + 3}${unit}`
      return {
        figures: { ...figures, results: [`全年共完成${indicator.name}${said}，群众反映良好。`] },
        at: said,
      }
    },
  },
]
