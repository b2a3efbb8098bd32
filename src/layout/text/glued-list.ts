import { Lexer, skipBlanks } from '../../lexicon/lexer.ts'
import type { Block } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import {
  AGENCY_NAME,
  type ColumnRole,
  headerRole,
  isLevelRole,
  MONEY_NAME,
  NUMBERS_LINES,
} from '../../vocabulary/headers.ts'
import { isTotalName, OF_THESE_LABEL } from '../../vocabulary/money-words.ts'
import { clarified, withAmount } from '../columns.ts'
import { headerAt, type Place, type TableHeader } from './columns.ts'
import { readPieces } from './glued-rows.ts'
import { isDigit, linesOf, paragraphsOf } from './lines.ts'
import { NUMBERED, splitNumbers } from './money-table.ts'
import { LONGEST_HEAD, NO_HEAD } from './row-words.ts'
import { lineOfToken, rowOfTokens } from './tokens.ts'

/** A column of a list, and where its header stands. */
interface ListColumn extends Place {
  readonly role: ColumnRole
  /** Its header without a remark. */
  readonly word: string
}

/** The header of a list of projects, with the goals and indicators of each in a cell or two, or a row for each indicator. */
interface ListHeader extends Place {
  /** Those of the projects, without what `table` heads. */
  readonly columns: readonly ListColumn[]
  readonly table: TableHeader | undefined
}

/** What a row begins with: words, and the numbers behind them. */
interface Head {
  readonly words: Place
  readonly numbers: Place
}

/**
 * The rows of a list of projects whose cells are glued: `1优抚对象补助退役军人事务局2035.6足额发放补助。①数量指标:…`. Each begins
 * as the one before, with words and then its money, in a line or behind the indicators of the row above; the header says in
 * which order the cells follow each other. `undefined` where fewer than two projects are found so.
 */
export const listRows = (blocks: readonly Block[]): readonly Block[] | undefined => {
  const lines = linesOf(blocks).filter((line) => line !== undefined)
  // Only what stands first can be a header: most texts have none, and needn't be joined.
  const front: SpannedText[] = []
  for (let at = 0, left = LONGEST_FRONT; at < lines.length && left > 0; at += 1) {
    const line = lines[at] as SpannedText
    front.push(line)
    left -= line.length
  }
  const header = front.length === 0 ? undefined : listHeader(new Lexer(SpannedText.join(front, '\n').folded))
  return header === undefined ? undefined : new ListReader(SpannedText.join(lines, '\n'), header).read()
}

/** The longest run of words that head the columns of a list. */
const listHeader = (lexer: Lexer): ListHeader | undefined => {
  const limit = Math.min(lexer.folded.length, LONGEST_FRONT)
  let best: readonly ListColumn[] = []
  for (let at = 0; at < limit; at += 1) {
    const columns = columnsFrom(lexer, at)
    const isLonger = columns.length > Math.max(best.length, FEWEST_COLUMNS - 1)
    if (isLonger && headsProjects(columns) && !endsTitle(lexer.folded, columns)) best = columns
  }
  const first = best[0]
  if (first === undefined) return undefined
  const level = best.findIndex(({ role }) => isLevelRole(role))
  const below = level < 0 ? tableBelow(lexer, best) : undefined
  const table = level < 0 ? below : headerAt(lexer, (best[level] as ListColumn).start)
  const columns = level < 0 ? (below === undefined ? best : best.slice(0, -1)) : best.slice(0, level)
  const last = columns.at(-1)?.role
  if (level < 0 && below === undefined ? last !== 'indicator' && last !== 'goal' : table === undefined)
    return undefined
  return { start: first.start, end: table?.end ?? (best.at(-1) as ListColumn).end, columns, table }
}

/** The header of the rows in the line below 绩效指标, which ends the other. */
const tableBelow = (lexer: Lexer, columns: readonly ListColumn[]): TableHeader | undefined => {
  const { role, end } = columns.at(-1) as ListColumn
  return role === 'indicator' && lexer.folded[end] === '\n'
    ? headerAt(lexer, skipBlanks(lexer.folded, end))
    : undefined
}

