import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { listNumeral } from '../../src/read/docx/numerals.ts'
import { readDocx } from '../../src/read/docx.ts'
import type { Grid } from '../../src/read/grid.ts'
import { expectedForms, expectedMenyuan, officeFixture, printRows, reasonOf } from './office-fixtures.ts'
import { makeZip } from './zip-maker.ts'

const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  makeZip(Object.entries(parts).map(([name, data]) => ({ name, data })))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })

const p = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

/** Rows as texts, a place that a merged cell covers as `<` or `^`; lines as they are. */
const printGrid = ({ blocks }: Grid): (string | string[])[] =>
  blocks.flatMap((block): (string | string[])[] => {
    if (block.kind === 'text') return [block.cell.text.text]
    if (block.kind === 'gap') return []
    const { cells } = block
    return [
      cells.map(({ text, mergedInto }) => {
        if (mergedInto === undefined) return text.text
        return cells.includes(mergedInto) ? '<' : '^'
      }),
    ]
  })

const read = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  printGrid((await readDocx(docx(body, parts))).grid)

describe('tables and the text around them', () => {
  test('with a table in a cell of each row', async () => {
    const inner = (name: string): string =>
      tc(`${tbl(tr(tc('三级指标'), tc('指标值')), tr(tc(name), tc('≥300盏')))}${p('')}`)
    const head = tr(tc('项目'), tc('金额'), tc('绩效指标'))
    const rows = ['路灯维护数量', '桥梁照明数量'].map((name) => tr(tc('照明'), tc('5.00'), inner(name)))
    expect(await read(tbl(head, ...rows))).toEqual([
      ['项目', '金额', '绩效指标'],
      ['照明', '5.00', '三级指标 指标值\n路灯维护数量 ≥300盏'],
      ['照明', '5.00', '三级指标 指标值\n桥梁照明数量 ≥300盏'],
    ])
  })

  test('in order', async () => {
    const body = `${p('绩效目标表')}${tbl(tr(tc('项目'), tc('金额')), tr(tc('路灯维修'), tc('5.00')))}${p('注:金额单位为万元')}`
    expect(await read(body)).toEqual([
      '绩效目标表',
      ['项目', '金额'],
      ['路灯维修', '5.00'],
      '注:金额单位为万元',
    ])
  })

  test('cells that go on to the right and below', async () => {
    const body = tbl(
      tr(tc('绩效指标', '<w:gridSpan w:val="2"/>'), tc('指标值')),
      tr(tc('产出', '<w:vMerge w:val="restart"/>'), tc('培训人数'), tc('≥40人')),
      tr(tc('', '<w:vMerge/>'), tc('培训期数'), tc('≥3期')),
      tr(tc('', '<w:vMerge w:val="continue"/>'), tc('合格率'), tc('≥95%')),
      tr(tc('效益', '<w:vMerge w:val="restart"/>'), tc('知晓率'), tc('≥90%')),
    )
    expect(await read(body)).toEqual([
      ['绩效指标', '<', '指标值'],
      ['产出', '培训人数', '≥40人'],
      ['^', '培训期数', '≥3期'],
      ['^', '合格率', '≥95%'],
      ['效益', '知晓率', '≥90%'],
    ])
  })

  test('a row that begins further right, and a covered cell with another text', async () => {
    const body = tbl(
      tr(tc('甲'), tc('乙'), tc('丙')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('丁')}${tc('戊', '<w:vMerge/>')}</w:tr>`,
    )
    expect(await read(body)).toEqual([
      ['甲', '乙', '丙'],
      ['', '丁', '戊'],
    ])
  })

  test('another text in a covered cell, which Word hides, is kept; the same text is one', async () => {
    const body = tbl(
      tr(tc('产出', '<w:vMerge w:val="restart"/>'), tc('一')),
      tr(tc('产出', '<w:vMerge/>'), tc('二')),
      tr(tc('效益', '<w:vMerge/>'), tc('三')),
      tr(tc('', '<w:vMerge/>'), tc('四')),
    )
    expect(await read(body)).toEqual([
      ['产出', '一'],
      ['^', '二'],
      ['效益', '三'],
      ['^', '四'],
    ])
  })

  test('cells merged sideways as old documents do', async () => {
    const body = tbl(
      tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')),
      tr(tc('1'), tc('2'), tc('3')),
    )
    expect(await read(body)).toEqual([
      ['甲', '<', '乙'],
      ['1', '2', '3'],
    ])
  })

  test('rows and cells in content controls and insertions, none that were deleted', async () => {
    const row = tr(`<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`, tc('b'))
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('x')}</w:tr>`
    const body = tbl(`<w:sdt><w:sdtContent>${row}</w:sdtContent></w:sdt>`, deleted, tr(tc('c'), tc('d')))
    const document = await readDocx(docx(body))
    expect(printGrid(document.grid)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(document.notes).toEqual([{ kind: 'tracked-changes', detail: '1' }])
  })

  test('paragraphs and line breaks in a cell are lines of it', async () => {
    const cell = `${p('目标1:一')}${p('')}<w:p><w:r><w:t>目标2:二</w:t><w:br/><w:t>三</w:t><w:tab/><w:t>四</w:t></w:r></w:p>`
    expect(await read(tbl(tr(tc(cell), tc('x'))))).toEqual([['目标1:一\n目标2:二\n三 四', 'x']])
  })

  test('a table that only holds another in its place', async () => {
    const inner = tbl(tr(tc('项目'), tc('金额')), tr(tc('甲'), tc('1')))
    const body = tbl(tr(tc(`${p('说明')}${inner}${p('')}`)))
    expect(await read(body)).toEqual(['说明', ['项目', '金额'], ['甲', '1']])
  })

  test('a table inside a cell of another follows it where it is the larger part', async () => {
    const inner = tbl(tr(tc('指标'), tc('指标值')), tr(tc('次数'), tc('3次')))
    expect(await read(tbl(tr(tc('a'), tc(`${p('c')}${inner}`))) + p('后'))).toEqual([
      ['a', 'c'],
      ['指标', '指标值'],
      ['次数', '3次'],
      '后',
    ])
  })

  test('a few figures in a table of their own are text of their cell', async () => {
    const inner = tbl(tr(tc('甲渠'), tc('5公里')), tr(tc('乙渠'), tc(p('7') + p('公里'))))
    expect(
      await read(tbl(tr(tc('维修渠道长度，合计十二公里，分两处实施'), tc(`${p('其中')}${inner}${p('完')}`)))),
    ).toEqual([['维修渠道长度，合计十二公里，分两处实施', '其中\n甲渠 5公里\n乙渠 7 公里\n完']])
  })

  test('pages end in gaps', async () => {
    const body = `<w:p><w:r><w:t>一</w:t><w:br w:type="page"/><w:t>二</w:t></w:r></w:p>`
    const { grid } = await readDocx(docx(body))
    expect(grid.blocks.map((block) => (block.kind === 'text' ? block.cell.text.text : block.kind))).toEqual([
      '一',
      'gap',
      '二',
    ])
  })
})

describe('what is printed and what is not', () => {
  test('text boxes once, content controls, links, inserted text', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('框内')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框内')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    const body = `<w:p><w:r><w:t>前</w:t></w:r>${box}<w:ins><w:r><w:t>中</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>后</w:t></w:r></w:hyperlink></w:p><w:sdt><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>`
    expect(await read(body)).toEqual(['前中后', '框内', '控件'])
  })

  test('deleted text is left out, and said', async () => {
    const body = '<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>'
    const document = await readDocx(docx(body))
    expect(printGrid(document.grid)).toEqual(['保留'])
    expect(document.notes).toEqual([{ kind: 'tracked-changes', detail: '1' }])
  })

  test('hidden text is left out, and said; text that is not hidden any more is read', async () => {
    const run = (vanish: string, text: string): string =>
      `<w:r><w:rPr>${vanish}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('<w:vanish/>', '藏')}${run('<w:vanish w:val="0"/>', '见')}</w:p>`
    const document = await readDocx(docx(body))
    expect(printGrid(document.grid)).toEqual(['见'])
    expect(document.notes).toEqual([{ kind: 'hidden-text', detail: '1' }])
  })

  test('symbols, hyphens, tab stops, field codes', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>新增</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings 2" w:char="00A3"/><w:sym w:font="Foo" w:char="F041"/><w:instrText>PAGE</w:instrText></w:r></w:p>'
    expect(await read(body)).toEqual(['☑新增-□\uf041'])
  })

  test.each([
    [
      'letters of a symbol font',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>',
      '☑',
    ],
    [
      'a comparator of a symbol font',
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>',
      '≥90%',
    ],
    [
      'a ticked box',
      '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>',
      '☑',
    ],
    [
      'a box',
      '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>',
      '□',
    ],
    [
      'blanks that are kept',
      '<w:r><w:t xml:space="preserve">a </w:t><w:t> b </w:t><w:t>c</w:t></w:r>',
      'a bc',
    ],
    ['a formula', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', 'x'],
    [
      'a word with its pronunciation',
      '<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '音',
    ],
    ['entities', '<w:r><w:t>&lt;甲&gt;&amp;&#x2265;</w:t></w:r>', '<甲>&≥'],
  ])('%s', async (_, runs, text) => {
    expect(await read(`<w:p>${runs}</w:p>`)).toEqual([text])
  })

  test('notes stand at the end, each once, and can be found', async () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
    const notes = `<w:footnotes ${W}>${note(1, '无人提到')}${note(2, '含上年结转')}</w:footnotes>`
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const body = `<w:p><w:r><w:t>40人</w:t></w:r>${mark}${mark}</w:p>`
    const { source, grid } = await readDocx(docx(body, { 'word/footnotes.xml': notes }))
    expect(printGrid(grid)).toEqual(['40人', '含上年结转'])
    const start = source.text.indexOf('含')
    expect(source.address({ start, end: start })).toEqual({ zh: '脚注1', en: 'footnote 1' })
  })
})

