import { hasOnlyLabels, lacksColumn, namesIndicatorsGoals } from '../facts/columns.ts'
import { surveyOf } from '../facts/survey.ts'
import type { ColumnRole, Disclosure } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

const NEEDED: readonly { readonly role: ColumnRole; readonly name: Message }[] = [
  { role: 'name', name: { zh: '项目名称', en: 'project names (项目名称)' } },
  { role: 'amount', name: { zh: '金额', en: 'amounts (金额)' } },
  { role: 'goal', name: { zh: '绩效目标', en: 'performance goals (绩效目标)' } },
  { role: 'indicator', name: { zh: '绩效指标', en: 'performance indicators (绩效指标)' } },
]

export const missingColumn: Rule = {
  id: 'missing-column',
  category: 'structure',
  severity: 'error',
  docs: {
    summary: {
      zh: '表头应有项目名称、金额、绩效目标和绩效指标各列。',
      en: 'The header has columns for project names, amounts, goals and indicators.',
    },
    finds: {
      zh: '表头缺少必需的列，或者没有表头。一项目一表没有的栏目，以及有的表样本来没有的列，仅作提示。',
      en: 'A header without one of the required columns, or no header at all. Fields missing from a form with one project per table, and columns that some forms do not have, are only notices.',
    },
    why: {
      zh: '缺少一列，相应的检查就无法进行；没有任何表头的文件不能当作“没有问题”。',
      en: 'Without a column, the checks that need it cannot run. A file with no header at all must not pass as “no problems”.',
    },
    fix: {
      zh: '检查表头是否完整，各列是否分开。',
      en: 'Check that the header is complete and its columns are separate.',
    },
    basis: { zh: '表格固定格式（FORM）。', en: 'The columns are part of the printed form (FORM).' },
    invalid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。`,
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
  },

  *check(disclosure) {
    const { headings, projects, agencies, totals, span } = disclosure
    if (headings.length === 0) {
      // A table whose header alone is missing was read by what stands in its columns.
      if (projects.length + agencies.length + totals.length > 0) return
      yield {
        message: {
          zh: '没有找到绩效目标公开表：缺少含“项目名称、金额、绩效目标、绩效指标”的表头',
          en: 'no disclosure table found: there is no header row with 项目名称, 金额, 绩效目标 and 绩效指标',
        },
        at: { start: span.start, end: span.start },
      }
      return
    }
    const [first] = headings
    if (first === undefined) return
    const isForm = hasOnlyLabels(disclosure)
    const lacking = NEEDED.filter(
      ({ role }) =>
        lacksColumn(disclosure, role) &&
        // Forms print indicators without a header of their own, and the lines over a table name its project.
        !(role === 'indicator' && surveyOf(disclosure).hasIndicators) &&
        !(role === 'name' && areNamed(disclosure)),
    )
    const at = isForm ? first.text.span : { start: first.text.span.start, end: endOfFirstRow(headings) }
    // One header lacks them all, which is one problem.
    for (const isNotice of [false, true]) {
      const columns = lacking.filter(({ role }) => isOfForm(disclosure, role) === isNotice)
      if (columns.length > 0)
        yield { ...without(columns, isForm), at, ...(isNotice ? { severity: 'info' as const } : {}) }
    }
  },
}

const without = (columns: typeof NEEDED, isForm: boolean): Pick<Problem, 'message' | 'data'> => {
  const zh = columns.map(({ name }) => `“${name.zh}”`).join('')
  const en = columns.map(({ name }) => name.en).join(', ')
  return {
    message: isForm
      ? { zh: `表中没有${zh}一栏`, en: `the form has no field for ${en}` }
      : { zh: `表头缺少${zh}列`, en: `the header has no column of ${en}` },
    data: { column: columns.map(({ role }) => role).join(',') },
  }
}

const areNamed = (disclosure: Disclosure): boolean => {
  const named = [...projectsOf(disclosure)]
  return named.length > 0 && named.every(({ name }) => !name.isBlank)
}

/**
 * Whether there are forms without the column: what has labels and no header prints what it needs, a table of indicators can do without amounts, though sums can't be
 * checked then, some print 绩效目标 over the indicators, and no goals, and so do those that give each district its targets (FORM).
 */
const isOfForm = (disclosure: Disclosure, role: ColumnRole): boolean =>
  hasOnlyLabels(disclosure) ||
  (role === 'amount'
    ? !lacksColumn(disclosure, 'target')
    : role === 'goal' && (namesIndicatorsGoals(disclosure) || isByDistrict(disclosure)))

const isByDistrict = (disclosure: Disclosure): boolean =>
  lacksColumn(disclosure, 'name') && disclosure.headings.filter(({ role }) => role === 'target').length > 1

/** Where the header row of the first page ends: its cells are in order until a role repeats. */
const endOfFirstRow = (
  headings: readonly { readonly text: { readonly text: string; readonly span: { end: number } } }[],
): number => {
  const seen = new Set<string>()
  let end = 0
  for (const { text } of headings) {
    if (seen.has(text.text)) break
    seen.add(text.text)
    // Cells of several lines between blanks may end behind the next one.
    end = Math.max(end, text.span.end)
  }
  return end
}
