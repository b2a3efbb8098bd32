import { rememberText } from '../remember.ts'
import { words } from './words.ts'

/**
 * 一级指标 and 二级指标 with their synonyms (FORM: as printed on filings of some 20 provinces,
 * 2015–2026).
 *
 * Old scheme: 产出(数量 质量 时效 成本), 效益(经济 社会 生态 可持续影响), 满意度.
 * New scheme, seen since 2021: 成本(经济成本 社会成本 生态环境成本), 产出(数量 质量 时效),
 * 效益(经济 社会 生态), 满意度.
 */
export type CategoryId = LevelOneId | LevelTwoId

type LevelOneId = 'output' | 'benefit' | 'satisfaction' | 'cost' | 'decision' | 'process'

type LevelTwoId =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'economic-cost'
  | 'social-cost'
  | 'ecological-cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'sustained-impact'
  | 'recipient-satisfaction'

export interface CategoryEntry {
  readonly id: CategoryId
  /** 成本 is level 1 in the new scheme and level 2, under 产出, in the old one. */
  readonly level: 1 | 2 | 'either'
  /** The usual name without 指标, for messages. */
  readonly name: string
  readonly english: string
  /** Names as printed, without the endings 指标, 类指标 and 目标, which `categoriesNamed` takes off. */
  readonly stems: readonly string[]
}

const CATEGORIES: readonly CategoryEntry[] = [
  {
    id: 'output',
    level: 1,
    name: '产出',
    english: 'output',
    stems: ['产出', '项目产出', '项目完成', '完成', '项目产出完成'],
  },
  {
    id: 'benefit',
    level: 1,
    name: '效益',
    english: 'benefit',
    stems: ['效益', '效果', '项目效益', '项目效果', '成效', '项目成效', '效益效果', '实施效果', '影响力'],
  },
  {
    id: 'satisfaction',
    level: 1,
    name: '满意度',
    english: 'satisfaction',
    stems: ['满意度', '满意', '社会公众或服务对象满意度', '公众或服务对象满意度', '群众满意度'],
  },
  {
    id: 'cost',
    level: 'either',
    name: '成本',
    english: 'cost',
    stems: ['成本', '项目成本', '产出成本', '成本控制', '预算成本'],
  },
  { id: 'decision', level: 1, name: '决策', english: 'decision', stems: ['决策', '项目决策', '投入'] },
  {
    id: 'process',
    level: 1,
    name: '过程',
    english: 'process',
    stems: ['过程', '项目过程', '过程管理', '项目管理', '管理', '投入与管理', '投入和管理'],
  },
  { id: 'quantity', level: 2, name: '数量', english: 'quantity', stems: ['数量', '产出数量'] },
  { id: 'quality', level: 2, name: '质量', english: 'quality', stems: ['质量', '产出质量'] },
  {
    id: 'timeliness',
    level: 2,
    name: '时效',
    english: 'timeliness',
    stems: ['时效', '进度', '产出时效', '时效性', '产出进度'],
  },
  { id: 'economic-cost', level: 2, name: '经济成本', english: 'economic cost', stems: ['经济成本'] },
  { id: 'social-cost', level: 2, name: '社会成本', english: 'social cost', stems: ['社会成本'] },
  {
    id: 'ecological-cost',
    level: 2,
    name: '生态环境成本',
    english: 'ecological cost',
    stems: ['生态环境成本', '生态成本', '环境成本'],
  },
  {
    id: 'economic',
    level: 2,
    name: '经济效益',
    english: 'economic benefit',
    stems: ['经济效益', '经济效果', '经济成效'],
  },
  {
    id: 'social',
    level: 2,
    name: '社会效益',
    english: 'social benefit',
    stems: ['社会效益', '社会效果', '社会成效'],
  },
  {
    id: 'ecological',
    level: 2,
    name: '生态效益',
    english: 'ecological benefit',
    stems: ['生态效益', '环境效益', '生态环境效益', '生态效果', '生态环保效益'],
  },
  {
    id: 'sustained-impact',
    level: 2,
    name: '可持续影响',
    english: 'sustained impact',
    stems: words(
      '可持续影响 可持续性影响 可持续性 可持续发展 可持续 可持续效益 可持续影响效益 可持续发展影响',
    ),
  },
  {
    id: 'recipient-satisfaction',
    level: 2,
    name: '服务对象满意度',
    english: 'recipient satisfaction',
    stems: words(
      '服务对象满意度 服务对象满意 社会公众满意度 社会公众或服务对象满意度 受益对象满意度 受益群众满意度 具体满意度 帮扶对象满意度 服务对象满意度具体',
    ),
  },
]

const OUTPUT_COST = '产出成本'

