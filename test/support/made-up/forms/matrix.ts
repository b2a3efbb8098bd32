import type { TruthIndicator } from '../../reading/case.ts'
import { amountOf, isSameEverywhere, type MadeUpIndicator, makeProject } from '../content.ts'
import { columnsOf, headerOf, rowsOf, truthOf } from '../indicator-table.ts'
import { DISTRICTS } from '../phrases.ts'
import { across, cell, type SheetRow } from '../sheet.ts'
import { moneyLabel, printMoney, type Style, trueMoney } from '../style.ts'
import { type Form, footerLines, goalText, titleLines, truthOfProject } from './form.ts'

/** 转移支付区域绩效目标表: one column of targets for each district, the whole first. */
export const transferMatrix: Form = (random, given) => {
  // A target for each district leaves no room for comparators, units and points in columns of their own.
  const style: Style = {
    ...given,
    comparator: given.comparator === 'column' ? 'in the value' : given.comparator,
    unit: given.unit === 'column' ? 'in the name' : given.unit,
    explanation: 'none',
    points: false,
    standard: false,
  }
  const { labels } = style
  const year = random.integer(2019, 2027)
  const project = makeProject(random, year)
  const districts = random.sample(DISTRICTS, random.integer(2, 6))
  const base = columnsOf(style).filter((column) => column !== 'target')
  const columns = columnsOf(style)
  const width = base.length + districts.length + 1
  const shares = project.indicators.map((indicator) =>
    districts.map((_, i) => shareOf(indicator, i, districts.length)),
  )
  const targets = rowsOf(project.indicators, columns, style).map((row, i) => [
    ...row,
    ...rowsOf(shares[i] as readonly MadeUpIndicator[], ['target'], style).flat(),
  ])
  const rows: readonly SheetRow[] = [
    across([labels.of('special'), project.name], width),
    across([labels.of('upper'), '国家有关部委', labels.of('local'), '某省财政厅'], width),
    across([moneyLabel(labels.of('amount'), style), printMoney(amountOf(project), style)], width),
    across([`其中：${labels.of('upperMoney')}`, printMoney(project.fiscal, style)], width),
    across([labels.of('localMoney'), printMoney(project.carried + project.other, style)], width),
    across([labels.of('goal'), goalText(project.goals, random)], width),
    ...header(base.length, districts, style),
    ...targets,
  ]
  const truth = project.indicators.flatMap((indicator, i): TruthIndicator[] => [
    { ...truthOf(indicator, columns, style), column: labels.of('whole') },
    ...districts.map((column, k) => ({
      ...truthOf(shares[i]?.[k] ?? indicator, columns, style),
      column,
    })),
  ])
  return [
    {
      part: {
        before: titleLines('转移支付区域绩效目标表', year, style, random),
        rows,
        after: footerLines(random),
      },
      projects: [
        {
          ...truthOfProject(project, { ...style, gluedCode: false }),
          goals: project.goals,
          moneyParts: [
            [labels.of('upperMoney'), trueMoney(project.fiscal, style)],
            [labels.of('localMoney'), trueMoney(project.carried + project.other, style)],
          ],
          indicators: truth,
        },
      ],
    },
  ]

  function header(levels: number, names: readonly string[], how: Style): readonly SheetRow[] {
    const labelled = headerOf(base, how)
    if (random.chance(0.5)) {
      return [
        [...labelled.map((one) => cell(one.text, 1, 2)), cell(labels.of('target'), names.length + 1)],
        [cell(labels.of('whole')), ...names.map((name) => cell(name))],
      ]
    }
    return [[...labelled.slice(0, levels), cell(labels.of('whole')), ...names.map((name) => cell(name))]]
  }
}

/** A district's part of a number; rates and words are the same everywhere. */
const shareOf = (indicator: MadeUpIndicator, at: number, of: number): MadeUpIndicator => {
  const { value } = indicator
  if (value.kind !== 'number' || isSameEverywhere(value)) return indicator
  const hundredths = Math.round(Number(value.number) * 100)
  const whole = Number.isInteger(Number(value.number)) ? 100 : 1
  const each = Math.floor(hundredths / of / whole) * whole
  const share = at === 0 ? hundredths - each * (of - 1) : each
  return { ...indicator, value: { ...value, number: String(share / 100) } }
}
