import { compose } from '../../src/grammar/compose.ts'
import { Decimal } from '../../src/model/decimal.ts'
import type { Disclosure, MoneyStage } from '../../src/model/disclosure.ts'
import type { Draft, DraftIndicatorRow, DraftMoney } from '../../src/model/draft.ts'
import type { ParsedFile } from '../../src/report/report.ts'
import { encodedText } from '../../src/source/byte-offset.ts'
import { Source } from '../../src/source/source.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

/** A self-evaluation, as a form prints it: the plan with its results. */
export interface Evaluation {
  readonly name?: string
  /** 全年预算数 in 万元. */
  readonly amount?: string
  readonly goals?: string
  readonly results?: string
  readonly money?: readonly MoneyPart[]
  readonly rows?: readonly RowPart[]
}

export interface MoneyPart {
  readonly source?: string
  readonly label: string
  readonly stage: MoneyStage
  readonly text: string
}

export interface RowPart {
  /** `产出/数量`. */
  readonly category: string
  readonly name: string
  readonly target: string
  readonly unit?: string
  readonly actual?: string
  readonly weight?: string
  readonly score?: string
  readonly reason?: string
  readonly notes?: readonly string[]
}

/** What grammar makes of a form that is read as it should be, without any layout. */
export interface Evaluated {
  readonly text: string
  readonly disclosure: Disclosure
}

export const evaluate = ({
  name = '路灯维护',
  amount = '4.00',
  goals = '维护路灯200盏。',
  results = '',
  money = [],
  rows = [],
}: Evaluation): Evaluated => {
  const page = new Page()
  const title = page.put('某县2023年度项目支出绩效自评表')
  page.endLine()
  const label = page.put('项目名称')
  const project = page.put(name)
  const total = page.put(amount)
  page.endLine()
  const labels = new Map(
    [...new Set(money.map((part) => part.label))].map((words) => [words, page.put(words)]),
  )
  page.endLine()
  const sources = new Map<string | undefined, Placed>()
  const cells = money.map(({ source, label, text, stage }) => {
    if (source !== undefined && !sources.has(source)) sources.set(source, page.put(source))
    return { from: sources.get(source), of: labels.get(label) as Placed, cell: page.put(text), stage }
  })
  page.endLine()
  const goal = page.put(goals)
  const result = page.put(results)
  page.endLine()
  const lines = rows.map((row) => page.putRow(row))
  const { text } = page
  const whole = { start: 0, end: text.length }
  const moneyDraft = cells.map(
    ({ from, of, cell, stage }): DraftMoney => ({ source: from?.(), label: of(), stage, text: cell() }),
  )
  const draft: Draft = {
    span: whole,
    title: title(),
    year: { text: SpannedText.ofSource(text, { start: 2, end: 6 }), value: 2023 },
    moneyUnit: { name: '万元', yuan: new Decimal(10000), text: undefined },
    headings: [],
    totals: [],
    agencies: [],
    projects: [
      {
        span: { start: label().span.start, end: text.length },
        code: undefined,
        name: project(),
        amount: total(),
        moneyUnit: undefined,
        goals: [{ text: goal(), term: undefined }],
        indicators: [],
        rows: lines.map((line) => line()),
        funding: [],
        money: moneyDraft,
        period: undefined,
        results: result().isBlank ? [] : [result()],
        totalScore: undefined,
      },
    ],
    irregularRows: [],
    sums: [],
    statements: [],
    leftovers: [{ text: label(), reason: 'label' }],
    readings: [],
    truncated: false,
  }
  return { text, disclosure: compose(draft) }
}

/** The file of an evaluation, to be shown. */
export const fileOf = ({ text, disclosure }: Evaluated): ParsedFile => ({
  kind: 'parsed',
  path: 'evaluation.txt',
  source: new Source(text),
  encoding: 'utf-8',
  encoded: encodedText(new TextEncoder().encode(text), 'utf-8', 0),
  format: 'text',
  layouts: ['form-per-project'],
  notes: [],
  disclosure,
})

type Placed = () => SpannedText

/** Writes cells one after another; their texts are there when all is written. */
class Page {
  text = ''

  put(words: string): Placed {
    const start = this.text.length
    this.text += `${words}\t`
    return () => SpannedText.ofSource(this.text, { start, end: start + words.length })
  }

  endLine(): void {
    this.text = `${this.text.replace(/\t$/, '')}\n`
  }

  putRow({ category, notes = [], ...row }: RowPart): () => DraftIndicatorRow {
    const start = this.text.length
    const above = category.split('/').map((name) => this.put(`${name}指标`))
    const name = this.put(row.name)
    const said = notes.map((note) => this.put(note))
    const [value, unit, actual, weight, score, reason] = [
      this.put(row.target),
      ...[row.unit, row.actual, row.weight, row.score, row.reason].map((words) => this.put(words ?? '')),
    ] as [Placed, Placed, Placed, Placed, Placed, Placed]
    this.endLine()
    const end = this.text.length - 1
    return () => ({
      span: { start, end },
      headings: above.map((heading, i) => ({ text: heading(), level: i === 0 ? 1 : 2 })),
      name: name(),
      targets: [
        {
          comparator: undefined,
          value: value(),
          unit: unit(),
          actual: actual(),
          column: undefined,
          term: undefined,
        },
      ],
      weight: weight(),
      direction: undefined,
      score: score(),
      reason: reason(),
      notes: said.map((note) => note()),
    })
  }
}

/** A whole one, with everything that a self-evaluation prints. */
export const EVALUATION: Evaluated = evaluate({
  results: '维护路灯198盏,基本完成年度目标。',
  money: [
    { source: '年度资金总额', label: '年初预算数', stage: 'initial', text: '5.00' },
    { source: '年度资金总额', label: '全年执行数', stage: 'executed', text: '3.80' },
    { source: '年度资金总额', label: '执行率', stage: 'rate', text: '95%' },
    { source: '年度资金总额', label: '分值', stage: 'weight', text: '10' },
    { source: '年度资金总额', label: '得分', stage: 'score', text: '9.5分' },
    { source: '其中:财政拨款', label: '全年执行数', stage: 'executed', text: '3.80' },
  ],
  rows: [
    {
      category: '产出/数量',
      name: '维护路灯数',
      notes: ['全县范围内的路灯'],
      target: '≥200盏',
      actual: '198盏',
      weight: '50',
      score: '45',
      reason: '两盏待更换,已列入下年计划。',
    },
    { category: '产出/质量', name: '合格率', target: '≥95%', actual: '96%', weight: '30', score: '30' },
    {
      category: '满意度/服务对象满意度',
      name: '群众满意度',
      target: '≥90%',
      actual: '91%',
      weight: '10',
      score: '10',
    },
  ],
})
