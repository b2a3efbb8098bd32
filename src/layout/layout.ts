import type { Heading, IrregularRow, Leftover, Reading } from '../model/disclosure.ts'
import type { LayoutId } from '../model/draft.ts'
import type { Block } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { FormBuilder } from './form-builder.ts'
import { findNextTitle } from './front-matter.ts'
import type { Entries } from './hierarchy.ts'

/** One way of laying out projects, goals and indicators. */
export interface Layout {
  readonly id: LayoutId
  /** The highest score that it gives. */
  readonly highest: number
  /** How sure it is that the blocks are laid out its way: 0 (not at all) to `highest`, at most 1. */
  readonly score: (blocks: readonly Block[]) => number
  readonly read: (blocks: readonly Block[]) => Part
}

/** What a layout makes of a run of blocks. */
export interface Part {
  /** Instead of the layout's id where the table turned out to be of a kind of its own. */
  readonly id?: LayoutId
  /** The rows that it made of lines. */
  readonly rows?: readonly Block[]
  readonly tables: readonly Table[]
  readonly leftovers: readonly Leftover[]
  readonly irregularRows: readonly IrregularRow[]
  /** How its tables of indicators were understood. */
  readonly readings?: readonly Reading[]
  /** The blocks end inside a row or a cell. */
  readonly truncated: boolean
}

/** One table: what stands before it, its header cells of every page, its rows in order. */
export interface Table {
  /** Without blanks and 续表; `undefined` where it has none. */
  readonly title: string | undefined
  /** Lines and cells of text before its first header, its title among them. */
  readonly front: readonly SpannedText[]
  readonly headings: readonly Heading[]
  readonly entries: Entries
  /** Its projects are in no list, whose total would cover them. */
  readonly isForms?: true
}

/** The forms that `builder` has built, below the lines `front`. */
export const partOfForms = (
  { entries, headings, leftovers }: FormBuilder,
  front: readonly SpannedText[],
): Part => ({
  tables: [{ title: findNextTitle(front), front, headings, entries, isForms: true }],
  leftovers,
  irregularRows: [],
  truncated: false,
})
