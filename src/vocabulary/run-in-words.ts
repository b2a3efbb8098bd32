import { priceNameLength } from './price-words.ts'

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
  priceNameLength(words) > 0 || /^总投资[\u4e00-\u9fff]{0,6}[≥≤\d]/.test(words)

/** Between the items of a run: 以及. */
export const joinLength = (words: string): number => /^(?:以及|并且|同时)?[,]?/.exec(words)?.[0].length ?? 0

/** How a sentence begins that says how a notice may be answered: 公示期7天, 监督电话:…, 特此公示. */
export const saysNotice = (words: string): boolean => NOTICE.test(words)

const NOTICE =
  /^(?:特此|现予|公示(?:时间|期限?|自|起止)|以上(?:内容|公示|情况)|[如若]有[^,。;]{0,8}[,异意疑]|对(?:以上|上述|公示)[^,。;]{0,8}有|欢迎[^,。;]{0,8}监督|[^。;,]{0,8}(?:监督|举报|联系|咨询|投诉)(?:电话|方式|人|邮箱|地址)[:为是\d及和、,(])/

/** Words of sentences that say indicators, with what was planned and what was reached (FORM: 自评报告 and 公示, 2018–2026). */

/** 设 1条 in front of 数量指标: how many follow. */
export const ANNOUNCES = /(?:^|[。;:,\s])(设[定置立]?\s?\d{1,2}\s?[条个项])\s?$/

/** Behind what was planned: what was reached, or was found when it was looked into. */
const REACHED_VALUE =
  /(?:^|[\s,、(])((?:全年|[年本当]年度?|年度|目前|已)?(?:实际(?:完成|达到|实现|支出|执行|发生)?(?:值|数|情况|率)?|自评完成(?:值)?|完成(?:值|情况))|(?:抽查|调查|测评|测算|检查)结果|已(?:完成|支付|支出|拨付|使用|发放)(?=\d))(?:[:为是]\s?|\s)?(?=\S)/
/** Behind several: 以上均已建成. */
const OF_ALL = String.raw`(?:(?:以上|上述)(?:各项)?(?:指标|任务|内容|工作)?[均都全]部?|[均都]|全部)已[\u4e00-\u9fff]{2,6}`
const REACHED_BY_ALL = new RegExp(`,(?=${OF_ALL}$)`)

/** Where an item says what was reached: the words in front, up to the value. */
export const reachedIn = (item: string): RegExpExecArray | null =>
  REACHED_VALUE.exec(item) ?? REACHED_BY_ALL.exec(item)

/** Behind what was reached: the score, 自评得分8分. */
export const SAID_SCORE = /^,\s?(?:自评|评价|实际)?(?:得分|评分)[为:]?\s?(?=\d[\d.]*分?(?:,|$))/
/** Behind what was reached: why no more was, 原因是灯具涨价. */
export const SAID_REASON =
  /^,\s?(?:(?:主要|偏差|未完成)?(?:的)?原因(?:分析)?(?:主要)?(?:[是为:]|在于)|主要[是因]|系?因)(?=[^\d,]{2})/

const WHEN = '(?:年?初|年度|全年|预期|计划|设定)'
const PLANNED = `(?:绩效)?(?:(?:目标|指标|计划)值|(?<=${WHEN})任务[数值])`
/** In front of what was planned, beside what was reached: 年初目标值100%; 验收合格率年初指标值为100%, 人数目标值不少于120人. */
export const PLAN = new RegExp(
  `(?:(?:^|[\\s,、(:])(${WHEN}?${PLANNED})(?:[:为是]\\s?|\\s)?|(?<=[\\u4e00-\\u9fff])(${WHEN}${PLANNED}|(?:目标|指标|计划)值(?=[:为是]|\\s?(?:[\\d≥≤<>=]|不[少低高超多大小])))[:为是]?\\s?)(?=\\S)`,
)

/** 指标值为“100%”,…: a value in quotes, and where it ends. */
export const QUOTED_VALUE = /^[“"']([^“”"']{1,40})[”"'](?=,|$)/

/** Behind what was reached: that it is what was planned. */
export const CONFIRMED = new RegExp(
  String.raw`,\s?(?:(?:该|本)?(?:项?指标)?完成率(?:[为是]|达到?)?\s?\d[\d.]*%|已(?:全部|按[时期])?完成|${OF_ALL})(?:,|(?=\s|$))`,
  'g',
)

/** Behind a heading: 产出指标下达情况. */
export const TAIL = /^(?:分解|设定|设置|下达|完成|实现)*情况(?:分析)?/

/** 截至目前,未出现质量问题: how things stand, which no plan says. */
export const SAYS_STATE = /^(?:截[至止]|目前|现已)[^,]{0,12},/

/** 供水项目已完成竣工验收: that it was done. */
export const SAYS_DONE = /已(?:经|全部|按[时期])*(?:完成|通过|建成|竣工)[^\d,]*$/

/** 日常运转定性有效 */
export const VALUE_OF_KIND = /(?<=[\u4e00-\u9fff]{2})定性[\u4e00-\u9fff]{1,6}$/

/** 数量:, 质量:, behind a sentence or a heading. */
const BARE_RUN_IN =
  /(?:^|[\n。;:])\s?(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度):(?!\s?[\d≥≤<>=])/
/** ●产出数量:整治村庄15个: headings without 指标 behind bullets, in two lines at least. */
const BARE_LINES = /(?:^|\n)([●•·★◆■▲])\s?[\u4e00-\u9fff]{3,8}:[^\n]{1,200}\n\1\s?[\u4e00-\u9fff]{3,8}:/
const SAYS_COUNT = /设[定置立]?\s?\d{1,2}\s?[条个项]\s?[\u4e00-\u9fff]{2,8}指标/
const SAYS_REACHED = /[,、(]\s?(?:全年|年度)?实际/

/** Whether sentences say their results, announce how many indicators follow, or hold headings without 指标. */
export const saysRows = (folded: string): boolean =>
  [SAYS_COUNT, BARE_LINES, BARE_RUN_IN, SAYS_REACHED].some((pattern) => pattern.test(folded))

/** (*): a number that was masked; 第一, of several sentences. */
export const ITEM_NUMBER = /^\s*(?:\(\*{1,3}\)|\*{1,3}\.|第[一二三四五六七八九十][,、:])\s*/
