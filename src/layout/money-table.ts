import { groupBy } from '../collect.ts'
import type { DraftFunding, DraftMoney } from '../model/draft.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  isMainSpending,
  isOfLevelOfState,
  isSpending,
  isSumWord,
  type MoneyStage,
  moneyStage,
} from '../vocabulary/money-words.ts'
import type { Label } from './labels.ts'
import { markLength, markStyle } from './text/lines.ts'
import { bare } from './words-of.ts'

/** One cell of money with the words in front of it and above it, whichever are printed. */
export interface MoneyEntry {
  readonly left: Label | undefined
  readonly above: Label | undefined
  /** The part that stands over the words above: 基本支出 over 财政拨款. */
  readonly over?: Label | undefined
  readonly text: SpannedText
}

/** The money of a project: what is planned, its parts, and everything else that the table prints. */
export interface Money {
  readonly amount: SpannedText | undefined
  readonly funding: readonly DraftFunding[]
  readonly others: readonly DraftMoney[]
  /** The label of the planned amount. */
  readonly label: Label | undefined
}

/** What the words over and beside a cell say of it, taken together. */
interface Meaning {
  readonly entry: MoneyEntry
  readonly stage: MoneyStage | undefined
  /** The words that say the stage. */
  readonly stageLabel: Label | undefined
  /** 财政拨款, 甲村: what the money is a part of or for; undefined for the whole. */
  readonly part: Label | undefined
  /** The part is one of another part: its row and its column both name one. */
  readonly isInner: boolean
  readonly term: Label['term']
}

/**
 * What is planned among the cells of a table of money (source × stage: 年初预算数, 全年预算数, 全年执行数; × part, ×
 * district), or among labelled fields. The adjusted budget counts before the opening one, the year before the
 * whole term, and no money that was spent is planned.
 */
export const resolveMoney = (entries: readonly MoneyEntry[]): Money => {
  const stages = new Set(entries.flatMap(({ above }) => (above === undefined ? [] : (stageOf(above) ?? []))))
  // 年初预算数, 全年执行数, 自打分: beside columns of stages, one that no word tells is of another stage, not of a part.
  const isStaged = stages.size > 1
  const meanings = withSums(
    withRates(withWholes(withOneWhole(entries.map((entry) => meaningOf(entry, isStaged))))),
  )
  const wholes = meanings.filter(({ part, stage }) => part === undefined && isPlanned(stage))
  const [best] = [...wholes].sort((a, b) => rankOf(b) - rankOf(a))
  const isOfBest = ({ stage, term }: Meaning): boolean =>
    isPlanned(stage) &&
    (best === undefined ||
      ((stage === best.stage || stage === undefined || best.stage === undefined) &&
        (term === undefined || best.term === undefined || term === best.term)))
  const ofBest = meanings
    .slice(0, best === undefined ? meanings.length : endOfTable(meanings, best))
    .filter((one) => !isOfOtherColumn(one, best, meanings))
  const own = ofBest.filter((one) => one.part !== undefined && !one.isInner && isOfBest(one))
  const divided = divisionOf(inOneColumn(own, best), best)
  const parts = withoutSpending(divided, best)
  // 省级补助 1763, 县级配套 and 其他 with nothing: what the only source gives is all, also behind a whole of 0 in its row, which nobody worked out.
  const given = parts.filter(({ entry }) => numberIn(entry.text) !== 0n)
  const only = given.length === 1 ? given[0] : undefined
  const isInRow = only !== undefined && only.part === only.entry.above && only.entry.left === best?.entry.left
  const isWorkedOut = best !== undefined && !(isInRow && numberIn(best.entry.text) === 0n)
  const whole = isWorkedOut ? best : only
  const rest = meanings.filter((one) => !(isWorkedOut && one === best) && !parts.includes(one))
  return {
    amount: whole?.entry.text,
    label: isWorkedOut ? (best.stageLabel ?? best.entry.left ?? best.entry.above) : undefined,
    funding: fundingOf(parts),
    others: rest.map(moneyOf),
  }
}

/** Whether money stands neither in the row of the whole nor in its column, but under a sum of its own: that of a district. */
const isOfOtherColumn = (
  { entry }: Meaning,
  best: Meaning | undefined,
  meanings: readonly Meaning[],
): boolean =>
  best?.entry.above !== undefined &&
  entry.above !== undefined &&
  entry.above !== best.entry.above &&
  entry.left !== best.entry.left &&
  meanings.some(({ entry: other }) => other.left === best.entry.left && other.above === entry.above)

