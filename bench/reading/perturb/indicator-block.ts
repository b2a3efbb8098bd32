import type { Truth, TruthIndicator } from '../../../test/support/reading/case.ts'
import { bareGoal, bareName, squeeze } from '../../../test/support/reading/plain-text.ts'
import type { CellGrid, GridCell } from './cell-grid.ts'

/** The rows of indicators under one header, found by the names in the truth and by no word of a header. */
export interface IndicatorBlock {
  readonly grid: CellGrid
  /** The rows that change their columns with it: from the block before to its own last one. */
  readonly territory: readonly [from: number, until: number]
  /** First and last row of the header; there may be none. */
  readonly header: readonly [first: number, last: number] | undefined
  /** The rows that hold an indicator each. */
  readonly rows: readonly {
    readonly at: number
    readonly indicator: TruthIndicator
    readonly project: number
  }[]
  readonly nameColumn: number
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>
}

type ColumnRole = 'levelOne' | 'levelTwo' | 'target' | 'comparator' | 'unit'

/** All blocks of a case whose indicators have rows. */
export const blocksIn = (grids: readonly CellGrid[], truth: Truth): readonly IndicatorBlock[] => {
  const names = new Names(truth)
  return grids.flatMap((grid) => {
    const found = grid.rows.flatMap((row, at): Found[] => {
      const column = row.findIndex(({ text }) => text !== '' && names.has(text))
      return column < 0 ? [] : [{ at, column, ...names.take(row[column]?.text ?? '') }]
    })
    const parts = splitAtGaps(grid, found)
    return parts.map((rows, i) => {
      const from = i === 0 ? 0 : (parts[i - 1]?.at(-1)?.at ?? 0) + 1
      const until = i === parts.length - 1 ? grid.rows.length : (rows.at(-1)?.at ?? 0) + 1
      return blockOf(grid, rows, [from, until])
    })
  })
}

interface Found {
  readonly at: number
  readonly column: number
  readonly indicator: TruthIndicator
  readonly project: number
}

/** The indicators by their names; several of one name are given out in order. */
class Names {
  readonly #byName = new Map<string, Pick<Found, 'indicator' | 'project'>[]>()

  constructor({ projects }: Truth) {
    for (const [project, { indicators }] of projects.entries()) {
      for (const indicator of indicators) {
        const name = bareName(indicator.name, indicator.unit)
        const known = this.#byName.get(name) ?? []
        this.#byName.set(name, known)
        // The columns of a matrix are one row.
        const last = known.at(-1)
        const isSameRow =
          Boolean(indicator.column) &&
          last?.project === project &&
          last.indicator.l1 === indicator.l1 &&
          last.indicator.l2 === indicator.l2
        if (!isSameRow) known.push({ indicator, project })
      }
    }
  }

  has(text: string): boolean {
    return this.#byName.has(bareName(text))
  }

  /** The last one again where there are no more. */
  take(text: string): Pick<Found, 'indicator' | 'project'> {
    const all = this.#byName.get(bareName(text)) ?? []
    return (all.length > 1 ? all.shift() : all[0]) as Pick<Found, 'indicator' | 'project'>
  }
}

/** A new block begins where another header, a form's head or a change of columns lies between two rows. */
const splitAtGaps = (grid: CellGrid, found: readonly Found[]): readonly (readonly Found[])[] => {
  const blocks: Found[][] = []
  for (const one of found) {
    const last = blocks.at(-1)?.at(-1)
    const isNext = last !== undefined && last.column === one.column && isContinued(grid, last, one)
    if (isNext) blocks.at(-1)?.push(one)
    else blocks.push([one])
  }
  return blocks.filter((rows) => rows.length > 1)
}

/** Rows between two indicators that hold no name of their own are unused ones. */
const isContinued = ({ rows }: CellGrid, { at, column }: Found, next: Found): boolean =>
  next.at - at <= 1 ||
  rows.slice(at + 1, next.at).every((row) => /^(?:指标\d+[:：]?|…+|\.+)?$/.test(squeeze(row[column]?.text)))

