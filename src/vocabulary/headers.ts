import { rememberText } from '../remember.ts'
import { composedRole } from './header-grammar.ts'
import { withLabelsRepaired } from './heading-words.ts'
import { words } from './words.ts'

/** What a column of a table, or a labelled cell of a form, holds. */
export type ColumnRole =
  | 'code'
  | 'name'
  /** Agencies, where they have a column beside that of the projects. */
  | 'agency'
  | 'amount'
  /** A part of the amount: 财政拨款, 其他资金. */
  | 'funding'
  /** 项目期限, 起止时间. */
  | 'period'
  | 'goal'
  /** All indicators of a project in a cell, or, beside columns of categories or targets, one. */
  | 'indicator'
  /** 一级指标. */
  | 'level-one'
  /** 二级指标. */
  | 'level-two'
  /** 指标性质, 计算符号. */
  | 'comparator'
  /** 指标值, 目标值. */
  | 'target'
  /** 度量单位, 计量单位. */
  | 'unit'
  /** 分值, 权重. */
  | 'weight'
  /** 指标方向性: 正向指标, 反向指标. */
  | 'direction'
  /** 实际完成值: what was reached, in a self-evaluation. */
  | 'actual'
  /** 得分. */
  | 'score'
  /** 偏差原因分析及改进措施. */
  | 'reason'
  /** What is said of an indicator and is no target: 指标解释, 绩效标准, 评分标准, 备注. */
  | 'note'
  /** 实际完成情况: what became of the goals. */
  | 'result'
  /** 全年执行数: money spent. */
  | 'executed'
  /** 执行率. */
  | 'rate'
  /** Known, but nothing that pbo reads: 序号, 项目类别. */
  | 'other'

/**
 * Column headers and labels (FORM: as printed on filings). Compared after widths and blanks are folded,
 * years, numbers and bracketed remarks are taken off.
 */
