import fastStringWidth from 'fast-string-width'
import type { AmbiguousWidth } from './report.ts'

/**
 * East Asian Width `A` (UAX 11, Unicode 14) without marks: one column in Western fonts, two in
 * many Chinese ones. Ranges of code points as pairs of first and last.
 */
const AMBIGUOUS =
  'a1 a4 a7-a8 aa ae b0-b4 b6-ba bc-bf c6 d0 d7-d8 de-e1 e6 e8-ea ec-ed f0 f2-f3 f7-fa fc fe 101 111 113 11b 126-127 12b 131-133 138 13f-142 144 148-14b 14d 152-153 166-167 16b 1ce 1d0 1d2 1d4 1d6 1d8 1da 1dc 251 261 2c4 2c7 2c9-2cb 2cd 2d0 2d8-2db 2dd 2df 391-3a1 3a3-3a9 3b1-3c1 3c3-3c9 401 410-44f 451 2010 2013-2016 2018-2019 201c-201d 2020-2022 2024-2027 2030 2032-2033 2035 203b 203e 2074 207f 2081-2084 20ac 2103 2105 2109 2113 2116 2121-2122 2126 212b 2153-2154 215b-215e 2160-216b 2170-2179 2189 2190-2199 21b8-21b9 21d2 21d4 21e7 2200 2202-2203 2207-2208 220b 220f 2211 2215 221a 221d-2220 2223 2225 2227-222c 222e 2234-2237 223c-223d 2248 224c 2252 2260-2261 2264-2267 226a-226b 226e-226f 2282-2283 2286-2287 2295 2299 22a5 22bf 2312 2460-24e9 24eb-254b 2550-2573 2580-258f 2592-2595 25a0-25a1 25a3-25a9 25b2-25b3 25b6-25b7 25bc-25bd 25c0-25c1 25c6-25c8 25cb 25ce-25d1 25e2-25e5 25ef 2605-2606 2609 260e-260f 261c 261e 2640 2642 2660-2661 2663-2665 2667-266a 266c-266d 266f 269e-269f 26bf 26c6-26cd 26cf-26d3 26d5-26e1 26e3 26e8-26e9 26eb-26f1 26f4 26f6-26f9 26fb-26fc 26fe-26ff 273d 2776-277f 2b56-2b59 3248-324f fffd'

let ambiguous: RegExp | undefined

const ambiguousPattern = (): RegExp => {
  const ranges = AMBIGUOUS.split(' ').map((range) =>
    range
      .split('-')
      .map((code) => `\\u${code.padStart(4, '0')}`)
      .join('-'),
  )
  ambiguous ??= new RegExp(`[${ranges.join('')}]`, 'g')
  return ambiguous
}

/** Columns that `text` takes in a terminal; colour codes take none. */
export const textWidth = (text: string, ambiguousWidth: AmbiguousWidth): number => {
  const width = plainWidth(text) ?? fastStringWidth(text)
  return ambiguousWidth === 1 ? width : width + (text.match(ambiguousPattern())?.length ?? 0)
}

/**
 * The width of text that consists of what filings consist of; `undefined` if anything else is in
 * it. Saves the library's Unicode patterns, whose compilation takes 8 ms of a cold start.
 */
const plainWidth = (text: string): number | undefined => {
  let width = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0x20 && code <= 0x7e) width += 1
    else if (isPlainWide(code)) width += 2
    else if (isPlainNarrow(code)) width += 1
    else return undefined
  }
  return width
}

/** Ideographs, 、。《》, full-width forms. */
const isPlainWide = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3000 && code <= 0x3029) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xff01 && code <= 0xff60)

/** “”…≥≤·×①: one column, or two where ambiguous characters take two. */
const isPlainNarrow = (code: number): boolean =>
  (code >= 0x2013 && code <= 0x2026) ||
  (code >= 0x2190 && code <= 0x2193) ||
  (code >= 0x2200 && code <= 0x22ff) ||
  (code >= 0x2460 && code <= 0x24c1) ||
  (code >= 0x2500 && code <= 0x257f) ||
  code === 0xb7 ||
  code === 0xd7 ||
  code === 0x21e5

/** `text` filled with blanks at its end to `width` columns. */
export const padEnd = (text: string, width: number, ambiguousWidth: AmbiguousWidth): string =>
  text + ' '.repeat(Math.max(0, width - textWidth(text, ambiguousWidth)))

/** `text` with blanks in front of it, up to `width` columns. */
export const padStart = (text: string, width: number, ambiguousWidth: AmbiguousWidth): string =>
  ' '.repeat(Math.max(0, width - textWidth(text, ambiguousWidth))) + text
