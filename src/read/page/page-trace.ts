import type { Trace } from '../trace.ts'
import type { Box } from './geometry.ts'
import type { PageTrace } from './lay-out-page.ts'

/** A place on a page, counted from 1, in points from the upper left corner of its crop box. */
export interface PagePlace {
  readonly page: number
  readonly box: Box
}

/** Where a text stands in a file of pages, and each of its characters. */
export type PlacedTrace = Omit<Trace<PagePlace>, 'span'>

/** The trace of a text on one page as that of the file. */
export const traceOnPage = (trace: PageTrace | undefined, page: number): PlacedTrace | undefined =>
  trace && {
    holder: { page, box: trace.holder },
    pieces: trace.pieces.map(({ of, ...piece }) => ({ ...piece, of: { page, box: of } })),
  }
