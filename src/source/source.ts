import type { Scan } from './scan.ts'
import type { Span } from './span.ts'

/** A place as people and editors count it: both from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** How a place is called that has no line: `Sheet1!E9`; 表2第5行第3列, table 2, row 5, column 3. */
export interface PlaceName {
  readonly zh: string
  readonly en: string
}

/** A place in a file that has no lines of its own, or none that people would look for. */
export interface Address {
  readonly span: Span
  readonly name: PlaceName
}

/** How the bytes of a file were understood. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A text of more UTF-16 units is large: what is read of it is not all kept, but read again when it is asked for. */
export const LARGE = 2 ** 21

/** One input as text: what every span of a disclosure points into. Without the byte-order mark. */
export class Source {
  readonly text: string
  /** In order of position and not overlapping; empty for formats with lines of their own. */
  readonly addresses: readonly Address[]
  /** How sure its characters are, where some were read from pictures. */
  readonly scan: Scan | undefined
  #lineStarts: readonly number[] | undefined

  constructor(text: string, addresses: readonly Address[] = [], scan?: Scan) {
    this.text = text
    this.addresses = addresses
    this.scan = scan
  }

  /** Offsets at which a line begins; `\n`, `\r\n` and a lone `\r` end a line. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text)
    return this.#lineStarts
  }

  /** Line and column of an offset, which is held to the text's bounds. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length))
    const starts = this.lineStarts
    const line = indexAtOrBefore(starts, at, (start) => start)
    return { line: line + 1, column: at - (starts[line] as number) + 1 }
  }

  /** The address registered for the start of `span`, if the format has addresses. */
  address(span: Span): PlaceName | undefined {
    const found = this.addresses[indexAtOrBefore(this.addresses, span.start, (address) => address.span.start)]
    return found !== undefined && span.start <= found.span.end ? found.name : undefined
  }
}

/** The index of the last of `places`, which are in order, that stands at `wanted` or before it; -1 if none does. */
export const indexAtOrBefore = <Place>(
  places: readonly Place[],
  wanted: number,
  startOf: (place: Place) => number,
): number => {
  let low = -1
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(places[middle] as Place) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

const findLineStarts = (text: string): number[] => {
  const starts = [0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** A column as spreadsheets name it: A … Z, AA, AB …, from 0. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
