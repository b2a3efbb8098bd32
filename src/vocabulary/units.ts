/**
 * Units of measure (计量单位), as filings print them.
 *
 * FORM: the words are those of the indicator tables of some 80 filings, 2015-2026, with the legal
 * units of measurement (国务院关于在我国统一实行法定计量单位的命令, 1984) and the market units
 * (亩 斤 两) still in use. Scale words (万人次, 亿元) are not listed: any unit takes them.
 */

/** What a unit measures; the model's `Dimension`. */
export type UnitDimension =
  | 'money'
  | 'people'
  | 'attendances'
  | 'households'
  | 'count'
  | 'things'
  | 'times'
  | 'share'
  | 'points'
  | 'area'
  | 'volume'
  | 'length'
  | 'mass'
  | 'time'
  | 'other'

/** Words that mean the same unit: `scale` base units in one of it. */
export interface UnitRow {
  readonly dimension: UnitDimension
  readonly base: string
  readonly scale: string
  /** Separated by blanks. */
  readonly words: string
}

const row = (dimension: UnitDimension, base: string, scale: string, words: string): UnitRow => ({
  dimension,
  base,
  scale,
  words,
})

/** Counters that stand only for themselves: each word is a unit of its own. */
const counters = (dimension: UnitDimension, words: string): readonly UnitRow[] =>
  words.split(' ').map((word) => row(dimension, word, '1', word))

/** What is counted one by one. */
const THINGS =
  '家 件 份 册 卷 辑 本 套 台 辆 间 座 栋 幢 株 棵 头 只 匹 羽 尾 粒 条 张 幅 部 支 把 面 枚 瓶 箱 盒 袋 桶 包 双 副 ' +
  '对 根 片 段 处 所 门 架 艘 列 宗 篇 首 例 班 组 队 口 眼 盏 块 颗 层 扇 盆 捆 车 字 页 版 种 类 款 盘 枝 筐 顶 ' +
  '路 台套 台件 件套 人份 套件 户籍 床 床日 床位 名额 席 股 孔 樘 丛 垛 道 笔 单 票 份次 站 村 镇 乡 县 校 园 棟 羽只 只羽 头只 只头 羽头 头羽 ' +
  '标段 课题 点位 学位 窗口 车位 楼栋 案 餐 杯 碗 支队 万字 词 句 员 单元 格 环 滴 发 匝 卡 碑 窝 胎 池 塔 幕 出 集 支次 ' +
  '井 房 行 串 群 帧 炉 瓦 管 棚 栏 科 网点 株次 行次 盘次 吊 具 尊 艘次 ' +
  '摊位 泊位 机组 堂 节 课 讲 端口 岗位 岗 个岗位 条线路 片区 社区 馆 剂 针 剂次 针次 头份 羽份 工位 展位 星级 叶 轴 函 龛 穴 航班 剧目 封 罐 桌 杆 屏 缸 枪 自然村 行政村 小区'

