import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { type OpenedDocument, openFile } from '../../src/read/open.ts'
import type { PictureReader, ScannedPage } from '../../src/read/page/picture-reader.ts'
import type { Span } from '../../src/source/span.ts'

const [WIDTH, HEIGHT, SIZE] = [150, 20, 10]

/** `⟦1|07⟧`: a 1 that is not read surely, and may be a 0 or a 7. */
const CHARACTER = /⟦(.)\|(.*?)⟧|(.)/gu

const SURE = 0.99
const UNSURE = 0.83

/** What an engine would say that reads one table with rules. */
export const scannedTable = (rows: readonly (readonly string[])[]): ScannedPage => {
  const columns = Math.max(...rows.map((row) => row.length))
  const glyphs = rows.flatMap((row, y) =>
    row.flatMap((text, x) =>
      [...text.matchAll(CHARACTER)].map(([, doubtful, others, sure], i) => {
        const left = 20 + x * WIDTH + 4 + i * SIZE
        const top = 20 + y * HEIGHT + 5
        return {
          text: doubtful ?? sure ?? '',
          confidence: doubtful === undefined ? SURE : UNSURE,
          others,
          size: SIZE,
          box: { left, right: left + SIZE, top, bottom: top + SIZE },
        }
      }),
    ),
  )
  const [right, bottom] = [20 + columns * WIDTH, 20 + rows.length * HEIGHT]
  const rules = [
    ...Array.from({ length: rows.length + 1 }, (_, i) => ({
      isVertical: false,
      at: 20 + i * HEIGHT,
      from: 20,
      to: right,
    })),
    ...Array.from({ length: columns + 1 }, (_, i) => ({
      isVertical: true,
      at: 20 + i * WIDTH,
      from: 20,
      to: bottom,
    })),
  ]
  return { width: right + 20, height: bottom + 20, glyphs, rules, matrix: [1, 0, 0, 1, 0, 0] }
}

/** Reads pictures as if each were the given page. */
export const readerOf = (page: ScannedPage | undefined): PictureReader => ({
  readPage: async () => page,
  decode: async () => 'unsupported',
})

/** A scanned file in which the given table is read; places of its text that are `wanted` are cut out of the scan. */
export const openScan = async (
  rows: readonly (readonly string[])[],
  wanted?: readonly Span[],
): Promise<OpenedDocument> => {
  const [opened] = await openFile(readFileSync('fixtures/pdf/scanned.pdf'), {
    isUtf8,
    pictureReader: async () => ({ ...readerOf(scannedTable(rows)), ...(wanted && { wanted }) }),
  })
  if (opened?.kind !== 'document') throw new Error('not read')
  return opened
}
