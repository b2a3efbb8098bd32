import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../../src/read/document.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { blocksOf } from './pdf-blocks.ts'
import { grid, hex, line, type MadePage, makeForm, makePdf, show } from './pdf-maker.ts'

const read = async (
  pages: readonly (string | MadePage)[],
  forms: readonly string[] = [],
): Promise<string[]> => blocksOf(await readPdf(makePdf(pages, forms)))

const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readPdf(bytes)
    return 'read'
  } catch (error) {
    return error instanceof UnreadableError ? `${error.reason} ${error.detail}`.trim() : String(error)
  }
}

/** Two rows of two columns, each 100 × 20 points, with their corner at 50, 200. */
const XS = [50, 150, 250]
const YS = [200, 180, 160]
const NAMES = [show(55, 186, '项目名称'), show(155, 186, '金额'), show(55, 166, '图书购置')].join('\n')
const TABLE = `${NAMES}\n${show(155, 166, '12.00')}`
const READ = ['|项目名称|金额|', '|图书购置|12.00|', '=']

/** `TABLE` as it stands on a sheet that is turned: drawn by a matrix, so that it reads upright. */
const turned = (matrix: string): string => `q ${matrix} cm\n${grid(XS, YS)}\n${TABLE}\nQ`

describe('lines of tables', () => {
  test.each<[string, string, string[]]>([
    ['strokes', grid(XS, YS), READ],
    ['rectangles', '50 160 100 20 re 150 160 100 20 re 50 180 100 20 re 150 180 100 20 re S', READ],
    [
      'thin bars that are filled',
      [...XS.map((x) => `${x} 160 0.5 40 re f`), ...YS.map((y) => `50 ${y} 200 0.5 re f`)].join('\n'),
      READ,
    ],
    [
      'frames of two rectangles',
      '50 160 100 20 re 50.5 160.5 99 19 re f* 150 160 100 20 re 150.5 160.5 99 19 re f* 50 180 100 20 re 50.5 180.5 99 19 re f* 150 180 100 20 re 150.5 180.5 99 19 re f*',
      READ,
    ],
    ['double lines', `${grid(XS, YS)}\n${grid([48.5, 148.5, 251.5], [201.5, 181.5, 158.5])}`, READ],
    [
      'cells with gaps between them',
      '51 161 98 18 re 151 161 98 18 re 51 181 98 18 re 151 181 98 18 re S',
      READ,
    ],
    [
      'dashes drawn one by one',
      [
        ...XS.flatMap((x) => Array.from({ length: 10 }, (_, i) => line(x, 160 + i * 4, x, 162 + i * 4))),
        ...YS.flatMap((y) => Array.from({ length: 50 }, (_, i) => line(50 + i * 4, y, 52 + i * 4, y))),
      ].join('\n'),
      READ,
    ],
    ['open sides', [...YS.map((y) => line(50, y, 250, y)), line(150, 160, 150, 200)].join('\n'), READ],
    [
      'lines under a matrix',
      'q 2 0 0 2 0 0 cm 0.5 w 25 80 50 10 re 75 80 50 10 re 25 90 50 10 re 75 90 50 10 re S Q',
      READ,
    ],
    ['lines whose ends just miss', grid(XS, YS).replaceAll('250 ', '248.5 '), READ],
    ['coloured areas behind it', `50 180 200 20 re f\n${grid(XS, YS)}`, READ],
    ['a frame around the page', `10 10 380 280 re S\n${grid(XS, YS)}`, READ],
    ['a line under a word', `${grid(XS, YS)}\n${line(55, 184.9, 95, 184.9)}`, READ],
    ['clipping paths', `${grid(XS, YS)}\nq 100 150 20 60 re W n Q`, READ],
    [
      'a missing piece, which merges cells',
      [
        ...YS.map((y) => line(50, y, 250, y)),
        line(50, 160, 50, 200),
        line(250, 160, 250, 200),
        line(150, 160, 150, 180),
      ].join('\n'),
      ['|项目名称金额|^|', '|图书购置|12.00|', '='],
    ],
    [
      'a cell merged over rows',
      [
        line(50, 200, 250, 200),
        line(50, 160, 250, 160),
        line(150, 180, 250, 180),
        ...XS.map((x) => line(x, 160, x, 200)),
      ].join('\n'),
      ['|项目名称图书购置|金额|', '|^|12.00|', '='],
    ],
  ])('reads a table of %s', async (_name, lines, blocks) => {
    const joined = blocks.map((block) => block.replace('项目名称图书购置', '项目名称 / 图书购置'))
    expect(await read([`${lines}\n${TABLE}`])).toEqual(
      joined.map((block) => block.replace('项目名称金额', '项目名称 金额')),
    )
  })

  test('takes a frame around one text for no table', async () => {
    expect(await read([`50 180 100 20 re S\n${show(55, 186, '说明')}`])).toEqual(['说明'])
  })

  test('gives a table inside a cell its own cells', async () => {
    const outer = grid([20, 300, 380], [250, 100, 50])
    expect(await read([`${outer}\n${grid(XS, YS)}\n${TABLE}\n${show(310, 70, '外')}`])).toEqual([
      '|||',
      '||外|',
      '=',
      ...READ,
    ])
  })
})

