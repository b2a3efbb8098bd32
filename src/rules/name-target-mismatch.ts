import type { Decimal } from '../model/decimal.ts'
import type { Indicator } from '../model/disclosure.ts'
import type { Measure, Numeral, Unit } from '../model/measure.ts'
import { comparability, toBase } from '../model/unit.ts'
import { indicatorsOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const nameTargetMismatch: Rule = {
  id: 'name-target-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '指标名称中的数字应与指标值一致。',
      en: 'A number inside the name of an indicator agrees with its value.',
    },
    finds: {
      zh: '名称中的数字与指标值不同。',
      en: 'A number in the name of an indicator that is not its value.',
    },
    why: {
      zh: '名称与值写成两个数，考核时无从判断按哪个。只比较单位相同、写在名称末尾或“完成”之后的一个数；“6个村”“每村2人”之类的范围和标准不比较。',
      en: 'With one number in the name and another as the value nobody can tell which counts. Only a single number in the same unit that ends the name or follows 完成 is compared, and no places or rates such as 6个村 and 每村2人.',
    },
    fix: {
      zh: '使名称与指标值一致，或从名称中去掉数字。',
      en: 'Make name and value agree, or take the number out of the name.',
    },
    basis: { zh: '名称中带数字为常见写法（FORM）。', en: 'Numbers in names are seen on forms (FORM).' },
    invalid: example(
      projectRow(
        '村干部补贴',
        '目标1:按月发放村干部补贴。',
        '一、产出指标 (一)数量指标 1.补贴村组干部230人 ≥320人',
      ),
    ),
    valid: example(
      projectRow(
        '村干部补贴',
        '目标1:按月发放村干部补贴。',
        '一、产出指标 (一)数量指标 1.补贴村组干部230人 ≥230人 2.65岁以上老人慰问 ≥40人',
      ),
    ),
  },

  *checkProject(project) {
    for (const { indicator } of indicatorsOf(project)) {
      const named = contradicted(indicator)
      if (named === undefined) continue
      const name = indicator.name.meaning
      const [inName, value] = [named.text.meaning, indicator.target.text.meaning]
      yield {
        message: {
          zh: `指标${quoted(name)}名称中为“${inName}”，指标值为“${value}”`,
          en: `the name of the indicator ${quoted(name)} says “${inName}”, its value is “${value}”`,
        },
        at: indicator.target.span,
        related: [{ at: named.span, note: { zh: '名称中的数字', en: 'the number in the name' } }],
        working: [`${inName} ≠ ${value}`],
      }
    }
  },
}

/** The only number of a name, if it can be compared with the value and is another one. */
const contradicted = ({ target, name, nameQuantities }: Indicator): Measure | undefined => {
  const measures = nameQuantities.filter((quantity) => quantity.kind === 'measure')
  const [named] = measures
  if (target.kind !== 'measured' || named === undefined || measures.length > 1) return undefined
  const { measure } = target
  const [before, behind] = around(named, name)
  // 6个村维修路灯 says where, 每村2人 how many in each.
  if (!/^[\s)\]】]*$/.test(behind) && !AIMS.test(before)) return undefined
  if (/每[^,;。]{0,6}$|[/每]/.test(before) || /^\s*[/每]/.test(behind)) return undefined
  if (
    named.unit === undefined ||
    named.unit.per.length > 0 ||
    named.comparator !== undefined ||
    named.change !== undefined
  )
    return undefined
  if (named.upperNumeral !== undefined || named.approximate) return undefined
  if (measure.unit !== undefined && comparability(named.unit, measure.unit) === 'different') return undefined
  const inBase = ({ value }: Numeral): Decimal => toBase(value, measure.unit ?? (named.unit as Unit))
  const stated = toBase(named.numeral.value, named.unit)
  const [lowest, highest] = [inBase(measure.numeral), inBase(measure.upperNumeral ?? measure.numeral)]
  return stated.gte(lowest) && stated.lte(highest) ? undefined : named
}

/** Verbs before a number that is aimed at: 完成120户改厕. */
const AIMS = /(?:完成|实现|达到?|共计?|不少于|不低于)\s*$/

const around = ({ text }: Measure, name: SpannedText): readonly [string, string] => {
  const start = text.offsetIn(name)
  return [name.folded.slice(0, start), name.folded.slice(start + text.length)]
}
