import { setsIn } from '../facts/indicator-sets.ts'
import type { Indicator, Target } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { sameUnit, toBase } from '../model/unit.ts'
import type { PlacedIndicator } from '../model/walk.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const duplicateIndicator: Rule = {
  id: 'duplicate-indicator',
  category: 'structure',
  severity: 'error',
  docs: {
    summary: {
      zh: '同一项目的同一类别下，指标不应重复。',
      en: 'Each indicator appears only once in its category of a project.',
    },
    finds: {
      zh: '同一项目、同一类别下名称相同的两项指标（空格和全角半角不计）。',
      en: 'Two indicators with the same name in the same category of a project, ignoring spaces and full-width or half-width forms.',
    },
    why: {
      zh: '名称相同而值不同，互相矛盾（错误）；名称和值都相同，是重复录入（警告）。分属年度和中长期两套指标的（各有标明的栏目，或各有目标、表头的两张表）不算重复。',
      en: 'The same name with different values is a contradiction (error); the same name with the same value has been entered twice (warning). An indicator that appears in both the annual and the long-term set (two labelled columns, or two tables each with its own goal or header) is not a duplicate.',
    },
    fix: {
      zh: '删除重复的指标，或区分名称。',
      en: 'Remove the duplicate, or give the two indicators distinct names.',
    },
    basis: { zh: '指标应明确、可衡量（TEXT）。', en: 'Indicators should be specific and measurable (TEXT).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 2.维修路灯数量 ≥80盏',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥98%',
      ),
    ),
  },

  *checkProject({ project, disclosure, indicators }) {
    const seen = new Map<string, PlacedIndicator[]>()
    const areOfOneSet = setsIn(project, disclosure)
    for (const placed of indicators) {
      const name = nameOf(placed.indicator)
      if (name === '') continue
      const named = seen.get(name)
      // Most names come once: where each stands is asked only of those that don't.
      const place = named === undefined ? '' : placeOf(placed)
      const first = named?.find((other) => placeOf(other) === place && areOfOneSet(other, placed))
      if (first !== undefined) yield doubled(placed.indicator, first.indicator)
      else if (named === undefined) seen.set(name, [placed])
      else named.push(placed)
    }
  },
}

/** Under which headings an indicator stands, in which term and column. */
const placeOf = ({ indicator, categories }: PlacedIndicator): string => {
  const column = indicator.column === undefined ? '' : indicator.column.meaning
  const headings = categories.map(({ is, name }) => is ?? name.meaning)
  return `${indicator.term ?? ''}|${column}|${headings.join('/')}`
}

/** The name with widths, blanks and punctuation folded. */
const nameOf = ({ name }: Indicator): string => name.meaning.replace(/[\s“”‘’"'、,，。;；:：()（）]/g, '')

const doubled = (indicator: Indicator, first: Indicator): Problem => {
  const name = indicator.name.meaning
  const [value, before] = [indicator.target.text.meaning, first.target.text.meaning]
  const isConflict = !sameTarget(indicator.target, first.target)
  return {
    message: isConflict
      ? {
          zh: `指标${quoted(name)}出现两次，指标值分别为“${before}”和“${value}”`,
          en: `the indicator ${quoted(name)} appears twice, with the values “${before}” and “${value}”`,
        }
      : {
          zh: `指标${quoted(name)}重复，指标值都是“${value}”`,
          en: `the indicator ${quoted(name)} appears twice with the same value, “${value}”`,
        },
    at: indicator.span,
    related: [{ at: first.span, note: { zh: '前一次', en: 'first appearance' } }],
    ...(isConflict ? {} : { severity: 'warning' as const }),
  }
}

const sameMeasure = (a: Measure, b: Measure): boolean => {
  if (a.change !== b.change || a.upperNumeral?.value.toFixed() !== b.upperNumeral?.value.toFixed())
    return false
  if (a.unit === undefined || b.unit === undefined || !sameUnit(a.unit, b.unit))
    return a.unit?.printed === b.unit?.printed && a.numeral.value.eq(b.numeral.value)
  return toBase(a.numeral.value, a.unit).eq(toBase(b.numeral.value, b.unit))
}

const sameTarget = (a: Target, b: Target): boolean => {
  if (a.kind !== b.kind) return false
  if (a.kind === 'measured' && b.kind === 'measured')
    return a.comparator === b.comparator && sameMeasure(a.measure, b.measure)
  return a.text.meaning === b.text.meaning
}
