import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { parseDocument } from '../../src/parse.ts'
import { UnreadableError } from '../../src/read/document.ts'
import { openFile } from '../../src/read/open.ts'
import type { PicturePage, PictureReader, ScannedPage } from '../../src/read/page/picture-reader.ts'
import { unopened } from '../../src/records/file-messages.ts'
import { scannedTable as tableOf } from '../support/scanned-table.ts'
import { makeOfd, page as ofdPage } from './ofd-maker.ts'

const bytes = readFileSync('fixtures/pdf/scanned.pdf')

const readWith = async (page: ScannedPage | undefined, seen: PicturePage[] = []) => {
  const reader: PictureReader = {
    readPage: async (given) => {
      seen.push(given)
      return page
    },
    decode: async () => 'unsupported',
  }
  const [opened] = await openFile(bytes, { isUtf8, pictureReader: async () => reader })
  return opened
}

const FILING = [
  ['预算单位', '项目名称', '金额'],
  ['某局', '道路养护', '10.00'],
  ['某局', '河道保洁', '20.00'],
]

/** An OFD of one page with pictures, by their sides in pixels; each is shown twice. */
const ofdOf = (sides: readonly number[]): Uint8Array =>
  makeOfd(
    [
      ofdPage(
        [...sides, ...sides]
          .map(
            (side) => `<ofd:ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="${side}"/>`,
          )
          .join(''),
      ),
    ],
    {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      files: {
        'Doc_0/DocumentRes.xml': `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias>${sides
          .map(
            (side) =>
              `<ofd:MultiMedia ID="${side}" Type="Image"><ofd:MediaFile>${side}.jpg</ofd:MediaFile></ofd:MultiMedia>`,
          )
          .join('')}</ofd:MultiMedias></ofd:Res>`,
        ...Object.fromEntries(sides.map((side) => [`Doc_0/Res/${side}.jpg`, String(side)])),
      },
    },
  )

test('pictures that are decoded when their pixels are asked for are not asked for each pixel', async () => {
  let asked = 0
  const picture = {
    width: 800,
    height: 800,
    kind: 'grey',
    get data() {
      asked += 1
      return new Uint8Array(800 * 800)
    },
  } as const
  const reader: PictureReader = {
    decode: async () => [picture],
    readPage: async () => tableOf(FILING),
    wanted: [{ start: 0, end: 4 }],
  }
  const png = Uint8Array.from('\x89PNG\r\n\x1a\n', (character) => character.charCodeAt(0))
  const [opened] = await openFile(png, { isUtf8, pictureReader: async () => reader })
  expect(opened?.kind === 'document' && opened.document.source.scan?.hasCutOuts).toBe(true)
  expect(asked).toBe(1)
})

describe('a page of OFD', () => {
  const openWith = async (sides: readonly number[], decoded: string[]) => {
    const reader: PictureReader = {
      readPage: async ({ pictures }) => tableOf([['金额', String(pictures.length)], FILING[1] ?? []]),
      decode: async (given) => {
        const side = new TextDecoder().decode(given)
        decoded.push(side)
        return [{ width: Number(side), height: Number(side), kind: 'grey', data: new Uint8Array() }]
      },
    }
    const [opened] = await openFile(ofdOf(sides), { isUtf8, pictureReader: async () => reader })
    return opened
  }

  test('may show a picture many times, which is decoded once', async () => {
    const decoded: string[] = []
    const opened = await openWith([500, 600], decoded)
    expect(opened?.kind === 'document' && opened.document.source.text).toContain('金额\t4')
    expect(decoded).toEqual(['500', '600'])
  })

  test('with more pixels than are kept at once is not read', async () => {
    const decoded: string[] = []
    const opened = await openWith([5999, 6000, 6001, 6002], decoded)
    expect(opened).toMatchObject({ kind: 'unreadable', reason: 'no-text-layer' })
    expect(decoded).toEqual(['5999', '6000', '6001'])
  })
})

describe('a scanned page', () => {
  test('is given to what reads pictures, which gets the picture as it is in the file', async () => {
    const seen: PicturePage[] = []
    await readWith(tableOf(FILING), seen)
    const [{ width, height, pictures } = { width: 0, height: 0, pictures: [] }] = seen
    const [placed] = pictures
    expect(pictures).toHaveLength(1)
    expect(placed?.picture.data.length).toBeGreaterThan(0)
    // It covers the page.
    const { width: w = 0, height: h = 0 } = placed?.picture ?? {}
    const [a = 0, , , d = 0] = placed?.matrix ?? []
    expect([Math.round(a * w), Math.round(d * h)]).toEqual([Math.round(width), Math.round(height)])
  })

  test('is read as a table with rules, and says that it was recognised', async () => {
    const opened = await readWith(tableOf(FILING))
    expect(opened).toMatchObject({
      kind: 'document',
      document: { notes: [{ kind: 'scanned-pages', detail: '1' }] },
    })
    const text = opened?.kind === 'document' ? opened.document.source.text : ''
    expect(text).toBe('预算单位\t项目名称\t金额\n某局\t道路养护\t10.00\n某局\t河道保洁\t20.00\n')
  })

  test('keeps how sure each character is', async () => {
    const opened = await readWith(tableOf([['金额', '10.0⟦0|⟧'], FILING[1] ?? []]))
    if (opened?.kind !== 'document') throw new Error('not read')
    const { scan, text } = opened.document.source
    const at = text.indexOf('10.00')
    expect(scan?.certaintyOf({ start: at, end: at + 5 })).toBe(83)
    expect(scan?.certaintyOf({ start: 0, end: 2 })).toBe(99)
    expect(scan?.certaintyOf({ start: 2, end: 3 })).toBeUndefined()
  })

  test('that takes too long, or is read by nobody, is told as before', async () => {
    expect(await readWith(undefined)).toMatchObject({ kind: 'unreadable', reason: 'no-text-layer' })
    const missing = await openFile(bytes, { isUtf8, pictureReader: async () => undefined })
    expect(missing).toMatchObject([{ kind: 'unreadable', reason: 'no-text-layer' }])
  })
})

test.each([
  ['version', '不配套'],
  ['incomplete', '无法加载'],
])('a scan whose reader can’t be used (%s) says what to do', async (detail, words) => {
  const [opened] = await openFile(bytes, {
    isUtf8,
    pictureReader: async () => {
      throw new UnreadableError('picture-reader', detail)
    },
  })
  if (opened?.kind !== 'unreadable') throw new Error('read')
  const { zh, en } = unopened(opened)
  expect(zh).toContain(words)
  for (const message of [zh, en]) expect(message).toContain('npm install -g ')
})

describe('a finding', () => {
  const findings = async (total: string) => {
    const opened = await readWith(tableOf([...FILING, ['合计', '', total]]))
    if (opened?.kind !== 'document') throw new Error('not read')
    return check(parseDocument(opened.document).disclosure, { only: ['total-mismatch'] })
  }

  test('on characters that were read surely is what it is anywhere', async () => {
    const [finding] = await findings('31.00')
    expect(finding).toMatchObject({ rule: 'total-mismatch', severity: 'error' })
    expect(finding?.data).not.toHaveProperty('ocrCertainty')
  })

  test('on doubtful ones says so, and is no error', async () => {
    const [finding] = await findings('3⟦1|⟧.00')
    expect(finding).toMatchObject({ severity: 'warning', data: { ocrCertainty: '83' } })
    expect(finding?.because?.zh).toContain('由扫描识别，请核对原件：“31.00”（把握 83%）')
    expect(finding?.because?.en).toContain("read by OCR, compare with the paper: '31.00' (83% sure)")
  })
})
