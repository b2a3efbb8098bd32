import type { Goal, Indicator, Project, Year } from '../model/disclosure.ts'
import type { Period, PlainDate, Quantity } from '../model/measure.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  IS_DONE,
  namesProjectPeriod,
  OF_EARLIER_MONEY,
  PERIOD_LABEL,
  SAYS_DONE,
  TO_BE_DONE,
} from '../vocabulary/deadlines.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const dateOutsideYear: Rule = {
  id: 'date-outside-year',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '指标的期限应在项目期限或预算年度内。',
      en: 'A deadline or period of an indicator lies in the period of the project, or else in the budget year.',
    },
    finds: {
      zh: '早于或晚于项目期限的期限；没有项目期限时，早于或晚于预算年度的期限；项目期限不含预算年度。',
      en: 'A date before or after the period of the project or, where none is printed, the budget year; and a period of the project without the budget year.',
    },
    why: {
      zh: '期限早于或晚于预算年度，往往是沿用了往年的表。单独一栏、指标（如服务周期）、项目名称或目标中写有项目期限的，按项目期限检查，项目期限不含预算年度时给出警告；目标中说明资金来源的年份（如上年结转）不是期限；两者都没有写明时不检查；跨到下一年的期限仅提示核对（警告），可持续影响不受此限。',
      en: 'A date before the budget year is mostly left over from an earlier table. Where a field, an indicator (服务周期), the name or a goal prints the period of the project, that period counts, and one without the budget year is a warning; a year in a goal that says where the money comes from is no deadline; where neither is printed nothing is checked. A date that reaches into the next year is a warning only, and a sustained effect may.',
    },
    fix: {
      zh: '更正日期，或写明项目的实施期。',
      en: 'Correct the date, or state the period of the project.',
    },
    basis: {
      zh: '年度绩效目标以预算年度为限（FORM）。',
      en: 'Annual goals are those of the budget year (FORM).',
    },
    invalid: `某县2022年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)时效指标 1.工程款支付时间 2021年11月30日前${REST}`,
    valid: `某县2022年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)时效指标 1.工程款支付时间 2022年11月30日前 2.资金到位时间 12月底前${REST}`,
  },

  *checkProject(project, { disclosure }) {
    const { year } = disclosure
    const own = ownPeriod(project, year)
    if (own !== undefined && year !== undefined && !covers(own, year.value))
      yield disagreement(project, own, year)
    for (const placed of indicatorsOf(project)) {
      const problem = outsideOf(placed, own, year)
      if (problem !== undefined) yield problem
    }
    for (const goal of project.goals) yield* pastDeadlinesOf(goal, own, year)
  },
}

/**
 * Deadlines that lie before the year in which the goal is to be reached. Later ones may be of goals for
 * several years.
 */
function* pastDeadlinesOf(
  { text, quantities }: Goal,
  own: OwnPeriod | undefined,
  year: Year | undefined,
): Generator<Problem> {
  for (const period of quantities) {
    if (period.kind !== 'period' || period.recurring || period.until?.month === undefined) continue
    if (sideOf(period, own, year) !== 'before') continue
    const start = period.text.offsetIn(text)
    const before = text.folded.slice(0, start).replace(/^.*[;。]/s, '')
    const behind = text.folded.slice(start + period.text.length)
    const sentence = behind.slice(0, behind.search(/[;。]|$/))
    if (IS_DONE.test(before) || SAYS_DONE.test(sentence) || !TO_BE_DONE.test(behind)) continue
    if (OF_EARLIER_MONEY.test(before) || OF_EARLIER_MONEY.test(sentence)) continue
    yield outside(goalNamed(text), period, own ?? year, false)
  }
}

const outsideOf = (
  { indicator, categoryId }: PlacedIndicator,
  own: OwnPeriod | undefined,
  year: Year | undefined,
): Problem | undefined => {
  const period = periodOf(indicator)
  const side = period === undefined ? undefined : sideOf(period, own, year)
  if (period === undefined || side === undefined) return undefined
  const isWithinProject = own !== undefined
  // Effects are to last beyond the year, and long-term goals reach beyond it.
  const isLasting = categoryId === 'sustained-impact' || indicator.term === 'long-term'
  if (!isWithinProject && side !== 'before' && isLasting) return undefined
  return outside(indicatorNamed(indicator.name), period, own ?? year, side === 'reaching' && !isWithinProject)
}

const periodOf = ({ target }: Indicator): Period | undefined =>
  target.kind === 'period' && !target.period.recurring ? target.period : undefined

