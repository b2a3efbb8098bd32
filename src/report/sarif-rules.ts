import { type Language, RULE_CRASH, type RuleCategory, type Severity } from '../model/finding.ts'
import type { Rule } from '../rules/rule.ts'
import { markdownText } from './markdown-text.ts'
import type { Report } from './report.ts'
import { RULE_TITLES, say } from './words.ts'

/** The levels of SARIF. */
export const SARIF_LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** What GitHub sorts alerts by that are no security matter. */
const PROBLEM_SEVERITIES = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
} as const satisfies Record<Severity, string>

/** Sums and structure are facts; the other two kinds are heuristics that say how sure they are. */
const PRECISIONS = {
  arithmetic: 'very-high',
  structure: 'very-high',
  consistency: 'high',
  wording: 'medium',
} as const satisfies Record<RuleCategory, string>

/** A `reportingDescriptor`. */
interface RuleDescriptor {
  readonly id: string
  readonly shortDescription?: object
  readonly fullDescription?: object
  readonly help?: object
  readonly helpUri?: string | undefined
  readonly defaultConfiguration: object
  readonly properties: object
}

/**
 * The rules of a run as SARIF describes them: those that ran, and behind them those that only a
 * finding knows, for each result points into this list.
 */
export const describeRules = (report: Report, language: Language): RuleDescriptor[] => {
  const known = (report.rules ?? []).map((rule) => describeRule(rule, language))
  const ids = new Set(known.map(({ id }) => id))
  const others = new Map<string, RuleDescriptor>()
  for (const file of report.files) {
    for (const { rule, category, severity } of file.kind === 'checked' ? file.findings : []) {
      if (rule === RULE_CRASH || ids.has(rule) || others.has(rule)) continue
      others.set(rule, { id: rule, ...settingsOf(category, severity) })
    }
  }
  return [...known, ...others.values()]
}

const describeRule = (rule: Rule, language: Language): RuleDescriptor => {
  const { id, category, severity, docs } = rule
  const parts = (['finds', 'why', 'fix', 'basis'] as const).map((name) => ({
    title: say(RULE_TITLES[name], language),
    text: say(docs[name], language),
  }))
  const summary = say(docs.summary, language)
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: [summary, say(docs.finds, language)].join(language === 'zh' ? '' : ' ') },
    helpUri: rule.url || undefined,
    help: {
      text: [summary, ...parts.map(({ title, text }) => `${title}\n${text}`)].join('\n\n'),
      markdown: [
        markdownText(summary),
        ...parts.map(({ title, text }) => `**${title}**\n\n${markdownText(text)}`),
      ].join('\n\n'),
    },
    ...settingsOf(category, severity),
  }
}

const settingsOf = (
  category: RuleCategory,
  severity: Severity,
): Pick<RuleDescriptor, 'defaultConfiguration' | 'properties'> => ({
  defaultConfiguration: { level: SARIF_LEVELS[severity] },
  properties: {
    tags: ['budget', category],
    precision: PRECISIONS[category],
    'problem.severity': PROBLEM_SEVERITIES[severity],
  },
})
