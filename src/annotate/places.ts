import type { Trace } from '../read/trace.ts'
import { type Address, indexAtOrBefore, type Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/** A place over more cells than this is a row or a table: then its first cell stands for it. */
const MOST_CELLS = 4

/** The cells and lines that a span stands in; the first one of the file where it stands in none. */
export const addressesAt = (source: Source, span: Span): readonly Address[] => {
  const { addresses } = source
  const touched: Address[] = []
  const first = Math.max(
    0,
    indexAtOrBefore(addresses, span.start, (address) => address.span.start),
  )
  for (let at = first; at < addresses.length && touched.length <= MOST_CELLS; at += 1) {
    const address = addresses[at] as Address
    if (address.span.start >= span.end) break
    if (address.span.end > span.start && address.span.end > address.span.start) touched.push(address)
  }
  if (touched.length > 0 && touched.length <= MOST_CELLS) return touched
  const own = touched[0] ?? addresses[first]
  return own === undefined ? [] : [own]
}

/** What of the file these are made of; where that isn't known, as of footnotes, what stands before them. */
export const tracesAt = <Part>(
  traces: readonly Trace<Part>[],
  source: Source,
  span: Span,
): readonly Trace<Part>[] => {
  const found = addressesAt(source, span).map(
    ({ span: { start } }) =>
      traces[
        Math.max(
          0,
          indexAtOrBefore(traces, start, (one) => one.span.start),
        )
      ],
  )
  return [...new Set(found)].filter((trace) => trace !== undefined)
}
