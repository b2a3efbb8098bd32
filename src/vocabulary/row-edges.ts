/** Where names, notes and explanations of glued rows begin and end (FORM). */

export const PLACEHOLDER = /^\([≥≤<>=]{0,2}\*{0,4}/
/** (10分): points behind a name or a value; (10) as well, where a column of them says so. */
export const POINTS_BEHIND = /[^\d\s]\((\d{1,2}(?:\.\d)?)分\)$/
export const POINTS_IN_FRONT = /^\((\d{1,2}(?:\.\d)?)分?\)/
export const CLEAR_END = /[数率度性额量]$|均[\u4e00-\u9fff]{2}$/
export const DAMAGED = /[工^二%$]/

/** A label with its colon, and dates or nothing: 承诺人(签字):, 公示期:2022年2月7日至2月11日. */
export const DATED_LINE = /^[\u4e00-\u9fff]{2,10}(?:\([\u4e00-\u9fff]{2}\))?\s?:[\s\d年月日至到~-]*$/

/** More endings of names than values may follow in other texts: here something has to end it. */
export const ALSO_ENDS =
  /(?:人口|投资|[支收]出|收入|采购|里程|资助|公司|调查|功能|总额|金额|岗位|补助|标准|建设|工作|服务|运转|治理|宽度|长度|高度|速度|金|费|量|额|值|数|率|性|度|比)$/
/** 其他指标: a heading that no list has, with nothing beside it in its line. */
export const LONE_HEADING = /^[\u4e00-\u9fff]{2,8}?指标$/
/** 说明表中数据由业务科室提供: a line that explains the form. */
export const NOTE_LINE = /^(?:注\d?:|(?:说明|备注|注|抄送|抄报)[\u4e00-\u9fff:]{4})/
/** 备注资金须在年内支出完毕, glued to the last value. */
export const REMARK = /^(?:注\d?:|备注[\u4e00-\u9fff:]{4})/
export const VALUE_AT_END = /\d\s?[^\s\d,。;]{0,4}$/
export const CHINESE_RUN = /^(?:[\u4e00-\u9fff]|\s(?=[\u4e00-\u9fff]))+/
/** What an indicator shows. */
export const SAYS_WHAT = /^(?:反映|考察|衡量|体现|依据|用以)/
export const EXPLAINS = /^(?:按|达到|享受|应|考核|用于|是否|符合|指|根据|通过|每少|每超|未|超支)/
export const EXPLAINED = /(?:情况|位|人员|纳入|发放|条件|准确|标准|程度|水平|分)$/
/** What a value begins with, and no name ends with: 同比2022年提高, 较上年提高. */
export const OPENS_COMPARISON = /(?:[同环]比|较)$/

/** What a number goes on behind, in the next line. */
export const BOUND_END = /[-~至≥≤<>=(、,.]$/

/** 指标2: in front of a name. */
export const NUMBERS_ITEM = /指标\s?\d{1,2}\s?[:.、](?!\d)/y
/** What the form prints behind its number where nobody fills in an item. */
export const ITEM_DOTS = /\s{0,4}(?:…{1,4}|\.{3,6})/y
/** 2022年, which no cell ends within. */
export const YEAR = /(?:19|20)\d\d\s?年/g
/** 按期完成得10分,每超出10天扣1分: how points are given. */
export const SCORING =
  /[^\n。;]{0,30}?得\s?\d{1,2}分(?:[,;]?[^\n,;。\d]{0,12}(?:\d{1,3}(?:%|\D)[^\n,;。\d]{0,6}[,;]?)?[得扣加减]\d{1,2}(?:\.\d)?分){0,4}/y
/** 定量 behind the dash of a blank unit. */
export const BLANK_AND_KIND = /[-—]\s?(?=定[量性])/y
