import { Lexer } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { isAside } from '../../vocabulary/form-words.ts'
import {
  FORM_TITLE,
  LABEL_TAIL,
  MONEY_OF_COLUMNS,
  STARTS_GOAL,
  UNKNOWN_LABEL,
} from '../../vocabulary/glued-words.ts'
import { namesMoney } from '../../vocabulary/header-hints.ts'
import { AGENCY_NAME, headerRole, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { OF_THESE_LABEL, withoutOfThese } from '../../vocabulary/money-words.ts'
import { goalLabelsEnd, resultStart } from '../../vocabulary/report-words.ts'
import { FormBuilder } from '../form-builder.ts'
import { isTitle } from '../front-matter.ts'
import { isDepartment, type Label, labelIn, labelOf, plainLabel } from '../labels.ts'
import { alike, bare } from '../words-of.ts'
import { isWholeOf, moneyIn } from './amounts.ts'
import type { Column, ColumnKind, TableHeader } from './columns.ts'
import type { FieldLabel, FormText } from './glued-labels.ts'
import { totalScoreIn } from './glued-points.ts'
import { readGluedRows } from './glued-rows.ts'
import { markLength, paragraphsOf } from './lines.ts'
import { type MoneyRow, moneyRowsFrom, numbersFrom } from './money-table.ts'
import { tellGlued } from './told-text.ts'

/** Reads forms that have lost their borders, one text after another. */
export class GluedFormReader {
  readonly builder = new FormBuilder()
  readonly front: SpannedText[] = []
  #text: SpannedText = SpannedText.of([], 0)
  #lexer = new Lexer('')
  #labels: readonly FieldLabel[] = []
  /** The label of the goal that is open. */
  #goal: Label | undefined
  #hasGoal = false
  /** A label of goals that stood where the goal of another stands. */
  #innerGoal: Label | undefined
  /** Whether a label names the goal of the project that is open. */
  #isGoalLabelled = false
  /** The number of the last row of money, where 行次 heads such numbers, each in the line below the label of its row. */
  #row: number | undefined

  /** Reads the text of a form, or of several; `isLast` says that none follows; `others`: further forms of the file. */
  read({ text, lexer, labels, head }: FormText, isLast: boolean, others: readonly SpannedText[]): void {
    this.#text = text
    this.#row = paragraphsOf(text).some(({ meaning }) => NUMBERS_LINES.test(meaning)) ? 0 : undefined
    this.#lexer = lexer
    this.#labels = withoutList(tellGlued(text, labels, others))
    const first =
      this.#labels.some(isOfPlan) || isLast ? (this.#labels[0]?.start ?? text.length) : text.length
    for (const line of paragraphsOf(text.slice(0, first))) this.front.push(line)
    if (head !== undefined && first < text.length) {
      this.#begin()
      this.builder.field(plainLabel(head.mark, 'name'), head.name)
    }
    let at = first < text.length ? 0 : this.#labels.length
    while (at < this.#labels.length) at = this.#readLabel(at, isLast)
  }

  finish(): void {
    this.builder.finish()
  }

  #begin(): void {
    this.builder.finish()
    this.#goal = undefined
    this.#hasGoal = false
    this.#innerGoal = undefined
  }

  /** Reads the label at an index with what stands behind it, and says which label comes next. */
  #readLabel(at: number, isLast: boolean): number {
    const label = this.#labels[at] as FieldLabel
    const next = this.#labels[at + 1]
    const end = next?.start ?? this.#text.length
    const isBeforeForm = next === undefined ? !isLast : next.role === 'name'
    if (label.role === 'name') {
      if (this.#isNextProject(label)) this.#begin()
      this.#isGoalLabelled = this.#hasGoalLabel(at)
    }
    const stop = isBeforeForm ? this.#titleStart(label.end, end) : end
    if (stop < end) this.builder.leave(this.#text.trimmed(stop, end), 'surrounding')
    if (label.header !== undefined) {
      this.#readRows(label, label.header, stop)
      return at + 1
    }
    if (label.role === 'stage') return this.#readStages(at, stop)
    this.#readField(label, stop)
    return at + 1
  }

  #hasGoalLabel(from: number): boolean {
    for (let at = from + 1; at < this.#labels.length; at += 1) {
      const { role } = this.#labels[at] as FieldLabel
      if (role === 'name') return false
      if (role === 'goal' || role === 'plan') return true
    }
    return false
  }

  /** Leaves words of the head; where no label names the goal, the first sentence among them is one. */
  #leaveInHead(text: SpannedText, reason: 'surrounding' | 'column'): void {
    for (const line of paragraphsOf(text)) {
      if (this.#readMoneyOfColumns(line)) continue
      const isGoal =
        !this.#isGoalLabelled &&
        !this.builder.hasIndicators &&
        SENTENCE.test(line.folded) &&
        !isAside(line.folded)
      if (!isGoal || line.length < 10) {
        this.builder.leave(line, reason)
        continue
      }
      const label = UNKNOWN_LABEL.exec(line.folded)?.[0].length ?? 0
      const at = line.slice(0, label)
      const goal = plainLabel(at.trim(), 'goal')
      this.builder.label(goal)
      this.builder.field(goal, line.slice(label))
    }
  }

  /** 补助资金13.26 0.2 1 …, under 合计 and the districts, which come to the first of the numbers; whether the line is that. */
  #readMoneyOfColumns(line: SpannedText): boolean {
    const [all = '', words = '', whole = ''] = MONEY_OF_COLUMNS.exec(line.folded) ?? []
    if (all === '' || !namesMoney(words) || !isWholeOf(all.slice(words.length))) return false
    if (this.builder.has('amount') || this.#labels.some(({ role }) => role === 'amount')) return false
    const end = words.length + whole.length
    const label = labelOf(line.slice(0, words.length), words.length, 'amount', false)
    this.builder.label(label)
    this.builder.field(label, line.slice(words.length, end).trim())
    this.builder.leave(line.slice(end), 'column')
    return true
  }

  /** Whether a label names another project: 二级项目名称 behind 一级项目名称 names a part of the same. */
  #isNextProject({ word }: FieldLabel): boolean {
    const { builder } = this
    if (builder.hasIndicators || this.#hasGoal) return true
    return builder.has('name') && !/^[二三]级|^子项目/.test(word)
  }

  #readField(field: FieldLabel, end: number): void {
    const { start, role } = field
    const text = this.#text.slice(start, end)
    const isPart = OF_THESE_LABEL.test(text.folded)
    const read = labelOf(text, field.end - start, roleOf(field), isPart)
    // The form of a department is that of a project with its name; one of a project has another, under an unknown label.
    const isOfProject = this.front.some((line) => isTitle(line) && line.folded.includes('项目'))
    const isName =
      isDepartment(read) &&
      !isOfProject &&
      !this.#labels.some((other) => other.role === 'name') &&
      !this.builder.has('name')
    const label: Label = isName ? { ...read, role: 'name' } : read
    this.builder.label(label)
    const { value } = label
    const above = this.#goal
    if (role === 'goal' || role === 'plan') this.#goal = label
    if (value.isBlank) return
    switch (label.role === 'name' ? 'name' : role) {
      case 'amount':
      case 'funding':
        this.#readMoney(label, value)
        break
      case 'goal':
      case 'plan':
        this.#readGoals(above, label, value, this.#text.folded[start - 1] ?? '')
        break
      case 'outcome':
      case 'result':
        this.#readOutcome(value)
        break
      case 'name':
        if (this.builder.has('name')) this.builder.replaceName()
        this.#readWords(label, value)
        break
      default:
        this.#readWords(label, value)
    }
  }

  /** The value of a field in words; what a label that nobody knows sets off in the same line belongs to that. */
  #readWords(label: Label, value: SpannedText): void {
    const end = ONE_LINE.has(label.role) ? valueEnd(value.folded) : value.length
    this.builder.field(label, value.slice(0, end).trim())
    this.#leaveInHead(value.slice(end).trim(), 'surrounding')
  }

  #readMoney(label: Label, cells: SpannedText): void {
    const value = this.#withoutRowNumber(cells)
    const { amount, parts, rest } = moneyIn(value)
    if (amount !== undefined && !NUMBER_IN_LINE.test(value.folded)) {
      this.builder.field(label, parts.length > 0 ? value : amount)
      if (parts.length === 0) for (const words of rest) this.builder.leave(words, 'column')
      return
    }
    const [total, ...others] = numbersFrom(value.folded, MOST_NUMBERS)
    if (total === undefined) {
      this.#leaveInHead(value, 'column')
      return
    }
    this.builder.field(label, value.slice(total.start, total.end))
    for (const { start, end } of others) this.builder.leave(value.slice(start, end), 'column')
    this.#leaveInHead(value.slice((others.at(-1) ?? total).end).trim(), 'surrounding')
  }

  #withoutRowNumber(cells: SpannedText): SpannedText {
    const number = `${(this.#row ?? 0) + 1}`
    if (this.#row === undefined || !cells.folded.startsWith(`${number}\n`)) return cells
    this.#row += 1
    this.builder.leave(cells.slice(0, number.length), 'column')
    return cells.slice(number.length).trim()
  }

  /** Under labels beside each other, 中期目标 and 年度目标, two sentences are a goal each. */
  #readGoals(over: Label | undefined, label: Label, value: SpannedText, before: string): void {
    // 总体目标 over 实施期总目标(2022年-2024年) and 年度目标: a label whose words no list has.
    const inner = labelIn(value)
    if (inner?.role === 'goal' && inner.value.isBlank) {
      this.builder.label(inner)
      this.#innerGoal = inner
      return
    }
    const above = this.#innerGoal ?? over
    this.#innerGoal = undefined
    const ahead = goalLabelsEnd(value.folded, before)
    if (ahead > 0) {
      const words = value.slice(0, ahead).trim()
      const next = labelOf(words, words.length, 'goal', false)
      this.builder.label(next)
      this.#readGoals(label, next, value.slice(ahead).trim(), '')
      return
    }
    const isBesideOther =
      above !== undefined && !this.#hasGoal && above.term !== undefined && above.term !== label.term
    const cut = isBesideOther ? onlyStop(value.folded) || onlyGap(value) : 0
    if (cut > 0) this.#readGoal(above as Label, value.slice(0, cut).trim())
    this.#readGoal(label, value.slice(cut).trim())
  }

  #readGoal(label: Label, value: SpannedText): void {
    const end = goalEnd(value.folded)
    this.builder.leave(value.slice(end), 'surrounding')
    const whole = value.slice(0, end).trim()
    const at = resultStart(whole.folded)
    const goal = whole.slice(0, at).trim()
    // 年度绩效目标1(40分): which goal it is, and what it is worth.
    if (ONLY_POINTS.test(goal.folded)) {
      this.builder.leave(goal, 'label')
      return
    }
    this.builder.result(whole.slice(at))
    if (goal.isBlank) return
    this.#hasGoal = true
    this.builder.field(label, goal)
  }

  /** What stands under 预期目标 and 实际完成情况 beside each other: the goal and then its result. */
  #readOutcome(value: SpannedText): void {
    const goal = this.#goal
    if (goal === undefined || this.#hasGoal) {
      this.builder.result(value)
      return
    }
    const [planned, result] = besideEachOther(value) ?? halvesOf(value)
    this.#readGoal(goal, planned)
    if (!result.isBlank) this.builder.result(result)
  }

  #readRows(label: FieldLabel, header: TableHeader | 'none', end: number): void {
    const known = header === 'none' ? undefined : header
    if (known !== undefined) this.#addHeadings(known)
    const place = { start: label.end, end }
    const { columns, rows, left, labels } = readGluedRows(this.#text, this.#lexer, place, known)
    this.builder.rows(rows)
    for (const words of labels) this.builder.leave(words, 'label')
    for (const words of left) this.#leaveBelow(words, columns)
  }

  /** Leaves what stands below or between rows; 总分 with its numbers is read from it. */
  #leaveBelow(words: SpannedText, columns: readonly Column[]): void {
    const total = totalScoreIn(words, columns)
    if (total !== undefined) this.builder.totalScore(total.score)
    this.builder.leave(words.slice(total?.end ?? 0), 'surrounding')
  }

  #addHeadings({ start, end, columns }: TableHeader): void {
    let from = start
    const headed = columns.flatMap(({ kind, header }) => (header === undefined ? [] : [{ kind, ...header }]))
    for (const place of headed.sort((a, b) => a.start - b.start)) {
      this.builder.leave(this.#text.trimmed(from, place.start), 'label')
      const text = this.#text.trimmed(place.start, place.end)
      this.builder.label({ ...labelOf(text, text.length, ROLES[place.kind] ?? 'other', false), text })
      from = place.end
    }
    this.builder.leave(this.#text.trimmed(from, end), 'label')
  }

  /** Headers of money at several stages, over rows or each in front of its number. */
  #readStages(from: number, end: number): number {
    let to = from
    const columns: FieldLabel[] = []
    for (; this.#labels[to]?.role === 'stage'; to += 1) columns.push(this.#labels[to] as FieldLabel)
    const isAlone = columns.every(
      (column, i) => i === columns.length - 1 || this.#isBlankBehind(column, columns[i + 1] as FieldLabel),
    )
    if (columns.length > 1 && isAlone) return this.#readMoneyTable(columns, to)
    this.#readStage(this.#labels[from] as FieldLabel, Math.min(end, this.#labels[from + 1]?.start ?? end))
    return from + 1
  }

  #isBlankBehind({ end }: FieldLabel, next: FieldLabel): boolean {
    return this.#text.slice(end, next.start).isBlank
  }

  /** 预算数(万元)20: the planned amount, or what was spent of it. */
  #readStage(field: FieldLabel, stop: number): void {
    const { start, end } = field
    const text = this.#text.slice(start, stop)
    const label = labelOf(text, end - start, roleOf(field), false)
    this.builder.label(label)
    if (label.value.isBlank) return
    const number = STAGE_VALUE.exec(label.value.folded)?.[0].length ?? 0
    const value = label.value.slice(0, number).trim()
    this.#leaveInHead(label.value.slice(number).trim(), 'column')
    this.builder.money({ left: label, above: undefined, text: value })
  }

  #readMoneyTable(columns: readonly FieldLabel[], next: number): number {
    const last = columns.at(-1) as FieldLabel
    const heads = columns.map((column): Label => {
      const text = this.#text.trimmed(column.start, column.end)
      return labelOf(text, text.length, roleOf(column), false)
    })
    for (const head of heads) this.builder.label(head)
    const limit = this.#limitOfMoney(next)
    const stages = columns.map(({ stage }) => stage)
    const rows = moneyRowsFrom(this.#lexer, last.end, limit, stages)
    for (const [i, row] of rows.entries()) this.#addMoneyRow(heads, row, i === 0)
    const from = rows.at(-1)?.numbers.at(-1)?.end ?? last.end
    let to = next
    while ((this.#labels[to]?.start ?? Number.POSITIVE_INFINITY) < from) to += 1
    const end = this.#labels[to]?.start ?? this.#text.length
    this.#leaveInHead(this.#text.trimmed(from, Math.max(from, end)), 'surrounding')
    return to
  }

  /** Rows of money end before a label that has none. */
  #limitOfMoney(from: number): number {
    for (let at = from; at < this.#labels.length; at += 1) {
      const { role, start } = this.#labels[at] as FieldLabel
      if (role !== 'amount' && role !== 'funding') return start
    }
    return this.#text.length
  }

  #addMoneyRow(heads: readonly Label[], { label, numbers }: MoneyRow, isFirst: boolean): void {
    const source = this.#text.trimmed(label.start, label.end)
    const isPart = OF_THESE_LABEL.test(source.folded)
    const name = withoutOfThese(bare(source))
    const role: ColumnRole = !isPart && (headerRole(name) === 'amount' || isFirst) ? 'amount' : 'funding'
    const left = labelOf(source, source.length, role, isPart)
    this.builder.label(left)
    for (const [i, { start, end }] of numbers.entries()) {
      const text = this.#text.trimmed(start, end)
      const above = heads[i]
      if (above === undefined) this.builder.leave(text, 'column')
      else this.builder.money({ left, above, text })
    }
  }

  /** Where the title of the next form begins, which the last value before its first label ends with. */
  #titleStart(from: number, end: number): number {
    const start = Math.max(from, end - TITLE_LENGTH)
    const match = FORM_TITLE.exec(this.#text.folded.slice(start, end))
    if (match === null) return end
    const line = this.#text.folded.lastIndexOf('\n', start + match.index)
    return line >= start ? line + 1 : start + match.index
  }
}

