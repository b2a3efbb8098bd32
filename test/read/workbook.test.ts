import { CFB, utils, type WorkSheet, write } from '@e965/xlsx'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/read/document.ts'
import { readWorkbook } from '../../src/read/workbook.ts'
import { checkSheetParts, partsForLibrary } from '../../src/read/workbook-parts.ts'
import { expectedForms, expectedMenyuan, officeFixture, printRows, reasonOf } from './office-fixtures.ts'
import { makeZip } from './zip-maker.ts'

const FORMATS = ['xlsx', 'xls', 'ods'] as const

/** A merged cell over the whole width, as titles are. */
const across = (text: string, width: number): string[] => [
  text,
  ...Array.from({ length: width - 1 }, () => '^'),
]

describe('fixtures that LibreOffice made', () => {
  test.each(FORMATS)('the Menyuan filing as %s has the cells of its text', async (format) => {
    const { grid, format: named, notes } = await readWorkbook(officeFixture(`menyuan-2022.${format}`))
    const { title, rows } = expectedMenyuan()
    expect(printRows(grid)).toEqual([across(title, 5), ...rows])
    expect([named, notes]).toEqual([format, []])
  })

  test.each(FORMATS.flatMap((format) => [`form-per-project.${format}`, `row-per-indicator.${format}`]))(
    '%s',
    async (name) => {
      const forms = expectedForms(name.slice(0, name.indexOf('.')))
      const { grid } = await readWorkbook(officeFixture(name))
      expect(printRows(grid)).toEqual(
        forms.flatMap(({ above, rows }) => [
          ...above.map((line) => across(line, rows[0]?.length ?? 0)),
          ...rows,
        ]),
      )
      expect(grid.blocks.filter((block) => block.kind === 'gap' && block.endsTable)).toHaveLength(
        forms.length,
      )
    },
  )

  test('an independent reader finds the same texts', async () => {
    for (const name of ['menyuan-2022', 'form-per-project', 'row-per-indicator']) {
      const bytes = officeFixture(`${name}.xlsx`)
      const sheets = await readExcelFile(Buffer.from(bytes))
      const texts = sheets.flatMap(({ data }) =>
        data.flat().filter((value): value is string => typeof value === 'string'),
      )
      const { grid } = await readWorkbook(bytes)
      const ours = new Set(printRows(grid).flat())
      expect(texts.length).toBeGreaterThan(20)
      expect(texts.filter((text) => !ours.has(text.trim()))).toEqual([])
    }
  })
})

/** A workbook of one sheet, written by the library and changed by hand where it can't. */
const made = (
  sheets: Readonly<Record<string, WorkSheet>>,
  options: { readonly hidden?: readonly string[]; readonly type?: 'xlsx' | 'biff8' | 'xlml' | 'xlsb' } = {},
): Uint8Array => {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  const hidden = Object.keys(sheets).map(
    (name) => ({ Hidden: options.hidden?.includes(name) ? 1 : 0 }) as const,
  )
  book.Workbook = { Sheets: hidden }
  return new Uint8Array(write(book, { type: 'array', bookType: options.type ?? 'xlsx' }))
}

const cells = (rows: readonly (readonly unknown[])[]): WorkSheet => utils.aoa_to_sheet(rows as unknown[][])

const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => printRows((await readWorkbook(bytes)).grid)

/** The addresses of the cells that have text. */
const addressesOf = ({ source, grid }: Document): string[] =>
  grid.blocks.flatMap((block) =>
    block.kind === 'row'
      ? block.cells.flatMap(({ text }) => (text.isBlank ? [] : [source.address(text.span)?.en ?? 'none']))
      : [],
  )

