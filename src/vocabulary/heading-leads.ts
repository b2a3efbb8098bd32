import { categoriesNamed, levelOneOf } from './categories.ts'
import { hintsOf } from './header-hints.ts'
import { headerRole } from './headers.ts'
import { endsAsValue, gluedQualityLength, isQuality, isSaidOfName } from './qualities.ts'
import { goesOnWithItem } from './run-in-words.ts'

/** Words that some mark sets off in front of or in a line over something else: a heading, if others that stand so are. */
export interface Lead {
  /** Before the number of a list in front of it. */
  readonly from: number
  /** Before its marks or its word, behind the number of a list. */
  readonly start: number
  /** Behind the marks that set it off. */
  readonly end: number
  readonly name: Words
  /** What the name says. */
  readonly word: string
  /** 产出指标 of 【产出指标-任务量】. */
  readonly above: Words | undefined
  /** All that it shows but its words: what stands in front of and behind them, and whether it has a line of its own. */
  readonly mark: string
  /** 【: it sets off by itself. */
  readonly isBracketed: boolean
  readonly isAlone: boolean
  /** The level that its own words say. */
  readonly known: 1 | 2 | 'either' | undefined
  /** All its words are known, those above as well. */
  readonly isListed: boolean
  /** A name with its value stands right behind it. */
  readonly hasItem: boolean
  /** That value is a limit. */
  readonly hasLimit: boolean
  /** The next one stands in the next line, with nothing between. */
  readonly isOverNext: boolean
}

/** A stretch of the text. */
export interface Words {
  readonly start: number
  readonly end: number
}

/** Where a heading may begin. */
const PLACE = /(?<=^|[\n;。])(?!【)|(?=【)|(?<=:)(?= ?[(①\d])/g
const LONGEST = 40

/** All of a folded text but those whose words say that they are something else. */
export const leadsIn = (folded: string): readonly Lead[] => {
  const leads: Lead[] = []
  for (const { index } of folded.matchAll(PLACE)) {
    const words = folded.slice(index, index + LONGEST)
    const number = NUMBER.exec(words)?.[0] ?? ''
    const last = leads.at(-1)
    if (index + number.length < (last?.end ?? 0)) continue
    const lead = leadAt(folded, index, number, words.slice(number.length))
    if (lead === undefined) continue
    if (last?.isAlone === true && folded.slice(last.end, index).trim() === '')
      leads[leads.length - 1] = { ...last, isOverNext: true }
    leads.push(lead)
  }
  return leads
}

/** The number or the bullet of a list in front of a heading or a name. */
const NUMBER =
  /^\s*(?:(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、](?!\d)|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\.(?!\d)|[①-⑳★☆●○■□◆◇▲△※•·]|[-+](?=[^\S\n])|指标\d{1,2}[:.、]?)\s*)?/
const HAN = '[\\u4e00-\\u9fff]'
const OPEN = '[【\\[(〔「『《<]'
const CLOSE = '[】\\])〕」』》>]'
const FRONT = `(?:[-~=+*#>§◎►▶➢➤❖✦√]{1,4} ?)?${OPEN}? ?`
const BEHIND = ` ?${CLOSE}?(?: ?\\(\\d[\\d.]*分?\\))? ?(?::|[-~=+*#]{1,4})?`
const SHAPES = [
  // 【产出指标-任务量】, [产出指标][规模], 产出指标/投资额:, 投入(成本):
  new RegExp(
    `^(${FRONT})(${HAN}{1,10})( ?(?:[-/·>|]{1,2}|${CLOSE} ?${OPEN}|\\() ?)(${HAN}{1,10})(${BEHIND})`,
  ),
  // 【任务量】, 工作量:, --产出--, 效益
  new RegExp(`^(${FRONT})(${HAN}{1,10})()()(${BEHIND})`),
]

/** What stands at a place in one of the shapes, from the first mark to the last. */
interface Shape {
  readonly front: string
  readonly first: string
  readonly joint: string
  readonly second: string
  readonly behind: string
}

const shapesOf = (words: string): readonly Shape[] =>
  SHAPES.flatMap((pattern) => {
    const [, front = '', first = '', joint = '', second = '', behind = ''] = pattern.exec(words) ?? []
    return first === '' ? [] : [{ front, first, joint, second, behind: behind.trimEnd() }]
  })

