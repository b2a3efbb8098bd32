import { byteText, viewOf } from '../bytes.ts'
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
 * @param hasScans Its pictures will be decoded, too.
 * @throws UnreadableError `too-large`
 */
export const harmlessPdf = (bytes: Uint8Array, hasScans = false): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  // One character for each byte: places are the same.
  const text = byteText(copy)
  for (const { index, 0: all, 1: value = '' } of text.matchAll(PATTERN_TYPE)) {
    const at = index + all.length - value.length
    copy.fill(BLANK, at, at + value.length)
    copy[at] = SHADING
  }
  checkStreams(copy, text)
  if (hasScans) checkPictures(copy, text)
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

/**
 * The library decodes as many pixels as a JPEG's own frame header says, whatever is said around it.
 *
 * @throws UnreadableError `too-large`
 */
const checkPictures = (bytes: Uint8Array, text: string): void => {
  const view = viewOf(bytes)
  for (const { index, 0: all } of text.matchAll(STREAM))
    if (pixelsOfJpeg(view, index + all.length) > LARGEST_SCAN)
      throw tooMany(LARGEST_SCAN / 1_000_000, 'million pixels')
}

/** The pixels of the JPEG that begins at `start`; 0 where none does. */
const pixelsOfJpeg = (view: DataView, start: number): number => {
  if (start + 2 > view.byteLength || view.getUint16(start) !== 0xffd8) return 0
  let at = start + 2
  while (at + 9 <= view.byteLength) {
    const marker = view.getUint16(at)
    if (marker < 0xff01 || marker === 0xffda) return 0
    // All frame headers, but not the three tables that stand between them.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return view.getUint16(at + 5) * view.getUint16(at + 7)
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return 0
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

/** Pictures with more pixels aren't decoded where scans are read. */
export const LARGEST_SCAN = 40_000_000

/** What is damaged is left to the library, which reads a part of it. */
const unpack = (content: Uint8Array): Uint8Array => {
  try {
    return inflate(content, 'zlib', STREAM_MEGABYTES * MEGABYTE)
  } catch (error) {
    if (error instanceof InflateLimitError) throw tooMany(STREAM_MEGABYTES, 'MB')
    return new Uint8Array()
  }
}
