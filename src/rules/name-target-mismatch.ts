import { contradictedInName } from '../facts/name-numbers.ts'
import { baseValue } from '../model/unit.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { goalPlace } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const nameTargetMismatch: Rule = {
  id: 'name-target-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '指标名称中的数字应与指标值一致。',
      en: 'A number in the name of an indicator agrees with its target value.',
    },
    finds: {
      zh: '名称中的数字与指标值不同。',
      en: 'A number in the name of an indicator that differs from its target value.',
    },
    why: {
      zh: '名称与值写成两个数，考核时无从判断按哪个。只比较单位相同、写在名称末尾或“完成”“覆盖”之后的一个数；“6个村”“每村2人”之类的范围和标准不比较。',
      en: 'If the name and the value give different numbers, an evaluator cannot tell which one applies. Only a single number in the same unit, at the end of the name or after 完成 or 覆盖, is compared. Scopes and standards such as 6个村 and 每村2人 are not.',
    },
    fix: {
      zh: '使名称与指标值一致，或从名称中去掉数字。',
      en: 'Make the name and the value agree, or remove the number from the name.',
    },
    basis: {
      zh: '名称中带数字为常见写法（FORM）。',
      en: 'Numbers in indicator names are common on forms (FORM).',
    },
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
    for (const { indicator, name } of project.indicators) {
      const named = contradictedInName(indicator)
      if (named === undefined) continue
      const promised = project.promiseOf(indicator)?.measure
      const isPromised =
        promised !== undefined && named.kind === 'measure' && baseValue(promised).eq(baseValue(named))
      const [inName, value] = [named.text.meaning, indicator.target.text.meaning]
      yield {
        message: {
          zh: `指标${quoted(name)}名称中为“${inName}”，指标值为“${value}”`,
          en: `the name of the indicator ${quoted(name)} says “${inName}”, its value is “${value}”`,
        },
        at: indicator.target.span,
        related: [
          { at: named.span, note: { zh: '名称中的数字', en: 'the number in the name' } },
          ...(isPromised ? [goalPlace(promised)] : []),
        ],
        working: [`${inName} ≠ ${value}`],
      }
    }
  },
}
