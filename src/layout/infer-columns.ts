import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { rememberRun } from '../remember.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { beginsSigned, type CellKind, endsAsLimit, withoutLimit } from '../vocabulary/cell-kinds.ts'
import type { hintsOf } from '../vocabulary/header-hints.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
import { dimensionOfUnit } from '../vocabulary/units.ts'
import type { Columns } from './align.ts'
import { fitOf, ROLES, shortFit } from './column-fit.ts'
import { isHeading, type Profile, profilesOf, resemblance } from './column-profile.ts'
import { widthOf } from './row-cells.ts'
import { hintsIn, kindOf } from './words-of.ts'

/** What is known of the columns of a table before anybody looks at what stands in them. */
export interface ColumnHeads {
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  /** What the words of the header say, for words that are known. */
  readonly said: Columns
  /** What columns may hold whose words are unknown; any role where nothing is said. */
  readonly roles?: readonly ColumnRole[]
  /** Columns that one wide 指标值 stands over. */
  readonly wide?: ReadonlySet<number>
}

/** The best explanation of a table's columns. */
export interface InferredColumns {
  readonly columns: Columns
  /** How much better that is than the best explanation in which a column of indicators holds something else. */
  readonly margin: number
  /** Columns whose words are unknown and whose contents told what they hold. */
  readonly inferred: readonly number[]
  /** Rows with a known heading of a category, or a blank below one. */
  readonly headed: number
}

/** A known word outweighs contents that merely look like something else. */
const SAID = 6
/** Two columns of one kind where a table has one. */
const TWICE = 4.5
const BEAM = 16
/** No table of indicators is wider: what stands beyond holds what its words say. */
const MOST_COLUMNS = 1000

/** The roles that explain words and contents of all columns best. */
export const inferColumns = (heads: ColumnHeads, rows: readonly Row[]): InferredColumns => {
  const width = Math.min(heads.said.length, MOST_COLUMNS)
  const { body, profiles } = profilesOf(rows, width)
  const table = new Table(heads, profiles)
  const candidates = profiles.map((_, column) => candidatesOf(table, column))
  let beam: readonly Path[] = [{ roles: [], ranked: undefined, score: 0 }]
  for (const [column, own] of candidates.entries()) beam = extend(beam, own, column, table)
  const [best, ...others] = beam
    .map(({ roles, score }) => ({ roles, score: score + completeness(roles, table) }))
    .sort((a, b) => b.score - a.score) as [Path, ...Path[]]
  const other = others.find(({ roles }) => roles.some((role, i) => isVital(role, best.roles[i])))
  const levels = best.roles.flatMap((role, i) => (isLevelRole(role) ? [i] : []))
  const roles = withNames(best.roles, table)
  return {
    // Words that nobody knows over words that are none of the parts: the column stays unknown, and is told.
    columns: [
      ...roles.map((role, i) =>
        (role === 'note' || role === 'other') && isUnknown(role, heads, i) ? undefined : role,
      ),
      ...heads.said.slice(width),
    ],
    margin: other === undefined ? best.score : best.score - other.score,
    inferred: roles.flatMap((role, i) => (role !== undefined && heads.said[i] === undefined ? [i] : [])),
    headed: rowsUnder(body, levels),
  }
}

/** A list of money, goals and indicators whose words nobody knows names its projects in front of them all. */
const withNames = (roles: Columns, { heads, profiles }: Table): Columns => {
  const [first] = roles
  const isList = IN_NAMED_LISTS.every((role) => roles.includes(role))
  const isOpen = first === undefined || first === 'note' || first === 'other' || first === 'agency'
  const mayName =
    isOpen &&
    heads.said[0] === undefined &&
    heads.labels[0]?.isBlank === false &&
    (profiles[0]?.share('words', 'name') ?? 0) > 0.5
  return mayName && isList && !roles.includes('name') ? roles.with(0, 'name') : roles
}

