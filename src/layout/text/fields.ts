import type { ColumnRole } from '../../model/disclosure.ts'
import type { DraftHeading, DraftIndicatorRow } from '../../model/draft.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { isAside, RESULT_OF_GOAL } from '../../vocabulary/form-words.ts'
import { AGENCY_NAME, headerRole } from '../../vocabulary/headers.ts'
import { areOwn, ownHeadings } from '../../vocabulary/own-headings.ts'
import {
  ANNOUNCES_INDICATORS,
  LABELS_AIM,
  resultStart,
  SAYS_GOAL,
  sectionKind,
} from '../../vocabulary/report-words.ts'
import type { FormBuilder } from '../form-builder.ts'
import { type Label, NOTHING_TOLD, plainLabel, type ToldLabels } from '../labels.ts'
import { moneyIn } from './amounts.ts'
import { chapterStart } from './chapters.ts'
import type { Head } from './heads.ts'
import { itemLines, markLength, markStyle, paragraphsOf, wholeLines } from './lines.ts'
import { dividePieces, indicatorsStart, type Surroundings } from './pieces.ts'
import { moneyOf, moneySaidIn, targetsListedIn } from './report-numbers.ts'
import { beginsIndicators, hasRuns, noticeStart } from './run-in.ts'
import { addRows, hasSentenceRows, readSentenceRows } from './sentence-rows.ts'

/** In sentences a line ends where the page does. */
const inSentences = (lines: readonly SpannedText[]): SpannedText => {
  const whole = SpannedText.join(wholeLines(lines), '\n')
  return hasRuns(whole.folded) ? whole : SpannedText.join(itemLines(lines), '\n')
}

/** Makes projects of labels and the lines that follow each. */
export class NarrativeFields {
  readonly builder: FormBuilder
  /** Lines before the first project, the title among them. */
  readonly front: SpannedText[] = []
  /** What stands in front of the first of several projects. */
  readonly ahead: readonly SpannedText[] = this.front
  /** The head that the title names: its project begins with the first label. */
  title: Head | undefined
  #label: Label | undefined
  #lines: SpannedText[] = []
  #isAfterGap = false
  #goals: SpannedText[] = []
  readonly #told: ToldLabels

  constructor(builder: FormBuilder, told = NOTHING_TOLD) {
    this.#told = told
    this.builder = builder
  }