export const UNITS: readonly UnitRow[] = [
  row('money', '元', '1', '元 圆 元人民币 元整 圆整 元钱 块钱 块 人民币 圆正 元正'),
  row('money', '元', '0.1', '角 毛 毛钱 角钱 角整 角正'),
  row('money', '元', '0.01', '分钱'),
  row('money', '美元', '1', '美元 美圆 美金 美刀 刀'),
  row('money', '美元', '0.01', '美分'),
  row('money', '欧元', '1', '欧元'),
  row('money', '英镑', '1', '英镑 镑'),
  row('money', '日元', '1', '日元 日圆 円'),
  row('money', '日元', '0.01', '日本銭 日本钱'),
  row('money', '港元', '1', '港元 港币 元港币'),
  row('money', '澳门元', '1', '澳门元 澳门币'),
  row('money', '新台币', '1', '新台币 台币 元新台币'),
  row('money', '韩元', '1', '韩元 韩圆 韩币'),
  row('money', '卢布', '1', '卢布 俄罗斯卢布'),
  row('money', '印度卢比', '1', '印度卢比 印度卢布 卢比'),
  row('money', '泰铢', '1', '泰铢'),
  row('money', '加元', '1', '加元 加拿大元 加币'),
  row('money', '澳元', '1', '澳元 澳大利亚元 澳币'),
  row('money', '新加坡元', '1', '新加坡元 新元 新币'),
  row('money', '瑞士法郎', '1', '瑞士法郎 法郎'),
  row('money', '林吉特', '1', '林吉特 令吉 马来西亚令吉 马币'),
  row('money', '比特币', '1', '比特币'),

  row('people', '人', '1', '人 名 位'),
  row('attendances', '人次', '1', '人次 人·次 人/次 人.次'),
  row('households', '户', '1', '户'),
  row('other', '岁', '1', '岁 周岁'),
  ...counters('households', '户次'),

  row('count', '个', '1', '个'),
  row('count', '项', '1', '项'),

  ...counters('things', THINGS),
  row('things', '台', '1', '台/套 台(套) 台·套'),
  row('things', '件', '1', '件/套 件(套) 件·套'),
  row('things', '辆', '1', '台车'),
  ...counters(
    'times',
    '次 场 场次 期 起 届 轮 回 趟 遍 批次 批 艘航次 航次 项次 轮次 点次 人场 顿 课时 学时',
  ),
  // 座次, 户次: as often as one of them is done something to. 层次 and 版次 are no counts.
  ...counters(
    'times',
    THINGS.split(' ')
      .filter((word) => word.length === 1 && !'层页版字词句'.includes(word))
      .map((word) => `${word}次`)
      .join(' '),
  ),

  // 90$: the key beside that of %.
  row('share', '%', '1', '% 百分比 $'),
  row('share', '%', '0.1', '‰'),
  row('share', '%', '0.01', '‱'),
  row('share', '%', '10', '成'),
  row('share', '百分点', '1', '百分点 个百分点 %点'),
  row('points', '分', '1', '分'),
  row('other', '倍', '1', '倍'),
  row('other', '等级', '1', '等级 个等级'),
  row('other', '位次', '1', '位次 个位次 个名次'),

  row('area', '平方米', '1', '平方米 ㎡ 平米 m² m2 M2 M² 平方 平'),
  row('area', '平方米', '1000000', '平方公里 平方千米 km² km2 k㎡ 平方千公里'),
  row('area', '平方米', '0.0001', '平方厘米 cm² cm2'),
  row('area', '平方米', '0.01', '平方分米'),
  row('area', '平方米', '0.000001', '平方毫米 mm² mm2'),
  row('area', '亩', '1', '亩 亩次'),
  // 1 公顷 is 15 亩 by definition; in 平方米 a 亩 (2000/3) would not be exact
  // hm without its ², which converters lose, is hardly ever 100 米
  row('area', '亩', '15', '公顷 hm² hm2 hm ha'),
  row('area', '平方英尺', '1', '平方英尺'),

  row('volume', '立方米', '1', '立方米 立方 方 空方 m³ m3 M3 M³ 公方 ㎥'),
  row('volume', '立方米', '0.000001', '立方厘米 cm³ cm3'),
  row('volume', '立方米', '0.001', '升 L l 公升 立升 立方分米'),
  row('volume', '立方米', '0.000001', '毫升 ml mL ML cc'),

  row('length', '米', '1', '米 m M 公尺 延米 延长米 线米 直线米'),
  row('length', '米', '1000', '公里 km KM Km 千米 千公尺'),
  row('length', '米', '500', '华里'),
  row('length', '米', '0.1', '分米 dm'),
  row('length', '米', '0.01', '厘米 cm CM 公分'),
  row('length', '米', '0.001', '毫米 mm MM'),
  row('length', '米', '0.000001', '微米 μm um'),
  row('length', '米', '0.000000001', '纳米 nm'),
  row('length', '英里', '1', '英里'),
  row('length', '英尺', '1', '英尺'),
  row('length', '英寸', '1', '英寸 寸'),
  row('length', '尺', '1', '尺'),
  row('length', '海里', '1', '海里'),

  row('mass', '公斤', '1', '公斤 千克 kg KG Kg'),
  row('mass', '公斤', '1000', '吨 t T 公吨'),
  row('mass', '公斤', '0.5', '斤 市斤'),
  row('mass', '公斤', '0.05', '两'),
  row('mass', '公斤', '50', '担'),
  row('mass', '公斤', '100', '公担'),
  row('mass', '公斤', '0.001', '克 g 公克'),
  row('mass', '公斤', '0.000001', '毫克 mg'),
  row('mass', '公斤', '0.000000001', '微克 μg ug'),
  row('mass', '磅', '1', '磅'),
  row('mass', '盎司', '1', '盎司'),

  row('time', '秒', '0.001', '毫秒 ms'),
  row('time', '秒', '1', '秒 秒钟 s'),
  row('time', '秒', '60', '分钟 min 个分钟'),
  row('time', '秒', '3600', '小时 个小时 h 钟头 个钟头 钟点 个钟 个钟点 H'),
  row('time', '秒', '86400', '天 日 个日 日历日 日历天 个日历日 个自然日 自然日 昼夜'),
  row('time', '秒', '604800', '周 星期 个星期 礼拜 个礼拜 个周'),
  row('time', '工作日', '1', '工作日 个工作日 个工作天 工作天 交易日 个交易日'),
  row('time', '月', '1', '月 个月 个自然月'),
  row('time', '月', '3', '季度 个季度 个季'),
  row('time', '月', '6', '半年'),
  row('time', '月', '12', '年 周年 个年度 年度 个自然年 个周年 个年头 个会计年度'),
  row('time', '月', '120', '个世纪年代'),
  row('time', '月', '1200', '个世纪 世纪'),
  ...counters('time', '学年 学期 季 茬'),
  row('time', '学期', '1', '个学期 学期'),
  row('time', '学年', '1', '个学年 学年'),
  row('time', '旬', '1', '旬 个旬'),

  ...counters(
    'other',
    '人·天 人·月 人·年 人天 人日 人月 工日 台班 个台班 ℃ °C 摄氏度 度 级 档 等 学分 人年 工时 公里·年 车公里 人公里 吨公里 标箱 度电 兆帕 MPa',
  ),
  row('other', '千瓦', '1', '千瓦 kW KW kw Kw'),
  row('other', '千瓦', '0.001', '瓦特 W'),
  row('other', '千瓦', '1000', '兆瓦 MW'),
  row('other', '千瓦时', '1', '千瓦时 千瓦·时 kWh KWH kwh 千瓦小时'),
  row('other', '千伏安', '1', '千伏安 kVA KVA kva'),
  row('other', '千伏', '1', '千伏 kV KV kv'),
  row('other', '伏', '1', '伏 伏特 V'),
  row('other', '兆瓦时', '1', '兆瓦时 MWh'),
  row('other', '吨标准煤', '1', '吨标准煤 吨标煤 tce'),
  row('other', '吨标准煤', '0.001', '千克标准煤 公斤标准煤 千克标煤 kgce'),
  row('other', '公里/小时', '1', 'km/h'),
  row('other', 'Mbps', '1', 'Mbps Mbit/s 兆比特每秒 Mb/s'),
  row('other', 'Mbps', '1000', 'Gbps'),
  row('other', 'MB', '1', 'MB 兆字节 兆'),
  row('other', 'MB', '1000', 'GB 千兆'),
  row('other', 'MB', '1000000', 'TB'),
  row('other', 'MB', '1000000000', 'PB'),
  row('other', '千字节', '1', '千字节 KB kB'),
  row('other', '千比特', '1', '千比特 Kb'),
  row('other', '字节', '1', '字节'),
  row('other', '比特', '1', '比特'),
  row('other', '兆赫兹', '1', '兆赫兹 兆赫 MHz'),
  row('other', '千赫兹', '1', '千赫兹 千赫 kHz'),
  row('other', '赫兹', '1', '赫兹 Hz'),
  row('other', '分贝', '1', '分贝 dB dB(A) 分贝(A)'),
  row('other', 'mg/L', '1', 'mg/L 毫克/升 mg/l'),
  row('other', 'μg/m³', '1', 'μg/m³ 微克/立方米 ug/m3 μg/m3'),
]

