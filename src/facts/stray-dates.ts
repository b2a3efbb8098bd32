import { collect, collectAll } from '../collect.ts'
import type { Disclosure, Goal, Indicator, Project, Year } from '../model/disclosure.ts'
import type { Period, PlainDate, Quantity } from '../model/measure.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import { contains } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { JOINS_DATES, YEAR_IN_NAME, YEARS_IN_NAME } from '../vocabulary/dates.ts'
import {
  IS_DATE,
  IS_DONE,
  IS_YEAR,
  LEFT_FROM_YEAR,
  namesProjectPeriod,
  OF_EARLIER_MONEY,
  OF_THAT_YEAR,
  PERIOD_LABEL,
  SAYS_DONE,
  TAKES_YEARS,
  TO_BE_DONE,
} from '../vocabulary/deadlines.ts'

/** The period that a project prints for itself. */
export type OwnPeriod = Pick<Period, 'text' | 'from' | 'until'>

/** A date outside the period of its project, or outside the budget year where it prints none. */
export interface StrayDate {
  readonly of: Indicator | Goal
  readonly period: Period
  readonly frame: OwnPeriod | Year
  /** It only goes on behind the end of the year, or is the year that a goal begins with, which may be that of its money. */
  readonly isDoubtful: boolean
}

/** The dates of a project that lie outside its period or else the budget year. */
export const strayDatesOf = (project: Project, disclosure: Disclosure): readonly StrayDate[] => {
  const { year } = disclosure
  const own = ownPeriod(project, year)
  const frame = own ?? year ?? yearInName(project)
  if (frame === undefined) return []
  const isPrinted = own !== undefined && own === printedPeriod(project)
  const dates = [
    ...collect(indicatorsOf(project), (placed) => {
      const term = own === undefined && isDatedForTerm(placed) ? longTermOf(project, disclosure) : own
      return strayDateOf(placed, term, term ?? frame)
    }),
    ...collectAll(project.goals, (goal) => strayDeadlinesOf(goal, frame, isPrinted)),
  ]
  return dates.filter(
    ({ period }) =>
      ((own ?? year) !== undefined || sideOf(period, frame) === 'before') &&
      (own !== undefined || !endsTermAround(period, disclosure)),
  )
}

/** 起止时间:2020年11月-2021年7月: whether a text around the table says that something lasts until then. */
const endsTermAround = ({ text: { folded: date } }: Period, { leftovers }: Disclosure): boolean =>
  leftovers.some(({ text: { folded }, reason }) => {
    const at = reason === 'surrounding' ? folded.indexOf(date) : -1
    return at > 0 && JOINS_DATES.test(folded[at - 1] as string)
  })

/** What 2023年 in its name begins may go on for years, but nothing of it was to be ready before, where nothing else says when it is. */
const yearInName = ({ name }: Project): Year | undefined => {
  const found = YEAR_IN_NAME.exec(name.folded)
  if (found === null) return undefined
  return { text: name.slice(found.index, found.index + found[0].length), value: Number(found[1]) }
}

/** The period of a project that doesn't hold the budget year. */
export const periodWithoutYear = (project: Project, { year }: Disclosure): OwnPeriod | undefined => {
  const own = ownPeriod(project, year)
  return own === undefined || year === undefined || covers(own, year.value) ? undefined : own
}

/**
 * Deadlines that lie before the year in which the goal is to be reached, and those behind the end of the period that the project
 * prints for itself. Behind the budget year may be the goals of several years.
 */
const strayDeadlinesOf = (goal: Goal, frame: OwnPeriod | Year, isPrinted: boolean): readonly StrayDate[] =>
  collect(goal.quantities, (period): StrayDate | undefined => {
    if (period.kind !== 'period' || period.recurring || period.until === undefined) return undefined
    const side = sideOf(period, frame)
    if (side === undefined || isOfPast(period, goal)) return undefined
    const isStray =
      side === 'before'
        ? IS_DATE.test(period.text.folded) && isToBeDone(period, goal)
        : isPrinted &&
          goal.term !== 'long-term' &&
          ((side === 'after' && period.until.month !== undefined) || isToBeDone(period, goal))
    return isStray
      ? { of: goal, period, frame, isDoubtful: false }
      : opensOlderGoal(period, goal) && side === 'before'
        ? { of: goal, period, frame, isDoubtful: true }
        : undefined
  })

/** 2019年改造厕所50万户 in the form of 2021: a goal left over, one sentence that begins with its year and names no other. */
const opensOlderGoal = (period: Period, { text, term, quantities }: Goal): boolean =>
  term !== 'long-term' &&
  period.text.offsetIn(text) === 0 &&
  IS_YEAR.test(period.text.folded) &&
  !OF_THAT_YEAR.test(behindOf(period, text)) &&
  !/[。;]./.test(text.folded) &&
  !LEFT_FROM_YEAR.test(text.folded) &&
  quantities.every((other) => other === period || other.kind !== 'period' || other.until?.year === undefined)

/** Something was done or paid for by then. */
const isOfPast = (period: Period, { text }: Goal): boolean => {
  const start = period.text.offsetIn(text)
  const before = text.folded.slice(0, start).replace(/^.*[;。]/s, '')
  const behind = behindOf(period, text)
  const sentence = behind.slice(0, behind.search(/[;。]|$/))
  // 截至 is read as part of its date.
  if (IS_DONE.test(before) || IS_DONE.test(period.text.folded) || SAYS_DONE.test(sentence)) return true
  if (TAKES_YEARS.test(sentence)) return true
  return OF_EARLIER_MONEY.test(before) || OF_EARLIER_MONEY.test(sentence)
}