/** 项目名称 in a list of who gets how much, in front of the forms, labels nothing. */
const withoutList = (labels: readonly FieldLabel[]): readonly FieldLabel[] => {
  const second = labels.findIndex(({ role }, i) => i > 0 && role === 'name')
  return second === 1 && labels.some(isOfPlan) ? labels.slice(second) : labels
}

/** Whether a label is one that a form has and a list of money has not. */
const isOfPlan = ({ role, header }: FieldLabel): boolean =>
  header !== undefined || role === 'goal' || role === 'plan' || role === 'indicator'

/** 438.768 in a line of its own, above sentences in which money may stand as well. */
const NUMBER_IN_LINE = /^\d[\d,]{0,15}(?:\.\d{1,6})?\n/

/** No row of money has more cells. */
const MOST_NUMBERS = 8
const SENTENCE = /[。;]$/
const TITLE_LENGTH = 120
const ONE_LINE: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'period', 'other'])

/** The goal and its result, one of which follows the other. */
const halvesOf = (value: SpannedText): readonly [goal: SpannedText, result: SpannedText] => {
  const middle = middleOf(value.folded)
  return [value.slice(0, middle).trim(), value.slice(middle).trim()]
}

/** Both line by line, as they are copied from a page: the only blank of each line parts them. */
const besideEachOther = (
  value: SpannedText,
): readonly [goal: SpannedText, result: SpannedText] | undefined => {
  const lines = paragraphsOf(value)
  const pairs = lines.map((line) => [line.folded.indexOf(' '), line.folded.lastIndexOf(' ')] as const)
  if (lines.length < 2 || pairs.some(([first, last]) => first < 0 || first !== last)) return undefined
  const side = (part: (line: SpannedText, at: number) => SpannedText): SpannedText =>
    SpannedText.join(lines.map((line, i) => part(line, pairs[i]?.[0] ?? 0)))
  return [side((line, at) => line.slice(0, at)), side((line, at) => line.slice(at + 1))]
}

