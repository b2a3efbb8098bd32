import { words, wordsFor } from './words.ts'

/**
 * Words that forms print around goals and indicators (FORM: 项目支出绩效自评表 and 绩效目标申报表 as published, 2015–2026):
 * headers of results, scores and explanations, stages of money, standards, and what stands below the indicators.
 */

/** What a column of a table of indicators may hold beside the planned value. */
export type ResultColumn = 'actual' | 'score' | 'reason' | 'explanation' | 'standard' | 'kind' | 'note'

export const RESULT_HEADERS: Readonly<Record<ResultColumn, readonly string[]>> = {
  actual: words(
    '实际完成值 全年完成值 全年实际值 全年实际完成值 年度完成值 年度实际值 年度实际完成值 实际完成指标值 实际完成情况 实际完成 完成情况 指标完成值 指标完成情况 完成值 实际值 实现值 实际指标值 全年完成情况',
  ),
  score: words('得分 自评得分 实际得分 自评分 评价得分 评分 指标得分'),
  reason: words(
    '偏差原因分析及改进措施 偏差原因分析 偏差原因及改进措施 未完成原因分析 未完成原因及改进措施 未完成原因和改进措施 未完成原因分析及改进措施 未完成原因 偏差原因 原因分析 原因 扣分原因 偏离原因分析 改进措施',
  ),
  explanation: words(
    '指标解释 指标内容 指标说明 评(扣)分标准 评分标准 评分细则 评分规则 计分标准 扣分标准 绩效标准 指标值说明 指标值依据 指标值设定依据 指标值确定依据 参考标准 指标释义 数据来源',
  ),
  standard: words('指标标准 标准类型 绩效标准 指标值类别'),
  kind: words('指标值类型 指标类型(定量/定性) 指标属性 指标性质'),
  note: words('备注 说明'),
}

/** 绩效标准 (FORM): what the value is measured against. */
export const STANDARDS = words('计划标准 历史标准 行业标准 其他标准 国家标准 地方标准 预算支出标准')

/** 指标值类型. */
export const VALUE_KINDS = words('定量 定性 定量指标 定性指标')

/** 指标方向性. */
export const DIRECTIONS = words('正向 反向 负向 逆向 正向指标 反向指标 负向指标 逆向指标')

/** What self-evaluations print as the result of a qualitative indicator (FORM). */
export const RESULT_PHRASES = words(
  '达成预期指标 达成年度指标 达成预期目标 全部达成预期指标 部分达成预期指标并具有一定效果 部分达成年度指标并具有一定效果 未达成预期指标且效果较差 未达成年度指标且效果较差 部分达成预期指标 未达成预期指标 达到预期指标 达到预期目标 已完成 全部完成 基本完成 未完成 达成 达到预期',
)

/** When money was planned or spent: the stages of the model. */
export type StageWord = 'initial' | 'planned' | 'executed' | 'rate' | 'weight' | 'score'

/** Headers of money, with the stage that they speak of. */
export const STAGE_HEADERS: readonly (readonly [word: string, stage: StageWord])[] = [
  ...'年初预算数 年初预算 年初预算金额 年初数 年初安排数 年初预算批复数 预算批复数 年初部门预算数'
    .split(' ')
    .map((word) => [word, 'initial'] as const),
  ...'全年预算数 全年预算 调整后预算数 调整后预算 调整预算数 调整后全年预算数 预算调整数 全年预算金额 全年预算数(调整后) 预算数 预算金额 预算安排数 调整后预算金额'
    .split(' ')
    .map((word) => [word, 'planned'] as const),
  ...'全年执行数 执行数 预算执行数 全年实际执行数 实际执行数 全年支出数 实际支出数 实际支出 执行金额 全年执行金额 支出数 决算数 资金执行数 实际到位数 到位数'
    .split(' ')
    .map((word) => [word, 'executed'] as const),
  ...'执行率 预算执行率 资金执行率 全年执行率 支出进度 预算执行率(%)'
    .split(' ')
    .map((word) => [word, 'rate'] as const),
  ...wordsFor('weight', '分值 权重'),
  ...wordsFor('score', '得分 自评得分'),
]

/** What stands below the rows of indicators, or beside them, and is no indicator. */
export const FOOTERS = words(
  '得分合计 总分 合计 总计 小计 总得分 自评总分 自评得分 自评结论 自评等级 评价结论 评价等次 存在问题 存在的问题 主要问题 改进措施 下一步改进措施 下步改进措施 填报人 填表人 经办人 制表人 填报单位 填报日期 填表日期 填报说明 填表说明 联系人 联系电话 联系方式 项目负责人 单位负责人 单位主要负责人 主要负责人 负责人 签名 审核人 审核意见 财政部门审核意见 主管部门审核意见 主管部门意见 备案意见 注: 注1 备注: 说明: 其他需要说明的问题 其他需说明的问题 项目自评结论 偏差大或目标未完成原因分析 偏差大或目标未完成原因 改进措施及结果应用方案',
)

/** Whether words stand below the rows of indicators: one of these, or the label of somebody's opinion (市财政局审核意见). */
export const isFooterWord = (words: string): boolean => FOOTERS.includes(words) || OPINION.test(words)
const OPINION = /^[\u4e00-\u9fff()、]{0,14}(?:审[核查批定]|评审|复[核审]|备案|签批)意见:?$/

