import { isBlank } from '../source/fold.ts'
import { byCharacter } from '../vocabulary/by-character.ts'
import {
  categoriesNamed,
  nearestCategory,
  OF_INVESTMENT,
  SPECIFIC_HEADING,
  UNDER_SATISFACTION,
  VALUE_ENDING,
} from '../vocabulary/categories.ts'
import {
  COMPARATORS_AFTER,
  COMPARATORS_BEFORE,
  type ComparatorSign,
  DAMAGED_SIGNS,
  LEVELS_BEFORE,
  TITLE_MARKS,
} from '../vocabulary/comparators.ts'
import {
  DIRECTIONS,
  FOOTERS,
  PLAN_HEADERS,
  RESULT_HEADERS,
  RESULT_OF_GOAL,
  RESULT_PHRASES,
  type ResultColumn,
  STAGE_HEADERS,
  STANDARDS,
  type StageWord,
  VALUE_KINDS,
} from '../vocabulary/form-words.ts'
import { type ColumnRole, headerWords } from '../vocabulary/headers.ts'
import { pointsEnd, skipBlank, stemsFrom, withLabelsRepaired, wordEnd } from '../vocabulary/heading-words.ts'
import { isQuality } from '../vocabulary/qualities.ts'
import { UNITS } from '../vocabulary/units.ts'

/** What a word of the lexicon is, by its class. */
export interface Senses {
  /** The header of a column or the label of a field. */
  readonly label: ColumnRole
  /** The header of a column of results and explanations. */
  readonly result: ResultColumn
  /** The header of money at a stage. */
  readonly stage: StageWord
  readonly comparator: ComparatorSign
  /** What scanning makes of a comparator. */
  readonly damage: ComparatorSign
  /** 控制在, 达到: in front of a number. */
  readonly level: 'level'
  /** 以上, 以内: behind a number. */
  readonly bound: ComparatorSign
  readonly unit: 'unit'
  /** 预期目标 and 实际完成情况 over the goals of a self-evaluation. */
  readonly plan: 'plan' | 'outcome'
  readonly standard: 'standard'
  readonly valueKind: 'kind'
  readonly direction: 'direction'
  readonly outcome: 'outcome'
  readonly footer: 'footer'
}

export type WordClass = keyof Senses

/** A word of the lexicon in a text. */
export interface Word<Class extends WordClass = WordClass> {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly sense: Senses[Class]
}

/** 产出指标, 数量指标(50分): a heading of indicators. */
export interface CategoryWord {
  readonly start: number
  /** Behind points in brackets. */
  readonly end: number
  readonly level: 1 | 2 | 'either' | 'both'
  /** 指标 or 目标 stands behind the stem. */
  readonly isFull: boolean
  /** One of its characters is not what was meant. */
  readonly isDamaged: boolean
  /** Blanks or line ends stand inside. */
  readonly isBroken: boolean
}

type Entry = readonly [word: string, sense: string]
type Index = (code: number) => readonly Entry[]

/** 每季度1次 */
const FREQUENCIES = '每年 每季度 每季 每月 每周 每日 每天 每半年 每学期 每人 每户 每村'.split(' ')

const all = (list: readonly string[], sense: string): Entry[] => list.map((word) => [word, sense])

const ENTRIES: Readonly<Record<WordClass, () => readonly Entry[]>> = {
  label: () => headerWords(),
  result: () => Object.entries(RESULT_HEADERS).flatMap(([column, list]) => all(list, column)),
  stage: () => STAGE_HEADERS,
  comparator: () => COMPARATORS_BEFORE,
  damage: () => [...DAMAGED_SIGNS, ...TITLE_MARKS],
  level: () => all([...LEVELS_BEFORE.map(([word]) => word), ...FREQUENCIES], 'level'),
  bound: () => COMPARATORS_AFTER,
  unit: () => UNITS.flatMap(({ words }) => all(words.split(' '), 'unit')),
  plan: () => [...all(PLAN_HEADERS, 'plan'), ...all(RESULT_OF_GOAL, 'outcome')],
  standard: () => all(STANDARDS, 'standard'),
  valueKind: () => all(VALUE_KINDS, 'kind'),
  direction: () => all(DIRECTIONS, 'direction'),
  outcome: () => all(RESULT_PHRASES, 'outcome'),
  footer: () => all(FOOTERS, 'footer'),
}

