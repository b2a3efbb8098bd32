import { smallNumber } from './numerals.ts'

/** Words of money: what a price is paid for one of, limits of the whole and of one (FORM). */

/** Names of limits that contain the other ones. */
export const WHOLE_COST =
  /总成本|成本总|总投入|总投资|投资总|投入总|资金总|总额|总预算|预算总|总费用|费用总|总支出|支出总|总经费|经费总|预算控制|控制在预算|预算数|预算金额|年度预算|项目(?:实施)?成本(?:控制)?$|项目预算|项目资金|项目经费$/

/** What there are several of, each with its price. */
const COUNTERS =
  '公里|千米|平方米|立方米|批次|人次|项次|[人户亩生名位村个套台件份辆次场批项条处口期座所间栋株头只吨艘班床盏眼架篇册家岗店站井案具院]'

/** 单 of 单座 and 单机, and not of 清单, 宣传单, 审单, 单位 and 单产. */
export const SINGLE =
  '(?<![订清名账保罚传表工简点权联面菜货运税报存凭审提回接派下填开])单(?![位独元一据纯价产体质调向双亲身选词列打层项到])'

export const PRICE_NAME = new RegExp(
  '(?:单价|标准|均价|价格)(?:\\([^()]*\\))?$|[人户亩生车校村班件案次床天日月]均|吨水|度电|千字|单位(?=成本|造价|费用|价格)|' +
    `每(?:一|1)?(?![年逢到当])[\\u4e00-\\u9fff](?!年度)|单价|单项(?=成本|造价|费|补|奖|标准)|${SINGLE}(?:[\\u4e00-\\u9fff]{1,2}(?:平均)?(?:建设|维修|改造|测试|检测|购置)?(?:成本|造价|费|补[助贴]|奖[补励]|标准|价|投[入资]|支出|经费|资金)|${COUNTERS})`,
)

/** Who pays a part of what something costs, and words that tell that it is shared out. */
export const PAYERS = /财政|补[贴助]|奖补|自[付筹缴]|债券|配套/g
export const SHARED_OUT = /其余|余下|剩余|其中|自[付筹缴]|配套|分担/
/** 由企业自筹4万元, 伙食费350元另列: paid by those who get something, or with other money. */
export const OWN_MONEY = /自[付筹缴]|另[列计由行]/
/** The price of all of it, and names of a part of it that is paid. */
export const WHOLE_PRICE = /总价|总造价|(?:合同|总|计划|概算)投?[资价额款]/
export const PART_OF_PRICE = /第[一二三四五]期|首[付期]|尾款|进度款|预付款|质保金|当年|本年|补[贴助]|奖补/

/** How long the words are that name a price in front of its number: 每亩补助5000元; 0 where a text begins otherwise. */
export const priceNameLength = (words: string): number =>
  /^每[\u4e00-\u9fff]{3,8}(?=\d)/.exec(words)?.[0].length ?? 0

/** What no one exceeds, though most get less. */
export const CEILING = /上限|最高|封顶|限额/

export const PRICED_FOR_EACH = new RegExp(`(?:每(?:一|1)?|${SINGLE})(${COUNTERS})|([人户])均`)

export const OF_A_TIME = /每(?:[月天日周]|季度)|[月天日]均/

/** The base of 月, 季度 and 年 among the units. */
export const MONTH = '月'

export const MONTHS_OF: ReadonlyMap<string, number> = new Map([
  ['月', 1],
  ['季', 3],
  ['半年', 6],
  ['年', 12],
  ['学年', 12],
])

export const YEAR = '年'
export const DAY = '日'
/** 每人每年600元: what money is for, where the table is of a year. */
export const EACH_YEAR = /每个?学?年|年[人户生]?均|(?<!月)年(?:工资|补[助贴]|津贴|标准)/

/** Half of a school year, and no certain number of months. */
export const SCHOOL_TERM = '学期'

/** Times of which a year has an unknown number, by their unit. */
export const SHORT_TIMES: ReadonlyMap<string, string> = new Map([
  ['天', '天'],
  ['日', '天'],
  ['周', '周'],
  ['小时', '小时'],
  ['课时', '课时'],
  ['学时', '课时'],
])

export const IS_DAY = /^[天日]$/

/** 总支出, 全年补助: a limit of all that is spent on something. */
export const IN_ALL = /总|合计|全年/

/** What one thing has many of in a year. */
export const OF_MANY: ReadonlySet<string> = new Set([
  ...SHORT_TIMES.keys(),
  '次',
  '场',
  '期',
  '节',
  '餐',
  '顿',
  '趟',
])