  get #surroundings(): Surroundings {
    const role = this.#label?.role
    if (!this.builder.isOpen) return 'front'
    return role === 'indicator' ? 'indicators' : role === 'goal' ? 'goal' : 'fields'
  }

  /** A heading that begins a project; `isName` says whether its words are the project's name. */
  head({ mark, name, rest }: Head, isName: boolean): void {
    this.#end()
    if (!isName) {
      for (const text of [mark, name, rest]) this.builder.leave(text, 'label')
      return
    }
    const label = plainLabel(mark.trim(), 'name')
    this.builder.label(label)
    this.builder.field(label, name)
    for (const piece of dividePieces(rest, 'fields')) {
      if (piece.role === undefined) this.#readBehindName(piece.text)
      else this.#enter(piece)
    }
  }

  /** `(100万元)` behind the name of a project. */
  #readBehindName(text: SpannedText): void {
    const { amount, rest } = moneyIn(text)
    if (amount === undefined) {
      this.builder.leave(text, 'surrounding')
      return
    }
    const label = plainLabel(amount.slice(0, 0), 'amount')
    this.builder.label(label)
    this.builder.field(label, amount)
    for (const words of rest) this.builder.leave(words, 'label')
  }

  /** A line with its labels, or one that goes on with the field that is open. */
  line(line: SpannedText): void {
    const labelled = this.builder.isOpen ? labelledRow(line) : undefined
    if (labelled !== undefined) {
      this.close()
      this.builder.rows([labelled.row])
      for (const label of labelled.labels) this.builder.leave(label, 'label')
      return
    }
    for (const piece of dividePieces(line, this.#surroundings, this.#told)) {
      if (piece.role === undefined) {
        this.#text(piece.text)
        continue
      }
      const { title } = this
      this.title = undefined
      if (title !== undefined) this.head(title, true)
      this.#enter(piece)
    }
  }

  #enter(label: Label): void {
    this.close()
    if (this.builder.endsAt(label)) this.#end()
    this.builder.label(label)
    this.#label = label
    if (!label.value.isBlank) this.#text(label.value)
  }

  #text(line: SpannedText): void {
    if (line.isBlank) return
    if (!this.builder.isOpen) {
      this.front.push(line)
      return
    }
    if (this.#surroundings !== 'indicators' && beginsIndicators(line.folded)) this.#open('indicator', line)
    if (this.#surroundings !== 'goal' && BEGINS_GOAL.test(line.folded) && !this.builder.hasIndicators) {
      if (this.#surroundings !== 'indicators') this.#open('goal', line)
    }
    const start = this.#surroundings === 'indicators' ? -1 : indicatorsStart(line.folded)
    if (start > 0) {
      const said = line.slice(0, start).trim()
      const announced = ANNOUNCES_INDICATORS.exec(said.folded)?.[1] ?? ''
      this.#take(said.slice(0, said.length - announced.length).trim())
      this.builder.leave(said.slice(said.length - announced.length), 'label')
      this.#open('indicator', line.slice(start))
      this.#take(line.slice(start))
    } else this.#take(line)
    this.#isAfterGap = false
  }

  /** A blank line: a field of one line ends here. */
  gap(): void {
    this.#isAfterGap = true
  }

  finish(): void {
    this.#end()
  }

  /** Ends the project that is open; what its goals list are its targets where it has no others. */
  #end(): void {
    this.close()
    if (!this.builder.hasIndicators) this.builder.rows(this.#goals.flatMap(targetsListedIn))
    this.#goals = []
    this.builder.finish()
  }

  /** Opens a field that no label names. */
  #open(role: ColumnRole, at: SpannedText): void {
    this.close()
    this.#label = plainLabel(at.slice(0, 0), role)
    this.builder.label(this.#label)
  }

  #take(line: SpannedText): void {
    const label = this.#label
    if (label !== undefined && !this.#isOver(label, line.folded)) {
      this.#lines.push(line)
      return
    }
    const isOfMany = label?.role === 'indicator' || label?.role === 'goal'
    if (!isOfMany || beginsNext(label, line.folded)) this.close()
    this.builder.leave(this.#withoutGoal(line, 'surrounding'), 'surrounding')
  }

  /** Whether a line doesn't belong to the field that is open. */
  #isOver(label: Label, folded: string): boolean {
    if (isAside(folded)) return true
    if (this.#lines.length === 0) return false
    if (ONE_LINE.has(label.role) || beginsNext(label, folded)) return true
    if (label.role === 'indicator') return this.#isAfterGap && (isSentence(folded) || isSigner(folded))
    return label.role === 'goal' && this.#isAfterGap && (isSigner(folded) || beginsOther(label, folded))
  }

  /** Ends the field that is open; its project goes on. */
  close(): void {
    const label = this.#label
    const lines = this.#lines
    this.#label = undefined
    this.#lines = []
    if (label === undefined || lines.length === 0) return
    const text = SpannedText.join(lines, '\n')
    if (label.role === 'amount' || label.role === 'funding') this.#takeMoney(label, text)
    else if (label.role === 'indicator') this.#takeIndicators(lines)
    else if (label.role === 'other' && isOutcome(label.text.meaning)) this.builder.result(text)
    else if (label.role === 'goal') this.#takeGoal(label, text)
    else this.#takeWords(label, text)
  }

  #takeGoal(label: Label, text: SpannedText): void {
    const at = resultStart(text.folded)
    const goal = text.slice(0, at).trim()
    this.builder.field(label, goal)
    this.#goals.push(goal)
    this.builder.result(text.slice(at))
  }

  /** Indicators with their results are rows; others are read by their outline, and so are those under headings of the text's own. */
  #takeIndicators(lines: readonly SpannedText[]): void {
    const whole = SpannedText.join(lines, '\n')
    const chapter = chapterStart(whole.folded, { start: 0, end: whole.length })
    this.builder.leave(whole.slice(chapter), 'surrounding')
    const printed = whole.slice(0, chapter).trim()
    const isOutline = areOwn(ownHeadings(printed.folded))
    const all = isOutline ? printed : inSentences(paragraphsOf(printed))
    const end = noticeStart(all.folded)
    const text = all.slice(0, end).trim()
    this.builder.leave(all.slice(end), 'surrounding')
    if (isOutline || !hasSentenceRows(text.folded)) {
      this.builder.indicators(text)
      return
    }
    addRows(this.builder, readSentenceRows(text))
  }

  /** A name ends before the mark that parts it from the next label. */
  #takeWords(label: Label, text: SpannedText): void {
    const end = text.folded.search(/[;,。、]$/)
    const isMarked = end > 0 && ONE_LINE.has(label.role)
    this.builder.field(label, isMarked ? text.slice(0, end).trim() : text)
    if (isMarked) this.builder.leave(text.slice(end), 'label')
  }

  #takeMoney(label: Label, said: SpannedText): void {
    const text = this.#withoutGoal(said, 'column')
    // 年初预算100万元,调整后预算120万元: what the words say is planned.
    const { start, end } =
      moneyIn(text).amount === undefined
        ? (moneyOf(moneySaidIn(text, false))?.place ?? { start: 0, end: 0 })
        : { start: 0, end: text.length }
    this.builder.leave(text.slice(0, start), 'column')
    this.builder.field(label, text.slice(start, end))
    this.builder.leave(text.slice(end), 'column')
  }

  /**
   * 该项目预算30万元,目标是建成文化广场。: gives a project that has no goal yet the one that words of another field or of none say.
   *
   * @returns what stands in front of it; all of the text where it says none
   */
  #withoutGoal(text: SpannedText, reason: 'column' | 'surrounding'): SpannedText {
    const said = this.builder.goalCount > 0 ? null : SAYS_GOAL.exec(text.folded)
    if (said === null) return text
    const start = said.index + said[0].length
    const stop = text.folded.indexOf('。', start)
    const end = stop < 0 ? text.length : stop + 1
    if (end - start < SHORTEST_GOAL) return text
    const label = plainLabel(text.slice(said.index, start), 'goal')
    this.builder.label(label)
    this.#takeGoal(label, text.slice(start, end))
    this.builder.leave(text.slice(end), reason)
    return text.slice(0, said.index)
  }
}