const IN_NAMED_LISTS: readonly ColumnRole[] = ['amount', 'goal', 'indicator']

/** How many rows have a heading, or stand under one that is merged over them. */
const rowsUnder = (rows: readonly Row[], levels: readonly number[]): number => {
  let isUnder = false
  return rows.filter(({ cells }) => {
    const texts = levels.map((i) => cells[i]?.text)
    // 建设品质 below 产出指标 and 建设规模 is under the former, too.
    isUnder = texts.some(isHeading) || (isUnder && texts[0]?.isBlank !== false)
    return isUnder
  }).length
}

/** Whether nothing but its place speaks for a column of remarks. */
const isUnknown = (role: 'note' | 'other', { labels, said }: ColumnHeads, column: number): boolean => {
  const label = labels[column]
  return said[column] === undefined && label?.isBlank === false && (hintsIn(label).get(role) ?? 0) <= 0
}

/** The words and contents of all columns, with what is asked of them again and again. */
class Table {
  readonly heads: ColumnHeads
  readonly profiles: readonly Profile[]
  /** What the words over each column speak for; nothing where they are known or blank. */
  readonly hints: readonly ReturnType<typeof hintsOf>[]
  /** For each column, the first before it with the same words. */
  readonly again: readonly number[]
  /** The first column of categories; -1 for none. */
  readonly firstLevel: number
  /** A column holds all indicators of a project in a cell. */
  readonly hasOutline: boolean
  /** The only column of values without signs, where those of another have them; under each of several wide cells one of the same words. */
  readonly unsigned: readonly number[]
  /** No word stands over the columns, and what follows the first values isn't theirs in other districts. */
  readonly hasOneTarget: boolean
  /** The first column whose values have units of their own; -1 for none. */
  readonly #measured: number
  readonly #resemblances = new Map<number, number>()

  constructor(heads: ColumnHeads, profiles: readonly Profile[]) {
    this.heads = heads
    this.profiles = profiles
    this.firstLevel = profiles.findIndex(({ share }) => share('level-one', 'level-two', 'either-level') > 0.5)
    this.hasOutline = profiles.some(({ share }) => share('outline') > 0.3)
    this.#measured = profiles.findIndex(
      ({ texts }) =>
        texts.filter((text) => text !== undefined && unitOf(text) !== '').length * 2 > texts.length,
    )
    const { labels } = heads
    const words = labels.map((label) => (label?.isBlank === false ? label.meaning : ''))
    this.hints = words.map((word, i) => (word === '' ? NO_HINTS : hintsIn(labels[i] as SpannedText)))
    this.unsigned = unsignedIn(this)
    this.hasOneTarget = words.slice(1).every((word) => word === '') && !arePlaces(profiles)
    this.again = words.map((word, i) => (word === '' || words.indexOf(word) === i ? -1 : words.indexOf(word)))
  }

  /** Whether what a column prints is no unit of the values beside it, which have their own: 月, 季 and 年, in which something is looked at. */
  contradictsUnits(column: number): boolean {
    const values = this.profiles[this.#measured]?.texts ?? []
    const units = this.profiles[column]?.texts ?? []
    const own = values.flatMap((text, i) => {
      const [printed, unit] = [text === undefined ? '' : unitOf(text), units[i]?.meaning]
      return printed === '' || unit === undefined ? [] : [isSameUnit(printed, unit)]
    })
    return own.length > 2 && own.filter((isSame) => !isSame).length * 2 > own.length
  }

  /** Whether a column between two others holds values with their units. */
  hasValues(from: number, to: number): boolean {
    return this.profiles.slice(from + 1, to).some(({ share }) => share('measure', 'share', 'date') > 0.5)
  }

  resemblance(target: number, actual: number): number {
    const key = target * this.profiles.length + actual
    let value = this.#resemblances.get(key)
    if (value === undefined) {
      value = resemblance(this.profiles[target] as Profile, this.profiles[actual] as Profile)
      this.#resemblances.set(key, value)
    }
    return value
  }
}

