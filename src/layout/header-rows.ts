import { groupBy, mapped } from '../collect.ts'
import type { ColumnRole, Heading } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { CellKind } from '../vocabulary/cell-kinds.ts'
import { INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { clarified, countKinds } from './columns.ts'
import { rolesOf } from './row-roles.ts'
import { headIn, kindOf } from './words-of.ts'

/** The cells of a header, of one row or several, by column. */
export interface HeaderCells {
  readonly columns: Columns
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  /** The cell above that one, where it stands over several columns. */
  readonly groups: readonly (SpannedText | undefined)[]
  readonly headings: readonly Heading[]
  /** Where a cell reaches from, by column, in a header of one row. */
  readonly merged?: readonly (number | undefined)[]
}

/** Longer cells head no column. */
export const LONGEST_HEADER = 40

/** A header of one row. */
export const oneHeaderRow = (row: Row, columns: Columns): HeaderCells => ({
  columns,
  labels: mapped(row.cells, ({ text }) => text),
  groups: [],
  merged: row.cells.map(({ mergedInto }) =>
    mergedInto === undefined ? undefined : row.cells.indexOf(mergedInto),
  ),
  headings: row.cells.flatMap(({ text }, i) => (text.isBlank ? [] : [{ text, role: columns[i] }])),
})

/**
 * Two rows as one header, if the second goes on with the first: 一级指标, 二级指标 … below a wide
 * 绩效指标; 甲县, 乙县 below 指标值. `width` is the number of cells of the rows below.
 */
export const joinHeaderRows = (first: Row, second: Row, width: number): HeaderCells | undefined => {
  if (!first.cells.every(mayHead)) return undefined
  if (!second.cells.every((cell, i) => mayHead(cell) || isChoice(cell, first.cells[i]))) return undefined
  const pairs = standsUnder(second, first) ? byColumn(first, second) : byGroup(first, second, width)
  if (pairs === undefined) return undefined
  const roles = pairs.map(({ label, group }) => {
    return label === undefined ? undefined : roleBelow(group, label)
  })
  const labels = pairs.map(({ label }) => label)
  const columns = clarified(roles, labels)
  const under = pairs.filter(({ group }) => group !== undefined && roleOf(group) === 'indicator')
  const known = under.filter(({ label }) => label !== undefined && roleOf(label) !== undefined)
  if (!pairs.some(({ group }) => group !== undefined) || known.length * 2 < under.length) return undefined
  const isKnown = isAllHeaders(first) && countKinds(columns) > 1
  if (!isKnown && !isOverOne(pairs) && !areAlike(pairs)) return undefined
  return {
    columns,
    labels,
    groups: pairs.map(({ group }) => group),
    headings: headingsOf([first, second], pairs, columns),
  }
}

/** Whether one wide cell behind others stands over words of its own, whatever they are: 合计 and the districts. */
const isOverOne = (pairs: readonly Pair[]): boolean => {
  const [first, second] = new Set(pairs.map(({ group }) => group))
  const under = pairs.filter(({ group }) => group !== undefined)
  return first === undefined && under.length > 1 && under.every(({ group }) => group === second)
}

/** Whether the same words stand under each of several wide cells: what was planned and reached, under each county. */
const areAlike = (pairs: readonly Pair[]): boolean => {
  const grouped = pairs.filter(({ group }) => group !== undefined)
  const words = [...groupBy(grouped, ({ group }) => group).values()].map((own) =>
    own.map(({ label }) => label?.meaning ?? ''),
  )
  const [first, ...others] = words
  return (
    first !== undefined &&
    first.length > 1 &&
    others.length > 0 &&
    others.every((own) => own.join() === first.join())
  )
}

/**
 * Three rows as one header: 绩效指标 over 指标体系 and 本年目标, each over columns of its own. The upper two are taken
 * for one, so that the words of the third stand under the nearest wide cell.
 */
export const joinThreeHeaderRows = (
  first: Row,
  second: Row,
  third: Row,
  width: number,
): HeaderCells | undefined => {
  const upper = foldHeaderRows(first, second)
  const joined = upper === undefined ? undefined : joinHeaderRows(upper, third, width)
  if (joined === undefined) return undefined
  const hidden = first.cells.filter((cell) => !upper?.cells.includes(cell))
  return { ...joined, headings: [...headingsOfCells(hidden), ...joined.headings] }
}

/** The lowest cells of two header rows, of which the second stands under the first. */
const foldHeaderRows = (first: Row, second: Row): Row | undefined => {
  if (!standsUnder(second, first) || !second.cells.every(({ text }) => text.isBlank || isShort(text)))
    return undefined
  const cells = Array.from({ length: Math.max(first.cells.length, second.cells.length) }, (_, i) => {
    const [above, below] = [first.cells[i], second.cells[i]]
    return (below?.text.isBlank === false ? below : (above ?? below)) as Cell
  })
  return { ...second, cells }
}

/** What a cell means under a wide one: 小计 under 预算数 is the amount, any unknown word a part of it. */
export const roleBelow = (group: SpannedText | undefined, label: SpannedText): ColumnRole | undefined => {
  if (GRADE.test(label.meaning)) return label.meaning === '优' ? 'target' : 'note'
  const above = group === undefined ? undefined : roleOf(group)
  if (above === 'amount' && isSum(label)) return 'amount'
  return roleUnder(above, roleOf(label))
}

/** FORM: 评价标准 over 优, 良, 中 and 差, of which the first is what is planned. */
const GRADE = /^[优良中差]$/

/** What heads one column. */
interface Pair {
  readonly label: SpannedText | undefined
  /** The wide cell above the label. */
  readonly group: SpannedText | undefined
}

/** Whether a row holds nothing but short words, of which enough are known, or all could be. */
const isAllHeaders = ({ cells }: Row): boolean => {
  let filled = 0
  let known = 0
  for (const { text } of cells) {
    if (text.isBlank) continue
    if (text.length > LONGEST_HEADER) return false
    filled += 1
    if (roleOf(text) !== undefined) known += 1
    else if (VALUE.test(text.folded)) return false
  }
  return known * 3 > filled
}

/** No header begins or ends so: ≥40人, 12.5. */
const VALUE = /[≥≤%]|^[\d.,]+$|\d[万元人个次户]?$/

/** Whether a cell may be one of a header: blank, a known word, or words that are neither a value nor a heading. */
const mayHead = ({ text }: Cell): boolean => {
  if (text.isBlank || roleOf(text) !== undefined || isUnit(text) || TERM.test(text.meaning)) return true
  if (GRADE.test(text.meaning)) return true
  return text.length <= LONGEST_HEADER && HEADERS.has(kindOf(text))
}

/** 有可能 under 完成目标可能性, 经费保障 under 偏差原因: what may be ticked below. */
const isChoice = ({ text }: Cell, above: Cell | undefined): boolean => {
  const group = above?.mergedInto ?? above
  const role = group === undefined ? undefined : roleOf(group.text)
  return (role === 'note' || role === 'reason') && kindOf(text) === 'quality'
}

/** 2016年, 2017年 under 目标值. */
const TERM = /^(?:20\d\d\s?年(?:度)?|第?[一二三四]季度|[上下]半年)$/
const HEADERS: ReadonlySet<CellKind> = new Set(['words', 'name', 'organisation', 'unit', 'standard'])

/**
 * Whether a row leaves the places blank that the cells above it cover, or prints those cells again. Where the first
 * stands under a wide cell, the others do as well: 一级指标, 二级指标, 三级指标 under 绩效指标, and nothing under 分值.
 */
const standsUnder = ({ cells }: Row, above: Row): boolean => {
  const [first] = cells
  if (first === undefined || first.text.isBlank || isSame(first.text, above.cells[0]?.text)) return true
  const isOver = (cell: Cell | undefined): boolean =>
    cell !== undefined && (!cell.text.isBlank || cell.mergedInto !== undefined)
  const isOverAll = cells.every((cell, i) => !cell.text.isBlank || isOver(above.cells[i]))
  return isOverAll && cells.length === above.cells.length && above.cells[1]?.mergedInto === above.cells[0]
}

const byColumn = (first: Row, second: Row): readonly Pair[] | undefined => {
  const pairs: Pair[] = []
  let group: SpannedText | undefined
  for (let i = 0; i < Math.max(first.cells.length, second.cells.length); i += 1) {
    const above = textAt(first, i)
    const below = textAt(second, i)
    if (above !== undefined && !isSame(above, group)) group = above
    if (below === undefined) {
      // A cell over two rows, or a column without header.
      pairs.push({ label: above, group: undefined })
      if (above !== undefined) group = undefined
      continue
    }
    if (above !== undefined && REMARK.test(below.folded)) {
      pairs.push({ label: above, group: undefined })
      continue
    }
    if (group === undefined || !isShort(below)) return undefined
    pairs.push(isSame(below, group) ? { label: below, group: undefined } : { label: below, group })
  }
  // One unknown word under one word is the first row of the table: 合计 under 项目名称.
  const isAlone = ({ label, group }: Pair): boolean =>
    label !== undefined &&
    group !== undefined &&
    roleOf(label) === undefined &&
    pairs.filter((pair) => pair.group === group).length < 2
  return pairs.every(isPair) && !pairs.some(isAlone) ? pairs : undefined
}

/** A word under a wide cell is one that it may stand over. */
const isPair = ({ label, group }: Pair): boolean => {
  if (label === undefined || group === undefined || fitsUnder(roleOf(group), label)) return true
  const role = roleOf(label)
  if (role === undefined) return roleOf(group) !== 'goal'
  // 一级指标, 三级指标 and 指标值 under 绩效目标.
  return roleOf(group) === 'goal' && role !== undefined && INDICATOR_COLUMNS.has(role)
}

/** The cells of a row that lacks the covered places: each wide cell takes those that it may stand over. */
const byGroup = (first: Row, second: Row, width: number): readonly Pair[] | undefined => {
  const below = mapped(second.cells, ({ text }) => text)
  if (below.some((text) => text.isBlank || !isShort(text)) || first.cells.some(({ text }) => text.isBlank))
    return undefined
  const pairs: Pair[] = []
  const own = first.cells.find(({ text }) => below.some((label) => saysAgain(text, label)))?.text
  let next = 0
  for (const { text: above } of first.cells) {
    const start = next
    if (above === own) next = below.length
    else if (own === undefined && mayTake(above, below[next])) {
      while (next < below.length && fitsUnder(roleOf(above), below[next] as SpannedText)) next += 1
    }
    // A single cell may be the value of the one beside it.
    if (next - start < 2) {
      next = start
      pairs.push({ label: above, group: undefined })
    } else for (const label of below.slice(start, next)) pairs.push({ label, group: above })
  }
  return next === below.length && next > 0 && pairs.length === width ? pairs : undefined
}

/** 数据项1 under 采集数据项. */
const saysAgain = (above: SpannedText, { meaning }: SpannedText): boolean => {
  const words = meaning.replace(/(?<!\d)\d+$/, '')
  return words.length > 1 && words.length < above.meaning.length && above.meaning.endsWith(words)
}

const GROUPS: ReadonlySet<string> = new Set(['indicator', 'target', 'amount', 'funding', 'goal'])

/** What stands under a group begins with a word that is known; only under 指标值 stand districts. */
const mayTake = (above: SpannedText, first: SpannedText | undefined): boolean => {
  const group = roleOf(above)
  if (group === undefined || first === undefined || !GROUPS.has(group)) return false
  return group === 'target' || roleOf(first) !== undefined || (group === 'amount' && isSum(first))
}

const fitsUnder = (group: ColumnRole | undefined, label: SpannedText): boolean => {
  const role = roleOf(label) ?? (isUnit(label) ? 'unit' : undefined)
  // A word that no form is known for may still be a column of the table.
  if (group === 'indicator' && BELOW_INDICATOR.test(label.meaning)) return true
  if (group === 'indicator') return role !== 'name' && role !== 'amount' && role !== 'agency'
  if (group === 'amount' || group === 'funding') return role === undefined || MONEY.has(role)
  if (group === 'goal') return role === 'goal'
  return group === 'target' ? role === undefined || BELOW_TARGET.has(role) : role !== undefined
}

/** 符号, 值, 单位 under 指标值. */
const BELOW_TARGET: ReadonlySet<ColumnRole> = new Set(['target', 'period', 'comparator', 'unit'])

/** 类别 and 名称 under 指标. */
const BELOW_INDICATOR = /^(?:名称|内容)$/

const MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'other'])

