import type { Paragraph, Table } from 'docx'
import { xmlCharacters } from '../report/printable.ts'
import { fixedTimes } from './fixed-times.ts'

/** A part of a document, one below the other. A line end in a text is one in the document. */
export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'text' | 'addressee' | 'signature' | 'note'
      readonly text: string
    }
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly rows: readonly (readonly BlockCell[])[]
    }

export interface BlockCell {
  readonly text: string
  /** How many columns it takes. */
  readonly columns?: number
  /** How many rows it takes: those below leave it out. */
  readonly rows?: number
  readonly isHead?: boolean
  readonly isCentred?: boolean
}

/** Letters of offices: their sizes are in half points, and their lines 28 points apart (GB/T 9704). */
const LOOKS = {
  title: { size: 36, font: '宋体', isBold: true, align: 'center', after: 300, line: 640 },
  addressee: { size: 32, font: '仿宋', align: 'left', after: 0, line: 560 },
  heading: { size: 32, font: '黑体', align: 'left', indent: 640, after: 0, line: 560 },
  text: { size: 32, font: '仿宋', align: 'both', indent: 640, after: 0, line: 560 },
  signature: { size: 32, font: '仿宋', align: 'right', after: 0, line: 560 },
  note: { size: 21, font: '仿宋', align: 'left', after: 0, line: 360 },
} as const satisfies Record<Exclude<Block['kind'], 'table'>, Look>

const CELL: Look = { size: 21, font: '宋体', align: 'left', after: 0, line: 320 }

interface Look {
  readonly size: number
  readonly font: string
  readonly isBold?: boolean
  readonly align: 'left' | 'right' | 'center' | 'both'
  /** Of the first line. */
  readonly indent?: number
  readonly after: number
  readonly line: number
}

/** Twentieths of a point: A4, with the margins of a letter, or narrower ones round a form. */
const PAGE = { width: 11906, height: 16838 } as const
const MARGINS = {
  letter: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
  form: { top: 1134, bottom: 1021, left: 1021, right: 1021 },
} as const

/** The bytes of a document of Word; the same for the same blocks. Loads the library when called. */
export const writeDocument = async (
  blocks: readonly Block[],
  page: keyof typeof MARGINS = 'letter',
): Promise<Uint8Array> => {
  const docx = await import('docx')
  const document = new docx.Document({
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: fontOf('仿宋'), size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { ...MARGINS[page], footer: 850 } } },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                alignment: 'center',
                children: [
                  new docx.TextRun({
                    size: 24,
                    font: fontOf('宋体'),
                    children: ['— ', docx.PageNumber.CURRENT, ' —'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.map((block) => createBlock(docx, block)),
      },
    ],
  })
  const written = await docx.Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: PROPERTIES },
  ])
  return fixedTimes(new Uint8Array(written))
}

/** Without the moment of its making, and without anybody's name. */
const PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'

const fontOf = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name })

type Docx = typeof import('docx')

const createBlock = (docx: Docx, block: Block): Paragraph | Table =>
  block.kind === 'table' ? createTable(docx, block) : createParagraph(docx, block.text, LOOKS[block.kind])

const createParagraph = (docx: Docx, text: string, look: Look): Paragraph =>
  new docx.Paragraph({
    alignment: look.align,
    spacing: { after: look.after, line: look.line, lineRule: look.line > 500 ? 'exact' : 'atLeast' },
    ...(look.indent === undefined ? {} : { indent: { firstLine: look.indent } }),
    children: xmlCharacters(text)
      .split(/\r?\n/)
      .map(
        (line, i) =>
          new docx.TextRun({
            text: line,
            size: look.size,
            font: fontOf(look.font),
            bold: look.isBold === true,
            ...(i === 0 ? {} : { break: 1 }),
          }),
      ),
  })

const createTable = (docx: Docx, { widths, rows }: Block & { readonly kind: 'table' }): Table =>
  new docx.Table({
    layout: 'fixed',
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    rows: rows.map(
      (row) =>
        new docx.TableRow({
          cantSplit: true,
          children: row.map(
            ({ text, columns = 1, rows: down = 1, isHead = false, isCentred = isHead }) =>
              new docx.TableCell({
                columnSpan: columns,
                rowSpan: down,
                verticalAlign: 'center',
                margins: { left: 80, right: 80, top: 40, bottom: 40 },
                children: [
                  createParagraph(docx, text, {
                    ...CELL,
                    isBold: isHead,
                    align: isCentred ? 'center' : 'left',
                  }),
                ],
              }),
          ),
        }),
    ),
  })
