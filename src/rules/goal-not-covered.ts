import { isClearPromise } from '../facts/clear-promise.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

export const goalNotCovered: Rule = {
  id: 'goal-not-covered',
  category: 'consistency',
  severity: 'info',
  reads: 'indicators',
  docs: {
    summary: {
      zh: '目标中承诺的数量应有指标衡量。',
      en: 'Every quantity promised in a goal is measured by an indicator.',
    },
    finds: {
      zh: '目标中明确承诺的数量，没有一项指标与之对应。',
      en: 'A quantity that a goal clearly promises and no indicator measures.',
    },
    why: {
      zh: '没有指标的承诺，年终无人考核。金额（超过项目资金的收入、产值等除外）、单价、标准和期限，现有的、涉及的和背景性的数量，多年期的目标，以及已由整体或各部分的指标衡量的数量不在此列。',
      en: 'A promise without an indicator is not assessed at the end of the year. Not reported: amounts of money, unless they are earned or raised and more than the project has; unit prices, standards and deadlines; quantities that already exist, are merely involved or are given as background; goals for several years; and quantities already measured by indicators of the whole or of its parts.',
    },
    fix: { zh: '为该数量增加一项指标。', en: 'Add an indicator for this quantity.' },
    basis: {
      zh: '绩效指标应与绩效目标直接相关（TEXT）。',
      en: 'Indicators should relate directly to the goal (TEXT).',
    },
    invalid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期。\t一、产出指标 (一)数量指标 1.发放技术资料 ≥1200份${REST}`,
    ),
    valid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期。\t一、产出指标 (一)数量指标 1.举办水稻种植培训班 ≥12期${REST}`,
    ),
  },

  *checkProject({ indicators, uncovered }) {
    // Indicators without numbers measure none; a project without any lacks them all, which is another problem.
    if (indicators.length === 0) return
    for (const promise of uncovered) {
      if (!isClearPromise(promise)) continue
      const shown = promise.measure.text.meaning
      yield {
        message: {
          zh: `绩效目标中的“${shown}”没有对应的指标`,
          en: `no indicator measures “${shown}”, which the goal promises`,
        },
        at: promise.measure.span,
        data: { goal: promise.measure.numeral.value.toFixed() },
      }
    }
  },
}
