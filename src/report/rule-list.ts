import type { Message } from '../model/finding.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import { COLUMN_EXTRA, drawTable } from './draw-table.ts'
import { madeBy, toJson } from './json.ts'
import type { ShowOptions } from './report.ts'
import { textWidth } from './text-width.ts'
import { CATEGORY_WORDS, SEVERITY_WORDS, say } from './words.ts'
import { wrapText } from './wrap.ts'

const OFF: Message = { zh: '关闭', en: 'off' }

/** All rules as a table: id, severity, category, what holds in a correct table. */
export const renderRuleTable = (rules: readonly Rule[], options: ShowOptions): string => {
  const { language, ambiguousWidth, paint } = options
  const header =
    language === 'zh' ? ['规则', '级别', '类别', '内容'] : ['Rule', 'Level', 'Kind', 'What holds']
  const body = rules.map((rule) => [
    rule.id,
    say(rule.offByDefault === true ? OFF : SEVERITY_WORDS[rule.severity], language),
    say(CATEGORY_WORDS[rule.category], language),
    say(rule.docs.summary, language),
  ])
  const needed = [0, 1, 2].map((i) =>
    Math.max(...[header, ...body].map((row) => textWidth(row[i] as string, ambiguousWidth))),
  )
  const used = needed.reduce((total, width) => total + width, 0) + 4 * COLUMN_EXTRA + 1
  const widths = [...needed, Math.max(20, Math.min(options.width, 120) - used)]
  const rows = [header, ...body].map((row, i) =>
    row.map((text, k) => ({
      lines: wrapText(text, widths[k] as number, ambiguousWidth).map((line) =>
        i === 0 || k === 0 ? paint.strong(line) : line,
      ),
    })),
  )
  return `${drawTable(rows, { widths, ambiguousWidth, paint, compact: true })}\n`
}

/** All rules for machines, in both languages. */
export const renderRuleJson = (rules: readonly Rule[], toolVersion: string): string =>
  toJson({
    ...madeBy(toolVersion),
    rules: rules.map(({ id, severity, category, offByDefault = false, options = [], docs }) => ({
      id,
      severity,
      category,
      offByDefault,
      options: options.map(describeOption),
      docs,
    })),
  })

const describeOption = (option: RuleOption): object => {
  const { name, kind, docs } = option
  return option.kind === 'flag'
    ? { name, kind, default: option.initial, docs }
    : {
        name,
        kind,
        default: String(option.initial),
        least: String(option.least),
        most: String(option.most),
        unit: option.unit,
        docs,
      }
}
