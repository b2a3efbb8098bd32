import { collect, matchesIn } from '../collect.ts'
import { Decimal, HUNDRED, ONE, sum, ZERO } from '../model/decimal.ts'
import type { Goal, Project } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { rememberForProject } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  A_PART,
  ALL_OF_THEM,
  asRate,
  DOUBLED,
  DOUBLED_TWICE,
  ENDS_STATEMENT,
  GOES_TO,
  IN_RATIO,
  IN_RATIO_PARTS,
  LEFT,
  MORE_OF_THEM,
  NAMES_NOTHING,
  NEGATED,
  NONE_OF,
  NUMERALS,
  namesOfRate,
  OF_THESE,
  OF_THOSE,
  OF_WHICH,
  oppositesOf,
  PERCENTAGE_POINT,
  PERCENTAGE_POINTS,
  REACHING,
  SAYS_ALL,
  SAYS_NUMBER,
  SHARE_OF_THOSE,
  STARTS_FROM,
} from '../vocabulary/goal-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { asShare, type Promised, promiseOf } from './promises.ts'
import { unitRelation } from './unit-relation.ts'
import { pairsOf, streamOf } from './words.ts'

/** A number of a goal, and what its words make of the one before. */
interface Step {
  readonly base: Measure
  /** What is taken off it. */
  readonly less?: Measure
  readonly by: SpannedText
  /** In the unit of the base. */
  readonly value: Decimal
  readonly terms: string
  /** Whether it is another number of the same thing, and has no words of its own. */
  readonly isOfSame: boolean
  /** What the name of its indicator has to say. */
  readonly needs?: string
  /** The rate that it is, and its direction if it is a change. */
  readonly rate?: string
  readonly change?: Measure['change']
  /** Its own unit, where that is not the unit of the base. */
  readonly unit?: Unit
  readonly comparator?: Measure['comparator']
  readonly approximate?: boolean
}

/** A goal with its measures, and what each is of. */
interface Numbers {
  readonly goal: Goal
  readonly measures: readonly Measure[]
  readonly promised: (i: number) => Promised
}

/**
 * The numbers that goals promise without printing them: 上年进村快件200万件,本年增长15%; 由82%提高3个百分点; 隐患90处,年内消除三分之一; 上年吸纳300人,本年
 * 翻番; 总里程120公里,上年已处置45公里,余下本年全部完成; 600人,按1:5的比例配备照护人员. They are compared as any other.
 */
export const reckonedOf = rememberForProject((project: Project): readonly Promised[] =>
  project.goals.flatMap((goal) => {
    const measures = collect(goal.quantities, (quantity) => {
      const measure = quantity.kind === 'baseline' ? quantity.change : quantity
      // 前两年 stands between no two numbers.
      return measure?.kind === 'measure' && measure.unit?.dimension !== 'time' ? measure : undefined
    })
    if (measures.length > MOST_NUMBERS) return []
    const known: Promised[] = []
    const promised = (i: number): Promised => {
      known[i] ??= promiseOf(project, goal, measures[i] as Measure, measures[i - 1], measures[i + 1])
      return known[i]
    }
    const numbers = { goal, measures, promised }
    const { folded } = goal.text
    return [
      ...collect(measures.keys(), (i) => changed(numbers, i)),
      ...[...measures.keys()].flatMap((i) => [
        ...moved(numbers, i),
        ...rated(numbers, i),
        ...opposite(numbers, i),
        ...inSeries(numbers, i),
      ]),
      ...collect(matchesIn(folded, A_PART), (found) => partOf(numbers, found)),
      ...collect(matchesIn(folded, DOUBLED), (found) => doubled(numbers, found)),
      ...collect(matchesIn(folded, LEFT), (found) => left(numbers, found) ?? rest(numbers, found)),
      ...collect(matchesIn(folded, IN_RATIO), (found) => inRatio(numbers, found)),
    ]
      .flatMap((step) => promiseOfStep(project, numbers, step))
      .concat(collect(matchesIn(folded, NONE_OF), (found) => noneOf(project, goal, found)))
  }),
)

