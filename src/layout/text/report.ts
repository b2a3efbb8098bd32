import type { ColumnRole } from '../../model/disclosure.ts'
import type { DraftIndicatorRow } from '../../model/draft.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed } from '../../vocabulary/categories.ts'
import { isAside } from '../../vocabulary/form-words.ts'
import {
  ANNOUNCES_GOALS,
  ANNOUNCES_LIST,
  COUNTS_GOALS,
  COUNTS_INDICATORS,
  LABELS_RESULT,
  LISTED_GOALS,
  LISTS_GOALS,
  MISSED,
  OF_INDICATORS,
  REACHED_BEFORE,
  REACHED_BEHIND,
  REPORT_TITLE,
  REST_OF_TITLE,
  resultStart,
  SAYS_GOAL,
  SAYS_RESULT,
  type SectionKind,
  sectionKind,
} from '../../vocabulary/report-words.ts'
import { SAYS_STATE } from '../../vocabulary/run-in-words.ts'
import { FormBuilder } from '../form-builder.ts'
import { plainLabel } from '../labels.ts'
import { spentIn } from './amounts.ts'
import type { Place } from './columns.ts'
import { type Line, markLength, markStyle, wholeLines } from './lines.ts'
import { dividePieces, type Piece } from './pieces.ts'
import {
  type ListedProject,
  type NameSaid,
  nameBeforeMoney,
  nameInTitle,
  namesSaidIn,
  projectsListedIn,
} from './report-names.ts'
import { type MoneySaid, measuresIn, moneyOf, moneySaidIn, targetsListedIn } from './report-numbers.ts'
import { beginsIndicators, noticeStart } from './run-in.ts'
import { addRows, readSentenceRows, type Wanted } from './sentence-rows.ts'

/** A part of a report under its heading. */
interface Section {
  readonly kind: SectionKind
  readonly heading: SpannedText | undefined
  readonly lines: SpannedText[]
}

/** The heading that a line is, or begins with. */
interface Heading {
  readonly kind: SectionKind
  readonly end: number
  /** It names a category of indicators, and is read with what stands under it. */
  readonly isCategory: boolean
}

const LONGEST_HEADING = 40
const LONGEST_LABEL = 14
const LONGEST_UNKNOWN = 24

/** Whether the sections of a text are those of a report on what became of a plan. */
export const hasReportSections = (lines: readonly Line[]): boolean => {
  const kinds = divide(wholeLines(lines)).map(({ kind }) => kind)
  return kinds.length > 2 && kinds.some((kind) => kind === 'results' || kind === 'spent' || kind === 'mixed')
}

/** Whether a text is titled as a report or an application in running text. */
export const isTitledReport = (lines: readonly Line[]): boolean => {
  const logical = wholeLines(lines)
  const titles = logical.slice(0, 3).filter(({ length }) => length <= LONGEST_TITLE)
  if (titles.some(({ folded }) => OF_PROJECT.test(folded))) return true
  const isOfGoals = logical.some(({ folded }) => /绩效|目标/.test(folded))
  return isOfGoals && titles.some(({ folded }) => REPORT_TITLE.test(folded))
}

const LONGEST_TITLE = 80

/** Titles that say by themselves that a project is described. */
const OF_PROJECT = /项目(?:申报)?文本|项目申报书/

/** Whether a text that is laid out no other way says what a project costs or aims at, in sentences. */
export const saysProject = (lines: readonly Line[]): boolean => {
  const reader = new ReportReader()
  reader.read(lines)
  return reader.isSure
}

/** Reads reports by their sections: the name, the planned money, the goal, and indicators, wherever sentences say them. */
export class ReportReader {
  readonly builder = new FormBuilder()
  readonly front: SpannedText[] = []
  /** What stands in front of the first of several projects. */
  ahead: readonly SpannedText[] = this.front
  readonly #names: NameSaid[] = []
  /** Those that sentences on what became of the plan say. */
  readonly #told: NameSaid[] = []
  readonly #money: MoneySaid[] = []
  /** What was taken from each line that was only looked through. */
  readonly #used = new Map<SpannedText, Place[]>()
  #hasGoal = false
  /** The name that a label says. */
  #named: string | undefined
  /** Lines of each list that says what was reached. */
  readonly #reached: SpannedText[][] = []
  /** Sentences of goals, which may hold the only targets. */
  readonly #goals: SpannedText[] = []

