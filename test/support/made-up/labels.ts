import type { Random } from '../random.ts'

/**
 * The words that a form prints over columns and beside fields. `usual` are printed on official forms; `own` are
 * composed as bureaus compose theirs, and meant to stand in no list that a reader may have.
 */
interface Choice {
  readonly usual: readonly string[]
  readonly own: readonly string[]
}

const LABELS = {
  projectName: {
    usual: ['项目名称', '项目名称', '专项名称', '项目支出名称'],
    own: ['经费事项', '资金用途称谓', '立项事由名称', '本项开支名目', '任务包名称'],
  },
  department: {
    usual: ['主管部门', '主管部门及代码', '部门名称'],
    own: ['归口管理机构', '上级管理处室', '业务牵头机关'],
  },
  agency: {
    usual: ['实施单位', '项目实施单位', '预算单位'],
    own: ['具体承办方', '经费使用机构', '落地执行机构'],
  },
  property: { usual: ['项目属性', '项目类型'], own: ['开支性质', '立项方式'] },
  period: { usual: ['起止时间', '项目期限', '项目起止时间'], own: ['办理时段', '执行区间'] },
  money: { usual: ['项目资金', '资金情况', '预算资金'], own: ['用款安排', '经费盘子'] },
  amount: {
    usual: ['年度资金总额', '资金总额', '年度预算总额', '预算金额'],
    own: ['本年拟用款', '经费盘子合计数', '年内可用经费', '核定用款', '拟安排款项'],
  },
  longAmount: { usual: ['实施期资金总额', '中长期资金总额'], own: ['全周期拟用款', '多年经费合计数'] },
  fiscal: { usual: ['财政拨款', '当年财政拨款'], own: ['本级财力安排', '公共预算安排'] },
  other: { usual: ['其他资金', '其他来源资金'], own: ['外部筹措款', '非财力来源'] },
  carried: { usual: ['上年结转资金', '上年结转'], own: ['往年剩余续用', '跨年续用款'] },
  goal: {
    usual: ['年度目标', '年度总体目标', '总体目标', '年度绩效目标', '绩效目标'],
    own: ['年内要办成的事', '本年预想成效', '拟实现的改变', '经费使用愿景', '计划成效描述'],
  },
  longGoal: { usual: ['实施期目标', '中长期目标'], own: ['全周期预想成效', '多年愿景'] },
  wholeGoal: { usual: ['总体目标', '绩效目标'], own: ['成效总述', '打算办到什么'] },
  expected: { usual: ['预期目标', '年初设定目标'], own: ['原先设想', '年初承诺成效'] },
  result: { usual: ['实际完成情况', '目标实际完成情况'], own: ['办成了什么', '落实结果描述'] },
  side: { usual: ['绩效指标', '年度绩效指标'], own: ['衡量体系', '考核细目'] },
  levelOne: { usual: ['一级指标', '一级指标', '指标类别'], own: ['大项', '维度', '首层分类', '大类别'] },
  levelTwo: { usual: ['二级指标', '二级指标'], own: ['小项', '子维度', '次层分类', '中类别'] },
  name: {
    usual: ['三级指标', '三级指标', '指标名称', '指标内容'],
    own: ['衡量要点', '考核事项', '细化看点', '观测点', '具体看什么'],
  },
  target: {
    usual: ['指标值', '目标值', '年度指标值', '绩效指标值'],
    own: ['应达程度', '计划完成数', '拟达水准', '考核标尺', '年内须到'],
  },
  comparator: { usual: ['指标性质', '计算符号', '比较符'], own: ['高低要求', '方向符', '比较关系'] },
  unit: { usual: ['计量单位', '度量单位', '单位'], own: ['量词', '计数口径'] },
  points: { usual: ['分值', '权重', '指标分值'], own: ['占分', '满分数', '赋值分'] },
  explanation: { usual: ['指标解释', '指标说明', '备注'], own: ['怎么看', '口径说明', '取数办法'] },
  standard: { usual: ['绩效标准', '评分标准', '指标值设定依据'], own: ['依据出处', '参照来源'] },
  actual: {
    usual: ['实际完成值', '全年完成值', '实际完成指标值'],
    own: ['办成多少', '落实数', '年末达到'],
  },
  score: { usual: ['得分', '自评得分'], own: ['自打分', '评得'] },
  reason: {
    usual: ['偏差原因分析及改进措施', '未完成原因分析', '偏差原因分析'],
    own: ['没做到的缘由', '差距说明与打算'],
  },
  opening: { usual: ['年初预算数', '年初预算'], own: ['开年安排数', '最初核定数'] },
  planned: { usual: ['全年预算数', '调整后预算数'], own: ['全年可用数', '变更后核定数'] },
  executed: { usual: ['全年执行数', '预算执行数'], own: ['全年花出数', '实际用掉'] },
  rate: { usual: ['执行率', '预算执行率'], own: ['用款进度', '花出比例'] },
  special: { usual: ['专项名称', '转移支付名称', '项目名称'], own: ['下达资金名目', '补助款名称'] },
  upper: { usual: ['中央主管部门', '省级主管部门'], own: ['下达机关', '款项源头部门'] },
  local: { usual: ['省级财政部门', '地方主管部门'], own: ['承接财力部门', '承接机关'] },
  upperMoney: { usual: ['中央补助', '上级补助'], own: ['下达款', '上面给的款项'] },
  localMoney: { usual: ['地方资金', '地方配套'], own: ['本地出资', '自筹配比款'] },
  whole: { usual: ['合计', '全省', '全市'], own: ['全域', '总盘'] },
  unitName: { usual: ['部门名称', '单位名称', '部门（单位）名称'], own: ['填报机构', '本机构全称'] },
  task: { usual: ['任务名称', '主要任务'], own: ['年内大事', '重点活儿'] },
  content: { usual: ['主要内容'], own: ['干些什么', '内容概述'] },
  taskMoney: { usual: ['预算金额', '拟安排金额'], own: ['拟花费', '配套经费'] },
} as const satisfies Record<string, Choice>

