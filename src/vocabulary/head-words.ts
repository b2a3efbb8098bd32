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
