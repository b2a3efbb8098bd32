import type { ColumnRole, Heading } from '../model/disclosure.ts'
import type { DraftGoals, DraftHeading } from '../model/draft.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { SAYS_ADJUSTED } from '../vocabulary/header-grammar.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
import type { Columns } from './align.ts'

/** A target column. */
export interface TargetColumn {
  readonly at: number
  /** Its own header, where a row has several targets. */
  readonly label: SpannedText | undefined
  readonly term: DraftGoals['term']
  /** Where what was planned first stands, which goes on where nothing was adjusted: 年初指标值 beside 调整后指标值. */
  readonly initial?: number
}

/** The columns that make up one indicator; some forms print two sides, 实施期 and 年度. */
export interface Side {
  readonly levelOne: number | undefined
  readonly levelTwo: number | undefined
  readonly names: readonly number[]
  readonly comparators: readonly number[]
  readonly targets: readonly TargetColumn[]
  readonly units: readonly number[]
  readonly weight: number | undefined
  /** The points of the level-1 and the level-2 heading. */
  readonly pointsOfLevels: readonly [one: number | undefined, two: number | undefined]
  readonly actuals: readonly number[]
  readonly score: number | undefined
  readonly reason: number | undefined
  readonly notes: readonly number[]
  readonly direction: number | undefined
  /** Categories that the header prints over the columns of this side. */
  readonly headings: readonly DraftHeading[]
}

/** The header of a table in which each indicator has a row. */
export interface RowHeader {
  readonly columns: Columns
  readonly headings: readonly Heading[]
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  /** 年度 or 中长期, by column. */
  readonly terms: readonly DraftGoals['term'][]
  readonly agencyCode: number | undefined
  readonly sides: readonly Side[]
  /** Rows that it takes. */
  readonly height: number
  /** How much better the reading of its columns is than the next best. */
  readonly margin: number
  /** Columns whose words are unknown and whose contents told what they hold. */
  readonly inferred: readonly number[]
}

/**
 * The sides of a table; `labels` are blank unless a row has several targets. `isByTerm`: whether two of them print
 * 实施期 and 年度, and not just twice as many indicators in a row.
 */
export const sidesOf = (
  columns: Columns,
  labels: readonly (SpannedText | undefined)[],
  terms: readonly DraftGoals['term'][],
  isByTerm: boolean,
): readonly Side[] => {
  const names = columnsOf(columns, 'indicator')
  const targets = columnsOf(columns, 'target')
  const isTwoSided =
    names.length === 2 && targets.length === 2 && (names[1] as number) > (targets[0] as number)
  if (!isTwoSided) return [sideOf(columns, labels, terms, 0, columns.length)]
  const middle = beginOfRight(columns, names[1] as number)
  const left = sideOf(columns, labels, terms, 0, middle)
  const right = sideOf(columns, labels, terms, middle, columns.length)
  const sides = [
    left,
    { ...right, levelOne: right.levelOne ?? left.levelOne, levelTwo: right.levelTwo ?? left.levelTwo },
  ]
  // 年度指标值 over both says nothing of the one or the other.
  const isSaid = left.targets[0]?.term !== right.targets[0]?.term
  return isByTerm || isSaid ? withTerms(sides, isSaid) : sides
}

/** The sides of a form, of which the left one is of 实施期 and the right one of 年度: its goals are. */
export const sidesByTerm = (sides: readonly Side[]): readonly Side[] =>
  sides.length === 2 && sides.every(({ targets }) => targets.every(({ term }) => term === undefined))
    ? withTerms(sides, false)
    : sides

/** FORM: forms with two sides print 实施期 on the left and 年度 on the right. */
const withTerms = ([left, right]: readonly Side[], isSaid: boolean): readonly Side[] => [
  withTerm(left as Side, 'long-term', isSaid),
  withTerm(right as Side, 'annual', isSaid),
]

/** The right side begins with its own headings, where it has any. */
const beginOfRight = (columns: Columns, name: number): number => {
  let start = name
  while (isLevelRole(columns[start - 1])) start -= 1
  return start
}

