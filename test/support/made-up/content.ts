import type { Random } from '../random.ts'
import type { CategoryName } from './labels.ts'
import {
  BENEFIT_RATES,
  COSTS,
  DAMAGE_RATES,
  DEADLINES,
  DURATIONS,
  EXPLANATIONS,
  GOAL_ENDINGS,
  GOAL_WORDS,
  QUALITY_RATES,
  REASONS,
  RESULTS,
  SATISFACTION,
  STANDARDS,
  TIMELY_RATES,
  WORDED,
} from './phrases.ts'
import { type Count, TOPICS, type Topic } from './topics.ts'

/** What a made-up project says, whatever way it is printed. Money is in hundredths of 万元. */
export interface MadeUpProject {
  readonly topic: Topic
  readonly name: string
  readonly code: string
  readonly year: number
  readonly fiscal: number
  readonly carried: number
  readonly other: number
  readonly goals: readonly string[]
  readonly longGoals: readonly string[]
  readonly results: readonly string[]
  readonly indicators: readonly MadeUpIndicator[]
}

export interface MadeUpIndicator {
  readonly l1: CategoryName
  readonly l2: CategoryName
  readonly name: string
  readonly value: MadeUpValue
  readonly points: number
  readonly actual: MadeUpValue
  readonly score: number
  readonly reason: string
  readonly explanation: string
  readonly standard: string
}

/** A range such as `30-45` has no sign. */
export type MadeUpValue =
  | {
      readonly kind: 'number'
      readonly sign: '≥' | '≤' | '=' | ''
      readonly number: string
      readonly unit: string
    }
  | { readonly kind: 'date' | 'qualitative' | 'baseline'; readonly text: string }

export const amountOf = ({ fiscal, carried, other }: MadeUpProject): number => fiscal + carried + other

/** Makes up a project; `topic` is any if none is given. */
export const makeProject = (
  random: Random,
  year: number,
  topic: Topic = random.pick(TOPICS),
): MadeUpProject => {
  const plans = random.sample(topic.counts, random.integer(1, 3)).map((count) => planOf(count, random))
  const fiscal = random.integer(120, random.pick([3000, 60_000, 900_000]))
  const other = random.chance(0.3) ? random.integer(50, 9000) : 0
  const carried = random.chance(0.2) ? random.integer(50, 4000) : 0
  const drafts = makeIndicators(topic, plans, fiscal + other + carried, year, random)
  const points = sharePoints(drafts.length, random)
  return {
    topic,
    name: random.chance(0.35)
      ? `${year}年${topic.project}`
      : `${topic.project}${random.pick(['', '项目', '经费'])}`,
    code: String(random.integer(100_000, 999_999)),
    year,
    fiscal,
    carried,
    other,
    goals: makeGoals(topic, plans, random),
    longGoals: makeGoals(topic, [], random),
    results: [random.pick(RESULTS)],
    indicators: drafts.map((draft, i) => withResult(draft, points[i] as number, random)),
  }
}

interface Plan extends Count {
  readonly number: string
  readonly sign: '≥' | '='
}

const planOf = (count: Count, random: Random): Plan => ({
  ...count,
  number:
    count.unit.startsWith('万') && random.chance(0.5)
      ? `${random.integer(count.low, count.high)}.${random.integer(1, 9)}`
      : String(random.integer(count.low, count.high)),
  sign: random.chance(0.75) ? '≥' : '=',
})

const makeGoals = (topic: Topic, plans: readonly Plan[], random: Random): readonly string[] => {
  const doing = `${random.pick(GOAL_WORDS)}${topic.work.replace(/^(?:开展|组织|实施)/, '')}工作`
  const promised = plans
    .filter(() => random.chance(0.4))
    .map(({ name, number, unit }) => `${name}${number}${unit}`)
  const ending = random.pick(GOAL_ENDINGS).replace('{people}', topic.people)
  const whole = [doing, ...promised].join('，')
  return random.chance(0.6) ? [`${whole}，${ending}`] : [`${whole}。`, ending]
}

type Draft = Omit<MadeUpIndicator, 'points' | 'actual' | 'score' | 'reason'>

