import { Decimal } from '../model/decimal.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue, type Comparability } from '../model/unit.ts'
import type { PlacedIndicator } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import { ACTIONS, sameActions } from '../vocabulary/common-words.ts'
import { namedAs, type Said, saidBy } from './match-words.ts'
import type { Candidate } from './matching.ts'
import { areForOthers } from './paid-for.ts'
import type { Promised } from './promises.ts'
import { unitRelation } from './unit-relation.ts'
import { areOpposed, isNarrower, type Pairs, PairWeights, pairsOf, sharedWords } from './words.ts'

/** Below this share of its name said by the goal, an indicator is not what the goal speaks of. */
const LEAST_WORDS = 0.12

/** Where nothing else is in their unit, two numbers need less of the words. */
const ALONE_IN_UNIT = 0.6

/** What a pair across the edge of an action tells, beside one inside a word. */
const EDGE_WEIGHT = 0.4

/** What a pair tells that only joins two words which the goal says apart: 品抽 in 食品抽检. */
const JUNCTION_WEIGHT = 0.3

/** Dimensions of units that very different things are counted in. */
const GENERIC = new Set(['people', 'attendances', 'count', 'share', 'points', 'households'])

const isGeneric = ({ dimension, base }: Unit): boolean => GENERIC.has(dimension) || base === '次'

/** Weighs how likely a promised number and an indicator speak of the same thing. */
export class Scorer {
  /** How many promises and candidates there are in each unit, and of each rate. */
  #promisesIn: Counts
  #candidatesIn: Counts
  readonly #placed: readonly PlacedIndicator[]
  readonly #said = new Map<Promised, Said>()
  #weights: PairWeights | undefined

  /** `placed`: all indicators of the project, which tell what words are common in it. */
  constructor(
    promises: readonly Promised[],
    candidates: readonly Candidate[],
    placed: readonly PlacedIndicator[],
  ) {
    this.#promisesIn = countPromises(promises)
    this.#candidatesIn = countCandidates(candidates)
    this.#placed = placed
  }

  /** Weighs what is left when other pairs are settled: they alone share a unit now. */
  leave(promises: readonly Promised[], candidates: readonly Candidate[]): void {
    this.#promisesIn = countPromises(promises)
    this.#candidatesIn = countCandidates(candidates)
  }

  /** 0 where the two can't speak of the same thing, else by words (most), unit and value. */
  score(promise: Promised, candidate: Candidate): number {
    if (promise.kind !== candidate.kind || areOfTwoTerms(promise, candidate)) return 0
    // 提高5% is a change, 提高到95% a level.
    if (promise.change !== candidate.change) return 0
    // Units are quicker to compare than words, and most pairs are told apart by them.
    const relation = unitsOf(promise, candidate)
    if (relation === 'different') return 0
    const words = this.#wordScore(promise, candidate)
    if (words < LEAST_WORDS * ALONE_IN_UNIT) return 0
    const ratio = ratioOf(promise.measure, candidate.target.measure)
    const needed = Math.max(LEAST_WORDS, wordsNeeded(ratio, promise, candidate))
    if (words < needed * (this.#isUnitOfBothAlone(promise, candidate) ? ALONE_IN_UNIT : 1)) return 0
    const unit = this.#unitScore(promise, candidate, relation, words)
    return unit === 0 ? 0 : 0.6 * words + unit + valueScore(ratio)
  }

  /** How much of the indicator's name the goal says, and how near to the number. */
  #wordScore(promise: Promised, candidate: Candidate): number {
    const said = this.#saidBy(promise)
    const { pairs, edges, tail, isCommon } = namedAs(candidate.name)
    if (areOpposed(candidate.name, said.phrase)) return 0
    if (isCommon && !this.#isAloneInUnit(promise, candidate)) return 0
    const nearness = (pair: string): number => {
      if (isCommon) return said.common.has(pair) ? 1 : 0
      return said.near.has(pair) ? 1 : said.clause.has(pair) ? 0.85 : said.far.has(pair) ? 0.5 : 0
    }
    let found = 0
    let whole = 0
    const weights = this.#weightsOfPairs
    const list = [...pairs]
    for (const [i, pair] of list.entries()) {
      const near = nearness(pair)
      const isJunction = near === 0 && joins(pair, list[i - 1], list[i + 1], nearness)
      const factor = edges.has(pair) ? EDGE_WEIGHT : isJunction ? JUNCTION_WEIGHT : 1
      const weight = weights.weightOf(pair) * factor
      found += near * weight
      whole += weight
    }
    if (whole === 0) return 0
    let score = found / whole
    // What is counted stands at the end of a name: 培训教师人数 isn't met by 培训农民500人.
    // 每人每月1000元 is a 工资标准 or a 补助标准 without saying so.
    const isPay = candidate.kind === 'price' && PAY.test(candidate.name)
    if (!isPay && !tail.some((pair) => nearness(pair) > 0)) score *= 0.6
    if (!saysActions(said, pairs)) score *= 0.8
    if (isNarrower(candidate.name, said.whole)) score *= 0.5
    if (candidate.kind === 'share' && !saysRateWord(promise, candidate)) score *= 0.4
    return score
  }

  /** Whether nothing else is counted in the unit, and the unit is of things of one sort: 2万条编织袋. */
  #isUnitOfBothAlone(promise: Promised, candidate: Candidate): boolean {
    const { unit } = promise.measure
    return (
      unit !== undefined &&
      unit.dimension !== 'money' &&
      !isGeneric(unit) &&
      this.#isAloneInUnit(promise, candidate)
    )
  }

  #isAloneInUnit(promise: Promised, candidate: Candidate): boolean {
    const { unit } = promise.measure
    const { measure } = candidate.target
    if (unit === undefined || unit.base !== measure.unit?.base) return false
    const isOnly = (of: string): boolean => this.#candidatesIn.get(of) === 1 && this.#promisesIn.get(of) === 1
    return isOnly(unit.base) || this.#isRateOfBoth(promise, candidate, isOnly)
  }