const isUnit = (label: SpannedText): boolean => label.meaning === '单位'

/** 小计 under 预算数. */
const isSum = (label: SpannedText | undefined): boolean => label !== undefined && isSumWord(label.meaning)

/** 财政拨款 under 预算金额 is a part of it; 甲县 under 指标值 is a target of its own. */
const roleUnder = (above: ColumnRole | undefined, role: ColumnRole | undefined): ColumnRole | undefined => {
  if (above === 'indicator' && role === 'name') return 'indicator'
  if (above === 'amount') return role ?? 'funding'
  if (above === 'target' && (role === undefined || role === 'period')) return 'target'
  if (above === 'note' || above === 'reason') return role ?? above
  return role
}

const roleOf = (text: SpannedText): ColumnRole | undefined =>
  text.length > LONGEST_HEADER ? undefined : headIn(text)

/** (万元) or (必填) below a header. */
const REMARK = /^\([^()]*\)$/

const textAt = ({ cells }: Row, i: number): SpannedText | undefined => {
  const text = cells[i]?.text
  return text?.isBlank === false ? text : undefined
}

const isShort = (text: SpannedText): boolean => text.length <= 24 && !/^[\d.,\s]+$/.test(text.folded)

const isSame = (a: SpannedText, b: SpannedText | undefined): boolean =>
  b !== undefined && a.meaning === b.meaning

