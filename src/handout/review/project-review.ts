import { wholeLimit } from '../../facts/costs.ts'
import { formatMoney } from '../../facts/money.ts'
import { ProjectFacts } from '../../facts/project-facts.ts'
import type { Disclosure, Project } from '../../model/disclosure.ts'
import { clean, describeAmount, describeTarget } from '../../report/target-text.ts'
import { categoryEntry } from '../../vocabulary/categories.ts'
import type { AgencyFinding, createFindingTexts } from '../by-agency.ts'

/**
 * What a reviewer of goals judges, as the central measure on goals of the budgets of departments divides it (FORM:
 * 绩效目标审核表): four aspects, each with two points. What is asked at each is said in our own words; how many points it
 * gives is each bureau's own, so that the column is there to be changed.
 */
export interface ReviewPoint {
  readonly aspect: string
  readonly name: string
  /** Of 100, in the usual division. */
  readonly points: number
  readonly asks: string
  /** The rules whose findings bear on it. */
  readonly rules: readonly string[]
}

export const REVIEW_POINTS: readonly ReviewPoint[] = [
  {
    aspect: '完整性',
    name: '规范完整性',
    points: 10,
    asks: '填报格式是否规范；内容是否完整、准确，有无缺项、错项。',
    rules: [
      'missing-goal',
      'missing-indicator',
      'missing-category',
      'missing-target',
      'missing-column',
      'empty-category',
      'unknown-category',
      'unknown-column',
      'misplaced-category',
      'ragged-row',
      'template-residue',
      'numbering-gap',
      'invalid-amount',
      'invalid-agency-code',
      'unparsed-text',
      'untidy-text',
      'unsure-reading',
      'suspected-misread',
      'duplicate-project',
      'duplicate-filing',
      'agency-renamed',
      'weight-mismatch',
    ],
  },
  {
    aspect: '完整性',
    name: '明确清晰性',
    points: 10,
    asks: '绩效目标是否明确、具体，是否反映项目主要内容，对预期产出和效果的描述是否恰当。',
    rules: [
      'vague-target',
      'duplicate-indicator',
      'copied-goal',
      'copied-across-agencies',
      'name-target-mismatch',
    ],
  },
  {
    aspect: '相关性',
    name: '目标相关性',
    points: 15,
    asks: '总体目标是否符合法律法规和发展规划，是否与部门职能、工作计划密切相关；目标与指标是否一致。',
    rules: [
      'goal-indicator-mismatch',
      'goal-not-covered',
      'goal-sum-mismatch',
      'date-outside-year',
      'goal-result-mismatch',
    ],
  },
  {
    aspect: '相关性',
    name: '指标科学性',
    points: 15,
    asks: '绩效指标是否全面、细化、量化，难以量化的是否有具体的定性描述；是否选取了关键指标并设定指标值。',
    rules: [
      'missing-unit',
      'unit-mismatch',
      'direction-mismatch',
      'percent-out-of-range',
      'misplaced-indicator',
      'satisfaction-below-floor',
    ],
  },
  {
    aspect: '适当性',
    name: '绩效合理性',
    points: 15,
    asks: '预期绩效是否显著，是否符合行业正常水平或事业发展规律，与同类项目相比是否合理。',
    rules: ['stale-baseline', 'previous-baseline'],
  },
  {
    aspect: '适当性',
    name: '资金匹配性',
    points: 15,
    asks: '绩效目标与资金量、使用方向是否匹配；在既定资金规模下，目标是否过高或过低，资金是否过多或过少。',
    rules: [
      'cost-exceeds-amount',
      'cost-below-amount',
      'cost-rate-exceeds-amount',
      'goal-cost-mismatch',
      'amount-unit-mismatch',
      'funding-mismatch',
      'total-mismatch',
      'subtotal-mismatch',
    ],
  },
  {
    aspect: '可行性',
    name: '实现可能性',
    points: 10,
    asks: '绩效目标是否经过论证和测算，措施是否可行，能否如期实现；从成本效益看是否有必要安排资金。',
    rules: [],
  },
  {
    aspect: '可行性',
    name: '条件充分性',
    points: 10,
    asks: '实施方案是否合理，组织实施能力和条件是否充分，内部控制和管理制度是否健全。',
    rules: [],
  },
]

/** How a point is judged. */
export const GRADES = ['优', '良', '中', '差'] as const

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