const outside = (
  subject: Message,
  period: Period,
  frame: OwnPeriod | Year | undefined,
  isWarning: boolean,
): Problem => {
  const printed = period.text.meaning
  const isYear = frame !== undefined && 'value' in frame
  const within = frame === undefined ? '' : isYear ? String(frame.value) : frame.text.meaning
  return {
    message: isYear
      ? {
          zh: `${subject.zh}的期限“${printed}”不在预算年度 ${within} 年内`,
          en: `the date “${printed}” of ${subject.en} is not in the budget year ${within}`,
        }
      : {
          zh: `${subject.zh}的期限“${printed}”不在项目期限“${within}”内`,
          en: `the date “${printed}” of ${subject.en} is not in the period of the project, “${within}”`,
        },
    at: period.span,
    related:
      frame === undefined
        ? []
        : [
            {
              at: frame.text.span,
              note: isYear
                ? { zh: '预算年度', en: 'budget year' }
                : { zh: '项目期限', en: 'period of the project' },
            },
          ],
    ...(isWarning ? { severity: 'warning' as const } : {}),
    data: { within },
  }
}

const indicatorNamed = ({ meaning }: SpannedText): Message => {
  const name = quoted(meaning)
  return { zh: `指标${name}`, en: `the indicator ${name}` }
}

const goalNamed = ({ meaning: words }: SpannedText): Message => {
  const shown = quoted(words.length > 24 ? `${words.slice(0, 23)}…` : words)
  return { zh: `绩效目标${shown}`, en: `the goal ${shown}` }
}

const disagreement = (project: Project, own: OwnPeriod, year: Year): Problem => {
  const [name, printed] = [project.name.meaning, own.text.meaning]
  return {
    message: {
      zh: `项目${quoted(name)}的期限“${printed}”不含预算年度 ${year.value} 年`,
      en: `the period “${printed}” of the project ${quoted(name)} does not include the budget year ${year.value}`,
    },
    at: own.text.span,
    related: [{ at: year.text.span, note: { zh: '预算年度', en: 'budget year' } }],
    severity: 'warning',
    data: { year: String(year.value) },
  }
}

/** The period that a project prints for itself. */
type OwnPeriod = Pick<Period, 'text' | 'from' | 'until'>

const YEARS = /(20\d{2})年?\s{0,4}[-~至到]\s{0,4}(20\d{2})年?(?!\d)/

const yearAlone = (year: number): PlainDate => ({ year, month: undefined, day: undefined })

/**
 * The period in a field of its own or in an indicator that states it (服务周期); one of more than one year in the name,
 * behind a label, or around the budget year in a goal.
 */
const ownPeriod = (project: Project, year: Year | undefined): OwnPeriod | undefined => {
  const { period: printed, name, goals } = project
  if (printed?.from?.year !== undefined && printed.until?.year !== undefined) return printed
  for (const { indicator } of indicatorsOf(project)) {
    const stated = periodOf(indicator)
    if (stated?.from?.year === undefined || stated.until?.year === undefined) continue
    if (namesProjectPeriod(indicator.name.meaning)) return stated
  }
  const inName = YEARS.exec(name.folded)
  if (inName !== null) {
    const text = name.slice(inName.index, inName.index + inName[0].length)
    const [from, until] = [Number(inName[1]), Number(inName[2])]
    if (from < until) return { text, from: yearAlone(from), until: yearAlone(until) }
  }
  for (const { text, quantities } of goals) {
    for (const period of quantities.filter(isLong)) {
      const start = period.text.offsetIn(text)
      const isLabelled = PERIOD_LABEL.test(text.folded.slice(Math.max(0, start - 12), start))
      if (isLabelled || (year !== undefined && covers(period, year.value))) return period
    }
  }
  return undefined
}

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
  own: OwnPeriod | undefined,
  year: Year | undefined,
): 'before' | 'after' | 'reaching' | undefined => {
  const lowest = own === undefined ? year && year.value * 12 + 1 : monthOf(own.from, 1)
  const highest = own === undefined ? year && year.value * 12 + 12 : monthOf(own.until, 12)
  if (lowest === undefined || highest === undefined) return undefined
  const [first, last] = [monthOf(from, 1), monthOf(until, 12)]
  if (last !== undefined && last < lowest) return 'before'
  if (first !== undefined && first > highest) return 'after'
  const surrounds = first !== undefined && first < lowest
  // What lasts longer than the project isn't its period; what only begins earlier is.
  if (own !== undefined && surrounds && last !== undefined && last === highest) return 'reaching'
  return last !== undefined && last > highest && !surrounds ? 'reaching' : undefined
}
