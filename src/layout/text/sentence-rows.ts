import { type CategoryWord, Lexer } from '../../lexicon/lexer.ts'
import type { DraftHeading, DraftIndicatorRow } from '../../model/draft.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed } from '../../vocabulary/categories.ts'
import { endsAsValue, gluedQualityLength, isQuality } from '../../vocabulary/qualities.ts'
import { NO_EFFECT, REACHED_BEFORE } from '../../vocabulary/report-words.ts'
import {
  ANNOUNCES,
  CONFIRMED,
  ITEM_NUMBER,
  joinLength,
  PLAN,
  QUOTED_VALUE,
  reachedIn,
  SAID_REASON,
  SAID_SCORE,
  SAYS_DONE,
  SAYS_STATE,
  saysRows,
  TAIL,
  VALUE_OF_KIND,
} from '../../vocabulary/run-in-words.ts'
import type { FormBuilder } from '../form-builder.ts'
import type { Place } from './columns.ts'
import { fullLength, isCut, markLength, paragraphsOf } from './lines.ts'
import { hasRuns, itemEnds, leadingCount, type RunIn, runsIn } from './run-in.ts'

/** What a text of sentences with their results says. */
export interface SentenceRows {
  readonly rows: readonly DraftIndicatorRow[]
  /** 设3条: what announces the headings, and marks between the items. */
  readonly left: readonly SpannedText[]
  /** Sentences behind the indicators that say nothing of them. */
  readonly around: readonly SpannedText[]
}

/**
 * Whether sentences say their results, announce how many indicators follow, or hold the headings themselves; others are
 * read by their outline alone.
 */
export const hasSentenceRows = (folded: string): boolean => saysRows(folded) || hasRuns(folded)

/** Where the words begin that announce a heading at `start`; `start` itself where none do. */
export const announcementStart = (folded: string, start: number): number => {
  const from = Math.max(0, start - 10)
  const match = ANNOUNCES.exec(folded.slice(from, start))
  return match === null ? start : from + match.index + match[0].indexOf(match[1] as string)
}

/**
 * Which items are indicators: all; only those that say what was planned, for others are results; or what was reached, where
 * nothing else says what was planned: values and short sentences, not what reports on the work.
 */
export type Wanted = 'all' | 'planned' | 'reached'

/** Gives a project the rows that its sentences say, and leaves the words around them. */
export const addRows = (builder: FormBuilder, { rows, left, around }: SentenceRows): void => {
  builder.rows(rows)
  for (const words of left) builder.leave(words, 'label')
  for (const words of around) builder.leave(words, 'surrounding')
}

/** Reads headings that stand in sentences, each followed by its indicators: `数量指标:培训人数≥200人,实际完成210人;`. */
export const readSentenceRows = (text: SpannedText, wanted: Wanted = 'all'): SentenceRows =>
  new SentenceReader(text, wanted).read()

class SentenceReader {
  readonly #text: SpannedText
  readonly #folded: string
  readonly #lexer: Lexer
  readonly #wanted: Wanted
  /** Where the heading of level 1 ends with its colon: what follows right there stands under it. */
  #oneEnd = -1
  readonly #rows: DraftIndicatorRow[] = []
  readonly #left: SpannedText[] = []
  readonly #around: SpannedText[] = []
  /** The headings that open runs inside sentences, by where their words begin. */
  readonly #runs: ReadonlyMap<number, RunIn>
  /** Lines as long as that the width of a page divides; paragraphs are longer. */
  readonly #pageWidth: number
  #one: DraftHeading | undefined
  #two: DraftHeading | undefined
  /** No heading of level 2 is missing under the last one: 满意度指标 needs none. */
  #isLowest = false

  constructor(text: SpannedText, wanted: Wanted) {
    this.#text = text
    this.#wanted = wanted
    this.#folded = text.folded
    this.#lexer = new Lexer(text.folded)
    const longest = text.folded.split('\n').reduce((most, { length }) => Math.max(most, length), 0)
    this.#pageWidth = longest <= LONGEST_PAGE_LINE ? fullLength(longest) : Number.POSITIVE_INFINITY
    this.#runs = new Map(runsIn(this.#lexer).map((run) => [run.category.start, run]))
  }

