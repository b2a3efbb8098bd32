import type { ColumnRole } from '../../model/disclosure.ts'
import { meaning } from '../../source/fold.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { RESULT_OF_GOAL } from '../../vocabulary/form-words.ts'
import {
  INDICATORS_REACHED,
  isMoneyUnit,
  LABELLED_MONEY,
  SHORT_MONEY,
  TOO_SHORT,
} from '../../vocabulary/glued-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { headingsIn } from '../../vocabulary/heading-words.ts'
import { type Label, labelOf, NOTHING_TOLD, type ToldLabels } from '../labels.ts'
import { markLength } from './lines.ts'
import { runsStart } from './run-in.ts'
import { announcementStart } from './sentence-rows.ts'

/** A stretch of a line: a label with its value, or text without one. */
export type Piece = Label | { readonly role: undefined; readonly text: SpannedText }

/** Where a label stands in a line. */
interface Place {
  readonly start: number
  /** Behind the colon. */
  readonly valueAt: number
  readonly role: ColumnRole
}

/** What kinds of labels a line may hold depends on the field that is open. */
export type Surroundings = 'front' | 'fields' | 'goal' | 'indicators'

/**
 * Divides a line at its labels: `项目名称:路灯维护;预算金额:12万元`, `项目预算100万元`, `【绩效目标】…`.
 * In goals and indicators, words before a colon are labels only where they can be nothing else. `told`: the labels
 * that this text is known to have and no list does.
 */
export const dividePieces = (
  line: SpannedText,
  surroundings: Surroundings,
  told: ToldLabels = NOTHING_TOLD,
): readonly Piece[] => {
  const { folded } = line
  const places = placesIn(folded, surroundings, told)
  const [first] = places
  if (first === undefined) return [{ role: undefined, text: line }]
  const pieces: Piece[] = []
  const before = line.slice(0, first.start).trim()
  if (!before.isBlank) pieces.push({ role: undefined, text: before })
  for (const [i, { start, valueAt, role }] of places.entries()) {
    const stop = places[i + 1]?.start ?? line.length
    pieces.push(labelOf(line.slice(start, stop), valueAt - start, role, false))
  }
  return pieces
}

/** The label that a line begins with. */
export const firstLabel = (line: SpannedText, told?: ToldLabels): Label | undefined => {
  const [first] = dividePieces(line, 'fields', told)
  return first?.role === undefined ? undefined : first
}

/** The place before a run-in heading that follows a sentence: `…完成维修。数量指标:维修数量≥20盏`. */
export const outlineStart = (folded: string): number => {
  if (!folded.includes('标')) return -1
  for (const { start, end } of headingsIn(folded)) {
    const announced = announcementStart(folded, start)
    if (announced < start) return announced
    const mark = markBefore(folded, start)
    const isSetOff = mark > 0 && /[。;】\]]\s*$/.test(folded.slice(Math.max(0, mark - 8), mark))
    const behind = folded.slice(end, end + 8)
    const isHeading = /^\s*:/.test(behind) || '【['.includes(folded[start] as string)
    // …完成维修。(一)产出指标。1.数量指标:…
    if (isSetOff && (isHeading || (mark < start && behind.startsWith('。')))) return mark
  }
  return -1
}

/** Where the number of a list begins that stands in front of a place in a line; the place itself where none does. */
const markBefore = (folded: string, at: number): number => {
  for (let from = Math.max(0, at - LONGEST_MARK); from < at; from += 1)
    if (/[。;】\]]/.test(folded[from - 1] ?? '') && from + markLength(folded.slice(from, at)) === at)
      return from
  return at
}

const LONGEST_MARK = 6

/** The place before the first of those and of the categories that open runs in sentences; -1 where there are none. */
export const indicatorsStart = (folded: string): number => {
  const starts = [outlineStart(folded), runsStart(folded)].filter((start) => start > 0)
  return starts.length === 0 ? -1 : Math.min(...starts)
}

const LONGEST = 24

const isAmongFields = (surroundings: Surroundings): boolean =>
  surroundings === 'fields' || surroundings === 'front'

