import { Lexer } from '../../lexicon/lexer.ts'
import type { DraftHeading, DraftIndicatorRow, DraftTarget } from '../../model/draft.ts'
import { coverAll } from '../../source/span.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'
import type { ColumnKind, Place, TableHeader } from './columns.ts'
import type { GluedRows } from './glued-rows.ts'
import { widthOf } from './tokens.ts'

/** How far each line of a text is set in, by the place where its text begins in the source. */
export type Indents = ReadonlyMap<number, number>

/** A stretch of a line between wide blanks, and where it stands on the page: double-width characters count twice. */
interface Fragment extends Place {
  readonly line: number
  readonly left: number
  readonly right: number
}

/** One cell, whose fragments stand below each other. */
interface Cell {
  readonly fragments: readonly Fragment[]
  /** The line of its middle. */
  readonly middle: number
}

type Columns = ReadonlyMap<ColumnKind, readonly Fragment[]>

const MOST_LINES = 2000

/**
 * Text whose columns blanks align, as `pdftotext -layout` prints a table: a cell goes on in the lines below, and one that
 * is merged over several rows stands in the middle of them. `undefined` for a text that is not printed so.
 */
export const readAlignedRows = (
  text: SpannedText,
  header: TableHeader,
  end: number,
  indents: Indents,
): GluedRows | undefined => {
  const lexer = new Lexer(text.folded)
  const from = lineStart(text.folded, header.start)
  const stop = footerStart(lexer, header.end, end)
  const lines = fragmentsOf(text, from, stop, indents)
  if (lines.length > MOST_LINES) return undefined
  const columns = columnsOf(lines.flat(), header)
  if (columns === undefined) return undefined
  const { byKind, others } = columns
  const anchors = valuesIn(byKind.get('target') ?? [], text.folded)
  const ones = labelsIn(byKind.get('level-one') ?? [], lexer)
  const twos = labelsIn(byKind.get('level-two') ?? [], lexer)
  const names = byKind.get('name') ?? []
  if (!isCentred(anchors, ones, twos, names)) return undefined
  const rows = new AlignedRows(text, anchors, byKind).read(ones, twos, names)
  if (rows === undefined) return undefined
  const below = text.trimmed(stop, end)
  const left = [
    ...others.map((place) => text.trimmed(place.start, place.end)),
    ...(below.isBlank ? [] : [below]),
  ]
  return { rows, left, labels: [] }
}

/** Where the line begins that ends the table: 合计, 填报人. */
const footerStart = (lexer: Lexer, from: number, end: number): number => {
  const { folded } = lexer
  for (let line = folded.indexOf('\n', from); line >= 0 && line < end; line = folded.indexOf('\n', line + 1))
    if (lexer.word('footer', line + 1) !== undefined) return line + 1
  return end
}

const lineStart = (folded: string, at: number): number => folded.lastIndexOf('\n', at) + 1

/** The fragments of each line from one place to another. */
const fragmentsOf = (
  text: SpannedText,
  from: number,
  end: number,
  indents: Indents,
): readonly Fragment[][] => {
  const lines: Fragment[][] = []
  for (let start = from; start < end && lines.length <= MOST_LINES; ) {
    const stop = text.folded.indexOf('\n', start)
    const to = stop < 0 || stop > end ? end : stop
    const words = text.folded.slice(start, to)
    const line: Fragment[] = []
    let left = indents.get(text.slice(start, to).span.start) ?? 0
    let at = 0
    for (const match of words.matchAll(CELL)) {
      left += widthOf(words.slice(at, match.index))
      at = match.index + match[0].length
      const right = left + widthOf(match[0])
      line.push({ start: start + match.index, end: start + at, line: lines.length, left, right })
      left = right
    }
    lines.push(line)
    start = to + 1
  }
  return lines
}

/** Words that single blanks at most part. */
const CELL = /[^\s]+(?: [^\s]+)*/g

