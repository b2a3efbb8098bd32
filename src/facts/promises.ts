import { collect, collectAll, matchesIn } from '../collect.ts'
import { HUNDRED } from '../model/decimal.ts'
import type { Goal, Project } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { rememberForProject } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { changeNamed } from '../vocabulary/comparators.ts'
import { YEAR_IN_NAME } from '../vocabulary/dates.ts'
import {
  ALL_OF_LIST,
  AND_MORE,
  AS_IT_COMES,
  ATTRIBUTE,
  BEGINS_PAST,
  BOUND,
  DONE_IN_YEARS,
  EACH_NOUN,
  EACH_SO_MANY,
  FRACTION,
  GOES_TO,
  IS_EACH,
  IS_MEANT,
  IS_NORM,
  IS_THRESHOLD,
  JUST_EACH,
  LAST_RATE,
  LIFE_SPAN,
  OF_JUST_THIS_YEAR,
  OF_THEIR_PROBLEM,
  OF_THOSE_COUNTED,
  OF_WHICH_ONES,
  ONE,
  PAST,
  REACHING,
  RISES_TO,
  rateMeant,
  SAYS_WHOLE_YEAR,
  SEVERAL_EACH,
  SIDE,
  STARTS_FROM,
  saysPrice,
  WAGE,
  YEAR_OF_AGE,
  YEAR_OF_PARTS,
} from '../vocabulary/goal-words.ts'
import { MONTH, PERSON, periodOf, SEVERALLY, TIMES } from '../vocabulary/price-words.ts'
import { isCountOf, withoutEach } from './in-all.ts'
import { namedInTurn } from './respectively.ts'
import { doesSomething, type Standing, standingOf, yearOf } from './standing.ts'
import { eachesOf, horizonOf, partOfYear } from './terms.ts'
import { streamOf } from './words.ts'

/** What a measure is about; only like is compared with like. */
export type MeasureKind = 'price' | 'money' | 'share' | 'time' | 'count'

/** How a number follows from those that a goal prints. */
export interface Reckoning {
  /** 200万件 × (1 + 15%). */
  readonly terms: string
  /** What it follows from. */
  readonly from: readonly SpannedText[]
}

/** From one offset of a text to another. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A number that a goal promises, with the words around it. */
export interface Promised {
  readonly project: Project
  readonly goal: Goal
  readonly measure: Measure
  readonly kind: MeasureKind
  /** Whether it is planned, or is of what there is or was already. */
  readonly standing: Standing
  /** The words right around the number: from the comma or number before it to those behind it. */
  readonly phrase: string
  /** The stretches of the goal that they stand in: before the number, and behind it. */
  readonly before: Stretch
  readonly behind: Stretch
  /** The rate that is said to be so high, in its last three characters: 合格率, 到位率. */
  readonly rate: string | undefined
  /** Whether it is a change (提高5%, 增长率达到5%) and no level (提高到95%). */
  readonly change: Measure['change']
  /** The other words of its sentence. */
  readonly clause: string
  readonly sentence: Stretch
  /** What stands around it from comma to comma. */
  readonly statement: Stretch
  /** 每次, 每个乡镇: what it is the number for one of. */
  readonly each: string | undefined
  /** All of them, for prices: 每人每天. */
  readonly eaches: readonly string[]
  /** For each of these how many the goal says there are: 38所 of 每校1间. */
  readonly counts: ReadonlyMap<string, Measure>
  /** The words right before the number, from the comma, 、 or number before it. */
  readonly preceding: string
  /** The words right behind it. */
  readonly following: string
  /** When it is promised for, if not for the year of the table. */
  readonly horizon: number | 'long' | undefined
  /** 上半年: the part of the year that it is for. */
  readonly part: string | undefined
  /** What the name of its indicator says: 宽, if it is the measure of that side, or 合格 of 合格人数, if it comes from a 合格率. */
  readonly needs: string | undefined
  /** The year that it is said of, and the one that its goal is for: that in the name of the project, or the latest it speaks of. */
  readonly year: number | undefined
  readonly latestYear: number | undefined
  /** How it follows from what the goal prints, where it doesn't print it. */
  readonly reckoned: Reckoning | undefined
}

