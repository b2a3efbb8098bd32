import { sideOf } from '../model/comparator.ts'
import { HUNDRED, sum } from '../model/decimal.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue, type Comparability } from '../model/unit.ts'
import type { PlacedIndicator } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import {
  CHANGE_NAME,
  CHANGE_OF,
  CHANGED_AT_END,
  COUNTED_AT_END,
  COUNTS_WHOM,
  countedAs,
  FEW,
  HAPPENING,
  IS_PART,
  IS_PUT,
  IS_RATE,
  LISTED,
  NUMBERED_SORT,
  OF_BOTH,
  OF_FOLLOWING,
  OF_PART,
  OF_RATE,
  OF_THEIR_PROBLEM,
  OF_WHICH,
  PART_NAME,
  PAY_NAME,
  RATE_AT_END,
  RATE_IN_NAME,
  RATE_WORD,
  rateMeant,
  SATISFIED,
  SAYS_ALL,
  SOLVES,
  WHO_BENEFITS,
} from '../vocabulary/goal-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { PERSON, ROUNDS, TIMES } from '../vocabulary/price-words.ts'
import { inAllOf } from './in-all.ts'
import { isFar, isGeneric, priceRatio, ratioOf, valueScore, wordsNeeded } from './match-values.ts'
import type { Candidate } from './matching.ts'
import { type Named, type NamedPair, namedAs, withoutCounter } from './named.ts'
import {
  countsOtherThing,
  headBefore,
  isJoint,
  isOfOtherChange,
  isOfOtherThing,
  saysPair,
} from './other-thing.ts'
import { areForOthers, basisOf, basisOfPromise } from './paid-for.ts'
import { type Promised, statementOf } from './promises.ts'
import { PairIds, Said } from './said.ts'
import { sharedTail } from './shared-tail.ts'
import { unitRelation } from './unit-relation.ts'
import {
  type Contrasts,
  commonRuns,
  contrastsIn,
  exclude,
  narrowingIn,
  pairWeight,
  rateOf,
  sharedWords,
  streamOf,
} from './words.ts'

/** Below this share of its name said by the goal, an indicator is not what the goal speaks of. */
const LEAST_WORDS = 0.12

/** Where nothing else is in their unit, two numbers need less of the words. */
const ALONE_IN_UNIT = 0.6

/** What a pair across the edge of an action tells, beside one inside a word. */
const EDGE_WEIGHT = 0.4

/** What a pair tells that only joins two words which the goal says apart: 品抽 in 食品抽检. */
const JUNCTION_WEIGHT = 0.3

/** What a word tells that the goal says in short. */
const SHORT_WEIGHT = 0.7

/** How much less sure a pair is whose words name different things: 油茶 and 花椒. */
const OTHER_THING = 0.45

/** What the last word of a list tells that is left open: 登记表等. */
const ONE_OF_A_LIST = 0.5

/** What a rate tells whose name alone is said. */
const BARE_RATE = 0.55

/** Numbers of what was or is there already are compared with an indicator only where no other is. */
const NOT_PLANNED = 0.55

/** So are those of several years beside those of this one. */
const OF_YEARS = 0.8

/** Dimensions of what is done, and not of what it is done to. */
const OF_ACTIONS = new Set(['times', 'attendances'])

/** A candidate with all that scoring asks of its name. */
interface Target {
  readonly candidate: Candidate
  readonly named: Named
  readonly ids: readonly number[]
  readonly weights: readonly number[]
  readonly gappedIds: readonly number[]
  readonly actionIds: readonly number[]
  /** Whether it names more than what is done. */
  readonly saysThing: boolean
  /** Of times, the last thing done. */
  readonly lastAction: NamedPair | undefined
  readonly isPay: boolean
  readonly isOfSatisfaction: boolean
  readonly value: number
  readonly basis: string
  /** What it excludes, and by what it is narrowed, once that was asked for. */
  contrasts: Contrasts | undefined
  narrowing: readonly string[] | undefined
}

/** Weighs how likely a promised number and an indicator speak of the same thing. */
export class Scorer {
  /** What is left to be weighed. */
  #left: Left
  /** The candidates that a promise may meet. */
  readonly #targets: readonly (Target | undefined)[]
  readonly #said: Said
  readonly #ids: PairIds
  readonly #groups: readonly Group[]
  readonly #scratch: Float64Array
  #looksAt: Promised | undefined
  #value = 0