/** The fragments below each header; `undefined` where the headers do not stand apart. */
const columnsOf = (
  fragments: readonly Fragment[],
  header: TableHeader,
): { readonly byKind: Columns; readonly others: readonly Fragment[] } | undefined => {
  const heads: { readonly kind: ColumnKind; readonly place: Fragment }[] = []
  for (const { kind, header: place } of header.columns) {
    if (place === undefined) continue
    const fragment = fragments.find(({ start, end }) => start <= place.start && place.end <= end)
    if (fragment === undefined || heads.some((head) => head.place === fragment)) return undefined
    heads.push({ kind, place: fragment })
  }
  // One target for each district stands in columns of its own, which this doesn't read.
  const targets = heads.filter(({ kind }) => kind === 'target')
  if (heads.length < 3 || targets.length !== 1) return undefined
  const byKind = new Map<ColumnKind, Fragment[]>()
  const others: Fragment[] = []
  const body = fragments.filter(({ end }) => end > header.end)
  const leftmost = Math.min(...heads.map(({ place }) => place.left))
  // First what stands under a header, then, beside what it reaches to, the rest.
  const reach = heads.map(({ place }) => ({ left: place.left, right: place.right }))
  const owners = body.map((fragment) => heads.findIndex(({ place }) => overlap(place, fragment) > 0))
  for (const [i, owner] of owners.entries()) {
    const own = reach[owner]
    const { left, right } = body[i] as Fragment
    if (
      own !== undefined &&
      heads.every(({ place }, at) => at === owner || overlap(place, body[i] as Fragment) <= 0)
    )
      reach[owner] = { left: Math.min(own.left, left), right: Math.max(own.right, right) }
  }
  for (const [i, fragment] of body.entries()) {
    // 绩效指标, one character a line, stands beside the table.
    if (fragment.right < leftmost - 1) {
      others.push(fragment)
      continue
    }
    const { kind } = heads[owners[i] === -1 ? nearest(reach, fragment) : (owners[i] as number)] as {
      kind: ColumnKind
    }
    byKind.set(kind, [...(byKind.get(kind) ?? []), fragment])
  }
  return { byKind, others }
}

type Extent = Pick<Fragment, 'left' | 'right'>

const overlap = (one: Extent, other: Extent): number =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left)

/** The index of the column that a fragment overlaps most, or stands nearest to. */
const nearest = (columns: readonly Extent[], fragment: Fragment): number => {
  let best = 0
  for (const [i, column] of columns.entries())
    if (overlap(column, fragment) > overlap(columns[best] as Extent, fragment)) best = i
  return best
}

/**
 * The lines of a form with the labels put together that a narrow cell has broken over several lines beside their value:
 * `年度总  目标1:…` over `体目标  目标2:…`.
 */
export const joinBrokenLabels = (lines: readonly SpannedText[], indents: Indents): SpannedText => {
  const parts: SpannedText[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const found = brokenLabelAt(lines, at, indents)
    if (found === undefined) {
      parts.push(lines[at] as SpannedText)
      continue
    }
    parts.push(found.text)
    at += found.count - 1
  }
  return SpannedText.join(parts, '\n')
}

const brokenLabelAt = (
  lines: readonly SpannedText[],
  at: number,
  indents: Indents,
): { readonly text: SpannedText; readonly count: number } | undefined => {
  const labels: SpannedText[] = []
  const values: SpannedText[] = []
  let left = 0
  for (let count = 1; count <= MOST_LABEL_LINES && at + count <= lines.length; count += 1) {
    const line = lines[at + count - 1] as SpannedText
    const first = /^[\u4e00-\u9fff()]{1,6}(?=\s{2}|$)/.exec(line.folded)?.[0].length ?? 0
    const indent = indents.get(line.span.start) ?? 0
    if (count === 1) left = indent
    if (first === 0 || Math.abs(indent - left) > 6) return undefined
    labels.push(line.slice(0, first))
    const rest = line.slice(first).trim()
    if (!rest.isBlank) values.push(rest)
    const words = labels.map(({ folded }) => folded).join('')
    const role = headerRole(words)
    if (role === undefined || count === 1) {
      if (role !== undefined) return undefined
      continue
    }
    if (values.length === 0) return undefined
    const value = SpannedText.join(values, '\n')
    return { text: SpannedText.join([SpannedText.join(labels), value], ' '), count }
  }
  return undefined
}