/** 某局2025年部门预算项目支出绩效目标: whether the words only end the line that other words begin. */
const endsTitle = (folded: string, columns: readonly ListColumn[]): boolean => {
  const [first, last] = [columns[0], columns.at(-1)] as [ListColumn, ListColumn]
  return folded[last.end] === '\n' && /[\u4e00-\u9fff]/.test(folded[first.start - 1]?.replace('表', '') ?? '')
}

const headsProjects = (columns: readonly ListColumn[]): boolean =>
  (['name', 'amount', 'goal'] as const).every((role) => columns.some((column) => column.role === role))

const LONGEST_FRONT = 2000
const FEWEST_PROJECTS = 2
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 16
const LONGEST_WORD = 14
const REMARK = /\([^()]{1,14}\)/y

/** Words that head columns, one behind the other. */
const columnsFrom = (lexer: Lexer, at: number): readonly ListColumn[] => {
  if (lexer.word('label', at) === undefined) return []
  const found: ListColumn[] = []
  for (let next = at; found.length < MOST_COLUMNS; ) {
    const column = columnAt(lexer, next)
    if (column === undefined) break
    found.push(column)
    next = lexer.folded[column.end] === ' ' ? skipBlanks(lexer.folded, column.end) : column.end
  }
  const roles = withAmount(
    clarified(
      found.map(({ role }) => role),
      found.map(({ word }) => ({ meaning: word })),
    ),
  )
  return found.map((column, i) => ({ ...column, role: roles[i] ?? 'other' }))
}

const columnAt = (lexer: Lexer, start: number): ListColumn | undefined => {
  const { folded } = lexer
  const [listed] = lexer.words(
    'label',
    start + (OF_THESE_LABEL.exec(folded.slice(start, start + 6))?.[0].length ?? 0),
  )
  const isNumber = NUMBERS_LINES.test(folded.slice(start, start + 2))
  const end = isNumber ? start + 2 : (listed?.end ?? composedEnd(folded, start))
  if (end === start) return undefined
  REMARK.lastIndex = end
  const word = folded.slice(start, end)
  const role = isNumber ? 'other' : (listed?.sense ?? headerRole(word) ?? 'other')
  return { start, end: REMARK.test(folded) ? REMARK.lastIndex : end, role, word }
}

/** A header that no list has, composed as headers are: 下达金额. */
const composedEnd = (folded: string, start: number): number => {
  const words = folded.slice(start, start + LONGEST_WORD)
  const run = COMPOSED.exec(words)?.[0] ?? AROUND_REMARK.exec(words)?.[0] ?? ''
  for (let length = run.length; length >= 3; length -= 1)
    if (headerRole(run.slice(0, length)) !== undefined) return start + length
  return start
}

/** 单位(专项)名称资金 */
const AROUND_REMARK = /^[\u4e00-\u9fff]{2}\([\u4e00-\u9fff]{1,6}\)[\u4e00-\u9fff]{2,}/
const COMPOSED = /^(?:\d{1,2}-\d{1,2}月)?[\u4e00-\u9fff]{3,}/

/** Reads the rows under a header. */
class ListReader {
  readonly #text: SpannedText
  readonly #lexer: Lexer
  readonly #folded: string
  readonly #header: ListHeader
  /** The columns of words in front of the money. */
  readonly #wordColumns: readonly number[]
  readonly #nameColumn: number
  /** Agencies whose sums stand above, which the words of others begin with as well. */
  readonly #sums: string[] = []
  readonly #isNumbered: boolean
  readonly #hasLines: boolean
  readonly #rows: Block[] = []
  readonly #hasCodes: boolean
  #hasAgencyCodes = false
  /** The code of the first row, which others begin with. */
  #begun: string | undefined
  /** The headers of the indicators, in the order they stand. */
  readonly #heads: readonly Place[]
  /** What no row explains, since the last project. */
  readonly #left: SpannedText[] = []
  /** The rows of the project that is open, where what follows it had to be told from them. */
  #rowsRead: ReturnType<typeof readPieces> | undefined
  /** Whether digits could be divided in more than one way, which no row can say. */
  #isUnclear = false
  #projects = 0
  /** What begins with words and money: projects and the sums above them. */
  #all = 0
  /** Projects whose contents hold headings of indicators. */
  #outlined = 0

