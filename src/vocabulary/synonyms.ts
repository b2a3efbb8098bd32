import { type CommonWord, wordsOf } from './common-words.ts'

/**
 * Words that goals and names of indicators use for the same thing (FORM). The words of a row are compared as its first
 * one. Abbreviations (辅具 of 辅助器具, 医保 of 医疗保险) need no row: their characters say what they are short for. Words that
 * are the same in some trades only are not here.
 */
const ROWS: readonly string[] = [
  // things
  '路灯 照明路灯 照明设施 照明灯具 照明灯 照明设备',
  '电脑 计算机 微机',
  '摄像头 探头 摄像机 摄像探头',
  '管网 管道 管线',
  '排水 下水 污水',
  '宣传册 宣传手册 宣传折页 宣传画册',
  '宣传单 宣传页 宣传彩页',
  '宣传品 宣传资料 宣传材料',
  '办公用房 办公场地 办公场所 办公用地',
  '车辆 汽车',
  '垃圾桶 垃圾箱',
  '道路 公路',
  '村道 通村道路 通村公路 村组道路 村内道路',
  '绿地 绿化',
  '危房 危旧房',
  '违建 违章建筑 违法建设 违法建筑',
  '苗木 树苗',
  '养老院 敬老院',
  '图书 书籍',
  '样品 样本',
  '法治 普法 法制',
  '老人 老年人 老龄',
  '辅警 警务辅助人员 辅助警务人员 协警',
  '小孩 儿童 幼儿',
  '病人 患者',
  '上门 入户',
  '巡河 河道巡查',
  '投用 投入使用 投入运营 投入运行 投运',
  '医生 医师 村医',
  '教师 老师',
  '保洁员 环卫工人 环卫工 保洁人员 环卫人员 清洁工',
  '游客 旅客',
  '观众 参观者 参观人员 参观群众',
  '贫困 困难 建档立卡',
  '职工 员工',
  '村干部 村组干部 村社干部 村社区干部',
  '农户 农民家庭',
  '学生!均 在校生!均',
  '企业 公司',
  '孕妇 孕产妇',
  '农民 农村劳动力',
  '贷款 信贷',
  // 组织 in them is no action.
  '党组织',
  '社会组织',
  '合作组织',
  '自治组织',
  // events
  '招聘会 招聘活动',
  '运动会 体育比赛 体育赛事 体育竞赛',
  '比赛 赛事 竞赛',
  '到场 赶到现场 到达现场 赶赴现场 抵达现场',
  '体检 健康检查 健康体检',
  '外出学习 外出考察学习 考察学习',
  // how much
  '增收 收入增加 可支配收入增加 增加收入 收入增长',
  '增产 产量增加 产量增长',
  '完好率 好路率',
  '满意度 满意率',
  '知晓率 知晓度',
  '合格率 达标率',
  '规范管理率 管理规范率 规范化管理率',
  '参保率 参保覆盖率',
  '认可度 认可率',
  '占比 比重 比例 比率',
  '降幅 下降率 下降幅度 降低率 降低幅度 减少率',
  '增幅 增长率 增速 增长幅度 增长速度',
]

export const SYNONYM_ROWS: readonly (readonly CommonWord[])[] = ROWS.map(wordsOf)
