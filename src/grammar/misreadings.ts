import { collectAll, groupBy } from '../collect.ts'
import type { Decimal } from '../model/decimal.ts'
import type {
  Agency,
  Category,
  ColumnRole,
  Goal,
  Heading,
  Indicator,
  IrregularRow,
  Misreading,
  MoneyCell,
  Project,
} from '../model/disclosure.ts'
import type { Draft } from '../model/draft.ts'
import { Places } from '../model/places.ts'
import { cover, coverAll, type Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  beginsItem,
  beginsWithHeading,
  headsIndicators,
  headsPoints,
  holdsBorder,
  isBareValue,
  isNoName,
  namesMeasure,
} from '../vocabulary/cell-kinds.ts'
import { findMarkers } from './marker.ts'
import { placedQuantities } from './placed-quantities.ts'
import { scanQuantities } from './quantity/index.ts'

/**
 * The tables in which the tree contradicts itself: it has names that are nothing but values, values that hold several cells,
 * projects named like categories. No filing says that, so it was read wrongly there. What one table has of it is one
 * misreading; nothing in a table is certain where a good part of it is wrong.
 */
export const misreadingsIn = (
  agencies: readonly Agency[],
  projects: readonly Project[],
  { span: whole, headings, irregularRows }: Draft,
): readonly Misreading[] => {
  const all = [...projects, ...collectAll(agencies, projectsIn)].sort((a, b) => a.span.start - b.span.start)
  const irregular = new Places(irregularRows, ({ span }) => span)
  const misnamed = new Set(all.filter(({ name }) => isNoProjectName(name)))
  const found: Misreading[] = []
  let isNext = false
  let end = 0
  for (const project of all) {
    const own = misreadingOf(
      project,
      misnamed.has(project),
      irregular,
      headings.filter(({ text }) => text.span.start >= end && text.span.start < project.span.start),
    )
    end = project.span.end
    const last = isNext ? found.at(-1) : undefined
    isNext = own !== undefined
    if (own === undefined) continue
    // Projects that a misread table fell apart into.
    if (last !== undefined) found[found.length - 1] = joined(last, own)
    else found.push(own)
  }
  if (misnamed.size * MUCH < all.length || misnamed.size === 0) return found
  const [first, ...others] = found
  const one = others.reduce(joined, first as Misreading)
  return [{ ...one, places: [whole] }]
}

/** Where so large a part of a table is wrong, one in three, all of it may be. */
const MUCH = 3

const projectsIn = ({ agencies, projects }: Agency): readonly Project[] => [
  ...projects,
  ...collectAll(agencies, projectsIn),
]

const joined = (a: Misreading, b: Misreading): Misreading => ({
  span: cover(a.span, b.span),
  contradictions: [...a.contradictions, ...b.contradictions],
  places: [...a.places, ...b.places],
})

/** A text that is not what it was taken for, and what was read wrongly with it. */
interface Doubt extends Heading {
  readonly role: ColumnRole
  readonly place: Span
}

const misreadingOf = (
  project: Project,
  isMisnamed: boolean,
  irregular: Places<IrregularRow>,
  above: readonly Heading[],
): Misreading | undefined => {
  const rows: PlacedRow[] = []
  const doubts: Doubt[] = isMisnamed ? [{ text: project.name, role: 'name', place: project.span }] : []
  for (const indicator of project.indicators) rows.push({ indicator, above: [] })
  const visit = (category: Category, above: readonly Category[]): void => {
    const path = [...above, category]
    for (const child of category.children)
      if (child.kind === 'category') visit(child, path)
      else rows.push({ indicator: child, above: path })
  }
  for (const category of project.categories) visit(category, [])
  const parts = [...above.map(({ text }) => text), ...project.categories, ...project.indicators]
  const table = coverAll(
    parts.map(({ span }) => span),
    project.span,
  )
  // A row with a cell too many is told as that.
  const ofRows = doubtsOfRows(rows).filter(
    ({ text, role, place }) =>
      role !== 'target' || !holdsBorder(text.folded) || irregular.around(place.start).length === 0,
  )
  const wrong = new Set(ofRows.map(({ place }) => place.start))
  const isMuch = wrong.size * MUCH >= rows.length
  for (const doubt of ofRows) doubts.push(isMuch ? { ...doubt, place: table } : doubt)
  doubts.push(...doubtsOfMoney(project.money), ...doubtsOfGoals(project.goals))
  if (doubts.length === 0) return undefined
  doubts.sort((a, b) => a.text.span.start - b.text.span.start)
  const inOrder = doubts.filter(({ text }, i) => text.span.start !== doubts[i - 1]?.text.span.start)
  return {
    span: coverAll(
      inOrder.map(({ place }) => place),
      project.span,
    ),
    contradictions: inOrder.map(({ text, role }) => ({ text, role })),
    places: [...new Set(inOrder.map(({ place }) => place))],
  }
}