const placesIn = (folded: string, surroundings: Surroundings, told: ToldLabels): readonly Place[] => {
  const places: Place[] = []
  const first = placeAtStart(folded, surroundings, told)
  if (first !== undefined) places.push(first)
  let from = first?.valueAt ?? 0
  for (let at = nextSign(folded, from); at >= 0; at = nextSign(folded, at + 1)) {
    const place = folded[at] === ':' ? colonPlace(folded, from, at, surroundings) : undefined
    if (place === undefined) continue
    places.push(place)
    from = place.valueAt
  }
  return isAmongFields(surroundings) ? withAmounts(folded, places, surroundings === 'fields') : places
}

const nextSign = (folded: string, from: number): number => folded.indexOf(':', from)

const placeAtStart = (folded: string, surroundings: Surroundings, told: ToldLabels): Place | undefined => {
  const mark = markLength(folded)
  const bracketed = /^[【[]([^【】[\]]{2,16})[】\]]\s*:?\s*/.exec(folded.slice(mark, mark + LONGEST))
  if (bracketed !== null) {
    const role = roleIn(bracketed[1] as string, surroundings)
    const end = mark + bracketed[0].length
    return role === undefined ? undefined : { start: 0, valueAt: end, role }
  }
  const part = /^其中\s?[:,、]\s?/.exec(folded.slice(mark, mark + 6))?.[0].length ?? 0
  const colon = folded.slice(0, mark + LONGEST + 16).indexOf(':', mark + part)
  const word = folded.slice(mark, Math.max(mark, colon))
  if (colon > mark && !word.includes('。')) {
    const role =
      roleIn(word, surroundings) ??
      shortRole(word, surroundings) ??
      told.get(meaning(word).replace(/\s/g, ''))?.role ??
      (ANNOUNCES_ALL.test(word) && colon === folded.length - 1 ? 'indicator' : undefined)
    if (role === undefined || isMoneyUnit(folded.slice(mark))) return undefined
    const value = folded.slice(colon + 1).trimStart()
    if (surroundings === 'indicators' && role === 'amount' && !/^\d/.test(value)) return undefined
    return { start: 0, valueAt: colon + 1, role }
  }
  // 三、资金来源及额度 over its value.
  const heading = mark > 0 ? told.get(meaning(folded.slice(mark)).replace(/\s/g, ''))?.role : undefined
  return heading === undefined
    ? placeWithoutColon(folded, mark, surroundings)
    : { start: 0, valueAt: folded.length, role: heading }
}

/** 为便于考核,设置绩效指标10项: or 绩效指标设定如下: over them. */
const ANNOUNCES_ALL = /(?:绩效|考核|主要)指标(?:设[定置立])?(?:共?\d{1,3}[项个条])?(?:如下)?$/

/** 项目:法律援助办案经费 in front of a table. */
const shortRole = (word: string, surroundings: Surroundings): ColumnRole | undefined =>
  word.trim() === '项目' && isAmongFields(surroundings) ? 'name' : undefined

/** A label at the start of a line that a full stop or wide blanks set off, or that stands alone. */
const placeWithoutColon = (folded: string, mark: number, surroundings: Surroundings): Place | undefined => {
  const stopped = mark > 0 ? folded.slice(mark, mark + 16).indexOf('。') : -1
  if (stopped > 3) {
    const role = roleIn(folded.slice(mark, mark + stopped), surroundings)
    if (role !== undefined) return { start: 0, valueAt: mark + stopped + 1, role }
  }
  // 项目名称    路灯维护: wide blanks set a label off as a colon does.
  const blanks = isAmongFields(surroundings) ? SET_OFF.exec(folded.slice(mark, mark + LONGEST + 16)) : null
  if (blanks !== null) {
    const role = roleIn(blanks[1] as string, surroundings)
    if (role !== undefined && NAMES.has(role)) return { start: 0, valueAt: mark + blanks[0].length, role }
  }
  // Alone in its line, a word has to be long enough to be nothing else.
  if (folded.length > LONGEST + mark) return undefined
  const alone = folded
    .slice(mark)
    .replace(/^\d{1,2}\s+/, '')
    .replace(/[\s*]/g, '')
  const role = alone.length >= 4 ? roleIn(alone, surroundings) : undefined
  return role === undefined ? undefined : { start: 0, valueAt: folded.length, role }
}

const SET_OFF = /^([\u4e00-\u9fff()]{3,12})\s{2,}(?=\S)/
const NAMES: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code'])

