import { EARLIER_YEAR } from './dates.ts'

/** Words of goals that set a total against its parts (FORM). */

/** What any text needs to say that numbers are the parts of another, or its factors. */
const MAY_SUM =
  /[共总由×=+]|合计|执行率|使用率|拨付率|支[付出](?:率|进度)|其中|[金费款]中:|分别|具体[为是]|包括|小计|分[为二两三四五六七八九2-9][\u4e00-\u9fff]{0,6}:|其余|剩余|余下|\d个[^,:;。\d]{1,10}:|\d万?元[;,、][^;,、。:\d]{1,20}\d[\d.,]*万?元|\d[万亿]?元?\((?=[^()\d])/
const TWO_NUMBERS = /\d\D+\d/
export const mayStateSum = (words: string): boolean => TWO_NUMBERS.test(words) && MAY_SUM.test(words)

/** ;本年度财政安排1400万元: what is given this time is no part of the list before it. */
export const OF_ANOTHER_TIME = /;(?:其中)?(?:今年|本年|当年|年内|已|截至|目前)/
/** 共计9万元,其中…: what follows are its parts; 由11%降至6% is one thing that changes. */
export const PARTS_FOLLOW =
  /^:(?=[^,;。:\d]{1,16}\d)|其中|(?:分别|具体)[为是]|包括|由(?![^,;。、]{0,16}[至到]\s*\d)|分(?:为|[二两三四五六七八九2-9])[\u4e00-\u9fff]{0,6}:/
export const PARTS_IN_NEXT = /^。\s{0,2}(?:其中|(?:分别|具体)[为是])/
/** 7个县(区):甲区…: a list opens whose things were counted, and goes on with the next one. */
export const LIST_OPENS = /^[^,:;。\d]{0,10}:[^,:;。、\d]{0,16}$/
export const NEXT_IN_LIST = /^\s{0,4}[,;、][^,:;。、()\d]{0,16}$/
export const ONLY_SOME = /主要|(?<![初高中平对同相优甲乙丙头])等(?![级额次])|部分|之一|以及其他/
/** ,每个乡镇4场: a number for each one of many, behind a comma. */
export const ONE_OF_THEM = /,[^,;。\d]*每/
/** ;2023年实施55公里, ;上年完成40公里: what was done in another year is no part of this one's. */
export const OF_OTHER_YEAR = /;\s?(?:20\d\d年|上年|去年|往年)/
export const PRICES = /[×*xX]|每/
export const TOTAL_WORD = /(?:共计|合计|总计|共需|(?<!公)共|总额为?|总投资|总)[^,;。:]{0,12}$/
export const SAYS_TOTAL = /(?<!公)共|总|合计/
/** 项目资金中, 财政拨款: what bare numbers are of. */
export const isOfMoney = (words: string): boolean => /资金|经费|拨款|收入|支出|投入/.test(words)
export const TOTAL_BEHIND =
  /(?:合计|共计|总计|总额)(?:为|是|:)?[^,;。:\d]{0,4}$|以上[^,;。:\d]{0,4}(?:合计|共计|总计)[^,;。:\d]{0,8}$/
/** 。以上共计奖补资金760万元: of what the sentence before it lists. */
export const OF_ALL_ABOVE = /。以上[^,;。]{0,14}$/
/** 古籍30册、图书20册,共50册: 共 alone is of what the comma before it ends; without one, of the series that it ends: 滑坡4处、塌陷6处共10处. */
export const TOTAL_OF_ITEM = /,(?:一|总)?共$/
export const TOTAL_OF_SERIES = /^(?:一|总|合)?共$/
/** A list with other numbers than those that the total is of. */
export const MIXED_LIST = new RegExp(`其中|其余|${EARLIER_YEAR}`)
/** ,其余15万元; ,剩余指标176万元: the number is what another leaves of a third. */
export const OPENS_REST = /^,(?:其余|剩余|余下|剩下)(?:的|部分|资金|指标|经费|款)?(?:为|是)?$/
export const MIXED_TIMES = new RegExp(EARLIER_YEAR)
/** Groups that others may belong to as well: of people, and the levels of indicators. */
export const OVERLAPPING =
  /女|党员|团员|少数民族|贫困|脱贫|低收入|低保|残疾|新增|老年|儿童|青年|重点|骨干|高级|中级|退休|留守|优秀|以上|以下|专职|兼职|[一二三]级指标/
/** Men and women together are all. */
export const isOfBothSexes = (words: string): boolean => words.includes('男') && words.includes('女')

/** 支出3.36万元 behind a count and its price: what both come to, and not what one source gives of it. */
export const COMES_TO =
  /(?:共计?|合计|总计|小计|(?<![统会设预审估])计|总额|总投资|投入|支出|支付|花费|所需|需|需要?(?:资金|经费)|发放(?:资金|补助|补贴)?(?:资金)?)(?:[为约]|金额)?\s*$/

/** A sign between two terms: 2.4万元×20台, 3000元×工资12个月. */
export const OPERATOR = /^\s{0,4}([×xX*+])\s{0,4}[\u4e00-\u9fff]{0,6}$/
/** Signs that go on with terms, those that nobody multiplies or adds by among them. */
export const SIGN = /[×xX*+÷/-]/
/** 12月 as how many. */
export const MONTHS = /^(\d{1,2})月$/
/** 3.6万元(按3次×…: what opens the terms of a number. */
export const OPENS_TERMS = /^\s{0,4}\([\u4e00-\u9fff:]{0,8}$/

/** Amounts of money in sentences (FORM). */

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3}){1,8}|\d+)(?:\.\d+)?`
/** An amount, and nothing else. */
export const ALONE = new RegExp(
  String.raw`^\s*((?:[¥￥]\s*)?${NUMBER}(?:\s*(?:千元|万元|亿元|万|亿|元))?)\s*(?:\((?:千元|万元|亿元|元)\)\s*)?(?:[。;,、]\s*)?$`,
)
/** Printed where there is no money. */
export const NOTHING = /^\s*(?:-+|—+|\/|无)\s*$/
export const MONEY = new RegExp(String.raw`(?<![\d.])[¥￥]?${NUMBER}\s?(?:千元|万元|亿元|元)(?![/每])`, 'g')

/** ,实际支出 or ,2022年支付 in front of an amount, and ,执行率99% behind it. */
export const SAID_OF = /^([\s,;。、(:]{1,4}(?:20\d\d年)?)([\u4e00-\u9fff]{2,10}?)[为共了]?[\s:]{0,2}$/
export const RATE_BEHIND =
  /^([\s,;、]{1,3})([\u4e00-\u9fff]{2,8}?)((?:为|达到?|是)?[\s:]{0,2})(\d{1,3}(?:\.\d{1,4})?%)/

/** All that follows is in brackets. */
export const ALL_IN_BRACKETS = /^\s?\([^()]*\)[。;]?\s*$/

/** ,其中:财政拨款 in front of an amount. */
export const PART_LABEL = /^([\s,;。、(:]*(?:其中[\s,、:]*)?)([\u4e00-\u9fff]{2,16}?)(?:安排|为|共)?[\s:]*$/

/** 共有3个项目,涉及金额256.5万元 */
export const TOTAL = new RegExp(
  String.raw`(?:(?<count>\d{1,4})个(?:[\u4e00-\u9fff]{0,12})?(?:项目|专项)|(?:项目|专项)[\u4e00-\u9fff]{0,6}?(?<counted>\d{1,4})个)[\u4e00-\u9fff]{0,12}[,、;(]?\s?(?:[\u4e00-\u9fff]{0,12}?)(?<name>(?:涉及|资金|金额|预算|安排|总额|合计|共计)[\u4e00-\u9fff]{0,10}?)(?:为|共|共计|合计)?\s?(?<money>[¥￥]?${NUMBER}\s?(?:千元|万元|亿元|元))`,
)
