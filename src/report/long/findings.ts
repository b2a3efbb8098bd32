import { ownersOf } from '../../model/owners.ts'
import type { CheckedRecord, FailedRecord, Owner } from '../../model/record.ts'
import { pathWords, relatedLines } from '../detail.ts'
import { type ListedFinding, listFile } from '../listing.ts'
import { say } from '../words.ts'
import { column, filingIn, ownedIn, type TableFile, type TableView, tableOf } from './long-table.ts'

interface FindingRow {
  readonly file: CheckedRecord | FailedRecord
  readonly number: number
  /** Missing where the file could not be checked. */
  readonly listed?: ListedFinding
  readonly agencyId?: string | undefined
  readonly projectId?: string | undefined
}

/** One row per finding and per file that could not be checked. */
export const FINDINGS = tableOf<FindingRow>(
  {
    name: 'findings',
    title: { zh: '问题', en: 'Findings' },
    about: {
      zh: '每行一个问题（各级别），或一个未能读取的文件。每个文件单独检查：文件之间的比较、配置和基线见 pbo check',
      en: 'one row per finding of any level, and per file that could not be read. Each file is checked by itself: for comparisons between files, configs and baselines there is pbo check',
    },
  },
  [
    column('finding_id', 'text', '问题标识', ({ file, number }) => `${file.path}#f${number}`),
    column('path', 'text', '文件', ({ file }) => file.path, { refersTo: 'files' }),
    column('agency_id', 'text', '单位标识', ({ agencyId }) => agencyId, { refersTo: 'agencies' }),
    column('project_id', 'text', '项目标识', ({ projectId }) => projectId, { refersTo: 'projects' }),
    column('line', 'integer', '行', ({ listed }) => listed?.place.lines?.start.line),
    column('line_column', 'integer', '列', ({ listed }) => listed?.place.lines?.start.column, {
      about: { zh: '从 1 起，按 UTF-16 计', en: 'from 1, in UTF-16 units' },
    }),
    column('end_line', 'integer', '止行', ({ listed }) => listed?.place.lines?.end.line),
    column('end_column', 'integer', '止列', ({ listed }) => listed?.place.lines?.end.column),
    column('address', 'text', '位置', ({ listed }) => listed?.place.address, {
      about: {
        zh: '没有行列的格式：Sheet1!E9，第 4 页……',
        en: 'in formats without lines: Sheet1!E9, page 4 …',
      },
    }),
    column('severity', 'text', '级别', ({ listed }) => listed?.finding.severity ?? 'error', {
      words: ['error', 'warning', 'info'],
    }),
    column('rule', 'text', '规则', ({ listed }) => listed?.finding.rule, {
      about: { zh: '未能读取的文件为空', en: 'empty for a file that could not be read' },
    }),
    column('category', 'text', '类别', ({ listed }) => listed?.finding.category, {
      words: ['arithmetic', 'structure', 'consistency', 'wording'],
    }),
    column('subject', 'text', '项目、目标、指标', ({ listed }, { language }) =>
      listed === undefined ? undefined : pathWords(listed.finding, language) || undefined,
    ),
    column('message', 'text', '问题', ({ file, listed }, { language }) =>
      say(listed?.finding.message ?? (file as FailedRecord).error, language),
    ),
    column('related', 'text', '另见', ({ listed }, { language }) =>
      listed === undefined
        ? undefined
        : relatedLines(listed.finding, listed.file, language).join('\n') || undefined,
    ),
    column('working', 'text', '计算', ({ listed }) => listed?.finding.working?.join('\n') || undefined),
    column('because', 'text', '依据', ({ listed }, { language }) =>
      listed?.finding.because === undefined ? undefined : say(listed.finding.because, language),
    ),
    column('fix', 'text', '建议', ({ listed }, { language }) =>
      listed === undefined ? undefined : say(listed.finding.fix, language),
    ),
    column('fingerprint', 'text', '指纹', ({ listed }) => listed?.finding.fingerprint, {
      about: {
        zh: '不因他处修改而变，可与 pbo check 的结果对照',
        en: 'stays the same while other parts change; as in the reports of pbo check',
      },
    }),
  ],
  (file, view) => rowsOf(file, view),
)

const rowsOf = (file: TableFile, { language }: TableView): readonly FindingRow[] => {
  const record = file.record()
  if (record.kind === 'skipped') return []
  if (record.kind === 'failed') return [{ file: record, number: 1 }]
  const idsOf = ownerIds(file)
  return listFile(record, { level: 'info', language }).map((listed, i) => ({
    file: record,
    number: i + 1,
    listed,
    ...idsOf(listed.finding.at.owner),
  }))
}

/** The ids of what a finding belongs to, by the numbers that a record has for it. */
const ownerIds = (file: TableFile) => {
  const [filing] = filingIn(file)
  if (filing === undefined) return () => ({})
  const { agencies, projects } = ownedIn(filing)
  const named = ownersOf(filing.disclosure).agencies
  return (owner: Owner | undefined): Pick<FindingRow, 'agencyId' | 'projectId'> => {
    if (owner === undefined) return {}
    if ('project' in owner) {
      const project = projects[owner.project]
      return { projectId: project?.id, agencyId: project?.agency?.id }
    }
    return { agencyId: agencies.find(({ agency }) => agency === named[owner.agency])?.id }
  }
}
