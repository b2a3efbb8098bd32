import { mapped } from '../collect.ts'
import type { ColumnRole, Heading } from '../model/disclosure.ts'
import type { DraftGoals } from '../model/draft.ts'
import type { Block, Row } from '../read/grid.ts'
import { rememberRun } from '../remember.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { endsAsHeader } from '../vocabulary/header-hints.ts'
import { describesIndicator, isLevelRole, SAYS_EITHER, saysContent, termOf } from '../vocabulary/headers.ts'
import { isSumName, isSumWord } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { recognizeCategoryHeader } from './category-header.ts'
import { isHeading } from './column-profile.ts'
import { clarified, countKinds, headsList, isRowHeader, withAmount } from './columns.ts'
import { isTitle } from './front-matter.ts'
import {
  type HeaderCells,
  joinHeaderRows,
  joinThreeHeaderRows,
  LONGEST_HEADER,
  oneHeaderRow,
  underNames,
} from './header-rows.ts'
import { isLevelOneLine } from './indicator-rows.ts'
import { holdsTargets, inferColumns } from './infer-columns.ts'
import { cellOver, onlyCell, ownCells, widthOf } from './row-cells.ts'
import { rolesOf } from './row-roles.ts'
import { columnsOf, ofLongTerm, type RowHeader, sidesOf } from './sides.ts'
import { agencyCodeIn } from './slots.ts'
import { bare, headIn, kindOf } from './words-of.ts'

/**
 * The header of a table of indicators that begins at `at`, if one does. `above`: the header last read, which
 * a page may repeat over too few rows to tell again what its columns are.
 */
export const rowHeaderAt = (
  blocks: readonly Block[],
  at: number,
  above?: RowHeader,
): RowHeader | undefined => {
  const block = blocks[at]
  if (block?.kind !== 'row' || !mayHead(block) || standsUnder(above, block)) return undefined
  if (!rolesOf(block).hasAny && holdsValue(block) && !headsCategories(block)) return undefined
  const rows = rowsFrom(blocks, at)
  return (
    (above === undefined ? undefined : repeated(above, rows)) ??
    completed(underNames(blocks, at), rows.slice(1), 1) ??
    headerOf(rows)
  )
}

/** Whether a heading of the table above is merged over a row, which is one of its indicators then. */
const standsUnder = (above: RowHeader | undefined, row: Row): boolean =>
  row.cells.some((_, i) => {
    const over = cellOver(row, i)
    if (over === undefined || over.text.isBlank) return false
    const role = above?.columns[i]
    return isShortHeading(over.text) || (role !== undefined && isLevelRole(role))
  })

/** Whether any of the blocks begins the header of a table of indicators. */
export const hasRowHeader = (blocks: readonly Block[]): boolean =>
  blocks.some((_, at) => rowHeaderAt(blocks, at) !== undefined)

/** Two or more short cells, none of which is plainly a value. */
const mayHead = (row: Row): boolean => {
  let filled = 0
  for (const { text } of row.cells) {
    if (text.isBlank) continue
    if (text.meaning.length > LONGEST_HEADER) return false
    filled += 1
  }
  return filled > 1
}

/** Whether a cell that no word is known for is plainly a value; a quality may be the word over one. */
const holdsValue = (row: Row): boolean => {
  const { roles } = rolesOf(row)
  return row.cells.some(
    ({ text }, i) => roles[i] === undefined && isValue(text) && kindOf(text) !== 'quality',
  )
}

/**
 * The same of a row over others: what looks like a quality is the word over a column of values where none of them is one (通过线),
 * or where it ends as headers do (完成标准).
 */
