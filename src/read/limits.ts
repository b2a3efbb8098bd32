import { UnreadableError } from './document.ts'

// What a file may become when it is read. A small file can name a text, a drawing or a blank a million times, so all
// of these are counted while a file is read, not afterwards. SECURITY.md lists them.

/** Characters of a file that is no text itself, with each text counted as often as it is shown. */
const MOST_CHARACTERS = 20_000_000

/** Cells of a workbook, each counted as often as it is repeated. */
export const MOST_CELLS = 2_000_000

/** What is counted. */
export type Counted =
  | 'MB'
  | 'cells'
  | 'characters'
  | 'columns'
  | 'elements'
  | 'files'
  | 'levels'
  | 'marks'
  | 'merged columns'
  | 'million pixels'
  | 'objects'
  | 'operations'
  | 'pages'
  | 'rows'

/** What a file is refused with that is, or would become, more than is read. */
export const tooMany = (most: number, what: Counted): UnreadableError =>
  new UnreadableError('too-large', `> ${most} ${what}`)

/** Counts the characters of one file while they are read. */
export class CharacterBudget {
  #left = MOST_CHARACTERS

  /** @throws UnreadableError `too-large` */
  spend(characters: number): void {
    this.#left -= characters
    if (this.#left < 0) throw tooMany(MOST_CHARACTERS, 'characters')
  }
}
