import { collect } from '../../collect.ts'
import { type Lexer, skipBlanks } from '../../lexicon/lexer.ts'
import type { DraftHeading, DraftIndicatorRow, DraftTarget } from '../../model/draft.ts'
import { coverAll } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { HEADS_BRACKETED } from '../../vocabulary/bracketed-results.ts'
import { areWords, type CellKind, cellKind, isTyped } from '../../vocabulary/cell-kinds.ts'
import { NUMBERS_LINES, termOf } from '../../vocabulary/headers.ts'
import { POINTS_IN_FRONT } from '../../vocabulary/row-edges.ts'
import { chapterStart } from './chapters.ts'
import { type Column, type Hypothesis, hypothesesFor, type Place, type TableHeader } from './columns.ts'
import { dividePoints } from './glued-points.ts'
import { isDigit } from './lines.ts'
import { Manner, type OwnLevels } from './manner.ts'
import { type Piece, type Reading, searchRows } from './row-search.ts'
import { Values } from './row-values.ts'
import { Words } from './row-words.ts'

/** What a text of indicators without borders holds. */
export interface GluedRows {
  readonly columns: readonly Column[]
  readonly rows: readonly DraftIndicatorRow[]
  /** Footers, notes, signatures, and what no row explains. */
  readonly left: readonly SpannedText[]
  /** Headers that are printed again. */
  readonly labels: readonly SpannedText[]
}

/** A table is told from its first rows; the others are read alike. */
const SAMPLE = 1000

/** Reads headings and indicators that stand one after another between two places, in lines or glued. */
export const readGluedRows = (
  text: SpannedText,
  lexer: Lexer,
  place: Place,
  header: TableHeader | undefined,
): GluedRows => {
  const rows = { start: place.start, end: chapterStart(lexer.folded, place) }
  const ownLevels = haveOwnLevels(lexer.folded, rows) ? 'alone' : undefined
  const { columns, pieces } = readPieces(lexer, rows, header, { ownLevels })
  const behind: readonly Piece[] =
    rows.end < place.end ? [{ kind: 'left', column: 0, start: rows.end, end: place.end }] : []
  const read = new RowBuilder(text, lexer, columns, areBracketed(lexer, header)).build([...pieces, ...behind])
  const { secondTarget } = header ?? {}
  return secondTarget === undefined
    ? read
    : {
        ...read,
        rows: withTerms(read.rows, termOf(text.trimmed(secondTarget.start, secondTarget.end).meaning)),
      }
}

/**
 * 产出指标, 活动数量, 举办活动 and ≥32场 in lines of their own: whether words that no list has stand between headings of level 1 and names.
 * Where two lines of words stand below one of level 2, names are broken over lines.
 */
const haveOwnLevels = (folded: string, { start, end }: Place): boolean => {
  const lines = folded.slice(start, Math.min(end, start + SAMPLE)).split('\n')
  const kinds = collect(lines, (line) => (line.trim() === '' ? undefined : cellKind(line.trim())))
  const areNamed = (level: CellKind): boolean =>
    kinds.some((kind, i) => {
      const [first, second, value] = kinds.slice(i + 1, i + 4)
      return kind === level && areWords(first) && areWords(second) && value !== undefined && isValue(value)
    })
  return kinds.includes('level-two') && areNamed('level-one') && !areNamed('level-two')
}

const isValue = (kind: CellKind): boolean => isTyped(kind) || kind === 'quality'

/**
 * Rows of the whole term and of the year, which stand beside each other in print and so one after the other in the text, with the
 * term that each is of. `second`: the term of the right half.
 */
const withTerms = (
  rows: readonly DraftIndicatorRow[],
  second: DraftTarget['term'],
): readonly DraftIndicatorRow[] => {
  const right = second ?? 'annual'
  const left = right === 'annual' ? 'long-term' : 'annual'
  let isRight = false
  return rows.map((row, i) => {
    const [above, below] = [rows[i - 1], rows[i + 1]]
    isRight = !isRight && above !== undefined && isOtherHalf(above, row)
    // What stands alone is of the half that is filled in any case.
    const isAlone = !isRight && (below === undefined || !isOtherHalf(row, below))
    const term = isRight || isAlone ? right : left
    return { ...row, targets: row.targets.map((target) => ({ ...target, term })) }
  })
}

/** Whether two rows are of one category and speak of one thing. */
const isOtherHalf = (a: DraftIndicatorRow, b: DraftIndicatorRow): boolean => {
  const isOfOne =
    a.headings.map(({ text }) => text.meaning).join() === b.headings.map(({ text }) => text.meaning).join()
  const [one, other] = [a.name.meaning, b.name.meaning]
  return isOfOne && (one === other || one.includes(other) || other.includes(one))
}