  /** Whether a project was found: its name and its goal. */
  get isSure(): boolean {
    return this.#named !== undefined && this.#hasGoal
  }

  read(lines: readonly Line[]): void {
    const logical = wholeLines(lines)
    const sections = divide(logical)
    const title = sections[0]?.lines[0]
    if (title !== undefined && title.length <= LONGEST_TITLE && !/[,。;:]/.test(title.folded)) {
      sections[0]?.lines.shift()
      this.front.push(title)
    }
    const listed = sections.some(({ kind }) => kind === 'indicators') ? [] : projectsListedIn(logical)
    if (listed.length > 0) {
      this.#list(listed, logical)
      return
    }
    for (let at = 0; at < sections.length; ) at = this.#section(sections, at)
    this.#finish(logical.slice(0, 6))
  }

  /** Several projects with their money; what the report says of all of them together is of none. */
  #list(listed: readonly ListedProject[], lines: readonly SpannedText[]): void {
    const isFront = (line: SpannedText): boolean => this.front.includes(line)
    let at = lines.findIndex((line) => !isFront(line))
    this.ahead = lines.slice(0, lines.indexOf(listed[0]?.line as SpannedText))
    for (const { line, name, amount } of listed) {
      for (; lines[at] !== line && at < lines.length; at += 1)
        this.#leave(lines[at] as SpannedText, 'surrounding')
      at += 1
      this.#leave(line.slice(0, name.start), 'label')
      this.#field('name', line.slice(name.start, name.end))
      this.#leave(line.slice(name.end, amount.start), 'label')
      this.#field('amount', line.slice(amount.start, amount.end))
      this.#leave(line.slice(amount.end), 'surrounding')
      this.builder.finish()
    }
    for (const line of lines.slice(at)) this.#leave(line, 'surrounding')
  }

  /** Reads a section, with those behind it that go on with indicators or results. */
  #section(sections: readonly Section[], from: number): number {
    const { kind, heading, lines } = sections[from] as Section
    if (kind === 'indicators' || kind === 'results') {
      let to = from
      const all: SpannedText[] = []
      for (; sections[to]?.kind === kind; to += 1) {
        const { heading: own, lines: more } = sections[to] as Section
        if (own !== undefined) this.#leave(own, 'label')
        for (const line of more) all.push(line)
      }
      if (kind === 'indicators') this.#indicators(all)
      else this.#results(all)
      return to
    }
    if (heading !== undefined) this.#leave(heading, 'label')
    if (kind === 'goal' && isOfIndicators(heading, lines)) this.#indicators(lines)
    else if (kind === 'goal') this.#goal(lines)
    else if (kind === 'name') this.#name(lines)
    else this.#lines(lines, kind)
    return from + 1
  }

  /** Lines of running text; what stands under 年度目标主要包括以下方面: is goals, one of a list each. */
  #lines(lines: readonly SpannedText[], kind: SectionKind): void {
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] as SpannedText
      const style = ANNOUNCES_GOALS.test(line.folded) ? markStyle(lines[at + 1]?.folded ?? '') : ''
      const listed = lines.slice(at + 1)
      const end = style === '' ? 0 : listed.findIndex(({ folded }) => markStyle(folded) !== style)
      const goals = listed.slice(0, end < 0 ? listed.length : end)
      if (goals.length === 0) this.#prose(line, kind)
      else {
        this.#leave(line, 'label')
        this.#field('goal', SpannedText.join(goals, '\n'))
        at += goals.length
      }
    }
  }

  #name([first, ...others]: readonly SpannedText[]): void {
    if (first !== undefined) {
      // 1.项目名称:村道改建项目。2.预算安排:…
      const end = first.folded.indexOf('。') + 1 || first.length
      this.#field('name', first.slice(0, end))
      if (end < first.length) this.#prose(first.slice(end).trim(), 'overview')
    }
    for (const line of others) this.#prose(line, 'overview')
  }

  #field(role: ColumnRole, text: SpannedText, label = text.slice(0, 0)): void {
    const end = text.folded.search(/[;,。、]$/)
    const value = role === 'goal' || end < 0 ? text : text.slice(0, end)
    if (value.isBlank) {
      this.#leave(label, 'label')
      return
    }
    const known = plainLabel(label, role)
    this.builder.label(known)
    this.builder.field(known, value)
    if (value !== text) this.#leave(text.slice(end), 'label')
    if (role === 'name') this.#named = value.folded
    if (role === 'goal') {
      this.#hasGoal = true
      this.#goals.push(value)
    }
  }

  #goal(lines: readonly SpannedText[]): void {
    let own: SpannedText[] = []
    const flush = (): void => {
      if (own.length > 0) this.#field('goal', SpannedText.join(own, '\n'))
      own = []
    }
    let at = 0
    for (; at < lines.length; at += 1) {
      const line = lines[at] as SpannedText
      if (beginsIndicators(line.folded)) break
      if (COUNTS_INDICATORS.test(line.folded) || isAside(line.folded) || ANNOUNCES_LIST.test(line.folded))
        this.#leave(line, 'surrounding')
      else if (LABELS_RESULT.test(line.folded)) this.#labelledResult(line)
      else if (resultStart(line.folded) === 0 || (own.length > 0 && SAYS_STATE.test(line.folded)))
        this.builder.result(line)
      else if (isLabelled(line)) this.#prose(line, 'mixed')
      else if (!this.#saidGoal(line, flush)) own.push(line)
    }
    flush()
    if (at < lines.length) this.#indicators(lines.slice(at))
  }

  /** 当年年度目标完成情况:… */
  #labelledResult(line: SpannedText): void {
    const end = LABELS_RESULT.exec(line.folded)?.[0].length ?? 0
    this.#leave(line.slice(0, end), 'label')
    this.builder.result(line.slice(end))
  }

  /** The goal that a sentence says: 年度目标为:…。; `before`: what is done with those before it. */
  #saidGoal(line: SpannedText, before = (): void => {}): boolean {
    const { folded } = line
    const listed = LISTS_GOALS.exec(folded)
    const said = listed ?? SAYS_GOAL.exec(folded)
    if (said === null) return false
    const start = said.index + said[0].length
    const stop = said.index === markLength(folded) ? -1 : folded.indexOf('。', start)
    const length = listed === null ? 0 : (LISTED_GOALS.exec(folded.slice(start))?.[0].length ?? 0)
    const end = length > 0 ? start + length : stop < 0 ? folded.length : stop + 1
    const result = SAYS_RESULT.exec(folded.slice(start, end))
    const goalEnd = result === null ? end : start + result.index
    const goal = line.trimmed(start, goalEnd)
    if (goal.length < 4 || COUNTS_INDICATORS.test(goal.folded)) return false
    before()
    this.#leave(line.slice(0, start), 'label')
    this.#field('goal', goal)
    if (result !== null) {
      const behind = goalEnd + result[0].length
      this.#leave(line.slice(goalEnd, behind), 'label')
      this.builder.result(line.trimmed(behind, end))
    }
    this.#leave(line.slice(end), 'surrounding')
    return true
  }

  #indicators(lines: readonly SpannedText[]): void {
    if (lines.length === 0) return
    const text = SpannedText.join(lines, '\n')
    const end = noticeStart(text.folded)
    this.#leave(text.slice(end), 'surrounding')
    addRows(this.builder, readSentenceRows(text.slice(0, end).trim()))
  }

  /** What was reached says nothing of the plan, but where targets stand beside it. */
  #results(lines: readonly SpannedText[]): void {
    const counted = lines.filter(({ folded }) => COUNTS_GOALS.test(folded))
    for (const line of counted) this.#leave(line, 'surrounding')
    const reached = lines.filter(
      (line) => !counted.includes(line) && (this.#hasGoal || isHeading(line) || !this.#saidGoal(line)),
    )
    if (reached.length === 0 || this.#rows(reached, 'planned')) return
    for (const line of reached) this.#look(line, 'results')
    this.#reached.push(reached)
  }

  /** Takes the indicators that lines say, if they say any. */
  #rows(lines: readonly SpannedText[], wanted: Wanted): boolean {
    const whole = SpannedText.join(lines, '\n')
    const end = noticeStart(whole.folded)
    const text = whole.slice(0, end).trim()
    let { rows, left, around } = readSentenceRows(text, wanted)
    const isIndicator = ({ name, targets }: DraftIndicatorRow): boolean => targets.length > 0 || !name.isBlank
    if (!rows.some(isIndicator)) return false
    // Where some items say both what was planned and what was reached, the others are planned as well.
    if (wanted === 'planned' && rows.some(({ targets: [target] }) => /\d/.test(target?.actual?.folded ?? '')))
      ({ rows, left, around } = readSentenceRows(text, 'reached'))
    this.builder.rows(rows)
    for (const words of left)
      if (wanted !== 'all' && words.length >= SHORTEST_RESULT && !/^[,(]/.test(words.folded))
        this.builder.result(words)
      else this.#leave(words, 'label')
    for (const words of [...around, whole.slice(end)]) this.#leave(words, 'surrounding')
    return true
  }

  /** What was reached: results, or the only indicators of a report that misses none of them. */
  #addReached(): void {
    const isMissed = this.#reached.some((lines) => lines.some(({ folded }) => MISSED.test(folded)))
    const isOnly = !this.builder.hasIndicators && !isMissed
    for (const lines of this.#reached) {
      if (lines.length === 0 || (isOnly && this.#rows(lines, 'reached'))) continue
      for (const line of lines) {
        if (isHeading(line)) this.#leave(line, 'label')
        else if (line.length >= SHORTEST_RESULT) this.builder.result(line)
        else this.#leave(line, 'surrounding')
      }
    }
  }

  /** Labels, money, names and goals in running text. */
  #prose(line: SpannedText, kind: SectionKind): void {
    if (isAside(line.folded)) {
      this.#leave(line, 'surrounding')
      return
    }
    if (kind !== 'other' && !this.#hasGoal && this.#saidGoal(line)) {
      this.#look(line, kind)
      return
    }
    const pieces = kind === 'other' || kind === 'spent' ? [] : dividePieces(line, 'front')
    const isLabelled = pieces.some((piece) => piece.role !== undefined && FIELDS.has(piece.role))
    if (!isLabelled) {
      this.#lookThrough(line, kind)
      return
    }
    for (const piece of pieces) this.#piece(piece, kind)
  }

  #piece(piece: Piece, kind: SectionKind): void {
    if (piece.role === undefined || !FIELDS.has(piece.role)) {
      const text = piece.role === undefined ? piece.text : SpannedText.join([piece.text, piece.value])
      this.#lookThrough(text, kind)
      return
    }
    // 项目名称:村道改建项目。总投资40万元。
    const stop = piece.role === 'goal' ? -1 : piece.value.folded.indexOf('。')
    const end = stop < 0 ? piece.value.length : stop + 1
    this.#field(piece.role, piece.value.slice(0, end), piece.text)
    const rest = piece.value.slice(end).trim()
    if (!rest.isBlank) this.#prose(rest, kind)
  }

  /** Looks for money and names in a line. */
  #look(line: SpannedText, kind: SectionKind): void {
    const isReached = isTold(kind) || kind === 'other'
    for (const said of moneySaidIn(line, isReached)) {
      this.#money.push(said)
      const name = nameBeforeMoney(said)
      if (name !== undefined) (isReached ? this.#told : this.#names).push(name)
    }
    if (isReached) this.#told.push(...namesSaidIn(line, true))
    else this.#names.push(...namesSaidIn(line, false))
  }

  /** The same in a line of which the rest is left. */
  #lookThrough(line: SpannedText, kind: SectionKind): void {
    this.#look(line, kind)
    this.#used.set(line, this.#used.get(line) ?? [])
  }

  #finish(first: readonly SpannedText[]): void {
    const name = this.#named === undefined ? this.#bestName(first) : undefined
    const words = this.#named ?? textOf(name)?.folded
    const money = moneyOf(this.#money, words?.replace(/(?:项目)?[。;,]?$/, ''))
    if (money !== undefined) {
      this.#addMoney('amount', money.line, money.place)
      for (const { label, place } of money.parts) {
        const text = money.line.slice(label.start, label.end)
        this.#addMoney('funding', money.line, place, text)
        this.#use(money.line, label)
      }
      for (const { label, place } of spentIn(money.line.folded)) {
        if (label.start < money.place.end) continue
        this.#use(money.line, label)
        this.#use(money.line, place)
        this.builder.spent(money.line.slice(label.start, label.end), money.line.slice(place.start, place.end))
      }
    }
    if (name !== undefined) this.#addName(name)
    this.#addReached()
    if (!this.builder.hasIndicators) this.#addMeasures()
    for (const [line, places] of this.#used) this.#leaveRest(line, places)
    this.builder.finish()
  }

  #addMoney(role: ColumnRole, line: SpannedText, place: Place, label?: SpannedText): void {
    this.#use(line, place)
    const text = line.slice(place.start, place.end)
    const known = plainLabel(label ?? text.slice(0, 0), role)
    this.builder.label(known)
    this.builder.field(known, text)
  }

  #bestName(first: readonly SpannedText[]): NameSaid | undefined {
    const titled = withWholeTitle(first)
      .map(nameInTitle)
      .find((name) => name !== undefined)
    if (titled !== undefined) this.#names.push(titled)
    const best = [...this.#names].sort((a, b) => b.weight - a.weight)[0]
    if (best !== undefined) return best
    // Of several, each may be a part of the project.
    const [told, ...others] = this.#told
    return others.every((other) => textOf(other)?.meaning === textOf(told)?.meaning) ? told : undefined
  }

  #addName({ line, place }: NameSaid): void {
    this.#use(line, place)
    this.#field('name', line.slice(place.start, place.end))
  }

  /** Targets in the sentences of the goal, where the report has no others. */
  #addMeasures(): void {
    const rowsOf = (goal: SpannedText): readonly DraftIndicatorRow[] => {
      const listed = targetsListedIn(goal)
      return listed.length > 0 ? listed : measuresIn(goal)
    }
    this.builder.rows(this.#goals.flatMap(rowsOf))
  }

  #use(line: SpannedText, place: Place): void {
    this.#used.get(line)?.push(place)
  }

  #leaveRest(line: SpannedText, places: readonly Place[]): void {
    let from = 0
    for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
      this.#leave(line.slice(from, Math.max(from, start)), 'surrounding')
      from = Math.max(from, end)
    }
    this.#leave(line.slice(from), 'surrounding')
  }

  #leave(text: SpannedText, reason: 'surrounding' | 'label'): void {
    this.builder.leave(text, reason)
  }
}

