import { isCutOff } from '../facts/cut-off.ts'
import { executionPoints } from '../facts/execution.ts'
import { type Scored, scoresOf } from '../facts/scores.ts'
import { Decimal, halfOfPlace, sum, ZERO } from '../model/decimal.ts'
import type { Disclosure, Project, TotalScore } from '../model/disclosure.ts'
import type { Measure, Numeral } from '../model/measure.ts'
import { contains, type Span } from '../source/span.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { evaluationExample } from './shared/evaluation-example.ts'
import { quoted } from './shared/quoted.ts'

export const scoreTotalMismatch: Rule = {
  id: 'score-total-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '自评总分应等于各项得分之和。',
      en: 'The total score is the sum of the scores.',
    },
    finds: {
      zh: '总分一行的得分与各指标得分、预算执行得分之和不等，或其分值与各项分值之和不等。总分不含预算执行得分的也算相符；有指标未填得分、表格不完整或有数字无法归位的不核对。',
      en: 'A total whose score is not the sum of the scores of the indicators and of the execution, or whose points are not the sum of theirs. A total without the execution is taken as well; a table in which an indicator has no score, that is cut off, or in which numbers are left over is not checked.',
    },
    why: {
      zh: '总分是评价等次的依据，与各项得分对不上就无法采信。',
      en: 'The grade follows from the total score, which nobody can trust when it is not the sum of its parts.',
    },
    fix: { zh: '重新合计各项得分和分值。', en: 'Add up the scores and the points again.' },
    basis: {
      zh: '算术；自评表末行印有总分（FORM）。',
      en: 'Arithmetic; the forms print the total in their last row (FORM).',
    },
    invalid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '58盏', '50', '48', '两盏待更换'],
      total: ['100', '99'],
    }),
    valid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '58盏', '50', '48', '两盏待更换'],
      total: ['100', '98'],
    }),
  },

  *checkProject(project, { disclosure }) {
    const { totalScore } = project
    if (totalScore === undefined || isCutOff(project, disclosure) || hasLeftovers(project, disclosure)) return
    const all = scoresOf(project)
    yield* scoreProblem(project, totalScore, all)
    yield* pointsProblem(project, totalScore, all)
  },
}

/** A number that belongs to nothing may be the score of a row that was not read. */
const hasLeftovers = ({ span }: Project, { readings }: Disclosure): boolean =>
  readings.some(({ leftovers }) => leftovers.some((text) => contains(span, text.span)))

interface Part {
  readonly name: Message
  readonly value: Decimal
  /** Half of its last printed place; nothing for a whole number, which nobody takes for a rounded one. */
  readonly rounding: Decimal
  readonly at: Span
}

const partOf = (name: Message, { value, decimals }: Numeral, at: Span): Part => ({
  name,
  value,
  rounding: decimals === 0 ? ZERO : halfOfPlace(decimals),
  at,
})

/** The points or scores of the indicators; nothing where one has none, which may only not have been read. */
const partsOf = (all: readonly Scored[], which: 'weight' | 'score'): readonly Part[] => {
  const parts = all.flatMap((one) => {
    const measure = one[which]
    // Of a range of points any value may be meant.
    if (measure === undefined || measure.upperNumeral !== undefined) return []
    return [partOf({ zh: one.name, en: one.name }, measure.numeral, measure.span)]
  })
  return parts.length === all.length ? parts : []
}

const EXECUTION: Message = { zh: '预算执行', en: 'execution' }

const executionIn = (project: Project, which: 'weight' | 'score'): readonly Part[] => {
  const printed = executionPoints(project)[which]
  return printed === undefined ? [] : [partOf(EXECUTION, printed.numeral, printed.span)]
}

const sumOf = (parts: readonly Part[]): Decimal => sum(parts.map(({ value }) => value))

function* scoreProblem(project: Project, total: TotalScore, all: readonly Scored[]): Generator<Problem> {
  const parts = partsOf(all, 'score')
  if (total.score === undefined || parts.length === 0 || lacksRows(project, total, all)) return
  const execution = executionIn(project, 'score')
  const rest = total.score.numeral.value.minus(sumOf(parts))
  if (execution.length > 0 || rest.lt(0) || rest.gt(MOST_FOR_EXECUTION))
    yield* mismatch(total, total.score, execution, parts, SCORES)
}

/** So many points forms give for the execution (FORM: 10 or 20), where they are printed elsewhere. */
const MOST_FOR_EXECUTION = 20

/** Points that make no whole are those of rows that were not all read, or for another rule. */
const lacksRows = (project: Project, { weight }: TotalScore, all: readonly Scored[]): boolean => {
  const parts = partsOf(all, 'weight')
  if (parts.length === 0) return false
  const own = sumOf(parts)
  const whole = own.plus(sumOf(executionIn(project, 'weight')))
  return ![own, whole].some(
    (points) => WHOLES.some((most) => most.eq(points)) || weight?.numeral.value.eq(points) === true,
  )
}

const WHOLES = [new Decimal(100), new Decimal(90), new Decimal(80)]

/** Points of the indicators that make no whole by themselves are for another rule. */
function* pointsProblem(project: Project, total: TotalScore, all: readonly Scored[]): Generator<Problem> {
  const parts = partsOf(all, 'weight')
  const execution = executionIn(project, 'weight')
  if (total.weight === undefined || parts.length === 0 || execution.length === 0) return
  const own = sumOf(parts)
  if (own.eq(100) || own.eq(90)) yield* mismatch(total, total.weight, execution, parts, POINTS)
}

const SCORES: Message = { zh: '得分', en: 'score' }
const POINTS: Message = { zh: '分值', en: 'points' }

/** The total may be meant with the execution or without. */
function* mismatch(
  { name }: TotalScore,
  stated: Measure,
  execution: readonly Part[],
  own: readonly Part[],
  what: Message,
): Generator<Problem> {
  const parts = [...execution, ...own]
  const { value, decimals } = stated.numeral
  if (value.eq(sumOf(parts)) || value.eq(sumOf(own))) return
  const [total, computed] = [value.toFixed(), sumOf(parts)]
  const gap = value.minus(computed)
  const rounding = sum(parts.map((part) => part.rounding)).plus(rounds(parts) ? halfOfPlace(decimals) : ZERO)
  const isRounding = gap.abs().lte(rounding)
  yield {
    message: {
      zh: `${quoted(name.meaning)}一行的${what.zh}为 ${total} 分，各项${what.zh}合计 ${computed.toFixed()} 分，${gap.gt(0) ? '多' : '少'} ${gap.abs().toFixed()} 分`,
      en: `the total ${what.en} is ${total}, but its parts come to ${computed.toFixed()}: ${gap.abs().toFixed()} too ${gap.gt(0) ? 'much' : 'little'}`,
    },
    at: stated.span,
    related: parts.map(
      ({ name: part, value: points, at }): Related => ({
        at,
        note: { zh: `${part.zh} ${points.toFixed()} 分`, en: `${part.en} ${points.toFixed()}` },
      }),
    ),
    working: [`${parts.map((part) => part.value.toFixed()).join(' + ')} = ${computed.toFixed()} ≠ ${total}`],
    ...(isRounding ? { because: ROUNDING, severity: 'info' } : {}),
    data: { stated: total, computed: computed.toFixed() },
  }
}

/** Whether a part has decimals that the total may have been rounded from. */
const rounds = (parts: readonly Part[]): boolean => parts.some(({ rounding }) => rounding.gt(0))

const ROUNDING: Message = {
  zh: '差额在四舍五入可以解释的范围内。',
  en: 'rounding can explain the difference.',
}
