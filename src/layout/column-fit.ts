import type { ColumnRole } from '../model/disclosure.ts'
import type { CellKind } from '../vocabulary/cell-kinds.ts'
import { serialNumber } from '../vocabulary/serial-numbers.ts'
import type { Profile } from './column-profile.ts'

/** What a column of a table of indicators, or of a list of projects, may hold. */
export const ROLES: readonly ColumnRole[] = [
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

/**
 * What one kind of cell says for or against a role: the weight of a column that holds nothing else. Chosen by hand, so that
 * a column that fits scores 3 to 5, and one that can't be it less than nothing.
 */
interface Fit {
  readonly kinds: Partial<Readonly<Record<CellKind, number>>>
  /** Of kinds that are not named. */
  readonly rest?: number
  readonly base?: number
  /** What the column as a whole says. */
  readonly whole?: (profile: Profile, column: number) => number
}

const kindsOf = (weight: number, ...kinds: readonly CellKind[]): Fit['kinds'] =>
  Object.fromEntries(kinds.map((kind) => [kind, weight]))

const levels = (weight: number): Fit['kinds'] => kindsOf(weight, 'level-one', 'level-two', 'either-level')
const values = (weight: number): Fit['kinds'] => kindsOf(weight, 'measure', 'share', 'date')
const words = (weight: number): Fit['kinds'] => kindsOf(weight, 'words', 'name', 'sentence', 'organisation')

const fillOf = ({ filled, rows }: Profile): number => (rows === 0 ? 0 : filled / rows)

/** 分值: numbers up to 100 that make up a round whole. */
const pointsFit = ({ share, sum, largest, filled }: Profile): number => {
  const numbers = share('number') + share('measure', 'share')
  if (numbers < 0.8 || largest > 100) return -4
  const isWhole = [90, 100, 80, 50, 60].some((whole) => sum > 0 && Math.abs(sum % whole) < 0.01)
  return 1 + (isWhole ? 1.5 : 0) + (filled > 2 && share('number') > 0.9 ? 0.5 : -0.5)
}

/** 序号: 1, 2, 3 or (1), (2), (3), each of which may stand for several rows. */
const isSerial = ({ texts, distinct }: Profile): boolean => {
  const numbers = texts.filter((text) => text !== undefined).map(({ meaning }) => serialNumber(meaning) ?? 0)
  const isNext = (n: number, before = n): boolean => n === 1 || n === before || n === before + 1
  return distinct > 1 && numbers.every((n, i) => n > 0 && isNext(n, numbers[i - 1]))
}

const serialFit = (profile: Profile): number => {
  if (isSerial(profile)) return 2
  const { filled, share, distinct } = profile
  return share('number') > 0.5 ? -1.5 : distinct === 1 && filled > 0 ? 0.3 : -0.3
}

/** 776001: whole numbers of the length of codes. */
const codeFit = ({ share, decimals, length, largest, texts, distinct }: Profile): number =>
  share('number') > 0.9 &&
  decimals === 0 &&
  length <= 24 &&
  // One short number alone may be money, too.
  (distinct > 1 || length > 4) &&
  largest >= 100 &&
  texts.every((text) => text === undefined || text.meaning.length >= 3)
    ? 1.5
    : -3

/** 社会保障, 公共服务: headings of indicators that no list has stand for several rows each, and may be written downwards. */
const unlistedFit = (profile: Profile): number =>
  profile.share('words', 'name') * (2.5 * profile.merged - 0.5 + (isDownwards(profile) ? 2 : 0))

/** 体量, 工艺 under a word of the header: what speaks for headings that no list has, the first of them beside the first indicator. */
export const shortFit = (role: ColumnRole, profile: Profile): number => {
  const { length, distinct, texts, share } = profile
  if (length > SHORT_HEADING || distinct < 2 || texts[0] === undefined || isSerial(profile)) return 0
  // 好坏 and 单价 are qualities and units elsewhere.
  const others = share('quality', 'unit', 'organisation', 'direction')
  if (role === 'level-one') {
    const weight = length <= SHORTEST_NAMES ? 1.8 : 1.2
    return weight * share('words', 'name') + (weight + 2) * others
  }
  if (role === 'level-two') return length <= SHORTEST_NAMES ? 4 * (share('words', 'name') + others) : 0
  return role === 'indicator' && length <= SHORTEST_NAMES - 1 ? -2.5 : 0
}

const SHORT_HEADING = 5
/** Names of indicators are longer, on average. */
const SHORTEST_NAMES = 3.5

/** Whether the cells have each character in a line of its own, as narrow cells over many rows do. */
const isDownwards = ({ texts, filled }: Profile): boolean =>
  filled > 0 &&
  texts.every((text) => {
    const own = text?.text.trim() ?? ''
    return own === '' || (own.includes('\n') && own.split(/\s+/).every(isCharacter))
  })

const isCharacter = ({ length }: string): boolean => length === 1

const moneyFit = (profile: Profile, column: number): number =>
  column === 0 && isSerial(profile)
    ? -3
    : Math.max(2 * profile.money, 0.6 * profile.share('number')) + ofProject(profile)

/** The cells of a project stand for all its rows, in a list that has a row for each indicator. */
const ofProject = ({ merged }: Profile): number => 2 * merged

const money = (base: number): Fit => ({
  kinds: { number: 0, measure: 0, none: 0 },
  rest: -3,
  base,
  whole: moneyFit,
})

const FITS: Readonly<Partial<Record<ColumnRole, Fit>>> = {
  'level-one': {
    kinds: { 'level-one': 5.5, 'either-level': 4.65, words: -1, name: -1 },
    rest: -3,
    whole: unlistedFit,
  },
  'level-two': {
    kinds: { 'level-two': 5.5, 'either-level': 3.8 },
    rest: -3,
    // 工作量, 家长评价: words that no list has, some of which end as headings do.
    whole: ({ meant }) => (meant > 0.3 ? 2 + 4 * meant : 0),
  },
  comparator: {
    kinds: { comparator: 5, nature: 1, none: 0, unit: 0 },
    rest: -4,
    whole: ({ share }) => (share('comparator') === 0 ? -3.5 : 0),
  },
  direction: {
    kinds: { direction: 5, nature: 0, none: 0 },
    rest: -4,
    whole: ({ share }) => (share('direction') > 0 ? 3 * share('nature') : 0),
  },
  unit: { kinds: { ...words(-5.5), words: -1.5, unit: 4.5, none: 0 }, rest: -4 },
  target: {
    kinds: {
      ...values(4),
      ...levels(-4),
      ...kindsOf(-3, 'comparator', 'unit', 'nature', 'direction', 'standard'),
      ...kindsOf(-1, 'sentence', 'outline'),
      number: 2.5,
      quality: 3,
      words: 0.3,
      name: -1.5,
    },
    base: -0.5,
    whole: (profile) =>
      0.5 * fillOf(profile) - (profile.length > 14 ? 1 : 0) - 3 * Math.max(0, profile.merged - 0.6),
  },
  actual: {
    kinds: {
      ...values(3.5),
      ...levels(-4),
      ...words(0.5),
      ...kindsOf(-3, 'comparator', 'unit', 'nature', 'standard', 'outline'),
      number: 2,
      quality: 2.5,
    },
    base: -0.7,
    whole: ({ merged }) => -3 * Math.max(0, merged - 0.6),
  },
  weight: { kinds: {}, whole: pointsFit },
  score: { kinds: {}, base: -0.8, whole: pointsFit },
  reason: {
    kinds: { ...words(0.4), ...values(-3), ...levels(-3), number: -3, none: 0.5, outline: -1 },
    whole: (profile) => -fillOf(profile),
  },
  note: {
    kinds: {
      ...kindsOf(0.6, 'words', 'sentence', 'name'),
      ...values(-1.5),
      ...levels(-3),
      number: -1.5,
      standard: 2.5,
      nature: 2,
      comparator: -4,
    },
  },
  indicator: {
    kinds: {
      ...values(-3.5),
      ...levels(-4),
      ...kindsOf(-2.5, 'quality', 'unit', 'comparator', 'nature', 'standard'),
      number: -3.5,
      words: 1.5,
      name: 3,
      sentence: 0.9,
      organisation: 1,
      outline: 3,
    },
    whole: (profile) =>
      (profile.filled === 0 ? 0 : (1.5 * fillOf(profile) * profile.distinct) / profile.filled) -
      3 * Math.max(0, profile.merged - 0.6) -
      (isSerial(profile) ? 6 : 0),
  },
  goal: {
    kinds: {
      ...values(-3),
      ...levels(-4),
      ...kindsOf(-2, 'name', 'outline', 'quality'),
      number: -3,
      sentence: 2.5,
    },
    whole: (profile, column) =>
      (profile.length > 20 ? 0.5 : profile.length > 4 ? -0.7 : -1.5) -
      (column === 0 ? 1 : 0) +
      ofProject(profile),
  },
  name: {
    kinds: {
      ...values(-3),
      ...levels(-4),
      ...kindsOf(1, 'words', 'name', 'organisation'),
      ...kindsOf(-2, 'outline', 'unit', 'comparator'),
      number: -3,
    },
    base: -1,
    whole: (profile) =>
      isDownwards(profile) || isSerial(profile) ? -4 : profile.distinct > 1 ? 0.6 + ofProject(profile) : 0,
  },
  agency: {
    kinds: { ...values(-3), ...levels(-4), number: -3, organisation: 3 },
    base: -1.2,
    whole: ofProject,
  },
  code: { kinds: {}, whole: codeFit },
  amount: money(-1),
  funding: money(-1.6),
  period: { kinds: { date: 2 }, base: -1.5 },
  other: { kinds: { ...levels(-3), ...values(-2), comparator: -4 }, whole: serialFit },
}

/** How well the contents of a column fit a role. */
export const fitOf = (role: ColumnRole, profile: Profile, column: number): number => {
  const fit = FITS[role]
  if (fit === undefined) return 0
  let score = (fit.base ?? 0) + (fit.whole?.(profile, column) ?? 0)
  for (const [kind, share] of profile.kinds) score += share * (fit.kinds[kind] ?? fit.rest ?? 0)
  return score
}