describe('what a cell shows', () => {
  test.each<[string, number, string | undefined, string]>([
    ['two decimals', 4, '0.00', '4.00'],
    ['separators', 1030700, '#,##0.00', '1,030,700.00'],
    ['room for a sign', 4, '0.00_ ', '4.00'],
    ['red and brackets', -1030700, '#,##0.00_);[Red]\\(#,##0.00\\)', '(1,030,700.00)'],
    ['accounting', 1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    ['accounting, zero', 0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    ['percent', 0.95, '0%', '95%'],
    ['percent that binary fractions miss', 0.285, '0%', '29%'],
    ['half a cent up', 1.005, '0.00', '1.01'],
    ['half a cent that is stored below', 8.345, '#,##0.00', '8.35'],
    ['no rounding up of less than half', 1.00499999999999, '0.00', '1.00'],
    ['a unit', 4, '0.00"万元"', '4.00万元'],
    ['a unit without quotes', 250, '0万元', '250万元'],
    ['a currency', 5, '¥#,##0.00', '¥5.00'],
    ['leading zeros', 12, '000000', '000012'],
    ['a date', 44926, 'yyyy"年"m"月"d"日"', '2022年12月31日'],
    ['a date without quotes', 44926, 'yyyy年m月d日', '2022年12月31日'],
    ['a Chinese date', 44926, '[$-804]yyyy"年"m"月"d"日";@', '2022年12月31日'],
    ["the system's short date", 44926, 'm/d/yy', '2022/12/31'],
    ['a number as text', 12.5, '@', '12.5'],
    ['a sum of binary fractions', 264.79000000000002, undefined, '264.79'],
    ['0.1 + 0.2', 0.1 + 0.2, undefined, '0.3'],
    ['a product', 1.15 * 100, undefined, '115'],
    ['a long code', 630121202200123, undefined, '630121202200123'],
    ['a tiny remainder', 1.5e-10, undefined, '0.00000000015'],
    ['a huge number', 1e22, undefined, '10000000000000000000000'],
    ['a negative', -3.5, undefined, '-3.5'],
    ['a zero that is hidden', 0, '0.00;-0.00;;@', ''],
    ['a value that is hidden', 5, ';;;', '5'],
    ['a format that is none', 5, '0.0[', '5'],
  ])('%s', async (_, value, format, printed) => {
    const sheet = cells([['金额', 0, '元']])
    sheet['B1'] = { t: 'n', v: value, ...(format === undefined ? {} : { z: format }) }
    expect(await rowsOf(made({ Sheet1: sheet }))).toEqual([['金额', printed, '元']])
  })

  test('errors, booleans, cached results, breaks, apostrophes and markup', async () => {
    const sheet = cells([['x', true, 0, '一\n二\r\n三', "'甲", '<p>乙</p>', '丙\t丁', '  戊 ']])
    sheet['A1'] = { t: 'e', v: 23 }
    sheet['C1'] = { t: 'n', v: 5.34, f: 'SUM(D1:D9)', z: '0.00' }
    expect(await rowsOf(made({ Sheet1: sheet }))).toEqual([
      ['#REF!', 'TRUE', '5.34', '一\n二\n三', "'甲", '<p>乙</p>', '丙 丁', '戊'],
    ])
  })

  /** A workbook written out, for what the library doesn't write. */
  const byHand = (row: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const packaged = 'http://schemas.openxmlformats.org/package/2006'
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    const files = {
      '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet ${main}/>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData>${row}</sheetData></worksheet>`,
      ...parts,
    }
    return makeZip(Object.entries(files).map(([name, data]) => ({ name, data })))
  }

  test('rich text is one text, without its pronunciation', async () => {
    const row =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>绩</t></r><r><rPr><b/></rPr><t xml:space="preserve">效 </t></r><rPh sb="0" eb="1"><t>ji</t></rPh></is></c></row>'
    expect(await rowsOf(byHand(row))).toEqual([['绩效']])
  })

  test('a sheet that the list names again and again is read once', async () => {
    const list = '<sheet name="Sheet1" sheetId="1" r:id="r1"/>'.repeat(300)
    const book = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list}</sheets></workbook>`
    const row = '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>'
    expect(await rowsOf(byHand(row, { 'xl/workbook.xml': book }))).toEqual([['2', '3']])
  })

  test.each([
    [14, '2022/12/31'],
    [31, '2022年12月31日'],
    [57, '2022年12月'],
    [58, '12月31日'],
  ])('format %i, which has no code in files of Chinese Excel', async (id, printed) => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="1"><xf numFmtId="${id}"/></cellXfs></styleSheet>`
    const bytes = byHand('<row r="1"><c r="A1" s="0"><v>44926</v></c></row>', { 'xl/styles.xml': styles })
    expect(await rowsOf(bytes)).toEqual([[printed]])
  })

  test('a formula without its result stands for itself, and a note names its cell', async () => {
    const row =
      '<row r="1"><c r="A1"><f>SUM(A2:A9)</f><v></v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2</f><v>2</v></c></row>'
    const { grid, notes } = await readWorkbook(byHand(row))
    expect(printRows(grid)).toEqual([
      ['=SUM(A2:A9)', ''],
      ['2', '2'],
    ])
    expect(notes).toEqual([{ kind: 'uncalculated', detail: 'Sheet1!A1' }])
  })

  test("a file's own format prevails", async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="31" formatCode="yyyy\\-mm"/></numFmts><cellXfs count="1"><xf numFmtId="31"/></cellXfs></styleSheet>'
    const bytes = byHand('<row r="1"><c r="A1" s="0"><v>44926</v></c></row>', { 'xl/styles.xml': styles })
    expect(await rowsOf(bytes)).toEqual([['2022-12']])
  })

  test('a sheet that claims to be full is as large as its cells', async () => {
    const row = '<row r="3"><c r="B3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    const document = await readWorkbook(byHand(row))
    expect(addressesOf(document)).toEqual(['Sheet1!B3', 'Sheet1!XFD1048576'])
    expect(document.grid.blocks.map(({ kind }) => kind)).toEqual(['row', 'gap', 'row', 'gap'])
  })

  test('more cells than anybody reads', async () => {
    const row = `<row>${'<c/>'.repeat(2_000_001)}</row>`
    const entry = { name: 'xl/worksheets/sheet1.xml', bytes: new TextEncoder().encode(row) }
    expect(await reasonOf(async () => checkSheetParts([entry], 'xlsx'))).toBe('too-large')
  })
})

