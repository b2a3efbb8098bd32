/**
 * Lists of numbers that never change, one behind the other in large tables: a filing has thousands of them, and
 * an array of its own takes more room than most of their numbers. A table goes with the last of its lists.
 */
const SIZE = 16_384
let table = new Int32Array(SIZE)
let used = 0

/** Where a list of numbers stands. */
export interface StoredNumbers {
  readonly table: Int32Array
  readonly from: number
}

/** The table that the numbers have been put into, whole numbers below 2³¹, and their place in it. */
export const storeNumbers = (numbers: readonly number[]): StoredNumbers => {
  if (used + numbers.length > table.length) {
    table = new Int32Array(Math.max(SIZE, numbers.length))
    used = 0
  }
  const from = used
  for (let i = 0; i < numbers.length; i += 1) table[from + i] = numbers[i] as number
  used += numbers.length
  return { table, from }
}
