/** Words around categories of indicators that stand inside sentences (FORM: 公示, 实施方案 and 自评报告, 2019–2024). */

/** In front of the category, from the start of its clause on: 其中,在, 一是, 本项目. */
const LEAD_WORDS =
  '(?:其中|同时|此外|另外|首先|其次|再次|最后|[一二三四五六七八九]是|第[一二三四五六七八九]|其[一二三四五]|[本该]?项目的?|设[定置]的?|预期的?|年度|在|从|绩效指标(?:设[定置]|编制)?(?:情况)?如下)[,:、]?'
const LEADS = new RegExp(`^(?:${LEAD_WORDS}){0,3}`)
const COUNTS = /^(?:[一二三四五六七八九]是|第[一二三四五六七八九]|其[一二三四五])/

/** How long the words are that may stand between the start of a clause and a category. */
export const leadLength = (words: string): number => LEADS.exec(words)?.[0].length ?? 0

/** 一是产出指标。: the category is an item of a list. */
export const countsCategories = (words: string): boolean => COUNTS.test(words)

export const LONGEST_LEAD = 12

const PLACE = '(?:方面(?:来?看)?|部分|[中里上]|上?来?看)'
const VERB =
  '(?:(?:主要|分别|具体|共|应)?(?:包括有?|包含|涵盖|有(?![所效关利])|为|是(?!否)|设[定置]?为|确定为|要求)|如下)'
/** 指标中,主要包括: what opens the run of a category that names itself one. */
const OPENS = new RegExp(
  String.raw`^(?:${PLACE}(?:${VERB}[:,]?|[:,])|${VERB}[:,]?|[—–―-]{2,4}(?=[\u4e00-\u9fff])|[共设有]{0,2}\d{1,2}[个项条](?:指标)?[:,](?:${VERB}[:,]?)?)`,
)
/** 产出方面, 效益上: 满意度为95% is an indicator. */
const OPENS_BARE = new RegExp(`^(?:方面(?:来?看)?|${PLACE}(?=[:,]|${VERB}))(?:${VERB})?[:,]?`)
const LONGEST_OPENING = 16

/** How the run of a category opens. */
export interface Opening {
  /** Behind the category. */
  readonly length: number
  /** Words that say so; words that do if another run opens as well; a mark, which may stand for something else. */
  readonly by: 'words' | 'likely words' | 'mark'
}

/** What opens a run behind a category that ends at `at`; `isFull`: the category names itself one, as 数量指标 does. */
export const openingAt = (folded: string, at: number, isFull: boolean): Opening | undefined => {
  const words = folded.slice(at, at + LONGEST_OPENING)
  const said = (isFull ? OPENS : OPENS_BARE).exec(words)?.[0].length ?? 0
  // 产出指标包括: over a list is a heading like others.
  const endsLine = words[said - 1] !== ',' && /^\s*$|^ ?\n/.test(words.slice(said))
  if (said > 0) return endsLine ? undefined : { length: said, by: isFull ? 'words' : 'likely words' }
  if (!isFull || !/^[:,。]/.test(words)) return undefined
  return { length: 1, by: words.startsWith(',') ? 'likely words' : 'mark' }
}

/** 数量指标完成率 is the name of an indicator. */
export const goesOnAsName = (words: string): boolean =>
  /^(?:完成[率度值情]|达标|达成|实现|达到|值|体系|数|[上下]升|[^\u4e00-\u9fff])/.test(words)

/** What goes on with the item before: 其中女性30人, 每期50人; 每个分馆新增藏书≥3000册 is one of its own. */
export const goesOnWithItem = (words: string): boolean =>
  /^(?:其中|且|并(?![网购发])|即|含|包括|每(?![^\d,、;≥≤]{5,16}[≥≤])|[以或及等约共]|合计|总计|总投资)|^[^\d]{0,8}(?:共计?|合计|总计)[^\d]{0,4}\d/.test(
    words,
  )

/** 每亩补助5000元, 总投资控制在577万元内: what things cost is an item of its own behind a semicolon. */
export const beginsPrice = (words: string): boolean =>
  /^(?:每[\u4e00-\u9fff]{3,8}\d|总投资[\u4e00-\u9fff]{0,6}[≥≤\d])/.test(words)

/** Between the items of a run: 以及. */
export const joinLength = (words: string): number => /^(?:以及|并且|同时)?[,]?/.exec(words)?.[0].length ?? 0

/** How a sentence begins that says how a notice may be answered: 公示期7天, 监督电话:…, 特此公示. */
export const saysNotice = (words: string): boolean => NOTICE.test(words)

const NOTICE =
  /^(?:特此|现予|公示(?:时间|期限?|自|起止)|以上(?:内容|公示|情况)|[如若]有[^,。;]{0,8}[,异意疑]|对(?:以上|上述|公示)[^,。;]{0,8}有|欢迎[^,。;]{0,8}监督|[^。;,]{0,8}(?:监督|举报|联系|咨询|投诉)(?:电话|方式|人|邮箱|地址)[:为是\d及和、,(])/
