import type { CalledAgency, RollCall } from '../corpus/roll-call.ts'
import type { Language, Message } from '../model/finding.ts'
import { printable } from './printable.ts'
import { colon, enumerate, joinSaid, say } from './words.ts'

/** What a roll call says, for all formats. */

export const ROLL_CALL_WORDS = {
  title: { zh: '报送情况', en: 'Roll call' },
  missing: { zh: '未报送', en: 'has not filed' },
  twice: { zh: '重复报送', en: 'filed twice' },
  unread: {
    zh: '文件无法读取或未识别出绩效目标表',
    en: 'its file can’t be read, or no table was recognised in it',
  },
  stranger: { zh: '不属于名单中的任何单位', en: 'belongs to no agency on the list' },
} as const satisfies Record<string, Message>

/** One thing that is not as expected. */
interface RollCallEntry {
  readonly is: 'missing' | 'twice' | 'unread' | 'stranger'
  /** The agency; empty for a file that is nobody's. */
  readonly agency: string
  readonly files: readonly string[]
}

/** `应报 40 个单位，已报 37 个`. */
export const rollCallVerdict = ({ agencies, strangers }: RollCall, language: Language): string => {
  const count = (...sorts: readonly CalledAgency['is'][]): number =>
    agencies.filter(({ is }) => sorts.includes(is)).length
  const [filed, missing, unread, twice] = [
    count('filed', 'twice'),
    count('missing'),
    count('unread'),
    count('twice'),
  ]
  const parts =
    language === 'zh'
      ? [
          `应报 ${agencies.length} 个单位，已报 ${filed} 个`,
          ...(missing > 0 ? [`未报送 ${missing} 个`] : []),
          ...(unread > 0 ? [`无法读取 ${unread} 个`] : []),
          ...(twice > 0 ? [`重复报送 ${twice} 个`] : []),
          ...(strangers.length > 0 ? [`${strangers.length} 个文件不在名单内`] : []),
        ]
      : [
          `${filed} of ${agencies.length} agencies filed`,
          ...(missing > 0 ? [`${missing} did not`] : []),
          ...(unread > 0 ? [`${unread} can’t be read`] : []),
          ...(twice > 0 ? [`${twice} filed twice`] : []),
          ...(strangers.length > 0 ? [`files of nobody on the list: ${strangers.length}`] : []),
        ]
  return enumerate(parts, language)
}

/** What is not as expected, in the order of the list, then files that are nobody's. Safe to print. */
export const rollCallEntries = ({ agencies, strangers }: RollCall): readonly RollCallEntry[] => [
  ...agencies.flatMap(({ is, code, name, files }): RollCallEntry[] =>
    is === 'filed'
      ? []
      : [
          {
            is,
            agency: printable(joinSaid([code, name], ' ')),
            files: files.map(printable),
          },
        ],
  ),
  ...strangers.map((path): RollCallEntry => ({ is: 'stranger', agency: '', files: [printable(path)] })),
]

/** `501 某县教育局：未报送`. */
export const rollCallLine = ({ is, agency, files }: RollCallEntry, language: Language): string => {
  const comma = language === 'zh' ? '、' : ', '
  const what = say(ROLL_CALL_WORDS[is], language)
  const names = files.join(comma)
  if (agency === '') return names + colon(language) + what
  return `${agency}${colon(language)}${what}${names === '' ? '' : language === 'zh' ? `（${names}）` : ` (${names})`}`
}