const holdsValueOver = (row: Row, below: readonly Row[]): boolean => {
  const { roles } = rolesOf(row)
  const isOverValues = (column: number, text: SpannedText): boolean => {
    const kinds = below
      .slice(0, TELLING)
      .flatMap(({ cells }) => (cells[column] === undefined ? [] : [kindOf(cells[column].text)]))
    const typed = kinds.filter((kind) => isTyped(kind) || kind === 'comparator').length
    const isOfNumbers = !kinds.includes('quality') || endsAsHeader(text.meaning)
    return typed > 1 && typed * 2 > kinds.length && isOfNumbers
  }
  return row.cells.some(
    ({ text }, i) =>
      roles[i] === undefined && isValue(text) && !(kindOf(text) === 'quality' && isOverValues(i, text)),
  )
}

/** Whether categories stand behind other words: 资助方向, 资助经费, 产出指标, 效益指标. */
const headsCategories = ({ cells }: Row): boolean =>
  cells[0] !== undefined &&
  !isShortHeading(cells[0].text) &&
  cells.filter(({ text }) => isShortHeading(text)).length > 1

const repeated = (header: RowHeader, rows: readonly Row[]): RowHeader | undefined => {
  const { headings, height } = header
  const [first] = headings
  const begin = rows[0]?.cells.find(({ text }) => !text.isBlank)?.text
  // Most rows are done with that.
  if (first === undefined || begin === undefined || !first.text.meansSameAs(begin)) return undefined
  const texts = rows.slice(0, height).flatMap((row) => ownCells(row).map(({ text }) => text))
  const isSame = ({ text }: Heading, i: number): boolean =>
    texts[i] !== undefined && bare(text) === bare(texts[i])
  if (texts.length !== headings.length || !headings.every(isSame)) return undefined
  return { ...header, headings: headings.map(({ role }, i) => ({ role, text: texts[i] as SpannedText })) }
}

/** So many rows tell what stands in the columns. */
export const TELLING = 40

/** The row at `at` with the next, which its header may take too, and what stands below. */
const rowsFrom = (blocks: readonly Block[], at: number): readonly Row[] => {
  const rows: Row[] = []
  for (let i = at; i < blocks.length && rows.length < TELLING; i += 1) {
    const block = blocks[i]
    if (block?.kind === 'row') rows.push(block)
    // 第一部分 产出 across the table.
    else if (i > at && block?.kind === 'text' && isLevelOneLine(block.cell.text)) continue
    else if ((i > at && rows.length < 3) || (block?.kind === 'text' && isTitle(block.cell.text))) break
  }
  return rows
}

/**
 * Reads the header that the first of the rows begins, which may take up to three of them (绩效指标 over 一级指标,
 * 二级指标 …). Known words speak for a header, and so do the rows below: under a row of short words, categories, names
 * and values in columns of their own. Worked out once for the same rows.
 */
const headerOf = rememberRun((rows: readonly Row[]): RowHeader | undefined => {
  const [first, second, third] = rows
  if (first === undefined) return undefined
  const { hasAny, roles } = rolesOf(first)
  const isKnown = countKinds(roles) > 1
  if (!isKnown && holdsValueOver(first, rows.slice(1))) {
    // 产出指标, 效益指标 side by side head columns of their own.
    return hasAny || headsCategories(first) ? recognizeCategoryHeader(rows) : undefined
  }
  if (!hasAny && !standsOverIndicators(rows)) return undefined
  if (second !== undefined && isFieldsOver(first, second)) return undefined
  const byCategory = hasAny ? recognizeCategoryHeader(rows) : undefined
  if (byCategory !== undefined) return byCategory
  if (second !== undefined) {
    const below = rows.slice(2)
    const both = completed(joinHeaderRows(first, second, widthOf(below)), below, 2)
    if (both !== undefined) return both
    const all =
      third === undefined ? undefined : joinThreeHeaderRows(first, second, third, widthOf(rows.slice(3)))
    const three = completed(all, rows.slice(3), 3)
    if (three !== undefined) return three
  }
  return completed(oneHeaderRow(first, roles), rows.slice(1), 1)
})