/** Of several columns that say of each part what it comes to, all in all and by source, the one that makes the whole, or the first. */
const inOneColumn = (parts: readonly Meaning[], whole: Meaning | undefined): readonly Meaning[] => {
  const inRows = parts.filter(({ part, entry: { left, above } }) => part === left && above !== undefined)
  // The next page prints the header again.
  const columns: readonly (readonly Meaning[])[] = [
    ...groupBy(inRows, ({ entry: { above } }) => wordsOf(above as Label)).values(),
  ]
  const [own] = [...columns.filter((column) => sumOf(column) === amountOf(whole)), ...columns]
  const isOne = columns.every(({ length }) => length === own?.length)
  return isOne ? parts.filter((one) => !inRows.includes(one) || own?.includes(one) === true) : parts
}

/**
 * The parts that divide the money once, where a table divides it twice: sources in columns beside what is paid for in
 * rows, or the whole term beside the year (其中:财政拨款, 其中:当年财政拨款), whose own parts are those.
 */
const divisionOf = (parts: readonly Meaning[], whole: Meaning | undefined): readonly Meaning[] => {
  const beside = parts.filter(({ entry: { above } }) => above === undefined)
  // What is spent on comes to the whole, of which the sources in another table are those of one year.
  if (beside.length > 1 && sumOf(beside) === amountOf(whole)) return beside
  const [rows, columns] = [
    parts.filter(({ part, entry: { left, above } }) => part === left && above !== undefined),
    parts.filter(({ part, entry: { left, above } }) => part === above && left !== undefined),
  ]
  if (rows.length > 0 && columns.length > 0) {
    const areSources = (some: readonly Meaning[]): boolean =>
      some.some(({ part }) => part?.role === 'funding')
    const others = new Set(areSources(rows) && !areSources(columns) ? columns : rows)
    return parts.filter((one) => !others.has(one))
  }
  // 金额 over the details of one part, below the parts beside their labels.
  const isAll = beside.length > 1 || (beside.length === 1 && sumOf(beside) === amountOf(whole))
  if (isAll && beside.length < parts.length && beside.every((one, i) => one === parts[i])) return beside
  const names = new Set(parts.map(({ part }) => wordsOf(part as Label)))
  const ofYear = new Set([...names].filter((name) => YEAR.test(name) && names.has(name.replace(YEAR, ''))))
  const wholeTerm = new Set([...ofYear].map((name) => name.replace(YEAR, '')))
  return parts.filter(({ part }) => !wholeTerm.has(wordsOf(part as Label)))
}

const YEAR = /年度|当年|本年/

/**
 * The sources of the money alone, where what a department spends it on stands beside them (基本支出, 项目支出) and either of
 * both is the whole, or both are the same.
 */
const withoutSpending = (parts: readonly Meaning[], whole: Meaning | undefined): readonly Meaning[] => {
  const sources = parts.filter(({ part }) => !isSpending(wordsOf(part as Label)))
  const isOutline = itemsIn(parts.map(({ part }) => part)).size > 0
  if (sources.length === 0 || sources.length === parts.length || isOutline) return parts
  const spending = parts.filter((one) => !sources.includes(one))
  // 其中:信息采集服务费 below 项目支出 is a part of what is spent.
  const [main, inner] = [
    sources.filter(({ part }) => part?.isPart !== true),
    sources.filter(({ part }) => part?.isPart),
  ]
  const isInner = inner.length > 0 && main.length > 0 && sumOf(inner) <= sumOf(spending)
  const spent = sumOf(spending)
  const total = whole === undefined ? undefined : sumOf([whole])
  const isAll = (some: readonly Meaning[]): boolean => [spent, total].includes(sumOf(some))
  if (isAll(sources)) return sources
  if (isInner && isAll(main)) return main
  return spent === total ? sources : parts
}

const sumOf = (some: readonly Meaning[]): bigint => some.reduce((sum, one) => sum + amountOf(one), 0n)

/** The number in a cell; 0 where there is none. */
const amountOf = (one: Meaning | undefined): bigint =>
  one === undefined ? 0n : (numberIn(one.entry.text) ?? 0n)

