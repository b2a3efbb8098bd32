import type { Shortfall } from '../facts/shortfall.ts'
import { Decimal, ZERO } from '../model/decimal.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { missedWords } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const fullScoreForShortfall: Rule = {
  id: 'full-score-for-shortfall',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '未达到指标值的指标不应得满分。',
      en: 'An indicator that misses its target does not get full points.',
    },
    finds: {
      zh: '实际完成值低于（反向指标为高于）指标值、晚于规定期限，或写明部分达成、未达成，而得分等于分值；未印分值的，所属类别的分值已全部得到，或各项得分合计为 100 分，或与同类其他均已达标的指标得分相同。只差不足 0.05 分的仅作提示；行内写明另有评分标准的、指标值无法确定方向的不报告。',
      en: 'A result that falls short of its target (or exceeds it, where lower is better), comes after its deadline, or is described as partly met or not met, and still gets full points; where no points are printed, one whose category got all the points of its heading, one in a form whose scores come to 100 together, or one with the same score as all the other indicators of its kind, which met their targets. A shortfall worth less than 0.05 points is only a notice. Not reported: rows that state a scoring standard of their own, and targets without a clear direction.',
    },
    why: {
      zh: '未达标仍得满分，自评得分就不能反映完成情况。',
      en: 'If missed targets get full points, the self-evaluation score does not reflect the results.',
    },
    fix: {
      zh: '按完成比例扣减得分并说明偏差原因，或更正实际完成值。',
      en: 'Reduce the score in proportion and explain the deviation, or correct the actual value.',
    },
    basis: {
      zh: '自评表说明印明：完成值达到指标值记满分，未达到的按比例记分；定性指标部分达成的记 80%–50%，未达成的记 50%–0（FORM）。',
      en: 'The notes on self-evaluation forms say so: full points if the target is met, a proportional share if not; for qualitative targets, 80–50% if partly met and 50–0% if not met (FORM).',
    },
    invalid: evaluationExample({ row: ['维修路灯数量', '≥60盏', '48盏', '50', '50', '部分路段封闭'] }),
    valid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '48盏', '50', '40', '部分路段封闭'],
      total: ['100', '90'],
    }),
  },

  *checkProject({ shortfalls }) {
    for (const shortfall of shortfalls) if (shortfall.fullScore !== undefined) yield problemOf(shortfall)
  },
}

/** Less than this may have been rounded away. */
const LEAST_LOSS = new Decimal('0.05')

const problemOf = (shortfall: Shortfall): Problem => {
  const { indicator, target, actual, ratio, fullScore } = shortfall
  const { name, score, weight } = indicator
  const points = score?.numeral.value ?? ZERO
  const earned = ratio && points.times(ratio.part).div(ratio.whole)
  const isSlight = earned !== undefined && points.minus(earned).lt(LEAST_LOSS)
  const missed = missedWords(shortfall)
  const [zh, en] =
    fullScore === 'as-others'
      ? ['却与其他已达标的指标一样得', 'and still scores as much as those that met theirs,']
      : ['却得满分', 'and still has all its']
  return {
    message: {
      zh: `指标${quoted(name.meaning)}${missed.zh}，${zh} ${points.toFixed()} 分`,
      en: `${quoted(name.meaning)} ${missed.en}, ${en} ${points.toFixed()} points`,
    },
    at: actual.span,
    related: [
      { at: target.span, note: { zh: '指标值', en: 'target' } },
      ...[score, weight].flatMap((given, i) =>
        given === undefined ? [] : [{ at: given.span, note: i === 0 ? SCORE : POINTS }],
      ),
    ],
    ...(earned === undefined || ratio === undefined
      ? {}
      : {
          working: [
            `${points.toFixed()} × ${ratio.part.toFixed()} ÷ ${ratio.whole.toFixed()} = ${shown(earned)} < ${points.toFixed()}`,
          ],
        }),
    ...(isSlight ? { severity: 'info' } : {}),
    data: { target: target.text.meaning, actual: actual.text.meaning, score: points.toFixed() },
  }
}

const SCORE: Message = { zh: '得分', en: 'score' }
const POINTS: Message = { zh: '分值', en: 'points' }

/** Cut off, so that 49.999 does not become 50. */
const shown = (points: Decimal): string => points.toDecimalPlaces(3, Decimal.ROUND_DOWN).toFixed()
