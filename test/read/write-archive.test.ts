import { describe, expect, test } from 'vitest'
import { readArchive } from '../../src/read/archive.ts'
import { rewriteArchive } from '../../src/read/write-archive.ts'
import { packedBytes, readDirectory } from '../../src/read/zip-directory.ts'
import { makeZip } from './zip-maker.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const contents = async (archive: Uint8Array): Promise<readonly (readonly [string, string])[]> =>
  (await readArchive(archive)).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)] as const)

const packed = (archive: Uint8Array): readonly string[] =>
  [...readDirectory(archive).entries()].map((entry) =>
    Buffer.from(packedBytes(archive, entry)).toString('hex'),
  )

/** An archive of one file as streams write it: sizes and sum stand behind the bytes, and once more in 64 bits. */
const streamed = (name: string, text: string): Uint8Array => {
  const plain = Buffer.from(makeZip([{ name, data: text, isStored: true }]))
  const directory = plain.indexOf('PK\x01\x02')
  const local = Buffer.from(plain.subarray(0, directory))
  local.writeUInt16LE(0x808, 6)
  local.fill(0, 14, 26)
  const descriptor = Buffer.concat([Buffer.from('PK\x07\x08'), plain.subarray(14, 26)])
  const entry = Buffer.from(plain.subarray(directory, plain.indexOf('PK\x05\x06')))
  const long = Buffer.alloc(20)
  long.writeUInt16LE(1, 0)
  long.writeUInt16LE(16, 2)
  long.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4)
  long.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12)
  entry.writeUInt16LE(0x808, 8)
  entry.fill(0xff, 20, 28)
  entry.writeUInt16LE(20, 30)
  const end = Buffer.from(plain.subarray(plain.indexOf('PK\x05\x06')))
  end.writeUInt32LE(entry.length + long.length, 12)
  end.writeUInt32LE(local.length + descriptor.length, 16)
  return new Uint8Array(Buffer.concat([local, descriptor, entry, long, end]))
}

describe('an archive rewritten', () => {
  const archive = makeZip([
    { name: 'a.txt', data: 'eins '.repeat(50) },
    { name: 'folder/', data: '' },
    { name: 'b.txt', data: 'zwei', isStored: true },
    { name: Buffer.from([0xbc, 0xd7, 0x2e, 0x74]), data: 'drei', flags: 0 },
  ])

  test('keeps what is not named, packed as it was and in its place', async () => {
    const copy = rewriteArchive(
      archive,
      new Map([
        ['b.txt', bytesOf('neu')],
        ['c.txt', bytesOf('dazu')],
      ]),
    )
    expect(await contents(copy)).toEqual([
      ['a.txt', 'eins '.repeat(50)],
      ['b.txt', 'neu'],
      ['甲.t', 'drei'],
      ['c.txt', 'dazu'],
    ])
    const [a, b] = [packed(archive), packed(copy)]
    expect([b[0], b[1], b[3]]).toEqual([a[0], a[1], a[3]])
  })

  test('is the same when it is rewritten again with nothing', () => {
    const copy = rewriteArchive(archive, new Map())
    expect(rewriteArchive(copy, new Map())).toEqual(copy)
  })

  test('says sizes in front that a stream has put behind, and in 64 bits', async () => {
    const stream = streamed('a.txt', '甲乙')
    expect(await contents(stream)).toEqual([['a.txt', '甲乙']])
    const copy = rewriteArchive(stream, new Map([['b.txt', bytesOf('neu')]]))
    expect(await contents(copy)).toEqual([
      ['a.txt', '甲乙'],
      ['b.txt', 'neu'],
    ])
    const view = new DataView(copy.buffer)
    expect([view.getUint16(6, true), view.getUint32(18, true)]).toEqual([0x800, 6])
  })
})
