import type { Quote } from '../model/record.ts'
import { printable } from './printable.ts'
import type { AmbiguousWidth } from './report.ts'
import { textWidth } from './text-width.ts'

/** A place with as much around it as fits on one line, safe to print. */
interface Fragment {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** A quote cut to `width` columns around what is marked. Of a place over several lines the first line is shown. */
export const fitQuote = (quote: Quote, width: number, ambiguousWidth: AmbiguousWidth): Fragment => {
  const measure = (part: string): number => textWidth(part, ambiguousWidth)
  const firstLine = quote.marked.slice(0, 4 * width)
  const goesOn = quote.goesOn || firstLine.length < quote.marked.length
  const before = showTabs(quote.before).trimStart()
  const marked = showTabs(firstLine)
  const after = goesOn ? '' : showTabs(quote.after).trimEnd()

  const ellipsis = measure('…')
  if (measure(marked) > width - ellipsis * (Number(before !== '') + Number(goesOn))) {
    const lead = before === '' ? '' : '…'
    const room = width - measure(lead) - ellipsis
    return { before: lead, marked: `${keepStart(marked, room, measure)}…`, after: '' }
  }
  const room = width - measure(marked) - (goesOn ? ellipsis : 0)
  const forAfter = Math.min(measure(after), Math.max(Math.floor(room / 2), room - measure(before)))
  return {
    before: cutStart(before, room - forAfter, measure),
    marked,
    after: goesOn ? '…' : cutEnd(after, forAfter, measure),
  }
}

/** The line with the carets: as many as the marked text has columns, one where it has none. */
export const caretLine = ({ before, marked }: Fragment, ambiguousWidth: AmbiguousWidth): string =>
  ' '.repeat(textWidth(before, ambiguousWidth)) + '^'.repeat(Math.max(1, textWidth(marked, ambiguousWidth)))

const showTabs = (text: string): string => printable(text.replaceAll('\t', ' ⇥ '))

type Measure = (text: string) => number

/**
 * Where a text may be cut without looking torn: behind punctuation, else behind a blank, which in
 * Chinese may as well stand inside a word (`服务管理工 作`).
 */
const PAUSES = [/[，。；、：！？,;:!?]/, / /]

/** How many columns may be given up to cut at a pause. */
const SLACK = 16

const cutStart = (text: string, width: number, measure: Measure): string => {
  if (measure(text) <= width) return text
  if (width < measure('…')) return ''
  const kept = keepEnd(text, width - measure('…'), measure)
  for (const pause of PAUSES) {
    const at = kept.search(pause)
    if (at >= 0 && measure(kept.slice(0, at)) < SLACK) return `…${kept.slice(at + 1).trimStart()}`
  }
  return `…${kept}`
}

const cutEnd = (text: string, width: number, measure: Measure): string => {
  if (measure(text) <= width) return text
  if (width < measure('…')) return ''
  const kept = keepStart(text, width - measure('…'), measure)
  for (const pause of PAUSES) {
    const end = [...kept.matchAll(new RegExp(pause, 'g'))].at(-1)
    if (end === undefined) continue
    const short = kept.slice(0, end.index + 1)
    if (measure(kept) - measure(short) < SLACK) return `${short.trimEnd()}…`
  }
  return `${kept}…`
}

const keepStart = (text: string, width: number, measure: Measure): string => {
  let kept = ''
  let used = 0
  for (const character of text) {
    used += measure(character)
    if (used > width) break
    kept += character
  }
  return kept
}

const keepEnd = (text: string, width: number, measure: Measure): string => {
  const characters = [...text]
  let used = 0
  let from = characters.length
  while (from > 0) {
    used += measure(characters[from - 1] as string)
    if (used > width) break
    from -= 1
  }
  return characters.slice(from).join('')
}
