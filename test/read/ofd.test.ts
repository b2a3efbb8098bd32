import { describe, expect, test } from 'vitest'
import { readOfd } from '../../src/read/ofd.ts'
import { spanName } from '../../src/report/listing.ts'
import { grid, line, type MadeParts, makeOfd, page, show } from './ofd-maker.ts'
import { reasonOf } from './office-fixtures.ts'
import { blocksOf } from './pdf-blocks.ts'

const read = async (pages: readonly string[], parts?: MadeParts): Promise<string[]> =>
  blocksOf(await readOfd(makeOfd(pages, parts)))

const XS = [20, 70, 120]
const YS = [30, 40, 50]
const LINES = grid(XS, YS)
const NAMES = show(22, 33, '项目名称') + show(72, 33, '金额') + show(22, 43, '图书购置')
const TABLE = LINES + NAMES + show(72, 43, '12.00')
const READ = ['|项目名称|金额|', '|图书购置|12.00|', '=']

describe('text and lines', () => {
  const path = (data: string, more = '') =>
    `<ofd:PathObject Boundary="20 30 100 20" ${more}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
  test.each<[string, string]>([
    ['objects at places', TABLE],
    [
      'one path for all lines',
      NAMES + show(72, 43, '12.00') + path('M 0 0 L 100 0 L 100 20 L 0 20 C M 0 10 L 100 10 S 50 0 L 50 20'),
    ],
    [
      'thin bars that are filled',
      `${NAMES}${show(72, 43, '12.00')}${[0, 50, 100].map((x) => path(`M ${x} 0 L ${x + 0.2} 0 L ${x + 0.2} 20 L ${x} 20 C`, 'Fill="true" Stroke="false"')).join('')}${[0, 10, 20].map((y) => path(`M 0 ${y} L 100 ${y} L 100 ${y + 0.2} L 0 ${y + 0.2} C`, 'Fill="true" Stroke="false"')).join('')}`,
    ],
    ['blocks in blocks', `<ofd:PageBlock><ofd:PageBlock>${TABLE}</ofd:PageBlock></ofd:PageBlock>`],
    [
      'steps that are repeated, and several pieces of text in one object',
      `${LINES}<ofd:TextObject Boundary="0 0 210 297" Size="3.5"><ofd:TextCode X="22" Y="36" DeltaX="g 3 3.5">项目名称</ofd:TextCode><ofd:TextCode X="72" DeltaX="3.5">金额</ofd:TextCode><ofd:TextCode X="22" Y="46" DeltaX="g 2 3.5 3.5">图书购置</ofd:TextCode><ofd:TextCode X="72">12.00</ofd:TextCode></ofd:TextObject>`,
    ],
    [
      'a matrix that scales and moves',
      `${LINES}${NAMES}<ofd:TextObject Boundary="72 43 9 4" Size="10" CTM="0.35 0 0 0.35 -35 7"><ofd:TextCode X="100" Y="-12">12.00</ofd:TextCode></ofd:TextObject>`,
    ],
    [
      'one object for each character',
      LINES +
        show(22, 33, '项') +
        show(25.5, 33, '目') +
        show(29, 33, '名') +
        show(32.5, 33, '称') +
        show(72, 33, '金额') +
        show(22, 43, '图书购置') +
        show(72, 43, '12.00'),
    ],
    ['what is not shown', TABLE + show(100, 43, '99', 3.5, 'Visible="false"')],
  ])('%s', async (_, objects) => {
    expect(await read([page(objects)])).toEqual(READ)
  })

  test('text that runs down, character by character', async () => {
    const down =
      '<ofd:TextObject Boundary="22 32 4 18" Size="3"><ofd:TextCode X="0" Y="3" DeltaY="g 3 4">绩效指标</ofd:TextCode></ofd:TextObject>'
    const lines = line(20, 30, 120, 30) + line(70, 40, 120, 40) + line(20, 50, 120, 50)
    const sides = line(20, 30, 20, 50) + line(70, 30, 70, 50) + line(120, 30, 120, 50)
    expect(await read([page(lines + sides + down + show(72, 33, '数量') + show(72, 43, '质量'))])).toEqual([
      '|绩效指标|数量|',
      '|^|质量|',
      '=',
    ])
  })

  test('a page that begins elsewhere, and a watermark aslant over it', async () => {
    const mark =
      '<ofd:TextObject Boundary="50 80 60 60" Size="5" CTM="0.7 -0.7 0.7 0.7 0 0"><ofd:TextCode X="0" Y="5" DeltaX="5">样本</ofd:TextCode></ofd:TextObject>'
    expect(await read([page(TABLE + mark, '', '10 10 200 200')])).toEqual([...READ, '样本'])
  })
})

describe('parts of the package', () => {
  test('templates behind and before the page, drawings used twice, and annotations', async () => {
    const template = (text: string, y: number) => page(show(20, y, text))
    const annotation =
      '<ofd:PageAnnot xmlns:ofd="x"><ofd:Annot Type="Watermark"><ofd:Appearance Boundary="20 200 50 9"><ofd:TextObject Boundary="0 0 9 9" Size="3"><ofd:TextCode X="0" Y="3">批注</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot></ofd:PageAnnot>'
    const resources =
      '<ofd:Res xmlns:ofd="x"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content><ofd:TextObject Boundary="0 0 9 9" Size="6"><ofd:TextCode X="0" Y="6">图形</ofd:TextCode></ofd:TextObject></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>'
    const uses = '<ofd:CompositeObject ResourceID="9" Boundary="20 100 30 9" CTM="0.5 0 0 0.5 0 0"/>'
    const blocks = await read(
      [
        page(
          TABLE + uses,
          '<ofd:Template TemplateID="7"/><ofd:Template TemplateID="8" ZOrder="Foreground"/>',
        ),
      ],
      {
        common:
          '<ofd:TemplatePage ID="7" BaseLoc="Tpls/a.xml"/><ofd:TemplatePage ID="8" BaseLoc="/Doc_0/Tpls/../Tpls/b.xml"/><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
        document: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
        files: {
          'Doc_0/Tpls/a.xml': template('抬头', 10),
          'Doc_0/Tpls/b.xml': template('落款', 150),
          'Doc_0/DocumentRes.xml': resources,
          'Doc_0/Annots/Annotations.xml':
            '<ofd:Annotations xmlns:ofd="x"><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
          'Doc_0/Annots/Page_0/Annotation.xml': annotation,
        },
      },
    )
    expect(blocks).toEqual(['抬头', ...READ, '图形', '落款', '批注'])
  })

  test('a table goes on on the next page, and places are named by page', async () => {
    const document = await readOfd(
      makeOfd([
        page(TABLE),
        page(
          LINES +
            show(22, 33, '报刊订阅') +
            show(72, 33, '3.00') +
            show(22, 43, '合计') +
            show(72, 43, '15.00'),
        ),
      ]),
    )
    expect(blocksOf(document)).toEqual([...READ.slice(0, 2), '|报刊订阅|3.00|', '|合计|15.00|', '='])
    const at = document.source.text.indexOf('15.00')
    expect(spanName(document.source, { start: at, end: at + 5 }, 'zh')).toBe('第2页 第2行第2列')
  })
})

test.each([
  [
    'pages of pictures',
    makeOfd([page('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/>')]),
    'no-text-layer',
  ],
  ['nothing on its page', makeOfd([page('')]), 'no-cells'],
  ['no pages', makeOfd([]), 'damaged'],
  ['a page that is not there', makeOfd([page(TABLE)], { files: { 'OFD.xml': '<a/>' } }), 'damaged'],
  ['encryption', makeOfd([page(TABLE)], { files: { 'Encryptions.xml': '<a/>' } }), 'encrypted'],
  [
    'a drawing of drawings without end',
    makeOfd([page('<ofd:CompositeObject ResourceID="9"/>')], {
      common: '<ofd:PublicRes>r.xml</ofd:PublicRes>',
      files: {
        'Doc_0/r.xml': `<r><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>${'<CompositeObject ResourceID="9"/>'.repeat(30)}</Content></CompositeGraphicUnit></CompositeGraphicUnits></r>`,
      },
    }),
    'too-large',
  ],
])('an OFD with %s', async (_, bytes, reason) => {
  expect(await reasonOf(() => readOfd(bytes))).toBe(reason)
})
