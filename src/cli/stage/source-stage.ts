import type { Language } from '../../model/finding.ts'
import { printable } from '../../report/printable.ts'
import type { Source } from '../../source/source.ts'

/** The text that every position points into: line by line, or address by address where it was made up. */
export const renderSource = (source: Source, language: Language): string => {
  const { text, addresses, lineStarts } = source
  if (addresses.length > 0) {
    return addresses
      .map(
        ({ span, name }) => `${printable(name[language])} │ ${printable(text.slice(span.start, span.end))}\n`,
      )
      .join('')
  }
  const digits = String(lineStarts.length).length
  return lineStarts
    .map((start, i) => {
      const line = text.slice(start, lineStarts[i + 1] ?? text.length).replace(/\r?\n$|\r$/, '')
      return `${String(i + 1).padStart(digits)} │ ${printable(line)}\n`
    })
    .join('')
}
