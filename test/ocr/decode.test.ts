import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Picture, PictureReader } from '../../src/read/page/picture-reader.ts'
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

const png = (): Buffer => {
  const { PNG } = require('pngjs')
  const picture = new PNG({ width: 2, height: 1 })
  picture.data = Buffer.from(RGBA)
  return PNG.sync.write(picture)
}

const crc32 = (bytes: Uint8Array): number => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A PNG whose header says what it likes. */
const pngSaying = (width: number, height: number, content: Uint8Array): Buffer => {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', content), chunk('IEND', new Uint8Array())]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

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
