import type { Block } from '../../read/grid.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { isCutDate } from '../../vocabulary/dates.ts'
import { bareHeadingEnd, headingEnd } from '../../vocabulary/heading-words.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'

/** A line of running text; `undefined` stands for blank lines between paragraphs. */
export type Line = SpannedText | undefined

/** The lines of blocks without tables: paragraphs, lines of a page, rows that a stray tab makes of lines. */
export const linesOf = (blocks: readonly Block[]): readonly Line[] =>
  blocks.flatMap((block): readonly Line[] => {
    if (block.kind === 'gap') return [undefined]
    if (block.kind === 'text') return paragraphsOf(block.cell.text)
    const filled = block.cells.map(({ text }) => text).filter((text) => !text.isBlank)
    return filled.length === 0 ? [undefined] : paragraphsOf(SpannedText.join(filled, '\t'))
  })

/** The lines of a text, without blank ones. */
export const paragraphsOf = (text: SpannedText): readonly SpannedText[] => {
  if (!text.text.includes('\n')) return text.isBlank ? [] : [text.trim()]
  const lines: SpannedText[] = []
  let start = 0
  for (let end = text.text.indexOf('\n'); start <= text.length; end = text.text.indexOf('\n', start)) {
    const line = text.slice(start, end < 0 ? text.length : end).trim()
    if (!line.isBlank) lines.push(line)
    if (end < 0) break
    start = end + 1
  }
  return lines
}

const CHINESE = '[一二三四五六七八九十]{1,3}'
/** A bullet, a number of a list (1. or 2.1.3), or both, in front of a label or a name. */
const MARK = new RegExp(
  `^(?:[●○■□◆◇▲△※•·★☆*#>-]{1,6}\\s*)?(?:第?${CHINESE}\\s*[、.,]|第${CHINESE}部分[\\s:、]*|[(]\\s*(?:${CHINESE}|\\d{1,2}|\\*{1,2})\\s*[)]\\s*[、.]?|\\d{1,2}\\s*[.、)](?!\\d)|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?(?=\\s)|\\d{1,2}(?:\\.\\d{1,2}){2,3}|(?<=\\*)\\.\\s*|[①-⑳㈠-㈩⑴-⒇⒈-⒛]\\s*[、.]?)?\\s*`,
)

/** Whether there is a character and it is a digit. */
export const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9'

/** The length of the bullet or the number that a line begins with; 0 where it has none. */
export const markLength = (folded: string): number => MARK.exec(folded.slice(0, 24))?.[0].length ?? 0

/** How a line is numbered, as far as it tells lists apart: `1.` and `2.` are of one kind. */
export const markStyle = (folded: string): string => {
  const mark = folded.slice(0, markLength(folded)).replace(/\s/g, '')
  return mark
    .replace(/[一二三四五六七八九十]+/, '一')
    .replace(/\d+/g, '1')
    .replace(/[①-⑳]/, '①')
}