/** 枪次, 罐次: how often one of whatever is done something to; behind these characters 次 is of another word (首次, 主次, 万次). */
export const NO_TIMES = new Set(
  '层页版字词句名位档等级首末每多余来几数半其再初依逐屡主频梯这那上下本此各之有零〇一二两三四五六七八九十百千万亿',
)

/** Words before which a unit is one all the same: 5项目标任务, 7所以上. */
export const STILL_BEFORE: ReadonlyMap<string, readonly string[]> = new Map(
  [
    '人 工资 工作 工伤 体检 体测 体能 体质 大病 生活 生育 生产 事业 居家 社保 社会 文艺 文化 防火 防汛 防疫 防护 心理 口粮 民兵 机关',
    '名 优秀 优抚 优质 优待 师生 师范 师资 师傅 义务 义诊 单位 单亲 单身 家长 家庭 家政 录用 录取 气象',
    '户 口粮 外出',
    '家 乡镇 政务 政府 政策 电商 电力 电子 电信 教育 教学 教培 园区 园林 园艺 禽类 长期 属地 校外',
    '个 案例 案件 人才 人员 人行 人社 体育 体系 体检 性能 税务',
    '件 数字 数据',
    '本 科普 科技 地方 期刊 身份',
    '台 风机 风力 风冷 北斗',
    '间 隔离 接诊',
    '只 能繁 有机',
    '条 例行',
    '部 门禁 长篇 属地',
    '支 队伍 医疗 教学 农业 农技 援建 援助 援外 部队',
    '种 类型 类别 植物 苗木 养殖 质量',
    '处 分散 分布 分户 所有 方便 方形 室外 室内 理疗 长期',
    '所 以上 以下 以内 有机 属地 长期',
    '项 目标',
    '起 诉讼 重大 重点 草原',
    '场 面试 面对 面向 地方',
    '次 生产 生态 生活 年度 产业 产品 产销 数据 月度 性别 日常',
    '期 初任 初级',
  ].map((words) => {
    const [unit = '', ...still] = words.split(' ')
    return [unit, still]
  }),
)

