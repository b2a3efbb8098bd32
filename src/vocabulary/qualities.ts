/**
 * Words that stand as the value of a qualitative indicator (FORM). A value after a blank may be any
 * words; these are also recognised when they are glued to the name (`机制健全性健全`) or when the
 * blank could as well be a line end inside a word.
 */
const GRADED =
  '健全|较健全|基本健全|规范|较规范|完善|较完善|及时|较及时|准确|完整|齐全|明显|较明显|显著|较显著|有效|长效|长期|持续|稳定|安全|良好|较好|优良|优秀|优|良|中|差|好|高|较高|低|较低|合格|达标|到位|充分|合理|科学|公平|公正|公开|透明|整洁|清洁|干净|畅通|通畅|牢固|丰富|和谐|清晰|扎实|浓厚|优美|繁荣|有力|有利|得当|适宜|满意|较满意|基本满意|可持续|可查|可控|可用|可追溯|可复制|正常|顺利|有序|严格|认真|完成|全部完成|全覆盖|稳中有升|稳中有进|稳中向好|是|否|有|无|定性|定性指标|定性描述|定性评价'
const GRADED_WORDS: ReadonlySet<string> = new Set(GRADED.split('|'))

/** Whether the words say that there is a qualitative value, and not which. */
export const isUnsaidQuality = (words: string): boolean => UNSAID.test(words)
const UNSAID = /^定性(?:指标|描述|评价|考核)?$/

const DEGREES =
  '进一步|不断|持续|长效|有效|显著|明显|逐步|逐年|稳步|日趋|日渐|日臻|逐渐|愈加|趋于|更为|较为|十分|非常|初步|总体|大幅|大力|切实|全面|得到|有所|较大|长期|基本|较|更加|日益|稳定|有序'
const MOVES =
  '提升|提高|增强|改善|加强|促进|增长|增加|下降|降低|减少|好转|优化|推进|推动|保障|缓解|维护|发挥|扩大|巩固|带动|改进|保持|实现|完善|健全|规范|提质|显现|体现|发展|影响|减轻|激发|恢复|延长|拓展|夯实|深化|凝聚|彰显|满足|复苏|向好|壮大|建立|落实|拓宽|形成|丰富|化解'
const [DEGREE, MOVE] = [`(?:${DEGREES})`, `(?:${MOVES})`]

const DEGREE_WORDS: ReadonlySet<string> = new Set(DEGREES.split('|'))
const MOVE_WORDS: ReadonlySet<string> = new Set(MOVES.split('|'))
const LONGEST_QUALITY_WORD = 4
const WHAT_CHANGES: ReadonlySet<string> = new Set(['效果', '成效', '作用', '影响', '效益'])
const FIRSTS: ReadonlySet<string | undefined> = new Set(
  [...GRADED_WORDS, ...DEGREE_WORDS, ...MOVE_WORDS, ...WHAT_CHANGES].map(([first]) => first),
)
const GLUED = new RegExp(`(?:${GRADED}|(?:[无不未]|没有)?${DEGREE}{1,3}(?:${MOVE}|${GRADED}))$`)
/** What happens to something, in two words of which the first says how: no name ends so. */
const GLUED_CHANGE =
  /(?:得到)?(?:不断|逐步|逐年|稳步|日益|日渐|逐渐|进一步|有所|得到|显著|明显|大幅|长效|有效|零(?![售件部星工用食钱碳]))[\u4e00-\u9fff]{2}$/

/** Whether the words are a value by themselves: 健全, 显著提升, 整洁有序, 良. */
export const isQuality = (words: string): boolean =>
  GRADED_WORDS.has(words) ||
  (words.length > 1 &&
    words.length <= 12 &&
    (isGradedByDegrees(words) || /^应(.)尽\1$/.test(words) || SCALE.test(words)))

/**
 * 显著提升, 效果逐步显现, 较为规范有序: how much, in up to three words, and one or two for what changes or for a grade. By
 * sets, since a pattern of them takes longer to compile than a filing to be read.
 */
const isGradedByDegrees = (words: string): boolean => {
  if (!FIRSTS.has(words[0])) return false
  let starts = WHAT_CHANGES.has(words.slice(0, 2)) ? [0, 2] : [0]
  for (let degrees = 0; degrees <= 3 && starts.length > 0; degrees += 1) {
    for (const start of starts) {
      const rest = words.slice(start)
      if (isOneOrTwo(rest, MOVE_WORDS) || (degrees < 3 && isOneOrTwo(rest, GRADED_WORDS))) return true
    }
    starts = starts.flatMap((start) => wordEnds(words, start, DEGREE_WORDS))
  }
  return false
}

