import type { Category, Indicator } from '../model/disclosure.ts'
import type { Scheme } from '../model/record.ts'
import { levelOneOf } from '../vocabulary/categories.ts'

export type { Scheme } from '../model/record.ts'

/** What says which scheme a project follows: its heading of cost. */
export interface SchemeSign {
  readonly scheme: Scheme
  readonly heading: Category
}

const isOfCost = (child: Category | Indicator): boolean => child.kind === 'category' && child.is === 'cost'

/** The headings of cost of a project: at most one for each scheme. */
export const schemeSigns = (categories: readonly Category[]): readonly SchemeSign[] => {
  const top = categories.find(({ is }) => is !== undefined && levelOneOf(is) === 'cost')
  const signs: SchemeSign[] = top === undefined ? [] : [{ scheme: 'new', heading: top }]
  for (const { is, children } of categories) {
    const under = is === 'output' ? children.find(isOfCost) : undefined
    if (under?.kind !== 'category') continue
    signs.push({ scheme: 'old', heading: under })
    break
  }
  return signs
}
