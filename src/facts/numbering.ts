import { collectAll, mapped } from '../collect.ts'
import type { Category, Goal, Indicator, Marker, MarkerStyle, Project } from '../model/disclosure.ts'
import { type Edit, editOf } from '../model/finding.ts'
import { categoriesOf, indicatorsOf } from '../model/walk.ts'
import { GOAL_BY_NUMBER } from '../vocabulary/goal-words.ts'
import { LIST_NUMBER, writerLike } from '../vocabulary/list-numbers.ts'

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
  const headings = (category: Category): (Marker | undefined)[] =>
    mapped(
      category.children.filter((child) => child.kind === 'category'),
      ({ marker }) => marker,
    )
  const lists = [indicators, ...mapped(all, indicatorsUnder)]
  return [
    ...collectAll(termsOf([goals]), (term) =>
      slipsIn([goals.filter((goal) => goal.term === term).map(({ marker }) => marker)], 'goal'),
    ),
    ...slipsIn([mapped(categories, ({ marker }) => marker)], 'heading'),
    ...slipsIn(mapped(all, headings), 'heading'),
    ...collectAll(termsOf(lists), (term) =>
      slipsIn(
        mapped(lists, (list) => markersOf(list, term)),
        'indicator',
      ),
    ),
  ]
}

/** Which terms there are among goals or indicators; each is numbered for itself. */
const termsOf = (lists: readonly (readonly (Goal | Indicator)[])[]): readonly Goal['term'][] => {
  const terms: Goal['term'][] = []
  for (const list of lists) for (const { term } of list) if (!terms.includes(term)) terms.push(term)
  return terms.length > 1
    ? (['annual', 'long-term', undefined] as const).filter((term) => terms.includes(term))
    : terms
}

const indicatorsUnder = ({ children }: Category): readonly Indicator[] =>
  children.filter((child) => child.kind === 'indicator')

/** A row with several targets is printed once, and so is its number. */
const markersOf = (
  indicators: readonly Indicator[],
  term: Indicator['term'],
): readonly (Marker | undefined)[] => {
  const markers = indicators.filter((indicator) => indicator.term === term).map(({ marker }) => marker)
  return markers.filter((marker, i) => {
    const before = markers[i - 1]
    return marker === undefined || before === undefined || !isSame(marker, before)
  })
}

const isSame = (a: Marker, b: Marker): boolean =>
  a === b || (a.ordinal === b.ordinal && a.style === b.style && a.text.span.start === b.text.span.start)

type Numbered = Marker & { readonly ordinal: number }

/** The slips of lists that each begin at 1 or go on where the one before ended. */
const slipsIn = (lists: readonly (readonly (Marker | undefined)[])[], of: Slip['of']): readonly Slip[] => {
  const slips: Slip[] = []
  const ends = new Map<MarkerStyle, number>()
  for (const list of lists) {
    if (list.length === 0) continue
    for (const { style, markers } of byStyle(list)) {
      const end = ends.get(style) ?? 0
      const start = markers[0]?.ordinal === end + 1 ? end : 0
      slips.push(...slipsInList(markers, start, of))
      ends.set(style, markers.at(-1)?.ordinal ?? 0)
    }
  }
  return slips
}

interface Numbers {
  readonly style: MarkerStyle
  readonly markers: readonly Numbered[]
}

/**
 * The numbers of a list by their style. A list of one style that begins anew behind a number of another stands below
 * that: 一、 1. 2. 二、 1. 2. Bullets have a style, and no number.
 */
const byStyle = (list: readonly (Marker | undefined)[]): readonly Numbers[] => {
  const found: { readonly style: MarkerStyle; readonly markers: Numbered[] }[] = []
  const open = new Map<MarkerStyle, Numbered[]>()
  let before: Marker | undefined
  for (const marker of list) {
    if (marker === undefined) continue
    let markers = open.get(marker.style)
    if (markers === undefined || (marker.ordinal === 1 && before?.style !== marker.style)) {
      markers = []
      open.set(marker.style, markers)
      found.push({ style: marker.style, markers })
    }
    if (isNumbered(marker)) markers.push(marker)
    before = marker
  }
  return found
}

const isNumbered = (marker: Marker): marker is Numbered => marker.ordinal !== undefined

const slipsInList = (markers: readonly Numbered[], start: number, of: Slip['of']): readonly Slip[] => {
  const slips: Slip[] = []
  for (const [i, marker] of markers.entries()) {
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
