import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Picture, PictureReader } from '../../src/read/page/picture-reader.ts'
import { makePng, type PngForm, pngOf, SAMPLES } from '../support/png.ts'
import { makeTiff } from '../support/tiff.ts'

const WHY = existsSync('node_modules/pbo-ocr') ? '' : ' (skipped: run `npm run install:ocr` first)'
/** The package as it was built. */
const PACKAGE: string = 'pbo-ocr'
const decode: PictureReader['decode'] = async (bytes) =>
  ((await import(PACKAGE)) as PictureReader).decode(bytes)

const require = createRequire(resolve('packages/ocr/package.json'))

/** A picture of two pixels, dark and light. */
const RGBA = Uint8Array.of(10, 10, 10, 255, 250, 250, 250, 255)
const PIXELS = { width: 2, height: 1, data: RGBA }

const RGBA_PNG = { width: 2, height: 1, colours: 6, depth: 8 } as const
const png = (): Buffer => makePng(RGBA_PNG, (x, _, k) => RGBA[4 * x + k] as number)

/** A grey PNG whose header says what it likes. */
const pngSaying = (width: number, height: number, content: Uint8Array): Buffer =>
  pngOf({ width, height, colours: 0, depth: 8 }, content)

const jpeg = (): Buffer => require('jpeg-js').encode(PIXELS, 100).data

/** One pixel, as a browser writes it, with and without loss. */
const webp = (kind: 'lossy' | 'lossless'): Buffer =>
  Buffer.from(
    kind === 'lossy'
      ? 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'
      : 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
    'base64',
  )

/** 16 × 2 pixels by CCITT's Group 4, the left half white. */
const G4 = { width: 16, height: 2, bits: 1, compression: 4, data: Buffer.from('3317001001', 'hex') }

const tiff = (): Buffer =>
  makeTiff([
    { width: 2, height: 1, data: Uint8Array.of(10, 10, 10, 250, 250, 250) },
    { ...G4, meaning: 0 },
  ])

const CHANNELS = { bits: 0, grey: 1, rgb: 3, rgba: 4 } as const

const rgbaAt = ({ kind, data }: Picture, i: number): number[] => {
  const count = CHANNELS[kind]
  const [first = 0, second = first, third = first, alpha = 255] = data.subarray(i * count, (i + 1) * count)
  return [first, second, third, alpha]
}

