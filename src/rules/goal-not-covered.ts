import { matchGoals } from '../analysis/matching.ts'
import type { Promised } from '../analysis/promises.ts'
import { isStock } from '../analysis/terms.ts'
import { baseValue } from '../model/unit.ts'
import { projectsOf } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

export const goalNotCovered: Rule = {
  id: 'goal-not-covered',
  category: 'consistency',
  severity: 'info',
  docs: {
    summary: {
      zh: '目标中承诺的数量应有指标衡量。',
      en: 'A number promised in a goal is measured by an indicator.',
    },
    why: {
      zh: '没有指标的承诺，年终无人考核。金额、单价和期限，现有的数量和多年期的目标不在此列。',
      en: 'A promise without an indicator is checked by nobody at the end of the year. Money, prices, times, what there is already and what is promised for several years are not meant.',
    },
    fix: { zh: '为该数量增加一项指标。', en: 'Add an indicator for this number.' },
    basis: {
      zh: '绩效指标应与绩效目标直接相关（TEXT）。',
      en: 'Indicators relate directly to the goal (TEXT).',
    },
    invalid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期。\t一、产出指标 (一)数量指标 1.发放技术资料 ≥1200份${REST}`,
    ),
    valid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期。\t一、产出指标 (一)数量指标 1.举办水稻种植培训班 ≥12期${REST}`,
    ),
  },

  *check(disclosure) {
    for (const project of projectsOf(disclosure)) {
      const { promises, candidates, matches } = matchGoals(project)
      if (candidates.length === 0) continue
      const covered = matches.map(({ promise }) => promise)
      for (const promise of promises) {
        if (!isPromisedCount(promise) || covered.some((other) => isSame(promise, other))) continue
        const shown = meaning(promise.measure.text.text)
        yield {
          message: {
            zh: `绩效目标中的“${shown}”没有对应的指标`,
            en: `no indicator measures “${shown}”, which the goal promises`,
          },
          at: promise.measure.span,
          data: { goal: promise.measure.numeral.value.toFixed() },
        }
      }
    }
  },
}

/** Itself, or the same number said again. */
const isSame = (a: Promised, b: Promised): boolean =>
  a === b || (a.measure.unit?.base === b.measure.unit?.base && baseValue(a.measure).eq(baseValue(b.measure)))

const isPromisedCount = ({ kind, measure, horizon, phrase }: Promised): boolean => {
  if (horizon !== undefined || isStock(phrase)) return false
  if (kind === 'share') return measure.change === undefined
  return kind === 'count' && measure.unit !== undefined && measure.unit.dimension !== 'points'
}
