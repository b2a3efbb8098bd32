import {
  type CellsPrint,
  headedIndicators,
  indicatorCells,
  indicatorHeaders,
  makeCells,
  printGoals,
  weightsOf,
} from './filing-cells.ts'
import { type Expected, type Extras, projectsWithAgencies, termOf } from './filing-content.ts'
import type { Covered, SheetCell, SheetRow } from './filing-sheet.ts'
import type { TrueFiling, TrueIndicator, TrueProject, TrueValue } from './filing-tree.ts'
import type { Random } from './random.ts'

/** A filing written in a layout: its rows, and what must be read in them. */
export interface Written {
  readonly rows: readonly SheetRow[]
  readonly expected: readonly Expected[]
  /** How the places under merged cells may be printed as text. */
  readonly covered: readonly Covered[]
  /** The order of what is read may be another one. */
  readonly isShuffled: boolean
}

/** Which table with a row for each indicator is written. */
export type RowsKind = 'rows' | 'rows in columns' | 'matrix' | 'flat'

/** How a table with a row for each indicator is laid out. */
interface Plan {
  readonly kind: RowsKind
  readonly cells: CellsPrint
  readonly agencies: 'column' | 'rows' | 'none'
  readonly hasOrdinal: boolean
  readonly hasCode: boolean
  readonly hasRemark: boolean
  readonly hasAmount: boolean
  readonly isTwoRows: boolean
  /** Rows stand in any order, and each prints all that it belongs to. */
  readonly shuffled: 'no' | 'project' | 'table'
  readonly total: 'top' | 'bottom' | 'none'
  readonly districts: readonly string[]
  readonly isAcross: boolean
  readonly pageLength: number
}

const makePlan = (kind: RowsKind, random: Random): Plan => {
  const shuffled = random.pick(['no', 'no', 'no', 'project', 'table'] as const)
  const agencies = shuffled === 'table' ? 'none' : random.pick(['column', 'rows', 'none'] as const)
  const hasAmount = agencies === 'rows' || random.chance(0.9)
  const cells = makeCells(random, kind === 'rows in columns' ? random.pick(['three', 'with unit']) : 'whole')
  // Numbers that begin anew under each heading tell nothing where the headings are lost.
  const isUnnumbered = shuffled !== 'no' || kind === 'flat'
  return {
    kind,
    cells: isUnnumbered ? { ...cells, marker: () => '' } : cells,
    agencies,
    hasOrdinal: random.chance(0.4),
    hasCode: random.chance(0.3),
    hasRemark: random.chance(0.3),
    hasAmount,
    isTwoRows: random.chance(0.5),
    shuffled,
    total: hasAmount ? random.pick(['top', 'bottom', 'none']) : 'none',
    districts: kind === 'matrix' ? random.sample(DISTRICTS, random.integer(2, 4)) : [],
    isAcross: random.chance(0.3),
    pageLength: random.chance(0.4) ? random.integer(4, 12) : Number.POSITIVE_INFINITY,
  }
}

const DISTRICTS = ['东城街道', '西河镇', '南山乡', '北岭镇', '中心区', '高新区'] as const

/** One row: its cells, and for each the key of the merged cell that it belongs to. */
interface Line {
  readonly texts: readonly string[]
  readonly keys: readonly string[]
}

/** Writes a filing as one table with a row for each indicator. */
export const writeRows = (tree: TrueFiling, kind: RowsKind, random: Random): Written => {
  const plan = makePlan(kind, random)
  return new RowsWriter(tree, plan, random).write()
}

class RowsWriter {
  readonly #tree: TrueFiling
  readonly #plan: Plan
  readonly #random: Random
  readonly #rows: SheetRow[] = []
  readonly #header: readonly (readonly SheetCell[])[]
  #width: number
  readonly #goalHeader: string
  #ordinal = 0

  constructor(tree: TrueFiling, plan: Plan, random: Random) {
    this.#tree = tree
    this.#plan = plan
    this.#random = random
    this.#goalHeader = random.pick(['绩效目标', '年度绩效目标', '总体目标'])
    this.#header = this.#makeHeader()
    this.#width = (this.#header[0] as readonly SheetCell[]).reduce((sum, { columns = 1 }) => sum + columns, 0)
  }