/** Where line ends may break words; values are printed whole. */
const MAY_BE_BROKEN: ReadonlySet<WordClass> = new Set([
  'label',
  'result',
  'stage',
  'plan',
  'footer',
  'standard',
])

/** The words of each class by their first character, longest first. */
const INDICES = Object.fromEntries(
  Object.entries(ENTRIES).map(([kind, entries]) => [kind, byCharacter(entries, ([word]) => word)]),
) as Readonly<Record<WordClass, Index>>

const entriesAt = (kind: WordClass, folded: string, at: number): readonly Entry[] =>
  INDICES[kind](folded.charCodeAt(at))

/**
 * Finds the words of the lexicon at the places of one folded text. Without borders a place may begin several: it says
 * what each could be, and decides nothing. Every answer looks at a bounded stretch only.
 */
export class Lexer {
  readonly folded: string
  /** The same with the labels that scanning damaged repaired. */
  readonly #labels: string
  /** The headings at each place, which the search asks for again and again. */
  readonly #categories = new Map<number, readonly CategoryWord[]>()
  #isOfInvestment: boolean | undefined
  #specificFrom: number | undefined

  constructor(folded: string) {
    this.folded = folded
    this.#labels = withLabelsRepaired(folded)
  }

  /** The words of a class that begin at a place, longest first. */
  words<Class extends WordClass>(kind: Class, at: number): readonly Word<Class>[] {
    const found: Word<Class>[] = []
    for (const entry of entriesAt(kind, this.#textOf(kind), at)) {
      const word = this.#read(kind, entry, at)
      if (word !== undefined) found.push(word)
    }
    return found
  }

  /** The longest word of a class that begins at a place. */
  word<Class extends WordClass>(kind: Class, at: number): Word<Class> | undefined {
    for (const entry of entriesAt(kind, this.#textOf(kind), at)) {
      const word = this.#read(kind, entry, at)
      if (word !== undefined) return word
    }
    return undefined
  }

  #textOf(kind: WordClass): string {
    return kind === 'label' ? this.#labels : this.folded
  }

  #read<Class extends WordClass>(kind: Class, [word, sense]: Entry, at: number): Word<Class> | undefined {
    const folded = this.#textOf(kind)
    const end = MAY_BE_BROKEN.has(kind)
      ? wordEnd(folded, at, word)
      : folded.startsWith(word, at)
        ? at + word.length
        : 0
    return end === 0 ? undefined : { start: at, end, word, sense: sense as Senses[Class] }
  }

  /** The headings of indicators that begin at a place, longest first. */
  categories(at: number): readonly CategoryWord[] {
    let known = this.#categories.get(at)
    if (known === undefined) {
      known = this.#findCategories(at)
      this.#categories.set(at, known)
    }
    return known
  }

  /** The whole heading of indicators that begins at a place, 指标 and all, if one does. */
  heading(at: number): CategoryWord | undefined {
    return this.categories(at).find(({ isFull, isDamaged }) => isFull && !isDamaged)
  }

