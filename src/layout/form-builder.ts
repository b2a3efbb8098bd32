import type { ColumnRole, Heading, Leftover, MoneyUnit } from '../model/disclosure.ts'
import type { DraftFunding, DraftGoals, DraftIndicatorRow, DraftMoney, DraftProject } from '../model/draft.ts'
import { cover, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { Entries, emptyProject } from './entries.ts'
import { findMoneyUnit } from './front-matter.ts'
import type { Label } from './labels.ts'
import { partGoals } from './part-goals.ts'
import { splitCode } from './slots.ts'

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
  #money: DraftMoney[] = []
  #results: SpannedText[] = []
  #goalLabel: Label | undefined
  #span: Span | undefined
  /** Where the headings and leftovers of the project that is being built begin. */
  #begin = { headings: 0, leftovers: 0 }
  #amountTerm: Label['term']

  /** Whether anything is known of the project that is being built. */
  get isOpen(): boolean {
    return this.#span !== undefined
  }

  /** Whether the project has what ends a form: indicators. */
  get hasIndicators(): boolean {
    return this.#rows.length + this.#indicators.length > 0
  }

  has(role: ColumnRole): boolean {
    return this.#fields.some(({ label, value }) => label.role === role && !value.isBlank)
  }

  /** A label; its value, if it has any, is a field of its own. */
  label({ text, role }: Label): void {
    this.headings.push({ text, role })
    this.#extend(text.span)
  }

  field(label: Label, value: SpannedText): void {
    if (value.isBlank) return
    this.#extend(value.span)
    if (label.role === 'goal') this.#addGoal(label, value)
    else if (label.role === 'indicator') this.#indicators.push(value)
    else this.#fields.push({ label, value })
  }

  /** A goal; one that breaks off at a comma goes on in the next cell of its label. */
  #addGoal(label: Label, text: SpannedText): void {
    const last = this.#goals.at(-1)
    if (last !== undefined && this.#goalLabel === label && /[,、]$/.test(last.text.folded))
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

  /** A cell of money that is not the planned amount. */
  money(cell: DraftMoney): void {
    this.#extend(cell.text.span)
    this.#money.push(cell)
  }

  /** What became of the goals. */
  result(text: SpannedText): void {
    this.#extend(text.span)
    this.#results.push(text)
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

  /** Text that is no field: a remark, a signature. */
  leave(text: SpannedText, reason: Leftover['reason']): void {
    if (!text.isBlank) this.leftovers.push({ text, reason })
  }

  /** Ends the project, if one was begun; what follows is the next. */
  finish(): void {
    const span = this.#span
    if (span === undefined) return
    const name = this.#take('name') ?? SpannedText.of([], span.start)
    const agency = this.#takeAgency()
    const ownCode = this.#take('code')
    const named = ownCode === undefined ? splitCode(name) : { code: ownCode, name, marks: [] }
    for (const mark of named.marks) this.leave(mark, 'label')
    const amount = this.#takeAmount()
    const amountTerm = this.#amountTerm
    const moneyUnit = this.#ownUnit()
    const isProject = !name.isBlank || this.#goals.length + this.#indicators.length + this.#rows.length > 0
    if (agency !== undefined) this.#enterAgency(agency)
    if (isProject || amount !== undefined) {
      const project: DraftProject = {
        ...emptyProject(span, named.name),
        code: named.code,
        ...(amount === undefined ? {} : { amount }),
        ...(moneyUnit === undefined ? {} : { moneyUnit }),
        ...this.#goalsAndIndicators(),
        rows: this.#rows,
        funding: this.#takeFunding(amountTerm),
        money: this.#money,
        results: this.#results,
        period: this.#take('period'),
      }
      this.entries.push({ kind: 'project', project })
    }
    for (const { value } of this.#fields) this.leave(value, 'column')
    this.#fields = []
    this.#goals = []
    this.#indicators = []
    this.#rows = []
    this.#money = []
    this.#results = []
    this.#span = undefined
    this.#begin = { headings: this.headings.length, leftovers: this.leftovers.length }
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
    const unit = findMoneyUnit(this.headings.slice(this.#begin.headings), lines)
    return unit.text === undefined ? undefined : unit
  }

  #extend(span: Span): void {
    this.#span = this.#span === undefined ? span : cover(this.#span, span)
  }

  #take(role: ColumnRole): SpannedText | undefined {
    return this.#takeField((field) => field.label.role === role)
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

  /** The amount of the year, where the form also prints that of the whole term. */
  #takeAmount(): SpannedText | undefined {
    const amounts = this.#fields.filter(({ label }) => label.role === 'amount')
    const [best] = [...amounts].sort((a, b) => rankOf(b) - rankOf(a))
    this.#amountTerm = best?.label.term
    return best === undefined ? undefined : this.#takeField((field) => field === best)
  }

  /** The parts of the amount of `term`: those of the other term stay with their own sum. */
  #takeFunding(term: Label['term']): readonly DraftFunding[] {
    const isPart = ({ label }: Field): boolean =>
      label.role === 'funding' && (label.term === undefined || term === undefined || label.term === term)
    const parts = this.#fields.filter(isPart)
    this.#fields = this.#fields.filter((field) => !isPart(field))
    let isInPart = false
    return parts.map(({ label, value }, i) => {
      // 其中 behind the total begins its parts; behind a part, the parts of that.
      isInPart = (isInPart || (label.isPart && i > 0)) && !STANDS_ALONE.test(label.text.folded)
      return { name: withoutColon(label.text), amount: value, level: isInPart ? 2 : 1 }
    })
  }
}

const withoutColon = (label: SpannedText): SpannedText =>
  label.folded.endsWith(':') ? label.slice(0, label.length - 1).trim() : label

/** Funds that are never a part of another one. */
const STANDS_ALONE = /其[他它]|自有|自筹|单位资金|专户|政府性基金|国有资本|事业|社会|财政拨款|贷款/

const rankOf = ({ label }: Field): number => {
  const name = label.text.folded
  if (/中期|实施期|总投资|长期/.test(name)) return 0
  return /年度|当年|本年/.test(name) ? 3 : /总额|合计/.test(name) ? 2 : 1
}
