import type { Agency, Category, Disclosure, Indicator, Project } from '../model/disclosure.ts'
import type { Language } from '../model/finding.ts'
import type { Exhibit, ShowOptions } from './report.ts'
import { summaryLines } from './summary.ts'
import {
  clean,
  describeActual,
  describeAgency,
  describeAmount,
  describeCategory,
  describeIndicator,
  describeMoneyLine,
  describeScore,
  describeTarget,
  goalLabel,
  moneyLinesOf,
  RESULT_WORDS,
  resultLabel,
} from './target-text.ts'
import { textWidth } from './text-width.ts'
import { say } from './words.ts'
import { wrapText } from './wrap.ts'

/** A line of the tree with what hangs under it. */
interface Branch {
  readonly label: string
  /** Stands behind the label, fainter or stronger. */
  readonly value: string
  readonly children: readonly Branch[]
}

/** Agencies › projects › goals and categories › indicators, as a tree of lines. */
export const renderTree = (exhibit: Exhibit, options: ShowOptions): string =>
  exhibit.files
    .filter((file) => file.kind === 'parsed')
    .map((file) => {
      const branches = childrenOf(file.disclosure, file.disclosure, options.language)
      return [...summaryLines(file, options), '', ...drawBranches(branches, '', options), ''].join('\n')
    })
    .join('\n')

const childrenOf = (
  owner: Pick<Agency, 'agencies' | 'projects'>,
  disclosure: Disclosure,
  language: Language,
): Branch[] => [
  ...owner.projects.map((project) => branchOfProject(project, disclosure, language)),
  ...owner.agencies.map((agency) => ({
    label: describeAgency(agency),
    value: describeAmount(agency.amount, disclosure),
    children: childrenOf(agency, disclosure, language),
  })),
]

const branchOfProject = (project: Project, disclosure: Disclosure, language: Language): Branch => ({
  label: clean(project.name),
  value: describeAmount(project.amount, disclosure),
  children: [
    ...moneyLinesOf(project).map((line) => ({
      label: line.source === undefined ? say(RESULT_WORDS.money, language) : clean(line.source),
      value: describeMoneyLine(line, disclosure, language),
      children: [],
    })),
    ...project.goals.map((goal, i) => ({
      label: goalLabel(goal, i, language),
      value: clean(goal.text),
      children: [],
    })),
    ...project.results.map((result, i, { length }) => ({
      label: resultLabel(result, i, length, language),
      value: clean(result.text),
      children: [],
    })),
    ...[...project.indicators, ...project.categories].map((child) => branchOfChild(child, language)),
    ...(project.totalScore?.score === undefined
      ? []
      : [
          {
            label: say(RESULT_WORDS.totalScore, language),
            value: describeScore(project.totalScore),
            children: [],
          },
        ]),
  ],
})

const branchOfChild = (child: Category | Indicator, language: Language): Branch => {
  if (child.kind === 'category') {
    const children = child.children.map((inner) => branchOfChild(inner, language))
    return { label: describeCategory(child), value: '', children }
  }
  const { sign, value } = describeTarget(child.target)
  return {
    label: describeIndicator(child),
    value: `${sign} ${value}`.trim(),
    children: branchesOfResult(child, language),
  }
}

/** What became of an indicator and what is said of it, below its target. */
const branchesOfResult = (indicator: Indicator, language: Language): Branch[] => {
  const { reason, notes } = indicator
  const parts: [keyof typeof RESULT_WORDS, string][] = [
    ['actual', describeActual(indicator)],
    ['score', describeScore(indicator)],
    ['reason', reason === undefined ? '' : clean(reason)],
    ...notes.map((note): [keyof typeof RESULT_WORDS, string] => ['note', clean(note)]),
  ]
  return parts
    .filter(([, value]) => value !== '')
    .map(([word, value]) => ({ label: say(RESULT_WORDS[word], language), value, children: [] }))
}

const drawBranches = (branches: readonly Branch[], indent: string, options: ShowOptions): string[] =>
  branches.flatMap((branch, i) => {
    const isLast = i === branches.length - 1
    const inner = `${indent}${isLast ? '   ' : '│  '}`
    const below = branch.children.length > 0 ? `${inner}│  ` : inner
    const [first = '', ...rest] = wrapLabel(branch, indent, options)
    return [
      `${options.paint.faint(`${indent}${isLast ? '└─ ' : '├─ '}`)}${first}`,
      ...rest.map((line) => `${options.paint.faint(below)}${line}`),
      ...drawBranches(branch.children, inner, options),
    ]
  })

/** Label and value within the terminal's width; the value goes on under itself. */
const wrapLabel = (
  { label, value }: Branch,
  indent: string,
  { width, ambiguousWidth, paint }: ShowOptions,
): string[] => {
  const measure = (text: string): number => textWidth(text, ambiguousWidth)
  const room = Math.max(20, width - measure(`${indent}└─ │  `))
  const isShort = measure(label) <= room / 2
  if (value !== '' && (isShort || measure(`${label}  ${value}`) <= room)) {
    const hang = ' '.repeat(measure(label) + 2)
    return wrapText(value, room - hang.length, ambiguousWidth).map((line, i) =>
      i === 0 ? `${paint.strong(label)}  ${line}` : `${hang}${line}`,
    )
  }
  return [
    ...wrapText(label, room, ambiguousWidth).map((line) => paint.strong(line)),
    ...(value === '' ? [] : wrapText(value, room - 2, ambiguousWidth).map((line) => `  ${line}`)),
  ]
}