  /** `placed`: all indicators of the project, which tell what words are common in it. */
  constructor(
    promises: readonly Promised[],
    candidates: readonly Candidate[],
    placed: readonly PlacedIndicator[],
  ) {
    this.#groups = groupsOf(candidates)
    const met = new Map<number, Named>()
    for (const [i, { members }] of this.#groups.entries()) {
      if (promises.every((promise) => this.#relationTo(promise, i) === undefined)) continue
      for (const j of members) {
        const { name, target, change } = candidates[j] as Candidate
        const counted = withoutCounter(name, target.measure.unit?.printed ?? '')
        met.set(
          j,
          namedAs(
            change === undefined ? counted : counted.replace(CHANGED_AT_END, '').replace(CHANGE_OF, ''),
          ),
        )
      }
    }
    const names = [...met.values()]
    this.#ids = new PairIds(names)
    const counts = this.#ids.countIn(
      this.#ids.size === 0 ? [] : placed.map(({ indicator }) => indicator.name.meaning),
    )
    const weightOf = (pair: number, id: number): number =>
      pairWeight(pair, counts[id] as number, placed.length)
    this.#targets = candidates.map((candidate, j) => {
      const named = met.get(j)
      return named === undefined ? undefined : targetOf(candidate, named, this.#ids, weightOf)
    })
    this.#said = new Said(this.#ids, promises)
    this.#scratch = new Float64Array(1 + Math.max(0, ...names.map(({ pairs }) => pairs.length)))
    this.#left = new Left(promises, candidates)
  }

  /** Weighs what is left when other pairs are settled: they alone share a unit now. */
  leave(promises: readonly Promised[], candidates: readonly Candidate[]): void {
    this.#left = new Left(promises, candidates)
  }