/**
 * Whether a column of the rows holds what nothing but targets does: limits with their signs, in several units: 300块, ≥98%,
 * ≤800元/块, 10月底前. Facts in several units have no signs, and limits of one thing have one unit. So does a column of signs.
 */
export const holdsTargets = rememberRun((rows: readonly Row[]): boolean => {
  const mayHold = ({ cells }: Row): boolean =>
    cells.some(({ text }) => isTarget(text) || kindOf(text) === 'comparator')
  if (rows.slice(0, 2 * FIRST_TARGETS).filter(mayHold).length < FIRST_TARGETS) return false
  const { body, profiles } = profilesOf(rows, Math.min(widthOf(rows), MOST_COLUMNS))
  const areOfPlaces = arePlaces(profiles.slice(1))
  return profiles.some(({ texts, filled, share }, column) => {
    if (column === 0 || filled <= FIRST_TARGETS || filled * 3 < body.length * 2) return false
    // Labels with their values may stand over them.
    if (share('comparator') > 0.6) return texts[0] !== undefined && kindOf(texts[0]) === 'comparator'
    const isTyped = texts.map((text) => text !== undefined && isTarget(text))
    const first = texts.slice(0, FIRST_TARGETS)
    // The unit of a bare number may stand in its name.
    const isBegun = first.every((text, i) => isTyped[i] === true || (i === 0 && isNumber(text)))
    if (!isBegun) return false
    const values = texts.filter((text) => text !== undefined)
    const units = new Set(values.map((text) => unitOf(text) || kindOf(text)))
    const signs = new Set(values.filter(isSigned).map(({ folded }) => folded.trim()[0]))
    const typed = isTyped.filter(Boolean).length
    const limits = values.filter(isLimit).length
    // No list of prices or of results has upper limits beside lower ones.
    const isVaried = units.size > 2 || (signs.size > 1 && limits * 10 >= filled * 7)
    return typed * 10 >= filled * 7 && isVaried && limits > (areOfPlaces ? 0 : 1)
  })
})

const isNumber = (text: SpannedText | undefined): boolean => text !== undefined && kindOf(text) === 'number'

const isLimit = (text: SpannedText): boolean => isSigned(text) || endsAsLimit(text.meaning, kindOf(text))

/** So many rows tell that targets begin. */
const FIRST_TARGETS = 3

const isTarget = (text: SpannedText): boolean => !text.isBlank && TARGETS.has(kindOf(text))
const TARGETS: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'quality'])

/** The unit that a value is printed with; the words of a limit behind a number are none: 196以上. */
const unitOf = (text: SpannedText): string => {
  const kind = kindOf(text)
  if (kind !== 'share' && kind !== 'measure') return ''
  return /(?<![^\d.])[^\d.]+$/.exec(withoutLimit(text.meaning))?.[0] ?? ''
}

const isSameUnit = (one: string, other: string): boolean =>
  one.includes(other) ||
  other.includes(one) ||
  (dimensionOfUnit(one) !== undefined && dimensionOfUnit(one) === dimensionOfUnit(other))

/** See `Table.unsigned`; more than one are those of districts, beside the whole. */
const unsignedIn = ({
  profiles,
  heads,
  hints,
}: Pick<Table, 'profiles' | 'heads' | 'hints'>): readonly number[] => {
  const mayBeTarget = (column: number): boolean =>
    (heads.said[column] ?? 'target') === 'target' &&
    !hints[column]?.has('weight') &&
    !hints[column]?.has('score')
  const values = profiles.flatMap(({ share, texts, filled }, column) =>
    share('measure', 'share', 'date', 'number') > 0.5 && mayBeTarget(column)
      ? [{ column, signed: texts.filter((text) => text !== undefined && isSigned(text)).length / filled }]
      : [],
  )
  // 半年应达 says what it holds.
  const saysTarget = ({ column }: { readonly column: number }): boolean =>
    (hints[column]?.get('target') ?? 0) > (hints[column]?.get('actual') ?? 0)
  const unsigned = values.filter((value) => value.signed === 0 && !saysTarget(value))
  const words = ({ column }: { readonly column: number }): string => heads.labels[column]?.meaning ?? ''
  const [one, ...others] = unsigned
  const isOne =
    one !== undefined && others.every((other) => words(other) !== '' && words(other) === words(one))
  const hasSigns = values.some(
    (value) => value.signed > SIGNED && (one === undefined || words(value) !== words(one)),
  )
  return isOne && hasSigns ? unsigned.map(({ column }) => column) : []
}