/** 零投诉: none of what should not happen, for an indicator of how often it does. */
const noneOf = (
  project: Project,
  goal: Goal,
  { index, 0: printed, 1: what = '' }: RegExpExecArray,
): Promised | undefined => {
  if (!isNamed(what, 'fault')) return undefined
  const text = goal.text.slice(index, index + printed.length)
  const interval = { lower: ZERO, upper: ZERO, lowerInclusive: true, upperInclusive: true }
  const none: Measure = {
    kind: 'measure',
    text,
    span: text.span,
    comparator: undefined,
    numeral: { text, value: ZERO, decimals: 0 },
    upperNumeral: undefined,
    unit: undefined,
    unitText: undefined,
    interval,
    approximate: false,
    change: undefined,
  }
  const own = promiseOf(project, goal, none, undefined, undefined)
  return { ...own, needs: what, reckoned: { terms: text.meaning, from: [text] } }
}

/** A goal with more numbers than these is a table of its own. */
const MOST_NUMBERS = 40

/** 上年200万件,本年增长15%; 由82%提高3个百分点. */
const changed = (numbers: Numbers, i: number): Step | undefined => {
  const { goal, measures } = numbers
  const [base, by, next] = [measures[i - 1], measures[i], measures[i + 1]]
  if (base === undefined || by?.change === undefined || by.unit?.dimension !== 'share') return undefined
  const arePoints = PERCENTAGE_POINTS.test(by.unit.printed)
  if (by.upperNumeral !== undefined || arePoints !== (base.unit?.dimension === 'share')) return undefined
  const { folded } = goal.text
  const start = base.text.offsetIn(goal.text)
  const isFromThere = STARTS_FROM.test(folded.slice(Math.max(0, start - 10), start))
  if (!isFromThere && numbers.promised(i - 1).standing !== 'past') return undefined
  const [from, to] = [by.text.offsetIn(goal.text), by.text.endIn(goal.text)]
  const told = folded.slice(numbers.promised(i - 1).sentence.from, start)
  const around = `${folded.slice(base.text.endIn(goal.text), from)},${statementBehind(folded, to)}`
  if (!namesNothing(around, told)) return undefined
  // 提高2个百分点,达到93% says what it comes to.
  const isTold = next?.unit?.base === base.unit?.base
  if (isTold && namesNothing(folded.slice(to, next?.text.offsetIn(goal.text)), told)) return undefined
  const change = by.numeral.value
  const isMore = by.change === 'increase'
  const { value } = base.numeral
  const part = arePoints ? change : value.times(baseValue(by)).div(HUNDRED)
  const sign = isMore ? '+' : '-'
  const printed = base.text.meaning
  return {
    base,
    by: by.text,
    value: isMore ? value.plus(part) : value.minus(part),
    terms: arePoints
      ? `${printed} ${sign} ${change.toFixed()}%`
      : `${printed} × (1 ${sign} ${baseValue(by).toFixed()}%)`,
    isOfSame: true,
    comparator: isMore ? by.comparator : turned(by.comparator),
    approximate: by.approximate,
  }
}

/**
 * 由120家增加到135家, 由52%提升至56%, 由12分钟缩短至9分钟: how many more or less, for an indicator of these alone or of the change, in the
 * unit, in points of a share, and in percent of what was there.
 */
const moved = ({ goal, measures }: Numbers, i: number): readonly Step[] => {
  const [from, to] = [measures[i - 1], measures[i]]
  if (from === undefined || to === undefined) return []
  const { folded } = goal.text
  const start = from.text.offsetIn(goal.text)
  const between = folded.slice(from.text.endIn(goal.text), to.numeral.text.offsetIn(goal.text))
  const isFromThere = STARTS_FROM.test(folded.slice(Math.max(0, start - 10), start))
  if (!isFromThere || !GOES_TO.test(between)) return []
  const change = baseValue(to).gt(baseValue(from)) ? 'increase' : 'decrease'
  const by = change === 'increase' ? difference(to, from) : difference(from, to)
  if (by === undefined) return []
  const step = { base: from, by: to.text, ...by, isOfSame: true, change } as const
  if (from.unit?.dimension === 'share')
    return [{ ...step, value: baseValue(to).minus(baseValue(from)).abs(), unit: POINTS }]
  const value = by.value.times(HUNDRED).div(from.numeral.value)
  const terms = `(${by.terms}) ÷ ${from.text.meaning}`
  return [
    step,
    { ...step, value, terms, unit: SHARE },
    ...(change === 'increase' ? [{ ...step, change: undefined, needs: MORE_OF_THEM }] : []),
  ]
}