interface PlacedRow {
  readonly indicator: Indicator
  readonly above: readonly Category[]
}

const doubtsOfRows = (rows: readonly PlacedRow[]): readonly Doubt[] => {
  const pointed = pointsForTargets(rows)
  const nameless = rows.filter(isNameless)
  const areNameless = nameless.length * MUCH >= rows.length
  const told = new Set<Category>()
  return collectAll(rows, (row) => {
    const { indicator, above } = row
    const place = indicator.span
    const found: Doubt[] = []
    for (const [i, category] of above.entries()) {
      if (told.has(category) || !isNoHeading(category, above[i + 1])) continue
      // The heading of several rows is named once.
      told.add(category)
      found.push({ text: category.name, role: category.level === 1 ? 'level-one' : 'level-two', place })
    }
    const isNoTarget = pointed.has(indicator) || (areNameless && isNameless(row))
    const own = isNoTarget ? { text: indicator.target.text, role: 'target' as const } : wrongIn(indicator)
    if (own !== undefined) found.push({ ...own, place })
    return found
  })
}

/** Below a heading that is known, a value may do without a name: 时效指标:12月底前完成. */
const isNameless = ({ indicator, above }: PlacedRow): boolean =>
  indicator.name.isBlank && !indicator.target.text.isBlank && above.at(-1)?.is === undefined

/** Whether an unknown heading is a value, or stands behind the known one that it would be over. */
const isNoHeading = ({ is, name, heading }: Category, below: Category | undefined): boolean =>
  is === undefined &&
  (isNoText(name) || (below?.is !== undefined && below.heading.span.start < heading.span.start))

/** What in a row can't be what it was taken for. */
const wrongIn = ({ name, target, actual, reason }: Indicator): Omit<Doubt, 'place'> | undefined => {
  // Some print the value again where the name should be.
  const isAgain = name.meansSameAs(target.text)
  if (
    (isNoText(name) && !isAgain) ||
    headsIndicators(name.meaning) ||
    holdsRows(name, target.kind === 'blank')
  )
    return { text: name, role: 'indicator' }
  const value = target.text.meaning
  if (holdsBorder(target.text.folded) || headsIndicators(value) || headsPoints(value))
    return { text: target.text, role: 'target' }
  if (actual !== undefined && beginsItem(actual.text.folded)) return { text: actual.text, role: 'actual' }
  return reason !== undefined && beginsItem(reason.folded) ? { text: reason, role: 'reason' } : undefined
}

/** Whether a name is a value, or no words at all. */
const isNoText = (name: SpannedText): boolean => {
  if (name.isBlank) return false
  const words = name.meaning
  return isNoName(words) || isBareValue(words) || holdsBorder(name.folded) || isOneQuantity(name)
}

/** 37442人, 2018年10月底. */
const isOneQuantity = (name: SpannedText): boolean => {
  if (!/^[±≥≤<>=]?\s?\d/.test(name.folded)) return false
  const [only, ...others] = scanQuantities(name)
  if (only === undefined || others.length > 0 || only.text.length < name.length) return false
  return only.kind === 'period' || (only.kind === 'measure' && only.unit !== undefined)
}

