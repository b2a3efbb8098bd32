/** What forms print where content is to be written (FORM), and what is therefore left over when nobody wrote any. */

const DOTS_ONLY = /^[.…。·\s]+$/
const ELLIPSIS = /…|\.{3}/
/** A length that the form asks for, in brackets or alone; 800字以内的政务信息 is content. */
const LIMIT =
  /\((?:请|限|不超过|控制在|字数)?[^()\d]{0,20}\d{2,4}字(?:以内|之内|内|左右|以下)?\)|^(?:限|不超过|控制在)?\d{2,4}字(?:以内|之内|内|左右|以下)[.。]?$/
/** Characters that stand for a number to be filled in. */
export const PLACEHOLDER =
  /\*{2,}|(?<![×xX])[×xX]{2,}(?=[万亿%个人名次元年月日天户亩项件场期套台处座家所公平吨批辆盏])|[_＿]{2,}|(?<=[≥≤<>=]\s?)[□○×xX*_]+(?!\d)/
/** XX株, XX具 as a value, whatever is counted; XX县 is a name that was left out. */
const COUNTED_XX = /(?<![^\s:≥≤<>=])[×xX]{2,}(?![县市区州省乡镇局院厂部委办])[\u4e00-\u9fff]{1,3}$/
/** ____人, ( )元/人, ≥( )%: the blank of the form with what is printed around it, as a whole value. */
const BLANK =
  /^(?:[≥≤<>=]{1,2}\s?|不[\u4e00-\u9fff]{2,3}(?=[×xX*_＿(]))?(?:[_＿*]{2,}|(?<=.)[×xX]{2,}|\(\s*\)|\[\s*\]|【\s*】|…+(?=.)|□(?=[个人次场期件份册套台户家项名位亩%]))\s*(?:[^\s\d()_×xX*□]{1,8})?$/
/** 20XX年12月底前 */
const BLANK_YEAR = /^(?:20)?[×xX*_]{2,}年/
const CROSSES = /^[≥≤<>=]{0,2}\s?[×xX□○]{2,}[^\s\d]{0,6}$/
/** The form's own words where a name belongs: 指标2, 指标名称, XXX. */
const TEMPLATE_NAME =
  /^\(?(?:指标\s?(?:[NnXx×]|\d{1,2}|[一二三四五六七八九十])|(?:三级)?指标(?:名称|内容|值)|[×xX]{2,})\)?\s*[:.、]?$/
/** 请填写, 填写具体数值, (填写定性描述) alone; a value that is nothing but XX. */
const REQUEST =
  /请填写|此处填写|填写(?:具体|指标|数值|内容)|^\((?:填写|填报|描述|简述|概述|此处|在此)[^()]{0,20}\)$|(?:^|[\s:])[×xX]{2,}$/
/** Without one of these there is none of the above nor a choice; most texts are done with that. */
const MAY_BE_RESIDUE = /[…*×xX_＿□☐○字填述此/／【]|\.{3}/
/** Marks of what was chosen, also those that Wingdings prints them with. */
const CHOSEN = /[☑☒■√✓✔\uf000-\uf0ff]/
const CHOICE =
  /[□☐]\s*[^\s□☐]{1,8}\s*[□☐]|(?:是|有)\s*[/／]\s*(?:否|无)(?!\S)|([\u4e00-\u9fff]{1,4})[/／][不未无非]\1(?!\S)/
const LONGEST_OPTIONS = 60
const ENDING = 2

/** The name of an indicator that is still the form's: 指标2, 指标名称. */
export const isTemplateName = (folded: string): boolean => TEMPLATE_NAME.test(folded)

/** A value of which only the form's blank and the unit behind it are there. */
export const isUnfilled = (folded: string): boolean =>
  BLANK.test(folded) ||
  BLANK_YEAR.test(folded) ||
  isDots(folded) ||
  (CROSSES.test(folded) && (PLACEHOLDER.test(folded) || COUNTED_XX.test(folded)))

/** Dots and nothing else. */
export const isDots = (folded: string): boolean => DOTS_ONLY.test(folded) && ELLIPSIS.test(folded)

/** The options of a choice that nobody made, in a folded text. */
export const openChoiceIn = (folded: string): string | undefined =>
  CHOSEN.test(folded)
    ? undefined
    : (CHOICE.exec(folded)?.[0].trim() ?? (areOptions(folded) ? folded : undefined))

/** A whole cell: (一次性项目/经常性项目), whose options have one ending, or the kinds of project without brackets, which may be numbered. */
const areOptions = (folded: string): boolean => {
  if (folded.length > LONGEST_OPTIONS) return false
  const isBracketed = folded.startsWith('(') && folded.endsWith(')')
  const options = folded.startsWith('1、')
    ? folded
        .slice(2)
        .split(/\d、/)
        .map((option) => option.trim())
    : (isBracketed ? folded.slice(1, -1) : folded).split(/[/／]/)
  const ending = options[0]?.slice(-ENDING)
  const isOption = (option: string): boolean =>
    isBracketed ? option.length > ENDING && option.slice(-ENDING) === ending : KIND_OF_PROJECT.test(option)
  return options.length > 1 && new Set(options).size === options.length && options.every(isOption)
}

/** FORM: what 项目属性 and 项目类型 are chosen from. */
const KIND_OF_PROJECT = /^(?:[\u4e00-\u9fff]{2,3}性|新增|延续|上年结转)项目$/

/** Text of the form in a folded text of content: what of it, or `undefined`. */
export const templateTextIn = (folded: string): string | undefined => {
  if (!MAY_BE_RESIDUE.test(folded)) return undefined
  if (isDots(folded)) return '……'
  const found =
    PLACEHOLDER.exec(folded) ?? COUNTED_XX.exec(folded) ?? LIMIT.exec(folded) ?? REQUEST.exec(folded)
  return (
    found?.[0].trim() ??
    openChoiceIn(folded) ??
    (LOST_BLANK.test(folded) && BLANK.test(folded) ? folded : undefined)
  )
}
/** □个, 【 】场次 */
const LOST_BLANK = /^(?:□|【\s*】)/

/** A folded text that is the form's as a whole: 指标2:, ……, (100字以内), (一次性项目/经常性项目), and what it asks for. */
export const isTemplateCell = (folded: string): boolean =>
  isTemplateName(folded) ||
  (folded.startsWith('1、') && areOptions(folded)) ||
  (MAY_BE_RESIDUE.test(folded) && (isDots(folded) || isInstruction(folded) || isOpenChoice(folded)))

/** (100字以内) alone, or behind a sentence that says what to write; behind a label it is a part of that. */
const isInstruction = (folded: string): boolean => {
  const limit = LIMIT.exec(folded)
  if (limit === null || limit.index + limit[0].length < folded.trimEnd().length) return false
  return limit.index === 0 || ASKS.test(folded.slice(0, limit.index))
}

/** Whether a line says how much is to be written: 项目实施进度计划(450字内). */
export const asksForWords = (folded: string): boolean => LIMIT.test(folded)

/** 其他需要说明的问题:(100字以内) on a line of its own: the request behind the colon, where nothing answers it. */
export const requestBehindLabel = (folded: string): string | undefined => {
  const [, request = ''] = LABELLED.exec(folded) ?? []
  return request !== '' && LIMIT.exec(request)?.[0] === request ? request : undefined
}
const LABELLED = /^[^:()]{2,24}:\s*(\([^()]{3,30}\))\s*$/

/** 对照年度目标,说明…: what is to be done stands in front. */
const ASKS =
  /^(?:请|须|应|对照|结合|根据|按照?|围绕|简要|简述|概述|说明|填写|描述|分析|总结|列出|提出|阐述)[\s\S]{0,80}[,。;]|^(?:请|简要|简述|概述|说明|填写|描述)/

/** 新增□ 延续□; 达标/不达标 in a cell that isn't known may be how points are given. */
const isOpenChoice = (folded: string): boolean => {
  const choice = openChoiceIn(folded)
  return choice !== undefined && (/[□☐(]/.test(choice) || areOptions(folded))
}
