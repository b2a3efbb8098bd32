import { collect } from '../collect.ts'
import { Decimal, HUNDRED, sum } from '../model/decimal.ts'
import type { Category, Disclosure, Indicator, Project } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { pointsOfLabel, saysWhole } from '../vocabulary/result-words.ts'
import { isCutOff, mayEndEarly } from './cut-off.ts'
import { hasAllRows } from './scores.ts'

/** Points that are not what they should come to. */
export interface WrongPoints {
  /** What stands over them; all headings or all indicators of the project make a whole of 100 or 90. */
  readonly of: Weighted | 'headings' | 'indicators'
  readonly parts: readonly Weighted[]
  readonly total: Points
  /** The indicators that score more than their points, where all would add up if they had as many as they score. */
  readonly slips: readonly Weighted[]
}

/** Every category whose points are not those of what stands under it, then the whole; nothing where the end was cut off. */
export const wrongPointsOf = (project: Project, disclosure: Disclosure): readonly WrongPoints[] => {
  if (!hasWeights(project) || numbersLines(project) || isCutOff(project, disclosure)) return []
  const areShares = areSharesOfEach(project)
  const ofCategories = categoriesOf(project).flatMap((category) =>
    byTerm(partsOf(category)).flatMap((parts) => {
      const wrong = wrongOf(category, parts)
      const isShared = areShares && wrong !== undefined && canReach(wrong.parts, HUNDRED)
      return wrong === undefined || isShared ? [] : [wrong]
    }),
  )
  // What rows have is not known that stand behind the end of the input, or are missing under a heading.
  const isUnfinished =
    mayEndEarly(project, disclosure) || categoriesOf(project).some(({ children }) => children.length === 0)
  const mayHaveRest = hasResults(project) && !showsWholes(disclosure) && !hasAllRows(project)
  const isShort = ({ total }: WrongPoints): boolean =>
    (isUnfinished && total.points.lt(NINETY)) || (mayHaveRest && leavesRest(total))
  const wholes = wrongWholes(project).filter(
    (whole) =>
      !isShort(whole) && !isExplained(whole, ofCategories) && !isPrintedWhole(whole.parts, disclosure),
  )
  return [...ofCategories, ...wholes]
}

/**
 * Whether the points of a category explain those of a whole: headings of 55, 30 and 10 points make one where there are 50 points under the
 * first of them, and indicators of 95 points do where a heading says that 5 of its own are missing.
 */
const isExplained = ({ of, parts, total }: WrongPoints, wrong: readonly WrongPoints[]): boolean => {
  const sign = of === 'headings' ? 1 : -1
  const own = wrong.flatMap((one) => (typeof one.of === 'object' ? [{ ...one, of: one.of }] : []))
  const told =
    of === 'headings' ? own.filter((one) => parts.some(({ at }) => at.start === one.of.at.start)) : own
  if (told.length === 0 || !total.points.eq(total.most)) return false
  const gaps = told.map((one) => one.total.points.minus(one.of.points).times(sign))
  return WHOLES.some((whole) => whole.eq(total.points.plus(sum(gaps))))
}

/**
 * Whether the points of categories weigh these against each other, and what stands under each of several comes to a whole of its
 * own: 预算绩效 50, 项目产出 25 and 项目效果 25, each with 100 points below it.
 */
const areSharesOfEach = ({ categories }: Project): boolean =>
  categories.filter((category) => {
    const [own, parts] = [weighted(category), addable(partsOf(category))]
    return own?.most.lt(HUNDRED) === true && parts !== undefined && canReach(parts, HUNDRED)
  }).length > 1

/** Most tables print no points at all. */
const hasWeights = (project: Project): boolean =>
  categoriesOf(project).some(({ weight }) => weight !== undefined) ||
  indicatorsOf(project).some(({ indicator }) => indicator.weight !== undefined)

/** 8, 9, 10 and so on behind the names are the numbers of their lines, and no points. */
const numbersLines = (project: Project): boolean => {
  const numbers = indicatorsOf(project).map(({ indicator }) => indicator.weight?.numeral.value)
  return (
    numbers.length > 3 &&
    numbers.every((number, i) => i === 0 || (number !== undefined && numbers[i - 1]?.plus(1).eq(number)))
  )
}

