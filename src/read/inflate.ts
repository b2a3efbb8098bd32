import { Deflate, deflateRaw, deflate as deflateWithHeader, Inflate } from 'pako'

// The only file that knows the library that packs and unpacks.

/** More was packed than may be unpacked. */
export class InflateLimitError extends Error {}

/**
 * What was packed by deflate, counted while it is unpacked. What follows its end is passed over.
 *
 * @param form `raw` as in zip archives, `zlib` with a header as in PDF
 * @throws InflateLimitError beyond `most` bytes
 * @throws Error for what is damaged or has no end
 */
export const inflate = (packed: Uint8Array, form: Form, most: number): Uint8Array => {
  const chunks: Uint8Array[] = []
  let length = 0
  inflateInPieces([packed], form, (chunk) => {
    length += chunk.length
    if (length > most) throw new InflateLimitError()
    chunks.push(chunk)
  })
  return joined(chunks, length)
}

/**
 * Gives what was packed by deflate piece by piece, as it is unpacked; whoever takes it can end that by throwing.
 *
 * @param packed The parts that it stands in.
 * @throws Error for what is damaged or has no end
 */
export const inflateInPieces = (
  packed: readonly Uint8Array[],
  form: Form,
  take: (piece: Uint8Array) => void,
): void => {
  const stream = new Inflate({ raw: form === 'raw', windowBits: WINDOW_BITS, chunkSize: CHUNK })
  stream.onData = take
  for (const [i, part] of packed.entries()) stream.push(part, i === packed.length - 1)
  if (stream.err !== 0 || !stream.ended) throw new Error(stream.msg)
}

type Form = 'raw' | 'zlib'

/** Bytes packed by deflate, as in zip archives. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateRaw(bytes)

/** Bytes packed by deflate with the header of zlib, as in PNG. */
export const deflateZlib = (bytes: Uint8Array): Uint8Array => deflateWithHeader(bytes)

/** Packs bytes as they come, and gives what is packed as it is done. */
export const openDeflate = (
  take: (packed: Uint8Array) => void,
): { readonly push: (bytes: Uint8Array, isLast: boolean) => void } => {
  const stream = new Deflate({ raw: true, chunkSize: CHUNK })
  stream.onData = take
  return { push: (bytes, isLast) => void stream.push(bytes, isLast) }
}

/** The largest window; positive, so that nothing but the form that was asked for is taken. */
const WINDOW_BITS = 15

const CHUNK = 64 * 1024

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const [first] = chunks
  if (chunks.length === 1 && first !== undefined) return first
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The check sum of a zip entry: CRC-32 as in IEEE 802.3; of what comes behind bytes with the sum `before`. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let sum = ~before
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8)
  return ~sum >>> 0
}

const POLYNOMIAL = 0xedb88320

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? POLYNOMIAL ^ (sum >>> 1) : sum >>> 1
  return sum
})
