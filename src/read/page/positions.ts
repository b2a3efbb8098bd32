import type { Box } from './geometry.ts'

/** The middles of groups of positions that lie within `width` of the first of the group, in order. */
export const clusterPositions = (positions: readonly number[], width: number): number[] => {
  const sorted = positions.toSorted((a, b) => a - b)
  const middles: number[] = []
  let first = 0
  for (let i = 1; i <= sorted.length; i += 1) {
    const start = sorted[first] as number
    if (i < sorted.length && (sorted[i] as number) - start <= width) continue
    middles.push((start + (sorted[i - 1] as number)) / 2)
    first = i
  }
  return middles
}

/** Between which edges `at` lies: the index of the edge before it, held to the first and last place. */
export const indexIn = (edges: readonly number[], at: number): number => {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The index of the edge nearest to `at`, of at least two. */
export const nearestIndex = (edges: readonly number[], at: number): number => {
  const i = indexIn(edges, at)
  const [before, after] = [edges[i] as number, edges[i + 1] as number]
  return at - before <= after - at ? i : i + 1
}

/** The box between given edges. */
export const boxOf = (
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  left: number,
  right: number,
  top: number,
  bottom: number,
): Box => ({
  left: columnEdges[left] as number,
  right: columnEdges[right] as number,
  top: rowEdges[top] as number,
  bottom: rowEdges[bottom] as number,
})
