import { wholeLimit } from '../../facts/costs.ts'
import { formatMoney } from '../../facts/money.ts'
import { ProjectFacts } from '../../facts/project-facts.ts'
import type { Disclosure, Project } from '../../model/disclosure.ts'
import { clean, describeAmount, describeTarget } from '../../report/target-text.ts'
import { categoryEntry } from '../../vocabulary/categories.ts'
import type { AgencyFinding } from '../by-agency.ts'
import type { createFindingTexts } from '../finding-texts.ts'
import { REVIEW_POINTS } from './points.ts'

/** What a project's form says of it: what facts decide, and nothing that a person has to judge. */
export interface ProjectReview {
  readonly name: string
  readonly code: string
  readonly amount: string
  readonly goals: number
  readonly indicators: number
  /** Of those with a value, how many are numbers, in percent; `—` without any. */
  readonly share: string
  readonly problems: number
  /** What bears on each point, in the order of `REVIEW_POINTS`. */
  readonly found: readonly string[]
  /** Findings that bear on none of them. */
  readonly others: string
}

export const reviewProject = (
  project: Project,
  disclosure: Disclosure,
  findings: readonly AgencyFinding[],
  textsOf: ReturnType<typeof createFindingTexts>,
): ProjectReview => {
  const facts = new ProjectFacts(project, disclosure)
  const listed = (isAsked: (rule: string) => boolean): readonly string[] =>
    findings
      .filter(({ finding }) => isAsked(finding.rule))
      .map((found) => {
        const { problem, place } = textsOf(found)
        return `${firstLine(problem)}（${firstLine(place)}）`
      })
  const known = new Set(REVIEW_POINTS.flatMap(({ rules }) => rules))
  const kinds = countKinds(facts)
  return {
    name: clean(project.name),
    code: project.code === undefined ? '' : clean(project.code),
    amount: describeAmount(project.amount, disclosure),
    goals: project.goals.length,
    indicators: facts.indicators.length,
    share: shareOf(kinds),
    problems: findings.length,
    found: REVIEW_POINTS.map(({ name, rules }) => {
      const problems = listed((rule) => rules.includes(rule))
      const lines = factLines(name, facts, kinds)
      const none = rules.length > 0 && problems.length === 0 ? ['未发现问题。'] : []
      const open = rules.length === 0 ? ['表内数据不能判断，请结合申报材料审核。'] : []
      return [...lines, ...numbered(problems), ...none, ...open].join('\n')
    }),
    others: numbered(listed((rule) => !known.has(rule))).join('\n'),
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

const numbered = (lines: readonly string[]): readonly string[] => lines.map((line, i) => `${i + 1}．${line}`)

interface Kinds {
  readonly numbers: number
  readonly words: number
  readonly blank: number
  readonly unread: number
}

const countKinds = ({ indicators }: ProjectFacts): Kinds => {
  const count = (...kinds: readonly string[]): number =>
    indicators.filter(({ indicator }) => kinds.includes(indicator.target.kind)).length
  const [words, blank, unread] = [count('qualitative'), count('blank'), count('unparsed')]
  return { numbers: indicators.length - words - blank - unread, words, blank, unread }
}

const shareOf = ({ numbers, words }: Kinds): string =>
  numbers + words === 0 ? '—' : `${Math.round((numbers * 100) / (numbers + words))}%`

/** What the table itself says about a point. */
const factLines = (point: string, facts: ProjectFacts, kinds: Kinds): readonly string[] => {
  switch (point) {
    case '规范完整性':
      return [
        `绩效目标 ${facts.project.goals.length} 个，绩效指标 ${facts.indicators.length} 个${levelsOf(facts)}。`,
      ]
    case '目标相关性':
      return goalLines(facts)
    case '指标科学性':
      return kindLines(facts, kinds)
    case '资金匹配性':
      return moneyLines(facts)
    default:
      return []
  }
}

const levelsOf = ({ indicators }: ProjectFacts): string => {
  const counts = new Map<string, number>()
  for (const { levelOne } of indicators) {
    const name = levelOne === undefined ? '未分类' : categoryEntry(levelOne).name
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const parts = [...counts].map(([name, count]) => `${name} ${count}`)
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

const goalLines = ({ matching, uncovered }: ProjectFacts): readonly string[] => {
  const { promises, matches, tooMany } = matching
  if (tooMany !== undefined) return ['目标与指标中的数字过多，没有逐一对照。']
  if (promises.length === 0) return ['目标中没有可与指标对照的数字。']
  const open = uncovered.map(({ measure }) => `“${clean(measure.text)}”`)
  return [
    `目标中有数字 ${promises.length} 处，在指标中找到对应的 ${matches.length} 处。`,
    ...(open.length === 0 ? [] : [`没有指标衡量的：${listed(open)}。`]),
  ]
}

const kindLines = ({ indicators }: ProjectFacts, kinds: Kinds): readonly string[] => {
  if (indicators.length === 0) return []
  const { numbers, words, blank, unread } = kinds
  const parts = [
    `定量指标 ${numbers} 个`,
    `定性指标 ${words} 个`,
    ...(blank === 0 ? [] : [`没有指标值的 ${blank} 个`]),
    ...(unread === 0 ? [] : [`指标值未能识别的 ${unread} 个`]),
  ]
  return [`${parts.join('，')}；定量指标占 ${shareOf(kinds)}。`]
}

const moneyLines = ({ project, disclosure, costs, indicators }: ProjectFacts): readonly string[] => {
  const spent = indicators.filter(({ levelOne, categoryId }) => levelOne === 'cost' || categoryId === 'cost')
  const named = spent.map(({ indicator, name }) => {
    const { sign, value } = describeTarget(indicator.target)
    return `${name} ${sign}${value}`
  })
  const whole = wholeLimit(costs)
  return [
    `项目金额 ${describeAmount(project.amount, disclosure)}。`,
    named.length === 0 ? '没有成本指标。' : `成本指标：${listed(named)}。`,
    ...(whole === undefined || costs.isPartial
      ? []
      : [`成本指标上限合计 ${formatMoney(whole, disclosure.moneyUnit)}。`]),
  ]
}

/** More than these are counted. */
const MOST = 10

const listed = (texts: readonly string[]): string =>
  texts.slice(0, MOST).join('；') + (texts.length > MOST ? `；等 ${texts.length} 项` : '')