/** Plain counts have no sign, so not all targets do: at least this share of them. */
const SIGNED = 0.3

/** Whether three columns or more print the same targets for several districts: each row with one sign and one unit in all of them. */
const arePlaces = (profiles: readonly Profile[]): boolean => {
  // Bare numbers may be points, too.
  const values = profiles.filter(
    ({ share }) => share('measure', 'share', 'date', 'quality', 'number') > 0.5 && share('number') < 0.9,
  )
  const [first, ...others] = values
  const isAlike = (text: SpannedText | undefined, other: SpannedText | undefined): boolean =>
    text === undefined ||
    other === undefined ||
    (isSigned(text) === isSigned(other) && unitOf(text) === unitOf(other))
  return (
    first !== undefined &&
    others.length > 1 &&
    others.every(({ texts }) => texts.every((text, i) => isAlike(text, first.texts[i])))
  )
}

const isSigned = ({ folded }: SpannedText): boolean => beginsSigned(folded)

const NO_HINTS: ReturnType<typeof hintsOf> = new Map()

interface Path {
  readonly roles: Columns
  /** The last of them that has a rank. */
  readonly ranked: ColumnRole | undefined
  readonly score: number
}

/** What a column may hold, with what its words and contents say for that. */
interface Candidate {
  readonly role: ColumnRole | undefined
  readonly score: number
}

/** Puts `one` among the `most` best, behind its equals. */
const keep = <One extends { readonly score: number }>(best: One[], one: One, most: number): void => {
  let at = best.length
  while (at > 0 && (best[at - 1] as One).score < one.score) at -= 1
  if (at === most) return
  if (best.length === most) best.pop()
  best.splice(at, 0, one)
}

/** The best paths with each candidate for the next column. */
const extend = (
  beam: readonly Path[],
  candidates: readonly Candidate[],
  column: number,
  table: Table,
): readonly Path[] => {
  const best: (Candidate & { readonly path: Path })[] = []
  for (const path of beam) {
    const place = { left: path.roles, ranked: path.ranked, column, table }
    for (const { role, score: own } of candidates) {
      const score = path.score + own + (role === undefined ? 0 : together(place, role))
      if (score > (best[BEAM - 1]?.score ?? Number.NEGATIVE_INFINITY)) keep(best, { path, role, score }, BEAM)
    }
  }
  return best.map(({ path, role, score }) => ({
    roles: path.roles.concat([role]),
    ranked: role !== undefined && RANK[role] !== undefined ? role : path.ranked,
    score,
  }))
}

/** So many roles of a column are tried, the likeliest. */
const TRIED = 5

/** Whether a column in front of those of the headings holds nothing but the label of the table. */
const isFront = ({ heads, profiles, firstLevel }: Table, column: number): boolean => {
  const { filled, rows, texts } = profiles[column] as Profile
  const [label, own] = [heads.labels[column], heads.said[column]]
  if (label?.isBlank !== false) return false
  // 绩效指标 in front of headers that no list has is the label of the table, too.
  const isAhead =
    firstLevel < 0 && column === 0 && own === 'indicator' && !heads.said.includes('indicator', 1)
  if (firstLevel <= column && !isAhead) return false
  // Behind the names of a list, its column of goals, which nobody filled in.
  if (filled === 0 && own === 'goal' && heads.said.slice(0, column).includes('name')) return false
  // 总分 and 评价结论 may stand below 绩效指标.
  if (filled === 0 || (own === 'indicator' && filled * 4 <= rows))
    return own !== 'name' && own !== 'code' && own !== 'agency'
  const same = texts.filter((text) => text?.meaning === label.meaning).length
  return same * 5 >= filled * 4
}