const HEADERS: Readonly<Record<ColumnRole, readonly string[]>> = {
  code: words(
    '单位编码 编码 单位代码 代码 预算单位编码 项目编码 项目代码 单位编号 部门编码 项目编号 预算项目编码 预算项目代码 二级项目编码 二级项目代码',
  ),
  name: words(
    '单位及项目名称 单位名称及项目名称 单位和项目名称 单位、项目名称 单位/项目名称 单位(项目)名称 单位名称(项目) 单位(项目名称) ' +
      '职责活动 部门及项目名称 项目名称 项目支出名称 专项资金名称 专项名称 二级项目名称 一级项目名称 三级项目名称 子项目名称 预算项目名称 项目单位及名称 ' +
      '预算事项 预算事项名称 政策和项目名称 政策(项目)名称 项目(政策)名称 支出项目名称 单位名称 项目 项目名 名称 资金名称 专项资金项目名称',
  ),
  agency: words(
    '主管部门 主管部门名称 预算部门 预算部门名称 预算单位 预算单位名称 实施单位 项目实施单位 项目单位 项目单位名称 申报单位 部门名称 主管单位 部门(单位)名称 ' +
      '单位(部门)名称 部门单位名称 部门单位 资金使用单位 项目主管部门 实施部门 项目实施部门 执行单位 承担单位 责任单位 用款单位 ' +
      '主管部门及代码 主管部门及编码 实施单位(公章) 部门 中央主管部门 地方主管部门 下达地方或单位 下达地方 下达单位',
  ),
  amount: words(
    '金额 资金 实施期资金总额 实施期资金 项目实施期资金总额 中长期资金总额 中期资金总额 中期资金 实施期金额 中期金额 中长期金额 资金情况 项目资金情况 总预算 预算金额 项目金额 预算数 预算 资金总额 年度资金总额 项目资金 项目资金总额 年度预算安排 年度预算 年度预算数 年度预算金额 ' +
      '支出预算总量 支出预算总额 部门支出预算总量 预算申报数 当年预算 当年预算数 预算安排 预算安排数 预算安排资金 项目资金申请 资金金额 支出金额 合计金额 项目预算 项目总金额 ' +
      '本年预算 本年预算数 年初预算数 年初预算 预算总额 项目预算总额 总金额 资金合计 年度金额 当年预算金额 项目总投资 总投资 预算资金 预算资金总额 ' +
      '安排资金 分配资金 投资规模 资金预算 年度预算安排资金 资金规模 资金额度 金额合计 预算经费 项目经费 安排预算 安排预算资金 年初预算安排 年初预算金额 本年度预算 本年度预算安排 年度资金 安排金额 预算批复数 预算批复金额 资金安排 项目预算金额 当年金额 年度预算资金 年度预算申请 年度预算总额 项目支出预算 项目支出金额 下达中央预算内投资 本次下达中央预算内投资 下达投资 本次下达投资',
  ),
  funding: words(
    '财政拨款 财政资金 财政拨款资金 财政性资金 当年财政拨款 本年财政拨款 年度财政拨款 一般公共预算 一般公共预算拨款 一般公共预算资金 一般公共预算财政拨款 政府性基金 政府性基金预算 政府性基金预算拨款 政府性基金拨款 ' +
      '政府性基金预算资金 国有资本经营预算 国有资本经营预算拨款 财政专户管理资金 财政专户资金 专户资金 单位资金 其他资金 其他 其它资金 其他收入 自有资金 单位自有资金 自筹资金 自筹 ' +
      '上级资金 上级补助 上级补助资金 上级财政资金 上级转移支付 上级专项 中央资金 中央财政资金 中央补助 中央补助资金 中央财政补助 中央财政 省级资金 省级财政资金 省级补助 省级财政 ' +
      '省级补助资金 市级资金 市级财政资金 市级财政 市级补助 县级资金 县级财政资金 县级财政 区级资金 区级财政资金 区县资金 区县级资金 地方资金 本级资金 本级财政资金 本级财政 本级安排 同级财政资金 ' +
      '上年结转 上年结转资金 结转资金 结转结余资金 上年结转结余 以前年度结转 结余资金 事业收入 事业资金 经营收入 事业单位经营收入 非财政拨款 非财政资金 社会资金 社会投入资金 ' +
      '银行贷款 贷款资金 债券资金 专项债券 地方政府债券 政府债券 本级拨款 基金预算 当年拨款 转移支付 转移支付资金 一般债券 专项债 纳入预算管理的行政事业性收费 ' +
      '基本支出 基本支出预算 项目支出 人员经费 公用经费 人员支出 公用支出 日常公用支出 日常公用经费',
  ),
  period: words(
    '项目期限 项目期 项目周期 实施期限 实施期 实施周期 项目实施期 项目实施期限 项目起止时间 项目起止年限 起止时间 起止年限 起止日期 项目时间 项目实施时间 实施时间 执行期限 ' +
      '项目执行期 年度 预算年度 项目年度 资金使用期限 实施年度 项目起止日期 项目起止年份 填报年度 ' +
      '起始时间 起始年度 起始日期 起始年份 开始时间 开始年度 开始日期 开始年份 项目起始时间 项目起始年度 项目开始时间 项目开始日期 项目起始日期 ' +
      '终止时间 终止年度 终止日期 结束时间 结束年度 结束日期 结束年份 到期时间 到期年度 到期日期 截止时间 截止年度 项目终止时间 项目终止年度 项目结束时间 项目终止日期 项目结束日期',
  ),
  goal: words(
    '绩效目标 年度目标 工作目标 年度绩效目标 年度总体目标 总体目标 本年度绩效目标 项目绩效目标 实施期绩效目标 实施期目标 中长期目标 中长期绩效目标 绩效总目标 ' +
      '绩效总体目标 项目总体目标 年度总体绩效目标 总体绩效目标 项目目标 实施期总目标 实施期总体目标 长期目标 长期绩效目标 项目年度目标 项目年度绩效目标 年度工作目标 ' +
      '项目总目标 总目标 预期目标 绩效目标内容 项目支出绩效目标 项目绩效总目标 中期目标 本年目标 本年度目标 年度绩效总目标 项目中长期目标 目标内容 目标描述 绩效目标描述 整体目标 ' +
      '年度预期目标 项目绩效目标概述 总体绩效目标描述 项目整体绩效目标 年度主要目标和成果 主要目标和成果 ' +
      '绩效目标和指标 绩效目标及指标 绩效目标与指标 绩效目标和绩效指标 绩效目标及绩效指标 项目绩效目标情况 绩效目标情况',
  ),
  indicator: words(
    '绩效指标 项目绩效指标 年度绩效指标 三级指标 三级 指标 指标内容 指标名称 指标名称及指标值 绩效指标及指标值 具体绩效指标 绩效指标内容 三级指标名称 具体指标 ' +
      '绩效指标名称 三级绩效指标 指标描述 指标项 考核指标 指标(三级) 三级指标内容 个性指标 末级指标 主要绩效指标 绩效指标设置 绩效指标情况 绩效目标指标 项目指标 具体指标及指标值',
  ),
  'level-one': words(
    '一级指标 一级 一级指标名称 一级绩效指标 一级分类 指标(一级) 指标类型 指标类别 一级类别 指标大类 一级指标类型',
  ),
  'level-two': words(
    '二级指标 二级 二级指标名称 二级绩效指标 二级分类 指标(二级) 二级类别 指标分类 指标小类 二级指标类型 指标子类',
  ),
  comparator: words(
    '指标性质 绩效指标性质 计算符号 指标方向 绩效指标方向 指标计算符号 指标运算符号 目标值性质 比较符号 运算符号 指标符号 符号 运算符 比较方式 比较符 指标值符号 目标值符号 计算方式 性质 指标值性质',
  ),
  target: words(
    '指标值 目标值 年度指标值 年度目标值 指标值及单位 当年预期实现值 当年预期目标值 半年指标值 全年指标值 半年(程)目标值 全年目标值 半年目标值 指标目标值 预期指标值 预期目标值 预期值 计划值 计划指标值 ' +
      '绩效指标值 绩效目标值 三级指标值 本年指标值 本年度指标值 当年指标值 当年目标值 本年目标值 年初指标值 年初目标值 指标数值 目标数值 实施期指标值 实施周期指标值 实施期目标值 实施周期目标值 中长期指标值 中长期目标值 ' +
      '预计当年实现 预计当年实现值 当年预计实现 当年预计实现值 当年实现值 预计完成值 当年预期值 当年目标 ' +
      '长期指标值 预期完成值 预期实现值 指标值(包含数字及文字描述) 值 目标 考核值 指标值内容 年度绩效指标值 预算指标值 指标要求 目标值(单位) 指标参考值 年度预期指标值 年度预期值',
  ),
  unit: words(
    '度量单位 绩效度量单位 绩效指标度量单位 指标度量单位 绩效计量单位 计量单位 指标值单位 指标单位 目标值单位 量化单位 单位(计量) 数量单位 值单位 指标计量单位',
  ),
  weight: words(
    '分值 权重 分数 赋分 绩效指标权重 绩效指标分值 指标分值权重 分值权重 指标权重 权重(分值) 分值(权重) 标准分值 指标分值 权重分值 分值设置 三级指标分值 权重分',
  ),
  direction: words('指标方向性 方向性 正反向 指标正反向 正向反向 指标导向 正向/反向 正负向'),
  actual: words(
    '完成值 实际完成值 实际值 实际完成 实际实现值 全年实际值 全年完成值 全年实际完成值 年度实际完成值 年度完成值 年度实际值 实际完成指标值 指标完成值 指标实际完成值 ' +
      '指标完成情况 指标实际完成情况 实际达到值 实际完成数 绩效指标完成情况 业绩值 自评完成值 绩效完成值 截至年底完成值 当年完成值 当年实际完成值 本年实际完成值',
  ),
  score: words(
    '得分 自评得分 自评分 自评分数 评价得分 评分 实际得分 指标得分 本项得分 考核得分 评定得分 单位自评得分',
  ),
  reason: words(
    '偏差原因 未完成原因 未完成原因分析 偏差原因分析 偏差原因分析及改进措施 未完成原因和改进措施 未完成原因及改进措施 偏差原因及改进措施 偏差分析 扣分原因 扣分原因及改进措施 ' +
      '偏差情况 偏差情况说明 原因分析 未达标原因 未完成原因及拟采取的改进措施 未达成原因分析及改进措施 未完成原因分析与改进措施 偏差原因分析与改进措施 完成情况说明 差异原因',
  ),
  note: words(
    '备注 说明 绩效标准 指标值类型 指标解释 评分标准 指标说明 指标依据 指标值依据 数据来源 佐证资料 评价标准 评分规则 计分标准 计分方法 指标值说明 指标标准 参考标准 绩效度量 必填 是否必填 ' +
      '是否核心指标 核心指标 指标来源 计算公式 计算方法 上年实际值 上年完成值 历史值 前年 上年 前年实现 上年实现 前年实际值 前年完成值 前年指标值 指标值确定依据 绩效指标描述 上年指标值 上年度指标值 ' +
      '上年绩效指标 上年度实际完成值 指标属性 指标编码 指标内涵 指标定义 取值说明 评价要点 标准来源 标准 指标标准值 评(扣)分标准 评扣分标准 指标值来源 佐证材料 评分细则 评分办法',
  ),
  result: words(
    '实际完成情况 年度实际完成情况 目标实际完成情况 年度目标完成情况 目标完成情况 年度总体目标完成情况 总体目标完成情况 绩效目标完成情况 年度绩效目标完成情况 全年实际完成情况 完成情况 全年完成情况 ' +
      '年度总体目标实际完成情况 预期目标完成情况 绩效目标实际完成情况 项目实施情况 项目完成情况',
  ),
  executed: words(
    '全年执行数 执行数 预算执行数 实际支出 实际支出数 支出数 全年支出数 实际执行数 年度执行数 决算数 实际支出金额 本年支出 全年执行金额 实际使用 实际使用金额 实际使用情况 资金执行数 累计支出 累计执行数 执行金额 ' +
      '全年实际支出 全年实际支出数 预算支出数 实际到位 到位资金 资金到位 实际到位资金 到位数 支付数 全年支付数 执行额 全年执行额 年度支出数',
  ),
  rate: words(
    '执行率 预算执行率 资金执行率 支出率 资金使用率 到位率 资金到位率 执行进度 支出进度 执行率(%) 完成率 全年执行率',
  ),
  other: words(
    '序号 行号 支出功能分类科目 支出经济分类科目 功能分类科目 经济分类科目 行次 列次 栏次 项目级次 级次 项目层级 项目类别 项目类型 资金性质 资金来源 功能科目 支出功能科目 ' +
      '上年预算 上年度预算 支出方向 科目编码 科目名称 经济科目 项目属性 项目概况 立项依据 设立依据 政策依据 填报说明 是否政府采购 联系人 联系电话 负责人及电话 负责人及联系电话 项目负责人及电话 项目负责人及联系电话 联系人及电话 联系人及联系电话 ' +
      '项目概述 实施主体 项目背景 项目必要性 项目可行性 项目主要内容 项目实施内容 项目实施内容及过程概述 部门职能概述 项目实施方案 实施计划 项目用途 项目依据 项目概况及主要内容 项目说明 资金来源及用途 支持对象 实施范围 实施地点 项目建设内容 建设内容 ' +
      '偏差大或目标未完成原因分析 改进措施及结果应用方案 负责人 项目负责人 填报人 填报日期 填表人 填表日期 审核人 单位负责人 项目内容 主要内容 实施内容 项目简介 项目基本情况 基本情况 实施方案 项目描述 保障措施 ' +
      '绩效类型 项目分类 是否公开 资金用途 用途 支出内容 主要支出内容 测算依据 申报理由 项目立项依据 项目实施计划 项目设立依据 项目申报依据 电话 处室 业务处室 项目来源 分管领导 联系方式 项目地址 项目地点 建设地点 项目建设地点 单位地址 通讯地址 邮编 邮政编码 财政归口科室 归口科室 归口处室 归口股室 财政部门 省级财政部门 市级财政部门 县级财政部门 地方财政部门',
  ),
}

