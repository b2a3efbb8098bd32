/**
 * Lists of numbers that never change, one behind the other in large tables: a filing has thousands of them, and
 * an array of its own takes more room than most of their numbers. A table goes with the last of its lists.
 */
const SIZE = 16_384
/** Where a list of numbers stands. */
export interface StoredNumbers {
  readonly table: Int32Array
  readonly from: number
}

/** Tables of lists that are let go together: one list that is kept keeps a whole table. */
export class NumberTables {
  #table = new Int32Array(SIZE)
  #used = 0

  /** The table that the numbers have been put into, whole numbers below 2³¹, and their place in it. */
  store(numbers: readonly number[]): StoredNumbers {
    if (this.#used + numbers.length > this.#table.length) {
      this.#table = new Int32Array(Math.max(SIZE, numbers.length))
      this.#used = 0
    }
    const table = this.#table
    const from = this.#used
    for (let i = 0; i < numbers.length; i += 1) table[from + i] = numbers[i] as number
    this.#used += numbers.length
    return { table, from }
  }
}