/** What a blank column may hold: what its words say; nothing where it has none, as behind trailing tabs. */
const blankCandidates = ({ heads, hints }: Table, column: number): readonly Candidate[] => {
  const own = heads.said[column]
  const blank: Candidate = { role: undefined, score: 0 }
  if (own !== undefined) return [blank, { role: own, score: SAID * 0.75 }]
  if (heads.labels[column]?.isBlank !== false) return [blank]
  const hinted = Array.from(hints[column] ?? NO_HINTS, ([role, weight]) => ({ role, score: weight / 2 }))
  return [blank, ...hinted.filter(({ score }) => score >= 1.25)]
}

/** What speaks for a role under a word of the header, whatever that says; see `shortFit`. */
const openFit = (table: Table, column: number, role: ColumnRole): number => {
  const { heads, profiles } = table
  if (heads.labels[column]?.isBlank !== false) return 0
  if (table.hasOutline) return ofProjectFit(table, column, role)
  if (role === 'level-two' && standsBetween(profiles, column)) return BETWEEN
  const [own, next] = [profiles[column] as Profile, profiles[column + 1]]
  // Each row has a name: the one of two columns of words that has gaps heads the other.
  const isBehindNames =
    role === 'indicator' &&
    next !== undefined &&
    own.filled < next.filled &&
    next.filled === next.rows &&
    next.share('words', 'name') > 0.6
  return shortFit(role, own) - (isBehindNames ? 2 : 0)
}

/**
 * What speaks against a role where each row is a project: what all projects have in common is the goal of none, and only words tell
 * points from money.
 */
const ofProjectFit = ({ profiles, hints }: Table, column: number, role: ColumnRole): number => {
  const { filled, distinct } = profiles[column] as Profile
  if (role === 'goal') return filled > 1 && distinct === 1 ? -2 : 0
  return (role === 'weight' || role === 'score') && hints[column]?.has(role) !== true ? -3 : 0
}

/** What speaks for headings of level 2 in words that no list has; see `standsBetween`. */
const BETWEEN = 5.5

/** Whether words stand between known headings and names as those of level 2 do: one or more for each heading, and over one name or more. */
const standsBetween = (profiles: readonly Profile[], column: number): boolean => {
  const [front, own, next] = profiles.slice(column - 1, column + 2)
  if (column === 0 || front === undefined || own === undefined || next === undefined) return false
  return (
    own.length <= LONGEST_NAME &&
    front.filled < own.filled &&
    (own.filled < next.filled || (own.filled === next.filled && areShortBeside(own, next))) &&
    front.share('level-one', 'either-level') > 0.2 &&
    own.share('words', 'name', 'quality', 'organisation', 'level-two') > 0.9 &&
    next.share('words', 'name') > 0.6 &&
    front.texts.every((text, i) => text === undefined || own.texts[i] !== undefined)
  )
}

/** Whether words are too short for names, and those beside them are not. */
const areShortBeside = (own: Profile, next: Profile): boolean =>
  own.length <= SHORTEST_NAME && own.length * 1.5 <= next.length

const SHORTEST_NAME = 4

