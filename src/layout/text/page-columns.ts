import { type CellKind, cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { isOutlineItem } from '../continued.ts'
import { isFooter, type Line, type Token, widthOf } from './tokens.ts'

/** What stands between blanks in a line of a page, and where. */
export interface Piece extends Token {
  readonly left: number
  readonly right: number
  /** The number of its line. */
  readonly y: number
  /** How many blank lines there are above it, and how many ends of pages. */
  readonly blanks: number
  readonly page: number
  /** Whether it begins its line or stands behind a wide blank: then it stands where its column does. */
  readonly isFirm: boolean
}

/** A line of a page, with its place among all lines. */
export interface PageLine {
  readonly line: Line
  readonly y: number
  readonly pieces: readonly Piece[]
}

interface Extent {
  readonly left: number
  readonly right: number
}

/** Lines below each other that the same columns fit, and what stands in each column. */
export interface Band {
  readonly lines: readonly PageLine[]
  /** By column, from the top: one fragment for each line that has anything there. */
  readonly columns: readonly (readonly Fragment[])[]
}

/** What a line has in a column. */
export interface Fragment {
  readonly pieces: readonly Piece[]
  readonly y: number
  readonly blanks: number
  readonly page: number
  /** Its words, without blanks. */
  readonly words: string
  /** Whether nothing else stands in its line. */
  readonly isAlone: boolean
  /** What stands beside it in the next column. */
  readonly beside: 'value' | 'words' | undefined
  /** Whether no more words have room beside it: it ends where others end, or where the next column begins. */
  readonly isFull: boolean
}

/** From which code on characters are printed twice as wide: none, as `pdftotext` counts, Chinese ones, or ≥ and “ too. */
const WIDE_FROM = [Number.POSITIVE_INFINITY, 0x2e80, 0x80] as const

/** The lines with the places of their pieces, measured in the way that aligns most of them. */
export const pageLines = (lines: readonly Line[]): readonly PageLine[] => {
  let best: readonly PageLine[] = []
  let most = -1
  for (const wideFrom of WIDE_FROM) {
    let [blanks, page] = [0, 0]
    const placed = lines.map((line, y): PageLine => {
      const { block } = line
      if (block.kind === 'gap' && block.endsPage === true) page += 1
      else if (line.tokens.length === 0) blanks += 1
      return { line, y, pieces: piecesOf(line, y, { blanks, page }, wideFrom) }
    })
    const count = alignedIn(placed)
    if (count > most) {
      best = placed
      most = count
    }
  }
  return best
}

const piecesOf = (
  { block, tokens }: Line,
  y: number,
  above: Pick<Piece, 'blanks' | 'page'>,
  wideFrom: number,
): readonly Piece[] => {
  if (block.kind !== 'text') return []
  const { text, span } = block.cell
  let left = text.span.start - span.start
  let at = text.span.start
  return tokens.map((token): Piece => {
    const { start, end } = token.text.span
    left += widthOf(text.text.slice(at - text.span.start, start - text.span.start), wideFrom)
    const isFirm = at === text.span.start || start - at > 1
    const right = left + widthOf(token.text.text, wideFrom)
    const piece = { text: token.text, line: token.line, left, right, y, ...above, isFirm }
    left = right
    at = end
    return piece
  })
}

/** How many pieces begin, end or have their middle right below one of the line before. */
const alignedIn = (lines: readonly PageLine[]): number => {
  let count = 0
  let above: readonly Piece[] = []
  for (const { pieces } of lines) {
    const firm = pieces.filter(({ isFirm }) => isFirm)
    if (firm.length < 2) continue
    for (const { left, right } of firm)
      if (
        above.some((other) => other.left === left || other.right === right || isAtMiddle(other, left + right))
      )
        count += 1
    above = firm
  }
  return count
}

/** Whether the middle of a piece is at half a sum of columns, as near as a page can print it. */
const isAtMiddle = ({ left, right }: Piece, sum: number): boolean => Math.abs(left + right - sum) <= 1

/** The bands of a page: from the top, as many lines as fit the same columns. */
export const bandsOf = (lines: readonly PageLine[]): readonly Band[] => {
  const bands: Band[] = []
  for (let at = 0; at < lines.length; ) {
    const { end, columns } = bandFrom(lines, at)
    bands.push(bandOf(lines.slice(at, end), columns))
    at = end
  }
  return bands
}

const MOST_COLUMNS = 40

const bandFrom = (
  lines: readonly PageLine[],
  start: number,
): { readonly end: number; readonly columns: readonly Extent[] } => {
  let columns: readonly Extent[] = []
  let end = start
  let isTable = false
  const first = lines[start] as PageLine
  const isAlone = first.pieces.length === 1 && !isBareLabel(first) && !runsToLabel(lines, start)
  const isLine = first.pieces.length > MOST_COLUMNS || isAlone
  if (isLine) return { end: start + 1, columns: first.pieces.slice(0, 1) }
  for (; end < lines.length; end += 1) {
    const { pieces } = lines[end] as PageLine
    if (
      end > start &&
      (beginsTable(lines, end) || ((isTable || columns.length > MOST_IN_FORM) && beginsForm(lines[end])))
    )
      break
    isTable ||= headsTable(lines[end])
    const next = withPieces(columns, pieces)
    if (next !== undefined) columns = next
    else if (end - start < AHEAD || !goesOn(columns, lines, end)) break
  }
  const hasRow = (lines[end]?.pieces.length ?? 0) > 1
  while (hasRow && end > start + 1 && standsOverRow(lines, end - 1)) end -= 1
  if (!isTable && end > start + 1 && !beginsTable(lines, end) && headsBelow(lines[end - 1], lines[end]))
    end -= 1
  return { end: Math.max(end, start + 1), columns }
}

/** Whether a line heads the columns of indicators; words that a narrow column breaks may begin above it. */
const beginsTable = (lines: readonly PageLine[], at: number): boolean => {
  let header = at
  while (header < at + FURTHEST && isNarrow(lines[header])) header += 1
  return (headsTable(lines[header]) && !isNarrow(lines[at - 1])) || headsRows(lines, at)
}

/**
 * Whether a line of words, whatever they are, stands over rows of a category, a name and a value, each right below one of them; the
 * category may stand beside the middle of its rows.
 */
const headsRows = (lines: readonly PageLine[], at: number): boolean => {
  const line = lines[at]
  if (line === undefined || line.pieces.length < FEWEST_HEADS) return false
  if (!line.pieces.every(({ text }) => WORDS.has(cellKind(text.meaning)))) return false
  const isUnder = ({ left }: Piece): boolean => line.pieces.some((piece) => piece.left === left)
  const below: Piece[] = []
  for (const { pieces } of lines.slice(at + 1, at + 1 + FURTHEST)) {
    if (!pieces.every(isUnder)) return false
    below.push(...pieces)
    const isRow = pieces.length > 1 && pieces.some(isValue)
    const hasLevel = below.some(({ text }) => isLevel(cellKind(text.meaning)))
    if (isRow && hasLevel) return new Set(below.map(({ left }) => left)).size >= FEWEST_HEADS
  }
  return false
}

const FEWEST_HEADS = 3
const WORDS: ReadonlySet<CellKind> = new Set(['name', 'words'])
const FURTHEST = 3
const BARE = /^[\u4e00-\u9fff()]{1,8}$/

const isBareLabel = (line: PageLine | undefined): boolean =>
  line?.pieces.length === 1 && BARE.test((line.pieces[0] as Piece).text.folded)

/**
 * Whether a line is of a cell beside the middle of which its label stands: each line of it is as wide, or an item of a list, down to that
 * with the label.
 */
const runsToLabel = (lines: readonly PageLine[], start: number): boolean => {
  const [own] = (lines[start] as PageLine).pieces as [Piece]
  const isItem = isOutlineItem(own.text)
  for (const { pieces } of lines.slice(start + 1, start + 1 + MOST_OVER_LABEL)) {
    const below = pieces.findIndex(
      ({ left, right, text }) =>
        Math.abs(own.left - left) <= NEARLY &&
        (Math.abs(own.right - right) <= NEARLY || (isItem && isOutlineItem(text))),
    )
    if (below < 0) return false
    if (pieces.length > 1) return below === 1 && BARE.test((pieces[0] as Piece).text.folded)
  }
  return false
}

const MOST_OVER_LABEL = 6

/** Whether each piece of a line, but a label in front, stands right over one of the line below, but its label: they head its cells. */
const headsBelow = (line: PageLine | undefined, below: PageLine | undefined): boolean => {
  const [first, second] = below?.pieces ?? []
  if (line === undefined || below === undefined || first === undefined) return false
  const from = (second !== undefined && BARE.test(first.text.folded) ? second : first).left
  const heads = line.pieces.filter(({ right }) => right > from)
  const isOver = (piece: Piece): boolean =>
    below.pieces.some(({ left, right }) => left === piece.left || isAtMiddle(piece, left + right))
  const isOfRows = line.pieces.some((piece) => isValue(piece) || isLevel(cellKind(piece.text.meaning)))
  return heads.length > 1 && heads.length >= line.pieces.length - 1 && heads.every(isOver) && !isOfRows
}

/** Whether a line is the first one of a label that is broken above the others of its row, or of a cell whose label stands further down. */
const standsOverRow = (lines: readonly PageLine[], at: number): boolean =>
  (isBareLabel(lines[at]) && !endsLabel(lines, at)) ||
  (lines[at]?.pieces.length === 1 && runsToLabel(lines, at))

/** Whether a label ends here that began in the line above: 年度 over 目标. */
const endsLabel = (lines: readonly PageLine[], at: number): boolean => {
  const [above, own] = [lines[at - 1]?.pieces[0], lines[at]?.pieces[0]]
  const isBelow = above !== undefined && own !== undefined && overlap(above, own) > 0
  return isBelow && headerRole(above.text.meaning + own.text.meaning) !== undefined
}

/** Whether the label of a project's name begins another form below a table. */
const beginsForm = (line: PageLine | undefined): boolean =>
  line?.pieces.length === 2 && headerRole((line.pieces[0] as Piece).text.meaning) === 'name'

/** With more columns, lines are of a table. */
const MOST_IN_FORM = 4

const isNarrow = (line: PageLine | undefined): boolean =>
  line?.pieces.every(({ text }) => text.length === 1) === true

/** Whether a line has headers of the columns of indicators. */
export const headsTable = (line: PageLine | undefined): boolean => {
  const roles = new Set(line?.pieces.map(({ text }) => headerRole(text.meaning)))
  return (
    (['level-one', 'level-two', 'indicator', 'target'] as const).filter((role) => roles.has(role)).length > 1
  )
}

/** The columns with those of one more line; `undefined` where it doesn't fit them. */
const withPieces = (columns: readonly Extent[], pieces: readonly Piece[]): readonly Extent[] | undefined => {
  let next = columns
  const taken: Extent[] = []
  for (const { left, right, isFirm } of pieces) {
    if (!isFirm) continue
    const touched = next.filter((column) => overlap(column, { left, right }) > 0)
    if (touched.length > 1 || taken.some((column) => touched.includes(column))) return undefined
    const own = touched[0] ?? { left, right }
    const wider = { left: Math.min(left, own.left), right: Math.max(right, own.right) }
    taken.push(wider)
    next = [...next.filter((column) => column !== own), wider]
  }
  return next.length > MOST_COLUMNS ? undefined : next.toSorted((a, b) => a.left - b.left)
}

const AHEAD = 3

/** Whether a line that doesn't fit stands in the middle of a table whose next lines do. */
const goesOn = (columns: readonly Extent[], lines: readonly PageLine[], at: number): boolean => {
  if (columns.length < 4) return false
  const next = lines.slice(at + 1, at + 1 + 2 * AHEAD).filter(({ pieces }) => pieces.length > 2)
  const fitting = next
    .slice(0, AHEAD)
    .filter(({ pieces }) => withPieces(columns, pieces)?.length === columns.length)
  return fitting.length >= 2 && fitting.length === Math.min(AHEAD, next.length)
}

const overlap = (one: Extent, other: Extent): number =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left)

