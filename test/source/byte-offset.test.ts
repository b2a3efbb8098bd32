import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteOffsets, encodedText } from '../../src/source/byte-offset.ts'
import type { Encoding } from '../../src/source/source.ts'

const offsets = (bytes: Uint8Array, encoding: Encoding, markLength = 0): ByteOffsets =>
  new ByteOffsets(
    encodedText(bytes, encoding, markLength),
    new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(markLength)),
  )

/** The text before every character, decoded from the bytes in front of the place that was found. */
const expectExact = (bytes: Uint8Array, encoding: Encoding, markLength = 0): void => {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const text = decoder.decode(bytes.subarray(markLength))
  const places = offsets(bytes, encoding, markLength)
  let offset = 0
  for (const character of text) {
    expect(decoder.decode(bytes.subarray(markLength, places.at(offset)))).toBe(text.slice(0, offset))
    if (character.length === 2) expect(places.at(offset + 1)).toBe(places.at(offset))
    offset += character.length
  }
  expect(places.at(text.length)).toBe(bytes.length)
  expect(places.at(text.length + 9)).toBe(bytes.length)
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 })

describe('every character is found where it stands', () => {
  test('in UTF-8', () => {
    fc.assert(fc.property(text, (sample) => expectExact(new TextEncoder().encode(sample), 'utf-8')))
  })

  test('in UTF-16 of either order', () => {
    fc.assert(
      fc.property(text, (sample) => {
        expectExact(Uint8Array.from(Buffer.from(sample, 'utf16le')), 'utf-16le')
        expectExact(Uint8Array.from(Buffer.from(sample, 'utf16le').swap16()), 'utf-16be')
      }),
    )
  })

  test('in GB18030, with characters of one, two and four bytes', () => {
    const character = fc.oneof(
      fc.integer({ min: 0, max: 0x80 }).map((byte) => [byte]),
      fc.tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xf9 })),
      // 㐀 and its like; and beyond the first plane, where UTF-16 needs two units.
      fc.tuple(
        fc.constant(0x81),
        fc.integer({ min: 0x30, max: 0x38 }),
        fc.constant(0x81),
        fc.integer({ min: 0x30, max: 0x39 }),
      ),
      fc.tuple(
        fc.integer({ min: 0x90, max: 0xe2 }),
        fc.constant(0x30),
        fc.constant(0x81),
        fc.integer({ min: 0x30, max: 0x39 }),
      ),
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (characters) =>
        expectExact(Uint8Array.from(characters.flat()), 'gb18030'),
      ),
    )
  })

  test('behind a byte-order mark', () => {
    expectExact(Uint8Array.of(0xef, 0xbb, 0xbf, 0xe5, 0x8d, 0x95, 0x41), 'utf-8', 3)
    expectExact(Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x42, 0x00), 'utf-16le', 2)
  })
})

test('€ has one byte or two in GB18030, and both are told apart', () => {
  const places = offsets(Uint8Array.of(0x80, 0x41, 0xa2, 0xe3, 0x42), 'gb18030')
  expect([0, 1, 2, 3, 4].map((offset) => places.at(offset))).toEqual([0, 1, 2, 4, 5])
})

test('long texts, with surrogate pairs across every thousand and twenty-fourth unit', () => {
  const sample = `a${'😀'.repeat(3000)}单`
  const bytes = new TextEncoder().encode(sample)
  const places = offsets(bytes, 'utf-8')
  for (const pairs of [0, 511, 512, 1023, 2047, 2999]) {
    expect(places.at(1 + 2 * pairs)).toBe(1 + 4 * pairs)
    expect(places.at(2 + 2 * pairs)).toBe(1 + 4 * pairs)
  }
  expect(places.at(sample.length - 1)).toBe(bytes.length - 3)
})

test('the end of the text is not that of the file where a last character was cut off', () => {
  const bytes = Uint8Array.of(0x41, 0xe5, 0x8d)
  const places = new ByteOffsets(encodedText(bytes, 'utf-8', 0), 'A')
  expect([0, 1, 2].map((offset) => places.at(offset))).toEqual([0, 1, 3])
})

test('offsets before the text are its beginning', () => {
  expect(offsets(Uint8Array.of(0x41), 'utf-8').at(-5)).toBe(0)
})
