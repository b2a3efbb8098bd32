import type { DraftProject } from '../model/draft.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Entry } from './hierarchy.ts'
import type { Slots } from './slots.ts'

/** The rows of a table in their order, as a layout understands them one after another. */
export class Entries {
  readonly #all: Entry[] = []
  /** The agency named last in a column or a field of its own. */
  #agency = ''

  get all(): readonly Entry[] {
    return this.#all
  }

  /** The agency that the projects to follow stand under, as far as a column or a field says it. */
  get agency(): string {
    return this.#agency
  }

  get lastProject(): DraftProject | undefined {
    const last = this.#all.at(-1)
    return last?.kind === 'project' ? last.project : undefined
  }

  push(entry: Entry): void {
    this.#all.push(entry)
  }

  /** Puts `project` in the place of the one it was made from. */
  replace(at: number, project: DraftProject): void {
    this.#all[at] = { kind: 'project', project }
  }

  replaceLast(project: DraftProject): void {
    this.replace(this.#all.length - 1, project)
  }

  /** Agencies named in a column of their own: a new name opens a new agency. False where it is the same. */
  enterAgency(text: SpannedText, slots: Slots): boolean {
    const { row, code, agencyCode, name, amount, goals, indicators } = slots
    const isRow = name.isBlank && goals.length === 0 && indicators.length === 0
    if (text.meaning === this.#agency && !isRow) return false
    this.openAgency(text, row.span, isRow ? (code ?? agencyCode) : agencyCode, isRow ? amount : undefined)
    return true
  }

  /** An agency with its own row, or, without one, named over the projects that follow. */
  openAgency(name: SpannedText, span: Span, code: SpannedText | undefined, ownAmount?: SpannedText): void {
    this.#agency = name.meaning
    const hasRow = ownAmount !== undefined
    const amount = ownAmount ?? SpannedText.of([], name.span.end)
    this.push({ kind: 'agency', agency: { role: 'agency', hasRow, span, code, name, amount } })
  }
}

/** A project of which nothing but the name is known yet. */
export const emptyProject = (span: Span, name: SpannedText): DraftProject => ({
  span,
  code: undefined,
  name,
  amount: SpannedText.of([], name.span.end),
  moneyUnit: undefined,
  goals: [],
  indicators: [],
  rows: [],
  funding: [],
  money: [],
  results: [],
  period: undefined,
  totalScore: undefined,
})