const BY_STEM: ReadonlyMap<string, readonly CategoryEntry[]> = (() => {
  const byStem = new Map<string, CategoryEntry[]>()
  for (const entry of CATEGORIES) {
    for (const stem of entry.stems) {
      // 产出成本 is one beside 产出数量 in any scheme.
      const own = stem === OUTPUT_COST ? { ...entry, level: 2 as const } : entry
      byStem.set(stem, [...(byStem.get(stem) ?? []), own])
    }
  }
  return byStem
})()

const BY_ID: ReadonlyMap<CategoryId, CategoryEntry> = new Map(CATEGORIES.map((entry) => [entry.id, entry]))

/** 产出指标40分, 产出指标40, 产出指标(40-50)分: points behind a heading that don't stand in brackets as a whole. */
export const BARE_POINTS =
  /(?<=[标度益响])\s?\(\d[\d.~-]{0,8}\)分$|(?<=[标度益响])\s?\d{1,3}(?:\.\d)?分$|(?<=[出果益度量效本]指标)\s?[1-9]\d$/

/** 数量指标2, 质量指标(一): which of several headings of one kind it is. */
export const HEADING_NUMBER =
  /(?<=指标)\s?[-—]?(?:[1-9]|[一二三四五六七八九十]|[①-⑳]|\((?:[1-9]|[一二三四五六七八九十])\))$/

/** What may stand behind the stem of a heading: 数量指标, 数量类指标, 产出目标, 产出维度, 数量方面, 数量指标(50分). */
const ENDING = /(?:(类)|性|[层方侧]面|角度|项)?(?:绩效)?((?:指标|目标|维度)(?:类)?)?(?:\([^()]{0,12}\))?$/

/** Stems that are also values and everyday words: headings only with 类, 指标 or 目标 behind them. */
const NOT_ALONE: ReadonlySet<string> = new Set(
  '完成 项目完成 满意 服务对象满意 管理 项目管理 实施效果 过程 决策 投入 可持续 可持续发展 进度 成本控制 预算成本 效果 成效 时效性'.split(
    ' ',
  ),
)

/**
 * The entries a heading names, `meaning`-folded and without its marker; empty for words that are no
 * known heading. 社会公众或服务对象满意度 stands for level 1 on some forms and level 2 on others,
 * so the answer may have two.
 */
export const categoriesNamed = (heading: string): readonly CategoryEntry[] =>
  heading.length > 48 ? [] : findCategories(heading)

const findCategories = rememberText((heading): readonly CategoryEntry[] => {
  const found = stemsNamed(heading)
  // 产出(工作量)指标(数量、质量、成本方面的指标)
  return found.length > 0 || !heading.includes('(') ? found : stemsNamed(heading.replace(REMARKS, ''))
})

/** 满意度-服务对象满意度: the words of a category that ends otherwise need a mark behind them. */
const FIRST_OF_TWO =
  /^(.{2,12}?(?:指标|目标))\s?[-—–/·>|:、]{0,2}\s?(?=.)|^([^-—–/·>|:、\n]{2,8})(?:\s?[-—–/·>|:、]{1,2}\s?|\n)(?=.)/

/** Two headings in one text: where the first ends, and where the second stands. */
export interface TwoHeadings {
  readonly length: number
  readonly start: number
  readonly end: number
  /** What the first names; a dash makes 项目完成 a heading. */
  readonly above: readonly CategoryEntry[]
}

/** Where the two headings of 产出指标-数量指标 stand; `undefined` where it is not two. */
export const twoHeadings = (heading: string): TwoHeadings | undefined => {
  const first = FIRST_OF_TWO.exec(heading)
  if (first === null) return undefined
  const words = first[1] ?? first[2] ?? ''
  const below = heading.slice(first[0].length)
  const isDashed = first[2] !== undefined && DASHED.test(heading.slice(words.length))
  const above = levelOneNamed(isDashed ? `${words}指标` : words)
  const isBelow =
    categoriesNamed(below).some(({ level }) => level !== 1) ||
    // 满意度-服务对象, 满意度指标/学员: it may be asked of anybody.
    (above.some(({ id }) => id === 'satisfaction') && OF_WHOM.test(heading.slice(words.length)))
  return above.length > 0 && isBelow
    ? { length: words.length, start: first[0].length, end: heading.length, above }
    : undefined
}

const DASHED = /^\s?[-—–/·]/

/**
 * The same with the second in brackets, 产出指标(数量指标), where no other heading can be meant: beside a column of its own, what
 * brackets hold is a remark.
 */
export const headingInBrackets = (heading: string): TwoHeadings | undefined => {
  const [, words = '', below = ''] = /^([^()]{2,12})\(([^()]{2,12})\)$/.exec(heading) ?? []
  const above = levelOneNamed(words.trim())
  const isBelow =
    categoriesNamed(below.trim()).some(({ level }) => level !== 1) &&
    mayStandUnder(below.trim(), words.trim())
  return above.length > 0 && isBelow
    ? { length: words.trimEnd().length, start: words.length + 1, end: heading.length - 1, above }
    : undefined
}

