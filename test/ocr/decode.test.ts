import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PictureReader } from '../../src/read/page/picture-reader.ts'

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

  test.each([
    ['a PNG of 30,000 × 30,000', pngSaying(30_000, 30_000, deflateSync(new Uint8Array(10))), 'too-large'],
    [
      'a PNG that unpacks to a gigabyte',
      pngSaying(100, 100, deflateSync(new Uint8Array(2 ** 27))),
      undefined,
    ],
    ['a JPEG whose frame says 60,000 × 60,000', frame(60_000, 60_000), 'too-large'],
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