const ROLES: Partial<Record<ColumnKind, ColumnRole>> = {
  'level-one': 'level-one',
  'level-two': 'level-two',
  name: 'indicator',
  target: 'target',
  comparator: 'comparator',
  unit: 'unit',
  weight: 'weight',
  direction: 'direction',
  actual: 'actual',
  score: 'score',
  reason: 'reason',
  explanation: 'note',
  standard: 'note',
  note: 'note',
}

const roleOf = ({ role, stage }: FieldLabel): ColumnRole => {
  if (role === 'stage')
    return stage === undefined || stage === 'planned' || stage === 'initial' ? 'amount' : stage
  return role === 'plan' ? 'goal' : role === 'outcome' ? 'result' : role
}

/** Where a value of one line ends: before the line that goes on with something else. */
const valueEnd = (folded: string): number => {
  const line = folded.indexOf('\n')
  if (line < 0) return folded.length
  // A name that a narrow cell broke goes on in a short line.
  const rest = folded.slice(line + 1)
  return rest.length <= 24 && !/[\d:。]/.test(rest) && !AGENCY_NAME.test(rest) ? folded.length : line
}

/** Where the goal ends: a table, or words that look like a label, behind a sentence that is whole. */
const goalEnd = (folded: string): number => {
  let end = 0
  while (end < folded.length) {
    const line = folded.indexOf('\n', end)
    const stop = line < 0 ? folded.length : line
    const words = folded.slice(end, stop).trim()
    const before = folded.slice(0, end).trimEnd()
    const isWhole = /[。;!]$/.test(before)
    // (二)中长期绩效指标 alone in its line.
    if (isWhole && headerRole(words.slice(markLength(words))) === 'indicator') return end
    if (
      isWhole &&
      words !== '' &&
      !/[。;!,、]$/.test(words) &&
      !STARTS_GOAL.test(words) &&
      !/[。;]/.test(words)
    )
      return end
    end = stop + 1
  }
  const stop = Math.max(folded.lastIndexOf('。'), folded.lastIndexOf(';'))
  const tail = folded.slice(stop + 1).trim()
  // 绩 begins a label that a narrow cell broke.
  const isLabel = tail.length === 1 || (tail.length <= 24 && LABEL_TAIL.test(tail))
  return stop > 0 && isLabel ? stop + 1 : folded.length
}

