import type { ColumnRole, Heading, Leftover, MoneyUnit } from '../model/disclosure.ts'
import type { DraftGoals, DraftIndicatorRow, DraftProject, DraftTotalScore } from '../model/draft.ts'
import { cover, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { BEGINS_DONE } from '../vocabulary/deadlines.ts'
import { NAMES_BODY } from '../vocabulary/glued-words.ts'
import { hintsOf, namesMoney } from '../vocabulary/header-hints.ts'
import { BEGINS_PERIOD, ENDS_PERIOD, MAIN_WORK, NUMBERS_LINES } from '../vocabulary/headers.ts'
import { isMoneyCell } from '../vocabulary/money-words.ts'
import { isMoneyUnit, namesCount } from '../vocabulary/unit-in-name.ts'
import { findMoneyUnit } from './front-matter.ts'
import { Entries, emptyProject } from './hierarchy.ts'
import { type Label, labelIn, plainLabel } from './labels.ts'
import { type MoneyEntry, resolveMoney } from './money-table.ts'
import { partGoals, splitCode } from './slots.ts'
import { type MoneyField, moneyIn } from './text/amounts.ts'
import { markStyle } from './text/lines.ts'
import { bare, kindOf } from './words-of.ts'

/** A field with its value. */
interface Field {
  readonly label: Label
  readonly value: SpannedText
}

/**
 * Builds projects from labelled fields, whatever they were printed in: cells of a form, lines of text,
 * or text without any separators.
 */
export class FormBuilder {
  readonly entries = new Entries()
  readonly headings: Heading[] = []
  readonly leftovers: Leftover[] = []
  #fields: Field[] = []
  #goals: DraftGoals[] = []
  #indicators: SpannedText[] = []
  #rows: DraftIndicatorRow[] = []
  #goalLabel: Label | undefined
  #span: Span | undefined
  /** Where the headings and leftovers of the project that is being built begin. */
  #begin = { headings: 0, leftovers: 0 }
  #money: MoneyEntry[] = []
  /** Money that words stand in front of. */
  #said: MoneyEntry[] = []
  #results: SpannedText[] = []
  #totalScore: DraftTotalScore | undefined

  /** Whether anything is known of the project that is being built. */
  get isOpen(): boolean {
    return this.#span !== undefined
  }

  /** Whether the project has what ends a form: indicators. */
  get hasIndicators(): boolean {
    return this.#rows.length + this.#indicators.length > 0
  }

  get #name(): SpannedText | undefined {
    return this.#fields.find(({ label }) => label.role === 'name')?.value
  }

  /** Whether a label begins the next project. */
  endsAt({ role }: Label): boolean {
    return role === 'name' && (this.has('name') || this.hasIndicators)
  }

  has(role: ColumnRole): boolean {
    if (MONEY.has(role))
      return [...this.#money, ...this.#said].some(
        ({ left, above }) => left?.role === role || above?.role === role,
      )
    return this.#fields.some(({ label, value }) => label.role === role && !value.isBlank)
  }

  /** A label; its value, if it has any, is a field of its own. */
  label({ text, role }: Pick<Label, 'text' | 'role'>): void {
    this.headings.push({ text, role })
    this.#extend(text.span)
  }

  field(label: Label, value: SpannedText): void {
    if (value.isBlank) return
    this.#extend(value.span)
    if (label.role === 'goal') this.#addAim(label, value)
    else if (label.role === 'result') this.#results.push(value)
    else if (label.role === 'indicator') this.#indicators.push(value)
    else if (MONEY.has(label.role)) this.money({ left: label, above: undefined, text: value })
    else if (label.role === 'other' && namesMoney(label.text.meaning) && moneyIn(value).amount !== undefined)
      this.#said.push({ left: { ...label, role: 'amount' }, above: undefined, text: value })
    else this.#fields.push({ label, value })
  }

  /** A goal, or what its cell itself says to be one or its result: 年度总体目标 | 预期目标:… | 实际完成:… */
  #addAim(label: Label, value: SpannedText): void {
    const own = labelIn(value)
    const role = own && OF_AIMS.get(own.role)
    if (own === undefined || role === undefined || own.value.isBlank) {
      this.#addGoal(label, value, /\D[,、]$/)
      return
    }
    this.leave(own.text, 'label')
    if (role === 'result') this.#results.push(own.value)
    else this.#addGoal({ ...own, term: own.term ?? label.term }, own.value, /\D[,、]$/)
  }

  /** A cell of money, with the words in front of it and above it. */
  money(entry: MoneyEntry): void {
    if (entry.text.isBlank) return
    this.#extend(entry.text.span)
    // 列次 in front of the numbers of the columns.
    const numbersLines = entry.left !== undefined && NUMBERS_LINES.test(entry.left.text.meaning)
    // 2021年 under 近两年收支金额 heads the money of that year.
    if (numbersLines || isCount(entry) || kindOf(entry.text) === 'date') this.leave(entry.text, 'column')
    else if (BEGINS_WITH_WORDS.test(entry.text.folded)) this.#said.push(entry)
    else this.#addMoney(entry)
  }

  /** What sentences say of money counts where no cell has the amount; 待定 in that cell is the amount, whatever a source has. */
  #addSaid(): void {
    for (const entry of this.#said) {
      const known = entry.left?.role === 'amount' ? resolveMoney(this.#money) : undefined
      if (known?.amount === undefined) this.#addMoney(entry)
      else if (known.label === undefined && PENDING.test(entry.text.meaning)) this.#money.push(entry)
      else this.leave(entry.text, 'column')
    }
    this.#said = []
  }

  #addMoney(entry: MoneyEntry): void {
    const { amount, parts, spent, rest } = moneyOf(entry.text)
    for (const words of rest) this.leave(words, 'column')
    if (amount !== undefined) this.#money.push({ ...entry, text: amount })
    for (const { label: text, amount: value } of parts) {
      const part = plainLabel(text, 'funding')
      this.label(part)
      this.#money.push({ left: part, above: undefined, text: value })
    }
    for (const { label, amount: value } of spent) this.spent(label, value, entry.left)
  }

  /** What was spent of the money that `left` labels, or the rate of that. */
  spent(text: SpannedText, value: SpannedText, left?: Label): void {
    const role = value.folded.endsWith('%') ? 'rate' : 'executed'
    const above = plainLabel(text, role)
    this.label(above)
    this.#extend(value.span)
    this.#money.push({ left, above, text: value })
  }

  /** A value whose label nothing tells. */
  unknown(label: SpannedText, value: SpannedText): void {
    this.#extend(label.span)
    if (!value.isBlank) this.#extend(value.span)
    this.headings.push({ text: label, role: 'other' })
    // 任务名称 beside it heads a list of tasks.
    if (MAIN_WORK.test(label.meaning) && kindOf(value) !== 'words')
      this.#fields.push({ label: plainLabel(label, 'other'), value })
    else this.leave(value, 'column')
  }

  /** 项目年度目标1:乡村道路养护项目 over the indicators: the project again, in place of a goal. */
  #namesAgain({ meaning }: SpannedText): boolean {
    const name = this.#name?.meaning
    return name !== undefined && meaning.endsWith(name) && GOAL_NUMBER.test(meaning.slice(0, -name.length))
  }

  /** A line of a goal, which goes on with the one before unless a sentence ended there. */
  goal(label: Label, line: SpannedText): void {
    this.#extend(line.span)
    this.#addGoal(label, line, /[^。;!?]$/)
  }

  /** Whether a line may go on with the goals: the last one is unfinished, or they are numbered as it is. */
  isOpenFor(line: SpannedText): boolean {
    const style = markStyle(line.folded)
    const last = this.#goals.at(-1)
    return (
      last === undefined ||
      /[^。;!?]$/.test(last.text.folded.trim()) ||
      this.#goals.some(({ text }) => markStyle(text.folded) === style)
    )
  }

  /** Takes a goal, or more of the last one; `open`: what a text ends with that the next one goes on with. */
  #addGoal(label: Label, text: SpannedText, open: RegExp): void {
    if (this.#namesAgain(text)) {
      this.leave(text, 'label')
      return
    }
    const last = this.#goals.at(-1)
    // 年度目标 | … | 已完成,…: what became of it, beside it and with no label of its own.
    if (last !== undefined && this.#goalLabel === label && BEGINS_DONE.test(text.folded)) {
      this.#results.push(text)
      return
    }
    if (last !== undefined && this.#goalLabel === label && open.test(last.text.folded))
      this.#goals[this.#goals.length - 1] = { ...last, text: SpannedText.join([last.text, text]) }
    else this.#goals.push({ text, term: label.term })
    this.#goalLabel = label
  }

  indicators(text: SpannedText): void {
    this.#extend(text.span)
    this.#indicators.push(text)
  }

  rows(rows: readonly DraftIndicatorRow[]): void {
    for (const row of rows) {
      this.#extend(row.span)
      this.#rows.push(row)
    }
  }

  /** What became of the goals. */
  result(said: SpannedText): void {
    const text = said.trim()
    if (text.isBlank) return
    this.#extend(text.span)
    this.#results.push(text)
  }

  /** 总分 with its numbers; where it is printed for each of several tables, the last one. */
  totalScore(total: DraftTotalScore): void {
    const last = this.#totalScore
    if (last !== undefined)
      for (const text of [last.name, last.weight, last.score]) if (text) this.leave(text, 'label')
    for (const text of [total.name, total.weight, total.score]) if (text) this.#extend(text.span)
    this.#totalScore = total
  }

  /** Whether nothing but its name is known of the project, as a cover prints it, and `name` is the same. */
  isNamed(name: SpannedText): boolean {
    const isOpen = this.#goals.length + this.#money.length + this.#said.length === 0 && !this.hasIndicators
    return isOpen && this.#name?.meansSameAs(name) === true
  }

  /** 二级项目名称 behind 一级项目名称: what was taken for the name is that of the project above. */
  replaceName(): void {
    for (let name = this.#take('name'); name !== undefined; name = this.#take('name'))
      this.leave(name, 'column')
  }

  /** The indicator read last. */
  get lastRow(): DraftIndicatorRow | undefined {
    return this.#rows.at(-1)
  }

  /** Puts `row` in the place of the indicator that it was made from. */
  replaceLastRow(row: DraftIndicatorRow): void {
    this.#extend(row.span)
    this.#rows[this.#rows.length - 1] = row
  }

  /** How many goals have been read. */
  get goalCount(): number {
    return this.#goals.length
  }

  /**
   * The first `goals`, unless their label says that they are of the year, and all indicators so far are of the long term, and
   * what follows of the year: the form has two halves, one below the other.
   */
  beginYear(goals: number): void {
    const term = 'long-term'
    this.#goals = this.#goals.map((goal, i) =>
      i < goals && goal.term !== 'annual' ? { ...goal, term } : goal,
    )
    this.#rows = this.#rows.map((row) => ({
      ...row,
      targets: row.targets.map((target) => ({ ...target, term })),
    }))
  }

  /** Text that is no field: a remark, a signature. */
  leave(text: SpannedText, reason: Leftover['reason']): void {
    const own = text.trim()
    if (!own.isBlank) this.leftovers.push({ text: own, reason })
  }

  /** Ends the project, if one was begun; what follows is the next. `isWhole`: it is that of a whole department, named as such. */
  finish(isWhole = false): void {
    const span = this.#span
    if (span === undefined) return
    const named = this.#take('name') ?? (isWhole || this.#isOfBody ? this.#takeAgency() : undefined)
    const name = named ?? SpannedText.of([], span.start)
    const agency = this.#takeAgency()
    const ownCode = this.#take('code')
    const coded = ownCode === undefined ? splitCode(name) : { code: ownCode, name, marks: [] }
    for (const mark of coded.marks) this.leave(mark, 'label')
    if (isWhole && this.#goals.length === 0) this.#aimAtMainWork()
    this.#addSaid()
    const { amount, funding, others } = this.#resolvedMoney()
    const moneyUnit = this.#ownUnit()
    const isProject = !name.isBlank || this.#goals.length + this.#indicators.length + this.#rows.length > 0
    if (agency !== undefined) this.#enterAgency(agency)
    if (isProject || amount !== undefined) {
      const none = emptyProject(span, coded.name)
      const { goals, indicators } = this.#goalsAndIndicators()
      const project: DraftProject = {
        ...none,
        code: coded.code,
        amount: amount ?? none.amount,
        moneyUnit,
        goals,
        indicators,
        rows: this.#rows,
        funding,
        money: others,
        results: this.#results,
        period: this.#takePeriod(),
        totalScore: this.#totalScore,
      }
      this.entries.push({ kind: 'project', project })
    } else
      for (const { text } of [...funding.map((part) => ({ text: part.amount })), ...others])
        this.leave(text, 'column')
    for (const { value } of this.#fields) this.leave(value, 'column')
    this.#fields = []
    this.#goals = []
    this.#indicators = []
    this.#rows = []
    this.#money = []
    this.#results = []
    this.#totalScore = undefined
    this.#span = undefined
    this.#begin = { headings: this.headings.length, leftovers: this.leftovers.length }
  }

  /** In a form that plans and reports nothing, the only money is what is planned, though its label speaks of use: 使用数(万元). */
  #resolvedMoney(): ReturnType<typeof resolveMoney> {
    const money = resolveMoney(this.#money)
    const [only, ...more] = money.others
    const isOnly = money.amount === undefined && money.funding.length === 0 && more.length === 0
    const reports =
      this.#results.length > 0 ||
      this.#rows.some(
        ({ score, targets }) => score !== undefined || targets.some(({ actual }) => actual !== undefined),
      )
    return isOnly && only?.stage === 'executed' && this.#rows.length > 0 && !reports
      ? { ...money, amount: only.text, others: [] }
      : money
  }

  /** Goals and indicators under 部门名称 alone are those of the department, whatever the form is titled. */
  get #isOfBody(): boolean {
    const [first] = this.#fields
    return (
      first !== undefined &&
      NAMES_BODY.test(first.label.text.meaning) &&
      this.#goals.length > 0 &&
      this.hasIndicators
    )
  }

  /** 年度主要工作内容: what a department is to do is its goal where its form has no other. */
  #aimAtMainWork(): void {
    const work = this.#fields.find(({ label }) => MAIN_WORK.test(label.text.meaning))
    if (work === undefined) return
    this.#fields = this.#fields.filter((field) => field !== work)
    this.#addAim(work.label, work.value)
  }

  /** Without any other indicators, those in the cell of the goal are its own. */
  #goalsAndIndicators(): Pick<DraftProject, 'goals' | 'indicators'> {
    if (this.hasIndicators) return { goals: this.#goals, indicators: this.#indicators }
    return partGoals(this.#goals)
  }

  /** The money unit that the labels of this form or the lines around them say. */
  #ownUnit(): MoneyUnit | undefined {
    const around = this.leftovers.slice(this.#begin.leftovers)
    const lines = around.filter(({ reason }) => reason === 'surrounding').map(({ text }) => text)
    // 可用资金(亿元), which may stand in front of labels of money and be none itself.
    const fronts = around
      .filter(({ reason }) => reason === 'column')
      .map(({ text }) => ({ text, role: 'other' as const }))
    const unit = findMoneyUnit([...this.headings.slice(this.#begin.headings), ...fronts], lines)
    return unit.text === undefined ? undefined : unit
  }

  #extend(span: Span): void {
    this.#span = this.#span === undefined ? span : cover(this.#span, span)
  }

  #take(role: ColumnRole): SpannedText | undefined {
    return this.#takeField((field) => field.label.role === role)
  }

  /** 起始年度 and 到期年度 are the ends of one period. */
  #takePeriod(): SpannedText | undefined {
    const end =
      (words: RegExp) =>
      ({ label }: Field) =>
        label.role === 'period' && words.test(label.text.meaning)
    const from = this.#takeField(end(BEGINS_PERIOD))
    const to = this.#takeField(end(ENDS_PERIOD))
    const glue = /^\d{4}$/.test(from?.folded ?? '') ? '年-' : '至'
    if (from !== undefined && to !== undefined) return SpannedText.join([from, to], glue, true)
    return from ?? to ?? this.#take('period')
  }

  #takeField(fits: (field: Field) => boolean): SpannedText | undefined {
    const at = this.#fields.findIndex(fits)
    if (at < 0) return undefined
    return this.#fields.splice(at, 1)[0]?.value
  }

  /** The agency that carries the project out; the department over it where no other is named. */
  #takeAgency(): SpannedText | undefined {
    const own = this.#takeField(({ label }) => label.role === 'agency' && !/主管/.test(label.text.folded))
    return own ?? this.#take('agency')
  }

  #enterAgency(text: SpannedText): void {
    const { code, name, marks } = splitCode(text)
    for (const mark of marks) this.leave(mark, 'label')
    if (name.meaning === this.entries.agency) {
      if (code !== undefined) this.leave(code, 'column')
      this.leave(name, 'column')
    } else this.entries.openAgency(name, text.span, code)
  }
}

