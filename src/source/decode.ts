import type { Encoding } from './source.ts'

/** What was assumed while decoding; the caller words it. */
export type DecodeNote = 'guessed-gb18030' | 'guessed-utf-16' | 'ends-in-character'

/** What a file that is no text seems to be, from its first bytes. */
export type BinaryKind =
  | 'office' // xlsx, docx, zip
  | 'old-office' // xls, doc
  | 'pdf'
  | 'image'
  | 'archive'
  | 'utf-32'
  | 'unknown'

/** The bytes of one file, understood as text or not. */
export type Decoded =
  | {
      readonly kind: 'text'
      /** Without the byte-order mark. */
      readonly text: string
      readonly encoding: Encoding
      /** Bytes of the byte-order mark. */
      readonly markLength: number
      readonly notes: readonly DecodeNote[]
    }
  | { readonly kind: 'binary'; readonly is: BinaryKind }
  | MalformedText

/** Text that breaks the rules of its encoding. */
export interface MalformedText {
  readonly kind: 'malformed'
  readonly encoding: Encoding
  /** The offset of the first byte that can't follow those before it. */
  readonly at: number
  /** The line it stands in, from 1. */
  readonly line: number
}

/** How bytes are to be understood. */
export interface DecodeOptions {
  /** Whether the bytes are strict UTF-8; passed in because Node does it an order of magnitude faster. */
  readonly isUtf8: (bytes: Uint8Array) => boolean
  /** What the user says the bytes are; nothing is guessed then. */
  readonly encoding?: Encoding | undefined
}

/**
 * Decodes the bytes of a file: byte-order mark, else strict UTF-8, else UTF-16 by its NULs, else
 * GB18030, which is what older Chinese systems write. Never throws and never replaces a character. What
 * is left of a last character that was cut off is no text, and noted.
 */
export const decode = (bytes: Uint8Array, { isUtf8, encoding }: DecodeOptions): Decoded => {
  const mark = byteOrderMark(bytes)
  if (encoding !== undefined) {
    return decodeAs(bytes, encoding, mark?.encoding === encoding ? mark.length : 0)
  }
  const binary = binaryKind(bytes)
  if (binary !== undefined) return { kind: 'binary', is: binary }
  if (mark !== undefined) return decodeAs(bytes, mark.encoding, mark.length)
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes)
  if (isUtf8(bytes)) return textUnlessBinary(decodeAs(bytes, 'utf-8', 0))
  if (isDamagedUtf8(bytes)) return decodeAs(bytes, 'utf-8', 0)
  return noted(textUnlessBinary(decodeAs(bytes, 'gb18030', 0)), 'guessed-gb18030')
}

const byteOrderMark = (bytes: Uint8Array): { encoding: Encoding; length: number } | undefined => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a === 0x84 && b === 0x31 && c === 0x95 && bytes[3] === 0x33) return { encoding: 'gb18030', length: 4 }
  return undefined
}

/** First bytes as printed in latin-1; none of them begins a Chinese text in any encoding read here. */
const MAGIC: readonly (readonly [string, BinaryKind])[] = [
  ['PK\x03\x04', 'office'],
  ['PK\x05\x06', 'office'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['\xff\xfe\0\0', 'utf-32'],
  ['\0\0\xfe\xff', 'utf-32'],
]

const WEBP = /^RIFF.{4}WEBP/s

const binaryKind = (bytes: Uint8Array): BinaryKind | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (WEBP.test(head)) return 'image'
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1]
}

const noted = (decoded: Decoded, note: DecodeNote): Decoded =>
  decoded.kind === 'text' ? { ...decoded, notes: [note, ...decoded.notes] } : decoded

const decodeAs = (bytes: Uint8Array, encoding: Encoding, markLength: number): Decoded => {
  const body = bytes.subarray(markLength)
  const text = decodeStrictly(body, encoding, false)
  if (text !== undefined) return { kind: 'text', text, encoding, markLength, notes: [] }
  const begun = decodeStrictly(body, encoding, true)
  if (begun !== undefined)
    return { kind: 'text', text: begun, encoding, markLength, notes: ['ends-in-character'] }
  const good = lengthOfGood(body, encoding)
  const before = decodeStrictly(body.subarray(0, good), encoding, true) ?? ''
  const line = (before.match(/\r\n?|\n/g)?.length ?? 0) + 1
  return { kind: 'malformed', encoding, at: markLength + good, line }
}

/** Undefined for bytes that break the rules. With `mayGoOn`, the last character may be incomplete. */
const decodeStrictly = (bytes: Uint8Array, encoding: Encoding, mayGoOn: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: mayGoOn })
  } catch {
    return undefined
  }
}

/** How many bytes stand before the first one that breaks the rules; some do. */
const lengthOfGood = (bytes: Uint8Array, encoding: Encoding): number => {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodeStrictly(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle
    else good = middle
  }
  return good
}

/** Text with more than one control character in twenty is some binary format that has no NUL. */
const textUnlessBinary = (decoded: Decoded): Decoded => {
  if (decoded.kind !== 'text') return decoded
  const sample = decoded.text.slice(0, 4096)
  let controls = 0
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i)
    if (code < 32 && (code < 9 || code > 13)) controls += 1
  }
  return controls * 20 > sample.length ? { kind: 'binary', is: 'unknown' } : decoded
}

/**
 * UTF-16 without a mark. NULs alone don't tell the byte order, since 一 is U+4E00: the order in
 * which nearly all characters are ones that a Chinese table can hold is the right one.
 */
const decodeUnmarkedUtf16 = (bytes: Uint8Array): Decoded => {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const decoded = decodeAs(bytes, encoding, 0)
    if (decoded.kind === 'text' && isPlausible(decoded.text)) return noted(decoded, 'guessed-utf-16')
  }
  return { kind: 'binary', is: 'unknown' }
}

const PLAUSIBLE =
  /[\t\n\r\x20-\x7e\u00b0-\u00b7\u2010-\u2040\u2200-\u2280\u2460-\u2490\u3000-\u3020\u4e00-\u9fff\uff00-\uff60]/g

const isPlausible = (text: string): boolean => {
  // No table is without cells and lines; of binary data, few units look like their ends.
  if (text.includes('\0') || !/[\t\n]/.test(text)) return false
  const sample = text.slice(0, 4096)
  return (sample.match(PLAUSIBLE)?.length ?? 0) >= sample.length * 0.9
}

/**
 * Whether bytes that are not UTF-8 were meant to be: in GB18030 text, one character in fifty happens
 * to read as UTF-8 of three bytes, and in damaged UTF-8 nearly all do. Read as GB18030, it would be
 * nonsense.
 */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes)
  let good = 0
  let bad = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) bad += 1
    else if (code >= 0x800) good += 1
  }
  return good >= bad
}