const isOneOrTwo = (words: string, known: ReadonlySet<string>): boolean =>
  known.has(words) || wordEnds(words, 0, known).some((end) => known.has(words.slice(end)))

/** Where the known words end that begin at `start`. */
const wordEnds = (words: string, start: number, known: ReadonlySet<string>): readonly number[] => {
  const ends: number[] = []
  for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_QUALITY_WORD); end += 1)
    if (known.has(words.slice(start, end))) ends.push(end)
  return ends
}

/** ≥良好, ≥B级, ≤Ⅳ类, ≤合同价: a grade, or what can be looked up, with the sign of a bound. */
export const isBoundByWords = (words: string): boolean => {
  const bound = /^(?:[≥≤<>=]|>=|<=)\s?([^≥≤<>=*\s\d]{1,12})$/.exec(words)?.[1]
  if (bound === undefined) return false
  return isQuality(bound) || /[级类等星档]$/.test(bound) || /^[\u4e00-\u9fff]{2,}$/.test(bound)
}

/** 有效减负, 有效延长档案寿命. */
const saysHowWell = (words: string): boolean => {
  const once = wordEnds(words, 0, DEGREE_WORDS)
  return [...once, ...once.flatMap((end) => wordEnds(words, end, DEGREE_WORDS))].some(
    (end) =>
      TWO.test(words.slice(end)) ||
      wordEnds(words, end, MOVE_WORDS).some((behind) => TWO_TO_EIGHT.test(words.slice(behind))),
  )
}
const TWO = /^[\u4e00-\u9fff]{2}$/
const TWO_TO_EIGHT = /^[\u4e00-\u9fff]{2,8}$/
const SAYS_HOW = new RegExp(`^${DEGREE}(?=[\\u4e00-\\u9fff]{2})`)

/** The length of two words in front, of which the first says how something is done, or 0: 长期坚持 has 4. */
export const changeLength = (words: string): number => {
  const degree = SAYS_HOW.exec(words)?.[0].length ?? 0
  return degree === 0 || endsAsName(words.slice(0, degree + 2)) ? 0 : degree + 2
}

const NOT_AT_ALL = /^(?:[不无未零][\u4e00-\u9fff]{1,5}|按[\u4e00-\u9fff]{1,8}(?<![性率数量额值]))$/
const HAS = /^有(?![关效限])[\u4e00-\u9fff]{1,5}$/
/** What is reached, in words that no name begins with: 得到保障, 符合国家标准, 形成长效机制. */
const REACHED =
  /^(?:得到|取得|形成|建立|保持|处于|达到|符合|满足|实现|维持|优于|好于|趋于|控制在|通过|完成|获得|纳入|列入)[\u4e00-\u9fff]{1,12}$/

/**
 * Whether the words can only be a value where a blank parts them from a name: 有效减负, 不受影响,
 * 零发生, 有保障, 得到改善. 有效面积 is the end of a name.
 */
export const isSaidOfName = (words: string): boolean =>
  NOT_AT_ALL.test(words) ||
  REACHED.test(words) ||
  ((saysHowWell(words) || HAS.test(words)) && !endsAsName(words))

const BEGINS_WITH_DEGREE = new RegExp(`^${DEGREE}.`)

/** How names of indicators end; what follows such an ending is the value. */
const NAME_END =
  /(?:[性率数量额值比]|比[例重]|人次|场次|(?<![季年])度|程度|情况|水平|状况|机制|成本|效益|影响力?|作用|能力|秩序|环境|质量|时间|结果|效果|面积|覆盖面|(?<![学长短近])期|[时期]限|时效|频次|节点|方式|等级)$/

export const endsAsName = (words: string): boolean => NAME_END.test(words)

