import type { RollCall } from '../corpus/roll-call.ts'
import {
  type Language,
  type Message,
  type OtherPlace,
  RULE_CRASH,
  type RuleCategory,
  type Severity,
} from '../model/finding.ts'
import type { CheckedRecord, Place, SkippedRecord } from '../model/record.ts'
import type { Rule } from '../rules/rule.ts'
import type { Position } from '../source/source.ts'
import { headline, pathWords, reasonLines } from './detail.ts'
import { toJson } from './json.ts'
import { type ListedFinding, listReport, placeOf } from './listing.ts'
import { markdownText, printable } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { isComplete } from './verdict.ts'
import { RULE_TITLES, SEVERITIES, say } from './words.ts'

/** GitHub takes no more results of one run. */
const MOST_RESULTS = 25_000

/**
 * SARIF 2.1.0 for code scanning. Findings are results; what went wrong with the check itself (a file
 * that could not be read, a rule that crashed, results beyond what GitHub takes) and what was assumed
 * while reading are notifications of the invocation.
 *
 * Both fingerprints are the one of the other reports: `primaryLocationLineHash` is what GitHub tells
 * alerts by, and a hash of the line, 400 to 800 characters in a filing, would change with any edit.
 */
export const renderSarif = (report: Report, options: ReportOptions): string => {
  const all = listReport(report, options).filter(({ finding }) => finding.rule !== RULE_CRASH)
  const listed = keepWorst(all, MOST_RESULTS)
  const rules = describeRules(report, options.language)
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]))
  const dropped = all.length - listed.length
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pbo',
            version: report.toolVersion,
            semanticVersion: /^\d+\.\d+\.\d+/.test(report.toolVersion) ? report.toolVersion : undefined,
            rules,
            notifications: describeNotifications(options.language),
          },
        },
        language: options.language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        automationDetails: { id: 'pbo/' },
        originalUriBaseIds: {
          [SOURCE_ROOT]: { description: { text: say(ROOT_WORDS, options.language) } },
        },
        invocations: [
          {
            executionSuccessful: isComplete(report),
            toolExecutionNotifications: [
              ...[...report.files, ...(report.skipped ?? [])].flatMap((file) =>
                notificationsOf(file, options.language),
              ),
              ...(report.rollCall === undefined
                ? []
                : rollCallNotifications(report.rollCall, options.language)),
              ...(dropped === 0 ? [] : [droppedNotification(dropped, MOST_RESULTS, options.language)]),
            ],
          },
        ],
        artifacts: [...report.files].map(describeArtifact),
        results: listed.map((one) => describeResult(one, ruleIndex.get(one.finding.rule) as number, options)),
      },
    ],
  })
}

/** The gravest of a list, in the order of the list. */
const keepWorst = (listed: readonly ListedFinding[], most: number): readonly ListedFinding[] => {
  if (listed.length <= most) return listed
  const worst = SEVERITIES.flatMap((severity) =>
    listed.filter(({ finding }) => finding.severity === severity),
  )
  const kept = new Set(worst.slice(0, most))
  return listed.filter((one) => kept.has(one))
}

const describeResult = (one: ListedFinding, ruleIndex: number, options: ReportOptions): object => {
  const { file, finding, place } = one
  const { language } = options
  const { fingerprint, related = [], elsewhere = [] } = finding
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: SARIF_LEVELS[finding.severity],
    message: { text: messageOf(one, options) },
    locations: [withPath(one, locationOf(file, finding.at, language), language)],
    relatedLocations: [
      ...related.map(({ at, note }) => ({ note, location: locationOf(file, at, language) })),
      ...elsewhere.map((place) => ({ note: place.note, location: locationElsewhere(place, language) })),
    ].map(({ note, location }, i) => ({
      id: i + 1,
      ...location,
      message: { text: plainText(say(note, language)) },
    })),
    fixes: finding.edits && [
      {
        description: { text: plainText(say(finding.fix, language)) },
        artifactChanges: [
          {
            artifactLocation: artifactOf(file.path),
            replacements: finding.edits.map(({ at, text }) => ({
              deletedRegion: regionOf(at.from, at.to),
              insertedContent: { text },
            })),
          },
        ],
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: /:\d+$/.test(fingerprint) ? fingerprint : `${fingerprint}:1`,
      'pbo/v1': fingerprint,
    },
    properties: {
      category: finding.category,
      address: place.address === undefined ? undefined : printable(place.address),
      data: finding.data,
    },
  }
}

