import { mapped } from '../collect.ts'
import type { Category, Disclosure, Project } from '../model/disclosure.ts'
import { categoriesOf, indicatorsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import type { Span } from '../source/span.ts'
import { type CategoryId, categoriesNamed, levelOneOf } from '../vocabulary/categories.ts'
import { isNamed, PAY_AND_PENSIONS } from '../vocabulary/name-classes.ts'
import { isCutOff, lackingAtEnd, mayEndEarly } from './cut-off.ts'
import type { Scheme } from './scheme.ts'

/** A category that a project lacks, and where it should be. */
export interface Lack {
  readonly id: CategoryId
  readonly at: Span
  /**
   * `pay`: it only pays, and has nobody to ask for satisfaction; `end`: the input may end before the table does; `column`: the
   * header of its list has no column for it.
   */
  readonly excuse: 'pay' | 'end' | 'column' | undefined
}

/**
 * What a project lacks of `asked` and of quantity under output. Nothing where it has no known category at all, and where
 * what it lacks may only have been cut off.
 */
export const lackingCategoriesOf = (
  project: Project,
  disclosure: Disclosure,
  asked: readonly CategoryId[],
  scheme: Scheme | undefined,
): readonly Lack[] => {
  const categories = categoriesOf(project)
  if (!categories.some(({ is }) => is !== undefined) || indicatorsOf(project).length === 0) return []
  if (isCutOff(project, disclosure)) return []
  // 消费者满意度 under 效果 and a heading that no list has: such forms have no category of its own for it.
  const asks = indicatorsOf(project).some(
    ({ indicator, categoryId }) =>
      isNamed(indicator.name.meaning, 'satisfaction') &&
      (categoryId === undefined || levelOneOf(categoryId) === categoryId),
  )
  // 业务量 under nothing, and 成果 at level 1, may be any of them: a misspelt one, or one in words of its own.
  const hasOwn =
    categories.some(({ is, level }) => is === undefined && level === 1) ||
    project.categories.some(({ is }) => is === undefined)
  const missing = asked.filter((id) => {
    if (id === 'satisfaction' && asks) return false
    return !(id === 'cost' ? hasCost(categories, scheme) : hasOwn || covers(categories, id))
  })
  const mayEnd = missing.length > 0 && mayEndEarly(project, disclosure)
  const atEnd: readonly CategoryId[] = mayEnd ? lackingAtEnd(project) : []
  const isPay = PAY_AND_PENSIONS.test(project.name.meaning)
  const columns = hasCategoryColumns(project) ? categoryColumnsOf(disclosure) : undefined
  const excuseOf = (id: CategoryId): Lack['excuse'] => {
    if (columns?.has(id) === false) return 'column'
    return atEnd.includes(id) ? 'end' : isPay && id === 'satisfaction' ? 'pay' : undefined
  }
  const lacks = mapped(missing, (id): Lack => ({ id, at: project.name.span, excuse: excuseOf(id) }))
  const output = categories.find(({ is }) => is === 'output')
  if (output !== undefined && lacksQuantity(output))
    lacks.push({ id: 'quantity', at: output.heading.span, excuse: excuseOf('quantity') })
  return lacks
}

/** Whether the categories of a project are columns of a list: their headings stand above it, once for all projects. */
const hasCategoryColumns = (project: Project): boolean =>
  categoriesOf(project).every(({ heading }) => heading.span.end <= project.span.start)

/** The categories that the header of a list prints over its columns, with those that they are of. */
export const categoryColumnsOf = rememberFor(
  ({ headings }: Disclosure): ReadonlySet<CategoryId> =>
    new Set(
      headings.flatMap(({ role, text }) =>
        role === 'indicator' ? categoriesNamed(text.meaning).flatMap(({ id }) => [id, levelOneOf(id)]) : [],
      ),
    ),
)

/** Whether cost is where the scheme has it: the old one is content with it anywhere. */
const hasCost = (categories: readonly Category[], scheme: Scheme | undefined): boolean =>
  categories.some(
    ({ is, level }) =>
      is !== undefined && levelOneOf(is) === 'cost' && (scheme !== 'new' || level === 1 || is !== 'cost'),
  )

/** Whether a level-1 category or one under it is there. */
const covers = (categories: readonly Category[], id: CategoryId): boolean =>
  categories.some(({ is }) => is !== undefined && levelOneOf(is) === id)

const lacksQuantity = ({ children }: Category): boolean => {
  const headings = children.filter((child) => child.kind === 'category')
  return headings.length > 0 && !headings.some(({ is }) => is === 'quantity' || is === undefined)
}

/** Headings of a project with nothing under them, those that stand one behind the other together; the end of a cut-off input has none. */
export const emptyCategoriesOf = (
  project: Project,
  disclosure: Disclosure,
): readonly (readonly Category[])[] => {
  const categories = categoriesOf(project)
  const cutOff = isCutOff(project, disclosure) ? categories.at(-1) : undefined
  const runs: Category[][] = []
  let before: Category | undefined
  for (const category of categories) {
    const isEmpty = category.children.length === 0 && category !== cutOff
    if (isEmpty && before?.children.length === 0) runs.at(-1)?.push(category)
    else if (isEmpty) runs.push([category])
    before = category
  }
  return runs
}
