import type { Disclosure, Project } from '../model/disclosure.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { contains } from '../source/span.ts'
import { CODE_IN_FRONT, TABLE_VERSION, YEAR_NUMBER } from '../vocabulary/form-words.ts'

/**
 * What tells the table of each project from those of other kinds: the header cells above it, which pages repeat; of a form,
 * which has its own, whether it has results.
 */
export const tableKindsOf = rememberFor((disclosure: Disclosure): ReadonlyMap<Project, string> => {
  const kinds = new Map<Project, string>()
  const headings = [...disclosure.headings].sort((a, b) => a.text.span.start - b.text.span.start)
  const projects = [...projectsOf(disclosure)].sort((a, b) => a.span.start - b.span.start)
  let [next, kind, end] = [0, '', 0]
  for (const project of projects) {
    const above: string[] = []
    for (; next < headings.length; next += 1) {
      const { text } = headings[next] as (typeof headings)[number]
      if (text.span.start > project.span.start) break
      if (text.span.start >= end) above.push(text.meaning)
    }
    const first = headings[next]
    if (above.length > 0) kind = above.join('\t')
    // A list repeats its header on the next page, inside the project that goes on there.
    const isAgain = kind.split('\t').includes(first?.text.meaning ?? '')
    const isForm = first !== undefined && !isAgain && contains(project.span, first.text.span)
    kinds.set(project, isForm ? formKind(project) : kind)
    end = project.span.end
  }
  return kinds
})

const formKind = (project: Project): string =>
  project.results.length > 0 || indicatorsOf(project).some(({ indicator }) => indicator.actual !== undefined)
    ? 'form with results'
    : 'form'

/** Whether two projects of one name are of two years, of two versions of one table, or of two agencies beside their department. */
export const areApart = (a: Project, b: Project, disclosure: Disclosure): boolean => {
  const known = surroundingsIn(disclosure)
  const [one, other] = [known.get(a), known.get(b)]
  if (one === undefined || other === undefined) return false
  return (
    differ(a.period?.text.meaning, b.period?.text.meaning) ||
    differ(one.years, other.years) ||
    one.versions !== other.versions ||
    differ(one.others, other.others)
  )
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== '' && b !== '' && a !== b

interface Surroundings {
  readonly years: string
  readonly versions: string
  /** What stands in it beside what is known: who carries it out. */
  readonly others: string
}

/** For each project, what stands above it, behind the one before it, and what in it is in no column that is known. */
const surroundingsIn = rememberFor((disclosure: Disclosure): ReadonlyMap<Project, Surroundings> => {
  const agencies = new Set(agenciesOf(disclosure).map(({ name }) => name.meaning))
  const { title, leftovers } = disclosure
  const found = new Map<Project, Surroundings>()
  let [next, isTitled] = [0, false]
  for (const project of [...projectsOf(disclosure)].sort((a, b) => a.span.start - b.span.start)) {
    const [above, others]: [string[], string[]] = [[], []]
    if (!isTitled && title !== undefined && title.span.end <= project.span.start) above.push(title.meaning)
    isTitled = true
    for (; next < leftovers.length; next += 1) {
      const { text, reason } = leftovers[next] as (typeof leftovers)[number]
      if (text.span.start >= project.span.end) break
      if (reason === 'surrounding' && text.span.end <= project.span.start) above.push(text.meaning)
      else if (reason === 'column' && isOther(text.meaning, agencies)) others.push(text.meaning)
    }
    const words = above.join('\n')
    const all = (pattern: RegExp): string => [...new Set(words.match(pattern) ?? [])].sort().join()
    found.set(project, { years: all(YEAR_NUMBER), versions: all(TABLE_VERSION), others: others.join('\t') })
  }
  return found
})

/** Words that may say who carries it out, and don't name an agency that is known, with its code or without. */
const isOther = (text: string, agencies: ReadonlySet<string>): boolean => {
  const name = text.replace(CODE_IN_FRONT, '')
  return name !== '' && !/\d/.test(name) && !agencies.has(name)
}
