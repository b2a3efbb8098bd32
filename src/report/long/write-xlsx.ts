import { Decimal } from '../../model/decimal.ts'
import { ZipStream } from '../../read/write-archive.ts'
import { columnName } from '../../source/source.ts'
import { isFormula } from '../csv.ts'
import { escapeXml, printable } from '../printable.ts'
import { cellText } from '../xlsx.ts'
import {
  dayNumber,
  headersOf,
  type LongType,
  type LongValue,
  type TableWriter,
  type WriterOptions,
} from './long-table.ts'

/** Rows of a sheet below its header. */
const MOST_ROWS = 1_048_575

/** Digits that a spreadsheet keeps of a number. */
const MOST_DIGITS = 15

/** From here on a spreadsheet counts days. */
const DAYS_TO_1970 = 25_569

/** Styles by their place in `STYLES`. */
const BOLD = 1
const DATE = 2
const QUOTED = 3

/** A workbook of one sheet, written as the rows come. Codes are text, numbers that it keeps exactly are numbers. */
export const openXlsx = (options: WriterOptions): TableWriter => {
  const { columns, take, title, toolVersion } = options
  const zip = new ZipStream(take)
  const put = (name: string, text: string): void => {
    const file = zip.open(name)
    file.write(`${XML}${text}`)
    file.end()
  }
  for (const [name, text] of Object.entries(partsOf(title, toolVersion))) put(name, text)
  const sheet = zip.open('xl/worksheets/sheet1.xml')
  sheet.write(`${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`)
  sheet.write(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
  )
  sheet.write(`<cols>${columns.map(({ type }, i) => widthOf(type, i + 1)).join('')}</cols><sheetData>`)
  const letters = columns.map((_, i) => columnName(i))
  const rowOf = (cells: readonly string[], number: number): string =>
    `<row r="${number}">${cells.map((cell, i) => (cell === '' ? '' : `<c r="${letters[i]}${number}"${cell}</c>`)).join('')}</row>`
  const headers = headersOf(options).map((header) => textCell(header, BOLD))
  sheet.write(rowOf(headers, 1))
  let [rows, left] = [0, 0]
  let text = ''
  return {
    write: (row) => {
      if (rows === MOST_ROWS) {
        left += 1
        return
      }
      rows += 1
      const cells = row.map((value, i) => cellOf(value, columns[i]?.type ?? 'text'))
      text += rowOf(cells, rows + 1)
      if (text.length < AT_ONCE) return
      sheet.write(text)
      text = ''
    },
    finish: () => {
      const last = `${letters.at(-1)}${rows + 1}`
      sheet.write(`${text}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`)
      sheet.end()
      zip.finish()
      return left === 0 ? [] : [tooManyRows(left)]
    },
  }
}

const AT_ONCE = 64 * 1024

const tooManyRows = (left: number) => ({
  zh: `工作表最多 ${MOST_ROWS + 1} 行，另有 ${left} 行未写出。请改用 parquet 或 csv`,
  en: `a sheet has at most ${MOST_ROWS + 1} rows, ${left} more were not written; use parquet or csv`,
})

/** A cell from its style on; nothing for an empty one. */
const cellOf = (value: LongValue, type: LongType): string => {
  if (value === undefined || value === '') return ''
  if (type === 'date') return ` s="${DATE}"><v>${dayNumber(String(value)) + DAYS_TO_1970}</v>`
  if (typeof value === 'number') return `><v>${value}</v>`
  // A number that it would round stays exact as text.
  if (value instanceof Decimal && value.precision() <= MOST_DIGITS) return `><v>${value.toFixed()}</v>`
  return textCell(printable(value instanceof Decimal ? value.toFixed() : String(value)))
}

/** What looks like a formula is marked as text, as by an apostrophe: it stays text when someone edits it. */
const textCell = (text: string, style = isFormula(text) ? QUOTED : 0): string =>
  ` t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is>`

const widthOf = (type: LongType, number: number): string =>
  `<col min="${number}" max="${number}" width="${type === 'text' ? 20 : 12}" customWidth="1"/>`

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`

const partsOf = (title: string, toolVersion: string): Readonly<Record<string, string>> => {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('xl/workbook.xml', 'spreadsheetml.sheet.main')}${part('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet')}${part('xl/styles.xml', 'spreadsheetml.styles')}${part('docProps/app.xml', 'extended-properties')}</Types>`,
    '_rels/.rels': relations(
      relation('rId1', 'officeDocument', 'xl/workbook.xml'),
      relation('rId2', 'extended-properties', 'docProps/app.xml'),
    ),
    'docProps/app.xml': `<Properties xmlns="${OFFICE}/extended-properties"><Application>pbo ${escapeXml(toolVersion)}</Application></Properties>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="${escapeXml(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
  }
}
