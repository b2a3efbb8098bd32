import type { SpannedText } from '../source/spanned-text.ts'
import { type CategoryEntry, categoriesNamed, isHeadingWord } from '../vocabulary/categories.ts'

/** A heading's name, and what it may stand for. */
export interface Heading {
  /** Without brackets, colon and points. */
  readonly name: SpannedText
  readonly entries: readonly CategoryEntry[]
  /** `产出指标-数量指标` names the heading above, too. */
  readonly above: Heading | undefined
}

/** A colon, a dash, points and remarks behind the name of a heading. */
const DECORATION = /[\s:;,。、】\]-]*(?:\([^()]{0,12}\))?[\s:;,。、】\]-]*$/
const LONGEST = 40

/** A line that is nothing but a heading: its name and what that stands for. */
export const parseHeading = (content: SpannedText): Heading | undefined => {
  if (content.length === 0 || content.length > LONGEST || hasValue(content.folded)) return undefined
  const name = headingName(content)
  if (isFollowedByValue(content, name)) return undefined
  const entries = categoriesNamed(name.meaning)
  if (entries.length > 0) return { name, entries, above: undefined }
  return parseDouble(name)
}

/** 职工满意度(90%以上): in brackets behind a name that is no heading word by itself stands a value. */
const isFollowedByValue = (content: SpannedText, name: SpannedText): boolean =>
  /\(.*(?:[%≥≤<>=]|以上|以内)/.test(content.folded.slice(name.length)) && !isHeadingWord(name.meaning)

/** Whether there is a digit or a comparator in it, outside the brackets that points stand in. */
const hasValue = (folded: string): boolean => {
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    if (code === 40) return false
    if ((code >= 48 && code <= 57) || code === 0x2264 || code === 0x2265) return true
  }
  return false
}

/** The name of a heading, whether it is known or not. */
export const headingName = (content: SpannedText): SpannedText => {
  const { folded } = content
  const bare = content.slice(/^[【[\s]/.test(folded) ? 1 : 0, folded.search(DECORATION))
  return bare.isBlank ? content : bare.trim()
}

const FIRST_OF_TWO = /^(.{2,12}?(?:指标|目标))\s?[-/·>|]?\s?(?=.)/

const parseDouble = (name: SpannedText): Heading | undefined => {
  const first = FIRST_OF_TWO.exec(name.folded)
  if (first === null) return undefined
  const above = name.slice(0, (first[1] as string).length)
  const below = name.slice(first[0].length)
  const entriesAbove = categoriesNamed(above.meaning).filter(({ level }) => level !== 2)
  const entries = categoriesNamed(below.meaning).filter(({ level }) => level !== 1)
  if (entriesAbove.length === 0 || entries.length === 0) return undefined
  return { name: below, entries, above: { name: above, entries: entriesAbove, above: undefined } }
}
