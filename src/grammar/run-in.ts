import { matchesIn } from '../collect.ts'
import type { Marker } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { bareHeadingEnd, headingEnd, headingsIn } from '../vocabulary/heading-words.ts'
import { endsAsValue } from '../vocabulary/qualities.ts'
import { isUpper, type NumberingLevels } from './numbering-levels.ts'
import { skipBlanks } from './quantity/characters.ts'

/**
 * Where the pieces of a line begin in which headings are run in, `数量指标:开通业务月份≥1个月;质量指标:…`: its
 * headings and what follows each. None for a line that is one piece.
 */
export const startsOfRunIn = (
  content: SpannedText,
  marker: Marker | undefined,
  levels: NumberingLevels,
): readonly number[] => {
  const { folded } = content
  const isNumberedHeading = marker === undefined || levels.numbersHeadings(marker)
  // 指标 and 目标 end with the same character, which few other lines hold.
  const named = folded.includes('标') ? headingCuts(folded, marker, isNumberedHeading) : NONE
  const cuts = named.length === 0 && isNumberedHeading ? bareHeadingCuts(folded, marker) : named
  if (cuts.length === 0) return NONE
  const starts = [...new Set([0, ...cuts])].filter((cut) => cut === 0 || cut < folded.length)
  return starts.length === 1 ? NONE : starts
}

const NONE: readonly number[] = []

/** Before and behind each heading, in order. */
const headingCuts = (
  folded: string,
  marker: Marker | undefined,
  isNumberedHeading: boolean,
): readonly number[] => {
  const cuts: number[] = []
  for (const { start, end } of headingsIn(folded)) {
    const isHeading =
      start === 0
        ? startsLine(folded, end, marker, isNumberedHeading)
        : cuts.at(-1) === start || standsInLine(folded, start, end)
    if (isHeading) cuts.push(start, behindColon(folded, end))
  }
  for (const { index, 0: word } of matchesIn(folded, UNKNOWN)) {
    const end = index + word.length
    if (isBehindValue(folded, index) && holdsOnlyHeadings(folded.slice(end).replace(/^\s*:/, ' ')))
      cuts.push(index)
  }
  return cuts.sort((a, b) => a - b)
}

/** What names itself a heading and is none that is known: 效蓋指标. */
const UNKNOWN = /(?<=[;。\s])[\u4e00-\u9fff]{2,8}(?:指标|目标)(?=\s|:|$)/g

/**
 * Before and behind headings without 指标 (社会效益 知晓率 ≥90%): the first has to be numbered as headings are or have a colon, and
 * those behind a semicolon have one as it has.
 */
const bareHeadingCuts = (folded: string, marker: Marker | undefined): readonly number[] => {
  const end = bareHeadingEnd(folded)
  const hasColon = folded[end] === ':'
  if (end === 0 || (marker === undefined && !hasColon)) return NONE
  const cuts = [behindColon(folded, end)]
  if (!hasColon) return cuts
  for (const { index, 0: mark } of matchesIn(folded, PARTING)) {
    const start = index + mark.length
    const next = bareHeadingEnd(folded.slice(start, start + LONGEST_BARE))
    if (next > 0 && folded[start + next] === ':') cuts.push(start, behindColon(folded, start + next))
  }
  return cuts
}

const PARTING = /[;。]\s?/g
const LONGEST_BARE = 24

/** Behind the colon, or the dash of 产出指标—数量指标—培训人数. */
const behindColon = (folded: string, at: number): number => {
  const next = skipBlanks(folded, at)
  return /[:-]/.test(folded[next] ?? '') ? skipBlanks(folded, next + 1) : next
}

/** Whether the heading that a line begins with is one, and not the start of an indicator's name. */
const startsLine = (
  folded: string,
  end: number,
  marker: Marker | undefined,
  isNumberedHeading: boolean,
): boolean => {
  if (!isNumberedHeading) return false
  const isSetOff = end === folded.length || /^[\s:-]/.test(folded.slice(end)) || folded[end - 1] === '】'
  return isSetOff || (marker !== undefined && isUpper(marker.style))
}

/** Whether a heading inside a line is one: set off by marks, or behind a whole value. */
const standsInLine = (folded: string, start: number, end: number): boolean => {
  if ('【['.includes(folded[start] as string)) return true
  const rest = folded.slice(end)
  const hasColon = /^\s*:/.test(rest)
  if (isBehindValue(folded, start)) return hasColon || /^(?:\s|$)/.test(rest)
  if (hasColon) return /[\s,、]$/.test(folded.slice(0, start))
  return /\s$/.test(folded.slice(0, start)) && holdsOnlyHeadings(rest)
}

const isBehindValue = (folded: string, start: number): boolean => {
  const before = folded.slice(Math.max(0, start - 16), start).trimEnd()
  return /[;。]$/.test(before) || endsAsValue(before)
}

/** Whether nothing but headings, if any, stands up to the end of the line, where a number follows. */
const holdsOnlyHeadings = (rest: string): boolean => {
  let at = skipBlanks(rest, 0)
  while (at < rest.length) {
    const end = headingEnd(rest, at)
    if (end === 0) return false
    at = skipBlanks(rest, end)
  }
  return true
}
