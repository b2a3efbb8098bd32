import type { Disclosure, Indicator, Project, Target } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import type { Span } from '../source/span.ts'
import { type CategoryId, levelOneOf } from '../vocabulary/categories.ts'
import { endsAsName, isQuality, isUnsaidQuality, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { isTemplateName, templateTextIn } from '../vocabulary/template-words.ts'
import { isCutOff } from './cut-off.ts'
import { hasNoValue } from './empty-value.ts'

/** An indicator without a value. */
export interface MissingValue {
  readonly name: string
  /** Where its name stands: once for all columns of a matrix. */
  readonly named: Span
  readonly at: Span
  /** What stands in place of a value: a comparator, a unit, 定性; or nothing. */
  readonly printed: string
  readonly is: 'empty' | 'number-missing' | 'unsaid-quality'
  /** 公路使用年限延长: what is said of an effect may be all there is to reach, in words. */
  readonly isSentence: boolean
}

/** The values that the indicators of a project lack, and how many have one. */
export interface ValueCount {
  readonly missing: readonly MissingValue[]
  readonly filled: number
}

/** Rows marked as not applicable count for neither, nor does what the template left or the end of the input cut. */
export const valuesOf = (project: Project, disclosure: Disclosure): ValueCount => {
  const all = indicatorsOf(project)
  const cutOff = isCutOff(project, disclosure) ? all.at(-1)?.indicator : undefined
  const missing: MissingValue[] = []
  let filled = 0
  for (const { indicator, categoryId } of all) {
    const { target } = indicator
    const is = lackOf(target)
    if (is === undefined) {
      filled += 1
      continue
    }
    const printed = target.text.meaning
    const name = indicator.name.meaning
    if (indicator === cutOff || name === '' || NOT_APPLICABLE.test(printed) || NOT_APPLICABLE.test(name))
      continue
    // Text of the template has a rule of its own.
    if (is === 'empty' && isTemplate(indicator.name.folded)) continue
    missing.push({
      name,
      named: indicator.name.span,
      at: printed === '' ? indicator.name.span : target.span,
      printed,
      is,
      isSentence: is === 'empty' && !isMeasured(indicator) && isSentence(name, categoryId),
    })
  }
  return { missing, filled }
}

const lackOf = (target: Target): MissingValue['is'] | undefined => {
  if (target.kind === 'blank') return 'empty'
  if (target.kind === 'qualitative' && isUnsaidQuality(target.text.meaning)) return 'unsaid-quality'
  return hasNoValue(target) ? 'number-missing' : undefined
}

const isTemplate = (name: string): boolean => isTemplateName(name) || templateTextIn(name) !== undefined

const isSentence = (name: string, category: CategoryId | undefined): boolean =>
  (name.length >= 6 || isQuality(name)) &&
  !endsAsName(name) &&
  !EMPTY_BRACKETS.test(name) &&
  category !== undefined &&
  (category === 'timeliness' || ['benefit', 'satisfaction'].includes(levelOneOf(category)))

/** What became of it was counted, so there was something to count. */
const isMeasured = ({ actual }: Indicator): boolean => actual?.kind === 'measured'

/** 大班额比例( ): the place of a value. */
const EMPTY_BRACKETS = /\(\s*\)$/

/** A table of several indicators of which hardly any has a value was not filled in. */
export const isUnfilled = ({ missing, filled }: ValueCount): boolean =>
  missing.length >= 3 && filled * 5 <= missing.length
