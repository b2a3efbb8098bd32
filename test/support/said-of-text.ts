import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

/** A text, or what it was read as. */
type Read = string | Disclosure

/** The projects of a text. */
export const projectsIn = (read: Read) =>
  projectsOf(typeof read === 'string' ? parse(new Source(read)).disclosure : read)

/** Name, amount and goals of each project, behind → what became of them. */
export const fieldsIn = (read: Read): readonly string[] =>
  projectsIn(read).map(({ name, amount, goals, results }) =>
    [
      [name.text, amount.text.text, ...goals.map((goal) => goal.text.text)].join(' | '),
      ...results.map((result) => result.text.text),
    ].join(' → '),
  )

/** Headings, name and target of each indicator. */
export const indicatorsIn = (read: Read): readonly string[] =>
  projectsIn(read).flatMap((project) =>
    indicatorsOf(project).map(({ indicator: { name, target }, categories }) =>
      [...categories.map((category) => category.name.text), name.text, target.text.text].join(' / '),
    ),
  )

/** Lines whose cells are divided by tabs, written with | between them. */
export const tabbed = (...lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll('|', '\t')).join('\n')
