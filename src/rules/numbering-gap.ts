import type { Category, Goal, Indicator, Marker, MarkerStyle } from '../model/disclosure.ts'
import { categoriesOf } from '../model/walk.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

const gap = (
  marker: Marker,
  ordinal: number,
  expected: number,
  before: Marker | undefined,
  what: Message,
): Problem => {
  const printed = marker.text.text.trim()
  const kind = ordinal > expected ? SKIPS : ordinal === before?.ordinal ? REPEATS : GOES_BACK
  return {
    message: {
      zh: `${what.zh}编号“${printed}”${kind.zh}，此处应为第 ${expected} 项`,
      en: `the number “${printed}” of this ${what.en} ${kind.en}; number ${expected} should stand here`,
    },
    at: marker.text.span,
    ...(before === undefined
      ? {}
      : { related: [{ at: before.text.span, note: { zh: '前一项', en: 'the one before' } }] }),
    data: { expected: String(expected), found: String(ordinal) },
  }
}

const SKIPS: Message = { zh: '跳号', en: 'skips' }
const REPEATS: Message = { zh: '重复', en: 'repeats' }
const GOES_BACK: Message = { zh: '倒退', en: 'goes back' }

const GOAL: Message = { zh: '绩效目标', en: 'goal' }
const HEADING: Message = { zh: '指标分类', en: 'heading' }
const INDICATOR: Message = { zh: '指标', en: 'indicator' }

export const numberingGap: Rule = {
  id: 'numbering-gap',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '目标、分类和指标的编号应连续。',
      en: 'Goals, headings and indicators are numbered without gaps.',
    },
    finds: {
      zh: '跳号、重复或倒退的编号。',
      en: 'Numbers that skip, repeat or go back.',
    },
    why: {
      zh: '编号跳号、重复或倒退，往往意味着漏录、重复或错放了一项。指标编号可在每个分类下从 1 开始，也可全表连续。',
      en: 'A number that skips, repeats or goes back often means that an item was lost, doubled or misplaced. Indicators may start at 1 under each heading or be numbered through.',
    },
    fix: { zh: '核对是否漏项，更正编号。', en: 'Check whether an item is missing and correct the number.' },
    basis: { zh: '编号格式为表格固定格式（FORM）。', en: 'The numbering is printed on the forms (FORM).' },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。目标3:更换老化线路。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。目标2:更换老化线路。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 2.更换线路长度 ≥800米${REST}`,
    ),
  },

  *checkProject(project) {
    for (const term of termsOf(project.goals)) {
      yield* gapsIn([project.goals.filter((goal) => goal.term === term).map(({ marker }) => marker)], GOAL)
    }
    yield* gapsIn([project.categories.map(({ marker }) => marker)], HEADING)
    const categories = categoriesOf(project)
    const headings = (category: Category): (Marker | undefined)[] =>
      category.children.flatMap((child) => (child.kind === 'category' ? [child.marker] : []))
    yield* gapsIn(categories.map(headings), HEADING)
    const lists = [project.indicators, ...categories.map(indicatorsIn)]
    for (const term of termsOf(lists.flat())) {
      yield* gapsIn(
        lists.map((list) => markersOf(list, term)),
        INDICATOR,
      )
    }
  },
}

/** Which terms there are among goals or indicators; each is numbered for itself. */
const termsOf = (nodes: readonly (Goal | Indicator)[]): readonly Goal['term'][] => {
  const terms: Goal['term'][] = []
  for (const { term } of nodes) if (!terms.includes(term)) terms.push(term)
  return terms.length > 1
    ? (['annual', 'long-term', undefined] as const).filter((term) => terms.includes(term))
    : terms
}

const indicatorsIn = ({ children }: Category): readonly Indicator[] =>
  children.filter((child) => child.kind === 'indicator')

/** A row with several targets is printed once, and so is its number. */
const markersOf = (
  indicators: readonly Indicator[],
  term: Indicator['term'],
): readonly (Marker | undefined)[] => {
  const markers: (Marker | undefined)[] = []
  let before: Marker | undefined
  for (const { term: own, marker } of indicators) {
    if (own !== term) continue
    if (marker === undefined || before === undefined || !isSame(marker, before)) markers.push(marker)
    before = marker
  }
  return markers
}

const isSame = (a: Marker, b: Marker): boolean =>
  a === b || (a.ordinal === b.ordinal && a.style === b.style && a.text.span.start === b.text.span.start)

type Numbered = Marker & { readonly ordinal: number }

/** The slips of lists that each begin at 1 or go on where the one before ended. */
function* gapsIn(lists: readonly (readonly (Marker | undefined)[])[], what: Message): Generator<Problem> {
  const ends = new Map<MarkerStyle, number>()
  for (const list of lists) {
    for (const { style, markers } of byStyle(list)) {
      const end = ends.get(style) ?? 0
      const start = markers[0]?.ordinal === end + 1 ? end : 0
      yield* gapsInList(markers, start, what)
      ends.set(style, markers.at(-1)?.ordinal ?? 0)
    }
  }
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

function* gapsInList(markers: readonly Numbered[], start: number, what: Message): Generator<Problem> {
  let before: Numbered | undefined
  for (const [i, marker] of markers.entries()) {
    const expected = (before?.ordinal ?? start) + 1
    // After one wrong number the list may go on from it, or as if it had been right.
    const isRight = marker.ordinal === expected || marker.ordinal === start + i + 1
    if (!isRight) yield gap(marker, marker.ordinal, Math.max(start + i + 1, expected), before, what)
    before = marker
  }
}
