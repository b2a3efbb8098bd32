import { mapped } from '../collect.ts'
import type { Marker } from '../model/disclosure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headingEnd } from '../vocabulary/heading-words.ts'
import { type Heading, parseHeading } from './heading.ts'
import { splitItems } from './items.ts'
import { type FoundMarker, findMarkers } from './marker.ts'
import { learnLevels, type NumberingLevels } from './numbering-levels.ts'
import { startsOfRunIn } from './run-in.ts'
import { type NameAndTarget, splitTarget } from './split-target.ts'

/** One item of the outline: a marker with its text, or text alone. */
export class OutlineLine {
  readonly marker: Marker | undefined
  readonly all: SpannedText
  /** Without the marker. */
  readonly content: SpannedText
  /** Whether it stands under a cost heading, where `250万` is money. */
  isCost = false
  /** Whether its outline prints values in brackets behind the names: 机柜数量(≥77台), 绿色节能(正面支撑). */
  hasBrackets = false
  #split: NameAndTarget | undefined
  #heading: Heading | undefined | 'unread'

  constructor(
    marker: Marker | undefined,
    all: SpannedText,
    content: SpannedText,
    heading: Heading | undefined | 'unread' = 'unread',
  ) {
    this.#heading = heading
    this.marker = marker
    this.all = all
    this.content = content
  }

  /** Read as an indicator; only once, since several questions depend on it. */
  get split(): NameAndTarget {
    this.#split ??= this.#divide()
    return this.#split
  }

  #divide(): NameAndTarget {
    const split = splitTarget(this.content, { isCost: this.isCost })
    const inside = this.hasBrackets && split.value.isBlank ? BRACKETED.exec(this.content.folded) : null
    if (inside === null) return split
    const { content } = this
    const start = inside.index + 1
    return {
      ...split,
      name: content.trimmed(0, inside.index),
      value: content.trimmed(start, start + (inside[1] as string).length),
      quantity: undefined,
    }
  }

  /** What it names, if it is nothing but a known heading. */
  get heading(): Heading | undefined {
    if (this.#heading === 'unread') this.#heading = parseHeading(this.content)
    return this.#heading
  }

  get hasTarget(): boolean {
    return !this.split.value.isBlank
  }

  /** With a following line that belongs to it. */
  with(next: SpannedText): OutlineLine {
    const joined = (before: SpannedText): SpannedText => SpannedText.join([before, next], '\n')
    const line = new OutlineLine(this.marker, joined(this.all), joined(this.content))
    line.isCost = this.isCost
    line.hasBrackets = this.hasBrackets
    return line
  }
}

const BRACKETED = /\(([^()\n]{1,16})\)$/
const VALUE_IN_BRACKETS = /\([^()\n]{0,12}\d[^()\n]{0,12}\)$/

/** Whether most items of an outline end in brackets, some of them around plain values. */
export const printsBrackets = (lines: readonly OutlineLine[]): boolean => {
  const items = lines.filter(({ content, heading }) => content.length > 0 && heading === undefined)
  const inBrackets = items.filter(({ content }) => BRACKETED.test(content.folded))
  const values = inBrackets.filter(({ content }) => VALUE_IN_BRACKETS.test(content.folded))
  return values.length > 1 && inBrackets.length * 5 >= items.length * 4
}

/** The lines of an outline and what their numbers tell. */
export interface OutlineLines {
  readonly lines: readonly OutlineLine[]
  readonly levels: NumberingLevels
}

/** A line from its marker, or the start of its paragraph, to the next. */
interface Cut {
  readonly at: number
  readonly marker: Marker | undefined
  readonly contentAt: number
}

/**
 * Cuts the text at its markers and paragraph ends, then behind and before headings that are run in,
 * and between indicators that share a line.
 */
export const splitLines = (text: SpannedText): OutlineLines => {
  const cuts = cutsOf(text)
  const drafts = mapped(cuts, ({ at, marker, contentAt }, i) => {
    const content = text.trimmed(contentAt, cuts[i + 1]?.at)
    return { at, marker, content, heading: parseHeading(content) }
  })
  const levels = learnLevels(drafts)
  const lines: OutlineLine[] = []
  for (const { at, marker, content, heading } of drafts) {
    const items = heading === undefined ? itemsOf(content, marker, levels) : [content]
    let isFirst = true
    for (const item of items) {
      const all = isFirst ? text.trimmed(at, item.offsetIn(text) + item.length) : item
      const known = item === content ? heading : 'unread'
      if (all.text !== '') lines.push(new OutlineLine(isFirst ? marker : undefined, all, item, known))
      isFirst = false
    }
  }
  return { lines, levels }
}

/** What shares a line: headings that are run in, and the indicators between them. */
const itemsOf = (
  content: SpannedText,
  marker: Marker | undefined,
  levels: NumberingLevels,
): readonly SpannedText[] => {
  const starts = startsOfRunIn(content, marker, levels)
  return starts.length === 0
    ? splitItems(content)
    : starts.flatMap((start, i) => splitItems(content.trimmed(start, starts[i + 1])))
}

const cutsOf = (text: SpannedText): readonly Cut[] => {
  const { folded } = text
  const cuts: Cut[] = []
  let lineStart = 0
  const cutLinesUpTo = (end: number): void => {
    while (lineStart >= 0 && lineStart < end) {
      cuts.push({ at: lineStart, marker: undefined, contentAt: lineStart })
      lineStart = folded.indexOf('\n', lineStart) + 1 || Number.POSITIVE_INFINITY
    }
  }
  for (const marker of findMarkers(text)) {
    cutLinesUpTo(marker.start)
    // Its place in this text means nothing outside of it.
    const { text: printed, style, ordinal } = marker
    // The marker takes blanks after it, so that it may end in the next paragraph.
    const contentAt = endsLine(folded, marker) ? folded.indexOf('\n', marker.start) : marker.end
    cuts.push({ at: marker.start, marker: { text: printed, style, ordinal }, contentAt })
    lineStart = folded.indexOf('\n', contentAt) + 1 || Number.POSITIVE_INFINITY
  }
  cutLinesUpTo(folded.length)
  return cuts
}

/** 指标2: with nothing behind it but the heading in the next line. */
const endsLine = (folded: string, { style, start, end }: FoundMarker): boolean =>
  style === 'indicator' && folded.slice(start, end).includes('\n') && headingEnd(folded, end) > 0
