import { unitMisfitsOf } from '../facts/unit-misfit.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { type CategoryId, categoryEntry, levelOneOf } from '../vocabulary/categories.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const misplacedIndicator: Rule = {
  id: 'misplaced-indicator',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '指标应放在与其内容相符的类别下。',
      en: 'An indicator stands under the category that fits what it measures.',
    },
    finds: {
      zh: '名称与所在类别明显不符的指标。',
      en: 'An indicator whose name clearly belongs to another category.',
    },
    why: {
      zh: '只报告确定的几种：满意度不在满意度指标下；合格率、准确率、故障率、差错率（刊误率）在效益下；人数、次数、数量、起数、发生数在质量或满意度下；金额在数量或质量下；及时率、日期在质量下。以投诉次数、返工数量、合格人数等说明质量或满意度的不报告。',
      en: 'Only sure cases are reported: satisfaction outside its category; pass, accuracy, failure and error rates under benefit; numbers of people, times, things or incidents under quality or satisfaction; money under quantity or quality; timeliness rates and dates under quality. Numbers of complaints, accidents or passes, which say how good the work was, are no finding.',
    },
    fix: { zh: '把该指标移到相符的类别下。', en: 'Move the indicator to the category that fits.' },
    basis: {
      zh: '质量不等于效益，满意度不能代替效益（TEXT）。',
      en: 'Quality is not benefit, and satisfaction does not replace benefit (TEXT).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修及时率 ≥98% 二、效益指标 (一)社会效益指标 1.群众满意度 ≥90% 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥98%',
      ),
    ),
  },

  *checkProject(project) {
    for (const placed of indicatorsOf(project)) {
      const fits = betterPlace(placed)
      const heading = placed.categories.at(-1)
      if (fits === undefined || heading === undefined) continue
      const name = placed.indicator.name.meaning
      // 清运量 3600元 has a wrong unit, and stands where it belongs.
      if (fits === 'cost' && !MONEY_NAME.test(name) && unitMisfitsOf(project).has(placed.indicator)) continue
      const under = heading.name.meaning
      const better = `${categoryEntry(fits).name}指标`
      yield {
        message: {
          zh: `指标${quoted(name)}在${quoted(under)}下，应属于${better}`,
          en: `the indicator ${quoted(name)} stands under ${quoted(under)}; it belongs under ${better}`,
        },
        at: placed.indicator.name.span,
        related: [
          { at: heading.heading.span, note: { zh: '所在的类别', en: 'the category it stands under' } },
        ],
      }
    }
  },
}

/** Where the indicator belongs, if it surely doesn't belong where it stands. */
const betterPlace = ({ indicator, categoryId }: PlacedIndicator): CategoryId | undefined => {
  if (categoryId === undefined) return undefined
  const name = indicator.name.meaning.replace(REMARK, '')
  const { target } = indicator
  const levelOne = levelOneOf(categoryId)
  if (SATISFACTION.test(name) && levelOne !== 'satisfaction') return 'satisfaction'
  if (levelOne === 'benefit' && QUALITY_RATE.test(name)) return 'quality'
  const isAboutQuality = categoryId === 'quality' || levelOne === 'satisfaction'
  if (isAboutQuality && (OCCURRENCES.test(name) || (COUNT.test(name) && !COUNTS_QUALITY.test(name))))
    return 'quantity'
  const isMoney = target.kind === 'measured' && target.measure.unit?.dimension === 'money'
  if (isMoney && (categoryId === 'quantity' || categoryId === 'quality')) return 'cost'
  const isDate = target.kind === 'period' && !target.period.recurring
  if (categoryId === 'quality' && (TIMELINESS.test(name) || isDate)) return 'timeliness'
  return undefined
}

const MONEY_NAME = /[额费款]$|资金|支出|经费/
/** A unit or a remark behind the name: 群众满意度(%). */
const REMARK = /[([〔][^()[\]〔〕]{1,12}[)\]〕]$/
const SATISFACTION = /满意(?:度|率|程度)?$/
/** 食品抽检不合格率 is of those who are inspected, and may well be a benefit. */
const QUALITY_RATE = /(?:(?<![不未])(?:合格率|准确率)|故障率|刊误率|差错率|错误率)$/
/** What went wrong, or what went right, is counted to say how good the work was. */
const COUNTS_QUALITY =
  /投诉|事故|差错|错误|失误|故障|违规|违纪|违法|返工|退货|信访|上访|纠纷|舆情|复发|缺陷|破损|合格|达标|通过|优秀|优良|获奖|满意|好评|表扬/
const COUNT = /(?:人数|次数|数量|人次数?|场次数?|户数|件数|份数|期数|个数)$/
/** 事故起数: how often something happened, whatever it is. */
const OCCURRENCES = /(?:起数|发生数量?)$/
const TIMELINESS = /(?:及时率|及时性|按时完成率|按期完成率)$/
