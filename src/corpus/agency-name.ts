import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'

/** A name as its words mean it: folded, without any blanks. */
export const compactName = (text: string): string => meaning(text).replace(/\s+/g, '')

/**
 * What of an agency's name tells it from others: without 本级, 汇总 and the like, which come and go
 * between tables of one agency.
 */
export const agencyNameKey = rememberText((name: string): string =>
  compactName(name)
    .replace(/\([^()]*\)|〔[^〔〕]*〕|\[[^[\]]*\]/g, '')
    .replace(/^\d+[-_]?/, '')
    .replace(/(?:本级|机关|汇总|部门|本部){1,4}$/, ''),
)

/**
 * Whose table it is, as its title says: 某县教育局 of 某县教育局2022年部门预算项目支出绩效目标公开表; empty
 * where the title names nobody.
 */
export const issuerOf = (title: string): string => {
  const words = compactName(title)
    .replace(/^[#*]+/, '')
    .replace(/20\d\d年?度?/g, '')
  const end = /部门预算|部门|预算|项目|绩效|单位|公开/.exec(words)?.index ?? words.length
  return words.slice(0, end).replace(/^(?:附件|表)\d*[:.、]?/, '')
}