  #findCategories(at: number): readonly CategoryWord[] {
    const { folded } = this
    const ofForm = this.#categoryOfInvestment(at) ?? this.#specificCategory(at)
    if (ofForm !== undefined) return [ofForm]
    const found: CategoryWord[] = []
    for (const { stem, standsAlone } of stemsFrom(folded.charCodeAt(at))) {
      const stemEnd = wordEnd(folded, at, stem)
      if (stemEnd === 0) continue
      // 满意度(10分): what has points is a heading, with 指标 or without.
      const fullEnd =
        headingTail(folded, stemEnd) ||
        (standsAlone ? withPoints(folded, stemEnd) || valueTail(folded, at, stemEnd) : 0)
      const end = fullEnd || kindEnd(folded, stemEnd)
      if (fullEnd > 0 || standsAlone || end > stemEnd)
        found.push(categoryOf(folded, at, end, `${stem}指标`, fullEnd > 0))
    }
    return found.length > 0 ? found : this.#damagedCategory(at)
  }

  /** A heading of the plan of investments, where the text has both of its headings of level 1. */
  #categoryOfInvestment(at: number): CategoryWord | undefined {
    const { folded } = this
    this.#isOfInvestment ??= OF_INVESTMENT[1].every((stem) => folded.includes(`${stem}指标`))
    if (!this.#isOfInvestment) return undefined
    for (const level of [1, 2] as const)
      for (const stem of OF_INVESTMENT[level]) {
        const end = folded.startsWith(stem, at) ? headingTail(folded, at + stem.length) : 0
        if (end > 0) return plainCategory(at, end, level)
      }
    return undefined
  }

  /** 具体指标 right behind 满意度指标, and wherever it comes again below. */
  #specificCategory(at: number): CategoryWord | undefined {
    const { folded } = this
    if (!folded.startsWith(SPECIFIC_HEADING, at)) return undefined
    if (this.#specificFrom === undefined) {
      const first = UNDER_SATISFACTION.exec(folded)
      this.#specificFrom = first === null ? folded.length : first.index + first[0].length
    }
    return at < this.#specificFrom ? undefined : plainCategory(at, at + SPECIFIC_HEADING.length, 2)
  }

  /** 数里指标: one character off a known heading. */
  #damagedCategory(at: number): readonly CategoryWord[] {
    const { folded } = this
    const tail = folded.slice(at + 2, at + LONGEST_STEM + 2).search(/[指目]标/)
    if (tail < 0) return []
    const stem = folded.slice(at, at + 2 + tail)
    if (folded[at + stem.length + 2] === '值' || !/^[\u4e00-\u9fff]+$/.test(stem)) return []
    if (categoriesNamed(`${stem}指标`).length > 0) return []
    const level = ([2, 1] as const).find((one) => nearestCategory(`${stem}指标`, one) !== undefined)
    if (level === undefined) return []
    const end = pointsEnd(folded, at + stem.length + 2)
    return [{ start: at, end, level, isFull: true, isDamaged: true, isBroken: false }]
  }

  /** Where the unit ends that begins at a place, with its scale and what it is counted by: 万人次, 元/人·月; `at` if none. */
  unitEnds(at: number): readonly number[] {
    const { folded } = this
    const ends: number[] = []
    const scaled = '万亿千百'.includes(folded[at] ?? '-') ? [at + 1, at] : [at]
    for (const from of scaled) {
      for (const { end, word } of this.words('unit', from)) {
        // 个工作日, 个学期
        const counted = word === '个' ? (this.word('unit', end)?.end ?? end) : end
        for (const place of new Set([counted, end])) {
          const whole = this.#perEnd(place)
          if (!ends.includes(whole)) ends.push(whole)
        }
      }
    }
    if (scaled.length > 1 && '万亿'.includes(folded[at] as string) && !ends.includes(at + 1))
      ends.push(at + 1)
    return ends.sort((a, b) => b - a)
  }

  /** 元/人·月: behind the units that a rate counts by. */
  #perEnd(at: number): number {
    let end = at
    for (let count = 0; count < 3 && '/·'.includes(this.folded[end] ?? '-'); count += 1) {
      const per = this.word('unit', end + 1)
      if (per === undefined) break
      end = per.end
    }
    return end
  }

  /** The digits of a number that begins at a place, longest reading: 2,800 and 1.5 and 20; its end, or `at`. */
  numberEnd(at: number): number {
    NUMBER.lastIndex = at
    return NUMBER.test(this.folded) ? NUMBER.lastIndex : at
  }

  /** The end of the longest date or span of time that begins at a place; `at` if none does. */
  dateEnd(at: number): number {
    DATE.lastIndex = at
    const match = DATE.exec(this.folded)
    return match === null || match[0].length < 3 ? at : DATE.lastIndex
  }

  /** The ends of the words that begin at a place and are values by themselves: 健全, 显著提升. */
  qualityEnds(at: number): readonly number[] {
    const ends: number[] = []
    const run = CHINESE.exec(this.folded.slice(at, at + LONGEST_QUALITY))?.[0] ?? ''
    for (let length = run.length; length > 0; length -= 1)
      if (isQuality(run.slice(0, length))) ends.push(at + length)
    for (const { end } of this.words('outcome', at)) if (!ends.includes(end)) ends.push(end)
    return ends
  }
}