describe('turned pages', () => {
  test.each<[string, MadePage]>([
    [
      'a quarter by the page, drawn against it',
      { content: turned('0 1 -1 0 300 0'), entries: '/Rotate 90/MediaBox[0 0 300 400]' },
    ],
    ['a half', { content: turned('-1 0 0 -1 400 300'), entries: '/Rotate 180' }],
    ['three quarters', { content: turned('0 -1 1 0 0 400'), entries: '/Rotate 270/MediaBox[0 0 300 400]' }],
    ['only by their matrix', { content: turned('0 1 -1 0 300 0'), entries: '/MediaBox[0 0 300 400]' }],
    [
      'only by their matrix, the other way',
      { content: turned('0 -1 1 0 0 400'), entries: '/MediaBox[0 0 300 400]' },
    ],
    ['only by the page', { content: turned('1 0 0 1 0 0'), entries: '/Rotate 90' }],
    ['upside down by a matrix', { content: turned('-1 0 0 -1 400 300') }],
    [
      'not, but cropped',
      { content: turned('1 0 0 1 300 500'), entries: '/MediaBox[0 0 900 900]/CropBox[300 500 700 800]' },
    ],
  ])('reads pages turned by %s', async (_name, page) => {
    expect(await read([page])).toEqual(READ)
  })

  test('reads text that runs up, down or downwards by its font inside cells', async () => {
    const up = `BT /F1 10 Tf 0 1 -1 0 62 110 Tm ${hex('产出指标')} Tj ET`
    const down = `BT /F1 10 Tf 0 -1 1 0 84 190 Tm ${hex('效益指标')} Tj ET`
    const vertical = show(110, 190, '满意度', 10, 'F2')
    const rest = [show(130, 150, '数量指标'), show(190, 150, '文化站数量十二个')].join('\n')
    expect(
      await read([`${grid([50, 70, 100, 120, 180, 300], [200, 100])}\n${up}\n${down}\n${vertical}\n${rest}`]),
    ).toEqual(['|产出指标|效益指标|满意度|数量指标|文化站数量十二个|', '='])
  })

  test('orders the lines of turned text', async () => {
    const up = `BT /F1 10 Tf 0 1 -1 0 62 110 Tm ${hex('第一行')} Tj 0 -14 Td ${hex('第二行')} Tj ET`
    const rest = show(150, 150, '一二三四五六七八')
    expect(await read([`${grid([50, 90, 300], [200, 100])}\n${up}\n${rest}`])).toEqual([
      '|第一行 / 第二行|一二三四五六七八|',
      '=',
    ])
  })

  test('puts text aslant behind the page', async () => {
    const mark = `BT /F1 20 Tf 0.7 0.7 -0.7 0.7 100 170 Tm ${hex('样本')} Tj ET`
    expect(await read([`${mark}\n${grid(XS, YS)}\n${TABLE}`])).toEqual([...READ, '样本'])
  })
})