/** What is known of a stretch of indicators beside its header. */
interface Around {
  /** A head of a project stands behind them, and is left. */
  readonly isBeforeHead?: boolean
  /** Blanks set off nearly all cells. */
  readonly areApart?: boolean
  readonly ownLevels?: OwnLevels
}

/** The columns of indicators between two places, and what stands in them, row by row. */
export const readPieces = (
  lexer: Lexer,
  place: Place,
  header: TableHeader | undefined,
  { isBeforeHead = false, areApart = false, ownLevels }: Around = {},
): { readonly columns: readonly Column[]; readonly pieces: readonly Piece[] } => {
  if (place.end <= place.start) return { columns: [], pieces: [] }
  const values = new Values(lexer, areBracketed(lexer, header))
  const manner = new Manner(lexer, place, areApart, ownLevels)
  const sample = { start: place.start, end: sampleEnd(lexer.folded, place) }
  const isAll = sample.end === place.end
  const numbers =
    header === undefined ? new Map<number, number>() : numbersOfRows(lexer.folded, header, place)
  const words = new Words(lexer, sample, manner, numbers, isBeforeHead && isAll)
  const areHalves = header?.secondTarget !== undefined
  const { columns, reading } = likeliest(hypothesesFor(header, values.alikeInRows(sample)), (columns) =>
    searchRows(lexer, values, words, sample, columns, manner, areHalves),
  )
  const { pieces } =
    (isAll ? reading : undefined) ??
    searchRows(
      lexer,
      values,
      isAll ? words : new Words(lexer, place, manner, numbers, isBeforeHead),
      place,
      columns,
      manner,
      areHalves,
    )
  return { columns, pieces: dividePoints(lexer.folded, pieces, columns) }
}

/** Below 序号, the ends of 1, 2, 3 in front of lines, by where they begin. */
const numbersOfRows = (
  folded: string,
  header: TableHeader,
  { start, end }: Place,
): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  if (!NUMBERS_LINES.test(folded.slice(Math.max(0, header.start - 2), header.start).trim())) return found
  for (let at = skipBlanks(folded, start); at >= 0 && at < end; ) {
    const number = String(found.size + 1)
    if (folded.startsWith(number, at) && !isDigit(folded[at + number.length] ?? ''))
      found.set(at, at + number.length)
    const line = folded.indexOf('\n', at)
    at = line < 0 ? -1 : skipBlanks(folded, line)
  }
  return found.size > 1 ? found : new Map()
}

const sampleEnd = (folded: string, { start, end }: Place): number => {
  if (end - start <= SAMPLE) return end
  const line = folded.lastIndexOf('\n', start + SAMPLE)
  return line > start + SAMPLE / 2 ? line : start + SAMPLE
}

/** The columns that explain a sample best, and how they read it; where there is only one hypothesis nobody has. */
const likeliest = (
  hypotheses: readonly Hypothesis[],
  read: (columns: readonly Column[]) => Reading,
): { readonly columns: readonly Column[]; readonly reading: Reading | undefined } => {
  const [first, ...others] = hypotheses
  let { columns } = first as Hypothesis
  if (others.length === 0) return { columns, reading: undefined }
  let reading = read(columns)
  let least = reading.cost + (first as Hypothesis).cost
  // Where the columns that the header says leave nothing over, nobody looks for others beside them.
  if ((first as Hypothesis).cost === 0 && explainsAll(reading)) return { columns, reading }
  for (const other of others) {
    const one = read(other.columns)
    const all = one.cost + other.cost
    if (all >= least) continue
    least = all
    columns = other.columns
    reading = one
  }
  return { columns, reading }
}

/** Whether a header says that results stand in brackets behind the values. */
const areBracketed = ({ folded }: Lexer, header: TableHeader | undefined): boolean =>
  header !== undefined && HEADS_BRACKETED.test(folded.slice(header.start, header.end))

/** Whether rows are read without anything left, and words that are known outweigh what is unlikely. */
const explainsAll = ({ cost, pieces }: Reading): boolean =>
  cost < 0 && pieces.every(({ kind }) => kind !== 'left')

/** The cells of a row by what they are. */
type Cells = Partial<Record<Piece['kind'], Piece>>

class RowBuilder {
  readonly #text: SpannedText
  readonly #lexer: Lexer
  readonly #columns: readonly Column[]
  readonly #areBracketed: boolean
  readonly #rows: DraftIndicatorRow[] = []
  readonly #left: SpannedText[] = []
  readonly #labels: SpannedText[] = []
  #one: DraftHeading | undefined
  #two: DraftHeading | undefined
  #lastLeft = -1
  #leftFrom = -1

  constructor(text: SpannedText, lexer: Lexer, columns: readonly Column[], areBracketed: boolean) {
    this.#areBracketed = areBracketed
    this.#text = text
    this.#lexer = lexer
    this.#columns = columns
  }