  /**
   * For each candidate, 0 where the promise and it can't speak of the same thing, else by words (most), unit and value. Most
   * pairs are told apart by their kinds and units, which are compared once for all candidates that have the same.
   */
  scoresOf(promise: Promised): Float64Array {
    const scores = new Float64Array(this.#targets.length)
    for (const [i, { members }] of this.#groups.entries()) {
      const relation = this.#relationTo(promise, i)
      if (relation === undefined) continue
      this.#turnTo(promise)
      for (const j of members) scores[j] = this.#scoreIfNamed(promise, this.#targets[j] as Target, relation)
    }
    return scores
  }

  /** The same, where the name says what a number that follows from others needs. */
  #scoreIfNamed(promise: Promised, target: Target, relation: Comparability | 'money'): number {
    const { needs } = promise
    if (needs === undefined) return this.#score(promise, target, relation)
    if (!saysInOrder(target.candidate.name, needs)) return 0
    if (this.#value === 0) return mayBeNone(target.candidate) ? NONE_SAID : 0
    const score = this.#score(promise, target, relation)
    return score > 0 && needs === SAYS_ALL ? score + IS_OF_ALL : score
  }

  #score(promise: Promised, target: Target, relation: Comparability | 'money'): number {
    const { candidate } = target
    const isSameBasis =
      promise.kind === 'price' && target.basis !== '' && target.basis === basisOfPromise(promise)
    if (!this.#mayBeSaid(promise, target, isSameBasis)) return 0
    const all = inAllOf(promise, candidate)?.value
    if (isOfNone(target.value, promise, this.#value)) return 0
    const ratio =
      promise.kind === 'price'
        ? priceRatio(promise, candidate)
        : ratioOf(promise.measure, candidate.target.measure, all?.toNumber() ?? this.#value, target.value)
    const least =
      Math.max(LEAST_WORDS, wordsNeeded(ratio, promise, candidate, false)) *
      (isFar(ratio) ? 1 : ALONE_IN_UNIT)
    const read = this.#wordScore(promise, target, isSameBasis, least)
    const { words } = read
    if (words < least) return 0
    const needed = Math.max(LEAST_WORDS, wordsNeeded(ratio, promise, candidate, read.isPart))
    const mayBeAlone =
      !read.isPart && !read.doesOther && !isFar(ratio) && this.#isUnitOfBothAlone(promise, candidate)
    if (words < needed * (mayBeAlone ? ALONE_IN_UNIT : 1)) return 0
    const unit = read.isOther ? 0.04 : this.#unitScore(promise, target, relation, words, isSameBasis)
    if (unit === 0) return 0
    const score = 0.6 * words + unit + valueScore(ratio) - (all === undefined ? 0 : IS_REPEATED)
    if (OF_WHICH.test(promise.preceding) && candidate.name.includes(SAYS_ALL)) return score * OF_YEARS
    const isOfYears = promise.horizon !== undefined && candidate.indicator.term !== 'long-term'
    return this.#isPlanned(promise, target) ? score * (isOfYears ? OF_YEARS : 1) : score * NOT_PLANNED
  }

  /** Turns to a number, and reads the words around it. */
  #turnTo(promise: Promised): void {
    if (this.#looksAt === promise) return
    this.#looksAt = promise
    this.#value = baseValue(promise.measure).toNumber()
    this.#said.look(promise)
  }

  /** How the units of a number and a group compare; `undefined` where it can be that of none of them. */
  #relationTo(promise: Promised, group: number): Comparability | 'money' | undefined {
    const { example } = this.#groups[group] as Group
    if (!mayMeet(promise, example)) return undefined
    const relation = unitsOf(promise, example)
    return relation === 'different' ? undefined : relation
  }

  /** Whether the number is planned, or is the only one in its unit of what the name says: 现存档案2800册. */
  #isPlanned({ standing, measure }: Promised, target: Target): boolean {
    if (standing === 'planned') return true
    return (
      standing === 'stock' &&
      this.#left.promisesIn.get(measure.unit?.base) === undefined &&
      this.#saysActions(target)
    )
  }

  /** Whether what is done, if the name says it, is said by the goal too, in this word or another. */
  #saysActions({ actionIds }: Target): boolean {
    return actionIds.every((id) => (this.#said.levels[id] as number) > 0)
  }

  /** How much of the indicator's name the goal says, and how near to the number. */
  #wordScore(promise: Promised, target: Target, isSameBasis: boolean, least: number): WordScore {
    const { candidate, named } = target
    const { isCommon } = named
    if (isCommon && !this.#isAlone(promise, target, isSameBasis) && !isSaidRightBefore(promise, candidate))
      return NO_WORDS
    if (isOfWhoBenefits(promise, candidate) && this.#isAlone(promise, target, isSameBasis))
      return { ...NO_WORDS, words: 0.6 }
    const said = this.#nearnesses(target)
    const last = named.tail.at(-1) ?? -1
    const isListed = said[last] === 0 && namesEachOf(promise, candidate)
    if (isListed) said[last] = ONE_OF_A_LIST
    const literal = sharedTail(promise, candidate)
    const isTailNamed = literal > 0 || saysRate(promise, target, said)
    const pairsSaid = shareSaid(target, said)
    const share = literal > (pairsSaid ?? 0) ? literal : pairsSaid
    if (share !== undefined && !this.#isEnough(share, least, promise, candidate, isSameBasis)) return NO_WORDS
    target.contrasts ??= contrastsIn(candidate.name)
    if (exclude(target.contrasts, this.#said.contrasts)) return NO_WORDS
    const isAlone = this.#isAlone(promise, target, isSameBasis)
    // 每人每月 of 补助标准: nothing else is paid so.
    const isOnlyPay = isSameBasis && isAlone && target.isPay
    if (share === undefined) return isOnlyPay ? { ...NO_WORDS, words: 0.5 } : NO_WORDS
    const isTailSaid = isTailNamed || named.tail.some((i) => (said[i] as number) > 0)
    const paid = Math.max(share, isOnlyPay ? 0.35 : 0)
    const read = this.#doubted(
      promise,
      target,
      said,
      isTailSaid,
      paid * this.#actionDoubt(target, isAlone),
      isSameBasis,
    )
    return isListed ? { ...read, isPart: this.#isNarrower(target) } : read
  }

  /** What is left of the words that are said, of what speaks against them. */
  #doubted(
    promise: Promised,
    target: Target,
    said: Float64Array,
    isTailSaid: boolean,
    share: number,
    isSameBasis: boolean,
  ): WordScore {
    const { candidate, named } = target
    const does = this.#doesOther(promise, target)
    const isOther = does === 'surely' || (!isSameBasis && this.#isOfOther(promise, target, said, isTailSaid))
    const isNarrowed = this.#isNarrower(target)
    const otherDoubt = isOther ? OTHER_THING : 1
    const doesOther = this.#doesOtherTo(target, isTailSaid)
    const doubt =
      otherDoubt *
      (does === 'maybe' ? 0.6 : 1) *
      tailDoubt(target, isTailSaid, doesOther) *
      (isNarrowed ? 0.5 : 1)
    const words = this.#wordsOfRate(promise, candidate, share * doubt)
    const isPart = isNarrowed || (isTailSaid && isUnsaidPart(named, said))
    return { words, isOther, isPart, doesOther }
  }

  /** Doubts make words less and never more. Only what is paid, and rates that have nothing but their name, need none. */
  #isEnough(
    share: number,
    least: number,
    promise: Promised,
    candidate: Candidate,
    isSameBasis: boolean,
  ): boolean {
    if (isSameBasis || share >= least) return true
    return promise.kind === 'share' && this.#isBareRateOfBoth(promise, candidate)
  }

  /** Whether a name is narrowed by a word that neither the goal nor the name of the project says. */
  #isNarrower(target: Target): boolean {
    target.narrowing ??= narrowingIn(target.candidate.name)
    return target.narrowing.some((word) => !this.#said.narrows(word))
  }

  #isOfOther(
    promise: Promised,
    { candidate, named }: Target,
    said: Float64Array,
    isTailSaid: boolean,
  ): boolean {
    const { kind, measure, preceding } = promise
    if (kind === 'share') return isRateOfOther(promise, candidate)
    if (named.isCommon || (!isTailSaid && IS_PUT.test(preceding))) return false
    if (measure.unit?.dimension === 'count' && countsOtherThing(named, this.#said.around)) return true
    if (countsWhom(promise, candidate)) return true
    return isOfOtherThing(named, said, isTailSaid, this.#said.around)
  }

  /** 0 to 1: how much what is done, if the name says it, is said by the goal. 受益人数 says nothing of whom. */
  #actionDoubt(target: Target, isAlone: boolean): number {
    const { saysThing } = target
    const isSaid = this.#saysActions(target)
    return (isSaid ? 1 : this.#saysOtherAction(target) ? 0.65 : 0.8) * (isAlone || saysThing ? 1 : 0.6)
  }

  /** Whether the words before the number say that something is done which the name doesn't: 资助青少年 and 青少年参加. */
  #saysOtherAction({ named }: Target): boolean {
    const { stream, before } = this.#said.around
    const { codes, actions } = stream
    for (let i = before.from + 1; i < before.to; i += 1) {
      const isAction = actions[i] === 1 && actions[i - 1] === 1
      if (isAction && !saysPair(named, codes[i - 1] as number, codes[i] as number)) return true
    }
    return false
  }

  /** The same for a rate, whose own word has to be said: 完成率 and 及时率 of one thing are two things. */
  #wordsOfRate(promise: Promised, candidate: Candidate, words: number): number {
    if (candidate.kind !== 'share') return words
    const isOther = isOfOtherRate(promise, candidate)
    // 整精米率平均56% is of no 合格率, though the goal may say that elsewhere.
    if (isOther && namesOneRate(promise)) return 0
    const said = this.#isBareRateOfBoth(promise, candidate) ? Math.max(words, BARE_RATE) : words
    if (said > 0 && saysRateWord(promise, candidate, this.#said.words)) return said
    return isOther ? 0 : said * 0.4
  }

  /** Whether anything of a name is said at all, or need not be: most pairs end here. */
  #mayBeSaid(promise: Promised, target: Target, isSameBasis: boolean): boolean {
    const { candidate, named, ids, gappedIds } = target
    if (target.isOfSatisfaction && !this.#said.words.includes(SATISFIED)) return false
    if (isOfOtherChange(promise, candidate)) return false
    if (named.isCommon || isSameBasis || promise.kind === 'share') return true
    if (isOfWhoBenefits(promise, candidate)) return true
    const { levels, loose } = this.#said
    for (const id of ids) if ((levels[id] as number) > 0 || (loose[id] as number) > 0) return true
    for (const id of gappedIds) if ((levels[id] as number) > 0) return true
    return false
  }

  /** How near to the number the goal says each pair of a name; common names are searched for in its sentence alone. */
  #nearnesses({ named, ids, gappedIds }: Target): Float64Array {
    const said = this.#scratch
    // One more, so that whoever looks behind the last finds nothing.
    said.fill(0, 0, ids.length + 1)
    if (named.isCommon) {
      const { common } = this.#said
      for (const [i, { key }] of named.pairs.entries()) if (common.has(key)) said[i] = 1
      return said
    }
    const { levels, loose } = this.#said
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number
      said[i] = Math.max(levels[id] as number, loose[id] as number)
    }
    for (let k = 0; k < gappedIds.length; k += 1) {
      const level = levels[gappedIds[k] as number] as number
      if (level < 0.85) continue
      const { from, to } = named.gapped[k] as Named['gapped'][number]
      for (let i = from; i < to; i += 1) said[i] = Math.max(said[i] as number, SHORT_WEIGHT * level)
    }
    return said
  }

  /** Whether the goal does what the name doesn't say, to what it doesn't end with: 新建茶园 and 茶园施肥面积. */
  #doesOtherTo(target: Target, isTailSaid: boolean): boolean {
    return !isTailSaid && this.#saysOtherAction(target)
  }

  /**
   * Of times, what is done is what is counted: 检查120次 are no 宣传次数, if the goal does something else; less surely so
   * where it doesn't say what it does.
   */
  #doesOther(promise: Promised, target: Target): 'surely' | 'maybe' | 'no' {
    const { lastAction } = target
    if (lastAction === undefined) return 'no'
    if ((this.#said.levels[this.#ids.idOf(lastAction.key)] ?? 0) > 0) return 'no'
    if (this.#saysOtherAction(target)) return 'surely'
    return promise.kind === 'count' ? 'maybe' : 'no'
  }

  /** Whether nothing else is counted in the unit, and the unit is of things of one sort: 2万条编织袋. */
  #isUnitOfBothAlone(promise: Promised, candidate: Candidate): boolean {
    const { unit } = promise.measure
    return unit !== undefined && !isGeneric(unit) && this.#isAloneInUnit(promise, candidate)
  }

  #isAlone(promise: Promised, target: Target, isSameBasis: boolean): boolean {
    if (!isSameBasis) return this.#isAloneInUnit(promise, target.candidate)
    return this.#left.hasOneEach(`/${target.basis}`)
  }

  #isAloneInUnit(promise: Promised, candidate: Candidate): boolean {
    const { unit } = promise.measure
    const { measure } = candidate.target
    if (unit === undefined || unit.base !== measure.unit?.base) return false
    return this.#left.hasOneEach(unit.base) || this.#isRateOfBoth(promise, candidate)
  }

  /** Whether both name one rate, of which each side has one: 合格率. */
  #isRateOfBoth(promise: Promised, candidate: Candidate): boolean {
    const rate = rateSaid(promise)
    return rate !== undefined && rate === rateNamed(candidate) && this.#left.hasOneEach(rate)
  }

  /** Whether the goal names nothing but the rate, of which each side has one: 满意度达到90% and 沿线群众满意度. */
  #isBareRateOfBoth(promise: Promised, candidate: Candidate): boolean {
    return this.#isRateOfBoth(promise, candidate) && headBefore(this.#said.around) === undefined
  }

  #unitScore(
    promise: Promised,
    target: Target,
    relation: Comparability | 'money',
    words: number,
    isSameBasis: boolean,
  ): number {
    const { candidate } = target
    const { unit } = candidate.target.measure
    if (relation === 'money') {
      if (areForOthers(promise, candidate)) return 0
      return 0.12 + (isSameBasis && this.#isAlone(promise, target, true) ? 0.12 : 0)
    }
    if (relation === 'compatible') return 0.04
    const isOnlyOne = this.#left.candidatesIn.get(unit?.base) === 1
    const alone = this.#isAloneInUnit(promise, candidate) ? 0.2 : isOnlyOne ? 0.12 : 0
    // That nothing else is counted in people says little where the words say little.
    if (unit !== undefined && !isGeneric(unit)) return 0.2 + alone
    return 0.12 + (this.#isNarrower(target) ? 0 : alone * Math.min(1, 3 * words))
  }

  /** The words that both have, as the name prints them: the reason for a match. */
  sharedWords(promise: Promised, { name }: Candidate, j: number): readonly string[] {
    const words = this.#wordsNear(promise, this.#targets[j])
    const { phrase, clause } = promise
    return words.length > 0 ? words : commonRuns(name, `${phrase} ${clause}`)
  }

  /** None for a candidate that no number may meet by its unit, and which is left alone with one. */
  #wordsNear(promise: Promised, target: Target | undefined): readonly string[] {
    if (target === undefined) return []
    this.#turnTo(promise)
    const near = new Map(target.named.pairs.map(({ at }, i) => [at, i]))
    const said = this.#nearnesses(target)
    return sharedWords(
      target.candidate.name,
      target.named.stream,
      (_, at) => (said[near.get(at) ?? -1] ?? 0) > 0,
    )
  }
}

/** Candidates of one kind, term and unit: what tells that a number is of none of them tells it once. */
interface Group {
  readonly example: Candidate
  readonly members: number[]
}

const groupsOf = (candidates: readonly Candidate[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const [j, candidate] of candidates.entries()) {
    const { kind, change, indicator, target, name } = candidate
    const key = `${kind} ${change} ${indicator.term} ${countedAs(name)} ${unitKeyOf(target.measure.unit)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { example: candidate, members: [j] })
    else group.members.push(j)
  }
  return [...groups.values()]
}

/** Whether a number may be that of a group at all: 提高5% is a change, 提高到95% a level. */
const mayMeet = (promise: Promised, example: Candidate): boolean =>
  promise.kind === example.kind && promise.change === example.change && !areOfTwoTerms(promise, example)

/** How much of a name is said, and what speaks against it. */
interface WordScore {
  readonly words: number
  /** Whether goal and name count different things. */
  readonly isOther: boolean
  /** Whether the name is of a part of what the goal speaks of. */
  readonly isPart: boolean
  /** Whether the goal does something else to something else. */
  readonly doesOther: boolean
}

/** Whether a name ends with what should not happen, and its target is how often it may. */
const mayBeNone = ({ name, kind, target: { comparator } }: Candidate): boolean =>
  kind === 'count' && comparator !== '≥' && comparator !== '>' && isNamed(name, 'fault')

/** 不让一名学生失学 is what 0人 is of, and not how many are helped; 持证率100% may be of 无证率0%. */
const isOfNone = (target: number, { kind, measure }: Promised, value: number): boolean =>
  kind === 'count' && target === 0 && value > 0 && sideOf(measure.comparator?.sign) >= 0

/** How sure it is that 零投诉 is of an indicator of 投诉. */
const NONE_SAID = 0.6
/** 全年共抽检3600批次 is printed beside the 每月60批次 that make as many. */
const IS_REPEATED = 0.1
/** 总数 is rather of all of a series than of its first. */
const IS_OF_ALL = 0.02

/** 取得证书人次 says 取证, the characters of which it has in this order and not far from each other. */
const saysInOrder = (name: string, word: string): boolean => {
  const [first = '', ...others] = word
  let at = name.indexOf(first)
  for (const character of others) {
    const next = at < 0 ? -1 : name.indexOf(character, at + 1)
    if (next < 0 || next > at + MOST_BETWEEN) return false
    at = next
  }
  return at >= 0
}

const MOST_BETWEEN = 3

const NO_WORDS: WordScore = { words: 0, isOther: false, isPart: false, doesOther: false }

const targetOf = (
  candidate: Candidate,
  named: Named,
  ids: PairIds,
  weightOf: (pair: number, id: number) => number,
): Target => ({
  candidate,
  named,
  ids: named.pairs.map(({ key }) => ids.idOf(key)),
  weights: named.pairs.map(({ key }) => weightOf(key, ids.idOf(key))),
  gappedIds: named.gapped.map(({ key }) => ids.idOf(key)),
  actionIds: named.actions.map((key) => ids.idOf(key)),
  saysThing: named.pairs.some(({ isAction, isEdge }) => !isAction && !isEdge),
  lastAction: lastActionOf(candidate, named),
  isPay: candidate.kind === 'price' && PAY_NAME.test(candidate.name),
  isOfSatisfaction: isNamed(candidate.name, 'about-satisfaction'),
  value: baseValue(candidate.target.measure).toNumber(),
  basis: basisOf(candidate),
  contrasts: undefined,
  narrowing: undefined,
})

/**
 * What is counted stands at the end of a name: 培训教师人数 isn't met by 培训农民500人. 每人每月1000元 is a 工资标准 or a 补助标准
 * without saying so.
 */
const tailDoubt = ({ isPay }: Target, isTailSaid: boolean, doesOther: boolean): number =>
  isTailSaid || isPay ? 1 : doesOther ? 0.45 : 0.6

/** How much of a name is said, by the weight of its pairs; `undefined` for one that says nothing. */
const shareSaid = ({ named, weights }: Target, said: Float64Array): number | undefined => {
  let [found, whole] = [0, 0]
  for (let i = 0; i < weights.length; i += 1) {
    const near = said[i] as number
    const isJunction = near === 0 && isJoint(named, i, said)
    const weight =
      (weights[i] as number) *
      (named.pairs[i]?.isEdge === true ? EDGE_WEIGHT : isJunction ? JUNCTION_WEIGHT : 1)
    found += near * weight
    whole += weight
  }
  return whole === 0 ? undefined : found / whole
}

/** “两员” are 指导员和普查员: so many of a sort, which the goal names one by one. */
const namesEachOf = ({ phrase }: Promised, { name }: Candidate): boolean => {
  const [, number = '', sort = ''] = NUMBERED_SORT.exec(name) ?? []
  if (sort === '' || !phrase.includes(sort)) return false
  const named = phrase.split(LISTED).filter((one) => one.endsWith(sort))
  return named.length === FEW.indexOf(number) + 1
}

const isOfRounds = (eaches: readonly string[]): boolean => eaches.some((each) => ROUNDS.includes(each))

const unitKeyOf = (unit: Unit | undefined): string => {
  if (unit === undefined) return ''
  let key = unit.base
  for (const { base } of unit.per) key += `/${base}`
  return key
}

/** Of times, the action that a name ends with: what is done is what is counted. */
const lastActionOf = ({ target }: Candidate, { isCommon, pairs }: Named): NamedPair | undefined => {
  const { unit } = target.measure
  if (isCommon || unit === undefined || !OF_ACTIONS.has(unit.dimension)) return undefined
  const last = pairs.findLast(({ isEdge }) => !isEdge)
  return last?.isAction === true ? last : undefined
}

/** Whether the name says two characters or more that the goal doesn't, and that are no action: 建筑垃圾 of 垃圾. */
const isUnsaidPart = (named: Named, said: Float64Array): boolean =>
  named.pairs.some(
    ({ isAction, isEdge }, i) => said[i] === 0 && !isAction && !isEdge && !isJoint(named, i, said),
  )

/** How the units of both compare; money is compared by what it is for. */
const unitsOf = (
  { measure: { unit }, eaches, counts }: Promised,
  { target: { measure }, name }: Candidate,
): Comparability | 'money' => {
  if (unit?.dimension === 'money') return 'money'
  // 每人2次 of 700名 are 人次, and so are 每期50人.
  const isAttended =
    measure.unit?.dimension === 'attendances' &&
    (unit?.base === TIMES ? eaches.includes(PERSON) : unit?.dimension === 'people' && isOfRounds(eaches))
  const thing = thingOfTimes(measure.unit)
  if (thing !== undefined && unit?.dimension === 'count') return 'different'
  // 每户1次 of 3000户 are 3000户次, and 每户2个 are none.
  const isTimesOfEach =
    thing !== undefined &&
    unit?.base === TIMES &&
    [...eaches, ...[...counts.values()].map((count) => count.unit?.base)].includes(thing)
  const relation = isAttended || isTimesOfEach ? 'compatible' : unitRelation(unit, measure.unit)
  return relation !== 'different' && countsOther(name, unit) ? 'different' : relation
}

/** 户 of 户次: what a unit is of that says how often for all of what is counted so. */
const thingOfTimes = (unit: Unit | undefined): string | undefined =>
  unit !== undefined && unit.base.length > 1 && unit.base.endsWith(TIMES) ? unit.base.slice(0, -1) : undefined

type Counts = Map<string | undefined, number>

/** How many promises and candidates there are in each unit, and of each rate: few pairs ask for that. */
class Left {
  readonly #promises: readonly Promised[]
  readonly #candidates: readonly Candidate[]
  #promisesIn: Counts | undefined
  #candidatesIn: Counts | undefined

  constructor(promises: readonly Promised[], candidates: readonly Candidate[]) {
    this.#promises = promises
    this.#candidates = candidates
  }

  get promisesIn(): Counts {
    this.#promisesIn ??= countPromises(this.#promises)
    return this.#promisesIn
  }

  get candidatesIn(): Counts {
    this.#candidatesIn ??= countCandidates(this.#candidates)
    return this.#candidatesIn
  }

  /** Whether each side has one of a unit or rate. */
  hasOneEach(key: string): boolean {
    return this.promisesIn.get(key) === 1 && this.candidatesIn.get(key) === 1
  }
}

const countPromises = (promises: readonly Promised[]): Counts => {
  const counts: Counts = new Map()
  for (const promise of promises) {
    const { measure, change, standing, reckoned } = promise
    // What follows from a number is no other one in its unit.
    if (standing !== 'planned' || reckoned !== undefined) continue
    count(counts, measure.unit?.base)
    const rate = rateSaid(promise)
    if (rate !== undefined && change === undefined) count(counts, rate)
    if (promise.kind === 'price') countBasis(counts, basisOfPromise(promise))
  }
  return counts
}

const countCandidates = (candidates: readonly Candidate[]): Counts => {
  const counts: Counts = new Map()
  for (const candidate of candidates) {
    const { target, change, kind } = candidate
    count(counts, target.measure.unit?.base)
    if (change === undefined) count(counts, rateNamed(candidate))
    if (kind === 'price') countBasis(counts, basisOf(candidate))
  }
  return counts
}

const countBasis = (counts: Counts, basis: string): void => {
  if (basis !== '') count(counts, `/${basis}`)
}

const count = (counts: Counts, key: string | undefined): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The rate that a name ends with, as `rateOf` has it; empty if there is none. */
const rateNamed = rememberFor(({ name }: Candidate): string => (RATE_IN_NAME.test(name) ? rateOf(name) : ''))

const rateSaid = rememberFor(({ rate }: Promised): string | undefined => rate && rateOf(rate))

/** Whether a share is of the rate that a name ends with, whatever each of them calls it. */
export const isOfRate = (promise: Promised, candidate: Candidate): boolean =>
  promise.kind === 'share' && promise.rate !== undefined && rateSaid(promise) === rateNamed(candidate)

/**
 * Whether a goal says the rate that a name ends with in its own words; takes its pairs for said then: 入住 and 住率 of a 入住率 that the
 * goal calls 空置率.
 */
const saysRate = (promise: Promised, { candidate, named }: Target, said: Float64Array): boolean => {
  const { rate } = promise
  const own = rateMeant(candidate.name)
  const isSame = isOfRate(promise, candidate) && rate === own
  if (rate === undefined || own === undefined || !(isSame || isInShort(promise, own))) return false
  const { pairs, stream } = named
  const isIn = (at: number): boolean => own.includes(String.fromCharCode(stream.codes[at] ?? 0))
  for (const [i, { at }] of pairs.entries()) if (isIn(at - 1) && isIn(at)) said[i] = 1
  return true
}

/** 定期检验率 is a 定检率. */
const isInShort = ({ rate, preceding }: Promised, own: string): boolean => {
  const end = rate === undefined ? -1 : preceding.lastIndexOf(rate)
  return end >= 2 && IS_RATE.test(own) && saysInOrder(preceding.slice(end - 2, end + 3), own)
}

/** Where a form has long-term and annual goals, indicators of no stated term are those of the year. */
const areOfTwoTerms = ({ goal, project }: Promised, { indicator }: Candidate): boolean => {
  if (goal.term === undefined || goal.term === indicator.term) return false
  if (indicator.term !== undefined) return true
  return goal.term === 'long-term' && project.goals.some(({ term }) => term === 'annual')
}

/** 23个村 are no 发放报酬人数, though 个 may stand for anything. */
const countsOther = (name: string, unit: Unit | undefined): boolean =>
  unit?.dimension === 'count'
    ? countedAs(name) === 'such'
    : unit?.dimension !== 'things' && countedAs(name) === 'any'

/** 覆盖率 and 合格率, which have no character in common but their last; 使用率 and 利用率, 签约服务率 and 签约率 may be one. */
const isOfOtherRate = ({ rate, preceding }: Promised, candidate: Candidate): boolean => {
  const { name } = candidate
  const named = rateNamed(candidate)
  if (rate === undefined || !IS_RATE.test(rate) || !IS_RATE.test(named)) return false
  const [own, other] = [rate.slice(0, -1), named.slice(0, -1)]
  if (name.includes(own) || preceding.includes(other)) return false
  return ![...own].some((character) => other.includes(character))
}

/** Whether a rate stands in front of its number, which is of no other rate: not so 合格率、宜存率均达100%. */
const namesOneRate = (promise: Promised): boolean =>
  promise.preceding.includes(promise.rate ?? '') && !OF_BOTH.test(statementOf(promise))

/** 32个部门涉税信息 counts 部门, and no 信息 in 条. */
const countsWhom = ({ measure: { unit }, following }: Promised, { name, target }: Candidate): boolean => {
  const whom = COUNTS_WHOM.exec(following)?.[1]
  const other = target.measure.unit?.base ?? ''
  if (whom === undefined || unit === undefined || !isGeneric(unit)) return false
  return unit.base !== other && !whom.includes(other) && !name.includes(whom)
}

/** 抗菌药物使用率 and 门诊输液使用率: whether one rate is said of two things that have no character in common. */
const isRateOfOther = (promise: Promised, { name }: Candidate): boolean => {
  const { rate, preceding } = promise
  if (rate === undefined || !IS_RATE.test(rate) || !name.endsWith(rate)) return false
  const own = OF_RATE.exec(preceding.slice(0, preceding.lastIndexOf(rate)))?.[0] ?? ''
  const [first, second] = [own, name.slice(0, -rate.length)]
  // 疫苗接种率 is the 适龄儿童接种率: what is done, and to whom.
  if (isNamed(first, 'people') !== isNamed(second, 'people')) return false
  const [said, named] = [charactersOf(first), charactersOf(second)]
  return said.length > 1 && named.length > 1 && !said.some((code) => named.includes(code))
}

const charactersOf = (words: string): readonly number[] => streamOf(words).codes.filter((code) => code !== 0)

/** 其中一等奖3项: whether the words right before a number end with the name of common words. */
const isSaidRightBefore = ({ preceding }: Promised, { name }: Candidate): boolean => {
  const own = name.replace(COUNTED_AT_END, '')
  return own.length > 2 && preceding.trimEnd().endsWith(own)
}

/** 解决8400人的饮水问题 and 受益人口: whether the number counts those who have something of the project, and the name nobody else. */
export const isOfWhoBenefits = (promise: Promised, { name }: Candidate): boolean =>
  OF_THEIR_PROBLEM.test(promise.following) && SOLVES.test(statementOf(promise)) && WHO_BENEFITS.test(name)

/** 开工预付30%,进度款50%,竣工结算20%: whether a share is one of several in its sentence that make the whole. */
const isOneOfParts = ({ goal, measure, sentence }: Promised): boolean => {
  const shares = goal.quantities.filter(
    (one) =>
      one.kind === 'measure' &&
      one.unit?.dimension === 'share' &&
      one.text.offsetIn(goal.text) >= sentence.from &&
      one.text.offsetIn(goal.text) < sentence.to,
  ) as readonly Measure[]
  return shares.includes(measure) && shares.length > 1 && sum(shares.map(baseValue)).eq(HUNDRED)
}

/** 完成率 and 及时率 of one thing are two things. */
const saysRateWord = (promise: Promised, candidate: Candidate, said: string): boolean => {
  const { name } = candidate
  const { preceding, following, change } = promise
  if (isOfRate(promise, candidate)) return true
  // 按保费的3%补贴, 投诉同比下降5%: a part and a change are said without their names.
  // 使用乡土树种的比例 is a 使用率.
  if (IS_PART.test(preceding) && preceding.includes(name.slice(-3, -1)) && RATE_IN_NAME.test(name))
    return true
  if (
    PART_NAME.test(name) &&
    (OF_PART.test(preceding) || OF_FOLLOWING.test(following) || isOneOfParts(promise))
  )
    return true
  if (change !== undefined && CHANGE_NAME.test(name)) return true
  if (!RATE_AT_END.test(name)) return said.includes(name.slice(-2))
  const printed = name.replace(/\s/g, '')
  const [rate, bare] = [printed, printed.replace(HAPPENING, '')].map((one) =>
    RATE_WORD.exec(one)?.[0].slice(-3),
  )
  if (rate === undefined) return false
  // 覆盖60%以上的村 speaks of a 覆盖率.
  // 九成以上得到康复服务 speaks of a 服务率.
  const done = rate.slice(0, -1)
  return (
    [said, said.replace(HAPPENING, '')].some((words) =>
      [rate, bare ?? rate].some((one) => words.includes(one)),
    ) ||
    preceding.trimEnd().endsWith(done) ||
    following.includes(done) ||
    isInShort(promise, rate)
  )
}
