import { headerRole } from './headers.ts'

/**
 * Words by which reports and applications in running text are divided (FORM: 绩效自评报告, 申报书, 项目文本, 实施方案 and
 * 公示 as published, 2016–2025).
 */

/** What a section of a report tells, as its heading says. */
export type SectionKind =
  | 'name'
  /** Goals and targets as planned. */
  | 'goal'
  /** Plan and money together: 绩效目标分解下达情况. Only sentences that say so are goals. */
  | 'mixed'
  /** A category of indicators. */
  | 'indicators'
  /** What was reached. */
  | 'results'
  | 'money'
  /** What was received and spent. */
  | 'spent'
  | 'overview'
  | 'other'

/** The first that fits decides. */
const SECTIONS: readonly (readonly [pattern: RegExp, kind: SectionKind])[] = [
  [/^项目(?:支出)?名称$/, 'name'],
  [
    /(?:评价工作|自评工作|评价目的|评价对象|评价原则|评价方法|原因|措施|问题|建议|应用|公开|结论|附件|经验|组织(?:实施|管理|领导)|依据|程序|管理情况|管理制度|必要性|可行性|保障措施)/,
    'other',
  ],
  [
    /(?:目标|指标|产出|效益|满意度|绩效|任务|总体).{0,8}(?:完成|实现|达成)|(?:完成|实现|达成)的?.{0,6}(?:目标|指标)|完成情况|实现情况|绩效情况|自评情况|自评结论|取得.{0,4}成效/,
    'results',
  ],
  [/(?:整体|总体|年度)(?:绩效)?目标(?:设定|设置)?(?:情况)?$/, 'goal'],
  [/(?:资金|预算|经费).{0,6}(?:到位|执行|使用|支出|拨付|投入)|执行率/, 'spent'],
  [/(?:分解|下达|分配).{0,12}目标|目标.{0,8}(?:分解|下达)|(?:资金|预算|经费).{0,8}(?:目标|指标)/, 'mixed'],
  [/目标|绩效指标/, 'goal'],
  [/资金|预算|经费|投资|补助标准|补贴标准/, 'money'],
  [/概况|情况|概述|背景|内容|简介|介绍/, 'overview'],
]

/** What the heading of a section says it tells; `undefined` for words that say nothing of it. */
export const sectionKind = (heading: string): SectionKind | undefined =>
  SECTIONS.find(([pattern]) => pattern.test(heading))?.[1]

/** What titles of reports end with. */
export const REPORT_TITLE =
  /(?:报告|总结|自评结果|评价结果|实施方案|工作方案|项目文本(?:公开)?|申报书|公示|情况说明|使用情况)(?:\((?:[^()]|\([^()]*\))*\))?$/

/** The rest of a title, in a line of its own. */
export const REST_OF_TITLE = /^(?:项目)?(?:支出)?(?:绩效)?(?:自评价?|评价|自我评价)(?:结果|报告|情况)$/

/** 某省政府专项债券项目: what sort of projects one is of. */
export const SORT_OF_PROJECT = /(?:债券|财政支出|部门预算|财政预算)(?:资金)?项目$/
/** 某县财政局, 公开稿: what else may stand in brackets behind a title. */
export const NO_TITLE_NAME = /(?:[局委办厅部年度稿版]|单位|本级|[省市县区州])$/

/** Where the name of the project ends in such a title, or in the sentence that announces the report. */
export const BEHIND_NAME =
  /(?:项目)?(?:支出)?(?:预算)?绩效|支出(?:绩效|自评)|自评|(?:工作)?(?:实施|工作)方案|(?:项目)?文本|申报书|使用情况|完成情况/

/** How names of projects end. */
export const PROJECT_END =
  /(?:项目|工程|经费|资金|补助|补贴|专项|费用|奖励|奖补|转移支付|补助金|救助金|保障金|建设|维护|改造|购置|放流)(?:\([^()\d]{1,16}\))?$/