const textOf = (name: NameSaid | undefined): SpannedText | undefined =>
  name?.line.slice(name.place.start, name.place.end)

/** The lines in front, the title in one where its last words stand in a line of their own: 自评结果, (路灯维修经费). */
const withWholeTitle = (lines: readonly SpannedText[]): readonly SpannedText[] => {
  const at = lines.findIndex(
    ({ folded }, i) =>
      REST_OF_TITLE.test(folded) ||
      (IN_BRACKETS.test(folded) && REPORT_TITLE.test(lines[i - 1]?.folded ?? '')),
  )
  const before = lines[at - 1]
  if (before === undefined) return lines
  return [SpannedText.join([before, lines[at] as SpannedText]), ...lines]
}

const IN_BRACKETS = /^\([^()]{6,60}\)$/

/** 项目名称:…, 资金预算:300万元: a field that stands among the goals. */
const isLabelled = (line: SpannedText): boolean => {
  const [first] = dividePieces(line, 'front')
  return (
    first?.role !== undefined && first.role !== 'goal' && (FIELDS.has(first.role) || first.role === 'amount')
  )
}

/** Whether a heading speaks of indicators alone, and lines under it say how much of something. */
const isOfIndicators = (heading: SpannedText | undefined, lines: readonly SpannedText[]): boolean =>
  heading !== undefined &&
  OF_INDICATORS.test(heading.folded) &&
  lines.some(({ folded }) => /[\u4e00-\u9fff][≥≤<>=]\s?\d/.test(folded))

