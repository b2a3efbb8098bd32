import { EARLIER_YEAR } from './dates.ts'

/** Words around dates that tell deadlines, the project's own period, and the years that money comes from. */

/** What is to be done by a date, behind it: 11月30日前全部完成; not 2024年未支付资金. */
export const TO_BE_DONE =
  /^\s*(?:之?前|以前|底前?|末前?)?[^,;。]{0,8}?(?<!未)(?:完成|建成|竣工|完工|验收|拨付|发放|支付|付清|到位|启动|开工|动工|投入使用|投用|交付|招标|采购|办结|上线|实施)(?!情况|了|的)/

/** What has been done, or is what the goal starts from, before a date. */
export const IS_DONE = new RegExp(
  `已|截[至止]|自|从|以来|${EARLIER_YEAR}|根据|按照|依据|印发|继续|结转|遗留|剩余|在$`,
)

export const SAYS_DONE = /已/
/** 建设期3年, 工期为两年: what takes so long may have been begun in an earlier year. */
export const TAKES_YEARS =
  /(?:建设|实施|服务|合同|执行|项目)?(?:周期|期限?|工期)[为共约是:]*[2-9二两三四五六]年/
/** 已完成, 全部已拨付: how a result begins; 全部完成, 按期完成年度目标 is one without more words. */
export const BEGINS_DONE =
  /^\s?(?:(?:[均都]|全部|基本)?已|(?:[均都]|全部|全面|基本|按[时期]|如期|超额|顺利|圆满){0,3}(?:完成|实现|达成|达到)(?:年度|全年|预期|既定|预定|各项|绩效|工作){0,3}(?:目标|任务|指标)?[。.]?\s?$)/

/** Money of earlier years: the year says where it comes from. */
export const OF_EARLIER_MONEY = new RegExp(`结转|结余|余款|尾款|欠款|剩余资金|质保金|${EARLIER_YEAR}`)

/** 10月1日前: a deadline of a day that may be left out. */
export const BEFORE_DAY = /[日号](?:之|以)?前/
/** 10月前: before the month begins, for some, and before it ends, for others. */
export const BEFORE_MONTH = /月份?(?:之|以)?前/

/** The end of a name that says when something is done: 安装调试完成时间. */
export const OF_BEING_DONE = /(?:完成|完毕|结束|完工|竣工)?(?:时间|时限|期限|日期)$/

/** 2021年11月, 2021年底, 2021年前: 2008年建成 says how old something is. */
export const IS_DATE = /[月季底末前.-]/

/** 7月开工, 6月20日: a date within a year. */
export const SAYS_MONTH = /\d\s?月/
/** A year and no more of a date. */
export const IS_YEAR = /^20\d\d年度?$/

/** 立项的 behind 2022年: what was begun then, and is gone on with. */
export const OF_THAT_YEAR = /^[\u4e00-\u9fff]{2,6}的/

/** What this year is to finish, or to pay, of an earlier one. */
export const LEFT_FROM_YEAR = /未|继续|续建|遗留|本年|今年|当年|以来|补[贴助偿]|奖|资金|考核|[款费]/

/** The end of what is said to be done; 完 of 发完. */
export const IS_OVER =
  /(?<=^[\u4e00-\u9fff])完$|(?:全部|全面|全线|如期|按期)?(?:(?:完成|完毕|结束|到位|完工|竣工)|(?:完工|竣工|建成)并?(?:通车|投用|投入使用|交付使用?))$/
/** 工程, 项目建设: what is left of the name of an indicator that says when all is done. */
export const NAMES_ALL = /^(?:项目|工程|建设|施工|任务|工作|整体|总体|全部|年度)+$/

/** 工程 of 疏浚工程: behind what is done, for all of it. */
export const ALL_OF_IT = /(?<=[\u4e00-\u9fff]{2})(?:项目|工程|施工|任务|工作)$/

/** 工程须于: before a date, and of the project as a whole. */
export const SAYS_ALL_OF_IT =
  /^(?:项目|工程|建设|施工|任务|工作|整体|总体|全部|必?须|应|需|要求?|力争|确保|计划|预计|[于在])*$/

/** 全部: before what is said to be done. */
export const ALL_DONE = /^\s*(?:完成)?(?:全部|全面|全线|如期|按期)/
/** 汛期前全部完工, 开学前到位: what comes then, right behind the date. */
export const BEFORE_WHAT = /^\s*(?:在|于)?[\u4e00-\u9fff]{2,4}(?:之|以)?前(?![期年后])/
/** 安装并建立台账, 安装并投入使用: what comes when it is done. */
export const WHEN_DONE =
  /并(?:建立|建账|投入|投用|交付|移交|验收|通过|签[订字收]|报[送备]|公[示开]|归档|启用|试?运[行营]|开[园放馆]|使用).*$/s

/** Words before a period that is that of the project. */
export const PERIOD_LABEL = /(?:实施|建设|项目|执行|服务|合同)(?:周期|期限?|年限|时间)[^,;。]{0,6}$/

/** Whether an indicator of that name states the period of the project itself: 服务周期, 项目建设期. */
export const namesProjectPeriod = (name: string): boolean =>
  /^(?:项目|工程|服务|建设|实施|合同|执行|计划|施工){1,3}(?:起止)?(?:周期|期限?|工期|年限|时间)$/.test(name)

/** 于…完成: what says only that something is done by then. */
export const ONLY_DONE =
  /[于在]|全部|全面|予以|确保|力争|完成|完工|竣工|结束|到位|完毕|出版|发行|印发|刊印|[之以]?前/g
/** 截至2025年底累计建成860个: what there is by then, and no deadline of what is done this year. */
export const IN_ALL_BY_THEN = /^累计/
