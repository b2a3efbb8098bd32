import { collect, mapped } from '../collect.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Category, Disclosure, Indicator, MeasuredTarget, Project, Year } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { toBase } from '../model/unit.ts'
import { categoriesOf, indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { type CategoryId, levelOneOf } from '../vocabulary/categories.ts'
import { classesOf, isNamed, type NameClass } from '../vocabulary/name-classes.ts'
import { isInTenThousands } from '../vocabulary/unit-in-name.ts'
import { type Disagreement, disagreementOf, isOfOtherYear } from './agreement.ts'
import { isInOtherUnit } from './amount-scale.ts'
import { asksForReason, tableOf } from './columns.ts'
import { type CostEstimate, excessiveEstimateOf, otherMoneyOf } from './cost-estimate.ts'
import { type Cost, type Costs, costsOf } from './costs.ts'
import { isCutOff } from './cut-off.ts'
import { type WrongDirection, wrongDirectionOf } from './direction.ts'
import {
  type Execution,
  executionPoints,
  executionsOf,
  type WrongExecutionScore,
  wrongExecutionScore,
} from './execution.ts'
import { type DividedAmount, dividedAmounts } from './funding.ts'
import { type FarPrices, farPricesOf } from './goal-costs.ts'
import { type OtherDeadline, otherDeadlinesOf } from './goal-deadlines.ts'
import { emptyCategoriesOf } from './lacking-categories.ts'
import { type Match, type Matching, matchGoals } from './matching.ts'
import { type Misread, misreadsOf } from './misreads.ts'
import { isUnfilled, type MissingValue, valuesOf } from './missing-values.ts'
import { type Slip, slipsOf } from './numbering.ts'
import { type Overspending, overspendingsOf, overspentCostsOf } from './overspending.ts'
import { isNamedDeadline, isOwnSlip } from './own-slip.ts'
import { type WrongPoints, wrongPointsOf } from './points.ts'
import type { Promised } from './promises.ts'
import { matchResults, type ResultMatching } from './result-matching.ts'
import {
  type OverScored,
  overScoredOf,
  type Scored,
  scoresOf,
  type WrongTotal,
  wrongTotalsOf,
} from './scores.ts'
import { type Shortfall, shortfallsOf } from './shortfall.ts'
import { type OwnPeriod, periodWithoutYear, type StrayDate, strayDatesOf } from './stray-dates.ts'
import { type Survey, surveyOf } from './survey.ts'
import { uncoveredPromises } from './uncovered.ts'
import { type Misfit, unitMisfitsOf } from './unit-misfit.ts'
import { type Untidy, untidyTextsOf } from './untidy.ts'
import { type WrongNumbers, wrongNumbersIn } from './wrong-numbers.ts'

/** An indicator with its headings, and what its name says. */
export interface IndicatorFacts extends PlacedIndicator {
  /** Folded, without the blanks inside words. */
  readonly name: string
  /** The level-1 category that it stands under, if that is known. */
  readonly levelOne: CategoryId | undefined
  /** Whether its name is of a class. */
  readonly is: (one: NameClass) => boolean
  /** Whether its value is money: by its unit, or 300万 of what the name says is money. */
  readonly isMoney: boolean
}

/** A number of a goal that its indicator contradicts. */
export interface GoalDisagreement {
  readonly match: Match
  readonly how: Disagreement
}

/** All that rules ask of one project, worked out when it is asked for first. */
export class ProjectFacts {
  readonly project: Project
  readonly disclosure: Disclosure
  #indicators: readonly IndicatorFacts[] | undefined
  #divided: readonly DividedAmount[] | undefined
  #executions: readonly Execution[] | undefined
  #shortfalls: readonly Shortfall[] | undefined

  constructor(project: Project, disclosure: Disclosure) {
    this.project = project
    this.disclosure = disclosure
  }

  get survey(): Survey {
    return surveyOf(this.disclosure)
  }

  /** The budget year. */
  get year(): Year | undefined {
    return this.disclosure.year
  }

  /** Whether what it lacks may only have been cut off. */
  get isCutOff(): boolean {
    return isCutOff(this.project, this.disclosure)
  }

  get categories(): readonly Category[] {
    return categoriesOf(this.project)
  }

  /** Headings with nothing under them, in runs. */
  get emptyCategories(): readonly (readonly Category[])[] {
    return emptyCategoriesOf(this.project, this.disclosure)
  }

  get indicators(): readonly IndicatorFacts[] {
    this.#indicators ??= mapped(indicatorsOf(this.project), factsOf)
    return this.#indicators
  }

  /** What speaks against the printed comparator of an indicator; what a bare value means was taken from the category, which it can't contradict. */
  wrongDirectionOf(facts: IndicatorFacts): WrongDirection | undefined {
    const { target } = facts.indicator
    if (target.kind !== 'measured' || target.printedComparator === undefined) return undefined
    return wrongDirectionOf(facts, target, this.project)
  }

  /** The numbers of its goals that their indicators contradict, without slips of the indicators that are told as such. */
  get disagreements(): readonly GoalDisagreement[] {
    const { matching, misfits } = this
    return collect(matching.matches, (match) => {
      const how = disagreementOf(match, matching, this.year?.value)
      if (how === undefined) return undefined
      const { indicator, target } = match.candidate
      const facts = this.indicators.find((one) => one.indicator === indicator)
      const own = {
        wrongDirection: facts && this.wrongDirectionOf(facts),
        misfit: misfits.get(indicator),
        exceedsWhole: facts !== undefined && exceedsWhole(facts, target),
      }
      return isOwnSlip(match, own) ? undefined : { match, how }
    })
  }

  /** The number that a goal promises of an indicator. */
  promiseOf(indicator: Indicator): Promised | undefined {
    return this.matching.matches.find(({ candidate }) => candidate.indicator === indicator)?.promise
  }

  /** Its goals compared with its indicators. */
  get matching(): Matching {
    return matchGoals(this.project)
  }

  /** The results of its goals compared with those of its indicators. */
  get results(): ResultMatching | undefined {
    return matchResults(this.project)
  }

  /** Promised numbers that nothing measures. */
  get uncovered(): readonly Promised[] {
    return uncoveredPromises(this.matching, this.year?.value)
  }

  /** Numbers of its goals that are not what those beside them make. */
  get wrongNumbers(): WrongNumbers {
    return wrongNumbersIn(this.project.goals, this.matching.promises)
  }

  /** What may be spent, without limits in too large a unit; where one is in a wrong unit, the sum says nothing. */
  get costs(): Costs {
    const costs = costsOf(this.project)
    const scaleOf = ({ indicator }: Cost): Misfit['scale'] => this.misfits.get(indicator)?.scale
    if (![...costs.totals, ...costs.caps].some((cost) => scaleOf(cost) !== undefined)) return costs
    return {
      ...costs,
      totals: costs.totals.filter((cost) => scaleOf(cost) !== 'more'),
      caps: costs.caps.filter((cost) => scaleOf(cost) !== 'more'),
      isPartial: true,
    }
  }

  /** Prices or an amount in a wrong unit are no matter of what they come to. */
  get excessiveEstimate(): CostEstimate | undefined {
    const { project, misfits } = this
    const estimate = excessiveEstimateOf(project)
    return estimate === undefined ||
      estimate.products.some(({ cost }) => misfits.get(cost.indicator)?.scale === 'more') ||
      isInOtherUnit(project, this.disclosure)
      ? undefined
      : estimate
  }

  /** Money of goals that is another than that of the cost indicator for the same thing. */
  get otherMoney(): readonly Match[] {
    return otherMoneyOf(this.project).filter(({ promise }) => !isOfOtherYear(promise, this.year?.value))
  }

  /** Prices of goals that times their counts are far from the limit for them. */
  get farPrices(): readonly FarPrices[] {
    return farPricesOf(this.project)
  }

  /** What was spent beyond the budget is told as that, not once more as a sum. */
  get dividedAmounts(): readonly DividedAmount[] {
    const beyond = this.overspendings.map(({ spent }) => spent.span.start)
    return this.#allDivided.filter(({ amount }) => !beyond.includes(amount.span.start))
  }

  get #allDivided(): readonly DividedAmount[] {
    this.#divided ??= dividedAmounts(this.project)
    return this.#divided
  }

  get overspendings(): readonly Overspending[] {
    return overspendingsOf(this.project, this.executions, this.disclosure)
  }

  /** Costs above their limits, and no word why, where neither points nor a column for reasons asks for one. */
  get overspentCosts(): readonly Shortfall[] {
    return this.asksForReason ? [] : overspentCostsOf(this.project, this.shortfalls)
  }

  /** What was planned and spent, the whole first. */
  get executions(): readonly Execution[] {
    this.#executions ??=
      this.project.money.length === 0 ? [] : executionsOf(this.project, this.#allDivided, this.disclosure)
    return this.#executions
  }

  /** The points and the score for what was spent. */
  get executionPoints(): ReturnType<typeof executionPoints> {
    return executionPoints(this.project)
  }

  /** The score for what was spent, where it is not its points times the rate. */
  get wrongExecutionScore(): WrongExecutionScore | undefined {
    return this.project.money.length === 0 ? undefined : wrongExecutionScore(this.project, this.executions)
  }

  get misreads(): readonly Misread[] {
    return misreadsOf(this.project, this.disclosure)
  }

  /** Whether the value of an indicator is damaged: then that is its problem, and no other rule's. */
  isMisread(indicator: Indicator): boolean {
    return this.misreads.some((misread) => misread.indicator === indicator)
  }

  /** The indicators whose units fit neither name, category, goal nor column. */
  get misfits(): ReadonlyMap<Indicator, Misfit> {
    return unitMisfitsOf(this.project)
  }

  /** Results that miss their targets; those of targets that are wrong themselves may well be good ones. */
  get shortfalls(): readonly Shortfall[] {
    this.#shortfalls ??= shortfallsOf(this.project, this.disclosure).filter(
      ({ indicator }) => !this.#isOfWrongTarget(indicator),
    )
    return this.#shortfalls
  }

  /** Whether a target is more than the whole, has a date of another year, or a comparator that points the wrong way. */
  #isOfWrongTarget(indicator: Indicator): boolean {
    const { target } = indicator
    if (target.kind === 'period') return this.strayDates.some(({ of }) => of === indicator)
    const facts = this.indicators.find((one) => one.indicator === indicator)
    if (facts === undefined || target.kind !== 'measured') return false
    return exceedsWhole(facts, target) || this.wrongDirectionOf(facts) !== undefined
  }

  get asksForReason(): boolean {
    return asksForReason(this.project, this.disclosure)
  }

  get scores(): readonly Scored[] {
    return scoresOf(this.project)
  }

  get overScored(): readonly OverScored[] {
    return overScoredOf(this.project)
  }

  get wrongTotals(): readonly WrongTotal[] {
    return wrongTotalsOf(this.project)
  }

  get wrongPoints(): readonly WrongPoints[] {
    return wrongPointsOf(this.project, this.disclosure)
  }

  /** Texts that are printed wider than they need be. */
  get untidyTexts(): readonly Untidy[] {
    return untidyTextsOf(this.project)
  }

  get slips(): readonly Slip[] {
    return slipsOf(this.project)
  }

  /** Values that are missing; none of a table that nobody filled in, which is one problem. */
  get missingValues(): readonly MissingValue[] {
    const { disclosure, project } = this
    const table = this.survey.values.get(tableOf(disclosure, project.span.start))
    if (table === undefined || table.missing.length === 0 || isUnfilled(table)) return []
    return valuesOf(project, disclosure).missing
  }

  /**
   * Deadlines of goals that indicators set otherwise, apart from those that lie outside the year, which is their problem, and those
   * that the names of the indicators have, too.
   */
  get otherDeadlines(): readonly OtherDeadline[] {
    const others = otherDeadlinesOf(this.project)
    if (others.length === 0) return others
    const stray = new Set(this.strayDates.map(({ period }) => period))
    return others.filter(
      (other) => !stray.has(other.promised) && !stray.has(other.planned) && !isNamedDeadline(other),
    )
  }

  get strayDates(): readonly StrayDate[] {
    return strayDatesOf(this.project, this.disclosure)
  }

  /** Its own period, where that doesn't hold the budget year. */
  get periodWithoutYear(): OwnPeriod | undefined {
    return periodWithoutYear(this.project, this.disclosure)
  }
}