/** Points as printed, with the upper end of a range: (0-20)分. */
export interface Points {
  readonly points: Decimal
  readonly most: Decimal
  readonly unit: 'points' | 'share' | 'bare'
}

/** The points of a heading or an indicator. */
export interface Weighted extends Points {
  /** A form may have points for long-term and for annual indicators. */
  readonly term: Indicator['term']
  readonly at: Measure['span']
  readonly name: string
  readonly score: Decimal | undefined
}

const weighted = (node: Category | Indicator): Weighted | undefined => {
  const { weight, name } = node
  return weight === undefined
    ? undefined
    : {
        points: weight.numeral.value,
        most: highest(weight).value,
        unit: weight.unit === undefined ? 'bare' : weight.unit.dimension === 'share' ? 'share' : 'points',
        term: node.kind === 'indicator' ? node.term : undefined,
        at: weight.span,
        name: name.meaning,
        score: node.kind === 'indicator' ? node.score?.numeral.value : undefined,
      }
}

/**
 * What stands under a heading; a heading without points hands on what stands under it. Nobody knows the points of one with
 * nothing under it where those beside it have points.
 */
const partsOf = ({ children }: Category): readonly (Weighted | undefined)[] => {
  const areWeighted = children.some((child) => child.kind === 'category' && child.weight !== undefined)
  return children.flatMap((child) => {
    const isHeading = child.kind === 'category' && child.weight === undefined
    if (!isHeading || (areWeighted && child.children.length === 0)) return [weighted(child)]
    return partsOf(child)
  })
}

/** Parts that can be added: each with points of one unit; the row of several targets has its points once. */
const addable = (parts: readonly (Weighted | undefined)[]): readonly Weighted[] | undefined => {
  const [first] = parts
  if (first === undefined || !parts.every((part) => part !== undefined)) return undefined
  const once = parts.filter((part, i) => parts.findIndex(({ at }) => at.start === part.at.start) === i)
  return once.every(({ unit }) => unit === first.unit) ? once : undefined
}

/** Parts of which some have no points, where those of the others are more than the whole already. */
const tooMuch = (
  listed: readonly (Weighted | undefined)[],
  own: Weighted | undefined,
): readonly Weighted[] | undefined => {
  const parts = addable(listed.filter((part) => part !== undefined))
  return own !== undefined && parts !== undefined && sum(parts.map(({ points }) => points)).gt(own.most)
    ? parts
    : undefined
}

/** The parts of each term, if there are several; headings belong to all of them. */
const byTerm = (parts: readonly (Weighted | undefined)[]): readonly (readonly (Weighted | undefined)[])[] => {
  const terms = new Set(parts.flatMap((part) => part?.term ?? []))
  return terms.size < 2
    ? [parts]
    : [...terms].map((term) => parts.filter((part) => part?.term === undefined || part.term === term))
}

/**
 * Whether values can be chosen out of the ranges of the parts that come to one of the whole's. Indicators that stand twice,
 * which is another problem, may have their points once.
 */
const canReach = (parts: readonly Weighted[], points: Decimal, most = points): boolean =>
  [parts, parts.filter(({ name }, i) => parts.findIndex((part) => part.name === name) === i)].some(
    (counted) =>
      sum(counted.map((part) => part.points)).lte(most) && sum(counted.map((part) => part.most)).gte(points),
  )

const wrongOf = (category: Category, listed: readonly (Weighted | undefined)[]): WrongPoints | undefined => {
  const own = weighted(category)
  const parts = addable(listed) ?? tooMuch(listed, own)
  if (own === undefined || parts === undefined || !areAlike(own.unit, parts[0]?.unit)) return undefined
  if (canReach(parts, own.points, own.most)) return undefined
  // Shares may be those of the category itself.
  const mayBeShares = own.unit === 'share' || parts[0]?.unit === 'share'
  if (mayBeShares && canReach(parts, HUNDRED)) return undefined
  const slips = slipsIn(parts, (corrected) => canReach(corrected, own.points, own.most))
  return { of: own, parts, total: totalOf(parts), slips }
}

const slipsIn = (
  parts: readonly Weighted[],
  addsUp: (corrected: readonly Weighted[]) => boolean,
): readonly Weighted[] => {
  const corrected = parts.map((part) =>
    part.score?.gt(part.most) === true ? { ...part, points: part.score, most: part.score } : part,
  )
  const slips = parts.filter((part, i) => part !== corrected[i])
  return slips.length > 0 && addsUp(corrected) ? slips : []
}

