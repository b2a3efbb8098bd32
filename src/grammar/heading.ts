import type { SpannedText } from '../source/spanned-text.ts'
import {
  BARE_POINTS,
  type CategoryEntry,
  categoriesNamed,
  HEADING_NUMBER,
  headingInBrackets,
  isHeadingWord,
  type TwoHeadings,
  twoHeadings,
} from '../vocabulary/categories.ts'
import { stemsFrom } from '../vocabulary/heading-words.ts'
import type { OwnHeading } from '../vocabulary/own-headings.ts'
import { skipBlanks } from './quantity/characters.ts'

/** A heading's name, and what it may stand for. */
export interface Heading {
  /** Without brackets, colon and points. */
  readonly name: SpannedText
  readonly entries: readonly CategoryEntry[]
  /** `产出指标-数量指标` names the heading above, too. */
  readonly above: Heading | undefined
  /** The name says itself that it is one: 数量指标, and not 满意度. */
  readonly isWord: boolean
  /** The same, whatever blanks stand in it: 数量指标 (50分). */
  readonly isWordWithBlanks: boolean
  /** What stands around it shows it to be one; see `ownHeadings`. */
  readonly isSetOff: boolean
  /** The level of one so shown whose words no list has. */
  readonly ownLevel: 1 | 2 | undefined
}

const LONGEST = 40

/** A line that is nothing but a heading: its name and what that stands for. */
export const parseHeading = (content: SpannedText): Heading | undefined => {
  const { folded } = content
  // Most lines begin as no category does.
  if (
    folded.length > LONGEST ||
    stemsFrom(folded.charCodeAt(folded[0] === '(' ? 1 : nameStart(folded))).length === 0
  )
    return undefined
  return hasValue(folded.replace(BARE_POINTS, '').replace(HEADING_NUMBER, ''))
    ? undefined
    : readHeading(content)
}

/** Whether there is a digit or a comparator in it, outside the brackets that points stand in. */
const hasValue = (folded: string): boolean => {
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    if (code === 40 && at > 0) return false
    if ((code >= 48 && code <= 57) || code === 0x2264 || code === 0x2265) return true
  }
  return false
}

const readHeading = (content: SpannedText): Heading | undefined => {
  const name = headingName(content)
  if (isFollowedByValue(content, name)) return undefined
  // 产出 over 数量 in one cell are two, and 产出数量 is one.
  const double = name.folded.includes('\n') ? parseDouble(name) : undefined
  if (double !== undefined) return double
  const entries = categoriesNamed(name.meaning)
  return entries.length > 0 ? headingOf(name, entries, undefined) : parseDouble(name)
}

const headingOf = (
  name: SpannedText,
  entries: readonly CategoryEntry[],
  above: Heading | undefined,
): Heading => ({
  name,
  entries,
  above,
  isSetOff: false,
  ownLevel: undefined,
  isWord: isHeadingWord(name.meaning),
  isWordWithBlanks: isHeadingWord(name.folded.replace(/\s/g, '')),
})

/** A heading that its text shows to be one by its mark. */
export const ownHeading = (text: SpannedText, own: OwnHeading): Heading => {
  const wordsAt = ({ start, end }: OwnHeading['name']): SpannedText => text.slice(start, end)
  const name = wordsAt(own.name)
  const above = own.above && wordsAt(own.above)
  return {
    ...headingOf(
      name,
      categoriesNamed(name.meaning),
      above && headingOf(above, categoriesNamed(above.meaning), undefined),
    ),
    isSetOff: true,
    ownLevel: own.level,
  }
}

/** 职工满意度(90%以上): in brackets behind a name that is no heading word by itself stands a value. */
const isFollowedByValue = (content: SpannedText, name: SpannedText): boolean =>
  /\([^\n(]*(?:[%≥≤<>=]|以上|以内)/.test(content.folded.slice(name.length)) && !isHeadingWord(name.meaning)

/** The name of a heading, whether it is known or not. */
export const headingName = (content: SpannedText): SpannedText => {
  const { folded } = content
  const inside = IN_BRACKETS.test(folded) ? content.trimmed(1, folded.length - 1) : undefined
  const bare = inside ?? content.trimmed(nameStart(folded), decorationStart(folded))
  return bare.length === 0 ? content : bare
}

/** Behind the bracket and the blanks before a name. */
const nameStart = (folded: string): number => skipBlanks(folded, '【['.includes(folded[0] ?? ' ') ? 1 : 0)

/** (数量指标) under 产出指标. */
const IN_BRACKETS = /^\([^()\d]{2,14}\)$/

const MOST_POINTS = 12

/** Where the colon, the dash, the number, the points and remarks behind the name of a heading begin. */
const decorationStart = (folded: string): number => {
  const end = marksStart(folded, folded.length)
  const tail = folded.slice(Math.max(0, end - MOST_POINTS), end)
  const points = BARE_POINTS.exec(tail) ?? HEADING_NUMBER.exec(tail)
  if (points !== null) return marksStart(folded, end - points[0].length)
  if (folded[end - 1] !== ')') return end
  let open = end - 2
  while (open >= 0 && end - 2 - open < MOST_POINTS && folded[open] !== '(' && folded[open] !== ')') open -= 1
  return folded[open] === '(' ? marksStart(folded, open) : end
}

/** Where the marks and blanks before `end` begin. */
const marksStart = (folded: string, end: number): number => {
  let start = end
  while (start > 0 && MARK.test(folded[start - 1] as string)) start -= 1
  return start
}

const MARK = /[\s:;,。、】\]-]/

const parseDouble = (name: SpannedText): Heading | undefined => doubleAt(name, twoHeadings(name.folded))

/** 产出指标(数量指标), the only heading over a row: that of level 2 with the one above. */
export const parseBracketed = (content: SpannedText): Heading | undefined =>
  doubleAt(content, headingInBrackets(content.folded))

const doubleAt = (name: SpannedText, two: TwoHeadings | undefined): Heading | undefined => {
  if (two === undefined) return undefined
  const [above, below] = [name.slice(0, two.length), name.trimmed(two.start, two.end)]
  const entries = categoriesNamed(below.meaning).filter(({ level }) => level !== 1)
  return headingOf(below, entries, headingOf(above, two.above, undefined))
}
