import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Language, Message } from '../model/finding.ts'
import type { SkippedRecord } from '../model/record.ts'
import { columnName } from '../source/source.ts'
import { COLUMNS, type ReportRow, rowsOf } from './finding-rows.ts'
import { printable } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { headsOf, tallyOf } from './verdict.ts'
import { SEVERITY_WORDS, say } from './words.ts'

/** Rows of a sheet below its header. */
const MOST_ROWS = 1_048_575

/** What a cell can hold, in UTF-16 code units. */
const MOST_CHARACTERS = 32_767

/**
 * A workbook for people: the findings on one sheet, the files with their counts on another. Text is
 * written as text, which no spreadsheet computes. Loads the spreadsheet library when called.
 *
 * @param mostRows How many findings the sheet takes; what is left out is said on the other sheet.
 */
export const renderXlsx = async (
  report: Report,
  options: ReportOptions,
  mostRows: number = MOST_ROWS,
): Promise<Uint8Array> => {
  const { language } = options
  const rows = rowsOf(report, options)
  const left = Math.max(0, rows.length - mostRows)
  const [findings, files] = [say(WORDS.findings, language), say(WORDS.files, language)]
  return writeBook({
    [findings]: findingSheet(rows.slice(0, mostRows), language),
    [files]: fileSheet(report, left, language),
  })
}

/** A workbook of these sheets; the same bytes for the same sheets. Loads the spreadsheet library when called. */
const writeBook = async (sheets: Readonly<Record<string, WorkSheet>>): Promise<Uint8Array> => {
  const { write } = await import('@e965/xlsx')
  // Without number formats of its own a book gets those of the last workbook that was read.
  const book = { SheetNames: Object.keys(sheets), Sheets: sheets, SSF: { 0: 'General' } }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }))
}

const WORDS = {
  findings: { zh: '问题', en: 'Findings' },
  files: { zh: '汇总', en: 'Summary' },
  total: { zh: '合计', en: 'total' },
  checked: { zh: '已检查', en: 'checked' },
  failed: { zh: '未能检查', en: 'could not be checked' },
  skipped: { zh: '不含绩效目标表', en: 'holds no performance-goal table' },
  left: { zh: '超出工作表行数、未列出的问题', en: 'findings beyond the rows of a sheet, left out' },
} as const satisfies Record<string, Message>

type Column = (typeof COLUMNS)[number]

const HEADINGS: Readonly<Record<Column, Message & { readonly width: number }>> = {
  path: { zh: '文件', en: 'File', width: 30 },
  line: { zh: '行', en: 'Line', width: 6 },
  column: { zh: '列', en: 'Column', width: 6 },
  endLine: { zh: '止行', en: 'End line', width: 6 },
  endColumn: { zh: '止列', en: 'End column', width: 6 },
  address: { zh: '位置', en: 'Address', width: 16 },
  severity: { zh: '级别', en: 'Level', width: 8 },
  rule: { zh: '规则', en: 'Rule', width: 24 },
  category: { zh: '类别', en: 'Kind', width: 12 },
  where: { zh: '项目、目标、指标', en: 'Project, goal, indicator', width: 40 },
  message: { zh: '问题', en: 'Problem', width: 60 },
  related: { zh: '另见', en: 'See also', width: 40 },
  working: { zh: '计算', en: 'Arithmetic', width: 40 },
  because: { zh: '依据', en: 'Because', width: 40 },
  fix: { zh: '建议', en: 'What to do', width: 40 },
  fingerprint: { zh: '指纹', en: 'Fingerprint', width: 20 },
}

const findingSheet = (rows: readonly ReportRow[], language: Language): WorkSheet =>
  sheetOf(
    [
      COLUMNS.map((column) => say(HEADINGS[column], language)),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ],
    COLUMNS.map((column) => HEADINGS[column].width),
  )

const FILE_HEADINGS: readonly Message[] = [
  { zh: '文件', en: 'File' },
  { zh: '状态', en: 'Status' },
  SEVERITY_WORDS.error,
  SEVERITY_WORDS.warning,
  SEVERITY_WORDS.info,
  { zh: '项目', en: 'Projects' },
  { zh: '绩效目标', en: 'Goals' },
  { zh: '绩效指标', en: 'Indicators' },
  { zh: '说明', en: 'Notes' },
]

/** One row per file, the sum of the counts, and who made it. */
const fileSheet = (
  { files, skipped = [], toolVersion }: Report,
  left: number,
  language: Language,
): WorkSheet => {
  const { counts } = tallyOf(headsOf(files))
  return sheetOf(
    [
      FILE_HEADINGS.map((words) => say(words, language)),
      ...[...files, ...skipped].map((file) => rowOfFile(file, language)),
      [say(WORDS.total, language), '', counts.error, counts.warning, counts.info],
      ...(left === 0 ? [] : [[say(WORDS.left, language), '', left]]),
      [`pbo ${toolVersion}`],
    ],
    [40, 12, 8, 8, 8, 10, 10, 10, 60],
  )
}

const rowOfFile = (file: FileResult | SkippedRecord, language: Language): (string | number)[] => {
  if (file.kind !== 'checked') {
    const reason = printable(say(file.kind === 'failed' ? file.error : file.reason, language))
    return [printable(file.path), say(WORDS[file.kind], language), '', '', '', '', '', '', reason]
  }
  const { error, warning, info } = file.counts
  const { projects, goals, indicators } = file.size
  return [
    printable(file.path),
    say(WORDS.checked, language),
    error,
    warning,
    info,
    projects,
    goals,
    indicators,
    file.notes.map((note) => printable(say(note, language))).join('\n'),
  ]
}

/** A sheet whose first row are its headings. Numbers are numbers in it, text is never computed. */
const sheetOf = (rows: readonly (readonly (string | number)[])[], widths: readonly number[]): WorkSheet => {
  const last = { c: widths.length - 1, r: rows.length - 1 }
  return {
    '!data': rows.map((row) => row.map(cellOf)),
    '!ref': `A1:${columnName(last.c)}${last.r + 1}`,
    '!cols': widths.map((wch) => ({ wch })),
    '!autofilter': { ref: `A1:${columnName(last.c)}${last.r + 1}` },
  }
}

const cellOf = (value: string | number): CellObject =>
  typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: cellText(value) }

/** `_x0041_` stands for a character in workbooks, so that its own underscore has to be written so. */
export const cellText = (text: string): string => {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length <= MOST_CHARACTERS
    ? escaped
    : `${escaped.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
