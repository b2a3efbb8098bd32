import { EARLIER_YEAR } from './dates.ts'
import { headerRole } from './headers.ts'

/**
 * What a cell of a money table says of its source: 年初预算数, 全年预算数 (or 调整后预算数), 全年执行数, 执行率, 分值, 得分,
 * or something else, such as 结余 or the money of an earlier year.
 */
export type MoneyStage = 'initial' | 'planned' | 'executed' | 'rate' | 'weight' | 'score' | 'other'

/** TEXT: 全省, 全市, 全县 over the sum of the districts beside it. */
const SUM_WORD = /^(?:其中:?)?(?:支出|经费)?(?:合计|小计|总计|总额|金额|总数|全部|全[省市州盟县区旗])$/

/** Whether words name the sum of what stands beside or below them: 合计, 小计(万元). */
export const isSumWord = (words: string): boolean => MAY_SUM.test(words) && SUM_WORD.test(withoutUnit(words))

/** A character of all such words; most words have none. */
const MAY_SUM = /[计额数部全]/

/** Whether words name the row that sums the others of its table, or of a group of it: 合计, 金额合计, 一、产业发展类小计. */
export const isSumName = (words: string): boolean =>
  words.includes('计') &&
  /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?[\u4e00-\u9fff\d]{0,20}(?:合计|总计|小计|共计)(?:金额)?$/.test(
    withoutUnit(words),
  )

/** Whether they name the row that stands over all others: 合计, 3个项目总计. */
export const isTotalName = (words: string): boolean => TOTAL_NAME.test(words)
const TOTAL_NAME =
  /^(?:总|金额|资金|经费|项目|本表|以上|全部(?:项目|资金)?|各项目?|(?:[两二三四五六七八九十]|\d{1,3})个?(?:项目?|[县镇乡村校院所站])|全[省市州盟县区旗])?(?:合计|总计|共计)(?:金额)?(?:\(共?\d{1,4}[项个]\))?:?$/

/** Whether they name the row that sums a group. */
export const isSubtotalName = (words: string): boolean => SUBTOTAL_NAME.test(words)
const SUBTOTAL_NAME = /^(?:[^小]{0,20})小计(?:\(共?\d{1,4}[项个]\))?:?$/

/** 小计(万元) without its unit; 指标值(合计) has its own word in the brackets. */
const withoutUnit = (words: string): string =>
  words
    .replace(/[\s:]/g, '')
    .replace(/\(([^()]*)\)$/, (_, inside: string) => (SUM_WORD.test(inside) ? inside : ''))

/** 已预下达 and 本次下达: two rows of money that come to all that is handed down. */
export const isGivenBefore = (words: string): boolean => GIVEN_BEFORE.test(words)
export const isGivenNow = (words: string): boolean => GIVEN_NOW.test(words)
const GIVEN_BEFORE = /^(?:其中:?)?(?:上年|去年|年初|此前|已)?(?:已|提前|预)(?:提前|预)?下达(?:资金|金额|数)?$/
const GIVEN_NOW = /^(?:其中:?)?(?:本次|此次|本批|本年|当年|今年|正式)下达(?:资金|金额|数)?$/

/** Whether numbers under a header are none that add up: rates, prices, points, codes, years; 2019年 heads money of that year. */
export const isNoAddend = (words: string): boolean =>
  /率|比例|占比|进度|标准|单价|(?<!部)分[值数]?(?:\([^()]*\))?$|权重|得分|评分|自评|序号|编[码号]|代码|科目|(?<!\d)年[度份]?$|次序|文号|电话/.test(
    words,
  )

/** What a header or a label calls points: 分值, 满分, 配分. */
export const NAMES_POINTS = '分[值数]|权重|[满赋配]分'

