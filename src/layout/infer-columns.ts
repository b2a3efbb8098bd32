import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, cellKind, isTyped } from '../vocabulary/cell-kinds.ts'
import { hintsOf } from '../vocabulary/header-hints.ts'
import type { Columns } from './align.ts'

/** What is known of the columns of a table before anybody looks at what stands in them. */
export interface ColumnHeads {
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  /** What the words of the header say, for words that are known. */
  readonly said: Columns
}

/** The best explanation of a table's columns. */
export interface InferredColumns {
  readonly columns: Columns
  /** How well words and contents fit, all columns together. */
  readonly score: number
  /** How much better that is than the best explanation in which a column of indicators holds something else. */
  readonly margin: number
  /** Columns whose words are unknown and whose contents told what they hold. */
  readonly inferred: readonly number[]
  /** Rows with a known heading of a category. */
  readonly headed: number
  /** Columns that hold values and were left unexplained. */
  readonly unexplained: readonly number[]
}

/** What stands in one column. */
interface Profile {
  readonly filled: number
  readonly rows: number
  readonly distinct: number
  readonly length: number
  /** Of the cells that are numbers. */
  readonly sum: number
  readonly largest: number
  readonly decimals: number
  readonly texts: readonly (SpannedText | undefined)[]
  readonly share: (...kinds: readonly CellKind[]) => number
}

/** A known word outweighs contents that merely look like something else. */
const SAID = 6
/** Two columns of one kind where a table has one. */
const TWICE = 4.5
const BEAM = 24
const MOST_ROWS = 40

/** The roles that explain words and contents of all columns best. */
export const inferColumns = (heads: ColumnHeads, rows: readonly Row[]): InferredColumns => {
  const width = heads.said.length
  const body = fullRows(rows, width)
  const profiles = Array.from({ length: width }, (_, column) => profileOf(body, column))
  const candidates = profiles.map((_, column) => candidatesOf(profiles, heads, column))
  let beam: Path[] = [{ roles: [], score: 0 }]
  for (let column = 0; column < width; column += 1) {
    const next: Path[] = []
    for (const path of beam)
      for (const [role, score] of candidates[column] as Candidates)
        next.push({
          roles: [...path.roles, role],
          score: path.score + score + together(path.roles, role, column, profiles, heads),
        })
    beam = next.sort((a, b) => b.score - a.score).slice(0, BEAM)
  }
  const [best, ...others] = beam
    .map((path) => ({ ...path, score: path.score + completeness(path.roles, profiles) }))
    .sort((a, b) => b.score - a.score) as [Path, ...Path[]]
  const other = others.find(({ roles }) => roles.some((role, i) => isVital(role, best.roles[i])))
  const levels = best.roles.flatMap((role, i) => (role === 'level-one' || role === 'level-two' ? [i] : []))
  return {
    // Words that nobody knows over words that are none of the parts: the column stays unknown, and is told.
    columns: best.roles.map((role, i) =>
      (role === 'note' || role === 'other') && isUnknown(role, heads, i) ? undefined : role,
    ),
    score: best.score,
    margin: other === undefined ? best.score : best.score - other.score,
    inferred: best.roles.flatMap((role, i) => (role !== undefined && heads.said[i] === undefined ? [i] : [])),
    headed: body.filter(({ cells }) => levels.some((i) => isHeading(cells[i]?.text))).length,
    unexplained: best.roles.flatMap((role, i) =>
      role === undefined &&
      (profiles[i] as Profile).share('measure', 'share', 'date', 'comparator', 'number') > 0.5
        ? [i]
        : [],
    ),
  }
}

/** Whether nothing but its place speaks for a column of remarks. */
const isUnknown = (role: 'note' | 'other', { labels, said }: ColumnHeads, column: number): boolean => {
  const label = labels[column]
  return (
    said[column] === undefined && label?.isBlank === false && (hintsOf(label.meaning).get(role) ?? 0) <= 0
  )
}

interface Path {
  readonly roles: Columns
  readonly score: number
}

type Candidates = readonly (readonly [role: ColumnRole | undefined, score: number])[]

