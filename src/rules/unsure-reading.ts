import type { Misreading, Reading } from '../model/disclosure.ts'
import { isUnsure } from '../model/doubt.ts'
import { overlap } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'
import { MOST_NAMED, MOST_PLACES, misread, shortened, takenFor, takenWords } from './shared/taken-for.ts'

const unsure = (columns: Message): Message => ({
  zh: `本表各列的含义难以确定${columns.zh}，表中内容未予核对`,
  en: `it is unclear how to read this table${columns.en}, so its contents were not checked`,
})

const unsureWithLeftovers = (columns: Message, count: number): Message => {
  const { zh, en } = unsure(columns)
  return {
    zh: `${zh}，另有 ${count} 处金额、日期或数字无法归入任何项目或指标`,
    en: `${en}; ${withoutPlace(count)}`,
  }
}

const leftOver = (shown: string, count: number): Message => ({
  zh: `表中有 ${count} 处金额、日期或数字无法归入任何项目或指标，未予核对：${shown}`,
  en: `${withoutPlace(count)} and ${count === 1 ? 'was' : 'were'} not checked: ${shown}`,
})

const withoutPlace = (count: number): string =>
  count === 1
    ? '1 amount, date or number belongs to no project or indicator'
    : `${count} amounts, dates or numbers belong to no project or indicator`

export const unsureReading: Rule = {
  id: 'unsure-reading',
  category: 'structure',
  severity: 'warning',
  reads: 'readings',
  docs: {
    summary: {
      zh: '每张表的各列和各数字都应能确定其含义。',
      en: 'The meaning of every column and every number in a table is certain.',
    },
    finds: {
      zh: '有两种读法、难以取舍的表，表中无法归入任何项目、目标或指标的金额、计算符号、日期和数字，以及读出的内容自相矛盾的表：指标名称只是一个数值，类别是一个计算符号，项目名称是“指标1：…”，得分是百分数而执行率不是。每张表只报告一次。',
      en: 'A table that can be read in two ways with no clear choice between them, or with amounts, comparators, dates and numbers that belong to no project, goal or indicator. A table whose contents contradict the way it was read: an indicator named by nothing but a value, a comparator for a category, a project named 指标1:…, a score in per cent beside a rate that is none. Each table is reported once.',
    },
    why: {
      zh: '含义难以确定的表不再作其他核对，以免把误读当作问题提出。问题说明中写明各列暂按什么理解，请据此对照原表。',
      en: 'A table with an uncertain meaning is not checked any further, so that a misreading is not reported as a mistake. The finding says how each column was interpreted; please compare that with the original table.',
    },
    fix: {
      zh: '对照原表；表头采用表样中的名称，每个数字填入所属的列，再重新核对。',
      en: 'Compare with the original table, use the column headers of the printed form, put every number in its own column, and check again.',
    },
    basis: {
      zh: '各列名称见各地表样（FORM）。',
      en: 'Local forms print the column headers (FORM).',
    },
    invalid: `项目名称\t路灯维修
资金总额（万元）\t5
年度目标\t修复损坏的路灯。
一级指标\t二级指标\t三级指标\t甲\t乙
产出指标\t数量指标\t维修路灯数量\t60\t3
\t\t更换灯杆数量\t8\t2
效益指标\t社会效益指标\t夜间出行投诉件数\t4\t1
满意度指标\t服务对象满意度指标\t居民满意度\t90\t9`,
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
  },

  *check({ readings, misreadings }) {
    const told = readings.filter((reading) => isUnsure(reading) || reading.leftovers.length > 0)
    for (const reading of told)
      yield problemOf(
        reading,
        misreadings.filter(({ span }) => overlap(span, reading.span)),
      )
    for (const misreading of misreadings)
      if (!told.some(({ span }) => overlap(span, misreading.span))) yield misread(misreading)
  },
}

const problemOf = (reading: Reading, misreadings: readonly Misreading[]): Problem => {
  const { span, confidence, leftovers } = reading
  const taken = isUnsure(reading) ? takenFor(reading.inferred) : []
  const places = [
    ...taken,
    ...leftovers.map((text): Related => ({ at: text.span, note: BELONGS_TO_NOTHING })),
    ...misreadings.flatMap(({ contradictions }) => takenFor(contradictions)),
  ]
  const [first, ...related] = places.slice(0, MOST_PLACES)
  return {
    message: messageOf(reading),
    at: first?.at ?? { start: span.start, end: span.start },
    ...(related.length === 0 ? {} : { related }),
    ...(taken.length === 0 ? {} : { because: TOLD_BY_CONTENT }),
    data: { confidence: String(confidence), leftovers: String(leftovers.length) },
  }
}

const BELONGS_TO_NOTHING: Message = { zh: '无法归入任何项目或指标', en: 'belongs to no project or indicator' }

const TOLD_BY_CONTENT: Message = {
  zh: '表头不是已知的名称，各列的含义是按其中的内容推断的。',
  en: 'the headers are unknown; the columns were understood by their contents.',
}

const messageOf = (reading: Reading): Message => {
  const { leftovers } = reading
  if (!isUnsure(reading)) return leftOver(shownOf(leftovers), leftovers.length)
  const columns = columnWords(reading)
  return leftovers.length === 0 ? unsure(columns) : unsureWithLeftovers(columns, leftovers.length)
}

/** `，暂将“预期”理解为指标值、“事项”理解为三级指标`. */
const columnWords = ({ inferred }: Reading): Message => {
  if (!inferred.some(({ role }) => role !== undefined)) return { zh: '', en: '' }
  const isMore = inferred.filter(({ role }) => role !== undefined).length > MOST_NAMED
  const { zh, en } = takenWords(inferred)
  return { zh: `，暂将${zh}${isMore ? '等' : ''}`, en: ` (taking ${en}${isMore ? ' …' : ''})` }
}

const shownOf = (leftovers: readonly SpannedText[]): string =>
  leftovers
    .slice(0, MOST_NAMED)
    .map(({ meaning }) => quoted(shortened(meaning)))
    .join('') + (leftovers.length > MOST_NAMED ? ' …' : '')