/** What the words of a label or a header say of when its money was, is or will be (FORM). */
const STAGES: readonly (readonly [pattern: RegExp, stage: MoneyStage])[] = [
  [new RegExp(`(?:${EARLIER_YEAR})(?!.*结[转余])`), 'other'],
  // What one of many gets or costs is no part of what all do.
  [/[户亩]均|每[人户亩]|(?:单价|均价|标准)(?:\([^()]*\)?)*$/, 'other'],
  // 第二至四季度 beside 总资金: when it is spent divides it again.
  [/季度(?:资金|金额|数)?(?:\([^()]*\)?)*$|[上下]半年/, 'other'],
  [/[×*]100%/, 'rate'],
  [/(?:率|进度|比例|占比)(?:\([^()]*\)?)*$/, 'rate'],
  [/(?:得分|评分)/, 'score'],
  [new RegExp(NAMES_POINTS), 'weight'],
  [
    /(?:执行|支付|到位|使用|决算|拨付|(?:^|年度?|月|累计|资金|预算|实际|经费)支出|支出(?=数|额|金额|情况))(?:数|额|金额|资金|情况)?(?:\([^()]*\)?)*$/,
    'executed',
  ],
  [/(?:实际|已|花出|用掉|花掉)/, 'executed'],
  [/(?:结余|剩余|节约)(?!.*(?:资金|款|续用))/, 'other'],
  [/(?:年初|期初|初始|最初|原定|批复)/, 'initial'],
  // What was added in the year is no budget by itself.
  [/年中(?:追加|调整|调增)(?!后)/, 'other'],
  [
    /(?:全年预算|全年可用|计划(?:安排|投[入资])|调整|变更|最终|预算数|预算安排|申请|申报|安排数|计划数|下达)/,
    'planned',
  ],
]

/** The stage of money that words name; `undefined` where they name none, such as 资金总额. */
export const moneyStage = (words: string): MoneyStage | undefined => {
  const plain = words.replace(ITEM_NUMBER, '').replace(INCLUDED, '')
  return STAGES.find(([pattern]) => pattern.test(plain))?.[1]
}

/** 支出金额④, 支出实现率(%)⑤=④/③: the number of a column, and what it is reckoned from. */
const ITEM_NUMBER = /[①-⑳](?:=[^\u4e00-\u9fff]*)?$/
/** 年初预算安排金额(含历年结余结转): what is in it, too, says nothing of its stage. */
const INCLUDED = /\(含[^()]*\)$/

/** 全年执行数, 实际支出: what the words of a sentence say was spent of all the money, and nothing of a part of it. */
export const SAYS_SPENT =
  /^(?:全年|本年|年度|当年|实际|累计|已|共|资金|预算|项目|经费)*(?:执行|支出|支付|使用)(?:数|额|资金|金额|经费)?$/
/** 执行率 of all of it. */
export const SAYS_SPENT_RATE = /^(?:资金|预算|经费|全年|年度|支出)*(?:执行|支出|使用|支付)(?:率|进度)$/

/** In running text, right before a rate and before what was spent: 预算执行率为97%, 已完成拨付2113.63万元. */
export const SAYS_RATE = /(?:执行|支出|支付|使用|拨付)(?:率|进度)(?:[为是达]到?|:)?\s?(?=$|\d)/
export const SAYS_SPENDING = /(?:执行|支出|支付|使用|拨付)(?:数|额|资金|金额|经费)?(?:[为是了共]|:)?\s?$/

/** Money whose 元 is left out, beside an execution rate: 29.6万. */
export const BARE_MONEY = /\d[万亿]$/

/** 得分(20分*执行率): the points that the rate is of, where a header prints how the score is reckoned. */
export const pointsOfRate = (words: string): string | undefined => POINTS_OF_RATE.exec(words)?.[1]
const POINTS_OF_RATE = /(\d{1,3})\s?分?\s?[*×xX]\s?(?:预算|资金)?执行率/

/** Whether a cell is an amount, whose digits the end of a line may divide, or says that there is none. */
export const isMoneyCell = (plain: string): boolean => MONEY_CELL.test(plain.replace(/\s/g, ''))

/** 按支出性质分:1342.49, 其中:基本支出 719.99万元: money under a label of its own. */
const LABELLED_MONEY = /^[^\d,，;；。]{2,20}\d[\d,.]*(?:万?元)?$/

