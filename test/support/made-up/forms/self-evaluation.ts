import type { Random } from '../../random.ts'
import type { TruthProject } from '../../reading/case.ts'
import { amountOf, type MadeUpIndicator, type MadeUpProject, makeProject } from '../content.ts'
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

/** What one made-up self-evaluation says, before it is printed. */
export interface Figures {
  readonly project: MadeUpProject
  readonly indicators: readonly MadeUpIndicator[]
  /** All the money, then its sources. */
  readonly money: readonly MoneyFigures[]
  readonly results: readonly string[]
  readonly total: number
}

/** One row of the table of money, in hundredths of 万元. */
export interface MoneyFigures {
  readonly name: 'amount' | 'fiscal' | 'carried' | 'other'
  readonly planned: number
  readonly spent: number
  /** Empty where nothing was planned. */
  readonly rate: string
  /** Of the execution, in the row of all the money. */
  readonly score: number | undefined
}

/** Changes what a self-evaluation says before it is printed. */
export type Change = (figures: Figures, style: Style) => Figures

/** 项目支出绩效自评表: what was planned, with money by source and stage, results and scores. */
export const selfEvaluation: Form = (random, style) => changedEvaluation((figures) => figures)(random, style)

/** The same, with the first of its projects changed. */
export const changedEvaluation =
  (change: Change): Form =>
  (random, style) => {
    const year = random.integer(2019, 2026)
    return Array.from({ length: random.pick([1, 1, 2]) }, (_, i) =>
      makePage(makeProject(random, year), year, style, random, i === 0 ? change : (figures) => figures),
    )
  }

const figuresOf = (
  project: MadeUpProject,
  indicators: readonly MadeUpIndicator[],
  random: Random,
): Figures => {
  const spentShare = random.pick([100, 100, 95, 88])
  const spentOf = (planned: number): number => Math.floor((planned * spentShare) / 100)
  const parts = (['fiscal', 'carried', 'other'] as const).map(
    (name) => [name, project[name], spentOf(project[name])] as const,
  )
  const spentInAll = parts.reduce((sum, [, , spent]) => sum + spent, 0)
  const sources = [['amount', amountOf(project), spentInAll] as const, ...parts]
  return {
    project,
    indicators,
    money: sources.map(([name, planned, spent]) => {
      return { name, planned, spent, rate: rateOf(spent, planned), score: name === 'amount' ? 10 : undefined }
    }),
    results: project.results,
    total: indicators.reduce((sum, one) => sum + one.score, 10),
  }
}

/** 95.00%, as forms print it; empty where nothing was planned. */
export const rateOf = (spent: number, planned: number): string =>
  planned === 0 ? '' : `${((100 * spent) / planned).toFixed(2)}%`

const makePage = (
  project: MadeUpProject,
  year: number,
  style: Style,
  random: Random,
  change: Change,
): FormPage => {
  const { labels } = style
  const columns = columnsOf(style, { results: true })
  const width = Math.max(8, columns.length + (style.side ? 1 : 0))
  const sorted = inSomeOrder(project.indicators, random)
  const header = headerOf(columns, style)
  const { indicators, results, total, ...figures } = change(figuresOf(project, sorted, random), style)
  const inner = stretch(
    [header, ...withUnusedRow(rowsOf(indicators, columns, style), columns, style)],
    width - columns.length - (style.side ? 1 : 0),
  )
  const money = makeMoney(figures.money, width, style)
  const half = Math.floor((width - 1) / 2)
  const instruction = random.chance(0.25) ? '（100字以内）' : ''
  const rows: readonly SheetRow[] = [
    ...headRows(project, width, style, random),
    ...money.rows,
    [
      cell(labels.of('goal'), 1, 2),
      cell(labels.of('expected'), half),
      cell(`${labels.of('result')}${instruction}`, width - 1 - half),
    ],
    [cell(goalText(project.goals, random), half), cell(goalText(results, random), width - 1 - half)],
    ...withSide(labels.of('side'), inner, style.side),
    across([random.pick(['总分', '合计', '自评总分']), String(total)], width),
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
        results,
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
const makeMoney = (figures: readonly MoneyFigures[], width: number, style: Style): MoneyTable => {
  const { labels } = style
  const unit = style.moneyUnitAt === 'label' ? `（${style.moneyUnit}）` : ''
  const truth: (readonly [string, string, string])[] = []
  // Words are chosen where they are first asked for.
  const named = figures.map((one) => ({
    ...one,
    label: one.name === 'fiscal' ? `其中：${labels.of('fiscal')}` : labels.of(one.name),
  }))
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
  const body = named.map(({ label, planned, spent, rate, score }) => {
    truth.push(
      [label, 'initial', trueMoney(planned, style)],
      [label, 'executed', trueMoney(spent, style)],
      ...(rate === '' ? [] : [[label, 'rate', rate] as const]),
      ...(score === undefined
        ? []
        : [[label, 'weight', '10'] as const, [label, 'score', String(score)] as const]),
    )
    return across(
      [
        label,
        printMoney(planned, style),
        printMoney(planned, style),
        printMoney(spent, style),
        score === undefined ? '—' : '10',
        rate,
        score === undefined ? '—' : String(score),
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
