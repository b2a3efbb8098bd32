import type { Amount } from '../../model/disclosure.ts'
import type { Span } from '../../source/span.ts'
import { spanPlace } from '../listing.ts'
import type { ParsedFile } from '../report.ts'
import {
  type ColumnOf,
  column,
  type LongColumn,
  type OwnedAgency,
  type OwnedProject,
  optional,
  plain,
} from './long-table.ts'

/** Which filing a row is of. */
export const FILING_COLUMNS: readonly ColumnOf<{ readonly file: ParsedFile }>[] = [
  column('path', 'text', '文件', ({ file }) => file.path, { refersTo: 'filings' }),
  column('format', 'text', '文件格式', ({ file }) => file.format),
  column('year', 'integer', '年度', ({ file }) => file.disclosure.year?.value, {
    about: { zh: '预算年度，以标题为准', en: 'the budget year, as the title prints it' },
  }),
]

/** Whose a row is. */
export const AGENCY_COLUMNS: readonly ColumnOf<{ readonly agency: OwnedAgency | undefined }>[] = [
  column('agency_id', 'text', '单位标识', ({ agency }) => agency?.id, { refersTo: 'agencies' }),
  column('agency_code', 'text', '单位编码', ({ agency }) => plain(agency?.agency.code), {
    about: { zh: '文本，保留开头的零', en: 'text, with the zeros in front' },
  }),
  column('agency', 'text', '单位', ({ agency }) => plain(agency?.agency.name)),
]

export const PROJECT_ID: ColumnOf<OwnedProject> = column('project_id', 'text', '项目标识', ({ id }) => id)

/** Whose a project is, and what it is called. */
export const PROJECT_COLUMNS: readonly ColumnOf<OwnedProject>[] = [
  column('project_code', 'text', '项目编码', ({ project }) => plain(project.code), {
    about: { zh: '文本，保留开头的零', en: 'text, with the zeros in front' },
  }),
  column('project', 'text', '项目', ({ project }) => plain(project.name)),
]

/** Whose project a row is of. */
export const OWNER_COLUMNS: readonly ColumnOf<OwnedProject>[] = [
  ...FILING_COLUMNS,
  ...AGENCY_COLUMNS,
  { ...PROJECT_ID, refersTo: 'projects' },
  ...PROJECT_COLUMNS,
]

/** The exact amount in 元, whatever unit it is printed in. */
export const yuanColumn = <Item>(
  name: string,
  zh: string,
  amountOf: (item: Item) => Amount | undefined,
  more: Pick<LongColumn, 'about'> = {},
): ColumnOf<Item> =>
  column(
    name,
    'decimal',
    zh,
    (item) => {
      const amount = amountOf(item)
      return amount?.kind === 'amount' ? amount.money : undefined
    },
    { unit: '元', ...more },
  )

/** Where a row stands in its file, and how surely it was read there. */
export const placeColumns = <Item extends { readonly file: ParsedFile }>(
  spanOf: (item: Item) => Span,
): readonly ColumnOf<Item>[] => [
  column('line', 'integer', '行', (item, { language }) => placeOf(item, spanOf, language).lines?.start.line),
  column(
    'line_column',
    'integer',
    '列',
    (item, { language }) => placeOf(item, spanOf, language).lines?.start.column,
    { about: { zh: '从 1 起，按 UTF-16 计', en: 'from 1, in UTF-16 units' } },
  ),
  column('address', 'text', '位置', (item, { language }) => placeOf(item, spanOf, language).address, {
    about: {
      zh: '没有行列的格式：Sheet1!E9，第 4 页……',
      en: 'in formats without lines: Sheet1!E9, page 4 …',
    },
  }),
  ...optional<Item>([
    column(
      'ocr_certainty',
      'integer',
      '识别把握',
      (item) => item.file.source.scan?.certaintyOf(spanOf(item)),
      {
        about: {
          zh: '由扫描识别的行：最没有把握的一个字符的百分比；其他行为空',
          en: 'of rows that were read from a scan: the percentage of the least sure character; empty for others',
        },
      },
    ),
  ]),
]

const placeOf = <Item extends { readonly file: ParsedFile }>(
  item: Item,
  spanOf: (item: Item) => Span,
  language: 'zh' | 'en',
) => spanPlace(item.file.source, spanOf(item), language)