describe('text', () => {
  test.each<[string, string, string]>([
    ['spacing of characters', `BT /F1 10 Tf 3 Tc 55 186 Td ${hex('项目名称')} Tj ET`, '项目名称'],
    ['narrow characters', `BT /F1 10 Tf 50 Tz 55 186 Td ${hex('项目')} Tj ${hex('名称')} Tj ET`, '项目名称'],
    [
      'kerning',
      `BT /F1 10 Tf 55 186 Td [${hex('项')} 200 ${hex('目')} -200 ${hex('名称')}] TJ ET`,
      '项目名称',
    ],
    ['a gap that is no blank', `BT /F1 10 Tf 55 186 Td [${hex('名')} -1500 ${hex('称')}] TJ ET`, '名 称'],
    ['words of letters', `BT /F1 10 Tf 55 186 Td [${hex('OA')} -300 ${hex('net')}] TJ ET`, 'OA net'],
    [
      'raised characters',
      `BT /F1 10 Tf 55 186 Td ${hex('面积')} Tj 3 Ts /F1 6 Tf ${hex('2')} Tj ET`,
      '面积2',
    ],
    ['a flipped font', `BT /F1 -10 Tf -1 0 0 -1 55 186 Tm ${hex('名称')} Tj ET`, '名称'],
    ['a word printed twice for a bold one', `${show(55, 186, '合计')}\n${show(55.4, 186, '合计')}`, '合计'],
    ['the same character twice beside itself', show(55, 186, '11人'), '11人'],
    ['a layer that is not seen', `BT 3 Tr /F1 10 Tf 55 186 Td ${hex('合计')} Tj ET`, '合计'],
    ['characters out of order', `${show(75, 186, '名称')}\n${show(55, 186, '项目')}`, '项目名称'],
    [
      'lines by leading',
      `BT /F1 10 Tf 9 TL 55 190 Td ${hex('一二三四五六七八九')} Tj T* ${hex('十')} Tj ET`,
      '一二三四五六七八九十',
    ],
    ['radicals that stand for characters', show(55, 186, '⼈'), '人'],
  ])('reads %s', async (_name, text, cell) => {
    expect(await read([`${grid(XS, YS)}\n${text}`])).toEqual([`|${cell}||`, '|||', '='])
  })

  test('puts text beyond the paper behind the page', async () => {
    const beyond = [show(-60, 186, '项目'), show(405, 166, '绩效'), show(55, -20, '指标')].join('\n')
    expect(await read([`${beyond}\n${grid(XS, YS)}\n${TABLE}`])).toEqual([...READ, '项目', '绩效', '指标'])
  })

  test('cuts a text that was printed over several cells', async () => {
    const glued = show(55, 186, `图书购置${' '.repeat(12)}12.00`)
    expect(await read([`${grid(XS, YS)}\n${glued}`])).toEqual(['|图书购置|12.00|', '|||', '='])
    const tight = show(110, 186, '图书购置12.00')
    expect(await read([`${grid(XS, YS)}\n${tight}`])).toEqual(['|图书购置|12.00|', '|||', '='])
  })

  test('leaves a text whole that runs over the border', async () => {
    const over = show(56, 186, '农村公路养护工程项目')
    expect(await read([`${grid([50, 120, 250], YS)}\n${over}`])).toEqual([
      '|农村公路养护工程项目||',
      '|||',
      '=',
    ])
  })

  test('reads what a note or a form field shows', async () => {
    const entries = '/Annots[<</Type/Annot/Subtype/Stamp/Rect[155 166 555 566]/AP<</N 8 0 R>>>>]'
    const stamp = makeForm(`BT /F1 10 Tf ${hex('12.00')} Tj ET`)
    expect(await read([{ content: `${grid(XS, YS)}\n${NAMES}`, entries }], [stamp])).toEqual(READ)
  })

  test('follows forms with their own matrix, and what they leave', async () => {
    const form = makeForm(`BT /F1 10 Tf ${hex('金额')} Tj ET`, '/Matrix[1 0 0 1 155 186]')
    const group = makeForm(
      `BT /F1 10 Tf ${hex('12.00')} Tj ET`,
      '/Matrix[1 0 0 1 155 166]/Group<</S/Transparency>>',
    )
    expect(
      await read(
        [`${grid(XS, YS)}\n/X1 Do\n/X2 Do\n${NAMES.replace(show(155, 186, '金额'), '')}`],
        [form, group],
      ),
    ).toEqual(READ)
  })
})