const SHORTEST_RESULT = 8
/** What labels name in running text. */
const FIELDS: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'period', 'goal'])

/** Divides lines at their headings. */
const divide = (lines: readonly SpannedText[]): readonly Section[] => {
  const sections: Section[] = [{ kind: 'overview', heading: undefined, lines: [] }]
  /** The headings that are open, outermost first. */
  let open: readonly { readonly style: string; readonly kind: SectionKind }[] = []
  for (const line of lines) {
    const style = markStyle(line.folded)
    const at = style === '' ? -1 : open.findIndex((one) => one.style === style)
    const parents = at < 0 ? open : open.slice(0, at)
    const heading = headingOf(line, parents.at(-1)?.kind, at >= 0 && at === open.length - 1)
    if (heading === undefined) {
      // 三、自评得分98分,等级为优 behind 二、绩效目标完成情况 (三)满意度指标 is none of what stands under these.
      const isBehindParts = at >= 0 && at < open.length - 1 && isSentence(line)
      if (isBehindParts) {
        open = open.slice(0, at + 1)
        sections.push({ kind: parents.at(-1)?.kind ?? 'other', heading: undefined, lines: [] })
      }
      sections.at(-1)?.lines.push(line)
      continue
    }
    if (style !== '') open = [...parents, { style, kind: heading.kind }]
    sections.push(sectionAt(line, heading))
  }
  return sections
}

