import { mapped } from '../collect.ts'
import { sortedDigits } from '../model/decimal.ts'
import type { DraftSum } from '../model/draft.ts'
import type { Block, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { TASK_CONTENT } from '../vocabulary/headers.ts'
import {
  isGivenBefore,
  isGivenNow,
  isNoAddend,
  isPlaceName,
  isSource,
  isSumName,
  isSumWord,
  namesAmount,
  namesSumOfMoney,
} from '../vocabulary/money-words.ts'
import { isQuality } from '../vocabulary/qualities.ts'
import { distance, numberIn } from './money-table.ts'
import { ownCells } from './row-cells.ts'

/**
 * The numbers of all tables that are to be the sums of others, whatever the tables are of: 合计 of a list of who gets how much,
 * of what was spent on what, of the tasks of a department; 总额 beside its parts.
 */
export const sumsIn = (blocks: readonly Block[]): readonly DraftSum[] =>
  tablesIn(blocks).flatMap((rows) => {
    const has = (is: (text: SpannedText) => boolean): boolean =>
      rows.some(({ cells }) => cells.some(({ text }) => is(text)))
    const [isOfSums, isOfMoney, isOfStages] = [has(isHeaderOfSum), has(isMoneyHead), has(isStage)]
    if (!isOfSums && !isOfMoney && !isOfStages && !has(isOfTasks)) return []
    const table = new NumberTable(rows)
    return [
      ...(isOfSums ? table.columnSums() : []),
      ...(isOfSums || isOfMoney ? table.rowSums() : []),
      ...(isOfStages ? table.stageSums() : []),
      ...table.taskSums(),
    ]
  })

/** The rows that follow one another; pages may end between them. */
const tablesIn = (blocks: readonly Block[]): readonly (readonly Row[])[] => {
  const tables: Row[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'row') tables.at(-1)?.push(block)
    else if (block.kind === 'text' || block.endsTable === true) tables.push([])
  }
  return tables.map(withoutRepeatedHeads).filter((rows) => rows.length > 1)
}

/** Without the rows of a header that is printed again on the next page. */
const withoutRepeatedHeads = (rows: readonly Row[]): readonly Row[] => {
  const heads = new Set<string>()
  return rows.filter(({ cells }) => {
    const own = ownCells({ cells })
    if (own.length < LEAST_HEAD || own.some(({ text }) => contentOf(text) !== 'words')) return true
    const words = cells.map(({ text }) => text.meaning).join('\t')
    if (heads.has(words)) return false
    heads.add(words)
    return true
  })
}

const LEAST_HEAD = 3

const namesSum = (text: SpannedText): boolean => text.length <= LONGEST_NAME && isSumName(text.meaning)

const isHeaderOfSum = (text: SpannedText): boolean =>
  text.length <= LONGEST_NAME && (isSumWord(text.meaning) || isSumName(text.meaning))

/** 本次下达资金金额, at the end of the parts of it. */
const isMoneyHead = (text: SpannedText): boolean =>
  text.length <= LONGEST_NAME && namesSumOfMoney(text.meaning)

const isStage = (text: SpannedText): boolean => text.length <= LONGEST_NAME && isGivenNow(text.meaning)

const isOfTasks = (text: SpannedText): boolean =>
  text.length <= LONGEST_NAME && TASK_CONTENT.test(text.meaning)

const LONGEST_NAME = 16
/** How many columns between the names and the parts of a sum may hold something else: how many projects, where. */
const MOST_BESIDE = 3
/** More numbers are those of a list of projects, whose total is checked with them. */
const MOST_PARTS = 500

/** A number in a cell. */
interface Figure {
  /** Without its sign and unit. */
  readonly text: SpannedText
  readonly value: bigint
  /** As printed behind it; empty for none. */
  readonly unit: string
}

/** What a cell holds: a number, words, or nothing. */
type Content = Figure | 'words' | undefined

