/** Indicators that any project may have, as bureaus word them. Written for this generator alone. */

export const QUALITY_RATES = [
  '工程验收一次通过率',
  '成果入库合规率',
  '采购参数符合度',
  '培训考核过关率',
  '设备完好率',
  '数据录入正确率',
  '抽检样品达标率',
  '补助对象识别精准率',
  '服务规范执行率',
  '档案整编合规率',
  '苗木栽植成活率',
  '施工质量优良率',
  '问题整改到位率',
  '系统在线率',
  '宣传内容审校通过率',
  '专家评审认可率',
] as const

export const DAMAGE_RATES = [
  '资料退回返工率',
  '设备停机率',
  '投诉办结超期率',
  '发放差错率',
  '安全责任事故率',
  '合同违约率',
  '数据缺失率',
] as const

export const TIMELY_RATES = [
  '工单按时办结率',
  '补助按期发放率',
  '任务按节点完成率',
  '接报2小时内到场率',
  '信息当日报送率',
  '采购按计划启动率',
  '月报准时提交率',
] as const

export const DEADLINES = [
  '整体工作收官时间',
  '资金兑付时点',
  '施工收尾时限',
  '验收结项时间',
  '设备进场日期',
  '年度总结上报时间',
] as const

/** How long something takes, with its unit. */
export const DURATIONS = [
  ['单件平均办理时长', '个工作日'],
  ['集中施工周期', '天'],
  ['抢修到位时长', '小时'],
  ['每期培训时长', '天'],
  ['宣传持续时长', '个月'],
] as const

export const COSTS = [
  '全部支出控制额',
  '劳务用工开支',
  '材料采购开支',
  '委托第三方费用',
  '设备购置投入',
  '场地租用费用',
  '宣传印制开支',
  '差旅交通开支',
  '维修养护投入',
  '培训食宿开支',
] as const

/** What a benefit indicator is called and what it should come to in words. */
export const WORDED: Readonly<Record<'economic' | 'social' | 'ecological' | 'sustained', readonly Worded[]>> =
  {
    economic: [
      ['带动周边就业增收', '成效明显'],
      ['降低企业制度性开支', '逐步降低'],
      ['盘活闲置资产收益', '有所增加'],
      ['减轻群众经济负担', '有效减轻'],
      ['拉动消费能力', '稳步增强'],
    ],
    social: [
      ['群众出行便利程度', '明显改善'],
      ['公共安全感', '持续增强'],
      ['服务均等化水平', '不断提高'],
      ['行业秩序规范程度', '显著好转'],
      ['政策知晓面', '逐年扩大'],
      ['邻里矛盾化解成效', '较好'],
    ],
    ecological: [
      ['河道水体观感', '清洁'],
      ['扬尘扰民状况', '有效缓解'],
      ['资源循环利用水平', '稳步提升'],
      ['绿地景观面貌', '良好'],
    ],
    sustained: [
      ['长效管护制度', '建立健全'],
      ['设施后续使用年限保障', '长期有效'],
      ['队伍专业能力', '持续提升'],
      ['工作机制延续性', '长期坚持'],
      ['档案资料留存', '完整可查'],
    ],
  }

type Worded = readonly [name: string, value: string]

export const BENEFIT_RATES: Readonly<
  Record<'economic' | 'social' | 'ecological' | 'sustained', readonly string[]>
> = {
  economic: ['受益户年收入增幅', '财政资金撬动比例', '能源费用节省比例'],
  social: ['服务区域覆盖比例', '居民知晓率', '矛盾就地化解率', '重复信访下降幅度'],
  ecological: ['废弃物无害化处置率', '绿化覆盖比例', '水质达标天数比例'],
  sustained: ['设施三年内完好比例', '受训人员留任比例', '机制运行正常率'],
}

/** What is asked of the people served; `people` stands before it. */
export const SATISFACTION = ['满意率', '满意度', '对服务的满意程度', '认可满意度'] as const

export const GOAL_ENDINGS = [
  '为辖区高质量发展提供支撑。',
  '切实回应群众期盼。',
  '补齐公共服务短板。',
  '确保财政资金用在刀刃上。',
  '形成可复制可推广的经验。',
  '让{people}得到实实在在的好处。',
] as const

export const GOAL_WORDS = ['统筹推进', '扎实做好', '分批实施', '常态化开展', '按计划落实'] as const

export const RESULTS = [
  '已按计划完成，实施效果符合预期。',
  '除个别任务跨年外均已完成。',
  '各项任务如期办结，群众反映良好。',
] as const

export const REASONS = [
  '受雨季影响工期顺延，下年度提前备料',
  '部分对象外出未能参加，改为补训',
  '招标流标一次，今后提前准备',
  '统计口径调整，已按新口径修正',
  '参与积极性高，年初测算偏保守',
] as const

export const EXPLANATIONS = [
  '反映本年工作量完成多少',
  '考察实施质量是否合乎规定',
  '衡量办理进度快慢',
  '反映资金花得是否节约',
  '考察受益对象的评价',
  '依据台账逐项核对得出',
] as const

export const STANDARDS = ['计划标准', '历史标准', '行业标准', '其他标准'] as const

export const DISTRICTS = [
  '东平区',
  '河阳县',
  '石岭县',
  '青川市',
  '柳湖区',
  '白沙镇',
  '新塘乡',
  '桃源街道',
  '云台县',
  '龙泉镇',
  '清溪区',
  '古田县',
] as const

export const TASKS = [
  ['日常运转保障', '保障机关水电、物业和办公需要'],
  ['业务能力建设', '开展业务培训和技能比武'],
  ['重点工程推进', '推进年度重点工程建设'],
  ['信息系统运维', '维护业务系统和网络安全'],
  ['基层服务保障', '支持基层站所开展服务'],
  ['宣传引导工作', '组织政策宣传和典型推介'],
] as const