/** Words that a person is counted by, and the one that stands for all of them. */
export const PEOPLE = '人名位生'

export const PERSON = '人'

/** 个 of 个月. */
export const COUNTER_OF_TIME = /^个/

/** Words that a school is counted by, and the one that stands for all of them. */
export const SCHOOLS = '校园所'

export const SCHOOL = '校'

/** Bases of units that lessons are counted in. */
export const HOURS_OF_LESSONS: ReadonlySet<string> = new Set(['课时', '学时'])

export const OF_A_SHARE = /[每平]均?(?:\d+|[百千万]+)[名人户亩个]|[人户亩]均/

/** 5分钟到场覆盖面积, 灌溉服务面积: how far something reaches, which nobody pays for by the piece. */
export const REACHED_AREA = /(?:覆盖|辐射|服务|影响)(?:的?总)?(?:面积|范围)/

export const SCHOOL_YEAR = '学年'

export const A_MONTH = '个月'

/** 次均住院救助: said of each time. */
export const OF_EACH_TIME = /次均|每次|单次/

const GRANT =
  /([\u4e00-\u9fff]{2,8}?)(?:以奖代补|补[助贴]|奖补|奖励)(?:标准|资金|金额)?(?:[为按]|每[\u4e00-\u9fff]{1,2}){0,3}$/

/** 一次性补助, 发放补助: how it is given, and not for what. */
const NO_PURPOSE = /一次性|发放|给予|按|安排|落实|提供|享受|执行|定额|分档|平均|每|[户人亩均]$/

/** 伙食费, 学员住宿费标准: what is paid for; 经费 and 收费 are of anything. */
const FEE_FOR =
  /([\u4e00-\u9fff]{2})(?<![经消收免缴自公学话])费(?:用|标准|单价)?(?:[为按]|每[\u4e00-\u9fff]{1,2}|人均){0,3}$/

/**
 * What a grant or a fee is for, in front of its price or in a name: 价差 of 价差补贴每吨, 储备费用 of 储备费用补贴, 伙食 of 学员伙食费.
 */
export const purposeOfPay = (words: string): string | undefined => {
  const purpose = (GRANT.exec(words) ?? FEE_FOR.exec(words))?.[1]
  return purpose === undefined || NO_PURPOSE.test(purpose) ? undefined : purpose
}

/** 建设补贴标准, 危房改造补助: what something is given for, at the end of a name. */
export const GIVEN_FOR = /[\u4e00-\u9fff]{2}(?:补[助贴偿]|奖[励补])(?:标准|资金|金额|金)?$/

/** 2018年任务补助标准: the years that a price or a count is of. */
export const YEARS_NAMED = /20\d\d(?=年)/g

/** 每期培训人数: so many for each of the rounds. */
export const ROUNDS = '期场次批班轮届'
export const EACH_ROUND = new RegExp(`每(?:一|1)?([${ROUNDS}])`)

export const EACH_SIGN = /每/

/** 家次, 台次: so often for each of what is counted. */
export const TIMES = '次'

/** 任职满9年的: what someone has done, and not for how long something is paid. */
export const HAVING_DONE = '满'

/** Words of stretches of time, as one of them. */
const PERIOD: ReadonlyMap<string, string> = new Map([
  ['月', '月'],
  ['季', '季'],
  ['周', '周'],
  ['星', '周'],
  ['旬', '旬'],
  ['日', '日'],
  ['天', '日'],
  ['学期', '学期'],
  ['学年', '学年'],
  ['半年', '半年'],
])

/** How many of them a year has. */
const TIMES_A_YEAR: ReadonlyMap<string, number> = new Map([
  ['学年', 1],
  ['半年', 2],
  ['学期', 2],
  ['季', 4],
  ['月', 12],
  ['旬', 36],
  ['周', 52],
  ['日', 365],
])

/** 两个月, 10天, 半月: several stretches of time, or half of one, as a frequency is told. */
const SEVERAL_PERIODS = '(?:[二两三四五六七八九十]|\\d{1,2})个?(?:季度|星期|[月周旬日天])|半个?月'
const PARTS_OF_PERIODS = /^(半|[二两三四五六七八九十]|\d{1,2})个?(.)/

/** The stretch of time that a word names, as `PERIOD` has it: 2月 for 两个月, 半月. */
export const periodOf = (word: string): string | undefined => {
  const known = PERIOD.get(word)
  const [, count = '', one = ''] = known === undefined ? (PARTS_OF_PERIODS.exec(word) ?? []) : []
  const period = PERIOD.get(one)
  return period === undefined ? known : `${count === '半' ? count : smallNumber(count)}${period}`
}