const ROLES: ReadonlyMap<string, ColumnRole> = (() => {
  const roles = new Map<string, ColumnRole>()
  for (const role of Object.keys(HEADERS) as ColumnRole[]) {
    for (const name of HEADERS[role]) roles.set(name, role)
  }
  return roles
})()

/** What words may say that say something else elsewhere: 目标 heads goals or targets, 单位 agencies or units. */
export const SAYS_EITHER: ReadonlyMap<string, ColumnRole> = new Map([
  ['目标', 'goal'],
  ['单位', 'unit'],
])

/** All words that head columns and label fields, with what they say. */
export const headerWords = (): readonly (readonly [word: string, role: ColumnRole])[] => [...ROLES]

/** 单位名称/项目名称, 部门（单位）及项目: agencies and projects in one column. */
const AGENCY_AND_PROJECT =
  /^(?:预算)?(?:部门|单位)(?:\((?:单位|部门)\))?(?:名称)?[及和与、/](?:预算)?项目(?:支出)?(?:名称)?$/

/** 部门、单位名称, 预算部门、单位. */
const AGENCIES = /^(?:预算)?(?:部门|单位)[及和与、/](?:预算)?(?:部门|单位)(?:名称)?$/

/** 项目1名称 over each of several projects. */
const NUMBERED_NAME = /^项目(?:\d{1,2}|[一二三四五六七八九十]{1,3})名称$/
const INNER = /\([^()]{1,8}\)/g
const REMARK = /[([〔][^()[\]〔〕]{0,36}[)\]〕]$/
const YEAR = /^(?:20\d{2}|二[〇零○]二[〇零○一二三四五六七八九])年(?:度)?(?=.)/
const NUMBER = /^(?:[一二三四五六七八九十]{1,2}、|[(][一二三四五六七八九十\d]{1,2}[)]|\d{1,2}[.、]|[①-⑳])/

