import { collect, collectAll } from '../collect.ts'
import type { Disclosure, Goal } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { pathTo, projectsOf } from '../model/walk.ts'
import { type WrongEquation, wrongEquationsOf } from './equations.ts'
import { dividedAmounts } from './funding.ts'
import { type WrongProduct, wrongProductsIn } from './goal-products.ts'
import { type WrongSum, wrongSumsOf } from './goal-sums.ts'
import { wrongListOf } from './listed-amounts.ts'
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
