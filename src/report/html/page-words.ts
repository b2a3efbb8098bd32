import type { Language, Message } from '../../model/finding.ts'
import { plural } from '../words.ts'

/** What the page says that no finding says. */
export const PAGE_WORDS = {
  title: { zh: '项目支出绩效目标表校验报告', en: 'Check of project performance-goal tables' },
  clean: { zh: '没有发现问题', en: 'No problems found' },
  byRule: { zh: '按规则', en: 'By rule' },
  byFile: { zh: '按文件', en: 'By file' },
  byProject: { zh: '按单位和项目', en: 'By agency and project' },
  money: { zh: '资金：各项目', en: 'Money by project' },
  moneyByFile: { zh: '资金：各文件合计', en: 'Money by file (stated totals)' },
  search: { zh: '搜索问题、项目、规则…', en: 'Search findings, projects, rules…' },
  anyRule: { zh: '全部规则', en: 'All rules' },
  anyFile: { zh: '全部文件', en: 'All files' },
  reset: { zh: '清除筛选', en: 'Clear filters' },
  expand: { zh: '全部展开', en: 'Expand all' },
  collapse: { zh: '全部收起', en: 'Collapse all' },
  print: { zh: '打印', en: 'Print' },
  language: { zh: 'English', en: '中文' },
  nothingMatches: { zh: '没有符合筛选条件的问题。', en: 'No finding matches the filters.' },
  skip: { zh: '跳到问题列表', en: 'Skip to the findings' },
  wholeTable: { zh: '整张表', en: 'The table as a whole' },
  filing: { zh: '公开表', en: 'The filing' },
  flaggedOnly: { zh: '只看有问题的项目', en: 'Only projects with findings' },
  note: { zh: '说明：', en: 'Note: ' },
  arithmetic: { zh: '算式', en: 'Arithmetic' },
  because: { zh: '依据', en: 'Because' },
  rule: { zh: '规则', en: 'Rule' },
  todo: { zh: '建议', en: 'What to do' },
  noCutOut: { zh: '（扫描件截图从略）', en: '(no picture: too many places)' },
  here: { zh: '此处', en: 'Here' },
  cleanFiles: { zh: '没有问题的文件', en: 'Files without findings' },
  skippedFiles: { zh: '不是绩效目标表、没有检查的文件', en: 'Files that are no performance-goal tables' },
  failedFiles: { zh: '未能检查的文件', en: 'Files that could not be checked' },
  colName: { zh: '单位及项目名称', en: 'Agency or project' },
  colAmount: { zh: '金额', en: 'Amount' },
  colGoals: { zh: '绩效目标', en: 'Goals' },
  colIndicators: { zh: '绩效指标', en: 'Indicators' },
  colTarget: { zh: '指标值', en: 'Target' },
  others: { zh: '其他文字', en: 'Other text' },
  unplaced: { zh: '原文中的其他位置', en: 'Other places in the text' },
  sum: { zh: '各项之和', en: 'Sum of the rows' },
  stated: { zh: '表中所列', en: 'As stated' },
  difference: { zh: '差额', en: 'Difference' },
  legend: {
    zh: '带编号的底色是问题所在，点编号回到说明，点 ⇄ 跳到矛盾的另一处。',
    en: 'Numbered marks are findings: the number leads to its explanation, ⇄ to the other end of a contradiction.',
  },
} as const satisfies Record<string, Message>

/** At the foot of the page. */
export const madeBy = (version: string): Message => ({
  zh: `由 pbo ${version} 生成`,
  en: `Made by pbo ${version}`,
})

/** `12 个文件`, `12 files`. */
export const countOfFiles = (count: number): Message => ({
  zh: `${count} 个文件`,
  en: plural(count, 'file'),
})

/** Behind the number of all files. */
export const ofWhichClean = (count: number): Message => ({
  zh: `，其中 ${count} 个没有发现问题`,
  en: `, ${count} of them without findings`,
})

/** What stands at the end of a chart that shows the longest bars only. */
export const andOthers = (count: number): Message => ({ zh: `其余 ${count} 项`, en: `${count} others` })

/** Findings that the chosen level leaves out. */
export const countOfUnlisted = (count: number): Message => ({
  zh: `另有 ${count} 条级别较低的问题未列出，生成报告时加 --level info 可全部列出。`,
  en: `${plural(count, 'finding')} of lower severity not listed; make the report with --level info to list all.`,
})

/** A function of a language as a message in both. */
export const inBoth = (write: (language: Language) => string): Message => ({
  zh: write('zh'),
  en: write('en'),
})