describe('lines in a cell', () => {
  /** A cell 104 points wide: text of ten characters and margins of 2. */
  const cell = (...lines: string[]): Promise<string[]> =>
    read([
      [grid([50, 154, 160], [200, 100]), ...lines.map((text, i) => show(52, 188 - 12 * i, text))].join('\n'),
    ])

  test.each<[string, string[], string]>([
    ['a full line goes on', ['组织开展人员面试考务', '工作'], '组织开展人员面试考务工作'],
    [
      'a line without room for the next word',
      ['组织开展面试工作不低', '95%以上'],
      '组织开展面试工作不低95%以上',
    ],
    ['a long number is not parted', ['公用经费支出不超过', '2,800.00元'], '公用经费支出不超过2,800.00元'],
    ['a short line ends a paragraph', ['组织面试', '按月发放补贴'], '组织面试 / 按月发放补贴'],
    ['numbers and units are joined', ['完成改造工程投资共12', '3万元'], '完成改造工程投资共123万元'],
    ['a marker begins a paragraph: 1.', ['组织开展人员面试考务', '1.数量'], '组织开展人员面试考务 / 1.数量'],
    [
      'a marker begins a paragraph: (一)',
      ['组织开展人员面试考务', '(一)数量'],
      '组织开展人员面试考务 / (一)数量',
    ],
    [
      'a marker begins a paragraph: 二、',
      ['组织开展人员面试考务', '二、效益'],
      '组织开展人员面试考务 / 二、效益',
    ],
    ['a marker begins a paragraph: ②', ['组织开展人员面试考务', '②效益'], '组织开展人员面试考务 / ②效益'],
    [
      'a marker begins a paragraph: 目标2',
      ['组织开展人员面试考务', '目标2：效益'],
      '组织开展人员面试考务 / 目标2：效益',
    ],
    ['a decimal number is no marker', ['组织开展人员面试考务', '1.5万元'], '组织开展人员面试考务1.5万元'],
    ['a mark does not begin a line', ['组织开展人员面试工', '作，'], '组织开展人员面试工作，'],
    ['words of letters keep their blank', ['capital construction', 'fund'], 'capital construction fund'],
    ['an indented first line', ['　　组织开展人员面试', '工作'], '组织开展人员面试工作'],
    ['a column of single characters', ['产', '出', '指', '标'], '产出指标'],
  ])('%s', async (_name, lines, text) => {
    expect(await cell(...lines)).toEqual([`|${text}||`, '='])
  })

  test('a wider step ends a paragraph', async () => {
    const text = '组织开展人员面试考务'
    const lines = [show(52, 188, text), show(52, 176, text), show(52, 156, '按月发放补贴')]
    expect(await read([[grid([50, 154, 160], [200, 100]), ...lines].join('\n')])).toEqual([
      '|组织开展人员面试考务组织开展人员面试考务 / 按月发放补贴||',
      '=',
    ])
  })

  test('centred lines have room on both sides', async () => {
    const centred = (texts: string[]): string =>
      texts.map((text, i) => show(102 - 5 * text.length, 188 - 12 * i, text)).join('\n')
    const frame = grid([50, 154, 160], [200, 100])
    expect(await read([`${frame}\n${centred(['项目资金来源及其用途', '说明'])}`])).toEqual([
      '|项目资金来源及其用途说明||',
      '=',
    ])
    expect(await read([`${frame}\n${centred(['项目资金', '（万元）'])}`])).toEqual([
      '|项目资金 / （万元）||',
      '=',
    ])
  })
})