const bandOf = (lines: readonly PageLine[], firm: readonly Extent[]): Band => {
  const extents = joinedColumns(withLooseColumns(firm, lines), lines)
  const columns: Fragment[][] = extents.map(() => [])
  for (const { pieces, y } of lines) {
    const owners = ownersOf(pieces, extents)
    for (const [c, fragments] of columns.entries()) {
      const own = pieces.filter((_, i) => owners[i] === c)
      const next = pieces[owners.indexOf(c + 1)]
      if (own.length > 0) fragments.push(fragmentOf(own, y, own.length === pieces.length, next))
    }
  }
  return { lines, columns: columns.map((fragments, c) => withFull(fragments, extents[c + 1])) }
}

const fragmentOf = (
  pieces: readonly Piece[],
  y: number,
  isAlone: boolean,
  next: Piece | undefined,
): Fragment => ({
  pieces,
  y,
  isAlone,
  beside: next && (isValue(next) ? 'value' : 'words'),
  blanks: (pieces[0] as Piece).blanks,
  page: (pieces[0] as Piece).page,
  words: pieces.map(({ text }) => text.meaning).join(''),
  isFull: false,
})

const rightOf = ({ pieces }: Fragment): number => (pieces.at(-1) as Piece).right

/** A line that ends this near to another, or to the next column, is as wide as it. */
const NEARLY = 2
const SHORT = 9

