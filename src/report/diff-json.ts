import type { DiffPlace, FilingsDiff, MoneyDiff } from '../diff/filing-diff.ts'
import type { Language } from '../model/finding.ts'
import { madeBy, toJson } from './json.ts'
import type { ShowOptions } from './report.ts'

/** What changed between filings, for machines; sums of money are exact decimals in 元. */
export const renderDiffJson = (
  { unread, rows, projects }: FilingsDiff,
  toolVersion: string,
  { language }: ShowOptions,
): string => {
  const sides = ({
    old,
    new: now,
  }: {
    readonly old: DiffPlace | undefined
    readonly new: DiffPlace | undefined
  }) => ({
    old: describePlace(old, language),
    new: describePlace(now, language),
  })
  return toJson({
    ...madeBy(toolVersion),
    complete: unread.length === 0,
    same: rows.length + projects.length === 0,
    unread: unread.map(({ side, path, reason }) => ({ side, path, reason: reason[language] })),
    rows: rows.map((row) => ({ ...row, ...sides(row), amount: describeMoney(row.amount) })),
    projects: projects.map((project) => ({
      ...project,
      ...sides(project),
      amount: describeMoney(project.amount),
      funding: project.funding.map(({ name, amount }) => ({ name, amount: describeMoney(amount) })),
      money: project.money.map(({ name, amount }) => ({ name, amount: describeMoney(amount) })),
      goals: project.goals.map((goal) => ({ ...goal, ...sides(goal) })),
      results: project.results.map((result) => ({ ...result, ...sides(result) })),
      indicators: project.indicators.map((indicator) => ({ ...indicator, ...sides(indicator) })),
    })),
  })
}

const describePlace = (place: DiffPlace | undefined, language: Language): object | undefined => {
  if (place === undefined) return undefined
  const { file, at } = place
  const end = (offset: number): object => ({ ...file.source.position(offset), offset })
  return {
    path: file.path,
    start: end(at.start),
    end: end(at.end),
    address: file.source.address(at)?.[language],
  }
}

const describeMoney = (money: MoneyDiff | undefined): object | undefined =>
  money && { ...money, difference: money.difference?.toFixed(), percent: money.percent?.toFixed(1) }
