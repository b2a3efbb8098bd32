/**
 * What stands as the result of an indicator in words. FORM: the notes of self-evaluations grade qualitative results as 达成预期指标,
 * 部分达成预期指标并具有一定效果 and 未达成预期指标且效果较差, with 100–80 %, 80–50 % and less of the points.
 */

/** 部分达成预期指标, 基本未完成, 未达标, 尚未开工: less than what was planned. */
const NOT_REACHED =
  /^(?:部分|尚未|暂未|均未|还未|基本未|未能|没有|未)(?:按[时期]|如期|全部|全面|完全)?(?:达成|达到|达标|完成|实现|开展|实施|启动|开工|完工|验收|支付|执行)/

/** Whether a result in words says that less was reached than planned. */
export const isNotReached = (words: string): boolean => NOT_REACHED.test(words)

/** 基本健全 for 健全, 有所改善 for 明显改善: less than that, if points were taken off for it. */
export const isLessThan = (result: string, target: string): boolean =>
  WEAKENED.test(result) && !WEAKENED.test(target)

const WEAKENED = /^(?:基本|部分|有所|较(?!上年|去年)|初步|大致|一般)/

/** 绩效指标（90分） over the indicators of a form: what their points come to. */
const WHOLE_OF_POINTS = /^(?:年度)?绩效指标(?:完成情况)?\((?:90|100)分\)$/

/** Whether a label says that the points of the indicators make a whole. */
export const saysWhole = (label: string): boolean => WHOLE_OF_POINTS.test(label.replace(/\s/g, ''))

/** The points that a label has in brackets: 年度绩效目标(80分). */
export const pointsOfLabel = (label: string): string | undefined =>
  /\((\d{1,3}(?:\.\d)?)分\)$/.exec(label.replace(/\s/g, ''))?.[1]

/** 90%以上得满分, 每低1个百分点扣1分: a note that says how points are given, which need not be in proportion. */
const HOW_TO_SCORE = /[得扣计减记]\s*(?:满|零|\d+(?:\.\d+)?)\s*分|满分|酌情|按比例/

/** 完成值达到指标值，记满分; 未超预算得满分; 低于目标值按比例扣分: what is asked for is the target itself. */
const AS_PLANNED = /(?:达到|完成|符合|满足|高于|超|低于).{0,6}(?:指标|目标|标准|计划|预期|要求|预算)/

/** 每超5分钟扣2分,扣完为止: what each step away from the target costs, which is no other one. */
const DEDUCTS = /^每[超少低高多差降增减延][^,;。]{0,12}扣(?:除)?[\d.]+分[,;]?(?:扣完为止)?[。;]?$/

/** 满分10分,按完成程度计分: in proportion to the target. */
const IN_PROPORTION =
  /^(?:满分\d+(?:\.\d+)?分[,;.。]?)?按(?:实际)?完成(?:程度|比例|情况)(?:计|得|打|评)分[。;]?$/

/** Whether a note gives an indicator a standard of scoring that is not its target. */
export const hasOwnStandard = (words: string): boolean =>
  HOW_TO_SCORE.test(words) &&
  !DEDUCTS.test(words) &&
  !IN_PROPORTION.test(words) &&
  (/\d/.test(words) || !AS_PLANNED.test(words))

/** 1-6月执行情况, 半年度指标执行情况: over what was done by the middle of the year. */
const BY_NOW = /^(?:上?半年|前[二三]季度|1-(?!12)\d{1,2}月|截至(?!12|年底)\d{1,2}月)/

/** Whether a header is over results of a part of the year: no target has to be reached by then. */
export const isOfPartOfYear = (header: string): boolean => BY_NOW.test(header)

/** Written in the column of reasons where there is none: 无, 无偏差, /, 不涉及, 已完成. */
const NO_REASON =
  /^(?:无|已?(?:按时|全部)?完成|已?达标|暂无|没有|无偏差|无差异|无原因|不涉及|不适用|正常|[-/—\\~·.。0]+)$/

/** Whether what stands in the column of reasons gives none. */
export const isNoReason = (words: string): boolean => NO_REASON.test(words)
