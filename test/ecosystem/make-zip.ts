import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive to be made; what it says of itself may be a lie. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  /** The inflated size that the headers claim. */
  readonly claimedSize?: number
  /** How many more entries of the directory point to the same data. */
  readonly copies?: number
  readonly encrypted?: true
}

/** A zip archive (APPNOTE 6.3: local headers, central directory, end record). */
export const makeZip = (parts: readonly ZipPart[]): Uint8Array => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  let entries = 0
  for (const { name, content, claimedSize, copies = 0, encrypted } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (encrypted === true ? 1 : 0), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimedSize ?? bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    const central = Buffer.alloc(14)
    central.writeUInt32LE(at, 10)
    for (let i = 0; i <= copies; i += 1) {
      centrals.push(Buffer.from('PK\x01\x02\x14\x00'), common, central, label)
      entries += 1
    }
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, packed])
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}
