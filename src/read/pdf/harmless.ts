import { byteText } from '../byte-text.ts'
import { InflateLimitError, inflate } from '../inflate.ts'
import { tooMany } from '../limits.ts'

const MEGABYTE = 1024 * 1024

/** What the streams of a file may become, unpacked: one of them, and all. Pictures don't count: they aren't read. */
const STREAM_MEGABYTES = 100
const FILE_MEGABYTES = 300

/**
 * A copy of a PDF that the library can be given: its streams were unpacked and are no bombs, and its patterns, which
 * hold nothing that is read, paint nothing. The library would follow a pattern that paints itself to no end.
 *
 * @throws UnreadableError `too-large`
 */
export const harmlessPdf = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  // One character for each byte: places are the same.
  const text = byteText(copy)
  for (const { index, 0: all, 1: value = '' } of text.matchAll(PATTERN_TYPE)) {
    const at = index + all.length - value.length
    copy.fill(BLANK, at, at + value.length)
    copy[at] = SHADING
  }
  checkStreams(copy, text)
  return copy
}

/** A character of a name may be written by its number. */
const spelled = (name: string): string =>
  Array.from(name, (character) => `(?:${character}|#${character.charCodeAt(0).toString(16)})`).join('')

/** Tiling patterns are streams, so the key stands where it can be seen; the value may be a reference. */
const PATTERN_TYPE = new RegExp(
  `/${spelled('PatternType')}(?:[\\0\\s]|%[^\\r\\n]*)*([+-]?[\\d.]+(?:\\s+\\d+\\s+R)?)`,
  'gi',
)

const BLANK = 0x20
/** The other sort of pattern, by its number; without a shading it is none. */
const SHADING = 0x32

const STREAM = /\bstream\r?\n/g

/** How far before a stream its dictionary begins, at most. */
const LONGEST_DICTIONARY = 4_096

const checkStreams = (bytes: Uint8Array, text: string): void => {
  let total = 0
  for (const { index, 0: all } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - LONGEST_DICTIONARY), index)
    const dictionary = decodeNames(before.slice(before.lastIndexOf(' obj') + 1))
    if (isLargePicture(dictionary)) continue
    const start = index + all.length
    const end = text.indexOf('endstream', start)
    let content = bytes.subarray(start, end < 0 ? bytes.length : end)
    for (let times = packings(dictionary); times > 0; times -= 1) {
      content = unpack(content)
      total += content.length
      if (total > FILE_MEGABYTES * MEGABYTE) throw tooMany(FILE_MEGABYTES, 'MB')
    }
  }
}

const decodeNames = (dictionary: string): string =>
  dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Larger than what the library decodes. */
const isLargePicture = (dictionary: string): boolean => {
  const [width, height] = ['Width', 'Height'].map((side) =>
    Number(new RegExp(`/${side}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0),
  ) as [number, number]
  return /\/Subtype\s*\/Image\b/.test(dictionary) && width * height > LARGEST_PICTURE
}

/** Larger pictures (in pixels) aren't decoded: only thin ones, which stand for lines, say anything. */
export const LARGEST_PICTURE = 65_536

/** How often a stream is packed before anything else was done to it. */
const packings = (dictionary: string): number => {
  const filters = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(dictionary)
  const names = (filters?.[1] ?? filters?.[2] ?? '').match(/\/\w+/g) ?? []
  const other = names.findIndex((name) => name !== '/FlateDecode' && name !== '/Fl')
  return other < 0 ? names.length : other
}

/** What is damaged is left to the library, which reads a part of it. */
const unpack = (content: Uint8Array): Uint8Array => {
  try {
    return inflate(content, 'zlib', STREAM_MEGABYTES * MEGABYTE)
  } catch (error) {
    if (error instanceof InflateLimitError) throw tooMany(STREAM_MEGABYTES, 'MB')
    return new Uint8Array()
  }
}