const LONGEST_STEM = 10
const LONGEST_QUALITY = 10
const CHINESE = /^[\u4e00-\u9fff]+/
/** 3577. 95万人次: a line end of a narrow cell may stand behind the point. */
const NUMBER =
  /\d{3,12}\.\s\d{1,4}(?=[万亿%‰元])|\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?(?!\d)|\d{1,15}(?:\.\d{1,12})?/y
const POINT = String.raw`(?:每个?月\d{1,2}[日号]|20\d\d\s?年度?(?:\s?\d{1,2}\s?月份?(?:\s?\d{1,2}\s?[日号])?)?|20\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?(?![\d%])|(?:\d{1,2}[-~至])?\d{1,2}\s?月份?(?:\s?\d{1,2}\s?[日号])?|[当本全]年|年(?=[底末初中]))(?:第?[一二三四1-4]季度|[上下]半年)?(?:年?[底末初中]|[上中下]旬)?`
const DATE = new RegExp(
  `(?:每年)?${POINT}(?:[-~至到]{1,2}${POINT})?(?:之?[前后内]|以[前后内]|起)?(?:完成|到位)?`,
  'y',
)

const categoryOf = (
  folded: string,
  start: number,
  end: number,
  name: string,
  isFull: boolean,
): CategoryWord => {
  const entries = categoriesNamed(name)
  const [first] = entries
  const level = entries.length > 1 ? 'both' : (first?.level ?? 2)
  return {
    start,
    end,
    level,
    isFull,
    isDamaged: false,
    isBroken: /\s/.test(folded.slice(start, end).trimEnd()),
  }
}

const plainCategory = (start: number, end: number, level: 1 | 2): CategoryWord => ({
  start,
  end,
  level,
  isFull: true,
  isDamaged: false,
  isBroken: false,
})

/** Behind 产出类, which fills a cell or a line. */
const kindEnd = (folded: string, at: number): number =>
  folded[at] === '类' && isBlank(folded.charCodeAt(at + 1)) ? at + 1 : at

/** Behind 指标 or 目标 and the points of the heading, or 0. */
const headingTail = (folded: string, at: number): number => {
  const kind = skipBlank(folded, at)
  const from = '类性'.includes(folded[kind] ?? '-') ? kind + 1 : at
  const next = skipBlank(folded, from)
  const end = wordEnd(folded, next, '指标') || wordEnd(folded, next, '目标')
  // 可持续影响 指标1:长效管护制度: a heading, and the number of a name.
  const isNumber = next > from && NAME_NUMBER.test(folded.slice(end, end + 4))
  return end === 0 || isNumber ? 0 : pointsEnd(folded, end)
}

const NAME_NUMBER = /^\d{1,2}\s?:/

/** Behind 产出值 in a line of its own, or 0. */
const valueTail = (folded: string, start: number, at: number): number => {
  const isLine = (start === 0 || folded[start - 1] === '\n') && (folded[at + 1] ?? '\n') === '\n'
  return isLine && folded[at] === VALUE_ENDING ? at + 1 : 0
}

/** Behind points in brackets, or 0. */
const withPoints = (folded: string, at: number): number => {
  if (folded[skipBlank(folded, at)] !== '(') return 0
  const length = POINTS.exec(folded.slice(at, at + LONGEST_POINTS))?.[0].length ?? 0
  return length === 0 ? 0 : at + length
}

const LONGEST_POINTS = 12
const POINTS = /^\s?\(\s?\d[\d.]*\s?分\s?\)/

/** The next place that is no blank. */
export const skipBlanks = (folded: string, at: number): number => {
  let next = at
  while (isBlank(folded.charCodeAt(next))) next += 1
  return next
}

/** Whether one of some lists has just these words. */
export const isListed = (words: string, ...kinds: readonly WordClass[]): boolean => {
  const lexer = new Lexer(words)
  return kinds.some((kind) => lexer.word(kind, 0)?.end === words.length)
}

/** Whether words are a header or a label that a list has. */
export const isListedHeader = (words: string): boolean => isListed(words, 'label', 'result', 'stage', 'plan')
