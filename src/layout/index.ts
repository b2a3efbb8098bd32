import { collect, collectAll, mapped } from '../collect.ts'
import type { IrregularRow, Leftover } from '../model/disclosure.ts'
import type { Draft, DraftProject, LayoutId } from '../model/draft.ts'
import { type Block, type Cell, cellsOf, type Grid } from '../read/grid.ts'
import { contains, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { STEMS } from '../vocabulary/categories.ts'
import { mayStateSum } from '../vocabulary/sum-words.ts'
import { blankCopies, type Uncopied } from './copies.ts'
import { joinBrokenWords, markCutRow } from './cut-rows.ts'
import { fieldsInFront } from './fields-below.ts'
import { formPerProject } from './form-per-project.ts'
import { findMoneyUnit, findTitle, findYear, isTitle } from './front-matter.ts'
import { headingsBelowHeaders, linesUnderGluedHeads, rowsOfHeadedLines } from './headed-lines.ts'
import type { Layout, Part, Table } from './layout.ts'
import { withoutPadding } from './padded-rows.ts'
import { withoutPageMarks } from './page-marks.ts'
import { withStrayTargets } from './reading-log.ts'
import { rowPerIndicator } from './row-per-indicator.ts'
import { type Section, splitSections } from './sections.ts'
import { singleCell } from './single-cell.ts'
import { sumsIn } from './sum-lines.ts'
import { joinSplitLists, mergeTables } from './tables.ts'
import { headInTitle } from './text/heads.ts'
import { listsAmongLines } from './text/line-lists.ts'
import { narrative } from './text/narrative.ts'
import { rowsOfRecords } from './text/records.ts'
import { isTitledReport, ReportReader } from './text/report.ts'
import { type MoneySaid, moneyOf, moneySaidIn } from './text/report-numbers.ts'
import { runTogether } from './text/run-together.ts'
import { statements } from './text/statements.ts'
import { withoutTitlesInHeaders } from './title-in-header.ts'
import { tellLabels } from './told-labels.ts'
import { stackForms, turnMirrored, turnTransposed } from './transposed.ts'

/** A grid's draft and the names of the layouts that it was recognised as, in the order they begin. */
export interface Recognized {
  readonly layouts: readonly LayoutId[]
  readonly draft: Draft
}

/** Those that can be most sure first: once one is, the others need not be asked. */
const LAYOUTS: readonly Layout[] = [
  singleCell,
  rowPerIndicator,
  formPerProject,
  narrative,
  runTogether,
  statements,
].sort((a, b) => b.highest - a.highest)

/** Divides the grid, which came from the text `source`, by layout, and reads each part its own way. */
export const recognizeLayout = (grid: Grid, source: string): Recognized => {
  const { length } = source
  const { blocks: whole, marks } = withoutPageMarks(grid.blocks, source)
  const records = rowsOfRecords(prepared(whole, length))
  const uncopied = blankCopies(
    tellLabels(fieldsInFront(rowsOfHeadedLines(headingsBelowHeaders(records.blocks)))),
  )
  const blocks = turnTransposed(
    stackForms(notesAsLines(withoutTitlesInHeaders(mapped(uncopied.blocks, asLine)))),
  )
  const sections = mapped(splitSections(blocks), (section) => ({
    blocks: section.blocks,
    layout: bestFor(section),
  }))
  const isRead = ({ layout }: { readonly layout: Layout | undefined }): boolean => layout !== undefined
  const hasAny = sections.some(isRead)
  const read = hasAny ? sections.filter(isRead) : sections
  const parts = mapped(read, ({ layout = singleCell, blocks }) => ({ id: layout.id, ...layout.read(blocks) }))
  const unread = hasAny ? sections.filter((section) => !isRead(section)).flatMap(({ blocks }) => blocks) : []
  const others = [...unread, ...marks, ...records.rest]
  const layouts = [...new Set(parts.map(({ id }) => id))]
  const draft = composeDraft(parts, others, { ...uncopied, blocks }, length)
  const lost = mapped(unclaimedIn(grid, draft, source), (text) => ({
    text,
    reason: PARTING.test(text.folded) ? ('label' as const) : ('unplaced' as const),
  }))
  return {
    layouts,
    draft: withLeftovers(draft, lost),
  }
}

/** The blocks of a file of `length` characters without what converters and the end of the file did to them. */
const prepared = (blocks: readonly Block[], length: number): readonly Block[] =>
  turnMirrored(joinBrokenWords(markCutRow(linesUnderGluedHeads(withoutPadding(blocks)), length)))

/** Marks between a label and its value, or between two cells, which say nothing themselves. */
const PARTING = /^[\s:;,.。、|~…·_/→()[\]【】—–-]+$/

const withLeftovers = (draft: Draft, lost: readonly Leftover[]): Draft => {
  const leftovers = lost.length === 0 ? draft.leftovers : [...draft.leftovers, ...lost]
  return { ...draft, leftovers, readings: withStrayTargets(draft.readings, leftovers) }
}

/** The layout that a section is most surely of, if it is of any. */
const bestFor = ({ blocks, isOther }: Section): Layout | undefined => {
  if (isOther) return undefined
  let best: Layout | undefined
  let most = 0
  for (const layout of LAYOUTS) {
    if (layout.highest <= most) break
    const score = layout.score(blocks)
    if (score > most) {
      best = layout
      most = score
    }
  }
  return best
}

/** A row that one merged cell covers is a line of text: a title, a note. */
const asLine = (block: Block): Block => {
  if (block.kind !== 'row' || block.cells.length < 2) return block
  const own = block.cells.find(({ mergedInto }) => mergedInto === undefined)
  const isOne = own !== undefined && block.cells.every((cell) => cell === own || cell.mergedInto === own)
  return isOne ? { kind: 'text', cell: own } : block
}

/** The sheets of one column beside those with tables, 填报说明, hold lines of text. */
const notesAsLines = (blocks: readonly Block[]): readonly Block[] => {
  const sheets: Block[][] = [[]]
  for (const block of blocks) {
    sheets.at(-1)?.push(block)
    if (block.kind === 'gap' && block.endsTable === true) sheets.push([])
  }
  const isNote = (sheet: readonly Block[]): boolean =>
    sheet.every((block) => block.kind !== 'row' || block.cells.length === 1)
  if (sheets.every(isNote) || !sheets.some(isNote)) return blocks
  return sheets.flatMap((sheet) =>
    isNote(sheet)
      ? sheet.map(
          (block): Block => (block.kind === 'row' ? { kind: 'text', cell: block.cells[0] as Cell } : block),
        )
      : sheet,
  )
}

/** `others`: the rows and lines of tables that say nothing of goals. */
const composeDraft = (
  parts: readonly Part[],
  others: readonly Block[],
  { blocks, copies }: Uncopied,
  length: number,
): Draft => {
  const restored = parts.flatMap(({ rows }) => (rows === undefined ? [] : [rows]))
  const { tables, leftovers: names } = joinSplitLists(parts.flatMap((part) => part.tables))
  const otherLines = others.flatMap((block) => (block.kind === 'text' ? [block.cell.text] : []))
  for (const table of tables) completeByLines(table, tables.length === 1 ? otherLines : [])
  const leftovers: Leftover[] = [...parts.flatMap((part) => part.leftovers), ...names]
  const front = tables[0]?.front ?? []
  const title = findTitle(front) ?? otherLines.findLast(isTitle)
  const around = collect(leftovers, ({ reason, text }) => (reason === 'surrounding' ? text : undefined))
  const [first = findMoneyUnit([], around), ...later] = tables.map((table) =>
    findMoneyUnit(table.headings, [...table.front, ...around]),
  )
  // The forms behind an explanation may say what it leaves open.
  const moneyUnit =
    first.text === undefined ? (later.find(({ text, name }) => text && name === first.name) ?? first) : first
  return {
    span: { start: 0, end: length },
    title,
    year: findYear([...(title === undefined ? [] : [title]), ...front, ...otherLines]),
    moneyUnit,
    headings: tables.flatMap(({ headings }) => headings),
    ...mergeTables(tables, moneyUnit),
    irregularRows: ownRows(
      parts.flatMap((part) => part.irregularRows),
      blocks,
    ),
    sums: [blocks, ...(restored.length > 0 ? restored : [listsAmongLines(blocks)])].flatMap(sumsIn),
    statements: collectAll(blocks, (block) =>
      collect(cellsOf(block), ({ text }) => (mayStateSum(text.folded) ? text : undefined)),
    ),
    leftovers: [
      ...tables
        .flatMap((table) => table.front)
        .filter((text) => title === undefined || !contains(text.span, title.span))
        .map((text) => ({ text, reason: 'surrounding' as const })),
      ...leftovers,
      ...mapped(copies, (text) => ({ text, reason: 'label' as const })),
      ...others.flatMap(leftoversOf).filter(({ text }) => text !== title),
    ],
    readings: parts.flatMap(({ readings = [] }) => readings),
    truncated: (parts.at(-1)?.truncated ?? false) || endsOpen(blocks),
  }
}

/** Those that are rows of the file, and were not put together from its lines. */
const ownRows = (irregular: readonly IrregularRow[], blocks: readonly Block[]): readonly IrregularRow[] => {
  if (irregular.length === 0) return irregular
  const places = new Set(blocks.flatMap((block) => (block.kind === 'row' ? [spanKey(block.span)] : [])))
  return irregular.filter(({ span }) => places.has(spanKey(span)))
}

const spanKey = ({ start, end }: Span): string => `${start}-${end}`

/**
 * 反恐经费支出绩效评价表(2024年预算86.5万元): the only project of a table has the name of the title, and the amount that the title
 * says, or else the lines in front of it and the `letter`: 现将市级财政专项扶贫资金12万元下达给你们.
 */
const completeByLines = ({ entries, front }: Table, letter: readonly SpannedText[]): void => {
  const { at, project: printed } = onlyProject(entries) ?? {}
  if (at === undefined || printed === undefined) return
  const project = completeByReport(printed, front)
  const title = findTitle(front)
  const name = project.name.isBlank ? headInTitle(front)?.name : undefined
  const said = (lines: readonly SpannedText[]): readonly MoneySaid[] =>
    project.amount.isBlank ? lines.flatMap((line) => moneySaidIn(line, false)) : []
  const around = said([...front, ...letter])
  const isOne = new Set(around.map((one) => placeOf(one).meaning)).size === 1
  const found = moneyOf(said(title === undefined ? [] : [title])) ?? (isOne ? moneyOf(around) : undefined)
  if (name === undefined && found === undefined && project === printed) return
  const amount = found === undefined ? project.amount : placeOf(found)
  entries.replace(at, { ...project, name: name ?? project.name, amount })
}

/** What a report says in front of its table of indicators, which names no project and has no goal. */
const completeByReport = (project: DraftProject, front: readonly SpannedText[]): DraftProject => {
  if (!project.name.isBlank || project.goals.length > 0 || !isTitledReport(front)) return project
  const reader = new ReportReader()
  reader.read(front)
  const { project: said } = onlyProject(reader.builder.entries) ?? {}
  if (said === undefined) return project
  return { ...project, name: headInTitle(front)?.name ?? said.name, goals: said.goals }
}

const onlyProject = ({ all }: Table['entries']): { at: number; project: DraftProject } | undefined => {
  const projects = mapped(all, (entry, at) =>
    entry.kind === 'project' ? { at, project: entry.project } : undefined,
  ).filter((one) => one !== undefined)
  return projects.length === 1 ? projects[0] : undefined
}

const placeOf = ({ line, place }: MoneySaid): SpannedText => line.slice(place.start, place.end)

const leftoversOf = (block: Block): readonly Leftover[] =>
  cellsOf(block).flatMap(({ text }) => (text.isBlank ? [] : [{ text, reason: 'surrounding' as const }]))

/** Whether the input ends inside a cell, or says itself that it goes on. */
const endsOpen = (blocks: readonly Block[]): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind === 'text') {
    const { text, unclosed } = last.cell
    return unclosed || /^(?:…+|\.{3,})$/.test(text.folded) || isCutHeading(text.meaning)
  }
  return last?.cells.at(-1)?.unclosed ?? false
}