const blockOf = (
  grid: CellGrid,
  found: readonly Found[],
  territory: IndicatorBlock['territory'],
): IndicatorBlock => {
  const nameColumn = found[0]?.column ?? 0
  const rows = found.map(({ at, indicator, project }) => ({ at, indicator, project }))
  const columnWhere = (
    fits: (text: string, indicator: TruthIndicator) => boolean,
    from = 0,
    until = Number.POSITIVE_INFINITY,
    share = 0.4,
  ): number | undefined => {
    const width = grid.rows[rows[0]?.at ?? 0]?.length ?? 0
    let best: number | undefined
    let most = rows.length * share
    for (let c = from; c < Math.min(width, until); c += 1) {
      const count = rows.filter(({ at, indicator }) =>
        fits(squeeze(grid.rows[at]?.[c]?.text), indicator),
      ).length
      if (count > most) [best, most] = [c, count]
    }
    return best
  }
  const target = columnWhere(
    (text, { value }) => value !== null && text.replaceAll(',', '').includes(squeeze(value)),
    nameColumn + 1,
  )
  const columns: Partial<Record<ColumnRole, number | undefined>> = {
    levelOne: columnWhere((text, { l1 }) => l1 !== null && text === squeeze(l1), 0, nameColumn, 0),
    levelTwo: columnWhere(
      (text, { l1, l2 }) => l2 !== null && l1 !== l2 && text === squeeze(l2),
      0,
      nameColumn,
      0,
    ),
    target,
    comparator: columnWhere(
      (text) => /^(?:[≥≤=><＝]|>=|<=|定性|[大小]于等于|等于)$/.test(text),
      nameColumn + 1,
    ),
    unit: columnWhere((text, { unit }) => unit !== null && text === squeeze(unit), nameColumn + 1),
  }
  return {
    grid,
    territory,
    header: headerOver(grid, rows[0]?.at ?? 0, nameColumn),
    rows,
    nameColumn,
    columns: Object.fromEntries(
      Object.entries(columns).filter(([, column]) => column !== undefined),
    ) as IndicatorBlock['columns'],
  }
}

/** The row above that has something short over the names and beside them, with a second one where it spans over several. */
const headerOver = ({ rows }: CellGrid, first: number, column: number): IndicatorBlock['header'] => {
  for (let r = first - 1; r >= Math.max(0, first - 4); r -= 1) {
    const over = rows[r]?.[column]
    const texts = new Set((rows[r] ?? []).filter(({ text }) => text !== ''))
    if (over === undefined || over.text === '' || texts.size < 3) continue
    if ([...texts].some(({ text }) => text.length > 24)) return undefined
    let top = r
    while (top > 0 && rows[top - 1]?.[column] === over) top -= 1
    return [top, r]
  }
  return undefined
}

/** What a cell with a label is the label of, told by what stands under it or beside it. */
export type LabelRole =
  | 'over the names'
  | 'over the targets'
  | 'over the levels'
  | 'over other columns'
  | 'of the project'
  | 'of the amount'
  | 'of the goals'
  | 'of anything else'

/** All labels of a case by their text: cells that hold nothing that the truth states. */
export const labelsIn = (
  grids: readonly CellGrid[],
  truth: Truth,
  blocks: readonly IndicatorBlock[],
): ReadonlyMap<string, LabelRole> => {
  const contents = contentsOf(truth)
  const labels = new Map<string, LabelRole>()
  for (const grid of grids) {
    const own = blocks.filter((block) => block.grid === grid)
    for (const [r, row] of grid.rows.entries()) {
      for (const [c, { text }] of row.entries()) {
        if (labels.has(text) || !isLabel(text, contents)) continue
        const role = headerRole(own, r, c) ?? fieldRole(row, c, truth)
        if (role !== undefined) labels.set(text, role)
      }
    }
  }
  return labels
}

const isLabel = (text: string, contents: ReadonlySet<string>): boolean =>
  /^\*?[\p{Script=Han}（）()、/:：*]{2,20}$/u.test(squeeze(text)) && !contents.has(bareName(text))

/** Names, values, categories and goals, for a cell with one is no label. */
const contentsOf = (truth: Truth): ReadonlySet<string> =>
  new Set(
    truth.projects
      .flatMap(({ name, indicators, goals = [] }) => [
        name,
        ...goals.map((goal) => (typeof goal === 'string' ? goal : goal.text)),
        ...indicators.flatMap((one) => [one.name, one.value, one.l1, one.l2, one.unit, one.column]),
      ])
      .filter((text): text is string => typeof text === 'string')
      .map((text) => bareName(text)),
  )

const headerRole = (blocks: readonly IndicatorBlock[], r: number, c: number): LabelRole | undefined => {
  for (const { header, nameColumn, columns } of blocks) {
    if (header === undefined || r < header[0] || r > header[1]) continue
    if (c === nameColumn) return 'over the names'
    if (c === columns.target) return 'over the targets'
    if (c === columns.levelOne || c === columns.levelTwo) return 'over the levels'
    return 'over other columns'
  }
  return undefined
}

/** By the next cell on the right with another text. */
const fieldRole = (row: readonly GridCell[], c: number, truth: Truth): LabelRole | undefined => {
  const value = squeeze(row.slice(c + 1).find((one) => one !== row[c] && one.text !== '')?.text)
  if (value === '') return undefined
  for (const { name, amount, goals = [] } of truth.projects) {
    if (value.includes(squeeze(name))) return 'of the project'
    if (amount !== null && Number.parseFloat(value.replaceAll(',', '')) === Number(amount))
      return 'of the amount'
    if (
      goals.some((goal) => bareGoal(value).includes(bareGoal(typeof goal === 'string' ? goal : goal.text)))
    ) {
      return 'of the goals'
    }
  }
  return 'of anything else'
}
