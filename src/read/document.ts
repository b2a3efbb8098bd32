import type { Format } from '../source/format.ts'
import type { Source } from '../source/source.ts'
import type { Grid } from './grid.ts'

/** One filing as a reader gives it. */
export interface Document {
  readonly format: Format
  /** The file's own text, or, for formats that are none, a text made of its cells with their addresses. */
  readonly source: Source
  readonly grid: Grid
  readonly notes: readonly ReadNote[]
}

/** What the user should know of how a file was read; the caller words it. */
export interface ReadNote {
  readonly kind:
    | 'hidden-rows' // rows that the program hides were read too
    | 'hidden-sheets'
    | 'pages-without-text' // scanned pages beside pages with text
    | 'scanned-pages' // their text was read from pictures
    | 'settled-characters' // doubtful ones that sums leave one reading of
    | 'damaged-pages' // parts of them can't be read
    | 'tracked-changes' // deleted text was left out
    | 'hidden-text' // text that the program doesn't show was left out
    | 'automatic-numbers' // numbers that Word puts before paragraphs are not in the file
    | 'uncalculated' // formulas without their results
  /** How many, or which. */
  readonly detail: string
}

/** Why a file can't be read. */
export type UnreadableReason =
  | 'encrypted'
  | 'damaged'
  | 'no-text-layer' // a PDF of scanned pages
  | 'picture-reader' // what reads scans is installed and can't be used: `detail` is `incomplete` or `version`
  | 'too-large' // inflated, or too many cells: `detail` says which limit (limits.ts)
  | 'unsupported' // a format that nothing here reads; `detail` names it
  | 'no-cells' // no table and no text in it

/**
 * A file that a reader can't read. Readers throw nothing else on purpose. `detail` is the reader's own word, never a
 * library's.
 */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason
  readonly detail: string

  constructor(reason: UnreadableReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`)
    this.name = 'UnreadableError'
    this.reason = reason
    this.detail = detail
  }
}

/** What was left out of a document, as the user should know. */
export const notesOf = ({
  deletions,
  hidden,
}: {
  readonly deletions: number
  readonly hidden: number
}): readonly ReadNote[] => {
  const notes: ReadNote[] = []
  if (deletions > 0) notes.push({ kind: 'tracked-changes', detail: `${deletions}` })
  if (hidden > 0) notes.push({ kind: 'hidden-text', detail: `${hidden}` })
  return notes
}

/**
 * Gives a data file of pdfjs-dist: `cmaps/GBK-EUC-H.bcmap`, `wasm/jbig2.wasm`. Where there is no file system, without
 * CMaps no Chinese text can be read that refers to them.
 */
export type PdfData = (name: string) => Promise<Uint8Array>