const GOAL_NUMBER = /^(?:项目|年度|绩效)*目标\s?\d{1,2}\s?:\s?$/

/** What a label in a cell of goals says of it: 实际完成 is what became of them. */
const OF_AIMS: ReadonlyMap<ColumnRole, ColumnRole> = new Map([
  ['goal', 'goal'],
  ['result', 'result'],
  ['actual', 'result'],
])

/** The roles of labels of money. */
const MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'executed', 'rate'])

/** What a cell of money says: 854万(农田400万元,…), 总额100万元,其中:…; words that are no money are all rest. */
const moneyOf = (text: SpannedText): MoneyField => {
  const plain = bare(text)
  const said = moneyIn(text)
  // 100万元(上年结转20万元) has another amount in its brackets.
  if (isMoneyCell(plain) && (said.amount === undefined || !said.rest.some(({ folded }) => /\d/.test(folded))))
    return { amount: text, parts: [], spent: [], rest: [] }
  const found = /^[¥￥]?-?[\d,.]+\s?(?:(?:万?元|万|亿元?)(?=\s?[(,;。\d])|(?=\s?[(;。]))/.exec(text.folded)
  if (found !== null && said.amount?.folded !== found[0].trim()) {
    const at = found[0].length
    return {
      amount: text.slice(0, at).trim(),
      parts: [],
      spent: [],
      rest: [text.trimmed(at)].filter((words) => !words.isBlank),
    }
  }
  if (said.amount !== undefined) return said
  // 占比 over a column of shares is no amount; 待定 is said in place of one.
  const isWords =
    (/^[^\d¥￥-]{4}/.test(plain) && plain.length > LONGEST_NOT_MONEY) ||
    (!/\d/.test(plain) && hintsOf(plain).size > 0)
  return isWords ? said : { amount: text, parts: [], spent: [], rest: [] }
}

/** 待定. */
const PENDING = /^[\u4e00-\u9fff]{2,4}$/

/** Whether the words over or beside a cell say that it counts something: 户数 beside 金额; words over it that name 万元 say more. */
const isCount = ({ left, above, over, text }: MoneyEntry): boolean => {
  const heads = [above, over].map((label) => label?.text.meaning ?? '')
  return (
    !text.folded.includes('元') &&
    (heads.some(namesCount) || (namesCount(left?.text.meaning ?? '') && !heads.some(isMoneyUnit)))
  )
}

const BEGINS_WITH_WORDS = /^\s*[\u4e00-\u9fff(]/

/** 待定, 暂未确定: said in place of an amount. */
const LONGEST_NOT_MONEY = 5
