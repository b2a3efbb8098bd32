import { expect, test } from 'vitest'
import { contains, cover, coverAll, Spans } from '../../src/source/span.ts'

test('cover is the smallest span over both, in either order', () => {
  expect(cover({ start: 4, end: 6 }, { start: 1, end: 2 })).toEqual({ start: 1, end: 6 })
  expect(cover({ start: 1, end: 9 }, { start: 3, end: 4 })).toEqual({ start: 1, end: 9 })
})

test('coverAll of nothing is the fallback', () => {
  const fallback = { start: 7, end: 7 }
  expect(coverAll([], fallback)).toBe(fallback)
  expect(
    coverAll(
      [
        { start: 5, end: 6 },
        { start: 0, end: 1 },
        { start: 2, end: 9 },
      ],
      fallback,
    ),
  ).toEqual({
    start: 0,
    end: 9,
  })
  expect(coverAll([{ start: 0, end: 0 }], fallback)).toEqual({ start: 0, end: 0 })
})

test('a span holds itself and what lies in it, and nothing that sticks out', () => {
  const outer = { start: 2, end: 5 }
  expect(contains(outer, outer)).toBe(true)
  expect(contains(outer, { start: 5, end: 5 })).toBe(true)
  expect(contains(outer, { start: 1, end: 3 })).toBe(false)
  expect(contains(outer, { start: 4, end: 6 })).toBe(false)
})

test('packed spans come out as they went in', () => {
  expect([...new Spans([3, 5, 0, 0])]).toEqual([
    { start: 3, end: 5 },
    { start: 0, end: 0 },
  ])
  expect([...new Spans([])]).toEqual([])
})
