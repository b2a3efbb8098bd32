import { rememberText } from '../remember.ts'
import { BARE_POINTS, categoriesNamed, twoHeadings } from './categories.ts'
import { AGENCY_NAME, headerRole } from './headers.ts'
import { ownHeadings } from './own-headings.ts'
import { endsAsName, isQuality, isSaidOfName, isUnsaidQuality, NOT_APPLICABLE } from './qualities.ts'
import { dimensionOfWord } from './units.ts'

/** What the text of a cell is by itself, whatever stands over or beside it. */
export type CellKind =
  | 'level-one'
  | 'level-two'
  /** 满意度指标, 成本指标: level 1 on some forms and level 2 on others. */
  | 'either-level'
  | 'comparator'
  /** 定量, 定性. */
  | 'nature'
  | 'direction'
  /** Digits alone. */
  | 'number'
  /** A number with its unit or sign: ≥40人, 12.5万元. */
  | 'measure'
  | 'share'
  | 'date'
  | 'quality'
  | 'unit'
  /** 无, /, 不涉及. */
  | 'none'
  /** 计划标准, 历史标准. */
  | 'standard'
  | 'organisation'
  /** Headings with indicators behind them. */
  | 'outline'
  | 'sentence'
  /** Words that end as names of indicators do. */
  | 'name'
  | 'words'

const LONGEST_VALUE = 24
/** Also behind the code that a budget system prints in front of a sign (SYS): 004 ≥. */
const COMPARATOR =
  /^(?:(?:0\d{1,3}\s?)?[≥≤<>=]{1,2}|大于(?:或|或者)?等于|小于(?:或|或者)?等于|等于|大于|小于|不[高低少多小大]于|不超过|至少|最多)$/
const NATURE = /^(?:定[量性](?:指标)?|[量数]化)$/
const DIRECTION = /^[正反负逆]向(?:指标)?$/
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const SHARE = /^[≥≤<>=]{0,2}\s*\d+(?:\.\d+)?\s*(?:%|‰|百分[比点])(?:及?以[上下内]|左右)?$/
const SIGNED =
  /^(?:[≥≤<>=]{1,2}|不[高低少多小大]于|不超过?|大于等于|小于等于|大于|小于|等于|至少|最多|约|近|超过?|控制在|达到?)\s*[\d.,]+.{0,8}$/
/** 40人, 12.5万元; 2023年安排 and 6月底已支 are none. */
const COUNTED =
  /^(?!(?:20\d{2}年|\d{1,2}月(?!龄))[\u4e00-\u9fff]{2})[\d.,]+(?:[-~至][\d.,]+)?\s?[十百千万亿余多]{0,3}(?:[A-Za-z%‰℃㎡]{1,3}|[\u4e00-\u9fff]{1,4})(?:[/·每][\u4e00-\u9fff]{1,3}){0,2}(?:及?以[上下内]|左右|内)?$/
/** 较上年提高5%, 缩短至3个工作日: words that end in a number with its unit. */
const CHANGED = /^[\u4e00-\u9fff]{2,10}[\d.]+(?:%|‰|个?百分点|[\u4e00-\u9fff]{1,4})$/
/** ①: the number of an item that nobody filled in. */
const BARE_MARK = /^[①-⑳]$/
/** 2-15: the unit stands in a column of its own, or in the name. */
const RANGE = /^[\d.]+[-~至][\d.]+$/
/** 每亩300: a price whose unit of count stands in front. */
const PRICED = /^每[\u4e00-\u9fff]{1,3}(?:每[\u4e00-\u9fff]{1,3})?[\d.,]+(?:[百千万亿]?元)?$/
/** ≥2021年实际值, 不低于上年水平. */
const BASELINE =
  /^(?:不[高低少多大小]于|不超过|优于|达到|高于|低于|较|比|同比|[≥≤<>=]+)\s*(?:上一?年|去年|往年|前年|同期|基期|20\d{2}年?(?!\d*[.-]))/
const DATE =
  /^(?:每年|于|截至|截止)?(?:20\d{2}\s*[年./-]|\d{1,2}月|每[月季周](?=\d{1,2}日前))[\d\s年月日./~至底末前后初-]{0,24}(?:之?前|以前|底前?|内)?(?:完成|到位)?$/
