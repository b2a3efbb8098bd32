/**
 * What stands as the result of an indicator in words. FORM: the notes of self-evaluations grade qualitative results as 达成预期指标,
 * 部分达成预期指标并具有一定效果 and 未达成预期指标且效果较差, with 100–80 %, 80–50 % and less of the points.
 */

/** 部分达成预期指标, 基本未完成, 未达标, 尚未开工: less than what was planned. */
const NOT_REACHED =
  /^(?:部分|尚未|暂未|均未|还未|基本未|未能|没有|未)(?:按[时期]|如期|全部|全面|完全)?(?:达成|达到|达标|完成|实现|开展|实施|启动|开工|完工|验收|支付|执行)/

/** Whether a result in words says that less was reached than planned. */
export const isNotReached = (words: string): boolean => NOT_REACHED.test(words)

/** 90%以上得满分, 每低1个百分点扣1分: a note that says how points are given, which need not be in proportion. */
const HOW_TO_SCORE = /[得扣计减记]\s*(?:满|零|\d+(?:\.\d+)?)\s*分|满分|酌情|按比例/

/** Whether a note says how its indicator is scored. */
export const saysHowToScore = (words: string): boolean => HOW_TO_SCORE.test(words)

/** Written in the column of reasons where there is none: 无, 无偏差, /, 不涉及. */
const NO_REASON = /^(?:无|暂无|没有|无偏差|无差异|无原因|不涉及|不适用|正常|[-/—\\~·.。0]+)$/

/** Whether what stands in the column of reasons gives none. */
export const isNoReason = (words: string): boolean => NO_REASON.test(words)
