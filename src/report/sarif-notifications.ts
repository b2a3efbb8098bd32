import type { RollCall } from '../corpus/roll-call.ts'
import { type Language, type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, SkippedRecord } from '../model/record.ts'
import type { FileResult } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { artifactOf } from './sarif-location.ts'
import { SARIF_LEVELS } from './sarif-rules.ts'
import { plainText } from './sarif-text.ts'
import { say } from './words.ts'

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
export const describeNotifications = (language: Language): object[] =>
  NOTIFICATIONS.map((id) => ({ id, shortDescription: { text: say(NOTIFICATION_WORDS[id], language) } }))

/** What went wrong with one file, and what was assumed while reading it. */
export const notificationsOf = (file: FileResult | SkippedRecord, language: Language): object[] => {
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
export const droppedNotification = (count: number, most: number, language: Language): object =>
  notification(
    'results-dropped',
    'warning',
    language === 'zh'
      ? `结果超过 ${most} 条，保留最严重的，另有 ${count} 条未列出。`
      : `More than ${most} results: the gravest are kept, and ${count} left out.`,
  )

/** What a roll call found otherwise than expected. */
export const rollCallNotifications = (rollCall: RollCall, language: Language): object[] =>
  rollCallEntries(rollCall).map((entry) =>
    notification('roll-call', 'warning', rollCallLine(entry, language)),
  )

const notification = (id: NotificationId, level: Severity, text: string, path?: string): object => ({
  descriptor: { id, index: NOTIFICATIONS.indexOf(id) },
  level: SARIF_LEVELS[level],
  message: { text: plainText(text) },
  locations: path === undefined ? undefined : [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
})
