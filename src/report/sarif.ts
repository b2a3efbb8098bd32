import { type Message, RULE_CRASH } from '../model/finding.ts'
import { headline, pathWords, reasonLines } from './detail.ts'
import { toJson } from './json.ts'
import { type ListedFinding, listReport } from './listing.ts'
import { printable } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { artifactOf, locationElsewhere, locationOf, regionOf, SOURCE_ROOT } from './sarif-location.ts'
import {
  describeNotifications,
  droppedNotification,
  notificationsOf,
  rollCallNotifications,
} from './sarif-notifications.ts'
import { describeRules, SARIF_LEVELS } from './sarif-rules.ts'
import { linkText, plainText } from './sarif-text.ts'
import { isComplete } from './verdict.ts'
import { SEVERITIES, say } from './words.ts'

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
