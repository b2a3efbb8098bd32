import type { Category } from '../model/disclosure.ts'
import { levelOneOf } from '../vocabulary/categories.ts'

/** 新旧两种指标框架. `old`: cost stands under output; `new` (since 2021): cost is a level-1 category. */
export type Scheme = 'old' | 'new'

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
