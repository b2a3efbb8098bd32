import type { Random } from '../../random.ts'
import type { TruthProject } from '../../reading/case.ts'
import { amountOf, type MadeUpProject, makeProject } from '../content.ts'
import {
  columnsOf,
  headerOf,
  type IndicatorColumn,
  inSomeOrder,
  rowsOf,
  truthOf,
} from '../indicator-table.ts'
import { cell, type SheetCell, type SheetRow } from '../sheet.ts'
import { moneyLabel, printMoney, printName, type Style } from '../style.ts'
import { type Form, footerLines, goalText, titleLines, truthOfProject } from './form.ts'

/** 项目支出绩效目标表 with a row for each indicator: the cells of a project are merged over its rows. */
export const rowPerIndicator: Form = (random, style) => listOf(random, style, columnsOf(style))

/** The same without any category: 指标 and value alone. */
export const flatList: Form = (random, style) => listOf(random, style, columnsOf(style, { levels: false }))

const listOf = (random: Random, style: Style, columns: readonly IndicatorColumn[]): ReturnType<Form> => {
  const { labels } = style
  const year = random.integer(2019, 2027)
  const projects = Array.from({ length: random.integer(2, 5) }, () => makeProject(random, year))
  const hasAgency = random.chance(0.4)
  const hasCode = random.chance(0.3)
  const hasTotal = random.chance(0.4)
  const own = hasCode ? { ...style, gluedCode: false } : style
  const agency = `某县${(projects[0] as MadeUpProject).topic.bureau}`
  const header: SheetRow = [
    ...(hasAgency ? [cell(labels.of('agency'))] : []),
    ...(hasCode ? [cell('项目编码')] : []),
    cell(labels.of('projectName')),
    cell(moneyLabel(labels.of('amount'), style)),
    cell(labels.of('goal')),
    ...headerOf(columns, style),
  ]
  const truth: TruthProject[] = []
  const body = projects.flatMap((project) => {
    const indicators = inSomeOrder(project.indicators, random)
    truth.push({
      ...truthOfProject(project, own),
      goals: project.goals,
      indicators: indicators.map((indicator) => truthOf(indicator, columns, style)),
    })
    const height = indicators.length
    const head: readonly SheetCell[] = [
      ...(hasAgency ? [agency] : []),
      ...(hasCode ? [project.code] : []),
      printName(project.name, project.code, own),
      printMoney(amountOf(project), style),
      goalText(project.goals, random),
    ].map((text) => cell(text, 1, height))
    return rowsOf(indicators, columns, style).map((row, i) => (i === 0 ? [...head, ...row] : row))
  })
  const total = projects.reduce((sum, project) => sum + amountOf(project), 0)
  const before = (hasAgency ? 1 : 0) + (hasCode ? 1 : 0)
  const totalRow: SheetRow = [
    ...Array.from({ length: before }, (_, i) => cell(i === 0 ? '合计' : '')),
    cell(before === 0 ? '合计' : ''),
    cell(printMoney(total, style)),
    cell(''),
    ...columns.map(() => cell('')),
  ]
  return [
    {
      part: {
        before: titleLines('部门预算项目支出绩效目标表', year, style, random),
        rows: [header, ...(hasTotal ? [totalRow] : []), ...body],
        after: footerLines(random),
      },
      projects: truth,
    },
  ]
}