describe('tables without lines', () => {
  const at = (y: number, ...texts: string[]): string =>
    texts.map((text, i) => (text === '' ? '' : show(50 + 90 * i, y, text))).join('\n')

  test('are told by gutters that several lines keep free', async () => {
    const page = [
      show(100, 280, '绩效目标表'),
      at(250, '项目名称', '金额', '指标值'),
      at(235, '图书购置', '12.00', '≥24册'),
      at(220, '', '3.00', '≥2场'),
      at(205, '讲座', '', '≥6场'),
    ]
    expect(await read([page.join('\n')])).toEqual([
      '绩效目标表',
      '|项目名称|金额|指标值|',
      '|图书购置|12.00|≥24册|',
      '||3.00|≥2场|',
      '|讲座||≥6场|',
      '=',
    ])
  })

  test('go on with a full cell in the next line', async () => {
    const page = [
      at(250, '项目', '年度目标'),
      at(235, '图书', '全年购置图书不少于二千四百册满'),
      at(220, '', '足需要'),
      at(205, '讲座', '举办讲座'),
    ]
    expect(await read([page.join('\n')])).toEqual([
      '|项目|年度目标|',
      '|图书|全年购置图书不少于二千四百册满足需要|',
      '|讲座|举办讲座|',
      '=',
    ])
  })

  test('keep values under each other apart, however full their column is', async () => {
    const page = [
      at(250, '项目名称', '金额', '指标值'),
      at(235, '图书', '12.00', '≥24册'),
      at(220, '', '13.00', ''),
      at(205, '', '', '≥26册'),
      at(190, '讲座', '3.00', '≥6场'),
    ]
    expect(await read([page.join('\n')])).toEqual([
      '|项目名称|金额|指标值|',
      '|图书|12.00|≥24册|',
      '||13.00||',
      '|||≥26册|',
      '|讲座|3.00|≥6场|',
      '=',
    ])
  })

  test('are none where only two lines are spread', async () => {
    expect(await read([[at(250, '单位：某局', '单位：万元'), at(235, '项目', '金额')].join('\n')])).toEqual([
      '单位：某局 单位：万元',
      '项目 金额',
    ])
  })

  test('end where a text reaches over their gutters', async () => {
    const note = show(50, 190, '注：以上金额均含上年结转资金和其他收入安排的支出')
    const rows = [at(250, '项目', '金额'), at(235, '图书', '12.00'), at(220, '讲座', '3.00')]
    expect(await read([[...rows, note].join('\n')])).toEqual([
      '|项目|金额|',
      '|图书|12.00|',
      '|讲座|3.00|',
      '=',
      '注：以上金额均含上年结转资金和其他收入安排的支出',
    ])
  })
})

test('a page whose content is damaged is read as far as it can be, and said; nothing is printed', async () => {
  const said: unknown[] = []
  const { warn } = console
  console.warn = (...words) => void said.push(words)
  const damaged = `${grid(XS, YS)}\n${TABLE}\nXYZ 1 2 Qq`
  const { notes } = await readPdf(makePdf([`${grid(XS, YS)}\n${TABLE}`, damaged]))
  console.warn = warn
  expect([notes, said]).toEqual([[{ kind: 'damaged-pages', detail: '2' }], []])
})

describe('a page that ends inside cells', () => {
  const HEAD = [show(55, 186, '项目'), show(155, 186, '指标')]
  /** Two columns with a header; lines at 180 and, in the columns from `from` on, at `bottom`. */
  const upper = (texts: readonly string[], bottom: number, from: number, to = 250): string =>
    [
      line(50, 200, 250, 200),
      line(50, 180, 250, 180),
      ...(from < to ? [line(from, bottom, to, bottom)] : []),
      ...XS.map((x) => line(x, bottom, x, 200)),
      ...HEAD,
      ...texts,
    ].join('\n')
  const lower = (texts: readonly string[]): string =>
    [grid(XS, [200, 180, 160]), ...HEAD, ...texts].join('\n')
  const HEADER = '|项目|指标|'

  test('of a merged cell: its text goes on below the repeated header', async () => {
    const first = upper([show(55, 166, '农村公路养护工程甲'), show(155, 166, '里程')], 160, 150)
    const second = lower([show(55, 166, '标段'), show(155, 166, '质量')])
    expect(await read([first, second])).toEqual([
      HEADER,
      '|农村公路养护工程甲标段|里程|',
      HEADER,
      '||质量|',
      '=',
    ])
  })

  test('of a merged cell whose text runs on below the last line', async () => {
    const texts = [show(55, 166, '农村公路养护工程甲'), show(55, 152, '标段'), show(155, 166, '里程')]
    const first = `${upper(texts, 160, 150)}\n${show(190, 15, '- 1 -')}`
    expect(await read([first, lower([show(155, 166, '质量')])])).toEqual([
      HEADER,
      '|农村公路养护工程甲标段|里程|',
      HEADER,
      '||质量|',
      '=',
      '- 1 -',
    ])
  })

  test('of a whole row: it is one row', async () => {
    const first = upper([show(55, 166, '农村公路养护工程甲'), show(155, 166, '里程')], 160, 250)
    expect(await read([first, lower([show(55, 166, '标段')])])).toEqual([
      HEADER,
      '|农村公路养护工程甲标段|里程|',
      HEADER,
      '=',
    ])
  })

  test('and a table that has no line at its end anywhere says nothing by it', async () => {
    const part = (name: string) => upper([show(55, 166, name), show(155, 166, '里程')], 160, 250)
    expect(await read([part('甲'), part('乙')])).toEqual([HEADER, '|甲|里程|', HEADER, '|乙|里程|', '='])
  })

  test('a note below a closed cell is a note', async () => {
    const texts = [show(55, 166, '甲'), show(155, 166, '里程'), show(55, 152, '注：含税')]
    expect(await read([upper(texts, 160, 50)])).toEqual([HEADER, '|甲|里程|', '=', '注：含税'])
  })
})