  /** Whether both name one rate, and `isOnly` holds of it: of one 合格率 on each side. */
  #isRateOfBoth({ rate }: Promised, { name }: Candidate, isOnly: (rate: string) => boolean): boolean {
    return rate !== undefined && rate === rateNamed(name) && isOnly(rate)
  }

  #unitScore(
    promise: Promised,
    candidate: Candidate,
    relation: Comparability | 'money',
    words: number,
  ): number {
    const { target, name } = candidate
    const { unit } = target.measure
    if (relation === 'money') return areForOthers(promise, target.measure) ? 0 : 0.12
    if (relation === 'compatible') return 0.04
    const isOnlyOne = this.#candidatesIn.get(unit?.base) === 1
    const alone = this.#isAloneInUnit(promise, candidate) ? 0.2 : isOnlyOne ? 0.12 : 0
    // That nothing else is counted in people says little where the words say little.
    if (unit !== undefined && !isGeneric(unit)) return 0.2 + alone
    const isPart = isNarrower(name, this.#saidBy(promise).whole)
    return 0.12 + (isPart ? 0 : alone * Math.min(1, 3 * words))
  }

  /** Most numbers have no indicator of their kind, and their words are never asked for. */
  #saidBy(promise: Promised): Said {
    const known = this.#said.get(promise)
    if (known !== undefined) return known
    const said = saidBy(promise)
    this.#said.set(promise, said)
    return said
  }

  get #weightsOfPairs(): PairWeights {
    this.#weights ??= new PairWeights(this.#placed.map(({ indicator }) => pairsOf(indicator.name.meaning)))
    return this.#weights
  }

  /** The words that both have, the reason for a match. */
  sharedWords(promise: Promised, candidate: Candidate): readonly string[] {
    const { near, clause, far, common } = this.#saidBy(promise)
    const { pairs, isCommon } = namedAs(candidate.name)
    if (isCommon) return sharedWords(pairs, (pair) => common.has(pair))
    return sharedWords(pairs, (pair) => near.has(pair) || clause.has(pair) || far.has(pair))
  }
}

/** How the units of both compare; money is compared by what it is for. */
const unitsOf = (
  { measure: { unit } }: Promised,
  { target: { measure }, name }: Candidate,
): Comparability | 'money' => {
  if (unit?.dimension === 'money') return 'money'
  const relation = unitRelation(unit, measure.unit)
  return relation !== 'different' && countsOther(name, unit) ? 'different' : relation
}

/** Whether a pair that the goal doesn't say only joins two that it does. */
const joins = (
  pair: string,
  before: string | undefined,
  behind: string | undefined,
  nearness: (pair: string) => number,
): boolean =>
  before !== undefined &&
  behind !== undefined &&
  before[1] === pair[0] &&
  pair[1] === behind[0] &&
  nearness(before) > 0 &&
  nearness(behind) > 0

type Counts = ReadonlyMap<string | undefined, number>

const countPromises = (promises: readonly Promised[]): Counts =>
  countEach(
    promises.flatMap(({ measure, rate, change }) => [
      measure.unit?.base,
      ...(rate === undefined || change !== undefined ? [] : [rate]),
    ]),
  )

const countCandidates = (candidates: readonly Candidate[]): Counts =>
  countEach(
    candidates.flatMap(({ target, name, change }) => [
      target.measure.unit?.base,
      ...(change === undefined ? [rateNamed(name)] : []),
    ]),
  )

