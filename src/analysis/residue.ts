import type { SpannedText } from '../source/spanned-text.ts'

const DOTS_ONLY = /^[.…。·\s]+$/
const ELLIPSIS = /…|\.{3}/
/** A length that the form asks for, in brackets or alone; 800字以内的政务信息 is content. */
const LIMIT =
  /\((?:请|限|不超过|控制在|字数)?[^()\d]{0,8}\d{2,4}字(?:以内|左右|以下)?\)|^(?:限|不超过|控制在)?\d{2,4}字(?:以内|左右|以下)[.。]?$/
/** Characters that stand for a number to be filled in. */
export const PLACEHOLDER =
  /\*{2,}|(?<![×xX])[×xX]{2,}(?=[万亿%个人名次元年月日天户亩项件场期套台处座家所公平吨批辆盏])|[_＿]{2,}|(?<=[≥≤<>=]\s?)[□○×xX*_]+(?!\d)/
/** XX株, XX具 as a value, whatever is counted; XX县 is a name that was left out. */
const COUNTED_XX = /(?<![^\s:≥≤<>=])[×xX]{2,}(?![县市区州省乡镇局院厂部委办])[\u4e00-\u9fff]{1,3}$/
/** The form's own words where a name belongs: 指标2, 指标名称, XXX. */
const TEMPLATE_NAME = /^\(?(?:指标\s?[NnXx×]|(?:三级)?指标(?:名称|内容|值)|[×xX]{2,})\)?$/
/** 请填写, 填写具体数值; a value that is nothing but XX. */
const REQUEST = /请填写|此处填写|填写(?:具体|指标|数值|内容)|(?:^|[\s:])[×xX]{2,}$/
/** Without one of these there is none of the above nor a choice; most texts are done with that. */
const MAY_BE_RESIDUE = /[…*×xX_＿□☐○字填/／]|\.{3}/
const CHOSEN = /[☑☒■√✓✔]/
const CHOICE =
  /[□☐]\s*[^\s□☐]{1,8}\s*[□☐]|(?:是|有)\s*[/／]\s*(?:否|无)(?!\S)|([\u4e00-\u9fff]{1,4})[/／][不未无非]\1(?!\S)/

/** The name of an indicator that is still the form's. */
export const templateNameIn = (name: SpannedText): string | undefined =>
  TEMPLATE_NAME.test(name.folded) ? name.folded : residueIn(name)

/** Text of the template that was left in: what of it, or `undefined`. */
export const residueIn = (text: SpannedText): string | undefined => {
  const { folded } = text
  if (!MAY_BE_RESIDUE.test(folded)) return undefined
  if (DOTS_ONLY.test(folded) && ELLIPSIS.test(folded)) return '……'
  const choice = CHOSEN.test(folded) ? null : CHOICE.exec(folded)
  return (PLACEHOLDER.exec(folded) ??
    COUNTED_XX.exec(folded) ??
    LIMIT.exec(folded) ??
    REQUEST.exec(folded) ??
    choice)?.[0].trim()
}
