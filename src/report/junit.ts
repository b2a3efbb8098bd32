import type { RollCall } from '../corpus/roll-call.ts'
import { type Language, RULE_CRASH } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord, SkippedRecord } from '../model/record.ts'
import { detailLines, headline } from './detail.ts'
import { type ListedFinding, listFile, nameOfPlace } from './listing.ts'
import { escapeXml, printable, xmlAttributes, xmlCharacters } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine, rollCallVerdict } from './roll-call-words.ts'
import { plural, SEVERITIES, say } from './words.ts'

/**
 * For build servers: a suite per file and in it a case per rule that ran, passing ones too. A case
 * fails by any finding that is listed (`--level` says which are). A file that could not be checked
 * and a rule that crashed are errors, not failures. Notes on a file are its suite's output. Without times: the same input gives the same
 * bytes.
 */
export const renderJunit = (report: Report, options: ReportOptions): string => {
  const suites = [
    ...[...report.files, ...(report.skipped ?? [])].map((file) => describeSuite(file, report, options)),
    ...(report.rollCall === undefined ? [] : [rollCallSuite(report.rollCall, options)]),
  ]
  const counts = countCases(suites.flatMap(({ cases }) => cases))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${xmlAttributes({ name: 'pbo', ...counts })}>\n`,
    ...suites.map(writeSuite),
    '</testsuites>\n',
  ].join('')
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
  /** What was assumed and left out. */
  readonly notes: readonly string[]
}

interface Case {
  readonly name: string
  /** `undefined` where the case passed. */
  readonly outcome: Outcome | undefined
}

interface Outcome {
  readonly kind: 'failure' | 'error' | 'skipped'
  readonly type: string
  readonly message: string
  readonly lines: readonly string[]
}

/** The case of a file that no rule ran on. */
const READING = 'reading'

const describeSuite = (file: FileResult | SkippedRecord, report: Report, options: ReportOptions): Suite => ({
  name: file.path,
  cases: file.kind === 'checked' ? casesOfRules(file, report, options) : [caseOfFile(file, options)],
  notes: file.kind === 'checked' ? file.notes.map((note) => say(note, options.language)) : [],
})

/** A case per agency of the list, and per file of nobody on it. */
const rollCallSuite = (rollCall: RollCall, { language }: ReportOptions): Suite => ({
  name: ROLL_CALL,
  cases: [
    ...rollCall.agencies
      .filter(({ is }) => is === 'filed')
      .map(({ code, name }): Case => ({ name: `${code} ${name}`.trim(), outcome: undefined })),
    ...rollCallEntries(rollCall).map((entry): Case => {
      const message = rollCallLine(entry, language)
      return {
        name: entry.agency || entry.files.join(' '),
        outcome: { kind: 'failure', type: entry.is, message, lines: [message] },
      }
    }),
  ],
  notes: [rollCallVerdict(rollCall, language)],
})

const ROLL_CALL = 'roll-call'

/** A file that is no filing is skipped. */
const caseOfFile = (file: FailedRecord | SkippedRecord, { language }: ReportOptions): Case => {
  const [kind, reason] =
    file.kind === 'failed' ? (['error', file.error] as const) : (['skipped', file.reason] as const)
  const message = say(reason, language)
  return { name: READING, outcome: { kind, type: READING, message, lines: [message] } }
}

/** In the order of the catalogue; names that only findings know come last. */
const casesOfRules = (file: CheckedRecord, { rules = [] }: Report, options: ReportOptions): Case[] => {
  const found = new Map<string, ListedFinding[]>(rules.map(({ id }) => [id, []]))
  for (const listed of listFile(file, options)) {
    const name = caseNameOf(listed)
    const others = found.get(name)
    if (others === undefined) found.set(name, [listed])
    else others.push(listed)
  }
  return [...found].map(([name, listed]) => ({ name, outcome: outcomeOf(listed, options.language) }))
}

/** A rule that crashed hasn't passed: the crash belongs to its own case, where the finding names the rule. */
const caseNameOf = ({ finding: { rule, data } }: ListedFinding): string =>
  rule === RULE_CRASH ? (data?.['rule'] ?? rule) : rule

const outcomeOf = (listed: readonly ListedFinding[], language: Language): Outcome | undefined => {
  const [first] = listed
  if (first === undefined) return undefined
  const crashed = listed.some(({ finding }) => finding.rule === RULE_CRASH)
  const more = listed.length - 1
  const andMore = language === 'zh' ? `（另有 ${more} 处）` : ` (and ${plural(more, 'more place')})`
  return {
    kind: crashed ? 'error' : 'failure',
    type: crashed ? RULE_CRASH : gravestOf(listed),
    message: headline(first.finding, first.file, language) + (more > 0 ? andMore : ''),
    lines: listed.flatMap(({ file, finding, place }) => [
      `${file.path}:${nameOfPlace(place)} ${finding.severity} ${say(finding.message, language)}`,
      ...detailLines(finding, file, language).map((line) => `  ${line}`),
    ]),
  }
}

const gravestOf = (listed: readonly ListedFinding[]): string =>
  SEVERITIES.find((severity) => listed.some(({ finding }) => finding.severity === severity)) ?? 'info'

const countCases = (cases: readonly Case[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> => ({
  tests: cases.length,
  failures: cases.filter(({ outcome }) => outcome?.kind === 'failure').length,
  errors: cases.filter(({ outcome }) => outcome?.kind === 'error').length,
  skipped: cases.filter(({ outcome }) => outcome?.kind === 'skipped').length,
})

const writeSuite = ({ name, cases, notes }: Suite): string =>
  [
    `  <testsuite${xmlAttributes({ name: shown(name), ...countCases(cases) })}>\n`,
    ...cases.map((one) => writeCase(one, shown(name))),
    ...(notes.length === 0
      ? []
      : [`    <system-out>${escapeXml(notes.map(shown).join('\n'))}</system-out>\n`]),
    '  </testsuite>\n',
  ].join('')

const writeCase = ({ name, outcome }: Case, path: string): string => {
  const start = `    <testcase${xmlAttributes({ name: shown(name), classname: path, file: path })}`
  if (outcome === undefined) return `${start}/>\n`
  const { kind, type, message, lines } = outcome
  const text = escapeXml(lines.map(shown).join('\n'))
  return `${start}>\n      <${kind}${xmlAttributes({ message: shown(message), type })}>${text}</${kind}>\n    </testcase>\n`
}

/** What XML forbids becomes U+FFFD; what it allows and nobody sees stands as an escape. */
const shown = (text: string): string => printable(xmlCharacters(text))
