import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { annotated, copyOf, recordAbout, recordAt, sourceOf } from './copies.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/pdf/${name}.pdf`, import.meta.url)))

interface Highlight {
  readonly page: number
  readonly author: string
  readonly says: string
  readonly rect: readonly [number, number, number, number]
  readonly boxes: number
}

/** The highlights of a PDF, as another program reads them. */
const highlightsIn = async (bytes: Uint8Array): Promise<readonly Highlight[]> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const file = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const found: Highlight[] = []
  for (let page = 1; page <= file.numPages; page += 1)
    for (const one of await (await file.getPage(page)).getAnnotations())
      if (one.subtype === 'Highlight')
        found.push({
          page,
          author: one.titleObj.str,
          says: one.contentsObj.str,
          rect: one.rect,
          boxes: one.quadPoints.length / 8,
        })
  await file.destroy()
  return found
}

const folder = mkdtempSync(join(tmpdir(), 'pbo-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

/** What stands in a rectangle of a page that isn't turned, as another program reads it. */
const textIn = (bytes: Uint8Array, { page, rect: [left, low, right, high] }: Highlight): string => {
  const path = join(folder, 'a.pdf')
  writeFileSync(path, bytes)
  const info = execFileSync('pdfinfo', ['-f', `${page}`, '-l', `${page}`, path]).toString()
  const height = Number(/size:\s+[\d.]+ x ([\d.]+)/.exec(info)?.[1])
  const scale = 4
  const box = [left + 1, height - high + 1, right - left - 2, high - low - 2].map(
    (n) => `${Math.round(n * scale)}`,
  )
  const [x, y, width, h] = box as [string, string, string, string]
  const args = [
    '-r',
    `${72 * scale}`,
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    '-x',
    x,
    '-y',
    y,
    '-W',
    width,
    '-H',
    h,
  ]
  return execFileSync('pdftotext', [...args, path, '-'])
    .toString()
    .replace(/\s/g, '')
}

describe('a highlight', () => {
  test.each([
    ['two-pages-chromium', '12公里', 1],
    ['two-pages-libreoffice', '农村公路养护工程第2标段', 1],
    ['form-libreoffice', '120人', 1],
    ['borderless', '≥98%', 1],
  ])('stands over the words: %s, %s', async (name, words, page) => {
    const bytes = fixture(name)
    const copy = await copyOf(bytes, await recordAbout(bytes, { words }))
    expect(Buffer.compare(copy.subarray(0, bytes.length), bytes)).toBe(0)
    const [highlight, ...others] = await highlightsIn(copy)
    expect(others).toEqual([])
    expect(highlight).toMatchObject({
      page,
      author: 'pbo',
      says: `问题1（错误）：“${words}”有误\n建议：改正。`,
    })
    if (hasPoppler) expect(textIn(copy, highlight as Highlight)).toBe(words)
  })

  test('has a box for each line, and each place of a finding has one of its own', async () => {
    const bytes = fixture('two-pages-chromium')
    const record = await recordAbout(bytes, {
      words: '完成第1标段路面病害处治12公里，及时修复水毁路段',
      others: ['3.00'],
    })
    const highlights = await highlightsIn(await copyOf(bytes, record))
    expect(highlights.map(({ boxes }) => boxes)).toEqual([2, 1])
    expect(highlights[1]?.says).toMatch(/^问题1（相关之处）：另一处\n见第1页 第2行第3列：/)
  })

  test('stands on a page that is turned where its words are', async () => {
    const bytes = fixture('form-rotated')
    const [highlight] = await highlightsIn(await copyOf(bytes, await recordAbout(bytes, { words: '120人' })))
    const [left = 0, low = 0, right = 0, high = 0] = highlight?.rect ?? []
    // Its text runs down when it is shown, and to the right in the file.
    expect(right - left).toBeGreaterThan(2 * (high - low))
    expect([left, low].every((edge) => edge > 0 && edge < 842)).toBe(true)
  })

  test('covers a cell with nothing in it', async () => {
    const bytes = fixture('two-pages-chromium')
    const words = '2024年部门预算项目支出绩效目标公开表'
    const [highlight] = await highlightsIn(
      await copyOf(bytes, await recordAbout(bytes, { words, behind: true })),
    )
    expect(highlight?.boxes).toBe(1)
  })

  test('stands beside the notes of others', async () => {
    const bytes = fixture('form-libreoffice')
    const first = await copyOf(bytes, await recordAbout(bytes, { words: '120人' }))
    const second = await copyOf(first, await recordAbout(first, { words: '36.50' }))
    expect((await highlightsIn(second)).map(({ says }) => says.slice(0, 12))).toEqual([
      '问题1（错误）：“120',
      '问题1（错误）：“36.',
    ])
  })
})

/** The words of a file with their boxes, from the upper left corner, as another program finds them. */
const wordsIn = (bytes: Uint8Array) => {
  const path = join(folder, 'b.pdf')
  writeFileSync(path, bytes)
  const xml = execFileSync('pdftotext', ['-bbox', path, '-']).toString()
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => ({
      height: Number(/height="([\d.]+)"/.exec(page)?.[1]),
      words: Array.from(
        page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g),
        ([, left, top, right, bottom, text = '']) => ({
          x: (Number(left) + Number(right)) / 2,
          y: (Number(top) + Number(bottom)) / 2,
          text: text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
        }),
      ),
    }))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

test
  .skipIf(!hasPoppler)
  .each(['two-pages-chromium', 'two-pages-libreoffice', 'form-libreoffice', 'borderless'])(
  'a highlight at every cell of %s stands over its words (skipped without poppler)',
  async (name) => {
    const bytes = fixture(name)
    const { source } = await sourceOf(bytes)
    const cells = source.addresses.map(({ span }) => span).filter(({ start, end }) => end > start)
    const highlights = await highlightsIn(await copyOf(bytes, await recordAt(bytes, cells)))
    const pages = wordsIn(bytes)
    expect(highlights).toHaveLength(cells.length)
    for (const { page, says, rect } of highlights) {
      const [left, low, right, high] = rect
      const { height, words } = pages[page - 1] ?? { height: 0, words: [] }
      const inside = words.filter(
        ({ x, y }) => left <= x && x <= right && height - high <= y && y <= height - low,
      )
      const { start, end } = cells[Number(/第(\d+)处/.exec(says)?.[1])] ?? { start: 0, end: 0 }
      const printed = inside.map(({ text }) => text).join('')
      expect(printed.normalize('NFKC')).toBe(
        source.text.slice(start, end).replace(/\s/g, '').normalize('NFKC'),
      )
    }
  },
)

describe('a PDF is refused', () => {
  test('that is encrypted, and can be read all the same', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const file = await PDFDocument.load(fixture('borderless'))
    file.encrypt({ ownerPassword: 'a', permissions: { modifying: false } })
    const bytes = await file.save({ useObjectStreams: false })
    const result = await annotated(bytes, await recordAbout(bytes, { words: '24场' }))
    expect(result).toMatchObject({ kind: 'none', reason: { zh: expect.stringMatching(/^文件已加密/) } })
  })

  test('whose objects can not all be read', async () => {
    const bytes = fixture('borderless')
    const end = new TextEncoder().encode('\n900 0 obj\n<< /A >>>> (\nendobj\n')
    const broken = new Uint8Array([...bytes, ...end])
    const result = await annotated(broken, await recordAbout(broken, { words: '24场' }))
    expect(result).toMatchObject({
      kind: 'none',
      reason: { zh: expect.stringMatching(/^文件的内部写法特殊/) },
    })
  })

  test('that is signed', async () => {
    const bytes = fixture('borderless')
    const signed = new Uint8Array([...bytes, ...new TextEncoder().encode('\n%/ByteRange[0 1 2 3]\n')])
    const result = await annotated(signed, await recordAbout(bytes, { words: '24场' }))
    expect(result).toMatchObject({ kind: 'none', reason: { zh: expect.stringContaining('带有电子签名') } })
  })
})
