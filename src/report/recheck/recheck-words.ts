import type { Message } from '../../model/finding.ts'
import type { RecheckCounts, RecheckStatus } from '../../recheck/recheck.ts'

/** The words of a comparison of two rounds. */

export const RECHECK_STATUS_WORDS: Readonly<Record<RecheckStatus, Message>> = {
  mended: { zh: '已整改', en: 'corrected' },
  remaining: { zh: '未整改', en: 'not corrected' },
  added: { zh: '新增', en: 'new' },
  unknown: { zh: '无法核对', en: 'not verified' },
}

export const RECHECK_WORDS = {
  title: { zh: '整改情况核对', en: 'Corrections since the last round' },
  nothing: { zh: '两次都没有发现问题', en: 'no problems in either round' },
  allMended: {
    zh: '上次的问题都已整改，没有新的问题',
    en: 'all problems were corrected, and there are no new ones',
  },
  agency: { zh: '单位', en: 'Agency' },
  project: { zh: '项目', en: 'Project' },
  status: { zh: '核对结果', en: 'Status' },
  severity: { zh: '级别', en: 'Level' },
  problem: { zh: '问题', en: 'Problem' },
  before: { zh: '上次', en: 'before' },
  now: { zh: '本次', en: 'now' },
  place: { zh: '位置', en: 'Place' },
  why: { zh: '原因', en: 'why' },
  answer: { zh: '单位填报', en: 'the agency says' },
  accepted: { zh: '已认可的说明', en: 'accepted explanation' },
  fix: { zh: '建议', en: 'What to do' },
  number: { zh: '序号', en: 'No.' },
  total: { zh: '合计', en: 'total' },
  nobody: { zh: '未写明单位', en: 'no agency named' },
  unreadOld: { zh: '上次的文件未能读取', en: 'files of the old round that could not be read' },
  unreadNew: { zh: '本次的文件未能读取', en: 'files of the new round that could not be read' },
  incomplete: {
    zh: '有文件未能读取，核对不完整：其中的问题列为“无法核对”',
    en: 'some files could not be read, so their problems are listed as “not verified”',
  },
  summary: { zh: '汇总', en: 'Summary' },
} as const satisfies Record<string, Message>

/** `未整改 4，新增 2，无法核对 3，已整改 5`, without what there is none of. */
export const countsInWords = (counts: RecheckCounts, language: keyof Message): string => {
  const order = ['remaining', 'added', 'unknown', 'mended'] as const
  const parts = order
    .filter((status) => counts[status] > 0)
    .map((status) => {
      const word = RECHECK_STATUS_WORDS[status][language]
      return language === 'zh' ? `${word} ${counts[status]}` : `${counts[status]} ${word}`
    })
  return parts.join(language === 'zh' ? '，' : ', ')
}
