import type { Random } from '../../random.ts'
import type { TruthProject } from '../../reading/case.ts'
import { amountOf, type MadeUpProject, makeProject } from '../content.ts'
import { columnsOf, headerOf, inSomeOrder, rowsOf, truthOf, withUnusedRow } from '../indicator-table.ts'
import { across, cell, type SheetRow } from '../sheet.ts'
import { printMoney, type Style, trueMoney } from '../style.ts'
import {
  type Form,
  type FormPage,
  footerLines,
  goalText,
  headRows,
  stretch,
  titleLines,
  truthOfProject,
  withSide,
} from './form.ts'

/** 项目支出绩效自评表: what was planned, with money by source and stage, results and scores. */
export const selfEvaluation: Form = (random, style) => {
  const year = random.integer(2019, 2026)
  return Array.from({ length: random.pick([1, 1, 2]) }, () =>
    makePage(makeProject(random, year), year, style, random),
  )
}

const makePage = (project: MadeUpProject, year: number, style: Style, random: Random): FormPage => {
  const { labels } = style
  const columns = columnsOf(style, { results: true })
  const width = Math.max(8, columns.length + (style.side ? 1 : 0))
  const indicators = inSomeOrder(project.indicators, random)
  const inner = stretch(
    [headerOf(columns, style), ...withUnusedRow(rowsOf(indicators, columns, style), columns, style)],
    width - columns.length - (style.side ? 1 : 0),
  )
  const money = makeMoney(project, width, style, random)
  const half = Math.floor((width - 1) / 2)
  const score = indicators.reduce((sum, one) => sum + one.score, 10)
  const instruction = random.chance(0.25) ? '（100字以内）' : ''
  const rows: readonly SheetRow[] = [
    ...headRows(project, width, style, random),
    ...money.rows,
    [
      cell(labels.of('goal'), 1, 2),
      cell(labels.of('expected'), half),
      cell(`${labels.of('result')}${instruction}`, width - 1 - half),
    ],
    [cell(goalText(project.goals, random), half), cell(goalText(project.results, random), width - 1 - half)],
    ...withSide(labels.of('side'), inner, style.side),
    across([random.pick(['总分', '合计', '自评总分']), String(score)], width),
    ...(random.chance(0.3) ? [across(['评价结论', '良好', '存在问题', '无'], width)] : []),
  ]
  return {
    part: {
      before: titleLines('项目支出绩效自评表', year, style, random),
      rows,
      after: footerLines(random),
    },
    projects: [
      {
        ...truthOfProject(project, style),
        goals: project.goals,
        results: project.results,
        moneyCells: money.truth,
        indicators: indicators.map((indicator) => truthOf(indicator, columns, style)),
      },
    ],
  }
}

interface MoneyTable {
  readonly rows: readonly SheetRow[]
  readonly truth: NonNullable<TruthProject['moneyCells']>
}

/** Sources by stages: opening, planned and spent, with points, rate and score in the row of the whole. */
const makeMoney = (project: MadeUpProject, width: number, style: Style, random: Random): MoneyTable => {
  const { labels } = style
  const unit = style.moneyUnitAt === 'label' ? `（${style.moneyUnit}）` : ''
  const spentShare = random.pick([100, 100, 95, 88])
  const whole = amountOf(project)
  const sources = [
    ['amount', labels.of('amount'), whole],
    ['fiscal', `其中：${labels.of('fiscal')}`, project.fiscal],
    ['carried', labels.of('carried'), project.carried],
    ['other', labels.of('other'), project.other],
  ] as const
  const spent = (sum: number): number => Math.floor((sum * spentShare) / 100)
  const truth: (readonly [string, string, string])[] = []
  const header = across(
    [
      '',
      labels.of('opening'),
      labels.of('planned'),
      labels.of('executed'),
      labels.of('points'),
      labels.of('rate'),
      labels.of('score'),
    ],
    width - 1,
  )
  const body = sources.map(([name, label, sum]) => {
    const isWhole = name === 'amount'
    const rate = sum === 0 ? '' : `${((100 * spent(sum)) / sum).toFixed(2)}%`
    truth.push(
      [label, 'initial', trueMoney(sum, style)],
      [label, 'executed', trueMoney(spent(sum), style)],
      ...(rate === '' ? [] : [[label, 'rate', rate] as const]),
      ...(isWhole ? [[label, 'weight', '10'] as const, [label, 'score', '10'] as const] : []),
    )
    return across(
      [
        label,
        printMoney(sum, style),
        printMoney(sum, style),
        printMoney(spent(sum), style),
        isWhole ? '10' : '—',
        rate,
        isWhole ? '10' : '—',
      ],
      width - 1,
    )
  })
  const inner = [header, ...body]
  return {
    rows: inner.map((row, i) =>
      i === 0 ? [cell(`${labels.of('money')}${unit}`, 1, inner.length), ...row] : row,
    ),
    truth,
  }
}
