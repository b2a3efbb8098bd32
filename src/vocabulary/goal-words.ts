import { SINGLE } from './price-words.ts'

/** Words around the numbers of goals and in names: what a number is of, and what it holds for (FORM). */

/** 对应目标3: a goal that is named by its number (FORM). */
export const GOAL_BY_NUMBER = /目标\s?[\d一二三四五六七八九十①-⑳]/

/** What only says that a number is reached. */
export const REACHING =
  /(?:力争|争取|确保|保持|稳定|计划|预计|达到?|控制|增至|增加到?|提[高升]到?|[降减压]至|降到|下降[至到]|降低[至到]|扩大|压缩|不[超低少高][过于]|[在到至为]){1,6}[≥≤<>=\s]*$/
/** 提高到92%: a change, and where it leads to. */
export const RISES_TO =
  /(?:提[高升]|上升|增加|扩大|稳定|保持|压[缩减]|下降|降低|控制)[到至在][≥≤\s]*\d[\d.]*[%‰][^%]{0,4}$/
/** 增长率不低于5%; in 压缩至 the word behind the change makes a level of it. */
export const BOUND = /(?:达到?|不[超低少高][过于]){1,4}[≥≤<>=\s]*$/
/** What nothing but a goal that names it speaks of. */
export const SATISFIED = '满意'
export const SATISFACTION = '满意度'
/** The last rate that is named: 改厕合格率达到98%. */
export const LAST_RATE = /^[\s\S]*([\u4e00-\u9fff]{2}率|满意度)/
/** 网络直播率, 网络直播比例, 机械化水平, 年收益, 覆盖面: what a share is of, in the two characters in front of what says that it is one. */
const RATE_AT_END_OF = /([\u4e00-\u9fff]{2})(?:率|比[例率重]|占比|水平|程度|面)?$/
/** The rate that words end with, in three characters, whatever they call it: 收益率 of 年收益. */
export const rateMeant = (words: string): string | undefined => {
  const [, word] = RATE_AT_END_OF.exec(words.replace(BOUND, '')) ?? []
  return word === undefined ? undefined : `${word}率`
}
/** 路面宽4.5米: which side of a thing is measured; a number of metres without one is its length. */
export const SIDE = /([宽厚深]|(?<![提升增])高|[直口管]径)度?[约为达≥]*\s*$/
/** Where things are, in front of where they are to be: 由82%提高到90%. */
export const STARTS_FROM = /(?:由|从|在)[^,;。0-9]{0,8}$/
export const GOES_TO = /^[^,;。]{0,8}[到至为]\s*[≥≤]?$/
/** 由上年的52%提升: from where things are up to the number behind. */
export const START_OF_CHANGE = /(?:由|从|在)[^,;。0-9]{0,8}\d[^,;。]*$/
/** 预期寿命达到79岁 is promised, 65岁以上老年人 is not. */
export const LIFE_SPAN = /寿命|年龄/
/** 月均报酬3600元: what each one is paid, said or not. */
export const WAGE = /月均?(?:工资|报酬|薪酬|补[助贴]|津贴|生活费)/
/** 每位…发放考务费500元: a price, although the denominator stands apart from it. 每年 makes none. */
const EACH_ONE = new RegExp(
  `每(?:一?[\\u4e00-\\u9fff](?<!年)|\\d+[\\u4e00-\\u9fff])|[人户亩车校村班生件案次床]均|吨水|度电|单位(?=成本|造价|费用|价格)|单价|${SINGLE}[\\u4e00-\\u9fff]`,
)

/** 补助标准为3000元: so is what follows it. */
const OF_STANDARD = /标准[为是按达到提高至约]{0,6}\s*$/
export const saysPrice = (words: string): boolean => EACH_ONE.test(words) || OF_STANDARD.test(words)

/** 每所1份, 各2台, 人均5次: so many of each, which a count multiplies; no 单位, 各类, 逐步. */
export const SAYS_EACH = new RegExp(`每|各(?![类级界种])|均(?!衡)|逐(?![步年渐])|${SINGLE}`)

/** 海拔3200米, 设计时速40公里, 噪声平均超标6分贝, 距县城18公里: how things are, and nothing that is done or counted. */
export const ATTRIBUTE =
  /(?:海拔(?:高度)?|[时车航流]速|超标|气温|水深|纬度|经度|烈度|(?:相?距|远离)[^,;。\d]{0,12})[约为达在近\s]*$/