/**
 * The measures in the goals of a project, in order. 投诉同比下降5% promises a change; the ages of those
 * whom a project is for, and how high or far away its place is, promise nothing.
 */
export const promisesOf = rememberForProject((project: Project): readonly Promised[] =>
  collectAll(project.goals, (goal) => promisesIn(goal, project)),
)

/** The same for one goal, or for any text that is read as one is. */
export const promisesIn = (goal: Goal, project: Project): readonly Promised[] => {
  const measures = collect(goal.quantities, (quantity) => {
    const measure = quantity.kind === 'baseline' ? quantity.change : quantity
    const mayPromise =
      measure?.kind === 'measure' &&
      !isAge(goal, measure) &&
      !isAttribute(goal, measure) &&
      !isEachAsItComes(goal, measure) &&
      !isCondition(goal, measure)
    return mayPromise ? measure : undefined
  })
  const read = collect(measures.entries(), ([i, measure]) =>
    startOfChange(goal, measure, measures[i + 1]) !== undefined ||
    isNumberOfListed(goal, measure, measures.slice(i + 1))
      ? undefined
      : promiseOf(project, goal, measure, measures[i - 1], measures[i + 1]),
  )
  const promised = namedInTurn(read)
  const years = collect(promised, ({ year }) => year)
  // What (2022年度) in the name of the project is of may go on with what is planned for the year behind it.
  const ofName = Number(YEAR_IN_NAME.exec(project.name.folded)?.[1])
  const latestYear = years.length === 0 ? undefined : years.includes(ofName) ? ofName : Math.max(...years)
  // 2023年检修1850盏。本年度转入查漏补缺: this year comes after it.
  const isOver = promised.some(
    ({ year, statement }) =>
      year !== undefined &&
      year === latestYear &&
      OF_JUST_THIS_YEAR.test(goal.text.folded.slice(statement.to)),
  )
  const countsOf = createCountsOf(promised)
  const ownYear = latestYear && latestYear + Number(isOver)
  return promised.map((one, i) => {
    const isPast = ownYear !== undefined && one.year !== undefined && one.year < ownYear
    if (latestYear === undefined && one.eaches.length === 0) return one
    const counts = countsFor(one, promised[i - 1], countsOf, promised.slice(Math.max(0, i - MOST_BEFORE), i))
    return {
      ...one,
      latestYear: ownYear,
      counts,
      standing: isPast ? 'past' : one.standing,
    }
  })
}

const NO_COUNTS: Promised['counts'] = new Map()

/** How many there are of what a number is for each of, where the goal says one exact number of them. */
const countsFor = (
  promise: Promised,
  previous: Promised | undefined,
  countsOf: (each: string) => readonly Measure[],
  all: readonly Promised[],
): ReadonlyMap<string, Measure> => {
  const counts = new Map<string, Measure>()
  for (const each of promise.eaches) {
    const named = countsNamed(promise, each, all)
    const [first, ...others] =
      named.length > 0 ? named : each === SEVERALLY ? rightBefore(promise, previous) : countsOf(each)
    if (first !== undefined && others.every((other) => baseValue(other).eq(baseValue(first))))
      counts.set(each, first)
  }
  return counts
}

/** 标准化考场142个 for 每个考场: what was counted before in words that end with those behind 每. */
const countsNamed = (
  { goal, statement, measure }: Promised,
  each: string,
  before: readonly Promised[],
): readonly Measure[] => {
  const own = goal.text.folded.slice(statement.from, measure.text.offsetIn(goal.text))
  const noun = EACH_NOUN.exec(own)?.[1] ?? ''
  // 两学期各发放1次 names nothing that 发放 was said of before.
  if (noun === '' || (each === SEVERALLY ? !namesThing(noun) : !noun.startsWith(each))) return []
  const counts = before.filter(isExactCount)
  const found =
    counts.findLast(({ preceding }) => preceding.trimEnd().endsWith(noun)) ??
    // 对40个信息系统实施测试, with no other number of them.
    counts.findLast(
      ({ following, behind, statement: own }) => behind.to === own.to && following.includes(noun),
    )
  return found === undefined ? [] : [found.measure]
}

const namesThing = (words: string): boolean => {
  const { codes, actions } = streamOf(words)
  return codes.some((code, i) => code !== 0 && actions[i] !== 1)
}

