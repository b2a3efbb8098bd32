import type { PackedPlace } from '../model/filing-extract.ts'
import type { Message, OtherPlace } from '../model/finding.ts'
import type { Identity, Locator } from '../model/locator.ts'
import type { Place } from '../model/record.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'

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

/**
 * Packs where a span is of which something may be reported: with all that a finding there says of its place, and
 * what it is told apart by.
 */
export const packOwnPlace = (locator: Locator, span: Span): PackedPlace => {
  const place = locator.quotedPlace(span)
  const { start, end, from, to, address } = place
  const own: OwnPlace = { place, identity: locator.identity(span) }
  const numbers = [start, from.line, from.column, end, to.line, to.column]
  return JSON.stringify([...numbers, address?.zh ?? null, address?.en ?? null, own])
}

/** What is known of a place that was packed as one's own. */
export interface OwnPlace {
  readonly place: Place
  readonly identity: Identity
}

/** @throws RangeError where a place wasn't packed as one's own */
export const ownPlace = (packed: PackedPlace): OwnPlace => {
  const own = unpack(packed)[8]
  if (own === undefined) throw new RangeError('reported a place that nothing may be reported of')
  return own
}

/** The place in `file`, for readers of another file's report. */
export const otherPlace = (file: string, packed: PackedPlace, note: Message): OtherPlace => {
  const [start, line, column, end, endLine, endColumn, zh, en] = unpack(packed)
  return {
    file,
    start: { offset: start, line, column },
    end: { offset: end, line: endLine, column: endColumn },
    ...(zh == null || en == null ? {} : { address: { zh, en } }),
    note,
  }
}

type Unpacked = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  (string | null)?,
  (string | null)?,
  OwnPlace?,
]

const unpack = (packed: PackedPlace): Unpacked => JSON.parse(packed) as Unpacked