/** Whether a name holds more than one row, or the whole of one: 发放率指标5:满意度, 质量指标发放率90%以上 without a value. */
const holdsRows = (name: SpannedText, hasNoValue: boolean): boolean => {
  const { folded } = name
  if (beginsItem(folded) || findMarkers(name).some(({ style, start }) => style === 'indicator' && start > 0))
    return true
  if (hasNoValue && beginsWithHeading(name.meaning) && /\d/.test(folded)) return true
  if (/[,、]$/.test(folded)) return true
  // 38.75万元1038.75: a value in front of the next one.
  const [first] = /\d/.test(folded) ? placedQuantities(name) : []
  return first?.start === 0 && /\d/.test(folded[first.end] ?? '')
}

/** The rows without a result whose bare values are their points or scores, if all such rows are so. */
const pointsForTargets = (rows: readonly PlacedRow[]): ReadonlySet<Indicator> => {
  const bare = rows
    .map(({ indicator }) => indicator)
    .filter(
      ({ target, actual, printedUnit }) =>
        actual === undefined &&
        printedUnit === undefined &&
        target.kind === 'measured' &&
        target.implicit &&
        target.measure.unit === undefined,
    )
  const alike = bare.filter((indicator) => {
    const points = indicator.weight ?? indicator.score
    const { target } = indicator
    return (
      target.kind === 'measured' &&
      points !== undefined &&
      points.numeral.value.equals(target.measure.numeral.value)
    )
  })
  return new Set(alike.length >= MUCH && alike.length === bare.length ? alike : [])
}

const isNoProjectName = (name: SpannedText): boolean =>
  !name.isBlank && (namesMeasure(name.meaning) || isNoText(name))

/** A goal that is nothing but a value. */
const doubtsOfGoals = (goals: readonly Goal[]): readonly Doubt[] => {
  const wrong = goals.filter(({ text }) => isBareValue(text.meaning))
  if (wrong.length === 0) return []
  const place = coverAll(
    goals.map(({ span }) => span),
    (goals[0] as Goal).span,
  )
  return wrong.map(({ text }) => ({ text, role: 'goal', place }))
}

/** The money of a form whose columns were told wrongly. */
const doubtsOfMoney = (money: readonly MoneyCell[]): readonly Doubt[] => {
  const rows = groupBy(money, ({ source }) => source?.span.start)
  const place = coverAll(
    money.map(({ span }) => span),
    { start: 0, end: 0 },
  )
  return collectAll(rows.values(), (cells) => {
    const wrong = wrongMoneyIn(cells)
    return wrong === undefined ? [] : [{ ...wrong, place }]
  })
}

const wrongMoneyIn = (cells: readonly MoneyCell[]): Omit<Doubt, 'place'> | undefined => {
  const cellOf = (stage: MoneyCell['stage']): MoneyCell | undefined =>
    cells.find((cell) => cell.stage === stage)
  const [weight, score, rate] = [cellOf('weight'), cellOf('score'), cellOf('rate')]
  const isShare = rate?.amount.text.folded.endsWith('%') === true
  if (rate?.amount.text.folded.endsWith('元')) return { text: rate.amount.text, role: 'rate' }
  if (rate !== undefined && !isShare && score?.amount.text.folded.endsWith('%') === true)
    return { text: score.amount.text, role: 'score' }
  const numberIn = (cell: MoneyCell | undefined): Decimal | undefined =>
    cell?.amount.kind === 'amount' ? cell.amount.numeral.value : undefined
  const [points, share] = [numberIn(weight), numberIn(rate)]
  if (weight === undefined || points === undefined) return undefined
  if (points.gt(100)) return { text: weight.amount.text, role: 'weight' }
  return rate !== undefined && score === undefined && share?.equals(points) === true && !isShare
    ? { text: rate.amount.text, role: 'rate' }
    : undefined
}
