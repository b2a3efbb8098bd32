import { collect, collectAll } from '../collect.ts'
import { Decimal, halfOfPlace } from '../model/decimal.ts'
import type { Disclosure, Goal } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { pathTo, projectsOf } from '../model/walk.ts'
import { COMES_TO } from '../vocabulary/sum-words.ts'
import { type WrongEquation, wrongEquationsOf } from './equations.ts'
import { dividedAmounts } from './funding.ts'
import { isPaidFor, moneyFor } from './goal-costs.ts'
import { type WrongSum, wrongSumsOf } from './goal-sums.ts'
import { wrongListOf } from './listed-amounts.ts'
import { moneyOf, timesPaid } from './price-terms.ts'
import { type Promised, promisesIn } from './promises.ts'

/** Numbers in running text that are not what the numbers beside them make. */
export interface WrongNumbers {
  readonly sums: readonly WrongSum[]
  readonly products: readonly WrongProduct[]
  readonly equations: readonly WrongEquation[]
  /** What lists of amounts come to, where the money of the project is nearly that. */
  readonly lists: readonly WrongSum[]
}

/** Those of texts, of which `promises` are the numbers with the words around them. */
export const wrongNumbersIn = (texts: readonly Goal[], promises: readonly Promised[]): WrongNumbers => {
  const equations = collectAll(texts, wrongEquationsOf)
  const told = new Set<unknown>(equations.map(({ total }) => total))
  const isNew = ({ total }: { readonly total: unknown }): boolean => !told.has(total)
  return {
    equations,
    products: wrongProductsIn(promises).filter(isNew),
    sums: collectAll(texts, wrongSumsOf).filter(isNew),
    lists: [],
  }
}

/**
 * Those of the texts around goals: 测算依据, 实施计划, 说明, letters, reports. Where the tree has what the parts of money come
 * to, that is another rule's problem.
 */
export const wrongNumbersAround = (disclosure: Disclosure): WrongNumbers => {
  const { statements } = disclosure
  if (statements.length === 0) return NONE
  const projects = projectsOf(disclosure)
  const ofProjects = statements.flatMap((statement) => {
    const project = projects.findLast(({ span }) => span.start <= statement.span.start) ?? projects[0]
    return project === undefined ? [] : [{ statement, project }]
  })
  const promises = ofProjects.flatMap(({ statement, project }) => promisesIn(statement, project))
  const lists = collect(ofProjects, ({ statement, project }) =>
    wrongListOf(statement, project, disclosure.moneyUnit),
  )
  const { sums, products, equations } = wrongNumbersIn(statements, promises)
  const isAround = ({ total }: { readonly total: Pick<Measure, 'span'> }): boolean =>
    pathTo(disclosure, total.span.start).at(-1)?.kind !== 'goal'
  const isOfTree = ({ parts }: WrongSum): boolean =>
    projects.some((project) =>
      dividedAmounts(project).some(
        ({ amount, sum }) =>
          !sum.computed.eq(amount.money) &&
          sum.parts.some(({ at }) => parts.some(({ span }) => span.start === at.start)),
      ),
    )
  return {
    equations: equations.filter(isAround),
    products: products.filter(isAround),
    sums: sums.filter((wrong) => isAround(wrong) && !isOfTree(wrong)),
    lists: lists.filter(({ parts: [first] }) => first !== undefined && isAround({ total: first })),
  }
}

const NONE: WrongNumbers = { sums: [], products: [], equations: [], lists: [] }

/** A price of a goal times the count beside it, where the goal states another sum for both. */
export interface WrongProduct {
  readonly price: Measure
  readonly count: Measure
  readonly total: Measure
  /** In 元. */
  readonly stated: Decimal
  readonly computed: Decimal
}

/**
 * 购置13台电脑,每台0.32万元,支出3.36万元: a count, its price and what they come to, one right behind the other in a sentence. What the
 * printed places can explain is no difference.
 */
const wrongProductsIn = (promises: readonly Promised[]): readonly WrongProduct[] =>
  promises.flatMap((total, i): readonly WrongProduct[] => {
    const [first, second] = [promises[i - 2], promises[i - 1]]
    if (total.kind !== 'money' || first === undefined || second === undefined) return []
    const [count, price] = second.kind === 'price' ? [first, second] : [second, first]
    if (count.kind !== 'count' || price.kind !== 'price' || !isPaidFor(price, count)) return []
    if (timesPaid(price)?.period !== undefined) return []
    const all = [first, second, total]
    if (
      !COMES_TO.test(total.preceding) ||
      !areTogether(all) ||
      !all.every(({ measure }) => isExact(measure)) ||
      count.each !== undefined
    )
      return []
    const computed = moneyFor(price, count)
    const stated = moneyOf(total.measure)
    const rounding = roundingOf(total.measure).plus(
      roundingOf(price.measure).times(computed.div(moneyOf(price.measure))),
    )
    if (computed.minus(stated).abs().lte(rounding)) return []
    return [{ price: price.measure, count: count.measure, total: total.measure, stated, computed }]
  })

/** Whether numbers stand in one sentence. */
const areTogether = ([first, ...others]: readonly Promised[]): boolean =>
  others.every(({ goal, sentence }) => goal === first?.goal && sentence.from === first.sentence.from)

/** Half of the last printed place, in 元; a whole number is as it is. */
const roundingOf = ({ numeral, unit }: Measure): Decimal =>
  numeral.decimals === 0 ? new Decimal(0) : halfOfPlace(numeral.decimals).times(unit?.scale ?? 1)
