import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

/** The projects of a text. */
export const projectsIn = (text: string) => projectsOf(parse(new Source(text)).disclosure)

/** Name, amount and goals of each project, behind → what became of them. */
export const fieldsIn = (text: string): readonly string[] =>
  projectsIn(text).map(({ name, amount, goals, results }) =>
    [
      [name.text, amount.text.text, ...goals.map((goal) => goal.text.text)].join(' | '),
      ...results.map((result) => result.text.text),
    ].join(' → '),
  )

/** Headings, name and target of each indicator. */
export const indicatorsIn = (text: string): readonly string[] =>
  projectsIn(text).flatMap((project) =>
    indicatorsOf(project).map(({ indicator: { name, target }, categories }) =>
      [...categories.map((category) => category.name.text), name.text, target.text.text].join(' / '),
    ),
  )

/** Lines whose cells are divided by tabs, written with | between them. */
export const tabbed = (...lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll('|', '\t')).join('\n')
