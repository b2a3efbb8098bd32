import { type Borderless, cell, printParts, toText } from '../../../test/support/made-up/sheet.ts'
import type { Truth } from '../../../test/support/reading/case.ts'
import { squeeze } from '../../../test/support/reading/plain-text.ts'
import { type CellGrid, copyGrid, type GridCell, toPart } from './cell-grid.ts'
import { blocksIn, type IndicatorBlock, type LabelRole, labelsIn } from './indicator-block.ts'

/** A changed print of a case, with what it says. */
export interface Variant {
  readonly change: string
  readonly text: string
  readonly truth: Truth
}

/** What a change takes away that nobody could read any more; said beside its figures. */
export const LOSSES: Readonly<Record<string, string>> = {
  'all labels renamed': 'which sum is the amount and which is part of it, where only labels say so',
  'header of the indicators dropped': 'column names of a matrix; which numbers are points',
  'cells glued': 'points next to numbers without a unit; where a name ends if words follow',
  'all on one line': 'as for glued cells; also where a row ends',
  'borders lost, blanks between cells': 'which of two adjacent words a space separates',
  'borders lost, cells broken over lines': 'whether words in a line of their own end the cell above',
}

/** Grids in a format that keeps merged cells where those of the case have them. */
export const printed = (change: string, grids: readonly CellGrid[], truth: Truth): Variant => {
  const format = truth.format === 'html' ? 'html' : 'tsv'
  return { change, text: printParts(grids.map(toPart), format, 'blank'), truth: { ...truth, format } }
}

/** All variants of a case that has a grid, the unchanged print first: the same content, so the same tree. */
export const variantsOf = (original: readonly CellGrid[], truth: Truth): readonly Variant[] => {
  const print = (change: string, grids: readonly CellGrid[]): Variant => printed(change, grids, truth)
  /** Applies a change to all blocks of a copy; `undefined` where it applies to none. */
  const onBlocks = (change: string, apply: (block: IndicatorBlock) => boolean): readonly Variant[] => {
    const grids = original.map(copyGrid)
    const applied = blocksIn(grids, truth)
      // From below, since rows may go.
      .toReversed()
      .map(apply)
    return applied.includes(true) ? [print(change, grids)] : []
  }
  return [
    print('unchanged', original),
    ...renamed(original, truth, print),
    ...onBlocks('header of the indicators dropped', dropHeader),
    ...onBlocks('two columns swapped', swapColumns),
    ...onBlocks('column of explanations between name and value', insertExplanations),
    ...onBlocks('comparator in a column of its own', splitComparator),
    ...onBlocks('comparator and value in one column', (block) => mergeInto(block, 'comparator')),
    ...onBlocks('value and unit in one column', (block) => mergeInto(block, 'unit')),
    ...onBlocks('levels repeated in each row', (block) => fillLevels(block, true)),
    ...onBlocks('levels only in their first row', (block) => fillLevels(block, false)),
    ...withoutCovered(original, truth),
    ...BORDERLESS.map(([change, style]) => ({
      change,
      text: toText(original.map(toPart), style),
      truth: { ...truth, format: 'txt' },
    })),
  ]
}

/** What merged cells cover left out, as converters do: what is behind it moves up, and blank cells may fill the row at its end. */
const withoutCovered = (original: readonly CellGrid[], truth: Truth): readonly Variant[] => {
  const grids = original.map(copyGrid)
  if (truth.format !== 'html') for (const grid of grids) mergeBlankStarts(grid)
  const parts = grids.map(toPart).map((part) => ({
    ...part,
    rows: part.rows.map((row) => row.map(({ text }) => cell(text))),
  }))
  const text = printParts(parts, 'tsv', 'blank')
  return [
    { change: 'covered cells absent, rows padded', text, truth: { ...truth, format: 'tsv' } },
    {
      change: 'covered cells absent, rows shorter',
      text: text.replace(/\t+$/gm, ''),
      truth: { ...truth, format: 'tsv' },
    },
  ]
}

