import { mapped } from '../collect.ts'
import type { Leftover } from '../model/disclosure.ts'
import type { DraftFunding, DraftGoals, DraftMoney, DraftProject } from '../model/draft.ts'
import type { Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { termOf } from '../vocabulary/headers.ts'
import { isSumName, isTotalName } from '../vocabulary/money-words.ts'
import { ownHeadings } from '../vocabulary/own-headings.ts'
import { alignRow, type Columns, countIn } from './align.ts'
import { isRowHeader } from './columns.ts'
import { beginsOutline } from './text/lines.ts'
import { outlineStart } from './text/pieces.ts'

/** The cells of one row under their columns. */
export interface Slots {
  readonly row: Row
  /** How many cells the row has. */
  readonly count: number
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  /** Without the code glued to it. */
  readonly agency: SpannedText | undefined
  readonly agencyCode: SpannedText | undefined
  readonly amount: SpannedText
  readonly goals: readonly DraftGoals[]
  readonly indicators: readonly SpannedText[]
  readonly funding: readonly DraftFunding[]
  /** What was spent, and the rate of that. */
  readonly money: readonly DraftMoney[]
  readonly period: SpannedText | undefined
  /** Cells in columns that aren't read, or beside the one that is. */
  readonly leftovers: readonly Leftover[]
}

/** A header and what its columns hold. */
export interface Header {
  readonly columns: Columns
  /** 年度目标 or 中长期目标, for goal columns that say so. */
  readonly terms: readonly DraftGoals['term'][]
  /** The column of the agencies' codes, where the agencies have a column of their own. */
  readonly agencyCode: number | undefined
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
}

/** A header row with its columns. */
export const headerOf = (columns: Columns, labels: Header['labels']): Header => ({
  columns,
  terms: mapped(labels, (label) => (label === undefined ? undefined : termOf(label.meaning))),
  agencyCode: agencyCodeIn(columns, labels),
  labels,
})

/** 单位编码 beside 单位名称; alone, or beside 项目名称, it may be the code of either. */
export const agencyCodeIn = (
  columns: Columns,
  labels: readonly (SpannedText | undefined)[],
): number | undefined => {
  if (!columns.includes('agency')) return undefined
  const at = columns.findIndex(
    (role, i) => role === 'code' && /单位|部门|主管/.test(meaning(labels[i]?.text ?? '')),
  )
  return at < 0 ? undefined : at
}

/** Puts the cells of a row, as they stand under their columns, where they belong. */
export const slotsOf = (
  row: Row,
  { columns, terms, agencyCode: codeColumn, labels }: Header,
  cells = alignRow(row, columns),
): Slots => {
  const found = byRole(cells, columns)
  const at = (role: Columns[number]): readonly SpannedText[] => found.get(role) ?? NONE
  const empty = (role: Columns[number]): SpannedText => {
    const place = cells[columns.indexOf(role)]?.span.start ?? row.span.start
    return SpannedText.of([], place)
  }
  const [amount, ...otherAmounts] = at('amount')
  const [printedName, ...otherNames] = at('name')
  const [agency, ...otherAgencies] = at('agency')
  const agencyCode = codeColumn === undefined ? undefined : cells[codeColumn]
  const codes = at('code').filter((text) => text !== agencyCode)
  // Without the agency's name beside it, the code is that of the row.
  const ownCode = agency !== undefined && agencyCode?.isBlank === false ? agencyCode : undefined
  if (ownCode === undefined && agencyCode?.isBlank === false) codes.push(agencyCode)
  const [code, ...otherCodes] = codes
  const others = at('other')
  const hasContent = at('goal').length > 0 || at('indicator').length > 0
  // 合计 in the column of 序号: its cell was merged with that of the name.
  const mayBeName = (text: SpannedText): boolean =>
    columns.includes('name') ? isWords(text) : isTotalName(text.meaning)
  const isSum = ({ meaning }: SpannedText): boolean => isSumName(meaning)
  const merged =
    printedName === undefined && !hasContent
      ? (others.find(mayBeName) ?? at(undefined).find(isSum))
      : undefined
  const name = printedName ?? merged ?? empty('name')
  const [period, ...otherPeriods] = at('period')
  const money = SPENT.flatMap((stage) =>
    at(stage).flatMap((text): readonly DraftMoney[] => {
      const label = labels[cells.indexOf(text)]
      return label === undefined ? [] : [{ source: undefined, label, stage, text }]
    }),
  )
  const unread = [
    ...otherPeriods,
    ...others.filter((text) => text !== merged),
    ...at(undefined).filter((text) => text !== merged),
    ...at('result'),
    ...SPENT.flatMap(at).filter((text) => !money.some((one) => one.text === text)),
    // Beside the indicators these say more of each; in a list of projects they are columns of their own.
    ...(isRowHeader(columns) ? [] : ASIDE.flatMap(at)),
    ...otherAmounts,
    ...otherCodes,
    ...otherNames,
    ...otherAgencies,
  ]
  const named = code === undefined ? splitCode(name) : { code, name, marks: [] }
  // An agency's own row has its code in its column.
  const isOwnRow = name.isBlank && !hasContent && (code ?? ownCode) !== undefined
  const agencyNamed =
    agency === undefined || isOwnRow ? { name: agency, code: undefined, marks: [] } : splitCode(agency)
  const goals = mapped(at('goal'), (text) => ({ text, term: terms[cells.indexOf(text)] }))
  return {
    row,
    count: countIn(row, columns),
    code: named.code,
    name: named.name,
    agency: agencyNamed.name,
    agencyCode: ownCode ?? agencyNamed.code,
    amount: amount ?? empty('amount'),
    ...(columns.includes('indicator') ? { goals, indicators: at('indicator') } : partGoals(goals)),
    funding: at('funding').flatMap((amount) => {
      const name = labels[cells.indexOf(amount)]
      return name === undefined ? [] : [{ name, amount, level: 1 as const }]
    }),
    money,
    period,
    leftovers: [
      ...mapped(unread, (text) => ({ text, reason: 'column' as const })),
      ...mapped([...named.marks, ...agencyNamed.marks], (text) => ({ text, reason: 'label' as const })),
    ],
  }
}

const NONE: readonly SpannedText[] = []
const SPENT = ['executed', 'rate'] as const
const ASIDE = ['actual', 'score', 'reason', 'note', 'weight', 'direction', 'unit'] as const

/** The cells that aren't blank, by what their columns hold. */
const byRole = (
  cells: readonly SpannedText[],
  columns: Columns,
): ReadonlyMap<Columns[number], readonly SpannedText[]> => {
  const found = new Map<Columns[number], SpannedText[]>()
  for (const [i, text] of cells.entries()) {
    if (text.isBlank) continue
    const role = columns[i]
    const others = found.get(role)
    if (others === undefined) found.set(role, [text])
    else others.push(text)
  }
  return found
}

const isWords = (text: SpannedText): boolean => !/^[\d\s.,、()①-⑳]+$/.test(text.folded)

/**
 * A code glued to its name: `776001-某单位`, `[042]某单位`, `51000023T000007-某项目`, `20240203-120急救`; `2022 年度…` and
 * `2024-2026年…` are none.
 */
const GLUED_CODE =
  /^([[(]?)(\d{3,24}|\d{4,14}[A-Z]{1,2}\d{3,16}[A-Z]?)([\])]\s*|[-_:]+\s*|\s+)(?:(?=[^\d\s.])(?!年)|(?<=\d{6}[\])_:-])(?=\d{1,5}[^\d\s.,年月日]))/