const withFull = (fragments: readonly Fragment[], next: Extent | undefined): readonly Fragment[] => {
  const rights = fragments.map(rightOf)
  const widest = Math.max(...rights)
  const wide = rights.filter((right) => right >= widest - NEARLY).length
  const isNextTo = (right: number): boolean => next !== undefined && right >= next.left - NEARLY
  // Short words are as wide as a narrow column by chance, but hardly most of them.
  const areMost = wide > FEWEST_WIDE && wide * 2 > fragments.length && isNextTo(widest)
  return fragments.map((fragment) => {
    const right = rightOf(fragment)
    const isLong = fragment.words.length >= SHORT || (areMost && !isValueWord(fragment.words))
    const isFull = isLong && ((right >= widest - NEARLY && wide > 1) || isNextTo(right))
    return { ...fragment, isFull }
  })
}

const FEWEST_WIDE = 3

/** Longer words are the rest of a sentence. */
const LONGEST_LOOSE = 30

/**
 * Columns whose cells a single blank sets off in every line: they stand over no other column, and behind labels, in many lines,
 * or as values below a header.
 */
const withLooseColumns = (columns: readonly Extent[], lines: readonly PageLine[]): readonly Extent[] => {
  const loose = lines
    .flatMap(({ pieces }) => pieces.map((piece, i) => ({ piece, before: pieces[i - 1] })))
    .filter(
      ({ piece }) =>
        !piece.isFirm &&
        piece.text.length <= LONGEST_LOOSE &&
        columns.every((column) => overlap(column, piece) <= 0),
    )
    .toSorted((a, b) => a.piece.left - b.piece.left)
  const clusters: { readonly left: number; right: number; readonly cells: typeof loose }[] = []
  for (const cell of loose) {
    const { left, right } = cell.piece
    const last = clusters.at(-1)
    if (last === undefined || left >= last.right) clusters.push({ left, right, cells: [cell] })
    else {
      last.right = Math.max(last.right, right)
      last.cells.push(cell)
    }
  }
  const more = clusters.filter(({ cells }) => {
    const labelled = cells.filter(({ before }) => before?.isFirm === true && isHead(before))
    const heads = cells.filter(({ piece }) => isHead(piece))
    const values = cells.filter(({ piece }) => isValue(piece))
    const areHeaded = heads.length > 0 && values.length > 0 && heads.length + values.length === cells.length
    return labelled.length > 1 || (cells.length > 1 && (cells.length * 3 >= lines.length || areHeaded))
  })
  return more.length === 0 ? columns : [...columns, ...more].toSorted((a, b) => a.left - b.left)
}

