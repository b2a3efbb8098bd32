/** Words over columns of targets that say whose they are (FORM: matrices of districts, 2015–2025). */

/** 甲县, 甲市、乙市及两县, 其他地区, 2021年: whose column of targets it is. */
const OWN =
  '(?:[省市州县区]本级|其[他余](?:区县|县区|市县|县市)|[\\u4e00-\\u9fff]{1,5}?(?:[区县市州旗镇乡村]|街道|农场|林场|社区|集团))'
const OWNER = `(?:合计|总计|小计|全[省市县区州]|20\\d\\d年度?|${OWN}(?:[、及和]${OWN})*)`
const VALUE = '(?:年度|绩效|预期)?(?:指标|目标)值'
/** From a place on: an owner alone, or beside words for its value. */
export const OWNERS = [
  new RegExp(`\\s{0,3}${OWNER}`, 'y'),
  // 甲县指标值, 乙县指标值
  new RegExp(`\\s{0,3}${OWNER}${VALUE}`, 'y'),
  // 指标值(甲村), 指标值(乙村)
  new RegExp(`\\s{0,3}${VALUE}\\((?:${OWNER}|实施期|中长期|年度)\\)`, 'y'),
] as const

/** Whether words say whose column of targets stands below them. */
export const isOwner = (words: string): boolean => ONE_OWNER.test(words)

const ONE_OWNER = new RegExp(`^${OWNER}$`)
