import type { ColumnRole } from '../../model/disclosure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed } from '../../vocabulary/categories.ts'
import { isAside } from '../../vocabulary/form-words.ts'
import {
  LABELLED,
  NO_NAME,
  PART_OF_REPORT,
  PROJECT,
  QUOTED,
  TASK,
  TITLED,
  TITLED_ALONE,
} from '../../vocabulary/head-words.ts'
import { asksForWords } from '../../vocabulary/template-words.ts'
import type { ToldLabels } from '../labels.ts'
import { type Line, markLength, markStyle } from './lines.ts'
import { dividePieces, firstLabel, indicatorsStart } from './pieces.ts'
import { beginsIndicators } from './run-in.ts'

/** A line that begins a project: `(一)路灯维护项目`, `项目一:路灯维护`. */
export interface Head {
  /** The number and its punctuation; blank where there is none. */
  readonly mark: SpannedText
  readonly name: SpannedText
  /** What follows the name: `(100万元)`, the first sentence. */
  readonly rest: SpannedText
}

/** Stands among lines for a table of indicators, which names no project itself. */
export const TABLE = 'table'

/** A line with the role of the label it begins with, or a table. */
type Roled =
  | { readonly at: number; readonly role: ColumnRole | undefined; readonly line: SpannedText }
  | { readonly at: number; readonly role: typeof TABLE }

/** What may stand under the name of a project. */
type Role = Roled['role']

/** Which lines begin projects, by their index. */
export const findHeads = (
  lines: readonly (Line | typeof TABLE)[],
  told?: ToldLabels,
): ReadonlyMap<number, Head> => {
  const roled = lines.flatMap((line, at): readonly Roled[] => {
    if (line === undefined) return []
    return [line === TABLE ? { at, role: TABLE } : { line, at, role: firstLabel(line, told)?.role }]
  })
  return roled.some(({ role }) => role === 'name') ? headsOverNames(roled) : headsOfOneStyle(roled)
}

/** Where a label names each project, a heading right over it only sets it off. */
const headsOverNames = (lines: readonly Roled[]): ReadonlyMap<number, Head> => {
  const heads = new Map<number, Head>()
  for (const [i, roled] of lines.entries()) {
    if (roled.role !== undefined || lines[i + 1]?.role !== 'name' || hasValue(roled.line.folded)) continue
    const head = headIn(roled.line)
    if (head !== undefined && !head.mark.isBlank) heads.set(roled.at, head)
  }
  return heads
}

/**
 * Numbered lines with fields under them, all numbered and followed as the first one is. A table under each tells
 * well enough what they are when they are not followed alike.
 */
const headsOfOneStyle = (lines: readonly Roled[]): ReadonlyMap<number, Head> => {
  const heads = new Map<number, Head>()
  const hasTables = lines.some(({ role }) => role === TABLE)
  let first: Candidate | undefined
  let isInText = false
  for (const [i, { at, role }] of lines.entries()) {
    if (role !== undefined) {
      isInText = role === 'goal' || role === 'indicator'
      continue
    }
    const found = candidateAt(lines, i, first?.style)
    if (found === undefined) continue
    const { head, style, next } = found
    // The last goal of a list stands over the label of the indicators.
    const isGoal = isInText && style !== LABELLED_STYLE && !(hasTables && isTitleOfAll(lines[i - 1]))
    first ??= isGoal ? undefined : found
    if (first?.style !== style || !(first.next === next || (hasTables && !isGoal))) continue
    heads.set(at, head)
    isInText = false
  }
  return heads
}

/** What looks like a head by itself. */
interface Candidate {
  readonly head: Head
  readonly style: string
  readonly next: Role
}

const LABELLED_STYLE = 'labelled'

/** The head that a line may be, after others of `style`. */
const candidateAt = (
  lines: readonly Roled[],
  i: number,
  style: string | undefined,
): Candidate | undefined => {
  const roled = lines[i] as Roled
  const head = roled.role === TABLE ? undefined : headIn(roled.line)
  if (roled.role === TABLE || head === undefined) return undefined
  const next = lines[i + 1]?.role
  if (LABELLED.test(roled.line.folded)) return { head, style: LABELLED_STYLE, next }
  const own = markStyle(roled.line.folded)
  const isAnother = own !== '' && own === style && next === TABLE && !TASK.test(head.name.folded)
  return isAnother || isFollowed(head, next, lines[i + 2]?.role) ? { head, style: own, next } : undefined
}