  write(): Written {
    const { agencies, hasAmount, kind, shuffled, total } = this.#plan
    const projects = projectsWithAgencies(this.#tree)
    this.#rows.push(this.#tree.title, ...this.#header)
    if (total === 'top') this.#putSum('合计', this.#tree.total)
    if (agencies === 'rows') this.#putByAgency()
    else this.#putLines(projects.map(({ project, agency }) => this.#linesOf(project, agency)))
    if (total === 'bottom') this.#putSum('合计', this.#tree.total)
    const expected = projects.map(({ project, agency }): Expected => {
      const weights = weightsOf(project)
      return {
        project,
        agency: agencies === 'none' ? undefined : agency,
        hasAmount,
        funding: [],
        goals: project.goals.map((goal) => [goal, termOf(this.#goalHeader)]),
        hasHeadings: kind !== 'flat',
        print: (indicator) => this.#printed(indicator, weights.get(indicator)),
      }
    })
    return {
      rows: this.#rows,
      expected,
      covered: shuffled === 'no' ? ['blank', 'again', 'dropped', 'trimmed'] : ['again'],
      isShuffled: shuffled !== 'no',
    }
  }

  #putByAgency(): void {
    for (const agency of this.#tree.agencies) {
      this.#putSum(agency.name, agency.amount, agency.code)
      for (const part of agency.agencies) {
        this.#putSum(part.name, part.amount, part.code)
        this.#putLines(part.projects.map((project) => this.#linesOf(project, part.name)))
      }
    }
  }

  #makeHeader(): readonly (readonly SheetCell[])[] {
    const random = this.#random
    const { agencies, hasOrdinal, hasAmount, hasRemark, isTwoRows, cells, kind, districts } = this.#plan
    const front = [
      ...(hasOrdinal ? ['序号'] : []),
      ...(agencies === 'column' ? [random.pick(['预算单位', '主管部门', '单位名称'])] : []),
      ...(this.#hasCodes ? [agencies === 'rows' ? '单位编码' : '项目编码'] : []),
      agencies === 'rows' ? '单位及项目名称' : random.pick(['项目名称', '二级项目名称', '项目支出名称']),
      ...(hasAmount ? [random.pick(['金额(万元)', '预算数(万元)', '年度资金总额(万元)'])] : []),
      this.#goalHeader,
    ]
    const levels = kind === 'flat' ? [] : ['一级指标', '二级指标']
    const own = indicatorHeaders(cells, random)
    const [name = '', value = '', ...rest] = own
    const targets = districts.length > 0 ? districts : [value]
    const back = hasRemark ? ['备注'] : []
    if (!isTwoRows)
      return [[...front, ...levels, name, ...targets, ...rest, ...back].map((text) => ({ text }))]
    const tall = (text: string): SheetCell => ({ text, rows: 2 })
    if (kind === 'matrix') {
      const group = { text: '指标值', columns: districts.length }
      return [
        [...[...front, ...levels, name].map(tall), group, ...[...rest, ...back].map(tall)],
        districts.map((text) => ({ text })),
      ]
    }
    const under = [...levels, ...own]
    return [
      [...front.map(tall), { text: '绩效指标', columns: under.length }, ...back.map(tall)],
      under.map((text) => ({ text })),
    ]
  }

  get #hasCodes(): boolean {
    return this.#plan.hasCode || this.#plan.agencies === 'rows'
  }

  /** A row of an agency or of a total: code, name and amount under their columns. */
  #putSum(name: string, amount: string, code = ''): void {
    const { agencies, hasOrdinal, hasAmount } = this.#plan
    const texts = [
      ...(hasOrdinal ? [''] : []),
      ...(agencies === 'column' ? [''] : []),
      ...(this.#hasCodes ? [code] : []),
      name,
      ...(hasAmount ? [amount] : []),
    ]
    this.#rows.push(Array.from({ length: this.#width }, (_, i) => ({ text: texts[i] ?? '' })))
  }

  #linesOf(project: TrueProject, agency: string): readonly Line[] {
    const { agencies, hasOrdinal, hasAmount, hasRemark, kind, cells, shuffled } = this.#plan
    this.#ordinal += 1
    const own = `p${this.#ordinal}`
    const code = agencies === 'rows' ? '' : String(100_000 + this.#ordinal)
    const goals = printGoals(project.goals, this.#random)
    const weights = weightsOf(project)
    const headed = headedIndicators(project)
    const lines = headed.map(({ indicator, one, two, ordinal }, i): Line => {
      const headings = [cells.headings[one.id] ?? '', two === undefined ? '' : (cells.headings[two.id] ?? '')]
      const front: [string, string][] = [
        ...(hasOrdinal ? [[String(this.#ordinal), own] as [string, string]] : []),
        ...(agencies === 'column' ? [[agency, agency] as [string, string]] : []),
        ...(this.#hasCodes ? [[code, own] as [string, string]] : []),
        [project.name, own],
        ...(hasAmount ? [[project.amount, own] as [string, string]] : []),
        [goals, own],
        ...(kind === 'flat'
          ? []
          : ([
              [headings[0], `${own}/${one.id}`],
              [headings[1], two === undefined ? `${own}/${one.id}/` : `${own}/${two.id}`],
            ] as [string, string][])),
      ]
      const [name = '', value = '', ...rest] = indicatorCells(
        indicator,
        ordinal,
        weights.get(indicator),
        cells,
        this.#random,
      )
      const values = this.#targets(indicator).map(([printed]) =>
        this.#plan.districts.length === 0 ? value : this.#wholeOf(printed),
      )
      const single = [name, ...values, ...rest, ...(hasRemark ? [''] : [])]
      return {
        texts: [...front.map(([text]) => text), ...single],
        keys: [...front.map(([, key]) => key), ...single.map((_, k) => `${own}#${i}#${k}`)],
      }
    })
    return shuffled === 'project' ? this.#random.sample(lines, lines.length) : lines
  }

  #wholeOf(indicator: TrueIndicator): string {
    return indicatorCells(indicator, 1, undefined, this.#plan.cells, this.#random)[1] ?? ''
  }

  #printed(indicator: TrueIndicator, weight: string | undefined): ReturnType<Expected['print']> {
    const { hasWeight, valueHeader } = this.#plan.cells
    const points: Extras = hasWeight && weight !== undefined ? { weight } : {}
    const term = termOf(valueHeader)
    return this.#targets(indicator).map(([one, column]) => [
      one,
      column === undefined ? { ...points, term } : { ...points, column },
    ])
  }

  /** The indicator, or one with a share of its value for each district. */
  #targets(indicator: TrueIndicator): readonly (readonly [TrueIndicator, string | undefined])[] {
    const { districts } = this.#plan
    if (districts.length === 0) return [[indicator, undefined]]
    return districts.map((column, i) => [
      { ...indicator, value: shareOf(indicator.value, i, districts.length) },
      column,
    ])
  }

  #putLines(projects: readonly (readonly Line[])[]): void {
    const { shuffled, pageLength } = this.#plan
    const all = projects.flat()
    const lines = shuffled === 'table' ? this.#random.sample(all, all.length) : all
    for (let at = 0; at < lines.length; at += pageLength) {
      const page = lines.slice(at, at + pageLength)
      if (at > 0) this.#rows.push(...(this.#random.chance(0.5) ? [''] : []), ...this.#header)
      this.#rows.push(...merged(page, this.#plan))
      if (!Number.isFinite(pageLength)) break
    }
  }
}

/** Whole numbers and hundredths in parts; shares and prices are the same for each. */
const shareOf = (value: TrueValue, i: number, count: number): TrueValue => {
  if (value.kind !== 'measured' || value.unit === '%' || value.unit.includes('/')) return value
  const whole = Math.round(Number(value.number) * 100)
  const step = /^\d+$/.test(value.number) ? 100 : 1
  const share = Math.floor(whole / count / step) * step
  const own = i === 0 ? whole - share * (count - 1) : share
  return { ...value, number: String(own / 100) }
}

/** Rows with cells merged where the rows below have the same key. */
const merged = (lines: readonly Line[], { shuffled, isAcross }: Plan): readonly (readonly SheetCell[])[] =>
  lines.map(({ texts, keys }, row) =>
    texts.flatMap((text, column): readonly SheetCell[] => {
      const key = keys[column] as string
      if (shuffled !== 'no') return [{ text }]
      // 满意度指标 over both columns of headings.
      const isMergedAcross = isAcross && key.endsWith('/')
      if (isMergedAcross) return []
      if (lines[row - 1]?.keys[column] === key) return []
      let rows = 1
      while (lines[row + rows]?.keys[column] === key) rows += 1
      const isWide = isAcross && keys[column + 1] === `${key}/`
      return [{ text, rows, ...(isWide ? { columns: 2 } : {}) }]
    }),
  )