/** Where the result begins behind the goal: with the second line of two, or with the sentence that says the same again. */
const middleOf = (folded: string): number => {
  const places: number[] = []
  // A converter may leave blank lines between cells.
  for (let at = folded.indexOf('\n'); at >= 0 && places.length < 40; at = folded.indexOf('\n', at + 1))
    if (folded[at + 1] !== '\n') places.push(at + 1)
  if (places.length === 1) return places[0] as number
  if (places.length === 0)
    for (let at = folded.indexOf('。'); at >= 0 && places.length < 40; at = folded.indexOf('。', at + 1))
      places.push(at + 1)
  // 维修供水工程18处完成维修18处: what was done begins with a word for it.
  if (places.length === 0 || (places.length === 1 && places[0] === folded.length))
    for (const { index } of folded
      .slice(0, LONGEST_GOAL)
      .matchAll(/(?<=[\u4e00-\u9fff])(?:实际|已|全部){0,3}完成/g))
      places.push(index)
  let best = onlyStop(folded) || folded.length
  let most = 0
  for (const place of places) {
    const likeness = alike(folded.slice(0, place), folded.slice(place))
    if (likeness <= most) continue
    most = likeness
    best = place
  }
  return best
}

/** Where the second of two sentences begins; 0 where there are more or fewer. */
const onlyStop = (folded: string): number => {
  const whole = folded.trimEnd()
  const stop = whole.indexOf('。') + 1
  const next = whole.indexOf('。', stop)
  return stop > 0 && stop < whole.length && (next < 0 || next === whole.length - 1) ? stop : 0
}

/** Where the second of two lines begins that a blank one parts, as cells of a page are; 0 where there are more or fewer. */
const onlyGap = (value: SpannedText): number => {
  const [first, second, ...others] = paragraphsOf(value)
  if (first === undefined || second === undefined || others.length > 0) return 0
  return second.span.start - first.span.end > 1 ? second.offsetIn(value) : 0
}

const LONGEST_GOAL = 400
const ONLY_POINTS = /^\d{0,2}\s?(?:\(\d{1,3}分\))?$/

/** What stands right behind the label of a stage; 实际执行数2021年…: a year begins the next label. */
const STAGE_VALUE = /^[¥]?(?!20\d\d\s?\u5e74)(?:\d[\d,.]*\s?(?:[千万亿]?元|%|分)?|[-—/]+)/