describe('the shape of a sheet', () => {
  const merged = (rows: readonly (readonly unknown[])[], ...ranges: string[]): WorkSheet => {
    const sheet = cells(rows)
    sheet['!merges'] = ranges.map((range) => utils.decode_range(range))
    return sheet
  }

  test.each<[string, WorkSheet, string[][]]>([
    [
      'blank edges',
      cells([[], ['', ' ', '甲', '', ''], ['', '', '', '乙'], ['', '']]),
      [
        ['甲', ''],
        ['', '乙'],
      ],
    ],
    [
      'merged cells',
      merged(
        [
          ['a', '', 'b'],
          ['', '', 'c'],
          ['d', 'e', 'f'],
        ],
        'A1:B2',
      ),
      [
        ['a', '^', 'b'],
        ['^', '^', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'a merged cell over a blank row',
      merged([['a', 'b'], [], ['', 'c']], 'A1:A3'),
      [
        ['a', 'b'],
        ['^', ''],
        ['^', 'c'],
      ],
    ],
    [
      'a merged cell beyond the used part',
      merged([['a', 'b'], ['c']], 'A2:Z1048576'),
      [
        ['a', 'b'],
        ['c', '^'],
      ],
    ],
    [
      'merged cells that overlap: the first counts',
      merged(
        [
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
        ],
        'A1:A2',
        'A2:B2',
      ),
      [
        ['a', 'b', 'c'],
        ['d', '^', 'f'],
      ].map((row, i) => (i === 1 ? ['d', 'e', 'f'] : row)),
    ],
    [
      'the same text under a merged cell',
      merged(
        [
          ['产出', 'x'],
          ['产出', 'y'],
        ],
        'A1:A2',
      ),
      [
        ['产出', 'x'],
        ['^', 'y'],
      ],
    ],
    [
      'another text under a merged cell is kept',
      merged(
        [
          ['产出', 'x'],
          ['效益', 'y'],
          ['', 'z'],
        ],
        'A1:A3',
      ),
      [
        ['产出', 'x'],
        ['效益', 'y'],
        ['', 'z'],
      ],
    ],
  ])('%s', async (_, sheet, rows) => {
    expect(await rowsOf(made({ Sheet1: sheet }))).toEqual(rows)
  })

  test('blank rows between are one gap', async () => {
    const { grid } = await readWorkbook(made({ Sheet1: cells([['甲'], [], [], ['乙']]) }))
    expect(
      grid.blocks.map((block) => (block.kind === 'gap' ? (block.endsTable ?? false) : block.kind)),
    ).toEqual(['row', false, 'row', true])
  })

  test('300 columns', async () => {
    const row = Array.from({ length: 300 }, (_, i) => `${i}`)
    expect(await rowsOf(made({ Sheet1: cells([row]) }))).toEqual([row])
  })

  test('addresses, with names as formulas write them', async () => {
    const sheet = merged(
      [
        ['', '', ''],
        ['', '甲', '乙'],
        ['', '', '丙'],
      ],
      'B2:B3',
    )
    const names = ['Sheet1', '项目表', '项目 1', "o'x", 'A1', 'R1C1', '2022年']
    const document = await readWorkbook(made(Object.fromEntries(names.map((name) => [name, sheet]))))
    expect(addressesOf(document)).toEqual(
      ['Sheet1', '项目表', "'项目 1'", "'o''x'", "'A1'", "'R1C1'", "'2022年'"].flatMap((name) =>
        ['B2', 'C2', 'C3'].map((cell) => `${name}!${cell}`),
      ),
    )
  })

  test('a value deep inside a cell has the address of the cell', async () => {
    const { source } = await readWorkbook(made({ Sheet1: cells([['一', '二三四']]) }))
    const start = source.text.indexOf('四')
    expect(source.address({ start, end: start + 1 })).toEqual({ zh: 'Sheet1!B1', en: 'Sheet1!B1' })
  })

  test('hidden rows and columns are read and named, hidden sheets named', async () => {
    const sheet = cells([['a', 'b'], ['c', 'd'], [], ['e', 'f']])
    sheet['!rows'] = [{}, { hidden: true }, { hidden: true }]
    sheet['!cols'] = [{}, { hidden: true }]
    const bytes = made({ 表: sheet, 底稿: cells([['x']]) }, { hidden: ['底稿'] })
    const { grid, notes } = await readWorkbook(bytes)
    expect(printRows(grid)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(notes).toEqual([
      { kind: 'hidden-rows', detail: '表!2:2, 表!B:B' },
      { kind: 'hidden-sheets', detail: '底稿' },
    ])
  })

  test.each(['biff8', 'xlml', 'xlsb'] as const)('%s', async (type) => {
    const bytes = made(
      {
        表: merged(
          [
            ['甲', 4],
            ['', '乙\n丙'],
          ],
          'A1:A2',
        ),
      },
      { type },
    )
    expect(await rowsOf(bytes)).toEqual([
      ['甲', '4'],
      ['^', '乙\n丙'],
    ])
  })

  test('a workbook of Excel 95 in GBK', async () => {
    const record = (type: number, ...bytes: number[]): number[] => [
      type & 255,
      type >> 8,
      bytes.length,
      0,
      ...bytes,
    ]
    const label = [0, 0, 1, 0, 0, 0, 4, 0, 0xcf, 0xee, 0xc4, 0xbf]
    const bytes = [
      ...record(0x0809, 0, 5, 0x10, 0, 0, 0, 0, 0),
      ...record(0x0042, 0xa8, 3),
      ...record(0x0204, ...label),
      ...record(0x000a),
    ]
    expect(await rowsOf(Uint8Array.from(bytes))).toEqual([['项目']])
  })
})

describe('what cannot be read', () => {
  const compound = (...streams: string[]): Uint8Array => {
    const container = CFB.utils.cfb_new()
    for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(5_000))
    return new Uint8Array(CFB.write(container, { type: 'buffer' }))
  }
  const content = (cell: string): Uint8Array =>
    makeZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'META-INF/manifest.xml', data: '<manifest:manifest/>' },
      { name: 'styles.xml', data: '<office:document-styles/>' },
      {
        name: 'content.xml',
        data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${cell}</table:table></office:spreadsheet></office:body></office:document-content>`,
      },
    ])

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'unsupported'],
    ['text', new TextEncoder().encode('项目\t金额\n'), 'unsupported'],
    ['a PDF', officeFixture('row-per-indicator.pdf'), 'unsupported'],
    ['a document', officeFixture('row-per-indicator.docx'), 'unsupported'],
    ['an old document', compound('WordDocument'), 'unsupported'],
    ['a workbook behind a password', compound('EncryptedPackage', 'EncryptionInfo'), 'encrypted'],
    ['half a workbook', officeFixture('menyuan-2022.xlsx').subarray(0, 4_000), 'damaged'],
    ['the beginning of an old workbook', officeFixture('menyuan-2022.xls').subarray(0, 512), 'damaged'],
    ['a workbook without cells', made({ Sheet1: cells([[]]) }), 'no-cells'],
    [
      'a workbook whose only cells are hidden',
      made({ a: cells([]), b: cells([['x']]) }, { hidden: ['b'] }),
      'no-cells',
    ],
    [
      'a cell that is repeated a million times',
      content(
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="2001" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
      'too-large',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(() => readWorkbook(bytes))).toBe(reason)
  })

  test('an old workbook behind a password', async () => {
    // The record FILEPASS (0x2F) right behind the first one says it.
    const bytes = officeFixture('row-per-indicator.xls')
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]))
    const locked = Uint8Array.from(bytes)
    locked.set([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4], at + 20)
    expect(await reasonOf(() => readWorkbook(locked))).toBe('encrypted')
  })

  test('a list of external sheets without its length', async () => {
    const bytes = officeFixture('row-per-indicator.xls').slice()
    // The length of a cell's record: what follows is read out of step, and seems to have such a list.
    bytes[4911] = 76
    expect(await reasonOf(() => readWorkbook(bytes))).toBe('damaged')
  })

  test('the library keeps its remarks to itself', async () => {
    const remarks: unknown[] = []
    const { error } = console
    console.error = (...words) => void remarks.push(words)
    // A record of a type that there isn't, right behind the first one.
    const bytes = officeFixture('row-per-indicator.xls')
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]))
    bytes.set([0xfd, 0xe5, 0, 0], at + 20)
    await reasonOf(() => readWorkbook(bytes))
    console.error = error
    expect(remarks).toEqual([])
  })

  test('cells that have a style and nothing else are not counted, unless places depend on them', () => {
    const blank = '<row r="3" ht="20"><c r="A3" s="1"/><c r="B3" s="1"></c></row><row r="4"/>'
    const sheet = (rows: string) => [
      {
        name: 'xl/worksheets/sheet1.xml',
        bytes: new TextEncoder().encode(`<sheetData>${rows}</sheetData>`),
      },
    ]
    const partsOf = (rows: string): string[] =>
      partsForLibrary(sheet(rows)).map(({ bytes }) => new TextDecoder().decode(bytes))
    const filled = '<row r="2"><c r="A2"><v>1</v></c></row>'
    expect(partsOf(filled + blank.repeat(3))).toEqual([`<sheetData>${filled}</sheetData>`])
    const follows = `<row r="2"><c r="A2" s="1"/><c><v>1</v></c></row>${blank}`
    expect(partsOf(follows)).toEqual([`<sheetData>${follows}</sheetData>`])
    expect(() => checkSheetParts(partsForLibrary(sheet(blank.repeat(1_100_000))), 'xlsx')).not.toThrow()
  })

  test('cells that are blank and repeated are nothing', async () => {
    const row =
      '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    expect(await rowsOf(content(row))).toEqual([['x']])
  })

  test.each(FORMATS)('any change of bytes in %s is read or refused', async (format) => {
    const whole = officeFixture(`row-per-indicator.${format}`)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, value, length) => {
          const bytes = whole.slice(0, value % 3 === 0 ? length : whole.length)
          bytes[Math.min(at, bytes.length)] = value
          expect(await reasonOf(() => readWorkbook(bytes))).not.toMatch(/^threw/)
        },
      ),
      { numRuns: 100 },
    )
  })
})
