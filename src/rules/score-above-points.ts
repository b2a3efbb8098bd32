import { pointsOf } from '../facts/scores.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Span } from '../source/span.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const scoreAbovePoints: Rule = {
  id: 'score-above-points',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: { zh: '得分不应高于该项的分值。', en: 'No score exceeds the points available for it.' },
    finds: {
      zh: '指标或预算执行的得分高于其分值；只有类别有分值的，该类别下各指标得分之和高于类别分值；分值写成范围的，高于其上限。分值为小数权重、得分为百分制的不报告。',
      en: 'A score for an indicator or for budget execution that is higher than its points, or higher than the upper end of a range of points; where only a category has points, scores of its indicators that add up to more than those points. Points that are shares of 1, and scores out of 100 for each indicator, are not reported.',
    },
    why: {
      zh: '得分高于分值，自评总分就会虚高，或者两栏中有一栏填错。',
      en: 'A score above its points makes the self-evaluation total too high, or one of the two columns is wrong.',
    },
    fix: { zh: '核对分值和得分。', en: 'Check the points and the score.' },
    basis: {
      zh: '自评表说明印明：得分最高不超过该指标的分值上限（FORM）。',
      en: 'The notes on self-evaluation forms say so: a score is at most the points of its indicator (FORM).',
    },
    invalid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '66盏', '50', '55', ''],
      total: ['100', '105'],
    }),
    valid: evaluationExample({ row: ['维修路灯数量', '≥60盏', '66盏', '50', '50', ''] }),
  },

  *checkProject({ executionPoints, scores, overScored, wrongPoints }) {
    const { weight, score } = executionPoints
    if (weight !== undefined && score !== undefined)
      yield* above(
        EXECUTION,
        placed(weight.numeral.value, weight.span),
        placed(score.numeral.value, score.span),
      )
    for (const { name, weight: most, score: given } of scores) {
      // Points that don't add up because of these are that problem.
      const isTold = wrongPoints.some(({ slips }) => slips.some(({ at }) => at.start === most?.span.start))
      if (most === undefined || given === undefined || isTold) continue
      const whose = { zh: `指标${quoted(name)}`, en: `the indicator ${quoted(name)}` }
      yield* above(whose, placed(pointsOf(most), most.span), placed(given.numeral.value, given.span))
    }
    for (const { name, weight: most, scores: given, total } of overScored) {
      const [first] = given.toSorted((a, b) => b.numeral.value.comparedTo(a.numeral.value))
      const whose = { zh: `${quoted(name)}下各指标合计`, en: `all under ${quoted(name)} together` }
      if (first !== undefined)
        yield* above(whose, placed(pointsOf(most), most.span), placed(total, first.span))
    }
  },
}

const EXECUTION: Message = { zh: '预算执行', en: 'the execution of the budget' }

interface Placed {
  readonly value: Decimal
  readonly at: Span
}

const placed = (value: Decimal, at: Span): Placed => ({ value, at })

function* above(whose: Message, points: Placed, score: Placed): Generator<Problem> {
  if (score.value.lte(points.value)) return
  const [most, given] = [points.value.toFixed(), score.value.toFixed()]
  yield {
    message: {
      zh: `${whose.zh}得分 ${given} 分，高于其分值 ${most} 分`,
      en: `${whose.en} scores ${given}, more than its ${most} points`,
    },
    at: score.at,
    related: [{ at: points.at, note: { zh: `分值 ${most} 分`, en: `${most} points` } }],
    working: [`${given} > ${most}`],
    data: { score: given, points: most },
  }
}
