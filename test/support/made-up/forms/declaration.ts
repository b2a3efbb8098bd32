import { makeProject } from '../content.ts'
import { columnsOf, headerOf, inSomeOrder, rowsOf, truthOf, withUnusedRow } from '../indicator-table.ts'
import { across, type SheetRow } from '../sheet.ts'
import { trueMoney } from '../style.ts'
import {
  type Form,
  type FormPage,
  footerLines,
  footerRows,
  fundingOf,
  goalText,
  headRows,
  moneyRows,
  stretch,
  titleLines,
  truthOfProject,
  widthOf,
  withSide,
} from './form.ts'

/** 项目支出绩效目标申报表: one form for each project, several in a file. */
export const declaration: Form = (random, style) => {
  const year = random.integer(2019, 2027)
  const count = random.pick([1, 1, 1, 2, 3])
  return Array.from({ length: count }, (): FormPage => {
    const project = makeProject(random, year)
    const columns = columnsOf(style)
    const width = widthOf(columns.length, style)
    const indicators = inSomeOrder(project.indicators, random)
    const inner = stretch(
      [headerOf(columns, style), ...withUnusedRow(rowsOf(indicators, columns, style), columns, style)],
      width - columns.length - (style.side ? 1 : 0),
    )
    const money = moneyRows(project, width, style, random)
    const rows: readonly SheetRow[] = [
      ...headRows(project, width, style, random),
      ...money,
      across([style.labels.of('goal'), goalText(project.goals, random)], width),
      ...withSide(style.labels.of('side'), inner, style.side),
      ...footerRows(width, style, random),
    ]
    return {
      part: {
        before: titleLines('项目支出绩效目标申报表', year, style, random),
        rows,
        after: footerLines(random),
      },
      projects: [
        {
          ...truthOfProject(project, style),
          goals: project.goals,
          ...(money.length > 1
            ? { moneyParts: fundingOf(project, style).map(([label, sum]) => [label, trueMoney(sum, style)]) }
            : {}),
          indicators: indicators.map((indicator) => truthOf(indicator, columns, style)),
        },
      ],
    }
  })
}