describe.skipIf(WHY !== '')(`pictures${WHY}`, () => {
  test.each([
    ['PNG', png],
    ['JPEG', jpeg],
  ])('of %s are decoded', async (_, make) => {
    const pictures = await decode(make())
    expect(pictures).toMatchObject([{ width: 2, height: 1 }])
    const [picture] = typeof pictures === 'string' ? [] : pictures
    expect(picture?.data[0]).toBeLessThan(60)
    expect(picture?.data.at(picture.kind === 'rgba' ? -2 : -1)).toBeGreaterThan(190)
  })

  test.each<Pick<PngForm, 'colours' | 'depth'>>([
    ...([1, 2, 4, 8, 16] as const).map((depth) => ({ colours: 0, depth }) as const),
    ...([8, 16] as const).flatMap((depth) => ([2, 4, 6] as const).map((colours) => ({ colours, depth }))),
    ...([1, 2, 4, 8] as const).map((depth) => ({ colours: 3, depth }) as const),
  ])('of PNG of colour type $colours and $depth bits are decoded, interlaced or not', async (form) => {
    const { colours, depth } = form
    const most = 2 ** depth - 1
    const sample = (x: number, y: number, k: number): number => (7 * x + 13 * y * y + 29 * k) & most
    const level = (x: number, y: number, k: number): number => Math.round((sample(x, y, k) * 255) / most)
    const palette = Uint8Array.from({ length: 3 * (most + 1) }, (_, i) => (i * 37) & 0xff)
    const expected = (x: number, y: number): number[] => {
      if (colours === 3) return [...palette.subarray(3 * sample(x, y, 0)).subarray(0, 3), 255]
      const all = Array.from({ length: SAMPLES[colours] }, (_, k) => level(x, y, k))
      const [first = 0, second = 255, third, fourth = 255] = all
      return third === undefined ? [first, first, first, second] : [first, second, third, fourth]
    }
    for (const [width, height] of [
      [1, 1],
      [9, 11],
      [21, 6],
    ] as const)
      for (const isInterlaced of [false, true]) {
        const given = { ...form, width, height, isInterlaced, ...(colours === 3 ? { palette } : {}) }
        const [picture] = (await decode(makePng(given, sample))) as Picture[]
        const shown = Array.from({ length: width * height }, (_, i) => rgbaAt(picture as Picture, i))
        expect(shown).toEqual(
          Array.from({ length: width * height }, (_, i) => expected(i % width, Math.floor(i / width))),
        )
      }
  })

  test('of PNG may be transparent in one colour, or in some of a palette', async () => {
    const grey = { width: 2, height: 1, colours: 0, depth: 4, transparent: Uint8Array.of(0, 9) } as const
    const [one] = (await decode(makePng(grey, (x) => [9, 10][x] as number))) as Picture[]
    expect([...(one?.data ?? [])]).toEqual([153, 153, 153, 0, 170, 170, 170, 255])
    const palette = { palette: Uint8Array.of(1, 2, 3, 4, 5, 6), transparent: Uint8Array.of(128) }
    const some = { width: 2, height: 1, colours: 3, depth: 1, ...palette } as const
    const [two] = (await decode(makePng(some, (x) => x))) as Picture[]
    expect([...(two?.data ?? [])]).toEqual([1, 2, 3, 128, 4, 5, 6, 255])
  })

  test('of PNG that have more than their rows are whole, those that have less are damaged', async () => {
    const [more, less] = [30, 5].map((bytes) => pngSaying(4, 2, deflateSync(new Uint8Array(bytes))))
    expect(await decode(more as Buffer)).toMatchObject([{ width: 4, height: 2, kind: 'grey' }])
    expect(await decode(less as Buffer)).toBe('damaged')
    expect(await decode(pngOf({ ...RGBA_PNG, depth: 4 }, deflateSync(new Uint8Array(9))))).toBe('damaged')
  })

  test('of WebP are decoded', async () => {
    for (const kind of ['lossy', 'lossless'] as const)
      expect(await decode(webp(kind))).toMatchObject([{ width: 1, height: 1, kind: 'rgba' }])
  })

  test('of a TIFF are decoded one after the other, however they are written', async () => {
    const pictures = await decode(tiff())
    if (typeof pictures === 'string') throw new Error(pictures)
    const [colours, fax] = pictures
    expect(colours).toMatchObject({ width: 2, height: 1, kind: 'rgba' })
    expect([...(colours?.data ?? [])]).toEqual([10, 10, 10, 255, 250, 250, 250, 255])
    expect(fax).toMatchObject({ width: 16, height: 2, kind: 'bits' })
    expect([...(fax?.data ?? [])]).toEqual([0xff, 0, 0xff, 0])
    const packed = { width: 2, height: 1, compression: 8, data: deflateSync(Uint8Array.of(10, 250)) }
    const [deflated] = (await decode(makeTiff([packed]))) as Picture[]
    expect([deflated?.data[0], deflated?.data[4]]).toEqual([10, 250])
  })

  test('of a TIFF that unpack to more than their page are blank', async () => {
    const bomb = { width: 2, height: 1, compression: 8, data: deflateSync(new Uint8Array(2 ** 27)) }
    const [picture] = (await decode(makeTiff([bomb]))) as Picture[]
    expect([...(picture?.data ?? [])]).toEqual(Array(8).fill(255))
  })

  test.each([
    ['a PNG of 30,000 × 30,000', pngSaying(30_000, 30_000, deflateSync(new Uint8Array(10))), 'too-large'],
    [
      'a PNG that unpacks to a gigabyte',
      pngSaying(100, 100, deflateSync(new Uint8Array(2 ** 27))),
      undefined,
    ],
    ['a JPEG whose frame says 60,000 × 60,000', frame(60_000, 60_000), 'too-large'],
    ['a TIFF of 30,000 × 30,000', makeTiff([{ ...G4, width: 30_000, height: 30_000 }]), 'too-large'],
    ['a TIFF of wavelets', makeTiff([{ ...G4, compression: 34_712 }]), 'unsupported'],
    ['a TIFF whose pages never end', endless(), 'damaged'],
    ['a WebP of 16,000 × 16,000', largeWebp(), 'too-large'],
    ['what is none', Buffer.from('GIF89a not read'), 'unsupported'],
    ['nothing', Buffer.alloc(0), 'unsupported'],
  ])('%s is refused or read, and bounded', async (_, bytes, fault) => {
    const before = process.memoryUsage.rss()
    const found = await decode(bytes)
    if (fault !== undefined) expect(found).toBe(fault)
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 2 ** 20)
  })

  test.each([
    ['PNG', png],
    ['JPEG', jpeg],
    ['WebP', () => webp('lossy')],
    ['WebP without loss', () => webp('lossless')],
    ['TIFF', tiff],
  ])(
    'of %s that are cut off or changed anywhere are read or damaged, and never throw',
    async (_, make) => {
      const whole = make()
      for (let length = 0; length < whole.length; length += 3) await decode(whole.subarray(0, length))
      for (let at = 0; at < whole.length; at += 2) {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] as number) ^ 0xff
        const found = await decode(changed)
        expect(typeof found === 'string' || found.length > 0).toBe(true)
        // Some are decoded only now.
        if (typeof found !== 'string') for (const { data } of found) expect(data.length).toBeGreaterThan(0)
      }
    },
    120_000,
  )
})

function frame(width: number, height: number): Buffer {
  const header = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  header.writeUInt16BE(height, 5)
  header.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8]), header, Buffer.from([0xff, 0xd9])])
}

/** The last page leads back to the first. */
function endless(): Buffer {
  const bytes = tiff()
  const second = bytes.readUInt32LE(8 + 2 + 12 * 9)
  bytes.writeUInt32LE(8, second + 2 + 12 * 9)
  return bytes
}

function largeWebp(): Buffer {
  const bytes = webp('lossy')
  bytes.writeUInt16LE(16_000, 26)
  bytes.writeUInt16LE(16_000, 28)
  return bytes
}