/** Whether labels with words beside them, 年度目标 | 保障运转, stand over a header that is one by itself. */
const isFieldsOver = (row: Row, below: Row): boolean => {
  const { roles } = rolesOf(row)
  const own = ownCells(row).map((cell) => roles[row.cells.indexOf(cell)])
  const areFields = own.every((role, i) => (i % 2 === 0 ? FIELDS.has(role ?? '') : role === undefined))
  const columns = rolesOf(below).roles
  return own.length % 2 === 0 && areFields && isRowHeader(columns) && countKinds(columns) > 2
}

/** Whether a row of words that nobody knows is followed by one with a heading, or with the goal of a project and a value. */
const standsOverIndicators = ([first, ...rows]: readonly Row[]): boolean => {
  const { length } = ownCells(first as Row)
  if (length < 3) return false
  const near = rows.slice(0, 3)
  return near.some(hasShortHeading) || isOverList(length, near) || holdsTargets(rows)
}

/** A list of projects without categories prints the name, the money and the goal of each beside its first indicator. */
const isOverList = (width: number, near: readonly Row[]): boolean =>
  width > 4 &&
  near.some(({ cells }) => {
    const kinds = cells.map(({ text }) => (text.isBlank ? undefined : kindOf(text)))
    const typed = kinds.filter((kind) => kind !== undefined && isTyped(kind)).length
    return kinds.includes('sentence') && typed > 0
  })

const isValue = (text: SpannedText): boolean => {
  if (text.isBlank) return false
  const kind = kindOf(text)
  return isTyped(kind) || isLevel(kind) || OTHER_VALUES.has(kind)
}

/** What stands below headers and is none itself, beside numbers and categories. */
const OTHER_VALUES: ReadonlySet<CellKind> = new Set([
  'comparator',
  'quality',
  'direction',
  'nature',
  'sentence',
])

/** Whether a cell that is short enough for a header names a category. */
export const isShortHeading = (text: SpannedText): boolean => text.length <= LONGEST_HEADER && isHeading(text)

const hasShortHeading = ({ cells }: Row): boolean => cells.some(({ text }) => isShortHeading(text))

/** Whether what seems to head the names or the targets reaches down beside the first row, in front of its values. */
const standsBeside = (row: Row, columns: Columns): boolean =>
  row.cells.some(
    (_, i) => (columns[i] === 'indicator' || columns[i] === 'target') && cellOver(row, i) !== undefined,
  )

const completed = (
  cells: HeaderCells | undefined,
  rows: readonly Row[],
  height: number,
): RowHeader | undefined => {
  if (cells === undefined) return undefined
  const { labels, groups, headings } = cells
  const [front] = labels
  const named = withResults(clarified(cells.columns, labels))
  const isSaid = headsList(named, labels)
  const isHeader = isSaid && isRowHeader(named)
  const isSure = isHeader || headsPairs(named, labels, rows)
  if (!isSure && !isOpen(named, labels)) return undefined
  const others = headings.flatMap(({ text }) => (text === front ? [] : [text.meaning]))
  const below = ownRows(rows, [front?.meaning ?? '', ...others])
  const said = asContentsTell(named, labels, below)
  if (!isHeader && (standsOverOutlines(below) || !mayBeTold(said, isSaid, labels, below))) return undefined
  const told =
    (isHeader ? plainColumns(said, labels, below) : undefined) ??
    inferColumns({ labels, said, wide: underWideTarget(cells, said, below) }, below)
  const columns = withContents(
    withAmount(
      withoutOffices(
        withoutDescriptions(withoutTwins(withoutFront(told.columns, labels, below), below), labels, below),
        below,
      ),
    ),
    labels,
    below,
  )
  if (!headsIndicators(columns, labels)) return undefined
  if (!(isSure || isTold(said, labels, columns, told.headed, below))) return undefined
  if (rows[0] !== undefined && standsBeside(rows[0], columns)) return undefined
  const terms = labels.map((label, i) => termIn(label) ?? termIn(groups[i]))
  const sides = sidesOf(
    columns,
    hasSeveral(columns, below) ? labelsOfTargets(cells) : [],
    terms,
    terms.includes('long-term') || !isInPairs(columns, below),
  )
  return {
    columns,
    headings: headings.map((heading) => {
      const at = labels.indexOf(heading.text)
      return at >= 0 ? { ...heading, role: columns[at] } : heading
    }),
    labels,
    terms,
    agencyCode: agencyCodeIn(columns, labels),
    // 长期绩效指标 in front of the table is said of all its rows.
    sides: columns[0] === 'other' && terms[0] === 'long-term' ? ofLongTerm(sides) : sides,
    height,
    margin: told.margin,
    inferred: told.inferred,
  }
}