export type LabelName = keyof typeof LABELS

/** The words of one filing: the same word for the same thing throughout. */
export class Labels {
  readonly isOwn: boolean
  readonly #random: Random
  readonly #chosen = new Map<LabelName, string>()

  /** In a filing with words of its own two labels in three are in no list. */
  constructor(random: Random, isOwn: boolean) {
    this.isOwn = isOwn
    this.#random = random
  }

  of(name: LabelName): string {
    const known = this.#chosen.get(name)
    if (known !== undefined) return known
    const { usual, own }: Choice = LABELS[name]
    const label = this.#random.pick(this.isOwn && this.#random.chance(0.66) ? own : usual)
    this.#chosen.set(name, label)
    return label
  }
}

/** How the classes of indicators are called; the second scheme has costs at level 1. */
export const CATEGORY_WORDS = {
  output: ['产出指标', '产出指标', '产出目标', '项目完成指标'],
  benefit: ['效益指标', '效益指标', '效果指标', '项目效益指标'],
  satisfaction: ['满意度指标', '满意度指标', '满意度'],
  cost: ['成本指标'],
  quantity: ['数量指标', '数量'],
  quality: ['质量指标', '质量'],
  timeliness: ['时效指标', '时效'],
  expense: ['成本指标', '成本'],
  'economic-cost': ['经济成本指标'],
  economic: ['经济效益指标', '经济效益'],
  social: ['社会效益指标', '社会效益'],
  ecological: ['生态效益指标', '生态效益'],
  sustained: ['可持续影响指标', '可持续影响'],
  recipients: ['服务对象满意度指标', '服务对象满意度'],
} as const satisfies Record<string, readonly string[]>

export type CategoryName = keyof typeof CATEGORY_WORDS