const isHeading = (text: SpannedText | undefined): boolean => {
  if (text === undefined || text.isBlank) return false
  const kind = cellKind(text.meaning)
  return kind === 'level-one' || kind === 'level-two' || kind === 'either-level'
}

/** The rows in which no covered place is left out; where there are none, the cells from the right. */
const fullRows = (rows: readonly Row[], width: number): readonly Row[] => {
  // A cell over the whole width is a note, and no part of an indicator.
  const filled = rows
    .filter(({ cells }) => {
      const own = cells.filter(({ text }) => !text.isBlank)
      return own.length > (width > 4 && !own.some(({ text }) => isHeading(text)) ? 2 : 1) && !isWide(cells)
    })
    .slice(0, MOST_ROWS)
  const full = filled.filter(({ cells }) => cells.length >= width)
  if (full.length * 3 >= filled.length) return full
  // Where blanks stand for covered places, only the blank end of a row is left out.
  const hasBlanks = filled.some(({ cells }) => cells.length < width && cells[0]?.text.isBlank === true)
  return hasBlanks ? filled : filled.map((row) => fromRight(row, width))
}

/** Whether one cell covers most columns of a row. */
const isWide = (cells: Row['cells']): boolean => {
  const covered = new Map<unknown, number>()
  for (const { mergedInto } of cells) {
    // Cells that reach down from the rows above are not of this row.
    if (mergedInto === undefined || !cells.includes(mergedInto)) continue
    covered.set(mergedInto, (covered.get(mergedInto) ?? 1) + 1)
  }
  return cells.length > 3 && [...covered.values()].some((columns) => columns * 2 > cells.length)
}

const fromRight = (row: Row, width: number): Row => {
  if (row.cells.length >= width) return row
  const cells: (Row['cells'][number] | undefined)[] = Array.from(
    { length: width - row.cells.length },
    () => undefined,
  )
  return { ...row, cells: [...cells, ...row.cells] as Row['cells'] }
}

const profileOf = (rows: readonly Row[], column: number): Profile => {
  const texts = rows.map(({ cells }) => {
    const text = cells[column]?.text
    return text === undefined || text.isBlank ? undefined : text
  })
  const counts = new Map<CellKind, number>()
  const seen = new Set<string>()
  let filled = 0
  let length = 0
  let sum = 0
  let largest = 0
  let decimals = 0
  for (const text of texts) {
    if (text === undefined) continue
    const plain = text.meaning
    const kind = cellKind(plain)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    seen.add(plain)
    filled += 1
    length += plain.length
    const points = /^\d{1,12}(?:,\d{3})*(\.\d+)?(?:分|%)?$/.exec(plain)
    if (points === null) continue
    const value = Number.parseFloat(plain.replaceAll(',', ''))
    sum += value
    largest = Math.max(largest, value)
    if (points[1] !== undefined || plain.includes(',')) decimals += 1
  }
  return {
    filled,
    rows: rows.length,
    distinct: seen.size,
    length: filled === 0 ? 0 : length / filled,
    sum,
    largest,
    decimals,
    texts,
    share: (...kinds) =>
      filled === 0 ? 0 : kinds.reduce((all, kind) => all + (counts.get(kind) ?? 0), 0) / filled,
  }
}

const ROLES: readonly ColumnRole[] = [
  'code',
  'name',
  'agency',
  'amount',
  'funding',
  'period',
  'goal',
  'indicator',
  'level-one',
  'level-two',
  'comparator',
  'target',
  'unit',
  'weight',
  'direction',
  'actual',
  'score',
  'reason',
  'note',
  'other',
]

/** So many roles of a column are tried, the likeliest. */
const TRIED = 5

/** Whether a column in front of those of the headings holds nothing but the label of the table. */
const isFront = (
  column: number,
  profiles: readonly Profile[],
  label: SpannedText | undefined,
  own: ColumnRole | undefined,
): boolean => {
  const { filled, texts } = profiles[column] as Profile
  const level = profiles.findIndex(({ share }) => share('level-one', 'level-two', 'either-level') > 0.5)
  if (level <= column || label?.isBlank !== false) return false
  if (filled === 0) return own !== 'name' && own !== 'code' && own !== 'agency'
  const same = texts.filter((text) => text?.meaning === label.meaning).length
  return same * 5 >= filled * 4
}