/**
 * 实施内容 in front of the categories says what each project of a list is to reach, where no other column does and its cells are
 * sentences.
 */
const withContents = (columns: Columns, labels: HeaderCells['labels'], below: readonly Row[]): Columns => {
  const [name, level] = [columns.indexOf('name'), columns.findIndex(isLevelRole)]
  if (name < 0 || level < 0 || !columns.includes('amount') || columns.includes('goal')) return columns
  const mayHold = (role: Columns[number], i: number): boolean => {
    if (i < name || i > level || (role !== 'other' && role !== 'note' && role !== undefined)) return false
    const texts = below.flatMap(({ cells }) => (cells[i]?.text.isBlank === false ? [cells[i].text] : []))
    const sentences = texts.filter((text) => kindOf(text) === 'sentence')
    return saysContent(labels[i]?.meaning ?? '') && sentences.length * 2 > texts.length
  }
  const found = columns.findIndex(mayHold)
  return found < 0 ? columns : columns.with(found, 'goal')
}

/** 责任科室 behind the values says who sees to each indicator, where rows without the name of a project have one, too. */
const withoutOffices = (columns: Columns, below: readonly Row[]): Columns => {
  const [name, office] = [columns.indexOf('name'), columns.lastIndexOf('agency')]
  if (name < 0 || office < columns.indexOf('target')) return columns
  const isFilled = ({ cells }: Row, column: number): boolean => cells[column]?.text.isBlank === false
  const unnamed = below.filter((row) => !isFilled(row, name))
  const offices = unnamed.filter((row) => isFilled(row, office)).length
  return offices > 0 && offices * 2 > unnamed.length ? columns.with(office, 'other') : columns
}

/**
 * What words say that stand for two things, as the cells below tell: 目标 over nothing that is measured, beside a column of nothing
 * else, is the goal of each project, and 单位 over units those of the values.
 */
const asContentsTell = (said: Columns, labels: HeaderCells['labels'], below: readonly Row[]): Columns => {
  const doubtful = labels.map((label) => (label === undefined ? undefined : SAYS_EITHER.get(bare(label))))
  if (doubtful.every((role) => role === undefined)) return said
  const share = (column: number, kinds: ReadonlySet<CellKind>): number => {
    const own = below.flatMap(({ cells }) =>
      cells[column]?.text.isBlank === false ? [cells[column].text] : [],
    )
    return own.length === 0 ? 0 : own.filter((text) => kinds.has(kindOf(text))).length / own.length
  }
  const isMeasured = (column: number): boolean =>
    (said[column] === undefined || said[column] === 'target') && share(column, MEASURED) > 0.5
  return mapped(said, (role, i) => {
    const other = doubtful[i]
    if (other === 'unit') return share(i, UNITS) > 0.5 ? other : role
    const isGoal =
      role === 'target' && other === 'goal' && share(i, VALUES) === 0 && said.some((_, k) => isMeasured(k))
    return isGoal ? other : role
  })
}

/** Numbers with a unit or a sign, and dates. */
const MEASURED: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'number'])
const UNITS: ReadonlySet<CellKind> = new Set(['unit'])

