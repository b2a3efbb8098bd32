import {
  type CellsPrint,
  type HeadedIndicator,
  headedIndicators,
  indicatorCells,
  indicatorHeaders,
  makeCells,
  printGoals,
  weightsOf,
} from './filing-cells.ts'
import { type Expected, type Extras, projectsWithAgencies, type Term, termOf } from './filing-content.ts'
import type { Written } from './filing-rows.ts'
import type { SheetCell, SheetRow } from './filing-sheet.ts'
import type { TrueFiling, TrueIndicator, TrueProject } from './filing-tree.ts'
import type { Random } from './random.ts'

/** How the forms of a filing are laid out. */
interface Plan {
  readonly cells: CellsPrint
  /** 绩效指标 in front of the indicators, merged over all of them. */
  readonly hasFront: boolean
  /** 年度 alone, or 实施期 beside it; with its text beside the label, below it, or on both sides of the indicators. */
  readonly terms: 'annual' | 'beside' | 'below' | 'two sides'
  readonly goalLabel: string
  readonly funding: 'none' | 'rows' | 'row' | 'colons'
  readonly labels: Readonly<Record<'name' | 'department' | 'agency' | 'amount', string>>
  readonly hasUnused: boolean
  readonly tail: 'none' | 'remark' | 'signature'
  readonly isAcross: boolean
  readonly hasOwnTitles: boolean
  readonly isBroken: boolean
  readonly hasPeriod: boolean
}

const makePlan = (kind: 'form' | 'form in columns', random: Random): Plan => ({
  cells: { ...makeCells(random, kind === 'form' ? 'whole' : random.pick(['three', 'with unit'])) },
  hasFront: random.chance(0.7),
  terms: random.pick(['annual', 'annual', 'annual', 'beside', 'below', 'two sides']),
  goalLabel: random.pick([
    '年度目标',
    '年度总体目标',
    '总体目标',
    '绩效目标',
    '年度绩效目标',
    '项目总体目标',
  ]),
  funding: random.pick(['none', 'rows', 'row', 'colons']),
  labels: {
    name: random.pick(['项目名称', '项目名称', '专项资金名称', '项目支出名称']),
    department: random.pick(['主管部门', '主管部门及代码', '主管单位']),
    agency: random.pick(['实施单位', '项目单位', '预算单位', '项目实施单位']),
    amount: random.pick(['年度资金总额', '资金总额', '年度资金总额(万元)', '年度资金总额:']),
  },
  hasUnused: random.chance(0.3),
  tail: random.pick(['none', 'none', 'remark', 'signature']),
  isAcross: random.chance(0.3),
  hasOwnTitles: random.chance(0.5),
  isBroken: random.chance(0.3),
  hasPeriod: random.chance(0.3),
})

/** Writes a filing as a form for each project. */
export const writeForms = (tree: TrueFiling, kind: 'form' | 'form in columns', random: Random): Written =>
  new FormsWriter(tree, makePlan(kind, random), random).write()

class FormsWriter {
  readonly #tree: TrueFiling
  readonly #plan: Plan
  readonly #random: Random
  readonly #rows: SheetRow[] = []
  readonly #heads: readonly string[]
  readonly #width: number

  constructor(tree: TrueFiling, plan: Plan, random: Random) {
    this.#tree = tree
    this.#plan = plan
    this.#random = random
    const own = indicatorHeaders(plan.cells, random)
    const side = ['一级指标', '二级指标', ...own]
    this.#heads = plan.terms === 'two sides' ? [...side, ...own] : side
    this.#width = this.#heads.length + (plan.hasFront ? 1 : 0)
  }

  write(): Written {
    const { terms, goalLabel, hasOwnTitles } = this.#plan
    const projects = projectsWithAgencies(this.#tree)
    const isOwnTitle = hasOwnTitles && projects.length > 1
    if (!isOwnTitle) this.#rows.push(this.#tree.title, `(${this.#tree.year}年度)`)
    for (const { project, agency } of projects) {
      if (isOwnTitle) this.#rows.push(this.#tree.title, `(${this.#tree.year}年度)`)
      this.#putForm(project, agency)
    }
    const expected = projects.map(({ project, agency }): Expected => {
      const weights = weightsOf(project)
      const goalTerms: readonly Term[] = terms === 'annual' ? [termOf(goalLabel)] : ['long-term', 'annual']
      return {
        project,
        agency,
        hasAmount: true,
        funding: this.#fundingOf(project),
        goals: goalTerms.flatMap((term) => project.goals.map((goal) => [goal, term] as const)),
        hasHeadings: true,
        print: (indicator) => this.#printed(indicator, weights.get(indicator)),
      }
    })
    return { rows: this.#rows, expected, covered: ['blank', 'dropped', 'trimmed'], isShuffled: false }
  }

  #printed(indicator: TrueIndicator, weight: string | undefined): ReturnType<Expected['print']> {
    const { terms, cells } = this.#plan
    const extras: Extras = cells.hasWeight && weight !== undefined ? { weight } : {}
    const term = termOf(cells.valueHeader)
    if (terms !== 'two sides') return [[indicator, { ...extras, term }]]
    return [
      [indicator, { ...extras, term: 'long-term' }],
      [indicator, { ...extras, term: 'annual' }],
    ]
  }

  #putForm(project: TrueProject, agency: string): void {
    const { labels, hasPeriod, tail } = this.#plan
    this.#field([labels.name, project.name])
    this.#field([labels.department, this.#department], [labels.agency, agency])
    if (hasPeriod)
      this.#field([this.#random.pick(['项目期限', '项目期', '起止时间']), `${this.#tree.year}年`])
    this.#putMoney(project)
    this.#putGoals(project)
    this.#putIndicators(project)
    if (tail === 'remark') this.#field(['备注', '无其他说明'])
    if (tail === 'signature') this.#rows.push('填报人:某某        联系电话:0000')
  }

