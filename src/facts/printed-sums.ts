import { sum } from '../model/decimal.ts'
import type { Disclosure, PrintedSum, ValidAmount } from '../model/disclosure.ts'
import type { Dimension } from '../model/measure.ts'
import { agenciesOf, projectsOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { countedAs, OF_THESE } from '../vocabulary/goal-words.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { dividedAmounts } from './funding.ts'
import { addUp, type Sum, sumOf } from './sums.ts'

/** One whose parts are all numbers. */
interface ReadableSum extends PrintedSum {
  readonly parts: readonly { readonly name: SpannedText; readonly amount: ValidAmount }[]
}

const isReadable = (printed: PrintedSum): printed is ReadableSum =>
  printed.parts.every(({ amount }) => amount.kind === 'amount')

/** The parts of the sums of tables of any kind that are no numbers, each once. */
export const unreadableParts = ({ sums }: Disclosure): PrintedSum['parts'] => {
  const places = new Set<number>()
  return sums.flatMap(({ parts }) =>
    parts.filter(({ amount }) => {
      const isNew = amount.kind === 'invalid-amount' && !places.has(amount.span.start)
      if (isNew) places.add(amount.span.start)
      return isNew
    }),
  )
}

/** A printed sum that its parts don't come to, with the others that one wrong number of it makes wrong. */
export interface WrongPrintedSum {
  readonly printed: ReadableSum
  readonly sum: Sum
  readonly others: readonly ReadableSum[]
  /** Whether it is of people, households or things, whose numbers nobody rounds. */
  readonly isCounted: boolean
}

/**
 * The sums of tables of any kind that are wrong. Those of agencies, projects and sources are other rules' problems (but for the
 * tasks of a department, which the tree doesn't hold), and so are sums with a number in them that makes one of those wrong.
 */
export const wrongPrintedSums = (disclosure: Disclosure): readonly WrongPrintedSum[] => {
  const wrong = disclosure.sums.filter(isReadable).filter((printed) => !isRight(printed))
  if (wrong.length === 0) return []
  const { checked, doubtful } = numbersOfTree(disclosure)
  const own = wrong.filter(
    (printed) =>
      (printed.mayBeSome === true || !checked.has(placeOf(printed.amount))) &&
      !numbersIn(printed).some((one) => doubtful.has(placeOf(one))),
  )
  const told = new Set<ReadableSum>()
  return byDoubt(own).flatMap((printed) => {
    if (told.has(printed)) return []
    const others = own.filter((other) => other !== printed && !told.has(other) && share(printed, other))
    for (const one of [printed, ...others]) told.add(one)
    return [{ printed, sum: addUp(printed.parts), others, isCounted: isCounted(printed) }]
  })
}

/** 改造户数(户), 新增床位(张): as the words of its row or column say. */
const isCounted = ({ row, column }: PrintedSum): boolean =>
  [row, column].some(({ meaning }) => {
    const unit = UNIT_AT_END.exec(meaning)?.[1]
    return unit === undefined
      ? countedAs(meaning) !== undefined
      : COUNTED.has(dimensionOfWord(unit) ?? 'money')
  })

const UNIT_AT_END = /\(([^()]{1,4})\)$/
const COUNTED: ReadonlySet<Dimension> = new Set([
  'things',
  'count',
  'people',
  'attendances',
  'households',
  'times',
])

const placeOf = ({ span }: ValidAmount): number => span.start

/** With all its parts, or without those that 其中 says are parts of the one above them. */
const isRight = ({ amount, parts }: ReadableSum): boolean =>
  [parts, parts.filter(({ name }) => !name.folded.startsWith(OF_THESE))].some((added) =>
    sum(added.map((part) => part.amount.money)).eq(amount.money),
  )

/** A number that is wrong is the whole of its row and a part of its column: sums whose whole is in others come first. */
const byDoubt = (sums: readonly ReadableSum[]): readonly ReadableSum[] => {
  const shared = (one: ReadableSum): number =>
    sums.filter((other) => other.parts.some(({ amount }) => placeOf(amount) === placeOf(one.amount))).length
  return sums.toSorted((a, b) => shared(b) - shared(a))
}

/** Whether two sums have a number in common. */
const share = (one: ReadableSum, other: ReadableSum): boolean => {
  const places = new Set(numbersIn(one).map(placeOf))
  return numbersIn(other).some((amount) => places.has(placeOf(amount)))
}

const numbersIn = ({ amount, parts }: ReadableSum): readonly ValidAmount[] => [
  amount,
  ...parts.map((part) => part.amount),
]

/** Where the sums of the tree stand, and the numbers that take part in those which don't add up. */
const numbersOfTree = (
  disclosure: Disclosure,
): { readonly checked: ReadonlySet<number>; readonly doubtful: ReadonlySet<number> } => {
  const checked = new Set<number>()
  const doubtful = new Set<number>()
  const add = (amount: ValidAmount, { parts, computed, fromLeaves }: Sum): void => {
    if (parts.length === 0) return
    checked.add(placeOf(amount))
    if ([computed, fromLeaves].some((other) => other.eq(amount.money))) return
    doubtful.add(placeOf(amount))
    for (const { at } of parts) doubtful.add(at.start)
  }
  for (const { amount } of disclosure.totals) if (amount.kind === 'amount') add(amount, sumOf(disclosure))
  for (const agency of agenciesOf(disclosure))
    if (agency.amount.kind === 'amount') add(agency.amount, sumOf(agency))
  // 其中:中央补助 that is all of it leaves open how else the table divides it.
  for (const project of projectsOf(disclosure))
    for (const { amount, sum: divided } of dividedAmounts(project))
      if (divided.parts.length > 1 || !divided.computed.eq(amount.money)) add(amount, divided)
  return { checked, doubtful }
}
