import type { Note } from '../notes.ts'
import type { SheetPlace } from './cell-place.ts'

/** What is said of one cell. */
export interface CellNotes {
  readonly place: SheetPlace
  readonly notes: readonly Note[]
}

/** What a comment holds, in UTF-16 units. */
const MOST_CHARACTERS = 32_000

/** What is said of a cell, as text. */
export const commentText = (notes: readonly Note[]): string => {
  const text = notes.map(({ lines }) => lines.join('\n')).join('\n\n')
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`
}