const TOTAL_SCORE = '(?:总分值?|总得分|自评总分|得分合计|合计得分|综合得分|合计|总计)'
const ALONE_OR_NUMBER = new RegExp(`^${TOTAL_SCORE}(?:(?:\\([^()]*\\))?$|[\\s:]*[\\d.]+分?$)`)
const WITH_NUMBERS = new RegExp(`^(${TOTAL_SCORE})[\\s:]*([\\d.]+)(?:\\s+([\\d.]+))?分?(?![\\d.%])`)

/** Whether a cell names the points or scores of all rows; also in a line with their number: 合计100. */
export const isTotalScore = (words: string): boolean => ALONE_OR_NUMBER.test(words)

/** 总分 with one or two numbers at the start of a text, and what of it is which. */
export const totalScoreAt = (folded: string): RegExpExecArray | null => WITH_NUMBERS.exec(folded)

/** Page numbers: - 3 -, 第3页 共10页, 3/10. */
const PAGE_NUMBER =
  /^(?:[-·~\s]*第\s*\d{1,4}\s*页(?:[\s/,]*共\s*\d{1,4}\s*页)?[-·~\s]*|[-·~]\s*\d{1,4}\s*[-·~]|\d{1,4}\/\d{1,4})$/

export const isPageNumber = (folded: string): boolean => folded.length < 40 && PAGE_NUMBER.test(folded)

/** 2、 at the start of what a site that shares documents shows of a page, each page in one line. */
export const PAGE_MARK = /^(\d{1,3})、/
/** Behind it, a paragraph or an item of a list is over. */
export const ENDS_PARAGRAPH = /[。;:!?]$/

/** 评价组组长(签字): , 审批意见: 年 月 日, behind which a name or a date is to be written by hand. */
const SIGNATURE =
  /^[\u4e00-\u9fff()、]{0,16}?(?:(?:签字|签章|签名|盖章|公章)\)?\s{0,4}:[\s年月日]*|意见:\s*年\s*月\s*日)$/

export const isSignature = (folded: string): boolean => folded.length < 120 && SIGNATURE.test(folded)

/** Whether a line says who signs, and when: 公示人:某中心办公室, 制表日期:2022年3月. */
export const saysSigner = (folded: string): boolean => SIGNED_LINE.test(folded)
const SIGNED_LINE =
  /^(?:公示|公开|填[报表写]|制表|编制|上?报送|审[核批]|复核|批准|校对|经办|负责|联系|考核|评[价审]|自评|监督|举报|盖章|签[字章名])(?:人员?|者|组|单位|部门|机构|科室|日期|时间|电话)?(?:签[字章名]|\([^()\n]{1,6}\))?:/

/** Notes under a table, places and dates of signatures. */
const ASIDE =
  /^(?:(?:备?注\d?|说明):|填报人|填表人|联系人|20\d\d年\d{1,2}月\d{1,2}日$|二[〇零○][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日$)/

/** Whether a line belongs to no field, wherever it stands. */
export const isAside = (folded: string): boolean => ASIDE.test(folded.slice(0, 40)) || isSignature(folded)

/** What a form prints over the goal and over what became of it, side by side. */
export const PLAN_HEADERS = words(
  '预期目标 年初目标 年初设定目标 年初设定绩效目标 计划目标 年度预期目标 预期总体目标 年初预期目标 目标设定情况',
)
export const RESULT_OF_GOAL = words(
  '实际完成情况 全年实际完成情况 目标实际完成情况 年度实际完成情况 目标完成情况 完成情况 年度目标完成情况 总体完成情况 年度总体目标完成情况 年度总体目标完成情况综述 总体目标完成情况综述 目标完成情况综述 完成情况综述 全年完成情况 实际完成目标 自评完成情况 绩效目标完成情况 年度绩效目标完成情况 总体目标完成情况',
)

/** Words of a title that say which version of a table it is. */
export const TABLE_VERSION = /调整|变更|修订|追加|中期|监控|事前|事后|自评|评价|上半年|下半年/g

export const YEAR_NUMBER = /20\d\d(?=年)/g

/** [042]某单位, 042-某单位: a code in front of a name. */
export const CODE_IN_FRONT = /^\[?\d+\]?[-\s]?/

/** A line of what pages on the web print below a text (SYS), and is no part of it. */
export const PAGE_FURNITURE =
  /^(?:(?:相关)?附件(?:下载)?:?$|[上下]一[篇条](?::|$)|扫一扫|手机扫码|[[【](?:打\s?印|关\s?闭)(?:本页|此页|页面|窗口)?[\]】]|(?:(?:打印|关闭)(?:本页|此页|页面|窗口)?\s?){1,2}$|分享(?:到|至)?:?$|返回顶部$|相关(?:推荐|链接|文章|阅读|新闻)|客服电话|网站地图$|联系我们$|主办(?:单位)?:|[^\s:。]{4,20}主办\s+[^\s:。]{4,24}承办|版权所有|网站标识码|(?:(?:信息|文章|稿件)来源|来源|发布(?:日期|时间|机构|单位|人)|(?:浏览|阅读|点击|访问)(?:次数|量|数)|(?:责任)?编辑|字号|字体大小)\s?:|qrcode$)/
export const NAMES_INDICATORS = /指\s?标/
/** What no chapter behind a table holds, and no line below a text: 产出指标数量指标…≥90%90%20. */
export const HOLDS_HEADINGS = /[≥≤]\s?\d|(?:产出|数量|质量|时效|成本|效益|满意度)指标/
export const HOLDS_INDICATORS = /[≥≤]\s?\d|\d\s?%|(?:产出|数量|质量|时效|成本|效益|满意度)指标/