/** Where a format has no merged cells, blank ones that a row begins with are covered by those above. */
const mergeBlankStarts = ({ rows }: CellGrid): void => {
  for (const [r, row] of rows.entries()) {
    const start = row.findIndex(({ text }) => text !== '')
    for (let c = 0; r > 0 && c < start; c += 1) row[c] = rows[r - 1]?.[c] as GridCell
  }
}

const BORDERLESS: readonly (readonly [string, Borderless])[] = [
  ['borders lost, blanks between cells', 'blanks'],
  ['borders lost, cells broken over lines', 'broken'],
  ['borders lost, columns aligned', 'aligned'],
  ['borders lost, cells centred', 'centred'],
  ['cells glued', 'glued'],
  ['all on one line', 'one line'],
]

export const LOST_BORDERS: ReadonlySet<string> = new Set(BORDERLESS.map(([change]) => change))

/** Words that say nothing: what they stand over or beside has to say it. */
const NEUTRAL = [
  '相关情形',
  '具体所指',
  '有关事由',
  '对应内涵',
  '所列要点',
  '填写栏',
  '综合记述',
  '所属门类',
  '归并类属',
  '定档口径',
  '备查栏',
  '登记栏',
  '约定事宜',
  '列示之处',
  '情形乙',
  '情形丙',
  '情形丁',
  '要目甲',
  '要目乙',
  '要目丙',
  '要目丁',
  '记载项',
] as const

/** One label at a time, and all of them. */
const renamed = (
  original: readonly CellGrid[],
  truth: Truth,
  print: (change: string, grids: readonly CellGrid[]) => Variant,
): readonly Variant[] => {
  const labels = [...labelsIn(original, truth, blocksIn(original, truth))]
  const renaming = (chosen: readonly (readonly [string, LabelRole])[]): readonly CellGrid[] => {
    const words = new Map(chosen.map(([text], i) => [text, NEUTRAL[i % NEUTRAL.length] as string]))
    const grids = original.map(copyGrid)
    for (const one of new Set(grids.flatMap(({ rows }) => rows.flat())))
      one.text = words.get(one.text) ?? one.text
    return grids
  }
  return [
    ...labels.map((label) => print(`label renamed: ${label[1]}`, renaming([label]))),
    ...(labels.length > 0 ? [print('all labels renamed', renaming(labels))] : []),
  ]
}

const dropHeader = ({ grid, header }: IndicatorBlock): boolean => {
  if (header === undefined) return false
  grid.rows.splice(header[0], header[1] - header[0] + 1)
  return true
}

/** The rows of a block with its header. */
const rowsOf = ({ grid, header, rows }: IndicatorBlock): readonly GridCell[][] =>
  grid.rows.slice(header?.[0] ?? rows[0]?.at ?? 0, (rows.at(-1)?.at ?? -1) + 1)

/** Whether no merged cell lies over the column and a neighbour. */
const isFree = (block: IndicatorBlock, column: number): boolean =>
  rowsOf(block).every((row) => row[column] !== row[column - 1] && row[column] !== row[column + 1])

/** The value with its neighbour on the right, or else the name with the value. */
const swapColumns = (block: IndicatorBlock): boolean => {
  const { target } = block.columns
  const width = block.grid.rows[block.rows[0]?.at ?? 0]?.length ?? 0
  if (block.header === undefined || target === undefined || !isFree(block, target)) return false
  const hasContent = (column: number): boolean =>
    column < width && isFree(block, column) && rowsOf(block).some((row) => row[column]?.text !== '')
  const other = hasContent(target + 1) ? target + 1 : block.nameColumn
  if (other === target || !isFree(block, other)) return false
  for (const row of rowsOf(block))
    [row[target], row[other]] = [row[other] as GridCell, row[target] as GridCell]
  return true
}

