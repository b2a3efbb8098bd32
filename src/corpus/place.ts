import type { OtherPlace } from '../report/report.ts'
import type { Message } from '../rules/rule.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/**
 * A place whose text is no longer at hand, as one short string: 20,000 filings are held against each
 * other, and objects would take five times the memory.
 */
export type PackedPlace = string

/** Packs where a span is: offsets, lines and columns of both ends, and its address if it has one. */
export const packPlace = (source: Source, span: Span): PackedPlace => {
  const [start, end] = [source.position(span.start), source.position(span.end)]
  const numbers = `${span.start},${start.line},${start.column},${span.end},${end.line},${end.column}`
  const address = source.address(span)
  // JSON, and the same as JSON.stringify gives at ten times the cost: every indicator has a place.
  return address === undefined
    ? `[${numbers}]`
    : `[${numbers},${JSON.stringify(address.zh)},${JSON.stringify(address.en)}]`
}

/** The span that was packed. */
export const spanOfPlace = (packed: PackedPlace): Span => {
  const [start, , , end] = unpack(packed)
  return { start, end }
}

/** The place in `file`, for readers of another file's report. */
export const otherPlace = (file: string, packed: PackedPlace, note: Message): OtherPlace => {
  const [start, line, column, end, endLine, endColumn, zh, en] = unpack(packed)
  return {
    file,
    start: { offset: start, line, column },
    end: { offset: end, line: endLine, column: endColumn },
    ...(zh === undefined || en === undefined ? {} : { address: { zh, en } }),
    note,
  }
}

type Unpacked = readonly [number, number, number, number, number, number, string?, string?]

const unpack = (packed: PackedPlace): Unpacked => JSON.parse(packed) as Unpacked
