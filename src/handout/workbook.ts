import type { Cell, CellObject, Feature, SheetData } from 'write-excel-file/universal'
import { escapeXml, xmlCharacters } from '../report/printable.ts'
import { textWidth } from '../report/text-width.ts'
import { cellText } from '../report/xlsx.ts'
import { columnName } from '../source/source.ts'
import { safeName } from './file-names.ts'
import { fixedTimes } from './fixed-times.ts'

/** A sheet that is made to be printed on A4 in landscape, as wide as one page, and to be filled in. */
export interface PrintedSheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** One line each over the whole table: its heading first, larger and in the middle. */
  readonly title: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetValue[])[]
  /** What may be chosen in a column. */
  readonly choices?: { readonly column: number; readonly values: readonly string[] }
  /** Lines below the table. */
  readonly notes?: readonly string[]
}

export type SheetValue = string | number

export interface SheetColumn {
  /** In characters of the width of a digit: a Chinese one takes two. */
  readonly width: number
  readonly isCentred?: boolean
  /** For programs: neither seen nor printed. */
  readonly isHidden?: boolean
}

/**
 * The bytes of a workbook; the same for the same sheets. Text is text in it and never computed. Loads the library
 * when called.
 */
export const writeWorkbook = async (sheets: readonly PrintedSheet[]): Promise<Uint8Array> => {
  const { default: write } = await import('write-excel-file/universal')
  const names = sheetNames(sheets.map(({ name }) => name))
  const written = write(
    sheets.map((sheet, i) => ({
      data: dataOf(sheet),
      sheet: names[i] as string,
      columns: sheet.columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: sheet.title.length + 1,
    })),
    { fontFamily: '宋体', fontSize: 10, features: [printing(sheets, names)] },
  )
  return fixedTimes(new Uint8Array(await (await written.toBlob()).arrayBuffer()))
}

/** In points. */
const LINE_HEIGHT = 15

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const

const dataOf = ({ columns, title, head, rows, notes = [] }: PrintedSheet): SheetData => {
  const shown = columns.filter(({ isHidden }) => isHidden !== true).length
  const across = (text: string, style: CellObject): Cell[] => [
    { ...textCell(text), ...style, columnSpan: shown, wrap: true },
    ...Array.from({ length: shown - 1 }, () => null),
  ]
  const whole = columns.reduce((sum, { width, isHidden }) => sum + (isHidden ? 0 : width), 0)
  // A row with cells over several columns is not made as high as its text.
  const heightOf = (text: string): number => LINE_HEIGHT * linesIn(text, whole)
  return [
    ...title.map((text, i) =>
      i === 0
        ? across(text, {
            fontSize: 16,
            fontWeight: 'bold',
            align: 'center',
            alignVertical: 'center',
            height: 30,
          })
        : across(text, { alignVertical: 'center', height: heightOf(text) }),
    ),
    head.map((text) => ({
      ...textCell(text),
      ...BORDER,
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      wrap: true,
      backgroundColor: '#e7e6e6',
      height: 22,
    })),
    ...rows.map((row) =>
      columns.map((column, i) => ({
        ...(typeof row[i] === 'number' ? { type: Number, value: row[i] } : textCell(row[i] ?? '')),
        ...BORDER,
        wrap: true,
        alignVertical: 'center' as const,
        ...(column.isCentred ? { align: 'center' as const } : {}),
      })),
    ),
    ...notes.map((text) => across(text, { alignVertical: 'top', height: heightOf(text) })),
  ]
}

/** Stands for a character that was lost: the library leaves out the usual one. */
const LOST = '□'

/** A format of text keeps a spreadsheet from taking `2022-1` for a date, or `=1+1` for a formula once it is edited. */
const textCell = (text: string): CellObject =>
  text === ''
    ? {}
    : { type: String, value: cellText(xmlCharacters(text).replaceAll('\ufffd', LOST)), format: '@' }

/** How many lines a text takes in so many characters of the width of a digit. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line, 2) + 1) / width)), 0)

/** What the library has no word for: choices, hidden columns, and how the sheet is printed. */
const printing = (sheets: readonly PrintedSheet[], names: readonly string[]): Feature<Blob> => {
  const sheetAt = (index: number): PrintedSheet => sheets[index] as PrintedSheet
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, index, _, { sheetIndex }) => {
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 }
            const isHidden = tag === 'col' && sheetAt(sheetIndex).columns[index ?? 0]?.isHidden === true
            return isHidden ? { ...attributes, hidden: 1 } : attributes
          },
          transform: (xml, _, { sheetIndex }) =>
            xml
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageMargins[^>]*>/, () => validationOf(sheetAt(sheetIndex)) + MARGINS)
              .replace(/<pageSetup[^>]*>/, `$&${FOOTER}`),
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const titles = sheets.map(
              ({ title }, i) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml((names[i] as string).replaceAll("'", "''"))}'!$1:$${title.length + 1}</definedName>`,
            )
            return xml
              .replace(/<definedNames\s*\/>/, '')
              .replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`)
          },
        },
      },
    },
  }
}

const MARGINS =
  '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'

const FOOTER = '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'

const validationOf = ({ title, rows, choices }: PrintedSheet): string => {
  if (choices === undefined || rows.length === 0) return ''
  const column = columnName(choices.column)
  const first = title.length + 2
  const list = escapeXml(`"${choices.values.join(',')}"`)
  // Something else may be written too, such as a reason: the choices only help.
  return `<dataValidations count="1"><dataValidation type="list" errorStyle="information" allowBlank="1" showInputMessage="1" showErrorMessage="0" sqref="${column}${first}:${column}${first + rows.length - 1}"><formula1>${list}</formula1></dataValidation></dataValidations>`
}

/** What a name of a sheet may be: 31 characters, each name once, no signs of references. */
const sheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const whole = safeName(name).replace(/[[\]']/g, '_')
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : `-${count}`
      const shown = whole.slice(0, MOST_NAME - end.length).replace(/[\ud800-\udbff]$/, '') + end
      // Excel keeps this name for itself.
      if (shown.toLowerCase() === 'history' || taken.has(shown.toLowerCase())) continue
      taken.add(shown.toLowerCase())
      return shown
    }
  })
}

const MOST_NAME = 31