const MOST_BEFORE = 8

/** 10个村 of 为10个村各配备2辆, 两学期 of 两学期各1次; of 城区和3个乡镇 nobody counts the first. */
const rightBefore = (
  { before, sentence, measure, goal }: Promised,
  previous: Promised | undefined,
): readonly Measure[] => {
  const isOfIt =
    previous !== undefined &&
    (previous.kind === 'count' || (previous.kind === 'time' && previous.following.startsWith(SEVERALLY))) &&
    previous.sentence.from === sentence.from &&
    before.from >= previous.behind.from &&
    isExactCount(previous) &&
    // 明白卡1200份,汛前、汛中、汛后各1次: who names what there are so many of each counts nothing that stands before.
    ![
      [previous.statement.from, previous.behind.from],
      [previous.behind.to, measure.text.offsetIn(goal.text)],
    ].some(([from, to]) => AND_MORE.test(goal.text.folded.slice(from, to)))
  return isOfIt ? [previous.measure] : []
}

/** The exact numbers of a goal by what they count; those of each are looked for once. */
const createCountsOf = (promised: readonly Promised[]) => {
  const found = new Map<string, readonly Measure[]>()
  return (each: string): readonly Measure[] => {
    const known = found.get(each)
    if (known !== undefined) return known
    const counts = promised.filter((one) => isExactCount(one) && isCountOf(each, one))
    const measures = counts.map(({ measure }) => measure)
    found.set(each, measures)
    return measures
  }
}

const isExactCount = ({ measure, eaches, standing }: Promised): boolean =>
  standing !== 'past' && eaches.length === 0 && isExact(measure)

/** 65岁以上老年人, 3-6岁儿童; 预期寿命达到79岁 is promised. */
const isAge = ({ text }: Goal, measure: Measure): boolean => {
  if (measure.unit?.base !== YEAR_OF_AGE) return false
  const start = measure.text.offsetIn(text)
  return !LIFE_SPAN.test(text.folded.slice(Math.max(0, start - 8), start))
}

const isAttribute = ({ text }: Goal, { text: printed }: Measure): boolean => {
  const start = printed.offsetIn(text)
  return ATTRIBUTE.test(text.folded.slice(Math.max(0, start - 20), start))
}

/** 发现一户、改造一户: as many as there will be. */
const isEachAsItComes = ({ text }: Goal, { text: printed }: Measure): boolean => {
  const [from, one] = [printed.offsetIn(text), printed.folded]
  if (!one.startsWith(ONE)) return false
  const [before, behind] = [
    text.folded.slice(Math.max(0, from - NEAR), from),
    text.folded.slice(from, from + NEAR),
  ]
  return matchesIn(`${before}${behind}`, AS_IT_COMES).some(
    ([words, first, second]) => first === one && second === one && doesSomething(words),
  )
}

const NEAR = 12

/** 对存栏500头以上的猪场, 超过72小时未处置的工单: which of them are meant. */
const isCondition = ({ text }: Goal, { text: printed, unit }: Measure): boolean => {
  const isMoney = unit?.dimension === 'money'
  const start = printed.offsetIn(text)
  const end = start + printed.length
  if (IS_EACH.test(text.folded.slice(Math.max(0, start - 1), start))) return true
  const after = text.folded.slice(end, end + 12)
  if (!isMoney && (IS_NORM.test(after) || OF_THOSE_COUNTED.test(after))) return true
  if (IS_THRESHOLD.test(`${text.folded.slice(start, end)}${after}`)) return true
  return (
    OF_WHICH_ONES.test(text.folded.slice(end, end + 16)) &&
    IS_MEANT.test(text.folded.slice(Math.max(0, start - 20), start) + printed.folded)
  )
}

/** Whether a number of a goal is where things are, and the one right behind it where they are to go: 由640元提高到670元. */
export const isStartOf = (goal: Goal, start: Measure, to: Measure): boolean =>
  startOfChange(goal, start, to) !== undefined

