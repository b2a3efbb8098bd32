import { issuerOf } from '../../corpus/agencies.ts'
import { sizeOf } from '../../model/walk.ts'
import type { ParsedFile } from '../report.ts'
import { say } from '../words.ts'
import {
  column,
  filingIn,
  type OwnedAgency,
  ownedIn,
  plain,
  type TableFile,
  type TableView,
  tableOf,
} from './long-table.ts'
import { FILING_COLUMNS, placeColumns, yuanColumn } from './shared-columns.ts'

/** What is said of a file besides its findings. */
const notesOf = (file: TableFile, { language }: TableView): string | undefined => {
  const record = file.record()
  if (record.kind === 'failed') return say(record.error, language)
  if (record.kind === 'skipped') return say(record.reason, language)
  return record.notes.map((note) => say(note, language)).join('\n') || undefined
}

const countOf = (file: TableFile, severity: 'error' | 'warning' | 'info'): number | undefined => {
  const record = file.record()
  return record.kind === 'checked' ? record.counts[severity] : undefined
}

/** Whether all of it was read, and every rule ran to its end. */
const isComplete = (file: TableFile): boolean | undefined => {
  const record = file.record()
  if (record.kind !== 'checked') return record.kind === 'failed' ? false : undefined
  return record.isComplete && filingIn(file).every(({ disclosure }) => !disclosure.truncated)
}

/** One row per file, read or not. */
export const FILES = tableOf<TableFile>(
  {
    name: 'files',
    title: { zh: '文件', en: 'Files' },
    about: {
      zh: '每行一个文件，包括读不了的和不含绩效目标表的',
      en: 'one row per file, including files that can’t be read or contain no performance-goal table',
    },
  },
  [
    column('path', 'text', '文件', ({ read }) => read.path, {
      about: {
        zh: '压缩包中的文件写作 包名.zip/文件名',
        en: 'a file in an archive is archive.zip/name',
      },
    }),
    column('status', 'text', '状态', (file) => file.record().kind, {
      words: ['checked', 'failed', 'skipped'],
      about: {
        zh: '已检查、未能读取、不含绩效目标表或按名称略过',
        en: 'checked, could not be read, or holds no performance-goal table or is left out by its name',
      },
    }),
    column('complete', 'flag', '是否完整', isComplete, {
      about: {
        zh: '全部读完，每条规则都运行到底；略过的文件为空',
        en: 'all of it was read and every rule ran to its end; empty for files left out',
      },
    }),
    column('sha256', 'text', '内容散列', ({ content }) => content?.sha256, {
      about: {
        zh: 'SHA-256；压缩包中的文件为压缩包的',
        en: 'SHA-256; of the archive for a file in one',
      },
    }),
    column('bytes', 'integer', '字节数', ({ content }) => content?.size, {
      about: { zh: '压缩包中的文件为压缩包的', en: 'of the archive for a file in one' },
    }),
    column('format', 'text', '文件格式', (file) => filingIn(file)[0]?.format),
    column('encoding', 'text', '编码', (file) => filingIn(file)[0]?.encoding),
    column('layouts', 'text', '版式', (file) => filingIn(file)[0]?.layouts.join(' '), {
      about: { zh: '以空格分隔', en: 'with blanks between them' },
    }),
    column(
      'confidence',
      'number',
      '读取把握',
      (file) => {
        const record = file.record()
        return record.kind === 'checked' ? record.confidence : undefined
      },
      { about: { zh: '0 到 1，取最没有把握的表', en: 'from 0 to 1, of the table that is least sure' } },
    ),
    column('errors', 'integer', '错误数', (file) => countOf(file, 'error')),
    column('warnings', 'integer', '警告数', (file) => countOf(file, 'warning')),
    column('infos', 'integer', '提示数', (file) => countOf(file, 'info')),
    column('notes', 'text', '说明', notesOf, {
      about: {
        zh: '读取时的假定，或未能读取的原因',
        en: 'what was assumed while reading, or why it could not be read',
      },
    }),
  ],
  (file) => [file],
)

interface FilingRow {
  readonly file: ParsedFile
}

const [PATH, ...OF_FILING] = FILING_COLUMNS

/** One row per filing. */
export const FILINGS = tableOf<FilingRow>(
  {
    name: 'filings',
    title: { zh: '公开表', en: 'Filings' },
    about: { zh: '每行一份公开表', en: 'one row per filing' },
  },
  [
    { ...(PATH as (typeof FILING_COLUMNS)[number]), refersTo: 'files' },
    ...OF_FILING,
    column('title', 'text', '标题', ({ file }) => plain(file.disclosure.title)),
    column(
      'issuer',
      'text',
      '标题中的单位',
      ({ file }) => issuerOf(file.disclosure.title?.text ?? '') || undefined,
    ),
    column('money_unit', 'text', '金额单位', ({ file }) => file.disclosure.moneyUnit.name, {
      words: ['元', '千元', '万元', '亿元'],
    }),
    column(
      'money_unit_printed',
      'flag',
      '金额单位是否印出',
      ({ file }) => file.disclosure.moneyUnit.text !== undefined,
    ),
    yuanColumn<FilingRow>('total_yuan', '合计（元）', ({ file }) => file.disclosure.totals[0]?.amount, {
      about: { zh: '第一个合计', en: 'the first grand total' },
    }),
    column(
      'agencies',
      'integer',
      '单位数',
      ({ file }) => ownedIn(file).agencies.filter(({ agency }) => agency.role === 'agency').length,
    ),
    column('projects', 'integer', '项目数', ({ file }) => sizeOf(file.disclosure).projects),
    column('goals', 'integer', '绩效目标数', ({ file }) => sizeOf(file.disclosure).goals),
    column('indicators', 'integer', '绩效指标数', ({ file }) => sizeOf(file.disclosure).indicators),
  ],
  (file) => filingIn(file).map((filing) => ({ file: filing })),
)

/** One row per agency, and per row that groups projects or adds up others. */
export const AGENCIES = tableOf<OwnedAgency>(
  {
    name: 'agencies',
    title: { zh: '单位', en: 'Agencies' },
    about: {
      zh: '每行一个单位，以及项目类别和小计行',
      en: 'one row per agency, and per row that groups projects or adds up others',
    },
  },
  [
    column('agency_id', 'text', '单位标识', ({ id }) => id),
    ...FILING_COLUMNS,
    column('parent_id', 'text', '上级标识', ({ parent }) => parent?.id, { refersTo: 'agencies' }),
    column('role', 'text', '类型', ({ agency }) => agency.role, {
      words: ['agency', 'project-category', 'subtotal'],
    }),
    column('agency_code', 'text', '单位编码', ({ agency }) => plain(agency.code), {
      about: { zh: '文本，保留开头的零', en: 'text, with the zeros in front' },
    }),
    column('agency', 'text', '单位', ({ agency }) => plain(agency.name)),
    yuanColumn<OwnedAgency>('amount_yuan', '金额（元）', ({ agency }) => agency.amount),
    column('amount', 'text', '金额（原文）', ({ agency }) => plain(agency.amount.text)),
    ...placeColumns<OwnedAgency>(({ agency }) => agency.name.span),
  ],
  (file) => filingIn(file).flatMap((filing) => ownedIn(filing).agencies),
)