const candidatesOf = (
  profiles: readonly Profile[],
  { labels, said }: ColumnHeads,
  column: number,
): Candidates => {
  const profile = profiles[column] as Profile
  const own = said[column]
  const label = labels[column]
  // 绩效指标 in front of the headings, merged over all rows or printed in each.
  if (isFront(column, profiles, label, own)) return [['other', SAID]]
  // A blank header over a blank column: trailing tabs.
  if (profile.filled === 0) {
    const empty: (readonly [ColumnRole | undefined, number])[] = [[undefined, 0]]
    if (own !== undefined) empty.push([own, SAID * 0.75])
    else if (label?.isBlank === false)
      for (const [role, weight] of hintsOf(label.meaning)) if (weight >= 2.5) empty.push([role, weight / 2])
    return empty
  }
  const hints = own === undefined && label?.isBlank === false ? hintsOf(label.meaning) : undefined
  const scored = ROLES.map((role): readonly [ColumnRole, number] => {
    const word = role === own ? SAID : (hints?.get(role) ?? 0)
    return [role, word + contents(role, profile, column)]
  })
  const typed = profile.share('measure', 'share', 'date', 'comparator', 'number', 'level-one', 'level-two')
  return [
    ...scored
      .filter(([, score]) => score > -1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, TRIED),
    [undefined, -2 * typed],
  ]
}

/** How well the contents of a column fit a role. */
const contents = (role: ColumnRole, profile: Profile, column: number): number => {
  const { share, filled, rows, distinct, length } = profile
  const fill = rows === 0 ? 0 : filled / rows
  const levels = share('level-one', 'level-two', 'either-level')
  const values = share('measure', 'share', 'date')
  const numbers = share('number')
  const words = share('words', 'name', 'sentence', 'organisation')
  switch (role) {
    case 'level-one':
      return levelFit(share('level-one') + 0.9 * share('either-level'))
    case 'level-two':
      return levelFit(share('level-two') + 0.8 * share('either-level'))
    case 'comparator':
      return (
        5 * share('comparator') +
        share('nature') -
        4 * (1 - share('comparator', 'nature', 'none', 'unit')) -
        (share('comparator') === 0 ? 3.5 : 0)
      )
    case 'direction':
      return (
        5 * share('direction') +
        3 * share('nature') * (share('direction') > 0 ? 1 : 0) -
        4 * (1 - share('direction', 'nature', 'none'))
      )
    case 'unit':
      return 4.5 * share('unit') - 4 * (1 - share('unit', 'none', 'words')) - 1.5 * words
    case 'target':
      return (
        4 * values +
        2.5 * numbers +
        3 * share('quality') +
        0.3 * share('words') -
        1.5 * share('name') -
        (length > 14 ? 1 : 0) -
        1 * share('sentence', 'outline') -
        4 * levels -
        3 * share('comparator', 'unit', 'nature', 'direction', 'standard') +
        0.5 * fill -
        0.5
      )
    case 'actual':
      return (
        3.5 * values +
        2 * numbers +
        2.5 * share('quality') +
        0.5 * words -
        4 * levels -
        3 * share('comparator', 'unit', 'nature', 'standard', 'outline') -
        0.7
      )
    case 'weight':
    case 'score':
      return pointsFit(profile) - (role === 'score' ? 0.8 : 0)
    case 'reason':
      return 0.4 * words + 0.5 * share('none') - 3 * (values + numbers) - 3 * levels - fill - share('outline')
    case 'note':
      return (
        0.6 * share('words', 'sentence', 'name') +
        2.5 * share('standard') +
        2 * share('nature') -
        1.5 * (values + numbers) -
        3 * levels -
        4 * share('comparator')
      )
    case 'indicator':
      return (
        1.5 * words +
        1.5 * share('name') +
        1.5 * (filled === 0 ? 0 : distinct / filled) * fill +
        3 * share('outline') -
        3.5 * (values + numbers) -
        4 * levels -
        2.5 * share('quality', 'unit', 'comparator', 'nature', 'standard') -
        0.6 * share('sentence') -
        0.5 * share('organisation')
      )
    case 'goal':
      return (
        2.5 * share('sentence') -
        3 * (values + numbers) -
        4 * levels -
        2 * share('name', 'outline', 'quality') +
        (length > 20 ? 0.5 : -1.5) -
        (column === 0 ? 1 : 0)
      )
    case 'name':
      return (
        words -
        3 * (values + numbers) -
        4 * levels -
        2 * share('outline', 'unit', 'comparator') -
        share('sentence') +
        (distinct > 1 ? 0.6 : 0) +
        (fill < 1 || distinct < filled ? 0.4 : 0) -
        1
      )
    case 'agency':
      return 3 * share('organisation') - 3 * (values + numbers) - 4 * levels - 1.2
    case 'code':
      return numbers > 0.9 && profile.decimals === 0 && length >= 3 && length <= 24 && profile.largest >= 100
        ? 1.5
        : -3
    case 'amount':
    case 'funding':
      return (
        numbers * (profile.decimals > 0 ? 2 : 0.6) -
        3 * (1 - numbers - share('measure', 'none')) -
        1 -
        (role === 'funding' ? 0.6 : 0)
      )
    case 'period':
      return 2 * share('date') - 1.5
    default:
      return serialFit(profile) - 3 * levels - 2 * values - 4 * share('comparator')
  }
}

