import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../src/read/open.ts'
import type { Picture, PictureReader } from '../../src/read/page/picture-reader.ts'
import { scannedTable } from '../support/scanned-table.ts'
import { makeZip } from './zip-maker.ts'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'

const relations = (targets: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, i) => `<Relationship Id="rId${i + 1}" Type="x/image" Target="${target}"/>`)
    .join('')}</Relationships>`

const blip = (id: number): string => `<a:blip r:embed="rId${id}"/>`

const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  makeZip(
    Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, data]) => ({ name, data })),
  )

/** The second relation stands first. */
const docx = (text: string): Uint8Array =>
  zip({
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${text}<w:p>${blip(2)}</w:p><w:p>${blip(1)}${blip(3)}${blip(2)}</w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['media/second.png', 'media/first.jpeg', 'media/logo.png']),
    'word/media/second.png': 'second',
    'word/media/first.jpeg': 'first',
    'word/media/logo.png': 'logo',
  })

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const ROWS = [
  ['预算单位', '项目名称', '金额'],
  ['某局', '道路养护', '10.00'],
]

const SIDES: ReadonlyMap<string, number> = new Map([
  ['first', 900],
  ['second', 800],
  ['logo', 90],
])

/** Knows the size of the pictures above, and reads the same table on each page. */
const reading = () => {
  const seen: number[] = []
  const reader: PictureReader = {
    decode: async (bytes) => {
      const side = SIDES.get(new TextDecoder().decode(bytes))
      if (side === undefined) return 'damaged'
      const picture: Picture = { width: side, height: side, kind: 'grey', data: new Uint8Array(side * side) }
      return [picture]
    },
    readPage: async ({ pictures }) => {
      seen.push(pictures[0]?.picture.width ?? 0)
      return scannedTable(ROWS)
    },
  }
  return { seen, reader }
}

const open = async (bytes: Uint8Array, reader: PictureReader | undefined) => {
  const [opened] = await openFile(bytes, { isUtf8, pictureReader: async () => reader })
  return opened
}

const textOf = (opened: Awaited<ReturnType<typeof open>>): string =>
  opened?.kind === 'document' ? opened.document.source.text : ''

const TABLE = '预算单位\t项目名称\t金额\n某局\t道路养护\t10.00\n'

describe('a document whose content is photographs of pages', () => {
  test('is read from them in the order in which they stand, each once, without logos', async () => {
    const { seen, reader } = reading()
    const opened = await open(docx(''), reader)
    expect(seen).toEqual([900, 800])
    expect(textOf(opened)).toContain(TABLE)
    expect(opened).toMatchObject({ document: { notes: [{ kind: 'scanned-pages', detail: '1, 2' }] } })
  })

  test('keeps the lines that it has beside them', async () => {
    const opened = await open(docx(paragraph('附件：绩效目标表')), reading().reader)
    expect(textOf(opened).startsWith(`附件：绩效目标表\n${TABLE}`)).toBe(true)
  })

  test('is read as ever where it has a table, more text, or nothing reads pictures', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl>`
    for (const text of [table, paragraph('甲'.repeat(600))]) {
      const { seen, reader } = reading()
      expect(await open(docx(text), reader)).toMatchObject({ document: { format: 'docx' } })
      expect(seen).toEqual([])
    }
    // It is told to be a scan then.
    expect(await open(docx(''), undefined)).toMatchObject({ kind: 'unreadable', reason: 'no-text-layer' })
  })

  test('may be a workbook', async () => {
    const { seen, reader } = reading()
    const workbook = zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${NAMESPACES}><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
      'xl/drawings/drawing1.xml': `<xdr:wsDr ${NAMESPACES}>${blip(1)}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': relations(['../media/first.png']),
      'xl/media/first.png': 'first',
    })
    const opened = await open(workbook, reader)
    expect(opened).toMatchObject({ kind: 'document' })
    expect(textOf(opened)).toBe(TABLE)
    expect(seen).toEqual([900])
  })

  test('keeps no more pixels of them than a few pages have, and decodes the others once more', async () => {
    const names = Array.from({ length: 5 }, (_, i) => `page${i}`)
    const decoded: string[] = []
    const read: unknown[] = []
    const reader: PictureReader = {
      decode: async (bytes) => {
        const name = new TextDecoder().decode(bytes)
        decoded.push(name)
        return [{ width: 6000, height: 6000 - names.indexOf(name), kind: 'grey', data: new Uint8Array() }]
      },
      readPage: async ({ pictures }) => {
        read.push(6000 - (pictures[0]?.picture.height ?? 0))
        return scannedTable(ROWS)
      },
    }
    const bytes = zip({
      'word/document.xml': `<w:document ${NAMESPACES}><w:body>${names.map((_, i) => blip(i + 1)).join('')}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relations(names.map((name) => `media/${name}.png`)),
      ...Object.fromEntries(names.map((name) => [`word/media/${name}.png`, name])),
    })
    expect(await open(bytes, reader)).toMatchObject({ kind: 'document' })
    expect(read).toEqual([0, 1, 2, 3, 4])
    expect(decoded).toEqual([...names, ...names.slice(2)])
  })

  test('whose pictures are damaged or small is one without text', async () => {
    const bytes = zip({
      'word/document.xml': `<w:document ${NAMESPACES}><w:body>${blip(1)}${blip(2)}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relations(['media/broken.png', 'media/logo.png']),
      'word/media/broken.png': 'broken',
      'word/media/logo.png': 'logo',
    })
    expect(await open(bytes, reading().reader)).toMatchObject({ kind: 'unreadable', reason: 'no-cells' })
  })
})