/** The columns of a table of indicators. */
export const INDICATOR_COLUMNS: ReadonlySet<ColumnRole> = new Set([
  'level-one',
  'level-two',
  'indicator',
  'comparator',
  'target',
  'unit',
  'weight',
  'direction',
  'actual',
  'score',
  'reason',
  'note',
])

/** 指标内容, 指标描述: words over names, or over what names beside them mean. */
export const describesIndicator = (words: string): boolean => /^指标(?:内容|描述|解释|说明|释义)$/.test(words)

/** Whether a column holds categories: 一级指标, 二级指标. */
export const isLevelRole = (role: ColumnRole | undefined): boolean =>
  role === 'level-one' || role === 'level-two'

const LEVELS: Readonly<Record<string, ColumnRole>> = { 一: 'level-one', 二: 'level-two', 三: 'indicator' }

/** 指标类别(二级): the remark says what the word doesn't. */
const levelIn = (name: string): ColumnRole | undefined => {
  const level = /^[^()]{0,6}指标[^()]{0,4}\(([一二三])级\)$/.exec(name)?.[1]
  return level === undefined ? undefined : LEVELS[level]
}

/** What a header cell says its column holds; `undefined` for words that head no known column. */
export const headerRole = (cell: string): ColumnRole | undefined =>
  cell.length > LONGEST_HEADER ? undefined : roleOfShort(cell)

