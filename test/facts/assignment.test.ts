import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../src/facts/assignment.ts'

const totalOf = (scores: readonly (readonly number[])[], columns: readonly number[]): number =>
  columns.reduce((total, column, row) => total + (column < 0 ? 0 : (scores[row]?.[column] ?? 0)), 0)

/** The best total of all assignments, by trying them. */
const bestOf = (scores: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number => {
  const line = scores[row]
  if (line === undefined) return 0
  const alone = bestOf(scores, row + 1, used)
  return line.reduce(
    (best, score, column) =>
      used.includes(column) || score <= 0
        ? best
        : Math.max(best, score + bestOf(scores, row + 1, [...used, column])),
    alone,
  )
}

describe('assign', () => {
  test.each([
    ['nothing', [], []],
    ['rows without columns', [[], []], [-1, -1]],
    ['the better of two', [[0.3, 0.9]], [1]],
    [
      'what is best in all, not for the first',
      [
        [0.9, 0.8],
        [0.7, 0.1],
      ],
      [1, 0],
    ],
    ['nobody where no score is positive', [[0, -1]], [-1]],
    ['more rows than columns', [[0.5], [0.9], [0.2]], [-1, 0, -1]],
  ])('%s', (_, scores, expected) => {
    expect(assign(scores)).toEqual(expected)
  })

  test('finds the greatest total, each column once', () => {
    const score = fc.integer({ min: -3, max: 20 }).map((value) => value / 10)
    const matrix = fc
      .record({ rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 5 }) })
      .chain(({ rows, columns }) =>
        fc.array(fc.array(score, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(matrix, (scores) => {
        const columns = assign(scores)
        const taken = columns.filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(totalOf(scores, columns)).toBeCloseTo(bestOf(scores), 9)
      }),
    )
  })
})
