/**
 * Column headers of the tables and what they mean (FORM: as printed on filings). Compared after
 * widths and blanks are folded, years and bracketed remarks are taken off.
 */
type HeaderRole =
  | 'code'
  | 'name'
  | 'amount'
  | 'goal'
  | 'indicator'
  /** Known, but nothing that pbo reads: 序号, 备注. */
  | 'other'

const HEADERS: Readonly<Record<HeaderRole, readonly string[]>> = {
  code: [
    '单位编码',
    '编码',
    '单位代码',
    '代码',
    '预算单位编码',
    '项目编码',
    '项目代码',
    '单位编号',
    '部门编码',
  ],
  name: [
    '单位及项目名称',
    '单位名称及项目名称',
    '单位和项目名称',
    '单位、项目名称',
    '单位/项目名称',
    '单位(项目)名称',
    '单位名称(项目)',
    '单位(项目名称)',
    '部门及项目名称',
    '项目名称',
    '项目支出名称',
    '专项资金名称',
    '二级项目名称',
    '一级项目名称',
    '单位名称',
    '项目',
    '名称',
  ],
  amount: [
    '金额',
    '预算金额',
    '项目金额',
    '预算数',
    '预算',
    '资金总额',
    '年度资金总额',
    '项目资金',
    '项目资金总额',
    '年度预算安排',
    '年度预算',
    '年度预算数',
    '年度预算金额',
    '预算申报数',
    '当年预算',
    '当年预算数',
    '预算安排',
    '预算安排数',
    '预算安排资金',
    '项目资金申请',
    '资金金额',
    '支出金额',
    '合计金额',
    '项目支出',
  ],
  goal: [
    '绩效目标',
    '年度目标',
    '年度绩效目标',
    '年度总体目标',
    '总体目标',
    '本年度绩效目标',
    '项目绩效目标',
    '实施期绩效目标',
    '实施期目标',
    '中长期目标',
    '绩效总目标',
    '绩效总体目标',
    '项目总体目标',
    '年度总体绩效目标',
    '总体绩效目标',
    '项目目标',
  ],
  indicator: [
    '绩效指标',
    '项目绩效指标',
    '年度绩效指标',
    '三级指标',
    '指标',
    '指标内容',
    '指标名称',
    '指标名称及指标值',
    '绩效指标及指标值',
    '具体绩效指标',
    '绩效指标内容',
  ],
  other: ['序号', '备注', '说明', '项目类别', '项目类型', '资金性质', '资金来源', '功能科目', '支出功能科目'],
}

const ROLES: ReadonlyMap<string, HeaderRole> = new Map(
  (Object.entries(HEADERS) as [HeaderRole, readonly string[]][]).flatMap(([role, names]) =>
    names.map((name) => [name, role] as const),
  ),
)

const REMARK = /[([〔][^()[\]〔〕]{0,16}[)\]〕]$/
const YEAR = /^(?:20\d{2}|二[〇零○]二[〇零○一二三四五六七八九])年(?:度)?(?=.)/

/** What a header cell says its column holds; `undefined` for words that head no known column. */
export const headerRole = (cell: string): HeaderRole | undefined => {
  if (cell.length > 40) return undefined
  const name = cell.replace(/[\s*#:]/g, '')
  return ROLES.get(name) ?? ROLES.get(name.replace(REMARK, '').replace(YEAR, ''))
}

/** Money units that headers, titles and labels print, in 元 for one. */
export const MONEY_UNITS = { 元: '1', 千元: '1000', 万元: '10000', 亿元: '100000000' } as const

/** Names of rows that stand over all others. */
export const TOTAL_NAME = /^(?:总|金额)?(?:合计|总计|共计)(?:金额)?:?$/

/** Names of rows that sum what stands beside them. */
export const SUBTOTAL_NAME = /^(?:[^小]{0,20})小计:?$/

/** 项目类别 rows of the budget systems (FORM), which group projects of one agency. */
export const PROJECT_CATEGORY_NAME =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.]?)?(?:特定目标类|其他运转类|人员类|公用经费类|运转类|部门项目|专项项目|一般性项目|经常性项目|一次性项目|延续性项目|新增性?项目|本级项目|本级支出项目|转移支付项目|基本支出|项目支出|一般公共预算|政府性基金预算|国有资本经营预算)(?:项目|支出|资金)?$/

/** How names of organisations end; used only where a row has neither a code nor goals. */
export const AGENCY_NAME =
  /(?:[局委办处厅部院校所站队馆社会]|政府|委员会|办公室|中心|学校|小学|中学|幼儿园|医院|卫生院|法院|检察院|党校|街道|乡|镇|集团|公司|总站|机关|本级\)?|联合会|支队|大队)(?:\((?:本级|机关|汇总)\))?$/
