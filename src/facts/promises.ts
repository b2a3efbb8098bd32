import type { Goal, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { changeNamed, eachesOf, horizonOf } from './terms.ts'

/** What a measure is about; only like is compared with like. */
export type MeasureKind = 'price' | 'money' | 'share' | 'time' | 'count'

/** A number that a goal promises, with the words around it. */
export interface Promised {
  readonly project: Project
  readonly goal: Goal
  readonly measure: Measure
  readonly kind: MeasureKind
  /** The words right around the number: from the comma or number before it to those behind it. */
  readonly phrase: string
  /** The rate that is said to be so high, in its last three characters: 合格率, 到位率. */
  readonly rate: string | undefined
  /** Whether it is a change (提高5%, 增长率达到5%) and no level (提高到95%). */
  readonly change: Measure['change']
  /** The other words of its sentence. */
  readonly clause: string
  /** What else the goal says; in a very long one, what isn't too far away. */
  readonly rest: string
  /** 每次, 每个乡镇: what it is the number for one of. */
  readonly each: string | undefined
  /** All of them, for prices: 每人每天. */
  readonly eaches: readonly string[]
  /** The words right before the number, from the comma, 、 or number before it. */
  readonly preceding: string
  /** The words right behind it. */
  readonly following: string
  /** When it is promised for, if not for the year of the table. */
  readonly horizon: number | 'long' | undefined
}

/** A goal with more numbers than these is a list of its own, and promises none of them one by one. */
const MOST_NUMBERS = 120

/**
 * The measures in the goals of a project, in order. 投诉同比下降5% promises a change; the ages of those
 * whom a project is for promise nothing.
 */
export const promisesOf = (project: Project): readonly Promised[] =>
  project.goals.flatMap((goal) => {
    const measures = goal.quantities.flatMap((quantity): readonly Measure[] => {
      const measure = quantity.kind === 'baseline' ? quantity.change : quantity
      return measure?.kind !== 'measure' || isAge(goal, measure) ? [] : [measure]
    })
    if (measures.length > MOST_NUMBERS) return []
    return measures.flatMap((measure, i) =>
      isStartOfChange(goal, measure, measures[i + 1])
        ? []
        : [promiseOf(project, goal, measure, measures[i - 1], measures[i + 1])],
    )
  })

/** 65岁以上老年人, 3-6岁儿童; 预期寿命达到79岁 is promised. */
const isAge = ({ text }: Goal, measure: Measure): boolean => {
  if (measure.unit?.base !== '岁') return false
  const start = measure.text.offsetIn(text)
  return !/寿命|年龄/.test(text.folded.slice(Math.max(0, start - 8), start))
}

/** 由82%提高到90% promises the second number: the first is where things are. */
const isStartOfChange = ({ text }: Goal, measure: Measure, next: Measure | undefined): boolean => {
  if (next === undefined) return false
  const { folded } = text
  const start = measure.text.offsetIn(text)
  const between = folded.slice(start + measure.text.length, next.numeral.text.offsetIn(text))
  return (
    /(?:由|从)[^,;。0-9]{0,8}$/.test(folded.slice(Math.max(0, start - 10), start)) &&
    /^[^,;。]{0,4}[到至为]\s*[≥≤]?$/.test(between)
  )
}

const promiseOf = (
  project: Project,
  goal: Goal,
  measure: Measure,
  previous: Measure | undefined,
  next: Measure | undefined,
): Promised => {
  const { folded } = goal.text
  // 每月发放补贴1500元 is one measure whose words stand inside it.
  const number = measure.numeral.text.offsetIn(goal.text)
  const end = measure.text.offsetIn(goal.text) + measure.text.length
  const sentence = around(folded, number, end, SENTENCE_END)
  const part = around(folded, number, end, PART_END)
  const item = around(folded, number, end, ITEM_END)
  const from = Math.max(item.from, previous === undefined ? 0 : endIn(goal, previous))
  const to = Math.min(item.to, next === undefined ? folded.length : next.text.offsetIn(goal.text))
  const following = folded.slice(end, to)
  const subject =
    [
      folded.slice(from, number),
      // 城市低保对象312户498人: both numbers are of what stands before the first.
      folded.slice(item.from, number),
      // 水质达标率提高2个百分点,达到93%: what comes to so much was said before the comma.
      ...(SAYS.test(following)
        ? []
        : [folded.slice(around(folded, part.from - 1, number, PART_END).from, number)]),
    ].find((words) => SAYS.test(words.replace(REACHING, ''))) ?? ''
  const before = folded.slice(part.from, number)
  const isMoney = measure.unit?.dimension === 'money'
  const countsPeople = measure.unit?.dimension === 'people' || measure.unit?.dimension === 'households'
  const isWage = isMoney && WAGE.test(before)
  const eaches = [...(isWage ? ['人'] : []), ...eachesOf(before, countsPeople)]
  const isPrice = isWage || (isMoney && (EACH_ONE.test(before) || EACH_ONE.test(folded.slice(from, number))))
  return {
    project,
    goal,
    measure,
    kind: isPrice ? 'price' : kindOf(measure),
    phrase: `${subject} ${groupIn(measure)} ${following}`,
    rate: RATE.exec(subject)?.[1],
    change: measure.change ?? changeNamed(subject.replace(BOUND, '')),
    clause: `${folded.slice(sentence.from, from)} ${folded.slice(to, sentence.to)}`,
    rest: `${folded.slice(Math.max(0, sentence.from - FAR), sentence.from)} ${folded.slice(sentence.to, sentence.to + FAR)}`,
    each: eaches.at(-1),
    eaches,
    preceding: folded.slice(from, number),
    following,
    horizon: goal.term === 'long-term' ? 'long' : horizonOf(folded.slice(sentence.from, number)),
  }
}

/** 6.8万农村人口: who is counted is said by the unit. */
const groupIn = ({ unit }: Measure): string =>
  unit !== undefined && unit.printed.length > 2 && COUNTED_GROUPS.has(unit.dimension) ? unit.printed : ''

const COUNTED_GROUPS: ReadonlySet<string> = new Set(['people', 'households'])

const SAYS = /[\u4e00-\u9fff]/
/** What only says that a number is reached. */
const REACHING = /(?:力争|争取|确保|保持|稳定|达到?|控制|不[超低少高][过于]|[在到至]){1,6}[≥≤<>=\s]*$/
/** 增长率不低于5%; in 压缩至 the word behind the change makes a level of it. */
const BOUND = /(?:达到?|不[超低少高][过于]){1,4}[≥≤<>=\s]*$/
/** The last rate that is named: 改厕合格率达到98%. */
const RATE = /^[\s\S]*([\u4e00-\u9fff]{2}率)/
/** What a goal says farther away than this tells nothing of a number. */
const FAR = 2000

const endIn = (goal: Goal, { text }: Measure): number => text.offsetIn(goal.text) + text.length

const SENTENCE_END = '。;!?\n:'
const PART_END = `${SENTENCE_END},`
const ITEM_END = `${PART_END}、`

/** From the last of `ends` before `start` to the first behind `end`. */
const around = (text: string, start: number, end: number, ends: string): { from: number; to: number } => {
  const isEnd = (at: number): boolean => {
    const c = text[at] as string
    // The comma of 2,800 ends nothing.
    if (c === ',' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) return false
    return ends.includes(c)
  }
  let from = start
  while (from > 0 && !isEnd(from - 1)) from -= 1
  let to = end
  while (to < text.length && !isEnd(to)) to += 1
  return { from, to }
}

/** 月均报酬3600元: what each one is paid, said or not. */
const WAGE = /月均?(?:工资|报酬|薪酬|补[助贴]|津贴|生活费)/

/** 每位…发放考务费500元: a price, although the denominator stands apart from it. 每年 makes none. */
const EACH_ONE =
  /每(?:一?[\u4e00-\u9fff](?<!年)|\d+[\u4e00-\u9fff])|[人户亩车校村班生件案次床]均|单[价车台件套座页份册头亩方株户辆站个]/

/** The kind of a measure by its unit alone. */
export const kindOf = ({ unit }: Measure): MeasureKind => {
  switch (unit?.dimension) {
    case 'money':
      return unit.per.length > 0 ? 'price' : 'money'
    case 'share':
      return 'share'
    case 'time':
      return 'time'
    default:
      return 'count'
  }
}
