import type { Random } from '../../random.ts'
import type { TruthProject } from '../../reading/case.ts'
import { amountOf, type MadeUpProject } from '../content.ts'
import { across, cell, type SheetPart, type SheetRow } from '../sheet.ts'
import { moneyLabel, printMoney, printName, type Style, trueMoney, unitLine } from '../style.ts'

/** One made-up page with the projects that it is about. */
export interface FormPage {
  readonly part: SheetPart
  readonly projects: readonly TruthProject[]
}

/** Makes the pages of one kind of form. */
export type Form = (random: Random, style: Style) => readonly FormPage[]

/** What every form says of its project; more is added by those that print more. */
export const truthOfProject = (
  project: MadeUpProject,
  style: Style,
): Pick<TruthProject, 'name' | 'amount'> => ({
  name: printName(project.name, project.code, style),
  amount: trueMoney(amountOf(project), style),
})

/** The lines over a form: its title, perhaps a year in brackets, and the unit of money. */
export const titleLines = (title: string, year: number, style: Style, random: Random): readonly string[] => [
  random.chance(0.5) ? `${title}` : `${year}年${title}`,
  ...(random.chance(0.4) ? [`（${year}年度）`] : []),
  ...unitLine(style),
]

/** Project, agencies, kind and period: label and value beside each other. */
export const headRows = (
  project: MadeUpProject,
  width: number,
  style: Style,
  random: Random,
): readonly SheetRow[] => {
  const { labels } = style
  const { topic, year } = project
  const place = random.pick(['某市', '某县', '某区'])
  return [
    across([labels.of('projectName'), printName(project.name, project.code, style)], width),
    across(
      [
        labels.of('department'),
        `${place}${topic.bureau}`,
        labels.of('agency'),
        `${place}${topic.bureau}${random.pick(['本级', '机关', ''])}`,
      ],
      width,
    ),
    ...(random.chance(0.5)
      ? [
          across(
            [
              labels.of('property'),
              random.pick(['新增□ 延续☑', '延续项目', '一次性项目', '经常性项目']),
              labels.of('period'),
              `${year}年1月-${year}年12月`,
            ],
            width,
          ),
        ]
      : []),
  ]
}

/** The parts of a project's money that are printed: label and sum in hundredths. */
export const fundingOf = (project: MadeUpProject, style: Style): readonly (readonly [string, number])[] => {
  const { labels } = style
  return [
    [labels.of('fiscal'), project.fiscal],
    ...(project.carried > 0 ? [[labels.of('carried'), project.carried] as const] : []),
    [labels.of('other'), project.other],
  ]
}

/** The amount and its parts below each other, behind a merged label. */
export const moneyRows = (
  project: MadeUpProject,
  width: number,
  style: Style,
  random: Random,
): readonly SheetRow[] => {
  const { labels } = style
  const amount = printMoney(amountOf(project), style)
  const label = moneyLabel(labels.of('amount'), style)
  const colon = random.pick(['', '', '：'])
  const parts = fundingOf(project, style)
  if (random.chance(0.2)) return [across([label, amount], width)]
  const lines: readonly (readonly [string, string])[] = [
    [`${label}${colon}`, amount],
    ...parts.map(
      ([name, sum], i) => [`${i === 0 ? '其中：' : ''}${name}${colon}`, printMoney(sum, style)] as const,
    ),
  ]
  if (random.chance(0.5)) return lines.map((line) => across(line, width))
  return lines.map((line, i) => [
    ...(i === 0 ? [cell(labels.of('money'), 1, lines.length)] : []),
    ...across(line, width - 1),
  ])
}

/** What stands below the indicators, and belongs to nothing. */
export const footerRows = (width: number, style: Style, random: Random): readonly SheetRow[] => [
  ...(style.points && random.chance(0.4) ? [across(['合计', '90'], width)] : []),
  ...(random.chance(0.2) ? [across(['说明', '表中数据由业务科室提供（100字以内）'], width)] : []),
]

export const footerLines = (random: Random): readonly string[] =>
  random.chance(0.5)
    ? [
        random.pick([
          '填报人：        负责人：        填报日期：',
          '填表人：（签字）    单位负责人：（盖章）',
        ]),
      ]
    : []

/** A label in the first column beside rows of the rest. */
export const withSide = (label: string, rows: readonly SheetRow[], hasSide: boolean): readonly SheetRow[] =>
  hasSide ? rows.map((row, i) => (i === 0 ? [cell(label, 1, rows.length), ...row] : row)) : rows

/** Goals as one cell: numbered where there are several. */
export const goalText = (goals: readonly string[], random: Random): string =>
  goals.length === 1
    ? (goals[0] as string)
    : goals
        .map((goal, i) => `${random.pick(['目标', '目标'])}${i + 1}：${goal}`)
        .join(random.chance(0.3) ? '\n' : '')

export const widthOf = (columns: number, { side }: Style): number => Math.max(5, columns + (side ? 1 : 0))

/** The columns of a table may be fewer than those of its head: the last cell of each row is as much wider. */
export const stretch = (rows: readonly SheetRow[], by: number): readonly SheetRow[] =>
  by <= 0
    ? rows
    : rows.map((row) => row.map((one, i) => (i === row.length - 1 ? { ...one, cols: one.cols + by } : one)))
