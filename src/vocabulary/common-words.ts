/** A word that tells little, unless one of certain characters follows: 工作 says nothing, 工作站 does. */
export interface CommonWord {
  readonly word: string
  readonly unlessBefore: string
}

/** Behind `!`: the characters before which a word is part of another. */
export const wordsOf = (rows: string): readonly CommonWord[] =>
  rows.split(' ').map((row) => {
    const [word = '', unlessBefore = ''] = row.split('!')
    return { word, unlessBefore }
  })

/** Words that say only that something is counted or measured. */
export const COUNT_WORDS: readonly CommonWord[] = wordsOf(
  '人员 人数 人次 数量 个数 次数 户数 件数 份数 期数 天数 月数 小时数 条数 座数 所数 台数 套数 种数 对数 株数 场次 面积 长度 里程 规模 ' +
    '总数 总量 总额 名额 额度 土方量 土石方量 土方 土石方 方量 频次 时间 时限 时长 用时 耗时 周岁 岁',
)

/**
 * Words that stand in the names of very many goals and indicators and so say little about which
 * belongs to which. They are taken out before names are compared.
 */
export const COMMON_WORDS: readonly CommonWord[] = [
  ...COUNT_WORDS,
  ...wordsOf(
    '项目!部 工作!站室坊队者犬 任务 事项 活动!站室 情况 指标 目标 内容 相关 有关 各项 各类 各种 分别 其他 以及 其中 等!级次额于待高中闲 ' +
      '完成 开展 组织 进行 实施 落实 保障 确保 做好 加强 推进 推动 提供 通过 根据 按照 围绕 达到 实现 计划 预计 共计 合计 累计 ' +
      '年内 全年 年度 本年 当年 今年 全县 全市 全区 全州 全省 全镇 全乡 全村 全书 我县 我市 我区 辖区 ' +
      '每户 每人 每亩 每村 每个 每名 每位 每生 每次 每月 每年 每天 每日 每周 每旬 每半年 每季度 每学期 每场 每期 每台 每套 每只 每件 每辆 每座 户均 亩均 生均 月均 年均 日均 户年均 单个 单户 单家 单人 单村 单场 单次 单项 单台 单座 单处 单岗 单件 剩余 其余 ' +
      '符合条件 申请人 服务对象 受益对象 受益群众 受益人群 社会公众 人民群众 公众 群众 ' +
      '成本 单位成本 费用 经费 支出 资金 金额 标准 控制 预算 所需 支付 发放 补助 一次性 平均 人均 单价 均价 总价 ' +
      '及时率 完成率 准确率 验收合格率 验收通过率 合格率 到位率 覆盖率 满意度 达标率 知晓率 落实率',
  ),
]

/**
 * What is done with the thing counted, which tells less than the thing itself; the words of one row
 * mean the same.
 */
export const ACTION_ROWS: readonly (readonly CommonWord[])[] = [
  '印刷 印制 编印 印发 制作 刊印',
  '采购 购置 购买 新购 添置 添购 配备 购进 采买',
  '新建 新增 增加!值收 建设 建成 兴建 修建 新修 建立',
  '维修 维护 养护 管护 修复 运维 修缮 检修 大修 中修 抢修 修葺 修好 修完!成毕善整',
  '改造 整治 治理 改建 提升 改良 提档 升级',
  // The first is a common word, and so all of these tell nothing.
  '开展 举办 召开 组织 举行 承办 主办',
  '培育 创建 打造 认定 创成',
  '惠及 受益 覆盖 涉及 带动 享受 服务 受惠 直接受益 直接惠及 直接带动 直接服务',
  '聘用 选聘 聘请 招聘 聘任 雇用 招录',
  '选派 派遣 派驻 选送',
  '配发 适配 配置',
  '参加 接受 参与',
  '培训 轮训 集训 参训 受训 训练',
  '资助 支持 扶持 救助 帮扶',
  '慰问 走访 看望 探访 探望',
  '检查 巡查 督查 排查 巡检 督导 抽查 核查',
  '检测 抽检 监测 检验 化验 检定 校准 送检',
  '宣传 宣讲',
  '管理 监管',
  '更换 换装 换好 换完!成毕善整',
  '安装 架设 装设 新装 加装 装配 装好 装完!成毕善整',
  '推广 应用',
  '办理 办结 办复',
  '清理 清运 清扫 保洁 清除',
  '疏浚 清淤 疏通 清除淤泥 清理淤泥 清挖淤泥',
  '拆除 拆违 拆迁',
  '补植 补栽 补种',
  '种植 栽植 栽种 种树 种完!成毕善整 栽完!成毕善整',
  '采集 采样',
  '编制 编写 编撰 编纂 撰写 编修',
  '数字化 数字化加工 数字化扫描 扫描',
  '租用 租赁 承租 新租',
  '收治 救治 治疗 诊治 诊疗',
  '发放 分发 派发 发完!成毕善整',
  '回收 收回',
  '防治 防控',
  '硬化 铺设',
  '供养 赡养',
  '引进 引入',
  '调解 化解 调处',
  '获得 取得 考取 获取',
  '签订 签约 签署',
  '饲养 喂养',
  '评选 评定',
  '征集 收集',
  '出租 招租',
  '搬迁 迁建 迁移',
  '巡逻 巡防 巡护',
  '值守 值班',
  '审核 审查 评审',
  '普查 摸底 踏查 摸排',
  '采收 收割 收获',
  '消毒 消杀',
  '救援 施救',
  '刊发 刊登 刊播 发表',
  '拍摄 录制 摄制',
  '成立 组建 设立',
  '评估 评价 测评',
  '答复 回复',
  '展览 展出 展示 展陈',
  '演出 放映 送戏 展演 公演',
].map(wordsOf)
