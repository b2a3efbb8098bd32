import { words, wordsFor } from './words.ts'

/**
 * Words that compare (计算符号, 指标性质), and what they do to the number beside them.
 *
 * Whether a bound includes the number: 民法典 art. 1259 (TEXT): 以上 以下 以内 届满 include it, 不满
 * 超过 以外 do not. Words of the same sense follow: 不低于 至少 最多 include, 高于 低于 不足 do not.
 */
export type ComparatorSign = '≥' | '≤' | '=' | '>' | '<'

/** 不得突破, 不宜小于: what must not be, with and without the word for how strictly it must not. */
const NOT_TO_BE = ['', '得', '能', '应', '宜', '可', '许', '准', '会']
const denied = (sign: ComparatorSign, list: string): readonly (readonly [string, ComparatorSign])[] =>
  NOT_TO_BE.flatMap((must) => words(list).map((word) => [`不${must}${word}`, sign] as const))

/** 等于或高于, 达到或超过, 大于(等于): more or less than a bound, or as much. */
const orEqual = (sign: ComparatorSign, list: string): readonly (readonly [string, ComparatorSign])[] =>
  words(list).flatMap((word) =>
    [`等于或${word}`, `等于或者${word}`, `${word}(等于)`, `${word}(或等于)`, `${word}/等于`].map(
      (whole) => [whole, sign] as const,
    ),
  )

const PLAIN_BEFORE: readonly (readonly [string, ComparatorSign])[] = [
  ['> =', '≥'],
  ['≥ =', '≥'],
  ['< =', '≤'],
  ['≤ =', '≤'],
  ...wordsFor(
    '≥',
    '≥ >= => ≥= >≥ 大于等于 大于或等于 大于或者等于 大于、等于 高于或等于 高于等于 多于或等于',
  ),
  ...denied('≥', '少于 低于 小于 短于 弱于 劣于 差于'),
  ...orEqual('≥', '大于 高于 多于 优于 超过'),
  ...wordsFor('≥', '达到或超过 达到或高于 达到或大于 达到或优于'),
  ...wordsFor(
    '≥',
    '至少 至少有 至少为 至少是 至少达到 最少 最少为 最低 最低为 最低达到 不下于 不亚于 起码 最小为 最少有 保底 下限 下限为 至少应达到 至少要达到 至少需',
  ),
  ...denied('≤', '超过 高于 大于 多于 突破 超出 超 长于 迟于 晚于 逾'),
  ...orEqual('≤', '小于 低于 少于'),
  ...wordsFor('≤', '≤ <= =< ≤= 小于等于 小于或等于 小于或者等于 低于或等于 低于等于 少于或等于'),
  ...wordsFor(
    '≤',
    '最多 最多为 至多 最高 最高为 最大为 最大 顶多 最多有 最长 最长为 上限为 上限 最高限价 限价 最迟 最晚 至迟 最慢',
  ),
  ...wordsFor('=', '= == 等于 恰好 正好'),
  ...wordsFor('>', '> 大于 高于 多于 超过 超过了 超出 超 长于 优于 突破 多达 大于了 高出'),
  ...wordsFor('<', '< 小于 低于 少于 不足 不满 未满 不到 短于 未达到 未达 不够'),
]

/** What a sign is where the number itself counts. */
export const INCLUDING: Readonly<Partial<Record<ComparatorSign, ComparatorSign>>> = { '>': '≥', '<': '≤' }

/** Before the number; 高于(含) and 不少于(含) include it. */
export const COMPARATORS_BEFORE: readonly (readonly [string, ComparatorSign])[] = [
  ...PLAIN_BEFORE,
  ...PLAIN_BEFORE.filter(([word]) => /于$|过$/.test(word)).map(
    ([word, sign]) => [`${word}(含)`, INCLUDING[sign] ?? sign] as const,
  ),
]

/** Marks of titles typed for signs: right before a number, and only where they are no part of a title (FORM). */
export const TITLE_MARKS: readonly (readonly [string, ComparatorSign])[] = [
  ['》', '>'],
  ['》=', '≥'],
  ['《', '<'],
  ['《=', '≤'],
]

/**
 * Words that say where a level is to be: kept in the text of a measure, and a comparator only where
 * no other word or sign stands by (`达到95%以上`, `控制在≤5%`). 提高到 names a level and no bound.
 */
export const LEVELS_BEFORE: readonly (readonly [string, ComparatorSign | undefined])[] = [
  ...wordsFor('≥', '达到 达 达到了'),
  ...wordsFor('≤', '控制在 控制到 控制为 控制 严控在 严控 限定在 管控在'),
  ...(
    '提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 上升到 上升至 升至 提至 扩大到 扩大至 ' +
    '降低到 降低至 降到 降至 下降到 下降至 减少到 减少至 减至 缩短到 缩短至 压缩到 压缩至 压减到 压减至'
  )
    .split(' ')
    .map((word) => [word, undefined] as const),
]

/** 下达115万元: words that end as those do, and say nothing of how many. */
export const NOT_LEVELS: readonly string[] = ['下达', '送达', '直达', '传达']