/** The section that a line with a heading begins. */
const sectionAt = (line: SpannedText, { kind, end, isCategory }: Heading): Section => {
  const rest = line.slice(end).trim()
  // 预算金额:705.19万元: the words say what the money is.
  if (kind === 'money' && /^\d/.test(rest.folded)) return { kind, heading: undefined, lines: [line] }
  const own = line.slice(0, end).trim()
  return isCategory
    ? { kind, heading: undefined, lines: [own, rest].filter((words) => !words.isBlank) }
    : { kind, heading: own, lines: rest.isBlank ? [] : [rest] }
}

/** Whether a line says something, and is no item of a list. */
const isSentence = ({ folded }: SpannedText): boolean => /[,;]/.test(folded) && folded.endsWith('。')

const headingOf = (
  line: SpannedText,
  parent: SectionKind | undefined,
  isSibling: boolean,
): Heading | undefined => {
  const { folded } = line
  const start = numberLength(folded)
  const head = folded.slice(start, start + LONGEST_HEADING)
  const stop = head.search(/[。:]/)
  const words = (stop < 0 ? head : head.slice(0, stop)).trim()
  // 专项经费支出总额:≤63.5万元 is an indicator.
  if (stop >= 0 && /^\s*[≥≤<>=]/.test(head.slice(stop + 1))) return undefined
  const isWhole = stop >= 0 || start + head.length >= folded.length
  const said = isWhole && !/[,;≥≤<>%]|\d{2,}/.test(words) ? sectionKind(words) : undefined
  const end = stop < 0 ? folded.length : start + stop + 1
  if (isReachedOfCategory(words)) return { kind: 'results', end, isCategory: true }
  if (!isTold(said) && (beginsIndicators(folded) || beginsIndicators(head) || isCategoryAlone(head)))
    return { kind: isTold(parent) ? 'results' : 'indicators', end: 0, isCategory: true }
  if (start === 0 || words.length < 2) return undefined
  const unknown = (): SectionKind | undefined => {
    // 8.带贫减贫机制:… behind 7.绩效目标:… begins another part.
    if (isSibling && head[stop] === ':' && words.length <= LONGEST_LABEL) return parent ?? 'overview'
    return isWhole && stop < 0 && words.length <= LONGEST_UNKNOWN ? unknownKind(words, parent) : undefined
  }
  const kind = said ?? unknown()
  if (kind === undefined) return undefined
  const isOfResults = isTold(parent) && (kind === 'overview' || kind === 'goal')
  return { kind: isOfResults ? 'results' : kind, end, isCategory: false }
}

