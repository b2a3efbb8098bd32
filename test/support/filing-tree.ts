import type { Comparator } from '../../src/model/measure.ts'
import type { CategoryId } from '../../src/vocabulary/categories.ts'
import {
  COSTS,
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
  const year = random.integer(2019, 2026)
  const projects = [...topics, ...others].map((topic) => makeProject(topic, year, random))
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

/** A count that a project plans, and promises in a goal or not. */
interface Plan {
  readonly name: string
  readonly unit: string
  readonly number: string
  readonly comparator: Comparator | undefined
}

const makeProject = (topic: Topic, year: number, random: Random): TrueProject => {
  const plans = random.sample(topic.counts, random.integer(1, 3)).map(
    ([name, unit]): Plan => ({
      name,
      unit,
      number: random.chance(0.15)
        ? `${random.integer(2, 90)}.${random.integer(1, 9)}`
        : String(random.integer(2, random.pick([40, 400, 9000]))),
      comparator: random.chance(0.6) ? '≥' : undefined,
    }),
  )
  const costs = makeCosts(plans, random)
  const promised = plans.slice(0, random.integer(0, plans.length))
  const goals = [
    ...promised.map((plan) => `${random.pick(OPENINGS)}${topic.work}，${promise(plan, random)}。`),
    `加强${topic.work}的组织保障,不断改善服务条件,提高${topic.people}的获得感。`,
    `按时足额支付资金,确保${topic.name}顺利实施。`,
  ].slice(0, Math.max(1, random.integer(promised.length, promised.length + 2)))
  return {
    name: topic.name,
    amount: costs.amount,
    goals,
    categories: makeCategories(topic, plans, costs.indicators, year, random),
  }
}

const OPENINGS = ['开展', '持续推进', '做好', '通过实施'] as const

const MEASURED_ENDING = /(?:数量|长度|面积|次数|人数|期数|场次|户数|人次|天数|数)$/

/** The same number as the indicator's, in the words of a goal. */
const promise = ({ name, unit, number, comparator }: Plan, random: Random): string => {
  const what = name.replace(MEASURED_ENDING, '')
  const forms = [
    `年内完成${what}${number}${unit}`,
    `${what}${number}${unit}`,
    `全年计划${what}${number}${unit}`,
    ...(comparator === '≥'
      ? [`${what}${number}${unit}以上`, `${what}不少于${number}${unit}`, `${name}达到${number}${unit}`]
      : []),
  ]
  return random.pick(forms)
}

/** Cost limits that the amount covers: one of all of it, parts of it, or a price times its count. */
const makeCosts = (
  plans: readonly Plan[],
  random: Random,
): { readonly amount: string; readonly indicators: readonly TrueIndicator[] } => {
  const cost = (name: string, hundredths: number): TrueIndicator => ({
    name,
    value: {
      kind: 'measured',
      comparator: random.chance(0.85) ? '≤' : undefined,
      number: fixed(hundredths),
      unit: '万元',
    },
  })
  const whole = random.integer(200, 30_000)
  const priced = plans.find(({ number, unit }) => /^\d+$/.test(number) && !unit.startsWith('万'))
  const kind = random.integer(0, 3)
  if (kind === 0) return { amount: fixed(whole), indicators: [] }
  if (kind === 1) return { amount: fixed(whole), indicators: [cost(random.pick(COSTS), whole)] }
  if (kind === 2 || priced === undefined) {
    const part = random.integer(50, whole - 50)
    const [first, second] = random.sample(COSTS, 2) as [string, string]
    return { amount: fixed(whole), indicators: [cost(first, part), cost(second, whole - part)] }
  }
  const price = random.integer(1, 40) * 50
  // In hundredths of 万元, that is in 100元; rounded up, so that the price is covered.
  const spent = Math.max(1, Math.ceil((price * Number(priced.number)) / 100))
  const other = random.integer(10, 400)
  return {
    amount: fixed(spent + other),
    indicators: [
      {
        name: `${priced.name.replace(MEASURED_ENDING, '')}单位成本`,
        value: { kind: 'measured', comparator: '≤', number: String(price), unit: `元/${priced.unit}` },
      },
      cost(random.pick(COSTS), other),
    ],
  }
}

const rate = (name: string, random: Random): TrueIndicator => ({
  name,
  value: {
    kind: 'measured',
    comparator: random.chance(0.5) ? '≥' : undefined,
    number: String(random.integer(80, 99)),
    unit: '%',
  },
})

const makeCategories = (
  topic: Topic,
  plans: readonly Plan[],
  costs: readonly TrueIndicator[],
  year: number,
  random: Random,
): TrueCategory[] => {
  const quantity = plans.map(
    ({ name, unit, number, comparator }): TrueIndicator => ({
      name,
      value: { kind: 'measured', comparator, number, unit },
    }),
  )
  const output: TrueCategory[] = [
    { id: 'quantity', level: 2, children: quantity },
    {
      id: 'quality',
      level: 2,
      children: [
        ...random.sample(QUALITY_RATES, random.integer(1, 2)).map((name) => rate(name, random)),
        ...(random.chance(0.3) ? [errorRate(random)] : []),
      ],
    },
    { id: 'timeliness', level: 2, children: [timely(year, random)] },
    ...(costs.length > 0 ? [{ id: 'cost' as const, level: 2 as const, children: costs }] : []),
  ]
  return [
    { id: 'output', level: 1, children: output },
    { id: 'benefit', level: 1, children: makeBenefits(year, random) },
    { id: 'satisfaction', level: 1, children: makeSatisfaction(topic, random) },
  ]
}

const errorRate = (random: Random): TrueIndicator => ({
  name: random.pick(['资料差错率', '设备故障率', '印刷刊误率']),
  value: { kind: 'measured', comparator: '≤', number: String(random.integer(1, 5)), unit: '%' },
})

const timely = (year: number, random: Random): TrueIndicator => {
  if (random.chance(0.7)) return rate(random.pick(TIMELY_RATES), random)
  const [name, printed] = random.pick([
    ['项目完成时间', `${year}年12月底前`],
    ['资金拨付时间', '12月31日前'],
    ['设备到位时间', `${year}年6月底前`],
  ] as const)
  return { name, value: { kind: 'period', printed } }
}

const makeBenefits = (year: number, random: Random): TrueCategory[] => {
  const baseline: TrueIndicator = {
    name: '受益人数增长率',
    value: {
      kind: 'baseline',
      printed: random.pick([`≥${year - 1}年实际值`, '不低于上年水平', '较上年提高5%']),
    },
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