  get #department(): string {
    return this.#tree.agencies[0]?.name ?? ''
  }

  /** Labels with their values, which share the width of the form. */
  #field(...pairs: readonly (readonly [label: string, value: string])[]): void {
    const each = Math.floor(this.#width / pairs.length)
    this.#rows.push(
      pairs.flatMap(([label, text], i): readonly SheetCell[] => {
        const width = i === pairs.length - 1 ? this.#width - each * i : each
        return [{ text: this.#broken(label) }, { text, columns: width - 1 }]
      }),
    )
  }

  /** 年度目标 as narrow cells break it. */
  #broken(label: string): string {
    return this.#plan.isBroken && label.length === 4 ? `${label.slice(0, 2)}\n${label.slice(2)}` : label
  }

  #fundingOf({ amount }: TrueProject): readonly (readonly [string, string])[] {
    const { funding } = this.#plan
    if (funding === 'none') return []
    const hundredths = Math.round(Number(amount) * 100)
    const part = Math.floor(hundredths / 4)
    return [
      [funding === 'row' ? '财政拨款' : '其中:财政拨款', ((hundredths - part) / 100).toFixed(2)],
      ['其他资金', (part / 100).toFixed(2)],
    ]
  }

  #putMoney(project: TrueProject): void {
    const { funding, labels } = this.#plan
    const all: readonly (readonly [string, string])[] = [
      [labels.amount, project.amount],
      ...this.#fundingOf(project),
    ]
    if (funding === 'row') {
      const each = Math.floor(this.#width / 2 / all.length) || 1
      const cells = all.flatMap(([label, text]): readonly SheetCell[] => [
        { text: label },
        { text, columns: each },
      ])
      this.#rows.push(cells)
      return
    }
    if (funding === 'none') {
      this.#field([labels.amount, project.amount])
      return
    }
    const colon = funding === 'colons' ? ':' : ''
    for (const [i, [label, text]] of all.entries()) {
      const front = i === 0 ? [{ text: this.#broken('项目资金(万元)'), rows: all.length }] : []
      const text2 = label.endsWith(':') ? label : `${label}${colon}`
      this.#rows.push([...front, { text: text2, columns: 2 }, { text, columns: this.#width - 3 }])
    }
  }

  #putGoals({ goals }: TrueProject): void {
    const { terms, goalLabel } = this.#plan
    const text = printGoals(goals, this.#random)
    if (terms === 'annual') {
      this.#field([goalLabel, text])
      return
    }
    const long = this.#random.pick(['实施期目标', '中长期目标', '实施期总目标'])
    if (terms === 'beside') {
      this.#field([long, text], ['年度目标', text])
      return
    }
    const half = Math.floor(this.#width / 2)
    this.#rows.push([
      { text: this.#broken('绩效目标'), rows: 2 },
      { text: long, columns: half },
      { text: '年度目标', columns: this.#width - 1 - half },
    ])
    this.#rows.push([
      { text, columns: half },
      { text, columns: this.#width - 1 - half },
    ])
  }

  #putIndicators(project: TrueProject): void {
    const { cells, hasFront, hasUnused, terms } = this.#plan
    const weights = weightsOf(project)
    const headed = headedIndicators(project)
    const lines = headed.flatMap((line): readonly (HeadedIndicator | undefined)[] => {
      const isLast =
        hasUnused && line.one.id === 'benefit' && line === headed.findLast(({ one }) => one.id === 'benefit')
      return isLast ? [line, undefined] : [line]
    })
    const front = hasFront ? [{ text: this.#broken('绩效指标'), rows: lines.length + 1 }] : []
    this.#rows.push([...front, ...this.#heads.map((text) => ({ text }))])
    for (const [row, line] of lines.entries()) {
      if (line === undefined) {
        this.#rows.push(
          ['', '生态效益指标', '', ...this.#heads.slice(3).map(() => '')].slice(1).map((text) => ({ text })),
        )
        continue
      }
      const own = indicatorCells(
        line.indicator,
        line.ordinal,
        weights.get(line.indicator),
        cells,
        this.#random,
      )
      const both = terms === 'two sides' ? [...own, ...own] : own
      this.#rows.push([...this.#headings(lines, row), ...both.map((text) => ({ text }))])
    }
  }

  /** The heading cells that begin in a row. */
  #headings(lines: readonly (HeadedIndicator | undefined)[], row: number): readonly SheetCell[] {
    const { cells, isAcross } = this.#plan
    const line = lines[row] as HeadedIndicator
    const above = lines[row - 1]
    const isSame = (other: HeadedIndicator | undefined, i: number): boolean =>
      other === undefined ? i > 0 && lines[i - 1]?.one === line.one : other.one === line.one
    let rows = 1
    while (row + rows < lines.length && isSame(lines[row + rows], row + rows)) rows += 1
    const beginsOne = above === undefined ? lines[row - 2]?.one !== line.one : above.one !== line.one
    const one = beginsOne ? [{ text: cells.headings[line.one.id] ?? '', rows }] : []
    if (line.two === undefined) {
      const [first] = one
      if (isAcross) return first === undefined ? [] : [{ ...first, columns: 2 }]
      return [...one, { text: '' }]
    }
    if (above?.two === line.two) return one
    let rowsTwo = 1
    while (lines[row + rowsTwo]?.two === line.two) rowsTwo += 1
    return [...one, { text: cells.headings[line.two.id] ?? '', rows: rowsTwo }]
  }
}
