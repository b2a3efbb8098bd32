import type { Goal, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { eachesOf, horizonOf } from './terms.ts'

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
  /** The other words of its sentence. */
  readonly clause: string
  /** Everything else the goal says. */
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

/** The measures in the goals of a project, in order. */
export const promisesOf = (project: Project): readonly Promised[] =>
  project.goals.flatMap((goal) => {
    const measures = goal.quantities.filter((quantity) => quantity.kind === 'measure')
    return measures.flatMap((measure, i) =>
      isStartOfChange(goal, measure, measures[i + 1])
        ? []
        : [promiseOf(project, goal, measure, measures[i - 1], measures[i + 1])],
    )
  })

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
  // 城市低保对象312户498人: both numbers are of what stands before the first.
  const own = folded.slice(from, number)
  const subject = /[\u4e00-\u9fff]/.test(own) ? own : folded.slice(item.from, number)
  const before = folded.slice(part.from, number)
  const isMoney = measure.unit?.dimension === 'money'
  const countsPeople = measure.unit?.dimension === 'people' || measure.unit?.dimension === 'households'
  const eaches = eachesOf(before, countsPeople)
  const isPrice = isMoney && (EACH_ONE.test(before) || EACH_ONE.test(folded.slice(from, number)))
  return {
    project,
    goal,
    measure,
    kind: isPrice ? 'price' : kindOf(measure),
    phrase: `${subject} ${folded.slice(end, to)}`,
    clause: `${folded.slice(sentence.from, from)} ${folded.slice(to, sentence.to)}`,
    rest: `${folded.slice(0, sentence.from)} ${folded.slice(sentence.to)}`,
    each: eaches.at(-1),
    eaches,
    preceding: folded.slice(from, number),
    following: folded.slice(end, to),
    horizon: goal.term === 'long-term' ? 'long' : horizonOf(folded.slice(sentence.from, number)),
  }
}

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
