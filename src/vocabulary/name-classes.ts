import { CEILING, PRICE_NAME, WHOLE_COST } from './price-words.ts'
import { withoutBrackets } from './unit-in-name.ts'

/**
 * Which way a name points (SYS: = ≥ > go with higher-is-better, ≤ < with lower-is-better), and which
 * shares may exceed the whole. Matched against names with blanks and widths folded.
 */

/** Higher is better: these with ≤ or < are suspect, unless what is named is their lack. */
const HIGHER_IS_BETTER =
  /(?<![不未])(?:满意度|满意率|合格率|及时率|完成率|达标率|准确率|覆盖率|知晓率|知晓度|落实率|到位率|正常率|安全率|就业率|普及率|成活率|保存率|利用率|使用率|合规率|通过率|有效率|结案率|办结率|支持率|巩固率|参与率|入学率|验收率|完好率|(?:优良|优质|优等|优秀)[\u4e00-\u9fff]{0,3}率|在线率|可用率|运行率|整改率|修复率|成功率|处置率|规范率|上岗率|发放率|兑付率|拨付率|治愈率|检测率|救治率|升学率|上架率|归档率|捕获率|采纳率|好评率|认可率|认可度|完整率|受理率|回访率|响应率|履约率|脱贫率|达产率)/

/** Lower is better: these with ≥ or > are suspect. */
const LOWER_IS_BETTER =
  /[不未](?:合格|达标|规范|满意|完整|准确|及时)率|[脱漏]管率|误差|超支|投诉|事故|死亡|伤亡|违纪|(?<![未无零不非防免])(?:刊误|差错|错误|失误|误报|漏报|漏检|故障|中断|停播|停机|停电|宕机|发病|感染|成灾|受灾|受害|火灾|流失|辍学|返贫|返工|违规|违约|违法|逾期|缺勤|损耗|破损|漏损|漏失|渗漏|泄漏|漏水|漏气|线损|产销差|退货|空置|失业|重复|拒收|超限|超标|复吸|复发|犯罪|发案|逃课|浪费|坏账|损坏|损毁|毁损|丢失|遗失|缺失|偏差|变更|延期|延误|拖欠|欠费|积压|信访|上访|复议|败诉|改判|发回(?:重审)?|差评|空缺|流产|死淘|污染|排放超标)率|(?:响应|修复|维修|处置|处理|办理|调阅|查阅|调档|查询|通关|登记|立案|结案|排队|停留|接诉|派单|上报|报送|检索|办结|等候|等待|排除|恢复|到场|到达|出警|回复|答复|反馈|审批|兑付|拨付|审理|办案|受理|审核|送达|救援|抢修)(?:平均)?(?:时间|时长|时限|时效|周期|天数|用时)|(?:受灾|受害|成灾|绝收|过火|沙化|荒漠化|石漠化|撂荒|抛荒|闲置)面积$|[大超]班额(?:比例|占比|率|数|班级数)?(?:\([^()]*\))?$/

/** 无投诉, 投诉处理率, 办理投诉举报, 事故下降率: the bad thing itself isn't what is counted. */
const COUNTERACTED =
  /(?:处理|办理|办结|处置|解决|回复|受理|化解|整改|修复|排除|下降|降低|减少|控制|结案|查处|调处|反馈|回访|答复|预防|防范|救援|赔付|处理及时|结案及时|响应)(?:及时)?(?:率|度|数量|数|件数|次数|程度|情况|幅度|比例)?$|[降减]幅$|^(?:处理|办理|办结|受理|查处|核查|调处|化解|处置|解决|答复|回复)(?:群众|企业|各类|信访)?(?:投诉|举报|信访|事故|纠纷|案件)(?:举报|案件|事项|问题|数|数量|件数)*$/

/** Shares of no whole, which may be more than 100 %. */
const MAY_EXCEED_WHOLE =
  /增长|增幅|增速|增加|提高|提升|上升|下降|降低|减少|降幅|变化|同比|环比|较上年|比上年|倍|杠杆|产出比|投入产出|投入比|拉动|带动|回报|收益率|利润率|产销率|超额|超计划|偏离|保值|增值|流动比率|周转|资产负债|产能|负荷|配比|载客|实载|入住|性价比|之比$/

/** Rates of doing what was planned: more than planned is possible. */
const COMPLETION_OVER_PLAN = /计划完成率|任务完成率|目标完成率|预算完成率|完成计划率|计划执行率|收入完成率/

/** What may last longer than it has to: a time of these with ≥ is none to keep within. */
const LASTING = /(?:质保|保修|使用|服务|保存|保管|储存|存放|运行|开放|公示|公告|有效)时限$/

/**
 * What the name of an indicator says its value is of (FORM, read off printed names; which way a name points SYS).
 * Names are folded, and without the brackets at their end. A name may be of several classes.
 */