/** Whether a line of results is nothing but a heading. */
const isHeading = (line: SpannedText): boolean => headingOf(line, 'results', false)?.end === line.length

const isTold = (kind: SectionKind | undefined): boolean => kind === 'results' || kind === 'spent'

/** 产出指标完成情况, 完成绩效产出指标(自评得分50分) */
const isReachedOfCategory = (words: string): boolean => {
  const name = words.replace(REACHED_BEHIND, '').replace(REACHED_BEFORE, '')
  return name !== words && categoriesNamed(name).length > 0
}

/** (2)社会效益 */
const isCategoryAlone = (head: string): boolean =>
  categoriesNamed(head.trimEnd().replace(/[:。]$/, '')).length > 0

/** The length of the number of a heading: (二), 3., A. */
const numberLength = (folded: string): number => {
  const mark = markLength(folded)
  return mark + (/^[A-Z]\s?(?=[\u4e00-\u9fff])/.exec(folded.slice(mark, mark + 3))?.[0].length ?? 0)
}

/** A heading that nobody knows is one of the part that it stands in. */
const unknownKind = (words: string, parent: SectionKind | undefined): SectionKind | undefined =>
  /[。;,]$|\d/.test(words) || parent === 'goal' || parent === 'indicators' ? undefined : (parent ?? 'other')
