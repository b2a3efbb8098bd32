import { type Decimal, sum } from '../model/decimal.ts'
import type { Goal } from '../model/disclosure.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { sameUnit, toBase } from '../model/unit.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'

export const goalSumMismatch: Rule = {
  id: 'goal-sum-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '目标中写明的总数应等于其各部分之和。',
      en: 'A total stated in a goal equals the sum of its parts.',
    },
    finds: {
      zh: '目标中“共计……，其中……”一类的总数与分项之和不等。',
      en: 'A total in a goal (共计 …, 其中 …) that its parts do not come to.',
    },
    why: {
      zh: '总数与分项不符，至少有一个数是错的。分项只列举一部分（“等”“主要包括”）、只有一个分项、带有单价或约数、人群可能互相重叠（“其中女性”）时不检查。',
      en: 'When total and parts disagree, at least one number is wrong. A list that gives only some parts (等, 主要), a single part, parts with prices or about so many, and groups that may overlap (其中女性) are not checked.',
    },
    fix: { zh: '核对总数与各分项。', en: 'Check the total and its parts.' },
    basis: { zh: '算术。', en: 'Arithmetic.' },
    invalid: example(
      projectRow(
        '村级补助',
        '目标1:安排资金共计90000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。',
        '一、产出指标 (一)数量指标 1.补助村数 ≥6个',
      ),
    ),
    valid: example(
      projectRow(
        '村级补助',
        '目标1:安排资金共计80000元，其中：办公补助40000元，环卫补助30000元，党建补助10000元。',
        '一、产出指标 (一)数量指标 1.补助村数 ≥6个',
      ),
    ),
  },

  *checkProject(project) {
    for (const goal of project.goals) yield* sumProblemsOf(goal)
  },
}

const PARTS_FOLLOW = /其中|分别[为是]|包括|由/
const ONLY_SOME = /主要|(?<![初高中平对同相优甲乙丙头])等(?![级额次])|部分|之一|以及其他/
/** Longer sentences are none that one total and its parts make up. */
const LONGEST_LIST = 600
const PRICES = /[×*xX]|每/
const TOTAL_WORD = /(?:共计|合计|总计|共需|共|总额为?|总投资|总)[^,;。:]{0,12}$/
const TOTAL_BEHIND = /(?:合计|共计|总计|总额)(?:为|是|:)?[^,;。:\d]{0,4}$/
/** 古籍30册、图书20册,共50册: 共 alone is of what the comma before it ends. */
const TOTAL_OF_ITEM = /,(?:一|总)?共$/
/** Groups of people that others may belong to as well. */
const OVERLAPPING =
  /女|党员|团员|少数民族|贫困|脱贫|低收入|低保|残疾|新增|老年|儿童|青年|重点|骨干|高级|中级|退休|留守|优秀|以上|以下|专职|兼职/

/** A measure of a goal and where it stands. */
interface Place {
  readonly measure: Measure
  readonly start: number
  readonly end: number
}

/** Every total of a goal that its parts don't come to. */
function* sumProblemsOf({ text, quantities }: Goal): Generator<Problem> {
  const places = quantities.flatMap((measure) => {
    if (measure.kind !== 'measure') return []
    const start = measure.text.offsetIn(text)
    return [{ measure, start, end: start + measure.text.length }]
  })
  for (const place of places) {
    if (!isPlain(place.measure)) continue
    const problem = partsBehind(text.folded, place, places) ?? partsBefore(text.folded, place, places)
    if (problem !== undefined) yield problem
  }
}

/** 共计90000元,其中…: two parts or more up to the end of the sentence. */
const partsBehind = (
  folded: string,
  { measure: total, start, end }: Place,
  places: readonly Place[],
): Problem | undefined => {
  const stop = sentenceEnd(folded, end)
  if (stop - end > LONGEST_LIST) return undefined
  const announced = PARTS_FOLLOW.exec(folded.slice(end, Math.min(stop, end + 12)))
  if (announced === null) return undefined
  const from = end + announced.index
  const level = depthAt(folded, end, from)
  // 其中A60万元,其中…: nobody can tell where the inner list ends, unless brackets do.
  const begin = Math.max(sentenceStart(folded, start), start - LONGEST_LIST)
  if (level === 0 && depthAt(folded, begin, start) === 0 && folded.slice(begin, start).includes('其中'))
    return undefined
  const closed = closingAt(folded, from, stop)
  const listed = folded.slice(from + announced[0].length, closed)
  if (ONLY_SOME.test(folded.slice(end, closed)) || PRICES.test(listed) || listed.includes('其中'))
    return undefined
  const inside = places.filter((place) => place.start >= from && place.start < closed)
  const parts = partsOf(
    inside.filter((place) => depthAt(folded, end, place.start) === level),
    total,
  )
  if (parts === undefined) return undefined
  const isMoney = total.unit?.dimension === 'money'
  const isTotal = TOTAL_WORD.test(folded.slice(Math.max(0, start - 16), start))
  const isExhaustive = listed.includes('男') && listed.includes('女')
  const isOpen = announced[0] === '其中' && !isMoney
  if (isOpen && OVERLAPPING.test(listed) && !isExhaustive) return undefined
  const isWholeList = isTotal || isExhaustive || announced[0] !== '其中' || (isMoney && parts.length >= 3)
  return compare(total, parts, isWholeList)
}