const factsOf = ({ indicator, categories, categoryId }: PlacedIndicator): IndicatorFacts => {
  const name = indicator.name.meaning
  return {
    indicator,
    categories,
    categoryId,
    name,
    levelOne: categoryId === undefined ? undefined : levelOneOf(categoryId),
    is: classesOf(name),
    isMoney: isMoney(indicator),
  }
}

const isMoney = ({ name, target }: Indicator): boolean => {
  if (target.kind !== 'measured') return false
  const { unit, numeral } = target.measure
  if (unit !== undefined) return unit.dimension === 'money'
  return isInTenThousands(numeral.text.folded) && isNamed(name.meaning, 'money')
}

/** The greatest share a measure names, in %. */
export const shareIn = (measure: Measure): Decimal | undefined =>
  measure.unit?.dimension === 'share' ? toBase(highest(measure).value, measure.unit) : undefined

/** Whether an indicator plans a share of a whole, which can't be more than all of it; of a number of things the unit is wrong, not the value. */
export const isOfWhole = ({ is }: Pick<IndicatorFacts, 'is'>, { measure }: MeasuredTarget): boolean =>
  measure.change === undefined && !is('may-exceed-whole') && !is('count')

/** Whether an indicator plans more of a whole than there is. */
export const exceedsWhole = (facts: Pick<IndicatorFacts, 'is'>, target: MeasuredTarget): boolean =>
  isOfWhole(facts, target) &&
  shareIn(target.measure)?.gt(facts.is('completion-over-plan') ? 200 : 100) === true
