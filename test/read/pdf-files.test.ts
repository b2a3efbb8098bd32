import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Document, UnreadableError } from '../../src/read/document.ts'
import { readCharacter } from '../../src/read/page/page-content.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { blocksOf, sortedCharacters } from './pdf-blocks.ts'

const pathOf = (file: string): string => fileURLToPath(new URL(`../../fixtures/${file}`, import.meta.url))

const read = (file: string): Promise<Document> => readPdf(new Uint8Array(readFileSync(pathOf(file))))

const FORM = [
  '项目支出绩效目标表',
  '（2024年度）',
  '|项目名称|^|乡镇综合文化站免费开放补助|^|^|',
  '|主管部门|^|某县文化和旅游局|实施单位|某县文化馆|',
  '|项目资金（万元）|^|年度资金总额|^|36.50|',
  '|^|^|其中：财政拨款|^|30.00|',
  '|^|^|其他资金|^|6.50|',
  '|年度目标|目标1：支持12个乡镇综合文化站向群众免费开放，全年开放时间不少于2400小时，保障基本公共文化服务项目正常开展。 / 目标2：组织文化活动48场次，培训基层文化骨干120人。|^|^|^|',
  '|一级指标|二级指标|三级指标|^|指标值|',
  '|产出指标|数量指标|免费开放文化站数量|^|≥12个|',
  '|^|^|组织文化活动场次|^|≥48场次|',
  '|^|质量指标|培训合格率|^|≥95%|',
  '|^|成本指标|每站补助标准|^|≤3万元|',
  '|效益指标|社会效益指标|群众文化生活丰富程度|^|有所提升|',
  '|满意度指标|服务对象满意度指标|群众满意度|^|≥90%|',
  '=',
]

const ROADS = [
  '2024年部门预算项目支出绩效目标公开表',
  '|项目名称|金额（万元）|绩效目标|指标值|',
  ...[1, 2, 3, 4, 5].map(
    (n) =>
      `|农村公路养护工程第${n}标段|${n + 2}.${n - 1}0|完成第${n}标段路面病害处治${11 + n}公里，及时修复水毁路段，保障沿线群众出行安全，延长道路使用年限，降低后期养护费用。|≥${11 + n}公里|`,
  ),
]

/** The goal that the end of the page cuts. */
const GOAL = `${Array.from({ length: 12 }, (_, i) => `第${i + 1}月对各标段的原材料、施工工艺和工程量进行检查并形成记录`).join('；')}。`

describe('readPdf', () => {
  test.each(['form-chromium', 'form-libreoffice', 'form-rotated'])('reads %s', async (name) => {
    expect(blocksOf(await read(`pdf/${name}.pdf`))).toEqual(FORM)
  })

  test('reads a table without lines', async () => {
    expect(blocksOf(await read('pdf/borderless.pdf'))).toEqual([
      '2024年部门预算项目支出绩效指标',
      '|项目名称|金额（万元）|指标名称|指标值|',
      '|图书购置|12.00|购置图书数量|≥2400册|',
      '|设备维护|105.60|设备完好率|≥98%|',
      '|讲座活动|4.80|举办讲座场次|24场|',
      '=',
      '注：金额含上年结转。',
    ])
  })

  test('reads a table over two pages whose last row is cut', async () => {
    const document = await read('pdf/two-pages-chromium.pdf')
    expect(blocksOf(document)).toEqual([...ROADS, `|农村公路养护工程监理|2.60|${GOAL}|100%|`, '='])
    const places = ['第3月', '第4月'].map((word) => {
      const at = document.source.text.indexOf(word)
      return document.source.address({ start: at, end: at + word.length })?.en
    })
    expect(places).toEqual(['page 1, row 7, column 3', 'page 2, row 1, column 3'])
  })

  test('reads a table over two pages with a page number behind it', async () => {
    const document = await read('pdf/two-pages-libreoffice.pdf')
    const at = GOAL.indexOf('施工工艺', GOAL.indexOf('第5月'))
    expect(blocksOf(document)).toEqual([
      ...ROADS,
      `|农村公路养护|2.60|${GOAL.slice(0, at)}|100%|`,
      `|工程监理||${GOAL.slice(at)}||`,
      '=',
      '- 2 -',
    ])
    const number = document.source.text.length - 2
    expect(document.source.address({ start: number, end: number })?.en).toBe('page 2, line 1')
  })

  test.each([
    ['scanned', 'no-text-layer'],
    ['encrypted', 'encrypted'],
  ])('refuses %s', async (name, reason) => {
    const error = await read(`pdf/${name}.pdf`).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason })
  })
})

/** Rows by their texts, without blanks and line ends. */
const rowsOf = ({ grid }: Pick<Document, 'grid'>): string[][] =>
  grid.blocks.flatMap((block) =>
    block.kind === 'row' ? [block.cells.map(({ text }) => text.text.replace(/\s/g, ''))] : [],
  )

/** Rows without the header's repetitions, and with the rest of a row that a page's end cut. */
const wholeRowsOf = (document: Pick<Document, 'grid'>): string[] => {
  const rows = rowsOf(document)
  const header = rows[0]?.join('|')
  const whole: string[][] = []
  for (const [i, row] of rows.entries()) {
    const last = whole.at(-1)
    if (i > 0 && row.join('|') === header) continue
    if (last !== undefined && row.slice(0, 3).join('') === '')
      whole.push((whole.pop() ?? []).map((text, k) => text + row[k]))
    else whole.push(row)
  }
  return whole.map((row) => row.join('|'))
}

describe('the Menyuan filing', () => {
  test('has the cells of its text, one for one', async () => {
    const text = readFileSync(pathOf('text/single-cell/menyuan-2022/input.txt'), 'utf8')
    const expected = wholeRowsOf({ grid: readText(new Source(text)) })
    expect(wholeRowsOf(await read('office/menyuan-2022.pdf'))).toEqual(expected)
    expect(expected).toHaveLength(11)
  })
})

const FILES = [
  'pdf/form-chromium.pdf',
  'pdf/form-libreoffice.pdf',
  'pdf/form-rotated.pdf',
  'pdf/borderless.pdf',
  'pdf/two-pages-chromium.pdf',
  'pdf/two-pages-libreoffice.pdf',
  'office/menyuan-2022.pdf',
  'office/form-per-project.pdf',
  'office/row-per-indicator.pdf',
]

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
if (!hasPoppler) console.warn('pdftotext is not installed: its tests are skipped')

const poppler = (file: string, option: string): string =>
  execFileSync('pdftotext', [option, pathOf(file), '-'], { encoding: 'utf8' })

describe.skipIf(!hasPoppler)('beside pdftotext', () => {
  test.each(FILES)('%s has the same characters', async (file) => {
    const characters = Array.from(poppler(file, '-raw'), readCharacter).join('')
    expect(sortedCharacters((await read(file)).source.text)).toBe(sortedCharacters(characters))
  })

  test('a table without lines has the same cells', async () => {
    const lines = poppler('pdf/borderless.pdf', '-layout').split('\n')
    const rows = lines.map((line) => line.trim().split(/\s+/)).filter((cells) => cells.length > 1)
    expect(rowsOf(await read('pdf/borderless.pdf'))).toEqual(
      rows.map((cells) => cells.map((cell) => Array.from(cell, readCharacter).join(''))),
    )
  })
})
