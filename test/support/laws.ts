import type { Disclosure } from '../../src/model/disclosure.ts'
import { contains } from '../../src/source/span.ts'
import { textsOf } from './coverage.ts'
import { nodesOf } from './nodes.ts'

/** Breaks of the laws that every tree keeps, whatever it was read from: a text of `length`. */
export const brokenLaws = (disclosure: Disclosure, length: number): string[] => {
  const broken: string[] = []
  for (const leaf of textsOf(disclosure)) {
    const { start, end } = leaf.span
    if (start > end || start < 0 || end > length) broken.push(`outside: ${leaf.text}`)
    if (leaf.ranges.some((range) => !contains(leaf.span, range))) broken.push(`ranges: ${leaf.text}`)
  }
  for (const { node, children } of nodesOf(disclosure)) {
    let last = -1
    for (const child of children) {
      if (!contains(node.span, child.span)) broken.push(`${child.kind} sticks out of ${node.kind}`)
      if (child.span.start < last) broken.push(`${child.kind} before its elder in ${node.kind}`)
      last = child.span.start
    }
  }
  return broken
}