/** Where another table of the same money begins, which divides it in another way: by source, and by what is bought. */
const endOfTable = (meanings: readonly Meaning[], best: Meaning): number => {
  const at = meanings.indexOf(best)
  const isAgain = ({ part, stage, entry }: Meaning, i: number): boolean =>
    i > at + 1 &&
    part === undefined &&
    stage === best.stage &&
    entry.above !== undefined &&
    entry.left !== undefined &&
    isSumWord(entry.left.text.meaning) &&
    numberIn(entry.text) === numberIn(best.entry.text)
  const end = meanings.findIndex(isAgain)
  return end < 0 ? meanings.length : end
}

/**
 * 资金总额 1260 over 申请市财政资金 800, 单位自筹 300 and 其他 160: of labelled fields that all name a whole, the first is it where the
 * others, with the sources beside them, add up to it.
 */
const withOneWhole = (meanings: readonly Meaning[]): readonly Meaning[] => {
  const planned = meanings.filter(({ stage, entry }) => isPlanned(stage) && entry.above === undefined)
  const [first, ...others] = planned
  const isWholeOf =
    first?.part === undefined &&
    others.some(({ part }) => part === undefined) &&
    others.some(({ part }) => part !== undefined)
  const given = others.filter((one) => amountOf(one) > 0n)
  if (!isWholeOf || given.length < 2 || sumOf(given) !== amountOf(first)) return meanings
  return meanings.map((one) =>
    others.includes(one) ? { ...one, part: one.entry.left, stage: undefined } : one,
  )
}

/** Where no word says which row is the whole, the first is that the others add up to, or that stands alone. */
const withWholes = (meanings: readonly Meaning[]): readonly Meaning[] => {
  if (meanings.some(({ part, stage }) => part === undefined && isPlanned(stage))) return meanings
  const columns = groupBy(meanings, ({ entry }) => entry.above)
  const wholes = new Set<Meaning>()
  // One row of cells: the whole is the one that the others add up to.
  if (meanings.length > 1 && [...columns.values()].every(({ length }) => length === 1)) {
    const planned = meanings.filter(({ stage }) => isPlanned(stage))
    const sum = sumOf(planned)
    const whole = planned.find(({ entry }) => (numberIn(entry.text) ?? -1n) * 2n === sum)
    if (planned.length > 1) return meanings.map((one) => (one === whole ? { ...one, part: undefined } : one))
  }
  for (const [above, [first, ...others]] of columns) {
    if (above === undefined) continue
    const items = itemsIn(others.map(({ part }) => part))
    const parts = others.filter(({ part }) => !items.has(part))
    if (parts.length === 0 || amountOf(first) === sumOf(parts)) wholes.add(first)
  }
  return meanings.map((one) => (wholes.has(one) ? { ...one, part: undefined } : one))
}

/**
 * The column that the printed rates are of is the planned one, where words don't tell it: 200 | 210 | 207.9 | 99%. The
 * others of budgets are those of the beginning.
 */
const withRates = (meanings: readonly Meaning[]): readonly Meaning[] => {
  const rates = meanings.filter(({ stage, entry }) => stage === 'rate' && entry.left !== undefined)
  const besides = rates.map((rate) => meanings.filter(({ entry }) => entry.left === rate.entry.left))
  const columns = new Set(
    besides.flatMap((row) => row.filter(({ stage }) => isBudget(stage)).map(({ entry }) => entry.above)),
  )
  const fitting = [...columns].filter((above) => {
    const fits = besides.map((row, i) => fitsRate(row, above, (rates[i] as Meaning).entry.text))
    return fits.includes(true) && !fits.includes(false)
  })
  const [planned, ...others] = fitting
  if (planned === undefined || others.length > 0 || columns.size < 2) return meanings
  // Where words tell 年初预算数 from 全年预算数, a rate of the first is wrong.
  const stages = new Set(meanings.map(({ stage }) => stage))
  if (stages.has('initial') && stages.has('planned')) return meanings
  return meanings.map((one) => {
    if (one.entry.above === planned) return { ...one, stage: 'planned', stageLabel: planned }
    return columns.has(one.entry.above) && one.stage === 'planned' ? { ...one, stage: 'initial' } : one
  })
}

/** Whether money may be that of a budget: no word says that it was spent. */
const isBudget = (stage: MoneyStage | undefined): boolean => isPlanned(stage) || stage === 'other'