const STANDARD = /^(?:计划|历史|行业|预算|其他|国家|地方)(?:标准|支出标准)$/
const BARE = '(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|满意度)'
/** Headings with 指标 anywhere, two joined in front of a colon, and bare ones that a number or a semicolon sets off. */
const OUTLINE = new RegExp(
  `(?:产出|效益|数量|质量|时效|成本|满意度|影响)(?:指标|目标)|(?:产出|效益|满意度)[-·/]${BARE}(?=:)|[)、.]\\s*(?:产出|(?:产出)?${BARE})(?=\\s|\\d|:|$)|(?<=^|[;。\\n])(?:产出)?${BARE}(?=:)`,
  'g',
)

/** Whether a cell is of the kind 'comparator'. */
const isBareComparator = (plain: string): boolean => COMPARATOR.test(plain)

/** Whether a cell is of the kind 'number' or 'share'. */
const isBareNumber = (plain: string): boolean =>
  plain.length <= LONGEST_VALUE && (NUMBER.test(plain) || SHARE.test(plain))

/** What a cell is by its own text; `plain`: folded, without the blanks inside words; `folded`: with the ends of its lines. */
export const cellKind = (plain: string, folded = plain): CellKind =>
  plain.length > LONGEST_KEPT || (plain.length > LONGEST_VALUE && folded.includes('\n'))
    ? kindOf(plain, folded)
    : kindOfShort(plain)

/** Longer texts hardly come again, and the ends of lines may set off headings. */
const LONGEST_KEPT = 40

const kindOf = (plain: string, folded: string): CellKind => {
  if (plain.length <= LONGEST_VALUE) {
    const short = shortKind(plain)
    if (short !== undefined) return short
  } else if (holdsHeadings(plain) || holdsHeadings(folded) || ownHeadings(folded).length > 1) return 'outline'
  if (plain.length > 40 || /[。;!]/.test(plain) || (plain.length > 15 && plain.includes(',')))
    return 'sentence'
  if (AGENCY_NAME.test(plain) && !endsAsName(plain)) return 'organisation'
  return endsAsName(plain.replace(/\([^()]*\)$/, '')) ? 'name' : 'words'
}

const holdsHeadings = (words: string): boolean => (words.match(OUTLINE)?.length ?? 0) > 1

/** The first that fits decides, behind headings. */
const SHORT: readonly (readonly [kind: CellKind, fits: (plain: string) => boolean])[] = [
  ['comparator', isBareComparator],
  ['nature', (plain) => NATURE.test(plain)],
  ['direction', (plain) => DIRECTION.test(plain)],
  ['number', (plain) => NUMBER.test(plain)],
  ['share', (plain) => SHARE.test(plain)],
  ['date', (plain) => DATE.test(plain)],
  ['measure', (plain) => [SIGNED, COUNTED, RANGE, PRICED, BASELINE].some((pattern) => pattern.test(plain))],
  ['measure', (plain) => COMPARED.test(plain) && CHANGED.test(plain)],
  ['standard', (plain) => STANDARD.test(plain)],
  ['unit', (plain) => isUnit(plain)],
  ['quality', (plain) => isQuality(plain) || isSaidOfName(plain)],
]

const COMPARED = /^(?:较|比|同比|不[高低少多]于|优于)/

const shortKind = (plain: string): CellKind | undefined => {
  if (NOT_APPLICABLE.test(plain) || BARE_MARK.test(plain)) return 'none'
  return levelOf(plain) ?? SHORT.find(([, fits]) => fits(plain))?.[0]
}

/** (数量指标) under 产出指标, 【产出-数量】. */
const IN_BRACKETS = /^[([【]([^()[\]【】]+)[)\]】]$/

const levelOf = (plain: string): CellKind | undefined => {
  const words = IN_BRACKETS.exec(plain)?.[1] ?? plain.replace(BARE_POINTS, '').replace(/\([^()]*\)分?$/, '')
  const levels = categoriesNamed(words).map(({ level }) => level)
  if (levels.length === 0) {
    // 产出指标-数量指标 heads as its second part does.
    const two = twoHeadings(words)
    return two !== undefined && two.start > two.length ? 'level-two' : undefined
  }
  if (levels.every((level) => level === 1)) return 'level-one'
  return levels.every((level) => level === 2) ? 'level-two' : 'either-level'
}

