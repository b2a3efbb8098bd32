import type { Project } from '../../src/model/disclosure.ts'
import type { Measure, Quantity } from '../../src/model/measure.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import {
  change,
  changePart,
  type Fault,
  type FaultKind,
  type Filing,
  isCell,
  isChangeable,
  isVerbatim,
  type MeasuredRow,
  measuredRows,
  otherNumber,
} from './fault.ts'

/** One fault in each row that `plant` can put one in. */
const inRows = (plant: (row: MeasuredRow, filing: Filing) => Fault['changes'] | undefined) =>
  function* (filing: Filing): Generator<Fault> {
    for (const row of measuredRows(filing)) {
      const changes = plant(row, filing)
      if (changes !== undefined) yield { changes, near: row.indicator.span }
    }
  }

/** One fault in each project that `plant` can put one in. */
const inProjects = (plant: (project: Project, filing: Filing) => Fault | undefined) =>
  function* (filing: Filing): Generator<Fault> {
    for (const project of projectsOf(filing.disclosure)) {
      const fault = plant(project, filing)
      if (fault !== undefined) yield fault
    }
  }

/** One fault in each number of a goal that `plant` can put one in. */
const inGoals = (
  plant: (quantity: Quantity, project: Project, filing: Filing) => Fault['changes'] | undefined,
) =>
  function* (filing: Filing): Generator<Fault> {
    for (const project of projectsOf(filing.disclosure)) {
      for (const quantity of project.goals.flatMap(({ quantities }) => quantities)) {
        const changes = plant(quantity, project, filing)
        if (changes !== undefined) yield { changes, near: quantity.span }
      }
    }
  }

const SHARE_OF_WHOLE =
  /(?:合格率|完成率|满意度|及时率|覆盖率|达标率|准确率|完好率|到位率|知晓率|通过率|执行率)$/

/** A letter that looks like it in place of the first 0 or 1. */
const withLetter = (digits: string): string | undefined =>
  digits.length > 1 && /[01]/.test(digits)
    ? digits.replace(/[01]/, (digit) => (digit === '0' ? 'O' : 'l'))
    : undefined

/** Whether a cost is all the money of its project. */
const isAllMoney = ({ isCost, measure: { unit, numeral }, project: { amount } }: MeasuredRow): boolean =>
  isCost &&
  unit?.dimension === 'money' &&
  unit.per.length === 0 &&
  amount.kind === 'amount' &&
  numeral.value.times(unit.scale).eq(amount.money)

/** The measures of indicators that state the very number of a goal. */
const sameAs = (project: Project, { numeral, unit }: Measure): readonly string[] =>
  indicatorsOf(project).flatMap(({ indicator: { target, name } }) =>
    target.kind === 'measured' &&
    unit !== undefined &&
    target.measure.unit?.base === unit.base &&
    target.measure.numeral.value.times(target.measure.unit.scale).eq(numeral.value.times(unit.scale))
      ? [name.meaning]
      : [],
  )

const VAGUE_WORDS = /^(?:数量|人数|次数|面积|指标|个数)$/

/** Whether a name has two characters in a row in common with a text. */
const sharesWords = (name: string, text: string): boolean =>
  [...name].some((_, i) => {
    const pair = name.slice(i, i + 2)
    return pair.length === 2 && !VAGUE_WORDS.test(pair) && text.includes(pair)
  })

/** A plain number of a goal that can be changed. */
const numberIn = (quantity: Quantity): Measure | undefined =>
  quantity.kind === 'measure' &&
  quantity.unit !== undefined &&
  quantity.upperNumeral === undefined &&
  isVerbatim(quantity.numeral.text)
    ? quantity
    : undefined

const UNFIT_UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?:人数|人员)$/, '公里'],
  [/面积$/, '人'],
  [/(?:率|满意度)$/, '人'],
  [/(?:长度|里程)$/, '亩'],
]

