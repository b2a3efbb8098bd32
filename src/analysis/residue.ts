import type { SpannedText } from '../source/spanned-text.ts'

const DOTS_ONLY = /^[.…。·\s]+$/
const ELLIPSIS = /…|\.{3}/
/** A length that the form asks for, in brackets or alone; 800字以内的政务信息 is content. */
const LIMIT =
  /\((?:请|限|不超过|控制在|字数)?[^()\d]{0,8}\d{2,4}字(?:以内|左右|以下)?\)|^(?:限|不超过|控制在)?\d{2,4}字(?:以内|左右|以下)[.。]?$/
/** Characters that stand for a number to be filled in. */
export const PLACEHOLDER = /\*{2,}|[×xX]{2,}(?=[万亿%人个次元年月日户亩])|[_＿]{3,}/
/** 请填写, 填写具体数值; a value that is nothing but XX. */
const REQUEST = /请填写|此处填写|填写(?:具体|指标|数值|内容)|(?:^|[\s:])[×xX]{2,}$/
const CHOSEN = /[☑☒■√✓✔]/
const CHOICE = /[□☐]\s*[^\s□☐]{1,8}\s*[□☐]|(?:是|有)\s*[/／]\s*(?:否|无)(?!\S)/

/** Text of the template that was left in: what of it, or `undefined`. */
export const residueIn = (text: SpannedText): string | undefined => {
  const { folded } = text
  if (DOTS_ONLY.test(folded) && ELLIPSIS.test(folded)) return '……'
  const choice = CHOSEN.test(folded) ? null : CHOICE.exec(folded)
  return (PLACEHOLDER.exec(folded) ?? LIMIT.exec(folded) ?? REQUEST.exec(folded) ?? choice)?.[0].trim()
}