/** 年/度/总/体/目/标 */
const MOST_LABEL_LINES = 6

const cellOf = (fragments: readonly Fragment[]): Cell => {
  const first = fragments[0] as Fragment
  return { fragments, middle: (first.line + (fragments.at(-1) as Fragment).line) / 2 }
}

/** The values, one for each row: words that no value ends go on in the line below. */
const valuesIn = (fragments: readonly Fragment[], folded: string): readonly Cell[] => {
  const cells: Fragment[][] = []
  for (const fragment of fragments) {
    const open = cells.at(-1)
    const last = open?.at(-1)
    const goesOn =
      last !== undefined &&
      fragment.line === last.line + 1 &&
      !endsAsValue(folded.slice(last.start, last.end)) &&
      !/^[≥≤<>=\d]/.test(folded.slice(fragment.start))
    if (goesOn) open?.push(fragment)
    else cells.push([fragment])
  }
  return cells.map(cellOf)
}

/** The headings of a level, put together from their lines. */
const labelsIn = (fragments: readonly Fragment[], lexer: Lexer): readonly Cell[] => {
  const cells: Fragment[][] = []
  let open: Fragment[] = []
  for (const fragment of fragments) {
    open.push(fragment)
    const words = open.map(({ start, end }) => lexer.folded.slice(start, end)).join('')
    const isWhole = new Lexer(words).categories(0).some(({ isFull, end }) => isFull && end === words.length)
    if (!isWhole && open.length < 4) continue
    cells.push(open)
    open = []
  }
  if (open.length > 0) cells.push(open)
  return cells.map(cellOf)
}

/** Whether a heading stands below the first row that it is over, or a name goes on in a line without a value. */
const isCentred = (
  anchors: readonly Cell[],
  ones: readonly Cell[],
  twos: readonly Cell[],
  names: readonly Fragment[],
): boolean => {
  const [first] = anchors
  if (first === undefined || anchors.length < 2 || ones.length === 0) return false
  if (ones.length > anchors.length || twos.length > anchors.length || names.length < anchors.length)
    return false
  const top = Math.min(first.middle, names[0]?.line ?? first.middle)
  return (ones[0] as Cell).middle > top || (twos[0]?.middle ?? top) > top
}

/**
 * Which of `items`, in their order, belong to each of `cells`: those whose middle is nearest to it. Every cell has one.
 */
const shareOut = (items: readonly number[], cells: readonly number[]): readonly number[] | undefined => {
  const [n, m] = [items.length, cells.length]
  if (m === 0 || n < m || n * m > 200_000) return undefined
  const width = n + 1
  const least = new Float64Array((m + 1) * width).fill(Number.POSITIVE_INFINITY)
  const from = new Uint32Array((m + 1) * width)
  least[0] = 0
  for (let cell = 1; cell <= m; cell += 1) {
    for (let end = cell; end <= n - (m - cell); end += 1) {
      for (let start = Math.max(cell - 1, end - MOST_IN_CELL); start < end; start += 1) {
        const middle = ((items[start] as number) + (items[end - 1] as number)) / 2
        const cost =
          (least[(cell - 1) * width + start] as number) + (middle - (cells[cell - 1] as number)) ** 2
        if (cost >= (least[cell * width + end] as number)) continue
        least[cell * width + end] = cost
        from[cell * width + end] = start
      }
    }
  }
  const owners = new Array<number>(n)
  for (let cell = m, end = n; cell > 0; cell -= 1) {
    const start = from[cell * width + end] as number
    owners.fill(cell - 1, start, end)
    end = start
  }
  return owners
}

const MOST_IN_CELL = 40