/** Kinds of fault that can be put mechanically into any filing that is text. */
export const KINDS: readonly FaultKind[] = [
  {
    name: 'a share above the whole: 98% → 980%',
    rules: ['percent-out-of-range'],
    besides: ['suspected-misread'],
    places: inRows(({ measure: { numeral, unit }, name }) =>
      unit?.base === '%' && SHARE_OF_WHOLE.test(name)
        ? [
            change(
              numeral.text,
              numeral.text.text.includes('.') ? numeral.text.text.replace('.', '') : `${numeral.text.text}0`,
            ),
          ]
        : undefined,
    ),
  },
  {
    name: 'a letter for a digit of a target: 60 → 6O',
    rules: ['suspected-misread'],
    besides: ['unparsed-text'],
    places: inRows(({ measure: { numeral, unit } }) => {
      const damaged = unit && withLetter(numeral.text.text)
      return damaged === undefined ? undefined : [change(numeral.text, damaged)]
    }),
  },
  {
    name: 'a letter for a digit of an amount: 620.82 → 62O.82',
    rules: ['invalid-amount'],
    places: inProjects(({ amount }) => {
      const damaged = isChangeable(amount) ? withLetter(amount.numeral.text.text) : undefined
      return isChangeable(amount) && damaged !== undefined
        ? { changes: [change(amount.numeral.text, damaged)], near: amount.span }
        : undefined
    }),
  },
  {
    name: 'two points in an amount: 40.83 → 40..83',
    rules: ['invalid-amount'],
    places: inProjects(({ amount }) =>
      isChangeable(amount) && /^\d{2,}\.\d\d$/.test(amount.numeral.text.text)
        ? {
            changes: [change(amount.numeral.text, amount.numeral.text.text.replace('.', '..'))],
            near: amount.span,
          }
        : undefined,
    ),
  },
  {
    name: 'a target left empty',
    rules: ['missing-target', 'empty-category', 'template-residue'],
    besides: ['goal-indicator-mismatch'],
    places: inRows(({ indicator: { target } }, { text }) =>
      isVerbatim(target.text) && isCell(text, target.span) ? [change(target.text, '')] : undefined,
    ),
  },
  {
    name: 'a placeholder for a number: 60 → XX',
    rules: ['template-residue', 'missing-target', 'unparsed-text'],
    places: inRows(({ measure: { numeral, unit } }) =>
      unit !== undefined && numeral.text.length > 1 ? [change(numeral.text, 'XX')] : undefined,
    ),
  },
  {
    name: 'a deadline two years earlier',
    rules: ['date-outside-year'],
    places: function* ({ disclosure }) {
      const year = disclosure.year?.value
      for (const { indicator } of projectsOf(disclosure).flatMap((project) => indicatorsOf(project))) {
        const { target, term, span } = indicator
        if (target.kind !== 'period' || target.period.until?.year !== year || term === 'long-term') continue
        const at = target.text.text.lastIndexOf(String(year))
        if (year !== undefined && at >= 0 && isVerbatim(target.text))
          yield { changes: [changePart(target.text, at, 4, String(year - 2))], near: span }
      }
    },
  },
  {
    name: 'a cost cap above the amount that it was equal to',
    rules: ['cost-exceeds-amount', 'goal-cost-mismatch'],
    besides: ['goal-indicator-mismatch', 'name-target-mismatch'],
    places: inRows((row) => {
      const [first = ''] = row.measure.numeral.text.text
      return isAllMoney(row) && /[1-8]/.test(first)
        ? [changePart(row.measure.numeral.text, 0, 1, String(Number(first) + 1))]
        : undefined
    }),
  },
  {
    name: 'a cost with ≥',
    rules: ['direction-mismatch'],
    places: inRows(({ indicator: { target }, isCost, measure: { unit } }) =>
      target.kind === 'measured' &&
      isCost &&
      unit?.dimension === 'money' &&
      target.printedComparator?.text.text === '≤'
        ? [change(target.printedComparator.text, '≥')]
        : undefined,
    ),
  },
  {
    name: 'satisfaction with ≤',
    rules: ['direction-mismatch'],
    places: inRows(({ indicator: { target }, name }) =>
      target.kind === 'measured' && name.includes('满意') && target.printedComparator?.text.text === '≥'
        ? [change(target.printedComparator.text, '≤')]
        : undefined,
    ),
  },
  {
    name: 'a source that no longer adds up',
    rules: ['funding-mismatch'],
    besides: ['spent-above-budget', 'execution-rate-mismatch', 'subtotal-mismatch', 'total-mismatch'],
    places: inProjects(({ amount, funding }) => {
      const parts = funding.filter(({ level }) => level === 1).map((part) => part.amount)
      const [first] = parts.filter(isChangeable)
      if (!isChangeable(amount) || first === undefined || parts.length < 2) return undefined
      const rest = parts.reduce(
        (left, part) => (part.kind === 'amount' ? left.minus(part.money) : left),
        amount.money,
      )
      return rest.isZero()
        ? {
            changes: [change(first.numeral.text, otherNumber(first.numeral.text.text))],
            near: { start: amount.span.start, end: first.span.end },
          }
        : undefined
    }),
  },
  {
    name: 'an amount that the total no longer holds',
    rules: ['total-mismatch', 'subtotal-mismatch', 'funding-mismatch'],
    besides: ['cost-exceeds-amount', 'goal-cost-mismatch', 'cost-below-amount'],
    places: function* ({ disclosure }) {
      const [total] = disclosure.totals.map(({ amount }) => amount).filter(isChangeable)
      const amounts = projectsOf(disclosure).map(({ amount }) => amount)
      if (total === undefined || amounts.length < 2) return
      const rest = amounts.reduce(
        (left, one) => (one.kind === 'amount' ? left.minus(one.money) : left),
        total.money,
      )
      if (!rest.isZero()) return
      for (const { numeral, span } of amounts.filter(isChangeable))
        yield { changes: [change(numeral.text, otherNumber(numeral.text.text))], near: span }
    },
  },
  {
    name: 'points that no longer come to the whole',
    rules: ['weight-mismatch', 'score-total-mismatch'],
    besides: ['full-score-for-shortfall', 'missing-deviation-reason'],
    places: inProjects((project) => {
      const points = indicatorsOf(project).map(({ indicator: { weight } }) => weight?.numeral)
      const sum = points.reduce((total, numeral) => total + Number(numeral?.value ?? Number.NaN), 0)
      const last = points.at(-1)
      return points.length > 3 && [80, 90, 100].includes(sum) && isVerbatim(last?.text)
        ? { changes: [change(last.text, String(Number(last.value) + 3))], near: last.text.span }
        : undefined
    }),
  },
  {
    name: 'a score above its points',
    rules: ['score-above-points'],
    besides: ['score-total-mismatch'],
    places: inRows(({ indicator: { weight, score } }) =>
      weight !== undefined && isVerbatim(score?.numeral.text)
        ? [change(score.numeral.text, String(Number(weight.numeral.value) + 2))]
        : undefined,
    ),
  },
  {
    name: 'half the target with all points',
    rules: ['full-score-for-shortfall', 'missing-deviation-reason'],
    besides: ['goal-result-mismatch'],
    places: inRows(({ indicator: { target, actual, weight, score }, measure }) => {
      const isFull = weight !== undefined && score?.numeral.value.eq(weight.numeral.value) === true
      const isFloor = target.kind === 'measured' && target.comparator !== '≤' && target.comparator !== '<'
      const planned = Number(measure.numeral.value)
      return isFull &&
        isFloor &&
        planned >= 4 &&
        actual?.kind === 'measured' &&
        isVerbatim(actual.measure.numeral.text)
        ? [change(actual.measure.numeral.text, String(Math.floor(planned / 2)))]
        : undefined
    }),
  },
  {
    name: 'a rate of execution 20 points lower',
    rules: ['execution-rate-mismatch'],
    places: inProjects(({ money }) => {
      const rate = money.find(
        ({ stage, amount }) => stage === 'rate' && isChangeable(amount) && Number(amount.numeral.value) > 50,
      )
      if (rate === undefined || !isChangeable(rate.amount)) return undefined
      const { numeral } = rate.amount
      return { changes: [change(numeral.text, numeral.value.minus(20).toString())], near: rate.span }
    }),
  },
  {
    name: 'more spent than there was',
    rules: ['spent-above-budget', 'execution-rate-mismatch', 'funding-mismatch', 'total-mismatch'],
    places: inProjects(({ money, amount }) => {
      const spent = money.findLast((cell) => cell.stage === 'executed' && isChangeable(cell.amount))
      if (spent === undefined || !isChangeable(spent.amount) || amount.kind !== 'amount') return undefined
      const { numeral } = spent.amount
      return { changes: [change(numeral.text, `9${numeral.text.text}`)], near: spent.span }
    }),
  },
  {
    name: 'another number in the goal than in the indicator for it',
    rules: ['goal-indicator-mismatch', 'goal-sum-mismatch'],
    besides: ['name-target-mismatch'],
    places: inGoals((quantity, project, { text }) => {
      const measure = numberIn(quantity)
      if (measure === undefined || measure.unit?.base === '%' || measure.unit?.dimension === 'money')
        return undefined
      const names = sameAs(project, measure)
      const around = text.slice(Math.max(0, measure.span.start - 14), measure.span.end + 14)
      return measure.numeral.value.gte(3) && names.length === 1 && sharesWords(names[0] ?? '', around)
        ? [change(measure.numeral.text, otherNumber(measure.numeral.text.text))]
        : undefined
    }),
  },
  {
    name: 'another share in the goal than in the indicator for it',
    rules: ['goal-indicator-mismatch'],
    places: inGoals((quantity, project, { text }) => {
      const measure = numberIn(quantity)
      if (measure?.unit?.base !== '%' || measure.numeral.value.lt(50)) return undefined
      const before = text.slice(Math.max(0, measure.span.start - 20), measure.span.start)
      const names = sameAs(project, measure).filter((name) => before.includes(name.slice(-4)))
      return names.length === 1 ? [change(measure.numeral.text, '45')] : undefined
    }),
  },
  {
    name: 'another number in the target than in the name',
    rules: ['name-target-mismatch'],
    besides: ['goal-indicator-mismatch', 'cost-exceeds-amount'],
    places: inRows(({ indicator: { nameQuantities }, measure: { numeral, unit } }) =>
      unit !== undefined &&
      nameQuantities.some(
        (one) =>
          one.kind === 'measure' && one.unit?.base === unit.base && one.numeral.value.eq(numeral.value),
      )
        ? [change(numeral.text, otherNumber(numeral.text.text))]
        : undefined,
    ),
  },
  {
    name: 'a unit that measures something else',
    rules: ['unit-mismatch'],
    besides: ['goal-indicator-mismatch'],
    places: inRows(({ indicator: { printedUnit }, measure: { unitText, unit }, name }) => {
      const unfit = UNFIT_UNITS.find(([pattern]) => pattern.test(name))?.[1]
      return unfit !== undefined && unit?.base !== unfit && printedUnit === undefined && isVerbatim(unitText)
        ? [change(unitText, unfit)]
        : undefined
    }),
  },
  {
    name: 'a share without %',
    // 满意度≥8086%: glued to the result, it is above the whole.
    rules: ['missing-unit', 'unit-mismatch', 'percent-out-of-range'],
    places: inRows(({ indicator: { printedUnit }, measure: { unitText, unit }, name }) =>
      unit?.base === '%' && printedUnit === undefined && /(?:率|满意度)$/.test(name) && isVerbatim(unitText)
        ? [change(unitText, '')]
        : undefined,
    ),
  },
  {
    name: 'an only goal left empty',
    rules: ['missing-goal'],
    places: inProjects(({ goals: [goal, ...others], span, categories, indicators }, { text }) =>
      goal !== undefined &&
      others.length === 0 &&
      categories.length + indicators.length > 0 &&
      isCell(text, goal.span)
        ? { changes: [{ at: goal.span, text: '' }], near: span }
        : undefined,
    ),
  },
  {
    name: 'a code of an agency with a digit less',
    rules: ['invalid-agency-code'],
    places: function* ({ disclosure }) {
      for (const { code, span } of agenciesOf(disclosure))
        if (isVerbatim(code) && /^\d{6}$/.test(code.text))
          yield { changes: [changePart(code, 5, 1, '')], near: span }
    },
  },
  {
    name: 'a cap in 亿元 that is the amount in 万元',
    rules: ['cost-exceeds-amount', 'amount-unit-mismatch', 'result-unit-mismatch'],
    besides: ['goal-indicator-mismatch', 'goal-cost-mismatch', 'unit-mismatch'],
    places: function* (filing) {
      // That the unit of all money is wrong explains it as well.
      for (const row of measuredRows(filing))
        if (isAllMoney(row) && row.measure.unitText?.text === '万元' && isVerbatim(row.measure.unitText))
          yield { changes: [change(row.measure.unitText, '亿元')], near: row.project.span }
    },
  },
]