interface Named {
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  /** The brackets or the dash between them. */
  readonly marks: readonly SpannedText[]
}

/** A name with the code that is glued to its front. */
export const splitCode = (name: SpannedText): Named => {
  const match = GLUED_CODE.exec(name.folded)
  if (match === null) return { code: undefined, name, marks: [] }
  const [all, open, digits] = match as unknown as [string, string, string]
  const start = open.length
  const end = start + digits.length
  return {
    code: name.slice(start, end),
    name: name.slice(all.length).trim(),
    marks: [name.slice(0, start), name.slice(end, all.length).trim()].filter((mark) => !mark.isBlank),
  }
}

/** Cells that hold the goals and, under their first heading, the indicators as well. */
export const partGoals = (cells: readonly DraftGoals[]): Pick<DraftProject, 'goals' | 'indicators'> => {
  const goals: DraftGoals[] = []
  const indicators: SpannedText[] = []
  for (const { text, term } of cells) {
    const at = startOfIndicators(text)
    const goal = at < 0 ? text : text.slice(0, at).trim()
    if (!goal.isBlank) goals.push({ text: goal, term })
    if (at >= 0) indicators.push(text.slice(at).trim())
  }
  return { goals, indicators }
}

/** Where the first line begins that is a heading of indicators, or the first such heading in a line. */
const startOfIndicators = (text: SpannedText): number => {
  const { folded } = text
  const own = ownHeadings(folded).find(({ hasItem }) => hasItem)
  if (own !== undefined) return own.start
  for (let start = 0; start < folded.length; ) {
    const end = folded.indexOf('\n', start)
    const line = folded.slice(start, end < 0 ? folded.length : end)
    if (beginsOutline(line.trimStart())) return start
    const inside = outlineStart(line)
    if (inside > 0) return start + inside
    if (end < 0) break
    start = end + 1
  }
  return -1
}
