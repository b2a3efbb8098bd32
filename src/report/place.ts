import type { Language } from '../rules/rule.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'

/** Where a span begins, for people: `10:129`, or the address in formats without lines (`Sheet1!E9`). */
export const placeName = (source: Source, span: Span, language: Language): string => {
  const address = source.address(span)
  if (address !== undefined) return address[language]
  const { line, column } = source.position(span.start)
  return `${line}:${column}`
}