/** The columns of a header whose words say it all. */
const plainColumns = (
  said: Columns,
  labels: HeaderCells['labels'],
  below: readonly Row[],
): ReturnType<typeof inferColumns> | undefined => {
  const columns = withoutFront(said, labels, below)
  return isPlain(columns, labels, below) ? { columns, margin: PLAIN, inferred: [], headed: 0 } : undefined
}

/** 完成情况 beside indicators is that of each. */
const withResults = (said: Columns): Columns => {
  const isOfRows = said.some((role) => role !== undefined && TOLD.has(role))
  return isOfRows ? mapped(said, (role) => (role === 'result' ? 'actual' : role)) : said
}

/** Whether columns hold indicators, and no tasks with their money: 重点工作任务, 总额, 财政拨款. */
const headsIndicators = (columns: Columns, labels: HeaderCells['labels']): boolean => {
  const areTasks = !columns.includes('name') && columns.includes('funding')
  return isRowHeader(columns) && !(areTasks && isSumWord(labels[columns.indexOf('target')]?.meaning ?? ''))
}

/** The words over each column: of 年度目标 under 小学 and again under 中学, the place, for the term is told apart from it. */
const labelsOfTargets = ({ labels, groups }: HeaderCells): HeaderCells['labels'] =>
  labels.map((label, i) => {
    const group = groups[i]
    if (label === undefined || group === undefined || termIn(group) !== undefined) return label
    const isAgain = labels.some((other, k) => groups[k] !== group && other?.meansSameAs(label) === true)
    if (!isAgain) return label
    const saysNoMore = termIn(label) !== undefined || headIn(label) === 'target'
    return saysNoMore ? group : SpannedText.join([group, label], ' ')
  })

/** 指标描述 behind the values says what the names in front of them do, and so does 指标内容 right behind names that nearly all rows have. */
const withoutDescriptions = (
  columns: Columns,
  labels: HeaderCells['labels'],
  below: readonly Row[],
): Columns => {
  const first = columns.indexOf('target')
  const [front, last] = [columns.indexOf('indicator'), columns.lastIndexOf('indicator')]
  if (front < 0 || front >= first || last === front) return columns
  const named = below.filter(({ cells }) => cells[front]?.text.isBlank === false).length
  const isBehindNames =
    last < first && describesIndicator(labels[last]?.meaning ?? '') && named * 5 >= below.length * 4
  return last > columns.lastIndexOf('target') || isBehindNames ? columns.with(last, 'note') : columns
}

/**
 * Of two columns for one level, that which has the categories: 一级指标 beside 指标类型 over 共性指标 and 个性指标, and 二级指标 beside
 * 二级指标(中期) with nothing in it.
 */
const withoutTwins = (columns: Columns, below: readonly Row[]): Columns => {
  const cellsIn = (column: number): readonly SpannedText[] =>
    below.flatMap(({ cells }) => (cells[column]?.text.isBlank === false ? [cells[column].text] : []))
  return columns.map((role, i) => {
    if (!isLevelRole(role) || columns.indexOf(role) === columns.lastIndexOf(role)) return role
    const own = cellsIn(i)
    if (own.length === 0) return undefined
    const isOther = columns.some((other, k) => other === role && k !== i && cellsIn(k).some(isHeading))
    return isOther && !own.some(isHeading) ? 'note' : role
  })
}

/** Whether a row has three words at least, of which two may be those over names and values. */
const isOpen = (said: Columns, labels: HeaderCells['labels']): boolean => {
  let printed = 0
  let open = 0
  for (const [i, label] of labels.entries()) {
    if (label === undefined || label.isBlank) continue
    const role = said[i]
    printed += 1
    if (role === undefined || !FIELDS.has(role)) open += 1
  }
  return printed >= 3 && (open >= 2 || printed >= LIST.length)
}

