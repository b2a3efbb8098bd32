import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecodeOptions, decode } from '../../src/source/decode.ts'

const run = (bytes: Uint8Array | readonly number[], options: Partial<DecodeOptions> = {}) =>
  decode(Uint8Array.from(bytes), { isUtf8, ...options })

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16())
}

/** 单位编码\t金额 in GB18030. */
const GB = [0xb5, 0xa5, 0xce, 0xbb, 0xb1, 0xe0, 0xc2, 0xeb, 0x09, 0xbd, 0xf0, 0xb6, 0xee]
const TABLE = '单位编码\t单位及项目名称\t金额\r\n\t合计\t4.00\n'

describe('text', () => {
  test('UTF-8, with and without a byte-order mark', () => {
    expect(run(utf8(TABLE))).toEqual({
      kind: 'text',
      text: TABLE,
      encoding: 'utf-8',
      markLength: 0,
      notes: [],
    })
    expect(run([0xef, 0xbb, 0xbf, ...utf8(TABLE)])).toMatchObject({
      text: TABLE,
      encoding: 'utf-8',
      markLength: 3,
    })
  })

  test.each(['le', 'be'] as const)('UTF-16 %s, with and without a byte-order mark', (order) => {
    const encoding = `utf-16${order}`
    const mark = order === 'le' ? [0xff, 0xfe] : [0xfe, 0xff]
    expect(run([...mark, ...utf16(TABLE, order)])).toMatchObject({
      text: TABLE,
      encoding,
      markLength: 2,
      notes: [],
    })
    expect(run(utf16(TABLE, order))).toMatchObject({
      text: TABLE,
      encoding,
      markLength: 0,
      notes: ['guessed-utf-16'],
    })
  })

  test('UTF-16 without a mark whose NULs are on both sides: 一 is U+4E00', () => {
    expect(run(utf16('一、产出指标\t一　一', 'le'))).toMatchObject({ encoding: 'utf-16le' })
    expect(run(utf16('一、产出指标\t一　一', 'be'))).toMatchObject({ encoding: 'utf-16be' })
  })

  test('GB18030 where it is not UTF-8, and says so', () => {
    expect(run(GB)).toEqual({
      kind: 'text',
      text: '单位编码\t金额',
      encoding: 'gb18030',
      markLength: 0,
      notes: ['guessed-gb18030'],
    })
  })

  test('a named encoding is not second-guessed', () => {
    expect(run(GB, { encoding: 'gb18030' })).toMatchObject({ encoding: 'gb18030', notes: [] })
    expect(run(GB, { encoding: 'utf-8' })).toMatchObject({ kind: 'malformed', at: 0 })
    expect(run([0xff, 0xfe, 0x41, 0x00], { encoding: 'utf-16le' })).toMatchObject({
      text: 'A',
      markLength: 2,
    })
  })

  test('nothing at all is empty text', () => {
    expect(run([])).toMatchObject({ kind: 'text', text: '', encoding: 'utf-8' })
  })
})

describe('damage', () => {
  test('broken UTF-8 is not taken for GB18030, and the first bad byte is named', () => {
    const bytes = [...utf8('单位及项目名称')]
    bytes[7] = 0x41
    expect(run(bytes)).toEqual({ kind: 'malformed', encoding: 'utf-8', at: 7, line: 1 })
  })

  test.each([
    ['UTF-8', utf8('单位及项目名称').subarray(0, 20), '单位及项目名', 'utf-8', []],
    ['GB18030', Uint8Array.from(GB).subarray(0, 7), '单位编', 'gb18030', ['guessed-gb18030']],
    ['UTF-16', [0xff, 0xfe, 0x41, 0, 0x42], 'A', 'utf-16le', []],
    [
      'UTF-16 without a mark',
      utf16('单位\t金额\n项目', 'le').slice(0, -1),
      '单位\t金额\n项',
      'utf-16le',
      ['guessed-utf-16'],
    ],
  ])('%s cut off within a character is text up to there, and says so', (_, bytes, text, encoding, notes) => {
    expect(run(bytes)).toMatchObject({ kind: 'text', text, encoding, notes: [...notes, 'ends-in-character'] })
  })

  test.each([
    ['bytes that are neither', [0x41, 0x0a, 0xff, 0x42], 'gb18030', 2, 2],
    ['half of a pair in UTF-16', [0xff, 0xfe, 0x0a, 0, 0, 0xd8, 0x41, 0], 'utf-16le', 7, 2],
    [
      'GB18030 with a byte that it has not',
      [...GB, 0x0d, 0x0a, ...GB, 0xff, ...GB],
      'gb18030',
      2 * GB.length + 2,
      2,
    ],
  ])('%s: the place is named', (_, bytes, encoding, at, line) => {
    expect(run(bytes)).toEqual({ kind: 'malformed', encoding, at, line })
  })
})

test.each([
  ['xlsx, docx, zip', 'PK\x03\x04\x14\0', 'office'],
  ['xls, doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
  ['pdf', '%PDF-1.7\n', 'pdf'],
  ['png', '\x89PNG\r\n\x1a\n', 'image'],
  ['jpeg', '\xff\xd8\xff\xe0', 'image'],
  ['gzip', '\x1f\x8b\x08', 'archive'],
  ['UTF-32', '\xff\xfe\0\0A\0\0\0', 'utf-32'],
  ['NULs', 'abc\0def\0', 'unknown'],
  ['control characters', '\x01\x02\x03abc', 'unknown'],
])('a %s file is no table', (_, head, is) => {
  expect(run(Buffer.from(head, 'latin1'))).toEqual({ kind: 'binary', is })
})

test('any bytes decode or are refused, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(['text', 'binary', 'malformed']).toContain(run(bytes).kind)
    }),
  )
})

test('text comes back as it was, whatever it holds', () => {
  const line = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/[\p{Cc}\ufeff]/u.test(text))
  fc.assert(
    fc.property(line, (text) => {
      const decoded = run(utf8(text))
      // Latin text may begin like a file of another kind.
      if (decoded.kind === 'text') expect(decoded.text).toBe(text)
      else expect(decoded.kind).toBe('binary')
    }),
  )
})
