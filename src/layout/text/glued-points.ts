import type { DraftTotalScore } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { totalScoreAt } from '../../vocabulary/form-words.ts'
import type { Column, Place } from './columns.ts'
import { isDigit } from './lines.ts'
import { type Piece, weightCost } from './row-search.ts'

/** One way to divide the digits of a value and its points, which stand one behind the other. */
interface Division {
  readonly value: Place
  /** `undefined`: all digits are of the value. */
  readonly points: Place | undefined
  /** In hundredths. */
  readonly worth: number
  readonly cost: number
  /** A share above the whole: more likely, scanning made a digit of a sign. */
  readonly isTooMuch?: boolean
}

/** The pieces of one row, with the ways to divide its value and points. */
interface Row {
  readonly pieces: readonly Piece[]
  readonly divisions: readonly Division[]
}

/**
 * Divides values from the points that are glued to them (`≥9112`, `1095%`). A row by itself mostly leaves several ways;
 * that all points make 100 or 90 together leaves one. Where it leaves more, the value is marked as unclear, with all of
 * its digits.
 */
export const dividePoints = (
  folded: string,
  pieces: readonly Piece[],
  columns: readonly Column[],
): readonly Piece[] => {
  if (!columns.some(({ kind }) => kind === 'weight')) return pieces
  const rows = rowsOf(pieces).map(
    (row): Row => ({ pieces: row, divisions: divisionsOf(folded, row, columns) }),
  )
  if (!rows.some(({ divisions }) => divisions.length > 1)) return pieces
  const together = costsInAll(rows)
  return rows.flatMap((row, i) => {
    if (row.divisions.length < 2) return row.pieces
    const costs = together?.[i]
    return costs === undefined ? divided(row, costsOf(row), SURE_ALONE) : divided(row, costs, SURE)
  })
}

/** What each division of a row costs, in the cheapest reading of all rows. */
type Costs = readonly number[]

const costsOf = ({ divisions }: Row): Costs => divisions.map(({ cost }) => cost)

const divided = ({ pieces, divisions }: Row, costs: Costs, sure: number): readonly Piece[] => {
  const least = Math.min(...costs)
  const { value, points, isTooMuch = false } = divisions[costs.indexOf(least)] as Division
  const isClear = !isTooMuch && costs.filter((cost) => cost - least < sure).length === 1
  const whole = {
    start: Math.min(value.start, points?.start ?? value.start),
    end: Math.max(value.end, points?.end ?? value.end),
  }
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'weight') return []
    if (piece.kind !== 'target') return [piece]
    if (!isClear) return [{ ...piece, ...whole, isUnclear: true }]
    const target = { ...piece, ...value }
    return points === undefined ? [target] : [target, { kind: 'weight', column: piece.column, ...points }]
  })
}

/** The pieces of each row with the `end` behind it; what stands between rows makes one of its own. */
const rowsOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const rows: Piece[][] = [[]]
  for (const piece of pieces) {
    rows.at(-1)?.push(piece)
    if (piece.kind === 'end') rows.push([])
  }
  return rows
}

/** How much dearer the next way has to be: where the points make a total, and where each row stands for itself. */
const SURE = 1.2
const SURE_ALONE = 1.6
/** Above this share a percentage is hardly one. */
const MORE_THAN_WHOLE = 2.5
/** 811月底 is no date. */
const NO_MONTH = /^(?:1[3-9]|[2-9]\d|\d{3,})月/
const DEAR = 4
const NO_POINTS = 1.5