  build(pieces: readonly Piece[]): GluedRows {
    let row: Piece[] = []
    for (const piece of pieces) {
      if (piece.kind === 'left') {
        this.#leave(piece)
        continue
      }
      if (piece.kind === 'label') this.#labels.push(this.#cut(piece))
      else if (piece.kind === 'end') {
        this.#addRow(row)
        row = []
      } else row.push(piece)
    }
    this.#addRow(row)
    this.#flushLeft()
    return { columns: this.#columns, rows: this.#rows, left: this.#left, labels: this.#labels }
  }

  /** Stretches beside each other are left as one. */
  #leave({ start, end }: Piece): void {
    if (this.#leftFrom >= 0 && this.#lexer.folded.slice(this.#lastLeft, start).trim() !== '')
      this.#flushLeft()
    if (this.#leftFrom < 0) this.#leftFrom = start
    this.#lastLeft = end
  }

  #flushLeft(): void {
    if (this.#leftFrom >= 0) this.#left.push(this.#text.slice(this.#leftFrom, this.#lastLeft).trim())
    this.#leftFrom = -1
  }

  #cut({ start, end }: Place): SpannedText {
    return this.#text.trimmed(start, end)
  }

  #addRow(pieces: readonly Piece[]): void {
    this.#flushLeft()
    if (pieces.length === 0) return
    const targets: DraftTarget[] = []
    const cells = this.#cellsOf(pieces)
    const headings = [this.#one, this.#two].filter((heading) => heading !== undefined)
    const { name, weight } = cells
    const at = this.#cut(name ?? (pieces[0] as Piece))
    for (const piece of pieces) if (piece.kind === 'target') targets.push(this.#target(piece, cells))
    if (targets.length === 0 && (cells.actual !== undefined || cells.unit !== undefined)) {
      const blank = at.slice(at.length)
      targets.push(this.#targetOf(blank, cells))
    }
    const optional = (piece: Piece | undefined): SpannedText | undefined =>
      piece === undefined ? undefined : this.#cut(piece)
    this.#rows.push({
      span: coverAll(
        pieces.map((piece) => this.#cut(piece).span),
        at.span,
      ),
      headings,
      name: name === undefined ? at.slice(0, 0) : at,
      targets,
      weight: optional(weight),
      direction: optional(cells.direction),
      score: optional(cells.score),
      reason: optional(cells.reason),
      notes: [...NOTES].flatMap((kind) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [this.#cut(piece)] : [])),
      ),
    })
  }

  /** The pieces by what they are; headings are opened on the way. */
  #cellsOf(pieces: readonly Piece[]): Cells {
    const cells: Cells = {}
    for (const piece of pieces) {
      if (piece.kind === 'level-one' || piece.kind === 'level-two') {
        this.#openHeading(piece)
        continue
      }
      // Of points, units and the like each indicator has one: what was read as a second belongs nowhere.
      const again = cells[piece.kind]
      if (again !== undefined && piece.kind !== 'target' && !NOTES.has(piece.kind))
        this.#left.push(this.#cut(again))
      cells[piece.kind] = piece
    }
    return cells
  }

  #openHeading(piece: Piece): void {
    const whole = this.#cut(piece)
    const first = POINTS_IN_FRONT.exec(whole.folded)?.[0].length ?? 0
    const text = whole.trimmed(first)
    const points = first === 0 ? undefined : whole.slice(0, first)
    if (piece.kind === 'level-one') {
      this.#one = { text, level: 1, points }
      this.#two = undefined
    } else this.#two = { text, level: 2, points }
  }

  #target(piece: Piece, cells: Cells): DraftTarget {
    const { isOfSeveral, header } = this.#columns[piece.column] as Column
    const head = header === undefined ? undefined : this.#cut(header)
    const target = {
      ...this.#targetOf(this.#cut(piece), cells),
      column: isOfSeveral === true ? head : undefined,
      term: head === undefined ? undefined : termOf(head.meaning),
    }
    return piece.isUnclear === true ? { ...target, isUnclear: true } : target
  }

  #targetOf(value: SpannedText, cells: Cells): DraftTarget {
    const optional = (piece: Piece | undefined): SpannedText | undefined =>
      piece === undefined ? undefined : this.#cut(piece)
    return {
      comparator: optional(cells.comparator),
      value,
      unit: optional(cells.unit),
      actual: optional(cells.actual),
      column: undefined,
      term: undefined,
      ...(this.#areBracketed ? { isResultInBrackets: true } : {}),
    }
  }
}

/** What only says more of an indicator; a table may have several columns of each. */
const NOTES: ReadonlySet<Piece['kind']> = new Set(['explanation', 'kind', 'standard', 'note', 'unknown'])
