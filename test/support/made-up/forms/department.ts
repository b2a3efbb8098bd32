import { makeProject } from '../content.ts'
import { columnsOf, headerOf, rowsOf, truthOf } from '../indicator-table.ts'
import { TASKS } from '../phrases.ts'
import { across, cell, type SheetRow } from '../sheet.ts'
import { moneyLabel, printMoney, trueMoney } from '../style.ts'
import { type Form, footerLines, goalText, stretch, titleLines, withSide } from './form.ts'

/** 部门整体支出绩效目标表: the department as a whole, its money divided over tasks. */
export const department: Form = (random, style) => {
  const { labels } = style
  const year = random.integer(2019, 2027)
  const project = makeProject(random, year)
  const name = `${random.pick(['某市', '某县', '某区'])}${project.topic.bureau}`
  const columns = columnsOf(style)
  const width = Math.max(6, columns.length + 1)
  const tasks = random.sample(TASKS, random.integer(2, 4)).map(([task, content]) => ({
    task,
    content,
    fiscal: random.integer(1000, 90_000),
    other: random.chance(0.4) ? random.integer(100, 9000) : 0,
  }))
  const total = tasks.reduce((sum, { fiscal, other }) => sum + fiscal + other, 0)
  const money = (sum: number): string => printMoney(sum, style)
  const inner = stretch(
    [headerOf(columns, style), ...rowsOf(project.indicators, columns, style)],
    width - 1 - columns.length,
  )
  const taskRows: readonly SheetRow[] = [
    [
      cell(labels.of('task'), 1, 2),
      cell(labels.of('content'), width - 5, 2),
      cell(moneyLabel(labels.of('taskMoney'), style), 3),
    ],
    [cell('总额'), cell(labels.of('fiscal')), cell(labels.of('other'))],
    ...tasks.map(({ task, content, fiscal, other }) => [
      cell(task),
      cell(content, width - 5),
      cell(money(fiscal + other)),
      cell(money(fiscal)),
      cell(money(other)),
    ]),
    [
      cell('金额合计'),
      cell('', width - 5),
      cell(money(total)),
      cell(money(tasks.reduce((sum, { fiscal }) => sum + fiscal, 0))),
      cell(money(tasks.reduce((sum, { other }) => sum + other, 0))),
    ],
  ]
  return [
    {
      part: {
        before: titleLines('部门整体支出绩效目标申报表', year, style, random),
        rows: [
          across([labels.of('unitName'), name], width),
          ...withSide('年度主要任务', taskRows, true),
          across([labels.of('goal'), goalText(project.goals, random)], width),
          ...withSide(labels.of('side'), inner, true),
        ],
        after: footerLines(random),
      },
      projects: [
        {
          name,
          amount: trueMoney(total, style),
          goals: project.goals,
          tasks: tasks.map(({ task }) => task),
          indicators: project.indicators.map((indicator) => truthOf(indicator, columns, style)),
        },
      ],
    },
  ]
}
