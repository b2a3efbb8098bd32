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
 * In a cell that was quoted, `""` stands for `"`.
 */
export const readFragment = (source: string, span: Span, isQuoted = false): Fragment => {
  const raw = source.slice(span.start, span.end)
  const hasDoubled = isQuoted && raw.includes('""')
  if (!hasDoubled && !raw.includes('<') && !raw.includes('&'))
    return { text: SpannedText.ofSource(source, span).trim(), markup: NO_MARKUP, unclosed: false }
  const plain = new FragmentBuilder(source, span, hasDoubled)
  if (readPlainTags(raw, plain)) return plain.finish()
  const builder = new FragmentBuilder(source, span, hasDoubled)
  readAnyTags(raw, builder)
  return builder.finish()
}