const SHARE: Unit = { printed: '%', base: '%', dimension: 'share', scale: ONE, per: [] }
const POINTS: Unit = { ...SHARE, ...PERCENTAGE_POINT }

/** 培训500人,合格率达到90%: how many of them, for an indicator of the 合格人数; 发展党员90名,其中青年占60%. */
const rated = (numbers: Numbers, i: number): readonly Step[] => {
  const by = plainShare(numbers, i)
  if (by === undefined) return []
  const { rate, preceding } = numbers.promised(i)
  const isOfThose = SHARE_OF_THOSE.test(preceding)
  // 不合格产品100%立案查处 is of none of those that were counted before.
  const names = NEGATED.test(preceding.replace(REACHING, '')) ? [] : namesOfRate(rate ?? '')
  const { text, comparator, approximate } = by
  return basesBefore(numbers, text, true).flatMap((base): readonly Step[] => {
    const value = base.numeral.value.times(baseValue(by)).div(HUNDRED).toDecimalPlaces(MOST_PLACES)
    const terms = `${base.text.meaning} × ${by.numeral.text.meaning}${by.unit?.printed}`
    const step = { base, by: text, value, terms, isOfSame: false, comparator, approximate }
    return isOfThose ? [step] : names.map((needs) => ({ ...step, needs }))
  })
}

/** 差错率不超过0.5%: the 准确率 is 99.5% or more. */
const opposite = (numbers: Numbers, i: number): readonly Step[] => {
  const base = plainShare(numbers, i)
  const { rate } = base === undefined ? {} : numbers.promised(i)
  if (base === undefined || rate === undefined) return []
  const value = HUNDRED.minus(baseValue(base))
  const terms = `100% - ${base.numeral.text.meaning}${base.unit?.printed}`
  const { text: by, approximate } = base
  const comparator = turned(base.comparator)
  return oppositesOf(rate).map((needs) => {
    const own = { needs, rate: asRate(needs), unit: SHARE }
    return { base, by, value, terms, isOfSame: true, comparator, approximate, ...own }
  })
}

/** A share that is planned, and no range or change. */
const plainShare = ({ measures, promised }: Numbers, i: number): Measure | undefined => {
  const stated = measures[i]
  if (stated === undefined) return undefined
  // 三分之一 is a share too.
  const by = asShare(stated)
  const isPlain = by.unit?.dimension === 'share' && by.upperNumeral === undefined && by.change === undefined
  return isPlain && promised(i).standing === 'planned' ? by : undefined
}

/** Less by 30% or more is at most so much. */
const turned = (comparator: Measure['comparator']): Measure['comparator'] =>
  comparator === undefined ? undefined : { ...comparator, sign: TURNED[comparator.sign] }

const TURNED = { '≥': '≤', '≤': '≥', '>': '<', '<': '>', '=': '=' } as const