const levelFit = (share: number): number => 5.5 * share - 3 * (1 - share)

/** 分值: numbers up to 100 that make up a round whole. */
const pointsFit = ({ share, sum, largest, filled }: Profile): number => {
  const numbers = share('number') + share('measure', 'share')
  if (numbers < 0.8 || largest > 100) return -4
  const isWhole = [90, 100, 80, 50, 60].some((whole) => sum > 0 && Math.abs(sum % whole) < 0.01)
  return 1 + (isWhole ? 1.5 : 0) + (filled > 2 && share('number') > 0.9 ? 0.5 : -0.5)
}

/** 序号: 1, 2, 3. */
const serialFit = ({ texts, filled, share, distinct }: Profile): number => {
  const numbers = texts.filter((text) => text !== undefined).map(({ meaning }) => Number(meaning))
  const isSerial =
    filled > 1 &&
    numbers.every(
      (n, i) => Number.isInteger(n) && n > 0 && (i === 0 || n === (numbers[i - 1] ?? 0) + 1 || n === 1),
    )
  return isSerial && distinct > 1
    ? 2
    : share('number') > 0.5
      ? -1.5
      : distinct === 1 && filled > 0
        ? 0.3
        : -0.3
}

/** Where columns stand in reading order. */
const RANK: Readonly<Partial<Record<ColumnRole, number>>> = {
  code: 0,
  agency: 0,
  name: 1,
  period: 1,
  amount: 2,
  funding: 2,
  goal: 3,
  'level-one': 4,
  'level-two': 5,
  indicator: 6,
  direction: 6.5,
  comparator: 7,
  target: 8,
  unit: 9,
  actual: 10,
  weight: 10.5,
  score: 11,
  reason: 12,
}

const MANY: ReadonlySet<ColumnRole> = new Set(['note', 'other', 'funding', 'target', 'actual', 'reason'])