/** A label inside a line, behind a mark or a blank. */
const colonPlace = (
  folded: string,
  from: number,
  colon: number,
  surroundings: Surroundings,
): Place | undefined => {
  const floor = Math.max(from, colon - LONGEST)
  const before = folded.slice(floor, colon)
  const mark = isAmongFields(surroundings) ? /[;,。、\s)](?=[^;,。、\s)]*$)/ : /[;。](?=[^;。]*$)/
  const match = mark.exec(before)
  if (match === null) return undefined
  const start = floor + match.index + 1
  const word = folded.slice(start + markLength(folded.slice(start)), colon).trim()
  const role = word.length < 4 && !isAmongFields(surroundings) ? undefined : roleIn(word, surroundings)
  // 目标:… is a goal behind a sentence or a bracket, and behind a comma may be part of one.
  const isSetOff = word.length > 2 || (role === 'goal' && /[。;)]\s?$/.test(before.slice(0, match.index + 1)))
  if (role === undefined || !isSetOff) return undefined
  return { start, valueAt: colon + 1, role }
}

const ALWAYS: ReadonlySet<ColumnRole> = new Set(['name', 'goal', 'indicator'])
const NEVER_IN_INDICATORS: ReadonlySet<ColumnRole> = new Set(['funding', 'period', 'agency', 'code'])
/** Columns of tables of indicators; where text prints them as labels, they divide one indicator. */
const COLUMNS: ReadonlySet<ColumnRole> = new Set([
  'level-one',
  'level-two',
  'comparator',
  'target',
  'unit',
  'weight',
  'direction',
])
const OUTCOMES: ReadonlySet<string> = new Set(RESULT_OF_GOAL)

/** The role of a label in running text. */
const roleIn = (word: string, surroundings: Surroundings): ColumnRole | undefined => {
  const name = meaning(word)
    .replace(/[\s:]/g, '')
    .replace(/^(?:其中[,、]?|[本该]项目的?)/, '')
    .replace(/(?:为|是)$/, '')
  if (TOO_SHORT.test(name)) return undefined
  if (/^(?:单位名称|单位|部门名称)$/.test(name)) return surroundings === 'indicators' ? undefined : 'agency'
  if (INDICATORS_REACHED.test(name)) return 'indicator'
  if (OUTCOMES.has(name)) return 'other'
  if (ONLY_PROJECT.test(name)) return isAmongFields(surroundings) ? 'name' : undefined
  const role = name === '目标' ? 'goal' : headerRole(name)
  if (role === undefined || COLUMNS.has(role)) return undefined
  if (surroundings === 'indicators' && NEVER_IN_INDICATORS.has(role)) return undefined
  if (surroundings === 'goal' && !ALWAYS.has(role) && name.length < 4) return undefined
  return role
}

/** 纳入绩效管理的项目1个: in front of its name. */
const ONLY_PROJECT = /项目(?:共|共有|有)?[1一]个$/

const withAmounts = (folded: string, places: readonly Place[], isOpen: boolean): readonly Place[] => {
  if (places.some(({ role }) => role === 'amount') || !/\d\s?[千万亿]?元/.test(folded)) return places
  const mark = markLength(folded)
  // What stands in front of the first label belongs to the project that is open, and what follows a name to that.
  const isIn = (start: number): boolean => {
    const before = places.findLast((place) => place.valueAt <= start)
    return before === undefined ? isOpen : ONE_LINE.has(before.role)
  }
  const beginning = folded.slice(mark, mark + 200)
  for (const match of [...beginning.matchAll(SHORT_MONEY), ...beginning.matchAll(LABELLED_MONEY)]) {
    const word = match[1] as string
    const start = mark + match.index + match[0].indexOf(word)
    const role = word.endsWith(':')
      ? 'amount'
      : headerRole(word.replace(/^(?:[该本]项目)?(?:20\d\d年度?)?共?/, ''))
    if (
      role !== 'amount' ||
      !isIn(start) ||
      places.some((place) => place.start <= start && start < place.valueAt)
    )
      continue
    const found = { start: start === mark ? 0 : start, valueAt: start + word.length, role }
    return [...places, found].sort((a, b) => a.start - b.start)
  }
  return places
}

const ONE_LINE: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'period'])