/** 设备5万元,培训3万元,合计8万元: all of its kind before it in the sentence. */
const partsBefore = (
  folded: string,
  { measure: total, start }: Place,
  places: readonly Place[],
): Problem | undefined => {
  // A line end may have broken 合计 itself.
  const before = folded.slice(Math.max(0, start - 12), start).replace(/\s/g, '')
  const isOfItem = TOTAL_OF_ITEM.test(before)
  if (!isOfItem && !TOTAL_BEHIND.test(before)) return undefined
  const from = isOfItem ? itemStart(folded, start) : sentenceStart(folded, start)
  if (start - from > LONGEST_LIST) return undefined
  const listed = folded.slice(from, start)
  if (/其中|其余|上年|去年/.test(listed) || ONLY_SOME.test(listed) || PRICES.test(listed)) return undefined
  const inside = places.filter((place) => place.start >= from && place.end <= start)
  const parts = partsOf(
    inside.filter((place) => depthAt(folded, from, place.start) === 0),
    total,
  )
  return parts === undefined ? undefined : compare(total, parts, true)
}

/** Two measures or more of the kind of the total; none where one of them is vague or a price. */
const partsOf = (places: readonly Place[], total: Measure): readonly Measure[] | undefined => {
  const alike = places
    .map(({ measure }) => measure)
    .filter(({ unit }) => unit !== undefined && unit.base === total.unit?.base)
  return alike.length >= 2 && alike.every((part) => isPlain(part) && isLike(part, total)) ? alike : undefined
}

/** How many brackets that open behind `from` are open at `at`. */
const depthAt = (folded: string, from: number, at: number): number => {
  let depth = 0
  for (const c of folded.slice(from, at)) depth += c === '(' ? 1 : c === ')' ? -1 : 0
  return depth
}

/** Where the bracket closes that is open at `from`, or `stop`. */
const closingAt = (folded: string, from: number, stop: number): number => {
  let depth = 0
  for (let at = from; at < stop; at += 1) {
    if (folded[at] === '(') depth += 1
    else if (folded[at] === ')') depth -= 1
    if (depth < 0) return at
  }
  return stop
}

const isPlain = ({ comparator, change, approximate, upperNumeral, unit }: Measure): boolean =>
  comparator === undefined &&
  change === undefined &&
  !approximate &&
  upperNumeral === undefined &&
  unit !== undefined &&
  unit.per.length === 0

const isLike = (part: Measure, total: Measure): boolean =>
  part.unit !== undefined && total.unit !== undefined && sameUnit(part.unit, total.unit)

const sentenceStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1

/** Where the words begin that the comma right before 共 ends. */
const itemStart = (text: string, at: number): number => {
  const isDigit = (c: string | undefined): boolean => c !== undefined && /\d/.test(c)
  // The comma of 2,800 parts nothing.
  const isPart = (i: number): boolean => text[i] === ',' && !(isDigit(text[i - 1]) && isDigit(text[i + 1]))
  const least = sentenceStart(text, at)
  let from = text.lastIndexOf(',', at - 1)
  while (from > least && text[from - 1] !== ';' && !isPart(from - 1)) from -= 1
  return from
}

const sentenceEnd = (text: string, from: number): number => {
  const at = text.slice(from, from + LONGEST_LIST + 1).search(/[。\n]/)
  return at < 0 ? Math.min(text.length, from + LONGEST_LIST + 1) : from + at
}

const compare = (total: Measure, parts: readonly Measure[], isWholeList: boolean): Problem | undefined => {
  const unit = total.unit as Unit
  const value = ({ numeral }: Measure, own: Unit): Decimal => toBase(numeral.value, own)
  const stated = value(total, unit)
  const computed = sum(parts.map((part) => value(part, part.unit ?? unit)))
  if (computed.eq(stated) || (computed.lt(stated) && !isWholeList)) return undefined
  const shown = total.text.meaning
  const terms = parts.map((part) => value(part, part.unit ?? unit).toFixed())
  return {
    message: {
      zh: `目标中总数“${shown}”与各部分之和 ${computed.toFixed()}${unit.base}不一致`,
      en: `the total “${shown}” in the goal is not the sum of its parts, ${computed.toFixed()}${unit.base}`,
    },
    at: total.span,
    related: parts.map((part) => ({ at: part.span, note: { zh: '分项', en: 'part' } })),
    working: [`${terms.join(' + ')} = ${computed.toFixed()} ≠ ${stated.toFixed()}`],
    data: { stated: stated.toFixed(), computed: computed.toFixed() },
  }
}