/** 甲村修缮民居20栋、乙村修缮民居25栋: all of a series, from its first on, for an indicator of the 总数. */
const inSeries = ({ goal, measures, promised }: Numbers, i: number): readonly Step[] => {
  const { folded } = goal.text
  /** Whether the next one stands behind 、, or behind a comma in the same words: 春季宣讲24场,秋季宣讲32场. */
  const isNext = (k: number): boolean => {
    const [one, next] = [measures[k], measures[k + 1]]
    if (one === undefined || next === undefined || one.unit?.base !== next.unit?.base) return false
    if (!isItem(one) || !isItem(next)) return false
    const between = folded.slice(one.text.endIn(goal.text), next.text.offsetIn(goal.text))
    // 受益人口4000人,其中脱贫人口500人: a part of what stands before it.
    if (between.includes(OF_THESE)) return false
    if (NEXT_ITEM.test(between)) return true
    if (!NEXT_STATEMENT.test(between)) return false
    const own = pairsOf(promised(k).preceding)
    return [...pairsOf(between)].some((pair) => own.has(pair))
  }
  const isItem = (measure: Measure): boolean =>
    isExact(measure) && measure.change === undefined && measure.unit !== undefined
  if (isNext(i - 1) || !isNext(i)) return []
  let last = i + 1
  while (isNext(last)) last += 1
  const items = measures.slice(i, last + 1)
  const [base] = items as [Measure]
  if (items.some((_, k) => promised(i + k).standing !== 'planned' || !sameScale(items[k] as Measure, base)))
    return []
  return [
    {
      base,
      by: base.text,
      value: sum(items.map(({ numeral }) => numeral.value)),
      terms: items.map(({ text }) => text.meaning).join(' + '),
      isOfSame: true,
      needs: SAYS_ALL,
    },
  ]
}

/** 校舍40处,将其中一半改造为驿站; 隐患90处,年内消除三分之一. */
const partOf = (numbers: Numbers, found: RegExpExecArray): Step | undefined => {
  const { goal } = numbers
  const [from, to] = [found.index, found.index + found[0].length]
  if (!isPartOfThose(goal.text.folded, from, to)) return undefined
  const by = goal.text.slice(from, to)
  const base = baseBefore(numbers, by)
  return base === undefined
    ? undefined
    : {
        base,
        by,
        // A third of 90 is 30.
        value: base.numeral.value.times(partNamed(found)).toDecimalPlaces(MOST_PLACES),
        terms: `${base.text.meaning} × ${by.meaning}`,
        isOfSame: false,
      }
}

/** The part that a match of `A_PART` names. */
const partNamed = ([, whole, part]: RegExpExecArray): Decimal =>
  whole === undefined || part === undefined
    ? HALF
    : new Decimal(NUMERALS.indexOf(part)).div(NUMERALS.indexOf(whole))

/** The parts that words name: 三分之二取得证书. */
export const partsNamedIn = (folded: string): readonly Decimal[] => matchesIn(folded, A_PART).map(partNamed)

const HALF = ONE.div(2)

/** Whether a part is one of what was counted before: 其中一半, or a statement of its own that names no more than what is done, 年内消除三分之一. */
const isPartOfThose = (folded: string, from: number, to: number): boolean => {
  if (OF_THOSE.test(folded.slice(Math.max(0, from - 4), from))) return true
  const own =
    folded
      .slice(Math.max(0, from - 30), from)
      .split(STATEMENT_END)
      .at(-1) ?? ''
  return ENDS_STATEMENT.test(folded.slice(to)) && own.replace(NAMES_NOTHING, '').length <= LONGEST_VERB
}

const LONGEST_VERB = 2

const MOST_PLACES = 12

/** The count right before `by` in its sentence, that is no price, limit or number of each. */
const baseBefore = (numbers: Numbers, by: SpannedText): Measure | undefined => {
  const [base] = basesBefore(numbers, by)
  const between =
    base && numbers.goal.text.folded.slice(base.text.endIn(numbers.goal.text), by.offsetIn(numbers.goal.text))
  return between === undefined || SAYS_NUMBER.test(between) ? undefined : base
}

/** All such counts before it, the nearest first. */
const basesBefore = (
  { goal, measures, promised }: Numbers,
  by: SpannedText,
  ofMoney = false,
): readonly Measure[] => {
  const at = by.offsetIn(goal.text)
  const last = measures.findLastIndex(({ text }) => text.offsetIn(goal.text) < at)
  return collect([...measures.keys()].slice(0, last + 1).reverse(), (i) => {
    const base = measures[i] as Measure
    const { kind, eaches, standing, sentence } = promised(i)
    const isCount =
      (kind === 'count' || (ofMoney && kind === 'money')) &&
      eaches.length === 0 &&
      standing !== 'past' &&
      sentence.to > at
    return isCount && isExact(base) ? base : undefined
  })
}

