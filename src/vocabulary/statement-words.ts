import { AGENCY_NAME } from './headers.ts'
import { endsAsName } from './qualities.ts'
import { dimensionOfWord } from './units.ts'

/** Words of texts that say one thing in each line (FORM: drafts and notes of agencies, 2015–2026). */

/** 年度, 实施年度: a label of the year. */
export const LABELS_YEAR = /^(?:实施|预算|申报|项目)?(?:年度|年份|年)$/

/** What a title says of itself behind the name of its project, or alone: 项目绩效目标表, 考核清单. */
const SAYS_FORM =
  /(?:的|[及和与]|转移支付|区域|部门|单位|本级|预算|项目|支出|专项|资金|年度|重点|财政|整体|工作){0,6}(?:(?:绩效|考核|节点|任务|指标|目标)(?:目标|指标|自评|评价|申报|公开|考核|清单|情况|任务|管理|分解|报送|责任){0,4}(?:表|书|单|卡|报告|情况|说明|方案)?|申报[表书]|公开表|自评表|自评报告|清单|预算公开)$/

/** Words in front of the name: 关于下达. */
const LEADS = /^(?:关于)?(?:报送|印发|上报|下达|做好|申报|附件\d?|附表\d?)+/

/** 2025年度, and 2025 alone. */
export const YEAR_IN_TITLE = /(?<!\d)20\d\d(?:\s?年度?)?(?![\d.])/g

/** The name of a project in words of a title, and where it ends in them; 0 where they hold none. */
export const nameLengthIn = (words: string): number => {
  const form = SAYS_FORM.exec(words)
  const name = form === null ? words : words.slice(0, form.index)
  if (!/^[\u4e00-\u9fff]{2}/.test(name) || name.length < SHORTEST_NAME || LEADS.test(name)) return 0
  return NO_NAME.test(name) || (AGENCY_NAME.test(name) && !endsAsName(name)) ? 0 : name.length
}

/** What a document is called, and parts of one. */
const NO_NAME =
  /(?:公示|通知|公告|通报|报告|计划|方案|办法|意见|规定|细则|要点|总结|汇报|说明|情况|附件|区域|方向)$|^(?:附件|其中|合计|总计|小计|单位|项目)/

const SHORTEST_NAME = 3

/** Whether words say that they are about goals and their indicators. */
export const saysGoals = (words: string): boolean => /绩效|指标|考核|满意/.test(words)

/** Names that only indicators have: 农户满意度, 一次点亮率. */
export const namesMeasure = (words: string): boolean =>
  /满意[度率]?(?![\u4e00-\u9fff])|满意[度率](?:达|不)|[^概利汇税费]率(?:$|达|不|[^\u4e00-\u9fff])/.test(words)

/** Whether a heading of indicators stands in words: 产出数量指标改造食堂间数. */
export const holdsHeading = (words: string): boolean => /指标[\u4e00-\u9fff]/.test(words)

/** 三名, 八家: whether words are a number with its unit. */
export const isCountInWords = (words: string): boolean => {
  const unit = COUNT.exec(words)?.[1]
  return unit !== undefined && dimensionOfWord(unit) !== undefined
}
const COUNT = /^[一二两三四五六七八九十百千万]{1,6}([\u4e00-\u9fff]{1,2})$/

/** 填表 2023.11.06, 编制:2023年3月, 经办:    复核:, (此页盖章有效): who did what to a form, and when. */
export const SIGNED =
  /^(?:填[表报写]|编制|制表|审[核批]|复核|经办|报送|印发|制定|发布|局长|负责)(?:人员?|日期|时间)?[\s:]*(?:$|20\d\d[\d\s年月日./-]*$|(?=[\u4e00-\u9fff]{2,4}[\s:]*(?:$|[\u4e00-\u9fff]{2,4}:)))|^\([^()\d]{0,10}(?:盖章|公章|签[字章])[^()\d]{0,6}\)$/
