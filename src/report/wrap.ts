import LineBreaker from 'linebreak'
import type { AmbiguousWidth } from './report.ts'
import { textWidth } from './text-width.ts'

/**
 * `text` in lines of at most `width` columns, broken where Unicode (UAX 14) allows: no `，` or `。`
 * begins a line and `≥95%` stays whole. What is too long for a line is cut. At least one line.
 */
export const wrapText = (text: string, width: number, ambiguousWidth: AmbiguousWidth): string[] => {
  if (textWidth(text, ambiguousWidth) <= width && !text.includes('\n')) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  const close = (): void => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  const breaker = new LineBreaker(text)
  let from = 0
  for (let stop = breaker.nextBreak(); stop !== null; stop = breaker.nextBreak()) {
    const piece = text.slice(from, stop.position).replace(/(?<![\r\n])[\r\n]+$/, '')
    from = stop.position
    // Blanks at its end may hang over: they vanish with the break.
    const needed = textWidth(piece.trimEnd(), ambiguousWidth)
    if (used > 0 && used + needed > width) close()
    for (const part of needed > width ? cut(piece, width, ambiguousWidth) : [piece]) {
      if (used > 0 && needed > width) close()
      line += part
      used += textWidth(part, ambiguousWidth)
    }
    if (stop.required && stop.position < text.length) close()
  }
  close()
  return lines
}

/** Pieces of at most `width` columns. */
const cut = (text: string, width: number, ambiguousWidth: AmbiguousWidth): string[] => {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of text) {
    const columns = textWidth(character, ambiguousWidth)
    if (piece !== '' && used + columns > width) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += columns
  }
  return [...pieces, piece]
}