/** The tree's path beside the address: both say where, without lines. */
const withPath = (
  { finding }: ListedFinding,
  { physicalLocation, logicalLocations = [] }: ReturnType<typeof locationOf>,
  language: ReportOptions['language'],
): object => {
  const path = printable(pathWords(finding, language))
  const last = finding.path.at(-1)
  const ofTree =
    last === undefined
      ? []
      : [{ name: printable(say(last, language)), fullyQualifiedName: path, kind: 'element' }]
  const all = [...logicalLocations, ...ofTree]
  return { physicalLocation, ...(all.length === 0 ? {} : { logicalLocations: all }) }
}

/** What was found, with links to the related places, which GitHub shows only if they are linked. */
const messageOf = ({ file, finding }: ListedFinding, { language }: ReportOptions): string => {
  const { related = [], elsewhere = [] } = finding
  const links = [...related, ...elsewhere].map(
    ({ note }, i) => `[${linkText(say(note, language))}](${i + 1})`,
  )
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  const linked = links.length === 0 ? '' : open + links.join(language === 'zh' ? '、' : ', ') + close
  return [
    plainText(headline(finding, file, language)) + linked,
    ...reasonLines(finding, language).map(plainText),
  ].join('\n')
}

const describeArtifact = (file: FileResult): object => ({
  location: artifactOf(file.path),
  ...(file.kind === 'checked' && file.encoding !== undefined
    ? { encoding: file.encoding.toUpperCase() }
    : {}),
})

const ROOT_WORDS: Message = {
  zh: '相对路径的起点：运行 pbo 时的目录，一般是仓库的根目录。',
  en: 'What paths are relative to: the folder that pbo ran in, as a rule the root of the repository.',
}

const NOTIFICATION_WORDS = {
  'unreadable-file': { zh: '文件未能检查', en: 'A file could not be checked' },
  'rule-crash': { zh: '规则运行出错', en: 'A rule failed' },
  'reading-note': { zh: '读取时的假定', en: 'Something was assumed while reading' },
  'skipped-file': { zh: '文件不含绩效目标表', en: 'A file holds no performance-goal table' },
  'results-dropped': { zh: '结果过多，部分未列出', en: 'There were more results than are listed' },
  'roll-call': { zh: '报送情况与名单不符', en: 'An agency is not as expected' },
} as const satisfies Record<string, Message>

type NotificationId = keyof typeof NOTIFICATION_WORDS

const NOTIFICATIONS = Object.keys(NOTIFICATION_WORDS) as readonly NotificationId[]

/** The sorts of notifications, which each one points to. */
const describeNotifications = (language: Language): object[] =>
  NOTIFICATIONS.map((id) => ({ id, shortDescription: { text: say(NOTIFICATION_WORDS[id], language) } }))

/** What went wrong with one file, and what was assumed while reading it. */
const notificationsOf = (file: FileResult | SkippedRecord, language: Language): object[] => {
  if (file.kind === 'skipped') {
    return [notification('skipped-file', 'info', say(file.reason, language), file.path)]
  }
  if (file.kind === 'failed') {
    return [notification('unreadable-file', 'error', say(file.error, language), file.path)]
  }
  return [
    ...file.notes.map((note) => notification('reading-note', 'info', say(note, language), file.path)),
    ...crashesOf(file).map(({ message }) =>
      notification('rule-crash', 'error', say(message, language), file.path),
    ),
  ]
}

