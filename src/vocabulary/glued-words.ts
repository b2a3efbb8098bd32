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

/** Words in front of colons and of money in running text (FORM). */

/** Words that name a column, and anything else in running text. */
export const TOO_SHORT = /^(?:项目|年度|部门|预算|指标|三级|性质|符号|值|其他|其它|说明|用途|资金名称)$/

/** What heads the indicators in a self-evaluation: 绩效指标完成情况. */
export const INDICATORS_REACHED = /^(?:年度|项目)?(?:绩效)?指标(?:完成|实现)情况(?:分析)?$/

/** 单位:万元 is no label with its value. */
export const isMoneyUnit = (folded: string): boolean =>
  /^[^:]{2,8}:\s*(?:人民币\s*)?(?:千元|万元|亿元|元)\s*$/.test(folded.slice(0, 32))

/** `项目预算100万元`, `该项目2022年安排资金12.5万元`: words for money glued to a number. */
export const LABELLED_MONEY =
  /(?:^|[;,。、:\s])((?:[该本]项目)?(?:20\d\d年度?)?[\u4e00-\u9fff]{4,14}?)(?:共计|合计|总计|为|是|共|约)?\s?(?=[\d¥][\d,.]*\s?(?:千元|万元|亿元|元))/g

/** 资金:2,150万元: what is too short to be a label anywhere else is one in front of a sum. */
export const SHORT_MONEY =
  /(?:^|[;,。、\s])((?:资金|预算|经费|金额)\s?:)(?=\s?¥?[\d,.]+\s?(?:千元|万元|亿元|元))/g

/** Words over columns of targets that say whose they are (FORM: matrices of districts, 2015–2025). */

/** 甲县, 甲市、乙市及两县, 其他地区, 2021年: whose column of targets it is. */
const OWN =
  '(?:[省市州县区]本级|其[他余](?:区县|县区|市县|县市)|[\\u4e00-\\u9fff]{1,5}?(?:[区县市州旗镇乡村]|街道|农场|林场|社区|集团))'
const OWNER = `(?:合计|总计|小计|全[省市县区州]|20\\d\\d年度?|${OWN}(?:[、及和]${OWN})*)`
const VALUE = '(?:年度|绩效|预期)?(?:指标|目标)值'
/** From a place on: an owner alone, or beside words for its value. */
export const OWNERS = [
  new RegExp(`\\s{0,3}${OWNER}`, 'y'),
  // 甲县指标值, 乙县指标值
  new RegExp(`\\s{0,3}${OWNER}${VALUE}`, 'y'),
  // 指标值(甲村), 指标值(乙村)
  new RegExp(`\\s{0,3}${VALUE}\\((?:${OWNER}|实施期|中长期|年度)\\)`, 'y'),
] as const

/** Whether words say whose column of targets stands below them. */
export const isOwner = (words: string): boolean => ONE_OWNER.test(words)

const ONE_OWNER = new RegExp(`^${OWNER}$`)
