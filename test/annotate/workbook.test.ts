import { describe, expect, test } from 'vitest'
import { RULE_CRASH } from '../../src/model/finding.ts'
import { officeFixture } from '../read/office-fixtures.ts'
import { makeZip } from '../read/zip-maker.ts'
import {
  type About,
  annotated,
  changedParts,
  checked,
  copyOf,
  edited,
  partsOf,
  recordAbout,
} from './copies.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

interface MadeSheet {
  readonly name: string
  /** Its rows and what follows them. */
  readonly xml: string
  /** Relations of the sheet: id, kind and target. */
  readonly relations?: readonly (readonly [string, string, string])[]
}

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

const SHARED = `${HEAD}<sst ${MAIN}><si><r><rPr><b/></rPr><t>项目</t></r><r><t>名称</t></r></si></sst>`

/** A workbook as Excel writes it: shared strings, and of other parts those that are given. */
const workbook = (
  sheets: readonly MadeSheet[],
  parts: Readonly<Record<string, string>> = {},
  types = '',
): Uint8Array => {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${kind.includes('/') ? kind : `${OFFICE}/${kind}`}" Target="${target}"/>`
  const relations = (list: readonly string[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
  const all: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types}</Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('rId91', 'sharedStrings', 'sharedStrings.xml'),
      ...(parts['xl/persons/person.xml'] === undefined
        ? []
        : [
            relation(
              'rId92',
              'http://schemas.microsoft.com/office/2017/10/relationships/person',
              'persons/person.xml',
            ),
          ]),
    ]),
    'xl/sharedStrings.xml': SHARED,
    ...parts,
  }
  for (const [i, { xml, relations: own = [] }] of sheets.entries()) {
    all[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet ${MAIN} xmlns:r="${OFFICE}">${xml}</worksheet>`
    if (own.length > 0)
      all[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(own.map((one) => relation(...one)))
  }
  return makeZip(Object.entries(all).map(([name, data]) => ({ name, data })))
}

const ROWS = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>${cell('B1', '数量')}</row><row r="2">${cell('A2', '甲')}${cell('B2', '≥5')}</row></sheetData>`

const commented = async (bytes: Uint8Array, ...abouts: readonly About[]) =>
  partsOf(await copyOf(bytes, await recordAbout(bytes, ...abouts)))

const NOTE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'

/** A sheet that somebody has commented on: at B2, in the drawing's first thousand of ids. */
const withComments = (text: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  workbook(
    [
      {
        name: 'Sheet1',
        xml: `${ROWS}<legacyDrawing r:id="rId7"/>`,
        relations: [
          ['rId3', 'comments', '../comments1.xml'],
          ['rId7', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ],
      },
    ],
    {
      'xl/comments1.xml': `${HEAD}<comments ${MAIN}><authors><author>王科</author></authors><commentList><comment ref="B2" authorId="0">${text}</comment></commentList></comments>`,
      'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`,
      ...more,
    },
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="${NOTE}"/>`,
  )

describe('a workbook without comments', () => {
  test('gets all that Excel wants for them', async () => {
    const bytes = workbook([{ name: 'Sheet1', xml: `${ROWS}<pageMargins left="1"/><tableParts count="0"/>` }])
    const parts = await commented(bytes, { words: '≥5', others: ['数量'] })
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      `<pageMargins left="1"/><legacyDrawing r:id="rId2" xmlns:r="${OFFICE}"/><tableParts count="0"/>`,
    )
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="../comments1.xml"')
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="../drawings/vmlDrawing1.vml"')
    expect(parts['[Content_Types].xml']).toContain(
      `<Override PartName="/xl/comments1.xml" ContentType="${NOTE}"/>`,
    )
    expect(parts['[Content_Types].xml']).toContain('<Default Extension="vml"')
    const comments = parts['xl/comments1.xml'] ?? ''
    expect(comments).toContain('<authors><author>pbo</author></authors>')
    expect(comments).toContain('<comment ref="B2" authorId="0">')
    expect(comments).toContain('问题1（错误）：“≥5”有误\n另见Sheet1!B1：另一处\n建议：改正。')
    expect(comments).toContain('<comment ref="B1" authorId="0">')
    expect(comments).toContain('问题1（相关之处）：另一处\n见Sheet1!B2：“≥5”有误')
    expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>')
  })

  test('keeps what it had, packed as it was, and says all of one cell in one comment', async () => {
    const bytes = workbook([
      { name: 'Sheet1', xml: `<sheetProtection sheet="1" password="CC1A"/>`.replace(/^/, ROWS) },
    ])
    const record = await recordAbout(bytes, { words: '≥5' }, { words: '5', says: '没有单位' })
    const copy = await copyOf(bytes, record)
    expect((await changedParts(copy, bytes)).sort()).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ])
    const parts = await partsOf(copy)
    expect(parts['xl/worksheets/sheet1.xml']).toContain(ROWS)
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      '<sheetProtection sheet="1" password="CC1A"/><legacyDrawing',
    )
    const comments = parts['xl/comments1.xml'] ?? ''
    expect(comments.match(/<comment /g)).toHaveLength(1)
    expect(comments).toContain('建议：改正。\n\n问题2（错误）：没有单位')
  })

  test('has them on the sheets where they belong, whatever these are called', async () => {
    const rows = (text: string): string =>
      `<sheetData><row r="3">${cell('C3', text)}${cell('D3', '目标')}</row></sheetData>`
    const bytes = workbook([
      { name: 'Sheet1', xml: rows('一') },
      { name: '项目 &apos;2&apos;!', xml: rows('二') },
      { name: '表3', xml: rows('三') },
    ])
    const parts = await commented(bytes, { words: '二', others: ['三'] })
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('legacyDrawing')
    expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).toContain('comments1.xml')
    expect(parts['xl/worksheets/_rels/sheet3.xml.rels']).toContain('comments2.xml')
    expect(parts['xl/comments1.xml']).toContain('问题1（错误）')
    expect(parts['xl/comments2.xml']).toContain('问题1（相关之处）')
    expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('data="1"')
    expect(parts['xl/drawings/vmlDrawing2.vml']).toContain('data="2"')
    expect(parts['xl/drawings/vmlDrawing2.vml']).toContain('_x0000_s2049')
  })

  test('has them at the first cell of a merged one', async () => {
    const rows = `<sheetData><row r="1">${cell('A1', '题')}${cell('D1', '左')}</row><row r="2">${cell('C2', '藏')}${cell('D2', '右')}</row></sheetData>`
    const bytes = workbook([
      { name: 'Sheet1', xml: `${rows}<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>` },
    ])
    const parts = await commented(bytes, { words: '题' }, { words: '藏' })
    const comments = parts['xl/comments1.xml'] ?? ''
    expect(comments.match(/<comment ref="[^"]+"/g)).toEqual(['<comment ref="A1"'])
    expect(comments).toContain('“藏”有误')
    expect(parts['xl/drawings/vmlDrawing1.vml']).toMatch(/<x:Anchor>3, /)
  })

  test('has both marks of a value that stands in two cells', async () => {
    const rows = `<sheetData><row r="1">${cell('A1', '指标')}${cell('B1', '≥')}${cell('C1', '95')}</row></sheetData>`
    const bytes = workbook([{ name: 'Sheet1', xml: rows }])
    const { 'xl/comments1.xml': comments = '' } = await commented(bytes, { words: '≥\t95' })
    expect(comments.match(/<comment ref="[^"]+"/g)).toEqual(['<comment ref="B1"', '<comment ref="C1"'])
  })

  test('shows boxes of the same size whatever the columns and rows are', async () => {
    const frame = `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="10"/><col min="2" max="2" width="100"/><col min="3" max="4" hidden="1" width="9"/></cols>`
    const rows = `<sheetData><row r="1" ht="300">${cell('A1', '甲')}${cell('B1', '乙')}</row></sheetData>`
    const bytes = workbook([{ name: 'Sheet1', xml: frame + rows }])
    const { 'xl/drawings/vmlDrawing1.vml': drawing = '' } = await commented(
      bytes,
      { words: '甲' },
      { words: '乙' },
    )
    // In B, which is 705 pixels wide, and in the first row, which is 400 high.
    expect(drawing).toMatch(/<x:Anchor>1, 12, 0, 4, 1, 312, 0, \d+<\/x:Anchor>/)
    // Behind B the columns C and D are not seen.
    expect(drawing).toMatch(/<x:Anchor>2, 12, 0, 4, 8, \d+, 0, \d+<\/x:Anchor>/)
  })
})

describe('a workbook with comments', () => {
  const runs = '<text><r><rPr><sz val="9"/></rPr><t>请核实</t></r></text>'

  test('keeps them, and has ours beside them', async () => {
    const bytes = withComments(runs)
    const parts = await commented(bytes, { words: '甲' })
    const comments = parts['xl/comments1.xml'] ?? ''
    expect(comments).toContain('<authors><author>王科</author><author>pbo</author></authors>')
    expect(comments).toContain(
      `<comment ref="B2" authorId="0">${runs}</comment><comment ref="A2" authorId="1">`,
    )
    const drawing = parts['xl/drawings/vmlDrawing1.vml'] ?? ''
    expect(drawing).toContain('id="_x0000_s1026"')
    expect(drawing).toContain('data="1"')
    expect(drawing.match(/<v:shapetype/g)).toHaveLength(1)
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']?.match(/<Relationship /g)).toHaveLength(2)
    expect(parts['[Content_Types].xml']?.match(/Extension="vml"/g)).toHaveLength(1)
    expect(parts['xl/worksheets/sheet1.xml']?.match(/legacyDrawing/g)).toHaveLength(1)
  })

  test.each([
    ['in runs', runs, `${runs.replace('</text>', '')}<r><t xml:space="preserve">\n\n</t></r><r><rPr><b/>`],
    [
      'without runs',
      '<text><t>请核实</t></text>',
      '<text><r><t>请核实</t></r><r><t xml:space="preserve">\n\n</t></r><r><rPr><b/>',
    ],
    ['empty', '<text/>', '<text><r><rPr><b/>'],
    ['of nothing', '', '<comment ref="B2" authorId="0"><text><r><rPr><b/>'],
  ])('goes on with one at the same cell: %s', async (_, text, expected) => {
    const parts = await commented(withComments(text), { words: '≥5' })
    const comments = parts['xl/comments1.xml'] ?? ''
    expect(comments).toContain(expected)
    expect(comments.match(/<comment /g)).toHaveLength(1)
    expect(comments).toContain('“≥5”有误')
    expect(parts['xl/drawings/vmlDrawing1.vml']).not.toContain('_x0000_s1026')
  })

  test('begins another thousand of ids where one is full', async () => {
    const bytes = await edited(withComments(runs), {
      'xl/drawings/vmlDrawing1.vml': (xml) => xml.replace('_x0000_s1025', '_x0000_s2047'),
    })
    const { 'xl/drawings/vmlDrawing1.vml': drawing = '' } = await commented(bytes, { words: '甲' })
    expect(drawing).toContain('data="1,2"')
    expect(drawing).toContain('_x0000_s2049')
  })

  test('answers in a conversation', async () => {
    const threads =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-01-02T03:04:05.00" personId="{A}" id="{B}"><text>请核实</text></threadedComment></ThreadedComments>'
    const bytes = await edited(
      withComments(runs, {
        'xl/threadedComments/threadedComment1.xml': threads,
        'xl/persons/person.xml':
          '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="王科" id="{A}" userId="1" providerId="None"/></personList>',
      }),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
          ),
      },
    )
    const parts = await commented(bytes, { words: '≥5' }, { words: '甲' })
    const answers = parts['xl/threadedComments/threadedComment1.xml'] ?? ''
    expect(answers.match(/<threadedComment /g)).toHaveLength(2)
    expect(answers).toContain('dT="2026-01-02T03:04:05.00" personId="{70626F00-0000-4000-8000-000000000000}"')
    expect(answers).toMatch(/parentId="\{B\}"><text>问题1（错误）：“≥5”有误/)
    expect(parts['xl/persons/person.xml']).toContain('displayName="pbo"')
    expect(parts['xl/comments1.xml']).toContain('“≥5”有误')
  })

  test('is read as before', async () => {
    const bytes = await edited(officeFixture('menyuan-2022.xlsx'), {})
    const first = await copyOf(bytes, await checked(bytes))
    // A copy may be checked and commented on again.
    const second = await copyOf(first, await checked(first))
    expect(await checked(second)).toEqual(await checked(bytes))
  })
})

describe('a workbook is refused', () => {
  const reasonFor = async (bytes: Uint8Array): Promise<string> => {
    const result = await annotated(bytes, await recordAbout(bytes, { words: '≥5' }))
    return result.kind === 'none' ? result.reason.zh : 'a copy'
  }
  const plain = workbook([{ name: 'Sheet1', xml: ROWS }])

  test('that is signed', async () => {
    const signed = await edited(plain, { '_xmlsignatures/sig1.xml': '<Signature/>' })
    expect(await reasonFor(signed)).toMatch(/^文件带有电子签名，加批注会使签名失效/)
    const origin = await edited(plain, {
      '[Content_Types].xml': (xml) =>
        xml.replace(
          '</Types>',
          '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/></Types>',
        ),
    })
    expect(await reasonFor(origin)).toMatch(/^文件带有电子签名/)
  })

  test('whose comments can not be changed', async () => {
    const broken = await edited(withComments(''), { 'xl/comments1.xml': '<comments/>' })
    expect(await reasonFor(broken)).toMatch(/^文件的内部写法特殊/)
  })
})

test('what findings quote is inert', async () => {
  const bytes = workbook([{ name: 'Sheet1', xml: ROWS }])
  const says = '=cmd|"/c calc"!A1 </t></r><script>&amp;\u0007\u202e _x0041_ \ud800'
  const { 'xl/comments1.xml': comments = '' } = await commented(bytes, { words: '≥5', says })
  expect(comments).toContain(
    '=cmd|&quot;/c calc&quot;!A1 &lt;/t&gt;&lt;/r&gt;&lt;script&gt;&amp;amp;\\x07\\u202e _x005F_x0041_ \\ud800',
  )
})

test('of many places of one finding all are marked, and some are named', async () => {
  const rows = Array.from(
    { length: 15 },
    (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, `第${i}行`)}${cell(`B${i + 1}`, '值')}</row>`,
  )
  const bytes = workbook([{ name: 'Sheet1', xml: `<sheetData>${rows.join('')}</sheetData>` }])
  const others = Array.from({ length: 14 }, (_, i) => `第${i + 1}行`)
  const { 'xl/comments1.xml': comments = '' } = await commented(bytes, { words: '第0行', others })
  expect(comments.match(/<comment /g)).toHaveLength(15)
  expect(comments).toContain('另见Sheet1!A13：另一处\n另有 2 处\n建议')
})

test.each([
  ['zh', '核对表头；如读错，用 --layout 指定。', '建议：核对表头。'],
  ['zh', '请把文件发给 pbo 的维护者。', undefined],
  ['en', 'Check the header; if it was read wrongly, use --layout.', 'What to do: Check the header.'],
] as const)('what is said to whoever runs the command is left out: %s, %s', async (language, fix, said) => {
  const bytes = workbook([{ name: 'Sheet1', xml: ROWS }])
  const record = await recordAbout(bytes, { words: '≥5' }, { words: '甲' })
  const [first, crash] = record.findings
  if (first === undefined || crash === undefined) throw new Error('made up')
  const findings = [
    { ...crash, rule: RULE_CRASH },
    { ...first, fix: { zh: fix, en: fix } },
  ]
  const result = await annotated(bytes, { ...record, findings }, language)
  const { 'xl/comments1.xml': comments = '' } = result.kind === 'copy' ? await partsOf(result.content) : {}
  expect(comments.match(/<comment ref="[^"]+"/g)).toEqual(['<comment ref="B2"'])
  expect(comments).toContain(language === 'zh' ? '问题1（错误）' : 'Problem 1 (error)')
  expect(comments).not.toMatch(/--|pbo [^:]/)
  if (said === undefined) expect(comments).not.toContain('建议')
  else expect(comments).toContain(`${said}</t>`)
})
