import type { ColumnRole } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { dividePieces, firstLabel } from './narrative-labels.ts'
import { beginsOutline, isAside, type Line, markLength, markStyle } from './narrative-lines.ts'

/** A line that begins a project: `(一)路灯维护项目`, `项目一:路灯维护`. */
export interface Head {
  /** The number and its punctuation; blank where there is none. */
  readonly mark: SpannedText
  readonly name: SpannedText
  /** What follows the name: `(100万元)`, the first sentence. */
  readonly rest: SpannedText
}

/** A line with the role of the label it begins with. */
interface RoledLine {
  readonly line: SpannedText
  readonly at: number
  readonly role: ColumnRole | undefined
}

/** Which lines begin projects, by their index. */
export const findHeads = (lines: readonly Line[]): ReadonlyMap<number, Head> => {
  const roled = lines.flatMap((line, at) =>
    line === undefined ? [] : [{ line, at, role: firstLabel(line)?.role }],
  )
  return roled.some(({ role }) => role === 'name') ? headsOverNames(roled) : headsOfOneStyle(roled)
}

/** Where a label names each project, a heading right over it only sets it off. */
const headsOverNames = (lines: readonly RoledLine[]): ReadonlyMap<number, Head> => {
  const heads = new Map<number, Head>()
  for (const [i, { line, at, role }] of lines.entries()) {
    if (role !== undefined || lines[i + 1]?.role !== 'name' || hasValue(line.folded)) continue
    const head = headIn(line)
    if (head !== undefined && !head.mark.isBlank) heads.set(at, head)
  }
  return heads
}

/** Numbered lines with fields under them, all numbered and followed as the first one is. */
const headsOfOneStyle = (lines: readonly RoledLine[]): ReadonlyMap<number, Head> => {
  const heads = new Map<number, Head>()
  let first: { style: string; next: ColumnRole | undefined } | undefined
  let isInText = false
  for (const [i, { line, at, role }] of lines.entries()) {
    if (role !== undefined) {
      isInText = role === 'goal' || role === 'indicator'
      continue
    }
    const head = headIn(line)
    const next = lines[i + 1]?.role
    const isLabelled = LABELLED.test(line.folded)
    if (head === undefined || !(isLabelled || isFollowed(head, next, lines[i + 2]?.role))) continue
    const style = isLabelled ? 'labelled' : markStyle(line.folded)
    // The last goal of a list stands over the label of the indicators.
    first ??= isInText && !isLabelled ? undefined : { style, next }
    if (first?.style !== style || first.next !== next) continue
    heads.set(at, head)
    isInText = false
  }
  return heads
}

/** A line of fields, or one of words and then one of fields, stands under the name of a project. */
const isFollowed = (
  { mark, name, rest }: Head,
  next: ColumnRole | undefined,
  second: ColumnRole | undefined,
): boolean => {
  if (next !== undefined) return !mark.isBlank || PROJECT.test(name.folded)
  if (!PROJECT.test(name.folded)) return false
  const isWhole = dividePieces(rest, 'fields').some(({ role }) => role === 'goal' || role === 'indicator')
  return isWhole || (!mark.isBlank && second !== undefined)
}

const LABELLED =
  /^(?:[●○■□◆◇▲△※•·★☆*#>-]{1,6}\s*)?项目\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?[:、.,]\s*/
const PROJECT =
  /(?:项目|工程|经费|资金|补助|补贴|专项|费用|费|奖励|奖补|建设|维护|养护|改造|购置|保障|补偿|慰问金|工作|活动|计划|金)$/
const LONGEST = 60

const hasValue = (folded: string): boolean => /[≥≤]|[:;]\s*\d|\d\s*%/.test(folded)

const headIn = (line: SpannedText): Head | undefined => {
  const { folded } = line
  const markEnd = LABELLED.exec(folded.slice(0, 24))?.[0].length ?? markLength(folded)
  const content = folded.slice(markEnd, markEnd + LONGEST)
  const stop = content.search(/[,。;:(≥≤]/)
  const words = (stop < 0 ? content : content.slice(0, stop))
    .replace(/(?<!\s)\s+[\d.,]+\s*[千万亿]?元?$/, '')
    .trimEnd()
  if (words.length < 2 || words.length > 40 || (stop < 0 && line.length - markEnd > LONGEST)) return undefined
  if (isAside(folded) || beginsOutline(folded) || categoriesNamed(words).length > 0) return undefined
  // (本级) belongs to the name, (100万元) doesn't.
  const bracket = /^\([^()\d]{1,16}\)/.exec(folded.slice(markEnd + words.length))?.[0].length ?? 0
  const end = markEnd + words.length + bracket
  return { mark: line.slice(0, markEnd), name: line.slice(markEnd, end), rest: line.slice(end).trim() }
}

const TITLED =
  /^(?:20\d\d年(?:度)?)?(?<name>[^年:。;]{3,40}?(?:项目|经费|资金|工程|补助|补贴))(?:支出)?绩效目标/
/** 某县城管局预算项目 is no project's name. */
const NO_NAME = /(?:预算|支出|重点|部门|专项|[局委办厅院府]|个)(?:项目|经费|资金)$/

/** The project that a title names, for texts that name it nowhere else: `农民培训项目绩效目标`. */
export const headInTitle = (lines: readonly Line[]): Head | undefined => {
  for (const line of lines.slice(0, 8)) {
    const match = line === undefined || line.length > 80 ? null : TITLED.exec(line.folded)
    if (line === undefined || match === null) continue
    const name = match.groups?.['name'] as string
    const start = match[0].indexOf(name)
    if (NO_NAME.test(name)) return undefined
    const end = start + name.length
    return { mark: line.slice(start, start), name: line.slice(start, end), rest: line.slice(end, end) }
  }
  return undefined
}
