import type { Agency, Amount, Disclosure, Project, Target } from '../model/disclosure.ts'
import { formatMeasure } from '../model/interval.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { compactName } from './agency-name.ts'

/**
 * All that a filing says, whatever it is printed in: names and texts without blanks, amounts in 元,
 * targets as they are understood. Two filings with one content are one filing twice. Empty where
 * there is no project to compare.
 */
export const contentOf = (disclosure: Disclosure): string => {
  const projects = projectsOf(disclosure)
  if (projects.length === 0) return ''
  return [
    String(disclosure.year?.value ?? ''),
    ...disclosure.totals.map(({ amount }) => moneyOf(amount)),
    ...agenciesOf(disclosure).map(contentOfAgency),
    ...projects.flatMap(contentOfProject),
  ].join('\n')
}

const contentOfAgency = ({ code, name, amount }: Agency): string =>
  [compactName(code?.text ?? ''), compactName(name.text), moneyOf(amount)].join('\t')

const contentOfProject = (project: Project): readonly string[] => [
  [compactName(project.code?.text ?? ''), compactName(project.name.text), moneyOf(project.amount)].join('\t'),
  ...project.funding.map(({ name, amount }) => `${compactName(name.text)}\t${moneyOf(amount)}`),
  ...project.goals.map(({ text }) => compactName(text.text)),
  ...indicatorsOf(project).map(({ indicator, categories, categoryId }) =>
    [
      categoryId ?? categories.map(({ name }) => compactName(name.text)).join('/'),
      compactName(indicator.name.text),
      contentOfTarget(indicator.target),
    ].join('\t'),
  ),
]

const moneyOf = (amount: Amount): string =>
  amount.kind === 'amount' ? amount.money.toFixed() : compactName(amount.text.text)

const contentOfTarget = (target: Target): string =>
  target.kind === 'measured'
    ? `${target.comparator}${compactName(formatMeasure(target.measure))}`
    : compactName(target.text.text)
