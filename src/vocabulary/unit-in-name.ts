import { namesMoney } from './header-hints.ts'
import { dimensionOfUnit } from './units.ts'

/**
 * How names carry the unit of their value: in brackets at the end (FORM: 营造林面积(亩), 完工率(12月底,%)), or as the
 * counter before 数 (参训人数, 培训期数, 巡查次数).
 */
const BRACKETED = /[([〔](?:[^()[\]〔〕]{1,16}[,;、])??(?:单位:?)?([^()[\]〔〕\d]{1,8})[)\]〕]$/
const COUNTED =
  /(?:人|人次|户|个|家|名|位|次|场|场次|期|件|份|册|套|台|辆|间|座|栋|株|亩|吨|天|月|年|项|篇|条|例|宗|起|门|批|班|张|只|头|处|点|站|村)数(?:量)?$/

/** What has no unit: 利用系数, 空气质量指数, 投入产出比, 生师比. */
const PURE_NUMBER = /(?:系数|指数|因数|[^占]比|比值|倍数|容积率|pH值?|名次|排名|位次)$/i

/** Whether a name, widths and blanks folded, says in which unit its value is, or that it has none. */
export const carriesUnit = (name: string): boolean =>
  BRACKETED.test(name) || COUNTED.test(name) || PURE_NUMBER.test(name)

/** Whether a name is of a share, which 0.8 says without a unit. */
export const isOfShare = (name: string): boolean => /(?:率|比例|比重|占比)$/.test(withoutBrackets(name))

/** Whether a name says so for sure: what stands in its brackets is a unit, and no remark such as (法人). */
export const saysUnit = (name: string): boolean => {
  const words = bracketedUnit(name)?.split(/[/·]/)
  if (words === undefined) return carriesUnit(name)
  return words.some((word) => dimensionOfUnit(word) !== undefined) || carriesUnit(withoutBrackets(name))
}

/** Where the word in the brackets at the end of a folded name stands. */
export const bracketedUnitPlace = (
  name: string,
): { readonly start: number; readonly end: number } | undefined => {
  const match = BRACKETED.exec(name)
  const word = match?.[1]
  return word === undefined ? undefined : { start: name.length - 1 - word.length, end: name.length - 1 }
}

/** What stands in the brackets at the end of a name: 亩, 单位:元/人; it may be a remark as well. */
export const bracketedUnit = (name: string): string | undefined => BRACKETED.exec(name)?.[1]

/** The unit of a placeholder at the end of a name, or what else stands in its brackets: (≥**万元), (亩). */
export const unitInBrackets = (name: string): string | undefined =>
  PLACEHOLDER_UNIT.exec(name)?.[1] ?? bracketedUnit(name)
const PLACEHOLDER_UNIT = /\([≥≤<>=]{1,2}\s?[*×xX]{2,4}\s?([^()\s*]{1,4})\)$/

/**
 * Whether words over or beside numbers say that those count something and are no money, beside whatever money: 户数, 参训人数,
 * 面积(亩). 到位数 and 本年数 may be money, and 下达资金(县) is.
 */
export const namesCount = (words: string): boolean => {
  const name = words.replace(/[\s:]/g, '')
  const bare = withoutBrackets(name)
  if (COUNT.test(bare)) return !isMoneyUnit(name)
  const dimension = dimensionOfUnit(bracketedUnit(name) ?? '')
  return dimension !== undefined && OF_COUNTS.has(dimension) && !namesMoney(bare)
}

/** Whether the brackets at the end of words say that numbers are money: 金额(万元). */
export const isMoneyUnit = (words: string): boolean => dimensionOfUnit(bracketedUnit(words) ?? '') === 'money'

const COUNT =
  /(?:(?:人次?|场次|批次|户|个|家|名|件|套|台|辆|间|座|栋|株|只|头|村|处|亩|人员|学生|职工|项目|单位|农户|企业|机构|商户|品牌|品种|案件|事件)数|(?<![金费款额])数量|人口|面积|里程)$/

const OF_COUNTS: ReadonlySet<string> = new Set([
  'people',
  'attendances',
  'households',
  'area',
  'volume',
  'length',
  'mass',
  'things',
])

