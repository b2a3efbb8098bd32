import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { CompoundFile } from '../../src/read/compound-file.ts'
import { readDoc } from '../../src/read/doc.ts'
import { readOfd } from '../../src/read/ofd.ts'
import { harmlessPdf } from '../../src/read/pdf/harmless.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { readWorkbook } from '../../src/read/workbook.ts'
import { recordsForLibrary } from '../../src/read/xls-records.ts'
import { xlsbForLibrary } from '../../src/read/xlsb-records.ts'
import { makeOfd, page } from './ofd-maker.ts'
import { officeFixture, printRows, reasonOf } from './office-fixtures.ts'
import { makeForm, makePdf, show } from './pdf-maker.ts'
import { makeZip } from './zip-maker.ts'

// Files of a few kilobytes that would become gigabytes, or would never come to an end.

/** A workbook of one sheet with `more` behind its cells; `texts` are shared by them. */
const xlsx = (cells: string, texts: readonly string[] = [], more = '', columns = ''): Uint8Array => {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${main}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${space}" xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${space}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${space}">${columns}<sheetData>${cells}</sheetData>${more}</worksheet>`,
  }
  return makeZip(Object.entries(files).map(([name, data]) => ({ name, data })))
}

const row = (number: number, content: string): string =>
  `<row r="${number}"><c r="A${number}" t="s">${content}</c></row>`

describe('a workbook', () => {
  test('whose cells share one long text', async () => {
    const cells = Array.from({ length: 1_000 }, (_, i) => row(i + 1, '<v>0</v>')).join('')
    expect(await reasonOf(() => readWorkbook(xlsx(cells, ['长'.repeat(30_000)])))).toBe('too-large')
  })

  test('with a link over all of its cells', async () => {
    const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="a!A1"/></hyperlinks>'
    const { grid } = await readWorkbook(xlsx(row(1, '<v>0</v>'), ['项目'], links))
    expect(printRows(grid)).toEqual([['项目']])
  })

  test('with two billion columns', async () => {
    const columns = '<cols><col min="1" max="2147483647" width="9" hidden="1"/></cols>'
    const { grid } = await readWorkbook(xlsx(row(1, '<v>0</v>'), ['项目'], '', columns))
    expect(printRows(grid)).toEqual([['项目']])
  })

  test('in XML with two billion columns', async () => {
    const workbook = (column: string, cell = ''): Uint8Array =>
      new TextEncoder().encode(
        `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${column}<Row><Cell${cell}><Data ss:Type="String">项目</Data></Cell></Row></Table></Worksheet></Workbook>`,
      )
    expect(await reasonOf(() => readWorkbook(workbook('<Column ss:Span="3"/>')))).toBe('read')
    for (const column of ['<Column ss:Span="2147483647"/>', '<Column ss:Index="2147483647"/>'])
      expect(await reasonOf(() => readWorkbook(workbook(column)))).toBe('too-large')
    const merged = [' ss:MergeAcross="9999" ss:MergeDown="9999"', ' ss:Index="255" ss:MergeDown="1048576"']
    for (const cell of [' ss:Index="99999999999999999999"', ...merged])
      expect(await reasonOf(() => readWorkbook(workbook('', cell)))).toBe('too-large')
  })

  test('that is binary, with a link over all of its cells', async () => {
    const sheet = utils.aoa_to_sheet([['项目']])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'a')
    ;(sheet['A1'] as { l?: object }).l = { Target: '#a!A1' }
    const { grid } = await readWorkbook(write(book, { bookType: 'xlsb', type: 'buffer' }))
    expect(printRows(grid)).toEqual([['项目']])
  })
})

test('a binary workbook is read without the lists that its texts and cells have besides', () => {
  const item = [1, 1, 0, 0, 0, 0x79, 0x98, 255, 255, 255, 255]
  const rich = [0, 0, 0, 0, 0, 0, 0, 0, ...item]
  const record = (kind: number, content: readonly number[]): number[] => [kind, content.length, ...content]
  const part = [record(0x13, item), record(0x33, [255, 255, 255, 255]), record(0x3e, rich), record(0x3e, [])]
  expect([...xlsbForLibrary(Uint8Array.from(part.flat()))]).toEqual([
    ...record(0x13, [0, ...item.slice(1)]),
    ...record(0x3e, [...rich.slice(0, 8), 0, ...item.slice(1)]),
    ...record(0x3e, []),
  ])
})

describe('an OpenDocument', () => {
  const ods = (cells: string): Uint8Array =>
    makeZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'META-INF/manifest.xml', data: '<manifest:manifest/>' },
      { name: 'styles.xml', data: '<office:document-styles/>' },
      {
        name: 'content.xml',
        data: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      },
    ])
  const cell = (attributes: string, content: string): string =>
    `<table:table-cell office:value-type="string"${attributes}>${content}</table:table-cell>`

  test.each([
    cell('', '<table:table-cell table:number-columns-repeated="2147483647"/><text:p>项目</text:p>'),
    cell(' table:number-columns-repeated="99999999999"', '<text:p>项目</text:p>'),
    cell(' a=">" table:number-columns-repeated="2147483647"', '<text:p>项目</text:p>'),
    `<table:table-row table:number-rows-repeated="0x7fffffff"/>${cell('', '<text:p>项目</text:p>')}`,
  ])('that repeats a cell two billion times: %s', async (cells) => {
    expect(await reasonOf(() => readWorkbook(ods(cells)))).toBe('too-large')
  })

  test('with a billion blanks', async () => {
    const { source } = await readWorkbook(
      ods(cell('', '<text:p>项目<text:s text:c="1000000000"/>名称</text:p>')),
    )
    expect(source.text.replace(/\s+/g, ' ').trim()).toBe('项目 名称')
  })

  test.each(['min-integer-digits="2147483647"', 'Min-Decimal-Places = 1e10', "decimal-places=' 0x7fffffff'"])(
    'with a number of two billion digits: %s',
    async (digits) => {
      const style = `<number:number-style style:name="n"><number:number number:${digits}/></number:number-style>`
      const { source } = await readWorkbook(ods(`${style}${cell('', '<text:p>项目</text:p>')}`))
      expect(source.text.trim()).toBe('项目')
    },
  )
})

describe('an old workbook', () => {
  test('gives the library the results of its formulas, and not what they are reckoned by', () => {
    const result = Array.from({ length: 16 }, (_, i) => i + 1)
    const records = recordsForLibrary(stream([0x06, [...result, 9, 9, 9, 9, 0x44, 1]]))
    expect([...records.subarray(16, 38)]).toEqual([...result, 0, 0, 0, 0, 0, 0])
  })

  test('that says that it has four billion properties', async () => {
    const bytes = officeFixture('row-per-indicator.xls').slice()
    // The number of properties stands behind the identifier of their set.
    const set = Buffer.from('e0859ff2f94f6810ab9108002b27b3d9', 'hex')
    const at = Buffer.from(bytes).indexOf(set)
    const start = at - 28 + new DataView(bytes.buffer).getUint32(at + 16, true)
    new DataView(bytes.buffer).setUint32(start + 4, 0xffffffff, true)
    expect(await reasonOf(() => readWorkbook(bytes))).toBe('read')
  })

  const stream = (...records: readonly (readonly [kind: number, content: readonly number[]])[]): Uint8Array =>
    Uint8Array.from(
      [[0x809, [0, 6, 0x10, 0, 0, 0, 0, 0]] as const, ...records, [0x0a, []] as const].flatMap(
        ([kind, content]) => [kind & 255, kind >> 8, content.length & 255, content.length >> 8, ...content],
      ),
    )
  const kinds = (bytes: Uint8Array): number[] => {
    const found: number[] = []
    for (let at = 0; at + 4 <= bytes.length; ) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at)
      found.push(view.getUint16(0, true))
      at += 4 + view.getUint16(2, true)
    }
    return found
  }

  test('gives the library the records of its cells, and of columns that are hidden', () => {
    const column = (flags: number, last: number): readonly [number, number[]] => [
      0x7d,
      [0, 0, last & 255, last >> 8, 0, 0, 0, 0, flags, 0, 0, 0],
    ]
    const link: readonly [number, number[]] = [0x1b8, [0, 0, 255, 255, 0, 0, 255, 0]]
    const records = recordsForLibrary(stream(column(1, 3), column(0, 3), column(1, 65_535), link))
    expect(kinds(records)).toEqual([0x809, 0x7d, 0xfffe, 0xfffe, 0xfffe, 0x0a])
  })

  test('whose records are out of step', () => {
    const label = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(() => recordsForLibrary(stream([0xfd, label]))).not.toThrow()
    expect(() => recordsForLibrary(stream([0xfd, [...label, 0]]))).toThrow('damaged')
    expect(() => recordsForLibrary(stream([0x06, [...label, ...label]]))).toThrow('damaged')
    expect(() => recordsForLibrary(stream([0x08, label]).subarray(0, 20))).toThrow('damaged')
    expect(() => recordsForLibrary(new TextEncoder().encode('ID;PWXL'))).toThrow('damaged')
  })
})

describe('a compound file', () => {
  const fixture = officeFixture('form-per-project.doc')

  test('whose sectors follow each other in a circle', () => {
    const bytes = fixture.slice()
    const view = new DataView(bytes.buffer)
    const table = 512 * (view.getUint32(76, true) + 1)
    const first = view.getUint32(48, true)
    view.setUint32(table + 4 * first, first, true)
    expect(() => new CompoundFile(bytes)).toThrow('damaged')
  })

  test.each([
    [2, 0x4c],
    [0, 0x50],
  ])('a document whose header says more text than there is (%#)', async (_, field) => {
    const bytes = fixture.slice()
    const header = Buffer.from(bytes).indexOf(Buffer.from([0xec, 0xa5]))
    bytes.set([0xff, 0xff, 0xff, 0x7f], header + field)
    expect(await reasonOf(async () => readDoc(bytes))).toBe('damaged')
  })
})

describe('a PDF', () => {
  const text = show(20, 200, '项目')

  test('whose forms draw ten others each, eight deep', async () => {
    // Objects 8 to 15 are the forms; each calls the next one.
    const forms = Array.from({ length: 8 }, (_, i) => makeForm(`/X${i + 2} Do `.repeat(10)))
    expect(await reasonOf(() => readPdf(makePdf([`${text} /X1 Do`], [...forms, makeForm(text)])))).toBe(
      'too-large',
    )
  })

  const patterned = (type: string): Uint8Array => {
    const paint = '/Pattern cs /P scn 0 0 9 9 re f'
    const pattern = `<</Type/Pattern/${type}/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 8 0 R>>>>/Length ${paint.length}>>stream\n${paint}\nendstream`
    const resources = '/Resources<</Font<</F1 3 0 R>>/Pattern<</P 8 0 R>>>>'
    return makePdf([{ content: `${paint} ${text}`, entries: resources }], [pattern])
  }

  test.each(['PatternType 1', 'PatternType 1.0', 'Pattern#54ype 1', 'PatternType % tiling\n1'])(
    'whose pattern paints with itself (%s)',
    async (type) => {
      const { source } = await readPdf(patterned(type))
      expect(source.text.trim()).toBe('项目')
    },
  )

  test('whose content inflates to a gigabyte', () => {
    const packed = deflateSync(deflateSync(new Uint8Array(110 * 1024 * 1024)))
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj\n<</Filter[/FlateDecode/FlateDecode]>>stream\n'),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ])
    expect(() => harmlessPdf(pdf)).toThrow('too-large: > 100 MB')
  })

  test('without patterns and bombs is given as it is', () => {
    const bytes = new Uint8Array(readFileSync('fixtures/pdf/form-libreoffice.pdf'))
    expect(Buffer.compare(harmlessPdf(bytes), bytes)).toBe(0)
  })
})

test.each(['99999999999999999999', '-1e300', '1e999'])(
  'an OFD with a text %s millimetres away',
  async (step) => {
    const object = `<ofd:TextObject ID="1" Boundary="0 0 9 9" Size="3"><ofd:TextCode X="0" Y="1" DeltaX="${step}">项目</ofd:TextCode></ofd:TextObject>`
    expect(await reasonOf(() => readOfd(makeOfd([page(object)])))).toBe('read')
  },
)

test('an OFD with a text whose steps are repeated a billion times', async () => {
  const object =
    '<ofd:TextObject ID="1" Boundary="0 0 9 9" Size="3"><ofd:TextCode X="0" Y="1" DeltaX="g 1000000000 1">项目</ofd:TextCode></ofd:TextObject>'
  expect(await reasonOf(() => readOfd(makeOfd([page(object)])))).toBe('read')
})