/** Names that name nothing: 某县财政局2022年部门预算项目, 该项目, 专项资金. */
export const NO_PROJECT =
  /^(?:.{0,24}(?:[局委办厅院府校学站所乡镇村县市区省州]|中心|街道|医院|公司|我[省市县区校局]))?(?:上年|去年)?(?:20\d\d年度?|[本该此各]|[一二三四五六七八九十两\d]+个|上述|以上)?(?:部门|单位|预算|支出|重点|财政|专项|整体|相关|有关|建设|工作|上级|中央|省级|市级|县级|补助|计划|配套|全部|实施|共|本级|一般公共)*(?:项目|工程|经费|资金|支出|补助|转移支付|建设|专项)?$/

/** Words of a clause that say its money is planned, with how surely. */
export const PLANNED_MONEY: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [/全年预算|调整后|调整预算/, 6],
  [/下达|安排|预算|批复|计划(?:总)?投资|总投资|申请|申报|核定|分配|筹集|资金总额|争取|收到/, 4],
  [/涉及资金|资金规模|补助|投资|投入|资助|给予|所需资金|计划资金/, 2],
]

/** 现将扶贫资金12万元下达给你们: what becomes of money that a letter hands down stands behind it. */
export const HANDED_DOWN = {
  before: /(?:^|[,;。])现?[将把][^,;。:]{2,40}$/,
  behind: /^(?:[^,;。]{0,8})(?:下达|分配|安排)/,
}

/** 绩效目标设定如下: */
export const ANNOUNCES_LIST = /如下:$/

/** 用于评定补贴, right in front of money. */
export const USED_FOR = /用于[^,。;:\d]{2,}(?<!(?:资|公益)金|经费)$/
/** Right in front of a number: money that was received or spent, or the price of one. */
export const NOT_PLANNED =
  /(?:支出|执行|(?<!转移)支付|使用|到位|拨付|完成|结余|结转|兑付|发放|花费|实际|收入|产值|税收|利润|节约|剩余|已)[^,;。:]{0,12}$/
export const PER_UNIT = /(?:每[^,;。:]{1,8}|标准|单价|[人生亩户均]均|[按以])[^,;。:\d]{0,4}$/
export const SUM_OF_MONEY = /(?:共|总|合)[^,;。:]{0,16}$/

/** 目标为, 绩效目标:, in front of a goal in a sentence. */
export const SAYS_GOAL =
  /(?:(?:总体|年度|项目|区域|整体|绩效|建设|工作|主要|任务|预期|实施|阶段性?)*目标(?:任务)?)(?:[为是]:?|:|如下:?)(?!\s*$)/

/** 年度绩效目标主要包括以下四个方面: a list of goals follows. */
export const ANNOUNCES_GOALS = /目标(?:任务)?(?:主要)?(?:包括|如下|有|分为|为|是)[^。;,\d]{0,12}:$/

/** 为实现上述目标,设定以下绩效指标。 at the end of a text, in front of indicators; the words are the first group. */
export const ANNOUNCES_INDICATORS =
  /[。;]\s?((?:为[^。;,]{2,12},)?(?:[特现]?设[定置立]|制定|提出)?[以如]下(?:主要|具体)?绩效指标[:。])$/

/** Around the heading of a category: 产出指标完成情况分析, 完成绩效产出指标 (FORM). */
export const REACHED_BEHIND = /(?:完成|实现)情况(?:分析)?$/
export const REACHED_BEFORE = /^(?:完成|实现)(?:绩效)?/