describe('pages', () => {
  const part = (xs: readonly number[], rows: readonly (readonly string[])[], top = 200): string => {
    const ys = Array.from({ length: rows.length + 1 }, (_, i) => top - 20 * i)
    const texts = rows.flatMap((row, i) =>
      row.map((text, k) => show((xs[k] ?? 0) + 3, top - 14 - 20 * i, text)),
    )
    return [grid(xs, ys), ...texts].join('\n')
  }
  const FIRST = part(XS, [['项目名称', '金额']])
  const SECOND = part(XS, [['图书购置', '12.00']])

  test.each<[string, string[], string[]]>([
    ['with nothing between', [FIRST, SECOND], READ],
    [
      'with page numbers between',
      [`${FIRST}\n${show(190, 15, '- 1 -')}`, `${show(190, 280, '第2页 共2页')}\n${SECOND}`],
      [...READ, '- 1 -', '第2页 共2页'],
    ],
    [
      'with a watermark',
      [`${FIRST}\nBT /F1 20 Tf 0.7 0.7 -0.7 0.7 100 50 Tm ${hex('样本')} Tj ET`, SECOND],
      [...READ, '样本'],
    ],
    [
      'with running heads and page numbers in them',
      [
        `${FIRST}\n${show(50, 280, '某县水利局2024年部门预算 1')}`,
        `${SECOND}\n${show(50, 280, '某县水利局2024年部门预算 2')}`,
      ],
      ['某县水利局2024年部门预算 1', ...READ, '某县水利局2024年部门预算 2'],
    ],
    [
      'with a title on each of them',
      [`${FIRST}\n${show(50, 270, '绩效目标表', 16)}`, `${SECOND}\n${show(50, 270, '绩效目标表', 16)}`],
      ['绩效目标表', '|项目名称|金额|', '=', '绩效目标表', '|图书购置|12.00|', '='],
    ],
    [
      'with text between',
      [FIRST, `${show(50, 280, '续表')}\n${SECOND}`],
      ['|项目名称|金额|', '=', '续表', '|图书购置|12.00|', '='],
    ],
    [
      'with a number that is no page number',
      [`${FIRST}\n${show(50, 120, '12')}`, SECOND],
      ['|项目名称|金额|', '=', '12', '|图书购置|12.00|', '='],
    ],
    [
      'with other columns',
      [FIRST, part([50, 120, 250], [['图书购置', '12.00']])],
      ['|项目名称|金额|', '=', '|图书购置|12.00|', '='],
    ],
    [
      'with another width',
      [FIRST, part([50, 150, 280], [['图书购置', '12.00']])],
      ['|项目名称|金额|', '=', '|图书购置|12.00|', '='],
    ],
    [
      'with some of its columns',
      [part([50, 100, 150, 250], [['项目', '单位', '金额']]), SECOND],
      ['|项目|单位|金额|', '|图书购置|^|12.00|', '='],
    ],
    ['after a page of nothing', [FIRST, '', SECOND], ['|项目名称|金额|', '=', '|图书购置|12.00|', '=']],
  ])('a table goes on or ends %s', async (_name, pages, blocks) => {
    expect(await read(pages)).toEqual(blocks)
  })

  test('columns that stand close stay apart', async () => {
    const xs = [50, 54, 150, 250]
    const rows = [grid(xs, YS), show(60, 186, '图书'), show(155, 186, '12.00'), show(155, 166, '3.00')].join(
      '\n',
    )
    expect(await read([rows, rows])).toEqual(['||图书|12.00|', '|||3.00|', '||图书|12.00|', '|||3.00|', '='])
  })

  test('two tables of one page stay two', async () => {
    expect(await read([`${FIRST}\n${part(XS, [['图书购置', '12.00']], 120)}`])).toEqual([
      '|项目名称|金额|',
      '=',
      '|图书购置|12.00|',
      '=',
    ])
  })

  test('every cell and line knows its page and place', async () => {
    const pages = [
      `${show(50, 280, '标题')}\n${FIRST}`,
      `${SECOND}\n${part(XS, [['合计', '12.00']], 120)}\n${show(50, 50, '注')}`,
    ]
    const { source, grid: read } = await readPdf(makePdf(pages))
    const names = read.blocks.flatMap((block) => {
      if (block.kind === 'gap') return []
      const cells = block.kind === 'text' ? [block.cell] : block.cells
      return cells.map((cell) => {
        const name = source.address(cell.text.span)
        return `${cell.text.text}: ${name?.zh}; ${name?.en}`
      })
    })
    expect(names).toEqual([
      '标题: 第1页 第1行; page 1, line 1',
      '项目名称: 第1页 第1行第1列; page 1, row 1, column 1',
      '金额: 第1页 第1行第2列; page 1, row 1, column 2',
      '图书购置: 第2页 第1行第1列; page 2, row 1, column 1',
      '12.00: 第2页 第1行第2列; page 2, row 1, column 2',
      '合计: 第2页 第2行第1列; page 2, row 2, column 1',
      '12.00: 第2页 第2行第2列; page 2, row 2, column 2',
      '注: 第2页 第1行; page 2, line 1',
    ])
  })

  test('pages that are pictures are named, blank ones are not', async () => {
    const picture = 'q 400 0 0 300 0 0 cm BI /W 1 /H 1 /BPC 1 /CS /G ID \0 EI Q'
    const document = await readPdf(makePdf([FIRST, picture, '', SECOND, '50 50 20 20 re f']))
    expect(document.notes).toEqual([{ kind: 'pages-without-text', detail: '2, 5' }])
    expect((await readPdf(makePdf([FIRST]))).notes).toEqual([])
  })

  test.each<[string, () => Uint8Array, string]>([
    ['a picture only', () => makePdf(['50 50 20 20 re f']), 'no-text-layer'],
    ['nothing', () => makePdf(['', '']), 'no-cells'],
    ['blanks only', () => makePdf([show(50, 50, '  ')]), 'no-cells'],
    ['no PDF', () => new TextEncoder().encode('单位编码\t金额\n'), 'damaged'],
    ['no bytes', () => new Uint8Array(), 'damaged'],
    [
      'more than 2,000 pages',
      () => makePdf(Array.from({ length: 2001 }, () => '')),
      'too-large > 2000 pages',
    ],
  ])('refuses %s', async (_name, bytes, reason) => {
    expect(await reasonOf(bytes())).toBe(reason)
  })

  test('does not load the package that draws', async () => {
    await readPdf(makePdf([FIRST]))
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    // Decoders of pictures, which other tests of this process load, have a canvas of their own in their names.
    expect(loaded.filter((file) => file.includes('@napi-rs/canvas'))).toEqual([])
  })

  test('leaves the arrays of the process as they are', async () => {
    await readPdf(makePdf([FIRST]))
    expect(String(Array.prototype.push)).toContain('[native code]')
  })

  test('leaves the bytes to their owner', async () => {
    const bytes = makePdf([FIRST])
    const before = bytes.slice()
    await readPdf(bytes)
    expect(bytes).toEqual(before)
  })
})
