import type { Category } from '../model/disclosure.ts'
import type { Scheme } from '../model/record.ts'
import { levelOneOf } from '../vocabulary/categories.ts'

export type { Scheme } from '../model/record.ts'

/** What says which scheme a project follows: its heading of cost. */
export interface SchemeSign {
  readonly scheme: Scheme
  readonly heading: Category
}

/** The headings of cost of a project: at most one for each scheme. */
export const schemeSigns = (categories: readonly Category[]): readonly SchemeSign[] => {
  const top = categories.find(({ is }) => is !== undefined && levelOneOf(is) === 'cost')
  const under = categories
    .filter(({ is }) => is === 'output')
    .flatMap(({ children }) => children)
    .find((child) => child.kind === 'category' && child.is === 'cost')
  return [
    ...(top === undefined ? [] : [{ scheme: 'new' as const, heading: top }]),
    ...(under?.kind === 'category' ? [{ scheme: 'old' as const, heading: under }] : []),
  ]
}