/**
 * Characters after which a word is no unit but the beginning of another word: `40人员`, `2天津市`.
 * FORM: collected from names and goals in which a number stands right before such a word.
 */
export const NOT_BEFORE: ReadonlyMap<string, string> = new Map([
  ['人', '员才民力口均事工类社文居大体心生机防武寿流格道身'],
  ['名', '单称录义气词优誉师胜家'],
  ['位', '于置列移'],
  ['户', '籍外均口型主'],
  ['个', '人体别性税案'],
  ['家', '庭长属具畜政校园乡禽电教'],
  ['件', '数'],
  ['份', '额'],
  ['股', '室东权份金票级本道骨'],
  ['本', '级年科地县市区项单部次人省州村乡镇校院局期季月日级着质身土来'],
  ['台', '账风湾阶词北'],
  ['支队', '伍'],
  ['间', '隔接断'],
  ['座', '谈椅右'],
  ['头', '部脑条号像'],
  ['只', '能需要有是为'],
  ['条', '件例款约'],
  ['张', '贴家'],
  ['部', '门分署委队级件位落长省属'],
  ['支', '出付持部撑行援队教委农医'],
  ['把', '握关控好'],
  ['面', '向对积临试貌粉板'],
  ['包', '括含装干联保'],
  ['对', '口象比策接应外于标照全各'],
  ['段', '落'],
  ['处', '理置罚级于分所方室长'],
  ['所', '有在需以属得长'],
  ['门', '诊户头类源市店票'],
  ['架', '构设'],
  ['列', '入为车支出'],
  ['首', '次先要批页都府发'],
  ['例', '如会行外'],
  ['班', '子级主组长'],
  ['组', '织建成长团合件'],
  ['队', '伍员长'],
  ['口', '径岸腔号头语'],
  ['层', '级面次'],
  ['车', '辆间站型补船'],
  ['字', '样体典画幕'],
  ['页', '面岩'],
  ['种', '植子粮养苗质类猪'],
  ['类', '别型似'],
  ['款', '项物额'],
  ['单', '位独项一元价体'],
  ['票', '据价务'],
  ['站', '点位长台'],
  ['村', '级民庄委镇干居两'],
  ['镇', '级区政'],
  ['乡', '村镇级亲土'],
  ['县', '级区域城委政'],
  ['校', '园长区级企内外'],
  ['园', '区林长艺'],
  ['道', '路德教'],
  ['路', '面灯网况段口线基程政长径障牌沿侧公车'],
  ['床', '上'],
  ['员', '工额'],
  ['发', '放展改生布现挥电动票'],
  ['卡', '口片'],
  ['出', '台资勤具现行口租让差版入'],
  ['集', '中体团合镇市约成散'],
  ['案', '件例卷'],
  ['池', '塘'],
  ['房', '屋产地租间建'],
  ['行', '政业为动驶程'],
  ['群', '众体'],
  ['管', '理护网道控'],
  ['网', '络站点'],
  ['节', '约能日目水假气余点'],
  ['课', '时程题本后堂'],
  ['讲', '话座课解师'],
  ['馆', '藏内长舍'],
  ['堂', '食'],
  ['针', '对灸'],
  ['剂', '量'],
  ['社区', '居医卫服工干矫教'],
  ['岗位', '津补人练培职'],
  ['岗', '位人练培'],
  ['科', '技学室研目普'],
  ['叶', '面片酸绿子黄菜'],
  ['轴', '承线距'],
  ['函', '件授数询告复'],
  ['穴', '位'],
  ['格', '式局'],
  ['环', '境保节卫'],
  ['井', '冈'],
  ['次', '日年要数月生序产性'],
  ['场', '所地馆景合均面'],
  ['期', '间限末初望满'],
  ['起', '来到草诉因止始点重'],
  ['回', '收归复访'],
  ['轮', '换岗胎训'],
  ['批', '准复'],
  ['成', '功立果本员长效为分就品套交熟绩人'],
  ['分', '局别类布配析级校公项批期子母数值管阶年享离工部院店包段组层红队钟'],
  ['平', '均台安衡等方整原时稳'],
  ['方', '面案式法向便针位'],
  ['米', '粉饭厂面'],
  ['升', '级降高学旗'],
  ['克', '服'],
  ['吨', '位'],
  ['亩', '均产'],
  ['天', '津然气水山台'],
  ['日', '常均本照前报后历产制益'],
  ['周', '边期围转口末刊密'],
  ['月', '份底末初均度饼'],
  ['年', '级龄限均底末初轻货终来鉴检审'],
  ['年度', '报计预'],
  ['个年度', '重项任'],
  ['元', '旦素件月'],
  ['度', '假数'],
  ['级', '别'],
  ['等', '级次奖待候于地人方内形文项单部多领工学重环各有'],
  ['项', '目'],
  ['毛', '利坯巾'],
  ['角', '度色落大'],
  ['刀', '具'],
  ['块', '状'],
  ['瓦', '斯房'],
  ['棚', '户改'],
  ['站点', ''],
  ['旬', '邑阳'],
  ['担', '任保当负'],
  ['两', '岸年个次级三条侧会会委'],
  ['盘', '活'],
  ['片', '区面'],
  ['套', '餐取'],
  ['册', '子'],
  ['卷', '宗'],
  ['兆', '瓦'],
  ['倍', '增'],
])

