import type { Random } from '../../random.ts'
import type { TruthIndicator } from '../../reading/case.ts'
import {
  amountOf,
  isSameEverywhere,
  type MadeUpIndicator,
  type MadeUpProject,
  makeProject,
} from '../content.ts'
import { columnsOf, headerOf, rowsOf, truthOf } from '../indicator-table.ts'
import { across, cell, type SheetRow } from '../sheet.ts'
import { moneyLabel, printMoney, type Style } from '../style.ts'
import {
  type Form,
  type FormPage,
  footerLines,
  goalText,
  headRows,
  titleLines,
  truthOfProject,
} from './form.ts'

/** Both halves have the same rows; over the whole term more is done. */
const longTermOf = (indicator: MadeUpIndicator): MadeUpIndicator => {
  const { value } = indicator
  if (value.kind === 'date') return { ...indicator, value: { kind: 'qualitative', text: '按年度推进' } }
  if (value.kind !== 'number' || isSameEverywhere(value)) return indicator
  const number = String(Math.round(Number(value.number) * 300) / 100)
  return { ...indicator, value: { ...value, number } }
}

/** 公开表 whose 实施期 half stands beside the annual one. */
export const halvesBeside: Form = (random, style) => {
  const { project, year } = halvesOf(random)
  const { labels } = style
  const all = columnsOf({ ...style, points: false, explanation: 'none', standard: false })
  const half = all.slice(1)
  const width = 2 * half.length + 2
  const long = rowsOf(project.indicators.map(longTermOf), all, style)
  const annual = rowsOf(project.indicators, half, style)
  const header = headerOf(all, style)
  const rows: readonly SheetRow[] = [
    ...headRows(project, width, style, random),
    [
      cell(labels.of('money')),
      ...across(
        [moneyLabel(labels.of('longAmount'), style), printMoney(amountOf(project) * 3, style)],
        half.length,
      ),
      ...across(
        [moneyLabel(labels.of('amount'), style), printMoney(amountOf(project), style)],
        width - 1 - half.length,
      ),
    ],
    [
      cell(labels.of('wholeGoal'), 1, 2),
      cell(labels.of('longGoal'), half.length),
      cell(labels.of('goal'), width - 1 - half.length),
    ],
    [
      cell(goalText(project.longGoals, random), half.length),
      cell(goalText(project.goals, random), width - 1 - half.length),
    ],
    ...besides(header, [...long], [...annual], style),
  ]
  return [page(project, year, rows, style, random, { columns: all })]
}

/** The level-1 column once on the left, then the columns of both halves. */
const besides = (
  header: SheetRow,
  long: readonly SheetRow[],
  annual: readonly SheetRow[],
  { labels }: Style,
): readonly SheetRow[] => {
  const height = long.length + 1
  return [
    [cell(labels.of('side'), 1, height), ...header, ...header.slice(1)],
    ...long.map((row, i) => [...row, ...(annual[i] ?? [])]),
  ]
}

/** The same with one half below the other, each with its money, goals and indicators. */
export const halvesBelow: Form = (random, style) => {
  const { project, year } = halvesOf(random)
  const { labels } = style
  const columns = columnsOf(style)
  const width = Math.max(6, columns.length + 1)
  const half = (
    goalLabel: string,
    goals: readonly string[],
    amountLabel: string,
    amount: number,
    indicators: readonly MadeUpIndicator[],
  ): readonly SheetRow[] => {
    const spare = width - 1 - columns.length
    const inner: readonly SheetRow[] = [
      across([moneyLabel(amountLabel, style), printMoney(amount, style)], width - 1),
      across([labels.of('wholeGoal'), goalText(goals, random)], width - 1),
      ...[headerOf(columns, style), ...rowsOf(indicators, columns, style)].map((row) =>
        row.map((one, i) => (i === row.length - 1 ? { ...one, cols: one.cols + spare } : one)),
      ),
    ]
    return inner.map((row, i) => (i === 0 ? [cell(goalLabel, 1, inner.length), ...row] : row))
  }
  const rows: readonly SheetRow[] = [
    ...headRows(project, width, style, random),
    ...half(
      labels.of('longGoal'),
      project.longGoals,
      labels.of('longAmount'),
      amountOf(project) * 3,
      project.indicators.map(longTermOf),
    ),
    ...half(labels.of('goal'), project.goals, labels.of('amount'), amountOf(project), project.indicators),
  ]
  return [page(project, year, rows, style, random, { columns })]
}

const halvesOf = (random: Random): { readonly project: MadeUpProject; readonly year: number } => {
  const year = random.integer(2019, 2027)
  return { project: makeProject(random, year), year }
}

const page = (
  project: MadeUpProject,
  year: number,
  rows: readonly SheetRow[],
  style: Style,
  random: Random,
  { columns }: { readonly columns: ReturnType<typeof columnsOf> },
): FormPage => {
  const truth = (
    indicators: readonly MadeUpIndicator[],
    term: 'annual' | 'long-term',
  ): readonly TruthIndicator[] =>
    indicators.map((indicator) => ({ ...truthOf(indicator, columns, style), term }))
  return {
    part: {
      before: titleLines('项目绩效目标公开表', year, style, random),
      rows,
      after: footerLines(random),
    },
    projects: [
      {
        ...truthOfProject(project, style),
        goals: [...project.longGoals, ...project.goals],
        indicators: [
          ...truth(project.indicators.map(longTermOf), 'long-term'),
          ...truth(project.indicators, 'annual'),
        ],
      },
    ],
  }
}