/** The length of a value glued to the end of a name, or 0: `机制健全性健全` has 2. */
export const gluedQualityLength = (words: string): number => {
  const tail = words.slice(-10)
  const match = GLUED.exec(tail) ?? GLUED_CHANGE.exec(tail)
  if (match === null || (endsAsName(match[0]) && !isQuality(match[0]) && !NOT_AT_ALL.test(match[0]))) return 0
  const name = words.slice(0, words.length - match[0].length)
  // 工作落实到位 is a name; 长效机制健全, 良性运行长期 and 服务能力持续提升 are names with their values.
  const isName =
    BEGINS_WITH_DEGREE.test(match[0]) && match[0].length > 1
      ? endsAsName(name) || name.length >= 4
      : endsAsName(name.slice(-4))
  return isName ? match[0].length : 0
}

/** What forms print where there is no value. */
export const NOT_APPLICABLE = /^(?:无|暂无|\/|-+|—+|不涉及|不适用|无要求)$/

/**
 * What may stand behind the last digit of a value: its unit, a bracket. Ranges of characters, here and
 * elsewhere on the way of every filing, since the Unicode classes take milliseconds to compile.
 */
const UNIT_END =
  /^[\d.,]*\s*(?:[%‰℃㎡]|[万亿千百]?[A-Za-z²³\u3007\u3400-\u9fff\uf900-\ufaff]{0,5}(?:[/·][A-Za-z\u3007\u3400-\u9fff\uf900-\ufaff]{1,3}){0,2})[)”]?$/
const WORDS: ReadonlySet<string> = new Set([...GRADED_WORDS, ...MOVE_WORDS])
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length))

/** Whether what `words` end with can be the whole value of an indicator: `40人`, `100%`, `健全`. */
export const endsAsValue = (words: string): boolean => {
  const text = words.trimEnd().replace(/(?:[及或]?以[上下内]|左右)$/, '')
  for (let at = text.length - 1; at >= Math.max(0, text.length - 12); at -= 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) return UNIT_END.test(text.slice(at))
  }
  for (let length = 1; length <= LONGEST_WORD; length += 1) {
    if (WORDS.has(text.slice(-length))) return true
  }
  return false
}

/** What can be looked up: 符合国家标准, 省级示范, 按合同约定. */
const TO_BE_MET =
  /标准|规定|规范|要求|制度|合同|协议|约定|方案|计划|预算|目录|办法|[级等星]$|[级等星](?:\(含\))?(?:以上|示范|水平)|合格|达标|通过|验收|完成|零|全部|不低于|不少于|不超过|达到|未|[各前][\d一二三四五六七八九十]|应.[尽必]|节[前后]|期间|期限|永久|不过夜|不发生|无一|^按(?:年|半年|季|月|周|日|学期)|每[年月季周日]/

/** The longest graded words with their adverbs. */
const LONGEST_GRADE = 12

/** Whether a graded word of two characters or more stands anywhere in the words. */
const hasGrade = (words: string): boolean => {
  if (isQuality(words)) return true
  for (let start = 0; start < words.length - 1; start += 1) {
    const longest = Math.min(words.length, start + LONGEST_GRADE)
    for (let end = start + 2; end <= longest; end += 1) if (isQuality(words.slice(start, end))) return true
  }
  return false
}

/** Whether a reader can tell if the words are met: they are graded, or can be looked up. Names nothing shorter than a word. */
export const canBeTold = (words: string): boolean =>
  !isScale(words) && (hasGrade(words) || TO_BE_MET.test(words))

/** Whether words are a scale from good to bad, and none of its grades. */
export const isScale = (words: string): boolean =>
  [SCALE, TWO_ENDS, LISTED_GRADES].some((scale) => scale.test(words))

/** All the grades that could be given, and none of them: 优良中低差, 好/一般/差, 好坏 (FORM). */
const SCALE = /^(?:好坏|优[、/]?良[、/]?(?:中|一般)?[、/]?低?[、/]?差|[高好][、/](?:中|一般)[、/][低差])$/
/** 高中低, 大小, 是否: two ends, which are words in front of others as well. */
const TWO_ENDS = /^[高大好强快多优有是][、/或]?(?:(?:中等?|一般)[、/或]?)?[低小坏差弱慢少劣无否]$/
/** 好/较好/一般/差: three grades or more, of which the last is the worst. */
const LISTED_GRADES =
  /^(?:(?:优秀?|良好?|[较很]?[好高强大]|中等?|一般|基本满意|[很较]?满意|[较很]?(?:显著|明显))[、/,]){2,}(?:[较很]?[差低弱小坏]|不满意|不(?:显著|明显)|无效果?)$/