/** Whether 指标 and a word that nobody knows stand over nothing but names, each with its value. */
const headsPairs = (said: Columns, labels: HeaderCells['labels'], below: readonly Row[]): boolean => {
  const printed = labels.flatMap((label, i) => (label?.isBlank === false ? [i] : []))
  const [name = -1, value = -1] = printed
  if (printed.length !== 2 || said[name] !== 'indicator' || said[value] !== undefined) return false
  const rows = ownRows(below, [labels[name]?.meaning ?? ''])
  let typed = 0
  for (const { cells } of rows) {
    const kinds = [name, value].map((at) =>
      cells[at]?.text.isBlank === false ? kindOf(cells[at].text) : 'none',
    )
    if (ownCells({ cells }).length !== 2 || kinds.includes('none') || !NAMES.has(kinds[0])) return false
    if (kinds[1] !== undefined && isTyped(kinds[1])) typed += 1
  }
  return rows.length > 1 && typed * 2 > rows.length
}

const NAMES: ReadonlySet<CellKind | undefined> = new Set(['words', 'name'])

/** Whether a cell below holds all indicators of a project: then none has a row of its own. */
const standsOverOutlines = (below: readonly Row[]): boolean => {
  const firsts: SpannedText[] = []
  for (const { cells } of below) {
    for (const [i, { text }] of cells.entries()) if (!text.isBlank) firsts[i] ??= text
  }
  return firsts.some((text) => kindOf(text) === 'outline')
}

/** Whether it pays to look closer: where such words head no list, a heading below or a word for a part of indicators beside. */
const mayBeTold = (
  said: Columns,
  isSaid: boolean,
  labels: HeaderCells['labels'],
  below: readonly Row[],
): boolean => {
  if (below.length === 0) return false
  if (isSaid) return true
  const near = below.slice(0, 3)
  return (
    said.some((role) => role !== undefined && TOLD.has(role)) ||
    near.some(hasShortHeading) ||
    isOverList(labels.length, near) ||
    holdsTargets(below)
  )
}

/** Whether a column without a word over it holds signs, numbers or units in most rows: those of a wide 指标值 beside it. */
const isOfValues = (below: readonly Row[], column: number): boolean => {
  const ofValues = below.filter(({ cells }) => {
    const text = cells[column]?.text
    return text?.isBlank === false && VALUES.has(kindOf(text))
  })
  return ofValues.length * 2 > below.length
}

const VALUES: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'number', 'comparator', 'unit'])

/** The columns that one 指标值 stands over: merged cells say so, and so do signs below it with no word over what is beside them. */
const underWideTarget = (
  { merged }: HeaderCells,
  said: Columns,
  below: readonly Row[],
): ReadonlySet<number> => {
  const first = said.indexOf('target')
  const signs = below.filter(
    ({ cells }) => cells[first] !== undefined && kindOf(cells[first].text) === 'comparator',
  )
  const isOfSigns = signs.length * 2 > below.length
  const wide = new Set<number>()
  for (let i = first + 1; first >= 0 && said[i] === undefined && i < said.length; i += 1) {
    if (merged?.[i] !== first && !(isOfSigns && isOfValues(below, i))) break
    wide.add(first).add(i)
  }
  return wide
}

/** A reading in which every word is known. */
const PLAIN = 6

const ONE_EACH: readonly ColumnRole[] = [
  'level-one',
  'level-two',
  'indicator',
  'target',
  'unit',
  'weight',
  'direction',
  'actual',
  'score',
  'reason',
  'name',
  'goal',
]