const candidatesOf = (table: Table, column: number): readonly Candidate[] => {
  const { profiles, heads, hints: all } = table
  const { said } = heads
  const profile = profiles[column] as Profile
  const own = said[column]
  // 绩效指标 in front of the headings, merged over all rows or printed in each.
  if (isFront(table, column)) return [{ role: 'other', score: SAID }]
  if (profile.filled === 0) return blankCandidates(table, column)
  const candidates: Candidate[] = []
  // Nothing but its words tells money spent from money planned.
  if (own === 'executed' || own === 'rate') candidates.push({ role: own, score: SAID })
  const hints = own === undefined ? all[column] : undefined
  const wide = heads.wide?.has(column) === true ? UNDER_TARGET : underWide(heads, profiles, column)
  for (const role of heads.roles ?? ROLES) {
    const word = wide?.get(role) ?? (role === own ? weightSaid(role, profile, said) : (hints?.get(role) ?? 0))
    const score = word + fitOf(role, profile, column) + openFit(table, column, role)
    if (score > -1) keep(candidates, { role, score }, TRIED)
  }
  const typed = profile.share('measure', 'share', 'date', 'comparator', 'number', 'level-one', 'level-two')
  return [...candidates, { role: undefined, score: -2 * typed }]
}

/**
 * 指标名称 and 分解目标 over nothing but categories say less: names and goals may stand elsewhere. So do 评价要点 over a short
 * name in each row, and 标准 over values where no other word says that it is over targets.
 */
const weightSaid = (role: ColumnRole, profile: Profile, said: Columns): number => {
  const { share } = profile
  if (role === 'indicator' || role === 'goal')
    return SAID - 2 * share('level-one', 'level-two', 'either-level')
  if (role !== 'note') return SAID
  const values = said.includes('target') ? 0 : share('measure', 'share', 'date')
  return SAID - 4 * values - (areNames(profile) ? SAID / 2 : 0)
}

const areNames = ({ share, distinct, rows, length }: Profile): boolean =>
  rows > 1 && distinct === rows && length <= LONGEST_NAME && share('words', 'name') > 0.8

const LONGEST_NAME = 12

/** 指标 over two columns: the headings of the indicators, each for several rows, and their names. */
const UNDER_WIDE: readonly ReadonlyMap<ColumnRole, number>[] = [
  new Map([
    ['level-one', SAID],
    ['indicator', 1],
  ]),
  new Map([['indicator', SAID]]),
]

/** What the words of a wide header say of the two columns below it; nothing of others. */
const underWide = (
  { said, labels }: ColumnHeads,
  profiles: readonly Profile[],
  column: number,
): ReadonlyMap<ColumnRole, number> | undefined => {
  const isBlank = (at: number): boolean => at < labels.length && labels[at]?.isBlank !== false
  const first = isBlank(column) ? column - 1 : column
  if (said[first] !== 'indicator' || !isBlank(first + 1) || isBlank(first + 2)) return undefined
  const [heading, name] = [profiles[first], profiles[first + 1]]
  if (heading === undefined || name === undefined || said.includes('level-one')) return undefined
  const isOfHeadings = heading.distinct * 2 <= name.distinct && name.filled * 4 >= name.rows * 3
  return isOfHeadings ? UNDER_WIDE[column - first] : undefined
}

/** 指标值 over two columns or more: a sign, a number and a unit, or the values of several districts. */
const UNDER_TARGET: ReadonlyMap<ColumnRole, number> = new Map([
  ['target', 3],
  ['comparator', 2],
  ['unit', 2],
])

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

/** A column, behind those to its left. */
interface Place {
  readonly left: Columns
  /** The last of them that has a rank. */
  readonly ranked: ColumnRole | undefined
  readonly column: number
  readonly table: Table
}

/** What a role is worth beside those of the columns to its left. */
const together = (place: Place, role: ColumnRole): number => {
  // A known word of the header says it.
  const isOwn = place.table.heads.said[place.column] === role
  return twice(place, role, isOwn) + order(place, role, isOwn) + (BESIDE[role]?.(place, isOwn) ?? 0)
}

/** Whether the same words stand over a column that has the role already: what was reached, under the next county. */
const isTwin = ({ left, column, table }: Place, role: ColumnRole): boolean =>
  left[table.again[column] ?? -1] === role

