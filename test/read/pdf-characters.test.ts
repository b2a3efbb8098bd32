import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/read/document.ts'
import { readCharacter } from '../../src/read/page/page-content.ts'
import { readPdf } from '../../src/read/pdf.ts'
import { blocksOf, sortedCharacters } from './pdf-blocks.ts'
import { grid, hex, line, makePdf } from './pdf-maker.ts'

/** What the library's own reader of text makes of a file, without blanks and order. */
const charactersOf = async (bytes: Uint8Array): Promise<string> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = new URL('../../node_modules/pdfjs-dist/', import.meta.url).pathname
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    verbosity: 0,
  })
  const file = await task.promise
  let text = ''
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    for (const item of items) if ('str' in item) text += item.str
  }
  await task.destroy()
  return sortedCharacters(Array.from(text, readCharacter).join(''))
}

/** Every character of a grid's cells and lines, each cell counted once. */
const charactersIn = ({ grid: read, source }: Document): string => {
  const texts = read.blocks.flatMap((block) => {
    if (block.kind === 'gap') return []
    return block.kind === 'text' ? [block.cell.text.text] : block.cells.map(({ text }) => text.text)
  })
  expect(sortedCharacters(texts.join(''))).toBe(sortedCharacters(source.text))
  return sortedCharacters(texts.join(''))
}

test.each([
  'pdf/form-chromium.pdf',
  'pdf/form-libreoffice.pdf',
  'pdf/two-pages-chromium.pdf',
  'pdf/two-pages-libreoffice.pdf',
  'pdf/borderless.pdf',
  'office/menyuan-2022.pdf',
])('every character of %s is in one cell or line', async (file) => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url)))
  expect(charactersIn(await readPdf(bytes))).toBe(await charactersOf(bytes))
})

const edges = (from: number, to: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.integer({ min: from, max: to }), { minLength: 2, maxLength: 6 })

const matrix = fc.constantFrom('1 0 0 1', '0 1 -1 0', '0 -1 1 0', '-1 0 0 -1', '0.8 0.6 -0.6 0.8')

const word = fc.record({
  text: fc.string({ unit: fc.constantFrom(...'项目金额≥12.5% 、一A'), minLength: 1, maxLength: 20 }),
  x: fc.integer({ min: -20, max: 380 }),
  size: fc.integer({ min: 4, max: 30 }),
  font: fc.constantFrom('F1', 'F1', 'F1', 'F2'),
  matrix: fc.oneof({ weight: 4, arbitrary: fc.constant('1 0 0 1') }, { weight: 1, arbitrary: matrix }),
})

/** Words anywhere, a grid, and lines that lead nowhere. No two words share a place: those count once. */
const page = fc
  .record({
    words: fc.array(word, { maxLength: 12 }),
    xs: edges(0, 400),
    ys: edges(0, 300),
    strays: fc.array(fc.tuple(fc.nat(400), fc.nat(300), fc.nat(400), fc.nat(300)), { maxLength: 8 }),
  })
  .map(({ words, xs, ys, strays }) => ({
    text: words.map(({ text }) => text).join(''),
    content: [
      grid(xs, ys),
      ...strays.map(([x0, y0, x1, y1], i) => (i % 2 === 0 ? line(x0, y0, x1, y0) : line(x0, y0, x0, y1))),
      ...words.map(
        ({ text, x, size, font, matrix: turn }, i) =>
          `BT /${font} ${size} Tf ${turn} ${x + i * 0.37} ${10 + i * 23.3} Tm ${hex(text)} Tj ET`,
      ),
    ].join('\n'),
  }))

test('every character of any page is in one cell or line, in the same one each time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
      const bytes = makePdf([...pages, `BT /F1 10 Tf 50 50 Td ${hex('末')} Tj ET`])
      const drawn = [...pages.map(({ text }) => text), '末'].join('')
      const document = await readPdf(bytes)
      expect(charactersIn(document)).toBe(sortedCharacters(drawn))
      expect(blocksOf(await readPdf(bytes))).toEqual(blocksOf(document))
    }),
    { seed: 20_240_101, numRuns: 30 },
  )
}, 120_000)

test('a file that was cut or changed is read, or refused with a reason', async () => {
  const whole = makePdf([`${grid([50, 150, 250], [200, 180])}\nBT /F1 10 Tf 55 186 Td ${hex('金额')} Tj ET`])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), async (end, at, byte) => {
      const bytes = whole.slice(0, Math.max(end, whole.length - end))
      bytes[Math.min(at, bytes.length - 1)] = byte
      const outcome = await readPdf(bytes).then(
        ({ format }) => format,
        (error: Error) => error.name,
      )
      expect(['pdf', 'UnreadableError']).toContain(outcome)
    }),
    { seed: 20_240_101, numRuns: 150 },
  )
}, 120_000)

test.each([
  ['a Kangxi radical', '⼯', '工'],
  ['a Kangxi radical that is drawn as another character', '⼾', '户'],
  ['a radical of the supplement', '⻓', '长'],
  ['a radical that is no character', '⺮', '⺮'],
  ['a bracket of vertical lines', '︵', '（'],
  ['a blank of another width', '\u3000', ' '],
  ['a ligature', 'ﬁ', 'ﬁ'],
  ['a private character', '\ue001', '\ue001'],
  ['what Unicode would fold further', '㎡①…', '㎡①…'],
])('reads %s', (_name, unicode, text) => {
  expect(readCharacter(unicode)).toBe(text)
})