class AlignedRows {
  readonly #text: SpannedText
  readonly #anchors: readonly Cell[]
  readonly #byKind: Columns
  /** The cells of each other column, by row. */
  readonly #cells = new Map<ColumnKind, Fragment[][]>()

  constructor(text: SpannedText, anchors: readonly Cell[], byKind: Columns) {
    this.#text = text
    this.#anchors = anchors
    this.#byKind = byKind
  }

  /** The rows, or `undefined` where the cells of a column can't be shared out among them. */
  read(
    ones: readonly Cell[],
    twos: readonly Cell[],
    names: readonly Fragment[],
  ): readonly DraftIndicatorRow[] | undefined {
    const middles = this.#anchors.map(({ middle }) => middle)
    const lines = names.map(({ line }) => line)
    const named = shareOut(lines, middles)
    const levelOne = this.#headings(ones, middles, 1)
    const levelTwo = this.#headings(twos, middles, 2)
    if (named === undefined || levelOne === undefined || levelTwo === undefined) return undefined
    const own: Fragment[][] = this.#anchors.map(() => [])
    for (const [i, name] of names.entries()) own[named[i] as number]?.push(name)
    return this.#anchors.map((anchor, row) => {
      const headings = [levelOne[row], levelTwo[row]].filter((heading) => heading !== undefined)
      return this.#row(anchor, own[row] ?? [], headings, row)
    })
  }

  /** The heading of each row. */
  #headings(
    cells: readonly Cell[],
    rows: readonly number[],
    level: 1 | 2,
  ): readonly (DraftHeading | undefined)[] | undefined {
    if (cells.length === 0) return rows.map(() => undefined)
    const middles = cells.map(({ middle }) => middle)
    const made = cells.map(({ fragments }): DraftHeading => ({ text: this.#join(fragments), level }))
    return shareOut(rows, middles)?.map((owner) => made[owner])
  }

  #join(fragments: readonly Fragment[]): SpannedText {
    return SpannedText.join(fragments.map(({ start, end }) => this.#text.slice(start, end)))
  }

  #row(
    anchor: Cell,
    names: readonly Fragment[],
    headings: readonly DraftHeading[],
    row: number,
  ): DraftIndicatorRow {
    const value = this.#join(anchor.fragments)
    const name = names.length === 0 ? value.slice(0, 0) : this.#join(names)
    const cell = (kind: ColumnKind): SpannedText | undefined => this.#cellOf(kind, row)
    const target: DraftTarget = {
      comparator: cell('comparator'),
      value,
      unit: cell('unit'),
      actual: cell('actual'),
      column: undefined,
      term: undefined,
    }
    const notes = (['explanation', 'standard', 'kind', 'note', 'unknown'] as const).flatMap(
      (kind) => cell(kind) ?? [],
    )
    const [weight, score, reason] = [cell('weight'), cell('score'), cell('reason')]
    const texts = [
      name,
      value,
      target.comparator,
      target.unit,
      target.actual,
      weight,
      score,
      reason,
      ...notes,
    ]
    return {
      span: coverAll(
        texts.flatMap((text) => (text === undefined || text.isBlank ? [] : [text.span])),
        value.span,
      ),
      headings,
      name,
      targets: [target],
      weight,
      direction: undefined,
      score,
      reason,
      notes,
    }
  }

  /** The fragments of another column that stand nearest to a row. */
  #cellOf(kind: ColumnKind, row: number): SpannedText | undefined {
    let cells = this.#cells.get(kind)
    if (cells === undefined) {
      cells = this.#anchors.map((): Fragment[] => [])
      for (const fragment of this.#byKind.get(kind) ?? [])
        cells[this.#nearestRow(fragment.line)]?.push(fragment)
      this.#cells.set(kind, cells)
    }
    const own = cells[row] ?? []
    return own.length === 0 ? undefined : this.#join(own)
  }

  #nearestRow(line: number): number {
    let best = 0
    for (const [i, { middle }] of this.#anchors.entries())
      if (Math.abs(middle - line) < Math.abs((this.#anchors[best] as Cell).middle - line)) best = i
    return best
  }
}
