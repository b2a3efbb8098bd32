import { byCharacter } from './by-character.ts'
import { STEMS, twoHeadings } from './categories.ts'

/**
 * Finds known headings in running text, by tables: a pattern of all stems takes longer to compile
 * than a whole filing takes to read.
 */

/** The stems that begin with a character, longest first. */
export const stemsFrom = byCharacter(
  () => STEMS,
  ({ stem }) => stem,
)

/**
 * Where the heading ends that begins at `at` of a folded text, or 0: a name that ends in 指标 or 目标,
 * or two of them joined (产出指标-数量指标), in 【】 or without. A line end may have left a blank between
 * two characters.
 */
export const headingEnd = (folded: string, at: number): number => {
  const opening = folded.charCodeAt(at)
  const open = opening === 0x3010 || opening === 91 ? at + 1 : at
  const first = nameEnd(folded, open)
  if (first === 0) return 0
  const joined = skipBlank(folded, first)
  const hasMark = isOneOf(folded, joined, JOINING)
  // 质量指标 时效指标 are two headings, one of them empty; glued or with a mark they are one line's.
  const second =
    hasMark || joined === first ? nameEnd(folded, skipBlank(folded, hasMark ? joined + 1 : joined)) : 0
  const end = second === 0 ? first : second
  return isOneOf(folded, end, '】]') ? end + 1 : end
}

/** Every heading in a folded text, in order and not overlapping. */
export function* headingsIn(folded: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let at = 0; at < folded.length; at += 1) {
    const end = headingEnd(folded, at)
    if (end === 0) continue
    yield { start: at, end }
    at = end - 1
  }
}

/**
 * Where a heading without 指标 ends that the text begins with and a blank or colon sets off, or 0; 产出-数量: is two, which a
 * colon has to end.
 */
export const bareHeadingEnd = (folded: string): number => {
  for (const end of bareEnds(folded, 0)) {
    if (isOneOf(folded, end, ' \t\n\r:')) return end
    if (!isOneOf(folded, end, JOINING)) continue
    const colon = folded.slice(0, end + LONGEST_SECOND).indexOf(':', end)
    if (colon > 0 && twoHeadings(folded.slice(0, colon)) !== undefined) return colon
  }
  return 0
}

const LONGEST_SECOND = 12

/**
 * Where the name begins behind the headings that its cell prints in front: 数量指标:培训人数, 产出·数量·培训人数; 0 where there are none.
 * What doesn't say itself that it is a heading needs a colon, or another one beside it.
 */
export const nameStart = (folded: string): number => {
  let start = 0
  let isSetOff = false
  for (let count = 1; count <= MOST_JOINED; count += 1) {
    const word = nameEnd(folded, start)
    const end = [word, ...bareEnds(folded, start)].find((at) => at > 0 && isOneOf(folded, at, `${JOINING}:`))
    if (end === undefined) break
    isSetOff ||= count > 1 || word === end || folded[end] === ':'
    start = skipBlank(folded, end + 1)
  }
  return isSetOff && start < folded.length ? start : 0
}

const MOST_JOINED = 2

/** Marks between two headings of one line. */
const JOINING = '-/·>|'

/** Where the words end, longest first, that stand at a place and may head indicators without 指标. */
const bareEnds = (folded: string, at: number): readonly number[] =>
  stemsFrom(folded.charCodeAt(at)).flatMap(({ stem, standsAlone }) => {
    const end = standsAlone ? wordEnd(folded, at, stem) : 0
    return end > 0 ? [end] : []
  })

const nameEnd = (folded: string, at: number): number => {
  for (const { stem } of stemsFrom(folded.charCodeAt(at))) {
    const stemEnd = wordEnd(folded, at, stem)
    if (stemEnd === 0) continue
    const kind = skipBlank(folded, stemEnd)
    const from = isOneOf(folded, kind, '类性') ? kind + 1 : stemEnd
    const end =
      wordEnd(folded, skipBlank(folded, from), '指标') || wordEnd(folded, skipBlank(folded, from), '目标')
    if (end > 0) return pointsEnd(folded, end)
  }
  return 0
}

/**
 * 总体日标, 项日名称: a folded text in which 目 of labels was recognized as 日, with 目; of the same length, and the same text where
 * there are none. 工作日标准 and 各项日常支出 are words of their own.
 */
export const withLabelsRepaired = (folded: string): string =>
  MISREAD.test(folded) ? folded.replace(MISREAD_LABELS, '目') : folded

const MISREAD = /日标|项日/
const MISREAD_LABELS =
  /日(?=标(?![准识志题兵注价签]))|(?<=项)日(?=名称|支出|实施|单位|资金|类[别型]|概况|属性|负责|总|绩效)/g

/** Where `word` ends that stands at `at`, single blanks inside allowed, or 0. */
export const wordEnd = (folded: string, at: number, word: string): number => {
  let end = at
  for (let i = 0; i < word.length; i += 1) {
    if (i > 0) end = skipBlank(folded, end)
    if (folded.charCodeAt(end) !== word.charCodeAt(i)) return 0
    end += 1
  }
  return end
}

const LONGEST_POINTS = 12
/** 数量指标15分派车次数, 产出指标25数量指标. */
const BARE_POINTS = /\d{1,3}(?:\.\d)?(?:分(?!钟)|(?=[\u4e00-\u9fff]{2,7}指标))/y

/** 产出指标 50 数量指标: between two headings. */
const POINTS_APART = /\d{1,3}(?:\.\d)?(?=\s[\u4e00-\u9fff]{2,7}指标)/y

/** Behind the points of a heading, in brackets or right behind it, if there are any. */
export const pointsEnd = (folded: string, at: number): number => {
  BARE_POINTS.lastIndex = at
  if (BARE_POINTS.test(folded)) return BARE_POINTS.lastIndex
  const open = skipBlank(folded, at)
  POINTS_APART.lastIndex = open
  if (open > at && POINTS_APART.test(folded)) return POINTS_APART.lastIndex
  if (folded[open] !== '(') return at
  for (let end = open + 1; end <= open + 1 + LONGEST_POINTS; end += 1) {
    if (folded[end] === ')') return isNumber(folded, at, open, end) ? at : behindUnit(folded, open, end + 1)
    if (folded[end] === '(' || end >= folded.length) return at
  }
  return at
}

/** Behind 分 that stands behind the brackets: (0-20)分. */
const behindUnit = (folded: string, open: number, at: number): number =>
  folded[at] === '分' && /^[\d.~-]+$/.test(folded.slice(open + 1, at - 1)) ? at + 1 : at

/** (一) and, in a line of its own, (1) in front of words: the number of the next heading. */
const isNumber = (folded: string, from: number, open: number, close: number): boolean => {
  const inside = folded.slice(open + 1, close)
  const isCount =
    /^[一二三四五六七八九十]{1,2}$/.test(inside) || (/^\d{1,2}$/.test(inside) && folded[from] === '\n')
  return isCount && /[\u4e00-\u9fff]/.test(folded[close + 1] ?? '')
}

/** The place behind a blank, where one stands at `at`. */
export const skipBlank = (folded: string, at: number): number => {
  const code = folded.charCodeAt(at)
  return code === 32 || code === 9 || code === 10 || code === 13 ? at + 1 : at
}

const isOneOf = (folded: string, at: number, characters: string): boolean =>
  at < folded.length && characters.includes(folded[at] as string)