/** That something was not reached: 暂未完工, 未完成绩效目标任务. */
export const MISSED = /[暂尚]未(?:完[成工]|实现|开工|实施)|(?<!自评)未(?:能)?(?:完成|实现|达到)[^(]{0,6}目标/

/** That there is no such effect: 以免费演出为主,无直接经济效益. */
export const NO_EFFECT = /(?:^|,)(?:无|没有|不涉及)[^,]{0,4}(?:效益|影响|成本)$/

/** 当年年度目标完成情况: in front of what was reached. */
export const LABELS_RESULT = /^(?:[^:。,;\d]{0,8}目标)?(?:实际)?(?:完成|实现)情况:/

/** 绩效指标设定情况: of indicators, and of no goals. */
export const OF_INDICATORS = /^(?!.*目标).*(?:绩效|考核)指标/

/** 总体绩效目标一是…。二是…。: a sentence of a goal that lists what it consists of. */
export const LISTS_GOALS = /(?<=^|。\s?)(?:[本该]?项目)?(?:总体|年度|绩效|整体)*目标(?=一是)/
export const LISTED_GOALS = /^一是[^。]*。?(?:\s?[二三四五六七八九十]是[^。]*。?)*/

/** 质量目标:…, 2023年:…: a label inside a goal. */
export const LABELS_AIM = /^[^:]*(?:[目指]标|任务|效益|产出|数量|质量|时效|成本|满意度?|影响|年度?|期|完成):/

/** Behind a goal in the same sentence: what was reached. */
export const SAYS_RESULT = /(?:全年|年度|目前|已)?(?:实际完成|完成情况|实际)(?:情况|值)?(?:为|是|:)/

/** 项目支出共5个,资金共计121万元,其中:, 实施3个项目,分别为:: a list of projects follows; how many is one of the groups. */
export const ANNOUNCES_PROJECTS =
  /(?:项目(?:支出)?(?:共有?|共计|合计|为|有)\s?(\d{1,2}|[二三四五六七八九十])个|(?:共有?|实施|安排|包括|涉及)\s?(\d{1,2}|[二三四五六七八九十])个(?:子)?项目)/

/** 本项目共设置绩效目标13个: how many there are. */
export const COUNTS_GOALS =
  /(?:设[置定立]|编制)了?(?:绩效)?(?:目标|指标)数?(?:为|共)?\s?\d{1,4}(?:\s?\d{1,4})?\s?[个条项]/

/** 共编制12个绩效指标,其中一级指标3个: how many there are. */
export const COUNTS_INDICATORS = /\d{1,4}个[^,;。]{0,10}指标|指标\d{1,4}个/

/** 全年实际完成…, 截至年底,已完成…, 年初目标已按计划落实: how a sentence begins that says what was reached. */
const REACHED = String.raw`(?:年初|年度|预期|设定|上述|各项|绩效|总体)*目标(?:任务)?(?:[均全]部?)?已|截[至止][^,。;]{2,16},?[^,。;]{0,8}已|(?:全年|年度|当年|本年度?|20\d\d年度?)?(?:共|累计)*(?:实际|已)(?:全部|经|按期)*(?:完成|实施|发放|支出|改造|更换|建成|达到|实现)`
const SAYS_REACHED = new RegExp(`(?:^|[。;]\\s?)(?=${REACHED})`)

/** 年度目标, (2024年—2025年)年度目标(一): what stands over another goal beside the one before. */
const OVER_GOAL =
  /^\s?(?:\([^()]{2,16}\)\s?)?((?!实现|达到)[^\s。;,:、()]{1,12}?目标)(?:\([^()]{2,20}\))?\s?(?![任的和与及,。;])/

/** Where the labels end that a goal begins with; `before`: the character in front, which may be of a label that a narrow cell broke. */
export const goalLabelsEnd = (folded: string, before: string): number => {
  const wordAt = (at: number): RegExpExecArray | undefined => {
    const found = OVER_GOAL.exec(folded.slice(at, at + 48)) ?? undefined
    const word = found?.[1] ?? ''
    return headerRole(word) === 'goal' || (at === 0 && headerRole(before + word) === 'goal')
      ? found
      : undefined
  }
  let end = 0
  for (let word = wordAt(end); word !== undefined; word = wordAt(end)) end += word[0].length
  return end < folded.length ? end : 0
}

/** Where the sentence begins behind a goal that says what became of it; the end of the text where none does. */
export const resultStart = (folded: string): number => {
  const said = SAYS_REACHED.exec(folded)
  return said === null ? folded.length : said.index + said[0].length
}
