import { collect, collectAll, mapped } from '../collect.ts'
import type { Category, Goal, Indicator, Marker, MarkerStyle, Project } from '../model/disclosure.ts'
import { type Edit, editOf } from '../model/finding.ts'
import { categoriesOf, indicatorsOf } from '../model/walk.ts'
import { GOAL_BY_NUMBER } from '../vocabulary/goal-words.ts'
import { LIST_NUMBER, writerLike } from '../vocabulary/numerals.ts'

/** A number in a list that is not the next one. */
export interface Slip {
  readonly of: 'goal' | 'heading' | 'indicator'
  readonly marker: Numbered
  readonly expected: number
  readonly before: Marker | undefined
  /** What numbers its list anew; empty where that can't be told, and behind the first slip of the list. */
  readonly edits: readonly Edit[]
}

/** The numbers of goals, headings and indicators of a project that skip, repeat or go back. */
export const slipsOf = (project: Project): readonly Slip[] => {
  const slips = allSlipsOf(project)
  // What names a goal by its number would name another.
  return slips.some(({ of }) => of === 'goal') && namesGoals(project)
    ? slips.map((slip) => (slip.of === 'goal' ? { ...slip, edits: [] } : slip))
    : slips
}

const namesGoals = (project: Project): boolean =>
  [
    ...project.goals.map(({ text }) => text),
    ...indicatorsOf(project).flatMap(({ indicator: { text, notes } }) => [text, ...notes]),
  ].some(({ folded }) => GOAL_BY_NUMBER.test(folded))

const allSlipsOf = (project: Project): readonly Slip[] => {
  const { goals, categories, indicators } = project
  const all = categoriesOf(project)
  const lists = [indicators, ...mapped(all, ({ children }) => children)]
  return [
    ...collectAll(termsOf([goals]), (term) =>
      slipsIn([collect(goals, (goal) => (goal.term === term ? goal.marker : undefined))], 'goal'),
    ),
    ...slipsIn([collect(categories, headingMarker)], 'heading'),
    ...slipsIn(
      mapped(lists, (list) => collect(list, headingMarker)),
      'heading',
    ),
    ...collectAll(termsOf(lists), (term) =>
      slipsIn(
        mapped(lists, (list) => markersOf(list, term)),
        'indicator',
      ),
    ),
  ]
}

/** Which terms there are among goals or indicators; each is numbered for itself. */
const termsOf = (lists: readonly (readonly (Goal | Child)[])[]): readonly Goal['term'][] => {
  const terms: Goal['term'][] = []
  for (const list of lists)
    for (const one of list) if (one.kind !== 'category' && !terms.includes(one.term)) terms.push(one.term)
  return terms.length > 1
    ? (['annual', 'long-term', undefined] as const).filter((term) => terms.includes(term))
    : terms
}

/** What stands under a heading. */
type Child = Category | Indicator

const headingMarker = (child: Child): Marker | undefined =>
  child.kind === 'category' ? child.marker : undefined

/** The numbers of the indicators of a term. A row with several targets is printed once, and so is its number. */
const markersOf = (list: readonly Child[], term: Indicator['term']): readonly Marker[] => {
  const markers: Marker[] = []
  let before: Marker | undefined
  for (const child of list) {
    if (child.kind !== 'indicator' || child.term !== term) continue
    const { marker } = child
    if (marker !== undefined && (before === undefined || !isSame(marker, before))) markers.push(marker)
    before = marker
  }
  return markers
}

const isSame = (a: Marker, b: Marker): boolean =>
  a === b || (a.ordinal === b.ordinal && a.style === b.style && a.text.span.start === b.text.span.start)

type Numbered = Marker & { readonly ordinal: number }

/** The slips of lists that each begin at 1 or go on where the one before ended. */
const slipsIn = (lists: readonly (readonly Marker[])[], of: Slip['of']): readonly Slip[] => {
  const slips: Slip[] = []
  const ends = new Map<MarkerStyle, number>()
  for (const list of lists) {
    for (const { style, markers } of byStyle(list)) {
      const end = ends.get(style) ?? 0
      const start = markers[0]?.ordinal === end + 1 ? end : 0
      for (const slip of slipsInList(markers, start, of)) slips.push(slip)
      ends.set(style, markers.at(-1)?.ordinal ?? 0)
    }
  }
  return slips
}

interface Numbers {
  readonly style: MarkerStyle
  readonly markers: Numbered[]
}

/**
 * The numbers of a list by their style. A list of one style that begins anew behind a number of another stands below
 * that: 一、 1. 2. 二、 1. 2. Bullets have a style, and no number.
 */
const byStyle = (list: readonly Marker[]): readonly Numbers[] => {
  const found: Numbers[] = []
  let open: Numbers | undefined
  for (const marker of list) {
    if (open?.style !== marker.style)
      open = marker.ordinal === 1 ? undefined : found.findLast(({ style }) => style === marker.style)
    if (open === undefined) {
      open = { style: marker.style, markers: [] }
      found.push(open)
    }
    if (isNumbered(marker)) open.markers.push(marker)
  }
  return found
}

const isNumbered = (marker: Marker): marker is Numbered => marker.ordinal !== undefined

const slipsInList = (markers: readonly Numbered[], start: number, of: Slip['of']): readonly Slip[] => {
  const slips: Slip[] = []
  for (let i = 0; i < markers.length; i += 1) {
    const marker = markers[i] as Numbered
    const before = markers[i - 1]
    const expected = (before?.ordinal ?? start) + 1
    // After one wrong number the list may go on from it, or as if it had been right.
    if (marker.ordinal === expected || marker.ordinal === start + i + 1) continue
    // With the first, all are mended.
    const edits = slips.length === 0 ? renumberAll(markers, start) : []
    slips.push({ of, marker, expected: Math.max(start + i + 1, expected), before, edits })
  }
  return slips
}

const renumberAll = (markers: readonly Numbered[], start: number): readonly Edit[] => {
  const edits = markers.map((marker, i) =>
    marker.ordinal === start + i + 1 ? [] : renumber(marker, start + i + 1),
  )
  return edits.every((one) => one !== undefined) ? edits.flat() : []
}

/** What makes a list number another, printed as it is now; nothing where that can't be told or printed. */
const renumber = ({ text, ordinal }: Numbered, wanted: number): readonly Edit[] | undefined => {
  const edits = Array.from(text.text.matchAll(LIST_NUMBER), ({ 0: printed, index }) => {
    const write = writerLike(printed)
    const isIt = write(ordinal) === printed
    return isIt ? editOf(text.slice(index, index + printed.length), write(wanted)) : undefined
  })
  return edits.length > 0 && edits.every((edit) => edit !== undefined) ? edits : undefined
}
