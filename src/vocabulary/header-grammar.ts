import { EARLIER_YEAR } from './dates.ts'
import type { ColumnRole } from './headers.ts'

/**
 * Headers and labels are composed of few words: when (年度, 实施期), of what (项目, 专项), and what it is
 * (目标, 名称, 值). Forms of every province put them together in their own way (当年绩效目标, 专项(项目)名称),
 * so what no list has is recognised by its parts.
 */
const WHEN =
  '建设期|运营期|本年度?|当年度?|年度|全年|年初|半年|实施期|实施周期|执行期|使用期|中长期|中期|长期|远期|近期|三年|全周期|周期|阶段性|阶段'
/** By now: 1-6月, 截至8月底. */
const NOW = '上?半年度?|前[二三]季度|\\d{1,2}-\\d{1,2}月份?|截至\\d{1,2}月底?'
const WHAT = '转移支付|项目|专项|资金|政策|预算|部门|单位|支出|财政|绩效'

type Pattern = Pick<RegExp, 'test'>

/** Made when it is first tried: the lists are long, and few filings have words that no list has. */
const composed = (parts: string, end: string): Pattern => {
  let pattern: RegExp | undefined
  return {
    test: (name) => {
      pattern ??= new RegExp(`^(?:${parts})+(?:${end})$`)
      return pattern.test(name)
    },
  }
}

/**
 * The first that fits decides. `ends`: what such words end with, so that hardly any pattern has to be tried.
 * `needs`: a word without which the composition says too little.
 */