const levelOneNamed = (heading: string): readonly CategoryEntry[] =>
  categoriesNamed(heading).filter(({ level }) => level !== 2)

const OF_WHOM = /^\s?[-—–/·]{1,2}\s?(?:满意度|[\u4e00-\u9fff]{2,6}(?<!满意|满意度|满意率))$/

/** What brackets behind the first word of a heading say of it. */
const REMARKS = /(?<=[\u4e00-\u9fff]{2})\([^()]*\)/g

const stemsNamed = (heading: string): readonly CategoryEntry[] => {
  const ending = ENDING.exec(heading)
  const stem = ending === null ? heading : heading.slice(0, ending.index)
  if ((ending?.[1] ?? ending?.[2]) === undefined && NOT_ALONE.has(stem)) return []
  return BY_STEM.get(stem) ?? BY_STEM.get(heading) ?? headedAsValue(heading)
}

/** 产出值, 数量值 over 小学就读人数: what some forms (FORM) print for 产出指标. 完成值 heads results. */
const headedAsValue = (heading: string): readonly CategoryEntry[] => {
  const stem = heading.endsWith(VALUE_ENDING) ? heading.slice(0, -1) : ''
  return NOT_ALONE.has(stem) ? [] : (BY_STEM.get(stem) ?? [])
}

/** Stands behind the stem of a heading that is a cell of its own. */
export const VALUE_ENDING = '值'

/** What the end of a heading says that no list has, where nothing but a heading can stand: 农户满意度, 环境效果指标, 投资控制目标. */
const BY_END: readonly (readonly [end: RegExp, one: CategoryId | undefined, two?: CategoryId])[] = [
  [
    /^(?:[\u4e00-\u9fff]{0,8}(?:[者人户众生员工民属长客方村]|企业|单位|机构|社会|对象|群体|家庭|干部|部门|乡镇|市场主体))?(?:总体|综合)?满意(?:度|程度|率|情况)?$/,
    'satisfaction',
    'recipient-satisfaction',
  ],
  [
    /^(?:群众|家长|学生|患者|企业|社会|职工|农户|村民|居民|用户)(?:评价|反映|反馈|认可)$/,
    'satisfaction',
    'recipient-satisfaction',
  ],
  [/^(?:投资|预算|费用|支出|经费|资金|项目|产出)*(?:控制|成本)$/, 'cost', 'cost'],
  [/^(?:工程|任务|项目|产出|完成|工作)+数?量$/, undefined, 'quantity'],
  [/^(?:工程|任务|项目|产出|完成|工作)+质量$/, undefined, 'quality'],
  [/^(?:工程|任务|项目|产出|完成|工作|实施)+(?:时效|进度|时限|时间|及时性)$/, undefined, 'timeliness'],
  [/^(?:项目|工程)?经济(?:性|上)?的?(?:效益|效果|成效|影响)$/, undefined, 'economic'],
  [/^(?:项目|工程)?社会(?:性|上)?的?(?:效益|效果|成效|影响)$/, undefined, 'social'],
  [/^(?:项目|工程)?(?:生态|环境|环保|生态环境)(?:保护)?的?(?:效益|效果|成效|影响)$/, undefined, 'ecological'],
  [
    /^(?:项目|长期|中长期|后续)?(?:可持续|持续|长效|长远)[\u4e00-\u9fff]{0,4}$/,
    undefined,
    'sustained-impact',
  ],
  [/^(?:项目|工作|绩效|政策|任务)+(?:产出|完成)$/, 'output'],
  [/^(?:项目|工作|绩效|政策|任务|实施)+(?:效益|效果|成效|影响)$/, 'benefit'],
]

/** The entries that a heading of a level names, or means by how it ends; empty for misspelt and unknown ones. */
export const categoriesMeant = (heading: string, level: 1 | 2): readonly CategoryEntry[] => {
  const named = categoriesNamed(heading)
  if (named.length > 0 || heading.length > LONGEST_NAME) return named
  // 农户满意度指标 may stand in a column that says 指标 again.
  const stem = heading.replace(ENDING, '').replace(ENDING, '')
  const found = BY_END.find(([end]) => end.test(stem))
  const id = found?.[level]
  return id === undefined ? [] : [categoryEntry(id)]
}

const LONGEST_NAME = 16

/** Whether a word heads indicators of level 2 where its column does: what `categoriesMeant` knows, and 进度 and 成效, which are words of everyday elsewhere. */
export const mayHeadBelow = (word: string): boolean =>
  word.length <= LONGEST_NAME && (NOT_ALONE.has(word) || categoriesMeant(word, 2).length > 0)

