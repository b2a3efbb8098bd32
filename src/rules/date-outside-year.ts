import type { OwnPeriod, StrayDate } from '../facts/stray-dates.ts'
import type { Project, Year } from '../model/disclosure.ts'
import { contains } from '../source/span.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const BUDGET_YEAR: Message = { zh: '预算年度', en: 'budget year' }
const OWN_PERIOD: Message = { zh: '项目期限', en: 'period of the project' }

const NAMED_YEAR: Message = { zh: '项目名称中的年度', en: 'year in the name of the project' }

const outside = (project: Project, { of, period, frame, isDoubtful }: StrayDate): Problem => {
  const printed = period.text.meaning
  const whose = subjectOf(of)
  const isYear = 'value' in frame
  const within = isYear ? String(frame.value) : frame.text.meaning
  const note = !isYear ? OWN_PERIOD : contains(project.name.span, frame.text.span) ? NAMED_YEAR : BUDGET_YEAR
  const when = isYear ? { zh: ` ${within} 年`, en: ` ${within}` } : { zh: `“${within}”`, en: `, “${within}”` }
  return {
    message: {
      zh: `${whose.zh}的期限“${printed}”不在${note.zh}${when.zh}内`,
      en: `the date “${printed}” of ${whose.en} is not in the ${note.en}${when.en}`,
    },
    at: period.span,
    related: [{ at: frame.text.span, note }],
    ...(isDoubtful ? { severity: 'warning' as const } : {}),
    data: { within },
  }
}

const subjectOf = (of: StrayDate['of']): Message => {
  if (of.kind === 'indicator') {
    const name = quoted(of.name.meaning)
    return { zh: `指标${name}`, en: `the indicator ${name}` }
  }
  const words = of.text.meaning
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
    related: [{ at: year.text.span, note: BUDGET_YEAR }],
    severity: 'warning',
    data: { year: String(year.value) },
  }
}

export const dateOutsideYear: Rule = {
  id: 'date-outside-year',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '指标的期限应在项目期限或预算年度内。',
      en: 'The deadline or period of an indicator falls within the project period or, if none is stated, the budget year.',
    },
    finds: {
      zh: '早于或晚于项目期限的期限；没有项目期限时，早于或晚于预算年度的期限；项目期限不含预算年度。',
      en: 'A date before or after the project period or, if none is stated, before or after the budget year; a project period that does not include the budget year.',
    },
    why: {
      zh: '期限早于或晚于预算年度，往往是沿用了往年的表。单独一栏、指标（如服务周期）、项目名称或目标中写有项目期限的，按项目期限检查，项目期限不含预算年度时给出警告；目标中说明资金来源的年份（如上年结转）不是期限，以往年年份开头、又不写其他年份的目标给出警告；两者都没有写明时，仅检查是否早于项目名称中的年度；跨到下一年的期限仅提示核对（警告），可持续影响不受此限。',
      en: 'A date before or after the budget year is often left over from an earlier table. If a project period is stated in a column of its own, in an indicator (such as 服务周期), in the project name or in a goal, dates are checked against that period, and a period that does not include the budget year is a warning. A year in a goal that only says where the money comes from (such as 上年结转) is not a deadline; a goal that begins with an earlier year and names no other is a warning. If neither a project period nor a budget year is stated, only dates before the year in the project name are reported. A date that runs into the next year is only a warning, and sustained effects may run into it.',
    },
    fix: {
      zh: '更正日期，或写明项目的实施期。',
      en: 'Correct the date, or state the project period.',
    },
    basis: {
      zh: '年度绩效目标以预算年度为限（FORM）。',
      en: 'Annual goals apply to the budget year (FORM).',
    },
    invalid: `某县2022年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)时效指标 1.工程款支付时间 2021年11月30日前${REST}`,
    valid: `某县2022年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)时效指标 1.工程款支付时间 2022年11月30日前 2.资金到位时间 12月底前${REST}`,
  },

  *checkProject({ project, year, periodWithoutYear: own, strayDates }) {
    if (own !== undefined && year !== undefined) yield disagreement(project, own, year)
    for (const date of strayDates) yield outside(project, date)
  },
}