const LONGEST_HEADER = 60

const roleOfShort = rememberText((cell): ColumnRole | undefined => {
  // 全年执行数(B: a bracket that the cell's end cut off says as much as a whole one.
  const name = withLabelsRepaired(cell.replace(/[\s*#:★☆▲△]/g, '').replace(/\([^()]{0,8}$/, ''))
  const bare = name.replace(NUMBER, '').replace(REMARK, '').replace(YEAR, '')
  const listed = ROLES.get(name) ?? levelIn(name) ?? ROLES.get(bare)
  if (listed !== undefined) return listed
  if (AGENCIES.test(bare)) return 'agency'
  if (AGENCY_AND_PROJECT.test(bare) || NUMBERED_NAME.test(bare)) return 'name'
  // 自有资金小计 is a part of the whole; 财政拨款小计 may be all of it.
  if (/^(?:自有|自筹|单位|其[他它]).*小计$/.test(bare) && ROLES.get(bare.slice(0, -2)) === 'funding')
    return 'funding'
  const composed = composedRole(bare)
  if (composed !== undefined || !bare.includes('(')) return composed
  // 半年(程)目标值, 预算年度(2023年)绩效目标: a remark may stand inside the word.
  const whole = bare.replace(INNER, '')
  return ROLES.get(whole) ?? composedRole(whole)
})

/** Over and beside the numbers of rows and columns (FORM): 行次, 列次. */
export const NUMBERS_LINES = /^(?:[行列栏]次|序号|行号)$/

/** 起始年度, 到期年度: labels of the two ends of a period that is printed in two fields. */
export const BEGINS_PERIOD = /^(?:项目)?(?:起始|开始)(?:时间|年度|日期|年份)/
export const ENDS_PERIOD = /^(?:项目)?(?:终止|结束|到期|截止)(?:时间|年度|日期|年份)/

/** Money units that headers, titles and labels print, in 元 for one. */
export const MONEY_UNITS = { 元: '1', 千元: '1000', 万元: '10000', 亿元: '100000000' } as const

/** In a column of goals or indicators: 见附件2. */
export const REFERS_ELSEWHERE = /^\(?(?:详?见|另附)附?[件表]/

/** Titles of the other tables of a budget (FORM): 部门收支总表, 一般公共预算“三公”经费支出表, 整体支出绩效评价基础数据表. */
export const OTHER_TABLE_TITLE =
  /(?:基础数据|收支|收入|支出|三公|会议费|培训费|政府采购|购买服务|国有资本|政府性基金|财政拨款|债务|资产|机关运行经费|人员经费|公用经费|科目).{0,24}表(?:\([^()]{0,40}\))?$/

/** Column headers that only those tables print (FORM), without remarks in brackets. */
export const OTHER_TABLE_HEADS: ReadonlySet<string> = new Set(
  words(
    '收入 支出 本年收入 本年支出 收入预算 支出预算 收入项目 支出项目 基本支出 人员经费 公用经费 人员支出 科目编码 科目名称 功能科目 功能分类科目 ' +
      '支出功能分类科目 支出功能分类 经济分类科目 部门预算支出经济分类科目 政府预算支出经济分类科目 功能科目编码 功能科目名称 支出功能科目 ' +
      '因公出国(境)费 因公出国(境)费用 因公出国(境) 因公出国 公务接待费 公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置费 公务用车运行费 公务用车运行维护费 会议费 培训费 ' +
      '三公经费合计 “三公”经费合计 上缴上级支出 事业单位经营支出 对附属单位补助支出 对下级单位补助支出 采购品目 采购项目 采购目录 采购数量 品目名称 资产名称 单价',
  ),
)

/** 年度主要工作内容, 年度重点工作任务: what a department is to do in the year. */
export const MAIN_WORK = /^(?:本?年度|全年|部门|单位){1,3}(?:主要|重点)(?:工作|职责|履职)?(?:任务|内容|目标)$/

/** What a department does for each of its tasks, beside their names (FORM). */
export const TASK_CONTENT = /^(?:主要|任务|工作|主要工作|主要任务)内容$/

/** 实施内容, 建设任务: what a project does, said in place of its goal where a list has no other. */
export const saysContent = (words: string): boolean => /(?:内容|任务|成果|成效)$/.test(words)

/** 项目类别 rows of the budget systems (FORM), which group projects of one agency. */
export const PROJECT_CATEGORY_NAME =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.]?)?(?:特定目标类|其他运转类|人员类|公用经费类|运转类|部门项目|专项项目|一般性项目|经常性项目|一次性项目|延续性项目|新增性?项目|本级项目|本级支出项目|转移支付项目|基本支出|项目支出|一般公共预算|政府性基金预算|国有资本经营预算)(?:项目|支出|资金)?$/

/** How names of organisations end; used only where a row has neither a code nor goals. */
export const AGENCY_NAME =
  /(?:[局委办处厅部院校所站队馆社会]|政府|委员会|办公室|中心|学校|小学|中学|幼儿园|医院|卫生院|法院|检察院|党校|街道|乡|镇|集团|公司|总站|机关|本级\)?|联合会|支队|大队)(?:\((?:本级|机关|汇总)\))?$/

/** How names of money and of projects end (FORM): 补助经费, 专项资金. */
export const MONEY_NAME = /(?:[费金]|补[助贴]|项目|专项|工程|支出)$/

/** 甲机场二期扩建项目: how what is built or done is called, and no body. */
export const NAMES_PROJECT = /(?:项目|工程)(?:\([^()]{1,20}\))?$/

/** 绩效目标, 年度目标. */
export const NAMES_GOALS = /目标$/

/** 年度 or 中长期, as far as the words of a header or a label say it; 跨年续用款 is money of the year before. */
export const termOf = (header: string): 'annual' | 'long-term' | undefined =>
  /建设期(?!限)|运营期|中长期|中期|实施周?期|长期|多年|周期|跨年(?!.*[款金])|三年/.test(header)
    ? 'long-term'
    : /年度/.test(header)
      ? 'annual'
      : undefined
