import { meaning } from '../../src/source/fold.ts'
import { type CellStyle, printGoals, printOutline, STYLES } from './filing-style.ts'
import {
  makeTree,
  type TrueAgency,
  type TrueCategory,
  type TrueFiling,
  type TrueIndicator,
  type TrueProject,
} from './filing-tree.ts'
import { HEADINGS } from './filing-words.ts'
import { Random } from './random.ts'

/** A made-up filing of the single-cell layout as text, with what it says and how it is printed. */
export interface Filing {
  readonly text: string
  readonly tree: TrueFiling
  readonly style: CellStyle
  /** The tree in the lines of `printTree`. */
  readonly lines: readonly string[]
}

/** The filing of a seed, the same on every machine; `change` may put something else into it. */
export const makeFiling = (
  seed: number,
  change: (tree: TrueFiling) => TrueFiling = (tree) => tree,
): Filing => {
  const random = new Random(seed)
  const tree = change(makeTree(random))
  const style = random.pick(STYLES)
  const sheet = makeSheet(random)
  const printer = new SheetPrinter(style, sheet, random)
  const text = printer.print(tree)
  return { text, tree, style, lines: [...linesOf(tree, style, sheet), ...printer.leftovers] }
}

/** How the table around the cells is printed. */
interface Sheet {
  readonly header: readonly string[]
  /** Codes in a column, glued to names, or nowhere (then there is no row of the department). */
  readonly codes: 'column' | 'glued'
  readonly unitLine: boolean
  readonly totalAtEnd: boolean
  readonly lineEnd: '\n' | '\r\n'
  /** After how many rows a page ends; a project may be cut there. */
  readonly pageLength: number
  readonly trailingTab: boolean
}

const makeSheet = (random: Random): Sheet => {
  const codes = random.chance(0.7) ? 'column' : 'glued'
  const unitLine = random.chance(0.3)
  const amount = random.pick(['金额', '预算数', '年度资金总额', '当年预算'])
  return {
    header: [
      ...(codes === 'column' ? [random.pick(['单位编码', '单位代码'])] : []),
      random.pick(['单位及项目名称', '项目名称', '单位名称(项目)']),
      unitLine ? amount : `${amount}${random.pick(['(万元)', '（万元）', ' (万元)'])}`,
      random.pick(['绩效目标', '年度绩效目标', '总体目标']),
      random.pick(['绩效指标', '三级指标', '指标内容']),
    ],
    codes,
    unitLine,
    totalAtEnd: random.chance(0.2),
    lineEnd: random.chance(0.2) ? '\r\n' : '\n',
    pageLength: random.integer(2, 9),
    trailingTab: random.chance(0.2),
  }
}

class SheetPrinter {
  /** What belongs to no node of the tree, in the lines of `printTree`. */
  readonly leftovers: string[] = []
  readonly #style: CellStyle
  readonly #sheet: Sheet
  readonly #random: Random
  readonly #lines: string[] = []
  #rows = 0

  constructor(style: CellStyle, sheet: Sheet, random: Random) {
    this.#style = style
    this.#sheet = sheet
    this.#random = random
  }

  print(tree: TrueFiling): string {
    const { unitLine, totalAtEnd, lineEnd } = this.#sheet
    this.#lines.push(this.#random.chance(0.3) ? `# ${tree.title}` : tree.title, '')
    if (unitLine) {
      this.#lines.push('单位:万元')
      this.leftovers.push('left surrounding: 单位:万元')
    }
    this.#putHeader()
    if (!totalAtEnd) this.#putTotal(tree.total)
    for (const agency of tree.agencies) this.#putAgency(agency)
    if (totalAtEnd) this.#putTotal(tree.total)
    return this.#lines.join(lineEnd) + (this.#random.chance(0.5) ? lineEnd : '')
  }

