import type { ColumnRole } from '../../model/disclosure.ts'
import type { DraftHeading, DraftIndicatorRow } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { type CellKind, cellKind } from '../../vocabulary/cell-kinds.ts'
import { hintsOf, namesMoney } from '../../vocabulary/header-hints.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { type Line, markLength } from './lines.ts'
import { firstLabel } from './pieces.ts'
import { beginsIndicators } from './run-in.ts'

/** Lines that are indicators, and the label over them, which no list has. */
export type ItemLines = ReadonlyMap<SpannedText, 'item' | 'label'>

/**
 * The lines that are indicators though no heading says so: several behind a goal or a label, each a name with its value behind a
 * colon, blanks or leader dots. None where the text has headings of indicators.
 */
export const itemLinesIn = (lines: readonly Line[]): ItemLines => {
  const items = new Map<SpannedText, 'item' | 'label'>()
  const isHeaded = (line: Line): boolean =>
    line !== undefined && (beginsIndicators(line.folded) || firstLabel(line)?.role === 'indicator')
  if (lines.some(isHeaded)) return items
  for (let at = 1; at < lines.length; at += 1) {
    const kinds = kindsFrom(lines, at)
    const end = at + kinds.length
    const over = lines[at - 1]
    if (areItems(kinds) && mayStandOver(over)) {
      if (over !== undefined && firstLabel(over) === undefined && /:\s*$/.test(over.folded))
        items.set(over, 'label')
      for (const line of lines.slice(at, end)) if (line !== undefined) items.set(line, 'item')
    }
    at = Math.max(at, end)
  }
  return items
}

/** The dots between name and value. */
export const LEADERS = /\s?[.…·]{2,}\s?/

const ITEM = /^[^\s:,。;≥≤<>=.…·]{2,24}(?:\s?:\s?|\s+|\s?[.…·]{2,}\s?)(?=[^\s:.…·])/
const LONGEST_VALUE = 16
const LONGEST_WORDS = 8

/** The kind of the value that a line ends with, behind a name that is no label. */
const valueIn = (line: Line): CellKind | undefined => {
  const { folded } = line ?? { folded: '' }
  const start = markLength(folded)
  const name = ITEM.exec(folded.slice(start, start + 80))?.[0]
  if (line === undefined || name === undefined || firstLabel(line) !== undefined) return undefined
  const words = name.replace(/(?<![\s:.…·])[\s:.…·]+$/, '')
  const value = folded.slice(start + name.length)
  const kind = cellKind(value)
  // 实施时间 2024年 is a field of the form, 开放时间 每周5天 an indicator.
  const isOther =
    namesMoney(words) ||
    OF_FIELDS.some((role) => (role !== 'period' || kind === 'date') && (hintsOf(words).get(role) ?? 0) > 1)
  const longest = kind === 'words' || kind === 'name' ? LONGEST_WORDS : LONGEST_VALUE
  return isOther || value.length > longest || /[:。;]/.test(value) ? undefined : kind
}

const OF_FIELDS: readonly ColumnRole[] = ['period', 'code', 'other', 'agency']

/** The kinds of the values of a line and those right below it, as far as each ends with one. */
const kindsFrom = (lines: readonly Line[], at: number): readonly CellKind[] => {
  const kinds: CellKind[] = []
  for (let kind = valueIn(lines[at]); kind !== undefined; kind = valueIn(lines[at + kinds.length]))
    kinds.push(kind)
  return kinds
}

/** Two numbers with units at least, and hardly anything else. */
const areItems = (kinds: readonly CellKind[]): boolean => {
  const measured = kinds.filter((kind) => kind === 'measure' || kind === 'share').length
  return measured > 1 && measured * 2 > kinds.length && kinds.every((kind) => kind !== 'sentence')
}

/** A goal, or words that nobody knows with nothing or with a goal behind their colon. */
const mayStandOver = (line: Line): boolean => {
  if (line === undefined) return false
  const label = firstLabel(line)
  if (label !== undefined) return label.role === 'goal'
  return /^[^:]{2,20}:(?:\s*$|[^:\d]{8,}$)/.test(line.folded)
}

/** An indicator whose cells a line prints behind the words of their header. */
export interface LabelledRow {
  readonly row: DraftIndicatorRow
  readonly labels: readonly SpannedText[]
}

const LABEL = /(?:^|[;,、\s])\s?([^:;,、\s]{1,10})\s?:/g

/** 一级指标:产出指标;三级指标:维修数量;指标值:2台. */
export const labelledRow = (line: SpannedText): LabelledRow | undefined => {
  const cells = new Map<ColumnRole, SpannedText>()
  const labels: SpannedText[] = []
  const places = Array.from(line.folded.matchAll(LABEL), ({ index, 0: all, 1: word = '' }) => ({
    start: index,
    end: index + all.length,
    role: headerRole(word),
  })).filter(({ role }) => role !== undefined)
  for (const [i, { start, end, role }] of places.entries()) {
    const value = line.slice(end, places[i + 1]?.start ?? line.length)
    const stop = value.folded.search(/(?<![;,。、\s])[;,。、\s]*$/)
    labels.push(line.slice(start, end).trim(), value.slice(stop).trim())
    if (role !== undefined) cells.set(role, value.trimmed(0, stop))
  }
  const [name, value] = [cells.get('indicator'), cells.get('target')]
  const isWhole =
    places[0]?.start === 0 && cells.size === places.length && places.every(({ role }) => OF_ROW.has(role))
  if (!isWhole || name === undefined || value === undefined || name.isBlank) return undefined
  const heading = (role: ColumnRole, level: 1 | 2): readonly DraftHeading[] => {
    const text = cells.get(role)
    return text === undefined || text.isBlank ? [] : [{ text, level }]
  }
  return {
    labels: labels.filter((text) => !text.isBlank),
    row: {
      span: line.span,
      headings: [...heading('level-one', 1), ...heading('level-two', 2)],
      name,
      targets: [
        {
          comparator: cells.get('comparator'),
          value,
          unit: cells.get('unit'),
          column: undefined,
          term: undefined,
        },
      ],
      weight: cells.get('weight'),
      direction: undefined,
    },
  }
}

const OF_ROW: ReadonlySet<ColumnRole | undefined> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'comparator',
  'target',
  'unit',
  'weight',
])
