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
export const QUOTED = /[“"][^“”"]{4,60}[”"]/
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
