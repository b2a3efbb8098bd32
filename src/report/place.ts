import type { Language, OtherPlace } from '../model/finding.ts'
import type { Place } from '../model/record.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/** Where a place begins, for people: `10:129`, or the address in formats without lines (`Sheet1!E9`). */
export const placeName = ({ address, from }: Pick<Place, 'address' | 'from'>, language: Language): string =>
  address === undefined ? `${from.line}:${from.column}` : address[language]

/** The same of a span of a text that is at hand. */
export const spanName = (source: Source, span: Span, language: Language): string => {
  const address = source.address(span)
  return placeName(
    { from: source.position(span.start), ...(address === undefined ? {} : { address }) },
    language,
  )
}

/** A place in another file, for people: `2021/a.txt:10:129`, `b.xlsx:Sheet1!E9`. Not safe to print. */
export const nameOfOther = ({ file, start, address }: OtherPlace, language: Language): string =>
  `${file}:${address?.[language] ?? `${start.line}:${start.column}`}`