const isHead = ({ text }: Piece): boolean => headerRole(text.meaning) !== undefined

/** A header that stands a little beside its cells: two columns that no line has both of are one. */
const joinedColumns = (columns: readonly Extent[], lines: readonly PageLine[]): readonly Extent[] => {
  const joined: Extent[] = []
  for (const column of columns) {
    const last = joined.at(-1)
    const isOne =
      last !== undefined &&
      column.left - last.right <= BESIDE &&
      !lines.some(({ pieces }) =>
        [last, column].every((one) => pieces.some((piece) => overlap(one, piece) > 0)),
      )
    if (isOne) joined[joined.length - 1] = { left: last.left, right: column.right }
    else joined.push(column)
  }
  return joined
}

const BESIDE = 3

/** The column of each piece, in their order; only what a single blank sets off shares the one of the piece before. */
const ownersOf = (pieces: readonly Piece[], columns: readonly Extent[]): readonly number[] => {
  const owners: number[] = []
  for (const [i, piece] of pieces.entries()) {
    const before = owners.at(-1) ?? -1
    const isAtColumn = columns.some(({ left }, c) => c > before && left === piece.left)
    if (before >= 0 && !isAtColumn && goesOnWith(pieces, i)) {
      owners.push(before)
      continue
    }
    const limit = limitOf(pieces, i, columns)
    const isNew = piece.isFirm || isAtColumn || (before + 1 < limit && standsApart(pieces, i))
    const from = Math.min(isNew ? before + 1 : Math.max(0, before), columns.length - 1)
    owners.push(nearest(columns, piece, from, Math.max(from + 1, limit)))
  }
  return owners
}