/**
 * Whether `heading` names itself a heading (…指标, …目标) beside naming a category. 满意度 and 成本
 * alone are also words that begin the name of an indicator.
 */
export const isHeadingWord = (heading: string): boolean =>
  /(?:指标|目标|维度)(?:类)?(?:\([^()]{0,12}\))?$/.test(heading)

/** 决策 and 过程 (投入, 管理): headings of evaluation tables, and each divides them in its own way. */
export const isOfEvaluation = (id: CategoryId | undefined): boolean => id === 'decision' || id === 'process'

/**
 * FORM: the plan of investments (中央预算内投资计划绩效目标表) has two headings of level 1, each over its own of level 2, 产出指标
 * among them.
 */
export const OF_INVESTMENT: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['实施效果', '过程管理'],
  2: ['产出', '效益', '满意度', '计划管理', '资金管理', '项目管理', '监督检查'],
}

/** FORM: 具体指标, which elsewhere heads names, as the heading of level 2 under 满意度指标; found where both stand in a text. */
export const SPECIFIC_HEADING = '具体指标'
export const UNDER_SATISFACTION = /满意度指标(?:\([^()\n]{1,8}\))?\s?(?=具体指标)/

/** Whether one heading stands under another as in the plan of investments: 产出指标 under 实施效果指标. */
export const isOfInvestment = (heading: string, above: string): boolean => {
  const [own, over] = [heading, above].map((name) => name.replace(ENDING, '')) as [string, string]
  return OF_INVESTMENT[2].includes(own) && OF_INVESTMENT[1].includes(over)
}

/**
 * Whether satisfaction stands among the benefits by the form: under 效果, which neither scheme has (FORM), and 社会公众或服务对象满意度, which is one of the
 * benefits in 财预〔2013〕53号 (TEXT).
 */
export const isAmongEffects = (heading: string, above: string): boolean =>
  above.includes('效果') || heading.includes('公众或服务对象满意度')

/** All stems, and whether each may head indicators without 指标 or 目标 behind it. */
export const STEMS: readonly { readonly stem: string; readonly standsAlone: boolean }[] = [
  ...BY_STEM.keys(),
].map((stem) => ({ stem, standsAlone: !NOT_ALONE.has(stem) }))

export const categoryEntry = (id: CategoryId): CategoryEntry => BY_ID.get(id) as CategoryEntry

/** The level-1 category that a level-2 category belongs under, by scheme. */
const PARENT_OF: Readonly<Record<LevelTwoId, LevelOneId>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  'economic-cost': 'cost',
  'social-cost': 'cost',
  'ecological-cost': 'cost',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  'sustained-impact': 'benefit',
  'recipient-satisfaction': 'satisfaction',
}

/** The level-1 category over a level-2 one; a level-1 category itself. */
export const levelOneOf = (id: CategoryId): LevelOneId =>
  id in PARENT_OF ? PARENT_OF[id as LevelTwoId] : (id as LevelOneId)

/** The categories that one may stand under: 成本 under 产出, or under itself as level 1. */
export const parentsOf = (id: CategoryId): readonly CategoryId[] =>
  id === 'cost' ? ['output', 'cost'] : [levelOneOf(id)]

/** Whether a heading may stand under another, as far as both are known: 成本指标 is not of 效益指标. */
export const mayStandUnder = (heading: string, above: string): boolean => {
  const [parent] = categoriesNamed(above)
  const children = categoriesNamed(heading)
  return (
    parent === undefined ||
    children.length === 0 ||
    children.some(({ id }) => parentsOf(id).includes(parent.id))
  )
}

/** Whether a heading below another is of the next project: 满意度 stands last, and 产出 or 数量 first. */
export const beginsAnew = (heading: string, before: string): boolean => {
  const isUnder = (words: string, id: CategoryId): boolean =>
    categoriesNamed(words).some((entry) => levelOneOf(entry.id) === id)
  return isUnder(before, 'satisfaction') && isUnder(heading, 'output')
}

/**
 * The known heading of a level that is nearest to `heading`: at most one character off, or two in a
 * longer one; nothing where two are equally near.
 */
export const nearestCategory = (heading: string, level: 1 | 2): string | undefined => {
  const stem = heading.replace(ENDING, '')
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const entry of CATEGORIES) {
    if (entry.level !== level && entry.level !== 'either') continue
    for (const known of entry.stems) {
      const distance = differences(known, stem)
      if (distance > (known.length > 3 ? 2 : 1) || distance > least) continue
      nearest = distance < least || nearest === entry.name ? entry.name : undefined
      least = distance
    }
  }
  return nearest === undefined ? undefined : `${nearest}指标`
}

/** How many characters two words of one length differ in; words of other lengths differ wholly. */
const differences = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((c, i) => c !== b[i]).length : Number.POSITIVE_INFINITY