/** What a role is worth beside those of the columns to its left. */
const together = (
  left: Columns,
  role: ColumnRole | undefined,
  column: number,
  profiles: readonly Profile[],
  { said, labels }: ColumnHeads,
): number => {
  if (role === undefined) return 0
  let score = 0
  const own = said[column] === role
  if (left.includes(role) && !MANY.has(role)) {
    // Two sides print the same words twice.
    const word = labels[column]?.meaning ?? ''
    const isAgain = word !== '' && left.some((one, i) => one === role && labels[i]?.meaning === word)
    if (!isAgain) score -= own ? TWICE / 1.5 : TWICE
  }
  const again = labels.findIndex(
    (label, i) => i < column && label?.isBlank === false && label.meaning === labels[column]?.meaning,
  )
  if (again >= 0 && left[again] !== undefined) score += left[again] === role ? 1.5 : -2
  const rank = RANK[role]
  const before = left.findLast((one) => one !== undefined && RANK[one] !== undefined)
  const rankBefore = before === undefined ? undefined : RANK[before]
  if (rank !== undefined && rankBefore !== undefined && rank < rankBefore && !own)
    score -= role === 'weight' || before === 'weight' ? 0.4 : 1.2
  if (role === 'target') {
    // Cells with all indicators of a project hold their targets as well.
    const at = left.indexOf('indicator')
    if (!own && at >= 0 && (profiles[at] as Profile).share('outline') > 0.3) score -= 8
    if (!own && left.includes('target')) {
      const isSaid = left.some((one, i) => one === 'target' && said[i] === 'target')
      const mayBe = (hintsOf(labels[column]?.meaning ?? '').get('target') ?? 0) > 0
      if (isSaid && !mayBe) score -= 4
      else score -= left.filter((one) => one === 'target').length > 1 ? 0.2 : 1
    }
    if (left.at(-1) === 'comparator') score += 0.8
  }
  if (role === 'actual') {
    const at = left.lastIndexOf('target')
    const isWorded = own || (hintsOf(labels[column]?.meaning ?? '').get('actual') ?? 0) > 0
    if (at < 0) score -= own ? 1 : 5
    else if (left.includes('actual') && !own) score -= 3
    else score += (isWorded ? 1.8 : 0.7) * resemblance(profiles[at] as Profile, profiles[column] as Profile)
  }
  if (role === 'score') score += left.includes('weight') || own ? 0.5 : -2
  if (role === 'reason' && !left.includes('actual') && !left.includes('score')) score -= own ? 0 : 2
  if (role === 'unit' && !own && !left.includes('target') && !left.includes('comparator')) score -= 0.5
  if (role === 'level-two' && left.includes('level-one')) score += 0.5
  if (role === 'indicator' && (left.at(-1) === 'level-two' || left.at(-1) === 'level-one')) score += 0.8
  if (
    (role === 'name' || role === 'amount' || role === 'goal' || role === 'code') &&
    left.some((one) => one === 'level-one' || one === 'indicator' || one === 'target')
  )
    score -= own ? 0.5 : 3
  return score
}

/** How many cells of one column say what the other says, or the same in other signs. */
const resemblance = (target: Profile, actual: Profile): number => {
  let both = 0
  let alike = 0
  for (const [i, text] of target.texts.entries()) {
    const other = actual.texts[i]
    if (text === undefined || other === undefined) continue
    both += 1
    const bare = (value: SpannedText): string =>
      value.meaning.replace(/[≥≤<>=\s]|大于|小于|等于|不[低少高超][于过]?/g, '')
    if (bare(text) === bare(other)) alike += 1
    else if (isTyped(cellKind(text.meaning)) && isTyped(cellKind(other.meaning))) alike += 0.3
  }
  return both === 0 ? 0 : alike / both
}

/** A table of indicators has names and targets. */
const completeness = (roles: Columns, profiles: readonly Profile[]): number => {
  const names = roles.indexOf('indicator')
  if (names >= 0 && (profiles[names] as Profile).share('outline') > 0.3) return roles.includes('name') ? 2 : 0
  const isOfRows = roles.some((role) => role === 'level-one' || role === 'level-two' || role === 'target')
  if (!isOfRows) return 0
  return (roles.includes('indicator') ? 1.5 : -1) + (roles.includes('target') ? 1.5 : -1)
}

const VITAL: ReadonlySet<ColumnRole | undefined> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'comparator',
  'target',
  'unit',
  'actual',
  'amount',
  'goal',
  'name',
])

/** Whether it matters that a column holds the one and not the other. */
const isVital = (one: ColumnRole | undefined, other: ColumnRole | undefined): boolean =>
  one !== other && (VITAL.has(one) || VITAL.has(other))