/** 上年吸纳就业300人,本年实现翻番. */
const doubled = (numbers: Numbers, { index, 0: printed }: RegExpExecArray): Step | undefined => {
  const { goal, measures, promised } = numbers
  const { folded } = goal.text
  const end = index + printed.length
  const i = measures.findLastIndex((measure) => measure.text.endIn(goal.text) <= index)
  const base = measures[i]
  if (base === undefined || base.unit === undefined || !isExact(base)) return undefined
  const { standing, sentence } = promised(i)
  if (standing !== 'past' || sentence.to < end) return undefined
  const told = folded.slice(sentence.from, base.text.offsetIn(goal.text))
  const around = `${folded.slice(base.text.endIn(goal.text), index)},${statementBehind(folded, end)}`
  if (!namesNothing(around, told)) return undefined
  const times = DOUBLED_TWICE.test(printed) ? 4 : 2
  return {
    base,
    by: goal.text.slice(index, end),
    value: base.numeral.value.times(times),
    terms: `${base.text.meaning} × ${times}`,
    isOfSame: true,
  }
}

/** 总里程120公里,上年已处置45公里,余下里程本年全部完成. */
const left = (numbers: Numbers, { index, 0: printed }: RegExpExecArray): Step | undefined => {
  const { goal, measures, promised } = numbers
  const { folded } = goal.text
  const statement = statementBehind(folded, index)
  const i = measures.findLastIndex((measure) => measure.text.endIn(goal.text) <= index)
  const [whole, done] = [measures[i - 1], measures[i]]
  if (whole === undefined || done === undefined || !ALL_OF_THEM.test(statement)) return undefined
  const isTold = measures.some(({ text }) => {
    const at = text.offsetIn(goal.text)
    return at >= index && at < index + statement.length
  })
  const { sentence, standing } = promised(i)
  const start = whole.text.offsetIn(goal.text)
  if (isTold || standing !== 'past' || start < sentence.from || sentence.to < index) return undefined
  return remainder(whole, done, goal.text.slice(index, index + printed.length))
}

/** 1500人次,其中企业职工900人次,其余为农村转移劳动力. */
const rest = (numbers: Numbers, { index, 0: printed }: RegExpExecArray): Step | undefined => {
  const { goal, measures, promised } = numbers
  const { folded } = goal.text
  const i = measures.findLastIndex((measure) => measure.text.endIn(goal.text) <= index)
  const [whole, part] = [measures[i - 1], measures[i]]
  if (whole === undefined || part === undefined) return undefined
  const { sentence, preceding, statement, eaches } = promised(i)
  const isBeside = statement.to <= index && folded.slice(statement.to, index).trim().length <= 1
  const isWhole = whole.text.offsetIn(goal.text) >= sentence.from && promised(i - 1).standing === 'planned'
  const own = statementBehind(folded, index + printed.length)
  if (!OF_WHICH.test(preceding) || !isBeside || !isWhole || eaches.length > 0 || /\d/.test(own))
    return undefined
  return remainder(whole, part, goal.text.slice(index, index + printed.length))
}

/** What is left of a whole without a part; `by`: the words that say so. */
const remainder = (whole: Measure, part: Measure, by: SpannedText): Step | undefined => {
  const left = difference(whole, part)
  return left && { base: whole, less: part, by, ...left, isOfSame: false }
}

/** How much more one exact number is than another in its unit. */
const difference = (more: Measure, less: Measure): Pick<Step, 'value' | 'terms'> | undefined => {
  const areAlike = unitRelation(more.unit, less.unit) !== 'different' && sameScale(more, less)
  if (!areAlike || ![more, less].every(isExact)) return undefined
  const value = more.numeral.value.minus(less.numeral.value)
  return value.gt(0) ? { value, terms: `${more.text.meaning} - ${less.text.meaning}` } : undefined
}

