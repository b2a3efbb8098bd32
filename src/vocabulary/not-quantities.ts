import { isQuality } from './qualities.ts'
import { words } from './words.ts'

/**
 * Words with a numeral in them that promise nothing: policies, programmes, idioms.
 * FORM: read off goals and project names. A word stands here only if its numeral would be taken
 * with a counter (三支一扶 → 三支) or as a number of more than one digit (十四五).
 */
export const NOT_QUANTITIES: readonly string[] = words(
  '三支一扶 一体化 两会 十四五 十三五 十二五 十五五 三农 三公 五险一金 两免一补 一老一小 三重一大 八项规定 六稳六保 四好农村路 三品一标 一事一议 ' +
    '一卡通 一带一路 双一流 一刀切 一站式 一网通办 一件事 一次办 一次性 最多跑一次 只跑一次 一窗受理 一门式 一张网 一张图 一张蓝图 一本账 一盘棋 一条龙 ' +
    '一揽子 一系列 一方面 一年一度 一年来 一年级 一把手 一岗双责 一票否决 一对一 一地一 ' +
    '一季度一 两个维护 两个确立 两个毫不动摇 两个责任 两个健康 两个先行 两个结合 两个务必 两个清单 ' +
    '两优一先 两学一做 两代表一委员 两客一危 两类人员 三个代表 三会一课 三区三州 三类人员 三件大事 三次产业 三次分配 三个一 三项制度 三项岗位 四个意识 四个自信 四个全面 四个伟大 四个最严 ' +
    '四类药品 四项改革 四议两公开 四不两直 五位一体 五个一 五年规划 五年计划 五项管理 五四青年 六个一 八个一 十个一 五经普 六五普法 七五普法 八五普法 九五普法 七五 八五 九五 ' +
    '九年义务 九年一贯 三年行动 三年攻坚 三年规划 三年计划 三年提升 十年禁渔 百分制 五分制 千人计划 万人计划 二三产业 一二三产 二三产 三一五 三八妇女 三八节 八一建军 五一劳动 十一黄金 七一 六一儿童 ' +
    '一二九 一二五 五二零 三三制 三五年 六普 七普 七人普 再一次 又一次 同一 统一 单一 唯一 之一 其一 万一 逐一 某一 任一 另一 每一 ' +
    '这一 那一 哪一 上一 下一 前一 进一步 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六 初一 初二 初三 高一 高二 高三 十分 万分 五台山 五金 五官 三亚 一丝 ' +
    '一个不漏 一个不落 一个不少 一户不漏 一户不落 一人不漏 一人不落 一村不漏 一个都不能少 一个也不能少 一九分成 二八分成 三七分成 四六分成 五五分成 ' +
    '一体 两岸 两地 两季 一点点 一些 一切 百分百 三通一平 一通三防 一喷三防 两个体系 两个中心 两化融合 一网统管 三资 一环 二环 三环 四环 五环 六环 五环路',
)

/**
 * Counters that make an ordinal or an indefinite of a single Chinese digit: 一批人才, 二期工程,
 * 三级医院. With a comparator or in digits they count as ever.
 */
export const ORDINAL_COUNTERS = '期级类档层等'
/** 二级甲等: a grade, whatever it is compared with. */
export const GRADE = /^[甲乙丙]等/

/** Behind the number of a public line: 12345热线. */
export const HOTLINE = /^[”"]?(?:[政公便]?[务民]?(?:服务)?热线|平台)/

/** 举办三期培训班 and 培训班三期 count them, 三期工程 is the third. */
export const ROUND = '期'
export const HELD_IN_ROUNDS: readonly string[] = words(
  '举办 开办 召开 组织 开展 举行 承办 主办 开设 编印 编发 刊发 印发 出版',
)

/** What is held in rounds, right in front of their number. */
export const HELD_THINGS: readonly string[] = words('培训班 班次 讲座 论坛 沙龙 简报 夏令营 训练营')

/** With 一 alone these mean "a kind of, a bit of, together, once": 一批, 一种, 一片, 一起. */
export const INDEFINITE_WITH_ONE =
  '批种度行道口片面点环队角方对班组本科所处网单村校员起回把门部分席页县乡镇园站池集出米平刀块日天代线毛发头旬群轮届管格地列号刻味'

/** A number right after one of these is its own: 目标1, 附件2, 表3, 第3. */
export const LABELS: readonly string[] = words(
  '目标 指标 附件 附表 表 图 任务 措施 标段 第 注 附 编号 代码 编码 电话 号码 传真 邮编 账号 热线 文号 序号',
)

/** 每日12时前, 次日9点: a time of day; 12时 alone may be how long something takes. */
export const CLOCK =
  '(?<=(?:[每当次]日|[每当]天|上午|下午|凌晨|[早中晚]上?))\\s?(?:[01]?\\d|2[0-4])[时点](?!间)(?:[0-5]?\\d分|半|整)?'

/** 前10名, 5A级, 5·18国际博物馆日, 5G, 3D打印, 90后, V3.0, 8:30, 7:3, JTG 5210-2018, GB/T 1234-2018: digits that name a place among others, a time of day or a standard. */
const CODES =
  /前\d+(?=[名强位]?$)|\d\+[A-Za-z]|(?<!\d)[1-5]A+(?=[级景]|$)|(?<!\d)\d+·\d+(?=[\u4e00-\u9fff])|(?<!\d)\d+强|第\d+|(?<!\d)[2-8][GKDV](?![A-Za-z])|(?<!\d)[5-9]?0后|(?:无|没有|杜绝|[不未](?:发生|出现))1[\u4e00-\u9fff]|[A-Za-z]\+\d+|[Vv]\d+(?:\.\d+)*|\d{1,4}(?:\.\d{1,3})?(?::\d{1,4}(?:\.\d{1,3})?){1,2}|(?<![A-Za-z])[A-Z]{2,5}\d{0,2}(?:\/[A-Z]{1,2})?[ -]?\d{1,6}(?:\.\d{1,3})*(?:-{1,2}(?:19|20)\d\d(?!\d))?/g
const TIMES_OF_DAY = new RegExp(CLOCK, 'g')

/** Folded words without what in them is no number. */
export const withoutCodes = (words: string): string => words.replace(TIMES_OF_DAY, '').replace(CODES, '')

/** How no counter begins: 以上 and its like, ordinals (3号楼, 90后, 100强), times of day, and what joins. */
const BEGINS = /^[以及左上下内外余多几至到前后年月日较比倍号届版强大时点分之的和与或者元等均个按为是]/
/** What a number stands before that counts nothing: names of places to call, of plans and documents, and what is done. */
const ENDS =
  /(?:平台|热线|电话|中心|急救|接警|报警|工程|计划|规划|行动|战略|精神|标准|要求|规定|政策|模式|机制|会议|活动|文件|体系|制度|达标|合格|完成|覆盖|公开|发放|到位|验收|执行|使用|正常|达成|服务|值班|运行|响应|办结|参加|补贴|补助|升级|改造|建设|更新|提升)$/
/** 12345热线, 110联动: numbers to call. */
const CALLED = /^(?:11[0249]|12[02]|12[1-9]\d\d|9[56]\d{3}|400)$/

/** Whether `word` behind the digits `number` at the end of a value is no unit. */
export const isNoUnit = (word: string, number: string): boolean =>
  BEGINS.test(word) || ENDS.test(word) || CALLED.test(number) || isQuality(word)