/** Cells over those that head columns. */
const headingsOfCells = (cells: readonly Cell[]): readonly Heading[] =>
  cells.flatMap(({ text }) => (text.isBlank ? [] : [{ text, role: roleOf(text) ?? 'other' }]))

/** Every cell of both rows, with the role of the column that it is the label of. */
const headingsOf = (rows: readonly Row[], pairs: readonly Pair[], columns: Columns): readonly Heading[] =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ text }): readonly Heading[] => {
      if (text.isBlank) return []
      const at = pairs.findIndex(({ label }) => label === text)
      return [{ text, role: at >= 0 ? columns[at] : (roleOf(text) ?? 'other') }]
    }),
  )

/** A header whose 指标值 stands over the columns of 合计, 甲县 and 乙县, which a row further up names. */
export const underNames = (blocks: readonly Block[], at: number): HeaderCells | undefined => {
  const row = blocks[at] as Row
  const { roles } = rolesOf(row)
  const first = roles.lastIndexOf('target')
  if (first < 0 || first === roles.length - 1) return undefined
  const group = row.cells.flatMap(({ text }, i) => (i === first || (i > first && text.isBlank) ? [i] : []))
  if (group.length < 2 || group.at(-1) !== first + group.length - 1) return undefined
  const next = blocks[at + 1]
  const isOfValues = ({ text }: Cell): boolean => TARGETS.has(kindOf(text))
  if (next?.kind !== 'row' || !group.every((i) => next.cells[i] !== undefined && isOfValues(next.cells[i])))
    return undefined
  const names = namesAbove(blocks, at, group)
  if (names === undefined) return undefined
  const { headings } = oneHeaderRow(row, roles)
  const labels = row.cells.map(({ text }, i) => names[i - first] ?? text)
  return {
    columns: roles.map((role, i) => (group.includes(i) ? 'target' : role)),
    labels,
    groups: [],
    headings,
  }
}

/** What stands under 指标值. */
const TARGETS: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'number', 'quality'])

/** So far up a form may begin. */
const FARTHEST = 40

/** The nearest row above that has different names in all columns of a group. */
const namesAbove = (
  blocks: readonly Block[],
  at: number,
  group: readonly number[],
): readonly SpannedText[] | undefined => {
  for (let i = at - 1; i >= 0 && at - i < FARTHEST; i -= 1) {
    const block = blocks[i]
    if (block?.kind !== 'row') return undefined
    const names = group.flatMap((column) => block.cells[column]?.text ?? [])
    if (names.length === group.length && names.every(mayName) && allDiffer(names)) return names
  }
  return undefined
}

/** Whether a cell may be the name of a district, or 合计 beside them. */
const mayName = (text: SpannedText): boolean =>
  !text.isBlank &&
  text.length <= LONGEST_HEADER &&
  (isSumWord(text.meaning) || (NAMES.has(kindOf(text)) && headIn(text) === undefined))

const NAMES: ReadonlySet<CellKind> = new Set(['words', 'name', 'organisation'])

const allDiffer = (texts: readonly SpannedText[]): boolean =>
  new Set(texts.map(({ meaning }) => meaning)).size === texts.length