const leadAt = (folded: string, from: number, number: string, words: string): Lead | undefined => {
  const start = from + number.length
  for (const shape of shapesOf(words)) {
    const { front, first, joint, second, behind } = shape
    const outer = { start: start + front.length, end: start + front.length + first.length }
    const inner = { start: outer.end + joint.length, end: outer.end + joint.length + second.length }
    const end = inner.end + behind.length
    const isAlone = /^[^\S\n]*(?:\n|$)/.test(folded.slice(end, end + LONGEST))
    if (!isSetOff(shape, isAlone)) continue
    const isDouble = joint !== ''
    const name = isDouble ? inner : outer
    const word = folded.slice(name.start, name.end)
    const known = levelNamed(word)
    if (known === undefined && (isSomethingElse(word) || (isAlone && isSaid(word)))) return undefined
    const opening = `${kindOfNumber(number)}${front.trim()}`
    const item = isAlone ? itemBelow(folded, end, opening) : itemAt(folded, end)
    return {
      from,
      start,
      end,
      name,
      word,
      above: isDouble ? outer : undefined,
      mark: `${opening}_${joint.trim()}_${behind.replace(POINTS, '').trim()}${isAlone ? '$' : ''}`,
      isBracketed: /[【[]\s?$/.test(front),
      isAlone,
      known,
      isListed: known !== undefined && (!isDouble || levelNamed(first) !== undefined),
      hasItem: item !== '',
      hasLimit: LIMIT.test(item),
      isOverNext: false,
    }
  }
  return undefined
}

/** 绩效目标:, 全年目标任务: and 备注: say of what follows that it is something else. */
const isSomethingElse = (word: string): boolean =>
  headerRole(word) !== undefined ||
  NOTE.test(word) ||
  goesOnWithItem(word) ||
  (hintsOf(word).get('goal') ?? 0) > SAYS_GOAL

/** 目标 and 任务 in one label say so; one of them may stand in any heading. */
const SAYS_GOAL = 2

const NOTE = /^附?注$|如下$/

/** 有效减轻, behind the name of an indicator. */
const isSaid = (word: string): boolean => isQuality(word) || isSaidOfName(word)
const POINTS = /\(\d[\d.]*分?\)/

/** (一) and (二) are of one kind, and so are ① and ②. */
const kindOfNumber = (number: string): string =>
  number
    .trim()
    .replace(/[一二三四五六七八九十]{1,3}/, '一')
    .replace(/\d{1,2}/, '1')
    .replace(/[①-⑳]/, '①')

/** Whether something sets words off: brackets around them, or a mark or the end of the line behind. */
const isSetOff = ({ front, joint, behind }: Shape, isAlone: boolean): boolean => {
  const opens = OPENS.test(front)
  const closes = CLOSES.test(behind)
  const isMarked = /[:-]$/.test(behind) || isAlone
  // 投入(成本):
  if (joint.trim() === '(' && !opens) return closes && isMarked
  return opens === closes && (opens || isMarked)
}

const OPENS = new RegExp(`${OPEN} ?$`)
const CLOSES = new RegExp(`^ ?${CLOSE}`)

/** 满意度指标 is of level 1 on some forms and of level 2 on others. */
const levelNamed = (word: string): Lead['known'] => {
  const [first, ...others] = categoriesNamed(word).map(({ id, level }) =>
    levelOneOf(id) === 'satisfaction' ? 'either' : level,
  )
  return others.every((level) => level === first) ? first : 'either'
}

/** The name with its value that stands at a place, up to the mark behind it; blank where something else does. */
const itemAt = (folded: string, at: number): string => {
  const rest = folded.slice(at, at + LONGEST_ITEM)
  const begin = NUMBER.exec(rest)?.[0].length ?? 0
  return asItem(/^(?:[^;。,【\n]|,(?=\s?[≥≤<>=\d]))*/.exec(rest.slice(begin))?.[0] ?? '')
}

/** The same of the next line, which doesn't begin as the line above it does: no mark of items is that of headings. */
const itemBelow = (folded: string, end: number, opening: string): string => {
  const [, line = ''] = /^\s*(\S[^\n]*)/.exec(folded.slice(end, end + 2 * LONGEST_ITEM)) ?? []
  const number = NUMBER.exec(line)?.[0] ?? ''
  const marks = /^[-~=+*#>§◎►▶➢➤❖✦√【[(〔「『《<]*/.exec(line.slice(number.length))?.[0] ?? ''
  if (`${kindOfNumber(number)}${marks}` === opening) return ''
  const item = line.slice(number.length + marks.length).replace(/(?<![;。,、\s])[;。,、\s]+$/, '')
  const [, last = ''] = /[:,(\s-]([^:,(\s-]+)\)?$/.exec(item) ?? []
  return ITEM.test(item) && isSaid(last) ? item : asItem(item)
}

/** Words, if they are a name with its value; blank for others. */
export const asItem = (words: string): string => {
  const item = words.replace(/(?<![\s)])[\s)]+$/, '')
  if (DEADLINE.test(item)) return item
  const isValued = endsAsValue(item) || gluedQualityLength(item) > 0
  return ITEM.test(item) && !VALUE.test(item) && !isQuality(item) && isValued ? item : ''
}

const LONGEST_ITEM = 60
/** 9月1日前装好: a date and what is to be done by it. */
const DEADLINE =
  /^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末中])?(?:之?前)?(?![底末中之前])[\u4e00-\u9fff]{2,8}$/
const ITEM = /^[\u4e00-\u9fff]{2}/
/** 每月1次, 不超过1起, 控制在5万元以内: words that a value begins with. */
const VALUE =
  /^(?:每[^\d≥≤<>=]{0,4}(?=\d)|达到?|不|控制|当[年月日]|[自按约超近至较比]|同比|(?:全年|年均)(?![\u4e00-\u9fff]{5}))[^≥≤<>=:()]*\d/
const LIMIT = /[≥≤<>]|不[高低少多小大]于|不超过|以[上下内]/