describe('numbers that Word counts', () => {
  const level = (at: number, format: string, text: string, start = 1): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%1.%2.')}${level(2, 'decimalEnclosedCircleChinese', '%3')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '目标%1:', 3)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
  const item = (text: string, list: number, at = 0): string =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

  test('by level, anew under each, in the formats of Chinese documents', async () => {
    const body = [
      item('产出指标', 1),
      item('数量', 1, 1),
      item('质量', 1, 1),
      item('甲', 1, 2),
      item('', 1, 2),
      item('乙', 1, 2),
      item('效益指标', 1),
      item('社会', 1, 1),
      item('点', 2),
      item('三', 3),
      item('四', 3),
      item('无', 9),
    ].join('')
    expect(await read(body, { 'word/numbering.xml': numbering })).toEqual([
      '一、产出指标',
      '一.1. 数量',
      '一.2. 质量',
      '①甲',
      '②',
      '③乙',
      '二、效益指标',
      '二.1. 社会',
      '• 点',
      '目标3: 三',
      '目标4: 四',
      '无',
    ])
  })

  test('over levels of other definitions, from given starts, without a distance', async () => {
    const own = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:isLgl/><w:suff w:val="nothing"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const body = [
      item('a', 1),
      item('b', 1, 1),
      item('c', 3),
      item('d', 2),
      item('e', 2),
      item('f', 2, 1),
    ].join('')
    expect(await read(body, { 'word/numbering.xml': own })).toEqual([
      'I. a',
      '1.1)b',
      'II. c',
      'V. d',
      'VI. e',
      '6.1)f',
    ])
  })

  test('of a style', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`
    const body = p('一', '<w:pStyle w:val="a"/>') + p('二', '<w:pStyle w:val="b"/>')
    expect(await read(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).toEqual([
      '目标3: 一',
      '二',
    ])
  })
})

test('cells and paragraphs can be found again', async () => {
  const { source, grid } = await readDocx(
    docx(`${p('甲')}${tbl(tr(tc('a'), tc('b')), tr(tc('c'), tc('d')))}${p('乙')}`),
  )
  const names = grid.blocks.flatMap((block) =>
    block.kind === 'row'
      ? block.cells.map(({ span }) => source.address(span)?.en)
      : block.kind === 'text'
        ? [source.address(block.cell.span)?.zh]
        : [],
  )
  expect(names).toEqual([
    '第1段',
    'table 1, row 1, column 1',
    'table 1, row 1, column 2',
    'table 1, row 2, column 1',
    'table 1, row 2, column 2',
    '第2段',
  ])
})

describe('what cannot be read', () => {
  const compound = (...streams: string[]): Uint8Array => {
    const container = CFB.utils.cfb_new()
    for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(5_000))
    return new Uint8Array(CFB.write(container, { type: 'buffer' }))
  }

  test('entities of a document type are not expanded', async () => {
    const body = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    const part = `<?xml version="1.0"?>${body}<w:document ${W}><w:body>${p('&a;')}</w:body></w:document>`
    const bytes = zip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': part })
    expect(printRows((await readDocx(bytes)).grid)).toEqual([['[&a;]']])
  })

  test.each([
    ['no zip', Uint8Array.of(1, 2, 3), 'damaged'],
    ['a document without text', docx(''), 'no-cells'],
    ['another package', zip({ 'a.txt': 'x' }), 'unsupported'],
    ['a workbook', officeFixture('row-per-indicator.xlsx'), 'unsupported'],
    ['a document behind a password', compound('EncryptedPackage', 'EncryptionInfo'), 'encrypted'],
    ['an old document', compound('WordDocument'), 'unsupported'],
    ['no main part', zip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS }), 'damaged'],
    ['tables in tables, 200 deep', docx('<w:tbl><w:tr><w:tc>'.repeat(200)), 'too-large'],
    ['a cut file', docx(p('甲')).subarray(0, 200), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(() => readDocx(bytes))).toBe(reason)
  })

  test('any change of bytes is read or refused', async () => {
    const whole = docx(tbl(tr(tc('项目'), tc('金额'))))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Uint8Array.from(whole)
        bytes[at] = value
        expect(await reasonOf(() => readDocx(bytes))).not.toMatch(/^threw/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('fixtures that LibreOffice made', () => {
  test('the Menyuan filing has the cells of its text', async () => {
    const { grid, notes } = await readDocx(officeFixture('menyuan-2022.docx'))
    const { title, rows } = expectedMenyuan()
    expect(printRows(grid)).toEqual([[`[${title}]`], ...rows])
    expect(notes).toEqual([])
  })

  test.each(['form-per-project', 'row-per-indicator'])('%s', async (name) => {
    const { grid } = await readDocx(officeFixture(`${name}.docx`))
    const forms = expectedForms(name)
    expect(printRows(grid)).toEqual(
      forms.flatMap(({ above, rows }) => [...above.map((line) => [`[${line}]`]), ...rows]),
    )
  })

  test.each(['menyuan-2022', 'form-per-project', 'row-per-indicator'])(
    'an independent reader finds the words of %s',
    async (name) => {
      const bytes = officeFixture(`${name}.docx`)
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
      const { source } = await readDocx(bytes)
      expect(source.text.replace(/\s/g, '')).toBe(value.replace(/\s/g, ''))
    },
  )
})

describe('list numerals', () => {
  test.each<[string, number, string]>([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 12, '十二'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 2005, '二千零五'],
    ['japaneseCounting', 99, '九十九'],
    ['chineseLegalSimplified', 23, '贰拾叁'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircleChinese', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 27, 'aa'],
    ['upperLetter', 2, 'B'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 1999, 'mcmxcix'],
    ['none', 5, ''],
    ['unheard-of', 5, '5'],
    ['chineseCounting', 0, '0'],
  ])('%s of %i', (format, value, printed) => {
    expect(listNumeral(value, format)).toBe(printed)
  })
})