  constructor(text: SpannedText, header: ListHeader) {
    this.#text = text
    this.#lexer = new Lexer(text.folded)
    this.#folded = text.folded
    this.#header = header
    const { columns, table } = header
    this.#heads = (table?.columns ?? [])
      .flatMap((column) => column.header ?? [])
      .sort((a, b) => a.start - b.start)
    const money = columns.findIndex(({ role }) => NUMBERED.has(role))
    this.#isNumbered = NUMBERS_LINES.test((columns[0] as ListColumn).word)
    this.#wordColumns = columns.flatMap(({ role }, i) =>
      i < money && WORDS.has(role) && !(i === 0 && this.#isNumbered) ? [i] : [],
    )
    this.#nameColumn = columns.findIndex(({ role }) => role === 'name')
    this.#hasCodes = columns.some(({ role }) => role === 'code')
    this.#hasLines = this.#folded[header.end] === '\n'
  }

  #said({ start, end }: Place): string {
    return this.#folded.slice(start, end)
  }

  read(): readonly Block[] | undefined {
    const { start, end, columns } = this.#header
    for (const line of paragraphsOf(this.#text.slice(0, start))) this.#addLine(line)
    // 绩效指标 over the header of the rows.
    const last = columns.at(-1) as ListColumn
    const over = this.#text.trimmed(last.end, this.#header.table?.start ?? last.end)
    if (!over.isBlank) this.#addLine(over)
    this.#addRow([...columns, ...this.#heads].map((column) => this.#text.trimmed(column.start, column.end)))
    for (let at = skipBlanks(this.#folded, end); at < this.#folded.length; ) {
      const heads = this.#headsFrom(at)
      this.#all += heads.length
      const from = heads.at(-1)?.numbers.end ?? at
      const next = this.#nextRow(from)
      for (const [i, head] of heads.entries())
        this.#addHead(head, i === heads.length - 1 ? { start: from, end: next } : { start: from, end: from })
      if (heads.length === 0) this.#addLine(this.#text.trimmed(from, next))
      if (this.#isUnclear) return undefined
      at = skipBlanks(this.#folded, next)
    }
    // One project below the sum of its agency is a list as well, where each indicator has a row.
    const isBelowSum = this.#header.table !== undefined && this.#hasLines && this.#all > this.#outlined
    const fewest = isBelowSum ? 1 : FEWEST_PROJECTS
    return this.#outlined >= fewest && this.#outlined * 2 > this.#projects ? this.#rows : undefined
  }

  /** The heads that stand at a place, sums and agencies in front of a project; in lines only one does. */
  #headsFrom(at: number): readonly Head[] {
    const heads: Head[] = []
    for (let next = at; heads.length < MOST_HEADS; ) {
      const head = this.#headAt(next)
      if (head === undefined) break
      heads.push(head)
      this.#begun ??= this.#hasCodes ? LED_BY_DIGITS.exec(this.#said(head.words))?.[0] : undefined
      next = head.numbers.end
      // What begins with its number in the list is a project, in front of which its sums stand.
      if (this.#hasLines || (this.#isNumbered && LED_BY_DIGITS.test(this.#said(head.words)))) break
    }
    return heads
  }

  /** Words without any mark of a sentence, and a number behind them that no unit follows. */
  #headAt(at: number): Head | undefined {
    if (this.#lexer.heading(at) !== undefined) return undefined
    for (let next = at; next < at + LONGEST_HEAD; next += 1) {
      const character = this.#folded[next]
      if (character === undefined || NO_HEAD.test(character)) return undefined
      if (!isDigit(character)) continue
      NUMBERS.lastIndex = next
      NUMBERS.test(this.#folded)
      const end = this.#endOfMoney(at, next, NUMBERS.lastIndex)
      if (end > next) return { words: { start: at, end: next }, numbers: { start: next, end } }
      next = NUMBERS.lastIndex - 1
    }
    return undefined
  }

  /** Where the numbers of a head end, in front of the number or the code of the next row; their start if they are none. */
  #endOfMoney(at: number, start: number, end: number): number {
    if (start < at + 2 || !/[\u4e00-\u9fff)]/.test(this.#folded.slice(at, start))) return start
    // 1,068,000.00318001-某局: behind the sum of a department stands the code of an agency.
    const sum = SUM_BEFORE_CODE.exec(this.#folded.slice(start, end + 1))?.[1]
    if (sum !== undefined) return start + sum.length
    const next = this.#folded[end] ?? '\n'
    const hasUnit = this.#lexer.unitEnds(end).length > 0 && !MONEY.test(this.#said({ start, end }))
    if (next === '-' || hasUnit) return start
    if (!/[\s【\u4e00-\u9fff]/.test(next)) return start
    if (this.#hasLines) return end
    const digits = this.#folded.slice(start, end)
    const code = this.#begun === undefined ? -1 : digits.lastIndexOf(this.#begun)
    if (code > 2) return start + code
    const ordinal = `${this.#projects + 1}`
    return this.#isNumbered && digits.endsWith(ordinal) && /\d{3}$|,\d+$/.test(digits)
      ? end - ordinal.length
      : end
  }

  /** Where the next row begins: with a line that has a head, its number in the list, or words behind a value in brackets. */
  #nextRow(from: number): number {
    this.#rowsRead = undefined
    if (this.#header.table !== undefined && !this.#hasLines && !this.#isNumbered)
      return this.#nextInLine(from, this.#header.table)
    const ordinal = this.#isNumbered ? `${this.#projects + 2}` : undefined
    for (let at = from; at < this.#folded.length; at += 1) {
      const isStart = this.#hasLines
        ? this.#folded[at - 1] === '\n'
        : ordinal === undefined
          ? this.#folded[at - 1] === ')'
          : this.#folded.startsWith(ordinal, at) && !/[\d.,%]/.test(this.#folded[at + ordinal.length] ?? '0')
      // 合计3个项目
      const isSum = isTotalName(this.#folded.slice(Math.max(0, at - 2), at))
      if (isStart && !isSum && this.#beginsRow(at)) return at
    }
    return this.#folded.length
  }

  /**
   * Where the next project begins behind the last row of indicators in the same line: with the words in front of its
   * money, behind which a sentence stands and then a heading of level 1.
   */
  #nextInLine(from: number, table: TableHeader): number {
    const start = firstHeading(this.#lexer, from, this.#folded.length)
    for (let at = start, behind = start; at < this.#folded.length; at += 1) {
      const heading = this.#lexer.heading(at)
      if (heading === undefined) continue
      const money = heading.level !== 2 && isEnd(this.#folded[at - 1]) ? this.#moneyIn(behind, at) : undefined
      behind = heading.end
      if (money === undefined) continue
      this.#rowsRead = readPieces(this.#lexer, { start, end: money }, table, { isBeforeHead: true })
      const head = this.#rowsRead.pieces.at(-1)
      return head?.kind === 'left' && head.end === money ? head.start : this.#folded.length
    }
    return this.#folded.length
  }

  /** The first number between two places that is printed as money and has no unit. */
  #moneyIn(start: number, end: number): number | undefined {
    for (const { 0: digits, index } of this.#folded.slice(start, end).matchAll(ALL_NUMBERS)) {
      const [at, to] = [start + index, start + index + digits.length]
      const isBehindWords = /[\u4e00-\u9fff)]/.test(this.#folded[at - 1] ?? '')
      if (isBehindWords && MONEY.test(digits) && this.#lexer.unitEnds(to).length === 0) return at
    }
    return undefined
  }

  /** Whether a row of the list begins at a place: among rows of indicators, one with a heading behind, or sums in front of it. */
  #beginsRow(at: number, depth = 0): boolean {
    const head = this.#headAt(at)
    if (head === undefined || this.#header.table === undefined || !this.#hasLines) return head !== undefined
    const line = this.#folded.indexOf('\n', head.numbers.end)
    const end = line < 0 ? this.#folded.length : line
    const rest = this.#said({ start: head.numbers.end, end })
    if (rest.trim() !== '') return firstHeading(this.#lexer, head.numbers.end, end) < end
    const words = this.#said(head.words)
    const isSum = isTotalName(words) || AGENCY_NAME.test(words) || MONEY.test(this.#said(head.numbers))
    const next = skipBlanks(this.#folded, end)
    // The indicators of a project may stand below its name.
    const isOver = this.#lexer.heading(next) !== undefined
    return isSum && (isOver || (depth < MOST_HEADS && this.#beginsRow(next, depth + 1)))
  }

  #addHead({ words, numbers }: Head, behind: Place): void {
    const rest = this.#text.trimmed(behind.start, behind.end)
    const cells = this.#blanks(this.#header.columns)
    const from = this.#putCode(words, cells)
    for (const [column, text] of this.#divideWords({ start: from, end: words.end }, rest.isBlank))
      cells[column] = text
    for (const [column, place] of splitNumbers(this.#said(numbers), this.#header.columns))
      cells[column] = this.#text.slice(numbers.start + place.start, numbers.start + place.end)
    if (!rest.isBlank) this.#projects += 1
    if (this.#header.table !== undefined) {
      this.#addIndicators(behind, cells)
      return
    }
    if (!rest.isBlank) this.#putContents(rest, cells)
    this.#addRow(cells)
  }

  #blanks(columns: readonly unknown[]): SpannedText[] {
    return columns.map(() => this.#text.slice(0, 0))
  }

  /** A goal, and a row for each indicator; the first has the cells of the project. */
  #addIndicators({ start, end }: Place, project: SpannedText[]): void {
    const heading = firstHeading(this.#lexer, start, end)
    if (heading < end) this.#outlined += 1
    const goal = this.#header.columns.findIndex(({ role }) => role === 'goal')
    project[goal] = this.#text.trimmed(start, heading)
    const place = { start: heading, end }
    const { columns, pieces } = this.#rowsRead ?? readPieces(this.#lexer, place, this.#header.table)
    let cells = this.#blanks(this.#heads)
    let front = project
    const close = (): void => {
      if (front === project || cells.some((cell) => !cell.isBlank)) this.#addRow([...front, ...cells])
      front = this.#blanks(project)
      cells = this.#blanks(this.#heads)
    }
    for (const piece of pieces) {
      this.#isUnclear ||= piece.isUnclear === true
      const header = columns[piece.column]?.header
      const at = this.#heads.findIndex((head) => head.start === header?.start)
      if (piece.start >= end) break
      if (piece.kind === 'end') close()
      else if (piece.kind === 'left' || piece.kind === 'label' || at < 0)
        this.#left.push(this.#text.trimmed(piece.start, piece.end))
      else cells[at] = this.#text.trimmed(piece.start, piece.end)
    }
    close()
    for (const text of this.#left.splice(0)) this.#addLine(text)
  }

  /** The number of the row or a code in front of its words; where these begin. */
  #putCode(place: Place, cells: SpannedText[]): number {
    const { start } = place
    const digits = LED_BY_DIGITS.exec(this.#said(place))?.[0] ?? ''
    const column = this.#header.columns.findIndex(({ role }, i) =>
      this.#isNumbered ? i === 0 : role === 'code',
    )
    if (digits === '' || column < 0) return start
    cells[column] = this.#text.slice(start, start + digits.length)
    return start + digits.length
  }

  /** Words in front of the money as the cells of their columns. */
  #divideWords(place: Place, isSum: boolean): readonly (readonly [column: number, text: SpannedText])[] {
    const words = this.#said(place)
    const cuts =
      [CODE, BLANK]
        .map((sign) => [0, ...[...words.matchAll(sign)].map(({ index }) => index), words.length])
        .find(({ length }) => length === this.#wordColumns.length + 1) ?? this.#cutsOf(words, isSum)
    const columns = cuts.length === 2 && !isSum ? [this.#nameColumn] : this.#wordColumns
    return cuts
      .slice(1)
      .map(
        (cut, i) =>
          [
            columns[i] as number,
            this.#text.trimmed(place.start + (cuts[i] as number), place.start + cut),
          ] as const,
      )
  }

  /** Where the cells of an agency and a project begin and end. */
  #cutsOf(words: string, isSum: boolean): readonly number[] {
    const [first] = this.#wordColumns.filter((column) => this.#header.columns[column]?.role !== 'other')
    const cut = isSum || first === undefined ? words.length : this.#cutOf(words, first)
    if (isSum) this.#sums.push(words)
    return cut === words.length ? [0, cut] : [0, cut, words.length]
  }

  /** Behind the agency that words begin with, or in front of the one that they end with; their length where there is none. */
  #cutOf(words: string, first: number): number {
    const isAgencyFirst = this.#header.columns[first]?.role === 'agency'
    // An agency that is printed once, with its code: what has none belongs to the one above.
    this.#hasAgencyCodes ||= AGENCY_CODE.test(words)
    if (isAgencyFirst && this.#hasAgencyCodes && !AGENCY_CODE.test(words)) return words.length
    const sum = this.#sums.findLast((sum) => words.startsWith(sum) && words.length > sum.length + 1)
    if (isAgencyFirst && sum !== undefined) return sum.length
    let cut = words.length
    for (let at = FEWEST_CHARACTERS; at <= words.length - FEWEST_CHARACTERS; at += 1) {
      const [before, behind] = [words.slice(0, at), words.slice(at)]
      if (isAgencyFirst && AGENCY_NAME.test(before)) return at
      // 补助 in 补助资金 ends no name.
      if (!isAgencyFirst && MONEY_NAME.test(before) && AGENCY_NAME.test(behind)) cut = at
    }
    return cut
  }

  /** The goals, up to the first heading of indicators where these have a column, and what stands in front of a goal. */
  #putContents(rest: SpannedText, cells: SpannedText[]): void {
    const { columns } = this.#header
    const goal = columns.findIndex(({ role }) => role === 'goal')
    const indicator = columns.findIndex(({ role }) => role === 'indicator')
    const lexer = new Lexer(rest.folded)
    const heading = firstHeading(lexer, 0, rest.length)
    if (heading < rest.length) this.#outlined += 1
    const split = indicator < 0 ? rest.length : heading
    const isBehindOther = columns[goal - 1]?.role === 'other'
    const from = isBehindOther ? firstGoal(lexer, split) : 0
    if (from > 0) cells[goal - 1] = rest.trimmed(0, from)
    cells[goal] = rest.trimmed(from, split)
    if (indicator >= 0) cells[indicator] = rest.trimmed(split, rest.length)
  }

  #addRow(cells: readonly SpannedText[]): void {
    this.#rows.push(rowOfTokens(cells.map((text) => (text.isBlank ? undefined : { text, line: undefined }))))
  }

  #addLine(text: SpannedText): void {
    if (!text.isBlank) this.#rows.push(lineOfToken({ text, line: undefined }))
  }
}

const MOST_HEADS = 20
const WORDS: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'other'])
/** 776001-某局, 32-专项 behind other words. */
const CODE = /(?<=[\u4e00-\u9fff)])\d{2,12}-(?=[\u4e00-\u9fff])/g
/** A blank between the cells of words. */
const BLANK = /(?<=[^\s\d]) (?=[^\s\d])/g
const AGENCY_CODE = /^\d{3,12}-/
const LED_BY_DIGITS = /^\d+(?= ?[\u4e00-\u9fff])/
const FEWEST_CHARACTERS = 3
const NUMBERS = /\d[\d,.]*%?(?:\d[\d,.]*%?)*/y
const ALL_NUMBERS = /\d[\d,.%]*/g
const SUM_BEFORE_CODE = /^(\d[\d,.]*\.\d\d)\d{3,12}-$/
/** 1,030,700.00, 64201254: what is counted is no such number, whatever stands behind. */
const MONEY = /,\d{3}|\.\d\d%?$|^\d{6,}$/

const isEnd = (character: string | undefined): boolean => character === '。' || character === ';'

/** Where the first heading of indicators between two places begins, with the bracket or the mark in front of it. */
const firstHeading = (lexer: Lexer, start: number, end: number): number => {
  const { folded } = lexer
  for (let at = start; at < end; at += 1)
    if (lexer.heading(at) !== undefined) return /[【①-⑳]/.test(folded[at - 1] ?? '') ? at - 1 : at
  return end
}

/** Where a heading in brackets opens the goal: 【总体目标】. */
const firstGoal = (lexer: Lexer, end: number): number => {
  for (let at = lexer.folded.indexOf('【'); at >= 0 && at < end; at = lexer.folded.indexOf('【', at + 1))
    if (lexer.words('label', at + 1).some(({ sense }) => sense === 'goal')) return at
  return 0
}