/** Most roles come once, unless the table has two sides, which print the same words. */
const twice = ({ left, column, table }: Place, role: ColumnRole, isOwn: boolean): number => {
  const again = table.again[column] ?? -1
  const before = again < 0 ? undefined : left[again]
  const side = before === undefined ? 0 : before === role ? 1.5 : -2
  if (side > 0 || MANY.has(role)) return side
  if (left.includes(role)) return side - (isOwn ? TWICE / 1.5 : TWICE)
  // 差额 in front of 分值: numbers that a word for points stands over elsewhere.
  return !isOwn && table.heads.said.includes(role) && isWordedOtherwise(table, column, role) ? side - 1 : side
}

/** Whether the words over a column speak plainly for something else. */
const isWordedOtherwise = ({ hints }: Table, column: number, role: ColumnRole): boolean => {
  const own = hints[column] ?? NO_HINTS
  return (own.get(role) ?? 0) <= 0 && [...own.values()].some((weight) => weight >= 2)
}

const order = ({ ranked: before }: Place, role: ColumnRole, isOwn: boolean): number => {
  const rank = RANK[role]
  if (rank === undefined || isOwn) return 0
  if (before === undefined || rank >= (RANK[before] as number)) return 0
  return role === 'weight' || before === 'weight' ? -0.4 : -1.2
}

const hintFor = ({ table, column }: Place, role: ColumnRole): number => table.hints[column]?.get(role) ?? 0

type Beside = (place: Place, isOwn: boolean) => number

const besideTarget: Beside = (place, isOwn) => {
  const { left, column, table } = place
  let score = left.at(-1) === 'comparator' ? 0.8 : 0
  if (isOwn) return score
  // In front of the categories stands what a list says of its projects.
  const { said } = table.heads
  if (table.firstLevel > column || (said.indexOf('goal') > column && !left.includes('indicator'))) score -= 3
  // What was reached the year before is printed as it was, and what is planned with its sign.
  if (table.unsigned.includes(place.column)) score -= 6
  // Beside a known column of targets one under words of its own holds something else: the year before.
  const isWorded = table.heads.wide?.has(place.column) === true || hintFor(place, 'target') > 0
  if (said.includes('target') && !isWorded) score -= 4
  const first = left.indexOf('target')
  if (table.hasOneTarget) {
    const name = left.lastIndexOf('indicator')
    // The second side of a form has names of its own.
    if (name < left.lastIndexOf('target') || (name >= 0 && table.hasValues(name, column))) return score - 8
    if (name < 0) score -= 3
  }
  if (first < 0) return score
  // Behind the results so far stands what is expected by the end of the year.
  if (left.includes('actual', first) && !isTwin(place, 'target')) score -= 4
  return score - (left.includes('target', first + 1) ? 0.2 : 1)
}

const besideActual: Beside = (place, isOwn) => {
  const { left, column, table } = place
  const at = left.lastIndexOf('target')
  if (at < 0) return isOwn ? -1 : -5
  if (!isOwn && ((left.includes('actual') && !isTwin(place, 'actual')) || table.unsigned.includes(at)))
    return -3
  const isWorded = isOwn || hintFor(place, 'actual') > 0
  const alike = table.resemblance(at, column)
  return (isWorded ? 1.8 : 0.7) * alike - (isOwn || alike > 0.2 ? 0 : 1.5)
}

/** Scores are no more than their points, and say how much of the target was reached. */
const besideScore: Beside = (place, isOwn) => {
  const { left, column, table } = place
  const at = left.lastIndexOf('weight')
  const isOfResults = left.includes('actual')
  if (at < 0) return isOwn || hintFor(place, 'score') > 2 ? 0.5 : -2
  return (isOfResults ? 1 : -0.5) + (isWithin(table.profiles, column, at) ? 1.5 : 0)
}