/** Whether a rate of a row is what was spent of the money in a column; `undefined` for no money. */
const fitsRate = (
  row: readonly Meaning[],
  above: Label | undefined,
  rate: SpannedText,
): boolean | undefined =>
  isRateOf(
    rate.meaning,
    amountOf(row.find(({ entry }) => entry.above === above)),
    amountOf(row.find(({ stage }) => stage === 'executed')),
  )

/** Whether a printed rate is what was spent of a whole, to half of its last digit; `undefined` for no rate and no money. */
export const isRateOf = (rate: string | undefined, whole: bigint, spent: bigint): boolean | undefined => {
  const printed = /^(\d+)(?:\.(\d{1,4}))?%?$/.exec(rate ?? '')
  if (printed === null || whole <= 0n) return undefined
  const [, units = '', decimals = ''] = printed
  const scale = 10n ** BigInt(decimals.length)
  return distance(spent * 100n * scale, BigInt(units + decimals) * whole) * 2n <= whole
}

/** How far two numbers are apart. */
export const distance = (one: bigint, other: bigint): bigint => (one > other ? one - other : other - one)

/**
 * A last row that is the sum of those above it in each of several columns is the whole, and they are its parts, whatever its
 * words: 第一批, 第二批, 全年累计.
 */
const withSums = (meanings: readonly Meaning[]): readonly Meaning[] => {
  const rows = [...new Set(meanings.map(({ entry }) => entry.left))]
  const last = rows.at(-1)
  const columns = [...new Set(meanings.map(({ entry }) => entry.above))]
  if (last === undefined || rows.includes(undefined) || rows.length < 3 || columns.length < 2) return meanings
  const addsUp = (above: Label | undefined): boolean => {
    const own = meanings.filter(({ entry, stage }) => entry.above === above && isPlanned(stage))
    const sum = own.find(({ entry }) => entry.left === last)
    const all = sumOf(own)
    return own.length >= 3 && sum !== undefined && all > 0n && amountOf(sum) * 2n === all
  }
  if (!columns.every(addsUp)) return meanings
  const values = meanings.filter(({ entry }) => entry.left === last)
  const total = sumOf(values)
  const widest = values.find((one) => amountOf(one) * 2n === total)
  if (widest === undefined) return meanings
  return meanings.map((one) => {
    const { left, above } = one.entry
    if (one === widest) return { ...one, part: undefined, stage: undefined }
    if (left !== last) return { ...one, part: left, stage: undefined, isInner: above !== widest.entry.above }
    return { ...one, part: above, stage: undefined, isInner: false }
  })
}

/** A printed number in units of its sixth decimal, exact. */
export const numberIn = (text: SpannedText): bigint | undefined => exactIn(text.folded)

export const exactIn = (printed: string): bigint | undefined => {
  const found = /^-?(\d+)(?:\.(\d{1,6}))?/.exec(printed.replace(/[,\s]/g, ''))
  return found === null ? undefined : BigInt((found[1] as string) + (found[2] ?? '').padEnd(6, '0'))
}

/** Whether money of a stage is planned: nothing said, the opening budget or the adjusted one. */
const isPlanned = (stage: MoneyStage | undefined): boolean =>
  stage === undefined || stage === 'planned' || stage === 'initial'

const meaningOf = (entry: MoneyEntry, isStaged: boolean): Meaning => {
  const { left, above, over } = entry
  const labels = [over, above, left].filter((label) => label !== undefined)
  const isUntold =
    isStaged &&
    left !== undefined &&
    above?.role === 'other' &&
    stageOf(above) === undefined &&
    !isWhole(above)
  const staged = isUntold ? above : labels.find((label) => stageOf(label) !== undefined)
  const parts = labels.filter((label) => label.role === 'funding' || (label !== staged && !isWhole(label)))
  return {
    entry,
    stage: isUntold ? 'other' : staged === undefined ? undefined : stageOf(staged),
    stageLabel: staged,
    part: parts.find((label) => label === left) ?? parts[0],
    isInner: parts.length > 1,
    term: left?.term ?? above?.term,
  }
}

