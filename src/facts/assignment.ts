import { collect, mapped } from '../collect.ts'

/**
 * Rows to columns in one group (Hungarian method with
 * potentials; for n rows and m columns O(n·m·min(n, m))). Pairs that score 0 or less are left apart.
 *
 * @returns for each row its column, or -1
 */
const assignAll = (scores: readonly (readonly number[])[]): readonly number[] => {
  const [first] = scores
  if (first !== undefined && scores.length === 1) return [firstOfGreatest(first)]
  const columns = Math.max(0, ...scores.map((row) => row.length))
  if (!scores.some((row) => row.some((score) => score > 0))) return scores.map(() => -1)
  // The time grows with the square of the rows: they are the fewer.
  if (scores.length > columns) {
    const turned = assignAll(Array.from({ length: columns }, (_, j) => scores.map((row) => row[j] ?? 0)))
    const columnOf = scores.map(() => -1)
    for (const [j, i] of turned.entries()) if (i >= 0) columnOf[i] = j
    return columnOf
  }
  const solver = new Solver(scores, columns)
  for (let row = 1; row <= scores.length; row += 1) solver.place(row)
  return solver.columnOfRows()
}

/** Where the first of the greatest scores above 0 stands; -1 where there is none. */
const firstOfGreatest = (scores: readonly number[]): number => {
  let best = -1
  for (const [j, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = j
  return best
}

/** Larger groups than these are assigned pair by pair, the best first. */
const MOST_WORK = 20_000_000

/**
 * The one-to-one assignment of rows to columns with the greatest total score, of pairs that score `least` or more.
 * Rows and columns that no such pair connects with each other are assigned apart.
 *
 * @returns for each row its column, or -1
 */
export const assign = (scores: readonly ArrayLike<number>[], least = Number.MIN_VALUE): readonly number[] => {
  const columnOf = scores.map(() => -1)
  for (const { rows, columns } of groupsOf(scores, least)) {
    const inner = mapped(rows, (i) =>
      mapped(columns, (j) => {
        const score = scores[i]?.[j] ?? 0
        return score >= least ? score : 0
      }),
    )
    const work = rows.length * columns.length * Math.min(rows.length, columns.length)
    const chosen = work > MOST_WORK ? assignGreedily(inner) : assignAll(inner)
    for (const [k, j] of chosen.entries()) columnOf[rows[k] as number] = columns[j] ?? -1
  }
  return columnOf
}

interface Group {
  readonly rows: number[]
  readonly columns: number[]
}

/** Rows and columns that pairs of `least` or more connect. */
const groupsOf = (scores: readonly ArrayLike<number>[], least: number): readonly Group[] => {
  const rowsOf = new Map<number, number[]>()
  const columnsOf = mapped(scores, (row, i) => {
    const columns: number[] = []
    for (let j = 0; j < row.length; j += 1) {
      if ((row[j] as number) < least) continue
      columns.push(j)
      const rows = rowsOf.get(j)
      if (rows === undefined) rowsOf.set(j, [i])
      else rows.push(i)
    }
    return columns
  })
  const [rowsSeen, columnsSeen] = [new Set<number>(), new Set<number>()]
  const groupOf = (start: number): Group => {
    const group: Group = { rows: [start], columns: [] }
    for (const i of group.rows) {
      for (const j of columnsOf[i] ?? []) {
        if (!isNew(columnsSeen, j)) continue
        group.columns.push(j)
        for (const row of rowsOf.get(j) ?? []) if (isNew(rowsSeen, row)) group.rows.push(row)
      }
    }
    // In the order of the matrix, so that of pairs that score the same the first is taken.
    group.rows.sort((a, b) => a - b)
    group.columns.sort((a, b) => a - b)
    return group
  }
  // Most rows are connected with nothing.
  return collect(scores.keys(), (start) =>
    columnsOf[start]?.length !== 0 && isNew(rowsSeen, start) ? groupOf(start) : undefined,
  )
}

/** Whether a set had not held a number before, which it does now. */
const isNew = (seen: Set<number>, one: number): boolean => {
  if (seen.has(one)) return false
  seen.add(one)
  return true
}

/** Takes the best pair that is left, again and again. */
const assignGreedily = (scores: readonly (readonly number[])[]): readonly number[] => {
  const pairs = scores.flatMap((row, i) => row.flatMap((score, j) => (score > 0 ? [{ i, j, score }] : [])))
  pairs.sort((a, b) => b.score - a.score)
  const columnOf = scores.map(() => -1)
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (columnOf[i] !== -1 || taken.has(j)) continue
    columnOf[i] = j
    taken.add(j)
  }
  return columnOf
}

/** Rows and columns count from 1; column 0 stands for the row that has none yet. */
class Solver {
  readonly #scores: readonly (readonly number[])[]
  readonly #columns: number
  /** With as many spare columns as rows, so that every row may stay alone. */
  readonly #width: number
  readonly #rowPotential: Float64Array
  readonly #columnPotential: Float64Array
  readonly #rowOf: Int32Array
  /** The column before each on the cheapest way to it. */
  readonly #previous: Int32Array
  readonly #least: Float64Array
  readonly #used: Uint8Array

  constructor(scores: readonly (readonly number[])[], columns: number) {
    this.#scores = scores
    this.#columns = columns
    this.#width = columns + scores.length
    this.#rowPotential = new Float64Array(scores.length + 1)
    this.#columnPotential = new Float64Array(this.#width + 1)
    this.#rowOf = new Int32Array(this.#width + 1)
    this.#previous = new Int32Array(this.#width + 1)
    this.#least = new Float64Array(this.#width + 1)
    this.#used = new Uint8Array(this.#width + 1)
  }

  /** Gives `row` a column, moving earlier rows where that is better in all. */
  place(row: number): void {
    this.#rowOf[0] = row
    this.#least.fill(Number.POSITIVE_INFINITY)
    this.#used.fill(0)
    let column = 0
    do {
      this.#used[column] = 1
      const next = this.#nearest(column)
      this.#shift(this.#least[next] as number)
      column = next
    } while (this.#rowOf[column] !== 0)
    this.#moveAlong(column)
  }

  columnOfRows(): readonly number[] {
    const columnOf = this.#scores.map(() => -1)
    for (let column = 1; column <= this.#columns; column += 1) {
      const row = (this.#rowOf[column] as number) - 1
      if (row >= 0 && (this.#scores[row]?.[column - 1] ?? 0) > 0) columnOf[row] = column - 1
    }
    return columnOf
  }

  /** The unused column that is cheapest to reach, now that `column` is reached. */
  #nearest(column: number): number {
    const row = this.#rowOf[column] as number
    let nearest = 0
    let delta = Number.POSITIVE_INFINITY
    for (let j = 1; j <= this.#width; j += 1) {
      if (this.#used[j] === 1) continue
      const cost = -Math.max(0, this.#scores[row - 1]?.[j - 1] ?? 0)
      const reduced = cost - (this.#rowPotential[row] as number) - (this.#columnPotential[j] as number)
      if (reduced < (this.#least[j] as number)) {
        this.#least[j] = reduced
        this.#previous[j] = column
      }
      if ((this.#least[j] as number) < delta) {
        delta = this.#least[j] as number
        nearest = j
      }
    }
    return nearest
  }

  #shift(delta: number): void {
    for (let j = 0; j <= this.#width; j += 1) {
      if (this.#used[j] === 1) {
        const row = this.#rowOf[j] as number
        this.#rowPotential[row] = (this.#rowPotential[row] as number) + delta
        this.#columnPotential[j] = (this.#columnPotential[j] as number) - delta
      } else this.#least[j] = (this.#least[j] as number) - delta
    }
  }

  #moveAlong(column: number): void {
    let at = column
    while (at !== 0) {
      const from = this.#previous[at] as number
      this.#rowOf[at] = this.#rowOf[from] as number
      at = from
    }
  }
}