/** 万亩, 元/人次, %. */
const isUnit = (plain: string): boolean => {
  if (plain.length > 8) return false
  const words = plain
    .replace(/\([^()]*\)$/, '')
    .replace(/^[十百千万亿]+(?=.)/, '')
    .split(/[/·每]/)
  return words.every(
    (word) => word === '%' || word === '‰' || word === '百分比' || dimensionOfWord(word) !== undefined,
  )
}

/** Whether a folded value begins with a sign or a word that stands for one: ≥98%, 不低于90%. */
export const beginsSigned = (folded: string): boolean =>
  /^\s*(?:[≥≤<>=]|[大小等]于|不[高低少多小大超])/.test(folded)

/** Whether the words behind a value say that it is a limit: 90%以上, 30分钟内; of a date, 10月底前. */
export const endsAsLimit = (plain: string, kind: CellKind): boolean =>
  (kind === 'date' ? /[前底内]$/ : LIMIT_BEHIND).test(plain)

/** 196以上 without the words of its limit. */
export const withoutLimit = (plain: string): string => plain.replace(LIMIT_BEHIND, '')

const LIMIT_BEHIND = /(?:及?以[上下内]|左右|内)$/

/** Values: what the column of targets or of results holds. */
export const isTyped = (kind: CellKind): boolean =>
  kind === 'number' || kind === 'measure' || kind === 'share' || kind === 'date'

/** Words that may name anything. */
export const areWords = (kind: CellKind | undefined): boolean => kind === 'words' || kind === 'name'

/** Headings of categories. */
export const isLevel = (kind: CellKind): boolean =>
  kind === 'level-one' || kind === 'level-two' || kind === 'either-level'

const kindOfShort = rememberText((plain) => kindOf(plain, plain))

/** The border between two cells, which a text without cells shows as it is. */
const BORDER = /\t|^\s*\||\|\s*$/

/** Whether a text holds what stood in several cells. */
export const holdsBorder = (folded: string): boolean => BORDER.test(folded)

/** Whether the words are no words: =, ||, 定性; / says that a row is not used, and 否 in front closed the row above. */
export const isNoName = (words: string): boolean => {
  if (NOT_APPLICABLE.test(words)) return false
  if (/^否[\u4e00-\u9fff]{3}/.test(words) && !words.startsWith('否决')) return true
  return (
    isBareComparator(words) || isUnsaidQuality(words.replace(/^[-—]+/, '')) || !/[\p{L}\p{N}]/u.test(words)
  )
}

/** Whether the words are a number or a share by themselves: 81, ≥95%, ±3%以内; 0 stands in rows that are not used. */
export const isBareValue = (words: string): boolean =>
  !/^0(?:\.0+)?%?$/.test(words) && isBareNumber(words.replace(/^±\s?/, ''))

/** Whether the words head a column of categories or of indicators: 三级指标. */
export const headsIndicators = (words: string): boolean => /^[一二三]级指标(?:名称|内容)?$/.test(words)

/** Whether a line begins with the heading of a category, and goes on: 质量指标合格率. */
export const beginsWithHeading = (words: string): boolean => {
  const [, heading] = /^[【[]?(.{2,12}?指标)(?=.)/.exec(words) ?? []
  return heading !== undefined && categoriesNamed(heading).length > 0
}

/** Whether the words name what a project is measured by: 【产出指标-数量指标】 (SYS), 指标1:在线率, 伙食补助覆盖率. */
export const namesMeasure = (words: string): boolean =>
  /^【[^】]{2,24}指标】?$/.test(words) || beginsItem(words) || /(?:率|满意度)$/.test(words)

/** Whether the words begin with the number of an indicator and go on: 指标3一级种薯繁育基地. */
export const beginsItem = (words: string): boolean =>
  /^指标\s?\d{1,2}(?!\d)\s?[.:、]?\s?[\p{L}(]/u.test(words)

/** Whether the words head a column of points: 分值, 得分. */
export const headsPoints = (words: string): boolean => {
  const role = headerRole(words)
  return role === 'weight' || role === 'score'
}