  read(): SentenceRows {
    let from = 0
    for (let at = 0; at < this.#folded.length; at += 1) {
      const run = this.#runs.get(at)
      const category = this.#categoryAt(at)
      if (category === undefined) continue
      const start = run?.start ?? this.#markStart(at)
      this.#readItems(from, Math.max(from, start))
      if (start < at) this.#leave(Math.max(from, start), at)
      const tail = TAIL.exec(this.#folded.slice(category.end, category.end + 12))?.[0].length ?? 0
      from = run?.behind ?? behindColon(this.#folded, category.end + tail)
      this.#open(category, from)
      this.#leave(category.end, from)
      if (this.#two === undefined) this.#oneEnd = from
      at = from - 1
    }
    this.#readItems(from, this.#folded.length)
    return { rows: this.#rows, left: this.#left, around: this.#around }
  }

  #categoryAt(at: number): CategoryWord | undefined {
    return this.#runs.get(at)?.category ?? this.#headingAt(at)
  }

  /** A heading that a colon or a line end follows, and that begins a line or a sentence. */
  #headingAt(at: number): CategoryWord | undefined {
    const category = this.#lexer.categories(at).find(({ isDamaged }) => !isDamaged)
    if (category === undefined) return undefined
    const behind = this.#folded.slice(category.end, category.end + 14)
    const tail = category.isFull ? (TAIL.exec(behind)?.[0].length ?? 0) : 0
    const isEnded = /^\s?[:\n。]|^[】\]]|^\s*$|^[—–-]{1,2}(?:\n|$)/.test(behind.slice(tail, tail + 3))
    // 满意度:≥95% is an indicator.
    if (!category.isFull && /^\s?:?\s?[\d≥≤<>=。]/.test(behind)) return undefined
    const start = this.#markStart(at)
    const isBegin = start === 0 || /[\s。;:】\]【[]/.test(this.#folded[start - 1] as string)
    return isEnded && isBegin ? category : undefined
  }

  /** Where the number, the bullet or the announcement in front of a heading begins. */
  #markStart(at: number): number {
    const announced = announcementStart(this.#folded, at)
    if (announced < at) return announced
    const mark = this.#folded
      .slice(Math.max(0, at - 8), at)
      .split(/[\n。;:]/)
      .at(-1) as string
    const rest = mark.slice(markLength(mark)).replace(REACHED_BEFORE, '')
    const isMark = mark !== '' && (rest === '' || /^[A-Z]$/.test(rest))
    return isMark ? at - mark.length : /[【[]/.test(this.#folded[at - 1] ?? '') ? at - 1 : at
  }

  /** `behind`: where what stands under the heading begins. */
  #open({ start, end, level }: CategoryWord, behind: number): void {
    const isAnnounced = announcementStart(this.#folded, start) < start
    const text = this.#text.trimmed(start, end)
    // What is announced alike, or stands beside headings of level 2 without any of level 1, is of level 2.
    const isBeside = this.#two !== undefined && (isAnnounced || (level !== 1 && this.#one === undefined))
    const isUnder = level !== 1 && this.#one !== undefined && this.#two !== undefined
    const isRunIn = level === 'either' && this.#one !== undefined && start === this.#oneEnd
    if (level === 2 || isBeside || (isUnder && !this.#isAbove(level, behind)) || isRunIn)
      this.#two = { text, level: 2 }
    else {
      this.#one = { text, level: 1 }
      this.#two = undefined
    }
    this.#isLowest =
      this.#two !== undefined || categoriesNamed(text.meaning).some(({ id }) => id === 'satisfaction')
    this.#rows.push({ ...this.#blankRow(text.slice(0, 0)), span: text.span })
  }

  /** 成本指标:经济成本指标: is of level 1, also where numbers stand before both; 成本指标:经济成本控制率100% is not. */
  #isAbove(level: number | string, behind: number): boolean {
    return (
      level === 'either' && this.#categoryAt(behind + markLength(this.#folded.slice(behind)))?.level === 2
    )
  }

  #blankRow(name: SpannedText): DraftIndicatorRow {
    const headings = [this.#one, this.#two].filter((heading) => heading !== undefined)
    return { span: name.span, headings, name, targets: [], weight: undefined, direction: undefined }
  }

  #leave(start: number, end: number): void {
    const text = this.#text.trimmed(start, end)
    if (!text.isBlank) this.#left.push(text)
  }

  #readItems(start: number, end: number): void {
    let from = start
    for (let at = start; at < end; at += 1) {
      const isStop = /[;。]/.test(this.#folded[at] as string)
      const isLine = this.#folded[at] === '\n' && this.#endsItem(from, at)
      if (!isStop && !isLine) continue
      this.#readPart(from, at)
      if (isStop) this.#leave(at, at + 1)
      from = at + 1
      if (!this.#isAround(from)) continue
      this.#around.push(this.#text.trimmed(from, end))
      return
    }
    this.#readPart(from, end)
  }

  /** Whether a paragraph begins behind the last run, which says nothing of the indicators. */
  #isAround(start: number): boolean {
    if (this.#runs.size === 0 || this.#rows.length === 0 || this.#folded[start - 1] !== '。') return false
    const blanks = /^\s{1,8}/.exec(this.#folded.slice(start, start + 8))?.[0] ?? ''
    const behind = this.#folded.slice(start + blanks.length, start + blanks.length + 24)
    const length = start - this.#folded.lastIndexOf('\n', start - 1) - 1
    return blanks.includes('\n') && markLength(behind) === 0 && length < this.#pageWidth
  }

  /** What stands between two stops: in running text it may hold several items, or go on with something else. */
  #readPart(start: number, end: number): void {
    if (this.#runs.size === 0) {
      this.#readItem(start, end)
      return
    }
    let from = start
    for (const at of itemEnds(this.#lexer, start, end)) {
      this.#readItem(from, at)
      const next = at + 1 + joinLength(this.#folded.slice(at + 1, at + 4))
      this.#leave(at, next)
      from = next
    }
    this.#readItem(from, end)
  }

  /** A line end inside an item is one of the page. */
  #endsItem(from: number, at: number): boolean {
    const behind = this.#folded.slice(at + 1, at + 12)
    return !isCut(this.#folded.slice(Math.max(from, at - 24), at), behind) || markLength(behind) > 0
  }

  #readItem(start: number, end: number): void {
    const marked = ITEM_NUMBER.exec(this.#folded.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0
    this.#leave(start, start + marked)
    const words = this.#text.trimmed(start + marked, end)
    if (words.isBlank) return
    // A line end inside is one of the page.
    const item = SpannedText.join(paragraphsOf(words))
    const reached = this.#resultIn(item)
    const said = item.trimmed(0, reached?.start ?? item.length)
    const planned = PLAN.exec(said.folded)
    const behind = reached === undefined ? '' : item.folded.slice(reached.end).trim()
    // 素养有所提升,实际完成有所提升
    const isSame = behind.length > 1 && said.folded.endsWith(behind)
    const isPlanned = planned !== null || isSame || (/\d/.test(behind) && endsAsValue(said.folded))
    if (this.#wanted === 'reached' && !isPlanned && item.folded.match(CONFIRMED) === null) {
      // What follows in the same line explains; what nothing ends is cut.
      if (this.#folded[start - 1] === '。' && this.#folded[start] !== '\n') this.#left.push(item)
      else this.#readReached(item, /[。;]/.test(this.#folded[end] ?? ''))
      return
    }
    if (this.#wanted !== 'all' && !isPlanned) {
      this.#readConfirmed(item)
      return
    }
    if (reached !== undefined) this.#left.push(item.slice(reached.start, reached.end).trim())
    const divided =
      planned === null
        ? (dividedAsReached(said, behind) ?? this.#countFirst(said))
        : this.#divide(said, planned)
    this.#addRow(item, divided, this.#resultsIn(item, reached))
  }

  /** 更新图书4次,指标完成率100%: of what was reached, that which is said to be what was planned. */
  #readConfirmed(item: SpannedText): void {
    let from = 0
    for (const said of item.folded.matchAll(CONFIRMED)) {
      const words = item.trimmed(from, said.index)
      // 供水项目已完成验收,完成率100% says that something was done, and of no plan how much.
      if (SAYS_DONE.test(words.folded)) continue
      this.#addRow(item, { name: words })
      from = said.index + said[0].length
      this.#left.push(item.slice(said.index, from))
    }
    const rest = item.trimmed(from)
    if (!rest.isBlank) this.#left.push(rest)
  }

  /** 改造供水站6座,更换水表310块: the values, without what explains them. */
  #readReached(item: SpannedText, isWhole: boolean): void {
    if (!this.#isLowest || SAYS_STATE.test(item.folded)) {
      this.#left.push(item)
      return
    }
    const clauses = [...item.folded.matchAll(/[^,]+/g)]
    if (!clauses.every(([clause]) => /\d/.test(clause) && endsAsValue(clause))) {
      this.#readWorded(item, isWhole)
      return
    }
    for (const { index, 0: clause } of clauses)
      this.#addRow(item, { name: item.trimmed(index, index + clause.length) })
    for (const { index } of item.folded.matchAll(/,/g)) this.#left.push(item.slice(index, index + 1))
  }

  /** 救助资金发放及时率100%,按规定及时发放; 传承地方戏曲文化,作用明显. */
  #readWorded(item: SpannedText, isWhole: boolean): void {
    const [first = '', second = '', ...others] = item.folded.split(',')
    const valueEnd = leadingValue(first)
    const isValue = endsAsValue(first) || valueEnd > 0
    const isWorded =
      isWhole && item.length <= LONGEST_WORDED && !/\d/.test(item.folded) && !NO_EFFECT.test(item.folded)
    if (others.length > 0 || !(isValue || isWorded)) {
      this.#left.push(item)
      return
    }
    const isSaidBehind = !isValue && endsAsValue(second)
    const end = isValue || isSaidBehind ? first.length : item.length
    const name = item.slice(valueEnd, end)
    const value = valueEnd > 0 ? item.slice(0, valueEnd) : isSaidBehind ? item.slice(end + 1) : undefined
    this.#addRow(item, value === undefined ? { name } : { name, value })
    this.#left.push(isSaidBehind ? item.slice(end, end + 1) : item.slice(end))
  }

  /** What was reached, and the score and the reason that clauses behind it say. */
  #resultsIn(item: SpannedText, reached: Place | undefined): Results | undefined {
    if (reached === undefined) return undefined
    const behind = item.trimmed(reached.end)
    const clauses = [...behind.folded.matchAll(/,/g)].map(({ index }) => index)
    const isOther = (at: number): boolean =>
      this.#wanted !== 'all' || [SAID_SCORE, SAID_REASON].some((said) => said.test(behind.folded.slice(at)))
    const end = clauses.find(isOther)
    if (end === undefined) return { actual: behind }
    let results: Results = { actual: behind.slice(0, end) }
    let from = end
    for (const at of clauses.filter((clause) => clause >= end)) {
      if (at < from) continue
      const words = behind.folded.slice(at)
      const score = SAID_SCORE.exec(words)?.[0].length ?? 0
      const reason = score > 0 ? 0 : (SAID_REASON.exec(words)?.[0].length ?? 0)
      if (score + reason === 0) continue
      const until = reason > 0 ? behind.length : (clauses.find((next) => next > at) ?? behind.length)
      this.#left.push(behind.slice(from, at + score + reason))
      const said = behind.trimmed(at + score + reason, until)
      results = score > 0 ? { ...results, score: said } : { ...results, reason: said }
      from = until
    }
    if (from < behind.length) this.#left.push(behind.slice(from))
    return results
  }

  /** 项目完成及时率,年初目标值100%: the name and the target; the name may stand behind the words as well. */
  #divide(said: SpannedText, planned: RegExpExecArray): Divided {
    const at = planned.index + planned[0].indexOf((planned[1] ?? planned[2]) as string)
    const end = planned.index + planned[0].length
    this.#left.push(said.trimmed(Math.min(planned.index, at), end))
    const name = said.trimmed(0, planned.index)
    return name.isBlank ? { name: said.trimmed(end) } : { name, value: this.#unquoted(said.trimmed(end)) }
  }

  /** “100%”,材料均为合格产品: the value in quotes, without what is said behind it. */
  #unquoted(said: SpannedText): SpannedText {
    const [printed, value] = QUOTED_VALUE.exec(said.folded) ?? []
    if (printed === undefined || value === undefined) return said
    const end = 1 + value.length
    this.#left.push(said.slice(0, 1), said.slice(end, end + 2))
    const behind = said.trimmed(end + 2)
    if (!behind.isBlank) this.#left.push(behind)
    return said.slice(1, end)
  }

  /** 3户村民增收 among the items of a run. */
  #countFirst(said: SpannedText): Divided {
    const count = this.#runs.size === 0 ? 0 : leadingCount(new Lexer(said.folded), 0, said.length)
    return count === 0 ? { name: said } : { name: said.slice(count), value: said.slice(0, count) }
  }

  #addRow(item: SpannedText, { name, value }: Divided, results?: Results): void {
    const kind = value === undefined ? VALUE_OF_KIND.exec(name.folded) : null
    const own = kind === null ? name : name.trimmed(0, kind.index)
    const said = kind === null ? value : name.trimmed(kind.index)
    const isPlain = said === undefined && results === undefined
    const target = {
      comparator: undefined,
      value: said ?? name.slice(name.length),
      unit: undefined,
      actual: results?.actual,
      column: undefined,
      term: undefined,
    }
    const span = isPlain ? own.span : item.span
    const { score, reason } = results ?? {}
    this.#rows.push({ ...this.#blankRow(own), span, targets: isPlain ? [] : [target], score, reason })
  }

  /** Where an item says what was reached: the words in front, up to the value. */
  #resultIn(item: SpannedText): Place | undefined {
    if (item.length > LONGEST_ITEM) return undefined
    const match = reachedIn(item.folded)
    if (match !== null && match.index > 1) return { start: match.index, end: match.index + match[0].length }
    const comma = item.folded.lastIndexOf(',')
    const outcome = comma > 1 ? new Lexer(item.folded).word('outcome', comma + 1) : undefined
    return outcome?.end === item.length ? { start: comma, end: comma + 1 } : undefined
  }
}

/** What a sentence says of the result of an indicator. */
interface Results {
  readonly actual: SpannedText
  readonly score?: SpannedText
  readonly reason?: SpannedText
}

/** The name of an indicator, and its target where words part them. */
interface Divided {
  readonly name: SpannedText
  readonly value?: SpannedText
}

/** 服务队伍稳定,实际稳定: what is said again to be reached was planned, and is not of the name. */
const dividedAsReached = (said: SpannedText, behind: string): Divided | undefined => {
  const end = said.length - behind.length
  const isValue = end > 2 && said.folded.endsWith(behind) && isQuality(behind)
  return isValue && gluedQualityLength(said.folded) === 0
    ? { name: said.slice(0, end), value: said.slice(end) }
    : undefined
}

const LONGEST_ITEM = 200
const LONGEST_PAGE_LINE = 60
/** 减少疾病发生和流行,改善农村人居环境 */
const LONGEST_WORDED = 30
const SHARE_FIRST = /^\d[\d.]*%(?=[\u4e00-\u9fff])/

/** Where the value ends that a name follows: 100%及时发放救助资金, 2023年6月底前完成排演; 0 where none does. */
const leadingValue = (words: string): number => {
  const date = words.slice(0, new Lexer(words).dateEnd(0)).replace(/完成$/, '').length
  return date > 0 && date < words.length - 2 ? date : (SHARE_FIRST.exec(words)?.[0].length ?? 0)
}

const behindColon = (folded: string, at: number): number => {
  let end = at
  while (end < at + 3 && /[\s:。】\]]/.test(folded[end] ?? '.')) end += 1
  return end
}
