import { mapped } from '../collect.ts'
import { indexAtOrBefore } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/** Nodes by the ranges of text they take, which may overlap: finds those around an offset without looking at all. */
export class Places<Node> {
  readonly #byStart: readonly Place<Node>[]
  /** How far each of them or any before it reaches. */
  readonly #ends: readonly number[]

  constructor(nodes: readonly Node[], spanOf: (node: Node) => Span) {
    this.#byStart = mapped(nodes, (node, order): Place<Node> => ({ node, order, span: spanOf(node) })).sort(
      (a, b) => a.span.start - b.span.start,
    )
    let furthest = 0
    this.#ends = mapped(this.#byStart, ({ span }) => {
      furthest = Math.max(furthest, span.end)
      return furthest
    })
  }

  /** The nodes that begin at or before `offset` and end at or behind it, in the order they were given. */
  around(offset: number): readonly Node[] {
    const found: Place<Node>[] = []
    const last = indexAtOrBefore(this.#byStart, offset, ({ span }) => span.start)
    for (let i = last; i >= 0 && offset <= (this.#ends[i] as number); i -= 1) {
      const place = this.#byStart[i] as Place<Node>
      if (offset <= place.span.end) found.push(place)
    }
    if (found.length > 1) found.sort((a, b) => a.order - b.order)
    return mapped(found, ({ node }) => node)
  }
}

interface Place<Node> {
  readonly node: Node
  readonly order: number
  readonly span: Span
}