/** The ways to divide the digits of a row's value and points; one, as read, where nothing is to be divided. */
const divisionsOf = (
  folded: string,
  row: readonly Piece[],
  columns: readonly Column[],
): readonly Division[] => {
  const of = (kind: Piece['kind']): readonly Piece[] => row.filter((piece) => piece.kind === kind)
  const [target, second] = of('target')
  const [weight] = of('weight')
  const asRead: Division = {
    value: target ?? { start: 0, end: 0 },
    points: weight,
    worth: weight === undefined ? 0 : hundredths(folded.slice(weight.start, weight.end)),
    cost: 0,
  }
  if (target === undefined || second !== undefined) return [asRead]
  if (of('actual').length > 0 || of('score').length > 0) return [asRead]
  const isFirst = weight === undefined ? isWeightFirst(columns) : weight.start < target.start
  const run = runOf(folded, target, weight, isFirst)
  if (run === undefined) return [asRead]
  const isShare = isOfShare(folded, row, folded.slice(target.start, target.end))
  const found = isFirst ? pointsInFront(folded, run, isShare) : pointsBehind(folded, run, isShare)
  if (found.length === 0) return [asRead]
  const value = folded.slice(run.start, run.end)
  const isTooMuch = isShare && !(Number(value.replace(/[^\d.]/g, '')) <= 100)
  const cost = NO_POINTS + (isTooMuch ? MORE_THAN_WHOLE : 0)
  const bare: Division = { value: run, points: undefined, worth: 0, cost, isTooMuch }
  return [...found, bare].map((division) =>
    NO_MONTH.test(folded.slice(division.value.start, division.value.end))
      ? { ...division, cost: division.cost + DEAR }
      : division,
  )
}

/** Where a value and points stand that share their digits; `undefined` where something parts them. */
const runOf = (
  folded: string,
  target: Piece,
  weight: Piece | undefined,
  isFirst: boolean,
): Place | undefined => {
  const [first, second] = weight === undefined ? [target] : isFirst ? [weight, target] : [target, weight]
  const { start, end } = { start: first.start, end: (second ?? first).end }
  const cut = second === undefined ? (isFirst ? start + 1 : end - 1) : first.end
  const isShared = isDigit(folded[cut - 1]) && isDigit(folded[cut])
  return isShared && cut === (second?.start ?? cut) ? { start, end } : undefined
}

/** Which of the two columns comes first. */
const isWeightFirst = (columns: readonly Column[]): boolean =>
  columns.findIndex(({ kind }) => kind === 'weight') < columns.findIndex(({ kind }) => kind === 'target')

const SHARE_NAME = /(?:率|比例|占比|满意度)(?:\([^()]*\))?$|\(%\)$/

/** Whether the value is a percentage, by its unit or its name. */
const isOfShare = (folded: string, row: readonly Piece[], value: string): boolean =>
  value.endsWith('%') ||
  row.some(
    ({ kind, start, end }) =>
      (kind === 'unit' && folded.slice(start, end).includes('%')) ||
      (kind === 'name' && SHARE_NAME.test(folded.slice(start, end).trim())),
  )

/** `≥9112`: points behind the value. */
const pointsBehind = (folded: string, { start, end }: Place, isShare: boolean): readonly Division[] => {
  let from = end
  while (from > start && NUMERIC.has(folded[from - 1] as string)) from -= 1
  while (from < end && !isDigit(folded[from])) from += 1
  const digits = folded.slice(from, end)
  return cutsOf(digits).flatMap((at) => {
    const cut = end - digits.length + at
    return divisionOf(folded, { start, end: cut }, { start: cut, end }, digits.slice(0, at), isShare)
  })
}

/** `1095%`: points in front of the value. */
const pointsInFront = (folded: string, { start, end }: Place, isShare: boolean): readonly Division[] => {
  const [digits = ''] = /^\d[\d.,]*/.exec(folded.slice(start, end)) ?? []
  return cutsOf(digits).flatMap((at) => {
    const cut = start + at
    return divisionOf(folded, { start: cut, end }, { start, end: cut }, digits.slice(at), isShare)
  })
}

const NUMERIC: ReadonlySet<string> = new Set('0123456789.,')

const cutsOf = (digits: string): readonly number[] => {
  const cuts: number[] = []
  for (let at = 1; at < digits.length; at += 1)
    if (isDigit(digits[at]) && isDigit(digits[at - 1])) cuts.push(at)
  return cuts
}

const POINTS = /^(?:[1-9]\d?|100)(?:\.\d{1,2})?$/
const NUMBER = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/