const GRAMMAR: readonly (readonly [role: ColumnRole, ends: string, pattern: Pattern, needs?: RegExp])[] = [
  [
    'note',
    '料件',
    /^(?:证明|佐证|支撑|印证|查证|考核|完成|绩效)*(?:证明|佐证|支撑|印证|查证)(?:材料|资料|文件)$/,
  ],
  ['note', '准则法据明细', /^(?:评(?:\(扣\)|扣)?|扣|计|打|记)分(?:标准|细则|办法|方法|规则|依据|说明)$/],
  [
    'score',
    '分',
    /^(?:单位|项目|自我|绩效|指标|本项|单项|分项|各项|实际|考核)*(?:自评|评价|评定|考评|实际)?(?:得分|评分)$/,
  ],
  [
    'reason',
    '因析施明',
    /^(?:存在|指标|绩效)*(?:偏差|未完成|未达标|未达成|扣分|差异|未实现)[^,。]{0,16}(?:原因|分析|措施|说明)$/,
  ],
  ['rate', '率', composed(`全年|年度|预算|资金|当年|本年|项目|经费|${NOW}`, '(?:执行|支出|使用|到位)率')],
  [
    'executed',
    '数额金出',
    composed(
      `全年|年度|预算|资金|当年|本年|项目|经费|累计|截至年底|实际|${NOW}`,
      '(?:执行|支出|支付|使用|到位)(?:数|额|金额|资金)?',
    ),
    /数|额|金|月|半年|季度/,
  ],
  // 绩效监控表: what is expected by the end of the year, beside the plan and what was done by now.
  [
    'note',
    '况成',
    /^(?:全年|年度|年底)+预计(?:完成|实现)(?:情况)?$|^(?:年底)?预计(?:全年|年度)?(?:完成|实现)情况$/,
  ],
  // How likely that is: 确定能, 有可能, 不可能.
  ['note', '成现', /^(?:能否|是否能?|可否)(?:按[时期]|如期)?(?:完成|实现|达成)$/],
  [
    'note',
    '性',
    /^(?:全年|年度|绩效|预期)*(?:完成|实现|达成)?(?:绩效|年度)?(?:目标|指标)(?:完成|实现|达成)?的?可能性$/,
  ],
  // 绩效监控表: 半年度指标执行情况, 1-7月完成情况.
  [
    'actual',
    '况',
    /^(?:上?半年度?|全年度?|年度|\d{1,2}-\d{1,2}月份?|截至\d{1,2}月底?)*(?:绩效)?(?:(?:指标|目标)值?(?:执行|监控)|(?<=月份?|月底?|半年度?)(?:指标|目标)?(?:执行|完成|实现))情况$/,
  ],
  [
    'result',
    '况标述',
    /^(?:全年|年度|本年|当年|项目|绩效|总体|目标|预期|单项|指标)*(?:(?:实际|目标|具体)*(?:完成|实现|达成)情况(?:综述|概述)?|实际(?:完成|实现|达成)(?:目标|情况))$/,
  ],
  [
    'actual',
    '值',
    /^(?:全年|年度|本年|当年|项目|绩效|指标|目标|三级|单项|分项|截至年底|上?半年度?|前[二三]季度|\d{1,2}-\d{1,2}月份?|截至\d{1,2}月底?)*(?:实际|自评)?(?:完成|实际|实现|达到|达成)(?:指标)?(?:完成)?值$/,
    new RegExp(`^(?!.*(?:预|计划|${EARLIER_YEAR}))`),
  ],
  [
    'note',
    '释明义源处据性型',
    /^(?:绩效|三级|考核)*(?:指标|目标)(?:值)?(?:内容)?(?:解释|说明|定义|释义|来源|出处|依据|属性|类型|确定依据|设定依据|设置依据|测算依据)$/,
  ],
  [
    'note',
    '值',
    new RegExp(
      `^(?:历史|${EARLIER_YEAR}|[近前][两二三五几]年|参考|行业)(?:指标|目标|参考|完成|实际|实现|平均|标准)*值$`,
    ),
  ],
  // 同名项目上年预算额, 上年度预算执行数
  [
    'other',
    '算数额金率',
    new RegExp(`^(?:同名|项目)*(?:${EARLIER_YEAR})(?:预算|执行|支出|安排|决算|资金|金额|数|额|率)+$`),
  ],
  ['level-one', '标类别称型', /^第?[一1]级(?:绩效|评价|考核)?(?:指标|分类|类别)(?:名称|类别|类型|分类)?$/],
  ['level-two', '标类别称型', /^第?[二2]级(?:绩效|评价|考核)?(?:指标|分类|类别)(?:名称|类别|类型|分类)?$/],
  ['indicator', '标称容述置', /^第?[三3]级(?:绩效|评价|考核)?指标(?:名称|内容|描述|设置)?$/],
  ['unit', '位', /^(?:绩效|指标|目标|值|数量|考核)*(?:计量|度量|量化|衡量)单位$/],
  [
    'comparator',
    '质号',
    /^(?:绩效|指标|目标|值|三级|考核)+(?:性质|(?:计算|运算|比较|逻辑|关系)?符号?)$/,
    /性质|符/,
  ],
  [
    'weight',
    '值重数置比分',
    /^(?:绩效|指标|三级|目标|评价|考核|设定)*(?:分值|权重|分数|(?:标准|基准|基础|赋|满)分)(?:分值|权重|分数|设置|占比)*$/,
  ],
  ['code', '码号', composed(`${WHAT}|二级|三级`, '编码|代码|编号')],
  [
    'agency',
    '门位称码',
    composed(
      `${WHAT}|业务|主管|实施|申报|申请|填报|执行|承担|承办|责任|使用|用款|编制|牵头|组织|归口管理|管理`,
      '(?:部门|单位)(?:\\(单位\\))?(?:名称)?(?:[及和与/]?(?:预算)?(?:代码|编码))?',
    ),
    /主管|实施|申报|申请|填报|执行|承[担办]|责任|使用|用款|编制|牵头|组织|管理|预算|(?:项目|资金)单位/,
  ],
  [
    'period',
    '期限间度',
    composed(`${WHAT}|建设|实施|执行|服务|合同|计划|起止`, '周期|期限?|工期|年限|时间'),
    /建设|实施|执行|服务|合同|起止/,
  ],
  ['name', '称', composed(`${WHAT}|[一二三]级|子|具体|[()/、和及与或]`, '名称'), /项目|专项|政策/],
  [
    'goal',
    '标容述定',
    composed(
      `${WHEN}|${WHAT}|根据[\\u4e00-\\u9fff]{2,12}(?:归纳|制定|确定)|总体|整体|总|具体|主要|预期|工作|建设|设定|分解|[要应拟]|实现|达到|完成|的`,
      '目标(?:内容|描述|设定)?',
    ),
    // 拟实现的年度目标 is a label, and 实现年度目标 what will be done.
    /^(?!(?:实现|达到|完成)(?!的?目标))/,
  ],
  [
    'indicator',
    '标称容述置',
    composed(`${WHEN}|${WHAT}|考核|评价|具体|主要|关键|个性|末级|目标|衡量`, '指标(?:名称|内容|描述|设置)?'),
  ],
  [
    'target',
    '值容明述位',
    composed(
      `${WHEN}|项目|绩效|三级|预期|预计|计划|考核|评价|设定|指标|目标|实现|完成|达到`,
      '值(?:内容|说明|描述|[及含和]单位)?',
    ),
    /指标|目标|预期|预计|计划|考核|设定/,
  ],
  [
    'funding',
    '金款助套转余资排入',
    composed(
      '其他|中央|省|市|县|自治区|自治州|区|州|盟|旗|乡|镇|街道|级|本级|上级|地方|同级|年度|本年|当年|上年|以前年度|财政|一般公共预算|补助|专项|配套|转移支付|统筹|安排|结转|结余|' +
        '纳入|专户|管理|的|非税收入|政府性基金|国有资本经营|预算内?|基建|奖补',
      '资金|拨款|补助|配套|结转|结余|投资|安排|收入',
    ),
    /其他|中央|[省市县区州乡镇]级?|本级|上级|地方|同级|结[转余]|专户|非税|基金|国有资本/,
  ],
  [
    'amount',
    '算费金额资排报请复达求模度况计总数',
    composed(
      `${WHEN}|${WHAT}|申报|申请|批复|[此本]次|下达|安排|拟|计划|核定|总|经费|概算|[省市县区州]级?|本级`,
      '(?:(?:预算|概算|资金|经费|金额|投资|总额)(?:安排|申报|申请|批复|下达|需求|规模|额度|情况|合计|总计|总|金额|数|额)*|(?:批复|下达|安排)(?:数|额度?|金额|规模))',
    ),
    /年|期|额|数$|安排|申[请报]|批复|下达|规模|合计|总|概算/,
  ],
]

/** 调整后指标值, 全年(调整)指标值: what is planned since it was changed. */
export const SAYS_ADJUSTED = /调整|变更/

/** 预算执行, 资金执行情况: heads the points for spending the budget, which measure nothing that is planned. */
const NAMES_EXECUTION = /^(?:预算|资金|项目|经费)*执行(?:率|情况)?(?:\([\d.]+分?\))?$/

/** Whether a heading of rows is that of the execution of the budget. */
export const namesExecution = (heading: string): boolean => NAMES_EXECUTION.test(heading)

const LONGEST = 20

/** The role of a header that is composed of known words; `name` without blanks and remarks. */
export const composedRole = (name: string): ColumnRole | undefined => {
  if (name.length < 3 || name.length > LONGEST) return undefined
  const end = name.at(-1) as string
  const fits = ([, ends, pattern, needs]: (typeof GRAMMAR)[number]): boolean =>
    ends.includes(end) && pattern.test(name) && needs?.test(name) !== false
  return GRAMMAR.find(fits)?.[0]
}
