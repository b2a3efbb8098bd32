import type { Category, Disclosure } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
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

/** The scheme that most projects of a table follow; `undefined` where none has costs, or as many do either. */
export const schemeOf = rememberFor((disclosure: Disclosure): { readonly found: Scheme | undefined } => {
  const votes = { old: 0, new: 0 }
  for (const { categories } of projectsOf(disclosure)) {
    for (const { scheme } of schemeSigns(categories)) votes[scheme] += 1
  }
  if (votes.old === votes.new) return { found: undefined }
  return { found: votes.old > votes.new ? 'old' : 'new' }
})
