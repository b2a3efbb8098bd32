import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from '../../src/read/inflate.ts'
import { cutOut } from '../../src/read/page/cut-outs.ts'
import type { Matrix } from '../../src/read/page/geometry.ts'
import type { Picture } from '../../src/read/page/picture-reader.ts'

/** What stands in a PNG of four bits a pixel: its size, and how dark its pixels are, from 0 (white) to 15. */
const readPng = (png: Uint8Array) => {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  expect([...header.subarray(8)]).toEqual([4, 0, 0, 0, 0])
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const stride = 1 + Math.ceil(width / 2)
  expect(rows.length).toBe(stride * height)
  const darkAt = (x: number, y: number): number => {
    const pair = rows[y * stride + 1 + (x >> 1)] ?? 0
    return 15 - (x % 2 === 0 ? pair >> 4 : pair & 15)
  }
  return { width, height, darkAt }
}

/** A page of 100 by 100 points at 144 dots an inch, with a black square from (40, 50) to (60, 60). */
const pictureOf = (kind: Picture['kind']): Picture => {
  const size = 200
  const isBlack = (x: number, y: number): boolean => x >= 80 && x < 120 && y >= 100 && y < 120
  if (kind === 'bits') {
    const data = new Uint8Array(25 * size).fill(0xff)
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1)
        if (isBlack(x, y)) data[y * 25 + (x >> 3)] = (data[y * 25 + (x >> 3)] as number) & ~(0x80 >> (x & 7))
    return { width: size, height: size, kind, data }
  }
  const bytes = { grey: 1, rgb: 3, rgba: 4 }[kind]
  const data = new Uint8Array(bytes * size * size).fill(255)
  for (let i = 0; i < size * size; i += 1)
    if (isBlack(i % size, Math.floor(i / size))) data.fill(0, i * bytes, i * bytes + Math.min(bytes, 3))
  return { width: size, height: size, kind, data }
}

const BOX = { left: 40, right: 60, top: 50, bottom: 60 }
const HALF: Matrix = [0.5, 0, 0, 0.5, 0, 0]

test.each(['bits', 'grey', 'rgb', 'rgba'] as const)(
  'a place is cut out of a scan (%s) with some paper around it',
  (kind) => {
    const page = { width: 100, height: 100, pictures: [{ picture: pictureOf(kind), matrix: HALF }] }
    const { width, height, darkAt } = readPng(cutOut(page, [1, 0, 0, 1, 0, 0], BOX))
    // 30 by 20 points at 150 dots an inch.
    expect([width, height]).toEqual([63, 42])
    expect(darkAt(31, 21)).toBe(15)
    for (const [x, y] of [
      [5, 21],
      [58, 21],
      [31, 5],
      [31, 37],
    ] as const)
      expect(darkAt(x, y)).toBe(0)
  },
)

test('a page that was turned shows it upright', () => {
  const page = { width: 100, height: 100, pictures: [{ picture: pictureOf('grey'), matrix: HALF }] }
  // A quarter turn: (x, y) lies at (100 - y, x), and the square from (40, 40) to (50, 60).
  const turned: Matrix = [0, 1, -1, 0, 100, 0]
  const { width, height, darkAt } = readPng(
    cutOut(page, turned, { left: 40, right: 50, top: 40, bottom: 60 }),
  )
  expect([width, height]).toEqual([42, 63])
  expect(darkAt(21, 31)).toBe(15)
  for (const [x, y] of [
    [5, 31],
    [37, 31],
    [21, 5],
    [21, 58],
  ] as const)
    expect(darkAt(x, y)).toBe(0)
})

test('of a large place only the beginning is shown, and of a place beyond the paper nothing', () => {
  const page = { width: 100, height: 100, pictures: [{ picture: pictureOf('grey'), matrix: HALF }] }
  const all = readPng(cutOut(page, [1, 0, 0, 1, 0, 0], { left: -9e6, right: 9e6, top: -9e6, bottom: 9e6 }))
  expect([all.width, all.height]).toEqual([875, 188])
  expect(all.darkAt(400, 90)).toBe(0)
})
