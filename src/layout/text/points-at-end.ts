import { type Block, type Cell, plainCell, type Row } from '../../read/grid.ts'
import { cellKind } from '../../vocabulary/cell-kinds.ts'
import { isTotalScore } from '../../vocabulary/form-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { ownCells } from '../row-cells.ts'
import { withoutRemark } from './tokens.ts'

/**
 * 工程质量合格 10 10 under 三级指标, 指标值, 完成值, 分值 and 得分: where blanks part the cells, the only two numbers of a row may be its
 * target and its result, or its points and its score. They are the points of rows whose values are blank where all points make 90,
 * 100 or the total below then, or where all other targets have units.
 */
export const withPointsAtEnd = (blocks: readonly Block[]): readonly Block[] => {
  const all: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const header = columnsOf(blocks[at])
    let end = at + 1
    while (end < blocks.length && columnsOf(blocks[end]) === undefined) end += 1
    const below = blocks.slice(at + 1, end)
    all.push(blocks[at] as Block, ...(header === undefined ? below : inPlace(below, header)))
    at = end
  }
  return all
}

/** Where the parts of an indicator stand in a row. */
interface Columns {
  readonly name: number
  readonly target: number
  readonly weight: number
  readonly score: number
}

/** The columns of a header that has all of them. */
const columnsOf = (block: Block | undefined): Columns | undefined => {
  if (block?.kind !== 'row') return undefined
  const roles = block.cells.map(({ text }) => headerRole(withoutRemark(text.meaning)))
  const [name, target, weight, score] = (['indicator', 'target', 'weight', 'score'] as const).map((role) =>
    roles.lastIndexOf(role),
  ) as [number, number, number, number]
  return name >= 0 && target > name && weight > name && score > weight
    ? { name, target, weight, score }
    : undefined
}

const inPlace = (blocks: readonly Block[], columns: Columns): readonly Block[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  const bare = rows.filter((row) => onlyNumbers(row, columns) !== undefined)
  return bare.length > 0 && arePoints(rows, bare, columns)
    ? blocks.map((block) => (block.kind === 'row' && bare.includes(block) ? moved(block, columns) : block))
    : blocks
}

/** The two numbers that are all that stands behind the name of a row, if they may be its points and its score. */
const onlyNumbers = (
  { cells }: Row,
  { name, weight, score }: Columns,
): readonly [points: Cell, score: Cell] | undefined => {
  const own = ownCells({ cells: cells.slice(name + 1, score + 1) })
  const [first, second] = own
  if (cells[name]?.text.isBlank !== false || own.length !== 2 || !first || !second) return undefined
  const [points, reached] = [numberIn(first), numberIn(second)]
  if (cells.length <= score) return undefined
  const isInPlace = first === cells[weight] && second === cells[score]
  return !isInPlace && points > 0 && points <= MOST_POINTS && reached <= points ? [first, second] : undefined
}

const MOST_POINTS = 50

/** NaN for what is no plain number. */
const numberIn = (cell: Cell | undefined): number =>
  cell !== undefined && cellKind(cell.text.meaning) === 'number' ? Number(cell.text.meaning) : Number.NaN

const arePoints = (rows: readonly Row[], bare: readonly Row[], columns: Columns): boolean => {
  const { name, target, weight } = columns
  const others = rows.filter((row) => !bare.includes(row) && row.cells[target]?.text.isBlank === false)
  const total = rows.find(({ cells }) => cells.some(({ text }) => isTotalScore(text.meaning)))
  const points = (row: Row): number => numberIn(row.cells[weight]) || 0
  const own = (row: Row): number => numberIn(onlyNumbers(row, columns)?.[0])
  const sum = [
    ...others.filter((row) => row !== total && row.cells[name]?.text.isBlank === false).map(points),
    ...bare.map(own),
  ].reduce((all, one) => all + one, 0)
  if (WHOLES.includes(sum) || (total !== undefined && points(total) === sum)) return true
  const measured = others.filter((row) => Number.isNaN(numberIn(row.cells[target])))
  return bare.length > 1 && measured.length > bare.length && measured.length === others.length
}

const WHOLES: readonly number[] = [90, 100]

const moved = (row: Row, columns: Columns): Row => {
  const [points, score] = onlyNumbers(row, columns) as readonly [Cell, Cell]
  const blank = plainCell(points.text.slice(0, 0))
  return {
    ...row,
    cells: row.cells.map((cell, i) =>
      i === columns.weight
        ? points
        : i === columns.score
          ? score
          : cell === points || cell === score
            ? blank
            : cell,
    ),
  }
}