/** A crash says something of the tool, not of the file: no alert should be opened on a filing for it. */
const crashesOf = ({ findings }: CheckedRecord): CheckedRecord['findings'] =>
  findings.filter(({ rule }) => rule === RULE_CRASH)

/** That `count` results are left out beside the `most` that are kept. */
const droppedNotification = (count: number, most: number, language: Language): object =>
  notification(
    'results-dropped',
    'warning',
    language === 'zh'
      ? `结果超过 ${most} 条，保留最严重的，另有 ${count} 条未列出。`
      : `More than ${most} results: the gravest are kept, and ${count} left out.`,
  )

/** What a roll call found otherwise than expected. */
const rollCallNotifications = (rollCall: RollCall, language: Language): object[] =>
  rollCallEntries(rollCall).map((entry) =>
    notification('roll-call', 'warning', rollCallLine(entry, language)),
  )

const notification = (id: NotificationId, level: Severity, text: string, path?: string): object => ({
  descriptor: { id, index: NOTIFICATIONS.indexOf(id) },
  level: SARIF_LEVELS[level],
  message: { text: plainText(text) },
  locations: path === undefined ? undefined : [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
})

/** The base that relative paths are resolved against; GitHub puts the repository's root in its place. */
const SOURCE_ROOT = '%SRCROOT%'

/** A file as SARIF names it: percent-encoded, relative paths against the root of the sources. */
interface ArtifactLocation {
  readonly uri: string
  readonly uriBaseId?: string
}

/** The location of a file by its path, which has `/` between folders on every system. */
export const artifactOf = (path: string): ArtifactLocation => {
  const encoded = path
    .replace(/^(?:\.\/+)+/, '')
    .split('/')
    .map(encodeSegment)
    .join('/')
  if (path.startsWith('//')) return { uri: `file:${encoded}` }
  if (path.startsWith('/')) return { uri: `file://${encoded}` }
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` }
  return { uri: encoded, uriBaseId: SOURCE_ROOT }
}

/** A lone surrogate has no place in UTF-8 and so none in a URI. */
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * Where a place is. A format without lines has an address for it, as a logical location; its region
 * is the empty one at the start of the file, which by custom means the file as a whole: GitHub
 * takes no result without a line, and any other line would be false.
 */
const locationOf = (
  file: Pick<CheckedRecord, 'path' | 'hasLines'>,
  at: Place,
  language: Language,
): { readonly physicalLocation: object; readonly logicalLocations?: readonly object[] } => {
  const { lines, address } = placeOf(file, at, language)
  return locationAt(artifactOf(file.path), lines, address)
}

/** The location of a place in another file. */
const locationElsewhere = (
  { file, start, end, address }: OtherPlace,
  language: Language,
): ReturnType<typeof locationOf> =>
  locationAt(artifactOf(file), address === undefined ? { start, end } : undefined, address?.[language])

const locationAt = (
  artifact: ArtifactLocation,
  lines: { readonly start: Position; readonly end: Position } | undefined,
  address: string | undefined,
): ReturnType<typeof locationOf> => {
  const { start, end } = lines ?? { start: FILE_START, end: FILE_START }
  return {
    physicalLocation: {
      artifactLocation: artifact,
      region: regionOf(start, end),
    },
    ...(address === undefined ? {} : { logicalLocations: [addressOf(address)] }),
  }
}

const regionOf = (start: Position, end: Position): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

const FILE_START = { line: 1, column: 1 } as const

const addressOf = (address: string): object => {
  const name = printable(address)
  return { name, fullyQualifiedName: name, kind: 'element' }
}

/** Text of a filing in a message, where `[…](…)` is a link: a blank keeps one from being made. */
export const plainText = (text: string): string => printable(text).replace(/\](?=\()/g, '] ')

/** The same for the words of a link. */
export const linkText = (text: string): string => printable(text).replace(/[\\[\]]/g, '\\$&')

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
