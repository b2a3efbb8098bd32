import type { LayoutId } from '../model/draft.ts'
import type { Language, Message, RuleCategory, Severity } from '../model/finding.ts'
import type { TreeSize } from '../model/record.ts'
import type { Format } from '../source/format.ts'

/** `message` in one language. */
export const say = (message: Message, language: Language): string => message[language]

export const SEVERITY_WORDS: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}

export const CATEGORY_WORDS: Readonly<Record<RuleCategory, Message>> = {
  arithmetic: { zh: '算术', en: 'arithmetic' },
  structure: { zh: '结构', en: 'structure' },
  consistency: { zh: '一致性', en: 'consistency' },
  wording: { zh: '表述', en: 'wording' },
}

/** What stands above the parts of a rule's documentation. */
export const RULE_TITLES = {
  finds: { zh: '查什么', en: 'What it finds' },
  why: { zh: '为什么', en: 'Why' },
  fix: { zh: '怎么办', en: 'What to do' },
  basis: { zh: '依据', en: 'Basis' },
} as const satisfies Record<string, Message>

/** From the gravest down. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** `2 个警告` or `2 warnings`. */
export const countOfSeverity = (count: number, severity: Severity, language: Language): string =>
  language === 'zh' ? `${count} 个${SEVERITY_WORDS[severity].zh}` : plural(count, SEVERITY_WORDS[severity].en)

/** `1 project`, `2 projects`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What is said of findings that a baseline knows. */
export const suppressedNote = (count: number): Message => ({
  zh: `${count} 条已知问题按基线不再报告`,
  en: `${plural(count, 'finding')} suppressed by the baseline`,
})

/** `7 个项目，16 个绩效目标，85 个指标`. */
export const describeSize = ({ projects, goals, indicators }: TreeSize, language: Language): string =>
  language === 'zh'
    ? `${projects} 个项目，${goals} 个绩效目标，${indicators} 个指标`
    : `${plural(projects, 'project')}, ${plural(goals, 'goal')}, ${plural(indicators, 'indicator')}`

const FORMAT_WORDS: Readonly<Record<Format, Message>> = {
  text: { zh: '文本', en: 'text' },
  csv: { zh: 'CSV', en: 'CSV' },
  markdown: { zh: 'Markdown', en: 'Markdown' },
  html: { zh: '网页', en: 'HTML' },
  xlsx: { zh: 'XLSX', en: 'XLSX' },
  xls: { zh: 'XLS', en: 'XLS' },
  ods: { zh: 'ODS', en: 'ODS' },
  docx: { zh: 'DOCX', en: 'DOCX' },
  doc: { zh: 'DOC', en: 'DOC' },
  pdf: { zh: 'PDF', en: 'PDF' },
  ofd: { zh: 'OFD', en: 'OFD' },
  image: { zh: '图片', en: 'image' },
}

const LAYOUT_WORDS: Readonly<Record<LayoutId, Message>> = {
  'single-cell': { zh: '一格多指标', en: 'single-cell' },
  'row-per-indicator': { zh: '一行一指标', en: 'row-per-indicator' },
  'form-per-project': { zh: '一项目一表', en: 'form-per-project' },
  matrix: { zh: '多列指标值', en: 'matrix' },
  flat: { zh: '无指标分类', en: 'flat' },
  narrative: { zh: '文字叙述', en: 'narrative' },
  'run-together': { zh: '连排文字', en: 'run-together' },
}

/** How a file was read: its format and the layouts of its tables, `XLSX，一行一指标`. */
export const describeReading = (
  { format, layouts }: { readonly format: Format; readonly layouts: readonly LayoutId[] },
  language: Language,
): string =>
  enumerate(
    [say(FORMAT_WORDS[format], language), ...layouts.map((id) => say(LAYOUT_WORDS[id], language))],
    language,
  )

/** What stands between a label and its text. */
export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ')

/** The parts that say something, one behind the other. */
export const joinSaid = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator)

/** Parts of a list in running text. */
export const enumerate = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '，' : ', ')

/** A text in one language without the clauses that speak to whoever runs the command: of its flags, of pbo itself. */
export const forClerks = (text: string, language: Language = 'zh'): string => {
  const clauses = language === 'zh' ? (text.match(/[^；。]+[；。]?/g) ?? []) : text.split(/(?<=[;.]) /)
  const kept = clauses.filter((clause) => !/--[a-z]|pbo/.test(clause))
  return language === 'zh' ? kept.join('').replace(/；$/, '。') : kept.join(' ').replace(/;$/, '.')
}
