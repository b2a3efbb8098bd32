import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive made for a test, and what is to be wrong with it. */
export interface MadeEntry {
  readonly name: string | Uint8Array
  readonly data: string | Uint8Array
  readonly isStored?: boolean
  /** Bits of the general purpose flag: 1 encrypted, 0x800 UTF-8 name. */
  readonly flags?: number
  /** What the headers claim instead of the real size or sum. */
  readonly size?: number
  readonly sum?: number
  readonly method?: number
}

/** A zip archive, byte by byte: so no library writes what it reads. */
export const makeZip = (entries: readonly MadeEntry[]): Uint8Array => {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    const packed = entry.isStored === true ? data : deflateRawSync(data, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0x800, 2)
    common.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), 4)
    common.writeUInt32LE(entry.sum ?? crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.size ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, central, end]))
}