/** What a name says its value is: an area, a length, a stretch of time, a number of people or of times, a quantity of water or power (FORM). */
const NAMED_DIMENSIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:人[数次口]|人口数)$/, ['people', 'attendances', 'households', 'share', 'times', 'count']],
  // 企业户数 32家
  [/户数$/, ['people', 'attendances', 'households', 'share', 'times', 'count', 'things']],
  [
    /(?:次数|场次|场数|期数|批次)$/,
    ['times', 'people', 'attendances', 'households', 'share', 'count', 'things'],
  ],
  // 农民培训 in 公里
  [
    /(?:培训|宣讲|讲座|演出|会议|慰问|招聘|座谈|竞赛|比赛)$/,
    ['people', 'attendances', 'households', 'times', 'things', 'time', 'share', 'count', 'money'],
  ],
  [/面积$/, ['area', 'share', 'count']],
  [/(?:[水电气煤油粮产重]|垃圾|排放)量$/, ['mass', 'volume', 'money', 'share', 'count', 'things']],
  [/(?:里程|长度|宽度|高度|射程)$/, ['length', 'share', 'count']],
  [/(?:天数|月数|时间|时限|时长|周期|工期|期限|年限|月份|小时数)$/, ['time', 'share', 'times', 'count']],
]

/** Behind a name: (≥**株), （亩）. */
const BRACKETS_AT_END = /[([〔][^()[\]〔〕]*[)\]〕]$/

/** A folded name without the brackets at its end. */
export const withoutBrackets = (name: string): string =>
  CLOSING.includes(name.at(-1) ?? ' ') ? name.replace(BRACKETS_AT_END, '') : name
const CLOSING = ')]〕'

/**
 * Whether a value of the dimension is none that the name may have: 里程 in 亩, 开放天数 in 人, 参训人数 in 期. What
 * isn't known is said nothing of.
 */
export const contradictsName = (name: string, dimension: string, unit = ''): boolean => {
  const bare = withoutBrackets(name)
  if (IN_ROUNDS.test(unit) && OF_PEOPLE.test(bare)) return true
  if (!MEASURED.has(dimension)) return false
  const found = NAMED_DIMENSIONS.find(([end]) => end.test(bare))
  return found !== undefined && !found[1].includes(dimension)
}

/** 60次 may be 60人次; nobody counts people in these. */
const IN_ROUNDS = /^(?:期|场次?|批次?|届|轮|班次?)$/
const OF_PEOPLE = /人数$/

const MEASURED: ReadonlySet<string> = new Set([
  'people',
  'attendances',
  'households',
  'area',
  'length',
  'mass',
  'volume',
  'time',
  'money',
  'things',
])

/** Whether a name ends with so many of a unit: 受益群众人数, 资料件数. */
export const countsIn = (name: string, unit: string): boolean => withoutBrackets(name).endsWith(`${unit}数`)

/** Verbs before a number in a name that is aimed at: 完成120户改厕, 完成全市375万平方米的绿地养护. */
export const AIMS = /(?:完成|实现|达到?|共计?|不少于|不低于)(?:全[省市州盟县区旗乡镇街村])?\s*$/
/** 对36名对象进行扶助: done for so many, which the value counts too. */
export const DONE_FOR = /(?:^|[^作成面应])[对为给向]$/
/** 覆盖12个项目县: how far something reaches, where the places or people are all that the name has behind it. */
export const REACHES = /(?:覆盖|涉及|惠及|受益|辐射|服务|带动)\s*$/
export const IS_REACHED =
  /^[\u4e00-\u9fff()、]{0,6}?(?:[省市州盟县区旗乡镇村户人]|街道|社区|委会|小组|单位|部门|企业|机构|学校|学生|群众|家庭|对象)[\s)\]】]*$/
/** 每村2人 (and not 每年2场, which the value is too): a number in a name that is one of many, by the words before it and behind it. */
export const EACH_BEFORE = /\/|每(?!年)/
export const EACH_BEHIND = /^\s*[/每]/
/** 300万 of money is 300万元. */
export const isInTenThousands = (numeral: string): boolean => /[万亿]$/.test(numeral)
/** 三分之一, 1:4: parts of something, which need no unit. */
export const isFraction = (numeral: string): boolean => /[/:]|分之/.test(numeral)