const withTerm = (side: Side, term: NonNullable<DraftGoals['term']>, isSaid: boolean): Side => ({
  ...side,
  targets: side.targets.map((target) => ({ ...target, term: isSaid ? (target.term ?? term) : term })),
})

/** The sides with targets of the long term, where nothing else is said of them. */
export const ofLongTerm = (sides: readonly Side[]): readonly Side[] =>
  sides.map((side) => withTerm(side, 'long-term', true))

/** The sides with targets of the year, where nothing else is said of them. */
export const ofYear = (sides: readonly Side[]): readonly Side[] =>
  sides.map((side) => withTerm(side, 'annual', true))

/** Where the columns of a role are. */
export const columnsOf = (columns: Columns, role: ColumnRole): readonly number[] =>
  columns.flatMap((own, i) => (own === role ? [i] : []))

/** Of the target at first and the adjusted one, the column of that which counts and of the other; else all as they are. */
const adjustedOf = (
  targets: readonly number[],
  labels: readonly (SpannedText | undefined)[],
): readonly [targets: readonly number[], initial: number | undefined] => {
  const adjusted = targets.filter((at) => SAYS_ADJUSTED.test(labels[at]?.meaning ?? ''))
  return targets.length === 2 && adjusted.length === 1
    ? [adjusted, targets.find((at) => at !== adjusted[0])]
    : [targets, undefined]
}

/** FORM: in 一级指标, 分值, 二级指标, 分值, 三级指标, 分值 each level has its points; those of the indicator come first. */
const pointsFirst = (weights: readonly number[], columns: Columns): readonly number[] => {
  const isOfLevel = (at: number): boolean => isLevelRole(columns[at - 1])
  return [...weights.filter((at) => !isOfLevel(at)), ...weights.filter(isOfLevel)]
}

/** The columns of one indicator among those from `start` to `end`. */
export const sideOf = (
  columns: Columns,
  labels: readonly (SpannedText | undefined)[],
  terms: readonly DraftGoals['term'][],
  start: number,
  end: number,
): Side => {
  const all = (role: ColumnRole): readonly number[] =>
    columnsOf(columns, role).filter((at) => start <= at && at < end)
  const [targets, initial] = adjustedOf(all('target'), labels)
  // One of each belongs to each target, or one to all; what is left over only says more of the indicator.
  const each = (role: ColumnRole): readonly number[] => {
    const columns = all(role)
    return columns.length <= targets.length ? columns : columns.slice(0, Math.max(1, targets.length))
  }
  const [levelOne, ...levels] = all('level-one')
  const [levelTwo, ...levelsTwo] = all('level-two')
  const [weight, ...weights] = pointsFirst(all('weight'), columns)
  const pointsOf = (level: ColumnRole): number | undefined => weights.find((at) => columns[at - 1] === level)
  const pointsOfLevels = [pointsOf('level-one'), pointsOf('level-two')] as const
  const [score, ...scores] = all('score')
  const [reason, ...reasons] = all('reason')
  const [direction, ...directions] = all('direction')
  const [comparators, units, actuals] = [each('comparator'), each('unit'), each('actual')]
  const rest = (role: ColumnRole, used: readonly number[]): readonly number[] =>
    all(role).filter((at) => !used.includes(at))
  return {
    levelOne,
    levelTwo,
    names: all('indicator'),
    comparators,
    targets: targets.map((at) => ({
      at,
      label: targets.length > 1 ? labels[at] : undefined,
      term: terms[at],
      ...(initial === undefined ? undefined : { initial }),
    })),
    units,
    weight,
    pointsOfLevels,
    direction,
    actuals,
    score,
    reason,
    notes: [
      ...all('note'),
      ...levels,
      ...levelsTwo,
      ...weights.filter((at) => !pointsOfLevels.includes(at)),
      ...scores,
      ...reasons,
      ...directions,
      ...rest('comparator', comparators),
      ...rest('unit', units),
      ...rest('actual', actuals),
    ].sort((a, b) => a - b),
    headings: [],
  }
}
