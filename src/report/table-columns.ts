import type { Disclosure, Indicator } from '../model/disclosure.ts'
import type { Message } from '../model/finding.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { COLUMN_EXTRA } from './draw-table.ts'
import type { ShowOptions } from './report.ts'
import { describeActual, describeScore, RESULT_WORDS } from './result-text.ts'
import { describeCategory, describeTarget, doubtIn, type TargetText } from './target-text.ts'
import { textWidth } from './text-width.ts'
import { say } from './words.ts'

/** A column behind the names of indicators. */
export interface ValueColumn {
  readonly header: Message
  readonly of: (indicator: Indicator) => TargetText
  /** Columns for `(≥) `. */
  readonly signWidth: number
  /** Of the room behind the categories, at most so much. */
  readonly share: number
}

const TARGET = { header: { zh: '指标值', en: 'Target' }, signWidth: 4 }

/** What was reached and how it was scored stand behind the target where a filing prints them. */
export const valueColumnsOf = (disclosure: Disclosure): readonly ValueColumn[] => {
  const describe = ({ target: planned }: Indicator): TargetText => {
    const { sign, value } = describeTarget(planned)
    return { sign, value: `${value}${doubtIn(disclosure, planned.span)}` }
  }
  const target: ValueColumn = { ...TARGET, of: describe, share: 0.45 }
  const results = [
    { header: RESULT_WORDS.actual, describe: describeActual, share: 0.25 },
    { header: RESULT_WORDS.score, describe: describeScore, share: 0.15 },
  ].flatMap(({ describe, ...column }): ValueColumn[] =>
    allIndicators(disclosure).some((indicator) => describe(indicator) !== '')
      ? [{ ...column, of: (indicator) => ({ sign: '', value: describe(indicator) }), signWidth: 0 }]
      : [],
  )
  return results.length === 0 ? [target] : [{ ...target, share: 0.3 }, ...results]
}

/** Columns of text of the categories, the names and the values. */
export type Widths = readonly [number, number, number, ...number[]]

/** More columns don't make it more readable. */
const WIDEST = 120

/** With columns for results, a table needs at least so much room. */
const LEAST_WITH_RESULTS = 72

/** Categories get what they need within bounds; values up to their share of the rest; names what is left. */
export const measureColumns = (
  disclosure: Disclosure,
  values: readonly ValueColumn[],
  options: ShowOptions,
): Widths => {
  const { ambiguousWidth, language } = options
  const measure = (text: string): number => textWidth(text, ambiguousWidth)
  const needed: [number, number] = [8, 8]
  for (const category of projectsOf(disclosure).flatMap(categoriesOf)) {
    const column = category.level === 1 ? 0 : 1
    needed[column] = Math.max(needed[column], measure(describeCategory(category)))
  }
  const indicators = allIndicators(disclosure)
  const neededBy = ({ of, signWidth, header }: ValueColumn): number =>
    indicators.reduce(
      (most, indicator) => Math.max(most, measure(of(indicator).value) + signWidth),
      signWidth === 0 ? measure(say(header, language)) : 8 + signWidth,
    )
  const least = values.length === 1 ? 40 : LEAST_WITH_RESULTS
  const room = Math.max(least, Math.min(options.width, WIDEST)) - (values.length + 3) * COLUMN_EXTRA - 1
  const first = Math.min(needed[0], room < 70 ? 8 : 12)
  const second = Math.min(needed[1], room < 70 ? 10 : 16)
  const rest = room - first - second
  const others = values.map((column) => Math.min(neededBy(column), Math.floor(rest * column.share)))
  return [first, second, others.reduce((left, width) => left - width, rest), ...others]
}

/** All indicators of a filing. */
export const allIndicators = (disclosure: Disclosure): Indicator[] =>
  projectsOf(disclosure).flatMap((project) => indicatorsOf(project).map(({ indicator }) => indicator))
