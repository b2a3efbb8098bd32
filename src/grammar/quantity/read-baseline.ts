import { DECREASES, INCREASES } from '../../vocabulary/comparators.ts'
import { BASELINE_LEVELS, COMPARED, COMPARED_WITH, EARLIER_YEARS, UNCHANGED } from '../../vocabulary/dates.ts'
import { words } from '../../vocabulary/words.ts'
import { isBlank, isIdeograph, skipBlanks, skipBlanksBack } from './characters.ts'
import { type MeasureRead, readMeasure } from './read-measure.ts'
import { isNumeralStart } from './read-numeral.ts'
import { compileList, compileWords } from './word-table.ts'
import { type ComparatorRead, readWordsAfter, readWordsBefore } from './words-around.ts'

/** A baseline in offsets of the scanned text. */
export interface BaselineRead {
  readonly start: number
  readonly end: number
  readonly comparator: ComparatorRead | undefined
  readonly year: number | undefined
  readonly yearsBack: number | undefined
  readonly change: MeasureRead | undefined
}

interface Reference {
  readonly start: number
  readonly end: number
  readonly year: number | undefined
  readonly yearsBack: number | undefined
}

const EARLIER = compileWords(EARLIER_YEARS)
const COMPARED_WORD = compileList(COMPARED)
const WITH = compileList(COMPARED_WITH)
const LEVEL = compileList(BASELINE_LEVELS)
const SAME = compileList(UNCHANGED)
const CHANGES = compileWords<'>' | '<'>([
  ...INCREASES.map((word) => [word, '>'] as const),
  ...DECREASES.map((word) => [word, '<'] as const),
  ['翻番', '>'],
  ['翻一番', '>'],
  ['翻两番', '>'],
  ['多', '>'],
  ['高', '>'],
  ['少', '<'],
  ['低', '<'],
])
const FILLERS = compileList(
  words('有所 明显 均 略有 稳步 进一步 显著 相比 逐步 大幅 持续 的 有 要 应 将 平均 保持 基本'),
)
/** Level words that mean an earlier level even without a comparator. */
const STRONG = /^(?:实际|实绩|水平|平均|同期水平|完成值|完成数|年末水平|年底水平|末水平|底水平)/
const MULTIPLE = /^的\s?\d[\d.]*\s?[%倍]/
const LONGEST_MULTIPLE = 14
const WIDEST_GAP = 10
const MOST_FILLERS = 3

/** 上年, 去年同期, 同比 at `at` as what a target is compared with. */
export const readEarlier = (text: string, at: number, floor: number): BaselineRead | undefined => {
  const compared = COMPARED_WORD.matchAt(text, at)
  if (compared !== undefined)
    return readChange(text, { start: at, end: compared.end, year: undefined, yearsBack: 1 }, at)
  const earlier = EARLIER.matchAt(text, at)
  if (earlier === undefined) return undefined
  return readReference(
    text,
    { start: at, end: earlier.end, year: undefined, yearsBack: earlier.value },
    floor,
  )
}

/** `2021年` at `start` as what a target is compared with. */
export const readYearBaseline = (
  text: string,
  start: number,
  end: number,
  year: number,
  floor: number,
): BaselineRead | undefined => readReference(text, { start, end, year, yearsBack: undefined }, floor)

const readReference = (text: string, reference: Reference, floor: number): BaselineRead | undefined => {
  const at = skipBlanksBack(text, reference.start, floor)
  const compared = WITH.matchBefore(text, at, floor)
  const { end, level } = readLevel(text, reference.end)
  // 不低于上年度的1.1倍: the level is a multiple of that year's.
  if (text[end] === '的' && MULTIPLE.test(text.slice(end, end + LONGEST_MULTIPLE))) return undefined
  const words = readWordsBefore(text, reference.start, floor, undefined)
  if (compared !== undefined) {
    const change = readChange(text, { ...reference, end }, compared.start)
    if (change !== undefined) return change
  }
  const comparator = words.comparator ?? words.level
  const { year, yearsBack, start } = reference
  if (comparator !== undefined)
    return { start: words.start, end, comparator, year, yearsBack, change: undefined }
  if (level === '' || !STRONG.test(level)) return undefined
  const after = readWordsAfter(text, end, undefined, false)
  return { start, end: after.end, comparator: after.comparator, year, yearsBack, change: undefined }
}

/** 实际值, 水平 after the year, with 的 between or not. */
const readLevel = (text: string, at: number): { readonly end: number; readonly level: string } => {
  const from = text[at] === '的' ? at + 1 : at
  const found = LEVEL.matchAt(text, skipBlanks(text, from))
  if (found === undefined) return { end: at, level: '' }
  return { end: found.end, level: text.slice(found.start, found.end) }
}

/** 较上年提高5%, 比2021年增长, 与上年持平. */
const readChange = (text: string, reference: Reference, start: number): BaselineRead | undefined => {
  const { year, yearsBack } = reference
  const change = findChange(text, reference.end)
  if (change !== undefined) return { start, end: change.end, comparator: undefined, year, yearsBack, change }
  const at = skipFillers(text, reference.end)
  const same = SAME.matchAt(text, at)
  const word = CHANGES.matchAt(text, at)
  const found = same ?? (word !== undefined && word.end - word.start > 1 ? word : undefined)
  if (found === undefined) return undefined
  const orElse = same === undefined ? undefined : readOrElse(text, same.end)
  const end = orElse?.end ?? found.end
  const sign = same === undefined && word !== undefined ? word.value : (orElse?.sign ?? ('=' as const))
  return { start, end, comparator: { sign, start: found.start, end }, year, yearsBack, change: undefined }
}

/** 持平或改善, 持平或略有下降. */
const readOrElse = (
  text: string,
  at: number,
): { readonly sign: '≥' | '≤'; readonly end: number } | undefined => {
  const match = OR_ELSE.exec(text.slice(at, at + LONGEST_OR_ELSE))
  if (match === null) return undefined
  return { sign: match[1] === undefined ? '≤' : '≥', end: at + match[0].length }
}

const LONGEST_OR_ELSE = 10
const OR_ELSE =
  /^或(?:略有|有所|小幅|稳步|适度|持续)?(?:([提上增改好向优][高升长加善转好化])|[下降减][降低少])/

/** The change measured within a few characters of `from`: 满意度提高5%. */
const findChange = (text: string, from: number): MeasureRead | undefined => {
  for (let i = from; i - from <= WIDEST_GAP; i += 1) {
    const code = text.charCodeAt(i)
    if (isNumeralStart(text, i) || text[i] === '负') {
      const measure = readMeasure(text, i, from, 'text')
      if (measure !== undefined) {
        const change = measure.change ?? changeBefore(text, measure.start, from)
        return change === undefined ? undefined : { ...measure, change }
      }
    }
    if (!isIdeograph(code) && !isBlank(code) && !'≥≤><='.includes(text[i] ?? ' ')) return undefined
  }
  return undefined
}

const skipFillers = (text: string, from: number): number => {
  let at = skipBlanks(text, from)
  for (let count = 0; count < MOST_FILLERS; count += 1) {
    const filler = FILLERS.matchAt(text, at)
    if (filler === undefined) break
    at = skipBlanks(text, filler.end)
  }
  return at
}

/** 多, 少, 高, 低 right before the number: 比上年多10人. */
const changeBefore = (text: string, at: number, floor: number): 'increase' | 'decrease' | undefined => {
  const found = CHANGES.matchBefore(text, skipBlanksBack(text, at, floor), floor)
  if (found === undefined) return undefined
  return found.value === '>' ? 'increase' : 'decrease'
}