const divisionOf = (
  folded: string,
  value: Place,
  points: Place,
  digits: string,
  isShare: boolean,
): readonly Division[] => {
  const worth = folded.slice(points.start, points.end)
  if (!POINTS.test(worth) || !NUMBER.test(digits)) return []
  const isTooMuch = isShare && Number(digits) > 100
  const cost = weightCost(worth) + (isTooMuch ? MORE_THAN_WHOLE : 0)
  return [{ value, points, worth: hundredths(worth), cost, isTooMuch }]
}

const hundredths = (points: string): number => Math.round(Number(points.replace(/[^\d.]/g, '')) * 100)

/** 总分 with its numbers at the start of what stands below the rows, and where these end. */
export const totalScoreIn = (
  text: SpannedText,
  columns: readonly Column[],
): { readonly score: DraftTotalScore; readonly end: number } | undefined => {
  const found = totalScoreAt(text.folded)
  const own = columns.filter(({ kind }) => kind === 'weight' || kind === 'score').map(({ kind }) => kind)
  const numbers = found === null ? [] : dividedTotal(found)
  if (found === null || own.length === 0 || numbers.length !== own.length || new Set(own).size < own.length)
    return undefined
  const name = text.slice(0, found[1]?.length)
  let from = name.length
  const score: { weight?: SpannedText; score?: SpannedText } = {}
  for (const [i, number] of numbers.entries()) {
    const at = text.folded.indexOf(number, from)
    from = at + number.length
    score[own[i] as 'weight' | 'score'] = text.slice(at, from)
  }
  return { score: { name, weight: score.weight, score: score.score }, end: found[0].length }
}

/** 100 and 98.92 of 10098.92: no total has more than all points. */
const dividedTotal = ([, , first = '', second]: RegExpExecArray): readonly string[] => {
  if (second !== undefined) return [first, second]
  const [, whole = '', rest = ''] = WHOLE_AND_REST.exec(first) ?? []
  if (Number(first) <= MOST_POINTS) return [first]
  return Number(rest) <= Number(whole) && POINTS.test(rest) ? [whole, rest] : []
}

const MOST_POINTS = 100
const WHOLE_AND_REST = /^(100|90|80)(\d[\d.]*)$/

/** What all points of a form make together, in hundredths: 90 where 10 are of the money spent. */
const TOTALS = [10_000, 9000]
/** Below this, rows that make 100 together may do so by chance. */
const FEW_ROWS = 3
/** No form divides 100 points among more, and to try would take long. */
const MOST_ROWS = 100

/** For each row, what each of its divisions costs in the cheapest reading whose points make a total; `undefined` if none does. */
const costsInAll = (rows: readonly Row[]): readonly Costs[] | undefined => {
  const count = rows.filter(({ divisions }) => divisions.some(({ worth }) => worth > 0)).length
  if (count < FEW_ROWS || count > MOST_ROWS) return undefined
  const before = sumsOf(rows)
  const behind = sumsOf(rows.toReversed()).toReversed()
  const all = rows.map(({ divisions }, i) =>
    divisions.map(({ worth, cost }) => cost + leastOfBoth(before[i] as Sums, behind[i + 1] as Sums, worth)),
  )
  return all.every((costs) => costs.some(Number.isFinite)) ? all : undefined
}

/** The least cost of each sum of points. */
type Sums = ReadonlyMap<number, number>

/** What the sums of the first rows cost: of none, of one, of two … */
const sumsOf = (rows: readonly Row[]): readonly Sums[] => {
  const most = Math.max(...TOTALS)
  let last: Sums = new Map([[0, 0]])
  const all = [last]
  for (const { divisions } of rows) {
    const next = new Map<number, number>()
    for (const [sum, cost] of last) {
      for (const division of divisions) {
        const more = sum + division.worth
        const dearer = cost + division.cost
        if (more <= most && dearer < (next.get(more) ?? Number.POSITIVE_INFINITY)) next.set(more, dearer)
      }
    }
    last = next
    all.push(last)
  }
  return all
}

const leastOfBoth = (before: Sums, behind: Sums, worth: number): number => {
  let least = Number.POSITIVE_INFINITY
  for (const [sum, cost] of before) {
    for (const total of TOTALS) {
      const rest = behind.get(total - worth - sum)
      if (rest !== undefined && cost + rest < least) least = cost + rest
    }
  }
  return least
}
