import type { Block } from '../../read/grid.ts'
import { FormBuilder } from '../form-builder.ts'
import type { ToldLabels } from '../labels.ts'
import { type Layout, type Part, partOfForms } from '../layout.ts'
import { totalIn } from './amounts.ts'
import { NarrativeFields } from './fields.ts'
import { findHeads, headInTitle } from './heads.ts'
import { type Line, linesOf, withWholeHeadings } from './lines.ts'
import { dividePieces, firstLabel, indicatorsStart } from './pieces.ts'
import { hasReportSections, isTitledReport, ReportReader, saysProject } from './report.ts'
import { beginsIndicators } from './run-in.ts'
import { tellLines } from './told-text.ts'

const narrativeLines = (blocks: readonly Block[]): readonly Line[] => withWholeHeadings(linesOf(blocks))

/**
 * L5: running text: `项目名称:…`, `预算金额:100万元`, `绩效目标:…`, `绩效指标:` and lines or sentences
 * of indicators; several projects under numbered headings or one `项目名称` after another.
 */
export const narrative: Layout = {
  id: 'narrative',
  highest: 0.87,

  score: (blocks) => {
    if (blocks.some((block) => block.kind === 'row' && block.cells.length > 2)) return 0
    const lines = narrativeLines(blocks)
    const hasSections = hasReportSections(lines)
    const isTitled = isTitledReport(lines)
    // A report divides its text by headings that look like the labels of a form.
    if (hasSections && isTitled) return 0.87
    if (hasSections || isTitled) return 0.8
    if (!isNarrative(lines) && !saysProject(lines)) return 0
    // Lines that say indicators under no heading are statements.
    return signsIn(lines).announcesIndicators ? 0.8 : 0.4
  },

  read: (blocks): Part => {
    const lines = narrativeLines(blocks)
    const told = tellLines(lines)
    const { builder, front, ahead } = isReport(lines, told) ? readReport(lines) : readFields(lines, told)
    const { entries } = builder
    const total = totalIn(ahead, entries.all.filter(({ kind }) => kind === 'project').length)
    if (total !== undefined) entries.push({ kind: 'total', total })
    return partOfForms(builder, front)
  },
}

/**
 * Labels say more than sections do, and headings over each of several projects more than both. A plan whose labels name
 * neither project nor money says them in its title and its sentences.
 */
const isReport = (lines: readonly Line[], told: ToldLabels): boolean => {
  if (!isNarrative(lines, told)) return true
  if (findHeads(lines).size > 1) return false
  if (hasReportSections(lines)) return true
  const { hasName, hasAmount } = signsIn(lines, told)
  return !hasName && !hasAmount && isTitledReport(lines) && headInTitle(lines) === undefined
}

const readReport = (lines: readonly Line[]): ReportReader => {
  const reader = new ReportReader()
  reader.read(lines)
  return reader
}

const readFields = (lines: readonly Line[], told: ToldLabels): NarrativeFields => {
  const heads = findHeads(lines, told)
  const hasNames = lines.some((line) => line !== undefined && firstLabel(line, told)?.role === 'name')
  const fields = new NarrativeFields(new FormBuilder(), told)
  if (!hasNames && heads.size === 0) fields.title = headInTitle(lines)
  for (const [at, line] of lines.entries()) {
    const head = heads.get(at)
    if (line === undefined) fields.gap()
    else if (head !== undefined) fields.head(head, !hasNames)
    else fields.line(line)
  }
  fields.finish()
  return fields
}

/** What a text speaks of, as far as its labels say it. */
interface Signs {
  readonly hasName: boolean
  readonly hasAmount: boolean
  readonly hasGoal: boolean
  readonly hasIndicators: boolean
  /** The same, or a label in front of them. */
  readonly announcesIndicators: boolean
  /** Known headings of indicators at the start of lines or behind sentences. */
  readonly hasOutline: boolean
}

const signsIn = (lines: readonly Line[], told = tellLines(lines)): Signs => {
  const found = new Set<string>()
  let hasOutline = false
  for (const line of lines) {
    if (line === undefined) continue
    hasOutline ||= beginsIndicators(line.folded) || indicatorsStart(line.folded) > 0
    for (const piece of dividePieces(line, 'fields', told)) {
      if (piece.role === undefined) continue
      found.add(piece.role === 'indicator' && !piece.value.isBlank ? 'indicators' : piece.role)
      hasOutline ||= beginsIndicators(piece.value.folded) || indicatorsStart(piece.value.folded) > 0
    }
  }
  return {
    hasName: found.has('name'),
    hasAmount: found.has('amount'),
    hasGoal: found.has('goal') || found.has('indicator') || found.has('indicators'),
    hasIndicators: found.has('indicators') || hasOutline,
    announcesIndicators: found.has('indicator') || found.has('indicators') || hasOutline,
    hasOutline,
  }
}

/** Whether a text names projects, and goals or indicators of theirs. */
const isNarrative = (lines: readonly Line[], told?: ToldLabels): boolean => {
  const { hasName, hasAmount, hasGoal, hasOutline } = signsIn(lines, told)
  // Indicators in sentences under the names of projects need no other label.
  if (hasOutline && findHeads(lines, told).size > 1) return true
  if (!hasGoal || !(hasName || hasAmount || hasOutline)) return false
  return hasOutline || lines.some((line) => line?.folded.includes('绩效') === true)
}

/**
 * Whether lines between tables describe projects with their indicators, and are no head of a table
 * below nor the lines of a broken cell.
 */
export const isWholeNarrative = (blocks: readonly Block[]): boolean => {
  const lines = narrativeLines(blocks)
  const { hasName, hasAmount, hasGoal, hasIndicators } = signsIn(lines)
  if (!hasGoal || !(hasIndicators || hasAmount)) return false
  const heads = findHeads(lines).size
  return hasIndicators ? hasName || heads > 0 : heads > 1
}
