import type { Random } from '../../random.ts'
import type { TruthProject } from '../../reading/case.ts'
import { amountOf, type MadeUpIndicator, type MadeUpProject, makeProject } from '../content.ts'
import { columnsOf, printedName, printTarget, truthOf } from '../indicator-table.ts'
import { cell } from '../sheet.ts'
import { moneyLabel, printMoney, printName, type Style } from '../style.ts'
import { type Form, footerLines, goalText, titleLines, truthOfProject } from './form.ts'

/** Indicators written out in lines under numbered headings leave no columns. */
const written = (style: Style): Style => ({
  ...style,
  comparator: style.comparator === 'column' ? 'in the value' : style.comparator,
  unit: style.unit === 'column' ? 'in the value' : style.unit,
  explanation: 'none',
  points: false,
  standard: false,
})

/** 绩效目标公开表 with a row for each project, all its indicators in one cell. */
export const singleCell: Form = (random, given) => {
  const style = written(given)
  const { labels } = style
  const year = random.integer(2019, 2027)
  const projects = Array.from({ length: random.integer(1, 4) }, () => makeProject(random, year))
  const isBracketed = random.chance(0.5)
  return [
    {
      part: {
        before: titleLines('部门预算项目支出绩效目标公开表', year, style, random),
        rows: [
          [
            cell(labels.of('projectName')),
            cell(moneyLabel(labels.of('amount'), style)),
            cell(labels.of('goal')),
            cell(labels.of('side')),
          ],
          ...projects.map((project) => [
            cell(printName(project.name, project.code, style)),
            cell(printMoney(amountOf(project), style)),
            cell(goalText(project.goals, random)),
            cell(outline(project, style, isBracketed)),
          ]),
        ],
        after: footerLines(random),
      },
      projects: projects.map((project) => truth(project, style)),
    },
  ]
}

const truth = (project: MadeUpProject, style: Style): TruthProject => ({
  ...truthOfProject(project, style),
  goals: project.goals,
  indicators: project.indicators.map((indicator) => truthOf(indicator, columnsOf(style), style)),
})

const CHINESE = ['一', '二', '三', '四', '五', '六']

/** `一、产出指标 (一)数量指标 1.名称：≥3个`, or `【产出指标-数量指标】指标1：名称（≥3个）`. */
const outline = ({ indicators }: MadeUpProject, style: Style, isBracketed: boolean): string => {
  const lines: string[] = []
  let [first, second, third] = [0, 0, 0]
  let last: MadeUpIndicator | undefined
  for (const indicator of indicators) {
    const isNewFirst = last?.l1 !== indicator.l1
    const isNewSecond = isNewFirst || last?.l2 !== indicator.l2
    if (isNewFirst) [first, second] = [first + 1, 0]
    if (isNewSecond) [second, third] = [second + 1, 0]
    third += 1
    const [l1, l2] = [style.categories[indicator.l1], style.categories[indicator.l2]]
    const name = printedName(indicator, style)
    const target = printTarget(indicator.value, style)
    if (isBracketed) {
      lines.push(...(isNewSecond ? [`【${l1}-${l2}】`] : []), `指标${third}：${name}（${target}）`)
    } else {
      lines.push(
        ...(isNewFirst ? [`${CHINESE[first - 1]}、${l1}`] : []),
        ...(isNewSecond ? [`（${CHINESE[second - 1]}）${l2}`] : []),
        `${third}.${name}：${target}`,
      )
    }
    last = indicator
  }
  return lines.join('\n')
}

/** 申报书: everything in sentences. */
export const narrative = (
  random: Random,
  given: Style,
): { readonly text: string; readonly projects: readonly TruthProject[] } => {
  const style: Style = { ...written(given), gluedCode: false }
  const { labels } = style
  const year = random.integer(2019, 2027)
  const projects = Array.from({ length: random.pick([1, 1, 2]) }, () => makeProject(random, year))
  const money = (project: MadeUpProject): string =>
    `${moneyLabel(labels.of('amount'), style)}：${printMoney(amountOf(project), style)}${style.moneyUnitAt === 'title' ? style.moneyUnit : ''}`
  const text = projects
    .map((project) =>
      [
        `${year}年项目支出绩效目标`,
        `${labels.of('projectName')}：${project.name}`,
        money(project),
        `${labels.of('goal')}：${goalText(project.goals, random)}`,
        ...sentences(project, style),
      ].join('\n'),
    )
    .join('\n\n')
  return { text: `${text}\n`, projects: projects.map((project) => truth(project, style)) }
}

/** `产出指标：数量指标：名称≥3个；名称≥4个。` */
const sentences = ({ indicators }: MadeUpProject, style: Style): readonly string[] => {
  const lines: string[] = []
  for (const l1 of new Set(indicators.map((indicator) => indicator.l1))) {
    const own = indicators.filter((indicator) => indicator.l1 === l1)
    const parts = [...new Set(own.map(({ l2 }) => l2))].map((l2) => {
      const items = own
        .filter((indicator) => indicator.l2 === l2)
        .map((indicator) => {
          // Words that follow words need something between them, or nobody could tell where the name ends.
          const between = indicator.value.kind === 'number' ? '' : '：'
          return `${printedName(indicator, style)}${between}${printTarget(indicator.value, style)}`
        })
      return `${style.categories[l2]}：${items.join('；')}`
    })
    lines.push(`${style.categories[l1]}：${parts.join('。')}。`)
  }
  return lines
}
