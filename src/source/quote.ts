import type { Span } from './span.ts'

/** How far a quote reaches at most, in each direction and of the marked text: lines can be a megabyte long. */
const REACH = 400

/** What a quote doesn't cross: line ends, cell ends, tags. */
const BORDER = /[\t\r\n]|<\/?[a-zA-Z][^<>\t\r\n]{0,200}>/

/** The sentence, line or cell that `span` stands in. Of a span over several lines the first line is marked. */
export const quoteAt = (
  text: string,
  { start, end }: Span,
): { before: string; marked: string; after: string; goesOn: boolean } => {
  const whole = text.slice(start, Math.min(end, start + REACH))
  const marked = /^[\r\n]*[^\r\n]*/.exec(whole)?.[0] ?? ''
  const goesOn = start + marked.length < end
  return { before: textBefore(text, start), marked, after: goesOn ? '' : textAfter(text, end), goesOn }
}

const textBefore = (text: string, offset: number): string =>
  text
    .slice(Math.max(0, offset - REACH), offset)
    .split(BORDER)
    .at(-1) ?? ''

const textAfter = (text: string, offset: number): string => {
  const near = text.slice(offset, offset + REACH)
  const first = near.search(BORDER)
  return first < 0 ? near : near.slice(0, first)
}