/** 可 in a line of its own at the end: where a heading of indicators was to follow. */
const isCutHeading = (words: string): boolean =>
  words !== '' && STEMS.some(({ stem }) => stem.length > words.length + 2 && stem.startsWith(words))

/**
 * The stretches of a grid's texts, blanks aside, that no text of the draft holds, whatever layout read them: nothing
 * of the input may be dropped silently. `source` is the whole text that the grid was made of.
 */
const unclaimedIn = (grid: Grid, draft: Draft, source: string): readonly SpannedText[] => {
  const claimed = new Uint8Array(source.length)
  const { title, year, moneyUnit, headings, totals, leftovers, agencies, projects } = draft
  // What only points at texts, sums and readings, claims none.
  textsIn([title, year?.text, moneyUnit.text, headings, totals, leftovers, agencies, projects], (text) => {
    for (const { start, end } of text.ranges) claimed.fill(1, start, end)
  })
  return collectAll(grid.blocks, (block) =>
    collectAll(cellsOf(block), ({ text }) => {
      const isWhole = text.ranges.every(({ start, end }) => isClaimed(claimed, source, start, end))
      return isWhole ? [] : text.without((at) => claimed[at] !== 0)
    }),
  )
}

/** False for a blank that is printed as an entity, too. */
const isClaimed = (claimed: Uint8Array, source: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1)
    if (claimed[at] === 0 && source.charAt(at).trim() !== '') return false
  return true
}

/** Hands on every text in a part of a draft, wherever it stands. */
const textsIn = (part: unknown, take: (text: SpannedText) => void): void => {
  if (part instanceof SpannedText) take(part)
  else if (Array.isArray(part)) for (const one of part) textsIn(one, take)
  else if (typeof part === 'object' && part !== null)
    for (const key in part) textsIn(part[key as keyof typeof part], take)
}