const stageOf = (label: Label): MoneyStage | undefined => {
  switch (label.role) {
    case 'executed':
    case 'rate':
    case 'weight':
    case 'score':
      return label.role
    case 'funding':
      return undefined
    default:
      // What is numbered is an item that is paid for, unless it is called a number: 2.案件执行, but 2.全年执行数.
      return markLength(label.text.folded) > 0 && !/[数额率]$/.test(wordsOf(label))
        ? undefined
        : moneyStage(label.text.meaning)
  }
}

/** 资金总额, 合计, 预算数: the whole, and no part of it. */
const isWhole = (label: Label): boolean =>
  label.role === 'amount' || label.role === 'name' || isSumWord(label.text.meaning)

const wordsOf = ({ text }: Label): string => bare(text)

const rankOf = ({ entry: { left, above }, stage, term }: Meaning): number => {
  const names = [left, above].map((label) => (label === undefined ? '' : wordsOf(label))).join()
  // 小计 of 本年收入 is a part of 收入合计, though that names no year.
  const isLess = term === 'long-term' || /总投资|,小计$/.test(names)
  const year = isLess ? 0 : YEAR.test(names) ? 3 : /总额|合计/.test(names) ? 2 : 1
  return (stage === 'initial' ? 0 : 10) + (stage === 'planned' ? 3 : 0) + year * 2
}

/**
 * The items of an outline below its headings, by how they are numbered: 1.工资福利支出 below 一、基本支出. A list that is numbered
 * in one way has none.
 */
const itemsIn = (labels: readonly (Label | undefined)[]): ReadonlySet<Label | undefined> => {
  const items = new Set<Label | undefined>()
  let top = ''
  let isHeading = false
  let isListed = false
  for (const label of labels) {
    const words = label?.text.folded ?? ''
    const style = markStyle(words)
    if (style === '') continue
    if (top === '') top = style
    if (style === top) isHeading = true
    else {
      if (isHeading) isListed = FIRST.test(words)
      isHeading = false
      if (isListed) items.add(label)
    }
  }
  return items
}

/** The first number of a list. */
const FIRST = /^[(第]?(?:[1一](?![\d一二三四五六七八九十])|[①⑴⒈㈠])/

const fundingOf = (parts: readonly Meaning[]): readonly DraftFunding[] => {
  const items = itemsIn(parts.map(({ part }) => part))
  let isInPart = false
  /** Whether 基本支出, with which 项目支出 stands, is in a part; `undefined` where there is none yet. */
  let isMainInPart: boolean | undefined
  return parts.map(({ part, entry }, i) => {
    const label = part as Label
    const before = parts[i - 1]
    // 其中 behind the total begins its parts; behind a part, the parts of that, unless they are more than it and no 其中:中央.
    const isPartOfLast =
      label.isPart &&
      before !== undefined &&
      (!isMore(entry.text, before.entry.text) || isOfLevelOfState(wordsOf(label)))
    const isMain = isMainSpending(wordsOf(label))
    // 其中:财政拨款 right behind 项目支出 is of that.
    const isOfMain = isPartOfLast && !isInPart && isMainSpending(wordsOf(before?.part as Label))
    if (isMain && isMainInPart !== undefined) isInPart = isMainInPart
    else isInPart = isOfMain || ((isInPart || isPartOfLast) && !STANDS_ALONE.test(label.text.folded))
    if (isMain) isMainInPart ??= isInPart
    return { name: withoutColon(label.text), amount: entry.text, level: isInPart || items.has(part) ? 2 : 1 }
  })
}

const isMore = (one: SpannedText, other: SpannedText): boolean => {
  const [left, right] = [numberIn(one), numberIn(other)]
  return left !== undefined && right !== undefined && left > right
}

const moneyOf = ({ entry, stage, stageLabel, part }: Meaning): DraftMoney => {
  const { left, above, text } = entry
  const label = (stageLabel ?? above ?? left) as Label
  const source = part ?? (label === left ? above : left)
  return {
    source: source === undefined ? undefined : withoutColon(source.text),
    label: withoutColon(label.text),
    stage: stage ?? 'other',
    text,
  }
}

const withoutColon = (label: SpannedText): SpannedText =>
  label.folded.endsWith(':') ? label.slice(0, label.length - 1).trim() : label

/** Funds that are never a part of another one. */
const STANDS_ALONE = /其[他它]|自有|自筹|单位资金|专户|政府性基金|国有资本|事业|社会|财政拨款|贷款|地方|结转/
