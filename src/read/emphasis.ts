import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'

/** A text without the marks of Markdown, and where these stood. */
export interface Stripped {
  readonly text: SpannedText
  readonly markup: readonly Span[]
}

/** Only the bar needs its backslash in a table; others are the author's. */
export const withoutEscapes = (text: SpannedText): Stripped =>
  text.text.includes('\\|') ? without(text, /\\(?=\|)/g, 1) : { text, markup: [] }

/**
 * `**` around a whole paragraph or item of a list, or around its beginning up to a colon or a blank; any other is of the
 * text: forms print `(≥**株)` where a number is to be filled in.
 */
const BOLD =
  /^([^\S\r\n\u2028\u2029]*(?:[-+*][^\S\r\n\u2028\u2029]{1,4})?)\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*(?=\s|[:：]|$)/gm

/** Without `**` around words, as converters print what is bold. */
export const withoutBold = (text: SpannedText): Stripped =>
  text.text.includes('**') ? without(text, BOLD, 2) : { text, markup: [] }

/** No cell has more marks to take out; the limit keeps the work bounded. */
const MOST_MARKS = 500

/**
 * Without the marks of `length` characters that the matches begin with, behind the blanks in their first
 * group, and, where there is a second group, end with.
 */
const without = (whole: SpannedText, pattern: RegExp, length: number): Stripped => {
  const matches = [...whole.text.matchAll(pattern)]
  if (matches.length === 0 || matches.length > MOST_MARKS) return { text: whole, markup: [] }
  const kept: SpannedText[] = []
  const markup: Span[] = []
  let at = 0
  const drop = (start: number): void => {
    kept.push(whole.slice(at, start))
    at = start + length
    markup.push(whole.slice(start, at).span)
  }
  for (const match of matches) {
    drop(match.index + (match[1]?.length ?? 0))
    if (match[2] !== undefined) drop(match.index + match[0].length - length)
  }
  kept.push(whole.slice(at))
  return { text: SpannedText.join(kept).trim(), markup }
}
