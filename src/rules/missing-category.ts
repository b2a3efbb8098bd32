import { categoryColumnsOf, type Lack, lackingCategoriesOf } from '../facts/lacking-categories.ts'
import type { Disclosure, Project } from '../model/disclosure.ts'
import { categoriesOf, projectsOf } from '../model/walk.ts'
import { type CategoryEntry, type CategoryId, categoryEntry } from '../vocabulary/categories.ts'
import type { FlagOption, Message, Problem, Rule, RuleContext } from './rule.ts'
import { example } from './shared/example.ts'
import { projectWords } from './shared/quoted.ts'

const chinese = (lacks: readonly Lack[]): string =>
  lacks.map(({ id }) => `${categoryEntry(id).name}指标`).join('、')

const english = (lacks: readonly Lack[]): readonly string[] =>
  lacks.map(({ id }) => categoryEntry(id)).map((entry) => `${entry.english} indicators (${entry.name}指标)`)

/** All that one project lacks: whoever fills it in does so once. */
const missing = (project: Project, lacks: readonly Lack[]): Problem => {
  const whose = projectWords(project.name.meaning)
  const [first, ...others] = lacks
  if (first === undefined) throw new RangeError('nothing is missing')
  const elsewhere = others.filter(({ at }) => at.start !== first.at.start)
  return {
    message: {
      zh: `${whose.zh}缺少${chinese(lacks)}`,
      en: `${whose.en} has no ${english(lacks).join(', no ')}`,
    },
    at: first.at,
    ...(elsewhere.length === 0
      ? {}
      : { related: elsewhere.map(({ at, id }) => ({ at, note: whereOf(categoryEntry(id)) })) }),
    data: { category: lacks.map(({ id }) => id).join(',') },
  }
}

const whereOf = ({ name, english }: CategoryEntry): Message => ({
  zh: `此处缺少${name}指标`,
  en: `no ${english} indicators here`,
})

const EXCUSES: Readonly<Record<'pay' | 'end', Pick<Problem, 'severity' | 'because'>>> = {
  pay: { severity: 'info' },
  end: {
    severity: 'info',
    because: {
      zh: '表格在此处结束，其后的指标也可能没有录入。',
      en: 'the table ends here, so rows behind it may be missing from the input.',
    },
  },
}

const COST: FlagOption = {
  kind: 'flag',
  name: 'cost',
  initial: false,
  docs: {
    zh: '是否要求成本指标：旧框架在产出下或单列均可，新框架须为一级指标。',
    en: 'Whether cost indicators are required: under output or on their own in the old scheme, at level 1 in the new one.',
  },
}

export const missingCategory: Rule = {
  id: 'missing-category',
  category: 'structure',
  severity: 'warning',
  reads: 'indicators',
  options: [COST],
  docs: {
    summary: {
      zh: '项目应有产出（含数量）、效益和满意度三类指标。',
      en: 'A project has output indicators (including quantity), benefit indicators and satisfaction indicators.',
    },
    finds: {
      zh: '没有产出、效益或满意度指标的项目，产出下没有数量指标的项目；按选项还可要求成本指标。一个项目缺少的各类合并为一条；类别作为列的表，表头没有该列的，全表只提示一次。',
      en: 'A project without output, benefit or satisfaction indicators, or without quantity indicators under output; without cost indicators as well, if the option requires them. Everything one project lacks is combined into one finding. Where the categories are columns of a list, a column that the header lacks is one notice for the whole list.',
    },
    why: {
      zh: '缺少一类指标，目标就有一面无人衡量。效益的二级分类可任选其一；成本的位置因新旧框架而异，缺省不作要求；没有分类的表格和被截断的输入不检查。输入恰好在表的中途结束（自评表其后没有总分或说明，分值还不到总分，或申报表连缺两类）时，仅作提示。',
      en: 'If a category is missing, one side of the goal goes unmeasured. Any one sub-category of benefit is enough. Where cost belongs depends on the scheme, so it is not required by default. Tables without categories and truncated input are not checked. If the input may end partway through a table (a self-evaluation with no total or notes after it and fewer points than the total, or an application form that lacks two categories), the finding is only a notice.',
    },
    fix: { zh: '补充缺少的指标类别。', en: 'Add indicators in the missing categories.' },
    basis: {
      zh: '绩效目标应涵盖产出、成本、效益和满意度（TEXT）；一级、二级指标框架见各地表样（FORM）。',
      en: 'A goal should cover output, cost, benefit and satisfaction (TEXT); local forms print the level-1 and level-2 categories (FORM).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意度指标 1.居民满意度 ≥90%`,
    ),
  },

  *check(disclosure, context) {
    // Nearly all filings have none, and need not be walked through.
    if (categoryColumnsOf(disclosure).size === 0) return
    const told = new Set<string>()
    for (const project of projectsOf(disclosure)) {
      const lacks = lacksOf(project, disclosure, context).filter(({ excuse }) => excuse === 'column')
      if (lacks.length > 0 && !told.has(chinese(lacks))) yield missingColumn(project, lacks)
      told.add(chinese(lacks))
    }
  },

  *checkProject({ project, disclosure }, context) {
    const lacks = lacksOf(project, disclosure, context)
    for (const excuse of [undefined, 'pay', 'end'] as const) {
      const alike = lacks.filter((lack) => lack.excuse === excuse)
      if (alike.length > 0)
        yield { ...missing(project, alike), ...(excuse === undefined ? {} : EXCUSES[excuse]) }
    }
  },
}

const lacksOf = (
  project: Project,
  disclosure: Disclosure,
  { scheme, settingOf }: RuleContext,
): readonly Lack[] =>
  lackingCategoriesOf(project, disclosure, settingOf(COST) ? ASKED_WITH_COST : ALWAYS_ASKED, scheme.name)

/** What the header of a list has no column for, its projects can't fill in. */
const missingColumn = (project: Project, lacks: readonly Lack[]): Problem => ({
  message: {
    zh: `表中没有${chinese(lacks)}列`,
    en: `the list has no column for ${english(lacks).join(' or ')}`,
  },
  severity: 'info',
  at: categoriesOf(project).at(-1)?.heading.span ?? project.span,
  data: { category: lacks.map(({ id }) => id).join(',') },
})

const ALWAYS_ASKED: readonly CategoryId[] = ['output', 'benefit', 'satisfaction']
const ASKED_WITH_COST: readonly CategoryId[] = [...ALWAYS_ASKED, 'cost']
