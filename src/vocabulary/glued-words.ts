/** Words of forms whose cells are glued (FORM). */

/** What stands over a form: 项目支出绩效目标申报表. */
export const TITLE = /^[^\n]{0,40}表(?:\([^()\n]*\))?\n/

/** A value behind its name with a sign. */
export const SIGNED = /[\u4e00-\u9fff)][≥≤]\s?\d|[\u4e00-\u9fff)][<>]=?\s?\d/

/** 单位名称, which heads projects in some lists, names the body in a form. */
export const NAMES_BODY = /^(?:单位|部门)名称$/

/** 绩效目标申报表 is a title. */
export const TITLE_GOES_ON = /^(?:申报|公开|批复|情况|自评|申请)?表/
/** 年度绩效目标任务全面完成 is a sentence. */
export const GOES_ON_AS_GOAL = /^(?:[任的和与及,。;]|完成[^\d])/
/** A clause and another one, up to a full stop in the same line. */
export const SENTENCE = /^[\u4e00-\u9fff\d][^\n。;:]{6,80},[^\n。:]{2,160}。/
/** What stands in front of a colon or of a unit of money at the start of a line, or fills it. */
export const LINE_LABEL = /^([^\s:;,。、≥≤()]{2,20})(?:\([千万亿]?元\)|(?:\([^()\n]{1,12}\))?\s?[:\n])/
/** (万元), (20分), (20分*执行率), (B/A×100%) */
export const REMARK =
  /\s{0,3}\((?:单位:?)?[^()\d]{1,16}\)|\s?\(\d{1,3}分(?:[*×][^()\d]{1,8})?\)|\s?\([A-Z][^()\u4e00-\u9fff]{0,12}\)/y

/** Words, and numbers that blanks part. */
export const MONEY_OF_COLUMNS =
  /^([\u4e00-\u9fff]{2,10}(?:\([\u4e00-\u9fff]{1,3}\))?)(\s?\d+(?:\.\d+)?)(?: \d+(?:\.\d+)?){3,40}$/

/** A short word that a blank or a colon sets off: 本年要求 做好…。 */
export const UNKNOWN_LABEL = /^[\u4e00-\u9fff]{2,10}\s?[:\s]\s?(?=\S)/

/** In front of the next form. */
export const FORM_TITLE =
  /(?:附[件表]\s?\d{0,2}[:：]?)?(?:20\d\d年(?:度)?)?(?:部门预算|部门|预算)?(?:项目)?(?:支出)?(?:绩效目标|绩效)(?:申报|公开|批复|情况|自评)?表/

/** How a line of a goal begins, and what looks like a label behind it. */
export const STARTS_GOAL = /^(?:目标|[(]?[\d一二三四五六七八九十]{1,2}[)、.:]|[①-⑳])/
export const LABEL_TAIL = /^[\u4e00-\u9fff]{2,12}(?:情况|指标|预算|资金|绩效|构成|信息)\s?(?:\(\d{1,3}分\))?$/