/** Whether a line is, or begins with, a known heading of indicators: `数量指标:`, `一、产出指标`, `【产出指标】`. */
export const beginsOutline = (folded: string): boolean => {
  const start = markLength(folded)
  const end = headingEnd(folded, start)
  // ●产出数量:整治村庄15个
  if (end === 0) return start > 0 && isBareHeading(folded.slice(start, start + 14))
  if (folded[end - 1] === '】' || folded[end - 1] === ']') return true
  const rest = folded.slice(end, end + 24)
  return rest.trim() === '' || /^\s*(?:[:。]|[—–-]{1,2}\s*$)/.test(rest) || /^[\s\d(]/.test(rest) || start > 0
}

const isBareHeading = (folded: string): boolean => {
  const end = bareHeadingEnd(folded)
  return end > 3 && folded[end] === ':'
}

/** Whether a line is a known heading of indicators and nothing else: `二、效益指标`. */
export const isOutlineHeading = (folded: string): boolean => {
  const end = headingEnd(folded, markLength(folded))
  return end > 0 && /^[\s:。—–-]*$/.test(folded.slice(end))
}

/** The lines of a text, those together whose end divides a heading of indicators: …;质 over 量指标:. */
export const withWholeHeadings = (lines: readonly Line[]): readonly Line[] => {
  const whole: (SpannedText[] | undefined)[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const before = last?.at(-1)?.folded
    if (last !== undefined && line !== undefined && cutsHeading(before ?? '', line.folded)) last.push(line)
    else whole.push(line === undefined ? undefined : [line])
  }
  return whole.map((parts) => (parts === undefined ? undefined : SpannedText.join(parts)))
}

const cutsHeading = (before: string, behind: string): boolean => {
  const tail = before.slice(-LONGEST_CUT_HEADING)
  const start = tail.search(/(?<=[;。,:、中])[\u4e00-\u9fff]{1,8}$/)
  const end = start < 0 ? 0 : headingEnd(tail + behind.slice(0, LONGEST_CUT_HEADING), start)
  return end > tail.length && headingEnd(tail, start) === 0
}

const LONGEST_CUT_HEADING = 12

/** The lines of a text, those together that the width of a page divides. */
export const wholeLines = (lines: readonly Line[]): readonly SpannedText[] => {
  const longest = lines.reduce((most, line) => Math.max(most, line?.length ?? 0), 0)
  const full = fullLength(longest)
  const whole: SpannedText[] = []
  let open: SpannedText[] = []
  const close = (): void => {
    if (open.length > 0) whole.push(SpannedText.join(open))
    open = []
  }
  for (const line of lines) {
    const last = open.at(-1)
    const goesOn =
      last !== undefined &&
      last.length >= full &&
      !/[。;:!]$/.test(last.folded) &&
      line !== undefined &&
      markLength(line.folded) === 0
    if (!goesOn) close()
    if (line !== undefined) open.push(line)
  }
  close()
  return whole
}

/**
 * The lines of indicators, those together that only the page divides: where what stands under each heading ends with a stop, a
 * line goes on that ends in the middle of words or of a number.
 */
export const itemLines = (lines: readonly SpannedText[]): readonly SpannedText[] => {
  const groups: SpannedText[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last === undefined || markLength(line.folded) > 0 || beginsOutline(line.folded)) groups.push([line])
    else last.push(line)
  }
  const listed = groups.filter(([first]) => first !== undefined && !isOutlineHeading(first.folded))
  const areStopped = listed.every((group) => STOPPED.test(group.at(-1)?.folded ?? ''))
  if (!areStopped || listed.every((group) => group.length === 1)) return lines
  return groups.flatMap((group) => (listed.includes(group) ? joinedWhereCut(group) : group))
}

const joinedWhereCut = (lines: readonly SpannedText[]): readonly SpannedText[] => {
  const open = lines.slice(0, -1).filter(({ folded }) => !STOPPED.test(folded)).length
  const cut = lines.filter(
    (line, i) => i > 0 && isCut((lines[i - 1] as SpannedText).folded, line.folded),
  ).length
  // Where the page divides nearly all lines, it divides those that end with a value as well.
  const areAllCut = cut >= 3 && cut * 4 >= open * 3
  const whole: SpannedText[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const goesOn =
      last !== undefined && (isCut(last.folded, line.folded) || (areAllCut && !STOPPED.test(last.folded)))
    if (!goesOn) whole.push(line)
    else whole[whole.length - 1] = SpannedText.join([last, line])
  }
  return whole
}

/** Whether a line end divides words, a date, or a number: 收购烟叶≥8 in front of 65万公斤. */
export const isCut = (before: string, behind: string): boolean =>
  !STOPPED.test(before) &&
  ((isDigit(before.at(-1)) && isDigit(behind[0])) ||
    isCutDate(before, behind) ||
    !endsAsValue(before.slice(-LONGEST_VALUE)))

const STOPPED = /[。;:]$/
const LONGEST_VALUE = 24

/** How long a line is at least that the width of a page divides, where the longest is so long. */
export const fullLength = (longest: number): number => Math.max(SHORTEST_FULL_LINE, longest * 0.85)

/** Wherever it is printed, a page breaks lines that are at least so long. */
const SHORTEST_FULL_LINE = 30
