import type { Language } from '../../model/finding.ts'
import {
  type FiledFinding,
  type RecheckedFinding,
  recheckAtLevel,
  severityOf,
} from '../../recheck/recheck.ts'
import { describeFinding, madeBy, toJson } from '../json.ts'
import type { ReportOptions } from '../report.ts'
import { say } from '../words.ts'
import type { RecheckReport } from './recheck-report.ts'

/** What became of all findings, for machines (`schema/recheck.schema.json`). */
export const renderRecheckJson = (
  { toolVersion, recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): string => {
  const { counts, agencies, findings, unread } = recheckAtLevel(all, level)
  return toJson({
    ...madeBy(toolVersion),
    language,
    complete: unread.length === 0,
    counts,
    agencies: agencies.map(({ agency, counts: own }) => ({ ...agency, counts: own })),
    findings: findings.map((row) => describeRow(row, language)),
    unread: unread.map(({ side, path, reason }) => ({
      side,
      path,
      error: say(reason, language),
      errors: reason,
    })),
  })
}

const describeRow = (row: RecheckedFinding, language: Language): object => {
  const { status, total, project, old, new: now, parts, why, answer } = row
  const one = now ?? old
  return {
    status,
    rule: one?.finding.rule,
    severity: severityOf(row),
    agency: total,
    project,
    message: one && say(one.finding.message, language),
    values: valuesOf(old, now),
    why: why && say(why, language),
    whys: why,
    answer: answer && { text: answer.text, accepted: answer.isAccepted },
    old: describeFiled(old, language),
    new: describeFiled(now, language),
    parts: parts.map((part) => describeFiled(part, language)),
  }
}

const describeFiled = (filed: FiledFinding | undefined, language: Language): object | undefined =>
  filed && { path: filed.path, finding: describeFinding(filed.finding, language) }

/** The values compared that are others now. */
const valuesOf = (
  old: FiledFinding | undefined,
  now: FiledFinding | undefined,
): readonly { readonly name: string; readonly old: string; readonly new: string }[] => {
  const [before, after] = [old?.finding.data ?? {}, now?.finding.data ?? {}]
  return Object.entries(before).flatMap(([name, value]) => {
    const other = Object.hasOwn(after, name) ? after[name] : undefined
    return other === undefined || other === value ? [] : [{ name, old: value, new: other }]
  })
}
