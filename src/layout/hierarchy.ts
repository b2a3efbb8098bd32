import { Decimal, sum } from '../model/decimal.ts'
import type { DraftAgency, DraftProject, DraftTotal } from '../model/draft.ts'
import { cover, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { isSubtotalName } from '../vocabulary/money-words.ts'
import type { Slots } from './slots.ts'

/** One row of a table in its order, as a layout understood it. */
export type Entry =
  | { readonly kind: 'total'; readonly total: DraftTotal }
  | { readonly kind: 'agency'; readonly agency: Omit<DraftAgency, 'agencies' | 'projects'> }
  | { readonly kind: 'project'; readonly project: DraftProject }

interface OpenAgency extends Omit<DraftAgency, 'span' | 'agencies' | 'projects'> {
  span: Span
  readonly agencies: OpenAgency[]
  projects: DraftProject[]
}

export interface Hierarchy {
  readonly totals: readonly DraftTotal[]
  readonly agencies: readonly DraftAgency[]
  readonly projects: readonly DraftProject[]
}

/**
 * Rows as a tree. A code stands under the nearest row above whose code it extends (501 › 501001), or,
 * where it extends none of the table, under the nearest with a shorter one;
 * names without codes stand under the nearest name whose money they are part of;
 * a 项目类别 row and a 小计 stand under the agency they follow, or, where one comes before every agency, over those that
 * follow. A 小计 covers the rows below it, or, in tables that print it after its rows, those above it.
 */
export const buildHierarchy = (entries: readonly Entry[]): Hierarchy => {
  const totals: DraftTotal[] = []
  const root: { agencies: OpenAgency[]; projects: DraftProject[] } = { agencies: [], projects: [] }
  const open: OpenAgency[] = []
  const strays = strayCodes(entries)
  const subtotalsCloseRows = subtotalsFollowTheirRows(entries)
  const areGroupsOver = !subtotalsCloseRows && beginsWithGroup(entries)

  for (const entry of entries) {
    if (entry.kind === 'total') {
      totals.push(entry.total)
      continue
    }
    if (entry.kind === 'project') {
      const parent = open.at(-1) ?? root
      parent.projects.push(entry.project)
      for (const agency of open) agency.span = cover(agency.span, entry.project.span)
      continue
    }
    const { role, hasRow, span, code, name, amount } = entry.agency
    const agency: OpenAgency = { role, hasRow, span, code, name, amount, agencies: [], projects: [] }
    while (open.length > 0 && !stands(agency, open.at(-1) as OpenAgency, strays, areGroupsOver)) open.pop()
    const parent = open.at(-1) ?? root
    for (const above of open) above.span = cover(above.span, agency.span)
    if (agency.role === 'subtotal' && subtotalsCloseRows) {
      agency.projects = parent.projects.splice(0)
      agency.span = agency.projects.reduce((span, project) => cover(span, project.span), agency.span)
      parent.agencies.push(agency)
      continue
    }
    parent.agencies.push(agency)
    open.push(agency)
  }
  return { totals, ...root }
}

/** Whether `agency` stands under `above`. */
const stands = (
  agency: OpenAgency,
  above: OpenAgency,
  strays: ReadonlySet<string>,
  areGroupsOver: boolean,
): boolean => {
  if (agency.role === 'subtotal')
    return above.role !== 'subtotal' && !(areGroupsOver && above.role === 'agency')
  if (agency.role === 'project-category') return above.role === 'agency' && !areGroupsOver
  if (above.role !== 'agency') return areGroupsOver && (!agency.hasRow || hasRoom(above, agency))
  const code = codeOf(agency)
  const codeAbove = codeOf(above)
  if (code !== '' && codeAbove !== '') {
    return codeAbove.length < code.length && (code.startsWith(codeAbove) || strays.has(code))
  }
  // Without codes the order is left, and the money: a name right under a name is its part, and so is the next one, as
  // long as the money above is not used up.
  if (code !== '' || above.projects.length > 0) return false
  return above.agencies.length === 0 || hasRoom(above, agency)
}

/** Whether the money of an agency comes to that of the agencies under it and of one more. */
const hasRoom = (above: OpenAgency, agency: OpenAgency): boolean => {
  const whole = moneyOf(above)
  const parts = [...above.agencies, agency].map(moneyOf)
  return whole !== undefined && parts.every((part) => part !== undefined) && sum(parts).lte(whole)
}

/** The money of a row, where it is a number: 1,200.5, 167(少数民族发展资金). */
export const moneyOf = ({ amount }: { readonly amount: SpannedText }): Decimal | undefined => {
  const digits = amount.folded
    .replaceAll(',', '')
    .replace(/\([^()]*\)\s*$/, '')
    .trim()
  return /^\d+(?:\.\d+)?$/.test(digits) ? new Decimal(digits) : undefined
}

const codeOf = ({ code }: Pick<OpenAgency, 'code'>): string => code?.meaning ?? ''

/** Longer codes that extend none of the table: they stand where their rows stand. */
const strayCodes = (entries: readonly Entry[]): ReadonlySet<string> => {
  const codes = new Set<string>()
  const lengths = new Set<number>()
  for (const entry of entries) {
    const code = entry.kind === 'agency' ? codeOf(entry.agency) : ''
    if (code === '') continue
    codes.add(code)
    lengths.add(code.length)
  }
  const shortest = Math.min(...lengths)
  const extendsAnother = (code: string): boolean =>
    [...lengths].some((length) => length < code.length && codes.has(code.slice(0, length)))
  return new Set([...codes].filter((code) => code.length > shortest && !extendsAnother(code)))
}

/** Whether the first row of all is a 小计 or a 项目类别. */
const beginsWithGroup = (entries: readonly Entry[]): boolean => {
  const first = entries.find((entry) => entry.kind !== 'total')
  return first?.kind === 'agency' && first.agency.role !== 'agency'
}

const subtotalsFollowTheirRows = (entries: readonly Entry[]): boolean => {
  const rows = entries.filter((entry) => entry.kind !== 'total')
  const first = rows.findIndex((entry) => entry.kind === 'agency' && entry.agency.role === 'subtotal')
  return first > 0 && rows[first - 1]?.kind === 'project'
}

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
    // 小计 may stand among the agencies.
    const role = hasRow && isSubtotalName(name.meaning) ? 'subtotal' : 'agency'
    this.push({ kind: 'agency', agency: { role, hasRow, span, code, name, amount } })
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