/** After the number and its unit. */
export const COMPARATORS_AFTER: readonly (readonly [string, ComparatorSign])[] = [
  ...wordsFor(
    '≥',
    '以上 及以上 或以上 或者以上 (含)以上 (含)及以上 含以上 及其以上 以上(含) (含本数)以上 及之上 之上 (含以上) 或更多 或者更多 或更高 或更长',
  ),
  ...wordsFor('≥', '以上(含本数) 及更多 起步 保底 (及以上) (含)或以上 (以上) 或以上(含)'),
  ...wordsFor(
    '≤',
    '以下 及以下 或以下 或者以下 (含)以下 含以下 及其以下 以下(含) 以内 及以内 (含)以内 之内 之下 或更少 或者更少 或更低 或更短 封顶',
  ),
  ...wordsFor('≤', '以下(含本数) (含)及以下 以内(含) (以内) (及以内) (以下) (及以下)'),
  ...wordsFor('>', '以外 之外 开外'),
  ...wordsFor('>', '(不含)以上 以上(不含)'),
  ...wordsFor('<', '(不含)以下 以下(不含)'),
]

/** 约 and its like: before the number. */
export const APPROXIMATIONS_BEFORE: readonly string[] = words(
  '约 大约 约为 约有 约合 大概 大概有 大概为 将近 接近 近 左右 估计 预计约 差不多 约计 大致 平均约',
)

/** After the number and its unit. */
export const APPROXIMATIONS_AFTER: readonly string[] = ['左右', '上下', '(左右)']

/** Words that end with 近 or 约 and estimate nothing. */
export const NOT_APPROXIMATIONS: readonly string[] = words(
  '签约 续约 解约 预约 履约 违约 合约 契约 特约 公约 条约 节约 附近 最近 邻近 就近 亲近 靠近 贴近 远近',
)

/** A change, not a level: 提高5%; followed by 到, 至 or 为 it is a level. */
export const INCREASES: readonly string[] = words(
  '提高 提升 增加 增长 上升 上涨 上浮 上调 增收 增产 增幅 增幅为 升高 增速 增速为 涨幅 扩大 多增 递增',
)

export const DECREASES: readonly string[] = words(
  '降低 下降 减少 缩短 缩减 压减 压降 压缩 下调 下浮 回落 降幅 降幅为 递减 减幅',
)

/** Between the words of a comparison and the number: `提高了5%`. */
export const CHANGE_TAILS: readonly string[] = ['了', '幅度', '比例', '幅度为', '到了']

/** Join two bounds to one range: 大于100并且小于300. */
export const BOUND_JOINS: readonly string[] = ['', '并且', '而且', '并', '且', '但', '同时']

/** 内 that is the beginning of a word, not a bound: `5%内部`. */
export const NOT_WITHIN = '容部设外涵控镜陆科蒙河江网地在'

/** 以下简称 and its like: no bound. */
export const NOT_BOUNDS: readonly string[] = words(
  '以下简称 以下几 以下方面 以下内容 以下问题 以上述 上下游 上下班 上下级',
)

/** Characters that scanning makes of comparators (FORM). */
export const DAMAGED_SIGNS: readonly (readonly [string, ComparatorSign])[] = [
  ['%=', '≥'],
  ['5=', '≥'],
  ['工', '≥'],
  ['^', '≥'],
  ['二', '='],
]

/** Such a character in front of a number: 二121座, and not 二十三个. */
export const damagedSign = (folded: string): (typeof DAMAGED_SIGNS)[number] | undefined =>
  DAMAGED_SIGNS.find(([damage]) => folded.startsWith(damage) && /\d/.test(folded[damage.length] ?? ''))

/** 达到 in front of a number, behind which a sign may stand as well. */
export const REACHES = /^达到?$/

// 工业增加值 is a level.
const CHANGE_SUFFIXES = ['率', '幅度', '比例', '百分点', '(?<!增加)值']
/** What words end with that name a change: telling most names apart by their last character is quicker. */
const ENDS_OF_CHANGES: ReadonlySet<string | undefined> = new Set(
  [...INCREASES, ...DECREASES, ...CHANGE_SUFFIXES].map((word) => word.at(-1)),
)
const NAMES_INCREASE = new RegExp(`(?:${INCREASES.join('|')})(?:${CHANGE_SUFFIXES.join('|')})?$`)

const NAMES_DECREASE = new RegExp(`(?:${DECREASES.join('|')})(?:${CHANGE_SUFFIXES.join('|')})?$`)

/** The change that the end of `words` says a number is: 产值增速, 能耗下降率. */
export const changeNamed = (words: string): 'increase' | 'decrease' | undefined => {
  if (!ENDS_OF_CHANGES.has(words.at(-1))) return undefined
  return NAMES_INCREASE.test(words) ? 'increase' : NAMES_DECREASE.test(words) ? 'decrease' : undefined
}

const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, '\\$&'))
    .join('|')

const AROUND_NUMBER = new RegExp(
  `^(?:[≥≤<>=\\s]+|${alternatives([...COMPARATORS_BEFORE, ...LEVELS_BEFORE].map(([word]) => word))})|(?:${alternatives(COMPARATORS_AFTER.map(([word]) => word))})$`,
  'g',
)

/** Words without what compares at either end: % of 不低于% and 达到%以上. */
export const withoutComparators = (words: string): string => words.replace(AROUND_NUMBER, '').trim()
