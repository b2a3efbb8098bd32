/** A word that tells little, unless one of certain characters follows: 工作 says nothing, 工作站 does. */
export interface CommonWord {
  readonly word: string
  readonly unlessBefore: string
}

/** Behind `!`: the characters before which a word is part of another. */
const wordsOf = (rows: string): readonly CommonWord[] =>
  rows.split(' ').map((row) => {
    const [word = '', unlessBefore = ''] = row.split('!')
    return { word, unlessBefore }
  })

/** Words that say only that something is counted or measured. */
export const COUNT_WORDS: readonly CommonWord[] = wordsOf(
  '人员 人数 人次 数量 个数 次数 户数 件数 份数 期数 天数 月数 小时数 条数 座数 所数 台数 套数 种数 对数 株数 场次 面积 长度 规模 ' +
    '总数 总量 总额 时间 时限 时长',
)

/**
 * Words that stand in the names of very many goals and indicators and so say little about which
 * belongs to which. They are taken out before names are compared.
 */
export const COMMON_WORDS: readonly CommonWord[] = [
  ...COUNT_WORDS,
  ...wordsOf(
    '项目!部 工作!站室坊队者 任务 活动!站室 情况 指标 目标 内容 相关 有关 各项 各类 各种 其他 以及 其中 ' +
      '完成 开展 组织 进行 实施 落实 保障 确保 做好 加强 推进 推动 提供 通过 根据 按照 围绕 达到 实现 计划 预计 共计 合计 累计 ' +
      '年内 全年 每年 年度 本年 当年 今年 全县 全市 全区 全州 全省 我县 我市 我区 辖区 ' +
      '成本 单位成本 费用 经费 支出 资金 金额 标准 控制 预算 所需 支付 发放 补助 平均 人均 单价 均价 总价 ' +
      '及时率 完成率 准确率 验收合格率 验收通过率 合格率 到位率 覆盖率 满意度 达标率 知晓率 落实率',
  ),
]

/**
 * What is done with the thing counted, which tells less than the thing itself; the words of one row
 * mean the same.
 */
const ACTION_ROWS: readonly string[] = [
  '印刷 印制 编印 印发 制作',
  '采购 购置 购买 配备',
  '新建 新增 建设 建成',
  '维修 维护 养护 管护 修复 运维',
  '改造 整治 治理',
  '举办 召开 组织 开展',
  '培育 创建 打造 认定',
  '惠及 受益 覆盖 涉及 带动 享受 服务',
  '聘用 选聘 选派 配备 聘请',
  '参加 接受 参训 参与',
  '培训',
  '资助 支持 扶持',
  '慰问 走访',
  '检查 巡查',
  '宣传',
  '管理',
  '更换 安装',
  '推广',
  '办理 受理',
]

export const ACTIONS: ReadonlySet<string> = new Set(ACTION_ROWS.flatMap((row) => row.split(' ')))

const SAME_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [...ACTIONS].map((action) => [
    action,
    ACTION_ROWS.map((row) => row.split(' ')).flatMap((row) => (row.includes(action) ? row : [])),
  ]),
)

/** The words that mean the same action as `action`, itself among them. */
export const sameActions = (action: string): readonly string[] => SAME_ACTIONS.get(action) ?? []