/** Whether the words say it all: each is known, none comes twice, and the signs are where they are said to be. */
const isPlain = (said: Columns, labels: HeaderCells['labels'], below: readonly Row[]): boolean => {
  if (!said.includes('indicator') || !said.includes('target')) return false
  if (said.some((role, i) => role === undefined && labels[i]?.isBlank === false)) return false
  if (ONE_EACH.some((role) => said.indexOf(role) !== said.lastIndexOf(role))) return false
  if (said.some((role, i) => role === undefined && isOfValues(below, i))) return false
  const isOfSigns = (column: number): boolean => {
    const text = below.map(({ cells }) => cells[column]?.text).find((one) => one?.isBlank === false)
    return text !== undefined && kindOf(text) === 'comparator'
  }
  const signs = columnsOf(said, 'comparator')
  const others = [...columnsOf(said, 'note'), ...columnsOf(said, 'other')]
  return signs.length < 2 && signs.every(isOfSigns) && !others.some(isOfSigns)
}

/** Whether what stands below tells that a row of words, few of them known, is a header. */
const isTold = (
  said: Columns,
  labels: HeaderCells['labels'],
  columns: Columns,
  headed: number,
  below: readonly Row[],
): boolean => {
  const printed = labels.filter((label) => label?.isBlank === false).length
  if (LIST.every((role) => columns.includes(role)) && below.length > 2) return printed === columns.length
  const isField = said.some(
    (role, i) =>
      role !== undefined &&
      FIELDS.has(role) &&
      columns[i] !== 'other' &&
      labels[i + 1]?.isBlank === false &&
      said[i + 1] === undefined,
  )
  const corner = cornerWidth(labels, columns)
  if (corner > 1 && columns.slice(corner).every((role) => role === 'target')) return headed === below.length
  const known = countKinds(said)
  if (printed < 3 || (isField && known < 3)) return false
  // 绩效目标 over goals is no header of categories, whatever stands below.
  const isOther = (role: ColumnRole | undefined, i: number): boolean =>
    role !== undefined && role !== columns[i] && columns[i] !== 'other' && FIELDS.has(role)
  if (said.some(isOther)) return false
  if (!columns.includes('indicator') || !columns.includes('target')) return false
  // Every column that holds a part of the indicators has a word over it; that of the headings may stand in front of them all.
  const isHeadless = columns.some(
    (role, i) =>
      role !== undefined &&
      TOLD.has(role) &&
      labels[i]?.isBlank !== false &&
      !(i === 0 && role === 'level-one'),
  )
  if (isHeadless) return false
  const isKnown =
    headed > 0
      ? headed * 4 >= Math.min(below.length, TELLING)
      : known > 0 &&
        (below.length > 1 || columnsOf(columns, 'target').length > 1) &&
        said.some((role) => role !== undefined && TOLD.has(role))
  return isKnown || holdsTargets(below)
}

/** How many columns of headings and names one word in front of the header covers: 项目单位 over them, and districts beside it. */
const cornerWidth = (labels: HeaderCells['labels'], columns: Columns): number => {
  const width = columns.indexOf('indicator') + 1
  const isBlank = (label: SpannedText | undefined): boolean => label?.isBlank !== false
  const isOfLevels = columns.slice(0, width - 1).every(isLevelRole)
  return isOfLevels && !isBlank(labels[0]) && labels.slice(1, width).every(isBlank) ? width : 0
}

/** What each project of a list has, beside its indicators. */
const LIST: readonly ColumnRole[] = ['name', 'amount', 'goal', 'indicator', 'target']

const TOLD: ReadonlySet<ColumnRole> = new Set(['level-one', 'level-two', 'indicator', 'target', 'comparator'])

/** Whether the rows print two indicators each: the names on the sides are never the same, as those of two terms are. */
const isInPairs = (columns: Columns, rows: readonly Row[]): boolean => {
  const [left = 0, right = 0] = columnsOf(columns, 'indicator')
  const pairs = rows.flatMap(({ cells }) => {
    const [one, two] = [cells[left]?.text, cells[right]?.text]
    return one?.isBlank === false && two?.isBlank === false ? [[one, two] as const] : []
  })
  return pairs.length > 0 && pairs.every(([one, two]) => !one.meansSameAs(two))
}