/** 由82%提高到90% promises the second number: where 由 stands, if the first one is where things are. */
const startOfChange = (
  { text }: Goal,
  measure: Measure | undefined,
  next: Measure | undefined,
): number | undefined => {
  if (measure === undefined || next === undefined) return undefined
  const { folded } = text
  const start = measure.text.offsetIn(text)
  const between = folded.slice(start + measure.text.length, next.numeral.text.offsetIn(text))
  // 由82%提高3个百分点: the words of a change are part of its measure.
  const isChanged = next.change !== undefined && next.text.offsetIn(text) === start + measure.text.length
  const least = Math.max(0, start - 10)
  const led = isChanged || GOES_TO.test(between) ? STARTS_FROM.exec(folded.slice(least, start)) : null
  return led === null ? undefined : least + led.index
}

/** 三个片区分别为36个、28个、20个: how many numbers in its own unit stand behind it. */
const isNumberOfListed = (
  { text }: Goal,
  { text: printed, numeral, unit }: Measure,
  behind: readonly Measure[],
): boolean => {
  const [next] = behind
  const end = printed.endIn(text)
  if (next === undefined || !SEVERAL_EACH.test(text.folded.slice(end, next.text.offsetIn(text)))) return false
  const count = numeral.value.toNumber()
  const listed = behind.slice(0, count)
  const last = listed.at(-1)
  return (
    count > 1 &&
    listed.length === count &&
    listed.every((one) => one.unit?.base === unit?.base) &&
    last !== undefined &&
    !ENDS_SENTENCE.test(text.folded.slice(end, last.text.offsetIn(text)))
  )
}

const ENDS_SENTENCE = /[;。!?\n]/

/** What a measure of a goal promises, with the words around it, between the measures before and behind it. */
export const promiseOf = (
  project: Project,
  goal: Goal,
  stated: Measure,
  previous: Measure | undefined,
  next: Measure | undefined,
): Promised => {
  const { folded } = goal.text
  const { measure, period, others } = withoutEach(asShare(stated))
  // 每月发放补贴1500元 is one measure whose words stand inside it.
  const number = measure.numeral.text.offsetIn(goal.text)
  const end = measure.text.endIn(goal.text)
  const sentence = around(folded, number, end, SENTENCE)
  const part = around(folded, number, end, PART)
  const item = around(folded, number, end, ITEM)
  const from = Math.max(item.from, previous === undefined ? 0 : previous.text.endIn(goal.text))
  const to = Math.min(item.to, next === undefined ? folded.length : next.text.offsetIn(goal.text))
  const following = folded.slice(end, to)
  const first = previous === undefined ? number : previous.text.offsetIn(goal.text)
  const before = subjectAmong(folded, [
    { from: isAllOfList(folded, part.from, from, number) ? part.from : from, to: number },
    // 城市低保对象312户498人: both numbers are of what stands before the first.
    { from: item.from, to: Math.max(item.from, first) },
    // 水质达标率提高2个百分点,达到93%: what comes to so much was said before the comma.
    ...(SAYS.test(following) ? [] : [{ from: around(folded, part.from - 1, number, PART).from, to: number }]),
  ])
  const subject = folded.slice(before.from, before.to)
  // 执行不少于14班 says no more of what is counted than 执行14班.
  const reached = REACHING.exec(folded.slice(from, number))?.[0].length ?? 0
  const inPart = folded.slice(part.from, number)
  const change = startOfChange(goal, previous, stated)
  /** 比例由上年的52%提升至: without where things are, which is said of the first number alone. */
  const withoutStart = (words: Stretch): string =>
    change === undefined || change < words.from
      ? folded.slice(words.from, words.to)
      : `${folded.slice(words.from, Math.min(change, words.to))} `
  const toldOf = withoutStart({ from: part.from, to: number })
  const preceding = withoutStart({ from: change === undefined ? from : item.from, to: number })
  const isMoney = measure.unit?.dimension === 'money'
  const countsPeople = measure.unit?.dimension === 'people' || measure.unit?.dimension === 'households'
  const isWage = isMoney && WAGE.test(inPart)
  const each = isBehindMoney(measure, previous) ? Math.max(part.from, from) : part.from
  const said = eachesOf(folded.slice(each, number), countsPeople)
  const often = howOften(measure, previous)
  const behind = [
    ...(often === undefined ? [] : [often]),
    ...others,
    ...normIn(inPart, measure),
    ...(period === undefined || countsPeople ? [] : [period]),
  ]
  const eaches = [
    ...(isWage ? [PERSON, MONTH].filter((each) => !said.includes(each)) : []),
    ...said,
    ...behind.filter((each) => !said.includes(each)),
  ]
  const isPrice =
    isWage || (isMoney && [inPart, folded.slice(from, number)].some((words) => saysPrice(words)))
  const direction = directionOf(measure, subject, following)
  return {
    project,
    goal,
    measure,
    kind: isPrice ? 'price' : kindOf(measure),
    standing: isReached(measure, folded.slice(from, number))
      ? 'planned'
      : standingOf(
          toldOf,
          folded.slice(from, number),
          following,
          folded.slice(end, sentence.to),
          direction !== undefined,
          stateBefore(measure, folded.slice(sentence.from, number)),
          textAfter(measure, folded, sentence.to),
        ),
    phrase: `${subject} ${groupIn(measure)} ${following}`,
    before: { from: before.from, to: Math.max(before.from, before.to - reached) },
    behind: { from: end, to },
    rate: rateIn(subject, withoutStart(before), measure),
    change: direction,
    clause: `${folded.slice(sentence.from, from)} ${folded.slice(to, sentence.to)}`,
    sentence,
    statement: part,
    each: eaches.at(-1),
    eaches,
    counts: NO_COUNTS,
    preceding,
    following,
    horizon: horizonIn(goal, inPart, folded.slice(sentence.from, number), folded.slice(part.to, sentence.to)),
    part: partOfYear(inPart),
    needs: measure.unit?.dimension === 'length' ? SIDE.exec(folded.slice(from, number))?.[1] : undefined,
    year: yearOf(toldOf) ?? yearInSentence(folded.slice(sentence.from, number)),
    latestYear: undefined,
    reckoned: undefined,
  }
}