/** Whether a single blank parts the words of a sentence: only its label stands apart. */
const goesOnWith = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at] as Piece
  if (piece.isFirm || isOutlineItem(piece.text)) return false
  let start = at
  while (start > 0 && !(pieces[start] as Piece).isFirm) start -= 1
  let end = at + 1
  while (end < pieces.length && !(pieces[end] as Piece).isFirm) end += 1
  if (headerRole((pieces[start] as Piece).text.meaning) !== undefined) start += 1
  return start < at && pieces.slice(start, end).some(({ text }) => /[,;。]/.test(text.folded))
}

/** Two values, a comparator behind a name, or what stands behind a heading or 合计. */
const standsApart = (pieces: readonly Piece[], at: number): boolean => {
  const [before, piece] = [pieces[at - 1], pieces[at]] as [Piece, Piece]
  return (
    isLevel(cellKind(before.text.meaning)) ||
    (isValue(piece) && (isValue(before) || isFooter(before))) ||
    cellKind(piece.text.meaning) === 'comparator'
  )
}

const isValue = ({ text }: Piece): boolean => isValueWord(text.meaning)

/** Whether words are a value, a quality or a comparator: what a column of targets holds. */
export const isValueWord = (words: string): boolean => {
  const kind = cellKind(words)
  return isTyped(kind) || kind === 'quality' || kind === 'comparator'
}

/** The column that the next firm piece of the line takes: what stands before it takes none behind. */
const limitOf = (pieces: readonly Piece[], at: number, columns: readonly Extent[]): number => {
  const next = pieces.slice(at + 1).find(({ isFirm }) => isFirm)
  return next === undefined ? columns.length : nearest(columns, next, 0, columns.length)
}

const nearest = (columns: readonly Extent[], piece: Piece, from: number, until: number): number => {
  // What a single blank sets off stands rather in the next column, where both are as near.
  const isLater = piece.isFirm ? 0 : 0.5
  let best = from
  // What covers several columns begins in the first.
  const covers = ({ left, right }: Extent): boolean => piece.left <= left && right <= piece.right
  const covered = columns.findIndex((column, c) => c >= from && c < until && covers(column))
  if (covered >= 0 && covered + 1 < until && overlap(columns[covered + 1] as Extent, piece) > 0)
    return covered
  for (let c = from; c < Math.min(until, columns.length); c += 1)
    if (overlap(columns[c] as Extent, piece) + isLater > overlap(columns[best] as Extent, piece)) best = c
  return best
}