/** Whether more than one column of targets is filled; forms print some for others to fill in. */
const hasSeveral = (columns: Columns, rows: readonly Row[]): boolean => {
  const isFilled = (at: number): boolean =>
    rows.some(({ cells }) => cells.length < columns.length || cells[at]?.text.isBlank === false)
  return columnsOf(columns, 'target').filter(isFilled).length > 1
}

/**
 * Without the rows of the next form, which begins with a title, with a label or, at the latest, where the `header` comes
 * again, and what stands below the indicators.
 */
export const ownRows = (rows: readonly Row[], [front, ...header]: readonly string[]): readonly Row[] => {
  const again = rows.findIndex((row) => repeats(row, header))
  if (again > 0) {
    // The money and the goals of the second half stand over its own header.
    const isLabelled = (at: number): boolean =>
      at > 0 && ownCells(rows[at - 1] as Row).length * 2 <= header.length
    let end = again
    while (isLabelled(end)) end -= 1
    return ownRows(rows.slice(0, end), [front ?? ''])
  }
  const end = rows.findIndex((row) => {
    const only = onlyCell(row)
    if (only !== undefined && isTitle(only.text)) return true
    const { names, roles } = rolesOf(row)
    // The label in front of the table may be printed again in each row.
    const own = names.findIndex((name) => name !== '' && name !== front)
    const role = roles[own]
    // 资金合计 sums up a list, or begins the money of the next form.
    const isSum = role === 'amount' && isSumName(names[own] ?? '') && ownCells(row).length === 2
    // 完成情况 | 数量指标 | …: what is a label elsewhere is a category in front of one.
    if (role !== undefined && FIELDS.has(role) && !isSum && !hasShortHeading(row)) return true
    // The header of the next table.
    const part = roles.find((one) => one !== undefined && TOLD.has(one))
    return part !== undefined && roles.some((one) => one !== part && one !== undefined && TOLD.has(one))
  })
  return end < 0 ? rows : rows.slice(0, end)
}

const repeats = ({ cells }: Row, header: readonly string[]): boolean =>
  header.length > 2 &&
  header.every((word) => cells.some(({ text }) => text.length <= LONGEST_HEADER && text.meaning === word))

const FIELDS: ReadonlySet<string> = new Set(['name', 'code', 'agency', 'amount', 'goal', 'period', 'result'])

const termIn = (label: SpannedText | undefined): DraftGoals['term'] =>
  label === undefined ? undefined : termOf(label.meaning)

/** 绩效指标 in front of the headings, merged over all rows or printed in each, is the label of the table, and so is 年度目标. */
export const withoutFront = (
  columns: Columns,
  labels: HeaderCells['labels'],
  rows: readonly Row[],
): Columns => {
  const [label] = labels
  const [next] = rows
  const isPrinted = ({ cells: [first] }: Row): boolean => first?.text.meaning === label?.meaning
  const isFrontOf = (row: Row): boolean => row.cells[0]?.mergedInto?.text === label || rows.every(isPrinted)
  if (label?.isBlank === false && next !== undefined && isFrontOf(next)) return columns.with(0, 'other')
  const level = columns.findIndex(isLevelRole)
  const front = columns.indexOf('indicator')
  const isFront = front >= 0 && front < level && columns.includes('indicator', level)
  return isFront ? columns.with(front, 'other') : columns
}

/** Whether nearly every row with an indicator prints the name of its project. */
export const printsEveryName = ({ columns }: RowHeader, blocks: readonly Block[]): boolean => {
  const name = columns.indexOf('name')
  const indicator = columns.indexOf('indicator')
  if (name < 0 || indicator < 0) return false
  const rows = blocks.filter(
    (block) => block.kind === 'row' && block.cells[indicator]?.text.isBlank === false,
  )
  const named = rows.filter((row) => row.kind === 'row' && row.cells[name]?.text.isBlank === false)
  return rows.length > 2 && named.length >= rows.length * 0.8
}