let dimensions: ReadonlyMap<string, UnitDimension> | undefined

/** What a word of the table measures, the word alone; made at the first question, which few runs ask. */
export const dimensionOfWord = (word: string): UnitDimension | undefined => {
  dimensions ??= new Map(
    UNITS.flatMap(({ words, dimension }) => words.split(' ').map((one) => [one, dimension] as const)),
  )
  return dimensions.get(word)
}

/** The dimension of a unit that a word is, with or without its 万. */
export const dimensionOfUnit = (word: string): ReturnType<typeof dimensionOfWord> =>
  dimensionOfWord(word) ?? dimensionOfWord(word.replace(MULTIPLE, ''))

/** 万 of 万亩. */
export const MULTIPLE = /^[万亿千百](?=.)/

/** Counters that people use for the same things: 36场次 and 30场, 4辆 and 3台. */
export const COUNTER_KIN: readonly ReadonlySet<string>[] = [
  '次 场 场次 期 批 批次 班次 遍 轮 轮次 回 趟',
  '台 辆 套 部 台套',
  '本 册 卷 套',
  '份 张 本',
  '家 户',
  '座 处',
  '所 座',
  '株 棵',
  '头 只 羽',
  '件 起 宗 例 案',
  '间 套',
  '篇 份',
  '千瓦时 度 度电',
].map((words) => new Set(words.split(' ')))
