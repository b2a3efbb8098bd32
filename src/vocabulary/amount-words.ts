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
