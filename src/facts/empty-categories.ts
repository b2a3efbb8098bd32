import type { Category, Disclosure, Project } from '../model/disclosure.ts'
import { categoriesOf } from '../model/walk.ts'
import { isCutOff } from './cut-off.ts'

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
