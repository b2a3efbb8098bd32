import type { Message } from '../../model/finding.ts'
import { rules as allRules } from '../../rules/index.ts'
import type { Report } from '../report.ts'

/** What holds where a rule finds nothing; the id for findings that are of no rule, such as crashes. */
export type SummaryOf = (rule: string) => Message

/** The summaries of the rules that ran. */
export const summariesOf = ({ rules = allRules }: Report): SummaryOf => {
  const summaries = new Map(rules.map(({ id, docs }) => [id, docs.summary]))
  return (rule) => summaries.get(rule) ?? { zh: rule, en: rule }
}

/** A summary without its full stop, as a name. */
export const asName = ({ zh, en }: Message): Message => ({
  zh: zh.replace(/。$/, ''),
  en: en.replace(/\.$/, ''),
})
