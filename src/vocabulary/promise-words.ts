import { EARLIER_YEAR } from './dates.ts'

/** Words around a number of a goal that tell whether it is promised (FORM: read off goals). */

/** Words of what there is, what is meant or how it is reckoned, not of what will be done. */
export const BACKGROUND = new RegExp(
  `共有|拥有|下辖|所辖|管辖|涉及|涵盖|分布|在职|在编|在岗|退休|离休|人口|机关|标准|按照?|依据|根据|截至|截止|${EARLIER_YEAR}|目前|已[有经建完]|其中|分为?|距|总投资|周岁|以来|自20\\d\\d|20\\d\\d年?(?:底|末|度)?$`,
)

/** Words behind a number that say what sort of thing is meant: 65岁以上老人, 3级以上医院, 7天的培训. */
export const DESCRIBES =
  /^\s*(?:以[上下内]|及以上)?(?:的|老|学生|适龄|以上)|^\s*(?:村|社区|乡镇|县|部门|单位)(?!数)/

/** 为期7天, 为低保对象1200户发放…: for whom or how long, mostly said of something else that is promised; not 带动参与商户350家. */
export const FOR_WHOM =
  /(?:^|[^作成])(?:[为对向给将把从在由和]|(?<!(?:带动|吸引|组织|动员|引导)参)与)(?!期|民)[^,;。]{0,24}$/

/** 为农村学生810名提供…, 对130家企业开展…: what is done for just as many. */
export const FOR_ALL = /[为对给向](?:全[县市区州省])?[\u4e00-\u9fff]{0,2}$/

export const IS_DONE_FOR = /^[\u4e00-\u9fff“”()]{2,24}(?:提供|开展|发放|进行|实施|给予|办理|配备)/

/** 使9200人的饮水条件得到改善, 解决300户饮水困难: for so many something gets better. */
export const HELPED = /(?:使|让|解决|惠及|带动)\s*$/

/** What is to be reached, if no comparator says it. */
export const TO_BE_REACHED = /达|至|保持|不变|控制|提高|降/

/** 合格率98%: the rate right in front of its number. */
export const RATE_IN_FRONT = /[率度]\s*$/

/** What is done to what is counted. */
const TO_DO =
  '新[建增购设]|建[设成立]|改[造建]|维修|修[建缮复]|购[置买]|采购|配[备置]|举办|召开|组织|组建|开展|完成|实施|发放|印[制刷发]|编[制印写]|制[作定]|培[训育养]|创[建作]|打造|引进|招[聘录收]|聘[请用]|选[派拔聘]|资助|救助|补助|扶助|帮扶|扶持|支持|奖励|慰问|走访|检查|抽[检查]|巡查|排查|整治|治理|种植|栽植|推广|安装|更换|设[立置]|开[设发通]|建档|办理|审[计核]|查处|演出|放映|承办|参加|出[版台具]|形成|撰写|接[收待]|征集|收[集治购储]'

/** A verb right before the number: 新建12个文化站. */
export const IS_TO_DO = new RegExp(`(?:${TO_DO})\\s*(?:(?:不少于|不低于|至少|约|近|超过)\\s*)?$`)

/** The same anywhere, with what needs no number behind it: 解决, 受理, 处置. */
export const SAYS_TO_DO = new RegExp(
  `${TO_DO}|解决|受理|处[理置]|投[放入]|使用|保[障洁]|供应|更新|修[补筑]|疏|铺|拨付|兑付|缴|拆|租|收[养治购回]|清[理运扫除]|[养管维]护|衬砌|监[测管]|签|放映|服务|争取|推[进行]|落实|[由从].{1,12}[到至]|[办做搞]好|做到|托管|归集|赠|救[护治]|新(?!型|能源|城|区|建成)[\u4e00-\u9fff]{2}|全年|年内|全程`,
)

/** 管护站, 培训教室, 检查员, 审计模型: what is named by the work that is done there, or by it. */
export const NAMED_BY_WORK =
  /[\u4e00-\u9fff]{2}(?:模型|站|点|所|室|队|员|户|机构|基地|单位|中心|教室|人员|对象|设备|设施|面积|能力)/g

/** 购置设备, 修缮教室: work, and no name of anything. */
export const MAKES_OR_BUYS =
  /[新改扩重]建(?!成)|建设|[采订]?购[置买]|采购|[配添]置|配备|更[换新]|增[设加]|安装|[维装翻]修|修[缮建复]|改造|提升|(?:培训|表彰|选派|招聘|慰问|救助|资助|奖励)(?:人员|对象)|[维养][修护](?:设[备施]|面积)/

/** 新建, 聘用: what brings more of something about, and is not done to what there is; and what they are counted as. */
export const COMES_TO_BE =
  /新[建增购设聘招装]|增[加设]|[建购添配增]置|[建设成]立|建[设成]|[采订]?购买?|采购|配[备齐发]|[招选]聘|聘[用请任]|安装|布[设点]|引[进入]|打造|培育|创建|[种栽]植|完成|开展|实施|[投启使]用|达到|拥有|现有|实有|保有|合计|总[计数量额]|规模|面积|长度|里程|[人户次件场]数|[人场户家批车]次|人员|数量?|频次|总?[数量]$/g

/** 供热站锅炉7台, 现有职工34人: whose something is, or that it is there, as it may stand in front of it. */
export const HAS_THEM = /^$|(?:[站馆所院局场厂司县市区镇乡村社队部园]|中心|单位|学校|共|[现共设配]有)$/

/** 排查出隐患64处,涉及群众900人: what was found, and is not yet dealt with; 食堂2012年建成: since when there is something. */
export const FOUND =
  /(?:排查|摸排|核查|普查|检查|筛查|检测)出|涉及|(?<=[\u4e00-\u9fff])(?:19|20)\d\d年(?:建成|建设|投用|投入使用|启用|成立|竣工)(?=[,;。])/g

/** 带动投资8500万元, 追回基金800万元: no money of the project. */
export const EARNED =
  /带动|拉动|撬动|引[进导]|吸引|增收|增加.{0,4}(?:收入|产值)|产值|营收|销售|成交|税收|追回|挽回|入库|到位外?资/

/** 单户贷款额度5万元, 人均收入2.2万元, 每亩保额1000元, 市场均价35元: so much for each, and nothing that the project pays. */
export const NOT_PAID =
  /市场(?:平均|均|价)|(?:赔付|赔偿|理赔)限额|贷款|借款|授信|信贷|存款|保额|保险金额|收入|产值|营收|销售额|成交额/