const OUTCOMES: ReadonlySet<string> = new Set(RESULT_OF_GOAL)

const isOutcome = (label: string): boolean =>
  OUTCOMES.has(label.slice(markLength(label)).replace(/[\s:【】]/g, ''))

const SHORTEST_GOAL = 4
const ONE_LINE: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'period', 'amount', 'funding'])
const BEGINS_GOAL = /^(?:绩效|总体|年度)?目标\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*[:、.]/

/** A heading of the text, numbered as the label is, behind goals and indicators one that says so: 四、存在问题. */
const beginsNext = ({ text, role }: Label, folded: string): boolean => {
  const style = markStyle(folded)
  if (style === '' || folded.length > 24 || style !== markStyle(text.folded)) return false
  const words = folded.slice(markLength(folded))
  return (role !== 'indicator' && role !== 'goal') || (!/\d/.test(words) && sectionKind(words) === 'other')
}

/** 受益对象:… in a paragraph of its own behind the one of 绩效目标:…: a label that nobody knows, and that speaks of no aim. */
const beginsOther = ({ text, value }: Label, folded: string): boolean =>
  text.folded.endsWith(':') && !value.isBlank && UNKNOWN_LABEL.test(folded) && !LABELS_AIM.test(folded)

const UNKNOWN_LABEL = /^[\u4e00-\u9fff]{3,14}:/

/** Who signs: 某县城市管理局 under the last paragraph. */
const isSigner = (folded: string): boolean => folded.length <= 30 && AGENCY_NAME.test(folded)

/** A sentence behind the indicators that is none of them. */
const isSentence = (folded: string): boolean =>
  folded.length > 12 && folded.endsWith('。') && !/[\d≥≤%]/.test(folded)

/** An indicator whose cells a line prints behind the words of their header. */
interface LabelledRow {
  readonly row: DraftIndicatorRow
  readonly labels: readonly SpannedText[]
}

const LABEL = /(?:^|[;,、\s])\s?([^:;,、\s]{1,10})\s?:/g

/** 一级指标:产出指标;三级指标:维修数量;指标值:2台. */
const labelledRow = (line: SpannedText): LabelledRow | undefined => {
  const cells = new Map<ColumnRole, SpannedText>()
  const labels: SpannedText[] = []
  const places = Array.from(line.folded.matchAll(LABEL), ({ index, 0: all, 1: word = '' }) => ({
    start: index,
    end: index + all.length,
    role: headerRole(word),
  })).filter(({ role }) => role !== undefined)
  for (const [i, { start, end, role }] of places.entries()) {
    const value = line.slice(end, places[i + 1]?.start ?? line.length)
    const stop = value.folded.search(/(?<![;,。、\s])[;,。、\s]*$/)
    labels.push(line.slice(start, end).trim(), value.slice(stop).trim())
    if (role !== undefined) cells.set(role, value.trimmed(0, stop))
  }
  const [name, value] = [cells.get('indicator'), cells.get('target')]
  const isWhole =
    places[0]?.start === 0 && cells.size === places.length && places.every(({ role }) => OF_ROW.has(role))
  if (!isWhole || name === undefined || value === undefined || name.isBlank) return undefined
  const heading = (role: ColumnRole, level: 1 | 2): readonly DraftHeading[] => {
    const text = cells.get(role)
    return text === undefined || text.isBlank ? [] : [{ text, level }]
  }
  return {
    labels: labels.filter((text) => !text.isBlank),
    row: {
      span: line.span,
      headings: [...heading('level-one', 1), ...heading('level-two', 2)],
      name,
      targets: [
        {
          comparator: cells.get('comparator'),
          value,
          unit: cells.get('unit'),
          column: undefined,
          term: undefined,
        },
      ],
      weight: cells.get('weight'),
      direction: undefined,
    },
  }
}

const OF_ROW: ReadonlySet<ColumnRole | undefined> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'comparator',
  'target',
  'unit',
  'weight',
])
