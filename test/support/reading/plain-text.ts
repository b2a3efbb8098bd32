/** Texts without what no reader is held to: widths, blanks, numbering, marks, points. */

export const nfkc = (text: string | undefined | null): string => (text ?? '').normalize('NFKC')

/** Without blanks and invisible characters. */
export const squeeze = (text: string | undefined | null): string =>
  nfkc(text).replace(/(?:\s|\u200b|\u200c|\u200d|\ufeff)+/g, '')

/** A category's printed label without points, marks and numbering. */
export const bareLabel = (text: string): string => {
  let label = squeeze(text)
  if (/^[【[]/.test(label)) label = label.replace(/^[【[(（]+|[】\])）]+$/g, '')
  return label
    .replace(/[(（][^()（）]*(?:分|填|性)[^()（）]*[)）]分?|[(（]\d+[-~]?\d*%?[)）]分?/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.)](?!\d))/, '')
    .replace(/[:：、,，.。★*\s-]+$|^[★*]+/g, '')
}

/** `(≥**株)`: what a form prints where a number is to be filled in. */
const PLACEHOLDER = /[(（]?\s*(?:≥|≤|=|>|<|>=|<=|≧|≦)*\s*\*{2,}\s*[^()（）,，;；。\d]{0,6}[)）]?/g
const NAME_MARK =
  /^(?:指标\d+[:：、.]?|指标[一二三四五六七八九十]+[:：、.]|\d+[、.)：:](?!\d)|[(（]\d+[)）]|[①-⑳]|[一二三四五六七八九十]+、)/
const UNIT_BEHIND = /[(（](?:%|个|人|亩|公里|km|万元|元|次|户|米|天|年|台|项|家|份|场|座|平方米)[)）]$/

/** An indicator's name without numbering, placeholders, the unit behind it and punctuation. */
export const bareName = (text: string | undefined, unit?: string | null): string => {
  let name = squeeze(nfkc(text).replace(PLACEHOLDER, ''))
    .replace(/^[★*●◆·•\-—]+/, '')
    .replace(NAME_MARK, '')
    .replace(/^[★*]+/, '')
  if (unit) name = name.replace(new RegExp(`[(（]${escaped(squeeze(unit))}[)）]$`), '')
  return name
    .replace(UNIT_BEHIND, '')
    .replace(/[,，.。;；:：、"'“”‘’()（）\-—·/]+/g, '')
    .toLowerCase()
}

const GOAL_MARK =
  /^(?:目标[\d一二三四五六七八九十]+[:：、.]?|[(（]?\d+[)）]?[、.](?!\d)|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|[①-⑳])/

/** A goal without its number and punctuation. */
export const bareGoal = (text: string): string =>
  squeeze(text)
    .replace(GOAL_MARK, '')
    .replace(/[,，.。;；:：、()（）"“”\-—]+/g, '')

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
