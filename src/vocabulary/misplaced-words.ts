import { categoriesNamed } from './categories.ts'
import { isBareComparator, isBareNumber } from './cell-kinds.ts'
import { headerRole } from './headers.ts'
import { isUnsaidQuality, NOT_APPLICABLE } from './qualities.ts'

/** The border between two cells, which a text without cells shows as it is. */
const BORDER = /\t|^\s*\||\|\s*$/

/** Whether a text holds what stood in several cells. */
export const holdsBorder = (folded: string): boolean => BORDER.test(folded)

/** Whether the words are no words: =, ||, 定性; / says that a row is not used, and 否 in front closed the row above. */
export const isNoName = (words: string): boolean => {
  if (NOT_APPLICABLE.test(words)) return false
  if (/^否[\u4e00-\u9fff]{3}/.test(words) && !words.startsWith('否决')) return true
  return (
    isBareComparator(words) || isUnsaidQuality(words.replace(/^[-—]+/, '')) || !/[\p{L}\p{N}]/u.test(words)
  )
}

/** Whether the words are a number or a share by themselves: 81, ≥95%, ±3%以内; 0 stands in rows that are not used. */
export const isBareValue = (words: string): boolean =>
  !/^0(?:\.0+)?%?$/.test(words) && isBareNumber(words.replace(/^±\s?/, ''))

/** Whether the words head a column of categories or of indicators: 三级指标. */
export const headsIndicators = (words: string): boolean => /^[一二三]级指标(?:名称|内容)?$/.test(words)

/** Whether a line begins with the heading of a category, and goes on: 质量指标合格率. */
export const beginsWithHeading = (words: string): boolean => {
  const [, heading] = /^[【[]?(.{2,12}?指标)(?=.)/.exec(words) ?? []
  return heading !== undefined && categoriesNamed(heading).length > 0
}

/** Whether the words name what a project is measured by: 【产出指标-数量指标】 (SYS), 指标1:在线率, 伙食补助覆盖率. */
export const namesMeasure = (words: string): boolean =>
  /^【[^】]{2,24}指标】?$/.test(words) || beginsItem(words) || /(?:率|满意度)$/.test(words)

/** Whether the words begin with the number of an indicator and go on: 指标3一级种薯繁育基地. */
export const beginsItem = (words: string): boolean =>
  /^指标\s?\d{1,2}(?!\d)\s?[.:、]?\s?[\p{L}(]/u.test(words)

/** Whether the words head a column of points: 分值, 得分. */
export const headsPoints = (words: string): boolean => {
  const role = headerRole(words)
  return role === 'weight' || role === 'score'
}
