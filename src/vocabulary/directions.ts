/**
 * Which way a name points (SYS: = ≥ > go with higher-is-better, ≤ < with lower-is-better), and which
 * shares may exceed the whole. Matched against names with blanks and widths folded.
 */

/** Higher is better: these with ≤ or < are suspect, unless what is named is their lack. */
export const HIGHER_IS_BETTER =
  /(?<![不未])(?:满意度|满意率|合格率|及时率|完成率|达标率|准确率|覆盖率|知晓率|知晓度|落实率|到位率|正常率|安全率|就业率|普及率|成活率|保存率|利用率|使用率|合规率|通过率|有效率|结案率|办结率|支持率|巩固率|参与率|入学率|验收率|完好率|(?:优良|优质|优等|优秀)[\u4e00-\u9fff]{0,3}率|在线率|可用率|运行率|整改率|修复率|成功率|处置率|规范率|上岗率|发放率|兑付率|拨付率|治愈率|检测率|救治率|升学率|上架率|归档率|捕获率|采纳率|好评率|认可率|认可度|完整率|受理率|回访率|响应率|履约率|脱贫率|达产率)/

/** Lower is better: these with ≥ or > are suspect. */
export const LOWER_IS_BETTER =
  /[不未](?:合格|达标|规范|满意|完整|准确|及时)率|误差|超支|投诉|事故|死亡|伤亡|违纪|(?<![未无零不非防免])(?:刊误|差错|错误|失误|误报|漏报|漏检|故障|中断|停播|停机|停电|宕机|发病|感染|成灾|受灾|受害|火灾|流失|辍学|返贫|返工|违规|违约|违法|逾期|缺勤|损耗|破损|漏损|退货|空置|失业|重复|拒收|超限|超标|复吸|复发|犯罪|发案|逃课|浪费|坏账|损坏|损毁|毁损|丢失|遗失|缺失|偏差|变更|延期|延误|拖欠|欠费|积压|信访|上访|复议|败诉|改判|发回重审|差评|空缺|流产|死淘|污染|排放超标)率|(?:响应|修复|维修|处置|处理|办理|办结|等候|等待|排除|恢复|到场|到达|出警|回复|答复|反馈|审批|兑付|拨付|审理|办案|受理|审核|送达|救援|抢修)(?:平均)?(?:时间|时长|时限|时效|周期|天数|用时)|(?:受灾|受害|成灾|绝收|过火|沙化|荒漠化|石漠化|撂荒|抛荒|闲置)面积$|[大超]班额(?:比例|占比|率|数|班级数)?(?:\([^()]*\))?$/

/** 无投诉, 投诉处理率, 事故下降率: the bad thing itself isn't what is counted. */
export const COUNTERACTED =
  /(?:处理|办理|办结|处置|解决|回复|受理|化解|整改|修复|排除|下降|降低|减少|控制|结案|查处|调处|反馈|回访|答复|预防|防范|救援|赔付|处理及时|结案及时|响应)(?:及时)?(?:率|度|数量|数|件数|次数|程度|情况|幅度|比例)?$|[降减]幅$/

/** Shares of no whole, which may be more than 100 %. */
export const MAY_EXCEED_WHOLE =
  /增长|增幅|增速|增加|提高|提升|上升|下降|降低|减少|降幅|变化|同比|环比|较上年|比上年|倍|杠杆|产出比|投入产出|投入比|拉动|带动|回报|收益率|利润率|产销率|超额|超计划|偏离|保值|增值|流动比率|周转|资产负债|产能|负荷|配比|载客|实载|入住|性价比/

/** Rates of doing what was planned: more than planned is possible. */
export const COMPLETION_OVER_PLAN =
  /计划完成率|任务完成率|目标完成率|预算完成率|完成计划率|计划执行率|收入完成率/

/** What may last longer than it has to: a time of these with ≥ is none to keep within. */
export const LASTING = /(?:质保|保修|使用|服务|保存|保管|储存|存放|运行|开放|公示|公告|有效)时限$/