/** Whether a line is a title of the goals of all projects, and no label of those of one: 部门预算项目绩效目标. */
const isTitleOfAll = (roled: Roled | undefined): boolean =>
  roled !== undefined &&
  roled.role === 'goal' &&
  /^[^:]*(?:项目|部门|预算|支出)[^:]*目标$/.test(roled.line.folded.slice(0, LONGEST))

/** A line of fields, or one of words and then one of fields, stands under the name of a project. */
const isFollowed = ({ mark, name, rest }: Head, next: Role, second: Role): boolean => {
  if ((next === TABLE || second === TABLE) && TASK.test(name.folded)) return false
  if (next === TABLE) return !mark.isBlank && PROJECT.test(name.folded)
  if (next !== undefined) return !mark.isBlank || PROJECT.test(name.folded)
  if (!PROJECT.test(name.folded)) return false
  const isWhole =
    indicatorsStart(rest.folded) > 0 ||
    dividePieces(rest, 'fields').some(({ role }) => role === 'goal' || role === 'indicator')
  return isWhole || (!mark.isBlank && second !== undefined)
}

const LONGEST = 60

/** Whether a line is the heading of a part of a report: `五、名词解释`. */
export const isPartOfReport = (folded: string): boolean =>
  folded.length <= LONGEST && markLength(folded) > 0 && PART_OF_REPORT.test(folded.slice(markLength(folded)))

const hasValue = (folded: string): boolean => /[≥≤]|[:;]\s*\d|\d\s*%/.test(folded)

const headIn = (line: SpannedText): Head | undefined => {
  const { folded } = line
  const labelEnd = LABELLED.exec(folded.slice(0, 24))?.[0].length
  const markEnd = labelEnd ?? markLength(folded)
  const content = folded.slice(markEnd, markEnd + LONGEST)
  const stop = content.search(/[,。;:(≥≤]/)
  const words = (stop < 0 ? content : content.slice(0, stop))
    .replace(/(?<!\s)\s+[\d.,]+\s*[千万亿]?元?$/, '')
    .trimEnd()
  if (words.length < 2 || words.length > 40 || (stop < 0 && line.length - markEnd > LONGEST)) return undefined
  if (isAside(folded) || beginsIndicators(folded) || categoriesNamed(words).length > 0) return undefined
  // 项目实施进度计划(450字内) says what to write.
  if (labelEnd === undefined && (PART_OF_REPORT.test(words) || asksForWords(folded))) return undefined
  // (本级) belongs to the name, (100万元) doesn't.
  const bracket = /^\([^()\d]{1,16}\)/.exec(folded.slice(markEnd + words.length))?.[0].length ?? 0
  const end = markEnd + words.length + bracket
  const quoted = QUOTED.exec(words)
  if (quoted !== null) {
    const start = markEnd + 1
    const name = line.slice(start, start + (quoted[1] as string).length)
    return { mark: line.slice(0, start), name, rest: line.slice(start + name.length).trim() }
  }
  return { mark: line.slice(0, markEnd), name: line.slice(markEnd, end), rest: line.slice(end).trim() }
}

/** The project that a title names, for texts that name it nowhere else: `农民培训项目绩效目标`. */
export const headInTitle = (lines: readonly Line[]): Head | undefined => {
  for (const line of lines.slice(0, 8)) {
    const name = line === undefined || line.length > 80 ? undefined : nameIn(line, TITLED)
    if (line === undefined || name === undefined) continue
    return NO_NAME.test(name.folded) ? undefined : headNamed(line, name)
  }
  return undefined
}

/** The projects that several titles name, each over a form of its own: 路灯维护项目绩效目标, 公厕改造项目绩效目标. */
export const headsInTitles = (lines: readonly SpannedText[]): ReadonlyMap<SpannedText, Head> => {
  const heads = new Map<SpannedText, Head>()
  const names = new Set<string>()
  for (const line of lines) {
    const name = line.length > 80 ? undefined : nameIn(line, TITLED_ALONE)
    if (name === undefined || NO_NAME.test(name.folded)) continue
    heads.set(line, headNamed(line, name))
    names.add(name.meaning)
  }
  return names.size > 1 && names.size === heads.size ? heads : new Map()
}

const nameIn = (line: SpannedText, pattern: RegExp): SpannedText | undefined => {
  const match = pattern.exec(line.folded)
  const name = match?.groups?.['name']
  if (match === null || name === undefined) return undefined
  const start = match[0].indexOf(name)
  return line.slice(start, start + name.length)
}

const headNamed = (line: SpannedText, name: SpannedText): Head => ({
  mark: line.slice(0, 0),
  name,
  rest: name.slice(name.length),
})