/** 对存栏500头以上的猪场, 凡超过72小时未处置的工单: what those are like that something is done for. */
export const IS_MEANT =
  /(?:[对凡如若遇将把]|对于|针对)[^,;。\d]{0,6}(?:存栏|超过?|逾|满|不足|未满|连续|累计|使用|服役|停业|停产|工龄|收入|产值|营收|销售额|规模|年龄|达到?|高于|低于)[^,;。\d]{0,4}\d[^,;。]*$/
export const OF_WHICH_ONES = /^(?:以[上下内]|及以上)?[^,;。]{0,8}的(?=[\u4e00-\u9fff])/

/** 19张床以下的小诊所, 不足10张的不补, 满40课时的传承人: which ones are meant, and nothing that is to be reached. */
export const IS_THRESHOLD =
  /(?:^|[^\d])(?:不足|未满|不满|不到|超过|满)\s?\d[\d.]*[^,;。\d]{0,5}的(?!目标|标准|要求|任务|比例|水平)[\u4e00-\u9fff]|^\d[\d.]*[^,;。\d]{0,4}以[下内]的(?!目标|标准|要求|任务|比例|水平)[\u4e00-\u9fff]/

/** 宽度不足4.5米的有420公里: what those are told by that are counted behind it. */
export const OF_THOSE_COUNTED = /^(?:以[上下内])?的(?:共|约)?[有占]/
/** 按每5000人配备1名的标准: what something is reckoned by, if it is no money. */
export const IS_NORM = /^(?:以[上下内])?的?(?:配[备置])?(?:标准|要求|比例|规定)/
/** What was there before: of last year, or done by now. 对上年参训的600名学员 are those of then. */
export const PAST =
  /基准年|(?:[较比](?:去年|上年|往年|前年)(?:同期)?\()[^()]{0,6}$|(?:去年|上年|往年|前年)[^,;。\d]{1,8}的\s*$|年来|(?<!往年|上年|去年)以来|(?:现|目前|现状)[为是]\s*$|已(?![知婚])[^,;。的\d]{1,10}$|(?<![较比同照于对超])(?:去年|上年(?!结转|相比|同期)|上一年(?!相比)|上一?[届轮]|上学[年期]|往年|前年)|以往|此前|[需待][要须]?[\u4e00-\u9fff]{2,4}的[^,;。\d]{0,10}[共有]|截[至止]|已(?:经|累计)*(?:完成|建成|建设|新建|建立|发放|支付|拨付|实现|登记|整治|改造|覆盖|培训|培育|创建|安装|有|达)(?!的)/
/** 宜配备装备246件,目前已配106件: how many there should be, of which there are some. */
export const SHOULD_BE = /[宜应须需](?:当|要)?[\u4e00-\u9fff]/
export const THERE_ARE = /^,(?:目前|现|截[至止][^,;。\d]{0,8})?(?:已|仅|只)[^,;。\d]{0,8}\d/
/** 22个村的服务中心已达标, 3口山塘上年整治见效: what is said behind a number of what was done before. */
export const WAS_DONE = /^[^,;。\d]{0,10}(?:已(?![知婚])|上年|去年|前年)/
/** 上半年完成3200人, 受训人数120人: what stands before a number and names nothing of its own. */
export const NO_SUBJECT =
  /[上下]半年|第?[一二三四]季度|[\u4e00-\u9fff]{0,2}人[数次]|人[员口]|单体|(?<!平)均(?=[在为达不])|群众|对象|在册|[年月日]均|[全总][长宽]度?|[一二三四]级|至少/g
/** 日接种能力400人次, 每间可容纳60人. */
export const IS_CAPACITY =
  /(?:能力|产能)[约为达到]{0,3}(?:每[日天月年])?\s*$|可(?:同时)?(?:容纳|停放|存放|承载)[^,;。\d]{0,6}\s*$/
export const SAYS_CAPACITY = /能力|产能|规模|容纳|可/
/** 对41家, 为县域14个: whom or what something is done to, right before their number. */
export const TO_WHOM = /[对为向给](?:[全县市区域内辖本的]|乡镇|城区){0,4}\s*$/
/** 新校区占地60亩: how large the site is, and not what is done on it. */
export const IS_SITE = /占地(?:总?面积)?[约为达到]{0,3}\s*$/
export const SAYS_SITE = /占地|用地|征[地收]|建设|新建|扩建|总面积|规模/
/** The level of what there are several of. */
export const LEVEL = /国家级|[省市州县区乡镇村]级/
/** 除布病外其他病种: what the rest is without. */
export const EXCEPT = /^除(.{1,12}?)(?:以外|之外|外)的?其[他余它]/
/** 其余布在平川乡镇, 余下的村: what a number that was told before leaves. */
export const THE_REST = /其余|余下|剩余|剩下|差额|差价|价差|除[^,;。]{1,12}外/
/** 警情较多路口压减数, 新增床位数: the end or the beginning of a name that is of a difference. */
export const OF_DIFFERENCE =
  /(?:压减|压降|减少|下降|降低|缩短|缩减|增加|新增|提高|提升)[\u4e00-\u9fff]{0,3}$|^(?:[本今当全]?年内?)?(?:压减|减少|新增|增加)/
/** 标准分别为每课时50元、60元和80元: right before the first number of a list, whose names stand before that. */
export const RESPECTIVELY = /分别[^,;。、\d]{0,10}$/
export const BETWEEN_LISTED = /^\s?(?:[、,]|以?及|[和与])\s?$/
export const LISTED_NAMES = /、|以及|[和与]/
/** 上半年、下半年各一场. */
export const SEVERAL_EACH = /各|分别|均/
/** 到今年底累计修复岸线35公里: with what was done in earlier years. */
export const CUMULATIVE = /累计|历年/
/** 无证, 未按期, 离线, 差错: a rate of those that another rate leaves. */
export const NEGATED = /[无未不非]|离线|流失|损失|死亡|空置|差错|超期|逾期|缺勤|失业|辍学|漏/
/** 年末总数: of all that there is then, with what came and without what went. */
export const OF_ALL = /[年期]末|年底|总/
/** 撤并2条, 报废12辆: what a total is less by. */
export const TAKEN_OFF =
  /撤[并销]|合并|拆除|报废|注销|淘汰|关[停闭]|取消|退[出休役还]|[核减]减|减少|离[职岗]|脱[贫困]/
/** 提高全市防震减灾能力: what all that a sentence tells is good for, at its end. */
export const IS_PURPOSE =
  /^(?:让|使|便于|方便|助力|满足|缓解|确保|保证)[^\d]*$|^(?:[不进]断|进一步|有效|切实|持续|全面|着力|稳步|逐步)*(?:提[高升]|增强|加强|改善|优化|净化|美化|营造|创造|塑造)[^\d]*(?:能力|水平|意识|素[养质]|质量|效率|环境|形象)$/
/** 前两年已建41公里. */
export const DONE_BY_NOW = /已(?![知婚])/
/** 每吨0.95元上调0.25元. */
export const RAISED = /上调|上浮|下调|下浮|调[高增]/
/** 平均面积, 户均: what one of them has. */
export const AVERAGE = /均/
/** 缩短一半, 减半. */
export const HALVED = /(?:缩短|减少|压减|下降|降低|压缩|缩减)(?:了)?一半|减半|过半/
/** 将其中一半改造为驿站, 三分之二持证: so large a part of those that were counted. */
export const A_PART =
  /(?<![过超近约])(?:一半|半数|([二三四五六七八九十])分之([一二三四五六七八九]))(?!以上|以下|左右|多)/g
/** The numerals of a fraction in words, in order. */
export const NUMERALS = '零一二三四五六七八九十'
/** 音频课程若干: what has a number that nobody tells. */
export const SOME = /([^,;。!?、\d\n]{2,20})若干/g
/** 每2000座配一辆: so many for each of so many. */
export const EACH_SO_MANY = /每(\d+(?:\.\d+)?[百千万]?[\u4e00-\u9fff])/
/** 其中, 当中: right before a part of what was counted. */
export const OF_THOSE = /(?:其中的?|当中的?|总[量数]的)$/
export const ENDS_STATEMENT = /^\s*(?:[,;。!?\n]|$)/
/** 翻番, 翻两番. */
export const DOUBLED = /翻(?:[一1]?番|[两2]番|[一1]?倍)/g
export const DOUBLED_TWICE = /[两2]番/
/** 余下里程, 其余乡镇: what is left of a whole. */
export const LEFT = /余下|其余|剩余|剩下/g
/** 零投诉, 零事故. */
export const NONE_OF = /零([\u4e00-\u9fff]{2})/g
/** 总数, 总长度: what names say that are of all of something. */
export const SAYS_ALL = '总'
/** 管养县道、乡道共286公里: what is counted is all of the list. */
export const ALL_OF_LIST = /^[^、]{1,8}?(?:合计|总计|共计?)(?:约|近)?$/
/** 净增, 新增: what names say that are of those that are more. */
export const MORE_OF_THEM = '增'
/** 合格 of 合格率: what those are called that a rate is the share of. */
const OWN_RATE = /^([\u4e00-\u9fff]{2})率$/
/** What else those are said to do whom something covers. */
const COVERED = '覆盖'
const DO_AS_COVERED = ['接受', '享受', '受益']
/** 覆盖 of 覆盖率, and 接受: what names may say that are of so many as a rate makes. */
export const namesOfRate = (rate: string): readonly string[] => {
  const own = OWN_RATE.exec(rate)?.[1]
  return own === undefined ? [] : own === COVERED ? [own, ...DO_AS_COVERED] : [own]
}
/** 其中青年占60%, 完成其中80%: right before a part of what was counted. */
export const SHARE_OF_THOSE =
  /^[\s,]*(?:年内|[本今当]年|计划|力争|确保|完成)*其中(?:[^,;。\d]{1,20}(?:占|比[例重])[^,;。\d]{0,6}|[有约至少不低于超过]{0,4})$/
/** Rates that add up to the whole (FORM): what doesn't go wrong goes right. */
const OPPOSITES = [
  ['差错 错误 误差', '准确 正确'],
  ['空置 闲置', '入住 出租 使用 利用'],
  ['离线 掉线', '在线'],
  ['故障 损坏 破损', '完好 正常'],
  ['流失 辍学', '巩固 留存 保留'],
  ['逾期 超期 超时', '按期 按时 及时'],
  ['死亡', '存活 成活'],
  ['缺勤', '出勤'],
  ['失败', '成功'],
  ['违约', '履约'],
  ['欠缴 拖欠', '收缴 缴纳'],
  ['超标 不达标', '达标'],
  ['不合格', '合格'],
].map((sides) => sides.map((side) => side.split(' ')))
/** What the rest is called that a rate leaves: 准确, 正确 for 差错率. */
export const oppositesOf = (rate: string): readonly string[] =>
  OPPOSITES.flatMap(([wrong = [], right = []]) =>
    wrong.some((word) => rate.startsWith(word))
      ? right
      : right.some((word) => rate.startsWith(word))
        ? wrong
        : [],
  )
/** 准确 as 准确率. */
export const asRate = (what: string): string => `${what}率`
/** 按1:5的比例配备照护人员: one of them for so many. */
export const IN_RATIO =
  /按照?(?:不低于|不少于)?1:\d{1,4}(?:\.\d{1,2})?的?(?:比例|标准)?(?:配备|配置|配齐|配足|选配)/g
export const IN_RATIO_PARTS = /(1:(\d+(?:\.\d+)?))/
/** 百分点: between two shares. */
export const PERCENTAGE_POINTS = /百分点/
/** Their unit, as it is printed and in its base. */
export const PERCENTAGE_POINT = { printed: '个百分点', base: '百分点' }
/** 本年实现, 力争较上年: what says when a number is reached and how, and not of what it is. */
export const NAMES_NOTHING =
  /[今本当]年度?|年内|全年|力争|争取|计划|预计|确保|实现|同比|[较比]?(?:上年|去年)同期?|在此基础上|基础上|再|达到?|以上|左右|以内|(?:增[加长]|提[高升])[到至]|(?<=[\u4e00-\u9fff]{2})[量数率额](?![\u4e00-\u9fff])/g
/** 每季度, 按月; not so 二季度, 11月底. */
export const OF_QUARTERS = /(?<![\d一二三四春夏秋冬])季/
export const OF_HALVES = /每个?(?:学期|半年)/
export const OF_MONTHS = /(?<![\d一二三四五六七八九十]个?)月/
/** 86所学校中, 126座公厕由市级管养: all of them, of which some are not meant. */
export const OF_THEM =
  /^[^,;。\d]{0,6}(?:之?中(?=[,;。有]|$)|由[^,;。\d]{1,8}(?:统一|负责|承担|实施|安排|保障|管))/
/** 全部完成改造: said of all that were counted. */
export const ALL_OF_THEM = /全部|均|逐一|逐[个户人项村]|全覆盖|所有|分别|各/
/** 在上年800人次的基础上; 每月2010元,据此测算: what something else is reckoned from. */
export const AS_BASE = /^\s*的?基础上/
/** 全省平均参保率为96.5%: what others have on average. */
export const OF_OTHERS = /(?:全国|全省)[^,;。\d]{0,14}平均(?![^,;。\d]{0,10}[达到提升])[^,;。\d]{0,10}$/
export const RECKONED_FROM = /^[^,;。]{0,6},并?(?:据此|以此)/
/** What there is already, or in all: of the whole, not of what is planned. */
export const STOCK =
  /已(?:经|累计)*(?:完成|建成|建设|新建|建立|登记|整治|改造|创建|安装)的|[全我][省州市县区旗乡镇村](?:现|共)?有|现有|现存|现辖|原有|已有|尚有|率平均\d[\d.]*%、|还有(?:约|近)?\s*$|目前有|[内中]有|下辖|所辖|管辖|辖区内?(?:共|现)?有|共有|拥有|总量|总仓容|总库容|总人口|常住人口|户籍人口|人口总数|总里程|馆藏|常年(?:种植|播种|栽培|保有|存栏|养殖)|在册|实有|在编|(?:余额|存量)[为达约]*\s*$/
/** 上年选派62名,服务村庄105个: what a sentence begins with that speaks of earlier years alone. */
export const BEGINS_PAST =
  /^\s*(?:上年|去年|往年|前年|上一年度?|上一?[届轮]|上学[年期]|截[至止](?:上年|去年)|[“"]?十[二三四五]五[”"]?以来|近[二两三四五几]年来?)/
/** 全县农村公路桥梁405座, 辖区企业128家, 有实绩企业38家: what a sentence begins with that tells how things are, if nothing is done in it. */
export const BEGINS_STATE =
  /^\s*(?:[全我本][省州市县区旗乡镇村](?!级)|辖区|(?:城区|市区)?在用|有(?![效序力机利偿害望关限色]))/
/** 渡口21处、渡船29艘: a sentence that begins with a list of things. */
export const BEGINS_LIST =
  /^\s*[^,;:。、\d]{2,10}\d[\d.]*[万千]?[^,;:。、\d]{1,3}、[^,;:。、\d]{2,10}(?:\d|$)/
/** 现有橡胶林9.2万亩, 已采集数据380家: a number of what there is, with more of them behind it. */
export const COUNTS_WHAT_IS =
  /(?<![障护持养管给为对])(?:现有|现存|已(?![知婚])[\u4e00-\u9fff]{2})[^,;。\d]{0,12}\d[^;。]*?[,、]/g
/** 已采集: what is done already. */
export const DONE_BEFORE = /已(?![知婚])[^,;。\d]{1,10}/g
/** 今年 at the beginning of the next sentence. */
export const THIS_YEAR_NEXT = /^[;。\s]*(?:今年|本年度?|当年)/
/** 保障现有120名护林员的工资 is planned for those that there are. */
export const CARES_FOR = /(?:完成|保障|确保|保证|维护|养护|管护|运维|管理|补助|发放|[为对给])[^,;。]{0,10}$/
/** 用人单位2100家,上年受理160件: what was done before, told right behind what there is. */
export const THEN_PAST = /^,(?:上年|去年|往年|前年|截[至止])/
/** 历年修复: in earlier years, before what was done in them. */
export const OVER_YEARS = /历年(?:累计)?([\u4e00-\u9fff]{2})/
/** That a number is of this year, or new. */
export const OF_THIS_YEAR = /今年|本年|当年|年内|本次|本期|此次|(?<!行动)计划|拟|新增|新建|力争/
export const OF_JUST_THIS_YEAR = /今年|本年|当年/
/** 全年送戏2508场: what a sentence begins with that speaks of one year, and of no year to come. */
export const SAYS_WHOLE_YEAR = /^\s*(?:全年|[今本当]年)/
/** 新创建A级景区: those that come to what there is. */
export const NEW_ONES = /^新(?!型|能源|媒体|闻)|新(?:增|建|创|设|认定|培育|引进)/
/** 32个部门, 12个乡镇: who is counted, right behind the number. */
export const COUNTS_WHOM = /^\s*(部门|乡镇|镇街|街道|社区|行政村)/
/** All that stands behind the last number. */
export const BEHIND_NUMBER = /(?:^|(?<=\d))\D*$/
/** That something is to be done or reached, whatever it is. */
export const IS_PLANNED = /完成|实现|实施|开展|组织|达到?|计划|拟|力争|确保/
/** 合同为期36个月: how long a contract runs. */
export const CONTRACT_TERM = /合同|协议|租期|租赁期|签订/
/** The same of a number that the words before it speak of last year: 去年新增就业3100人 is past. */
export const SAYS_THIS_YEAR = /今年|本年|当年|年内|本次|本期|此次|计划|拟|力争/
/** 前三季度, 前10个月: a part of the year that is not all of it, whatever else is said. */
export const BEFORE_THE_END = /^前/
/** 上半年, 第三季度: a part of the year. */
export const PART_OF_YEAR =
  /(上半年|下半年|前[二两三]季度|前[一二三四五六七八九十\d]{1,2}个?月|第?[一二三四1234]季度)(?!末|底)/

/** 6月底前: the month by whose end something is done. */
export const BY_MONTH = /(\d{1,2})月(?:底|末|份)?(?:之?前|底)/

/** What a year consists of, as `PART_OF_YEAR` names it without its `ORDINAL`. */
export const PARTS_OF_A_YEAR: readonly (readonly string[])[] = [
  ['上半年', '下半年'],
  ['一季度', '二季度', '三季度', '四季度'],
]
export const ORDINAL = /^第/

/** 为10个村各配备垃圾车2辆: so many for each of them. */
export const EACH_DOES =
  /(?<![有相和及以])各自?(?:配备|配置|配发|购置|采购|新建|建设|建成|安装|设置|设立|发放|补助|补贴|聘用|聘请|选派|派驻|培训|开展|举办|组织|种植|打造|改造|创建|拨付|奖励|接长|延长|加[宽高]|拓宽)[^,;。、]{0,12}$/

/** 城区和3个乡镇各建1座: more than the number counts. */
export const AND_MORE = /[和及与、]/

/** 到2025年: by a later year. 民国至2005年 and 2000年底前建成的 are the time of what is worked on. */
export const LATER_YEAR =
  /(?:到|力争|截至|截止|(?<![\u4e00-\u9fff])至)(20\d\d)年|(20\d\d)年(?:底|末)?(?:之?前|以前)(?![^,;。、\d]{0,8}的)/
export const SEVERAL_YEARS =
  /(?<!\d)[二两三四五2345](?:个)?年(?:(?:建设|实施|规划|合同|示范|服务|项目)?期?内|间|时间)|(?<!(?:按照?|根据|依据|落实|围绕|贯彻|结合|对照|聚焦)[^,;。\d]{0,20})(?<!\d)[二两三四五2345]年(?:行动|规划|计划)|“?十[三四五]五”?(?:期间|时期|末)|规划期|实施期内|总投资期|(?:建设|实施|规划|合同|示范|服务|项目)期(?:限|为|共)*[二两三四五2345]年/
/** 更换1.5万户,计划两年完成: what is said right behind a number of when all of it is to be done. */
export const DONE_IN_YEARS =
  /^,(?:计划|拟|预计|争取|力争|分)?(?:用)?[二两三四五2345]年(?:内|时间)?(?:全部)?(?:完成|实施|建成|更换完|改造完)/
/** 2023年签约项目46个,开工率61%: the last year that a part of a sentence begins with. */
export const YEAR_OF_PARTS = /^(?:.*,)?([^,;。\d]{0,6}20\d\d年[^,;。]{0,8})/
/** The year that a number is said of: 2021年完成45户. */
export const YEAR_BEFORE = /(20\d\d)年(?!(?:底|末)?(?:之?前|以前)|度?(?:省级|中央|市级))/g

/** Payments every month to 176人 are payments to 176人. */
export const PAYS = /发放|补助|补贴|津贴|工资|社保|保险|救助|保障/

/** What an indicator is counted in by the end of its name: people, times and the like, or anything; most say nothing. */
export const countedAs = (name: string): 'such' | 'any' | undefined => {
  if (!'数次)'.includes(name.at(-1) ?? ' ')) return undefined
  if (COUNTED_AS_SUCH.test(name)) return 'such'
  return name.endsWith('个数') ? 'any' : undefined
}
const COUNTED_AS_SUCH = /(?:[人户次场期批]数|人次|场次|户次|批次)(?:\([^()]*\))?$/
/** 补助标准: what each one is paid, without saying what for. */
export const PAY_NAME =
  /(?:工资|薪酬|报酬|补助|补贴|津贴|酬金|奖[补励]|资助|保费|费用?)(?:发放)?(?:标准|成本|单价|金额|额)?$/
/** A率与B率均达到: one number for several rates. */
export const OF_BOTH = /率[^率]{1,16}率(?:[^率]{0,12}率)?[均都]/
/** 使用乡土树种的比例不低于: the words before a number end with its being a part. */
export const IS_PART = /的(?:比例|比重|占比)[达到至为不低少高超于过]{0,4}\s*$/
export const PART_NAME = /(?:比例|比重|占比)$/
export const CHANGE_NAME =
  /(?:增长|增加|提高|提升|上升|下降|降低|减少|缩短|压缩|压减)(?:率|幅度|比例|值|量)?$|[增涨降减]幅$|增速$/
/** 占比提高, 用水量下降, 到场时间缩短比例: the same at the end of the name of a change. */
export const CHANGED_AT_END =
  /(?<=.{2})(?:[较比](?:上年|去年))?(?:[同环]比)?(?:(?:增长|增加|提高|提升|上升|下降|降低|减少|缩短|压缩|压减)(?:率|幅度|比例|值|量)?|[增涨降减]幅|增速)$/
/** 亩均增产: the change in front of what changes. */
export const CHANGE_OF = /[增减](?=产$)/
/** 登记宗数: the end of a name that says that something is counted; in front of 数量 its own name stands. */
export const NUMBER_AT_END = /数$/
/** How much it changes, or which part it is of something: what the number says by itself. */
export const MEASURED_AS =
  /(?<=.{2})(?:[同环]比)?(?:(?:增长|提高|提升|上升|下降|降低|减少)(?:率|幅度|比例)|[增涨降减]幅|增速|比[例率重]|占比|水平|上限|限额)$/
export const YEARLY = /(?<=^|[人户亩校]均|每[\u4e00-\u9fff]{1,3})年(?![鉴报画货轻级龄会])(?=.{3})/
/** 单站巡检次数: what it is for one of, in front of what a name is about. */
export const OF_ONE = new RegExp(`^${SINGLE}[\\u4e00-\\u9fff](?=.{3})`)
export const AMOUNT_OF = /(.{2}[^数重总])量$/
/** 的 of 接受检查的妇女, and 服务 of 上门理发服务, which says no more than that it is done. */
export const SAYS_NOTHING = /的(?!士)|(?<=.{3})服务(?=(?:[\u4e00-\u9fff]{1,2}[数次])?$)/g
/** 总 of 培训总人次, 赠送总册数. */
export const IN_TOTAL = /(?<=.{2})总(?=(?:[\u4e00-\u9fff]{1,2}[数次])?$)/
/** A rate at the end of a name or in it. */
export const RATE_WORD = /[\u3007\u3400-\u9fff\uf900-\ufaff]{1,3}[率度比]/
export const RATE_AT_END = /[率度比]/
export const OF_PART = /的\s*$|占[^占,;。]*$|(?:比例|比重|占比)[达到至为不低少高超于过]{0,4}\s*$/
/** 不良反应发生率 is the 不良反应率, 健康管理服务率 the 健康管理率. */
export const HAPPENING = /(?:发生|服务)(?=率)/g
/** 每栋1670株: what is counted of each was said before. */
export const JUST_EACH = /^\s*每(?:个|一)?[\u4e00-\u9fff]$/
/** 人, 万人 with what people are counted as at the end of a name. */
export const COUNTS_PEOPLE = /人$/
export const HEADS = /人[口数员]$/
/** 项目数(个), 项目数量: what only says that something is counted. */
export const COUNTED_AT_END = /数量?(?:\([^()]{1,4}\))?$/
/** 棚舍总面积, 盆花用量: what only says how much of it there is. */
export const SIZE_AT_END = /总?(?:面积|里程|长度|规模|数量|金额|用量|[数量额])$/
/** 受益人口, 惠及群众: who has something of the project, whoever that is. */
export const WHO_BENEFITS =
  /^(?:受益|惠及|受惠)(?:农村|城镇|城乡|人口|人数|人次|群众|居民|村民|农户|户数|[数量])*$/
/** 解决8400人的饮水问题, 提升9200名群众的饮水条件: around the number of those who have something of it. */
export const SOLVES = /解决|改善|提[高升]|满足/
export const OF_THEIR_PROBLEM =
  /^\s*(?:群众|居民|村民|农民|农户|师生|学生|职工)?的[^,;。]{1,12}(?:问题|困难|需求|条件|环境|质量)/
export const OF_FOLLOWING = /^\s*的/

/** ,其中今年救助420户; ,今年大中修120公里: a part of it is what is planned. */
export const OWN_PART = /^[^,;。]{0,16},(?:其中,?)?(?:今年|本年度?|当年)/

/** 将烈士墓迁入陵园83座: what is counted stands behind 将, and not right before the number. */
export const IS_PUT = /[将把][^将把]{2,}[入到至进]/
export const SAYS_NUMBER = /\d/
/** 其中村道养护里程 names a part. */
export const OF_THESE = '其中'
/** ,其中备用6个: right behind the number of the whole. */
export const OF_THESE_NEXT = /^[,(]?其中/
/** Right behind the whole, before a part of it. */
export const OF_WHICH = /^[\s:]*(?:其中|包括|含|包含)/

export const SAYS_VERB = /[^\s全县市区州省镇乡]\s*$/

export const OF_THE_WHOLE = /全年|年度|本年|当年|合计|总计|全[县市区州省]/

/** 每页, 单页, 各页: characters in front of a thing that name no sort of it. */
export const EACH_CHARACTERS = '每单各'
/** Characters in front of what something is done to. */
export const PREPOSITION_CHARACTERS = '为对给向把将在由从'

/** The base of the units that ages are told in. */
export const YEAR_OF_AGE = '岁'

export const NUMBERED_SORT = /[“"]([两三四五六七八九])([\u4e00-\u9fff])[”"]/

/** What stands between the items of a list. */
export const LISTED = /[和及与、\s]+/

/** Numerals of small numbers as they stand in names, in order. */
export const FEW = '一两三四五六七八九'

export const RATE_IN_NAME = /(?:率|满意度|比[例率重]|占比|水平|程度)$/
/** AQI of AQI优良天数, 两 of “两癌”: shorthand that the goal may spell out. */
export const SHORTHAND = /[A-Za-z]+|(?<=[“"])[两三四五六七八九](?=[\u4e00-\u9fff][”"])/g
/** 发现一户、改造一户: two things that are done one after the other to each of them. */
export const AS_IT_COMES =
  /[\u4e00-\u9fff]{2}(一[\u4e00-\u9fff])[、,]?[\u4e00-\u9fff]{2}(一[\u4e00-\u9fff])(?![\u4e00-\u9fff])/g
/** 一所未管所: one, which isn't read as a number. */
export const ONE = '一'
/** 数 of 环境整治村庄数, 量 of 办件量, which only say that something is counted. */
export const COUNTED_CODES: ReadonlySet<number> = new Set(['数', '量'].map((word) => word.charCodeAt(0)))

/** 年人均检查次数: the number of the whole year, as its name says. */
export const OF_THE_YEAR = /年(?![级轻龄老月会货])/

/** 新 anywhere, 再建: what is told is of new ones. */
export const SAYS_NEW = /新|再[建增添设]|[增添扩加][建设]/
/** 单体面积, 均在800平方米以上: of each one, whatever they are. */
export const OF_EACH_ONE = /单体|单个|每[个处座]|(?<![平年月日人户亩])均[在达不为]/
/** 考场 of 每个考场安排2名, 分队 of 各分队配备9名. */
export const EACH_NOUN = /(?:每一?个?|各)([\u4e00-\u9fff]{2})/
/** 每5000人: what something is for each of. */
export const IS_EACH = /每$/
/** 抗菌药物 of 抗菌药物使用率: what stands right before the word of a rate, and no other rate (签约率与随访率). */
export const OF_RATE = /[\u4e00-\u9fff]{1,12}(?<![率和与及])$/
export const FRACTION = /分之/
export const IS_RATE = /率$/
/** 10日内发放: what is done within a time, behind it. */
export const DONE_BEHIND = /^内?(?:[予全]部?)?([\u4e00-\u9fff]{2,8}?)(?:到位|完毕)?$/
/** 装好并调试: between two that are done one after the other, and the end of a done one. */
export const DONE_AND = /[好完]?并|[好完]$/
export const ENDS_WITH_TIME = /(?:时间|时限|期限|时长|用时|天数|小?时数|(?<=[\u4e00-\u9fff])[日天])$/
export const PUTS_BEFORE = /^[将把使让]/
