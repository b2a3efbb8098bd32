import {
  COMPLETION_OVER_PLAN,
  COUNTERACTED,
  HIGHER_IS_BETTER,
  LASTING,
  LOWER_IS_BETTER,
  MAY_EXCEED_WHOLE,
} from './directions.ts'
import { CEILING, PRICE_NAME, WHOLE_COST } from './price-words.ts'
import { withoutBrackets } from './unit-in-name.ts'

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
  rate: /(?:[^概频效汇速功费税利兑比斜]率|有效率|成功率|(?:满意|知晓|认可|支持|参与)度|占比|比例)$/,
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
