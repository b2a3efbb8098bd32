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