/** How many of the stretches that `periodOf` names a year has; `undefined` for anything else. */
export const timesAYear = (period: string): number | undefined => {
  const known = TIMES_A_YEAR.get(period)
  const [, count = '', one = ''] = known === undefined ? (PARTS_OF_PERIODS.exec(period) ?? []) : []
  const times = TIMES_A_YEAR.get(one)
  return times === undefined ? known : Math.floor(times / (count === '半' ? 0.5 : Number(count)))
}

/** How many are left without holidays, where that is less. */
export const WORKING_TIMES: ReadonlyMap<string, number> = new Map([
  ['周', 48],
  ['日', 240],
])

/** The same of schools. */
export const SCHOOL_TIMES: ReadonlyMap<string, number> = new Map([
  ['月', 9],
  ['旬', 27],
  ['周', 36],
  ['日', 180],
])

export const OF_SCHOOLS = /学校|[大中小]学|幼儿园|校园|教师|教研|教学|学生|师生|课[堂程后]/

/** 巡检频次, 维护频率: how often, in a stretch of time that may go without saying. */
export const OF_FREQUENCY = /频[次率度]/

/** Words of a part of the year. */
export const OF_A_SEASON =
  /汛|防火|[春夏秋冬雨旱淡旺]季|[暑寒假]期|[暑寒]假|供[暖热]|采暖|生长期|农[忙闲]|节假|期间|时段|[上下]半年|\d月|[一二三四五六七八九十]月/

/** 日处理污水2万吨: so much a day. */
const DAILY =
  '(?<![\\d今当次同生节假末])(日)(?=处理|供水|产|加工|接待|清运|收运|收集|发电|烘干|处置|屠宰|供气|输水|提水|检测|接诊)'

/** A month or a week that is neither a date nor one of several. */
const NOT_DATED = '(?<![\\d个本上下次逐按当同全整末首一二三四五六七八九十])'

/** 月检测量, 周巡查次数: so much a month or a week, as a name says it. */
const MONTHLY = `${NOT_DATED}([月周])(?=(?:检[测查验]|抽检|监测|巡[查检护]|处理|接待|接诊|采样|供水|产|清运|收运|发电|维护|保洁|走访)[\\u4e00-\\u9fff]{0,2}(?:量|[频批]?次|次?数)(?![\\u4e00-\\u9fff])|(?:开放|开馆|营业)[\\u4e00-\\u9fff]{0,2}(?:时间|时长|小?时数|天数))`

/** 租房补助月标准, 月工资标准. */
const MONTHLY_RATE = `${NOT_DATED}(月)(?=(?:补[助贴]|工资|租金|资助|奖励)?标准)`

// 每年 and 年均 say nothing that the table of a year doesn't.
export const EACH = new RegExp(
  `每(?:一)?(${SEVERAL_PERIODS})|每(?:隔)?(?:一|1)?个?(?![百千万亿])(半年|学[期年]|公里|公顷|公斤|平方米|立方米|千米|课时|学时|小时|[点人台户家车套件]次|[\\u4e00-\\u9fff])|${NOT_DATED}([月周季])(?=[人户亩村校生]均)|([月日周季人户亩村校生床案班])均|(亩)产|/(月|季|周|日|天)(?!\\d)|${SINGLE}(?!车)([\\u4e00-\\u9fff])|(?<=均)([日月])|${MONTHLY_RATE}|${DAILY}|${MONTHLY}`,
  'g',
)

/** No words say what a number is for one of without one of these. */
export const MAY_SAY_EACH = /[每均/单各别亩日月周]/

/** 各, 分别 at the end: the number behind is that of each. */
export const EACH_OF_THEM = /(?:各|分别)$/
/** 枯水期、丰水期各采集水样110份: the same with what is done behind it; 各类农机具 are of all sorts. */
export const EACH_DOES_SO = /各(?![类种级项界地镇乡村县区市单部方个式型学相])[\u4e00-\u9fff]{1,6}$/

export const SEVERALLY = '各'

/** What 每 and 均 stand in front of without naming one of many. */
export const NOT_ONE_OF_MANY = ['年', '均']

/** 印制费, 审稿费: what money is paid for, by the two characters in front. */
export const FEE = /[\u4e00-\u9fff]{2}费/g
export const FEE_AT_END = /[\u4e00-\u9fff]{2}费$/
