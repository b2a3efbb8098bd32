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
export const inflate = (packed: Uint8Array, form: 'raw' | 'zlib', most: number): Uint8Array => {
  const stream = new Inflate({ raw: form === 'raw', windowBits: WINDOW_BITS, chunkSize: CHUNK })
  const chunks: Uint8Array[] = []
  let length = 0
  stream.onData = (chunk) => {
    length += chunk.length
    if (length > most) throw new InflateLimitError()
    chunks.push(chunk)
  }
  stream.push(packed, true)
  if (stream.err !== 0 || !stream.ended) throw new Error(stream.msg)
  return joined(chunks, length)
}

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
