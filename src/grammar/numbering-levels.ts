import type { Marker, MarkerStyle } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { bareHeadingEnd, headingEnd } from '../vocabulary/heading-words.ts'
import { endsAsValue } from '../vocabulary/qualities.ts'
import { type Heading, parseHeading } from './heading.ts'

/** What the numbers of an outline say about the lines they stand before. */
export interface NumberingLevels {
  /** The level of the headings that are numbered like this, or `undefined` if none are known. */
  levelOf(marker: Marker | undefined): 1 | 2 | undefined
  /** Whether known headings are numbered like this. */
  numbersHeadings(marker: Marker): boolean
  /** Whether items with a value are numbered like this. */
  numbersItems(marker: Marker): boolean
  /** Whether headings of level 1 have a number of their own kind. */
  readonly hasNumberedLevelOne: boolean
}

/** A line of an outline before it is known what it is. */
export interface NumberedLine {
  readonly marker: Marker | undefined
  readonly content: SpannedText
  /** Where the line is nothing but a known heading. */
  readonly heading: Heading | undefined
}

/** Learns from the known headings at the start of lines at which level each way of numbering is used. */
export const learnLevels = (lines: readonly NumberedLine[]): NumberingLevels => {
  const levels = new Map<string, 1 | 2>()
  const headings = new Set<string>()
  const items = new Set<string>()
  for (const line of lines) {
    const { marker, content } = line
    if (marker === undefined) continue
    const key = numberingOf(marker)
    const heading = leadingHeading(line, marker.style)
    if (heading === undefined) {
      // Once is enough.
      if (
        !items.has(key) &&
        endsAsValue(content.folded.slice(-18).replace(/(?<![;。,、.\s])[;。,、.\s]+$/, ''))
      )
        items.add(key)
      continue
    }
    headings.add(key)
    const [entry] = heading.entries
    if (!levels.has(key) && entry !== undefined && entry.level !== 'either') levels.set(key, entry.level)
  }
  const hasNumberedLevelOne = [...levels.values()].includes(1)
  return {
    levelOf: (marker) => (marker === undefined ? undefined : levels.get(numberingOf(marker))),
    numbersHeadings: (marker) => headings.has(numberingOf(marker)),
    numbersItems: (marker) => items.has(numberingOf(marker)),
    hasNumberedLevelOne,
  }
}

/** Whether two lines are numbered alike, or neither is. */
export const areNumberedAlike = (a: Marker | undefined, b: Marker | undefined): boolean =>
  a === undefined || b === undefined ? a === b : numberingOf(a) === numberingOf(b)

/** 1.1 and 1.1.1 number different levels. */
const numberingOf = ({ style, text: { text } }: Marker): string => {
  if (style !== 'dotted') return style
  const dot = text.indexOf('.')
  return dot < 0 ? 'dotted in full width' : dot === text.lastIndexOf('.') ? 'dotted once' : 'dotted twice'
}

/** The heading at the start of a line, alone or with something behind it. */
const leadingHeading = ({ content, heading }: NumberedLine, style: MarkerStyle): Heading | undefined => {
  if (heading !== undefined) return isUpper(style) || heading.isWord ? heading : undefined
  const { folded } = content
  const whole = headingEnd(folded, 0)
  const bare = whole === 0 ? bareHeadingEnd(folded) : 0
  const end = folded[bare] === ':' ? bare : whole
  if (end === 0 || !(isUpper(style) || /^[\s:]/.test(folded.slice(end)))) return undefined
  return parseHeading(content.slice(0, end))
}

/** Whether numbers of this style hardly ever stand before an indicator. */
export const isUpper = (style: MarkerStyle): boolean => style === 'chinese' || style === 'bracketed-chinese'
