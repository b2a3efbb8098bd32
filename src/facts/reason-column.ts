import type { Disclosure, Project } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import { contains } from '../source/span.ts'

/**
 * Whether the table of a project has a column for reasons beside the results. A place for them below the table is none that each
 * indicator has to fill.
 */
export const asksForReason = (project: Project, { headings }: Disclosure): boolean => {
  const placed = indicatorsOf(project)
  if (placed.some(({ indicator }) => indicator.reason !== undefined)) return true
  const first = placed[0]?.indicator.span.start ?? 0
  const own = headings.filter(({ text }) => contains(project.span, text.span))
  // A list has its header above all projects.
  const header = own.some(({ role }) => role === 'actual') ? own : headings
  return header.some(({ role, text }) => role === 'reason' && text.span.start < first)
}
