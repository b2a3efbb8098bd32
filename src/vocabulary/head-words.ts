/** Words of the lines that name a project over what is said of it (FORM). */

/** 项目一: in front of its name. */
export const LABELLED =
  /^(?:[●○■□◆◇▲△※•·★☆*#>-]{1,6}\s*)?项目\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?[:、.,]\s*/
/** How its name ends. */
export const PROJECT =
  /(?:项目|工程|经费|资金|补助|补贴|专项|费用|费|奖励|奖补|建设|维护|养护|改造|购置|保障|补偿|慰问金|工作|活动|计划|金)$/
/** What is to be done stands in goals: 完成河道改造工程. */
export const TASK = /^(?:完成|实施|开展|推进|确保|做好|落实|保证|组织|支付|用于|发放|按[照时期])/
/** What the parts of a report or of an application are called: 部门概况, 收支情况, 绩效目标, 立项依据. */
export const PART_OF_REPORT =
  /(?:概况|概述|情况|说明|职责|职能|机构设置|目标|指标|目的|依据|必要性|可行性|内容|措施|安排|收支|预算|决算|解释|附件|[总附]?表)$|^(?:20\d\d年度?)?(?:部门|单位|本级|预算|支出|重点|主要|项目|基本|人员|公用|其他){1,6}$|^(?:部门|单位|本级|预算|重点|主要|项目|人员|公用|日常)(?:经费|资金)$/

/** The number of a chapter at the start of a line: 六、, (三), 第四部分. */
export const CHAPTER =
  /\n\s{0,8}(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[(]?[一二三四五六七八九十]{1,3}[、)])(?=\s?[\u4e00-\u9fff])/g

/** “文化中心运营专项经费”项目 */
export const QUOTED = /^[“"]([^“”"]{2,40})[”"](?:项目)?$/

/** 某市 in front of a year is whose form it is, 2021年度 when it is filled in, and 2021年 in front of a fund part of its name. */
const BEFORE_NAME = '^(?:[\\u4e00-\\u9fff]{1,12}(?=20\\d\\d年))?(?:20\\d\\d年度)?'
const NAME_BEGINS = '(?:20\\d\\d年)?[^年:。;]{3,40}?'
export const TITLED = new RegExp(
  `${BEFORE_NAME}(?<name>${NAME_BEGINS}(?:项目|经费|资金|工程|补助|补贴|费)(?:\\([^()]{2,20}\\)(?:项目|资金|经费)?)?)(?:项目)?(?:支出)?绩效(?:目标|评价|自评)`,
)
/** 安家补助项目 is the whole name where nothing stands behind 绩效目标. */
export const TITLED_ALONE = new RegExp(
  `${BEFORE_NAME}(?<name>${NAME_BEGINS}(?:项目|经费|资金|工程|补助|补贴|费))绩效目标$`,
)
/** 某县城管局预算项目 and 市级专项资金 are no project's name. */
export const NO_NAME = /(?:^|预算|支出|重点|部门|[局委办厅院府级省市县区]|个)(?:专项)?(?:项目|经费|资金|费)$/

/** Words around the names of projects in reports (FORM: 自评报告, 实施方案 and notices as published, 2016–2025). */

/** 某县2021年…项目: the name begins with the year where only a place stands in front. */
export const BEFORE_YEAR = /^[\u4e00-\u9fff]{2,20}?(?=(?:20(?:\d\d|xx)|\*{2,4})年)/
/** 某县水利局水库维修项目: the body in front of a name. */
export const BODY = /^[\u4e00-\u9fff*]{1,8}?[省市县区旗州][\u4e00-\u9fff]{2,8}局(?=[\u4e00-\u9fff]{6})/
/** …工程项目2020年度绩效自评报告 */
export const YEAR_BEHIND = /20\d\d年度?$/
/** 关于2021年度政法转移支付资金绩效的自评报告: the report is of that year. */
export const OF_REPORT = /^20\d\d年度/
/** (直达资金)某路工程项目 */
export const FUND = /^\([^()\d]{2,12}\)/
/** 关于“某某补助资金”管理使用情况 */
export const QUOTED_IN_TITLE = /[“"][^“”"]{4,60}[”"]/
export const ABOUT = /^.{0,40}关于(?:报送|印发|上报|下达|做好)?/

/** Sentences that name a project, and how surely. */
export const SAYS_NAME: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [
    /(?:下达|安排|拨付)[^。;]{0,60}?\d[\d,.]*\s?[千万亿]?元,?(?:主要|全部)?用于(?:实施|开展|推进)?([^,。;:、\d]{3,40}?(?:项目|工程))(?=[,。;])/g,
    65,
  ],
  [
    /(?:现将|对|将)([^,。;:]{4,50}?(?:项目|资金|经费|工程|补助))(?=(?:资金)?(?:支出)?(?:绩效|自评|开展|进行|的?(?:实施|使用|有关|情况)))/g,
    50,
  ],
  [/项目(?:为|是|有)(?:[一1]个)?\s?[:,]?\s?([^,。;:为是]{3,40}?(?:项目|经费|资金|工程))/g, 45],
  [/(?:安排|下达|实施)([^,。;:\d]{4,40}?(?:项目|工程))(?=\s?\d{1,3}\s?个)/g, 35],
  [
    /(?:下达|安排|拨付|收到|分配)(?:我[省市县区校局]|本[省市县区校局年])?([^,。;:\d]{4,40}?(?:资金|转移支付|经费|补助|专项|补贴))(?:预算)?(?:共计|共|合计)?(?=\d)/g,
    20,
  ],
]

/** 路灯运转经费项目的实施,保证了…: a sentence on what a project did, which may be the only one that names it. */
export const NAMED_BY_EFFECT: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [/(?:^|[。;]\s?)([^,。;:()\d]{4,40}?(?:项目|工程))的(?:顺利|有效|成功)?实施(?=[,使为对有保提推促])/g, 10],
]

/** 路灯更换项目 in front of 计划投资. */
export const SUBJECT =
  /^(?:其中[,:]?)?(?:我[省市县区州乡镇校局]|[全本][省市县区校])?(.{3,40}?(?:项目|工程|专项|经费))(?=总?计划|预算|立项|批复|共|总|安排|下达|投资|资金)/

/** 2024年县财政安排路灯更换项目资金100万元: whoever gives the money is no part of the name. */
export const GIVES = /^[^,、]{0,24}(?:财政|政府|[局委办部厅])(?:共|统筹)?(?:安排|下达|拨付|投入)(?!资金)/

/** Between the name of a project in a list and its money: 共, 预算. */
export const BEFORE_MONEY = /(?:共计|共|为|预算|安排)$/