const countEach = (keys: readonly (string | undefined)[]): Counts => {
  const counts = new Map<string | undefined, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The rate that a name ends with, in its last three characters; empty if there is none. */
const rateNamed = (name: string): string => (name.endsWith('率') ? name.slice(-3) : '')

/** Where a form has long-term and annual goals, indicators of no stated term are those of the year. */
const areOfTwoTerms = ({ goal, project }: Promised, { indicator }: Candidate): boolean => {
  if (goal.term === undefined || goal.term === indicator.term) return false
  if (indicator.term !== undefined) return true
  return goal.term === 'long-term' && project.goals.some(({ term }) => term === 'annual')
}

/** Whether what is done, if the name says it, is said by the goal too, in this word or another. */
const saysActions = ({ whole }: Said, name: Pairs): boolean =>
  [...name].every((pair) => !ACTIONS.has(pair) || sameActions(pair).some((action) => whole.includes(action)))

/** 23个村 are no 发放报酬人数, though 个 may stand for anything. */
const countsOther = (name: string, unit: Unit | undefined): boolean =>
  unit?.dimension === 'count' ? COUNTED_AS_SUCH.test(name) : /个数$/.test(name)

const COUNTED_AS_SUCH = /(?:[人户次场期批]数|人次|场次|户次|批次)$/

const PAY = /(?:工资|薪酬|报酬|补助|补贴|津贴|酬金|费用?)(?:发放)?(?:标准|成本|单价)?$/

/** 完成率 and 及时率 of one thing are two things. */
const saysRateWord = (promise: Promised, { name }: Candidate): boolean => {
  const { phrase, clause, preceding, following, change } = promise
  // 按保费的3%补贴, 投诉同比下降5%: a part and a change are said without their names.
  if (PART_OF.test(name) && (/的\s*$|占[^占,;。]*$/.test(preceding) || /^\s*的/.test(following))) return true
  if (change !== undefined && CHANGE_NAME.test(name)) return true
  if (!/[率度比]/.test(name)) return meaning(`${phrase}\n${clause}`).includes(name.slice(-2))
  const rate = /[\u3007\u3400-\u9fff\uf900-\ufaff]{1,3}[率度比]/.exec(name.replace(/\s/g, ''))?.[0].slice(-3)
  if (rate === undefined) return false
  const said = meaning(`${phrase}\n${clause}`)
  // 覆盖60%以上的村 speaks of a 覆盖率.
  return said.includes(rate) || preceding.trimEnd().endsWith(rate.slice(0, -1))
}

const PART_OF = /(?:比例|比重|占比)$/
const CHANGE_NAME = /(?:增长|提高|提升|上升|下降|降低|减少)(?:率|幅度|比例)$|[增涨降减]幅$|增速$/

/** The greater of the two over the smaller, in base units; `undefined` with two zeros, or below them. */
const ratioOf = (a: Measure, b: Measure): Decimal | undefined => {
  const [x, y] = [baseValue(a), baseValue(b)]
  // None is no slip of some.
  if (x.isZero() !== y.isZero()) return BEYOND
  if (x.lte(0) || y.lte(0)) return undefined
  return Decimal.max(x, y).div(Decimal.min(x, y))
}

const BEYOND = new Decimal(Number.POSITIVE_INFINITY)

/**
 * How much the words must say where the values are far apart: a slip changes one digit, and what is
 * ten times as much is mostly another thing; but 18万页 and 18页 have lost a 万, 18.5 and 185 a point.
 */
const wordsNeeded = (
  ratio: Decimal | undefined,
  { kind, measure }: Promised,
  { target }: Candidate,
): number => {
  if (ratio === undefined || ratio.lte(5)) return 0
  if (kind === 'price') return 0.4
  if (haveSameDigits(measure, target.measure)) return 0.35
  return ratio.lte(10) ? 0.6 : 0.8
}

/** Whether two numbers have the same digits, two or more, and differ in their point or unit alone. */
const haveSameDigits = (a: Measure, b: Measure): boolean => {
  const digits = digitsOf(a)
  return digits.length > 1 && digits === digitsOf(b)
}

/** Without zeros at either end. */
const digitsOf = (measure: Measure): string =>
  baseValue(measure)
    .toFixed()
    .replace('.', '')
    .replace(/^0+|(?<!0)0+$/g, '')

/** What equal or near values add to the score of a pair; the words alone give the rest. */
export const valueScoreOf = (a: Measure, b: Measure): number => valueScore(ratioOf(a, b))

const valueScore = (ratio: Decimal | undefined): number => {
  if (ratio === undefined || ratio.gt(2)) return 0
  return ratio.eq(1) ? 0.1 : 0.04
}
