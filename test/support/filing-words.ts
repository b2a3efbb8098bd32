import type { CategoryId } from '../../src/vocabulary/categories.ts'

/**
 * Invented content of filings, shaped like real ones: no organisation, project or sum here exists.
 */

/** What a project is about: its names, what it counts, what it improves. */
export interface Topic {
  readonly name: string
  readonly bureau: string
  /** What is done, for goals: 开展___. */
  readonly work: string
  /** Counted things with their units. */
  readonly counts: readonly (readonly [name: string, unit: string])[]
  readonly people: string
}

export const TOPICS: readonly Topic[] = [
  {
    name: '河道清淤整治项目',
    bureau: '水务局',
    work: '河道清淤和岸线整治',
    counts: [
      ['清淤河道长度', '公里'],
      ['修复护岸长度', '米'],
      ['清运淤泥数量', '立方米'],
      ['巡查河道次数', '次'],
    ],
    people: '沿岸群众',
  },
  {
    name: '农村饮水安全巩固提升',
    bureau: '水务局',
    work: '农村饮水管网改造',
    counts: [
      ['更换管网长度', '公里'],
      ['新建蓄水池数量', '座'],
      ['水质检测次数', '次'],
      ['受益户数', '户'],
    ],
    people: '受益农户',
  },
  {
    name: '基层医务人员培训经费',
    bureau: '卫生健康局',
    work: '基层医务人员业务培训',
    counts: [
      ['培训医务人员人数', '人'],
      ['培训班期数', '期'],
      ['印发培训教材数量', '册'],
      ['下乡义诊场次', '场'],
    ],
    people: '参训人员',
  },
  {
    name: '“健康进万家”宣传经费',
    bureau: '卫生健康局',
    work: '健康知识宣传',
    counts: [
      ['举办健康讲座场次', '场'],
      ['制作宣传展板数量', '块'],
      ['发放宣传手册数量', '份'],
      ['覆盖行政村数量', '个'],
    ],
    people: '辖区居民',
  },
  {
    name: '森林草原防火物资购置',
    bureau: '林业和草原局',
    work: '防火物资储备和巡护',
    counts: [
      ['购置风力灭火机数量', '台'],
      ['聘用护林员人数', '名'],
      ['巡护林地面积', '亩'],
      ['开展应急演练次数', '次'],
    ],
    people: '林区群众',
  },
  {
    name: '退化草地补播改良',
    bureau: '林业和草原局',
    work: '退化草地补播',
    counts: [
      ['补播草地面积', '万亩'],
      ['采购草种数量', '吨'],
      ['设置监测样地数量', '个'],
    ],
    people: '牧户',
  },
  {
    name: '学前教育资助资金',
    bureau: '教育局',
    work: '家庭经济困难幼儿资助',
    counts: [
      ['资助幼儿人数', '人'],
      ['惠及幼儿园数量', '所'],
      ['入户核查次数', '次'],
    ],
    people: '受助家庭',
  },
  {
    name: '校园安全设施维护费',
    bureau: '教育局',
    work: '校园安防设施维护',
    counts: [
      ['维护监控设备数量', '套'],
      ['检修消防器材数量', '件'],
      ['配备保安人数', '名'],
    ],
    people: '师生及家长',
  },
  {
    name: '公共文化场馆免费开放',
    bureau: '文化旅游局',
    work: '公共文化场馆免费开放',
    counts: [
      ['举办展览场次', '场'],
      ['新增馆藏图书数量', '册'],
      ['接待读者人次', '人次'],
      ['开放天数', '天'],
    ],
    people: '到馆读者',
  },
  {
    name: '政务信息系统运行维护',
    bureau: '大数据服务中心',
    work: '政务信息系统运维',
    counts: [
      ['运维系统数量', '个'],
      ['租用云服务器数量', '台'],
      ['系统巡检次数', '次'],
    ],
    people: '系统使用人员',
  },
]

export const QUALITY_RATES = ['验收合格率', '任务完成率', '设备完好率', '资料准确率', '标准达标率']
export const TIMELY_RATES = ['任务完成及时率', '资金支付及时率', '问题处理及时率']
export const COSTS = ['材料采购成本', '劳务用工成本', '宣传印刷成本', '设备租赁成本']
export const SOCIAL_RATES = ['政策知晓率', '服务覆盖率', '问题整改率']
export const WORDED: readonly (readonly [name: string, value: string])[] = [
  ['长效管护机制健全性', '健全'],
  ['管理制度完善程度', '完善'],
  ['工作流程规范性', '规范'],
  ['服务保障能力', '持续提升'],
  ['生态环境质量', '明显改善'],
  ['社会影响力', '有效提升'],
]
export const HEADINGS: Readonly<Partial<Record<CategoryId, string>>> = {
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  cost: '成本指标',
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  social: '社会效益指标',
  'sustained-impact': '可持续影响指标',
  'recipient-satisfaction': '服务对象满意度指标',
}
