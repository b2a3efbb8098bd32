import type { Points, Weighted, WrongPoints } from '../facts/points.ts'
import type { Project } from '../model/disclosure.ts'
import type { Language, Message, Problem, Related, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { projectWords, quoted } from './shared/quoted.ts'

const ofCategory = (own: Weighted, { parts, total, slips }: WrongPoints): Problem => ({
  message: {
    zh: `${quoted(own.name)}为 ${withUnit(own, 'zh')}，其下各项合计 ${withUnit(total, 'zh')}`,
    en: `${quoted(own.name)} has ${withUnit(own, 'en')}, but what is under it comes to ${bare(total)}`,
  },
  at: slips[0]?.at ?? own.at,
  related: related(parts),
  ...likely(slips),
  working: [`${terms(parts, total)} ≠ ${range(own)}`],
  data: { stated: own.points.toFixed(), computed: total.points.toFixed() },
})

const ofWhole = (project: Project, { of, parts, total, slips }: WrongPoints): Problem => {
  const what = of === 'headings' ? { zh: '类别', en: 'categories' } : { zh: '指标', en: 'indicators' }
  const whose = projectWords(project.name.meaning)
  const [hundred, ninety] = total.unit === 'share' ? ['100%', '90%'] : ['100 分', '90 分']
  return {
    message: {
      zh: `${whose.zh}各${what.zh}分值合计 ${withUnit(total, 'zh')}，既不是 ${hundred}也不是 ${ninety}`,
      en: `the points of the ${what.en} of ${whose.en} come to ${bare(total)}, neither 100 nor 90`,
    },
    at: slips[0]?.at ?? project.name.span,
    related: related(parts),
    ...likely(slips),
    working: [`${terms(parts, total)} ≠ 100, 90`],
    data: { computed: total.points.toFixed() },
  }
}

/** The points that are the likely mistake. */
const likely = (slips: readonly Weighted[]): Pick<Problem, 'because'> => {
  if (slips.length === 0) return {}
  const zh = slips.map((one) => `${quoted(one.name)}分值 ${range(one)} 而得分 ${one.score?.toFixed()}`)
  const en = slips.map(
    (one) => `${quoted(one.name)} has ${range(one)} points and scores ${one.score?.toFixed()}`,
  )
  return {
    because: {
      zh: `${zh.join('，')}；分值若与得分相同，合计即相符。`,
      en: `${en.join(', ')}; with as many points the sum would be right.`,
    },
  }
}

/** `20`, or `0～20` for a range. */
const range = ({ points, most }: Points): string =>
  points.eq(most) ? points.toFixed() : `${points.toFixed()}～${most.toFixed()}`

const WORDS: Readonly<Record<Language, string>> = { zh: ' 分', en: ' points' }

const withUnit = (part: Points, language: Language): string =>
  range(part) + (part.unit === 'share' ? '%' : WORDS[language])

/** Where the points have been named already: “what is under it comes to 15”. */
const bare = (total: Points): string => range(total) + (total.unit === 'share' ? '%' : '')

const terms = (parts: readonly Weighted[], total: Points): string =>
  `${parts.map(range).join(' + ')} = ${range(total)}`

const related = (parts: readonly Weighted[]): readonly Related[] =>
  parts.map((part) => {
    const note: Message = {
      zh: `${part.name} ${withUnit(part, 'zh')}`,
      en: `${part.name} ${withUnit(part, 'en')}`,
    }
    return { at: part.at, note }
  })

export const weightMismatch: Rule = {
  id: 'weight-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '各指标分值之和应等于其类别的分值，总分为 100 或 90。',
      en: 'The points of the indicators add up to those of their category, and the total is 100 or 90.',
    },
    finds: {
      zh: '分值之和与其类别的分值不等，或总分既不是 100 也不是 90；有指标得分高于其分值、改按得分计即相符的，一并指明，不另报得分高于分值。',
      en: 'Points that do not add up to those of their category, or a total that is neither 100 nor 90. If they would add up with the scores of those indicators that score more than their points, these are named, and not reported as score-above-points.',
    },
    why: {
      zh: '分值合计不符，评价得分就无法计算。预算执行率的 10 分常不列在表内，因此总分可为 90；分值写成范围（0-20分）的，范围内任一值均可；只给部分指标打分的，仅在已打分值超出其类别时报告；表格在中途结束或有空类别的，总分不足不报告。',
      en: 'If the points do not add up, no evaluation score can be calculated. The 10 points for budget execution are often not in the table, so the total may be 90. For a range of points (0-20分), any value in the range is accepted. If only some of the indicators have points, they are reported only where they exceed those of their category. If the table ends partway through or has an empty category, a total that is too low is not reported.',
    },
    fix: { zh: '调整分值。', en: 'Adjust the points.' },
    basis: { zh: '分值设置见各地表样（FORM）。', en: 'Local forms print the points (FORM).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标(20分) 1.维修路灯数量 ≥60盏(10分) 2.更换灯杆数量 ≥8根(5分)',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标(20分) 1.维修路灯数量 ≥60盏(10分) 2.更换灯杆数量 ≥8根(10分)',
      ),
    ),
  },

  *checkProject({ project, wrongPoints }) {
    for (const wrong of wrongPoints)
      yield typeof wrong.of === 'string' ? ofWhole(project, wrong) : ofCategory(wrong.of, wrong)
  },
}
