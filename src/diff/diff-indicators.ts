import { compactName } from '../corpus/agencies.ts'
import type { FilingFile } from '../corpus/extract.ts'
import type { Indicator, Project, Target } from '../model/disclosure.ts'
import { convert } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { INDICATOR_FIELDS, type IndicatorDiff, type IndicatorField } from './filing-diff.ts'
import { type Pair, pairUp } from './pair-up.ts'

/** A project on one side. */
export interface SidedProject {
  readonly file: FilingFile
  readonly project: Project
}

/** Indicators that were added, removed, renamed or changed, in the order of the new side. */
export const diffIndicators = (before: SidedProject, after: SidedProject): readonly IndicatorDiff[] => {
  const { pairs, removed, added } = pairUp(indicatorsOf(before.project), indicatorsOf(after.project), {
    keys: [fullKey, ({ indicator }) => compactName(indicator.name.text)],
    group: categoryKey,
    name: ({ indicator }) => compactName(indicator.name.text),
  })
  // A plan beside its evaluation a year later differs in nothing that was planned.
  const fields = [before, after].every(({ project }) => isEvaluated(project)) ? INDICATOR_FIELDS : PLANNED
  return [
    ...removed.map((old) => oneSided('removed', old, before)),
    ...pairs.flatMap((pair) => diffPair(pair, fields, before, after) ?? []),
    ...added.map((item) => oneSided('added', item, after)),
  ]
}

const PLANNED = INDICATOR_FIELDS.filter((field) => field !== 'actual' && field !== 'score')

const isEvaluated = (project: Project): boolean =>
  indicatorsOf(project).some(
    ({ indicator }) => indicator.actual !== undefined || indicator.score !== undefined,
  )

/** All indicators of a project that is on one side only. */
export const allIndicators = (status: 'added' | 'removed', side: SidedProject): readonly IndicatorDiff[] =>
  indicatorsOf(side.project).map((placed) => oneSided(status, placed, side))

const categoryKey = ({ categories, categoryId, indicator: { term, column } }: PlacedIndicator): string =>
  [
    categoryId ?? compactName(categories.at(-1)?.name.text ?? ''),
    term ?? '',
    compactName(column?.text ?? ''),
  ].join('\n')

const fullKey = (placed: PlacedIndicator): string =>
  `${categoryKey(placed)}\n${compactName(placed.indicator.name.text)}`

const oneSided = (
  status: 'added' | 'removed',
  placed: PlacedIndicator,
  { file }: SidedProject,
): IndicatorDiff => {
  const { name, target, span } = placed.indicator
  const both = (text: SpannedText) =>
    status === 'added' ? { old: '', new: printed(text) } : { old: printed(text), new: '' }
  const place = { file, at: span }
  return {
    status,
    old: status === 'removed' ? place : undefined,
    new: status === 'added' ? place : undefined,
    category: categoryName(placed),
    name: both(name),
    target: both(target.text),
    changes: [],
  }
}

const diffPair = (
  { old, new: now }: Pair<PlacedIndicator>,
  fields: readonly IndicatorField[],
  before: SidedProject,
  after: SidedProject,
): IndicatorDiff | undefined => {
  const [a, b] = [fieldsOf(old), fieldsOf(now)]
  const isSameTarget = sameValue(old.indicator.target, now.indicator.target)
  const isSameResult = sameActual(old.indicator.actual, now.indicator.actual)
  const changes = fields
    .filter((field) => a[field] !== b[field])
    .filter(
      (field) => !(isSameTarget && TARGET_FIELDS.includes(field)) && !(isSameResult && field === 'actual'),
    )
    .map((field) => ({ field, old: a[field], new: b[field] }))
  const isRenamed = compactName(old.indicator.name.text) !== compactName(now.indicator.name.text)
  if (!isRenamed && changes.length === 0) return undefined
  return {
    status: isRenamed ? 'renamed' : 'changed',
    old: { file: before.file, at: old.indicator.span },
    new: { file: after.file, at: now.indicator.span },
    category: categoryName(now),
    name: { old: printed(old.indicator.name), new: printed(now.indicator.name) },
    target: { old: printed(old.indicator.target.text), new: printed(now.indicator.target.text) },
    changes,
  }
}

const TARGET_FIELDS: readonly IndicatorField[] = ['comparator', 'value', 'unit']

const categoryName = ({ categories }: PlacedIndicator): string => printed(categories.at(-1)?.name)

const fieldsOf = (placed: PlacedIndicator): Readonly<Record<IndicatorField, string>> => ({
  category: categoryName(placed),
  ...targetFields(placed.indicator),
  weight: placed.indicator.weight?.numeral.value.toFixed() ?? '',
  actual: printed(placed.indicator.actual?.text),
  score: placed.indicator.score?.numeral.value.toFixed() ?? '',
})

/** What is no number is compared as a whole. */
const targetFields = ({ target }: Indicator): { comparator: string; value: string; unit: string } => {
  if (target.kind !== 'measured') return { comparator: '', value: compactName(target.text.text), unit: '' }
  const { comparator, measure } = target
  const { numeral, upperNumeral, unit, approximate, change } = measure
  const moves = change === undefined ? '' : change === 'increase' ? '+' : '-'
  const upper = upperNumeral === undefined ? '' : `～${upperNumeral.value.toFixed()}`
  return {
    comparator,
    value: `${approximate ? '约' : ''}${moves}${numeral.value.toFixed()}${upper}`,
    unit: unit?.printed ?? '',
  }
}

/** Whether two targets say the same in other words: 6万人 and 60000人, 100 ％ and 100%. */
const sameValue = (a: Target, b: Target): boolean => {
  if (a.kind !== 'measured' || b.kind !== 'measured')
    return compactName(a.text.text) === compactName(b.text.text)
  const [m, n] = [a.measure, b.measure]
  if (a.comparator !== b.comparator || m.approximate !== n.approximate || m.change !== n.change) return false
  if (m.unit === undefined || n.unit === undefined) return false
  const { unit } = m
  const other = n.unit
  return (['numeral', 'upperNumeral'] as const).every((end) => {
    const [x, y] = [m[end]?.value, n[end]?.value]
    if (x === undefined || y === undefined) return x === y
    return convert(x, unit, other)?.eq(y) === true
  })
}

const sameActual = (a: Target | undefined, b: Target | undefined): boolean =>
  a === undefined || b === undefined ? a === b : sameValue(a, b)

/** A text on one line; empty where there is none. */
export const printed = (text: SpannedText | undefined): string =>
  text === undefined ? '' : text.meaning.replace(/\s+/g, ' ').trim()