const sameScale = (a: Measure, b: Measure): boolean => (a.unit?.scale ?? ONE).eq(b.unit?.scale ?? ONE)

/** 失能人员600人,按1:5的比例配备照护人员. */
const inRatio = (numbers: Numbers, { index, 0: printed }: RegExpExecArray): Step | undefined => {
  const [, ratio = '', each = ''] = IN_RATIO_PARTS.exec(printed) ?? []
  const at = index + printed.indexOf(ratio)
  const by = numbers.goal.text.slice(at, at + ratio.length)
  const base = baseBefore(numbers, by)
  const count = new Decimal(each)
  if (base?.unit?.dimension !== 'people' || count.lte(0)) return undefined
  const value = base.numeral.value.div(count)
  return {
    base,
    by,
    value: value.toDecimalPlaces(MOST_PLACES),
    terms: `${base.text.meaning} ÷ ${each}`,
    isOfSame: false,
  }
}

const promiseOfStep = (
  project: Project,
  { goal, measures, promised }: Numbers,
  step: Step,
): readonly Promised[] => {
  const { base, by, value, terms, isOfSame } = step
  const from = [base, ...(step.less === undefined ? [] : [step.less])].map(({ text }) => text)
  const of = promised(measures.indexOf(base))
  const measure: Measure = {
    ...base,
    text: by,
    span: by.span,
    unit: step.unit ?? base.unit,
    numeral: { text: by, value, decimals: base.numeral.decimals },
    comparator: step.comparator,
    change: undefined,
    // Nobody counts 33.3 of what there are wholes of.
    approximate:
      step.approximate === true || (of.kind === 'count' && !value.times(base.unit?.scale ?? ONE).isInteger()),
    interval: { lower: value, upper: value, lowerInclusive: true, upperInclusive: true },
  }
  const next = measures.find(({ text }) => text.offsetIn(goal.text) >= by.endIn(goal.text))
  const own = by === base.text ? of : promiseOf(project, goal, measure, base, next)
  const statement = { from: of.statement.from, to: own.statement.to }
  const same = isOfSame
    ? {
        before: { from: of.before.from, to: by.offsetIn(goal.text) },
        phrase: own === of ? of.phrase : `${of.phrase} ${own.phrase}`,
        rate: step.rate ?? of.rate,
        needs: of.needs,
      }
    : {}
  return (!isOfSame && (own.eaches.length > 0 || of.eaches.length > 0)) || !KINDS.has(own.kind)
    ? []
    : [
        {
          ...own,
          ...same,
          measure,
          statement,
          standing: 'planned',
          change: step.change,
          ...(step.needs === undefined ? {} : { needs: step.needs }),
          reckoned: { terms, from: [...new Set([by, ...from])] },
        },
      ]
}

const KINDS: ReadonlySet<string> = new Set(['count', 'share', 'time', 'money'])

/** What stands between a number of a series and the next one. */
const NEXT_ITEM = /^[^,;。!?\n、\d]{0,8}、[^,;。!?\n、\d]{1,16}$/
const NEXT_STATEMENT = /^,[^,;。!?\n、\d]{1,16}$/

const STATEMENT_END = /[,;。!?\n]/

/** What stands behind a place up to the next mark of a sentence. */
const statementBehind = (folded: string, from: number): string =>
  /^[^,;。!?\n]{0,500}/.exec(folded.slice(from, from + 500))?.[0] ?? ''

/** Whether words say only when and that a number is reached, and nothing of what it is that was not `told` before. */
const namesNothing = (words: string, told: string): boolean => {
  const { codes } = streamOf(words.replace(NAMES_NOTHING, ','))
  const known = new Set(streamOf(told).codes)
  return codes.every((code, i) => code === 0 || known.has(code) || !isInWord(codes, i))
}

const isInWord = (codes: readonly number[], i: number): boolean =>
  (codes[i - 1] ?? 0) !== 0 || (codes[i + 1] ?? 0) !== 0