const EXPLANATIONS = [
  '反映本项工作做了多少',
  '反映是否按要求做好',
  '说明办理是否及时',
  '反映花费是否节约',
  '反映各方评价',
] as const

const insertExplanations = (block: IndicatorBlock): boolean => {
  if (block.header === undefined) return false
  insertColumn(
    block,
    block.nameColumn + 1,
    '指标解释',
    (_, i) => EXPLANATIONS[i % EXPLANATIONS.length] as string,
  )
  return true
}

/** A new column in a block; outside of it, the cells on the left are as much wider. */
const insertColumn = (
  block: IndicatorBlock,
  at: number,
  header: string,
  textFor: (row: readonly GridCell[], i: number) => string,
): void => {
  const own = new Map(block.rows.map(({ at: row }, i) => [row, i]))
  const head = { text: header }
  for (let r = block.territory[0]; r < block.territory[1]; r += 1) {
    const row = block.grid.rows[r] as GridCell[]
    const i = own.get(r)
    const isHeader = block.header !== undefined && r >= block.header[0] && r <= block.header[1]
    const left = row[at - 1] as GridCell
    if (i !== undefined) row.splice(at, 0, { text: textFor(row, i) })
    else if (isHeader) row.splice(at, 0, head)
    else if (left === row[at] || left === row[at - 2] || block.grid.rows[r - 1]?.[at - 1] === left) {
      row.splice(at, 0, left)
    } else row.splice(at, 0, { text: '' })
  }
}

const SIGN = /^\s*(≥|≤|>=|<=|＞|＜|>|<|=|＝)\s*/

const splitComparator = (block: IndicatorBlock): boolean => {
  const { target, comparator } = block.columns
  if (block.header === undefined || target === undefined || comparator !== undefined) return false
  if (!isFree(block, target)) return false
  const signs = block.rows.map(({ at }) => SIGN.exec(block.grid.rows[at]?.[target]?.text ?? '')?.[1] ?? '')
  if (!signs.some((sign) => sign !== '')) return false
  for (const { at } of block.rows) {
    const one = block.grid.rows[at]?.[target]
    if (one !== undefined) one.text = one.text.replace(SIGN, '')
  }
  insertColumn(block, target, '计算符号', (_, i) => signs[i] ?? '')
  return true
}

/** Writes the comparator before the value, or the unit behind it, and takes their column away. */
const mergeInto = (block: IndicatorBlock, from: 'comparator' | 'unit'): boolean => {
  const { target, [from]: column } = block.columns
  if (target === undefined || column === undefined || !isFree(block, column)) return false
  for (const { at } of block.rows) {
    const row = block.grid.rows[at]
    const [value, other] = [row?.[target], row?.[column]]
    if (value === undefined || other === undefined || squeeze(other.text) === '定性') continue
    value.text = from === 'unit' ? value.text + other.text : other.text + value.text
  }
  for (const row of block.grid.rows.slice(...block.territory)) row.splice(column, 1)
  return true
}

/** The categories of each row as cells of their own: in all rows, or in the first of their run alone. */
const fillLevels = (block: IndicatorBlock, isRepeated: boolean): boolean => {
  const { levelOne, levelTwo } = block.columns
  if (levelOne === undefined || levelTwo === undefined) return false
  let last: readonly unknown[] = []
  for (const { at, indicator, project } of block.rows) {
    const row = block.grid.rows[at] as GridCell[]
    const levels = [indicator.l1, indicator.l2]
    const isNewFirst = levels[0] !== last[0] || project !== last[2]
    const isNew = [isNewFirst, isNewFirst || levels[1] !== last[1]]
    for (const [i, column] of [levelOne, levelTwo].entries()) {
      row[column] = { text: isRepeated || isNew[i] ? (levels[i] ?? '') : '' }
    }
    last = [...levels, project]
  }
  return true
}