/** Whether the numbers of a column are nowhere more than those of another. */
const isWithin = (profiles: readonly Profile[], column: number, other: number): boolean => {
  const numbersIn = (at: number): readonly number[] =>
    (profiles[at] as Profile).texts.map((text) => Number.parseFloat(text?.meaning ?? ''))
  const limits = numbersIn(other)
  return numbersIn(column).every((score, row) => Number.isNaN(score) || score <= (limits[row] ?? 0))
}

/** What stands in front of the indicators in a list is hardly found behind them. */
const inFront: Beside = ({ left }, isOwn) =>
  left.some((one) => one === 'level-one' || one === 'indicator' || one === 'target') ? (isOwn ? -0.5 : -3) : 0

const NO_LEVELS: ReadonlySet<ColumnRole> = new Set(['level-one', 'level-two', 'name', 'amount', 'goal'])

/** What no list has heads indicators only where nothing else does, and no project has money. */
const asHeading: Beside = ({ left, table, column }, isOwn) => {
  const isListed = (table.profiles[column] as Profile).share('level-one', 'either-level') > 0
  // Behind the name of each project and its money or goal begin its indicators.
  if (left.includes('name') && left.some((role) => role === 'amount' || role === 'goal')) return 0
  const { said } = table.heads
  return isListed || isOwn || !said.some((role) => role !== undefined && NO_LEVELS.has(role)) ? 0 : -6
}

const BESIDE: Readonly<Partial<Record<ColumnRole, Beside>>> = {
  target: besideTarget,
  actual: besideActual,
  score: besideScore,
  reason: ({ left }, isOwn) => (isOwn || left.includes('actual') || left.includes('score') ? 0 : -2),
  unit: ({ left, column, table }, isOwn) =>
    isOwn
      ? 0
      : (left.includes('target') || left.includes('comparator') ? 0 : -0.5) -
        (table.contradictsUnits(column) ? 5 : 0),
  'level-one': asHeading,
  'level-two': ({ left, table, column }, isOwn) => {
    if (left.includes('level-one')) return 0.5
    // The only headings are of level 1, unless their words say otherwise.
    return isOwn || (table.profiles[column] as Profile).share('level-two', 'either-level') > 0 ? 0 : -1.5
  },
  indicator: ({ left }) => (left.at(-1) === 'level-two' || left.at(-1) === 'level-one' ? 0.8 : 0),
  // Remarks are made on indicators: what stands in front of their categories is said of the project.
  note: ({ column, table }, isOwn) =>
    !isOwn && table.firstLevel > column && (table.profiles[column] as Profile).share('sentence') > 0.5
      ? -1.5
      : 0,
  name: inFront,
  amount: inFront,
  goal: inFront,
  code: inFront,
}

/** A table of indicators has names and targets; what stands in front of them names the projects. */
const completeness = (roles: Columns, { hasOutline, heads }: Table): number => {
  if (heads.roles !== undefined) return roles.includes('name') ? 2 : 0
  const names = roles.indexOf('indicator')
  // All indicators of a project in a cell leave nothing for columns of their own.
  if (hasOutline)
    return roles.includes('target') || names !== roles.lastIndexOf('indicator')
      ? -8
      : roles.includes('name')
        ? 2
        : 0
  const isOfRows = roles.some((role) => isLevelRole(role) || role === 'target')
  if (!isOfRows) return 0
  // A list of projects says more of them than their names: in a form such words head the indicators.
  const isList = roles.some((role) => role !== undefined && OF_LISTS.has(role))
  const name = roles.indexOf('name')
  const isGuess = heads.labels[name]?.isBlank === false && !heads.said.includes('name')
  return (
    (isGuess && !isList ? -3 : 0) +
    (roles.includes('indicator') ? 1.5 : -1) +
    (roles.includes('target') ? 1.5 : -1)
  )
}

const OF_LISTS: ReadonlySet<ColumnRole> = new Set(['code', 'agency', 'amount', 'funding', 'goal'])

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
