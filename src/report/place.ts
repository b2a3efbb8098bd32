import type { Language } from '../rules/rule.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { OtherPlace } from './report.ts'

/** Where a span begins, for people: `10:129`, or the address in formats without lines (`Sheet1!E9`). */
export const placeName = (source: Source, span: Span, language: Language): string => {
  const address = source.address(span)
  if (address !== undefined) return address[language]
  const { line, column } = source.position(span.start)
  return `${line}:${column}`
}

/** A place in another file, for people: `2021/a.txt:10:129`, `b.xlsx:Sheet1!E9`. Not safe to print. */
export const nameOfOther = ({ file, start, address }: OtherPlace, language: Language): string =>
  `${file}:${address?.[language] ?? `${start.line}:${start.column}`}`