const makeIndicators = (
  topic: Topic,
  plans: readonly Plan[],
  amount: number,
  year: number,
  random: Random,
): readonly Draft[] => {
  const draft = (l1: CategoryName, l2: CategoryName, name: string, value: MadeUpValue): Draft => ({
    l1,
    l2,
    name,
    value,
    explanation: random.pick(EXPLANATIONS),
    standard: random.pick(STANDARDS),
  })
  const rate = (low = 85, high = 100): MadeUpValue => ({
    kind: 'number',
    sign: random.chance(0.9) ? '≥' : '=',
    number: String(random.integer(low, high)),
    unit: '%',
  })
  const costAtTop = random.chance(0.4)
  const cost = (name: string, value: MadeUpValue): Draft =>
    costAtTop ? draft('cost', 'economic-cost', name, value) : draft('output', 'expense', name, value)
  const costs = makeCosts(plans, amount, random).map(([name, value]) => cost(name, value))
  const benefit = (kind: 'economic' | 'social' | 'ecological' | 'sustained'): Draft => {
    const rated = random.pick(BENEFIT_RATES[kind])
    if (random.chance(0.35)) return draft('benefit', kind, rated, rate(3, 98))
    if (random.chance(0.1)) {
      const text = random.pick([`较${year - 1}年提高${random.integer(2, 9)}%`, '不低于上年水平'])
      return draft('benefit', kind, rated, { kind: 'baseline', text })
    }
    const [name, text] = random.pick(WORDED[kind])
    return draft('benefit', kind, name, { kind: 'qualitative', text })
  }
  const kinds = random.sample(
    ['economic', 'social', 'ecological', 'sustained'] as const,
    random.integer(1, 3),
  )
  return [
    ...(costAtTop ? costs : []),
    ...plans.map(({ name, sign, number, unit }) =>
      draft('output', 'quantity', name, { kind: 'number', sign, number, unit }),
    ),
    ...random
      .sample(QUALITY_RATES, random.integer(1, 2))
      .map((name) => draft('output', 'quality', name, rate())),
    ...(random.chance(0.25)
      ? [
          draft('output', 'quality', random.pick(DAMAGE_RATES), {
            kind: 'number',
            sign: '≤',
            number: String(random.integer(1, 5)),
            unit: '%',
          }),
        ]
      : []),
    draft('output', 'timeliness', ...makeTimeliness(year, rate, random)),
    ...(costAtTop ? [] : costs),
    ...kinds.map(benefit),
    draft('satisfaction', 'recipients', `${topic.people}${random.pick(SATISFACTION)}`, rate(85, 98)),
  ]
}

const makeTimeliness = (
  year: number,
  rate: () => MadeUpValue,
  random: Random,
): readonly [string, MadeUpValue] => {
  if (random.chance(0.5)) return [random.pick(TIMELY_RATES), rate()]
  if (random.chance(0.3)) {
    const days = random.integer(2, 40)
    const [name, unit] = random.pick(DURATIONS)
    return random.chance(0.5)
      ? [name, { kind: 'number', sign: '≤', number: String(days), unit }]
      : [name, { kind: 'number', sign: '', number: `${days}-${days + random.integer(1, 20)}`, unit }]
  }
  const month = random.integer(6, 12)
  const text = random.pick([
    `${year}年${month}月底前`,
    `${year}年${month}月`,
    `${year}年12月31日前`,
    `${month}月底前完成`,
  ])
  return [random.pick(DEADLINES), { kind: 'date', text }]
}

const makeCosts = (
  plans: readonly Plan[],
  amount: number,
  random: Random,
): readonly (readonly [string, MadeUpValue])[] => {
  const cap = (name: string, hundredths: number): readonly [string, MadeUpValue] => [
    name,
    { kind: 'number', sign: '≤', number: inTenThousands(hundredths), unit: '万元' },
  ]
  const [first, second] = random.sample(COSTS.slice(1), 2) as [string, string]
  const part = random.integer(Math.floor(amount / 5), Math.floor(amount / 2))
  const plan = plans.find(({ unit }) => !unit.startsWith('万'))
  switch (random.integer(0, 3)) {
    case 0:
      return [cap(COSTS[0], amount)]
    case 1:
      return [cap(first, part), cap(second, amount - part)]
    case 2:
      return plan === undefined ? [cap(first, part)] : [[`${plan.name}单价`, priceOf(plan, amount)]]
    default:
      return []
  }
}

/** Never more than the amount pays for. */
const priceOf = ({ number, unit }: Plan, amount: number): MadeUpValue => ({
  kind: 'number',
  sign: '≤',
  number: String(Math.max(1, Math.floor((amount * 100) / Number(number)))),
  unit: `元/${unit}`,
})

export const inTenThousands = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

/** Rates, ranges, times and prices don't grow with what is done, and aren't divided. */
export const isSameEverywhere = ({ sign, unit }: Extract<MadeUpValue, { kind: 'number' }>): boolean =>
  sign === '' || unit.includes('/') || /^(?:%|个工作日|天|小时|个月)$/.test(unit)

/** Points of 90 altogether, the last indicator with what is left. */
const sharePoints = (count: number, random: Random): readonly number[] => {
  const each = Math.floor(90 / count)
  const points = Array.from({ length: count }, () => Math.max(2, each - random.integer(0, 1)))
  const rest = 90 - points.reduce((sum, one) => sum + one, 0)
  return points.map((one, i) => (i === 0 ? one + rest : one))
}

const withResult = (draft: Draft, points: number, random: Random): MadeUpIndicator => {
  const isShort = random.chance(0.2)
  const { value } = draft
  return {
    ...draft,
    points,
    actual: isShort ? shortOf(value) : value,
    score: isShort ? points - 1 : points,
    reason: isShort ? random.pick(REASONS) : '',
  }
}

/** A little less (or later) than planned. */
const shortOf = (value: MadeUpValue): MadeUpValue => {
  if (value.kind !== 'number' || value.sign === '') return value
  const number = Number(value.number)
  const less = value.sign === '≤' ? number : Math.max(1, Math.floor(number * 0.95))
  return { ...value, number: value.sign === '≤' ? value.number : String(less) }
}
