import { expect, test } from 'vitest'
import { sha256OfAll } from '../../src/cli/io.ts'
import type { PicturePage, PictureReader } from '../../src/read/page/picture-reader.ts'
import { KnownPages, remembering } from '../../src/records/known-pages.ts'
import { scannedTable } from '../support/scanned-table.ts'

const pageOf = (shade: number): PicturePage => ({
  width: 100,
  height: 100,
  pictures: [
    {
      picture: { width: 1, height: 1, kind: 'grey', data: Uint8Array.of(shade) },
      matrix: [1, 0, 0, 1, 0, 0],
    },
  ],
})

const TABLE = scannedTable([['项目名称', '金⟦颔|额⟧']])

/** What reads every page as the same table, and counts. */
const counting = (page: typeof TABLE | undefined) => {
  const seen: PicturePage[] = []
  const reader: PictureReader = {
    decode: async () => 'unsupported',
    readPage: async (given) => {
      seen.push(given)
      return page
    },
  }
  return { seen, reader }
}

test('a page that was read is not read again in the same run, another is', async () => {
  const { seen, reader } = counting(TABLE)
  const open = remembering(async () => reader, new KnownPages(), sha256OfAll)
  const first = await (await open())?.readPage(pageOf(1))
  expect(await (await open())?.readPage(pageOf(1))).toEqual(first)
  expect(seen).toHaveLength(1)
  await (await open())?.readPage(pageOf(2))
  expect(seen).toHaveLength(2)
})

test('what a thread has read is known, and what took too long is tried again', async () => {
  const pages = new KnownPages()
  const thread = remembering(
    async () => counting(TABLE).reader,
    {
      get: () => undefined,
      add: (known) => pages.add(structuredClone(known)),
    },
    sha256OfAll,
  )
  await (await thread())?.readPage(pageOf(1))
  const { seen, reader } = counting(undefined)
  const main = await remembering(async () => reader, pages, sha256OfAll)()
  expect(await main?.readPage(pageOf(1))).toEqual(JSON.parse(JSON.stringify(TABLE)))
  expect(await main?.readPage(pageOf(2))).toBeUndefined()
  expect(await main?.readPage(pageOf(2))).toBeUndefined()
  expect(seen).toHaveLength(2)
})

test('nothing is there where nothing reads pictures', async () => {
  expect(await remembering(async () => undefined, new KnownPages(), sha256OfAll)()).toBeUndefined()
})