const isToBeDone = (period: Period, { text }: Goal): boolean => TO_BE_DONE.test(behindOf(period, text))

const behindOf = ({ text: printed }: Period, text: Goal['text']): string =>
  text.folded.slice(printed.endIn(text))

const strayDateOf = (
  { indicator, categoryId }: PlacedIndicator,
  own: OwnPeriod | undefined,
  frame: OwnPeriod | Year,
): StrayDate | undefined => {
  const period = periodOf(indicator) ?? deadlineNamed(indicator)
  const side = period && sideOf(period, frame)
  if (period === undefined || side === undefined) return undefined
  // Effects are to last beyond the year, and long-term goals reach beyond it.
  const isLasting = categoryId === 'sustained-impact' || indicator.term === 'long-term'
  if (own === undefined && side !== 'before' && isLasting) return undefined
  return { of: indicator, period, frame, isDoubtful: side === 'reaching' && own === undefined }
}

const periodOf = ({ target }: Indicator): Period | undefined =>
  target.kind === 'period' && !target.period.recurring ? target.period : undefined

/** 2012年12月底前完工, whatever the value: the only date of a name, by which something is to be done. */
const deadlineNamed = ({ name, nameQuantities }: Indicator): Period | undefined => {
  const [period, ...others] = nameQuantities.filter((one) => one.kind === 'period')
  if (period === undefined || others.length > 0 || period.recurring) return undefined
  return IS_DATE.test(period.text.folded) && TO_BE_DONE.test(behindOf(period, name)) ? period : undefined
}

const isDatedForTerm = (placed: PlacedIndicator): boolean =>
  placed.indicator.term === 'long-term' && periodOf(placed.indicator) !== undefined

/** 中期目标(2019年-2020年): the term that the label of the goal for it prints. */
const longTermOf = ({ span }: Project, { headings }: Disclosure): OwnPeriod | undefined => {
  const [term] = collect(headings, ({ role, text }) =>
    role === 'goal' && contains(span, text.span) ? yearsIn(text) : undefined,
  )
  return term
}

const yearsIn = (words: SpannedText): OwnPeriod | undefined => {
  const named = YEARS_IN_NAME.exec(words.folded)
  const [from, until] = [Number(named?.[1]), Number(named?.[2])]
  if (named === null || from >= until) return undefined
  const text = words.slice(named.index, named.index + named[0].length)
  return { text, from: yearAlone(from), until: yearAlone(until) }
}

const yearAlone = (year: number): PlainDate => ({ year, month: undefined, day: undefined })

/**
 * The period in a field of its own or in an indicator that states it (服务周期); one of more than one year in the name,
 * behind a label, or around the budget year in a goal.
 */
const ownPeriod = (project: Project, year: Year | undefined): OwnPeriod | undefined => {
  const printed = printedPeriod(project)
  if (printed !== undefined) return printed
  for (const { text, quantities } of project.goals) {
    for (const period of quantities.filter(isLong)) {
      const start = period.text.offsetIn(text)
      const isLabelled = PERIOD_LABEL.test(text.folded.slice(Math.max(0, start - 12), start))
      if (isLabelled || (year !== undefined && covers(period, year.value))) return period
    }
  }
  return undefined
}

const printedPeriod = (project: Project): OwnPeriod | undefined => {
  const { period } = project
  return period?.from?.year !== undefined && period.until?.year !== undefined ? period : statedPeriod(project)
}

const statedPeriod = rememberForProject((project: Project): OwnPeriod | undefined => {
  for (const { indicator } of indicatorsOf(project)) {
    const stated = periodOf(indicator)
    if (stated?.from?.year === undefined || stated.until?.year === undefined) continue
    if (namesProjectPeriod(indicator.name.meaning)) return stated
  }
  return yearsIn(project.name)
})

const isLong = (quantity: Quantity): quantity is Period =>
  quantity.kind === 'period' &&
  quantity.from?.year !== undefined &&
  quantity.until?.year !== undefined &&
  quantity.from.year < quantity.until.year

const covers = ({ from, until }: OwnPeriod, year: number): boolean =>
  (from?.year ?? year) <= year && (until?.year ?? year) >= year

/** Months since year 0; dates without a year are in any. */
const monthOf = (date: PlainDate | undefined, defaultMonth: number): number | undefined =>
  date?.year === undefined ? undefined : date.year * 12 + (date.month ?? defaultMonth)

/** Where a period lies that isn't inside: wholly before or after, or going on behind the end. */
const sideOf = (
  { from, until }: Period,
  frame: OwnPeriod | Year,
): 'before' | 'after' | 'reaching' | undefined => {
  const isYear = 'value' in frame
  const lowest = isYear ? frame.value * 12 + 1 : monthOf(frame.from, 1)
  const highest = isYear ? frame.value * 12 + 12 : monthOf(frame.until, 12)
  if (lowest === undefined || highest === undefined) return undefined
  const [first, last] = [monthOf(from, 1), monthOf(until, 12)]
  if (last !== undefined && last < lowest) return 'before'
  if (first !== undefined && first > highest) return 'after'
  const surrounds = first !== undefined && first < lowest
  // What lasts longer than the project isn't its period; what only begins earlier is.
  if (!isYear && surrounds && last === highest) return 'reaching'
  return last !== undefined && last > highest && !surrounds ? 'reaching' : undefined
}