/** Whether a text says of nothing but how much money it is, and what it is called. */
export const isLabelledMoney = (words: string): boolean => LABELLED_MONEY.test(words)

const MONEY_CELL = /^[¥￥]?-?[\d,.]+(?:%|分|万?元?|亿元?)?(?:\([^()]*\))?$|^(?:-+|—+|\/|无)$/

/** 执行中追加预算12万元 (FORM: 自评报告). */
const RAISED =
  /(?:追加|调增|增加|增拨)(?:了|项目|财政|年度|年中)*(?:预算|资金|经费|指标|专款)?(?:共计|共|为)?\s?\d/
/** Whether words say that money was added to the budget. */
export const saysRaised = (words: string): boolean => RAISED.test(words)

/** Money of the year before: 上年结转, 结余资金. */
export const CARRIED_OVER = /结转|结余/

/** Whether words name one of the two parts of all that a department spends (FORM). */
export const isMainSpending = (words: string): boolean =>
  /^(?:其中:?)?(?:基本|项目)(?:支出(?:总?额)?)?:?$/.test(words)

/** Whether a part of money is what a department spends, and not where it comes from (FORM): 基本支出, 项目支出, 人员经费. */
export const isSpending = (words: string): boolean =>
  /(?:^|[:)])(?:其中:?)?(?:基本|项目|人员|(?:日常)?公用|运转类?)(?:支出|经费)/.test(words)

/** What the label of a part of what stands before it begins with: 其中:财政拨款. */
export const OF_THESE_LABEL = /^其\s?中\s*[:,、]?\s*/

/** 财政拨款 of 其中:财政拨款. */
export const withoutOfThese = (words: string): string => words.replace(OF_THESE_LABEL, '')

/** Whether money is named after where it comes from: 其中:财政拨款, 其他资金. */
export const isSource = (name: string): boolean => {
  const bare = withoutOfThese(name.replace(/\s/g, '')).replace(/:$/, '')
  return headerRole(bare) === 'funding' && !isMainSpending(bare)
}

/** Whether words label all the money of a project or department: 年度预算总额（万元）. */
export const namesAmount = (words: string): boolean =>
  headerRole(withoutUnit(words.replace(/\s/g, ''))) === 'amount'

/** Whether a header is over sums of money, which may be those of the columns beside it: 本次下达资金金额, 分配金额(万元). */
export const namesSumOfMoney = (words: string): boolean =>
  /(?:资金|金额|经费|总额)$/.test(words.replace(/\s|\([^()]*\)$/g, ''))

/** The digits of a cell with the unit that stands over its column. */
export const inTenThousands = (digits: string): string => `${digits}万元`

/** What a place is, at the end of its name. */
const KIND_OF_PLACE = '(?:[省市州盟县区旗乡镇村]|街道|社区)'
const PLACE_NAME = new RegExp(`^[\\u4e00-\\u9fff]{1,12}${KIND_OF_PLACE}$`)
const BEGINS_WITH_PLACE = new RegExp(`^[\\u4e00-\\u9fff]{1,6}?${KIND_OF_PLACE}`)

/** 甲县, 某镇, 高新开发区: the name of a place, which ends with what it is. */
export const isPlaceName = (words: string): boolean => PLACE_NAME.test(words)

/** 甲村新建水泥路: whether a name begins with that of a place. */
export const beginsWithPlace = (words: string): boolean => BEGINS_WITH_PLACE.test(words)

/** 其中:中央, 省级: a source that is named after a level of the state. */
export const isOfLevelOfState = (source: string): boolean => isLevelOfState(withoutOfThese(source))

/** 中央726.7万元;省级23.9万元; 省级主管部门 */
export const isLevelOfState = (words: string): boolean =>
  /^(?:中央|上级|地方|本级|[省市州县区乡镇]级)$/.test(words)

/** What sums of money convert to. */
export const YUAN = '元'

/** 实际到位资金, 到位数: over what came in, and not what was paid. */
export const isReceived = (label: string): boolean => label.includes('到位')