/** Of a whole of 100 points, 12% are 12分, and so are 12 in a column of points; a bare 0.12 may be a share of anything. */
const areAlike = (a: Points['unit'], b: Points['unit'] | undefined): boolean =>
  a === b || (b !== undefined && (a === 'points' || b === 'points'))

const NINETY = new Decimal(90)
const FIFTY = new Decimal(50)
const WHOLES = [HUNDRED, NINETY]
/** Bare numbers may be shares of 1. */
const ONE = new Decimal(1)

/** The whole of the level-1 categories or else of all indicators, if each has points. */
const wrongWholes = (project: Project): readonly WrongPoints[] => {
  const headings = project.indicators.length > 0 ? [] : project.categories.map(weighted)
  const areHeadings = headings.length >= 2 && headings.every((part) => part !== undefined)
  const listed = areHeadings ? headings : indicatorsOf(project).map(({ indicator }) => weighted(indicator))
  return byTerm(listed).flatMap((alike) => {
    const parts = addable(alike)
    if (parts === undefined || isWhole(parts)) return []
    if (!areHeadings && (!areAll(parts, project) || isWholeByCategory(project))) return []
    const slips = slipsIn(parts, isHundredOrNinety)
    return [{ of: areHeadings ? 'headings' : 'indicators', parts, total: totalOf(parts), slips }]
  })
}

/** Whether indicators may be all of a table: two alone, only if they are of two categories and come to half of a whole. */
const areAll = (parts: readonly Weighted[], { categories }: Project): boolean =>
  parts.length >= 3 ||
  (parts.length === 2 && sum(parts.map(({ points }) => points)).gt(categories.length > 1 ? FIFTY : NINETY))

/** Whether each category has points of its own that make a whole: 100 of its indicators, weighed in a column of categories. */
const isWholeByCategory = ({ categories }: Project): boolean =>
  categories.length > 1 &&
  categories.some((category) => {
    const parts = addable(partsOf(category))
    return parts !== undefined && parts.length >= 3 && canReach(parts, HUNDRED)
  })

const isHundredOrNinety = (parts: readonly Weighted[]): boolean =>
  WHOLES.some((whole) => canReach(parts, whole))

const isWhole = (parts: readonly Weighted[]): boolean =>
  isHundredOrNinety(parts) ||
  (parts[0]?.unit === 'bare' && parts.every(({ most }) => most.lte(1)) && canReach(parts, ONE))

/**
 * Whether a form of results may have the rest of its points elsewhere: 20 for the execution of the budget, 15 for management, in
 * steps of 5. Whether the scores come to their total is another question.
 */
const leavesRest = ({ points, most }: Points): boolean =>
  points.eq(most) && points.gte(FIFTY) && points.lt(NINETY) && points.mod(5).isZero()

const hasResults = (project: Project): boolean =>
  indicatorsOf(project).some(({ indicator: { actual, score } }) => (actual ?? score) !== undefined)

/** Whether the filing shows that the indicators of its forms make a whole: a label says so, 绩效指标(90分), or those of another do. */
const showsWholes = rememberFor(
  (disclosure: Disclosure): boolean =>
    disclosure.headings.some(({ text }) => saysWhole(text.folded)) ||
    projectsOf(disclosure).some((project) => {
      const parts = addable(indicatorsOf(project).map(({ indicator }) => weighted(indicator)))
      return parts !== undefined && parts.length >= 3 && isHundredOrNinety(parts)
    }),
)

/** 年度绩效目标(80分) beside 预算执行情况(20分): the labels of a form divide its hundred points, and one has those of the indicators. */
const isPrintedWhole = (parts: readonly Weighted[], { headings }: Disclosure): boolean => {
  const printed = collect(headings, ({ text }) => pointsOfLabel(text.folded)).map(
    (points) => new Decimal(points),
  )
  return printed.some(
    (points) => canReach(parts, points) && printed.some((rest) => rest.plus(points).eq(HUNDRED)),
  )
}

const totalOf = (parts: readonly Weighted[]): Points => ({
  points: sum(parts.map(({ points }) => points)),
  most: sum(parts.map(({ most }) => most)),
  unit: parts[0]?.unit ?? 'bare',
})