/** 县道、乡道共286公里: whether a number is of all that the list before it names, from the start of its part of the sentence on. */
const isAllOfList = (folded: string, start: number, from: number, number: number): boolean =>
  from > start &&
  folded[from - 1] === '、' &&
  ALL_OF_LIST.test(folded.slice(from, number)) &&
  !/\d/.test(folded.slice(start, from))

/** Which way a number changes something: 提升9200名群众的饮水条件 is no 9200 more. */
const directionOf = ({ unit, change }: Measure, subject: string, following: string): Measure['change'] =>
  unit?.dimension !== 'money' && OF_THEIR_PROBLEM.test(following)
    ? undefined
    : (change ?? changeNamed(subject.replace(BOUND, '')))

/** The first of some stretches that names something. */
const subjectAmong = (folded: string, stretches: readonly Stretch[]): Stretch =>
  stretches.find(({ from, to }) =>
    SAYS.test(folded.slice(from, to).replace(REACHING, '').replace(JUST_EACH, '')),
  ) ?? NOWHERE

/** 2023年签约项目46个,开工率61%: the year that a part of the sentence begins with goes on in it, until that speaks of 今年. */
const yearInSentence = (before: string): number | undefined => {
  const [told = '', part] = YEAR_OF_PARTS.exec(before) ?? []
  return part === undefined || OF_JUST_THIS_YEAR.test(before.slice(told.length)) ? undefined : yearOf(part)
}

/** What tells how things are in front of a number: 在线率不低于98% is to be reached, whatever it stands beside. */
const stateBefore = ({ comparator }: Measure, words: string): string =>
  comparator === undefined || BEGINS_PAST.test(words) ? words : ''

/** What may tell that a number only says how things are: what a goal says behind its sentence. Nobody has so many times of something, and a bound is to be kept. */
const textAfter = ({ comparator, unit }: Measure, folded: string, end: number): string =>
  comparator !== undefined || unit?.dimension === 'times' || unit?.dimension === 'attendances'
    ? ''
    : folded.slice(end, end + FAR)

/** 在册患者规范管理率提高到92%: where a rate is to go is planned, whoever it is of. */
const isReached = ({ unit, text }: Measure, preceding: string): boolean =>
  unit?.dimension === 'share' && RISES_TO.test(`${preceding}${text.folded}`) && !PAST.test(preceding)

/** 半年一次: the stretch of time right in front of so many times. */
const howOften = ({ unit, numeral }: Measure, previous: Measure | undefined): string | undefined =>
  unit?.base === TIMES && previous !== undefined && previous.text.span.end === numeral.text.span.start
    ? periodOf(previous.text.folded)
    : undefined

