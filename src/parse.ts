import { compose } from './grammar/compose.ts'
import { recognizeLayout } from './layout/index.ts'
import type { Disclosure } from './model/disclosure.ts'
import { readGrid } from './read/index.ts'
import type { Source } from './source/source.ts'

/** A source as a typed tree, with the names of the format and the layout it was recognised as. */
export interface Parsed {
  readonly disclosure: Disclosure
  readonly format: string
  readonly layout: string
}

/** Reads any text as a disclosure table. Never throws and never reports; see `Disclosure.leftovers`. */
export const parse = (source: Source): Parsed => {
  const { format, grid } = readGrid(source)
  const { layouts, draft } = recognizeLayout(grid, source.text.length)
  return { disclosure: compose(draft), format, layout: layouts.join('+') }
}
