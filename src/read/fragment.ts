import { type PieceBuilder, RecentPieces } from '../source/pieces.ts'
import { LARGE } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { readAnyTags } from './any-tags.ts'
import { FragmentBuilder } from './fragment-builder.ts'
import { readPlainTags } from './plain-tags.ts'

/** Inline markup read: the text with paragraphs separated by `\n`, and where the markup stood. */
export interface Fragment {
  readonly text: SpannedText
  readonly markup: Iterable<Span>
  readonly unclosed: boolean
}

const NO_MARKUP: readonly Span[] = []

/**
 * Reads the markup of one cell, `span` of `source`. Never throws; what is no markup is text.
 * In a cell that was quoted, `""` stands for `"`. Long texts of a source of more than `large` units are not kept.
 */
export const readFragment = (source: string, span: Span, isQuoted = false, large = LARGE): Fragment => {
  const raw = source.slice(span.start, span.end)
  const hasDoubled = isQuoted && raw.includes('""')
  if (!hasDoubled && !raw.includes('<') && !raw.includes('&'))
    return { text: SpannedText.ofSource(source, span).trim(), markup: NO_MARKUP, unclosed: false }
  const fragment = readTags(raw, source, span, hasDoubled)
  if (source.length <= large || raw.length < LONG) return fragment.finish()
  return fragment.finish(new CellPieces(source, span, hasDoubled))
}

/** To read a shorter cell again would take as much room as its text. */
const LONG = 200

const readTags = (raw: string, source: string, span: Span, hasDoubled: boolean): FragmentBuilder => {
  const plain = new FragmentBuilder(source, span, hasDoubled)
  if (readPlainTags(raw, plain)) return plain
  const builder = new FragmentBuilder(source, span, hasDoubled)
  readAnyTags(raw, builder)
  return builder
}

/** The text of a cell in a large source, read again when it is asked for. */
class CellPieces extends RecentPieces {
  readonly #source: string
  readonly #span: Span
  readonly #hasDoubled: boolean

  constructor(source: string, span: Span, hasDoubled: boolean) {
    super()
    this.#source = source
    this.#span = span
    this.#hasDoubled = hasDoubled
  }

  protected read(): PieceBuilder {
    const raw = this.#source.slice(this.#span.start, this.#span.end)
    return readTags(raw, this.#source, this.#span, this.#hasDoubled).pieces
  }
}