/** 按每2000座配一辆: what a number is for one of, if it is no money. */
const normIn = (inPart: string, { unit }: Measure): readonly string[] => {
  const norm = unit?.dimension === 'money' ? undefined : EACH_SO_MANY.exec(inPart)?.[1]
  return norm === undefined || periodOf(norm) !== undefined ? [] : [norm]
}

/** The rate that is named before a number, or meant by the words right before it. */
const rateIn = (subject: string, own: string, { unit }: Measure): string | undefined =>
  LAST_RATE.exec(subject)?.[1] ?? (unit?.dimension === 'share' ? rateMeant(own) : undefined)

/** 按每人每年600元发放12380名: 每人 is of the price. */
const isBehindMoney = (measure: Measure, previous: Measure | undefined): boolean =>
  measure.unit?.dimension !== 'money' && previous?.unit?.dimension === 'money'

/** 三年推广150辆,本年度60辆: of two times that a sentence names, that of the number's own part counts. */
const horizonIn = ({ term }: Goal, inPart: string, told: string, behind: string): Promised['horizon'] => {
  // 中长期目标: 全年送戏2508场 is of this year, whatever stands in front of it.
  if ((term === 'long-term' && !SAYS_WHOLE_YEAR.test(told)) || DONE_IN_YEARS.test(behind)) return 'long'
  return OF_JUST_THIS_YEAR.test(inPart) ? undefined : horizonOf(told)
}

/** 五分之一 without a unit is 20%. */
export const asShare = (measure: Measure): Measure =>
  measure.unit === undefined && FRACTION.test(measure.numeral.text.folded)
    ? { ...measure, unit: SHARE }
    : measure

const SHARE: Unit = { printed: '', base: '%', dimension: 'share', scale: HUNDRED, per: [] }

/** The words around a number from comma to comma. */
export const statementOf = ({ goal, statement }: Promised): string =>
  goal.text.folded.slice(statement.from, statement.to)

/** The words around a measure of a goal, from one mark between things to the next. */
export const itemAround = ({ text }: Goal, measure: Measure): string => {
  const start = measure.text.offsetIn(text)
  const { from, to } = around(text.folded, start, start + measure.text.length, ITEM)
  return text.folded.slice(from, to)
}

const NOWHERE: Stretch = { from: 0, to: 0 }

/** 6.8万农村人口: who is counted is said by the unit. */
const groupIn = ({ unit }: Measure): string =>
  unit !== undefined && unit.printed.length > 2 && COUNTED_GROUPS.has(unit.dimension) ? unit.printed : ''

const COUNTED_GROUPS: ReadonlySet<string> = new Set(['people', 'households'])

const SAYS = /[\u4e00-\u9fff]/
/** What a goal says farther away than this tells nothing of a number. */
export const FAR = 2000

/** No sentence goes on for so many characters before a number, or behind it: each number of a goal reads its own. */
const LONGEST = 500

/** What a mark ends: one of several things, a part of a sentence, or a sentence. What ends the larger ends the smaller, too. */
const [ITEM, PART, SENTENCE] = [1, 2, 3]
const ENDED: ReadonlyMap<number, number> = new Map(
  ['、', ',', '。;!?\n:'].flatMap((marks, i) =>
    [...marks].map((mark) => [mark.charCodeAt(0), i + 1] as const),
  ),
)

/** From the last mark before `start` that ends such a `part` of a text to the first behind `end`. */
const around = (text: string, start: number, end: number, part: number): Stretch => {
  const isEnd = (at: number): boolean => {
    const ended = ENDED.get(text.charCodeAt(at)) ?? 0
    // The comma of 2,800 ends nothing.
    return ended >= part && !(ended === PART && isDigit(text[at - 1]) && isDigit(text[at + 1]))
  }
  const [least, most] = [Math.max(0, start - LONGEST), Math.min(text.length, end + LONGEST)]
  let from = start
  while (from > least && !isEnd(from - 1)) from -= 1
  let to = end
  while (to < most && !isEnd(to)) to += 1
  return { from, to }
}

const isDigit = (character = ''): boolean => /\d/.test(character)

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