interface Line extends DraftSum {
  readonly value: bigint
  readonly isRight: boolean
  /** More than one part is something: it could well not add up. */
  readonly isTelling: boolean
  /** The parts come to it or nearly so. */
  readonly isNear: boolean
  /** With two digits of a part in another order it would be right. */
  readonly hasSwapped: boolean
  /** Many parts, of which one may be wrong in a digit: nothing else adds up so nearly. */
  readonly isClose: boolean
  /** A part is as much as the whole. */
  readonly isOnePart: boolean
  /** A part is the sum of others. */
  readonly isNested: boolean
  /** Neither: all parts are of one level. */
  readonly isFlat: boolean
}

/** A place in a table. */
type Place = readonly [y: number, x: number]

class NumberTable {
  readonly #rows: readonly Row[]
  readonly #contents: readonly (readonly Content[])[]
  /** Where the name of a sum stands in a row that is one, else -1. */
  readonly #sumNames: readonly number[]

  constructor(rows: readonly Row[]) {
    this.#rows = rows
    this.#contents = mapped(rows, ({ cells }) => mapped(cells, ({ text }) => contentOf(text)))
    this.#sumNames = mapped(rows, ({ cells }) => {
      const own = cells.flatMap(({ text }, x) => (text.isBlank ? [] : [x])).slice(0, 2)
      return own.find((x) => namesSum(cells[x]?.text as SpannedText)) ?? -1
    })
  }

  #at([y, x]: Place): Content {
    return this.#contents[y]?.[x]
  }

  #figureAt(place: Place): Figure | undefined {
    const content = this.#at(place)
    return content === 'words' ? undefined : content
  }

  #textAt([y, x]: Place): SpannedText {
    return this.#rows[y]?.cells[x]?.text as SpannedText
  }

  /** 合计 below the rows of a list or above them, on the side where more of the sums of the table are right, or else fewer wrong. */
  columnSums(): readonly DraftSum[] {
    const above = this.#columnSums(-1)
    const below = this.#columnSums(1)
    const more = rightIn(below) - rightIn(above)
    return more > 0 || (more === 0 && below.length < above.length) ? below : above
  }

  #columnSums(step: 1 | -1): readonly Line[] {
    return this.#sumNames.flatMap((name, y) => {
      if (name < 0) return []
      const lines = (this.#contents[y] ?? []).flatMap((_, x) =>
        x > name ? (this.#sumAt(y, x, name, step) ?? []) : [],
      )
      const isProven = lines.some((line) => line.isRight && line.isTelling)
      // Rows that stand below each other in one column do so in all.
      const isFlat = isProven || !lines.some(({ isNested }) => isNested)
      return lines.filter(
        (line) =>
          line.isRight ||
          (isFlat && (isProven || line.isTelling) && line.isFlat && !this.#isOfOther(y, line.value)),
      )
    })
  }

  #sumAt(y: number, x: number, name: number, step: 1 | -1): Line | undefined {
    const total = this.#figureAt([y, x])
    const header = total === undefined ? undefined : this.#headerOver(y, x)
    if (total === undefined || header === undefined || isNoAddend(header.meaning)) return undefined
    const parts = this.#partsOf(y, x, name, step)
    return parts.length < 2 || parts.length > MOST_PARTS
      ? undefined
      : lineOf(
          { row: this.#textAt([y, name]), column: header, total },
          mapped(parts, (at) => ({
            name: this.#nameOf(at, x) ?? header,
            figure: this.#figureAt([at, x]) as Figure,
          })),
        )
  }

  /** The rows on one side of a sum up to the next one; those on the other, where it has none; else the sums of its groups. */
  #partsOf(y: number, x: number, name: number, step: 1 | -1): readonly number[] {
    const own = this.#numbersFrom(y, x, step)
    const rows = own.length > 0 ? own : this.#numbersFrom(y, x, step === 1 ? -1 : 1)
    return rows.length > 0 ? rows.sort((a, b) => a - b) : this.#sumsBelow(y, x, name)
  }

  /** 年度金额 over 已预下达 and 本次下达, in either order: the first of the numbers that end with these two. */
  stageSums(): readonly DraftSum[] {
    return this.#rows.flatMap(({ cells }, y) =>
      cells.flatMap(({ text }, name) => {
        const names = [text, this.#rows[y + 1]?.cells[name]?.text].map((one) => one?.meaning ?? '')
        if (!names.some(isGivenNow) || !names.some(isGivenBefore)) return []
        const x = this.#contents[y]?.findIndex((content, i) => i > name && content !== undefined) ?? -1
        const rows = [y, ...this.#numbersFrom(y, x, -1)].filter((at) => this.#at([at, name]) === 'words')
        const top = rows.at(-1) as number
        const [total, ...parts] = [top, y, y + 1].map((at) => this.#figureAt([at, x]))
        if (top === y || total === undefined || parts.includes(undefined)) return []
        const line = lineOf(
          { row: this.#textAt([top, name]), column: this.#nameOf(top, name) ?? text, total },
          mapped(parts as Figure[], (figure, i) => ({ name: this.#textAt([y + i, name]), figure })),
        )
        return line === undefined ? [] : [line]
      }),
    )
  }

  /**
   * The money of the tasks of a department below 任务名称, 主要内容, 预算金额, beside that of the department: where no row sums them,
   * and one of them with two digits swapped would come to it. They may be the main ones only.
   */
  taskSums(): readonly DraftSum[] {
    return this.#rows.flatMap(({ cells }, y) => {
      const content = cells.findIndex(({ text }) => isOfTasks(text))
      const name = this.#wordsBefore(y, content)
      const x = this.#contents[y]?.findIndex((one, i) => i > content && one === 'words') ?? -1
      if (content < 0 || name < 0 || x < 0) return []
      const tasks = this.#tasksBelow(y, name, x)
      const label = this.#amountAbove(y)
      const total = label && this.#figureBehind(label)
      if (label === undefined || total === undefined || tasks.length < 2) return []
      const line = lineOf(
        { row: this.#textAt(label), column: this.#textAt([y, x]), total },
        mapped(tasks, (at) => ({
          name: this.#textAt([at, name]),
          figure: this.#figureAt([at, x]) as Figure,
        })),
      )
      return line?.hasSwapped === true && !line.isRight ? [{ ...line, mayBeSome: true }] : []
    })
  }

  /** The rows with words and money in these columns, up to another one or a sum. */
  #tasksBelow(head: number, name: number, x: number): readonly number[] {
    let first = head + 1
    // 总额, 财政拨款 may stand below 预算金额.
    if (this.#at([first, x]) === 'words') first += 1
    let end = first
    while (this.#at([end, name]) === 'words' && this.#figureAt([end, x]) !== undefined) end += 1
    const isSummed = (this.#sumNames[end] ?? -1) >= 0
    return isSummed ? [] : Array.from({ length: end - first }, (_, i) => first + i)
  }

  /** The label of the money of all, above a row. */
  #amountAbove(head: number): Place | undefined {
    for (let y = 0; y < head; y += 1) {
      const x = this.#rows[y]?.cells.findIndex(({ text }) => namesAmount(text.meaning)) ?? -1
      if (x >= 0) return [y, x]
    }
    return undefined
  }

  #figureBehind([y, x]: Place): Figure | undefined {
    const found = this.#contents[y]?.find((content, i) => i > x && content !== undefined)
    return found === 'words' ? undefined : found
  }

  /** Whether a total is that of another column, which has none: its row has lost a cell. */
  #isOfOther(y: number, total: bigint): boolean {
    return (this.#rows[y - 1]?.cells ?? []).some((_, x) => {
      const values = this.#numbersFrom(y, x, -1).map((at) => this.#figureAt([at, x])?.value ?? 0n)
      return this.#at([y, x]) === undefined && values.length > 1 && sumOf(values) === total
    })
  }

  /** The rows above or below that hold numbers in a column, up to words in it or another sum. */
  #numbersFrom(from: number, x: number, step: 1 | -1): number[] {
    const found: number[] = []
    for (let y = from + step; y >= 0 && y < this.#rows.length; y += step) {
      const content = this.#at([y, x])
      if (content === 'words' || (this.#sumNames[y] as number) >= 0) break
      if (content !== undefined) found.push(y)
    }
    return found
  }

  /** The sums of groups below 合计, each a 小计. */
  #sumsBelow(from: number, x: number, name: number): readonly number[] {
    const words = this.#textAt([from, name]).meaning
    const isGroup = (y: number): boolean => {
      const at = this.#sumNames[y] as number
      return at >= 0 && this.#textAt([y, at]).meaning !== words && this.#figureAt([y, x]) !== undefined
    }
    return this.#rows.flatMap((_, y) => (y > from && isGroup(y) ? [y] : []))
  }

  #headerOver(from: number, x: number): SpannedText | undefined {
    for (let y = from - 1; y >= 0; y -= 1) if (this.#at([y, x]) === 'words') return this.#textAt([y, x])
    return undefined
  }

  /** The last words of a row in front of a column; -1 for none. */
  #wordsBefore(y: number, x: number): number {
    return this.#contents[y]?.findLastIndex((content, at) => at < x && content === 'words') ?? -1
  }

  /** The first words of a row that stand in front of a column. */
  #nameOf(y: number, x: number): SpannedText | undefined {
    const at = this.#contents[y]?.findIndex((content, i) => i < x && content === 'words') ?? -1
    return at < 0 ? undefined : this.#textAt([y, at])
  }

  /** 总额, 小计, 合计 over a column, with its parts in the columns beside it. */
  rowSums(): readonly DraftSum[] {
    const heads = this.#rows.flatMap(({ cells }, y) =>
      cells.flatMap(({ text }, x) =>
        isHeaderOfSum(text) || isMoneyHead(text)
          ? [{ text, sides: ([1, -1] as const).map((step) => this.#sideOf([y, x], step)) }]
          : [],
      ),
    )
    // The money of districts may stand above their targets, under the same words.
    const proven = new Set(heads.flatMap(({ sides }) => sides.filter(isTellingSide).map(({ key }) => key)))
    return heads.flatMap(({ text, sides }) => {
      const [side] = sides
        .filter((one) => (isHeaderOfSum(text) ? isSumOf(text, one, proven) : isMoneyOf(one)))
        .sort((a, b) => b.right.length - a.right.length)
      return side === undefined || (side.right.length > 0 && side.right.length * 2 < side.lines.length)
        ? []
        : side.lines
    })
  }

  /** What the columns on one side of a header make of the numbers below it. */
  #sideOf([y, x]: Place, step: 1 | -1): Side {
    const bottom = this.#bottomOf([y, x])
    const columns = this.#columnsBeside([y, x], bottom, step)
    const areSources = columns.length > 1 && columns.every((at) => this.#isSource([y, at]))
    const all = this.#linesUnder([y, x], bottom, columns)
    // 项目个数 in front of the money is no part of it, as the sums without it tell.
    const lines = all.some(({ isRight }) => isRight) ? all : (this.#nearLines([y, x], bottom, columns) ?? all)
    const key = [x, ...columns].map((at) => `${at} ${this.#headAt([y, at])?.meaning ?? ''}`).join('\t')
    return { lines, right: lines.filter(({ isRight }) => isRight), areSources, key }
  }

  #isSource(place: Place): boolean {
    const head = this.#headAt(place)
    return head !== undefined && isSource(head.meaning)
  }

  /** What the most of the columns next to a sum give that come to it in each row, though more stand beside it. */
  #nearLines([y, x]: Place, bottom: number, columns: readonly number[]): readonly Line[] | undefined {
    for (let most = columns.length - 1; most >= Math.max(2, columns.length - MOST_BESIDE); most -= 1) {
      const near = columns[0] as number
      const own = near > x ? columns.slice(0, most) : columns.slice(-most)
      const lines = this.#linesUnder([y, x], bottom, own)
      if (lines.length > 1 && lines.every(({ isRight }) => isRight)) return lines
    }
    return undefined
  }

  /** Where other words than values stand below a header. */
  #bottomOf([y, x]: Place): number {
    let bottom = y + 1
    const isValue = (): boolean => {
      if (this.#at([bottom, x]) !== 'words') return true
      const { meaning } = this.#textAt([bottom, x])
      return /\d/.test(meaning) || isQuality(meaning)
    }
    while (bottom < this.#rows.length && isValue()) bottom += 1
    return bottom
  }

  /** The columns of numbers on one side of a column. */
  #columnsBeside([y, x]: Place, bottom: number, step: 1 | -1): readonly number[] {
    const columns: number[] = []
    // 小计 may be of 金额, which is a sum itself beside others.
    const isSum = namesSum(this.#textAt([y, x])) ? isSumName : isSumWord
    const width = this.#rows[y]?.cells.length ?? 0
    for (let at = x + step; at >= 0 && at < width; at += step) {
      const header = this.#headAt([y, at])
      if (header === undefined || isSum(header.meaning) || isNoAddend(header.meaning)) break
      if (!this.#holdsNumbers(at, x, y + 1, bottom)) break
      columns.push(at)
    }
    return step < 0 ? columns.reverse() : columns
  }

  /** Whether a column holds numbers and no words in the rows where another one holds numbers. */
  #holdsNumbers(column: number, whole: number, from: number, to: number): boolean {
    let holds = false
    for (let y = from; y < to; y += 1) {
      if (this.#figureAt([y, whole]) === undefined) continue
      const content = this.#at([y, column])
      if (content === 'words') return false
      holds ||= content !== undefined
    }
    return holds
  }

  /** The header of a column in a row or in the one below, which a merged cell may print over others too. */
  #headAt([y, x]: Place): SpannedText | undefined {
    for (const at of [y, y + 1]) if (this.#at([at, x]) === 'words') return this.#textAt([at, x])
    return this.#rows[y]?.cells[x]?.mergedInto?.text
  }

  #linesUnder([y, x]: Place, bottom: number, columns: readonly number[]): readonly Line[] {
    const lines: Line[] = []
    if (columns.length === 0 || columns.length > MOST_PARTS) return lines
    const names = columns.map((at) => this.#headAt([y, at]) as SpannedText)
    const column = this.#textAt([y, x])
    const first = Math.min(x, ...columns)
    for (let at = y + 1; at < bottom; at += 1) {
      const total = this.#figureAt([at, x])
      if (total === undefined) continue
      const rows = this.#rowsUnder([at, x])
      const parts = rows.flatMap((row) =>
        columns.flatMap((one, i) => {
          const figure = this.#figureAt([row, one])
          const name = rows.length > 1 ? (this.#nameIn(row, one, at) ?? names[i]) : names[i]
          return figure === undefined ? [] : [{ name: name as SpannedText, figure }]
        }),
      )
      const words = this.#wordsBefore(at, first)
      const own = words < 0 ? column : this.#textAt([at, words])
      const row = rows.length > 1 ? (this.#nameOf(at, first) ?? own) : own
      const line = lineOf({ row, column, total }, parts)
      // 4次 in each district and in all is no sum.
      if (line !== undefined && (line.isRight || !line.isOnePart)) lines.push(line)
    }
    // 8 may be 6 and 2 by chance, where other rows show that all columns are parts.
    const isProven = lines.filter(({ isRight, isTelling }) => isRight && isTelling).length > 1
    return isProven ? lines : lines.filter(({ isRight, isFlat }) => isRight || isFlat)
  }

  /** What a row is called among those that `top` begins, beside what they are called together. */
  #nameIn(y: number, x: number, top: number): SpannedText | undefined {
    const at = this.#contents[y]?.findIndex(
      (content, i) => i < x && content === 'words' && this.#rowsUnder([top, i]).length === 1,
    )
    return at === undefined || at < 0 ? undefined : this.#textAt([y, at])
  }

  /** The rows that a cell covers: 小计 beside the projects of a district. */
  #rowsUnder([y, x]: Place): readonly number[] {
    const cell = this.#rows[y]?.cells[x]
    const rows = [y]
    while (this.#rows[y + rows.length]?.cells[x]?.mergedInto === cell && cell !== undefined)
      rows.push(y + rows.length)
    return rows
  }
}

/** 合计, 甲县, 乙县 over the money: the places are all there are of it. */
const areOfPlaces = (lines: readonly Line[]): boolean =>
  lines.length > 0 &&
  lines.every(({ parts }) => parts.length > 1 && parts.every(({ name }) => isPlaceName(name.meaning)))

/** The columns on one side of the header of a sum. */
interface Side {
  readonly lines: readonly Line[]
  readonly right: readonly Line[]
  readonly areSources: boolean
  /** Which columns they are, and what stands over them. */
  readonly key: string
}

const isTellingSide = ({ right }: Side): boolean => right.some(({ isTelling }) => isTelling)

/** Whether a header that says 合计 is over what the columns on a side come to; `proven`: those that are, elsewhere in the table. */
const isSumOf = (text: SpannedText, side: Side, proven: ReadonlySet<string>): boolean => {
  const { lines, right, areSources, key } = side
  if (isTellingSide(side)) return true
  const areNear = lines.every(({ isNear }) => isNear)
  if (!namesSum(text) && !areSources) return areNear && proven.has(key)
  return right.some(({ value }) => value > 0n) || areOfPlaces(lines)
    ? areNear
    : lines.some(({ isClose }) => isClose)
}

/** Whether a header that only speaks of money is over such a sum: as several rows show, or one in which two digits are swapped. */
const isMoneyOf = ({ lines, right }: Side): boolean =>
  lines.every(({ isNear }) => isNear) &&
  (right.filter(({ isTelling }) => isTelling).length > 1 ||
    lines.some(({ isClose, hasSwapped }) => isClose && hasSwapped))

const rightIn = (lines: readonly Line[]): number => lines.filter(({ isRight }) => isRight).length

interface Part {
  readonly name: SpannedText
  readonly figure: Figure
}

const lineOf = (
  { row, column, total }: { row: SpannedText; column: SpannedText; total: Figure },
  parts: readonly Part[],
): Line | undefined => {
  if (parts.length === 0 || parts.some(({ figure }) => figure.unit !== total.unit)) return undefined
  const values = mapped(parts, ({ figure }) => figure.value)
  const sum = sumOf(values)
  const isOnePart = values.includes(total.value)
  const hasSwapped = values.some((value) => areReordered(value, value + total.value - sum))
  const isNested = holdsSum(values)
  return {
    row,
    column,
    total: total.text,
    parts: mapped(parts, ({ name, figure }) => ({ name, text: figure.text })),
    value: total.value,
    isRight: sum === total.value,
    isNear: total.value < sum * 2n && sum < total.value * 2n,
    isClose: values.length >= LEAST_CLOSE && (distance(sum, total.value) * 10n <= total.value || hasSwapped),
    hasSwapped,
    isTelling: values.filter((value) => value > 0n).length > 1,
    isOnePart,
    isNested,
    isFlat: !isOnePart && !isNested,
  }
}

const LEAST_CLOSE = 4

/** 422.4 and 244.2: the digits of one number in another order. */
const areReordered = (one: bigint, other: bigint): boolean =>
  other > 0n && one !== other && sortedDigits(String(one)) === sortedDigits(String(other))

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)

/** Whether a number is the sum of two or more right behind it. */
const holdsSum = (values: readonly bigint[]): boolean =>
  values.some((value, i) => {
    let sum = 0n
    for (let at = i + 1; at < values.length && sum < value; at += 1) {
      sum += values[at] as bigint
      if (sum === value && at > i + 1) return true
    }
    return false
  })

const LONGEST_FIGURE = 24
/** A number with its sign in front and its unit behind; no date, no share. */
const FIGURE = /^([≥≤<>=¥￥]{0,2} ?)(\d[\d,.\n]*)( ?[^\d\s%‰年月日号.,/]{0,4})$/

const contentOf = (printed: SpannedText): Content => {
  if (printed.isBlank) return undefined
  const text = printed.trim()
  if (text.length > LONGEST_FIGURE) return 'words'
  const { folded } = text
  if (/^(?:-+|—+|\/|无)$/.test(folded)) return undefined
  const [, sign = '', digits = '', unit = ''] = FIGURE.exec(folded) ?? []
  const figure = text.slice(sign.length, sign.length + digits.length)
  const value = digits === '' ? undefined : numberIn(figure)
  return value === undefined ? 'words' : { text: figure.trim(), value, unit: unit.trim() }
}
