import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArchiveBudget, type ArchiveLimits, readArchive } from '../../src/read/archive.ts'
import { kindOfPackage } from '../../src/read/package-kind.ts'
import { readZippedFiles } from '../../src/read/zipped-files.ts'
import { officeFixture, reasonOf } from './office-fixtures.ts'
import { type MadeEntry, makeZip } from './zip-maker.ts'

const MEGABYTE = 1024 * 1024

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MEGABYTE)

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readArchive(bytes)).map(({ name, bytes: data }) => `${name}=${new TextDecoder().decode(data)}`)

describe('readArchive', () => {
  test('gives files, packed or stored, and no folders', async () => {
    const zip = makeZip([
      { name: 'a/', data: '' },
      { name: 'a/一.txt', data: '甲' },
      { name: 'b.txt', data: '乙', isStored: true },
      { name: 'empty', data: '' },
    ])
    expect(await textsOf(zip)).toEqual(['a/一.txt=甲', 'b.txt=乙', 'empty='])
  })

  test.each([
    ['UTF-8, flagged', Buffer.from('绩效.xlsx'), 0x800],
    ['UTF-8, not flagged', Buffer.from('绩效.xlsx'), 0],
    ['GBK', Buffer.from([0xbc, 0xa8, 0xd0, 0xa7, 0x2e, 0x78, 0x6c, 0x73, 0x78]), 0],
  ])('decodes a name in %s', async (_, name, flags) => {
    expect(await textsOf(makeZip([{ name, data: 'x', flags }]))).toEqual(['绩效.xlsx=x'])
  })

  test('keeps names that lead elsewhere as names, with one kind of slash', async () => {
    const zip = makeZip([
      { name: '../a', data: '' },
      { name: 'C:\\b\\c', data: '' },
    ])
    expect(await textsOf(zip)).toEqual(['../a=', 'C:/b/c='])
  })

  const cases: readonly (readonly [string, readonly MadeEntry[], string])[] = [
    ['an entry that is encrypted', [{ name: 'a', data: 'x', flags: 1 }], 'encrypted'],
    ['a wrong sum', [{ name: 'a', data: 'x', sum: 1 }], 'damaged'],
    ['a size that is less than claimed', [{ name: 'a', data: 'x', size: 2 }], 'damaged'],
    ['a size that is more than claimed', [{ name: 'a', data: 'xyz', size: 2 }], 'damaged'],
    ['another packing method', [{ name: 'a', data: 'x', method: 12 }], 'unsupported'],
    ['2,001 entries', Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}`, data: '' })), 'too-large'],
    ['2,000 entries', Array.from({ length: 2_000 }, (_, i) => ({ name: `${i}`, data: '' })), 'read'],
    ['an entry that claims 101 MB', [{ name: 'a', data: 'x', size: 101 * MEGABYTE }], 'too-large'],
    ['zeros, 1,000 to 1', [{ name: 'a', data: zeros(4) }], 'too-large'],
    ['a bomb that claims to be small', [{ name: 'a', data: zeros(4), size: 10 }], 'too-large'],
    ['zeros of one megabyte', [{ name: 'a', data: zeros(1) }], 'read'],
  ]
  test.each(cases)('%s', async (_, entries, reason) => {
    expect(await reasonOf(() => readArchive(makeZip(entries)))).toBe(reason)
  })

  test('counts all entries together', async () => {
    const data = randomBytes(600)
    const zip = makeZip([
      { name: 'a', data, size: 600 },
      { name: 'b', data, size: 600 },
    ])
    const read = (totalBytes: number) => reasonOf(() => readArchive(zip, new ArchiveBudget({ totalBytes })))
    expect([await read(1_200), await read(1_199)]).toEqual(['read', 'too-large'])
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['no archive', new TextEncoder().encode('项目\t金额\n')],
    ['a beginning only', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['half a workbook', officeFixture('menyuan-2022.xlsx').subarray(0, 4_000)],
  ])('%s is damaged', async (_, bytes) => {
    expect(await reasonOf(() => readArchive(bytes))).toBe('damaged')
  })

  test('a changed byte changes a name at most', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: '项目'.repeat(30) },
      { name: 'b.txt', data: '5.00', isStored: true },
    ])
    const contents = new Set(['项目'.repeat(30), '5.00'])
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Uint8Array.from(zip, (byte, i) => (i === at ? byte ^ change : byte))
        const reason = await reasonOf(async () => {
          for (const entry of await readArchive(bytes))
            expect(contents).toContain(new TextDecoder().decode(entry.bytes))
        })
        expect(reason).toMatch(/^(read|damaged|encrypted|unsupported|too-large)$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('kindOfPackage', () => {
  const types = (main: string): string =>
    `<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`
  test.each<[string, Record<string, string>, string]>([
    ['a workbook', { '[Content_Types].xml': '', 'xl/workbook.xml': '' }, 'xlsx'],
    ['a binary workbook', { '[Content_Types].xml': '', 'xl/workbook.bin': '' }, 'xlsx'],
    ['a workbook elsewhere', { '[Content_Types].xml': types('spreadsheetml.sheet'), 'x.xml': '' }, 'xlsx'],
    ['a document', { '[Content_Types].xml': '', 'word/document.xml': '' }, 'docx'],
    ['a document elsewhere', { '[Content_Types].xml': types('wordprocessingml.document') }, 'docx'],
    ['slides', { '[Content_Types].xml': '', 'ppt/presentation.xml': '' }, 'pptx'],
    ['an OpenDocument sheet', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }, 'ods'],
    ['an OpenDocument text', { mimetype: 'application/vnd.oasis.opendocument.text' }, 'odt'],
    ['an OFD', { 'OFD.xml': '' }, 'ofd'],
    ['files', { 'a/word/document.xml': '', 'b.xlsx': '' }, 'zip'],
    ['nothing', {}, 'zip'],
  ])('%s', (_, files, kind) => {
    const entries = Object.entries(files).map(([name, text]) => ({
      name,
      bytes: new TextEncoder().encode(text),
    }))
    expect(kindOfPackage(entries)).toBe(kind)
  })
})

describe('readZippedFiles', () => {
  const workbook = officeFixture('row-per-indicator.xlsx')
  /** Names, with what is wrong with those that can't be read. */
  const listOf = async (bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<string[]> => {
    const names: string[] = []
    for await (const file of readZippedFiles(bytes, limits))
      names.push('fault' in file ? `${file.name}: ${file.fault.reason}` : file.name)
    return names
  }
  const wrap = (data: Uint8Array, name: string): Uint8Array => makeZip([{ name, data }])

  test('opens zips in zips, and no office documents', async () => {
    const inner = makeZip([
      { name: 'b.txt', data: 'x' },
      { name: 'c.xlsx', data: workbook },
    ])
    const outer = makeZip([
      { name: 'a.xlsx', data: workbook },
      { name: 'x/inner.zip', data: inner },
      { name: 'torn.zip', data: inner.subarray(0, 60) },
    ])
    expect(await listOf(outer)).toEqual(['a.xlsx', 'x/inner.zip/b.txt', 'x/inner.zip/c.xlsx', 'torn.zip'])
  })

  test('opens them three deep, and what stands beside those deeper', async () => {
    const three = wrap(wrap(wrap(Uint8Array.of(1), 'file'), 'c.zip'), 'b.zip')
    expect(await listOf(three)).toEqual(['b.zip/c.zip/file'])
    const four = makeZip([
      { name: 'a.zip', data: three },
      { name: 'b.txt', data: 'x' },
    ])
    expect(await listOf(four)).toEqual(['a.zip/b.zip/c.zip: too-large', 'b.txt'])
  })

  test('goes on behind an entry that can’t be read, and does not inflate pictures', async () => {
    const zip = makeZip([
      { name: '锁.txt', data: 'x', flags: 0x801 },
      { name: '坏.txt', data: 'x', sum: 1 },
      { name: '炸.txt', data: zeros(4) },
      { name: '图.png', data: zeros(4) },
      { name: '好.txt', data: 'x' },
    ])
    expect(await listOf(zip)).toEqual(['锁.txt: encrypted', '坏.txt: damaged', '炸.txt: too-large', '好.txt'])
  })

  test('counts what all of them inflate to', async () => {
    const inner = wrap(randomBytes(1_000), 'a')
    const outer = makeZip([
      { name: '1.zip', data: inner },
      { name: '2.zip', data: inner },
    ])
    const read = (totalBytes: number) => listOf(outer, { totalBytes })
    expect(await read(2 * inner.length + 2_000)).toEqual(['1.zip/a', '2.zip/a'])
    expect(await read(2 * inner.length + 1_999)).toEqual(['1.zip/a', '2.zip/a: too-large'])
  })
})