  #putHeader(): void {
    this.#lines.push(this.#sheet.header.join('\t') + this.#end)
  }

  #putTotal(total: string): void {
    this.#put(this.#random.pick(['合计', '合 计', '<b>合计</b>']), total)
  }

  #putAgency(agency: TrueAgency): void {
    const { code, name, amount } = agency
    if (this.#sheet.codes === 'column') this.#putCells(code, name, amount)
    else {
      this.#putCells(`${code}-${name}`, amount)
      this.leftovers.push('left label: -')
    }
    for (const part of agency.agencies) this.#putAgency(part)
    for (const project of agency.projects) this.#putProject(project)
  }

  #putProject({ name, amount, goals, categories }: TrueProject): void {
    const { cell, canBeCut } = this.#style
    const goalLines = printGoals(goals, this.#style)
    const outline = printOutline(categories, this.#style)
    this.#rows += 1
    if (
      this.#rows % this.#sheet.pageLength !== 0 ||
      !canBeCut ||
      outline.length < 2 ||
      goalLines.length === 0
    ) {
      this.#put(name, amount, cell(goalLines), cell(outline))
      return
    }
    // The page ends inside the project, which goes on below the header of the next one.
    const cut = this.#random.integer(1, outline.length - 1)
    const goalCut = this.#random.integer(1, goalLines.length)
    this.#put(name, amount, cell(goalLines.slice(0, goalCut)), cell(outline.slice(0, cut)))
    this.#lines.push('')
    this.#putHeader()
    const repeated = this.#random.pick([[], [name], [name, amount]])
    this.leftovers.push(...repeated.map((text) => `left label: ${text}`))
    this.#put(repeated[0] ?? '', repeated[1] ?? '', cell(goalLines.slice(goalCut)), cell(outline.slice(cut)))
  }

  /** A row without a code. */
  #put(...cells: readonly string[]): void {
    this.#putCells(...(this.#sheet.codes === 'column' ? [''] : []), ...cells)
  }

  #putCells(...cells: readonly string[]): void {
    const blanks = Array.from({ length: this.#sheet.header.length - cells.length }, () => '')
    this.#lines.push([...cells, ...blanks].join('\t') + this.#end)
  }

  get #end(): string {
    return this.#sheet.trailingTab ? '\t' : ''
  }
}

const linesOf = (tree: TrueFiling, style: CellStyle, sheet: Sheet): string[] => [
  `title ${plain(tree.title)} [${tree.year}]`,
  'unit 万元',
  `total 合计 ${tree.total}`,
  ...tree.agencies.flatMap((agency) => linesOfAgency(agency, style, sheet)),
]

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const linesOfAgency = (agency: TrueAgency, style: CellStyle, sheet: Sheet): string[] => [
  `agency ${agency.code} ${agency.name} ${agency.amount}`,
  ...indent([
    ...agency.agencies.flatMap((part) => linesOfAgency(part, style, sheet)),
    ...agency.projects.flatMap((project) => [
      `project ${project.name} ${project.amount}`,
      ...indent([
        ...project.goals.map(
          (goal, i) => `goal ${goalTerm(sheet)}${marker(style.goal(i + 1))}${plain(goal)}`,
        ),
        ...project.categories.flatMap((category, i) => linesOfChild(category, [i + 1], style, false)),
      ]),
    ]),
  ]),
]

const goalTerm = (sheet: Sheet): string => (sheet.header.includes('年度绩效目标') ? '(annual) ' : '')

const linesOfChild = (
  node: TrueCategory | TrueIndicator,
  path: readonly number[],
  style: CellStyle,
  isCost: boolean,
): string[] => {
  if ('name' in node) return [`${marker(style.item(path))}${node.name} | ${valueLine(node, isCost)}`]
  const print = node.level === 1 ? style.levelOne : style.levelTwo
  return [
    `L${node.level} ${marker(print(path))}${HEADINGS[node.id]} [${node.id}]`,
    ...indent(
      node.children.flatMap((child, i) => linesOfChild(child, [...path, i + 1], style, node.id === 'cost')),
    ),
  ]
}

const valueLine = ({ value }: TrueIndicator, isCost: boolean): string => {
  if (value.kind === 'qualitative') return `“${value.printed}”`
  if (value.kind !== 'measured') return `${value.kind} ${value.printed}`
  const number = String(Number(value.number))
  return `${value.comparator ?? (isCost ? '(≤)' : '(=)')} ${number} ${value.unit}`
}

const marker = (printed: string): string => (printed === '' ? '' : `${plain(printed)} `)

const plain = (text: string): string => meaning(text).trim()