export const NAME_CLASSES = {
  /** 补助标准, 人均成本: money for one of many. */
  price: PRICE_NAME,
  /** 总成本: a limit that contains others. */
  'whole-cost': WHOLE_COST,
  /** 最高补助额: what no one exceeds. */
  ceiling: CEILING,
  rate: /(?:[^概频效汇速功费税利兑比斜]率|有效率|成功率|(?:满意|知晓|认可|支持|参与)度|免疫密度|占比|比例)$/,
  /** 覆盖面, 达标情况, 增幅: what may be said in percent, however it ends. */
  'may-be-share': /[率比度占幅]|覆盖|达标|合格|满意|[增减升降]|程度|进度|情况/,
  /** 床位数, 参训人次; an 指数 or 系数 may be a share. */
  count: /(?:[^指系分倍参函基]数|人次|场次|数量|人口)$/,
  size: /(?:里程|长度|使用年限|寿命)$/,
  /** Of people, times and things, which is how much was done and not how well. */
  'amount-of-work': /(?:人数|次数|数量|人次数?|场次数?|户数|件数|份数|期数|个数)$/,
  /** 事故起数: how often something happened, whatever it is. */
  occurrences: /(?:起数|发生数量?)$/,
  /** What went wrong, or what went right, is counted to say how good the work was. */
  'counted-quality':
    /投诉|事故|差错|错误|失误|故障|违规|违纪|违法|返工|退货|信访|上访|纠纷|舆情|复发|缺陷|破损|合格|达标|通过|优秀|优良|获奖|满意|好评|表扬/,
  /** What should not have happened, and is nobody's work. */
  fault: /(?:差错|错误|失误|投诉|违规|违纪|事故|伤亡)(?:[人次件起]{0,2}数量?|数量)?$/,
  /** 万人发案率: so many of each ten thousand. */
  'of-many': /[百千万亿][人名台辆户件]|每/,
  satisfaction: /满意(?:度|率|程度)?$/,
  'about-satisfaction': /满意/,
  dissatisfaction: /不满意|投诉|异议/,
  /** 食品抽检不合格率 is of those who are inspected, and may well be a benefit. */
  'quality-rate': /(?:(?<![不未])(?<!体质|体质健康)(?:合格率|准确率)|故障率|刊误率|差错率|错误率)$/,
  timeliness: /(?:及时率|及时性|按时完成率|按期完成率)$/,
  'time-limit': /时限$/,
  /** 质保时限: what may last longer than it has to. */
  lasting: LASTING,
  'higher-is-better': HIGHER_IS_BETTER,
  'lower-is-better': LOWER_IS_BETTER,
  /** 投诉处理率: the bad thing itself isn't what is measured. */
  counteracted: COUNTERACTED,
  /** Rates that may be high and are to be no higher: 含水率, 负荷率, 成本控制率. */
  'kept-in-bounds':
    /控制|限制|占|比例|比重|负荷|负债|成本|费|支出|消耗|能耗|含[\u4e00-\u9fff]{0,3}率|湿度|饱和|淘汰|流转|集中|依存|偏|差|损|缺|失|漏/,
  'may-exceed-whole': MAY_EXCEED_WHOLE,
  'completion-over-plan': COMPLETION_OVER_PLAN,
  money: /[额费款]$|资金|支出|经费/,
  /** 文化惠民受益群众: those who are counted. */
  people: /(?:群众|学生|农户|人员|职工|教师|患者|老年?人|儿童|游客|村民|居民|人数|人口)$/,
  /** 分红总额: a sum of money, and no part of one. */
  'sum-of-money': /(?:总额|金额)$/,
  'earned-or-saved':
    /节约|节省|结余|收入|创收|减少|降低|压减|核减|募集|筹[集措]|追[回缴]|挽回|产值|营收|销售|税收/,
  /** 基础养老金最低标准: the least that there is to be. */
  least: /最低|保底|下限/,
  expense: /成本|费用|经费|资金|支出|价格|[单均]价|投入|投资|开支|金额|费$/,
  /** What someone is paid or pays; 补贴标准 30% may be a share of a price. */
  paid: /(?:补助|补贴|津贴|工资|报酬|薪酬|酬金|奖励|租金|标准|造价|总额|总价|上限|限额)$/,
  /** 成本节约率, 超支控制: no sum of money, though under 成本. */
  'rate-of-cost': /率|比例|占比|比重|节约|控制(?![数价])|偏差|误差|幅度/,
} as const satisfies Readonly<Record<string, RegExp>>

/** A class of names. */
export type NameClass = keyof typeof NAME_CLASSES

/** Whether a folded name is of a class, whatever stands in brackets at its end. */
export const isNamed = (name: string, is: NameClass): boolean => NAME_CLASSES[is].test(withoutBrackets(name))

/** The same for a name of which several classes are asked. */
export const classesOf = (name: string): ((is: NameClass) => boolean) => {
  const bare = withoutBrackets(name)
  return (is) => NAME_CLASSES[is].test(bare)
}

/** Projects that only pay wages, allowances or insurance, by their names: there is nobody to ask for satisfaction (FORM). */
export const PAY_AND_PENSIONS = /工资|津贴|津补贴|社保缴费|社会保险缴费|养老保险|职业年金|公积金|遗属|抚恤/
