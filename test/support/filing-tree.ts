import type { Comparator } from '../../src/model/measure.ts'
import type { CategoryId } from '../../src/vocabulary/categories.ts'
import {
  BASELINES,
  COSTS,
  DEADLINES,
  QUALITY_RATES,
  SOCIAL_RATES,
  TIMELY_RATES,
  TOPICS,
  type Topic,
  WORDED,
} from './filing-words.ts'
import type { Random } from './random.ts'

/** What a generated filing says, whatever way it is printed. */
export interface TrueFiling {
  readonly title: string
  readonly year: number
  readonly total: string
  readonly agencies: readonly TrueAgency[]
}

export interface TrueAgency {
  readonly code: string
  readonly name: string
  readonly amount: string
  readonly agencies: readonly TrueAgency[]
  readonly projects: readonly TrueProject[]
}

export interface TrueProject {
  readonly name: string
  readonly amount: string
  readonly goals: readonly string[]
  readonly categories: readonly TrueCategory[]
}

export interface TrueCategory {
  readonly id: CategoryId
  readonly level: 1 | 2
  readonly children: readonly (TrueCategory | TrueIndicator)[]
}

export interface TrueIndicator {
  readonly name: string
  readonly value: TrueValue
}

export type TrueValue =
  /** Without a comparator it is a bare value. */
  | {
      readonly kind: 'measured'
      readonly comparator: Comparator | undefined
      readonly number: string
      readonly unit: string
    }
  | { readonly kind: 'baseline' | 'period' | 'qualitative'; readonly printed: string }

/** Makes up a filing of one department with its agencies and projects. */
export const makeTree = (random: Random): TrueFiling => {
  const bureau = random.pick([...new Set(TOPICS.map((topic) => topic.bureau))])
  const topics = TOPICS.filter((topic) => topic.bureau === bureau)
  const others = random.sample(
    TOPICS.filter((topic) => topic.bureau !== bureau),
    random.integer(0, 3),
  )
  const projects = [...topics, ...others].map((topic) => makeProject(topic, random))
  const code = String(random.integer(101, 899))
  const split = random.chance(0.5) ? projects.length : random.integer(1, projects.length)
  const parts = [projects.slice(0, split), projects.slice(split)].filter((part) => part.length > 0)
  const names = [`某县${bureau}(本级)`, `某县${bureau.replace(/局$/, '')}事务中心`]
  const agencies = parts.map((part, i) => ({
    code: `${code}00${i + 1}`,
    name: names[i] as string,
    amount: addUp(part.map(({ amount }) => amount)),
    agencies: [],
    projects: part,
  }))
  const total = addUp(projects.map(({ amount }) => amount))
  const year = random.integer(2019, 2026)
  return {
    title: `某县${bureau}${year}年部门预算项目支出绩效目标公开表`,
    year,
    total,
    agencies: [{ code, name: `某县${bureau}`, amount: total, agencies, projects: [] }],
  }
}

/** Sums of two decimals, counted in hundredths. */
const addUp = (amounts: readonly string[]): string =>
  fixed(amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0))

const fixed = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

const makeProject = (topic: Topic, random: Random): TrueProject => {
  const amount = fixed(random.integer(100, 30_000))
  const counts = random.sample(topic.counts, random.integer(1, 3))
  const [firstName, firstUnit] = counts[0] as readonly [string, string]
  const goals = [
    `开展${topic.work},年内完成${firstName}${random.integer(2, 400)}${firstUnit}。`,
    `加强${topic.work}的组织保障,不断改善服务条件,提高${topic.people}的获得感。`,
    `按时足额支付资金,确保${topic.name}顺利实施。`,
  ].slice(0, random.integer(1, 3))
  return { name: topic.name, amount, goals, categories: makeCategories(topic, counts, amount, random) }
}

const rate = (name: string, random: Random): TrueIndicator => ({
  name,
  value: {
    kind: 'measured',
    comparator: random.chance(0.5) ? '≥' : undefined,
    number: String(random.integer(80, 100)),
    unit: '%',
  },
})

const makeCategories = (
  topic: Topic,
  counts: Topic['counts'],
  amount: string,
  random: Random,
): TrueCategory[] => {
  const quantity = counts.map(
    ([name, unit]): TrueIndicator => ({
      name,
      value: {
        kind: 'measured',
        comparator: random.chance(0.6) ? '≥' : undefined,
        number: random.chance(0.2)
          ? `${random.integer(1, 90)}.${random.integer(1, 9)}`
          : String(random.integer(2, 9000)),
        unit,
      },
    }),
  )
  const output: TrueCategory[] = [
    { id: 'quantity', level: 2, children: quantity },
    {
      id: 'quality',
      level: 2,
      children: random.sample(QUALITY_RATES, random.integer(1, 2)).map((name) => rate(name, random)),
    },
    { id: 'timeliness', level: 2, children: [timely(random)] },
  ]
  const cost: TrueIndicator = {
    name: random.pick(COSTS),
    value: {
      kind: 'measured',
      comparator: random.chance(0.8) ? '≤' : undefined,
      number: amount,
      unit: '万元',
    },
  }
  output.push({ id: 'cost', level: 2, children: [cost] })
  return [
    { id: 'output', level: 1, children: output.slice(0, random.integer(2, 4)) },
    { id: 'benefit', level: 1, children: makeBenefits(random) },
    { id: 'satisfaction', level: 1, children: makeSatisfaction(topic, random) },
  ]
}

const timely = (random: Random): TrueIndicator => {
  if (random.chance(0.7)) return rate(random.pick(TIMELY_RATES), random)
  const [name, printed] = random.pick(DEADLINES)
  return { name, value: { kind: 'period', printed } }
}

const makeBenefits = (random: Random): TrueCategory[] => {
  const baseline: TrueIndicator = {
    name: '受益人数增长率',
    value: { kind: 'baseline', printed: random.pick(BASELINES) },
  }
  const social = [rate(random.pick(SOCIAL_RATES), random), ...(random.chance(0.3) ? [baseline] : [])]
  const lasting = random
    .sample(WORDED, random.integer(1, 2))
    .map(([name, printed]): TrueIndicator => ({ name, value: { kind: 'qualitative', printed } }))
  return [
    { id: 'social', level: 2, children: social },
    { id: 'sustained-impact', level: 2, children: lasting },
  ]
}

/** Level 1 often stands straight over its indicators here. */
const makeSatisfaction = (topic: Topic, random: Random): TrueCategory['children'] => {
  const indicator = rate(`${topic.people}满意度`, random)
  return random.chance(0.5)
    ? [indicator]
    : [{ id: 'recipient-satisfaction', level: 2, children: [indicator] }]
}
